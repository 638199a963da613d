"""The figures of a player are there after a restart without being counted, and are counted anew where they must be."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.banks.files.read import read_library
from quizgame.game.events import Answered, Guessed, JournalEvent, Started, TakenBack
from quizgame.game.play.modes import PRACTICE, TODAY, RoundSettings
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.learning.figures import Figures
from quizgame.saves.faults import Hindrance, NotWritableError, Trouble
from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.keeper import Keeper
from quizgame.session.clock import now
from quizgame.session.session import Session, open_session
from quizgame.session.sitting import Sitting
from quizgame.session.wishes import Wishes
from tests.game.strategies import random_response
from tests.learning.test_figures import to_the_bit
from tests.packs import MOON, SUN, write_pack
from tests.saves.samples import change, rows_of


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "banks").parent


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many answers were counted each time that figures were made from the journal."""
    counts: list[int] = []
    of = Figures.of.__func__  # type: ignore[attr-defined] # a class method

    def noted(cls: type[Figures], pack: object, answers: list[Answered], guesses: object = ()) -> Figures:
        counts.append(len(answers))
        made: Figures = of(cls, pack, answers, guesses)
        return made

    monkeypatch.setattr(Figures, "of", classmethod(noted))
    return counts


def opened(banks: Path, saves: Path, pack: str | None = None) -> Session:
    return open_session((banks,), saves, Wishes(pack))


def play(session: Session, seed: int, *, mode: str = TODAY, fuss: bool = True) -> list[Answered]:
    """A round with slips and guesses; what was answered, slips too."""
    rng, answers = random.Random(seed), []
    sitting = session.start_round(RoundSettings(session.pack.topics, 4, mode=mode))
    while sitting.play.phase is not Phase.OVER:
        answers.append(sitting.answer(random_response(sitting.play.current, rng)))
        if fuss and rng.random() < 0.3 and sitting.play.may_be_a_guess:
            sitting.call_a_guess()
        if fuss and rng.random() < 0.3:
            sitting.undo()
        else:
            sitting.go_on()
    return answers


def is_as_counted(session: Session) -> bool:
    keeper = session.keeper
    return to_the_bit(session.figures) == to_the_bit(Figures.of(session.pack, keeper.answers, keeper.guesses))


def test_the_figures_after_a_restart_are_equal_and_were_not_counted(
    banks: Path, tmp_path: Path, counted: list[int]
) -> None:
    for number in range(6):
        counted.clear()
        session = opened(banks, tmp_path / "saves")
        assert counted == ([0] if number == 0 else [])
        assert is_as_counted(session)
        play(session, number, mode=TODAY if number % 2 else PRACTICE)
        assert is_as_counted(session)
        before = to_the_bit(session.figures)
        assert session.close() == 0
        restarted = opened(banks, tmp_path / "saves")
        assert to_the_bit(restarted.figures) == before
        restarted.close()
    assert len(rows_of(tmp_path / "saves" / FILE_NAME, "SELECT * FROM marks")) > 5


def test_who_has_answered_nothing_is_counted_once(banks: Path, tmp_path: Path, counted: list[int]) -> None:
    for _ in range(3):
        opened(banks, tmp_path / "saves").close()
    assert counted == [0]


def kept_by_a_program_before(session: Session, events: list[JournalEvent]) -> None:
    """As a program does that knows nothing of figures."""
    for event in events:
        session.keeper.keep(event, now())
    session.close()


STATEMENTS = {
    "no tip": "DELETE FROM derived WHERE name = 'tip'",
    "a stale tip": "UPDATE derived SET value = 'x' || value WHERE name = 'tip'",
    "nothing derived": "DELETE FROM derived",
    "a part is missing": "DELETE FROM derived WHERE name LIKE '%/totals/'",
    "a part is damaged": "UPDATE derived SET value = '[0]' WHERE name LIKE '%/totals/'",
    "a part has another name": "UPDATE derived SET name = name || 'x' WHERE name LIKE '%/totals/'",
}


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_what_does_not_go_with_the_answers_is_counted_anew_once(
    banks: Path, tmp_path: Path, counted: list[int], statement: str
) -> None:
    session = opened(banks, tmp_path / "saves")
    play(session, 1)
    before, answers = to_the_bit(session.figures), len(session.keeper.answers)
    session.close()
    change(tmp_path / "saves" / FILE_NAME, statement)
    counted.clear()
    for _ in range(3):
        session = opened(banks, tmp_path / "saves")
        assert to_the_bit(session.figures) == before
        session.close()
    assert counted == [answers]


