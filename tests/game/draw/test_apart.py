"""No round tells an answer in the prompt of another question, and none asks the same thing twice."""

import random
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.models import Distractor, Fact, Question, Term
from quizgame.banks.pack import Pack
from quizgame.banks.quality.languages import word_lists
from quizgame.banks.quality.leaks import Printed, printed
from quizgame.game.draw.questions import draw_round
from quizgame.game.kinds import any as asked
from tests.game.strategies import bank, choices, draw, modest, pack_of, term

ENGLISH = word_lists("en")
WORDS = "amber beige coral denim ebony flint grape hazel".split()


def asks(name: str, prompt: str, answer: str) -> Fact:
    """A fact with one question."""
    wrong = (Distractor(text=f"no {name}"), Distractor(text=f"not {name}"))
    question = Question(id=f"{name}-q", prompt=prompt, answer=answer, distractors=wrong, explanation="So.")
    return Fact(id=name, text=f"The fact {name}.", paragraph=1, questions=(question,))


def others(count: int) -> list[Fact]:
    return [asks(f"o{number}", f"What of o{number}?", f"right {number}") for number in range(count)]


def prints(drawn: Sequence[asked.Question]) -> list[Printed]:
    """What the multiple-choice questions of a round print, in their order."""
    return [printed(one.prompt, one.options[one.key].text, ENGLISH) for one in choices(drawn)]


def names(drawn: Sequence[asked.Question]) -> list[str]:
    return [question.fact for question in choices(drawn)]


KEYED = asks("keyed", "Who signed it in 1994?", "The Minsk Group")
TELLS = asks("tells", "Whom did the Minsk group's members name?", "Nobody")
TWIN = asks("twin", "who  signed it in 1994 ?", "The Minsk Group")
RIVAL = asks("rival", "Who signed it in 1994?", "The Geneva Group")


@pytest.mark.parametrize("pair", [(KEYED, TELLS), (KEYED, TWIN), (KEYED, RIVAL)], ids=lambda pair: pair[1].id)
def test_two_that_clash_never_come_together_while_others_are_left(pair: tuple[Fact, Fact]) -> None:
    pack = pack_of(bank("north", [*pair, *others(5)]))
    rounds = [set(names(draw(pack, 4, seed))) for seed in range(300)]
    assert all(len(found) == 4 for found in rounds)
    assert all(any(fact.id in found for found in rounds) for fact in pair)
    assert not any({fact.id for fact in pair} <= found for found in rounds)


def test_two_topics_of_one_round_give_nothing_away_to_each_other() -> None:
    pack = pack_of(bank("north", [KEYED, *others(4)]), bank("east", [TELLS]))
    assert not any({"keyed", "tells"} <= set(names(draw(pack, 4, seed))) for seed in range(200))


def test_a_question_that_gives_many_away_makes_room_for_two_that_give_none() -> None:
    hub = asks("hub", "What of right 0, right 1, right 2 and right 3?", "Nothing")
    pack = pack_of(bank("north", [hub, *others(4)]))
    heavy = {"hub": 50.0, "o0": 1.0}
    found = [names(draw_round(pack, ["north"], 4, random.Random(seed), weights=heavy)) for seed in range(60)]
    assert all(len(one) == 4 for one in found)
    assert all(one.index("hub") == max(map(one.index, one)) for one in found if "hub" in one)


def test_where_the_first_draw_falls_short_another_set_is_searched() -> None:
    hub = asks("hub", "What of right 1, right 2 and right 3?", "Nothing")
    weights = {"o0": 1e9, "hub": 1e6}
    pack = pack_of(bank("north", [hub, *others(4)]))
    for seed in range(40):
        assert set(names(draw_round(pack, ["north"], 4, random.Random(seed), weights=weights))) == {
            "o0", "o1", "o2", "o3",
        }  # fmt: skip


