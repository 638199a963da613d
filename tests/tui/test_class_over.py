"""After a round of a class: what was reached, what is taught again, the questions, reports, answers from paper."""

import csv
import io
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizgame.game.draw.codes import code_of
from quizgame.game.kinds.any import Response
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.modes import CLASS_HANDS, CLASS_PAPER, CLASS_TEAMS
from quizgame.game.play.votes import Counted
from quizgame.paper.csv_text import BOM
from quizgame.session.classroom import Classroom
from quizgame.tui.parts.show import Words
from quizgame.tui.screens.class_items import Items
from quizgame.tui.screens.class_over import ClassOver
from quizgame.tui.screens.class_paper import PaperPage
from quizgame.tui.screens.class_setup import ClassSetup
from quizgame.tui.screens.class_teach import TeachAgain
from quizgame.tui.screens.notes import Notes
from quizgame.tui.widgets.blocks import Blocks
from quizgame.tui.widgets.report_line import FolderInput
from quizgame.wording.answers import in_short
from quizgame.wording.classes import ANIMALS
from tests.game.play.classes import hands_for
from tests.packs import write_pack
from tests.tui.hostile_pack import ALL, hostile_pack
from tests.tui.stage import Stage, playing
from tests.tui.worlds import asked, choices, dated, world

pytestmark = pytest.mark.usefixtures("quick")

SIZES = (60, 20), (80, 24), (100, 30), (160, 50), (200, 60)
Says = Callable[[ClassRound], Response | Counted]
DOORS = ("▸ Read again what did not stick", "Question by question", "Save a report", "Another round")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 10)})


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def knows(*numbers: int) -> Says:
    """A class or teams that know the questions of these numbers, and take the option after the right one of others."""

    def says(play: ClassRound) -> Response | Counted:
        question = play.current
        if not isinstance(question, ChoiceQuestion):
            return DontKnow()
        wrong = (question.key + 1) % len(question.options)
        return Chose(question.key if play.number in numbers else wrong)

    return says


def votes(play: ClassRound) -> Response | Counted:
    """10 of 20 hands at first, then 16."""
    assert isinstance(play.current, ChoiceQuestion)
    return hands_for(play.current, 16, 4) if play.phase is ClassPhase.TALKING else hands_for(play.current, 10, 10)


def played(room: Classroom, says: Says, *, mode: str = CLASS_TEAMS, teams: int = 4, length: int = 4) -> ClassRound:
    """A round that is over, without a warm-up."""
    usual = room.usual
    selection = replace(usual.selection, seed="TIGER-42", length=length, kinds=("choice",))
    sitting = room.begin(replace(usual, mode=mode, teams=teams, warm_up=False, selection=selection))
    sitting.start()
    while sitting.play.phase is not ClassPhase.OVER:
        sitting.go_on() if sitting.play.phase is ClassPhase.SHOWING else sitting.answer(says(sitting.play))
    return sitting.play


@asynccontextmanager
async def over(
    banks: Path, saves: Path, says: Says, *, size: tuple[int, int] = (100, 30), **how: Any
) -> AsyncIterator[tuple[Stage, Classroom, ClassRound]]:
    """A game that shows what a round came to."""
    async with playing(banks, saves, size=size, class_name="5b") as game:
        setup = await game.comes(ClassSetup)
        play = played(setup.classroom, says, **how)
        await game.app.push_screen(ClassSetup(game.session, setup.classroom))
        await game.app.push_screen(ClassOver(game.session, setup.classroom, play))
        await game.comes(ClassOver)
        await game.settled()
        yield game, setup.classroom, play


async def type_in(game: Stage, text: str) -> None:
    """Type a line in place of what stands there, and Enter."""
    line = game.screen.focused
    assert isinstance(line, FolderInput) or isinstance(game.screen, PaperPage)
    line.value = text  # type: ignore[union-attr] # a line in both cases
    await game.press("enter")
    await game.settled()


