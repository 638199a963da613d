"""What is missed in a planned round comes back in it once, and counts for nothing then; guesses keep their points."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.game.draw.picked import Picked
from quizgame.game.events import Answered, Guessed, Started
from quizgame.game.kinds.any import Question, Response
from quizgame.game.kinds.card import CardQuestion, Rated, Side
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.modes import CARDS, DATES, MOCK, PLANNED, PRACTICE, TODAY, WEAK
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import OTHERS_BETWEEN, Round, round_of
from tests.game.strategies import MOMENT, bank, brief, day, events, fact, modest, orderings, pack_of
from tests.game.strategies import draw as drawn_round

LEAST, MOST = OTHERS_BETWEEN
PACK = pack_of(bank("north", [fact(f"f{number}") for number in range(20)]))


def begin(length: int = 12, mode: str = TODAY, seed: str = "OWL-1") -> Round:
    picked = Picked(PACK, PACK.topics, random.Random(1))
    for number in range(length):
        assert picked.add(f"f{number}")
    return begun(picked.questions(), mode, seed)


def begun(questions: Sequence[Question], mode: str = TODAY, seed: str = "OWL-1") -> Round:
    return round_of(Started("r1", MOMENT, mode, PACK.id, PACK.revision, seed, PACK.topics, len(questions)), questions)


def response(question: Question, *, right: bool) -> Response:
    if isinstance(question, CardQuestion):
        return Rated(3) if right else Rated(1)
    assert isinstance(question, ChoiceQuestion)
    return Chose(question.key if right else (question.key + 1) % len(question.options))


def answer(state: Round, *, right: bool) -> tuple[Round, Answered]:
    return state.answer(response(state.current, right=right), MOMENT, 5)


def played(state: Round, rights: Sequence[bool]) -> tuple[Round, list[Answered]]:
    """The round to its end; what comes after these answers is known."""
    kept: list[Answered] = []
    while state.phase is not Phase.OVER:
        state, event = answer(state, right=rights[len(kept)] if len(kept) < len(rights) else True)
        kept.append(event)
        state = state.go_on()
    return state, kept


@given(st.lists(st.booleans(), max_size=24), st.integers(1, 20), st.integers(1, 9999), st.sampled_from([TODAY, WEAK]))
@modest
def test_a_miss_comes_back_once_after_four_to_eight_others(
    rights: list[bool], length: int, seed: int, mode: str
) -> None:
    begun = begin(length, mode, f"OWL-{seed}")
    state, kept = played(begun, rights)
    places = {one: [at for at, event in enumerate(kept) if event.facts == (one,)] for one in {e.facts[0] for e in kept}}
    assert len(places) == length
    for first, *again in places.values():
        missed = not kept[first].facts_right[0]
        if not again:
            assert not missed or first == len(kept) - 1
            continue
        [back] = again
        assert missed
        assert kept[back].seen
        between = back - first - 1
        assert between <= MOST
        assert between >= LEAST or all(event.seen for event in kept[back:])  # as late as there were others
    assert [one.again for one in state.given] == [event.seen for event in kept]
    assert [question.id for question in begun.questions] == [event.question for event in kept if not event.seen]


@given(st.lists(st.booleans(), max_size=24), st.integers(1, 9999))
@brief
def test_what_comes_back_counts_for_nothing(rights: list[bool], seed: int) -> None:
    state, kept = played(begin(seed=f"OWL-{seed}"), rights)
    first = [event for event in kept if not event.seen]
    assert all(event.points == 0 for event in kept if event.seen)
    assert state.result.asked == len(first) == 12
    assert state.result.points == sum(event.points for event in kept)
    assert state.result.right == sum(event.facts_right[0] for event in first)
    assert len(state.result.look_again) == 12 - state.result.right
    assert state.result == played(begin(mode=PRACTICE), [event.facts_right[0] for event in first])[0].result


def test_how_long_it_takes_differs() -> None:
    places = {played(begin(seed=f"OWL-{seed}"), [False])[0].repeats for seed in range(1, 60)}
    assert places == {(1 + others,) for others in range(LEAST, MOST + 1)}
    assert played(begin(), [False])[0] == played(begin(), [False])[0]


@pytest.mark.parametrize("mode", [PRACTICE, MOCK, DATES])
def test_in_other_modes_nothing_comes_back(mode: str) -> None:
    assert mode not in PLANNED
    state, kept = played(begin(mode=mode), [False] * 12)
    assert (len(kept), state.repeats) == (12, ())


def test_not_to_know_it_is_a_miss_too() -> None:
    state, _ = begin().answer(DontKnow(), MOMENT, 5)
    assert len(state.go_on().questions) == 13


def test_a_card_comes_back_and_an_ordering_does_not() -> None:
    cards = [
        CardQuestion("north", f"f{number}", f"card-{number}", Side.QUESTION, f"Front {number}", "Back")
        for number in range(10)
    ]
    state, kept = played(begun(cards, CARDS), [False])
    assert (len(kept), state.repeats != ()) == (11, True)
    pack = pack_of(bank("north", events("n", [day(number) for number in range(20)])))
    asked = orderings(drawn_round(pack, 6, 1))
    state, _ = begun(asked).answer(DontKnow(), MOMENT, 5)
    assert state.go_on().questions == tuple(asked)


def test_a_miss_that_is_taken_back_does_not_come_again() -> None:
    state, _ = answer(begin(), right=False)
    missed = state.go_on()
    state, _ = state.take_back(MOMENT)
    state, event = answer(state, right=True)
    assert event.seen
    ahead = state.go_on()
    assert ahead.questions == begin().questions
    assert (ahead.repeats, len(missed.repeats)) == ((), 1)
    state, _ = answer(begin(), right=False)
    state, _ = state.take_back(MOMENT)
    state, _ = answer(state, right=False)
    assert len(state.go_on().questions) == 13


def test_the_last_question_does_not_come_twice_in_a_row() -> None:
    state, kept = played(begin(3), [True, True, False])
    assert len(kept) == 3
    assert state.phase is Phase.OVER


def test_a_guess_keeps_its_points_and_shows_nothing() -> None:
    state, event = answer(begin(), right=True)
    assert state.may_be_a_guess
    marked, guess = state.call_a_guess(MOMENT)
    assert guess == Guessed(event.round, event.place, event.attempt, MOMENT)
    assert (marked.phase, marked.verdict, marked.place) == (state.phase, state.verdict, state.place)
    assert (marked.result.points, marked.result.right) == (100, 0)
    assert marked.result.look_again == (event_question(begin()),)
    assert marked.go_on().questions == begin().questions
    assert not marked.may_be_a_guess
    with pytest.raises(ValueError, match="only what counts as known"):
        marked.call_a_guess(MOMENT)
    again, _ = marked.take_back(MOMENT)
    assert again == replace(begin(), attempt=1)


def event_question(state: Round) -> Question:
    return state.questions[0]


def test_what_was_not_known_is_no_guess() -> None:
    state, _ = answer(begin(), right=False)
    assert not state.may_be_a_guess
    with pytest.raises(ValueError, match="only what counts as known"):
        state.call_a_guess(MOMENT)
    for waits in (begin(), begin(0)):
        assert not waits.may_be_a_guess
        with pytest.raises(ValueError, match="the round waits for"):
            waits.call_a_guess(MOMENT)
    state, _ = state.take_back(MOMENT)
    seen, _ = answer(state, right=True)
    assert not seen.may_be_a_guess
