"""What a player answered, read whole: where it can't be asked of the journal, or all of it is wanted."""

from dataclasses import dataclass, field

from quizgame.game.events import Answered, Guessed, JournalEvent, TakenBack
from quizgame.saves import rows
from quizgame.saves.contents import Contents


@dataclass(slots=True)
class Remembered:
    """All answers that count, and what was said of them since."""

    answers: list[Answered] = field(default_factory=list)
    """Oldest first."""
    guesses: set[rows.Place] = field(default_factory=set)
    slips: set[rows.Place] = field(default_factory=set)

    @classmethod
    def of(cls, found: Contents | None, player: int) -> "Remembered":
        """What a save holds of a player."""
        return cls() if found is None else cls(found.counting(player), found.guesses(), found.slips())

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
            case _:
                pass

    def last_pack(self, packs: list[str]) -> str | None:
        """The one of these packs that was answered last."""
        return next((answer.pack for answer in reversed(self.answers) if answer.pack in packs), None)
