"""What may be asked: the facts, questions and dates of a source text, read from files that are trusted in nothing."""
