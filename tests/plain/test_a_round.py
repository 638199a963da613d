"""One round, line by line: what a player types, and what is said."""

from pathlib import Path

import pytest

from quizgame.banks.files.read import Library, PackFiles
from quizgame.game.events import Answered
from quizgame.saves.derived import NOTHING, Derived
from quizgame.saves.faults import Hindrance, NotWritableError, Trouble
from quizgame.saves.journal import Journal
from quizgame.session import session
from tests.packs import pack_of_events, write_pack
from tests.plain.terminal import Played, everything_in, obeyed_by_a_terminal, plain
from tests.saves.samples import BANKS, answers_in


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    """A folder with one small pack: four questions, no ordering."""
    write_pack(tmp_path / "banks")
    return tmp_path / "banks"


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def round_of(saves: Path, banks: Path, *lines: str, questions: int = 2, mode: str = "practice") -> Played:
    options = ("--banks", banks, "--seed", "fox-3", "--questions", str(questions), "--mode", mode)
    played = plain(saves, *options, lines=lines)
    assert (played.status, played.err) == (0, "")
    return played


def key(saves: Path, banks: Path, number: int) -> str:
    """What to type for the right answer to a question, found by looking at what the game says is right."""
    lines = round_of(saves.parent / "tried", banks, *("x" * number)).lines
    at = [index for index, line in enumerate(lines) if line.startswith("Answer: ")][number - 1]
    right = lines[at].removeprefix("Answer: ")
    return next(line[0] for line in reversed(lines[:at]) if line[1:] == f": {right}")


def test_a_round_says_what_it_is_and_asks(saves: Path, banks: Path) -> None:
    lines = round_of(saves, banks).lines
    assert lines[0].startswith("quizgame ")
    assert lines[0].endswith("Space.")
    assert lines[1:4] == [
        "Topics: Moon, Sun.",
        "Questions: 2. Seed: FOX-3.",
        "Note: This pack speaks of a crew that was lost.",
    ]
    assert lines[5].startswith("Question 1 of 2. Topic: ")
    assert [line[:3] for line in lines[7:10]] == ["1: ", "2: ", "3: "]


def test_a_right_and_a_wrong_answer_are_told_and_saved(saves: Path, banks: Path) -> None:
    right, other = key(saves, banks, 1), key(saves, banks, 2)
    wrong = "2" if other == "1" else "1"
    played = round_of(saves, banks, right, wrong, "")
    verdicts = [line for line in played.lines if line.startswith(("Right", "Not yet"))]
    assert verdicts == ["Right, +100 points.", "Not yet."]
    assert sum(line.startswith("Answer: ") for line in played.lines) == 1
    assert sum(line.startswith("Reason: ") for line in played.lines) == 2
    assert sum(line.startswith("Source: The ") for line in played.lines) == 2
    assert "Round: 1 of 2 right, 100 points." in played.lines
    assert [(one.points, one.response) for one in answers_in(saves)] == [
        (100, (int(right) - 1,)),
        (0, (int(wrong) - 1,)),
    ]
    missed = [line for line in played.lines if line.startswith("- ")]
    assert missed == [f"- {played.lines[played.lines.index(missed[0][2:])]}"]


@pytest.mark.parametrize("mode", ["practice", "mock"])
def test_the_results_name_the_command_that_practises_what_was_missed(saves: Path, banks: Path, mode: str) -> None:
    hint = "`quizgame weak --plain` practises what was missed."
    right = key(saves, banks, 1)
    assert round_of(saves, banks, "x", "q", mode=mode).lines[-1] == hint
    assert hint not in round_of(saves, banks, right, "q", mode=mode).lines
    assert hint not in round_of(saves, banks, "q", mode=mode).lines


def test_i_dont_know_shows_the_answer(saves: Path, banks: Path) -> None:
    played = round_of(saves, banks, "x", "X", "")
    assert played.lines.count("Here is the answer.") == 2
    assert [one.response for one in answers_in(saves)] == [None, None]
    assert "You left" not in played.out


