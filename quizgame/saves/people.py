"""What is done about the players of a save, in SQL: each within a transaction that somebody else ends."""

import sqlite3
from collections.abc import Iterable, Mapping

from quizgame.saves import creating, rows
from quizgame.saves.contents import Contents
from quizgame.saves.portable import ImportFault, NotTaken, Portable
from quizgame.saves.rows import LIST, PLAYER_COLUMNS, ROUND_COLUMNS, Player, PlayerKind
from quizgame.saves.settings import PlayerSettings


def add(connection: sqlite3.Connection, kind: PlayerKind, name: str, sign: str, created: str) -> Player:
    """A player or a class more."""
    (last,) = connection.execute("SELECT max(id) FROM players").fetchone()
    player = Player(last + 1, kind, name, sign, created)
    creating.add_player(connection, player)
    return player


def rename(connection: sqlite3.Connection, player: Player) -> None:
    """Another name and sign. No hash of a round or an answer covers them, so only this row is written again."""
    row = rows.player_row(player)
    changes = ", ".join(f"{name} = ?" for name in (*PLAYER_COLUMNS[LIST], "columns", "hash"))
    change = f"UPDATE players SET {changes} WHERE id = ?"  # noqa: S608 - our own names
    connection.execute(change, (*row, LIST, rows.row_hash(b"", row), player.id))


def exported(connection: sqlite3.Connection, held: Contents, player: int, chosen: PlayerSettings) -> Portable:
    """Everything of a player."""
    columns = [name for name in ROUND_COLUMNS[LIST] if name != "player"]
    query = f"SELECT {', '.join(columns)} FROM rounds WHERE player = ? ORDER BY rowid"  # noqa: S608 - our own names
    return Portable(
        held.players[player],
        chosen,
        tuple(dict(zip(columns, row, strict=True)) for row in connection.execute(query, (player,))),
        tuple(answer for answer in held.answers if held.rounds[answer.round] == player),
        tuple(mark for mark in held.marks if held.rounds.get(mark.round) == player),
    )


def first(players: Mapping[int, Player]) -> int:
    """Who plays where nobody was chosen: the first one who is no class."""
    return min((id_ for id_, player in players.items() if player.kind == "player"), default=min(players))


def whose(connection: sqlite3.Connection, portable: Portable, players: Iterable[Player]) -> Player | None:
    """The player of this save who is the one in a file; None if there is none.

    They are known from their rounds, and before the first one from the moment they were made. Raises `ImportFault` if
    the rounds are of several.
    """
    query = "SELECT player FROM rounds WHERE id = ?"
    owners = {id_ for row in portable.rounds for (id_,) in connection.execute(query, (row["id"],))}
    if len(owners) > 1:
        raise ImportFault(NotTaken.OF_ANOTHER)
    own = portable.player
    known = (player for player in players if player.kind == own.kind and player.created == own.created)
    return next((player for player in players if player.id in owners), None) or next(known, None)


def put_rounds(connection: sqlite3.Connection, player: Player, portable: Portable) -> None:
    """Rounds that are not there yet."""
    for row in portable.rounds:
        cells = [player.id if name == "player" else row[name] for name in ROUND_COLUMNS[LIST]]
        digest = rows.round_hash(player, cells)
        connection.execute(rows.insertion("rounds", ROUND_COLUMNS[LIST]), (*cells, LIST, digest))