async def test_each_team_has_a_card_and_the_ways_on_are_in_view_at_every_size(banks: Path, saves: Path) -> None:
    async with over(banks, saves, knows(1, 2), length=4) as (game, _, play):
        for size in SIZES:
            await game.pilot.resize_terminal(*size)
            await game.settled()
            assert game.says("Well played, all of you", "4 questions thought through", *DOORS), game.text
            assert game.text.count("✓ won together") == 2
        await game.pilot.resize_terminal(*SIZES[0])
        await game.settled()
        [winner, other] = [ANIMALS[team.animal] for team in play.winners]
        assert game.says(f"{winner} and {other} win together")
        rows = game.rows()
        names = [ANIMALS[team.animal] for team in play.teams]
        shown = [name for row in rows[2:] for name in sorted(names, key=row.find) if name in row]
        assert shown == names  # nobody is ranked


async def test_eight_teams_fit_with_the_ways_on(banks: Path, saves: Path) -> None:
    async with over(banks, saves, knows(3), teams=8, length=8, size=(80, 24)) as (game, _, play):
        names = [ANIMALS[team.animal] for team in play.teams]
        assert game.says("100 of 100", *names, *DOORS), game.text
        assert game.text.count("✓ won") == 1


async def test_a_tie_break_is_told(tmp_path: Path, saves: Path) -> None:
    facts = [*choices("rain", 4), *(dated("rain", number) for number in range(50, 55))]
    banks = world(tmp_path / "banks", {"rain": facts})
    async with over(banks, saves, knows(0, 1), teams=2, length=2) as (game, _, play):
        assert play.tie_break is not None
        await game.reads("were level: the nearest date decided", "✓ won together", "2 known")


async def test_after_a_hard_subject_there_is_no_cheer(tmp_path: Path, saves: Path) -> None:
    facts: list[Any] = [{**asked("rain", number), "tags": ["death"]} for number in range(1, 5)]
    banks = world(tmp_path / "banks", {"rain": facts})
    async with over(banks, saves, knows(2)) as (game, _, play):
        [winner] = play.winners
        await game.reads("The round is over. Thank you for thinking along.", f"{ANIMALS[winner.animal]} ")
        assert not game.says("won")
        assert not game.says("Well played")


async def test_a_class_sees_what_it_knew_and_what_talking_changed(banks: Path, saves: Path) -> None:
    async with over(banks, saves, votes, mode=CLASS_HANDS, length=3, size=(60, 20)) as (game, _, __):
        await game.reads("Known together First vote After talking", "3 talked over")
        await game.reads("80 of 100 50 of 100 hands 80 of 100 hands")


async def test_what_did_not_stick_is_taught_again_in_three_keys_and_nothing_of_it_is_kept(
    banks: Path, saves: Path
) -> None:
    async with over(banks, saves, knows(0)) as (game, room, play):
        kept = len(room.keeper.class_rounds[play.started.round])
        facts = [figure.fact for figure, _ in room.to_teach_again(play.started.round)]
        assert len(facts) == 3
        await game.press("enter")
        await game.comes(TeachAgain)
        await game.reads("Read aloud · 1 of 3", "RAIN, paragraph")
        await game.press("enter")
        await game.reads("Once more, in other words · 1 of 3")
        blocks = game.screen.query_one(Blocks)
        assert (blocks.display, blocks.key) == (True, None)
        await game.press("enter")
        await game.until(lambda: blocks.key is not None)
        assert game.says("Answer:")
        await game.press("enter", "enter", "b")  # a vote leads to the answer too
        await game.reads("2 of 3", "Answer:")
        await game.press("enter", "enter", "enter", "enter")
        await game.comes(ClassOver)
        assert len(room.keeper.class_rounds[play.started.round]) == kept


async def test_where_it_says_so_is_in_the_pack_of_the_class(banks: Path, saves: Path) -> None:
    write_pack(banks.parent)
    async with playing(banks.parent, saves, class_name="5b", pack="space") as game:
        room = (await game.comes(ClassSetup)).classroom
        room.pack = next(pack for pack in game.session.packs if pack.id == "weather")
        play = played(room, knows())
        await game.app.push_screen(ClassOver(game.session, room, play))
        await game.press("enter")
        await game.comes(TeachAgain)
        await game.press("w")
        await game.comes(Notes)
        await game.reads("in the article: RAIN")


