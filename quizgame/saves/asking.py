"""What is asked of an open save without reading all of it.

Whether the rows are what was written is found out by whoever reads the whole save.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from quizgame.game.events import Answered
from quizgame.saves import history
from quizgame.saves.contents import read_players
from quizgame.saves.history import RoundPlayed
from quizgame.saves.rows import Cell, Player
from quizgame.saves.sqlite_errors import FAILURES, refusal


class Asking:
    """Questions to one save. Those that say no more raise `SavesError` if it can't be read."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def players(self) -> tuple[Player, ...]:
        """Players and classes, the first one first."""
        try:
            return tuple(read_players(self._connection, self._path).values())
        except FAILURES as error:
            raise refusal(error, self._path) from error

    def answers_of(self, round_: str) -> list[Answered]:
        """The answers to one round that were not taken back, in their order; none if they can't be read."""
        try:
            return history.answers_of(self._connection, round_)
        except (*FAILURES, ValueError, KeyError):
            return []

    def rounds_played(self, player: int, pack: str, count: int) -> list[RoundPlayed]:
        """A player's last rounds of a pack, the newest first; none if they can't be read."""
        try:
            return history.rounds_played(self._connection, player, pack, count)
        except (*FAILURES, ValueError):
            return []

    def attempts(self, round_: str, place: int, seat: str) -> int:
        """How often the answer at a place of a round was taken back."""
        query = "SELECT count(*) FROM marks WHERE what = 'taken back' AND round = ? AND place = ? AND seat = ?"
        [(count,)] = self._asked(query, round_, place, seat)
        return int(str(count))

    def last_pack(self, player: int, packs: Sequence[str]) -> str | None:
        """The one of these packs that a player answered something of last."""
        query = (
            f"SELECT pack FROM rounds WHERE player = ? AND pack IN ({', '.join('?' * len(packs))}) AND EXISTS"  # noqa: S608 - our own marks
            " (SELECT 1 FROM answers WHERE answers.round = rounds.id) ORDER BY rowid DESC LIMIT 1"
        )
        return next((str(pack) for (pack,) in self._asked(query, player, *packs)), None)

    def _asked(self, query: str, *values: Cell) -> list[tuple[Cell, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except FAILURES as error:
            raise refusal(error, self._path) from error
