"""The cards of an ordering, moved about in every way there is: none is lost, none is twice."""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from quizgame.game.kinds.board import Board
from tests.often import examples


def board_of(text: str, count: int = 4) -> Board:
    """A board with these cards on the line, such as "20--"; the others lie in the tray."""
    board = Board.of(count)
    for place, sign in enumerate(text):
        if sign != "-":
            board.place(int(sign), place)
    return board


def lies(board: Board) -> str:
    """The line and the tray, such as "20-- 13"."""
    line = "".join("-" if card is None else str(card) for card in board.line)
    return f"{line} {''.join(map(str, board.tray))}"


def in_hand(board: Board) -> int | None:
    return board.held


class Cards(RuleBasedStateMachine):
    """Somebody who presses all keys and clicks all rows in any order."""

    @initialize(count=st.integers(1, 6))
    def begin(self, count: int) -> None:
        self.count = count
        self.board = Board.of(count)
        assert lies(self.board) == f"{'-' * count} {''.join(map(str, range(count)))}"
        assert self.board.cursor == self.board.row_of(0)

    def row(self, data: st.DataObject) -> int:
        return data.draw(st.integers(0, self.count + len(self.board.tray) - 1))

    @rule(data=st.data())
    def put(self, data: st.DataObject) -> None:
        board, place = self.board, data.draw(st.integers(0, self.count - 1))
        meant = board.card_at(board.cursor) if board.held is None else board.held
        if meant is None and board.tray:
            meant = board.tray[0]
        before, others = lies(board), [card for card in board.order if card != meant]
        board.put(place)
        if meant is None:
            assert lies(board) == before
        else:
            assert board.line[place] == meant
            assert [card for card in board.order if card != meant] == others
            assert board.held is None
        if board.tray and meant is not None:
            assert board.cursor == self.count  # the next digit puts the next card

    @rule(data=st.data())
    def place(self, data: st.DataObject) -> None:
        board = self.board
        card, place = (data.draw(st.integers(0, self.count - 1)) for _ in "cp")
        others = [other for other in board.order if other != card]
        board.place(card, place)
        assert board.line[place] == card
        assert [other for other in board.order if other != card] == others
        assert board.cursor == place

    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        board, card = self.board, data.draw(st.integers(0, self.count - 1))
        line, tray = list(board.line), list(board.tray)
        board.take_back(card)
        assert board.line == [None if other == card else other for other in line]
        assert board.tray == (tray if card in tray else [*tray, card])
        assert board.card_at(board.cursor) == card != board.held

    @rule()
    def take_back_last(self) -> None:
        board = self.board
        under, order = board.card_at(board.cursor), board.order
        board.take_back_last()
        assert len(board.order) == max(0, len(order) - 1)
        if under in order:
            assert board.tray[-1] == under
        if order:
            assert board.card_at(board.cursor) == board.tray[-1]

    @rule()
    def grab_or_drop(self) -> None:
        board = self.board
        held, before, under = board.held, lies(board), board.card_at(board.cursor)
        board.grab_or_drop()
        assert board.held == (under if held is None else None)
        assert lies(board) == before

    @rule(step=st.sampled_from((-1, 1)))
    def move(self, step: int) -> None:
        board = self.board
        held, before, cursor = board.held, lies(board), board.cursor
        board.move(step)
        assert board.held == held
        if held is None:
            assert lies(board) == before
            assert board.cursor == min(max(0, cursor + step), self.count + len(board.tray) - 1)

    @precondition(lambda self: self.board.held in self.board.order)
    @rule(step=st.sampled_from((-1, 1)))
    def carry(self, step: int) -> None:
        board, held = self.board, self.board.held
        assert held is not None
        at, cards = board.line.index(held), set(board.order)
        board.move(step)
        if at + step == self.count:
            assert board.tray[-1] == held
            assert set(board.order) == cards - {held}
        else:
            assert board.line[max(0, at + step)] == held
            assert set(board.order) == cards
        assert board.cursor == board.row_of(held) or at + step < 0

    @rule(data=st.data())
    def point(self, data: st.DataObject) -> None:
        board, row = self.board, self.row(data)
        held, before, under = board.held, lies(board), board.card_at(row)
        board.point(row)
        if held is None:
            assert (board.held, board.cursor, lies(board)) == (under, row, before)
            return
        assert board.held is None
        if under == held:
            assert lies(board) == before
        elif row < self.count:
            assert board.line[row] == held
        else:
            assert held in board.tray

    @invariant()
    def every_card_is_in_one_place(self) -> None:
        assert len(self.board.line) == self.count
        assert sorted([*self.board.order, *self.board.tray]) == list(range(self.count))

    @invariant()
    def the_cursor_is_on_a_row(self) -> None:
        assert 0 <= self.board.cursor < self.count + len(self.board.tray)

    @invariant()
    def the_order_is_the_line_without_its_gaps(self) -> None:
        assert self.board.order == tuple(card for card in self.board.line if card is not None)
        assert self.board.complete == (not self.board.tray) == (len(self.board.order) == self.count)

    @invariant()
    def rows_and_cards_name_each_other(self) -> None:
        for card in range(self.count):
            assert self.board.card_at(self.board.row_of(card)) == card
        assert self.board.held is None or self.board.held in range(self.count)


