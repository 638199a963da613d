"""What a class round draws beside its questions: a warm-up, another question in one's place, a date for a tie-break.

Each is drawn by a generator of its own, made from the seed and from where it is needed, so that it is the same again
when a round is resumed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgame.banks.pack import Pack
from quizgame.banks.quality.leaks import Printed, printed
from quizgame.game.draw.chance import shuffled
from quizgame.game.draw.choices import ask, draw_wordings
from quizgame.game.draw.dates import draw_dates
from quizgame.game.draw.orderings import draw_ordering
from quizgame.game.draw.questions import CHOICE
from quizgame.game.draw.seeds import generator
from quizgame.game.draw.selection import Selection
from quizgame.game.draw.tables import Wording, tables_of
from quizgame.game.kinds.any import Question
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.dating import DateQuestion
from quizgame.game.kinds.ordering import OrderingQuestion

_TRIES = 8


@dataclass(frozen=True, slots=True)
class Used:
    """What came up in a round, and is to come: it is not drawn a second time."""

    questions: frozenset[str]
    facts: frozenset[str]
    sets: frozenset[frozenset[str]]
    """The events of each ordering."""
    choices: tuple[ChoiceQuestion, ...]
    """Those of multiple choice: no other may print their answers, or have its own printed by them."""

    @classmethod
    def of(cls, questions: Iterable[Question]) -> "Used":
        """What these questions ask."""
        asked = list(questions)
        return cls(
            frozenset(one.id for one in asked),
            frozenset(fact for one in asked for fact in one.facts),
            frozenset(frozenset(one.facts) for one in asked if isinstance(one, OrderingQuestion)),
            tuple(one for one in asked if isinstance(one, ChoiceQuestion)),
        )

    def prints(self, source: Pack) -> list[Printed]:
        """What the questions print."""
        lists = tables_of(source).lists
        return [printed(one.prompt, one.options[one.key].text, lists) for one in self.choices]


def draw_warm_up(source: Pack, selection: Selection, used: Used) -> ChoiceQuestion | None:
    """A multiple-choice question about something that is not asked later, and that does not tell what is; None if there
    is none.
    """
    rng, prints = generator(f"{selection.seed}:warm-up"), used.prints(source)
    topics = [topic for topic in source.topics if topic in selection.topics]
    for wording in draw_wordings(source, topics, len(used.questions) + 1, rng, {}):
        if wording.fact not in used.facts and _apart(wording, prints):
            return ask(source, wording, rng)
    return None


def draw_tie_break(source: Pack, selection: Selection, used: Used) -> DateQuestion | None:
    """An event to be dated that did not come up; one of another topic only where these have none left."""
    rng = generator(f"{selection.seed}:tie-break")
    for topics in (selection.topics, source.topics):
        for date in draw_dates(source, topics, len(used.facts) + 1, rng):
            if date.event.fact not in used.facts:
                return date
    return None


def draw_other(
    source: Pack, selection: Selection, question: Question, used: Used, *, place: int, nth: int
) -> Question | None:
    """Another question of the same topic that is not in the round yet, if possible of the same kind; None if there is
    none. `nth` is how many were drawn for the round before.
    """
    seed = f"{selection.seed}:{place}:{nth}"
    found: Question | None
    match question:
        case OrderingQuestion():
            found = _ordering(source, selection, question, used, seed)
        case DateQuestion():
            found = _date(source, question, used, seed)
        case _:
            found = None
    return found or (_choice(source, question.topic, used, seed) if CHOICE in selection.kinds else None)


def _ordering(
    source: Pack, selection: Selection, question: OrderingQuestion, used: Used, seed: str
) -> OrderingQuestion | None:
    rng = generator(seed)
    for _ in range(_TRIES):
        other = draw_ordering(source, question.topic, selection.topics, rng, len(question.events))
        if other is not None and frozenset(other.facts) not in used.sets:
            return other
    return None


def _date(source: Pack, question: DateQuestion, used: Used, seed: str) -> DateQuestion | None:
    drawn = draw_dates(source, (question.topic,), len(used.facts) + 1, generator(seed))
    return next((one for one in drawn if one.event.fact not in used.facts), None)


def _choice(source: Pack, topic: str, used: Used, seed: str) -> ChoiceQuestion | None:
    """Of a fact that did not come up, else another wording of one that did; if possible one that tells no answer of the
    round, and is not told by it.
    """
    rng, prints = generator(seed), used.prints(source)
    tables = tables_of(source)
    pools = tables.pools(topic) if topic in source.topics else ()
    candidates = [candidate for _, pool in pools for candidate in pool]
    wordings = [one for candidate in shuffled(candidates, rng) for one in tables.wordings(candidate)]
    others = [one for one in wordings if one.id not in used.questions]
    best = min(others, key=lambda one: (not _apart(one, prints), one.fact in used.facts), default=None)
    return None if best is None else ask(source, best, rng)


def _apart(wording: Wording, prints: Sequence[Printed]) -> bool:
    """Whether it may come in one round with all of these."""
    return not any(wording.printed.clashes(one) for one in prints)
