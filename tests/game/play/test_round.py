"""A round under any sequence of steps, legal or not."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from quizgame.banks.pack import Pack
from quizgame.game.events import Answered, TakenBack
from quizgame.game.kinds.any import Response, grade
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.dating import Dated, DateQuestion
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.given import Given
from quizgame.game.play.modes import DATES, ORDERINGS, PRACTICE
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round, start_round
from quizgame.game.play.scoring import points, result
from tests.game.strategies import MOMENT, bank, day, events, fact, pack_of, packs, responses, term
from tests.often import examples


def begin(pack: Pack, seed: str = "TIGER-42", length: int = 6, mode: str = PRACTICE) -> Round:
    return start_round(pack, round_id="r1", moment=MOMENT, seed=seed, topics=pack.topics, length=length, mode=mode)


def as_kept(response: Response) -> tuple[int, ...] | None:
    if isinstance(response, Chose):
        return (response.option,)
    if isinstance(response, Dated):
        return (response.date.earliest, response.date.latest)
    return response.order if isinstance(response, Ordered) else None


class AnyPlay(RuleBasedStateMachine):
    """Plays a round in any way, beside a plain list of what still counts."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[tuple[Answered, Response]] = []
        self.showing = False
        self.attempt = 0
        self.steps = 0

    @initialize(
        pack=packs(),
        number=st.integers(1, 9999),
        length=st.sampled_from(range(12)),
        mode=st.sampled_from((PRACTICE, PRACTICE, ORDERINGS, DATES)),
    )
    def start(self, pack: Pack, number: int, length: int, mode: str) -> None:
        self.round = begin(pack, f"TIGER-{number}", length, mode)
        assert begin(pack, f"TIGER-{number}", length, mode) == self.round
        assert len(self.round.questions) <= length

    @property
    def over(self) -> bool:
        return not self.showing and len(self.kept) == len(self.round.questions)

    @precondition(lambda self: not self.showing and not self.over)
    @rule(data=st.data(), milliseconds=st.integers(0, 10**6))
    def answer(self, data: st.DataObject, milliseconds: int) -> None:
        question = self.round.current
        response = data.draw(responses(question))
        self.steps += 1
        moment = MOMENT + timedelta(seconds=self.steps)
        self.round, event = self.round.answer(response, moment, milliseconds)
        verdict = grade(question, response)
        assert event.response == as_kept(response)
        assert (event.place, event.attempt, event.moment) == (len(self.kept), self.attempt, moment)
        assert (event.question, event.topic, event.facts) == (question.id, question.topic, question.facts)
        assert (event.credit, event.facts_right) == (verdict.credit, verdict.facts_right)
        assert len(event.facts) == len(event.facts_right) > 0
        assert (event.points, event.milliseconds) == (0 if event.seen else points(verdict.credit), milliseconds)
        assert self.round.verdict == verdict
        self.kept.append((event, response))
        self.showing = True

    @precondition(lambda self: self.showing)
    @rule()
    def take_back(self) -> None:
        self.round, event = self.round.take_back(MOMENT)
        slip, _ = self.kept.pop()
        assert event == TakenBack(slip.round, slip.place, slip.attempt, MOMENT)
        self.showing = False
        self.attempt += 1

    @precondition(lambda self: self.showing)
    @rule()
    def go_on(self) -> None:
        self.round = self.round.go_on()
        self.showing = False
        self.attempt = 0

    @precondition(lambda self: not self.showing)
    @rule()
    def nothing_can_be_left_or_taken_back(self) -> None:
        with pytest.raises(ValueError, match="the round waits for"):
            self.round.go_on()
        with pytest.raises(ValueError, match="not for an answer to be taken back"):
            self.round.take_back(MOMENT)

    @precondition(lambda self: self.showing or self.over)
    @rule()
    def no_answer_is_taken(self) -> None:
        with pytest.raises(ValueError, match="not for an answer"):
            self.round.answer(DontKnow(), MOMENT, 0)

    @precondition(lambda self: not self.showing and not self.over)
    @rule()
    def no_misfit_is_taken(self) -> None:
        question = self.round.current
        misfit = Ordered((0,)) if isinstance(question, ChoiceQuestion) else Chose(0)
        with pytest.raises(ValueError, match="is no answer to a"):
            self.round.answer(misfit, MOMENT, 0)

    @invariant()
    def the_phase_says_what_is_awaited(self) -> None:
        if not hasattr(self, "round"):
            return
        expected = Phase.SHOWING if self.showing else Phase.OVER if self.over else Phase.ASKING
        assert self.round.phase is expected
        assert self.round.place == len(self.kept) - self.showing
        assert self.round.attempt == (0 if self.over else self.attempt)

    @invariant()
    def the_result_is_the_sum_of_the_answers_kept(self) -> None:
        if not hasattr(self, "round"):
            return
        came_to = self.round.result
        known = [event for event, _ in self.kept if event.credit == 1 and not event.seen]
        assert came_to.asked == len(self.kept)
        assert came_to.points == sum(event.points for event, _ in self.kept)
        assert came_to.right == len(known)
        again = [event.question for event, _ in self.kept if event not in known]
        assert [question.id for question in came_to.look_again] == again
        given = [
            Given(question, response, grade(question, response), seen=event.attempt > 0)
            for question, (event, response) in zip(self.round.questions, self.kept, strict=False)
        ]
        assert came_to == result(given)


