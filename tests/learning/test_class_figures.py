"""What the answers of a class came to, held against figures worked out by hand and by another way."""

import math
import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.game.events import Answered, ClassEvent, TakenBack, Voted
from quizgame.game.play.modes import CLASS_HANDS
from quizgame.game.play.votes import HANDS
from quizgame.learning.class_figures import ClassFigures, class_figures
from quizgame.learning.intervals import Share
from quizgame.learning.telling_apart import telling_apart
from tests.game.play.classes import EVENTS, played, settings_by_chance
from tests.game.strategies import COLOURS, bank, fact, modest, pack_of, term
from tests.saves.samples import MOMENT, answered

PACK = pack_of(bank("north", [fact("a"), fact("b"), fact("c"), fact("d")], terms=[term(f"t{n}") for n in range(4)]))


def team(
    place: int, name: str = "a", *, right: bool = True, seat: str = "owls", days: float = 0, **more: object
) -> Answered:
    """An answer of a team to a question about a fact."""
    base = answered(
        place,
        moment=MOMENT + timedelta(days=days, seconds=place),
        question=f"{name}-1",
        facts=(name,),
        facts_right=(right,),
        shown=COLOURS,
        response=(0 if right else 1,),
        credit=float(right),
        seat=seat,
        mode="class-teams",
    )
    return replace(base, **more)  # type: ignore[arg-type] # fields of an answer


def hands(place: int, counts: tuple[int, ...], name: str = "a", *, days: float = 0) -> Answered:
    """A vote; the key is the first option."""
    return team(
        place,
        name,
        days=days,
        response=counts,
        kind=HANDS,
        seat="class",
        credit=counts[0] / sum(counts),
        facts_right=(2 * counts[0] > sum(counts),),
    )


def figures(*events: ClassEvent) -> ClassFigures:
    return class_figures(PACK, events)


@pytest.mark.parametrize(
    ("right", "asked", "low", "high"),
    [
        (8, 10, 0.4901625, 0.9433178),
        (0, 10, 0.0, 0.2775328),
        (1, 2, 0.0945312, 0.9054688),
        (81, 263, 0.2552741, 0.3662091),
    ],
)
def test_the_interval_is_wilsons(right: int, asked: int, low: float, high: float) -> None:
    """The last one is an example of Newcombe (1998)."""
    assert Share(right, asked).interval == pytest.approx((low, high), abs=2e-4)


@given(st.integers(0, 60), st.integers(0, 60))
@modest
def test_an_interval_has_its_share_in_it_and_mirrors_that_of_the_others(right: int, wrong: int) -> None:
    share = Share(right, right + wrong)
    low, high = share.interval
    assert 0 <= low <= high <= 1
    assert low - 1e-9 <= share.value <= high + 1e-9 or not share.asked
    other_low, other_high = share.missed.interval
    assert (1 - other_high, 1 - other_low) == pytest.approx((low, high))


def test_an_item_counts_teams_as_one_and_hands_as_many() -> None:
    found = figures(
        team(0), team(1, right=False, seat="foxes"), hands(2, (12, 5, 3, 0)), team(3, response=None, right=False)
    )
    [item] = found.items.values()
    assert item.facility == Share(13, 23)
    assert item.table == (("amber", 13, True), ("beige", 6, False), ("coral", 3, False), ("denim", 0, False))
    assert item.unknown == 1
    assert found.facts["a"].share == Share(13, 23)


def test_options_are_counted_by_their_text_whatever_their_place() -> None:
    turned = team(1, shown=COLOURS[::-1], response=(3,), seat="foxes")
    [item] = figures(team(0), turned).items.values()
    assert item.chosen == {"amber": 2}


def test_what_was_taken_back_and_what_is_of_another_pack_counts_nowhere() -> None:
    slip = TakenBack("round-1", 0, 0, MOMENT, "owls")
    found = figures(team(0, right=False), slip, team(0, attempt=1), team(1, pack="other"))
    assert [item.facility for item in found.items.values()] == [Share(1, 1)]
    seats = figures(team(0, right=False), replace(slip, seat="foxes"))
    assert [item.facility for item in seats.items.values()] == [Share(0, 1)]


def test_the_gain_is_of_questions_that_were_voted_on_twice() -> None:
    vote = Voted("round-1", 0, 0, MOMENT, (12, 8, 0, 0))
    unfinished = Voted("round-1", 5, 0, MOMENT, (1, 1, 0, 0))
    found = figures(vote, hands(0, (17, 3, 0, 0)), hands(1, (20, 0, 0, 0), "b"), unfinished)
    assert found.gain == (Share(12, 20), Share(17, 20))


def test_a_word_of_the_glossary_is_an_item_too() -> None:
    shown = ("word t0", "word t1", "word t2", "word t3")
    [item] = figures(team(0, "t1", question="t1-which", shown=shown, response=(1,))).items.values()
    assert item.key == "word t1"


def test_orderings_of_one_topic_are_items_of_their_own() -> None:
    def ordering(place: int, facts: tuple[str, ...], right: tuple[bool, ...]) -> Answered:
        return team(
            place,
            question="order-north",
            facts=facts,
            facts_right=right,
            kind="ordering",
            response=(0, 1, 2),
            shown=facts,
        )

    found = figures(
        ordering(0, ("a", "b", "c"), (True, True, True)), ordering(1, ("a", "b", "d"), (True, False, False))
    )
    assert [(item.facility, item.table) for item in found.items.values()] == [(Share(1, 1), ()), (Share(0, 1), ())]
    assert found.facts["a"].share == Share(2, 2)
    assert found.facts["b"].share == Share(1, 2)


