"""How close together two events may be for a player to tell them apart."""

import math
import random
from collections.abc import Sequence
from dataclasses import replace
from statistics import geometric_mean, mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.pack import Pack
from quizgame.game.draw.orderings import Difficulty
from quizgame.game.events import Answered
from quizgame.game.kinds.any import Response
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion
from quizgame.game.kinds.shared import DontKnow, Event
from quizgame.game.play.modes import DATES, ORDERINGS, RoundSettings
from quizgame.game.play.round import Round, start_round
from quizgame.learning.figures import Figures
from quizgame.learning.resolution import (
    LEAST_DAYS,
    MOST_DAYS,
    START_DAYS,
    STEP_DOWN,
    STEP_UP,
    TRIALS_FOR_A_FIGURE,
    Resolution,
    resolution,
)
from quizgame.learning.rounds import next_round
from quizgame.wording.dates import gap_in_words
from quizgame.wording.figures import resolution_in_words
from tests.game.strategies import (
    MOMENT,
    bank,
    day,
    days,
    events,
    fact,
    modest,
    orderings,
    pack_of,
    random_response,
    term,
)

YEAR = 365.25


def sees(days_apart: float, point: float, chance: random.Random, slope: float) -> bool:
    """Whether somebody who is right three times in four at `point` tells a pair apart; who doesn't, guesses."""
    known = 1 / (1 + math.exp(-slope * math.log(days_apart / point)))
    return chance.random() < 0.5 + 0.5 * known


@pytest.mark.parametrize("point", [30, 90, YEAR, 3 * YEAR, 10 * YEAR])
@pytest.mark.parametrize("slope", [2.0, 4.0])
def test_the_staircase_settles_where_three_pairs_in_four_are_right(point: float, slope: float) -> None:
    found = []
    for seed in range(20):
        chance, state, levels = random.Random(seed), Resolution(), []
        for _ in range(200):
            levels.append(state.days)
            state = state.after(sees(state.days, point, chance, slope))
        assert point / 2 <= mean(levels[-100:]) <= point * 2
        found.append(geometric_mean(levels[-100:]))
    assert point / 1.2 <= geometric_mean(found) <= point * 1.2


@given(st.floats(LEAST_DAYS, MOST_DAYS), st.integers(0, 99))
@modest
def test_three_right_answers_make_good_for_one_wrong_one(level: float, trials: int) -> None:
    state = Resolution(level, trials)
    right, wrong = state.after(True), state.after(False)
    assert right.trials == wrong.trials == trials + 1
    assert right.days == max(LEAST_DAYS, level / STEP_DOWN)
    assert wrong.days == min(MOST_DAYS, level * STEP_UP)
    if wrong.days < MOST_DAYS:
        assert wrong.after(True).after(True).after(True).days == pytest.approx(level)


@pytest.mark.parametrize(("right", "end"), [(True, LEAST_DAYS), (False, MOST_DAYS)])
def test_the_level_stays_between_a_week_and_forty_years(right: bool, end: float) -> None:
    state = Resolution()
    assert state.days == START_DAYS
    for _ in range(100):
        before, state = state.days, state.after(right)
        assert LEAST_DAYS <= state.days <= MOST_DAYS
        assert (state.days < before) == (right and before > LEAST_DAYS)
    assert (state.days, state.trials) == (end, 100)


@pytest.mark.parametrize(
    ("level", "trials", "cards"),
    [
        (START_DAYS, 0, 3),
        (LEAST_DAYS, 1, 3),
        (START_DAYS, 2, 4),
        (3 * YEAR + 1, 9, 4),
        (3 * YEAR, 9, 5),
        (YEAR + 1, 9, 5),
        (YEAR, 9, 6),
        (LEAST_DAYS, 9, 6),
    ],
)
def test_the_closer_the_events_the_more_cards(level: float, trials: int, cards: int) -> None:
    assert Resolution(level, trials).cards == cards


def test_the_figure_is_told_once_there_were_enough_trials() -> None:
    state = Resolution()
    told = []
    for _ in range(TRIALS_FOR_A_FIGURE):
        told.append(resolution_in_words(state))
        state = state.after(True)
    assert told == [None] * TRIALS_FOR_A_FIGURE
    assert resolution_in_words(state) == "You tell apart events about 4 years apart"
    assert resolution_in_words(Resolution(427, 6)) == "You tell apart events about 14 months apart"


@pytest.mark.parametrize(
    ("days_apart", "words"),
    [
        (7, "about 1 week"),
        (11, "about 2 weeks"),
        (44, "about 6 weeks"),
        (45, "about 1 month"),
        (46, "about 2 months"),
        (YEAR, "about 12 months"),
        (3 * YEAR - 1, "about 36 months"),
        (3 * YEAR, "about 3 years"),
        (40 * YEAR, "about 40 years"),
    ],
)
def test_a_gap_is_said_as_a_person_says_it(days_apart: float, words: str) -> None:
    assert gap_in_words(days_apart) == words


def pack_with_gaps(*gaps: float) -> Pack:
    """Events n0, n1 … with these years between them."""
    starts = [round(sum(gaps[:count]) * YEAR) for count in range(len(gaps) + 1)]
    return pack_of(bank("north", [*events("n", [day(start) for start in starts]), fact("plain")], terms=[term("word")]))