@pytest.mark.parametrize(
    "line", ["", "0", "4", "12", "1 2", "one", "w", "u", "b", "１１", "\x1b[A", "\ud800", "9" * 5000]
)
def test_a_line_that_is_no_answer_is_asked_for_again(saves: Path, banks: Path, line: str) -> None:
    played = round_of(saves, banks, line, "1")
    assert "That does not answer it. Please type one number from 1 to 3, or x." in played.lines
    assert len(answers_in(saves)) == 1
    assert not obeyed_by_a_terminal(played.out)


@pytest.mark.parametrize("line", ["1", " 1 ", "1.", "１", "١", "1)"])
def test_an_answer_may_stand_among_spaces(saves: Path, banks: Path, line: str) -> None:
    if line != "1)":
        assert len(answers_in(saves) if round_of(saves, banks, line) else []) == 1
    else:
        assert "That does not answer it." in round_of(saves, banks, line).out


def test_undo_asks_again_and_only_the_second_answer_counts(saves: Path, banks: Path) -> None:
    right = key(saves, banks, 1)
    wrong = "2" if right == "1" else "1"
    played = round_of(saves, banks, wrong, "u", right)
    at = next(at for at, line in enumerate(played.lines) if line.startswith("Taken back. The question again;"))
    assert played.lines[at + 1].startswith("Question 1 of 2.")
    assert "Right, no points, as the answer had been shown." in played.lines
    assert "Round: 0 of 1 right, 0 points." in played.lines
    assert [(one.place, one.attempt, one.points) for one in answers_in(saves)] == [(0, 1, 0)]


def test_the_last_answer_can_be_taken_back_too(saves: Path, banks: Path) -> None:
    played = round_of(saves, banks, "1", "2", "u", "x", "nonsense", "w", "")
    assert played.out.count("Enter to finish") == 4
    assert [(one.place, one.attempt, one.response is None) for one in answers_in(saves)] == [
        (0, 0, False),
        (1, 1, True),
    ]
    assert "You left" not in played.out


def test_an_answer_can_be_taken_back_twice(saves: Path, banks: Path) -> None:
    round_of(saves, banks, "1", "u", "2", "u", "3")
    assert [(one.place, one.attempt, one.response) for one in answers_in(saves)] == [(0, 2, (2,))]


def test_after_an_undo_the_question_before_can_not_be_taken_back(saves: Path, banks: Path) -> None:
    played = round_of(saves, banks, "1", "2", "u", "u", "3")
    assert played.out.count("Taken back.") == 1
    assert [(one.place, one.attempt) for one in answers_in(saves)] == [(0, 0), (1, 1)]


def test_where_tells_the_paragraph_of_the_answer_that_was_given(saves: Path, banks: Path) -> None:
    played = round_of(saves, banks, "1", "w")
    told = [line for line in played.lines if ", paragraph " in line and not line.startswith("Source: ")]
    source = next(line for line in played.lines if line.startswith("Source: "))
    assert len(told) == 1
    assert told[0].startswith(source.removeprefix("Source: ").rstrip(".") + ": ")


def test_leaving_keeps_what_was_answered_and_says_so(saves: Path, banks: Path) -> None:
    for lines in (("1", "q"), ("1",)):  # q, and the end of the input
        played = round_of(saves, banks, *lines)
        assert "You left the round. Everything you answered is kept." in played.lines
    assert len(answers_in(saves)) == 2


def test_leaving_before_the_first_answer_counts_nothing(saves: Path, banks: Path) -> None:
    played = round_of(saves, banks, "q")
    assert "Round:" not in played.out
    assert answers_in(saves) == []


def test_an_ordering_can_be_typed_at_once_or_a_card_at_a_time(saves: Path, banks: Path) -> None:
    pack_folder = write_pack(banks.parent / "dated")
    text = (pack_folder / "moon.yaml").read_text()
    card = "  - { id: a-%d, text: It was %d., paragraph: 1, date: %d, label: A rocket number %s flies }\n"
    more = "".join(card % (n, 1970 + n, 1970 + n, "abcdef"[n]) for n in range(4))
    (pack_folder / "moon.yaml").write_text(text.replace("terms:\n", more + "terms:\n"))
    asked = round_of(saves, banks.parent / "dated", "x", questions=1, mode="orderings").lines
    count = sum(line[0].isdigit() and line[1:3] == ": " for line in asked if line)
    cards = [str(number) for number in range(1, count + 1)]
    round_of(saves, banks.parent / "dated", " ".join(cards), questions=1, mode="orderings")
    round_of(saves, banks.parent / "dated", "1 1", cards[1], "b", *cards, questions=1, mode="orderings")
    responses = [one.response for one in answers_in(saves)]
    assert responses == [None, tuple(range(count)), tuple(range(count))]


