"""A start after the first one: what was read before is not read again, and what is not played is not looked at."""

import ast
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from quizgame.banks.files import yaml
from quizgame.banks.shelved import ShelvedPack
from quizgame.game.play.modes import CARDS, GROWING, MODES, TODAY, RoundSettings
from quizgame.saves.library_index import FILE_NAME, LibraryIndex
from quizgame.session.bringing import keep_and_play, look_at
from quizgame.session.choose import WishError
from quizgame.session.session import Session, open_session
from quizgame.session.wishes import Wishes
from tests.benchmarks.many_questions import write_packs
from tests.often import often
from tests.packs import MOON, write_pack
from tests.saves.shelves import assert_alike
from tests.short_packs import write_short

PACKAGE = Path(__file__).parents[2] / "quizgame"


@contextmanager
def session_with(banks: Path, saves: Path) -> Iterator[Session]:
    with closing(open_session((banks,), saves, Wishes())) as session:
        yield session


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The queries to the index."""
    queries: list[str] = []
    ask = LibraryIndex.ask

    def counted(index: LibraryIndex, query: str, *values: str | int | bytes | None) -> list[tuple[object, ...]]:
        queries.append(query)
        return list(ask(index, query, *values))

    monkeypatch.setattr(LibraryIndex, "ask", counted)
    return queries


@pytest.fixture
def no_yaml(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From when it is called on, no file is read as YAML."""

    def refused(*_: object) -> None:
        raise AssertionError("a file was read as YAML")

    return lambda: monkeypatch.setattr(yaml, "parse", refused)


def home(session: Session) -> None:
    """What home asks for."""
    session.overview()
    session.outlook(session.pack.topics, 12)


@pytest.mark.parametrize("mode", MODES)
def test_a_start_reads_no_file_twice_and_draws_the_same(mode: str, tmp_path: Path, no_yaml: Callable[[], None]) -> None:
    banks, saves = write_packs(tmp_path / "banks", 3, 120), tmp_path / "saves"
    with session_with(banks, saves) as first:
        before = first.overview(), first.outlook(first.pack.topics, 12), first.pack.revision
        library = first.library
    no_yaml()
    with session_with(banks, saves) as again:
        assert isinstance(again.pack, ShelvedPack)
        assert (again.overview(), again.outlook(again.pack.topics, 12), again.pack.revision) == before
        assert_alike(again.library, library)
        settings = RoundSettings(again.pack.topics, 8, mode=mode)
        drawn = again.start_line(settings) if mode in (GROWING, "daily") else again.start_round(settings)
        assert drawn.play.started.pack == again.pack.id


def test_what_home_asks_does_not_grow_with_what_is_installed(tmp_path: Path, asked: list[str]) -> None:
    counts = []
    for packs, questions in ((1, 20), (1, 400), (1, 3000)):
        banks, saves = write_packs(tmp_path / f"{questions}", packs, questions), tmp_path / f"saves-{questions}"
        for _ in range(2):
            asked.clear()
            with session_with(banks, saves) as session:
                home(session)
        counts.append(len(asked))
    assert counts == [counts[0]] * 3
    banks = write_packs(tmp_path / "several", 9, 90)
    for _ in range(2):
        asked.clear()
        with session_with(banks, tmp_path / "saves") as session:
            home(session)
    assert len(asked) == counts[0] + 8  # the head of each


@pytest.mark.parametrize("mode", [TODAY, CARDS])
def test_a_round_reads_the_facts_that_it_looks_at(mode: str, tmp_path: Path, asked: list[str]) -> None:
    banks, counts = write_packs(tmp_path / "banks", 1, 3000), []
    for _ in range(1 + often(12, 60)):
        asked.clear()
        with session_with(banks, tmp_path / "saves") as session:
            session.start_round(RoundSettings(session.pack.topics, 8, mode=mode))
        counts.append(sum("said," in query for query in asked))
    assert max(counts) < 60, counts


def test_to_ask_for_a_word_reads_those_that_are_shown(tmp_path: Path, asked: list[str]) -> None:
    write_short(tmp_path / "banks", "terms:\n" + "".join(f"  word {n}: what it means {n}\n" for n in range(200)))
    for _ in range(2):
        asked.clear()
        with session_with(tmp_path / "banks", tmp_path / "saves") as session:
            words = [one for one in session.pack.glossary() if session.pack.entry(one)]
            drawn = session.start_round(RoundSettings(session.pack.topics, 1, facts=tuple(words[:1])))
            assert drawn.play.questions[0].facts == (words[0],)
    assert sum("said," in query for query in asked) <= 10  # the first ones, to see if there are enough, and the options


def test_what_can_not_be_had_leaves_no_trace(tmp_path: Path) -> None:
    banks = write_pack(tmp_path / "banks").parent
    with pytest.raises(WishError):
        open_session((banks,), tmp_path / "saves", Wishes(pack="other"))
    assert not (tmp_path / "saves").exists()


def test_what_comes_in_is_read_and_the_rest_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    banks, saves = write_packs(tmp_path / "banks", 2, 40), tmp_path / "saves"
    with session_with(banks, saves):
        pass
    words = tmp_path / "colors.csv"
    words.write_text("term,meaning\nrouge,red\nvert,green\nbleu,blue\nnoir,black\n", "utf-8")
    with session_with(banks, saves) as session:
        pack = keep_and_play(session, look_at(str(words), session))
        assert pack is not None
        assert [isinstance(one, ShelvedPack) for one in session.packs] == [one is not pack for one in session.packs]
        assert len(session.packs) == 3
    with session_with(banks, saves) as session:
        assert all(isinstance(one, ShelvedPack) for one in session.packs)


def test_a_fact_that_was_edited_is_asked_as_it_stands_now(tmp_path: Path) -> None:
    pack, saves = write_pack(tmp_path / "banks"), tmp_path / "saves"
    for _ in range(2):
        with session_with(tmp_path / "banks", saves) as session:
            assert session.pack.fact("eagle-lands").questions[1].answer == "A lander"
    (pack / "moon.yaml").write_text(MOON.replace("A lander", "A ladder"), "utf-8")
    for _ in range(2):
        with session_with(tmp_path / "banks", saves) as session:
            assert session.pack.fact("eagle-lands").questions[1].answer == "A ladder"


def test_a_folder_without_saves_gets_one_with_them(tmp_path: Path) -> None:
    write_pack(tmp_path / "banks")
    with session_with(tmp_path / "banks", tmp_path / "saves"):
        assert (tmp_path / "saves" / FILE_NAME).is_file()


def test_only_a_start_of_the_game_asks_what_was_read_before() -> None:
    """`check` and imports never do: they must see what stands there."""
    asking = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("library_index")
    }
    assert asking == {"session/session.py"}
