"""Classes through the plain front end: what was said is what was kept, and a round that was left comes back."""

import csv
import io
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quizgame.banks.files.read import Library, read_library
from quizgame.game.draw.codes import code_of
from quizgame.game.draw.selection import Selection, draw_selection
from quizgame.game.events import Answered, ClassEvent, Started, TakenBack
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_start import ClassSettings, begin_class_round, resumed
from quizgame.game.play.modes import CLASS_HANDS, CLASS_PAPER
from quizgame.saves.keeper import Keeper
from quizgame.session import session
from quizgame.session.classroom import Classroom, open_classroom
from quizgame.wording.classes import standing_in_words, winners_in_words
from tests.game.play.classes import hands_for
from tests.often import often
from tests.packs import write_pack
from tests.plain.terminal import Played, obeyed_by_a_terminal, plain, play_here
from tests.plain.test_rounds import NONSENSE, Typist
from tests.saves.samples import BANKS, MOMENT

ROUNDS, ROUNDS_A_CLASS = often(250, 1000), 5
LIBRARY = read_library((BANKS,))
PACK = LIBRARY.packs[0].pack


@pytest.fixture(autouse=True)
def _read_the_banks_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> Library:
        return LIBRARY

    monkeypatch.setattr(session, "read_banks", read)


def class_(saves: Path, *arguments: str, lines: object = ()) -> Played:
    return plain(saves, "class", *arguments, lines=lines)  # type: ignore[arg-type] # lines or a typist


class Teacher(Typist):
    """Somebody who types what a class says, sometimes something else, and Enter most of all."""

    def line(self) -> str:
        answers = ("", self.number(), self.rng.choice("abcd"), self.hands(), self.order(), self.year())
        others = (
            self.rng.choice("xnubptwis?"),
            self.rng.choice(NONSENSE),
            "q",
            self.rng.choice(("c", "s", "h", "o", "all")),
        )
        return self.rng.choices((*answers, *others), (500, 100, 200, 200, 120, 60, 90, 40, 3, 20))[0]

    def hands(self) -> str:
        return " ".join(str(self.rng.randint(0, 15)) for _ in range(self.rng.randint(3, 4)))


def rounds_in(saves: Path, name: str) -> Iterator[list[ClassEvent]]:
    keeper = Keeper(saves, MOMENT)
    for player in keeper.classes:
        if player.name == name:
            keeper.turn_to(player, MOMENT)
            yield from ([*events] for events in keeper.class_rounds.values())
    keeper.close(MOMENT)


def check(played: Played, saves: Path, name: str) -> list[ClassPhase]:
    """That every round that was kept is one, and that what was told of the last one is what it came to."""
    assert (played.status, played.err) == (0, "")
    assert not obeyed_by_a_terminal(played.out)
    phases = []
    for events in rounds_in(saves, name):
        [start] = [event for event in events if isinstance(event, Started)]
        if start.mode == CLASS_PAPER:
            continue
        round_ = resumed(PACK, events)
        phases.append(round_.phase)
    if phases and phases[-1] is ClassPhase.OVER and f"question {round_.total} of {round_.total}" in played.out:
        for standing in round_.standings:
            assert f"- {standing_in_words(standing)}" in played.lines
        assert winners_in_words(round_.winners) in played.out
        asked = {
            len([turn for turn in round_.turns if turn.team == team and not turn.counts_for_nothing])
            for team in round_.teams
        }
        assert len(asked) == 1
    return phases


