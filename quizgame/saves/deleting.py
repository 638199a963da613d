"""A player is deleted for good: the save is made anew without them, and nothing of them stays in any file beside it.

The rows of the others are the same again, in a new chain of hashes. First what others or we kept beside the save is
removed where it holds anything of the player, then the new save takes the place of the old one: whoever is killed in
between leaves the old save or the new one, whole.
"""

import contextlib
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path

from quizgame.saves import contents, creating, derived, files, rows, witness
from quizgame.saves.backup import read_closed
from quizgame.saves.chosen_before import FILE_NAME as SETTINGS
from quizgame.saves.contents import Contents
from quizgame.saves.faults import Damage, Fault, Hindrance, NotWritableError, Refusal, SavesError, Trouble
from quizgame.saves.rows import ANSWER_COLUMNS, LIST, MARK_COLUMNS, ROUND_COLUMNS, Cell, Player
from quizgame.saves.witness import Acknowledged

_HEX = re.compile(rb"[0-9a-f]{32}")
_LOOKING_BEFORE = "quizgame-*"
"""Folders of copies that somebody who was killed left beside a save."""


def delete(connection: sqlite3.Connection, path: Path, player: int, now: datetime, close: Callable[[], None]) -> None:
    """Put a save without a player in the place of the one that a connection has open; `close` lets go of that.

    If no other person is left somebody new without a name is. Raises `SavesError` if the save is damaged,
    `sqlite3.Error` or OSError if it can't be written; then the save is as it was.
    """
    held = contents.read(connection, path)
    players = {id_: one for id_, one in held.players.items() if id_ != player}
    if not any(one.kind == "player" for one in players.values()):
        players[player] = Player(player, "player", "", "", now.isoformat())
    traces = _Traces.of(held, player)
    with files.new_file(path.parent) as new:
        _write_without(connection, held, players, player, new)
        left = read_closed(new)
        if left.players != players or not _is_all_but(left, held, player) or traces.are_in(new):
            raise SavesError(Fault(Refusal.DAMAGED, new, Damage.COPY))
        _remove_beside(path, traces)
        (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise NotWritableError(Trouble(Hindrance.OTHER))
        close()
        (path.parent / witness.FILE_NAME).unlink(missing_ok=True)  # it names an end that the new save does not have
        files.put_over(new, path)


def _write_without(
    connection: sqlite3.Connection, held: Contents, players: Mapping[int, Player], player: int, new: Path
) -> None:
    kept = {round_ for round_, its in held.rounds.items() if its != player}
    with creating.writing(new) as other:
        for one in players.values():
            creating.add_player(other, one)
        columns = ("columns", "hash", *ROUND_COLUMNS[LIST])
        for number, digest, *cells in _all(connection, "rounds", columns, "rowid"):
            if cells[0] in kept:
                other.execute(rows.insertion("rounds", ROUND_COLUMNS[LIST]), (*cells, number, digest))
        answer = _copied_chain(connection, other, "answers", ANSWER_COLUMNS, kept)
        mark = _copied_chain(connection, other, "marks", MARK_COLUMNS, kept)
        if derived.tip(connection, held.players) == Acknowledged.last_of(held).as_bytes().decode():
            for id_ in players.keys() - {player}:
                with contextlib.suppress(ValueError):  # what is damaged is made again
                    derived.write(other, id_, derived.read(connection, id_))
            tip = Acknowledged(*answer, *mark).as_bytes().decode()
            derived.write(other, derived.tip_keeper(players), {derived.TIP: tip})


def _all(connection: sqlite3.Connection, table: str, columns: Iterable[str], order: str) -> Iterable[tuple[Cell, ...]]:
    return connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}")  # noqa: S608 - our own names


def _copied_chain(
    connection: sqlite3.Connection,
    other: sqlite3.Connection,
    table: str,
    lists: dict[int, tuple[str, ...]],
    kept: set[str],
) -> tuple[int, bytes]:
    """Copy the rows of some rounds, each with its list of columns and a hash that goes on from the one before.

    Returns the number and the hash of the last one.
    """
    names, seq, before = lists[LIST], 0, contents.NO_HASH
    place = names.index("round")
    for number, *cells in _all(connection, table, ("columns", *names), "seq"):
        if cells[place] in kept:
            named = dict(zip(names, cells, strict=True))
            chained = b"" if not seq or (table == "marks" and number == 1) else before
            before = rows.row_hash(chained, [named[name] for name in lists[int(str(number))]], int(str(number)))
            seq += 1
            other.execute(rows.insertion(table, names), (*cells, number, before))
    return seq, before


def _is_all_but(left: Contents, held: Contents, player: int) -> bool:
    """Whether the new save holds everything of the others, and nothing else."""
    others = {round_: its for round_, its in held.rounds.items() if its != player}
    return (
        left.rounds == others
        and left.answers == tuple(answer for answer in held.answers if answer.round in others)
        and left.marks == tuple(mark for mark in held.marks if mark.round in others)
    )


class _Traces:
    """What tells that something of a player is in a file: the ids of their rounds, the moment they were made."""

    def __init__(self, ids: Iterable[str], others: Iterable[str]) -> None:
        told = {one.encode() for one in ids}
        self._hex = {one for one in told if _HEX.fullmatch(one)}
        self._texts = told - self._hex - {one.encode() for one in others}

    @classmethod
    def of(cls, held: Contents, player: int) -> "_Traces":
        rounds = (round_ for round_, its in held.rounds.items() if its == player)
        others = (one.created for id_, one in held.players.items() if id_ != player)
        return cls((*rounds, held.players[player].created), others)

    def are_in(self, path: Path) -> bool:
        data = path.read_bytes()
        return any(one in self._hex for one in _HEX.findall(data)) or any(one in data for one in self._texts)


def _remove_beside(path: Path, traces: _Traces) -> None:
    """Remove every file beside a save in which something of the player is, and old settings, which name nobody."""
    parts = {path, *(path.with_name(path.name + end) for end in files.BESIDE)}
    for folder in path.parent.glob(_LOOKING_BEFORE):
        shutil.rmtree(folder)
    for file in path.parent.iterdir():
        if file.is_file() and file not in parts:
            old_settings = file.name.startswith(f"{SETTINGS}.")
            if old_settings or (not file.name.startswith(files.NEW) and traces.are_in(file)):
                file.unlink()
    files.force_folder(path.parent)