def test_a_pack_without_questions_says_so_and_begins_no_round(saves: Path, banks: Path) -> None:
    bare = (
        'topic: moon\ntitle: Moon\nsection: The Moon\norder: 1\nfacts:\n  - { id: a, text: "A fact.", paragraph: 1 }\n'
    )
    write_pack(banks.parent / "bare", banks={"moon": bare})
    played = round_of(saves, banks.parent / "bare")
    assert "no questions" in played.lines[-1]
    assert answers_in(saves) == []


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """A disk that takes one answer and is full from then on; what it was asked to write."""
    asked: list[object] = []
    write = Journal.append

    def append(journal: Journal, event: object, derived: Derived = NOTHING) -> None:
        asked.append(event)
        if sum(isinstance(one, Answered) for one in asked) > 1:
            raise NotWritableError(Trouble(Hindrance.DISK_FULL))
        write(journal, event, derived)  # type: ignore[arg-type] # it is what was asked

    monkeypatch.setattr(Journal, "append", append)
    return asked


def test_a_full_disk_is_told_once_and_the_round_goes_on(saves: Path, banks: Path, full_disk: list[object]) -> None:
    played = round_of(saves, banks, "1", "2", "3", "x", questions=4)
    told = [line for line in played.lines if "not being saved" in line]
    assert told == ["Your progress is not being saved: the disk is full. Play on; it will be tried again."]
    assert len(answers_in(saves)) == 1


@pytest.mark.parametrize("mode", ["practice", "growing"])
def test_nothing_is_called_kept_that_is_not(saves: Path, full_disk: list[object], mode: str) -> None:
    played = round_of(saves, BANKS, "1", "1", "q", questions=5, mode=mode)
    assert "You left the round. Some of your answers are not saved yet." in played.lines
    assert "is kept" not in played.out
    assert played.lines[-1] == "Some answers could not be saved: the disk is full."


def test_a_pack_full_of_escape_codes_reaches_no_terminal(saves: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The loader refuses such a pack, so this one did not come from it."""
    evil = "\x1b]0;PWN\x07\x9b2J\u202e\n\x00"
    pack = pack_of_events(12, topics=2)

    def spoiled(value: object) -> object:
        return evil + value if isinstance(value, str) else value

    for bank in pack.banks:
        for fact in bank.facts:
            for question in fact.questions:
                for name in ("prompt", "answer", "explanation"):
                    question.__dict__[name] = spoiled(question.__dict__[name])
                for wrong in question.distractors:
                    wrong.__dict__.update({name: spoiled(text) for name, text in wrong.__dict__.items()})
            fact.__dict__.update(text=spoiled(fact.text), label=spoiled(fact.label))
        bank.__dict__.update(title=spoiled(bank.title), section=spoiled(bank.section))
    pack.about.__dict__.update(title=spoiled(pack.about.title), content_note=evil)

    def read(*_: object) -> Library:
        library = Library((saves,))
        library.packs.append(PackFiles(pack, None, {}))  # type: ignore[arg-type] # nobody asks where its texts stand
        library.files_left_out.append(f"{evil}.yaml")
        return library

    monkeypatch.setattr(session, "read_banks", read)
    for mode in ("practice", "orderings", "dates", "growing", "today", "weak", "cards", "mock"):
        lines = ["", "1", "w", "x", "y", "", "1994", "2", "w", "x", "w", *"xxxx"]
        played = plain(saves, "--mode", mode, "--questions", "10", lines=lines)
        assert (played.status, played.err) == (0, "")
        assert "PWN" in played.out
        assert not obeyed_by_a_terminal(played.out)
    assert everything_in(saves) == ["progress.sqlite", "progress.witness"]
