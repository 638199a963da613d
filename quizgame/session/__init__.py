"""One sitting, for every front end: the only folder with a clock, ids and chance."""
