"""What is said, for every front end: the sentences, numbers and dates of players, and drawings made of text."""