def test_what_few_missed_is_less_sure_than_what_many_did() -> None:
    """1 of 2 and even 0 of 1 are no proof; 8 of 20 is."""
    found = figures(
        hands(0, (1, 1, 0, 0), "a"),
        hands(1, (8, 12, 0, 0), "b"),
        hands(2, (20, 0, 0, 0), "c"),
        hands(3, (0, 1, 0, 0), "d"),
    )
    assert [one.fact for one in found.to_teach_again] == ["b", "d", "a"]


def test_three_at_most_are_taught_again() -> None:
    found = figures(*(team(at, name, right=False) for at, name in enumerate("abcd")))
    assert len(found.to_teach_again) == 3
    assert len(found.below) == 4


def test_what_was_under_80_percent_the_last_time_comes_back() -> None:
    landed = (hands(0, (1, 9, 0, 0), "a"), hands(1, (9, 1, 0, 0), "a", days=7))
    lost = (hands(2, (9, 1, 0, 0), "b"), hands(3, (7, 3, 0, 0), "b", days=7))
    assert [one.fact for one in figures(*landed, *lost).below] == ["b"]
    assert figures(hands(0, (8, 2, 0, 0))).below == ()


def test_mondays_three_are_one_each_from_last_time_last_week_and_last_month() -> None:
    missed = (0, 9, 0, 0)
    answers = (hands(0, missed, "a", days=-1), hands(1, missed, "b", days=-8), hands(2, missed, "c", days=-30))
    starter = figures(*answers).starter(MOMENT)
    assert (starter.last_time, starter.last_week, starter.last_month) == ("a", "b", "c")
    assert starter.facts == ("a", "b", "c")
    today = hands(3, missed, "d")
    assert figures(*answers, today).starter(MOMENT) == starter
    known = hands(4, (9, 0, 0, 0), "b", days=-2)
    assert figures(*answers, known).starter(MOMENT).last_week is None
    assert figures(today).starter(MOMENT).facts == ()
    weekly = figures(hands(0, missed, "a", days=-7), hands(1, missed, "b", days=-7)).starter(MOMENT)
    assert set(weekly.facts) == {"a", "b"}


# Telling apart


def seats(script: dict[str, str], round_: str = "round-1") -> list[Answered]:
    """Each seat's answers: + for right, - for wrong."""
    return [
        team(place, "abcd"[place % 4], right=sign == "+", seat=seat, round=round_)
        for seat, signs in script.items()
        for place, sign in enumerate(signs)
    ]


def test_below_30_answers_only_the_halves_are_told() -> None:
    found = telling_apart(seats({"1": "+++", "2": "++-", "3": "-+-", "4": "---", "5": "+--"}))
    told = found["a-1", ("a",)]
    assert told.correlation is None
    assert (told.upper, told.lower) == (Share(2, 2), Share(1, 2))


def test_from_30_answers_the_correlation_with_the_rest_is_told() -> None:
    rng = random.Random(1)
    able = {str(number): rng.random() for number in range(40)}
    script = {seat: "".join("+" if rng.random() < skill else "-" for _ in range(3)) for seat, skill in able.items()}
    told = telling_apart(seats(script))["a-1", ("a",)]
    ones = [float(signs[0] == "+") for signs in script.values()]
    rest = [signs[1:].count("+") / 2 for signs in script.values()]
    mean_one, mean_rest = sum(ones) / 40, sum(rest) / 40
    covariance = sum((x - mean_one) * (y - mean_rest) for x, y in zip(ones, rest, strict=True))
    spread = math.dist(ones, [mean_one] * 40) * math.dist(rest, [mean_rest] * 40)
    assert told.correlation == pytest.approx(covariance / spread)
    assert told.upper.asked == told.lower.asked == 20


def test_answers_of_several_rounds_are_pooled_and_alike_ones_tell_nothing() -> None:
    script = {str(number): "+-" if number % 2 else "--" for number in range(16)}
    alike = {str(number): "++" for number in range(30)}
    assert telling_apart(seats(script) + seats(script, "round-2"))["a-1", ("a",)].upper.asked == 16
    assert telling_apart(seats(alike))["a-1", ("a",)].correlation is None


def test_an_option_that_the_better_half_prefers_to_the_key_is_named() -> None:
    script = {"1": "-++", "2": "-++", "3": "+--", "4": "---"}
    assert telling_apart(seats(script))["a-1", ("a",)].rival == "beige"
    assert telling_apart(seats(script))["b-1", ("b",)].rival is None


def test_hands_and_lone_answers_tell_nothing() -> None:
    assert telling_apart([hands(0, (1, 2, 3, 4)), team(1, seat="x"), team(1, seat="y")]) == {}


@given(st.integers(0, 2**32))
@modest
def test_the_figures_of_any_round_add_up(seed: int) -> None:
    rng = random.Random(seed)
    steps = list(
        played(EVENTS, replace(settings_by_chance(EVENTS, rng), mode=rng.choice((CLASS_HANDS, "class-teams"))), rng)
    )
    if not steps:
        return
    over = steps[-1][0]
    found = class_figures(EVENTS, [event for _, event in steps])
    assert len(found.answers) == len(over.turns)
    assert sum(item.facility.asked for item in found.items.values()) == sum(
        sum(turn.response.kept or ()) if turn.kind == HANDS else 1 for turn in over.turns
    )
    before, after = found.gain
    gains = [turn.gain for turn in over.turns if turn.gain is not None]
    assert (before.right, before.asked) == (sum(one[0] for one in gains), sum(one[1] for one in gains))
    assert (after.right, after.asked) == (sum(one[2] for one in gains), sum(one[3] for one in gains))
