"""What the answers and votes of a class came to: items, facts, what to teach again, what comes back on Monday.

An answer of a team or a seat counts as one, a hand of a vote too. Nobody is ranked.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from quizgame.banks.pack import Pack
from quizgame.game.events import Answered, ClassEvent, TakenBack, Voted
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.play.votes import HANDS
from quizgame.learning.intervals import Share

SECURE = 0.8
"""From this share on a fact has landed; what is below comes back. A design choice."""
RETAUGHT = 3
_WEEK, _MONTH = (4, 13), (14, 60)
"""How many days ago a starter's "last week" and "last month" are: not before, not after; a class meets when it does."""


@dataclass(slots=True)
class Item:
    """What came of one question, over all times that it was asked."""

    question: str
    topic: str
    facts: tuple[str, ...]
    kind: str
    """That of the question: a vote is on a choice."""
    shown: tuple[str, ...]
    """The options or cards, as they were shown first."""
    place: int = 0
    """The index of the question in the round, where these are the figures of one."""
    key: str | None = None
    """The right option; None for an ordering or a date, or if nobody knows it any more."""
    facility: Share = field(default_factory=Share)
    """How many were right, of how many."""
    chosen: Counter[str] = field(default_factory=Counter)
    """How often each option was chosen: the distractor table."""
    unknown: int = 0
    """How often somebody said that they don't know."""
    before: Share = field(default_factory=Share)
    """The first votes, where the class talked."""
    after: Share = field(default_factory=Share)
    """The second votes of the same."""

    @property
    def table(self) -> tuple[tuple[str, int, bool], ...]:
        """Each option, how often it was chosen, and whether it is the key, in the order in which they were shown."""
        if self.kind != ChoiceQuestion.kind:
            return ()
        texts = dict.fromkeys((*self.shown, *self.chosen))
        return tuple((text, self.chosen[text], text == self.key) for text in texts)


@dataclass(slots=True)
class FactFigure:
    """What a class knows of a fact."""

    fact: str
    share: Share = field(default_factory=Share)
    days: dict[date, Share] = field(default_factory=dict)
    """By the day on which it was asked, the first one first."""

    @property
    def last_day(self) -> date:
        """When it was asked last."""
        return max(self.days)

    @property
    def last(self) -> Share:
        """What it came to then."""
        return self.days[self.last_day]


@dataclass(frozen=True, slots=True)
class Starter:
    """Monday's three: a fact each from last time, last week and last month that did not land; None where there is
    none.
    """

    last_time: str | None = None
    last_week: str | None = None
    last_month: str | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        """Those that there are."""
        return tuple(one for one in (self.last_time, self.last_week, self.last_month) if one is not None)


@dataclass(slots=True)
class ClassFigures:
    """All figures of a class's answers to one pack, or of one round of them."""

    items: dict[tuple[str, tuple[str, ...]], Item] = field(default_factory=dict)
    """By the question's id and its facts: orderings of a topic share an id."""
    facts: dict[str, FactFigure] = field(default_factory=dict)
    answers: tuple[Answered, ...] = ()
    """Those that count, in their order."""

    @property
    def gain(self) -> tuple[Share, Share]:
        """All first votes and all second votes of questions that were talked about."""
        items = self.items.values()
        return sum((one.before for one in items), Share()), sum((one.after for one in items), Share())

    @property
    def below(self) -> tuple[FactFigure, ...]:
        """The facts under 80 % the last time they were asked, the most missed first."""
        return _most_missed(one for one in self.facts.values() if one.last.value < SECURE)

    @property
    def to_teach_again(self) -> tuple[FactFigure, ...]:
        """The three most missed facts, of those that anybody missed."""
        return _most_missed(one for one in self.facts.values() if one.share.missed.right)[:RETAUGHT]

    def starter(self, now: datetime) -> Starter:
        """Monday's three."""
        today = now.date()
        below = [one for one in self.below if one.last_day < today]
        last = max((answer.moment.date() for answer in self.answers if answer.moment.date() < today), default=None)
        first = next((one.fact for one in below if one.last_day == last), None)

        def from_days(days: tuple[int, int]) -> str | None:
            ages = ((one, (today - one.last_day).days) for one in below if one.fact != first)
            return next((one.fact for one, age in ages if days[0] <= age <= days[1]), None)

        return Starter(first, from_days(_WEEK), from_days(_MONTH))


def class_figures(pack: Pack, events: Iterable[ClassEvent]) -> ClassFigures:
    """The figures of these events, of one round or of several; answers to other packs are passed over."""
    kept = list(events)
    slips = {(one.round, one.place, one.seat, one.attempt) for one in kept if isinstance(one, TakenBack)}
    votes = {(one.round, one.place, one.attempt): one.counts for one in kept if isinstance(one, Voted)}
    answers = [
        one
        for one in kept
        if isinstance(one, Answered)
        and one.pack == pack.id
        and (one.round, one.place, one.seat, one.attempt) not in slips
    ]
    figures = ClassFigures(answers=tuple(sorted(answers, key=lambda one: one.moment)))
    keys = keys_of(pack)
    for answer in figures.answers:
        _add(figures, answer, votes.get((answer.round, answer.place, answer.attempt)), keys)
    return figures


def keys_of(pack: Pack) -> Mapping[str, str]:
    """The right option of each multiple-choice question of a pack, by the question's id."""
    keys = {f"{term.id}-which": term.term for term in pack.terms}
    for bank in pack.banks:
        for fact in bank.facts:
            for number, question in enumerate(fact.questions, 1):
                keys[question.id or f"{fact.id}-{number}"] = question.answer
    return keys


def share_right(answer: Answered) -> Share:
    """How many of how many an answer says were right: a vote speaks for all hands, a team or a seat for itself."""
    if answer.kind != HANDS:
        return Share(int(all(answer.facts_right)), 1)
    hands = sum(answer.response or ())
    return Share(round(answer.credit * hands), hands)


def _add(figures: ClassFigures, answer: Answered, vote: tuple[int, ...] | None, keys: Mapping[str, str]) -> None:
    name, share = (answer.question, tuple(sorted(answer.facts))), share_right(answer)
    kind = ChoiceQuestion.kind if answer.kind == HANDS else answer.kind
    item = figures.items.get(name)
    if item is None:
        key = keys.get(answer.question) if kind == ChoiceQuestion.kind else None
        item = figures.items[name] = Item(
            answer.question, answer.topic, answer.facts, kind, answer.shown, answer.place, key
        )
    item.facility += share
    if answer.response is None:
        item.unknown += 1
    elif answer.kind == HANDS:
        item.chosen.update(dict(zip(answer.shown, answer.response, strict=True)))
        if vote is not None and item.key in answer.shown:
            item.before += Share(vote[answer.shown.index(item.key)], sum(vote))
            item.after += share
    elif kind == ChoiceQuestion.kind:
        item.chosen[answer.shown[answer.response[0]]] += 1
    day = answer.moment.date()
    for fact, right in zip(answer.facts, answer.facts_right, strict=True):
        one = share if answer.kind == HANDS else Share(int(right), 1)
        figure = figures.facts.setdefault(fact, FactFigure(fact))
        figure.share += one
        figure.days[day] = figure.days.get(day, Share()) + one


def _most_missed(facts: Iterable[FactFigure]) -> tuple[FactFigure, ...]:
    """By the lower end of the interval of the share that missed it: 1 of 2 is no proof, 12 of 20 is."""
    return tuple(sorted(facts, key=lambda one: (-one.share.missed.interval[0], one.fact)))
