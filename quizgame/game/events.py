"""What happened in a round, as it is kept: enough to derive everything else from it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Rating = Literal[1, 2, 3, 4]
"""How well a card was remembered, by the player's own word: again, hard, good, easy."""


@dataclass(frozen=True, slots=True)
class Started:
    """A round began. With the pack at this revision, the seed gives the same questions again."""

    round: str
    """A random id."""
    moment: datetime
    """Aware, in the player's local offset."""
    mode: str
    pack: str
    revision: str
    seed: str
    topics: tuple[str, ...]
    length: int
    kinds: tuple[str, ...] = ()
    """The kinds of question that a class chose; this and the rest are empty in a round of one player."""
    left_out: tuple[str, ...] = ()
    """The tags that a class left out."""
    teams: int = 0
    """How many teams play; 1 for a class that plays together."""
    warm_up: bool = False
    clock: int = 0
    """The seconds for a question; 0 without a clock."""
    facts: tuple[str, ...] = ()
    """What a starter asks: facts that did not land before; empty if the seed draws from the topics."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One question was answered."""

    round: str
    place: int
    """Of the question in the round, from 0."""
    attempt: int
    """0, and one more each time the answer at this place was taken back."""
    moment: datetime
    """Aware, in the player's local offset."""
    pack: str
    revision: str
    topic: str
    question: str
    facts: tuple[str, ...]
    facts_right: tuple[bool, ...]
    """For each fact, whether the answer shows that it was known."""
    shown: tuple[str, ...]
    """The options or cards, in the order in which they were shown."""
    response: tuple[int, ...] | None
    """The index of the option or gap chosen, the order of the cards, the first and last day of a date as ordinals, or
    the hands that each option had in a vote; None for "I don't know"."""
    credit: float
    points: int
    milliseconds: int
    """From the question's first appearance to the answer."""
    mode: str
    """The rules of the round it belongs to."""
    kind: str
    """The kind of question, as its class in `game.kinds` names it, or "hands" for a vote of a class; empty where an old
    save does not tell it."""
    seat: str = ""
    """Who answered it in a round of several, such as a team or a pupil's seat; empty in a round of one player."""
    seen: bool = False
    """Whether the right answer had been shown before, to an answer that was taken back: then this one shows nothing."""
    rating: Rating | None = None
    """What the player said of a card; None for a question."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The answer at this place and attempt was a slip of the hand and does not count."""

    round: str
    place: int
    attempt: int
    moment: datetime
    seat: str = ""


@dataclass(frozen=True, slots=True)
class Guessed:
    """The answer at this place and attempt was a guess, says who gave it: it counts as not known."""

    round: str
    place: int
    attempt: int
    moment: datetime
    seat: str = ""


@dataclass(frozen=True, slots=True)
class Voted:
    """A class voted for the first time, and talks before it votes again; the second vote is an answer."""

    round: str
    place: int
    attempt: int
    moment: datetime
    counts: tuple[int, ...]
    """How many hands each option had, in the order in which they were shown."""
    seat: str = ""


@dataclass(frozen=True, slots=True)
class SwappedOut:
    """A question of a class round was left out before it was answered, and another one asked in its place."""

    round: str
    place: int
    attempt: int
    moment: datetime
    question: str
    """The id of the one that was left out."""
    by: str
    """The id of the other one."""
    seat: str = ""


ClassMove = Literal["start", "go on", "pause", "play on", "more time"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A step of a class round that says nothing about what anybody knows: the round resumes where it was."""

    round: str
    place: int
    attempt: int
    moment: datetime
    move: ClassMove
    seat: str = ""


ClassEvent = Started | Answered | TakenBack | Voted | SwappedOut | Moved
"""What is kept of a class round. The moments of one round's events all differ, and tell their order."""
JournalEvent = Started | Answered | TakenBack | Guessed | Voted | SwappedOut | Moved