@pytest.mark.thorough
def test_hundreds_of_rounds_of_classes_are_kept_as_they_were_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")  # whatever is typed may be the folder for a report
    rng = random.Random(1)

    def with_seeds_of_ours(*room: Any) -> Classroom:
        classroom = open_classroom(*room)
        classroom.rng = rng
        return classroom

    monkeypatch.setattr("quizgame.plain.class_round.open_classroom", with_seeds_of_ours)
    ended: list[ClassPhase] = []
    words = (
        "Taken back.",
        "Another question of the same topic",
        "Talk to your neighbour",
        "win",
        "The nearest date wins",
        "was left at",
        "last time it was",
    )
    met = dict.fromkeys(words, 0)
    for number in range(ROUNDS // ROUNDS_A_CLASS):
        saves = tmp_path / str(number)
        for _ in range(ROUNDS_A_CLASS):
            opening = rng.choice(([], ["s", rng.choice("2345678hhho"), "", "0", str(rng.randint(1, 12))]))
            typist = Opened(rng, opening)
            played = class_(saves, "5b", lines=typist)
            phases = check(played, saves, "5b")
            ended += phases[-1:]
            for word in words:
                met[word] += word in played.out
    assert ended.count(ClassPhase.OVER) > 50
    assert len(ended) - ended.count(ClassPhase.OVER) > 5
    assert all(met.values()), met


class Opened(Teacher):
    """A teacher who begins with certain lines."""

    def __init__(self, rng: random.Random, opening: list[str]) -> None:
        super().__init__(rng)
        self.opening = list(opening)

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override] # of a text stream it is a text
        return self.opening.pop(0) + "\n" if self.opening else super().readline(size)


def test_enter_starts_a_sensible_round_at_once(tmp_path: Path) -> None:
    out = class_(tmp_path, lines=["", "x", ""]).out
    assert "12 questions from all topics, 4 teams" in out
    assert len(re.findall(r"^- \w+ ., the \w+ \w+$", out, re.MULTILINE)) == 4
    assert "All together: warm-up, for no points." in out
    assert "your turn: question 1 of 12." in out
    assert "Round code: " in out


def test_a_round_that_was_left_is_offered_first_and_goes_on_at_its_question(tmp_path: Path) -> None:
    before = class_(tmp_path, "5b", lines=["", "x", "", "a", "", "x"]).out
    asked = re.findall(r"question (\d+) of 12", before)[-1]
    again = class_(tmp_path, lines=["", "", "x"]).out
    assert f"was left at question {asked} of 12." in again
    assert f"your turn: question {int(asked) + 1} of 12." in again
    other = class_(tmp_path, "5c", lines=["q"]).out
    assert "was left" not in other
    assert "was left" not in class_(tmp_path, lines=["n", "", "x"]).out.split("n begins another")[1]


HANDS = Selection("TIGER-42", PACK.topics, 3, ("choice",))
BEGIN_HANDS = ["s", "h", "", "", "", "", ""]
"""Whatever a code asks, as a show of hands."""


def hands_round() -> list[ChoiceQuestion]:
    """The warm-up and the questions of `HANDS`."""
    settings = ClassSettings(HANDS, CLASS_HANDS)
    asked = begin_class_round(PACK, settings, round_id="r", moment=MOMENT).questions
    return [question for question in asked if isinstance(question, ChoiceQuestion)]


def counts(question: ChoiceQuestion, right: int, wrong: int) -> str:
    return " ".join(map(str, hands_for(question, right, wrong).counts))


def test_a_show_of_hands_talks_and_tells_the_gain(tmp_path: Path) -> None:
    warm_up, first, *_ = hands_round()
    votes = ["x", "", counts(first, 12, 8), "a", "u", counts(first, 10, 10), counts(first, 17, 3), ""]
    out = class_(tmp_path, "--code", code_of(PACK, HANDS), lines=[*BEGIN_HANDS, *votes]).out
    before, _, after = out.partition("Talk to your neighbour")
    assert "Taken back." in after  # a count that was a slip
    assert "✓" not in before.split("question 1 of 3")[1]
    assert "✓" not in after.split("Taken back.")[1].split("Hands again for")[0]
    assert "Please type" in after
    assert "Right: 10 of 20, then 17 of 20." in after
    assert warm_up.prompt in before


