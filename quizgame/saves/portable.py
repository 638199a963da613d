"""A player as a file that another machine can read: everything that was answered, in JSON.

The outermost object has `format` ("quizgame player"), `version` (the number of the list of columns, see `rows`),
`player` (kind, name, sign, created), `settings` (what the player chose), and three lists of objects, oldest first:
`rounds`, `answers`, `marks`. Their keys are the columns of the tables of those names (see `tables`); what stands in
a column as JSON is written here as the list it is. Moments are ISO 8601 with the offset to UTC.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from pydantic import ValidationError

from quizgame.game.events import Answered
from quizgame.saves import rows, version_2
from quizgame.saves.rows import ANSWER_COLUMNS, LIST, MARK_COLUMNS, ROUND_COLUMNS, Cell, Mark, Player
from quizgame.saves.settings import PlayerSettings

FORMAT = "quizgame player"
_LISTS = {"topics", "kinds", "left_out", "facts", "facts_right", "shown", "response", "detail"}
"""The columns that hold JSON."""
_TOO_LARGE = 2**63
_ROUND = tuple(name for name in ROUND_COLUMNS[LIST] if name != "player")


class NotTaken(Enum):
    """Why a file can't be taken in."""

    NOT_OURS = auto()
    NEWER = auto()
    BROKEN = auto()
    OF_ANOTHER = auto()


class ImportFault(Exception):  # noqa: N818 - as the other faults
    """A file that is not taken in; nothing was changed."""

    def __init__(self, why: NotTaken) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Portable:
    """A player with everything that was answered."""

    player: Player
    settings: PlayerSettings
    rounds: tuple[Mapping[str, Cell], ...]
    """By column."""
    answers: tuple[Answered, ...]
    """With those that were taken back."""
    marks: tuple[Mark, ...]

    def as_json(self) -> str:
        """The file."""
        player = self.player
        told = {
            "format": FORMAT,
            "version": LIST,
            "player": {"kind": player.kind, "name": player.name, "sign": player.sign, "created": player.created},
            "settings": self.settings.model_dump(mode="json"),
            "rounds": [_open(row) for row in self.rounds],
            "answers": [
                _open(dict(zip(ANSWER_COLUMNS[LIST], rows.answered_row(one), strict=True))) for one in self.answers
            ],
            "marks": [_open(dict(zip(MARK_COLUMNS[LIST], rows.mark_row(one), strict=True))) for one in self.marks],
        }
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _open(row: Mapping[str, Cell]) -> dict[str, Any]:
    return {
        name: json.loads(cell) if name in _LISTS and isinstance(cell, str) and cell else cell
        for name, cell in row.items()
    }


def _closed(name: str, value: object) -> Cell:
    """A cell as SQLite takes it. Raises ValueError or TypeError."""
    if name in _LISTS and value not in (None, ""):  # a mark without a detail
        return _writable(json.dumps(value, ensure_ascii=name == "topics"))  # as `rows.started_row` writes them
    if isinstance(value, str):
        return _writable(value)
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _TOO_LARGE):
        return value
    raise TypeError("a value that no column holds")


def _writable(text: str) -> str:
    text.encode()  # which half a surrogate pair can't be
    return text


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


def read(data: bytes) -> Portable:
    """The player in a file. Raises `ImportFault`."""
    try:
        told = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise ImportFault(NotTaken.NOT_OURS) from None
    if not isinstance(told, dict) or told.get("format") != FORMAT or not isinstance(told.get("version"), int):
        raise ImportFault(NotTaken.NOT_OURS)
    if told["version"] > LIST:
        raise ImportFault(NotTaken.NEWER)
    try:
        return _portable(told)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, ValidationError):
        raise ImportFault(NotTaken.BROKEN) from None


def _portable(told: Mapping[str, Any]) -> Portable:
    its = told["player"]
    player = rows.player((0, its["kind"], its["name"], its["sign"], its["created"]))
    rounds = tuple(_round(row, told["version"]) for row in told["rounds"])
    answers = tuple(rows.answered(_cells(row, ANSWER_COLUMNS[LIST])) for row in told["answers"])
    marks = tuple(rows.mark(_cells({"detail": "", **row}, MARK_COLUMNS[LIST])) for row in told["marks"])
    known = {row["id"] for row in rounds}
    if not {event.round for event in (*answers, *marks)} <= known:
        raise ValueError("an answer of a round that is not there")
    if any(isinstance(value, str) and not value.isprintable() for value in (player.name, player.sign)):
        raise ValueError("a name that nobody was given")
    return Portable(player, PlayerSettings.model_validate(told["settings"]), rounds, answers, marks)


def _cells(row: Mapping[str, Any], columns: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(_closed(name, row[name]) for name in columns)


def _round(row: Mapping[str, Any], version: int) -> dict[str, Cell]:
    """A row of `rounds` without its player. Raises ValueError, KeyError or TypeError for one that nobody wrote."""
    old = ROUND_COLUMNS[version]
    cells: dict[str, Cell] = {name: 0 if name == "player" else _closed(name, row[name]) for name in old}
    if version < LIST:
        cells |= zip(ROUND_COLUMNS[LIST][len(old) :], version_2.NEW_OF_A_ROUND, strict=True)
    rows.started([cells[name] for name in ROUND_COLUMNS[LIST]])
    return {name: cells[name] for name in _ROUND}
