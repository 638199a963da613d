"""What a question looks like and how it is answered: one widget for each kind."""
