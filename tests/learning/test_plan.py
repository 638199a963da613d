"""What is asked next: in which order of need, of what there is, and never twice a day."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.models import Fact
from quizgame.game.draw.picked import Picked
from quizgame.game.draw.tables import tables_of
from quizgame.game.events import Answered
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.ordering import OrderingQuestion
from quizgame.game.play.modes import PRACTICE, TODAY, WEAK, RoundSettings
from quizgame.game.play.round import Round
from quizgame.game.play.why import Reason
from quizgame.learning.figures import Figures
from quizgame.learning.plan import (
    EASY,
    JUST_RIGHT,
    SHARES_OF_NEW,
    SURPRISES,
    TOUGH,
    Aim,
    Plan,
    share_of_new,
)
from quizgame.learning.rounds import MAX_RUN_OF_TOPIC, arranged, next_round
from tests.game.strategies import bank, brief, day, events, fact, modest, pack_of, term
from tests.learning.answers import START, answered, days_later


def asking(name: str, prompt: str, answer: str) -> Fact:
    """A fact with one question of these words."""
    plain = fact(name)
    asked = plain.questions[0].model_copy(update={"prompt": prompt, "answer": answer})
    return plain.model_copy(update={"questions": (asked,)})


PACK = pack_of(
    bank(
        "north",
        [fact(f"n{number}", wordings=1 + number % 3, importance=1 + number % 3) for number in range(9)],
        terms=[term(f"t{number}") for number in range(4)],
    ),
    bank("east", [fact(f"e{number}", importance=1 + number % 3) for number in range(7)], borrows=["n0", "n1"]),
    bank("south", [fact(f"s{number}") for number in range(5)]),
)
LEAKING = pack_of(
    bank("north", [asking("river", "Which river runs by the castle?", "the Kura"), *(fact(f"n{n}") for n in range(3))]),
    bank("east", [asking("town", "Which town lies on the Kura?", "Tbilisi")]),
    bank("south", [asking("country", "Of which country is Tbilisi the capital?", "Georgia")]),
    bank("west", [asking("again", "Which river runs by the castle", "the Kura")]),
)
HOME = {one: set(PACK.drawn_by(one)) for one in tables_of(PACK).candidates(PACK.topics)}
NAMES = list(HOME)


@st.composite
def histories(draw: st.DrawFn) -> list[Answered]:
    """Some weeks of answers to facts of the pack."""
    moment, found = START, list[Answered]()
    for _ in range(draw(st.integers(0, 12))):
        moment += timedelta(days=draw(st.integers(0, 6)))
        for name in draw(st.lists(st.sampled_from(NAMES), max_size=8)):
            home = PACK.source_of(name)[0].topic
            found.append(answered([name], [draw(st.booleans())], moment=moment, topic=home, place=len(found)))
    return found


moments = st.floats(0, 90).map(days_later)
topics = st.sets(st.sampled_from(PACK.topics), min_size=1).map(lambda some: tuple(t for t in PACK.topics if t in some))


def planned(plan: Plan, length: int) -> list[str]:
    """The facts of a day's dose, in the order of their need."""
    picked = Picked(plan.figures.pack, plan.topics, random.Random(1))
    return [question.fact for question in plan.of_today(picked, length).questions()]


plans = st.builds(
    Plan,
    histories().map(lambda history: Figures.of(PACK, history)),
    topics,
    moments,
    st.integers(0, 99).map(random.Random),
    st.sampled_from(sorted(SHARES_OF_NEW)).map(Aim),
)


@given(plans, st.integers(1, 14))
@brief
def test_a_dose(plan: Plan, length: int) -> None:
    figures, topics, moment, dial = plan.figures, plan.topics, plan.moment, plan.aim.dial
    facts = planned(plan, length)
    in_topics = [name for name in NAMES if HOME[name] & set(topics)]
    open_ = [name for name in in_topics if not figures.known(name).asked_on(moment)]
    assert len(set(facts)) == len(facts) <= length
    assert set(facts) <= set(in_topics)
    assert set(facts) <= set(open_) or set(open_) <= set(facts)  # nothing twice a day as long as anything else is there
    new = [name for name in facts if name not in figures.parts["fact"]]
    due = [name for name in open_ if figures.known(name).is_due(moment)]
    reasons = {name: plan.why[name].reason for name in facts}
    assert new == [name for name in facts if reasons[name] is Reason.NEW]
    most_new = round(length * share_of_new(figures, dial))
    assert len(new) <= most_new or set(due) <= set(facts)
    assert len(new) >= min(most_new, len([name for name in in_topics if name not in figures.parts["fact"]]))
    assert len(facts) == min(length, len(in_topics))
    assert facts == sorted(facts, key=lambda name: reasons[name] is Reason.ONCE_MORE)
    _the_order_is_that_of_need(plan, facts, due)