def answered(pack: Pack, order: Sequence[int] | None, tray: Sequence[int] | None = None) -> Answered:
    """The answer to an ordering of the events of a pack: the numbers of the events as they were placed."""
    source = pack.events_of("north")
    on_tray = list(range(len(source)) if tray is None else tray)
    cards = (source[number] for number in on_tray)
    found = tuple(Event(one.id, "north", one.label or "", one.date) for one in cards if one.date)
    started = start_round(
        pack, round_id="r", moment=MOMENT, seed="OWL-7", topics=pack.topics, length=1, mode=ORDERINGS
    ).started
    asked = Round(started, (OrderingQuestion("north", "order-north", found),))
    response: Response = DontKnow() if order is None else Ordered(tuple(on_tray.index(number) for number in order))
    return asked.answer(response, MOMENT, 5)[1]


RIGHT, WRONG = Resolution().after(True), Resolution().after(False)


@pytest.mark.parametrize(
    ("order", "after"),
    [
        ((0, 1, 2, 3), RIGHT),
        ((0, 1, 3, 2), RIGHT),  # 12 years are nearer to 10 than 3 or 1 are
        ((0, 2, 1, 3), RIGHT),
        ((3, 2, 0, 1), RIGHT),
        ((1, 0, 2, 3), WRONG),
        ((1, 2, 3, 0), WRONG),
    ],
)
def test_the_pair_nearest_to_the_level_is_the_trial(order: tuple[int, ...], after: Resolution) -> None:
    pack = pack_with_gaps(12, 3, 1)
    for tray in ((0, 1, 2, 3), (3, 1, 0, 2), (2, 0, 3, 1)):
        assert resolution(pack, [answered(pack, order, tray)]) == after


def test_nearness_is_one_of_ratios() -> None:
    pack = pack_with_gaps(4, 17)  # 10 is 2.5 × 4 and 17 is 1.7 × 10
    assert resolution(pack, [answered(pack, (1, 0, 2))]) == RIGHT
    assert resolution(pack, [answered(pack, (0, 2, 1))]) == WRONG


def test_the_next_trial_is_at_the_next_level() -> None:
    pack = pack_with_gaps(10, 8, 20)
    first = answered(pack, (0, 1, 2, 3))
    second = answered(pack, (0, 2, 1, 3))
    assert resolution(pack, [first]) == RIGHT
    assert resolution(pack, [first, second]) == RIGHT.after(False)  # the level is 8.4 years now
    assert resolution(pack, [second]) == RIGHT


def test_events_that_their_dates_do_not_tell_apart_are_no_trial() -> None:
    pack = pack_of(bank("north", events("n", [days(0, 9), days(5, 12), days(8, 20)])))
    assert resolution(pack, [answered(pack, (2, 1, 0))]) == Resolution()


def test_what_says_nothing_about_the_order_of_events_is_passed_over() -> None:
    pack = pack_with_gaps(10, 1)
    right = answered(pack, (0, 1, 2))
    others = [
        replace(answered(pack, (1, 0, 2)), pack="another"),
        answered(pack, None),
        replace(right, facts=("n0",), facts_right=(False,), response=(0,)),
        replace(right, facts=("gone", "lost", "away"), response=(1, 0, 2)),
        replace(right, facts=("n0", "gone", "lost"), response=(1, 0, 2)),
    ]
    assert resolution(pack, others) == Resolution()
    assert resolution(pack, [*others, right, *others]) == RIGHT


def test_events_whose_facts_are_gone_or_changed_leave_the_others() -> None:
    pack = pack_with_gaps(10, 1)
    answer = answered(pack, (1, 0, 2))
    assert resolution(pack, [replace(answer, facts=("n0", "n1", "gone"))]) == WRONG
    for other in ("plain", "word"):  # no date any more, or no fact any more but a word of the glossary
        assert resolution(pack, [replace(answer, facts=("n0", "n1", other))]) == WRONG


def played(pack: Pack, mode: str, seed: int) -> list[Answered]:
    chance, answers = random.Random(seed), []
    state = start_round(pack, round_id="r", moment=MOMENT, seed=f"OWL-{seed}", topics=pack.topics, length=8, mode=mode)
    for _ in state.questions:
        state, answer = state.answer(random_response(state.current, chance), MOMENT, 5)
        state = state.go_on()
        answers.append(answer)
    return answers


def test_each_ordering_that_was_answered_is_one_trial() -> None:
    pack = pack_with_gaps(1, 2, 0.5, 6, 3, 9, 1, 4)
    for seed in range(20):
        answers = played(pack, ORDERINGS, seed)
        assert len(answers) == 8
        assert resolution(pack, answers).trials == sum(answer.response is not None for answer in answers)
        assert resolution(pack, played(pack, DATES, seed)) == Resolution()


def test_the_next_round_is_as_hard_as_the_staircase_says_unless_it_has_a_seed() -> None:
    pack = pack_with_gaps(*[0.5] * 12)

    def cards(answers: list[Answered], seed: str | None = None) -> set[int]:
        drawn = [
            next_round(
                Figures.of(pack, answers),
                RoundSettings(pack.topics, 2, seed, ORDERINGS),
                round_id="r",
                moment=MOMENT,
                rng=random.Random(number),
            )
            for number in range(10)
        ]
        return {len(question.events) for one in drawn for question in orderings(one.questions)}

    right = answered(pack, range(13))
    assert cards([]) == {3}
    assert cards([right] * 3) == {4}
    assert cards([right] * 30) == {6}
    assert cards([right] * 30, "OWL-7") == cards([], "OWL-7") == {Difficulty().cards}
