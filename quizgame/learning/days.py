"""What was done on each day, where the player was then."""

from dataclasses import dataclass, replace

from quizgame.game.events import Answered
from quizgame.game.play.modes import DAILY


@dataclass(frozen=True, slots=True)
class Day:
    """One day of play."""

    answers: int = 0
    right: float = 0.0
    """The sum over the answers of the share of their facts that was known, each 0 to 1."""
    milliseconds: int = 0
    """From each question to its answer, all together."""
    daily_line: str | None = None
    """The round of the line of the day that counts."""

    def after(self, answer: Answered, known: float) -> "Day":
        """One answer later, of which a share was known."""
        return replace(
            self,
            answers=self.answers + 1,
            right=self.right + known,
            milliseconds=self.milliseconds + answer.milliseconds,
            daily_line=self.daily_line or (answer.round if answer.mode == DAILY else None),
        )