async def test_nothing_missed_is_said(banks: Path, saves: Path) -> None:
    async with over(banks, saves, knows(*range(4))) as (game, _, __):
        await game.press("enter")
        await game.reads("Nothing was missed: there is nothing to read again.")
        assert isinstance(game.screen, ClassOver)


async def test_each_question_has_its_figures_and_a_round_of_teams_tells_nothing_of_halves(
    banks: Path, saves: Path
) -> None:
    async with over(banks, saves, knows(0), size=(80, 60)) as (game, _, play):
        await game.press("i")
        await game.comes(Items)
        first = play.questions[0]
        assert isinstance(first, ChoiceQuestion)
        await game.reads(f"1. {first.prompt}", "Right: 1 of 1, 100 % (21–100 %)", "4. ")
        await game.reads(f"✓ {'ABCD'[first.key]} 1")
        assert not game.says("half")
        await game.press("t")
        await game.comes(TeachAgain)
        await game.press("escape", "escape")
        await game.comes(ClassOver)


async def test_a_report_is_written_whole_or_a_sentence_says_why_not(banks: Path, saves: Path, tmp_path: Path) -> None:
    async with over(banks, saves, knows(0), size=(80, 24)) as (game, _, __):
        await game.press("r")
        line = game.screen.query_one(FolderInput)
        assert line.has_focus
        await game.reads("The folder for the report")
        blocked = tmp_path / "file"
        blocked.write_text("mine", encoding="utf-8")
        await type_in(game, str(blocked / "below"))
        await game.until(lambda: game.says("Nothing can be written in", "Name another folder."))
        assert line.has_focus
        assert blocked.read_text(encoding="utf-8") == "mine"
        await type_in(game, str(tmp_path / "reports"))
        await game.reads("3 files in")
        assert not line.display
        assert sorted(path.suffix for path in (tmp_path / "reports").iterdir()) == [".csv", ".csv", ".html"]
        await game.press("r", "escape", "q")
        await game.comes(ClassSetup)


def letters(play: ClassRound, *right: int) -> str:
    """A line of answers, right in these places."""
    keys = [question.key for question in play.questions if isinstance(question, ChoiceQuestion)]
    return "".join("abcd"[key if place in right else (key + 1) % 4] for place, key in enumerate(keys))


async def test_answers_from_paper_are_analysed_like_others(banks: Path, saves: Path, tmp_path: Path) -> None:
    async with over(banks, saves, knows(0)) as (game, room, play):
        await game.press("e")
        await game.comes(PaperPage)
        await game.reads("4 answers to a line")
        await type_in(game, "7 ab")
        await game.reads("There are answers up to question 2 only; 4 are needed")
        for seat, right in (("7", (0,)), ("12", (0, 1, 2)), ("9", (0, 1)), ("3", ())):
            await type_in(game, f"{seat} {letters(play, *right)}")
        await game.reads("4 seats are typed in: 3, 7, 9, 12")
        for answer in ("n", ""):
            await type_in(game, f"7 {letters(play, 0, 1, 2)}")
            await game.reads("Seat 7 was typed in before.")
            await type_in(game, answer)
        await game.press("enter")
        await game.comes(Items)
        await game.reads("4 seats on paper", "Right: 3 of 4, 75 %", "Upper half 2/2, lower half 1/2")
        [kept] = [one for one in room.rounds if one.mode == CLASS_PAPER]
        assert {one.seat: one.credit for one in room.figures(kept.round).answers if one.place == 2} == {
            "7": 1,
            "12": 1,
            "9": 0,
            "3": 0,
        }
        await game.press("r")
        await type_in(game, str(tmp_path / "reports"))
        await game.reads("3 files in")
        [answers] = (tmp_path / "reports").glob("*-answers.csv")
        rows = list(csv.reader(io.StringIO(answers.read_text(encoding="utf-8").removeprefix(BOM))))
        assert {row[2] for row in rows[1:]} == {"Seat 3", "Seat 7", "Seat 9", "Seat 12"}
        assert len(rows) == 1 + 4 * 4
        await game.press("escape")
        await game.comes(ClassOver)


