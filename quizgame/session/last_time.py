"""What was played last time in the same way: a round to stand beside this one, or a line to lie behind it."""

from dataclasses import dataclass

from quizgame.banks.dates import Interval
from quizgame.banks.models import Fact
from quizgame.game.play.growing import Growing
from quizgame.game.play.round import Round
from quizgame.learning.figures import Figures
from quizgame.learning.records import Games, Record
from quizgame.saves.faults import SavesError
from quizgame.saves.history import RoundPlayed
from quizgame.saves.keeper import Keeper

_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class LastLine:
    """A line that was played."""

    record: Record
    dates: tuple[Interval, ...]
    """Of its cards, as the pack has them now."""


def last_line(figures: Figures, keeper: Keeper, play: Growing) -> LastLine | None:
    """The line played last in the same way on the same topics, if there is one besides this that can be read."""
    games = figures.parts["line"].get(f"{play.started.mode}-{play.scope}")
    if not isinstance(games, Games) or games.round == play.started.round:
        return None
    pack = figures.pack
    try:
        answers = keeper.answers_of(games.round)
    except SavesError:  # the keeper says so
        return None
    placed = {fact for answer in answers for fact in answer.facts if pack.has(fact)}
    sources = [pack.source_of(fact)[1] for fact in placed]
    dates = [source.date for source in sources if isinstance(source, Fact) and source.date is not None]
    return LastLine(games.last, tuple(sorted(dates, key=lambda date: (date.earliest, date.latest))))


def round_before(keeper: Keeper, play: Round) -> RoundPlayed | None:
    """The round played last in the same mode, of the last ones of this pack, besides this; if it can be read."""
    try:
        played = keeper.rounds_played(play.started.pack, _LOOKED_AT)
    except SavesError:  # the keeper says so
        return None
    alike = (one for one in played if one.mode == play.started.mode and one.id != play.started.round)
    return next(alike, None)
