"""All ways to put cards in order."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from copy import deepcopy
from pathlib import Path

import pytest

from quizgame.game.kinds.board import Board
from quizgame.game.kinds.ordering import true_order
from quizgame.game.play.phases import Phase
from quizgame.tui.parts.show import Line
from quizgame.tui.screens.notes import Notes
from quizgame.tui.widgets.ordering import Ordering
from quizgame.wording.dates import date_in_words
from tests.tui.stage import Stage, answers_in, playing
from tests.tui.worlds import dated, events, world

pytestmark = pytest.mark.usefixtures("quick")

EMPTY = r"\d  · · ·"


@asynccontextmanager
async def ordering(folder: Path) -> AsyncIterator[Stage]:
    """A round of nothing but one ordering, of four cards."""
    async with playing(world(folder / "banks", {"snow": events("snow", 7)}), folder / "saves", seed="OWL-7") as game:
        assert len(game.ordering.events) == 4
        yield game


def board(game: Stage) -> Board:
    """The cards as they lie."""
    return game.quiz.query_one(Ordering).board


def right_order(game: Stage) -> tuple[int, ...]:
    """The cards, earliest first."""
    return true_order([event.date for event in game.ordering.events])


def label(game: Stage, card: int) -> str:
    """What a card says."""
    return game.ordering.events[card].label


def place_on_screen(game: Stage, place: int) -> tuple[int, int]:
    """A spot in the row of a place of the line."""
    ordering = game.quiz.query_one(Ordering)
    return ordering.region.x + 8, ordering.region.y + ordering._rows.index(place)


async def finish(game: Stage) -> None:
    """Enter; all was right."""
    assert board(game).order == right_order(game)
    await game.press("enter")
    await game.phase(Phase.SHOWING)
    await game.reads("✓ Right, all in order", "+100 points")


async def test_digits_put_the_cards_of_the_tray_in_their_places_one_after_the_other(tmp_path: Path) -> None:
    async with ordering(tmp_path) as game:
        order = right_order(game)
        for card in range(4):
            await game.press(str(order.index(card) + 1))
            assert board(game).line[order.index(card)] == card
        await finish(game)
    [answer] = answers_in(tmp_path / "saves")
    assert answer.response == order


async def test_space_takes_a_card_arrows_carry_it_and_space_drops_it(tmp_path: Path) -> None:
    async with ordering(tmp_path) as game:
        for place, card in enumerate(right_order(game)):
            row = board(game).row_of(card)
            steps = row - board(game).cursor
            await game.press(*["down" if steps > 0 else "up"] * abs(steps), "space")
            assert board(game).held == card
            await game.reads(f"↕ {label(game, card)}")
            while card not in board(game).line or board(game).line.index(card) > place:
                await game.press("up")
            await game.press("space")
            assert board(game).held is None
        await finish(game)


async def test_a_click_takes_a_card_and_a_click_puts_it_down(tmp_path: Path) -> None:
    async with ordering(tmp_path) as game:
        for place, card in enumerate(right_order(game)):
            await game.click(label(game, card))
            assert board(game).held == card
            await game.pilot.click(offset=place_on_screen(game, place))
            await game.calm()
            assert board(game).held is None
        await finish(game)


async def test_cards_are_dragged_to_their_places(tmp_path: Path) -> None:
    async with ordering(tmp_path) as game:
        for place, card in enumerate(right_order(game)):
            await game.drag(label(game, card), place_on_screen(game, place))
            assert board(game).line[place] == card
            assert board(game).held is None
        await finish(game)


async def test_a_card_is_dragged_back_to_the_tray(tmp_path: Path) -> None:
    async with ordering(tmp_path) as game:
        await game.press("2")
        [card] = board(game).order
        await game.drag(label(game, card), game.spot(label(game, board(game).tray[-1])))
        assert board(game).order == ()
        assert len(board(game).tray) == 4


async def test_backspace_takes_back_the_card_under_the_cursor_or_the_last_one(tmp_path: Path) -> None:
    async with ordering(tmp_path) as game:
        await game.press("3", "1")
        first, last = board(game).line[2], board(game).line[0]
        await game.press("backspace")
        assert board(game).order == (first,)
        assert last in board(game).tray
        await game.press("backspace")
        assert board(game).order == ()
        assert len(re.findall(EMPTY, game.text)) == 4
        await game.press("backspace")
        assert len(board(game).tray) == 4


async def test_a_card_that_lies_moves_when_another_is_put_in_its_place(tmp_path: Path) -> None:
    async with ordering(tmp_path) as game:
        await game.press("1", "1", "1", "1")
        assert board(game).line == [3, 2, 1, 0]
        await game.reads(*(f"{place + 1} {label(game, card)}" for place, card in enumerate((3, 2, 1, 0))))


async def test_letters_of_two_cells_take_the_room_that_they_need(tmp_path: Path) -> None:
    cards = [dated("snow", number, label=f"{chr(0x4E00 + number)}" * 40) for number in range(1, 5)]
    banks = world(tmp_path / "banks", {"snow": cards})
    async with playing(banks, tmp_path / "saves", size=(60, 24), seed="OWL-7") as game:
        for place, card in enumerate(right_order(game)):
            await game.click(label(game, card)[:10])
            assert board(game).held == card
            await game.pilot.click(offset=place_on_screen(game, place))
            await game.calm()
        await finish(game)


async def test_enter_says_what_is_missing_until_every_card_has_its_place(tmp_path: Path) -> None:
    async with ordering(tmp_path) as game:
        assert not game.says("Place every card first")
        for number in "1234":
            await game.press("enter")
            assert game.round.phase is Phase.ASKING
            await game.reads("Place every card first: press the number of its place")
            await game.press(number)
        await game.reads("All placed: press Enter")
        assert not game.says("Place every card first")
        await game.press("enter")
        await game.phase(Phase.SHOWING)
    assert len(answers_in(tmp_path / "saves")) == 1


async def test_digits_without_a_place_do_nothing(tmp_path: Path) -> None:
    async with ordering(tmp_path) as game:
        await game.press("5", "6", "9")
        assert board(game).order == ()
        assert game.round.phase is Phase.ASKING


async def test_the_reveal_gives_dates_in_true_order_and_says_how_far_off_cards_were(tmp_path: Path) -> None:
    async with ordering(tmp_path) as game:
        order = right_order(game)
        swapped = (order[1], order[0], order[2], order[3])
        for card in range(4):
            await game.press(str(swapped.index(card) + 1))
        await game.press("enter")
        await game.phase(Phase.SHOWING)
        await game.reads("Move just 1 card", "you had it 1 place too")
        rows = [game.spot(label(game, card))[1] for card in order]
        assert rows == sorted(rows)
        for card in order:
            await game.reads(f"{date_in_words(game.ordering.events[card].date)} {label(game, card)}")
        assert not game.says("Still to place")


async def test_x_shows_the_order_without_blame_and_w_what_the_article_says_of_each(tmp_path: Path) -> None:
    async with ordering(tmp_path) as game:
        await game.press("1", "x")
        await game.phase(Phase.SHOWING)
        await game.reads("Here is the order")
        assert not game.says("too late")
        await game.press("w")
        await game.comes(Notes)
        assert game.text.count("A storm came to snow.") == 4
        assert game.text.count("▸") == 4
    [answer] = answers_in(tmp_path / "saves")
    assert (answer.response, answer.points) == (None, 0)


async def test_u_gives_all_cards_back_to_the_tray(tmp_path: Path) -> None:
    async with ordering(tmp_path) as game:
        await game.press("1", "2", "3", "4", "enter")
        await game.phase(Phase.SHOWING)
        await game.press("u")
        await game.phase(Phase.ASKING)
        assert len(board(game).tray) == 4
        await game.reads("Still to place")
        assert len(re.findall(EMPTY, game.text)) == 4
    assert answers_in(tmp_path / "saves") == []


async def test_escape_puts_the_card_in_the_hand_back_where_it_was_taken_from(tmp_path: Path) -> None:
    async with ordering(tmp_path) as game:
        await game.press("2", "3")
        before = deepcopy((board(game).line, board(game).tray))
        for keys in (["up", "up", "up", "space", "up"], ["down", "down", "down", "space", "up", "up"]):
            await game.press(*keys)
            assert board(game).held is not None
            assert (board(game).line, board(game).tray) != before
            await game.press("escape")
            assert board(game).held is None
            assert (board(game).line, board(game).tray) == before
        assert game.round.phase is Phase.ASKING
        await game.press("escape")
        await game.reads("▸ Play")


async def test_the_first_picture_of_the_cards_has_the_width_that_it_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths, draw = [], Ordering.draw

    def seen(cards: Ordering, width: int) -> list[Line]:
        widths.append(width)
        return draw(cards, width)

    monkeypatch.setattr(Ordering, "draw", seen)
    async with ordering(tmp_path) as game:
        await game.reads("Still to place", *(event.label for event in game.ordering.events))
        assert {width > 0 for width in widths} == {True}
        assert set(widths) == {game.quiz.query_one(Ordering).size.width}
