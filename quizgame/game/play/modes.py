"""The ways to play, and what one round of them needs to be told."""

from dataclasses import dataclass

PRACTICE, ORDERINGS, DATES, GROWING, DAILY = "practice", "orderings", "dates", "growing", "daily"
DAILY_AGAIN = "daily-again"
"""The line of the day once more, when it was played already: it counts for nothing but the facts."""
MODES = (PRACTICE, ORDERINGS, DATES, GROWING, DAILY)
"""Those that can be asked for: questions with some orderings, orderings only, dates to be typed, lines that grow."""
LINES = (GROWING, DAILY, DAILY_AGAIN)
"""Those that are played on a line of time that grows."""
CLASS_TEAMS, CLASS_HANDS, CLASS_ORDERINGS = "class-teams", "class-hands", "class-orderings"
CLASS_MODES = (CLASS_TEAMS, CLASS_HANDS, CLASS_ORDERINGS)
"""Those of a class: teams that take turns, a show of hands, orderings that all make together."""
CLASS_PAPER = "class-paper"
"""What pupils wrote on paper, typed in afterwards."""
DEFAULT_LENGTH, MAX_LENGTH = 10, 50
ORDERINGS_IN_A_ROUND = 6
"""An ordering takes longer than a question."""


@dataclass(frozen=True, slots=True)
class RoundSettings:
    """What to play."""

    topics: tuple[str, ...]
    length: int | None = None
    """The number of questions; None for as many as the mode usually has."""
    seed: str | None = None
    mode: str = PRACTICE
    kinds: tuple[str, ...] = ()
    """The kinds of question that a round code asks; empty for what the mode asks."""
    left_out: tuple[str, ...] = ()
    """The tags that a round code leaves out."""

    @property
    def questions(self) -> int:
        """The number of questions."""
        return self.length or (ORDERINGS_IN_A_ROUND if self.mode == ORDERINGS else DEFAULT_LENGTH)