def test_a_count_that_is_off_is_asked_once_and_taken(tmp_path: Path) -> None:
    warm_up, first, *_ = hands_round()
    votes = [counts(warm_up, 9, 0), "", counts(first, 7, 0), "", ""]
    out = class_(tmp_path, "--code", code_of(PACK, HANDS), lines=[*BEGIN_HANDS, *votes]).out
    assert out.count("That makes 7 hands, and last time it was 9.") == 1
    assert "Right: 7 of 7." in out


def test_more_teams_than_questions_is_said_and_the_round_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = read_library((write_pack(tmp_path / "banks").parent,))
    monkeypatch.setattr(session, "read_banks", lambda *_, **__: few)
    out = class_(tmp_path / "saves", lines=["s", "8", "", "8", "", "", "x"]).out
    said = re.search(
        r"There are (\d) questions here, too few for 8 teams\. .+\n(\d) questions from all topics, (\d) teams \(there",
        out,
    )
    assert said is not None
    assert said[1] == said[2] == said[3]
    assert len(re.findall(r"^- \w+ ., the \w+ \w+$", out, re.MULTILINE)) == int(said[1])


def test_what_is_set_up_is_asked_again_until_it_can_be(tmp_path: Path) -> None:
    few = str(PACK.topics.index("images") + 1)
    out = class_(tmp_path, lines=["s", "9", "8", "99", few, "7", "1-5", "12", "4", "1 3", "", "q"]).out
    assert "Please type a number from 2 to 8, h or o." in out
    assert "Please type numbers of topics" in out
    assert "Please type numbers from the list, or 0." in out
    assert "These topics have no questions of this kind." in out


def test_a_code_asks_the_same_and_one_that_is_wrong_says_what(tmp_path: Path) -> None:
    chosen = Selection("TIGER-42", PACK.topics, 8)
    code = code_of(PACK, chosen)
    [first, *_] = draw_selection(PACK, chosen)
    out = class_(tmp_path, "--code", code, lines=["", "x", "", "x"]).out
    assert f"Round code: {code}" in out
    assert first.shown[0] in out
    typed = class_(tmp_path / "b", lines=["c", code.lower(), "", "q"]).out
    assert f"Round code: {code}" in typed
    wrong = class_(tmp_path / "c", "--code", code[:-1] + ("2" if code[-1] != "2" else "3"))
    assert (wrong.status, wrong.out) == (2, "")
    assert wrong.err.startswith("quizgame: There is a typing mistake in “TIGER-42-")
    assert "A code begins with a word" in class_(tmp_path / "d", lines=["c", "42", "q"]).out


def test_a_name_that_is_a_path_is_refused_in_a_sentence(tmp_path: Path) -> None:
    played = class_(tmp_path, "../5b")
    assert (played.status, played.out) == (2, "")
    assert played.err == "quizgame: A class is named by up to 40 letters, such as 5b, not “../5b”.\n"


def test_afterwards_there_is_teaching_figures_a_report_and_paper(tmp_path: Path) -> None:
    lines = [
        "s",
        "2",
        "",
        "0",
        "2",
        "",
        "",
        "x",
        "",
        "x",
        "",
        "x",
        "",
        "x",
        "1990",
        "",
        "r",
        "i",
        "s",
        str(tmp_path / "Out"),
        "p",
    ]
    out = class_(tmp_path / "saves", "5b", lines=[*lines, "7 zz", "7 xx", "7 xx", "", "8 x x", "", ""]).out
    assert out.count("Read aloud:") == 3
    assert "Once more, in other words:" in out
    assert "Right: 0 of 1, 0 % (0–79 %)" in out
    assert "Seat 7 was typed in before." in out
    assert "2 seats are kept." in out
    assert {path.suffix for path in (tmp_path / "Out").iterdir()} == {".html", ".csv"}
    [answers] = (tmp_path / "Out").glob("*-answers.csv")
    rows = list(csv.DictReader(io.StringIO(answers.read_text(encoding="utf-8-sig"), newline="")))
    assert {row["round"] for row in rows} == {re.search(r"Round code: (\S+)", out)[1]}  # type: ignore[index] # it is there
    kept = list(rounds_in(tmp_path / "saves", "5b"))
    assert Counter(type(one) for one in kept[-1]) == {Started: 1, Answered: 2 + 2 + 2, TakenBack: 2}  # seat 7 twice
    code = re.search(r"Round code: (\S+)", out)[1]  # type: ignore[index] # it is there
    again = class_(
        tmp_path / "saves", "5b", "--code", code, lines=["", *["x", ""] * 4, "1990", "", "p", "9 xx", "", ""]
    ).out
    assert "2 seats are typed in: 7, 8" in again
    assert "3 seats are kept." in again


