"""Where it is kept: one SQLite file, one durable transaction for each answer."""
