"""Events to keep: by hand, by chance, and as rows that can be compared."""

import hashlib
import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from quizgame.game.events import Answered, JournalEvent, Started, TakenBack
from quizgame.saves.journal import FILE_NAME, Journal

FILES = {FILE_NAME, "progress.witness"}
"""What lies in a folder of saves that nobody plays."""
MOMENT = datetime(2024, 5, 17, 12, 30, tzinfo=timezone(timedelta(hours=4)))
CHECKOUT = Path(__file__).resolve().parents[2]
BANKS = CHECKOUT / "question_banks"


def started(round_: str = "round-1", **changes: Any) -> Started:
    """A round of three questions."""
    base = Started(round_, MOMENT, "practice", "small", "0badcafe", "TIGER-42", ("north", "south"), 3)
    return replace(base, **changes)


def answered(place: int = 0, attempt: int = 0, round_: str = "round-1", **changes: Any) -> Answered:
    """A right answer to a question about one fact."""
    base = Answered(
        round=round_,
        place=place,
        attempt=attempt,
        moment=MOMENT + timedelta(seconds=place),
        pack="small",
        revision="0badcafe",
        topic="north",
        question=f"question-{place}",
        facts=(f"fact-{place}",),
        facts_right=(True,),
        shown=("Շուշի", "Şuşa", "a “third” one"),
        response=(place % 3,),
        credit=1.0,
        points=100,
        milliseconds=4321,
        mode="practice",
        kind="choice",
    )
    return replace(base, **changes)


def taken_back(place: int = 0, attempt: int = 0, round_: str = "round-1") -> TakenBack:
    """A slip of the hand."""
    return TakenBack(round_, place, attempt, MOMENT + timedelta(minutes=1))


def by_chance(rng: random.Random, place: int) -> Answered:
    """An answer with something else in each column."""
    cards = rng.randint(3, 6)
    return answered(
        place,
        topic=rng.choice(("north", "south")),
        facts=tuple(f"fact-{rng.randrange(90)}" for _ in range(cards)),
        facts_right=tuple(rng.random() < 0.5 for _ in range(cards)),
        response=rng.choice((None, tuple(rng.sample(range(cards), cards)))),
        credit=rng.random(),
        points=rng.randrange(101),
        milliseconds=rng.randrange(90_000),
    )


def save_with(folder: Path, *events: JournalEvent) -> Path:
    """A closed save file with these events."""
    journal = Journal.open(folder, MOMENT)
    for event in events:
        journal.append(event)
    journal.close()
    return folder / FILE_NAME


def answers_in(folder: Path) -> list[Answered]:
    """The answers of a save that nobody has open."""
    with closing(Journal.open(folder, MOMENT)) as journal:
        return journal.answers()


def rows_of(path: Path, query: str) -> list[tuple[Any, ...]]:
    """What SQLite alone finds in a closed save file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def change(path: Path, *statements: str) -> None:
    """Change a closed save file behind the game's back, and leave it as one file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)  # banks with half a surrogate pair are refused
offsets = st.timedeltas(timedelta(hours=-14), timedelta(hours=14)).map(lambda d: timezone(d - d % timedelta(minutes=1)))
moments = st.builds(
    lambda seconds, zone: datetime.fromtimestamp(seconds / 10**6, zone), st.integers(0, 2**32 * 10**6), offsets
)
counts = st.integers(0, 2**31)


@st.composite
def answers(draw: st.DrawFn, round_: str = "round-1") -> Answered:
    """Any answer that the types allow."""
    return Answered(
        round=round_,
        place=draw(st.integers(0, 4)),
        attempt=draw(st.integers(0, 2)),
        moment=draw(moments),
        pack=draw(texts),
        revision=draw(texts),
        topic=draw(texts),
        question=draw(texts),
        facts=tuple(draw(st.lists(texts, max_size=6))),
        facts_right=tuple(draw(st.lists(st.booleans(), max_size=6))),
        shown=tuple(draw(st.lists(texts, max_size=6))),
        response=draw(st.none() | st.lists(counts, max_size=6).map(tuple)),
        credit=draw(st.floats(0, 1)),
        points=draw(counts),
        milliseconds=draw(counts),
        mode=draw(texts),
        kind="choice",
    )


@st.composite
def rounds(draw: st.DrawFn) -> Started:
    """Any beginning of a round that the types allow."""
    topics = tuple(draw(st.lists(texts, max_size=4)))
    words = [draw(texts) for _ in range(5)]
    return Started(words[0], draw(moments), words[1], words[2], words[3], words[4], topics, draw(counts))