def _the_order_is_that_of_need(plan: Plan, facts: Sequence[str], due: Sequence[str]) -> None:
    figures, moment = plan.figures, plan.moment
    by_reason = {
        reason: [name for name in facts if plan.why[name].reason is reason]
        for reason in (Reason.MISSED, Reason.DUE, Reason.WEAK_TOPIC)
    }
    surprised = [name for name in due if figures.known(name).surprised]
    missed = by_reason[Reason.MISSED]
    assert len(missed) <= SURPRISES
    assert missed == [name for name in facts if figures.known(name).memory][: len(missed)]
    assert set(missed) <= set(surprised)
    assert len(missed) == min(SURPRISES, len(surprised)) or len(by_reason[Reason.DUE]) == 0
    for reason in (Reason.MISSED, Reason.DUE):
        recalls = [figures.known(name).recall(moment) for name in by_reason[reason]]
        assert recalls == sorted(recalls)
    assert set(by_reason[Reason.DUE]) <= set(due)
    assert not by_reason[Reason.WEAK_TOPIC] or set(due) <= set(facts)
    assert not set(by_reason[Reason.WEAK_TOPIC]) & set(due)
    for name in facts:
        memory, why = figures.known(name).memory, plan.why[name]
        assert why.recall == figures.known(name).recall(moment)
        assert why.days == (None if memory is None else (moment.date() - memory.last.date()).days)


@given(histories(), moments, st.integers(1, 12), st.integers(0, 99))
@brief
def test_a_second_dose_of_a_day_asks_other_things(
    history: list[Answered], moment: datetime, length: int, seed: int
) -> None:
    figures = Figures.of(PACK, [one for one in history if one.moment <= moment])
    first = planned(Plan(figures, PACK.topics, moment, random.Random(seed)), length)
    for place, name in enumerate(first):
        figures.add(answered([name], [place % 2 == 0], moment=moment, place=100 + place))
    waiting = {name for name in NAMES if not figures.known(name).asked_on(moment)}
    plan = Plan(figures, PACK.topics, moment, random.Random(seed))
    second = planned(plan, length)
    again = set(first) & set(second)
    assert not again or waiting <= set(second)
    assert all(plan.why[name].reason is Reason.ONCE_MORE for name in again)


@given(st.integers(0, 10_000))
@brief
def test_nothing_gives_another_one_away(seed: int) -> None:
    rng = random.Random(seed)
    names = list(tables_of(LEAKING).candidates(LEAKING.topics))
    history = [
        answered([name], [rng.random() < 0.5], moment=days_later(rng.randrange(3))) for name in rng.sample(names, 4)
    ]
    figures = Figures.of(LEAKING, history)
    facts = planned(Plan(figures, LEAKING.topics, days_later(20), rng), 7)
    for both in ({"river", "town"}, {"town", "country"}, {"river", "again"}, {"town", "again"}):
        assert not both <= set(facts)
    assert len(facts) >= 4  # the town alone bars three others
    state = begin(figures, days_later(20), seed=seed)
    asked = [question.fact for question in state.questions if isinstance(question, ChoiceQuestion)]
    assert not {"river", "town"} <= set(asked)


@pytest.mark.parametrize("dial", [EASY, JUST_RIGHT, TOUGH])
def test_the_dial_says_how_much_is_new(dial: str) -> None:
    history = [answered([f"n{number}"], moment=START) for number in range(9)]
    figures = Figures.of(PACK, history)
    facts = planned(Plan(figures, PACK.topics, days_later(30), random.Random(1), Aim(dial)), 8)
    assert sum(name not in figures.parts["fact"] for name in facts) == {EASY: 3, JUST_RIGHT: 6, TOUGH: 8}[dial]


