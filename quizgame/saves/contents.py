"""What a save holds, read whole and checked row by row: all of it, or a refusal."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quizgame.game.events import Answered, ClassEvent, Guessed, Started, TakenBack
from quizgame.game.play.modes import CLASS_MODES, CLASS_PAPER
from quizgame.saves import rows, version_1, version_2
from quizgame.saves.faults import Fault, Refusal, SavesError
from quizgame.saves.rows import ANSWER_COLUMNS, LIST, MARK_COLUMNS, PLAYER_COLUMNS, ROUND_COLUMNS, Cell, Mark, Player
from quizgame.saves.sqlite_errors import FAILURES, refusal
from quizgame.saves.tables import TABLES, VERSION

Hashes = Mapping[int, bytes]
"""The hash of each row by the row's number, in their order."""
_Row = tuple[Cell, ...]


def _select(table: str, columns: tuple[str, ...], *, order: str) -> str:
    return f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}"  # noqa: S608 - our own names


_PLAYERS = _select("players", ("columns", "hash", *PLAYER_COLUMNS[LIST]), order="id")
_ROUNDS = _select("rounds", ("columns", "hash", *ROUND_COLUMNS[LIST]), order="rowid")
_ANSWERS = _select("answers", ("seq", "columns", "hash", *ANSWER_COLUMNS[LIST]), order="seq")
_MARKS = _select("marks", ("seq", "columns", "hash", *MARK_COLUMNS[LIST]), order="seq")
_ROUNDS_OF = {1: version_1.ROUNDS, 2: version_2.ROUNDS}
_MARKS_OF = {1: version_1.MARKS, 2: version_2.MARKS}


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything in a save."""

    version: int
    players: Mapping[int, Player]
    rounds: Mapping[str, int]
    """The player of each round."""
    answers: tuple[Answered, ...]
    """Oldest first, with those that were taken back."""
    marks: tuple[Mark, ...]
    chain: Hashes
    """Of the answers."""
    mark_chain: Hashes
    starts: Mapping[str, Started] = field(default_factory=dict)
    """How each round began, by its id, in the order in which they did."""

    def counting(self, player: int) -> list[Answered]:
        """A player's answers that were not taken back, oldest first."""
        slips = self.slips()
        mine = (answer for answer in self.answers if self.rounds[answer.round] == player)
        return [answer for answer in mine if rows.place_of(answer) not in slips]

    def slips(self) -> set[rows.Place]:
        """The answers that were taken back."""
        return {rows.place_of(mark) for mark in self.marks if isinstance(mark, TakenBack)}

    def guesses(self) -> set[rows.Place]:
        """The answers that were guesses, say those who gave them."""
        return {rows.place_of(mark) for mark in self.marks if isinstance(mark, Guessed)}

    def class_rounds(self, player: int) -> dict[str, list[ClassEvent]]:
        """What is kept of each round of a class, by the round's id, the first one first."""
        found: dict[str, list[ClassEvent]] = {
            name: [start]
            for name, start in self.starts.items()
            if start.mode in (*CLASS_MODES, CLASS_PAPER) and self.rounds[name] == player
        }
        for event in (*self.answers, *self.marks):
            if event.round in found and not isinstance(event, Guessed):
                found[event.round].append(event)
        return found

    def begins(self, other: "Contents") -> bool:
        """Whether this is what the other save held at some time: in the same order, and nothing that it lacks."""
        return (
            self.players.keys() <= other.players.keys()
            and all(player.created == other.players[id_].created for id_, player in self.players.items())
            and self.rounds.items() <= other.rounds.items()
            and all(one == two for one, two in zip(self.chain.items(), other.chain.items(), strict=False))
            and len(self.chain) <= len(other.chain)
            and set(self.mark_chain.values()) <= set(other.mark_chain.values())
        )


def read(connection: sqlite3.Connection, path: Path) -> Contents:
    """Read everything. Raises `SavesError`, which names `path`, if it is damaged or of a newer version."""
    try:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise SavesError(Fault(Refusal.NEWER, path))
        [(state,)] = connection.execute("PRAGMA quick_check(1)")
        if state != "ok":  # a broken page can hide the last rows, which no hash would miss
            raise _damaged(path, state.splitlines()[-1])
        _check_tables(connection, path, version)
        return _Reader(connection, path, version).all()
    except FAILURES as error:
        raise refusal(error, path) from error


