"""The growing timeline: every card finds a gap, and what lies there is always in order."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import Interval
from quizgame.banks.pack import Pack
from quizgame.game.events import Answered
from quizgame.game.kinds.gap import PutInGap, gap_credit, legal_gaps
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.growing import (
    DAILY_CARDS,
    MISSES_ALLOWED,
    Growing,
    daily_seed,
    events_for_line,
    random_seed,
    start_growing,
)
from quizgame.game.play.modes import DAILY, GROWING
from quizgame.game.play.phases import Phase
from tests.game.strategies import MOMENT, bank, day, days, events, fact, intervals, modest, pack_of

DATES = st.lists(intervals(), min_size=1, max_size=9)


def in_order(line: Sequence[Interval]) -> bool:
    """Whether no later date is certainly over before an earlier one begins: pair by pair."""
    return not any(other.latest < one.earliest for one, other in combinations(line, 2))


def every_right_gap(line: Sequence[Interval], date: Interval) -> list[int]:
    return [gap for gap in range(len(line) + 1) if in_order([*line[:gap], date, *line[gap:]])]


def begin(pack: Pack, seed: str = "GROW-1", mode: str = GROWING, topics: Sequence[str] | None = None) -> Growing:
    wanted = pack.topics if topics is None else topics
    return start_growing(pack, topics=wanted, seed=seed, round_id="r1", moment=MOMENT, mode=mode)


def line_of(game: Growing) -> list[Interval]:
    return [event.date for event in game.line]


def right_gaps(game: Growing) -> list[int]:
    return every_right_gap(line_of(game), game.current.card.date)


def put(game: Growing, gap: int | None) -> Growing:
    return game.answer(DontKnow() if gap is None else PutInGap(gap), MOMENT, 5)[0].go_on()


def pack_of_days(count: int) -> Pack:
    return pack_of(bank("north", events("n", [day(number) for number in range(count)])))


@given(DATES, st.randoms(use_true_random=False))
@modest
def test_a_gap_is_right_exactly_when_no_pair_stands_the_wrong_way_round(
    dates: list[Interval], chance: random.Random
) -> None:
    line: list[Interval] = []
    for date in dates:
        gaps = legal_gaps(line, date)
        assert list(gaps) == every_right_gap(line, date) != []
        line.insert(chance.choice(gaps), date)


@given(DATES, st.randoms(use_true_random=False))
@modest
def test_a_game_goes_on_until_three_misses_or_the_last_card_and_its_line_stays_in_order(
    dates: list[Interval], chance: random.Random
) -> None:
    game = begin(pack_of(bank("north", events("n", dates))), f"GROW-{chance.randrange(1000)}")
    cards = {event.fact for event in (*game.line, *game.deck)}
    assert len(game.line) == 1
    assert len(cards) == len(dates)
    while game.phase is not Phase.OVER:
        assert game.deck
        assert game.misses < MISSES_ALLOWED
        card, right, lying = game.current.card, right_gaps(game), len(game.line)
        gap = chance.choice([None, *range(len(game.line) + 1), *right])
        game, answered = game.answer(DontKnow() if gap is None else PutInGap(gap), MOMENT, 5)
        verdict = game.verdict
        assert game.phase is Phase.SHOWING
        assert (verdict.event, verdict.gap, verdict.right) == (card, gap, gap in right)
        assert game.current.card == game.line[verdict.went_to] == card
        assert verdict.went_to in right
        if gap is not None:
            assert abs(verdict.went_to - gap) == min(abs(one - gap) for one in right)
        off = None if gap is None else min(abs(one - gap) for one in right)
        credit = 1 if off == 0 else 1 / 3 if off == 1 and lying >= 3 else 0
        assert verdict.credit == answered.credit == pytest.approx(credit)
        assert in_order(line_of(game))
        assert {event.fact for event in (*game.line, *game.deck)} == cards
        game = game.go_on()
    assert game.misses == MISSES_ALLOWED or not game.deck
    assert (game.right, game.misses) == (
        sum(given.verdict.right for given in game.given),
        sum(not given.verdict.right for given in game.given),
    )


@pytest.mark.parametrize(
    ("places", "cards", "credit"),
    [(0, 1, 1), (0, 9, 1), (1, 1, 0), (1, 2, 0), (1, 3, 1 / 3), (1, 40, 1 / 3), (2, 40, 0), (40, 40, 0)],
)
def test_only_a_near_miss_in_a_line_of_three_or_more_is_worth_something(places: int, cards: int, credit: float) -> None:
    assert gap_credit(places, cards) == pytest.approx(credit)


def test_dont_know_is_a_miss_and_the_third_miss_ends_it() -> None:
    game = begin(pack_of_days(9))
    for misses in range(1, 4):
        game, answered = game.answer(DontKnow(), MOMENT, 5)
        assert (game.misses, answered.credit, answered.facts_right, answered.response) == (misses, 0, (False,), None)
        game = game.go_on()
    assert game.phase is Phase.OVER
    assert (len(game.given), len(game.line), len(game.deck)) == (3, 4, 5)
    assert in_order(line_of(game))


def test_a_game_without_a_miss_ends_with_the_last_card() -> None:
    game = begin(pack_of_days(9))
    while game.phase is Phase.ASKING:
        game = put(game, right_gaps(game)[0])
    assert (game.right, game.misses, game.deck) == (8, 0, ())
    assert line_of(game) == [day(number) for number in range(9)]


def test_two_misses_are_forgiven_and_the_last_card_may_be_one() -> None:
    game = begin(pack_of_days(4))
    for _ in range(2):
        game = put(game, None)
    assert game.phase is Phase.ASKING
    assert put(game, None).phase is put(game, right_gaps(game)[0]).phase is Phase.OVER


def test_what_comes_at_the_wrong_time_or_goes_nowhere_is_refused() -> None:
    game = begin(pack_of_days(3))
    for gap in (-1, 2):
        with pytest.raises(ValueError, match=f"a line of 1 cards has no gap {gap}"):
            game.answer(PutInGap(gap), MOMENT, 5)
    with pytest.raises(ValueError, match="the round waits for an answer, not for the next question"):
        game.go_on()
    showing, _ = game.answer(PutInGap(0), MOMENT, 5)
    with pytest.raises(ValueError, match="the round waits for the player, who looks at the verdict, not for an answer"):
        showing.answer(PutInGap(0), MOMENT, 5)
    over = put(showing.go_on(), 0)
    assert over.phase is Phase.OVER
    with pytest.raises(ValueError, match="waits for nothing"):
        over.answer(PutInGap(0), MOMENT, 5)
    with pytest.raises(ValueError, match="waits for nothing"):
        over.go_on()


def test_an_answer_carries_what_the_scores_need() -> None:
    pack = pack_of(bank("north", events("n", [day(0), day(9)])), bank("east", events("e", [day(5), day(7)])))
    game = begin(pack, topics=("east", "north"))
    answers: list[Answered] = []
    while game.phase is not Phase.OVER:
        card, line, right = game.current.card, game.line, right_gaps(game)
        gap = right[0] if len(answers) != 1 else (right[0] + 1) % (len(line) + 1)
        game, answered = game.answer(PutInGap(gap), MOMENT + timedelta(seconds=7), 1234)
        assert answered.facts == (card.fact,)
        assert answered.topic == ("north" if card.fact.startswith("n") else "east")
        assert answered.facts_right == (gap in right,)
        assert answered.response == (gap,)
        assert answered.shown == (card.label, *(event.label for event in line))
        answers.append(answered)
        game = game.go_on()
    assert [answer.place for answer in answers] == [0, 1, 2]
    assert [answer.facts_right for answer in answers] == [(True,), (False,), (True,)]
    for answer in answers:
        assert (answer.round, answer.mode, answer.question) == ("r1", GROWING, "growing-east+north")
        assert (answer.pack, answer.revision, answer.attempt) == (pack.id, pack.revision, 0)
        assert (answer.moment, answer.milliseconds) == (MOMENT + timedelta(seconds=7), 1234)
        assert answer.points == round(100 * answer.credit)


def test_a_borrowed_event_belongs_to_the_topic_it_is_written_in() -> None:
    pack = pack_of(bank("north", events("n", [day(0)])), bank("east", events("e", [day(5), day(7)]), borrows=["n0"]))
    found, mixed = events_for_line(pack, ["east"])
    assert {event.fact: event.topic for event in found} == {"n0": "north", "e0": "east", "e1": "east"}
    assert not mixed
    assert begin(pack, topics=["east"]).scope == "east"


def test_the_same_seed_gives_the_same_game_and_another_seed_another_one() -> None:
    pack = pack_of_days(12)
    games = [begin(pack, f"GROW-{number}") for number in range(20)]
    assert games == [begin(pack, f"GROW-{number}") for number in range(20)]
    assert len({(*game.line, *game.deck) for game in games}) == 20


def today(pack: Pack, later: timedelta = timedelta(0), round_id: str = "r1") -> Growing:
    moment = MOMENT + later
    seed = daily_seed(pack, moment)
    return start_growing(pack, topics=pack.topics, seed=seed, round_id=round_id, moment=moment, mode=DAILY)


def test_the_daily_line_is_the_same_for_two_players_all_day_and_another_one_tomorrow() -> None:
    pack = pack_of_days(30)
    one, other = today(pack), today(pack_of_days(30), timedelta(hours=3), "r2")
    assert (one.line, one.deck) == (other.line, other.deck)
    assert len(one.deck) == one.started.length == DAILY_CARDS
    lines = {today(pack, timedelta(days=later)).deck for later in range(20)}
    assert len(lines) == 20
    changed = replace(pack, revision="12345678")
    assert {event.fact for event in today(changed).deck} != {event.fact for event in one.deck}
    _, answered = one.answer(PutInGap(0), MOMENT, 5)
    assert (answered.mode, answered.question) == (DAILY, "daily-all")


def test_a_pack_with_few_events_has_a_short_daily_line() -> None:
    game = today(pack_of_days(5))
    assert (len(game.line), len(game.deck), game.started.length) == (1, 4, 4)


def pack_with_short_topics() -> Pack:
    return pack_of(
        bank("three", events("t", [day(0), day(1), day(2)])),
        bank("two", [*events("w", [day(3), day(4)]), fact("undated")]),
        bank("one", events("o", [day(5)])),
        bank("none", [fact("nothing")], borrows=["undated"]),
    )


@pytest.mark.parametrize(
    ("topics", "count", "mixed"),
    [
        (("three",), 3, False),
        (("two", "one"), 3, False),
        (("two",), 6, True),
        (("none",), 6, True),
        (("one", "none"), 6, True),
        (("three", "two", "one", "none"), 6, False),
    ],
)
def test_a_topic_with_fewer_than_three_events_gets_those_of_the_whole_pack(
    topics: tuple[str, ...], count: int, mixed: bool
) -> None:
    pack = pack_with_short_topics()
    found, said = events_for_line(pack, topics)
    assert (len({event.fact for event in found}), len(found), said) == (count, count, mixed)
    whole = mixed or topics == pack.topics
    assert begin(pack, topics=topics).scope == ("all" if whole else "+".join(topics))


def test_nothing_is_mixed_in_where_there_is_nothing_else() -> None:
    pack = pack_of(bank("two", events("w", [day(3), day(4)])), bank("none", [fact("nothing")]))
    for topics in (("two",), ("two", "none")):
        found, mixed = events_for_line(pack, topics)
        assert [event.fact for event in found] == ["w0", "w1"]
        assert not mixed


@pytest.mark.parametrize("count", [0, 1])
def test_a_game_without_a_card_to_place_is_over_at_once(count: int) -> None:
    pack = pack_of(bank("north", [*events("n", [days(0, 9)] * count), fact("plain")]))
    game = begin(pack)
    assert game.phase is Phase.OVER
    assert (len(game.line), game.deck, game.started.length, game.right) == (count, (), 0, 0)


def test_a_seed_by_chance_is_a_word_and_a_number() -> None:
    seeds = {random_seed(random.Random(number)) for number in range(50)}
    assert len(seeds) == 50
    assert all(seed.startswith("GROW-") and seed[5:].isdigit() for seed in seeds)
