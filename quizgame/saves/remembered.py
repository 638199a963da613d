"""What a player answered, read whole: where it can't be asked of the journal, or all of it is wanted."""

from dataclasses import dataclass, field

from quizgame.game.events import Answered, ClassEvent, Guessed, JournalEvent, Started, TakenBack
from quizgame.game.play.modes import CLASS_MODES, CLASS_PAPER
from quizgame.saves import rows
from quizgame.saves.contents import Contents


@dataclass(slots=True)
class Remembered:
    """All answers that count, and what was said of them since."""

    answers: list[Answered] = field(default_factory=list)
    """Oldest first."""
    guesses: set[rows.Place] = field(default_factory=set)
    slips: set[rows.Place] = field(default_factory=set)
    class_rounds: dict[str, list[ClassEvent]] = field(default_factory=dict)
    """Of a class, what is kept of each of its rounds, by the round's id, the first one first."""

    @classmethod
    def of(cls, found: Contents | None, player: int) -> "Remembered":
        """What a save holds of a player."""
        if found is None:
            return cls()
        return cls(found.counting(player), found.guesses(), found.slips(), found.class_rounds(player))

    def add(self, event: JournalEvent) -> None:
        """One event more."""
        match event:
            case Answered():
                self.answers.append(event)
            case TakenBack():
                slip = rows.place_of(event)
                self.slips.add(slip)
                self.answers = [one for one in self.answers if rows.place_of(one) != slip]
            case Guessed():
                self.guesses.add(rows.place_of(event))
            case Started(mode=mode) if mode in (*CLASS_MODES, CLASS_PAPER):
                self.class_rounds.setdefault(event.round, [])
            case _:
                pass
        of_class = self.class_rounds.get(event.round)
        if of_class is not None and not isinstance(event, Guessed) and event not in of_class:
            of_class.append(event)

    def last_pack(self, packs: list[str]) -> str | None:
        """The one of these packs that was answered last."""
        return next((answer.pack for answer in reversed(self.answers) if answer.pack in packs), None)