def _check_tables(connection: sqlite3.Connection, path: Path, version: int) -> None:
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not found >= TABLES.get(version, {""}):
        raise _damaged(path, "its tables can't be read")
    if version == 1 and found != TABLES[1]:
        raise _damaged(path, "it is half changed to another version")


def _damaged(path: Path, how: str) -> SavesError:
    return SavesError(Fault(Refusal.DAMAGED, path, how))


class _Reader:
    """Reads one save of a version."""

    def __init__(self, connection: sqlite3.Connection, path: Path, version: int) -> None:
        self._run = connection.execute
        self._path = path
        self._version = version

    def all(self) -> Contents:
        players = {player.id: player for player in self._players()}
        begun = list(self._rounds(players))
        rounds = {start.round: player for player, start in begun}
        answers = tuple(self._answers())
        marks = tuple(self._marks())
        if not {answer.round for _, _, answer in answers} <= rounds.keys():
            raise _damaged(self._path, "an answer belongs to no round")
        return Contents(
            self._version,
            players,
            rounds,
            tuple(answer for _, _, answer in answers),
            tuple(mark for _, _, mark in marks),
            {seq: digest for seq, digest, _ in answers},
            {seq: digest for seq, digest, _ in marks},
            {start.round: start for _, start in begun},
        )

    def _players(self) -> Iterator[Player]:
        first = self._version == 1  # which had no hashes for players and rounds
        for number, digest, *cells in self._run(version_1.PLAYERS if first else _PLAYERS):
            try:
                if not first and rows.row_hash(b"", cells[: len(PLAYER_COLUMNS[number])], number) != digest:
                    raise ValueError("another hash")
                yield rows.player(cells)
            except (ValueError, KeyError):
                raise _damaged(self._path, "a player is not what was written") from None

    def _rounds(self, players: Mapping[int, Player]) -> Iterator[tuple[int, Started]]:
        first = self._version == 1
        for number, digest, *cells in self._run(_ROUNDS_OF.get(self._version, _ROUNDS)):
            try:
                player, start = rows.started(cells)
                covered = cells[: len(ROUND_COLUMNS[number])]
                if not first and rows.round_hash(players[player], covered, number) != digest:
                    raise ValueError("another hash")
                if number < LIST and tuple(cells[len(covered) :]) != version_2.NEW_OF_A_ROUND:
                    raise ValueError("what the hash does not cover does not follow from the rest")
                yield players[player].id, start
            except (ValueError, KeyError, TypeError, OverflowError):
                raise _damaged(self._path, "a round is not what was written") from None

    def _answers(self) -> Iterator[tuple[int, bytes, Answered]]:
        before = b""
        for seq, number, digest, *found in self._run(version_1.ANSWERS if self._version == 1 else _ANSWERS):
            try:
                covered = found[: len(ANSWER_COLUMNS[number])]
                if rows.row_hash(before, covered, number) != digest:
                    raise ValueError("another hash")
                completed = version_1.completed(covered) if number == 1 else tuple(found)
                if self._version > 1 and tuple(found) != completed:
                    raise ValueError("what the hash does not cover does not follow from the rest")
                yield seq, digest, rows.answered(completed)
            except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
                raise _damaged(self._path, f"answer {seq} is not what was written") from None
            before = digest

    def _marks(self) -> Iterator[tuple[int, bytes, Mark]]:
        before = b""
        for seq, number, digest, *cells in self._run(_MARKS_OF.get(self._version, _MARKS)):
            try:
                named = dict(zip(MARK_COLUMNS[LIST], cells, strict=True))
                covered = [named[name] for name in MARK_COLUMNS[number]]
                if rows.row_hash(b"" if number == 1 else before, covered, number) != digest:
                    raise ValueError("another hash")
                if number == 1 and (named["what"], named["seat"]) != ("taken back", ""):
                    raise ValueError("the first version knew nothing else")
                if number < LIST and named["detail"] != "":
                    raise ValueError("earlier versions knew no details")
                yield seq, digest, rows.mark(cells)
            except (ValueError, KeyError, TypeError, OverflowError):
                raise _damaged(self._path, "a slip or a guess is not what was written") from None
            before = digest
