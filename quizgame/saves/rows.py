"""Events as rows of the tables, and back."""

import hashlib
import json
from dataclasses import astuple, fields
from datetime import datetime
from typing import Any

from quizgame.game.events import Answered, Started, TakenBack

Cell = str | int | float | bytes | None
_NOT_KEPT_YET = ("kind", "seat", "seen", "rating")
ANSWER_COLUMNS = tuple(field.name for field in fields(Answered) if field.name not in _NOT_KEPT_YET)
_LISTS = ("facts", "facts_right", "shown", "response")


def started_row(event: Started, player: int) -> tuple[Cell, ...]:
    """A row of `rounds`."""
    return (
        event.round,
        player,
        event.moment.isoformat(),
        event.mode,
        event.pack,
        event.revision,
        event.seed,
        json.dumps(event.topics),
        event.length,
    )


def answered_row(event: Answered) -> tuple[Cell, ...]:
    """A row of `answers`, without its number and its hash."""
    return tuple(_cell(value) for value in astuple(event)[: len(ANSWER_COLUMNS)])


def taken_back_row(event: TakenBack) -> tuple[Cell, ...]:
    """A row of `taken_back`, without its hash."""
    return event.round, event.place, event.attempt, event.moment.isoformat()


def _cell(value: Any) -> Cell:
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, datetime) else value


def answered(row: tuple[Cell, ...]) -> Answered:
    """An event from its row; raises ValueError or TypeError for a row that nobody wrote."""
    values: dict[str, Any] = dict(zip(ANSWER_COLUMNS, row, strict=True))
    for name in _LISTS:
        values[name] = None if values[name] is None else tuple(json.loads(values[name]))
    values["moment"] = datetime.fromisoformat(values["moment"])
    kinds = {"order": "ordering", "date": "date", "growing": "gap", "daily": "gap"}
    return Answered(kind=kinds.get(values["question"].partition("-")[0], "choice"), **values)


def row_hash(before: bytes, row: tuple[Cell, ...]) -> bytes:
    """The hash of a row and of the hash before it: 16 bytes."""
    return hashlib.blake2b(before + json.dumps(row, ensure_ascii=False).encode(), digest_size=16).digest()
