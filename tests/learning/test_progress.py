"""Scores per topic, from the answers alone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.game.events import Answered
from quizgame.learning.figures import Figures
from quizgame.learning.progress import TopicScore, fact_counts
from tests.game.strategies import MOMENT, bank, brief, day, draw, events, fact, pack_of, term

PACK = pack_of(
    bank("north", [fact("a"), fact("b"), *events("n", [day(1), day(2)])], terms=[term("t1"), term("t2")]),
    bank("east", [fact("c"), *events("e", [day(3)])], terms=[term("t3"), term("t4")], borrows=["a"]),
    bank("south", [fact("silent", wordings=0)], borrows=["b"]),
)


def scores_after(answers: Iterable[Answered]) -> dict[str, TopicScore]:
    return Figures.of(PACK, answers).scores


def last_right(figures: Figures, topic: str) -> dict[str, bool]:
    """For each fact of a topic that came up, whether it was known the last time."""
    return {fact: not figures.known(fact).missed_last for fact in figures.met(topic)}


def answered(topic: str, facts: Sequence[str], right: Sequence[bool], credit: float | None = None) -> Answered:
    return Answered(
        round="r1",
        place=0,
        attempt=0,
        moment=MOMENT,
        pack=PACK.id,
        revision=PACK.revision,
        topic=topic,
        question="q",
        facts=tuple(facts),
        facts_right=tuple(right),
        shown=("yes", "no"),
        response=(0,),
        credit=float(all(right)) if credit is None else credit,
        points=0,
        milliseconds=1000,
        mode="practice",
        kind="choice",
    )


def test_every_topic_has_a_score_before_the_first_answer() -> None:
    figures = Figures.of(PACK, [])
    assert list(figures.scores) == ["north", "east", "south"]
    for topic, score in figures.scores.items():
        assert score == TopicScore(topic)
        assert score.percent is None
        assert (figures.met(topic), figures.look_again(topic)) == ([], ())


def test_a_score_is_the_mean_of_what_was_known() -> None:
    given = [answered("north", ["a"], [True]), answered("north", ["b"], [False]), answered("north", ["a"], [True])]
    scores = scores_after(iter(given))
    assert (scores["north"].answers, scores["north"].right, scores["north"].percent) == (3, 2.0, 67)
    assert (scores["east"].answers, scores["east"].percent) == (0, None)


@pytest.mark.parametrize(("right", "percent"), [([False], 0), ([True], 100), ([True, False, False], 33)])
def test_a_score_of_nothing_is_not_the_same_as_no_score(right: list[bool], percent: int) -> None:
    given = answered("north", ["a", "b", "n0"][: len(right)], right)
    assert scores_after([given])["north"].percent == percent


def test_a_near_miss_earns_points_and_is_not_right() -> None:
    assert scores_after([answered("north", ["n0"], [False], 0.67)])["north"].percent == 0


def test_an_answer_after_the_right_one_was_seen_says_nothing() -> None:
    seen = replace(answered("north", ["a"], [True]), seen=True)
    assert scores_after([seen]) == scores_after([])


def test_what_counts_of_a_fact_is_its_last_answer() -> None:
    wrong, right = answered("north", ["a"], [False]), answered("north", ["a"], [True])
    knows, missed = Figures.of(PACK, [wrong, right]), Figures.of(PACK, [right, wrong])
    assert (last_right(knows, "north"), knows.look_again("north")) == ({"a": True}, ())
    assert (last_right(missed, "north"), missed.look_again("north")) == ({"a": False}, ("a",))


def test_an_ordering_counts_for_its_topic_and_its_facts_for_their_own() -> None:
    figures = Figures.of(PACK, [answered("north", ["n0", "e0", "n1"], [True, False, False], 0.25)])
    scores = figures.scores
    assert scores["north"].answers == 1
    assert scores["north"].right == pytest.approx(1 / 3)
    assert (scores["east"].answers, scores["east"].right) == (0, 0)
    assert last_right(figures, "north") == {"n0": True, "n1": False}
    assert last_right(figures, "east") == {"e0": False}
    assert (figures.look_again("north"), figures.look_again("east")) == (("n1",), ("e0",))


def test_a_borrowed_fact_is_met_where_it_is_written() -> None:
    figures = Figures.of(PACK, [answered("east", ["a"], [True])])
    assert (figures.score("east").answers, figures.score("north").answers) == (1, 0)
    assert (figures.met("east"), figures.met("north")) == ([], ["a"])


def test_a_term_counts_as_a_fact_does() -> None:
    figures = Figures.of(PACK, [answered("east", ["t3"], [False])])
    assert figures.met("east") == ["t3"]
    assert figures.look_again("east") == ("t3",)


def test_answers_to_other_packs_and_to_facts_of_topics_that_are_gone_are_passed_over() -> None:
    foreign = replace(answered("north", ["a"], [True]), pack="another")
    gone = answered("west", ["deleted"], [True])
    assert scores_after([foreign, gone]) == scores_after([])
    assert [Figures.of(PACK, [foreign, gone]).met(topic) for topic in PACK.topics] == [[], [], []]


@pytest.mark.parametrize("was_called", ["north", "upper", "east", "south"])
def test_an_answer_counts_where_its_facts_stand_now(was_called: str) -> None:
    given = [answered(was_called, ["b"], [True]), answered("old", ["e0", "n0", "n1"], [True] * 3)]
    figures = Figures.of(PACK, given)
    home = was_called if was_called == "south" else "north"  # which borrows it
    assert figures.score(home).answers == 1
    assert figures.score("east").answers == 1
    assert last_right(figures, "north") == {"b": True, "n0": True, "n1": True}


def test_facts_that_are_gone_are_passed_over_but_their_answer_counts() -> None:
    figures = Figures.of(PACK, [answered("north", ["deleted", "n0", "gone"], [False, True, False], 0.5)])
    assert figures.score("north").answers == 1
    assert figures.score("north").right == pytest.approx(1 / 3)
    assert last_right(figures, "north") == {"n0": True}


def test_answers_to_an_earlier_revision_still_count() -> None:
    assert scores_after([replace(answered("north", ["a"], [True]), revision="00000000")])["north"].answers == 1


@given(st.lists(st.tuples(st.sampled_from(["north", "east"]), st.sampled_from("a"), st.booleans()), max_size=20))
@brief
def test_scores_are_the_fold_of_the_answers(log: list[tuple[str, str, bool]]) -> None:
    figures = Figures.of(PACK, [answered(topic, [name], [right]) for topic, name, right in log])
    last = {name: right for _, name, right in log}
    homes = {"north": "ab", "east": "c", "south": ""}
    for topic, score in figures.scores.items():
        assert score.answers == sum(where == topic for where, _, _ in log)
        assert score.right == sum(right for where, _, right in log if where == topic)
        known = {name: right for name, right in last.items() if name in homes[topic]}
        assert last_right(figures, topic) == known
        assert set(figures.look_again(topic)) == {name for name, right in known.items() if not right}


def test_a_topic_has_the_facts_and_terms_that_a_round_can_ask() -> None:
    assert fact_counts(PACK) == {"north": 6, "east": 4, "south": 0}
    drawn = [question for seed in range(100) for question in draw(PACK, 20, seed)]
    asked = {name for question in drawn for name in question.facts}
    homes = [PACK.source_of(name)[0].topic for name in asked]
    assert {topic: homes.count(topic) for topic in PACK.topics} == fact_counts(PACK)


def test_terms_that_are_too_few_to_be_asked_are_not_counted() -> None:
    assert fact_counts(pack_of(bank("north", [fact("a")], terms=[term("t1"), term("t2")]))) == {"north": 1}
