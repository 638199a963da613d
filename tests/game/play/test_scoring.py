"""Points, and what a round came to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.game.kinds.any import Question, Response, Verdict, grade
from quizgame.game.kinds.choice import ChoiceQuestion, Chose, Option
from quizgame.game.kinds.ordering import Ordered
from quizgame.game.play.given import Given
from quizgame.game.play.scoring import points, result
from tests.game.strategies import brief, day, tray


def choice(topic: str, name: str) -> ChoiceQuestion:
    return ChoiceQuestion(topic, f"fact-{name}", name, "Which?", (Option("no"), Option("yes")), 1, "Because.")


def graded(question: Question, response: Response, *, seen: bool = False) -> Given[Question, Verdict]:
    return Given(question, response, grade(question, response), seen)


@pytest.mark.parametrize(
    ("credit", "worth"), [(0, 0), (1, 100), (1 / 3, 33), (2 / 3, 67), (0.2, 20), (8 / 15, 53), (0.004, 0), (0.9999, 99)]
)
def test_points_are_credit_in_hundredths(credit: float, worth: int) -> None:
    assert points(credit) == worth


@given(st.floats(0, 1), st.floats(0, 1))
@brief
def test_points_are_whole_from_0_to_100_and_grow_with_credit(one: float, other: float) -> None:
    assert isinstance(points(one), int)
    assert 0 <= points(min(one, other)) <= points(max(one, other)) <= 100


def test_a_round_adds_up_by_topic_in_the_order_in_which_they_came() -> None:
    ordering = tray([day(number) for number in range(3)])  # of the topic "topic"
    pairs = [
        graded(choice("south", "a"), Chose(1)),
        graded(ordering, Ordered((0, 2, 1))),
        graded(choice("north", "b"), Chose(0)),
        graded(choice("south", "c"), Chose(0)),
        graded(ordering, Ordered((0, 1, 2))),
    ]
    came_to = result(iter(pairs))
    assert (came_to.asked, came_to.right, came_to.points, came_to.best_points) == (5, 2, 233, 500)
    lines = [(topic.topic, topic.asked, topic.right, topic.points) for topic in came_to.topics]
    assert lines == [("south", 2, 1, 100), ("topic", 2, 1, 133), ("north", 1, 0, 0)]
    assert came_to.look_again == (ordering, pairs[2].question, pairs[3].question)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 1)), max_size=12))
@brief
def test_the_topics_of_a_result_add_up_to_the_whole(answers: list[tuple[str, int]]) -> None:
    came_to = result(graded(choice(topic, str(at)), Chose(option)) for at, (topic, option) in enumerate(answers))
    assert came_to.asked == len(answers) == sum(topic.asked for topic in came_to.topics)
    assert came_to.right == sum(option for _, option in answers) == sum(topic.right for topic in came_to.topics)
    assert came_to.points == 100 * came_to.right == sum(topic.points for topic in came_to.topics)
    assert len(came_to.look_again) == came_to.asked - came_to.right


def test_an_answer_after_the_right_one_was_seen_is_worth_nothing_and_is_to_be_looked_at_again() -> None:
    question = choice("south", "a")
    came_to = result([graded(question, Chose(1), seen=True)])
    assert (came_to.asked, came_to.right, came_to.points, came_to.look_again) == (1, 0, 0, (question,))


def test_a_round_before_its_first_answer_came_to_nothing() -> None:
    nothing = result([])
    assert (nothing.asked, nothing.right, nothing.points, nothing.best_points) == (0, 0, 0, 0)
    assert not nothing.topics
    assert not nothing.look_again
