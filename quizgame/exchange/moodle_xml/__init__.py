"""Moodle XML: what Moodle itself writes and reads, with feedback, tags, ids and orderings."""
