"""The tables of a save file, and their version.

`answers` and `marks` are append-only, and nothing in them is ever changed: a slip that was taken back, an answer that
was a guess, and the steps of a class that are no answers stand in `marks`. Each row carries a hash over a list of its
columns, whose number stands in `columns` (see `rows`); those of answers and marks also cover the hash before, so that a
row that is missing is noticed.
"""

APPLICATION_ID = 0x51554947
"""The letters QUIG in the file's header: this is a save of quizgame."""
VERSION = 3

TABLES = {
    1: frozenset({"players", "rounds", "answers", "taken_back"}),
    2: frozenset({"players", "rounds", "answers", "marks", "derived"}),
    3: frozenset({"players", "rounds", "answers", "marks", "derived"}),
}
"""The tables of each version."""

CREATE = """
CREATE TABLE players (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                -- 'player' or 'class'
    name TEXT NOT NULL,
    sign TEXT NOT NULL,                -- a letter or picture to tell players apart by
    created TEXT NOT NULL,             -- ISO 8601 with the local offset, as all moments here
    columns INTEGER NOT NULL,
    hash BLOB NOT NULL
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
    length INTEGER NOT NULL,
    kinds TEXT NOT NULL,               -- JSON: a list of kinds of question; this and the rest are of a class
    left_out TEXT NOT NULL,            -- JSON: a list of tags
    teams INTEGER NOT NULL,
    warm_up INTEGER NOT NULL,          -- 1 if the first question is one
    clock INTEGER NOT NULL,            -- the seconds for a question; 0 without a clock
    facts TEXT NOT NULL,               -- JSON: a list of ids
    columns INTEGER NOT NULL,
    hash BLOB NOT NULL
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
    response TEXT,                     -- JSON: a list of numbers, by kind; null for "I don't know"
    credit REAL NOT NULL,
    points INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    mode TEXT NOT NULL,
    kind TEXT NOT NULL,
    seat TEXT NOT NULL,                -- a team or a pupil; empty in a round of one player
    seen INTEGER NOT NULL,             -- 1 if the right answer had been shown before
    rating INTEGER,                    -- 1 to 4 for a card; null for a question
    columns INTEGER NOT NULL,
    hash BLOB NOT NULL,
    UNIQUE (round, place, seat, attempt)
) STRICT;
CREATE TABLE marks (
    seq INTEGER PRIMARY KEY,
    what TEXT NOT NULL,                -- 'taken back', 'guessed', or what a class did: see `rows.mark_row`
    round TEXT NOT NULL REFERENCES rounds (id),
    place INTEGER NOT NULL,
    seat TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    moment TEXT NOT NULL,
    detail TEXT NOT NULL,              -- JSON: the counts of a vote, the two questions of a swap; else empty
    columns INTEGER NOT NULL,
    hash BLOB NOT NULL,
    UNIQUE (what, round, place, seat, attempt, moment)
) STRICT;
CREATE TABLE derived (
    player INTEGER NOT NULL REFERENCES players (id),
    name TEXT NOT NULL,
    value ANY NOT NULL,                -- what can be made again from the answers, written with the last of them
    hash BLOB NOT NULL,
    PRIMARY KEY (player, name)
) STRICT, WITHOUT ROWID;
"""
