"""Saves of each version, made by the programs of their time: they play on with every score the same."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.banks.files.read import read_library
from quizgame.banks.pack import Pack
from quizgame.learning.figures import Figures
from quizgame.saves.faults import Refusal, SavesError
from quizgame.saves.journal import Journal
from quizgame.saves.keeper import Keeper
from quizgame.saves.rows import ANSWER_COLUMNS, LIST
from quizgame.saves.tables import VERSION
from tests.saves.released import FOLDER_OF_RIVERS, released
from tests.saves.samples import MOMENT, answered, answers_in, change, rows_of, save_with, started, taken_back

VERSIONS = (1, 2)
FIGURES: dict[int, dict[str, object]] = {
    1: {
        "topics": {"north": (24, 7.0), "south": (22, 8.333333333333332)},
        "known": ["canal", "harbour"],
        "resolution": (12285.49662685677, 13),
        "records": [(1, 4), (1, 4), (1, 4)],
        "answers and points": (46, 1534),
    },
    2: {
        "topics": {"north": (16, 5.0), "south": (13, 4.333333333333334)},
        "known": ["bridge", "dam"],
        "resolution": (5165.41503656773, 6),
        "records": [(0, 3), (0, 3), (1, 4)],
        "answers and points": (29, 934),
    },
}
"""Written down from what the programs of that time said."""


@pytest.fixture(scope="module")
def rivers() -> Pack:
    [loaded] = read_library((FOLDER_OF_RIVERS,)).packs
    return loaded.pack


@pytest.mark.parametrize("version", VERSIONS)
def test_every_score_is_what_the_program_of_its_time_said(rivers: Pack, tmp_path: Path, version: int) -> None:
    released(version, tmp_path)
    keeper = Keeper(tmp_path, MOMENT)
    answers = keeper.answers
    keeper.close(MOMENT)
    assert (keeper.trouble, keeper.notices) == (None, ())
    found = Figures.of(rivers, answers)
    scores, figures = found.scores, FIGURES[version]
    credit = {topic: sum(one.credit for one in answers if one.topic == topic) for topic in scores}
    assert {topic: (score.answers, credit[topic]) for topic, score in scores.items()} == figures["topics"]
    met = [fact for topic in rivers.topics for fact in found.met(topic)]
    known = [fact for fact in met if not found.known(fact).missed_last]
    assert sorted(known) == figures["known"]
    assert (found.resolution.days, found.resolution.trials) == figures["resolution"]
    records = [found.best(*what) for what in (("growing", "all"), ("growing", "north"), ("daily", "all"))]
    assert [(record.right, record.cards) for record in records if record] == figures["records"]
    assert (len(answers), sum(answer.points for answer in answers)) == figures["answers and points"]


@pytest.mark.parametrize("version", VERSIONS)
def test_each_answer_says_its_kind_whatever_its_question_is_called(tmp_path: Path, version: int) -> None:
    released(version, tmp_path)
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        answers = journal.contents().answers
    kinds = {(answer.mode, answer.kind) for answer in answers}
    assert kinds == {
        ("practice", "choice"),
        ("practice", "ordering"),
        ("orderings", "ordering"),
        ("dates", "date"),
        ("growing", "gap"),
        ("daily", "gap"),
    }


def test_a_question_that_is_called_like_another_kind_is_a_question(tmp_path: Path) -> None:
    released(1, tmp_path)
    by_question = {answer.question: answer.kind for answer in answers_in(tmp_path)}
    misleading = ("date-of-the-bridge", "order-of-the-canal", "growing-older")
    assert [by_question[question] for question in misleading] == ["choice", "choice", "choice"]


def test_the_second_version_knows_seats_guesses_classes_and_what_was_derived(tmp_path: Path) -> None:
    path = released(2, tmp_path)
    keeper = Keeper(tmp_path, MOMENT)
    assert [keeper.was_a_guess(answer) for answer in keeper.answers] == [True] + [False] * 28
    keeper.close(MOMENT)
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        assert [(player.kind, player.name, player.sign) for player in journal.players()] == [
            ("player", "", ""),
            ("class", "5b", "🦉"),
        ]
        assert journal.derived("") == {}  # it is not said which answers that was derived from
    with closing(Journal.open(tmp_path, MOMENT, player=2)) as journal:
        assert [(answer.place, answer.seat, answer.seen, answer.rating) for answer in journal.answers()] == [
            (0, "owls", False, None),
            (0, "foxes", False, None),
            (1, "owls", True, 3),
        ]
        assert journal.derived("") == {}
    assert [name for (name,) in rows_of(path, "SELECT name FROM derived ORDER BY name")] == ["calendar", "mastery"]
    save_with(tmp_path, started())
    assert rows_of(path, "SELECT name FROM derived") == [("tip",)]


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_save_plays_on_and_its_chain_of_hashes_goes_on(tmp_path: Path, version: int) -> None:
    path = released(version, tmp_path)
    old = rows_of(path, "SELECT seq, hash FROM answers ORDER BY seq")
    for turn in range(3):
        save_with(tmp_path, started(), answered(turn), taken_back(turn), answered(turn, attempt=1))
    assert rows_of(path, "SELECT seq, hash FROM answers ORDER BY seq")[: len(old)] == old
    found = answers_in(tmp_path)
    assert [(answer.round, answer.place, answer.attempt) for answer in found[-3:]] == [
        ("round-1", turn, 1) for turn in range(3)
    ]
    assert rows_of(path, "PRAGMA user_version") == [(VERSION,)]
    change(path, "UPDATE answers SET points = points + 1 WHERE seq = 2")
    assert _refused(tmp_path)


def _refused(folder: Path) -> bool:
    try:
        answers_in(folder)
    except SavesError as error:
        return error.fault.what is Refusal.DAMAGED
    return False


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answers SET kind = 'date' WHERE seq = 1",
        "UPDATE answers SET seen = 1 WHERE seq = 1",
        "UPDATE answers SET seat = 'owls' WHERE seq = 53",
        "UPDATE answers SET rating = 3 WHERE seq = 53",
        "UPDATE answers SET columns = 2 WHERE seq = 53",
        "UPDATE answers SET columns = 9 WHERE seq = 53",
        "UPDATE marks SET what = 'guessed' WHERE seq = 1",
        "UPDATE marks SET seat = 'owls' WHERE seq = 1",
    ],
)
def test_damage_in_what_the_first_version_did_not_know_is_noticed_too(tmp_path: Path, statement: str) -> None:
    path = released(1, tmp_path)
    answers_in(tmp_path)
    change(path, statement)
    assert _refused(tmp_path)


def test_a_column_that_comes_later_makes_no_old_answer_look_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a later version would: a new list of columns for new rows; old rows keep theirs."""
    path = released(1, tmp_path)
    save_with(tmp_path, started(), answered(0))
    before = answers_in(tmp_path)
    for table in ("answers", "rounds", "players", "marks"):
        change(path, f"ALTER TABLE {table} ADD COLUMN confidence INTEGER")
    assert answers_in(tmp_path) == before
    monkeypatch.setitem(ANSWER_COLUMNS, LIST + 1, (*ANSWER_COLUMNS[LIST], "confidence"))
    save_with(tmp_path, answered(1))
    assert answers_in(tmp_path) == [*before, answered(1)]


def test_a_save_that_is_not_of_today_is_backed_up_as_it_was(tmp_path: Path) -> None:
    path = released(1, tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        before = list(connection.iterdump())
    backup = tmp_path / "progress.v1-2024-05-17.sqlite"
    answers = answers_in(tmp_path)
    with closing(sqlite3.connect(f"{backup.as_uri()}?mode=ro", uri=True)) as connection:
        assert list(connection.iterdump()) == before
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert backup.stat().st_mode & 0o077 == 0
    backup.replace(path)  # and it can be gone back to
    assert answers_in(tmp_path) == answers


def test_a_backup_overwrites_no_other(tmp_path: Path) -> None:
    first = tmp_path / "progress.v1-2024-05-17.sqlite"
    released(1, tmp_path)
    first.write_bytes(b"not to be lost")
    answers_in(tmp_path)
    assert first.read_bytes() == b"not to be lost"
    assert (tmp_path / "progress.v1-2024-05-17-2.sqlite").exists()