TestCards = pytest.mark.thorough(Cards.TestCase)
TestCards.settings = examples(100, stateful_step_count=40)


@pytest.mark.parametrize(
    ("before", "card", "place", "after"),
    [
        ("----", 2, 1, "-2-- 013"),
        ("0---", 2, 0, "20-- 13"),
        ("01--", 2, 0, "201- 3"),
        ("-01-", 2, 1, "021- 3"),
        ("-01-", 2, 2, "-021 3"),
        ("--01", 2, 3, "-012 3"),
        ("01-2", 3, 1, "0312 "),
        ("0123", 0, 3, "1230 "),
        ("0123", 3, 0, "3012 "),
        ("0123", 1, 1, "0123 "),
        ("0-2-", 0, 2, "-20- 13"),
        ("0-2-", 0, 3, "--20 13"),
    ],
)
def test_a_card_takes_its_place_and_the_others_make_room(before: str, card: int, place: int, after: str) -> None:
    board = board_of(before)
    board.place(card, place)
    assert lies(board) == after


def test_digits_one_after_the_other_fill_the_line() -> None:
    board = Board.of(3)
    for place in (2, 0, 1):
        assert not board.complete
        board.put(place)
    assert (board.order, board.complete) == ((1, 2, 0), True)


def test_backspace_takes_the_card_under_the_cursor_else_the_last_one_placed() -> None:
    board = board_of("0-1-")
    board.cursor = 0
    board.take_back_last()
    assert lies(board) == "--1- 230"
    board = board_of("0-1-")
    board.place(2, 1)
    board.cursor = 3
    for after in ("0-1- 32", "0--- 321", "---- 3210", "---- 3210"):
        board.take_back_last()
        assert lies(board) == after
        board.cursor = 3


def test_a_card_is_carried_up_from_the_tray_along_the_line_and_back() -> None:
    board = board_of("01--")
    board.point(board.row_of(3))
    for after in ("01-3 2", "013- 2", "031- 2", "301- 2", "301- 2"):
        board.move(-1)
        assert lies(board) == after
    for after in ("031- 2", "013- 2", "01-3 2", "01-- 23", "01-- 23"):
        board.move(1)
        assert lies(board) == after
    assert board.held == 3


def test_two_clicks_move_a_card_and_a_click_on_itself_lets_it_go() -> None:
    board = board_of("01--")
    board.point(0)
    assert board.held == 0
    board.point(3)
    assert (lies(board), in_hand(board)) == ("-1-0 23", None)
    board.point(3)
    board.point(3)
    assert (lies(board), in_hand(board)) == ("-1-0 23", None)
    board.point(1)
    board.point(5)
    assert (lies(board), in_hand(board)) == ("---0 231", None)


def test_a_card_that_does_not_exist_or_lies_in_the_tray_is_not_taken_back() -> None:
    board = board_of("01--")
    board.take_back(2)
    assert lies(board) == "01-- 23"
    with pytest.raises(ValueError, match="not in list"):
        board.take_back(7)


def test_a_card_that_was_placed_twice_is_taken_back_once() -> None:
    board = board_of("01--")
    board.place(0, 2)
    board.cursor = 3
    board.take_back_last()
    assert lies(board) == "-1-- 230"
    board.cursor = 0
    board.take_back_last()
    assert lies(board) == "---- 2301"
    board.cursor = 0
    board.take_back_last()
    assert lies(board) == "---- 2301"
