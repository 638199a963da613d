"""A class plays on the screens: set up, played in each way, left, gone on with, and looked at afterwards."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from quizgame.game.draw.codes import code_of
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.ordering import OrderingQuestion
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.modes import CLASS_HANDS, CLASS_ORDERINGS, CLASS_TEAMS
from quizgame.saves.keeper import Keeper
from quizgame.session import clock
from quizgame.tui.parts.big import spaced
from quizgame.tui.parts.figure import Countdown
from quizgame.tui.screens.class_items import Items
from quizgame.tui.screens.class_over import ClassOver
from quizgame.tui.screens.class_paper import PaperPage
from quizgame.tui.screens.class_playing import ClassPlaying
from quizgame.tui.screens.class_setup import ClassSetup
from quizgame.tui.screens.class_teach import TeachAgain
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.notes import Notes
from quizgame.tui.widgets.report_line import FolderInput
from quizgame.wording.answers import prompt_of
from tests.tui.stage import Stage, playing
from tests.tui.worlds import asked, choices, dated, world

pytestmark = pytest.mark.usefixtures("quick")
LETTERS = "abcdef"


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    facts = {"rain": [*choices("rain", 6), *(dated("rain", n) for n in range(50, 55))], "wind": choices("wind", 6)}
    return world(tmp_path / "banks", facts)


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


@asynccontextmanager
async def a_class(
    banks: Path, saves: Path, *, size: tuple[int, int] = (100, 30), **wishes: str
) -> AsyncIterator[Stage]:
    """A game that begins with a class, as `quizgame class` does."""
    async with playing(banks, saves, size=size, **({"class_name": ""} | wishes)) as game:
        await game.comes(ClassSetup)
        yield game


def the_round(game: Stage) -> ClassRound:
    assert isinstance(game.screen, ClassPlaying)
    return game.screen.sitting.play


def setup(game: Stage) -> ClassSetup:
    assert isinstance(game.screen, ClassSetup)
    return game.screen


async def phase(game: Stage, *phases: ClassPhase) -> None:
    await game.until(lambda: isinstance(game.screen, ClassPlaying) and the_round(game).phase in phases)
    await game.calm()


async def start(game: Stage, *, warm_up: bool = False) -> None:
    """From the set-up to the first question that counts."""
    await game.press("enter")
    await phase(game, ClassPhase.SETTING_UP)
    await game.press("enter")
    await phase(game, ClassPhase.WARM_UP, ClassPhase.ASKING)
    if the_round(game).is_warm_up and not warm_up:
        await give(game, right=True)
        await on(game)


def key_of(game: Stage, *, right: bool) -> int:
    question = the_round(game).current
    assert isinstance(question, ChoiceQuestion)
    return question.key if right else (question.key + 1) % len(question.options)


async def give(game: Stage, *, right: bool) -> None:
    """Answer what is asked, by a letter where there are options."""
    if isinstance(the_round(game).current, ChoiceQuestion):
        await game.press(LETTERS[key_of(game, right=right)])
    else:
        await game.press("x")
    await phase(game, ClassPhase.SHOWING, ClassPhase.TIE_BREAK)


async def on(game: Stage) -> None:
    await game.press("enter")
    await game.until(
        lambda: not isinstance(game.screen, ClassPlaying) or the_round(game).phase is not ClassPhase.SHOWING
    )
    await game.calm()


async def turn(game: Stage, name: str, *keys: str) -> None:
    """Walk to a row, and press keys on it."""
    await game.walk(name)
    await game.press(*keys)


async def choose(game: Stage, mode: str, *, length: int | None = None) -> None:
    """Set up a round of this kind."""
    await to_the_start(game)
    await game.walk("Who plays")
    while setup(game).settings.mode != mode:
        await game.press("right")
    if length is not None:
        await game.press("down")
        while setup(game).settings.selection.length > length:
            await game.press("left")
    await to_the_start(game)


async def to_the_start(game: Stage) -> None:
    while not game.says("▸ Start"):
        await game.press("up")


async def test_enter_three_times_stands_at_the_first_question_and_a_whole_round_ends_with_the_board(
    banks: Path, saves: Path
) -> None:
    async with a_class(banks, saves) as game:
        await game.reads("▸ Start", "12 questions from all topics, 4 teams", "Taught so far", "● Rain")
        await choose(game, CLASS_TEAMS, length=4)
        await game.press("enter")
        await phase(game, ClassPhase.SETTING_UP)
        code = code_of(game.session.pack, the_round(game).selection)
        await game.reads(code, "Each team answers in turn")
        await game.press("enter")
        await phase(game, ClassPhase.WARM_UP)
        await game.reads("All together", "warm-up, for no points")
        await give(game, right=True)
        await game.reads("right answer")
        await on(game)
        seats = []
        for number in range(1, 5):
            assert the_round(game).number == number - 1
            await game.reads("your turn", f"question {number} of 4")
            seats.append(the_round(game).team.seat)
            await give(game, right=number == 2)
            await game.press("b")
            await game.reads("not asked yet" if number < 4 else "of 100")
            await game.press("b")
            await on(game)
        assert len(set(seats)) == 4
        await game.comes(ClassOver)
        await game.reads("Well played, all of you", "4 questions thought through", "Read again what did not stick")
        over = game.screen
        assert isinstance(over, ClassOver)
        assert [team.seat for team in over._round.winners] == [seats[1]]
        await game.press("q")
        await game.comes(ClassSetup)
        await game.press("q")
        await game.comes(Home)
        assert game.session.is_new_here  # nothing of it is the player's own


async def test_hands_talk_and_vote_again(banks: Path, saves: Path) -> None:
    async with a_class(banks, saves) as game:
        await choose(game, CLASS_HANDS, length=2)
        await start(game)
        while not isinstance(the_round(game).current, ChoiceQuestion):
            await game.press("n")
        options, key = len(the_round(game).current.shown), key_of(game, right=True)
        await game.press(*"12", "enter")
        await game.reads("Please type a count for each option")
        for _ in range(2):
            await game.press("backspace")
        first = ["3"] * options
        first[key] = "9"
        await game.press(*_typed(first), "enter")
        await phase(game, ClassPhase.TALKING)
        assert game.screen.query_one(Countdown).value in ("1:00", "0:59", "0:58")
        assert not game.says("right answer")
        hands = sum(map(int, first))
        second = ["0"] * options
        second[key] = str(hands + 1)
        await game.press(*_typed(second), "enter")
        await game.reads(f"That makes {hands + 1} hands, and last time it was {hands}.")
        assert the_round(game).phase is ClassPhase.TALKING
        await game.press("enter")
        await phase(game, ClassPhase.SHOWING)
        await game.reads(f"Right: 9 of {hands}, then {hands + 1} of {hands + 1}", f"{hands + 1} hands", "right answer")
        await game.press("u")
        await phase(game, ClassPhase.ASKING)
        assert the_round(game).before is None


def _typed(counts: list[str]) -> list[str]:
    return [{" ": "space"}.get(letter, letter) for letter in " ".join(counts)]


async def test_the_class_orders_together(banks: Path, saves: Path) -> None:
    async with a_class(banks, saves) as game:
        await choose(game, CLASS_ORDERINGS, length=1)
        await game.reads("orderings, all together")
        await start(game)
        question = the_round(game).current
        assert isinstance(question, OrderingQuestion)
        for place in range(len(question.events)):
            await game.press(str(place + 1))
        await game.press("enter")
        await phase(game, ClassPhase.SHOWING)
        await game.reads("Storm", "true")
        assert the_round(game).shown.response.kept is not None


async def test_a_swap_an_undo_and_the_clock(banks: Path, saves: Path) -> None:
    async with a_class(banks, saves) as game:
        await turn(game, "Clock", "right")
        await game.reads("‹ 30 seconds ›")
        await choose(game, CLASS_TEAMS, length=4)
        await start(game)
        while not isinstance(the_round(game).current, ChoiceQuestion):
            await game.press("n")
        before = the_round(game).current
        await game.press("space")
        await game.until(lambda: the_round(game).paused)
        await game.press("space", "t")
        await game.until(lambda: not the_round(game).paused and the_round(game).seconds == 50)
        await game.press("n")
        await game.until(lambda: the_round(game).current != before)
        assert the_round(game).current.topic == before.topic
        assert the_round(game).seconds == 30
        await give(game, right=False)
        await game.press("w")
        await game.comes(Notes)
        await game.press("escape")
        await phase(game, ClassPhase.SHOWING)
        await game.press("u")
        await phase(game, ClassPhase.ASKING)
        await give(game, right=True)
        assert the_round(game).shown.points == 100


async def test_a_round_that_was_left_or_killed_is_offered_first_and_goes_on(banks: Path, saves: Path) -> None:
    async with a_class(banks, saves, class_name="5b") as game:
        await start(game)
        await give(game, right=True)
        left = the_round(game)
        await game.press("q")
        await game.comes(ClassSetup)
        await game.reads("▸ Go on with the round you left", "question 1 of 12")
    async with a_class(banks, saves) as game:  # the one that was there last
        await game.reads("‹ 5b ›", "▸ Go on with the round you left")
        await game.press("enter")
        await phase(game, ClassPhase.SHOWING)
        assert the_round(game).standings == left.standings
        assert the_round(game).current.id == left.current.id
        await game.reads("right answer")


async def test_two_classes_are_kept_apart_and_a_path_names_none(banks: Path, saves: Path) -> None:
    async with a_class(banks, saves, class_name="5b") as game:
        await turn(game, "‹ 5b ›", "right")
        await game.press(*"a/b", "enter")
        await game.reads("A class is named by up to 40 letters, such as 5b, not “a/b”.")
        line = game.screen.query_one(Input)
        line.value = "6a"
        await game.press("enter")
        await game.reads("‹ 6a ›")
        await start(game)
        await game.press("q")
        await game.comes(ClassSetup)
    keeper = Keeper(saves, clock.now())
    assert [one.name for one in keeper.classes] == ["6a"]  # the other one has not played
    keeper.close(clock.now())


async def test_a_code_asks_the_same_and_a_typo_says_where(banks: Path, saves: Path) -> None:
    async with a_class(banks, saves) as game:
        await start(game)
        code = code_of(game.session.pack, the_round(game).selection)
        asked_then = [question.id for question in the_round(game).questions]
        await game.press("q")
        await game.comes(ClassSetup)
        await game.press("c", *"TIGER-42-K7Q-XPM", "enter")
        await game.until(lambda: game.says("There is a typing mistake"))
        line = game.screen.query_one(Input)
        line.value = code.lower().replace("-", " ")
        await game.press("enter")
        await game.until(lambda: not line.display)
        await to_the_start(game)
        await game.press("enter")
        await phase(game, ClassPhase.SETTING_UP)
        assert [question.id for question in the_round(game).questions] == asked_then


async def test_more_teams_than_questions_is_said_and_mended(tmp_path: Path, saves: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 3)})
    async with a_class(banks, saves) as game:
        await game.press("enter")
        await game.reads("There are 3 questions here, too few for 4 teams.", "‹ 3 teams ›")
        await game.press("a", "enter")
        await game.reads("Tick at least one topic.")
        await game.press("a", "enter")
        await phase(game, ClassPhase.SETTING_UP)
        assert len(the_round(game).teams) == 3


async def test_hard_subjects_are_left_out_and_not_celebrated(tmp_path: Path, saves: Path) -> None:
    facts: list[Any] = [{**asked("rain", n), "tags": ["war"]} if n < 3 else asked("rain", n) for n in range(1, 5)]
    banks = world(tmp_path / "banks", {"rain": facts})
    async with a_class(banks, saves) as game:
        await choose(game, CLASS_HANDS, length=4)
        await start(game)
        while isinstance(game.screen, ClassPlaying):
            await give(game, right=True)
            await on(game)
        await game.comes(ClassOver)
        await game.reads("The round is over. Thank you for thinking along.", "4 questions thought through")
        await game.press("a")
        await game.comes(ClassSetup)
        await turn(game, "○ war", "space")
        assert setup(game).settings.selection.left_out == ("war",)
        await to_the_start(game)
        await start(game)
        assert not any(question.tags for question in the_round(game).questions)


async def played(game: Stage) -> ClassOver:
    """A round of hands of which the first question is not known."""
    await choose(game, CLASS_HANDS, length=3)
    await start(game)
    right = False
    while isinstance(game.screen, ClassPlaying):
        await give(game, right=right)
        right = True
        await on(game)
    return await game.comes(ClassOver)


async def test_what_did_not_stick_is_read_again_in_three_keys(tmp_path: Path, saves: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 6)})
    async with a_class(banks, saves) as game:
        await played(game)
        await game.press("enter")
        await game.comes(TeachAgain)
        await game.reads("Read aloud · 1 of 1", "Right: 0 of 1")
        await game.press("enter")
        await game.reads("Once more, in other words")
        assert not game.says("Answer:")
        await game.press("enter")
        await game.reads("Answer:", "right answer")
        await game.press("w")
        await game.comes(Notes)
        await game.press("escape")
        await game.comes(TeachAgain)
        await game.press("enter")
        await game.comes(ClassOver)


async def test_questions_a_report_and_paper(banks: Path, saves: Path, tmp_path: Path) -> None:
    async with a_class(banks, saves) as game:
        over = await played(game)
        await game.press("i")
        await game.comes(Items)
        await game.reads("Right: 0 of 1, 0 % (0–79 %)")
        await game.press("escape")
        await game.press("r")
        line = over.query_one(FolderInput)
        await game.until(lambda: line.has_focus)
        line.value = str(tmp_path / "report")
        await game.press("enter")
        await game.until(lambda: (tmp_path / "report").is_dir() and not line.display)
        assert {path.suffix for path in (tmp_path / "report").iterdir()} == {".html", ".csv"}
        await game.press("r")
        await game.until(lambda: line.has_focus)
        (tmp_path / "file").touch()
        line.value = str(tmp_path / "file" / "below")
        await game.press("enter")
        await game.reads("Nothing can be written in")
        await game.press("escape", "e")
        paper = await game.comes(PaperPage)
        assert paper._desk
        letters = "".join("a" if isinstance(one, ChoiceQuestion) else "x" for one in paper._desk._round.questions)
        await game.press(*"seven", "enter")
        await game.reads("Begin with the number of the seat")
        for typed in (f"7 {letters}", f"7 {letters}"):
            paper._line.value = typed
            await game.press("enter")
        await game.reads("Seat 7 was typed in before.")
        await game.press("enter")
        await game.reads("1 seat is typed in: 7")
        await game.press("enter")
        await game.comes(Items)
        await game.announces("1 seat is kept. What follows is about them.")
        await game.press("escape")
        await game.comes(ClassOver)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (160, 50), (200, 60)])
async def test_every_size_shows_the_question_and_each_option(banks: Path, saves: Path, size: tuple[int, int]) -> None:
    async with a_class(banks, saves, size=size) as game:
        await choose(game, CLASS_HANDS, length=3)
        await start(game, warm_up=True)
        assert game.says("is small for a projector") is (size < (100, 30))
        if size < (100, 30):
            for option in the_round(game).current.shown:
                assert option in game.prose
        await give(game, right=False)
        await game.until(lambda: game.says("right answer"))
        await game.press("z")
        await game.reads(prompt_of(the_round(game).current))


async def test_no_word_of_an_option_is_broken(tmp_path: Path, saves: Path) -> None:
    long = "counterrevolutionary"
    facts = [asked("rain", number, options=3) for number in range(1, 7)]
    texts = json.loads(json.dumps(facts).replace(" of ", f" {long} "))
    async with a_class(world(tmp_path / "banks", {"rain": texts}), saves) as game:
        await start(game)
        current = the_round(game).current
        assert isinstance(current, ChoiceQuestion)
        assert game.text.count(long) == len(current.shown)


def test_air_between_letters_breaks_no_word() -> None:
    text = "counterrevolutionary talks"
    assert spaced(text, 38) is None
    assert spaced(text, 39) == [" ".join("counterrevolutionary"), "", "t a l k s"]
