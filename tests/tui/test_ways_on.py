"""The ways on: from home by key, Enter and mouse; from a question, why it is asked; from a round, what was missed."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from quizgame.game.events import Started
from quizgame.game.play.phases import Phase
from quizgame.tui.screens.growing import GrowingScreen
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.notes import Notes
from quizgame.tui.screens.playing import Playing
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.reading import Outline
from quizgame.tui.screens.results import Results
from quizgame.tui.screens.review import Review
from quizgame.tui.screens.timeline_menu import TimelineMenu
from tests.packs import write_pack
from tests.tui.stage import Stage, answers_in, playing
from tests.tui.worlds import choices, events, world

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(
        tmp_path / "banks", {"rain": choices("rain", 8), "wind": choices("wind", 8), "snow": events("snow", 6)}
    )


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


async def by_enter(game: Stage, name: str, _key: str) -> None:
    await game.walk(name)
    await game.press("enter")


async def by_click(game: Stage, name: str, _key: str) -> None:
    await game.click(name)


async def by_key(game: Stage, _name: str, key: str) -> None:
    await game.press(key)


def started(game: Stage) -> Started:
    assert isinstance(game.screen, Playing)
    found = game.screen.sitting.play.started
    assert isinstance(found, Started)
    return found


@pytest.mark.parametrize("take", [by_key, by_enter, by_click])
@pytest.mark.parametrize(
    "way",
    [("Flashcards", "f", "cards"), ("Weak topics", "a", "weak"), ("Line of the day", "d", "daily")],
)
async def test_a_way_on_is_taken_by_its_key_by_enter_and_by_the_mouse(
    banks: Path, saves: Path, way: tuple[str, str, str], take: Callable[[Stage, str, str], Awaitable[None]]
) -> None:
    name, key, mode = way
    async with playing(banks, saves) as game:
        await take(game, name, key)
        await game.comes(GrowingScreen if mode == "daily" else Quiz)
        assert started(game).mode == mode


@pytest.mark.parametrize("take", [by_key, by_enter, by_click])
async def test_pages_open_from_home_in_the_same_ways(
    banks: Path, saves: Path, take: Callable[[Stage, str, str], Awaitable[None]]
) -> None:
    async with playing(banks, saves, size=(100, 40)) as game:
        for name, key, page in (("Timeline", "t", TimelineMenu), ("Read", "r", Outline)):
            await take(game, name, key)
            await game.comes(page)
            await game.press("escape")
            await game.comes(Home)


async def test_other_texts_are_offered_only_where_there_are_some(banks: Path, saves: Path, tmp_path: Path) -> None:
    async with playing(banks, saves) as game:
        await game.reads("Flashcards")
        assert not game.says("Other texts")
        await game.press("b")
        await game.settled()
        assert game.open_rooms == [Home]
    write_pack(tmp_path / "banks")
    async with playing(tmp_path / "banks", tmp_path / "more") as game:
        await game.reads("Other texts")


async def test_ticked_topics_go_with_every_way_on(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await game.walk("Wind")
        await game.press("space", "f")
        await game.comes(Quiz)
        assert (started(game).mode, started(game).topics) == ("cards", ("wind",))


async def test_y_says_why_a_question_is_asked(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, mode="today", topics="rain", questions="2") as game:
        await game.press("y")
        await game.reads("Asked because: new: it never came up")
        for _ in range(2):
            await game.press("x")
            await game.phase(Phase.SHOWING)
            await game.go_on()
        await game.reads("once more, as you missed it a moment ago")
        await game.press("y")
        await game.reads("Asked because: once more, as you missed it a moment ago")
    async with playing(banks, saves, topics="rain", questions="1") as game:
        await game.press("y")
        await game.reads("Asked because: by chance")


async def test_a_guess_keeps_its_points_is_kept_and_counts_as_not_known(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, topics="rain", questions="2") as game:
        fact = game.choice.fact
        await game.press("g")
        await game.answer()
        assert game.session.figures.known(fact).right == 1
        await game.press("g")
        await game.reads("+100 points · a guess, so it comes again")
        assert game.session.figures.known(fact).right == 0
        await game.press("g")
        await game.go_on()
        await game.answer(right=False)
        await game.press("g")
        await game.go_on()
        await game.comes(Results)
        await game.reads("0 of 2 right", "100 of 200 points", "Practise the 2 you missed")
    assert [answer.points for answer in answers_in(saves)] == [100, 0]
    async with playing(banks, saves) as game:
        [guess] = game.session.keeper.guesses
        assert (guess.place, guess.attempt) == (0, 0)
        assert game.session.figures.known(fact).right == 0


async def missed_one_of_two(game: Stage) -> str:
    """Play a round of two with one miss, to its results; the fact that was missed."""
    await game.answer()
    await game.go_on()
    fact = game.choice.fact
    await game.answer(right=False)
    await game.go_on()
    await game.comes(Results)
    return fact


async def test_after_a_round_enter_asks_only_what_was_missed(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, topics="rain", questions="2") as game:
        missed = await missed_one_of_two(game)
        await game.reads("1 of 2 right", "▸ Practise the one you missed Enter", "Read its study note r", "Play on n")
        await game.press("enter")
        await game.comes(Quiz)
        assert [question.facts for question in game.round.questions] == [(missed,)]
        await game.answer()
        await game.go_on()
        await game.comes(Results)
        await game.reads("1 of 1 right", "▸ Play on Enter")
        assert not game.says("Practise")
        await game.press("u")
        assert isinstance(game.screen, Results)


async def test_the_other_doors_read_play_on_and_look_at_every_question(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, topics="rain", questions="2") as game:
        asked = list(game.round.questions)
        missed = await missed_one_of_two(game)
        await game.press("r")
        await game.comes(Notes)
        await game.reads(f"▸ {game.session.pack.fact(missed).text}")
        await game.press("escape")
        await game.comes(Results)
        await game.press("v")
        await game.comes(Review)
        await game.reads("Every question once more 1 of 2 right", "✓ 1. Where does rain", "✗ 2. Where does rain")
        for number, question in enumerate(asked, 1):
            fact = game.session.pack.fact(question.facts[0])
            await game.reads(f"{number}. {fact.questions[0].prompt} Your answer: ", fact.questions[0].explanation)
        await game.press("enter")
        await game.comes(Results)
        await game.press("n")
        await game.comes(Quiz)
        assert (game.round.started.topics, len(game.round.questions)) == (("rain",), 2)


async def test_a_mock_test_tells_at_its_end_and_an_answer_is_undone_at_the_next_question(
    banks: Path, saves: Path
) -> None:
    async with playing(banks, saves, mode="mock", topics="rain", questions="2") as game:
        right = str(1 + game.choice.key)
        for key, attempt in (("1" if right == "2" else "2", 0), (right, 1)):
            assert game.round.attempt == attempt
            await game.press(key)
            await game.until(lambda: game.round.place == 1)
            await game.calm()
            assert not any(game.says(word) for word in ("Right", "Not yet", "your answer", "points"))
            if attempt == 0:
                await game.press("u")
                await game.until(lambda: game.round.place == 0)
                await game.calm()
        await game.press("x")
        await game.comes(Results)
        await game.reads("1 of 2 right", "100 of 200 points")
        await game.press("v")
        await game.comes(Review)
        await game.reads("✓ 1.", "○ 2.", "You did not know")
        assert not any(given.seen for given in game.session.keeper.answers)
    assert [(answer.place, answer.attempt, answer.points) for answer in answers_in(saves)] == [(0, 1, 100), (1, 0, 0)]


async def test_the_round_before_in_the_same_way_stands_beside_the_result(banks: Path, saves: Path) -> None:
    for mode, rights, beside in (
        ("practice", (True, False), ""),
        ("weak", (True, True), ""),
        ("practice", (True, True), "2 of 2 right last time 1 of 2"),
        ("practice", (False, False), "0 of 2 right last time 2 of 2"),
    ):
        async with playing(banks, saves, mode=mode, questions="2", topics="rain") as game:
            for right in rights:
                await game.answer(right=right)
                await game.go_on()
            await game.comes(Results)
            assert ("last time" in game.text) is bool(beside)
            await game.reads(beside or " of 2 right")
