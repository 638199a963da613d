"""What came up less often comes up sooner."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizgame.game.draw.questions import draw_round
from quizgame.game.draw.seeds import read_seed
from quizgame.game.draw.tables import tables_of
from quizgame.game.events import Answered
from quizgame.game.play.modes import RoundSettings
from quizgame.game.play.round import Round
from quizgame.learning.figures import Figures
from quizgame.learning.rounds import fresh_weights, next_round
from tests.game.strategies import MOMENT, bank, brief, fact, pack_of, term

PACK = pack_of(
    bank("north", [fact("minor", importance=1), fact("usual", importance=2), fact("major", importance=3)]),
    bank("east", [fact(f"e{number}") for number in range(9)], terms=[term(f"t{number}") for number in range(4)]),
)
NAMES = [*(fact.id for bank in PACK.banks for fact in bank.facts), *(term.id for term in PACK.terms)]


def answer(name: str, *, right: bool) -> Answered:
    about = Answered(
        "r1",
        0,
        0,
        MOMENT,
        PACK.id,
        "",
        "north",
        "q",
        (name,),
        (right,),
        ("yes", "no"),
        (0,),
        1.0,
        100,
        9,
        "practice",
        "choice",
    )
    return replace(about, credit=float(right), points=100 * right)


WEIGHTS_OF_NEW = {
    candidate.fact: weight
    for topic in PACK.topics
    for weight, candidates in tables_of(PACK).pools(topic)
    for candidate in candidates
}
"""What the draw takes for facts and terms that are given no weight."""


def weights_after(answers: Sequence[Answered]) -> dict[str, float]:
    return WEIGHTS_OF_NEW | fresh_weights(Figures.of(PACK, answers))


def test_before_the_first_answer_a_fact_weighs_its_importance_and_a_term_one() -> None:
    assert fresh_weights(Figures.of(PACK, [])) == {}
    weights = WEIGHTS_OF_NEW
    assert set(weights) == set(NAMES)
    assert (weights["minor"], weights["usual"], weights["major"], weights["t0"]) == (1, 2, 3, 1)


def test_only_what_was_met_is_weighed_anew() -> None:
    answers = [answer("minor", right=True), answer("t1", right=False)]
    assert set(fresh_weights(Figures.of(PACK, answers))) == {"minor", "t1"}


def test_a_right_answer_takes_three_quarters_of_a_weight_and_a_miss_makes_it_four_times_as_much() -> None:
    weights = weights_after([answer("major", right=True), answer("usual", right=False), answer("t0", right=True)])
    assert (weights["minor"], weights["usual"], weights["major"], weights["t0"]) == (1, 8, 0.75, 0.25)
    both = weights_after([answer("major", right=True), answer("major", right=False)])
    assert both["major"] == 3
    again = weights_after([answer("major", right=False), answer("major", right=True)])
    assert again["major"] == 0.75


def test_an_ordering_counts_for_each_of_its_facts() -> None:
    ordering = replace(answer("e0", right=True), facts=("e0", "e1", "e2"), facts_right=(True, False, True))
    weights = weights_after([ordering])
    assert [weights[f"e{number}"] for number in range(4)] == [0.5, 8, 0.5, 2]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.booleans()), max_size=60), st.sampled_from(NAMES), st.booleans())
@brief
def test_one_more_answer_moves_the_weight_of_its_fact_alone_down_when_it_was_right(
    log: list[tuple[str, bool]], name: str, right: bool
) -> None:
    answers = [answer(one, right=known) for one, known in log]
    before = weights_after(answers)
    after = weights_after([*answers, answer(name, right=right)])
    if right:
        assert after[name] < before[name] or before[name] <= 1e-4
    else:
        assert after[name] >= before[name]
    assert {one: after[one] for one in NAMES if one != name} == {one: before[one] for one in NAMES if one != name}
    assert all(weight > 0 for weight in after.values())


def test_answers_to_another_pack_and_to_facts_that_are_gone_change_nothing() -> None:
    foreign = replace(answer("major", right=True), pack="another")
    assert weights_after([foreign, answer("deleted", right=True)]) == weights_after([])


def test_a_round_can_be_drawn_after_thousands_of_answers_to_one_fact() -> None:
    for right in (True, False):
        weights = weights_after([answer("major", right=right)] * 3000)
        assert 0 < weights["major"] <= 12
    weights = weights_after([answer("major", right=True)] * 3000)
    drawn = draw_round(PACK, PACK.topics, 16, random.Random(1), weights=weights)
    assert "major" in {question.facts[0] for question in drawn}
    first = draw_round(PACK, PACK.topics, 15, random.Random(1), weights=weights)
    assert "major" not in {question.facts[0] for question in first}


def test_when_everything_was_answered_often_all_facts_still_come_alike() -> None:
    weights = weights_after([answer(name, right=True) for name in NAMES for _ in range(1000)])
    first = Counter(
        draw_round(PACK, PACK.topics, 1, random.Random(seed), weights=weights)[0].facts[0] for seed in range(1600)
    )
    assert all(55 <= first[name] <= 145 for name in NAMES)  # 100, give or take 4½ standard deviations


def test_the_next_round_brings_what_the_last_one_did_not() -> None:
    for seed in range(30):
        rng = random.Random(seed)
        asked = [question.facts[0] for question in draw_round(PACK, PACK.topics, 4, rng)]
        weights = weights_after([answer(name, right=True) for name in asked for _ in range(5)])
        again = [question.facts[0] for question in draw_round(PACK, PACK.topics, 4, rng, weights=weights)]
        assert len(set(asked) & set(again)) <= 1


def begin(answers: list[Answered], seed: str | None, chance: int = 1) -> Round:
    rng = random.Random(chance)
    settings = RoundSettings(PACK.topics, 4, seed)
    return next_round(Figures.of(PACK, answers), settings, round_id="r", moment=MOMENT, rng=rng)


def test_a_round_with_a_seed_is_the_same_for_everybody() -> None:
    answers = [answer(name, right=True) for name in NAMES[:6]]
    assert begin([], "OWL-7") == begin(answers, "OWL-7", chance=2)
    assert begin([], "OWL-7").started.seed == "OWL-7"


def test_a_round_without_a_seed_gets_one_by_chance_and_prefers_what_is_fresh() -> None:
    seeds = {begin([], None, chance).started.seed for chance in range(50)}
    assert len(seeds) > 40
    assert all(read_seed(seed) == seed for seed in seeds)
    known = NAMES[4:]
    for chance in range(30):
        drawn = begin([answer(name, right=True) for name in known for _ in range(9)], None, chance)
        assert {question.facts[0] for question in drawn.questions} == set(NAMES[:4])