def test_when_nothing_else_is_left_the_answer_is_asked_for_before_it_is_printed() -> None:
    pack = pack_of(bank("north", [KEYED, TELLS, *others(2)]))
    for seed in range(100):
        found = names(draw(pack, 4, seed))
        assert len(found) == 4
        assert found.index("keyed") < found.index("tells")


def test_of_two_that_print_each_others_answer_one_is_left_out() -> None:
    there = asks("there", "What is dog in French?", "Chien")
    back = asks("back", "What is chien in English?", "Dog")
    pack = pack_of(bank("north", [there, back, *others(2)]))
    rounds = [names(draw(pack, 4, seed)) for seed in range(100)]
    assert all(len(found) == 3 for found in rounds)
    assert {"there", "back"} == {name for found in rounds for name in found} - {"o0", "o1"}


def test_the_same_question_under_three_ids_is_asked_once() -> None:
    third = asks("third", "Who signed it in 1994", "the minsk group")
    pack = pack_of(bank("north", [KEYED, TWIN]), bank("east", [third]))
    assert all(len(draw(pack, 10, seed)) == 1 for seed in range(50))


def test_one_prompt_with_other_answers_comes_again_when_nothing_else_is_left() -> None:
    """Drills ask "Which one is spelled right?" a hundred times."""
    drill = [asks(f"d{number}", "Which one is spelled right?", f"word {number}") for number in range(8)]
    assert all(len(draw(pack_of(bank("north", drill)), 5, seed)) == 5 for seed in range(50))


def glossary() -> list[Term]:
    return [term(f"t{number}", word) for number, word in enumerate(("pogrom", "truce", "siege", "border"))]


def test_a_word_of_the_glossary_is_not_asked_for_beside_a_prompt_that_prints_it() -> None:
    explains = asks("explains", 'Both sides spoke of "pogroms". What does it mean?', "Attacks on a people")
    pack = pack_of(bank("north", [explains, *others(5)], terms=glossary()))
    rounds = [set(names(draw(pack, 4, seed))) for seed in range(400)]
    assert any("t0" in found for found in rounds)
    assert not any({"t0", "explains"} <= found for found in rounds)


def test_a_prompt_that_names_its_own_answer_is_given_away_by_no_other() -> None:
    either = [asks(f"e{number}", f"Is thing {number} a mammal or a bird?", "A mammal") for number in range(6)]
    assert all(len(draw(pack_of(bank("north", either)), 6, seed)) == 6 for seed in range(20))


def random_leaky_pack(rng: random.Random) -> Pack:
    """Prompts that print some of eight words, answers that are one of them."""
    facts = [
        asks(f"f{number}", f"What of {' and '.join(rng.sample(WORDS, rng.randrange(4)))}?", rng.choice(WORDS))
        for number in range(rng.randint(1, 14))
    ]
    return pack_of(bank("north", facts[::2]), bank("east", facts[1::2] or others(1)))


@given(st.integers(0, 2**32), st.integers(0, 16))
@modest
def test_in_no_round_is_an_answer_printed_before_it_is_asked_for(seed: int, length: int) -> None:
    pack = random_leaky_pack(random.Random(seed))
    drawn = draw(pack, length, seed)
    found = prints(drawn)
    assert not any(earlier.gives_away(later) or earlier.doubles(later) for earlier, later in combinations(found, 2))
    assert draw(pack, length, seed) == drawn


@given(st.integers(0, 2**32), st.integers(1, 8))
@modest
def test_a_round_with_a_clash_left_nothing_out_that_clashes_with_none(seed: int, length: int) -> None:
    pack = random_leaky_pack(random.Random(seed))
    drawn = draw(pack, length, seed)
    found = prints(drawn)
    if not any(one.clashes(other) for one, other in combinations(found, 2)) and len(found) == length:
        return
    left = [
        printed(question.prompt, question.answer, ENGLISH)
        for one in pack.banks
        for fact in one.facts
        for question in fact.questions
        if fact.id not in names(drawn)
    ]
    assert all(any(one.clashes(other) for other in found) for one in left)