def test_who_struggles_gets_little_that_is_new() -> None:
    for wrong, share in ((7, 0.8), (8, 0.35), (10, 0.35)):
        history = [answered([NAMES[number]], [number >= wrong], moment=START) for number in range(10)]
        assert share_of_new(Figures.of(PACK, history)) == share
    few = [answered([NAMES[number]], [False], moment=START) for number in range(9)]
    assert share_of_new(Figures.of(PACK, few)) == SHARES_OF_NEW[JUST_RIGHT]


def test_a_beginner_gets_what_is_important_first() -> None:
    first = [planned(Plan(Figures(PACK), ("north", "east"), START, random.Random(seed)), 1)[0] for seed in range(400)]
    weights = [source.importance for name in first if isinstance(source := PACK.source_of(name)[1], Fact)]
    assert weights.count(3) > 4 * weights.count(1)


def test_a_topic_of_which_little_is_known_is_asked_sooner() -> None:
    history = [
        answered([f"{topic}{number}"], [topic == "s"], moment=days_later(number), topic=long, place=number)
        for topic, long in (("e", "east"), ("s", "south"))
        for number in range(5)
    ]
    figures = Figures.of(PACK, history)
    first = [plan_of_weak(figures, seed)[0][0] for seed in range(100)]
    assert first.count("e") > 90


def plan_of_weak(figures: Figures, seed: int, length: int = 12) -> list[str]:
    plan = Plan(figures, ("east", "south"), days_later(9), random.Random(seed))
    picked = Picked(figures.pack, plan.topics, random.Random(1))
    return [question.fact for question in plan.of_weak_topics(picked, length).questions()]


@given(histories(), moments, st.integers(0, 99))
@brief
def test_weak_topics_ask_what_was_missed_first(history: list[Answered], moment: datetime, seed: int) -> None:
    figures = Figures.of(PACK, history)
    plan = Plan(figures, PACK.topics, moment, random.Random(seed))
    picked = Picked(PACK, PACK.topics, random.Random(1))
    facts = [question.fact for question in plan.of_weak_topics(picked, 12).questions()]
    known = set(figures.parts["fact"])
    assert len(facts) == len(set(facts)) <= 12
    left_out = set(HOME) - set(facts)
    assert len(facts) == 12 or all(figures.known(name).asked_on(moment) for name in left_out)
    missed = [name for topic in PACK.topics for name in figures.look_again(topic)]
    first = facts[: min(12, len(missed))]
    assert set(first) <= set(missed)
    new = [at for at, name in enumerate(facts) if name not in known]
    assert not new or new[-1] - new[0] + 1 == len(new)  # one after another
    assert not new or facts[new[-1]] == facts[-1] or left_out <= known  # met ones follow where no new one is left


def begin(
    figures: Figures,
    moment: datetime,
    mode: str = TODAY,
    *,
    seed: int = 1,
    length: int | None = None,
    facts: tuple[str, ...] = (),
    topics: tuple[str, ...] | None = None,
) -> Round:
    settings = RoundSettings(topics or figures.pack.topics, length, mode=mode, facts=facts)
    return next_round(figures, settings, round_id="r9", moment=moment, rng=random.Random(seed))


@given(histories(), moments, st.sampled_from([TODAY, WEAK]), st.integers(1, 20), st.integers(0, 99))
@brief
def test_a_round_begins_and_ends_with_what_is_likely_known(
    history: list[Answered], moment: datetime, mode: str, length: int, seed: int
) -> None:
    figures = Figures.of(PACK, history)
    state = begin(figures, moment, mode, seed=seed, length=length)
    assert len(state.questions) == state.started.length <= length
    recalls = [figures.known(question.facts[0]).recall(moment) for question in state.questions]
    if len(recalls) > 2:
        assert recalls[0] == max(recalls)
        assert recalls[-1] == max(recalls[1:])
    assert set(state.why) == {question.facts[0] for question in state.questions}
    assert _runs_only_when_nothing_else_lasts([question.topic for question in state.questions])
    assert begin(figures, moment, mode, seed=seed, length=length) == state


