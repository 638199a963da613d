"""What every round is like, whatever the pack, the topics and the seed."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgame.banks.models import Fact, Term
from quizgame.banks.pack import Pack
from quizgame.game.draw.questions import MOST_ORDERINGS, QUESTIONS_PER_ORDERING, draw_round
from quizgame.game.draw.terms import TERM_OPTIONS
from quizgame.game.kinds import any as asked
from quizgame.game.kinds.choice import ChoiceQuestion
from tests.game.strategies import (
    bank,
    choices,
    day,
    draw,
    events,
    fact,
    modest,
    orderings,
    pack_of,
    random_pack,
    term,
    wording,
)
from tests.packs import pack_of_events


@dataclass(frozen=True)
class Drawn:
    """A round, and what it was drawn from."""

    pack: Pack
    topics: Sequence[str]
    length: int
    seed: int
    questions: Sequence[asked.Question]

    @property
    def facts(self) -> dict[str, Fact]:
        """The facts that a multiple-choice question can ask, by their ids."""
        return {fact.id: fact for topic in self.topics for fact in self.pack.facts_of(topic) if fact.questions}

    @property
    def terms(self) -> dict[str, Term]:
        """Likewise the terms; a pack with too few has no options for them."""
        enough = len(self.pack.terms) >= TERM_OPTIONS
        return {term.id: term for topic in self.topics for term in self.pack.bank(topic).terms if enough}


def round_of(seed: int) -> Drawn:
    rng = random.Random(seed)
    pack = random_pack(seed)
    topics = rng.sample(pack.topics, rng.randint(1, len(pack.topics)))
    length = rng.choice((0, 1, 4, 5, 8, 10, 15, 25))
    return Drawn(pack, topics, length, seed, draw(pack, length, seed, topics))


def rounds() -> st.SearchStrategy[Drawn]:
    return st.integers(0, 2**32).map(round_of)


@given(rounds())
@example(round_of(37214))  # topics that have nothing but events
@modest
def test_a_round_is_as_long_as_asked_or_has_every_wording(drawn: Drawn) -> None:
    wordings = sum(len(fact.questions) for fact in drawn.facts.values()) + len(drawn.terms)
    room = drawn.length - len(orderings(drawn.questions))
    assert len(choices(drawn.questions)) == min(room, wordings)
    share = drawn.length // QUESTIONS_PER_ORDERING
    most = share if wordings else min(drawn.length, MOST_ORDERINGS)  # of nothing but events a round is all orderings
    assert len(orderings(drawn.questions)) <= most


@given(rounds())
@modest
def test_no_wording_comes_twice(drawn: Drawn) -> None:
    prompts = [question.prompt for question in choices(drawn.questions)]
    ids = [question.id for question in choices(drawn.questions)]
    assert len(prompts) == len(set(prompts)) == len(set(ids))


@given(rounds())
@modest
def test_a_fact_comes_again_only_when_all_facts_have_had_their_turn(drawn: Drawn) -> None:
    turns = Counter(question.fact for question in choices(drawn.questions))
    most = max(turns.values(), default=0)
    for name in [*drawn.facts, *drawn.terms]:
        wordings = len(drawn.facts[name].questions) if name in drawn.facts else 1
        assert turns[name] >= min(most - 1, wordings)


@given(rounds())
@modest
def test_a_question_belongs_to_a_topic_that_draws_its_fact(drawn: Drawn) -> None:
    for question in drawn.questions:
        assert question.topic in drawn.topics
        names = {fact.id for fact in drawn.pack.facts_of(question.topic)}
        names |= {term.id for term in drawn.pack.bank(question.topic).terms}
        assert names & set(question.facts)


@given(rounds())
@modest
def test_the_options_are_those_of_the_bank_and_the_key_is_the_answer(drawn: Drawn) -> None:
    for question in choices(drawn.questions):
        if question.fact in drawn.facts:
            written = drawn.facts[question.fact].questions[int(question.id[-1]) - 1]
            assert (question.prompt, question.explanation) == (written.prompt, written.explanation)
            assert question.options[question.key].text == written.answer
            wrong = [(option.text, option.why) for at, option in enumerate(question.options) if at != question.key]
            assert sorted(wrong) == sorted((one.text, one.why) for one in written.distractors)


@given(rounds())
@modest
def test_options_that_are_numbers_come_in_their_order(drawn: Drawn) -> None:
    for question in choices(drawn.questions):
        texts = [option.text for option in question.options]
        if all(text.isdecimal() for text in texts):
            assert texts == sorted(texts, key=int)


@given(rounds())
@modest
def test_a_term_is_asked_with_four_words_and_its_own_is_the_key(drawn: Drawn) -> None:
    for question in choices(drawn.questions):
        if question.fact in drawn.terms:
            words = [option.text for option in question.options]
            assert len(set(words)) == len(words) == 4
            assert words[question.key] == drawn.terms[question.fact].term
            assert drawn.terms[question.fact].definition in question.prompt
            assert set(words) <= {term.term for term in drawn.pack.terms}


def has_needless_run(drawn: Sequence[asked.Question]) -> bool:
    """Whether a topic comes a third time in a row although there are questions of others left."""
    topics = [question.topic for question in drawn]
    return any(len(set(topics[at - 2 : at + 1])) == 1 < len(set(topics[at:])) for at in range(2, len(topics)))


@given(rounds())
@modest
def test_no_topic_comes_three_times_in_a_row_while_others_last(drawn: Drawn) -> None:
    assert not has_needless_run(drawn.questions)


def test_an_ordering_is_no_third_question_of_its_topic_in_a_row() -> None:
    assert not any(has_needless_run(draw(LARGE, 15, seed, ["north", "east"])) for seed in range(300))


@given(rounds())
@modest
def test_the_same_seed_draws_the_same_round(drawn: Drawn) -> None:
    assert draw(drawn.pack, drawn.length, drawn.seed, drawn.topics) == drawn.questions


LARGE = pack_of(
    bank("north", [fact(f"north-{number}", when=day(number), wordings=3) for number in range(12)]),
    bank("east", [fact(f"east-{number}", wordings=2) for number in range(8)], borrows=["north-1", "north-2"]),
    bank("south", events("south-", [day(30), day(31)]), terms=[term(f"term-{number}") for number in range(6)]),
)


def test_different_seeds_draw_different_rounds() -> None:
    drawn = [tuple((q.id, q.facts) for q in draw(LARGE, 10, seed)) for seed in range(200)]
    assert len(set(drawn)) == 200


def test_every_wording_term_and_event_comes_up_over_the_seeds() -> None:
    drawn = [question for seed in range(400) for question in draw(LARGE, 5, seed)]
    wordings = {question.id for bank in LARGE.banks for fact in bank.facts for question in fact.questions}
    assert {question.id for question in choices(drawn)} == wordings | {f"{term.id}-which" for term in LARGE.terms}
    dated = {fact.id for bank in LARGE.banks for fact in bank.facts if fact.is_event}
    assert {name for question in orderings(drawn) for name in question.facts} == dated


def test_a_borrowed_fact_is_drawn_under_the_topic_that_borrows_it() -> None:
    drawn = [question for seed in range(40) for question in choices(draw(LARGE, 20, seed, ["east"]))]
    assert {question.topic for question in drawn} == {"east"}
    assert {"north-1", "north-2"} <= {question.fact for question in drawn}


def test_a_borrowed_fact_comes_once_when_both_its_topics_are_played() -> None:
    pack = pack_of(bank("north", [fact("shared")]), bank("east", [fact("own")], borrows=["shared"]))
    for seed in range(40):
        assert sorted(question.fact for question in choices(draw(pack, 10, seed))) == ["own", "shared"]
        assert sorted(question.fact for question in choices(draw(pack, 10, seed, ["east"]))) == ["own", "shared"]


def test_a_topic_named_twice_is_drawn_once() -> None:
    for seed in range(40):
        ids = [question.id for question in choices(draw(LARGE, 50, seed, ["south", "east", "south"]))]
        assert len(ids) == len(set(ids))


def test_a_word_of_two_glossaries_is_never_two_options_of_one_question() -> None:
    terms = [term("one", "Ceasefire"), term("two", "ceasefire"), *(term(name) for name in ("three", "four", "five"))]
    pack = pack_of(bank("north", [fact("a")], terms=terms[:2]), bank("east", [fact("b")], terms=terms[2:]))
    for seed in range(100):
        for question in choices(draw(pack, 10, seed)):
            words = [option.text.casefold() for option in question.options]
            assert len(words) == len(set(words)) == 4
            own = {term.id: term for term in terms}.get(question.fact)
            assert own is None or question.options[question.key].text == own.term


def test_a_pack_with_too_few_different_words_asks_for_none() -> None:
    terms = [term("one", "truce"), term("two", "Truce"), term("three"), term("four")]
    drawn = choices(draw(pack_of(bank("north", [fact("a")], terms=terms)), 10, 0))
    assert [question.fact for question in drawn] == ["a"]


def test_a_question_without_an_id_is_named_after_its_fact_and_place() -> None:
    unnamed = fact("a", wordings=3).model_copy(
        update={"questions": tuple(one.model_copy(update={"id": None}) for one in fact("a", wordings=3).questions)}
    )
    drawn = choices(draw(pack_of(bank("north", [unnamed])), 3, 0))
    assert {(question.id, question.prompt) for question in drawn} == {
        (f"a-{number}", f"What is a-{number}?") for number in (1, 2, 3)
    }


def test_a_question_with_an_id_keeps_it() -> None:
    named = fact("a").model_copy(update={"questions": (wording("an-id-of-its-own"),)})
    assert draw(pack_of(bank("north", [named])), 1, 0)[0].id == "an-id-of-its-own"


def test_a_question_carries_the_tags_of_its_fact() -> None:
    tagged = fact("a").model_copy(update={"tags": ("war", "death")})
    (question,) = draw(pack_of(bank("north", [tagged])), 1, 0)
    assert question.tags == ("war", "death")


@pytest.mark.parametrize("length", [0, -1, -7])
def test_a_round_of_no_length_has_no_questions(length: int) -> None:
    assert draw(LARGE, length, 1) == ()


def test_no_topics_and_a_topic_with_nothing_to_ask_give_an_empty_round() -> None:
    silent = pack_of(bank("north", [fact("a", wordings=0)]), bank("east", events("e", [day(1), day(2)])))
    assert draw(LARGE, 10, 1, []) == ()
    assert draw(silent, 10, 1) == ()


def test_a_round_begins_with_a_choice_and_has_an_ordering_for_every_five_questions() -> None:
    for seed in range(60):
        drawn = draw(LARGE, 10, seed, ["north"])
        assert isinstance(drawn[0], ChoiceQuestion)
        assert [at for at, question in enumerate(drawn) if question in orderings(drawn)] == [4, 9]


def test_weights_of_ids_that_are_not_in_the_pack_change_nothing() -> None:
    weighted = draw_round(LARGE, LARGE.topics, 10, random.Random(3), weights={"elsewhere": 9.0})
    assert weighted == draw(LARGE, 10, 3)


@given(st.integers(0, 2**32), st.integers(1, 20), st.sets(st.sampled_from(("choice", "ordering", "date")), min_size=1))
@modest
def test_only_the_kinds_that_were_chosen_come_and_no_event_is_asked_twice(
    seed: int, length: int, kinds: set[str]
) -> None:
    pack = pack_of_events(60, topics=3)
    drawn = draw_round(pack, pack.topics, length, random.Random(seed), kinds=kinds)
    assert len(drawn) == length
    assert {one.kind for one in drawn} <= kinds
    dated = [one.facts[0] for one in drawn if one.kind == "date"]
    others = [fact for one in drawn if one.kind != "date" for fact in one.facts]
    assert len(set(dated)) == len(dated)
    assert not set(dated) & set(others)