async def test_paper_is_kept_once_however_often_somebody_says_that_it_is_all(banks: Path, saves: Path) -> None:
    async with over(banks, saves, knows(0)) as (game, room, play):
        await game.press("e")
        await game.comes(PaperPage)
        await type_in(game, f"7 {letters(play, 0)}")
        await game.reads("1 seat is typed in: 7")
        assert [one.mode for one in room.rounds].count(CLASS_PAPER) == 1
        game.hold("escape", 2)
        await game.until(lambda: not isinstance(game.screen, PaperPage))
        await game.settled()
        assert [one.mode for one in room.rounds].count(CLASS_PAPER) == 1


async def test_sheets_that_were_left_are_gone_on_with(banks: Path, saves: Path) -> None:
    async with over(banks, saves, knows(0)) as (game, room, play):
        for seat, there in (("7", "1 seat is typed in: 7"), ("3", "2 seats are typed in: 3, 7")):
            await game.press("e")
            await game.comes(PaperPage)
            await type_in(game, f"{seat} {letters(play, 0)}")
            await game.reads(there)
            await game.press("escape")
            await game.comes(Items)
            await game.press("escape")
            await game.comes(ClassOver)
        assert [one.mode for one in room.rounds].count(CLASS_PAPER) == 1


async def test_whose_sheets_they_are_is_asked_and_said_and_a_pile_is_gone_on_with_from_the_set_up(
    banks: Path, saves: Path
) -> None:
    async with over(banks, saves, knows(0)) as (game, room, play):
        code, first = code_of(room.pack, play.selection), in_short(play.questions[0])
    async with playing(banks, saves, size=(100, 40)) as game:
        await game.press("c")
        setup = await game.comes(ClassSetup)
        rounds = len(setup.classroom.rounds)
        await game.walk("Type in answers")
        await game.press("enter")
        await game.comes(PaperPage)
        await game.reads("First the code that stands on the sheets")
        assert "answers to a line" not in game.prose
        await type_in(game, f"7 {letters(play, 0)}")
        await game.until(lambda: game.screen.query_one("#said", Words).display)
        assert len(setup.classroom.rounds) == rounds
        await type_in(game, code.lower())
        await game.reads(f"Sheets {code}. The first question: {first}"[:60], "4 answers to a line")
        await type_in(game, f"7 {letters(play, 0)}")
        await game.reads("1 seat is typed in: 7")
        await game.press("escape")
        await game.comes(Items)
    async with playing(banks, saves, size=(100, 40)) as game:
        await game.press("c")
        await game.comes(ClassSetup)
        await game.walk("Type in answers")
        await game.press("enter")
        await game.comes(PaperPage)
        await game.reads(f"Sheets {code}", "1 seat is typed in: 7")


async def test_paper_with_nothing_typed_in_keeps_nothing(banks: Path, saves: Path) -> None:
    async with over(banks, saves, knows(0)) as (game, room, _):
        before = len(room.rounds)
        for key in ("enter", "escape"):
            await game.press("e")
            await game.comes(PaperPage)
            await game.press(key)
            await game.comes(ClassOver)
        assert len(room.rounds) == before


async def test_text_of_a_bank_stays_text(tmp_path: Path, saves: Path) -> None:
    hostile_pack(tmp_path / "banks")
    async with over(tmp_path / "banks", saves, knows(), teams=2, length=2, size=(100, 60)) as (game, _, __):
        await game.press("i")
        await game.comes(Items)
        await game.reads("prompt [/] [/red] [@click=app.quit]x[/] list[int]")
        await game.press("escape", "enter")
        await game.comes(TeachAgain)
        await game.until(lambda: ALL.replace(" ", "")[:30] in game.prose.replace(" ", ""))
        await game.press("enter", "enter")
        await game.reads("Answer:")
