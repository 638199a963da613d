"""A thousand rounds for each topic of each pack that ships: what a player may meet in them."""

from collections.abc import Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from quizgame.banks.files.read import read_library
from quizgame.banks.pack import Pack
from quizgame.banks.quality.languages import word_lists
from quizgame.banks.quality.leaks import printed
from quizgame.banks.quality.lint import leaks_of
from quizgame.banks.text import folded
from quizgame.game.draw.questions import draw_round
from quizgame.game.draw.seeds import generator
from quizgame.game.draw.terms import asks_terms
from quizgame.game.kinds.any import Question
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.ordering import OrderingQuestion

BANKS = Path(__file__).resolve().parents[3] / "question_banks"
ROUNDS, LENGTH = 1_000, 10


@cache
def shipped() -> tuple[Pack, ...]:
    return tuple(files.pack for files in read_library((BANKS,)).packs)


@pytest.fixture(scope="module")
def leaks() -> dict[tuple[str, str], int]:
    """How many leaks the linter finds in each topic: what it accepts, the draw keeps apart."""
    return {(pack.id, topic): count for pack in shipped() for topic, count in leaks_of(pack).items()}


TOPICS = [(pack.id, topic) for pack in shipped() for topic in pack.topics]


def pack_called(name: str) -> Pack:
    return next(pack for pack in shipped() if pack.id == name)


@cache
def accepted_answers(pack_id: str) -> dict[str, set[str]]:
    """For each prompt of the pack, everything that some question takes for its answer."""
    found: dict[str, set[str]] = {}
    for bank in pack_called(pack_id).banks:
        for fact in bank.facts:
            for question in fact.questions:
                found.setdefault(folded(question.prompt), set()).add(folded(question.answer))
    return found


def told_in(drawn: Sequence[Question]) -> list[tuple[str, str]]:
    """The prompts of a round that print the answer of another of its questions, and those that are another's."""
    shown = [question for question in drawn if isinstance(question, ChoiceQuestion)]
    read = {one.prompt: printed(one.prompt, one.options[one.key].text, word_lists("en")) for one in shown}
    assert len(read) == len(shown)
    return [(one, other) for one, other in combinations(read, 2) if read[one].clashes(read[other])]


@pytest.mark.thorough
@pytest.mark.parametrize(("pack_id", "topic"), TOPICS)
def test_a_thousand_rounds_reach_every_question_and_never_have_two_right_answers(
    pack_id: str, topic: str, leaks: dict[tuple[str, str], int]
) -> None:
    pack = pack_called(pack_id)
    asked: set[str] = set()
    for number in range(ROUNDS):
        drawn = draw_round(pack, [topic], LENGTH, generator(f"{topic}-{number}"))
        assert not told_in(drawn) or leaks[pack_id, topic]
        for question in drawn:
            if isinstance(question, ChoiceQuestion):
                asked.add(question.id)
                wrong = {folded(option.text) for at, option in enumerate(question.options) if at != question.key}
                assert len(wrong) == len(question.options) - 1
                assert not wrong & accepted_answers(pack_id).get(folded(question.prompt), set())
            elif isinstance(question, OrderingQuestion):
                assert 3 <= len(question.events) <= 6
                assert all(one.date.comparable(other.date) for one, other in combinations(question.events, 2))
                assert any(event.fact in {fact.id for fact in pack.events_of(topic)} for event in question.events)
    every = {question.id for fact in pack.facts_of(topic) for question in fact.questions if question.id}
    if asks_terms(pack):
        every |= {f"{term.id}-which" for term in pack.bank(topic).terms}
    assert asked == every


@pytest.mark.parametrize(("pack_id", "topic"), TOPICS)
def test_every_topic_has_date_orderings_of_its_own(pack_id: str, topic: str) -> None:
    pack = pack_called(pack_id)
    drawn = draw_round(pack, [topic], LENGTH, generator("ANY-1"))
    assert pack.events_of(topic)
    assert any(isinstance(question, OrderingQuestion) for question in drawn)


def test_the_whole_pack_makes_one_clean_timeline() -> None:
    pack = pack_called("nagorno-karabakh")
    events = {fact.id: fact for topic in pack.topics for fact in pack.events_of(topic)}
    labels = [fact.label for fact in events.values()]
    assert len(events) >= 39  # all that the article dates and that don't order themselves: fewer is one that got lost
    assert len(set(labels)) == len(labels)


def test_every_section_of_the_source_has_a_bank() -> None:
    for pack in shipped():
        assert {section.heading for section in pack.about.sections} == {bank.section for bank in pack.banks}


@pytest.mark.parametrize("pack_id", [pack.id for pack in shipped()])
def test_every_fact_worth_asking_has_its_wordings(pack_id: str) -> None:
    for bank in pack_called(pack_id).banks:
        for fact in bank.facts:
            wanted = {3: 2, 2: 1, 1: 0}[fact.importance]
            assert len(fact.questions) >= wanted, fact.id
