"""Is it a good question? As far as a program can tell."""
