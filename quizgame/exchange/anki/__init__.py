"""Anki: its packages, which hold a database, and the texts that it reads and writes."""
