"""Small packs for the tests of the rules: by hand from a few words, or by chance from Hypothesis."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

from hypothesis import strategies as st

from quizgame.banks.dates import Interval, parse
from quizgame.banks.models import Bank, Distractor, Fact, PackFile, Question, Section, Source, Term
from quizgame.banks.pack import Pack
from quizgame.game.draw.questions import draw_round
from quizgame.game.events import Rating
from quizgame.game.kinds import any as asked
from quizgame.game.kinds.any import Response
from quizgame.game.kinds.card import CardQuestion, Rated
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.dating import Dated, DateQuestion
from quizgame.game.kinds.gap import GapQuestion, PutInGap
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion
from quizgame.game.kinds.shared import DontKnow, Event
from tests.often import examples

MOMENT = datetime(2024, 5, 17, 12, 30, tzinfo=UTC)
FIRST_DAY = date(1988, 2, 20)

modest = examples(100)
brief = examples(30)


def day(number: int) -> Interval:
    """The day that many days after the first one."""
    return days(number, number)


def days(first: int, last: int) -> Interval:
    start, end = (FIRST_DAY + timedelta(days=number) for number in (first, last))
    return parse(start.isoformat() if first == last else f"{start.isoformat()}/{end.isoformat()}")


GRADES: tuple[Rating, ...] = (1, 2, 3, 4)
COLOURS = ("amber", "beige", "coral", "denim")


def wording(name: str, options: Sequence[str] = COLOURS, *, named: bool = True) -> Question:
    """A question whose first option is the answer."""
    return Question(
        id=name if named else None,
        prompt=f"What is {name}?",
        answer=options[0],
        distractors=tuple(Distractor(text=text, why=f"not {text}") for text in options[1:]),
        explanation=f"Because of {name}.",
    )


def fact(name: str, *, when: Interval | None = None, wordings: int = 1, importance: int = 2) -> Fact:
    """A fact with so many wordings; with a date it is an event too."""
    return Fact(
        id=name,
        text=f"The fact {name}.",
        paragraph=1,
        importance=importance,
        date=when,
        label=f"Event {name}" if when else None,
        questions=tuple(wording(f"{name}-{number}") for number in range(1, wordings + 1)),
    )


def events(prefix: str, dates: Sequence[Interval]) -> list[Fact]:
    """Events without questions of their own."""
    return [fact(f"{prefix}{number}", when=when, wordings=0) for number, when in enumerate(dates)]


def term(name: str, word: str | None = None) -> Term:
    return Term(id=name, term=word or f"word {name}", definition=f"meaning of {name}", paragraph=1)


def bank(topic: str, facts: Sequence[Fact], *, terms: Sequence[Term] = (), borrows: Sequence[str] = ()) -> Bank:
    return Bank(
        topic=topic,
        title=topic,
        section="Only",
        order=0,
        facts=tuple(facts),
        terms=tuple(terms),
        borrows=tuple(borrows),
    )


def pack_of(*banks: Bank) -> Pack:
    source = Source(title="A text", licence="CC0", read=parse("2024-01-01"))
    about = PackFile(title="A pack", language="en", source=source, sections=(Section(heading="Only", paragraphs=9),))
    return Pack("small", about, banks, "0badcafe")


def draw(pack: Pack, length: int, seed: int, topics: Sequence[str] | None = None) -> tuple[asked.Question, ...]:
    return draw_round(pack, pack.topics if topics is None else topics, length, random.Random(seed))


def choices(drawn: Sequence[asked.Question]) -> list[ChoiceQuestion]:
    return [question for question in drawn if isinstance(question, ChoiceQuestion)]


def orderings(drawn: Sequence[asked.Question]) -> list[OrderingQuestion]:
    return [question for question in drawn if isinstance(question, OrderingQuestion)]


def tray(dates: Sequence[Interval]) -> OrderingQuestion:
    """An ordering of these dates, in this order on the tray."""
    cards = tuple(Event(f"event-{at}", "topic", f"Event {at}", when) for at, when in enumerate(dates))
    return OrderingQuestion("topic", "order-topic", cards)


def all_comparable(cards: Sequence[Interval]) -> bool:
    return all(one.latest < other.earliest or other.latest < one.earliest for one, other in combinations(cards, 2))


@st.composite
def intervals(draw: st.DrawFn, span: int = 30) -> Interval:
    """A day or a few days, close enough together to overlap often."""
    first = draw(st.integers(0, span))
    return days(first, first + draw(st.sampled_from((0, 0, 0, 1, 3, 8, span))))


OPTION_SETS = (
    COLOURS,
    COLOURS[:3],
    ("1994", "1988", "2020", "1991"),
    ("40", "9", "300"),
)


def random_fact(name: str, rng: random.Random) -> Fact:
    first, length = rng.randrange(30), rng.choice((0, 0, 0, 1, 3, 8, 30))
    when = days(first, first + length) if rng.random() < 0.6 else None
    options = [rng.sample(chosen, len(chosen)) for chosen in rng.choices(OPTION_SETS, k=rng.choice((0, 1, 1, 2, 3)))]
    named = rng.random() < 0.5
    written = tuple(wording(f"{name}-{number}", one, named=named) for number, one in enumerate(options, 1))
    plain = fact(name, when=when, wordings=0, importance=rng.randint(1, 3))
    return plain.model_copy(update={"questions": written})


def random_pack(seed: int) -> Pack:
    """A pack of one to three topics; later topics may borrow facts of earlier ones."""
    rng = random.Random(seed)
    banks: list[Bank] = []
    for topic in ("north", "east", "south")[: rng.choice((1, 2, 3, 3))]:
        older = [fact.id for bank in banks for fact in bank.facts]
        borrows = rng.sample(older, min(len(older), rng.randrange(4)))
        own = [random_fact(f"{topic}-{letter}", rng) for letter in "abcdef"[: rng.randint(not borrows, 6)]]
        words = [term(f"{topic}-term-{number}") for number in range(rng.randrange(4))]
        banks.append(bank(topic, own, terms=words, borrows=borrows))
    return pack_of(*banks)


def packs() -> st.SearchStrategy[Pack]:
    """Random packs, each from one number: to draw every part of them from Hypothesis takes twenty times as long."""
    return st.integers(0, 2**32).map(random_pack)


def responses(question: asked.Question) -> st.SearchStrategy[Response]:
    """Every response that fits a question."""
    unknown: st.SearchStrategy[Response] = st.just(DontKnow())
    if isinstance(question, ChoiceQuestion):
        return unknown | st.integers(0, len(question.options) - 1).map(Chose)
    if isinstance(question, DateQuestion):
        return unknown | intervals().map(Dated)
    if isinstance(question, GapQuestion):
        return unknown | st.integers(0, len(question.line)).map(PutInGap)
    if isinstance(question, CardQuestion):
        return unknown | st.sampled_from(GRADES).map(Rated)
    return unknown | st.permutations(range(len(question.events))).map(lambda order: Ordered(tuple(order)))


def random_response(question: asked.Question, rng: random.Random) -> Response:
    """One of them, without Hypothesis."""
    if rng.random() < 0.1:
        return DontKnow()
    if isinstance(question, ChoiceQuestion):
        return Chose(rng.randrange(len(question.options)))
    if isinstance(question, DateQuestion):
        return Dated(day(rng.randrange(-20_000, 20_000)))
    if isinstance(question, GapQuestion):
        return PutInGap(rng.randint(0, len(question.line)))
    if isinstance(question, CardQuestion):
        return Rated(rng.choice(GRADES))
    return Ordered(tuple(rng.sample(range(len(question.events)), len(question.events))))
