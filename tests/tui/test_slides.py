"""Cards that slide to where they belong: a few pictures, never in the way of a key, and none where nothing may move."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.game.kinds.ordering import OrderingQuestion, true_order
from quizgame.game.play.phases import Phase
from quizgame.tui.parts.slide import MOST, between, orders
from quizgame.tui.screens.growing import GrowingScreen
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.widgets.growing_line import GrowingLine
from quizgame.tui.widgets.ordering import Ordering
from tests.tui.stage import Stage, playing
from tests.tui.test_timeline import line, place, screen, storms


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_card_goes_straight_in_at_most_five_pictures(start: int, end: int) -> None:
    way = between(start, end)
    assert len(way) == min(MOST, abs(end - start))
    assert way[:1] == ([start] if start != end else [])
    assert [*way, end] == sorted([*way, end], reverse=end < start)
    assert end not in way


@given(st.permutations(range(6)))
def test_all_cards_go_from_the_order_that_was_given_to_the_true_one(came_from: list[int]) -> None:
    way = orders(came_from)
    assert len(way) <= MOST
    assert tuple(range(6)) not in way
    if came_from == list(range(6)):
        assert way == []
    else:
        assert [came_from[k] for k in way[0]] == list(range(6))


def moving(game: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(game.app, "animation_level", "full")


@pytest.mark.usefixtures("quick")
async def test_a_card_in_a_wrong_gap_slides_to_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves") as game:
        moving(game, monkeypatch)
        await game.press("t", "down", "enter")
        await game.comes(GrowingScreen)
        for right in (True, True, False):
            seen = pictures(monkeypatch, line(game))
            await place(game, right=right)
            await game.until(lambda: line(game)._slide.now is None)
            assert (len(seen) > 0) is not right
            lying = [row.line.plain for row in line(game)._rows]
            verdict = screen(game).sitting.play.verdict
            if not right:
                assert seen == between(line(game).gap, verdict.went_to)
            assert screen(game).sitting.play.line[verdict.went_to].label in lying[verdict.went_to]
            await game.press("enter")
            await game.until(lambda: screen(game).sitting.play.phase is Phase.ASKING)


def pictures(monkeypatch: pytest.MonkeyPatch, widget: GrowingLine | Ordering) -> list[object]:
    """What is drawn while it slides."""
    seen: list[object] = []
    draw = type(widget).draw

    def noted(self: GrowingLine | Ordering, width: int) -> object:
        if self._slide.now is not None and self._slide.now not in seen:
            seen.append(self._slide.now)
        return draw(self, width)  # type: ignore[arg-type] # each has its own

    monkeypatch.setattr(type(widget), "draw", noted)
    return seen


@pytest.mark.usefixtures("quick")
async def test_the_cards_of_an_ordering_slide_and_no_key_waits_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves") as game:
        moving(game, monkeypatch)
        await game.press("t", "enter")
        await game.comes(Quiz)
        ordering = game.screen.query_one(Ordering)
        for number in range(2):
            seen = pictures(monkeypatch, ordering)
            question = game.round.current
            assert isinstance(question, OrderingQuestion)
            true = true_order([event.date for event in question.events])
            for card in true:  # each makes room for the next: all lie the wrong way round
                ordering.board.point(ordering.board.row_of(card))
                await game.press("1")
            await game.press("enter")
            await game.phase(Phase.SHOWING)
            if number == 0:
                await game.until(lambda: ordering._slide.now is None)
                assert seen
                assert seen[0] == tuple(reversed(range(len(true))))
            await game.press("enter")  # the second time while they slide
            await game.phase(Phase.ASKING)
            assert ordering._slide.now is None


@pytest.mark.usefixtures("quick")
async def test_where_nothing_may_move_nothing_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing(storms(tmp_path), tmp_path / "saves") as game:
        await game.press("t", "down", "enter")
        await game.comes(GrowingScreen)
        seen = pictures(monkeypatch, line(game))
        await place(game, right=True)
        await game.press("enter")
        await game.until(lambda: screen(game).sitting.play.phase is Phase.ASKING)
        await place(game, right=False)
        assert seen == []
