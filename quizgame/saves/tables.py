"""The tables of a save file, and their version.

`answers` is append-only: a slip that was taken back stands in `taken_back`, and nothing is ever changed. Each answer
carries a hash over its own columns and the hash before it, and each slip one over its own columns, so a damaged row
is noticed before it is counted.
"""

APPLICATION_ID = 0x51554947
"""The letters QUIG in the file's header: this is a save of quizgame."""
VERSION = 1

CREATE = """
CREATE TABLE players (
    id INTEGER PRIMARY KEY,
    created TEXT NOT NULL              -- ISO 8601 with the local offset, as all moments here
) STRICT;
CREATE TABLE rounds (
    id TEXT PRIMARY KEY,
    player INTEGER NOT NULL REFERENCES players (id),
    moment TEXT NOT NULL,
    mode TEXT NOT NULL,
    pack TEXT NOT NULL,
    revision TEXT NOT NULL,
    seed TEXT NOT NULL,
    topics TEXT NOT NULL,              -- JSON: a list of ids
    length INTEGER NOT NULL
) STRICT;
CREATE TABLE answers (
    seq INTEGER PRIMARY KEY,
    round TEXT NOT NULL REFERENCES rounds (id),
    place INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    moment TEXT NOT NULL,
    pack TEXT NOT NULL,
    revision TEXT NOT NULL,
    topic TEXT NOT NULL,
    question TEXT NOT NULL,
    facts TEXT NOT NULL,               -- JSON: a list of ids
    facts_right TEXT NOT NULL,         -- JSON: a list of booleans, one for each fact
    shown TEXT NOT NULL,               -- JSON: a list of texts, as they stood on the screen
    response TEXT,                     -- JSON: a list of indexes into shown; null for "I don't know"
    credit REAL NOT NULL,
    points INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    mode TEXT NOT NULL,
    hash BLOB NOT NULL,
    UNIQUE (round, place, attempt)
) STRICT;
CREATE TABLE taken_back (
    round TEXT NOT NULL REFERENCES rounds (id),
    place INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    moment TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (round, place, attempt)
) STRICT, WITHOUT ROWID;
"""
