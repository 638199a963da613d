"""Flashcards, what a player needs today, what is weak, and a mock test, line by line."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.game.events import Answered
from quizgame.saves.journal import FILE_NAME
from tests.plain.terminal import Played, play_here
from tests.saves.samples import answers_in
from tests.tui.worlds import choices, world


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 3), "wind": choices("wind", 3)})


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def played(saves: Path, banks: Path, *lines: str, command: str = "cards", questions: int = 2) -> Played:
    """Two questions on rain, or as many as are wanted."""
    options = ("--plain", "--banks", banks, "--saves", saves, "--topics", "rain", "--questions", str(questions))
    done = play_here(command, *options, lines=lines)
    assert (done.status, done.err) == (0, "")
    return done


def marks(saves: Path) -> list[str]:
    """What was said of answers afterwards."""
    with closing(sqlite3.connect(saves / FILE_NAME)) as journal:
        return [str(what) for (what,) in journal.execute("SELECT what FROM marks ORDER BY rowid")]


def seen_by_nobody(answers: list[Answered]) -> bool:
    """Whether each of them says something of what is known."""
    return not any(answer.seen for answer in answers)


def test_a_card_is_turned_and_then_graded(saves: Path, banks: Path) -> None:
    done = played(saves, banks, "", "3", "", "4", "")
    assert "Questions: 2." in done.lines
    assert "Seed" not in done.out
    assert done.out.count("Answer: North of ") == done.out.count("Reason: Rain ") == 2
    at = next(at for at, line in enumerate(done.lines) if line.startswith("Answer: "))
    assert "x I don't know" not in done.out
    assert "1 again: tomorrow, 2 hard: " in done.lines[at + 2]
    assert "Good: it comes again in 2 days." in done.out
    assert [(one.kind, one.rating, one.mode) for one in answers_in(saves)] == [
        ("card", 3, "cards"),
        ("card", 4, "cards"),
    ]
    assert "Round: 2 of 2 cards known." in done.lines
    assert "The first comes again in 2 days." in done.lines


def test_a_card_takes_no_grade_before_it_is_turned_and_nothing_else_after(saves: Path, banks: Path) -> None:
    done = played(saves, banks, "3", "x", "", "", "5", "x", "2")
    assert done.out.count("Turn the card first, with Enter alone.") == 2
    assert done.out.count("Please type 1, 2, 3 or 4.") == 3
    assert [one.rating for one in answers_in(saves)] == [2]


def test_a_grade_is_taken_back_at_the_next_card_and_at_the_end_and_the_second_one_counts(
    saves: Path, banks: Path
) -> None:
    done = played(saves, banks, "", "1", "u", "", "4", "", "2", "u", "", "3", "")
    assert done.out.count("Taken back. Once more:") == 2
    kept = answers_in(saves)
    assert [(one.place, one.attempt, one.rating) for one in kept] == [(0, 1, 4), (1, 1, 3)]
    assert seen_by_nobody(kept)
    assert marks(saves) == ["taken back", "taken back"]


def test_a_card_that_was_not_known_comes_back_and_then_counts_for_nothing(saves: Path, banks: Path) -> None:
    done = played(saves, banks, "", "1", "", "3", "", "4", "")
    kept = answers_in(saves)
    assert [one.rating for one in kept] == [1, 3, 4]
    assert [one.seen for one in kept] == [False, False, True]
    assert kept[2].question == kept[0].question
    assert "Question 3 of 3. Topic: Rain." in done.lines
    assert done.lines.count("once more, as you missed it a moment ago") == 1
    assert done.out.count("1 again: tomorrow, 2 hard: tomorrow, 3 good: tomorrow, 4 easy: tomorrow") == 1
    assert "Round: 1 of 2 cards known." in done.lines
    assert "1 comes again tomorrow." in done.lines


def test_today_asks_what_was_missed_again_and_says_why(saves: Path, banks: Path) -> None:
    done = played(saves, banks, "y", "x", "y", "x", "y", "x", "x", "", command="today")
    assert done.lines.count("Asked because: new: it never came up.") == 2
    assert "Asked because: once more, as you missed it a moment ago." in done.lines
    assert "Round: 0 of 2 right, 0 points." in done.lines
    assert {one.mode for one in answers_in(saves)} == {"today"}


def test_weak_asks_first_what_was_not_known(saves: Path, banks: Path) -> None:
    played(saves, banks, "x", command="today", questions=1)
    [missed] = answers_in(saves)
    played(saves, banks, "x", command="weak", questions=1)
    again = answers_in(saves)[-1]
    assert (again.mode, again.facts) == ("weak", missed.facts)


def right_option(done: Played, at: int) -> str:
    """The number of the right option of the question that stands last before a line."""
    return next(line[0] for line in reversed(done.lines[:at]) if line[1:].startswith(": North of"))


def test_a_lucky_guess_keeps_its_points_and_shows_no_knowledge(saves: Path, banks: Path) -> None:
    options = ("--plain", "--banks", banks, "--seed", "OWL-7", "--questions", "2")
    tried = play_here(*options, "--saves", saves.parent / "tried", lines=["x"])
    right = right_option(tried, tried.lines.index("Here is the answer."))
    done = play_here(*options, "--saves", saves, lines=[right, "g", "g", "q"])
    assert "+100 points · a guess, so it comes again." in done.lines
    assert done.out.count("a guess, so it comes again") == 1
    assert done.out.count("g I guessed") == 1
    assert "Round: 0 of 1 right, 100 points." in done.lines
    assert [one.points for one in answers_in(saves)] == [100]
    assert marks(saves) == ["guessed"]


def test_what_was_not_known_is_no_guess(saves: Path, banks: Path) -> None:
    done = played(saves, banks, "x", "g", command="today")
    assert "g I guessed" not in done.out
    assert "That does not answer it." in done.out
    assert marks(saves) == []


def test_a_mock_test_tells_nothing_until_its_end_and_then_everything(saves: Path, banks: Path) -> None:
    done = played(saves, banks, "1", "w", "g", "x", "", command="mock")
    assert "A mock test: what was right is told at the end." in done.lines
    end = next(at for at, line in enumerate(done.lines) if line.startswith("Enter to finish"))
    during, after = done.lines[:end], done.lines[end:]
    assert not [line for line in during if line.startswith(("Right", "Not yet", "Answer: ", "Here is", "Reason: "))]
    assert "w study note" not in done.out
    assert [line[:2] for line in after if line[:2] in ("1.", "2.", "3.")] == ["1.", "2."]
    assert sum(line.startswith("Your answer: ") for line in after) == 1
    assert after.count("You did not know") == 1
    assert sum(line.startswith("Reason: ") for line in after) == 2
    assert any(line.startswith("Round: ") for line in after)


def test_in_a_mock_test_the_second_answer_counts_in_full_as_nothing_was_shown(saves: Path, banks: Path) -> None:
    played(saves, banks, "1", "u", "2", "x", "u", "1", "", command="mock")
    kept = answers_in(saves)
    assert [(one.place, one.attempt, one.response) for one in kept] == [(0, 1, (1,)), (1, 1, (0,))]
    assert seen_by_nobody(kept)
    assert [one.points for one in kept] == [100 if all(one.facts_right) else 0 for one in kept]


@pytest.mark.parametrize("command", ["today", "weak", "cards", "mock"])
def test_a_command_plays_in_its_own_mode_wherever_the_options_stand(saves: Path, banks: Path, command: str) -> None:
    options = (
        "--plain",
        "--banks",
        banks,
        "--saves",
        saves,
        "--pack",
        "weather",
        "--topics",
        "wind",
        "--questions",
        "1",
    )
    for arguments in ((command, *options), (*options, command)):
        done = play_here(*arguments, lines=["", "1"])
        assert (done.status, done.err) == (0, "")
        assert "Question 1 of 1. Topic: Wind." in done.lines
    assert [one.mode for one in answers_in(saves)] == [command] * 2


@pytest.mark.parametrize("command", ["today", "weak", "cards", "mock"])
def test_a_command_that_plays_has_a_help_of_its_own(command: str) -> None:
    text = play_here(command, "--help").out
    for option in ("--plain", "--topics", "--questions", "--pack", "--saves", "--banks"):
        assert option in text
    assert "--mode" not in text
    assert ("--seed" in text) is (command == "mock")


def test_help_lists_what_plays_before_what_looks_after_things() -> None:
    lines = play_here("--help").lines
    at = [
        next(at for at, line in enumerate(lines) if line.startswith(f"    {name} "))
        for name in (
            *("today", "weak", "cards", "mock"),
            *("timeline", "read", "progress", "history", "exam", "check", "import", "export", "where"),
        )
    ]
    assert at == sorted(at)


@pytest.mark.parametrize("mode", ["today", "weak", "cards"])
def test_what_is_chosen_for_one_player_takes_no_seed(saves: Path, banks: Path, mode: str) -> None:
    done = play_here("--plain", "--banks", banks, "--saves", saves, "--mode", mode, "--seed", "OWL-7")
    sentence = f"A seed asks everybody the same, and {mode} is chosen for you: leave one of them out."
    assert (done.status, done.out, done.err) == (2, "", f"quizgame: {sentence}\n")
    assert not saves.exists()


@pytest.mark.parametrize("option", ["--mode", "--seed"])
def test_a_command_that_plays_has_no_use_for_what_it_decides_itself(option: str) -> None:
    done = play_here("cards", option, "x")
    assert (done.status, done.err) == (2, f"quizgame: `quizgame cards` has no use for {option}.\n")


def test_a_round_by_chance_says_so(saves: Path, banks: Path) -> None:
    done = play_here("--plain", "--banks", banks, "--saves", saves, "--questions", "1", lines=["y", "q"])
    assert "Asked because: by chance: this round is the same for everybody, or you chose it." in done.lines
