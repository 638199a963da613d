"""Starting, home, the first question, an undo and progress with 200,000 answers in the save against 1,000, in the same
run; with a million in `make bench ARGS=--hypothesis-profile=long`.
"""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from quizgame.banks.files.read import Library, read_library
from quizgame.game.events import Answered, Started
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.play.modes import PRACTICE, RoundSettings
from quizgame.saves import rows
from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.keeper import Keeper
from quizgame.saves.rows import ANSWER_COLUMNS, LIST, ROUND_COLUMNS
from quizgame.session.session import Session
from quizgame.session.sitting import Sitting
from tests.often import often
from tests.saves.samples import BANKS

FEW, MANY = 1_000, often(200_000, 1_000_000)
IN_A_ROUND = 10
DAYS = 100
"""Over as many days, so that both have answered every fact and have as many days to show."""
REPEATS = 9
MOST = 1.5
START = datetime(2024, 1, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library((BANKS,))


def save_with(library: Library, folder: Path, count: int) -> Path:
    """A save with so many answers, right hashes and the figures they come to, closed in good order."""
    pack = library.packs[0].pack
    facts = [(bank.topic, fact.id) for bank in pack.banks for fact in bank.facts if fact.questions]
    rng = random.Random(count)
    with closing(Journal.open(folder, START)) as journal:
        [player] = journal.players()
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        run, before = connection.execute, b""
        run("BEGIN")
        for number in range(count // IN_A_ROUND):
            moment = START + timedelta(days=number * IN_A_ROUND * DAYS // count, seconds=number % 3600)
            start = Started(f"round-{number}", moment, PRACTICE, pack.id, pack.revision, "", pack.topics, IN_A_ROUND)
            row = rows.started_row(start, player.id)
            run(rows.insertion("rounds", ROUND_COLUMNS[LIST]), (*row, LIST, rows.round_hash(player, row)))
            for place in range(IN_A_ROUND):
                topic, fact = facts[(number * IN_A_ROUND + place) % len(facts)]
                right = rng.random() < 0.8
                answer = Answered(
                    *(start.round, place, 0, moment, pack.id, pack.revision, topic, f"question-{place}", (fact,)),
                    *((right,), ("one", "two", "three"), (0,), float(right), 100 * right, 4000, PRACTICE, "choice"),
                )
                cells = rows.answered_row(answer)
                before = rows.row_hash(before, cells)
                run(rows.insertion("answers", ANSWER_COLUMNS[LIST]), (*cells, LIST, before))
        run("COMMIT")
    session = opened(library, folder)
    assert session.figures.answers == count
    session.close()
    return folder


def opened(library: Library, folder: Path) -> Session:
    pack = library.packs[0].pack
    return Session(library, pack, Keeper(folder, START), RoundSettings(pack.topics))


def start(session: Session, library: Library, folder: Path) -> Callable[[], object]:
    def act() -> None:
        session.close()
        opened(library, folder).close()

    return act


def home(session: Session, _: Library, __: Path) -> Callable[[], object]:
    return lambda: (session.figures.scores, session.days_away, session.outlook(session.pack.topics, 12))


def progress(session: Session, _: Library, __: Path) -> Callable[[], object]:
    return lambda: (session.overview(), session.forecast(30))


def question(session: Session, _: Library, __: Path) -> Callable[[], object]:
    return lambda: session.start_round(RoundSettings(session.pack.topics, 10)).play.current


def undo(session: Session, _: Library, __: Path) -> Callable[[], object]:
    sitting = session.start_round(RoundSettings(session.pack.topics, 10))
    assert isinstance(sitting, Sitting)

    def act() -> None:
        question = sitting.play.current
        assert isinstance(question, ChoiceQuestion)
        sitting.answer(Chose(0))
        sitting.undo()

    while not isinstance(sitting.play.current, ChoiceQuestion):
        sitting = session.start_round(RoundSettings(session.pack.topics, 10))
    return act


def seconds(library: Library, folder: Path, what: Callable[[Session, Library, Path], Callable[[], object]]) -> float:
    session = opened(library, folder)
    try:
        act = what(session, library, folder)
        began = perf_counter()
        act()
        return perf_counter() - began
    finally:
        session.close()


@pytest.fixture(scope="module")
def saves(library: Library, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return [save_with(library, tmp_path_factory.mktemp(f"answers-{count}"), count) for count in (FEW, MANY)]


@pytest.mark.benchmark
@pytest.mark.parametrize("what", [start, home, question, progress, undo])
def test_a_long_history_costs_no_time(
    library: Library, saves: list[Path], what: Callable[[Session, Library, Path], Callable[[], object]]
) -> None:
    ratios = []
    for _ in range(3):  # a machine that does other things at the same time gets another chance
        times: list[list[float]] = [[], []]
        for _ in range(REPEATS):
            for folder, taken in zip(saves, times, strict=True):
                taken.append(seconds(library, folder, what))
        few, many = (median(taken) for taken in times)
        ratios.append(many / few)
        print(f"\n{what.__name__}: {1e3 * few:.1f} ms with {FEW}, {1e3 * many:.1f} ms with {MANY}: {ratios[-1]:.2f}")
        if ratios[-1] <= MOST:
            return
    pytest.fail(f"ratios {ratios}, at most {MOST} is wanted")
