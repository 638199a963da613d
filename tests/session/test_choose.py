"""What to play, as it was typed on the command line."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.banks.files.problems import Problem
from quizgame.banks.files.read import Library, PackFiles
from quizgame.banks.files.yaml import Document, Node
from quizgame.game.play.modes import DEFAULT_LENGTH, MAX_LENGTH, MODES, RoundSettings
from quizgame.session.choose import WishError, choose_pack, choose_round
from quizgame.session.wishes import Wishes
from tests.game.strategies import bank, fact, pack_of

PACK = pack_of(bank("north", [fact("a")]), bank("east", [fact("b")]), bank("south", [fact("c")]))


def test_without_wishes_all_topics_are_played_by_chance() -> None:
    assert choose_round(PACK, Wishes()) == RoundSettings(("north", "east", "south"), DEFAULT_LENGTH, None)
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
    with pytest.raises(WishError, match=r"There is no topic 'west'. There is: north, east, south\."):
        choose_round(PACK, Wishes(topics="north,west"))


@pytest.mark.parametrize(("typed", "length"), [("1", 1), ("10", 10), ("007", 7), (str(MAX_LENGTH), MAX_LENGTH)])
def test_a_round_is_as_long_as_wished(typed: str, length: int) -> None:
    assert choose_round(PACK, Wishes(questions=typed)).length == length


@pytest.mark.parametrize(
    "typed", ["0", "-1", "51", "1000", "00019999", "9" * 5000, "", " ", "ten", "1.5", "1e1", "٣", "²", "1\x1b[2J"]
)
def test_a_length_that_cannot_be_is_refused_in_a_printable_sentence(typed: str) -> None:
    with pytest.raises(WishError, match=r"A round has 1 to 50 questions, not ") as caught:
        choose_round(PACK, Wishes(questions=typed))
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 80


def test_a_seed_is_read_and_a_wrong_one_refused() -> None:
    assert choose_round(PACK, Wishes(seed="owl 7")).seed == "OWL-7"
    for typed in ("owl", ""):
        with pytest.raises(WishError, match="A seed is a word and a number"):
            choose_round(PACK, Wishes(seed=typed))


@pytest.mark.parametrize("mode", MODES)
def test_a_mode_is_played_if_there_is_one(mode: str) -> None:
    assert choose_round(PACK, Wishes(mode=mode)).mode == mode
    with pytest.raises(WishError, match=rf"There is no mode 'no{mode}'\. There is: practice, "):
        choose_round(PACK, Wishes(mode=f"no{mode}"))


def library_of(*ids: str) -> Library:
    library = Library((Path("some-banks"),))
    library.packs += [PackFiles(replace(PACK, id=name), Document("pack.yaml", Node({}, 1, 1)), {}) for name in ids]
    return library


def test_the_first_pack_is_played_or_the_one_that_is_named() -> None:
    library = library_of("one", "two")
    assert choose_pack(library, None).id == "one"
    assert choose_pack(library, "two").id == "two"
    with pytest.raises(WishError, match=r"There is no pack 'three'. There is: one, two\."):
        choose_pack(library, "three")


def test_without_packs_one_is_told_where_they_were_looked_for() -> None:
    with pytest.raises(WishError, match=r"no question bank to play in some-banks\. Name a folder with --banks\."):
        choose_pack(library_of(), None)
    broken = library_of()
    broken.problems.append(Problem("file", 1, 1, "what", "mend"))
    with pytest.raises(WishError, match=r"every pack there has problems, `quizgame check` lists them"):
        choose_pack(broken, None)
