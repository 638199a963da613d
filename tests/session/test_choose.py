"""What to play, as it was typed on the command line."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.banks.files.problems import Problem
from quizgame.banks.files.read import Library, PackFiles
from quizgame.banks.files.yaml import Document, Node
from quizgame.game.play.modes import DEFAULT_LENGTH, MAX_LENGTH, MODES, ORDERINGS, ORDERINGS_IN_A_ROUND, RoundSettings
from quizgame.session.choose import WishError, choose_round, last_played, packs_for
from quizgame.session.wishes import Wishes
from quizgame.wording.wishes import wish_error_in_words
from tests.game.strategies import bank, fact, pack_of

PACK = pack_of(bank("north", [fact("a")]), bank("east", [fact("b")]), bank("south", [fact("c")]))


def refused(wishes: Wishes) -> str:
    """The sentence that a wish that can't be had is answered with."""
    with pytest.raises(WishError) as caught:
        choose_round(PACK, wishes)
    return wish_error_in_words(caught.value)


def no_pack(library: Library, name: str | None) -> str:
    with pytest.raises(WishError) as caught:
        packs_for(library, Wishes(name))
    return wish_error_in_words(caught.value)


def test_without_wishes_all_topics_are_played_by_chance() -> None:
    assert choose_round(PACK, Wishes()) == RoundSettings(("north", "east", "south"))
    assert choose_round(PACK, Wishes()).questions == DEFAULT_LENGTH
    assert choose_round(PACK, Wishes(mode=ORDERINGS)).questions == ORDERINGS_IN_A_ROUND
    assert not Wishes(pack="small").describe_a_round


@pytest.mark.parametrize(
    "wishes", [Wishes(topics="north"), Wishes(questions="3"), Wishes(seed="OWL-1"), Wishes(mode="dates")]
)
def test_any_wish_for_a_round_describes_one(wishes: Wishes) -> None:
    assert wishes.describe_a_round


@pytest.mark.parametrize(
    ("typed", "topics"),
    [
        ("east", ["east"]),
        ("south,north", ["north", "south"]),
        (" East , NORTH ,", ["north", "east"]),
        ("east,east", ["east"]),
        (",", ["north", "east", "south"]),
    ],
)
def test_topics_are_played_in_the_order_of_the_source(typed: str, topics: list[str]) -> None:
    assert list(choose_round(PACK, Wishes(topics=typed)).topics) == topics


def test_a_topic_that_is_not_there_is_answered_with_those_that_are() -> None:
    assert refused(Wishes(topics="north,west")) == "There is no topic “west”. There is: north, east, south."


@pytest.mark.parametrize(
    ("typed", "length"), [("1", 1), ("10", 10), ("007", 7), ("٣", 3), (str(MAX_LENGTH), MAX_LENGTH)]
)
def test_a_round_is_as_long_as_wished(typed: str, length: int) -> None:
    assert choose_round(PACK, Wishes(questions=typed)).length == length


@pytest.mark.parametrize(
    "typed", ["0", "-1", "51", "1000", "00019999", "9" * 5000, "", " ", "ten", "1.5", "1e1", "²", "1\x1b[2J"]
)
def test_a_length_that_cannot_be_is_refused_in_a_printable_sentence(typed: str) -> None:
    said = refused(Wishes(questions=typed))
    assert said.startswith("A round has 1 to 50 questions, not “")
    assert said.isprintable()
    assert len(said) < 80


def test_a_seed_is_read_and_a_wrong_one_refused() -> None:
    assert choose_round(PACK, Wishes(seed="owl 7")).seed == "OWL-7"
    for typed in ("owl", ""):
        assert refused(Wishes(seed=typed)).startswith("A seed is a word and a number")


@pytest.mark.parametrize("mode", MODES)
def test_a_mode_is_played_if_there_is_one(mode: str) -> None:
    assert choose_round(PACK, Wishes(mode=mode)).mode == mode
    assert refused(Wishes(mode=f"no{mode}")) == f"There is no mode “no{mode}”. There is: {', '.join(MODES)}."


def library_of(*ids: str) -> Library:
    library = Library((Path("some-banks"),))
    library.packs += [PackFiles(replace(PACK, id=name), Document("pack.yaml", Node({}, 1, 1)), {}) for name in ids]
    return library


def test_the_first_pack_is_played_or_the_one_that_is_named() -> None:
    library = library_of("one", "two")
    assert [pack.id for pack in packs_for(library, Wishes())] == ["one", "two"]
    assert [pack.id for pack in packs_for(library, Wishes("two"))] == ["two"]
    assert no_pack(library, "three") == "There is no pack “three”. There is: one, two."


def test_the_pack_that_was_played_last_is_played_again() -> None:
    packs = packs_for(library_of("abc", "one", "two"), Wishes())
    assert last_played(packs, "two").id == "two"
    assert last_played(packs, None).id == last_played(packs, "gone").id == "abc"


def test_a_topic_names_the_pack_that_has_it() -> None:
    library = library_of("one", "two")
    other = pack_of(bank("west", [fact("w")]))
    library.packs.append(PackFiles(other, Document("pack.yaml", Node({}, 1, 1)), {}))
    assert packs_for(library, Wishes(topics="west")) == [other]


def test_without_packs_one_is_told_where_they_were_looked_for() -> None:
    said = no_pack(library_of(), None)
    assert said == "There is no question bank to play in some-banks. Name a folder with --banks."
    broken = library_of()
    broken.problems.append(Problem("file", 1, 1, "what", "mend"))
    assert "every pack there has problems, `quizgame check` lists them" in no_pack(broken, None)
