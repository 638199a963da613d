"""The timeline: the ways to play with dates, and the whole story on one line."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widgets import Input

from quizgame.banks.days import day_number, year_of
from quizgame.game.kinds.dating import DateVerdict
from quizgame.game.kinds.gap import legal_gaps
from quizgame.game.kinds.shared import Event
from quizgame.game.play.growing import MISSES_ALLOWED, daily_seed, events_for_line
from quizgame.game.play.phases import Phase
from quizgame.tui.parts import held_key
from quizgame.tui.parts.show import Line
from quizgame.tui.screens.growing import GrowingScreen
from quizgame.tui.screens.help import Help
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.notes import Notes
from quizgame.tui.screens.timeline_menu import TimelineMenu
from quizgame.tui.screens.timeline_view import TimelineView
from quizgame.tui.widgets.axis import Axis
from quizgame.tui.widgets.growing_line import GrowingLine
from quizgame.wording.axis import LAST_TIME
from tests.tui.clock import Clock
from tests.tui.stage import Stage, answers_in, playing
from tests.tui.worlds import choices, dated, events, world

pytestmark = pytest.mark.usefixtures("quick")


def storms(folder: Path, count: int = 6) -> Path:
    return world(folder / "banks", {"snow": events("snow", count)})


def screen(game: Stage) -> GrowingScreen:
    assert isinstance(game.screen, GrowingScreen)
    return game.screen


def line(game: Stage) -> GrowingLine:
    return screen(game).query_one(GrowingLine)


def right_gap(game: Stage) -> int:
    played = screen(game).sitting.play
    return legal_gaps([event.date for event in played.line], played.current.card.date).start


async def move_to(game: Stage, gap: int) -> None:
    while line(game).gap != gap:
        await game.press("down" if line(game).gap < gap else "up")


async def shows(game: Stage, phase: Phase) -> None:
    await game.until(lambda: screen(game).sitting.play.phase is phase)
    await game.calm()


async def place(game: Stage, *, right: bool) -> None:
    """Put the card on the screen into a right gap, or as far from one as the line is long, and see the verdict."""
    gap, length = right_gap(game), len(screen(game).sitting.play.line)
    await move_to(game, gap if right else (length if gap == 0 else 0))
    await game.press("enter")
    await shows(game, Phase.SHOWING)


async def test_the_menu_offers_every_way_to_play_with_dates(tmp_path: Path) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves") as game:
        await game.press("t")
        await game.comes(TimelineMenu)
        await game.reads(
            "Put dates in order", "Growing timeline", "Today's line", "When was it?", "6 events on one line"
        )
        await game.press("escape")
        await game.comes(Home)


async def test_a_line_without_a_miss_grows_to_the_last_card_and_is_kept_as_the_own_best(tmp_path: Path) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves") as game:
        await game.press("t", "down", "enter")
        await game.comes(GrowingScreen)
        for _ in range(5):
            await place(game, right=True)
            await game.reads("✓ Right", "+100 points")
            await game.press("enter")
        await shows(game, Phase.OVER)
        await game.reads("5 of 5 cards placed right", "Your first line")
        years = [event.date.earliest for event in screen(game).sitting.play.line]
        assert years == sorted(years)
        await game.press("escape")
        await game.reads("Your longest line: 5 cards right")
    assert [answer.credit for answer in answers_in(tmp_path / "saves")] == [1.0] * 5


async def test_three_misses_end_the_line_and_each_card_is_shown_where_it_belongs(tmp_path: Path) -> None:
    async with playing(storms(tmp_path, 8), tmp_path / "saves") as game:
        await game.press("t", "down", "enter")
        await game.comes(GrowingScreen)
        while screen(game).sitting.play.misses < MISSES_ALLOWED:
            await place(game, right=False)
            await game.reads("↕", "off")
            years = [event.date.earliest for event in screen(game).sitting.play.line]
            assert years == sorted(years)
            await game.press("enter")
        await shows(game, Phase.OVER)
        await game.reads("0 of 3 cards placed right", "misses left: 0")
        await game.press("enter")
        await shows(game, Phase.ASKING)
        assert screen(game).sitting.play.misses == 0


async def test_the_axis_lights_the_gap_and_last_time_s_line_lies_behind_the_next_one(tmp_path: Path) -> None:
    banks = storms(tmp_path)
    for times in range(2):
        async with playing(banks, tmp_path / "saves", size=(100, 30)) as game:
            await game.press("t", "down", "enter")
            await game.comes(GrowingScreen)
            axis = screen(game).query_one(Axis)
            assert (LAST_TIME in game.text) is (times == 1)
            for gap in (0, 1):
                await move_to(game, gap)
                assert axis._shown.gap == gap
            assert axis.region.y < screen(game).page.region.y  # it stays while the line scrolls
            misses = 0
            while screen(game).sitting.play.phase is not Phase.OVER:
                before = len(axis._shown.dates)
                await place(game, right=misses >= times)
                misses += 1
                assert (len(axis._shown.dates), axis._shown.gap) == (before + 1, None)
                await game.press("enter")
                await game.until(lambda: screen(game).sitting.play.phase is not Phase.SHOWING)
            await game.reads(f"{5 - times} of 5 cards placed right")
            assert sorted(axis._shown.became.values()) == [False] * times + [True] * (5 - times)


async def test_a_low_window_has_no_axis(tmp_path: Path) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves", size=(60, 20)) as game:
        await game.press("t", "down", "enter")
        await game.comes(GrowingScreen)
        assert not screen(game).query_one(Axis).region


async def test_x_w_and_q_work_in_the_growing_line_and_nothing_is_lost(tmp_path: Path) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves") as game:
        await game.press("t", "down", "enter")
        await game.comes(GrowingScreen)
        await game.press("x")
        await shows(game, Phase.SHOWING)
        await game.reads("Here is its place")
        await game.press("w")
        await game.comes(Notes)
        await game.press("escape")
        await game.comes(GrowingScreen)
        await game.press("q")
        await game.comes(TimelineMenu)
    [answer] = answers_in(tmp_path / "saves")
    assert (answer.response, answer.credit, answer.mode) == (None, 0.0, "growing")


async def test_a_click_on_a_row_moves_the_card_there_and_a_click_on_it_puts_it_down(tmp_path: Path) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves") as game:
        await game.press("t", "down", "enter")
        await game.comes(GrowingScreen)
        await move_to(game, 1)
        lying = screen(game).sitting.play.line[0].label
        await game.click(lying)
        await game.until(lambda: line(game).gap == 0)
        await game.click("here?")
        await shows(game, Phase.SHOWING)


@pytest.mark.parametrize("gap", [0, 1])
async def test_a_click_on_the_last_event_puts_the_card_after_it(tmp_path: Path, gap: int) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves") as game:
        await game.press("t", "down", "enter")
        await game.comes(GrowingScreen)
        await place(game, right=True)
        await game.press("enter")
        await shows(game, Phase.ASKING)
        await move_to(game, gap)
        await game.click(screen(game).sitting.play.line[-1].label)
        assert line(game).gap == len(screen(game).sitting.play.line) == 2
        assert game.spot("here?")[1] > game.spot(screen(game).sitting.play.line[-1].label)[1]


@pytest.mark.parametrize("key", ["u", "backspace"])
async def test_a_card_of_the_growing_line_can_be_taken_back_and_gives_no_points_then(tmp_path: Path, key: str) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves") as game:
        await game.press("t", "down", "enter")
        await game.comes(GrowingScreen)
        card = screen(game).sitting.play.current.card
        await place(game, right=False)
        await game.press(key)
        await shows(game, Phase.ASKING)
        assert (screen(game).sitting.play.current.card, screen(game).sitting.play.misses) == (card, 0)
        await place(game, right=True)
        await game.reads("✓ Right no points, as the answer had been shown", "0 right")
        assert screen(game).sitting.play.right == 0


async def test_the_first_picture_of_a_growing_line_has_the_width_that_it_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths, draw = [], GrowingLine.draw

    def seen(cards: GrowingLine, width: int) -> list[Line]:
        widths.append(width)
        return draw(cards, width)

    monkeypatch.setattr(GrowingLine, "draw", seen)
    async with playing(storms(tmp_path), tmp_path / "saves", mode="growing") as game:
        await game.reads("here?")
        assert set(widths) == {line(game).size.width}


async def test_sixty_queued_enters_place_one_card(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.setattr(held_key, "SETTLE_SECONDS", 0.35)  # a player's pace
    monkeypatch.setattr(held_key, "REPEAT_SECONDS", 0.15)
    async with playing(storms(tmp_path), tmp_path / "saves") as game:
        await game.press("t", "down")
        clock.rest()
        await game.press("enter")
        await game.comes(GrowingScreen)
        for placed in (0, 1):  # what is new stays on the screen for a moment
            game.hold("enter", 60)
            await game.settled()
            assert len(screen(game).sitting.play.given) == placed
            clock.rest()
        assert screen(game).sitting.play.phase is Phase.SHOWING


async def test_todays_line_is_the_same_for_everybody(tmp_path: Path) -> None:
    banks = storms(tmp_path, 15)
    lines = []
    for player in ("one", "other"):
        async with playing(banks, tmp_path / player) as game:
            await game.press("t", "down", "down", "enter")
            await game.comes(GrowingScreen)
            played = screen(game).sitting.play
            assert played.started.seed == daily_seed(game.session.pack, datetime.now(UTC).astimezone())
            lines.append((played.line, played.deck))
    assert lines[0] == lines[1]
    assert len(lines[0][1]) == 10


async def test_a_date_is_typed_and_graded_by_its_distance(tmp_path: Path) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves", mode="dates", seed="OWL-7") as game:
        true = game.round.current.facts[0]
        year = year_of(next(e.date for e in _events(game) if e.fact == true).earliest)
        await game.press(*f"{year - 1}x")
        await game.press("enter")
        await game.reads("is not a date")
        await game.press("backspace", "enter")
        await game.phase(Phase.SHOWING)
        verdict = game.round.verdict
        assert isinstance(verdict, DateVerdict)
        assert 0.9 < verdict.credit < 1
        await game.reads("too early", str(year))


async def test_letters_are_commands_until_something_is_typed(tmp_path: Path) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves", mode="dates", seed="OWL-7") as game:
        assert "x don't know" in game.rows()[-1]
        await game.press("1", "x", "q", "0")
        assert game.quiz.query_one(Input).value == "1xq0"
        assert "x don't know" not in game.rows()[-1]
        await game.press("question_mark")
        await game.comes(Help)
        await game.press("escape", *["backspace"] * 4, "x")
        await game.phase(Phase.SHOWING)
        await game.reads("Here is the date")
        await game.press("enter")
        await game.phase(Phase.ASKING)
        await game.press("q")
        await game.comes(Home)


async def test_a_short_year_is_asked_again_and_distances_are_the_least_that_they_can_be(tmp_path: Path) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves", mode="dates", seed="OWL-7") as game:
        await game.press(*"95", "enter")
        await game.reads("Is that the year 95? Type all four digits, such as 1995, or 0095 for the year 95.")
        assert game.round.phase is Phase.ASKING
        await game.press(*["backspace"] * 2, *"1995", "enter")
        await game.phase(Phase.SHOWING)
        await game.reads("At least about", "years too late")


def _events(game: Stage) -> list[Event]:
    return events_for_line(game.session.pack, game.session.pack.topics)[0]


async def test_the_dial_turns_the_year(tmp_path: Path) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves", mode="dates", seed="OWL-7") as game:
        await game.press("up", "up", "down", "pageup")
        assert game.quiz.query_one(Input).value == "2000"


async def test_the_reveal_shows_the_ruler_with_true_places_and_yours(tmp_path: Path) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves", mode="orderings", seed="OWL-7") as game:
        count = len(game.ordering.events)
        order = sorted(range(count), key=lambda card: game.ordering.events[card].date.earliest, reverse=True)
        for card in range(count):
            await game.press(str(order.index(card) + 1))
        await game.press("enter")
        await game.phase(Phase.SHOWING)
        await game.reads(f"Move {count - 1} cards", "true", "yours", "off")
        rows = game.rows()
        true, yours = (next(i for i, row in enumerate(rows) if row.lstrip().startswith(n)) for n in ("true", "yours"))
        assert yours == true + 2
        assert rows[true + 1].count("●") == count
        letters = [c for c in rows[true] if c.isupper()]
        assert letters == [chr(ord("A") + n) for n in range(count)]
        assert [c for c in rows[yours] if c.isupper()] == letters[::-1]


async def test_a_topic_with_too_few_dates_says_that_other_sections_are_mixed_in(tmp_path: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": [*choices("rain", 3), dated("rain", 20)], "snow": events("snow", 6)})
    async with playing(banks, tmp_path / "saves", mode="orderings", topics="rain") as game:
        await game.reads("fewer than 3 dates", "events of other sections are mixed in")
        assert {event.topic for event in game.ordering.events} == {"rain", "snow"}


async def test_the_whole_story_stands_on_one_line_that_zooms_and_opens_facts(tmp_path: Path) -> None:
    async with playing(storms(tmp_path, 20), tmp_path / "saves") as game:
        await game.press("t", *["down"] * 4, "enter")
        view = await game.comes(TimelineView)
        await game.until(lambda: "◆" in game.text)
        marks = next(row for row in game.rows() if "◆" in row)
        assert set(marks.split()[0]) <= set("─●▲█◆"), "a figure could be read as a year"
        assert len(view.events.events) == 20
        await game.press("down", "down", "plus", "plus", "plus", "plus")
        assert view.events.chosen == 2
        assert view.zoom == 4
        assert len(view.events.inside) < 20
        await game.press("minus", "minus", "minus", "minus")
        assert len(view.events.inside) == 20
        await game.press("enter")
        notes = await game.comes(Notes)
        assert notes._marked == {view.events.events[2].fact}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (160, 50)])
async def test_the_timeline_screens_fit_every_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async with playing(storms(tmp_path, 12), tmp_path / "saves", size=size) as game:
        await game.press("t")
        await game.comes(TimelineMenu)
        await game.reads("Look at the timeline")
        await game.press("down", "enter")
        await game.comes(GrowingScreen)
        await game.reads("Where does it go?", "here?")
        assert all(len(row) <= size[0] for row in game.rows())
        await place(game, right=True)
        await game.reads("Right")


async def test_a_resize_in_the_middle_of_a_move_keeps_the_card_where_it_is(tmp_path: Path) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves") as game:
        await game.press("t", "down", "enter")
        await game.comes(GrowingScreen)
        await move_to(game, 0)
        card = screen(game).sitting.play.current
        await game.pilot.resize_terminal(50, 15)
        await game.reads("This window is 50×15")
        await game.pilot.resize_terminal(100, 30)
        await game.reads("here?")
        assert (line(game).gap, screen(game).sitting.play.current) == (0, card)


async def test_a_line_without_cards_says_so_and_enter_goes_back(tmp_path: Path) -> None:
    banks = world(tmp_path / "none", {"rain": choices("rain", 3)})
    async with playing(banks, tmp_path / "saves", mode="growing") as game:
        await game.comes(GrowingScreen)
        await game.reads("There are too few events with dates here.", "Enter goes back", "Enter back")
        assert not game.says("yours")
        assert not game.says("play again")
        await game.press("enter")
        await game.comes(Home)


OLD = """\
events:
  - { date: 44 BC, label: Caesar is killed }
  - { date: AD 2, label: A quiet year }
  - { date: c. 10 BC, label: A road is built }
