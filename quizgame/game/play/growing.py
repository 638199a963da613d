"""The growing timeline: one card after the other goes into a line that grows.

A card in a wrong gap is shown where it belongs and stays there. After three misses, or with the last card, the game
ends.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from quizgame.banks.pack import Pack
from quizgame.game.draw.seeds import generator
from quizgame.game.events import Answered, Guessed, Started, TakenBack
from quizgame.game.kinds.any import Response
from quizgame.game.kinds.gap import GapQuestion, GapVerdict, PutInGap, grade_gap
from quizgame.game.kinds.shared import DontKnow, Event
from quizgame.game.play.given import Given, answered, guessed, may_be_a_guess, taken_back, with_a_guess
from quizgame.game.play.modes import DAILY, DAILY_AGAIN, GROWING
from quizgame.game.play.phases import Phase, Step, check_step

MISSES_ALLOWED = 3
LEAST_EVENTS = 3
DAILY_CARDS = 10


@dataclass(frozen=True, slots=True)
class Growing:
    """A game. A value, as a round is."""

    started: Started
    scope: str
    """What the own best is kept for: "all", or the topics."""
    line: tuple[Event, ...]
    deck: tuple[Event, ...]
    """The cards to come; the first one is to be placed."""
    given: tuple[Given[GapQuestion, GapVerdict], ...] = ()
    phase: Phase = Phase.ASKING
    attempt: int = 0
    """How often the answer to the current card was taken back."""

    @property
    def place(self) -> int:
        """The number of the current card, from 0."""
        return len(self.given) - (self.phase is Phase.SHOWING)

    @property
    def current(self) -> GapQuestion:
        """The card to be placed, or whose verdict is shown, and its line; raises IndexError when there is none."""
        if self.phase is Phase.SHOWING:
            return self.given[-1].question
        return GapQuestion(f"{self.started.mode}-{self.scope}", self.deck[0], self.line)

    @property
    def verdict(self) -> GapVerdict:
        """The verdict on the last card; raises IndexError if there is none."""
        return self.given[-1].verdict

    @property
    def right(self) -> int:
        """How many cards went where they belong, not counting those whose place had been shown."""
        return sum(one.verdict.right and not one.seen for one in self.given)

    @property
    def misses(self) -> int:
        """How many did not."""
        return sum(not one.verdict.right for one in self.given)

    def answer(self, response: Response, moment: datetime, milliseconds: int) -> "tuple[Growing, Answered]":
        """Put the card into a gap. Raises ValueError at the wrong time or for a gap that the line does not have."""
        check_step(self.phase, Step.ANSWER)
        if not isinstance(response, PutInGap | DontKnow):
            raise ValueError(f"{type(response).__name__} puts no card into a gap")
        question = self.current
        verdict = grade_gap(question, response)
        given = Given(question, response, verdict, seen=self.attempt > 0)
        event = answered(
            self.started, given, place=self.place, attempt=self.attempt, moment=moment, milliseconds=milliseconds
        )
        at = verdict.went_to
        line = (*self.line[:at], question.card, *self.line[at:])
        return replace(self, line=line, deck=self.deck[1:], given=(*self.given, given), phase=Phase.SHOWING), event

    def take_back(self, moment: datetime) -> "tuple[Growing, TakenBack]":
        """Undo the card whose verdict is shown: it is in the hand again. Raises ValueError at other times."""
        check_step(self.phase, Step.TAKE_BACK)
        event = taken_back(self.started, place=self.place, attempt=self.attempt, moment=moment)
        question = self.current
        deck = (question.card, *self.deck)
        before = replace(self, line=question.line, deck=deck, given=self.given[:-1], phase=Phase.ASKING)
        return replace(before, attempt=self.attempt + 1), event

    @property
    def may_be_a_guess(self) -> bool:
        """Whether the card whose verdict is shown went where it belongs, and counts as known so far."""
        return may_be_a_guess(self.given, self.phase)

    def call_a_guess(self, moment: datetime) -> "tuple[Growing, Guessed]":
        """The gap was a guess. Raises ValueError at other times, or if it was not right."""
        given = with_a_guess(self.given, self.phase)
        return replace(self, given=given), guessed(self.started, place=self.place, attempt=self.attempt, moment=moment)

    def go_on(self) -> "Growing":
        """Leave the verdict. Raises ValueError at other times."""
        check_step(self.phase, Step.GO_ON)
        over = not self.deck or self.misses >= MISSES_ALLOWED
        return replace(self, phase=Phase.OVER if over else Phase.ASKING, attempt=0)


def events_for_line(pack: Pack, topics: Sequence[str]) -> tuple[list[Event], bool]:
    """The events of these topics, each once; with fewer than 3, those of the whole pack and True if it has more."""
    chosen = _events(pack, topics)
    if len(chosen) >= LEAST_EVENTS:
        return chosen, False
    whole = _events(pack, pack.topics)
    return whole, len(whole) > len(chosen)


def _events(pack: Pack, topics: Sequence[str]) -> list[Event]:
    found = {
        one.id: Event(one.id, one.topic, one.label, one.date)
        for topic in topics
        for one in (pack.entries(topic) if pack.events_of(topic) else ())
        if one.is_event and one.date is not None
    }
    return list(found.values())


def scope_of_line(pack: Pack, topics: Sequence[str]) -> str:
    """What an own best on these topics is kept for: "all" for the whole pack or a line that is mixed, or the topics."""
    return "all" if tuple(topics) == pack.topics or events_for_line(pack, topics)[1] else "+".join(topics)


def start_growing(
    pack: Pack, *, topics: Sequence[str], seed: str, round_id: str, moment: datetime, mode: str = GROWING
) -> Growing:
    """A new game: one card lies, the others are shuffled. Over at once if there is nothing to place."""
    events, _ = events_for_line(pack, topics)
    rng = generator(seed)
    cards = rng.sample(events, len(events))
    if mode in (DAILY, DAILY_AGAIN):
        cards = cards[: DAILY_CARDS + 1]
    started = Started(round_id, moment, mode, pack.id, pack.revision, seed, tuple(topics), max(0, len(cards) - 1))
    phase = Phase.ASKING if len(cards) > 1 else Phase.OVER
    return Growing(started, scope_of_line(pack, topics), tuple(cards[:1]), tuple(cards[1:]), phase=phase)


def gone_on_with(game: Growing, answers: Sequence[Answered]) -> Growing:
    """A game that was left, after those of its answers that count, which come in their order. Raises ValueError for
    answers of another game.
    """
    for one in answers:
        card = game.current.card
        if (card.fact,) != one.facts:
            raise ValueError(f"the card is {card.fact}, and was {one.facts}")
        response = DontKnow() if one.response is None else PutInGap(one.response[0])
        game, _ = replace(game, attempt=one.attempt).answer(response, one.moment, one.milliseconds)
        game = game.go_on()
    return game


def has_another(game: Growing) -> bool:
    """Whether another game of this kind can follow: not where there are no cards, and not on the same day."""
    return bool(game.given) and game.started.mode == GROWING


def daily_seed(pack: Pack, day: datetime) -> str:
    """The same for everybody with the same pack on the same day."""
    return f"DAILY-{day:%Y%m%d}-{pack.revision}"


def random_seed(rng: random.Random) -> str:
    """A seed for a game that nobody has to repeat."""
    return f"GROW-{rng.randrange(10**6)}"