def test_an_earlier_answer_that_is_taken_back_or_called_a_guess_is_counted_once(
    banks: Path, tmp_path: Path, counted: list[int]
) -> None:
    session = opened(banks, tmp_path / "saves")
    first, *_, last = play(session, 2, fuss=False)
    assert first != last
    counted.clear()
    for mark in (TakenBack, Guessed):
        about = first if mark is TakenBack else session.keeper.answers[0]
        session._keep(mark(about.round, about.place, about.attempt, now()))
        assert is_as_counted(session)
        before = to_the_bit(session.figures)
        session.close()
        counted.clear()
        for _ in range(2):
            session = opened(banks, tmp_path / "saves")
            assert to_the_bit(session.figures) == before
            assert counted == []
            session.close()
        session = opened(banks, tmp_path / "saves")
    session.close()


def full(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotWritableError(Trouble(Hindrance.DISK_FULL))

    monkeypatch.setattr(Journal, "append", refuse)
    monkeypatch.setattr(Journal, "put_derived", refuse)


def marked(sitting: Sitting[Round], session: Session, first: Answered) -> None:
    session._keep(TakenBack(first.round, first.place, first.attempt, now()))


def played_on(sitting: Sitting[Round], session: Session, first: Answered) -> None:
    play(session, 5)


def pack_changed(sitting: Sitting[Round], session: Session, first: Answered) -> None:
    session.keeper.keep(Started("waits", now(), TODAY, session.pack.id, "", "OWL-1", session.pack.topics, 1), now())
    session.change_pack(session.pack)


@pytest.mark.parametrize("meanwhile", [marked, played_on, pack_changed])
def test_figures_are_right_after_a_disk_that_was_full_for_a_while(
    banks: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    meanwhile: Callable[[Sitting[Round], Session, Answered], None],
) -> None:
    session = opened(banks, tmp_path / "saves")
    sitting = session.start_round(RoundSettings(session.pack.topics, 4, mode=TODAY))
    rng = random.Random(1)
    first = sitting.answer(random_response(sitting.play.current, rng))
    sitting.go_on()
    sitting.answer(random_response(sitting.play.current, rng))
    with monkeypatch.context() as patch:
        full(patch)
        meanwhile(sitting, session, first)
        assert session.keeper.unsaved
        assert is_as_counted(session)
    play(session, 3)
    assert is_as_counted(session)
    before = to_the_bit(session.figures)
    assert session.close() == 0
    restarted = opened(banks, tmp_path / "saves")
    assert to_the_bit(restarted.figures) == before
    restarted.close()


def test_a_pack_that_has_changed_is_counted_anew_once(banks: Path, tmp_path: Path, counted: list[int]) -> None:
    session = opened(banks, tmp_path / "saves")
    play(session, 1, mode=PRACTICE)
    answers = len(session.keeper.answers)
    session.close()
    (banks / "space" / "moon.yaml").write_text(
        MOON.replace("eagle-lands", "owl-lands").replace("topic: moon", "topic: luna")
    )
    (banks / "space" / "moon.yaml").rename(banks / "space" / "luna.yaml")
    (banks / "space" / "sun.yaml").write_text(SUN.replace("eagle-lands", "owl-lands"))
    counted.clear()
    for _ in range(3):
        session = opened(banks, tmp_path / "saves")
        assert session.problems == []
        assert session.pack.topics == ("luna", "sun")
        assert is_as_counted(session)
        session.close()
    assert counted[0] == answers
    assert len(counted) == 1 + 3  # and each time by this test itself


def test_what_could_not_be_kept_when_it_was_made_again_is_not_mixed_with_what_was_kept_before(
    banks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(banks, tmp_path / "saves")
    for seed in range(3):
        play(session, seed, mode=PRACTICE)
    assert {fact for one in session.keeper.answers for fact in one.facts} == {"eagle-lands", "luna-lands", "sun-light"}
    session.close()
    start, end = MOON.index("  - id: luna-lands"), MOON.index("  - id: money")
    (banks / "space" / "moon.yaml").write_text(MOON[:start] + MOON[end:])
    moved = MOON[start:end].replace("paragraph: 2", "paragraph: 1")
    (banks / "space" / "sun.yaml").write_text(f"{SUN}{moved}")
    with monkeypatch.context() as patch:
        full(patch)
        session = opened(banks, tmp_path / "saves")
    assert session.problems == []
    assert is_as_counted(session)
    about_sun = next(one for one in session.keeper.answers if one.facts == ("sun-light",))
    session._keep(replace(about_sun, place=40))
    session.close()
    session = opened(banks, tmp_path / "saves")
    assert is_as_counted(session)
    session.close()


@pytest.fixture
def two_players(banks: Path, tmp_path: Path) -> Iterator[Callable[[int], Session]]:
    open_ones: list[Session] = []

    def session_of(player: int) -> Session:
        while open_ones:
            open_ones.pop().close()
        [loaded] = read_library((banks,)).packs
        keeper = Keeper(tmp_path / "saves", now(), player)
        open_ones.append(Session(read_library((banks,)), loaded.pack, keeper, RoundSettings(loaded.pack.topics)))
        return open_ones[-1]

    session_of(1).keeper.close(now())
    journal = Journal.open(tmp_path / "saves", now())
    journal.add_player("player", "Ani", "🦊", now())
    journal.close()
    yield session_of
    while open_ones:
        open_ones.pop().close()


def test_two_players_have_figures_of_their_own(two_players: Callable[[int], Session], counted: list[int]) -> None:
    said = {1: "", 2: ""}
    for turn in range(6):
        player = 1 + turn % 2
        session = two_players(player)
        assert is_as_counted(session)
        assert turn < 2 or to_the_bit(session.figures) == said[player]
        play(session, turn)
        assert is_as_counted(session)
        said[player] = to_the_bit(session.figures)
    assert said[1] != said[2]
    counted.clear()
    for player in (1, 2):
        assert to_the_bit(two_players(player).figures) == said[player]
    assert counted == []


def test_what_one_player_does_without_figures_lets_both_be_counted_anew(
    two_players: Callable[[int], Session], tmp_path: Path
) -> None:
    for player in (1, 2):
        play(two_players(player), player)
    session = two_players(1)
    before = to_the_bit(session.figures)
    session.close()
    change(tmp_path / "saves" / FILE_NAME, STATEMENTS["no tip"])
    other = two_players(2)
    play(other, 9)
    assert is_as_counted(other)
    again = two_players(1)
    assert is_as_counted(again)
    assert to_the_bit(again.figures) == before


def test_packs_have_figures_of_their_own(banks: Path, tmp_path: Path, counted: list[int]) -> None:
    write_pack(banks, name="other")
    session = opened(banks, tmp_path / "saves", "space")
    packs = {pack.id: pack for pack in session.packs}
    for turn in range(6):
        session.change_pack(packs["other" if turn % 2 else "space"])
        play(session, turn)
        assert is_as_counted(session)
    said = {}
    for name, pack in packs.items():
        session.change_pack(pack)
        said[name] = to_the_bit(session.figures)
        assert is_as_counted(session)
    session.close()
    counted.clear()
    for name, figures in said.items():
        restarted = opened(banks, tmp_path / "saves", name)
        assert to_the_bit(restarted.figures) == figures
        restarted.close()
    assert counted == []
    assert said["space"] != said["other"]
