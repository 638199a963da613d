"""Line by line: why a question is asked, that it was guessed, that it comes back, and what to do about misses."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgame.saves.journal import FILE_NAME
from tests.plain.terminal import Played, plain
from tests.plain.typist import Reader, right, right_place, wrong
from tests.saves.samples import answers_in, rows_of
from tests.tui.worlds import choices, events, world

WEAK = "`quizgame weak --plain` practises what was missed."


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8), "snow": events("snow", 6)}).parent


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def play(
    saves: Path,
    banks: Path,
    *lines: str | Callable[[str], str],
    mode: str = "today",
    topics: str = "rain",
    questions: int = 2,
) -> Played:
    options = ("--mode", mode, "--topics", topics, "--questions", str(questions))
    played = plain(saves, "--banks", banks, *options, lines=Reader(*lines))
    assert (played.status, played.err) == (0, "")
    return played


def marks(saves: Path) -> list[tuple[str, int]]:
    return rows_of(saves / FILE_NAME, "SELECT what, place FROM marks ORDER BY seq")


@pytest.mark.parametrize("mode", ["today", "weak"])
def test_a_round_that_is_chosen_says_so_and_names_no_seed(saves: Path, banks: Path, mode: str) -> None:
    played = play(saves, banks, mode=mode)
    assert played.lines[1].endswith("What you miss comes back once.")
    assert "Questions: 2." in played.lines
    assert "Seed" not in played.out


def test_why_is_told_of_the_question_that_is_asked(saves: Path, banks: Path) -> None:
    played = play(saves, banks, "y", wrong, right, "y", right, "")
    assert played.lines.count("Asked because: new: it never came up.") == 1
    assert played.lines.count("Asked because: once more, as you missed it a moment ago.") == 1
    assert len(answers_in(saves)) == 3


@pytest.mark.parametrize(
    ("mode", "topics", "said"),
    [
        ("practice", "rain", "by chance: this round is the same for everybody, or you chose it."),
        ("orderings", "snow", "dates in order, as close together as you can just tell apart."),
    ],
)
def test_what_was_not_chosen_for_the_player_is_told_so(
    saves: Path, banks: Path, mode: str, topics: str, said: str
) -> None:
    assert f"Asked because: {said}" in play(saves, banks, "y", mode=mode, topics=topics, questions=1).lines


def test_a_line_of_time_and_the_end_have_no_why(saves: Path, banks: Path) -> None:
    line = play(saves, banks, "y", mode="growing", topics="snow")
    assert "Asked because" not in line.out
    assert "That does not answer it." in line.out
    assert "Asked because" not in play(saves, banks, right, right, "y", "").out


def test_a_right_answer_is_called_a_guess_once(saves: Path, banks: Path) -> None:
    played = play(saves, banks, right, "g", "g", right, "")
    assert played.lines.count("A guess, then. It keeps its points, and the question comes again.") == 1
    assert played.out.count("g I guessed") == 2  # behind the first answer and behind the second
    assert "That does not answer it. Please type one number from 1 to 4, or x." in played.lines
    assert "Round: 1 of 2 right, 200 points." in played.lines
    assert marks(saves) == [("guessed", 0)]


def test_the_last_answer_can_be_called_a_guess_too(saves: Path, banks: Path) -> None:
    played = play(saves, banks, right, right, "g", "")
    assert "Round: 1 of 2 right, 200 points." in played.lines
    assert marks(saves) == [("guessed", 1)]


def test_a_wrong_answer_is_no_guess(saves: Path, banks: Path) -> None:
    played = play(saves, banks, wrong, "g")
    assert "g I guessed" not in played.out
    assert "That does not answer it." in played.out
    assert marks(saves) == []


def test_a_guess_can_be_taken_back_with_its_answer(saves: Path, banks: Path) -> None:
    played = play(saves, banks, right, "g", "u", wrong)
    assert "Round: 0 of 1 right, 0 points." in played.lines
    assert marks(saves) == [("guessed", 0), ("taken back", 0)]


def test_a_card_of_a_line_can_be_guessed_too(saves: Path, banks: Path) -> None:
    played = play(saves, banks, right_place, "g", "x", "g", mode="growing", topics="snow")
    assert played.out.count("A guess, then.") == played.out.count("g I guessed") == 1
    assert marks(saves) == [("guessed", 0)]


def test_what_was_missed_comes_back_and_says_once_more(saves: Path, banks: Path) -> None:
    played = play(saves, banks, wrong, right, right, "")
    prompts = [line for line in played.lines if line.startswith("Where does rain ")]
    at = played.lines.index("Once more, as you missed it a moment ago.")
    assert played.lines[at - 1] == "Question 3 of 3. Topic: Rain."
    assert played.lines[at + 1] == prompts[2] == prompts[0]
    assert "Right, no points the second time." in played.lines
    assert "Round: 1 of 2 right, 100 points." in played.lines


@pytest.mark.parametrize("mode", ["practice", "today", "weak"])
def test_results_say_how_to_practise_what_was_missed_and_offer_nothing_to_press(
    saves: Path, banks: Path, mode: str
) -> None:
    missed = play(saves, banks, wrong, "q", mode=mode)
    assert missed.lines[-1] == WEAK
    again = plain(saves, "weak", "--banks", banks, "--questions", "1", lines=["q"])
    prompt = next(line for line in missed.lines if line.startswith("Where does rain "))
    assert prompt in again.lines
    assert WEAK not in play(saves, banks, right, "q", mode=mode).out


def test_what_has_no_question_of_its_own_is_not_said_to_be_practised(saves: Path, banks: Path) -> None:
    played = play(saves, banks, "x", "", mode="orderings", topics="snow", questions=1)
    assert "To look at again:" in played.lines
    assert WEAK not in played.lines


def test_help_names_the_letters(saves: Path, banks: Path) -> None:
    said = "After a right answer, g says that you guessed. y says why a question is asked."
    assert any(line.endswith(said) for line in play(saves, banks, "?").lines)