"""


async def test_a_year_before_the_year_1_is_typed_with_its_era_and_dialled_over_it(tmp_path: Path) -> None:
    (tmp_path / "banks").mkdir()
    (tmp_path / "banks" / "old.yaml").write_text(OLD, encoding="utf-8")
    async with playing(tmp_path / "banks", tmp_path / "saves", mode="dates") as game:
        await game.reads("When was it?", "such as 44 BC or AD 70")
        await game.press("4", "4", "enter")
        await game.reads("Is that 44 BC or AD 44?")
        await game.press("backspace", "backspace", "1", "space", "b", "c", "up")
        await game.until(lambda: game.says("Year AD 1"))
        await game.press("down", "down")
        await game.until(lambda: game.says("Year 2 BC"))
        await game.press("enter")
        await game.phase(Phase.SHOWING)
    [answer] = answers_in(tmp_path / "saves")
    assert answer.response == (day_number(-1), day_number(-1, 12, 31))


async def test_the_ways_to_play_stand_above_the_whole_line(tmp_path: Path) -> None:
    banks = world(tmp_path / "banks", {"snow": events("snow", 8)})
    async with playing(banks, tmp_path / "saves") as game:
        await game.press("t")
        await game.comes(TimelineMenu)
        line = next(row for row in game.rows() if "──" in row)
        assert sum(line.count(mark) for mark in "●▲█") >= 4
        assert "◆" not in line, "no event is chosen here"
