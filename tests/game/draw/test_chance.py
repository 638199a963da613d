"""Chance is fair: counted over thousands of fixed seeds, with bounds of about 4½ standard deviations."""

import random
from collections import Counter
from itertools import permutations
from math import sqrt

from quizgame.game.draw.questions import draw_round
from tests.game.strategies import bank, choices, day, draw, events, fact, pack_of, term


def about(share: float, tries: int) -> tuple[float, float]:
    """Between which counts an event of this probability stays."""
    slack = 4.5 * sqrt(tries * share * (1 - share))
    return tries * share - slack, tries * share + slack


def is_about(count: int, share: float, tries: int) -> bool:
    low, high = about(share, tries)
    return low <= count <= high


def test_options_without_an_order_of_their_own_come_in_every_order_alike() -> None:
    pack = pack_of(bank("north", [fact("a")]))
    shown = [choices(draw(pack, 1, seed))[0] for seed in range(2400)]
    orders = Counter(tuple(option.text for option in question.options) for question in shown)
    assert len(orders) == 24
    assert all(is_about(count, 1 / 24, 2400) for count in orders.values())
    keys = Counter(question.key for question in shown)
    assert all(is_about(keys[place], 1 / 4, 2400) for place in range(4))


def test_the_word_that_a_definition_means_stands_at_every_place_alike() -> None:
    pack = pack_of(bank("north", [fact("a", wordings=0)], terms=[term(f"t{number}") for number in range(6)]))
    shown = [choices(draw(pack, 1, seed))[0] for seed in range(2400)]
    keys = Counter(question.key for question in shown)
    assert all(is_about(keys[place], 1 / 4, 2400) for place in range(4))
    asked_for = Counter(question.fact for question in shown)
    assert all(is_about(asked_for[f"t{number}"], 1 / 6, 2400) for number in range(6))


def test_the_other_words_of_a_glossary_question_come_from_its_own_topic_first() -> None:
    own, far = [term(f"n{number}") for number in range(3)], [term(f"e{number}") for number in range(5)]
    pack = pack_of(bank("north", [fact("a")], terms=own), bank("east", [fact("b")], terms=far))
    for seed in range(100):
        for question in choices(draw(pack, 9, seed, ["north"])):
            if question.fact.startswith("n"):
                assert {one.term for one in own} < {option.text for option in question.options}


def test_all_other_words_come_alike_as_wrong_options() -> None:
    near, far = [term(f"n{number}") for number in range(6)], [term(f"e{number}") for number in range(6)]
    pack = pack_of(bank("north", [], terms=near, borrows=["b"]), bank("east", [fact("b", wordings=0)], terms=far))
    few = pack_of(bank("north", [], terms=near[:1], borrows=["b"]), bank("east", [fact("b", wordings=0)], terms=far))
    for glossary, others in ((pack, near), (few, [*near[:1], *far])):
        shown = [choices(draw_round(glossary, ["north"], 1, random.Random(s), weights={"n0": 1e9})) for s in range(900)]
        words = Counter(option.text for (question,) in shown for option in question.options)
        assert words.pop(others[0].term) == 900
        assert all(is_about(words[one.term], 3 / (len(others) - 1), 900) for one in others[1:])


def test_every_wording_of_a_fact_comes_alike() -> None:
    pack = pack_of(bank("north", [fact("a", wordings=3)]))
    first = Counter(draw(pack, 1, seed)[0].id for seed in range(1800))
    assert all(is_about(first[f"a-{number}"], 1 / 3, 1800) for number in (1, 2, 3))


def test_importance_is_the_weight_of_a_fact() -> None:
    pack = pack_of(bank("north", [fact(f"i{number}", importance=number) for number in (1, 2, 3)]))
    first = Counter(choices(draw(pack, 1, seed))[0].fact for seed in range(3000))
    assert all(is_about(first[f"i{number}"], number / 6, 3000) for number in (1, 2, 3))


def test_facts_are_drawn_by_weight_and_not_put_back() -> None:
    weights = {"a": 4.0, "b": 2.0, "c": 1.0}
    pack = pack_of(bank("north", [fact(name) for name in weights]))
    orders = Counter(
        tuple(q.fact for q in choices(draw_round(pack, ["north"], 3, random.Random(seed), weights=weights)))
        for seed in range(4200)
    )
    for first, second, third in permutations(weights):
        left = weights[second] + weights[third]
        share = weights[first] / 7 * weights[second] / left
        assert is_about(orders[first, second, third], share, 4200)


def test_facts_of_one_weight_are_drawn_among_others_as_if_each_were_alone() -> None:
    pack = pack_of(bank("north", [fact("b", importance=3), fact("a1", importance=1), fact("a2", importance=1)]))
    last = Counter(choices(draw(pack, 3, seed))[-1].fact for seed in range(3000))
    assert is_about(last["b"], 2 / 5 * 1 / 4, 3000)


def test_weights_of_any_size_draw_by_their_ratios() -> None:
    facts = [fact(f"f{number}") for number in range(10)]
    pack = pack_of(bank("north", facts))
    for size in (1e-9, 1e-4, 1.0, 1e9):
        weights = {one.id: size * (3 if one.id == "f9" else 1) for one in facts}
        drawn = [draw_round(pack, ["north"], 1, random.Random(seed), weights=weights)[0] for seed in range(1200)]
        first = Counter(question.facts[0] for question in drawn)
        assert is_about(first.pop("f9"), 3 / 12, 1200)
        assert len(first) == 9
        assert all(is_about(count, 1 / 12, 1200) for count in first.values())


def test_terms_can_be_weighted_as_facts_are() -> None:
    pack = pack_of(bank("north", [fact("a")], terms=[term(f"t{number}") for number in range(4)]))
    heavy = [draw_round(pack, ["north"], 1, random.Random(s), weights={"t2": 1e6})[0].facts for s in range(50)]
    assert heavy == [("t2",)] * 50


def test_the_events_of_an_ordering_come_alike() -> None:
    pack = pack_of(bank("north", [fact("a", wordings=4), *events("n", [day(number) for number in range(8)])]))
    counts = Counter(name for seed in range(2000) for q in draw(pack, 5, seed) for name in q.facts if name != "a")
    assert all(is_about(counts[f"n{number}"], 1 / 2, 2000) for number in range(8))
