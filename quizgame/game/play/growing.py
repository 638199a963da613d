"""The growing timeline: one card after the other goes into a line that grows.

A gap is right if the dates do not say otherwise, so where they overlap several gaps are. A card in a wrong gap is shown
where it belongs and stays there. After three misses, or with the last card, the game ends.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from quizgame.banks.dates import Interval
from quizgame.banks.pack import Pack
from quizgame.game.draw.seeds import generator
from quizgame.game.events import Answered, Started
from quizgame.game.kinds.questions import Event
from quizgame.game.play import scoring
from quizgame.game.play.round import Phase

GROWING, DAILY = "growing", "daily"
MISSES_ALLOWED = 3
LEAST_EVENTS = 3
DAILY_CARDS = 10
_PLACES_TO_NOTHING = 3


@dataclass(frozen=True, slots=True)
class GapVerdict:
    """What became of a card."""

    event: Event
    gap: int | None
    """The gap that was chosen, counted from the left end; None for "I don't know"."""
    went_to: int
    """The gap it went to: the chosen one if that is right, else the nearest right one."""
    credit: float

    @property
    def right(self) -> bool:
        """Whether the dates allow the gap that was chosen."""
        return self.gap == self.went_to


def legal_gaps(line: Sequence[Interval], date: Interval) -> range:
    """The gaps of a line, from 0 before the first to its length after the last, that a date may go into.

    The line must be in order itself: no later date certainly before an earlier one. Then there is always a gap.
    """
    after_these = max((at + 1 for at, other in enumerate(line) if other.before(date)), default=0)
    before_these = min((at for at, other in enumerate(line) if date.before(other)), default=len(line))
    return range(after_these, before_these + 1)


def gap_credit(places_off: int) -> float:
    """1 in a right gap, then a third less for each place."""
    return max(0.0, 1.0 - places_off / _PLACES_TO_NOTHING)


@dataclass(frozen=True, slots=True)
class Growing:
    """A game. A value, as a round is."""

    started: Started
    scope: str
    """What the own best is kept for: "all", or the topics."""
    line: tuple[Event, ...]
    deck: tuple[Event, ...]
    """The cards to come; the first one is to be placed."""
    given: tuple[GapVerdict, ...] = ()
    phase: Phase = Phase.ASKING

    @property
    def current(self) -> Event:
        """The card to be placed, or whose verdict is shown; raises IndexError when there is none."""
        return self.given[-1].event if self.phase is Phase.SHOWING else self.deck[0]

    @property
    def right(self) -> int:
        """How many cards went where they belong."""
        return sum(verdict.right for verdict in self.given)

    @property
    def misses(self) -> int:
        """How many did not."""
        return len(self.given) - self.right

    def place(self, gap: int | None, moment: datetime, milliseconds: int) -> "tuple[Growing, Answered]":
        """Put the card into a gap. Raises ValueError at the wrong time or for a gap that the line does not have."""
        if self.phase is not Phase.ASKING:
            raise ValueError(f"the game waits for {self.phase.value}, not for a card")
        if gap is not None and not 0 <= gap <= len(self.line):
            raise ValueError(f"a line of {len(self.line)} cards has no gap {gap}")
        card = self.deck[0]
        allowed = legal_gaps([event.date for event in self.line], card.date)
        nearest = min(allowed, key=lambda at: abs(at - (gap if gap is not None else allowed.start)))
        credit = 0.0 if gap is None else gap_credit(abs(nearest - gap))
        verdict = GapVerdict(card, gap, nearest, credit)
        event = Answered(
            round=self.started.round,
            place=len(self.given),
            attempt=0,
            moment=moment,
            pack=self.started.pack,
            revision=self.started.revision,
            topic=card.topic,
            question=f"{self.started.mode}-{self.scope}",
            facts=(card.fact,),
            facts_right=(verdict.right,),
            shown=(card.label, *(other.label for other in self.line)),
            response=None if gap is None else (gap,),
            credit=credit,
            points=scoring.points(credit),
            milliseconds=milliseconds,
            mode=self.started.mode,
            kind="gap",
        )
        line = (*self.line[:nearest], card, *self.line[nearest:])
        grown = replace(self, line=line, deck=self.deck[1:], given=(*self.given, verdict), phase=Phase.SHOWING)
        return grown, event

    def go_on(self) -> "Growing":
        """Leave the verdict. Raises ValueError at other times."""
        if self.phase is not Phase.SHOWING:
            raise ValueError(f"the game waits for {self.phase.value}")
        over = not self.deck or self.misses >= MISSES_ALLOWED
        return replace(self, phase=Phase.OVER if over else Phase.ASKING)


def events_for_line(pack: Pack, topics: Sequence[str]) -> tuple[list[Event], bool]:
    """The events of these topics, each once; with fewer than 3, those of the whole pack and True if it has more."""
    chosen = _events(pack, topics)
    if len(chosen) >= LEAST_EVENTS:
        return chosen, False
    whole = _events(pack, pack.topics)
    return whole, len(whole) > len(chosen)


def _events(pack: Pack, topics: Sequence[str]) -> list[Event]:
    found = {
        fact.id: Event(fact.id, pack.source_of(fact.id)[0].topic, fact.label, fact.date)
        for topic in topics
        for fact in pack.events_of(topic)
        if fact.label is not None and fact.date is not None
    }
    return list(found.values())


def start_growing(
    pack: Pack, *, topics: Sequence[str], seed: str, round_id: str, moment: datetime, mode: str = GROWING
) -> Growing:
    """A new game: one card lies, the others are shuffled. Over at once if there is nothing to place."""
    events, mixed = events_for_line(pack, topics)
    whole = mixed or tuple(topics) == pack.topics
    rng = generator(seed)
    cards = rng.sample(events, len(events))
    if mode == DAILY:
        cards = cards[: DAILY_CARDS + 1]
    started = Started(round_id, moment, mode, pack.id, pack.revision, seed, tuple(topics), max(0, len(cards) - 1))
    phase = Phase.ASKING if len(cards) > 1 else Phase.OVER
    return Growing(started, "all" if whole else "+".join(topics), tuple(cards[:1]), tuple(cards[1:]), phase=phase)


def daily_seed(pack: Pack, day: datetime) -> str:
    """The same for everybody with the same pack on the same day."""
    return f"DAILY-{day:%Y%m%d}-{pack.revision}"


def random_seed(rng: random.Random) -> str:
    """A seed for a game that nobody has to repeat."""
    return f"GROW-{rng.randrange(10**6)}"