def test_a_folder_that_takes_no_report_is_said_and_the_round_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    lines = ["s", "h", "", "0", "1", "", "", "x", "", "x", "", "s", str(tmp_path / "file"), "s", "~nobody-there/x", ""]
    played = class_(tmp_path / "saves", lines=lines)
    assert "Nothing can be written in" in played.out
    assert "That names no folder." in played.out
    assert (tmp_path / "file").read_text() == "mine"


def test_a_code_plays_the_same_questions_at_home(tmp_path: Path) -> None:
    chosen = Selection("TIGER-42", PACK.topics[:9], 6, ("choice", "date"), ("war",))
    code = code_of(PACK, chosen)
    for typed in ((code,), (code.lower(), "--banks", str(BANKS)), ("--code", code)):
        out = plain(tmp_path, *typed, lines=["x"] * 6).out
        prompts = [question.prompt for question in draw_selection(PACK, chosen) if isinstance(question, ChoiceQuestion)]
        assert [out.index(prompt) for prompt in prompts] == sorted(out.index(prompt) for prompt in prompts)
        assert "Question 6 of 6." in out
    refused = plain(tmp_path, code[:-1] + ("2" if code[-1] != "2" else "3"))
    assert (refused.status, refused.out) == (2, "")
    assert refused.err.startswith("quizgame: There is a typing mistake in “TIGER-42-")


# Sheets


def sheet(*arguments: object) -> Played:
    return play_here("--banks", BANKS, "sheet", *map(str, arguments))


def test_a_sheet_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    code = code_of(PACK, Selection("TIGER-42", PACK.topics, 12))
    played = sheet(code, "--out", tmp_path / "a" / "b", "--both", "--letter", "--large")
    assert (played.status, played.err) == (0, "")
    names = sorted(path.name for path in (tmp_path / "a" / "b").iterdir())
    stem = code.casefold()
    assert names == sorted([f"{stem}.html", f"{stem}-key.html", f"{stem}.txt", f"{stem}-key.txt"])
    assert all(name in played.out for name in names)
    text = (tmp_path / "a" / "b" / f"{stem}.html").read_text(encoding="utf-8")
    assert "size: letter" in text
    assert 'class="large"' in text
    assert "version B" in text


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("TIGER", "A code begins with a word and a number, such as TIGER-42, not with “TIGER”."),
        ("TIGER-42-K7Q", "Behind the number a code has groups of three, without 0, O, 1 and I; “K7Q” is none."),
        ("TIGER-42-K7Q-XPM", "There is a typing mistake in “TIGER-42-K7Q-XPM”: check each letter."),
    ],
)
def test_a_code_that_can_not_be_read_writes_nothing(tmp_path: Path, code: str, said: str) -> None:
    played = sheet(code, "--out", tmp_path / "out")
    assert (played.status, played.out, played.err) == (2, "", f"quizgame: {said}\n")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    code = code_of(PACK, Selection("TIGER-42", PACK.topics))
    played = sheet(code, "--out", tmp_path / "file")
    assert (played.status, played.out) == (2, "")
    assert played.err.startswith("quizgame: Nothing can be written in ")
    assert (tmp_path / "file").read_text() == "mine"
