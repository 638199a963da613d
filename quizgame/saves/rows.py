"""Events as rows of the tables, and back.

A row's hash covers a named list of columns, and the row says which list. A column that is added later comes with a new
list, so that rows written before it keep their hash. Lists are never changed.
"""

import functools
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeVar, get_args

from quizgame.game.events import Answered, ClassMove, Guessed, Moved, Rating, Started, SwappedOut, TakenBack, Voted

T = TypeVar("T")
Cell = str | int | float | bytes | None
Mark = TakenBack | Guessed | Voted | SwappedOut | Moved
Place = tuple[str, int, str, int]
"""What an answer is known by: its round, its place, the seat, the attempt."""
PlayerKind = Literal["player", "class"]

_ANSWER_1 = (
    *("round", "place", "attempt", "moment", "pack", "revision", "topic", "question"),
    *("facts", "facts_right", "shown", "response", "credit", "points", "milliseconds", "mode"),
)
_ANSWER_2 = (*_ANSWER_1, "kind", "seat", "seen", "rating")
_MARK_2 = ("what", "round", "place", "seat", "attempt", "moment")
_ROUND_2 = ("id", "player", "moment", "mode", "pack", "revision", "seed", "topics", "length")
_PLAYER_2 = ("id", "kind", "name", "sign", "created")
ANSWER_COLUMNS = {1: _ANSWER_1, 2: _ANSWER_2, 3: _ANSWER_2}
MARK_COLUMNS = {1: ("round", "place", "attempt", "moment"), 2: _MARK_2, 3: (*_MARK_2, "detail")}
ROUND_COLUMNS = {2: _ROUND_2, 3: (*_ROUND_2, "kinds", "left_out", "teams", "warm_up", "clock", "facts")}
PLAYER_COLUMNS = {2: _PLAYER_2, 3: _PLAYER_2}
LIST = 3
"""The list that rows are written with today."""

_RATINGS: dict[object, Rating | None] = {None: None, **{rating: rating for rating in get_args(Rating)}}
_MOVES: dict[object, ClassMove] = {move: move for move in get_args(ClassMove)}
_PLAYER_KINDS: dict[object, PlayerKind] = {kind: kind for kind in get_args(PlayerKind)}
_json = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class Player:
    """Whose answers they are: one person, or a class that plays together."""

    id: int
    kind: PlayerKind
    name: str
    sign: str
    created: str

    def is_same_as(self, other: "Player") -> bool:
        """Whether they were made at the same moment under the same name: in another save the number may differ."""
        return replace(self, id=0) == replace(other, id=0)


def row_hash(before: bytes, row: Sequence[Cell], number: int = LIST) -> bytes:
    """The hash of the columns of a list, and of the hash before it: 16 bytes. The first list did not name itself."""
    told = _json(row if number == 1 else (number, *row))
    return hashlib.blake2b(before + told.encode(), digest_size=16).digest()


def round_hash(player: Player, row: Sequence[Cell], number: int = LIST) -> bytes:
    """The hash of a row of `rounds`: it names the moment in which its player was made, and so belongs to one save."""
    return row_hash(player.created.encode(), row, number)


def place_of(event: Answered | Mark) -> Place:
    """The answer that an event is, or is about."""
    return event.round, event.place, event.seat, event.attempt


def insertion(table: str, columns: Sequence[str]) -> str:
    """The statement that adds a row, the number of its list and its hash; a row that is there already stays."""
    names = (*columns, "columns", "hash")
    return f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - our own names


def player_row(player: Player) -> tuple[Cell, ...]:
    """A row of `players`, as its list names the columns."""
    return player.id, player.kind, player.name, player.sign, player.created


def started_row(event: Started, player: int) -> tuple[Cell, ...]:
    """A row of `rounds`, as its list names the columns."""
    beginning = (event.round, player, event.moment.isoformat(), event.mode, event.pack, event.revision, event.seed)
    of_a_class = _json(event.kinds), _json(event.left_out), event.teams, int(event.warm_up), event.clock
    return *beginning, json.dumps(event.topics), event.length, *of_a_class, _json(event.facts)


