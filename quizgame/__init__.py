"""A quiz and flashcard game for learning from a text."""

__version__ = "0.1.0"
