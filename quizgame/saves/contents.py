"""What a save holds, read whole and checked row by row: all of it, or a refusal."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quizgame.game.events import Answered, ClassEvent, Guessed, Started, TakenBack
from quizgame.game.play.modes import CLASS_MODES, CLASS_PAPER
from quizgame.saves import rows
from quizgame.saves.faults import Damage, Fault, Refusal, SavesError
from quizgame.saves.reader import ANSWERS, MARKS, Reader, Row, check_tables, damaged
from quizgame.saves.rows import Mark, Player
from quizgame.saves.sqlite_errors import FAILURES, refusal
from quizgame.saves.tables import VERSION

Hashes = Mapping[int, bytes]
"""The hash of each row by the row's number, in their order."""
NO_HASH = bytes(16)
"""What stands for the last hash where there is none."""
ReadRows = Callable[[Iterable[Row], bytes], Iterator[tuple[int, bytes, Answered | Mark]]]


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
            raise damaged(path, state.splitlines()[-1])
        check_tables(connection, path, version)
        return _all(Reader(connection, path, version), path, version)
    except FAILURES as error:
        raise refusal(error, path) from error


def _all(reader: Reader, path: Path, version: int) -> Contents:
    players = {player.id: player for player in reader.players()}
    begun = list(reader.rounds(players, reader.run(reader.selects.rounds)))
    rounds = {start.round: player for start, player in begun}
    answers = tuple(reader.answers(reader.run(reader.selects.answers)))
    marks = tuple(reader.marks(reader.run(reader.selects.marks)))
    if not {answer.round for _, _, answer in answers} <= rounds.keys():
        raise damaged(path, Damage.STRAY_ANSWER)
    return Contents(
        version,
        players,
        rounds,
        tuple(answer for _, _, answer in answers),
        tuple(mark for _, _, mark in marks),
        {seq: digest for seq, digest, _ in answers},
        {seq: digest for seq, digest, _ in marks},
        {start.round: start for start, _ in begun},
    )


def read_players(connection: sqlite3.Connection, path: Path) -> Mapping[int, Player]:
    """The players alone, of a save of today's version. Raises `SavesError` or `sqlite3.Error`."""
    check_tables(connection, path, VERSION)
    return {player.id: player for player in Reader(connection, path, VERSION).players()}


def read_last(connection: sqlite3.Connection, path: Path) -> tuple[int, bytes, int, bytes]:
    """The numbers and hashes of the last answer and the last mark, which go on from those before them.

    Of a save of today's version. Raises `SavesError` or `sqlite3.Error`.
    """
    reader = Reader(connection, path, VERSION)
    return *_last(reader.answers, connection, ANSWERS), *_last(reader.marks, connection, MARKS)


def _last(read_rows: ReadRows, connection: sqlite3.Connection, select: str) -> tuple[int, bytes]:
    found = connection.execute(f"{select} DESC LIMIT 2").fetchall()
    before = found[1][2] if len(found) > 1 else b""
    for seq, digest, _ in read_rows(found[:1], before):
        return seq, digest
    return 0, NO_HASH
