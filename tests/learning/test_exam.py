"""Before a test: what is asked until its day, and what a daily dose leads to."""

import random
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.game.play.why import Reason
from quizgame.learning.exam import Exam, asked_before, known_on_the_day
from quizgame.learning.figures import Figures
from quizgame.learning.memory import WANTED_RECALL
from quizgame.learning.plan import Aim, Plan
from tests.game.strategies import bank, brief, fact, pack_of
from tests.learning.answers import START, answered, days_later
from tests.learning.test_plan import planned

PACK = pack_of(
    bank("north", [fact(f"n{number}") for number in range(8)]),
    bank("east", [fact(f"e{number}") for number in range(8)], borrows=["n0"]),
)
NAMES = sorted(one.id for bank in PACK.banks for one in bank.facts)
TOPICS = {name: set(PACK.drawn_by(name)) for name in NAMES}

histories = st.lists(st.tuples(st.sampled_from(NAMES), st.booleans(), st.integers(0, 20)), max_size=30).map(
    lambda log: Figures.of(
        PACK,
        [
            answered([name], [right], moment=days_later(day), topic="east" if name[0] == "e" else "north", place=place)
            for place, (name, right, day) in enumerate(sorted(log, key=lambda one: one[2]))
        ],
    )
)
exams = st.builds(
    Exam,
    st.integers(20, 60).map(lambda days: days_later(days).date()),
    st.sampled_from([("north",), ("east",), ("north", "east")]),
)


@given(histories, exams, st.integers(20, 60))
@brief
def test_until_its_day_what_never_came_up_comes_first_and_nothing_twice_a_day(
    figures: Figures, exam: Exam, days: int
) -> None:
    moment = days_later(min(days, (exam.day - START.date()).days))
    asked = list(asked_before(figures, exam, moment, random.Random(1)))
    facts = [name for name, _ in asked]
    of_topics = {name for name, topics in TOPICS.items() if topics & set(exam.topics)}
    new = {name for name in of_topics if figures.known(name).memory is None}
    assert len(facts) == len(set(facts))
    assert set(facts[: len(new)]) == new
    last_day = (exam.day - moment.date()).days <= 1
    open_ = {name for name in of_topics - new if not figures.known(name).asked_on(moment)}
    fallen = {name for name in open_ if figures.known(name).recall(moment) < WANTED_RECALL}
    assert set(facts[len(new) :]) == (fallen if last_day else open_)
    for name, why in asked:
        assert why.reason is (Reason.NEW if name in new else Reason.BEFORE_THE_TEST)
        assert why.recall == figures.known(name).recall(moment)


def test_on_its_day_the_lowest_recall_comes_first() -> None:
    history = [answered([f"n{number}"], moment=days_later(number), place=number) for number in range(8)]
    figures, moment = Figures.of(PACK, history), days_later(40)
    facts = [name for name, _ in asked_before(figures, Exam(moment.date(), ("north",)), moment, random.Random(1))]
    assert facts == sorted(facts, key=lambda name: figures.known(name).recall(moment))
    assert len(facts) == 8


def test_a_dose_is_of_the_topics_of_the_test_first_and_goes_back_after_it() -> None:
    figures = Figures.of(PACK, [answered([f"e{number}"], [False], moment=START, topic="east") for number in range(8)])
    exam = Exam(days_later(10).date(), ("north",))

    def dose(moment: datetime, length: int) -> list[str]:
        return planned(Plan(figures, PACK.topics, moment, random.Random(1), Aim(exam=exam)), length)

    for day in (5, 9, 10):
        assert {name[0] for name in dose(days_later(day), 8)} == {"n"}
    assert set(dose(days_later(9), 12)) > {f"n{number}" for number in range(8)}
    assert any(name[0] == "e" for name in dose(days_later(11), 8))
    assert (exam.is_ahead(days_later(10).date()), exam.is_ahead(days_later(11).date())) == (True, False)


def test_what_a_dose_leads_to_grows_with_the_dose_and_is_the_same_each_time() -> None:
    figures, exam = Figures(PACK), Exam(days_later(7).date(), PACK.topics)
    shares = [known_on_the_day(figures, exam, START, dose) for dose in (0, 2, 6, 12)]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1] > 0.8) == (0, True)
    assert known_on_the_day(figures, exam, START, 6) == shares[2]
    assert known_on_the_day(figures, Exam(exam.day, ("nowhere",)), START, 6) == 0


def test_on_its_day_it_leads_to_what_is_known() -> None:
    figures = Figures.of(PACK, [answered([name], moment=START) for name in NAMES])
    moment = days_later(6)
    now = known_on_the_day(figures, Exam(moment.date(), PACK.topics), moment, 12)
    assert now == pytest.approx(figures.known("n1").recall(moment))
    assert known_on_the_day(figures, Exam((moment - timedelta(days=3)).date(), PACK.topics), moment, 12) == now
