"""`quizgame saves check` and `rebuild`."""

import random
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.files.read import read_library
from quizgame.game.events import Answered, JournalEvent
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.modes import RoundSettings
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.plain import saves
from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.keeper import Keeper
from quizgame.session.classroom import open_classroom
from quizgame.session.figures_anew import figures_of
from quizgame.session.session import Session
from quizgame.session.sitting import Sitting
from tests.often import examples
from tests.packs import write_pack
from tests.saves.samples import MOMENT, change, rows_of

FIGURES = "SELECT player, name, value FROM derived WHERE name != 'tip' ORDER BY player, name"
ALL_ROWS = "SELECT player, name, value, hash FROM derived ORDER BY player, name"


@pytest.fixture(scope="module")
def banks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("banks")
    for name in ("one", "two"):
        write_pack(folder, name=name)
    return folder


def play(folder: Path, banks: Path, player: int, pack: int, rng: random.Random) -> None:
    """Play a round with slips and guesses, some of them late, and leave it."""
    library = read_library((banks,))
    chosen = library.packs[pack].pack
    session = Session(library, chosen, Keeper(folder, MOMENT, player), RoundSettings(chosen.topics))
    sitting = session.start_round(RoundSettings(chosen.topics, rng.randint(1, 4)))
    slips: list[JournalEvent] = []
    while sitting.play.phase is not Phase.OVER and rng.random() > 0.05:
        step(sitting, rng, slips)
    if slips and rng.random() < 0.3:  # a slip that is taken back when others were answered since
        session._keep(slips[0])
    session.close()


def step(sitting: Sitting[Round], rng: random.Random, slips: list[JournalEvent]) -> None:
    question = sitting.play.current
    if sitting.play.phase is Phase.ASKING:
        response = Chose(0) if isinstance(question, ChoiceQuestion) and rng.random() < 0.7 else DontKnow()
        sitting.answer(response)
        slips.append(sitting.play.take_back(MOMENT + timedelta(days=1))[1])
    elif rng.random() < 0.3:
        sitting.undo()
        slips.pop()
    elif sitting.play.may_be_a_guess and rng.random() < 0.4:
        sitting.call_a_guess()
        sitting.go_on()
    else:
        sitting.go_on()


def spoil(folder: Path) -> None:
    """Other figures than the answers come to, as if the rules had been wrong once."""
    with closing(Journal.open(folder, MOMENT, whole=True)) as journal:
        wrong = {
            player.id: {
                name: f"[9{value[1:]}" if "/day/" in name else value
                for name, value in journal.derived("", player.id).items()
            }
            for player in journal.players()
        }
        journal.put_all_derived(wrong)


@given(st.integers(0, 2**32), st.lists(st.tuples(st.integers(1, 3), st.integers(0, 1)), min_size=1, max_size=5))
@examples(12)
def test_what_is_made_again_is_the_same_to_the_bit(
    banks: Path, tmp_path_factory: pytest.TempPathFactory, seed: int, turns: list[tuple[int, int]]
) -> None:
    folder, rng = tmp_path_factory.mktemp("saves"), random.Random(seed)
    with closing(Journal.open(folder, MOMENT)) as journal:
        for name in ("a", "b"):
            journal.add_player("player", name, "", MOMENT)
    for player, pack in turns:
        play(folder, banks, player, pack, rng)
    before = rows_of(folder / FILE_NAME, ALL_ROWS)
    assert saves.check(folder, (banks,)) == 0
    assert saves.rebuild(folder, (banks,)) == 0
    assert rows_of(folder / FILE_NAME, ALL_ROWS) == before
    spoil(folder)
    assert saves.rebuild(folder, (banks,)) == saves.check(folder, (banks,)) == 0
    assert rows_of(folder / FILE_NAME, ALL_ROWS) == before


def test_figures_that_are_not_what_the_answers_come_to_are_found_and_made_again(
    banks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    play(tmp_path, banks, 1, 0, random.Random(3))
    before = rows_of(tmp_path / FILE_NAME, ALL_ROWS)
    assert any("totals" in name for _, name, _, _ in before)
    change(tmp_path / FILE_NAME, "DELETE FROM derived WHERE name LIKE '%/totals/%'")
    assert saves.check(tmp_path, (banks,)) == 0  # what is not whole is not used
    assert saves.rebuild(tmp_path, (banks,)) == 0
    assert rows_of(tmp_path / FILE_NAME, ALL_ROWS) == before
    spoil(tmp_path)
    assert saves.check(tmp_path, (banks,)) == 1
    assert "`quizgame saves rebuild`" in capsys.readouterr().out
    assert saves.rebuild(tmp_path, (banks,)) == 0
    assert rows_of(tmp_path / FILE_NAME, ALL_ROWS) == before


def test_what_a_class_answers_is_in_nobodys_figures(banks: Path, tmp_path: Path) -> None:
    play(tmp_path, banks, 1, 0, random.Random(1))
    before = rows_of(tmp_path / FILE_NAME, FIGURES)
    library = read_library((banks,))
    packs = [files.pack for files in library.packs]
    for _ in range(2):  # figures of a class that stayed behind what it answers would be found the second time
        session = Session(library, packs[0], Keeper(tmp_path, MOMENT, 1), RoundSettings(packs[0].topics))
        classroom = open_classroom(packs, packs[0], session.keeper, "5b")
        sitting = classroom.begin(classroom.usual)
        sitting.start()
        sitting.answer(DontKnow())
        classroom.leave()
        assert session.figures == figures_of(session.keeper, packs[0])
        session.close()
        assert saves.check(tmp_path, (banks,)) == saves.rebuild(tmp_path, (banks,)) == 0
        assert rows_of(tmp_path / FILE_NAME, FIGURES) == before


def test_damage_is_said_in_one_sentence(banks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    play(tmp_path, banks, 1, 0, random.Random(3))
    assert rows_of(tmp_path / FILE_NAME, "SELECT count(*) FROM answers") != [(0,)]
    change(tmp_path / FILE_NAME, "UPDATE answers SET points = 7 WHERE seq = 1")
    assert saves.check(tmp_path, (banks,)) == saves.rebuild(tmp_path, (banks,)) == 1
    assert "answer 1 is not what was written" in capsys.readouterr().err


def test_where_nothing_is_kept_nothing_is_made(banks: Path, tmp_path: Path) -> None:
    assert saves.check(tmp_path / "saves", (banks,)) == saves.rebuild(tmp_path / "saves", (banks,)) == 2
    assert not (tmp_path / "saves").exists()


def test_a_folder_that_was_copied_is_checked_too(banks: Path, tmp_path: Path) -> None:
    play(tmp_path / "one", banks, 1, 0, random.Random(3))
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    assert saves.check(tmp_path / "two", (banks,)) == 0
    with closing(Journal.open(tmp_path / "two", MOMENT)) as journal:
        assert all(isinstance(answer, Answered) for answer in journal.answers())