def answered_row(event: Answered) -> tuple[Cell, ...]:
    """A row of `answers`, as its list names the columns."""
    return (
        event.round,
        event.place,
        event.attempt,
        event.moment.isoformat(),
        event.pack,
        event.revision,
        event.topic,
        event.question,
        _json(event.facts),
        _json(event.facts_right),
        _json(event.shown),
        None if event.response is None else _json(event.response),
        float(event.credit),
        event.points,
        event.milliseconds,
        event.mode,
        event.kind,
        event.seat,
        int(event.seen),
        event.rating,
    )


def mark_row(event: Mark) -> tuple[Cell, ...]:
    """A row of `marks`, as its list names the columns."""
    match event:
        case TakenBack():
            what, detail = "taken back", ""
        case Guessed():
            what, detail = "guessed", ""
        case Voted():
            what, detail = "voted", _json(event.counts)
        case SwappedOut():
            what, detail = "swapped out", _json((event.question, event.by))
        case Moved():
            what, detail = event.move, ""
    return what, event.round, event.place, event.seat, event.attempt, event.moment.isoformat(), detail


def player(row: Sequence[Cell]) -> Player:
    """A player from a row. This and the next three raise ValueError or KeyError for a row that nobody wrote."""
    match row:
        case (int(id_), kind, str(name), str(sign), str(created)):
            return Player(id_, _PLAYER_KINDS[kind], name, sign, created)
    raise ValueError("a player with a value of another type")


def started(row: Sequence[Cell]) -> tuple[int, Started]:
    """The player of a round and its start, from a row of the newest list."""
    match row:
        case (
            str(round_),
            int(player_),
            str(moment),
            str(mode),
            str(pack),
            str(revision),
            str(seed),
            str(topics),
            int(length),
            str(kinds),
            str(left_out),
            int(teams),
            (0 | 1) as warm_up,
            int(clock),
            str(facts),
        ):
            beginning = Started(round_, _moment(moment), mode, pack, revision, seed, listed(topics, str), length)
            return player_, replace(
                beginning,
                kinds=listed(kinds, str),
                left_out=listed(left_out, str),
                teams=teams,
                warm_up=bool(warm_up),
                clock=clock,
                facts=listed(facts, str),
            )
    raise ValueError("a round with a value of another type")


def answered(row: Sequence[Cell]) -> Answered:
    """An answer from a row of the newest list."""
    match row[:8], row[8:12], row[12:16], row[16:]:
        case (
            (str(round_), int(place), int(attempt), str(moment), str(pack), str(revision), str(topic), str(question)),
            (str(facts), str(facts_right), str(shown), None | str() as response),
            (float(credit), int(points), int(milliseconds), str(mode)),
            (str(kind), str(seat), (0 | 1) as seen, rating),
        ):
            return Answered(
                round=round_,
                place=place,
                attempt=attempt,
                moment=_moment(moment),
                pack=pack,
                revision=revision,
                topic=topic,
                question=question,
                facts=listed(facts, str),
                facts_right=listed(facts_right, bool),
                shown=listed(shown, str),
                response=None if response is None else listed(response, int),
                credit=credit,
                points=points,
                milliseconds=milliseconds,
                mode=mode,
                kind=kind,
                seat=seat,
                seen=bool(seen),
                rating=_RATINGS[rating],
            )
    raise ValueError("an answer with a value of another type")


def mark(row: Sequence[Cell]) -> Mark:
    """A mark from a row of the newest list."""
    match row:
        case (what, str(round_), int(place), str(seat), int(attempt), str(moment), str(detail)):
            where = round_, place, attempt, _moment(moment)
            return _mark(what, where, seat, detail)
    raise ValueError("a mark with a value of another type")


def _mark(what: Cell, where: tuple[str, int, int, datetime], seat: str, detail: str) -> Mark:
    if what == "voted":
        return Voted(*where, listed(detail, int), seat)
    if what == "swapped out":
        question, by = listed(detail, str)
        return SwappedOut(*where, question, by, seat)
    if detail:
        raise ValueError("a mark that says more than it can")
    if what == "taken back":
        return TakenBack(*where, seat)
    return Guessed(*where, seat) if what == "guessed" else Moved(*where, _MOVES[what], seat)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment without its offset")
    return moment


@functools.lru_cache(4096)  # answers to the same question say much the same
def listed(text: str, type_: type[T]) -> tuple[T, ...]:
    """The values of a list in JSON, all of this type. Raises ValueError if it is something else."""
    values = json.loads(text)
    if not isinstance(values, list) or not all(type(value) is type_ for value in values):
        raise ValueError("a list with a value of another type")
    return tuple(values)
