"""The rounds that were played last, and the answers to one of them: looked up in a save without reading all of it."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from quizgame.game.events import Answered
from quizgame.saves import rows
from quizgame.saves.rows import ANSWER_COLUMNS, LIST

_SLIP = """
SELECT 1 FROM marks WHERE marks.what = 'taken back' AND marks.round = answers.round
AND marks.place = answers.place AND marks.seat = answers.seat AND marks.attempt = answers.attempt
"""
_ASKED = f"""
SELECT count(*) FROM answers WHERE answers.round = rounds.id AND NOT EXISTS ({_SLIP})
AND NOT (answers.seen AND answers.attempt = 0)
"""  # noqa: S608 - our own names, as below
_ROUNDS = f"""
SELECT id, moment, mode, topics, ({_ASKED}), ({_ASKED} AND answers.credit >= 1) FROM rounds
WHERE player = ? AND pack = ?
AND EXISTS (SELECT 1 FROM answers WHERE answers.round = rounds.id AND NOT EXISTS ({_SLIP}))
ORDER BY rowid DESC LIMIT ?
"""  # noqa: S608
_ANSWERS = f"""
SELECT {", ".join(ANSWER_COLUMNS[LIST])} FROM answers WHERE round = ? AND NOT EXISTS ({_SLIP}) ORDER BY place, seq
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class RoundPlayed:
    """A round of which something was answered."""

    id: str
    moment: datetime
    """When it began, in the player's offset then."""
    mode: str
    topics: tuple[str, ...]
    answers: int
    """Those that were not taken back; what came back after a miss does not count twice."""
    right: int
    """Those of them with full credit."""


def rounds_played(connection: sqlite3.Connection, player: int, pack: str, count: int) -> list[RoundPlayed]:
    """A player's last rounds of a pack, the newest first. Raises sqlite3.Error, or ValueError for a damaged row."""
    return [
        RoundPlayed(id_, datetime.fromisoformat(moment), mode, rows.listed(topics, str), answers, right)
        for id_, moment, mode, topics, answers, right in connection.execute(_ROUNDS, (player, pack, count))
    ]


def answers_of(connection: sqlite3.Connection, round_: str) -> list[Answered]:
    """The answers to a round that were not taken back, in the order of its questions. Raises as the other one does."""
    return [rows.answered(row) for row in connection.execute(_ANSWERS, (round_,))]


def rounds_among(answers: Iterable[Answered], pack: str, count: int) -> list[RoundPlayed]:
    """The same from answers that are at hand, oldest first: their topics are those that were asked."""
    ours = (answer for answer in answers if answer.pack == pack and (answer.attempt or not answer.seen))
    played = [list(one) for _, one in groupby(ours, key=lambda answer: answer.round)]
    return [
        RoundPlayed(
            one[0].round,
            one[0].moment,
            one[0].mode,
            tuple(dict.fromkeys(answer.topic for answer in one)),
            len(one),
            sum(answer.credit >= 1 for answer in one),
        )
        for one in reversed(played)
    ][:count]
