"""Which multiple-choice questions come in a round: by weighted chance, and none that gives another one away."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizgame.banks.models import Question, Term
from quizgame.banks.pack import Pack
from quizgame.banks.quality.leaks import apart, most_apart
from quizgame.game.draw.chance import arrivals, shuffled
from quizgame.game.draw.natural_order import natural_order
from quizgame.game.draw.tables import Candidate, Wording, tables_of
from quizgame.game.draw.terms import ask_term
from quizgame.game.kinds.choice import ChoiceQuestion, Option

_LOOKED_AT = 200
"""Wordings among which a set is searched whose prompts print no key of the others, where the first draw fell short."""


def draw_wordings(
    pack: Pack, topics: Sequence[str], count: int, rng: random.Random, weights: Mapping[str, float]
) -> list[Wording]:
    """At most `count` wordings in the order in which they are to be asked, of which none gives another one away.

    As long as there are others, no two come together of which one's prompt prints the other's answer, nor two with
    one prompt. When nothing else is left, such a question still comes where it does no harm: a question whose answer
    is printed comes first, and the prompt that prints it comes later, as late as it can. What can't be put so is left
    out, and the round is shorter: one of two that print each other's answer, and the same question a second time.
    """
    if count <= 0:
        return []
    passed: list[Wording] = []
    chosen = apart(_noting(_by_turns(pack, topics, rng, weights), passed), count)
    if len(chosen) < min(count, len(passed)):
        chosen = max(chosen, most_apart(passed[:_LOOKED_AT], count), key=len)
        _fill(chosen, passed, count)
    return chosen


def ask(pack: Pack, wording: Wording, rng: random.Random) -> ChoiceQuestion:
    """The question as it is shown: its options in their natural order, or shuffled where they have none."""
    match wording.asks:
        case Term() as term:
            return ask_term(pack, wording.topic, wording.id, term, rng)
        case Question() as question:
            return _ask_question(wording, question, rng)


def _ask_question(wording: Wording, question: Question, rng: random.Random) -> ChoiceQuestion:
    options = [Option(question.answer), *(Option(wrong.text, wrong.why) for wrong in question.distractors)]
    order = natural_order([option.text for option in options]) or list(shuffled(range(len(options)), rng))
    return ChoiceQuestion(
        topic=wording.topic,
        fact=wording.fact,
        id=wording.id,
        prompt=question.prompt,
        options=tuple(options[index] for index in order),
        key=order.index(0),
        explanation=question.explanation,
        tags=wording.tags,
    )


def _candidates(
    pack: Pack, topics: Sequence[str], rng: random.Random, weights: Mapping[str, float]
) -> Iterator[Candidate]:
    """Every fact and term of the topics once, the heavier the sooner, each for the first topic that draws it."""
    tables, place = tables_of(pack), {topic: number for number, topic in enumerate(topics)}

    def home(name: str) -> Candidate | None:
        drawn_by = tables.drawn_by(name)
        topic = min(drawn_by.keys() & place.keys(), key=place.__getitem__, default=None)
        return None if topic is None else drawn_by[topic]

    weighed = [(weights[one.fact], (one,)) for one in map(home, weights) if one is not None]
    pools = [pool for topic in topics for pool in tables.pools(topic)]
    for number, candidate in arrivals([*weighed, *pools], rng):
        name = candidate.fact
        if number < len(weighed) or (name not in weights and home(name) == candidate):
            yield candidate


def _by_turns(pack: Pack, topics: Sequence[str], rng: random.Random, weights: Mapping[str, float]) -> Iterator[Wording]:
    """A wording of each fact and term, then another one of each that has two, and so on."""
    tables = tables_of(pack)
    waiting: list[list[Wording]] = []
    for candidate in _candidates(pack, topics, rng, weights):
        first, *others = shuffled(tables.wordings(candidate), rng)
        waiting.append(others)
        yield first
    while waiting := [others for others in waiting if others]:
        yield from [others.pop(0) for others in waiting]


def _noting(wordings: Iterable[Wording], passed: list[Wording]) -> Iterator[Wording]:
    for wording in wordings:
        passed.append(wording)
        yield wording


def _fill(chosen: list[Wording], passed: Sequence[Wording], count: int) -> None:
    """Add wordings until there are `count`, each at a place where it gives nothing away and is not given away."""
    for wording in passed:
        if len(chosen) == count:
            return
        if wording in chosen or any(wording.printed.doubles(other.printed) for other in chosen):
            continue
        told = [at for at, other in enumerate(chosen) if wording.printed.gives_away(other.printed)]
        tells = [at for at, other in enumerate(chosen) if other.printed.gives_away(wording.printed)]
        first, last = max(told, default=-1) + 1, min(tells, default=len(chosen))
        if first <= last:
            chosen.insert(first if tells else last, wording)