def _runs_only_when_nothing_else_lasts(line: list[str]) -> bool:
    between = line[:-1]
    return all(
        len(set(between[at - MAX_RUN_OF_TOPIC : at + 1])) > 1 or len(set(between[at:])) == 1
        for at in range(MAX_RUN_OF_TOPIC, len(between))
    )


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3)), max_size=14))
@modest
def test_topics_are_mixed(drawn: list[tuple[str, int]]) -> None:
    plain = Picked(PACK, PACK.topics, random.Random(1))
    assert plain.add("n3")
    [one] = plain.questions()
    asked = [replace(one, topic=topic, id=f"q{n}", fact=f"f{n}") for n, (topic, _) in enumerate(drawn)]
    recall = {f"f{number}": share / 4 for number, (_, share) in enumerate(drawn)}
    line = arranged(asked, recall)
    assert sorted(question.id for question in line) == sorted(question.id for question in asked)
    assert _runs_only_when_nothing_else_lasts([question.topic for question in line])
    for topic in "abc":  # in one topic those between keep the order of their need
        places = [int(question.id[1:]) for question in line[1:-1] if question.topic == topic]
        assert all(one < other for one, other in pairwise(places))


def test_about_every_sixth_is_an_ordering() -> None:
    north = bank("north", [*(fact(f"n{number}") for number in range(14)), *events("v", [day(n) for n in range(9)])])
    east = bank("east", events("w", [day(n + 20) for n in range(9)]))
    figures = Figures(pack_of(north, east))
    for seed in range(20):
        state = begin(figures, START, seed=seed)
        places = [at for at, one in enumerate(state.questions) if isinstance(one, OrderingQuestion)]
        assert (len(state.questions), places) == (12, [4, 10])
        assert not any(isinstance(one, OrderingQuestion) for one in begin(figures, START, WEAK, seed=seed).questions)
        assert len(begin(figures, START, seed=seed, length=5).questions) == 5


@pytest.mark.parametrize(("events_of_north", "plain", "apart"), [(9, 14, True), (12, 0, False)])
def test_what_an_ordering_asks_is_not_asked_beside_it_as_long_as_there_is_enough_else(
    events_of_north: int, plain: int, apart: bool
) -> None:
    dated = [fact(f"v{number}", when=day(number)) for number in range(events_of_north)]
    figures = Figures(pack_of(bank("north", [*dated, *(fact(f"n{number}") for number in range(plain))])))
    for seed in range(20):
        state = begin(figures, START, seed=seed)
        ordered = {name for one in state.questions if isinstance(one, OrderingQuestion) for name in one.facts}
        alone = {one.facts[0] for one in state.questions if isinstance(one, ChoiceQuestion)}
        assert len(state.questions) == 12
        assert len(ordered) >= 3
        assert ordered.isdisjoint(alone) is apart


@pytest.mark.parametrize("mode", [TODAY, PRACTICE])
def test_a_round_of_some_facts_asks_those_alone(mode: str) -> None:
    figures = Figures.of(PACK, [answered(["n4"], moment=START)])
    state = begin(figures, START, mode, facts=("n4", "t1", "gone", "e3", "e3"))
    assert sorted(question.facts[0] for question in state.questions) == ["e3", "n4", "t1"]
    assert state.started.length == 3
    assert state.questions[0].facts == ("n4",)
    assert len(begin(figures, START, mode, facts=tuple(NAMES), length=5).questions) == 5
    assert len(begin(figures, START, mode, facts=tuple(NAMES)).questions) == RoundSettings((), mode=mode).questions
    assert [one.facts for one in begin(figures, START, mode, facts=("n4", "e3"), topics=("east",)).questions] == [
        ("e3",)
    ]
    assert begin(figures, START, mode, facts=("gone",)).questions == ()


def test_a_round_with_a_seed_is_for_everybody_and_plans_nothing() -> None:
    settings = RoundSettings(PACK.topics, 6, "OWL-7", TODAY)
    history = [answered([name], [False], moment=START) for name in NAMES[:9]]
    rounds = [
        next_round(Figures.of(PACK, some), settings, round_id="r", moment=days_later(9), rng=random.Random(seed))
        for seed, some in enumerate(([], history))
    ]
    assert rounds[0].questions == rounds[1].questions
    assert rounds[0].why == {}


def test_a_pack_without_anything_to_ask_gives_an_empty_round() -> None:
    empty = Figures(pack_of(bank("north", [fact("silent", wordings=0)])))
    for mode in (TODAY, WEAK):
        assert begin(empty, START, mode).questions == ()


def test_facts_that_are_gone_are_not_planned() -> None:
    figures = Figures.of(PACK, [answered(["gone"], [False], moment=START), answered(["n1"], [False], moment=START)])
    for mode in (TODAY, WEAK):
        facts = {question.facts[0] for question in begin(figures, days_later(9), mode).questions}
        assert "gone" not in facts
        assert "n1" in facts
