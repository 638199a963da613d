"""How a round of a class begins: from its settings, or from what was kept of one that was left."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from quizgame.banks.dates import spanning
from quizgame.banks.pack import Pack
from quizgame.game.draw.selection import Selection, draw_selection, without
from quizgame.game.events import Answered, ClassEvent, ClassMove, Moved, Started, SwappedOut, TakenBack, Voted
from quizgame.game.kinds.any import Question, Response
from quizgame.game.kinds.choice import Chose
from quizgame.game.kinds.dating import Dated, DateQuestion
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.class_draw import Used, draw_warm_up
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.modes import CLASS_TEAMS
from quizgame.game.play.teams import FEWEST_TEAMS, MOST_TEAMS, THE_CLASS, teams_for
from quizgame.game.play.votes import HANDS, Counted


class ClassFault(Enum):
    """Why a round of a class can't begin or go on."""

    NO_QUESTIONS = auto()
    """The selection asks nothing."""
    MORE_TEAMS_THAN_QUESTIONS = auto()
    NOT_SO_MANY_TEAMS = auto()
    PACK_CHANGED = auto()
    """A round that was left can't be made again from the pack as it is now."""


@dataclass
class ClassError(Exception):
    """A round that can't be; `wording.classes` says why."""

    fault: ClassFault
    questions: int = 0
    """How many there are."""
    teams: int = 0
    """How many were asked for."""


@dataclass(frozen=True, slots=True)
class ClassSettings:
    """How a class plays what."""

    selection: Selection
    mode: str = CLASS_TEAMS
    teams: int = 4
    """Passed over where the class plays together."""
    warm_up: bool = True
    clock: int = 0
    """The seconds for a question; 0 without a clock."""


def questions_there(pack: Pack, settings: ClassSettings) -> int:
    """How many questions a round with these settings will have: the wish, or fewer where there are no more; with teams
    whole cycles. 0 where it can't begin.
    """
    count = settings.teams if settings.mode == CLASS_TEAMS else 1
    return len(draw_selection(pack, settings.selection)) // count * count


def begin_class_round(pack: Pack, settings: ClassSettings, *, round_id: str, moment: datetime) -> ClassRound:
    """A round that is set up. Teams get the whole cycles that the selection has questions for. Raises `ClassError`."""
    chosen = settings.selection
    topics = tuple(topic for topic in pack.topics if topic in chosen.topics)
    selection = replace(chosen, topics=topics)
    source = without(pack, selection.left_out)
    questions = draw_selection(source, selection)
    count = settings.teams if settings.mode == CLASS_TEAMS else 1
    if settings.mode == CLASS_TEAMS and not FEWEST_TEAMS <= count <= MOST_TEAMS:
        raise ClassError(ClassFault.NOT_SO_MANY_TEAMS, len(questions), count)
    if not questions:
        raise ClassError(ClassFault.NO_QUESTIONS)
    if len(questions) < count:
        raise ClassError(ClassFault.MORE_TEAMS_THAN_QUESTIONS, len(questions), count)
    questions = questions[: len(questions) // count * count]
    warm_up = draw_warm_up(source, selection, Used.of(questions)) if settings.warm_up else None
    started = Started(
        round_id,
        moment,
        settings.mode,
        pack.id,
        pack.revision,
        selection.seed,
        topics,
        selection.length,
        kinds=selection.kinds,
        left_out=selection.left_out,
        teams=count,
        warm_up=warm_up is not None,
        clock=settings.clock,
        facts=selection.facts,
    )
    teams = teams_for(selection.seed, count) if settings.mode == CLASS_TEAMS else (THE_CLASS,)
    first = () if warm_up is None else (warm_up,)
    return ClassRound(started, selection, source, teams, (*first, *questions), last=moment)


def settings_of(started: Started) -> ClassSettings:
    """The settings that a round began with."""
    selection = Selection(started.seed, started.topics, started.length, started.kinds, started.left_out, started.facts)
    return ClassSettings(selection, started.mode, started.teams, started.warm_up, started.clock)


def resumed(pack: Pack, events: Iterable[ClassEvent]) -> ClassRound:
    """The round that these events are of, exactly as it was after the last of them; they may come in any order.

    Raises `ClassError` if they are not what the pack gives now, or the first is missing.
    """
    first, *rest = sorted(events, key=lambda event: (not isinstance(event, Started), event.moment))
    changed = ClassError(ClassFault.PACK_CHANGED)
    if not isinstance(first, Started) or (first.pack, first.revision) != (pack.id, pack.revision):
        raise changed
    round_ = begin_class_round(pack, settings_of(first), round_id=first.round, moment=first.moment)
    for event in rest:
        try:
            round_, again = _step(round_, event)
        except (ValueError, IndexError):
            raise changed from None
        if again != event:
            raise changed
    return round_


_MOVES: dict[ClassMove, Callable[[ClassRound, datetime], tuple[ClassRound, Moved]]] = {
    "start": ClassRound.start,
    "go on": ClassRound.go_on,
    "pause": ClassRound.pause,
    "play on": ClassRound.pause,
    "more time": ClassRound.more_time,
}


def _step(round_: ClassRound, event: ClassEvent) -> tuple[ClassRound, ClassEvent]:
    match event:
        case Answered():
            return round_.answer(_response(round_.current, event), event.moment, event.milliseconds)
        case Voted():
            return round_.answer(Counted(event.counts), event.moment, 0)
        case TakenBack():
            return round_.undo(event.moment)
        case SwappedOut():
            return round_.swap(event.moment)
        case Moved():
            return _MOVES[event.move](round_, event.moment)
        case Started():
            raise ValueError("a round starts once")


def _response(question: Question, event: Answered) -> Response | Counted:
    if event.response is None:
        return DontKnow()
    if event.kind == HANDS:
        return Counted(event.response)
    match question:
        case OrderingQuestion():
            return Ordered(event.response)
        case DateQuestion():
            first, last = event.response
            return Dated(spanning(first, last))
    return Chose(event.response[0])
