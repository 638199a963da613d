"""All ways to answer a multiple-choice question, to take it back, to look it up and to leave."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.game.kinds.choice import ChoiceVerdict
from quizgame.game.play.phases import Phase
from quizgame.saves.journal import FILE_NAME
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.notes import Notes
from quizgame.tui.screens.quiz import Quiz
from tests.short_packs import write_short
from tests.tui.stage import Stage, answers_in, playing
from tests.tui.worlds import asked, world

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks")


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def chosen(game: Stage) -> int | None:
    """The option that was taken."""
    verdict = game.round.verdict
    assert isinstance(verdict, ChoiceVerdict)
    return verdict.chosen


def row_of(game: Stage, text: str) -> str:
    """The row of the screen with a text."""
    return next(row for row in game.rows() if text in row)


async def test_a_digit_answers(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="4") as game:
        for place in range(4):
            await game.press(str(place + 1))
            await game.phase(Phase.SHOWING)
            assert chosen(game) == place
            await game.go_on()
    for place, answer in enumerate(answers_in(saves)):
        assert answer.response == (place,)
        assert answer.credit == float(answer.shown[place].startswith("North"))


async def test_six_options_have_a_digit_each(tmp_path: Path, saves: Path) -> None:
    wrong = "[Bee, Cat, Dog, Elk, Fox]"
    asked = "".join(f"  - {{prompt: Who is {n}?, answer: Ant {n}, distractors: {wrong}}}\n" for n in range(6))
    write_short(tmp_path / "short", f"questions:\n{asked}")
    async with playing(tmp_path / "short", saves, questions="6") as game:
        for place in range(6):
            await game.press(str(place + 1))
            await game.phase(Phase.SHOWING)
            assert chosen(game) == place
            assert not game.says("w shows the study note of each")
            await game.go_on()


async def test_of_a_question_without_a_source_the_note_is_the_question_and_its_answer(
    tmp_path: Path, saves: Path
) -> None:
    write_short(tmp_path / "short", "questions:\n  - {prompt: Who sings?, answer: A lark, distractors: [A newt]}\n")
    async with playing(tmp_path / "short", saves, questions="1") as game:
        await game.answer()
        assert not game.says("None")
        await game.press("w")
        await game.comes(Notes)
        await game.reads("Who sings? A lark")
        assert not game.says("paragraph")
        assert not game.says("All facts come from")


MARKING = {"down": 0, "down down": 1, "j j j": 2, "up": 3, "k k": 2, "down up": 3, "down down up": 0}


async def test_arrows_mark_an_option_and_enter_takes_it(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="1") as game:
        for keys, place in MARKING.items():
            await game.press(*keys.split())
            assert "▸" in row_of(game, game.choice.options[place].text)
            assert sum(row.lstrip().startswith("▸") for row in game.rows()) == 1
            await game.press("enter")
            await game.phase(Phase.SHOWING)
            assert chosen(game) == place
            await game.press("u")
            await game.phase(Phase.ASKING)


async def test_a_click_answers(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="1") as game:
        await game.click(game.choice.options[2].text)
        await game.phase(Phase.SHOWING)
        assert chosen(game) == 2


async def test_enter_answers_nothing_while_nothing_is_marked(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="1") as game:
        await game.press("enter", "enter")
        assert game.round.phase is Phase.ASKING


async def test_a_digit_without_an_option_answers_nothing(tmp_path: Path, saves: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": [asked("rain", 1, options=3)]})
    async with playing(banks, saves, questions="1") as game:
        await game.press("4", "5", "9")
        assert game.round.phase is Phase.ASKING
        assert len([row for row in game.rows() if " of 1" in row and row.strip()[0] in "1234"]) == 3


async def test_an_answer_that_was_given_is_not_changed_by_other_keys(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="1") as game:
        await game.press("1")
        await game.phase(Phase.SHOWING)
        await game.press("2", "3", "down", "x")
        await game.click(game.choice.options[3].text)
        assert chosen(game) == 0
        assert len(game.round.given) == 1
    assert len(answers_in(saves)) == 1


async def test_a_right_answer_is_told_by_a_sign_a_word_and_its_points(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="1") as game:
        key = game.choice.options[game.choice.key].text
        await game.answer()
        await game.reads("✓ Right", "+100 points", "comes from the sea", "RAIN, paragraph")
        assert row_of(game, key).split()[0] == "✓"
        assert "your answer" in row_of(game, key)


async def test_a_wrong_answer_says_which_was_right_and_why_not_this_one(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="1") as game:
        question = game.choice
        await game.answer(right=False)
        mine = question.options[(question.key + 1) % 4]
        await game.reads("✗ Not yet", mine.why or "?", "comes from the sea")
        assert row_of(game, mine.text).split()[0] == "✗"
        assert "your answer" in row_of(game, mine.text)
        assert row_of(game, question.options[question.key].text).split()[0] == "✓"
        assert "the answer" in row_of(game, question.options[question.key].text)
        assert not game.says("points")


async def test_x_shows_the_answer_and_says_that_it_was_not_known(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="1") as game:
        key = game.choice.options[game.choice.key].text
        await game.press("x")
        await game.phase(Phase.SHOWING)
        await game.reads("○ Here is the answer")
        assert row_of(game, key).split()[0] == "✓"
        assert not game.says("✗")
        assert not game.says("your answer")
    [answer] = answers_in(saves)
    assert answer.response is None
    assert answer.points == 0


async def test_u_asks_the_same_question_again_and_only_the_second_answer_counts(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="2") as game:
        question = game.choice
        await game.answer(right=False)
        await game.press("u")
        await game.phase(Phase.ASKING)
        assert game.choice == question
        assert not game.says("Not yet")
        assert "✗" not in game.text
        await game.reads("1 of 2")
        await game.answer()
        await game.reads("✓ Right no points, as the answer had been shown")
    [answer] = answers_in(saves)
    assert (answer.attempt, answer.place, answer.credit) == (1, 0, 1.0)
    with closing(sqlite3.connect(saves / FILE_NAME)) as journal:
        assert journal.execute("SELECT what, place, attempt FROM marks").fetchall() == [("taken back", 0, 0)]
        assert journal.execute("SELECT credit FROM answers ORDER BY seq").fetchall() == [(0.0,), (1.0,)]


async def test_u_takes_nothing_back_while_a_question_is_open(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="2") as game:
        await game.answer()
        await game.go_on()
        await game.press("u")
        await game.phase(Phase.ASKING)
        assert game.round.place == 1
    assert len(answers_in(saves)) == 1


async def test_w_opens_the_notes_at_the_fact_and_escape_comes_back_to_the_verdict(tmp_path: Path, saves: Path) -> None:
    plain = [{"id": f"rain-{n}", "text": f"Fact {n} of rain is here.", "paragraph": n} for n in range(1, 30)]
    banks = world(tmp_path / "banks", {"rain": [*plain, asked("rain", 30)]})
    async with playing(banks, saves, questions="1", size=(60, 20)) as game:
        await game.answer()
        verdict = game.text
        await game.press("w")
        await game.comes(Notes)
        await game.reads("▸ Rain 30 of rain falls in the north.", "paragraph 30")
        await game.press("pageup", "pageup", "pageup", "pageup", "pageup", "pageup")
        await game.reads("in the article: RAIN", "paragraph 1")
        await game.press("escape")
        await game.comes(Quiz)
        await game.until(lambda: game.text == verdict)
        assert game.round.phase is Phase.SHOWING


async def test_w_shows_nothing_while_a_question_is_open(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="1") as game:
        await game.press("w")
        assert isinstance(game.screen, Quiz)


@pytest.mark.parametrize(
    ("key", "answered", "phase"), [("q", 0, Phase.ASKING), ("escape", 1, Phase.SHOWING), ("q", 1, Phase.ASKING)]
)
async def test_leaving_keeps_what_was_answered(banks: Path, saves: Path, key: str, answered: int, phase: Phase) -> None:
    async with playing(banks, saves, questions="3") as game:
        if answered:
            await game.answer()
        if answered and phase is Phase.ASKING:
            await game.go_on()
        await game.phase(phase)
        await game.press(key)
        await game.comes(Home)
        if answered:
            await game.reads("You left the round.", "12 % not enough yet")
        else:
            assert not game.says("You left")
    assert [answer.credit for answer in answers_in(saves)] == [1.0] * answered


@pytest.mark.parametrize("options", [3, 4])
async def test_the_key_line_names_each_digit_that_answers(tmp_path: Path, saves: Path, options: int) -> None:
    banks = world(tmp_path / "banks", {"rain": [asked("rain", 1, options=options)]})
    async with playing(banks, saves, questions="1") as game:
        assert " ".join("1234"[:options]) + " answer" in game.rows()[-1]
        await game.answer()
        assert "answer" not in game.rows()[-1]


async def test_the_key_line_changes_with_the_number_of_options(tmp_path: Path, saves: Path) -> None:
    facts = [asked("rain", 1, options=3), asked("rain", 2, options=4)]
    async with playing(world(tmp_path / "banks", {"rain": facts}), saves, questions="2") as game:
        for _ in range(2):
            assert " ".join("1234"[: len(game.choice.options)]) + " answer" in game.rows()[-1]
            await game.answer()
            await game.go_on()