TestAnyPlay = AnyPlay.TestCase
TestAnyPlay.settings = examples(40, stateful_step_count=25)


PACK = pack_of(
    bank("north", [fact("a", wordings=3), *events("n", [day(number) for number in range(4)])]),
    bank("east", [fact("b", wordings=2)], terms=[term(f"t{number}") for number in range(4)]),
)


def test_an_answer_keeps_what_was_shown_in_its_order() -> None:
    kinds = set()
    for state in (begin(PACK, length=10), begin(PACK, length=10, mode=DATES)):
        while state.phase is not Phase.OVER:
            question = state.current
            kinds.add(type(question))
            state, event = state.answer(DontKnow(), MOMENT, 5)  # noqa: PLW2901 - a round is a value
            if isinstance(question, ChoiceQuestion):
                assert event.shown == tuple(option.text for option in question.options)
            elif isinstance(question, DateQuestion):
                assert event.shown == (question.event.label,)
            else:
                assert isinstance(question, OrderingQuestion)
                assert event.shown == tuple(card.label for card in question.events)
            state = state.go_on()  # noqa: PLW2901
    assert len(kinds) == 3


def test_a_mode_decides_what_kind_of_question_comes() -> None:
    assert {type(question) for question in begin(PACK, mode=ORDERINGS).questions} == {OrderingQuestion}
    dates = begin(PACK, mode=DATES).questions
    assert {type(question) for question in dates} == {DateQuestion}
    assert sorted(question.facts[0] for question in dates) == ["n0", "n1", "n2", "n3"]
    assert begin(PACK, mode=DATES, seed="OWL-1").questions != dates


def test_an_answer_names_its_round_and_the_pack_as_it_was() -> None:
    _, event = begin(PACK).answer(DontKnow(), MOMENT, 5)
    assert (event.round, event.pack, event.revision) == ("r1", PACK.id, PACK.revision)
    assert event.mode == "practice"
    test = start_round(PACK, round_id="r", moment=MOMENT, seed="OWL-1", topics=PACK.topics, length=1, mode="test")
    assert test.started.mode == test.answer(DontKnow(), MOMENT, 5)[1].mode == "test"


def test_the_beginning_keeps_all_that_replays_the_round() -> None:
    started = begin(PACK, "LION-7", 5).started
    assert (started.round, started.moment, started.mode) == ("r1", MOMENT, "practice")
    assert (started.pack, started.revision, started.seed) == (PACK.id, PACK.revision, "LION-7")
    again = start_round(
        PACK, round_id="r2", moment=MOMENT, seed=started.seed, topics=started.topics, length=started.length
    )
    assert again.questions == begin(PACK, "LION-7", 5).questions
    assert again.questions != begin(PACK, "LION-8", 5).questions


def test_topics_are_played_alike_in_whatever_order_they_are_named() -> None:
    orders: list[list[str]] = [["north", "east"], ["east", "north"], ["east", "north", "east", "elsewhere"]]
    rounds = [start_round(PACK, round_id="r1", moment=MOMENT, seed="OWL-1", topics=order, length=8) for order in orders]
    assert rounds[0] == rounds[1] == rounds[2]
    assert rounds[0].started.topics == ("north", "east")


def test_weights_decide_what_a_round_asks() -> None:
    state = start_round(
        PACK, round_id="r1", moment=MOMENT, seed="OWL-1", topics=PACK.topics, length=1, weights={"t3": 1e9}
    )
    assert state.current.facts == ("t3",)


def test_a_round_without_questions_is_over_at_once() -> None:
    empty = begin(PACK, length=0)
    assert (empty.phase, empty.place, empty.questions, empty.result.asked) == (Phase.OVER, 0, (), 0)
    with pytest.raises(IndexError):
        _ = empty.current
    with pytest.raises(IndexError):
        _ = empty.verdict


def test_a_step_leaves_the_round_it_was_taken_from_as_it_was() -> None:
    state = begin(PACK)
    copy = replace(state)
    after, _ = state.answer(DontKnow(), MOMENT, 5)
    assert state == copy != after
    assert after.take_back(MOMENT)[0].questions is state.questions
    steps: list[Callable[[], object]] = [after.go_on, lambda: after.take_back(MOMENT)]
    for step in steps:
        step()
    assert after.phase is Phase.SHOWING
    with pytest.raises(FrozenInstanceError):
        state.attempt = 3  # type: ignore[misc]


def test_each_slip_at_a_place_has_a_number_of_its_own() -> None:
    state = begin(PACK)
    for attempt in range(3):
        state, event = state.answer(DontKnow(), MOMENT, 5)
        assert event.attempt == attempt
        state, _ = state.take_back(MOMENT)
    state, _ = state.answer(DontKnow(), MOMENT, 5)
    assert state.go_on().attempt == 0
