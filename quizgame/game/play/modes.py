"""The ways to play, and what one round of them needs to be told."""

from dataclasses import dataclass

from quizgame.game.play.lengths import A_DAYS_DOSE

TODAY, WEAK, CARDS, MOCK = "today", "weak", "cards", "mock"
PRACTICE, ORDERINGS, DATES, GROWING, DAILY = "practice", "orderings", "dates", "growing", "daily"
DAILY_AGAIN = "daily-again"
"""The line of the day once more, when it was played already: it counts for nothing but the facts."""
MODES = (TODAY, WEAK, CARDS, PRACTICE, MOCK, ORDERINGS, DATES, GROWING, DAILY)
"""Those that can be asked for: what this player needs today or is weak in, or as flashcards; questions with some
orderings, with feedback or, in a mock test, without it until the end; orderings only, dates to be typed, lines that
grow.
"""
PLANNED = (TODAY, WEAK, CARDS)
"""Those whose questions are chosen by what the player knows; there what was missed comes back in the same round."""
WITHOUT_VERDICT = (CARDS, MOCK)
"""Those in which the next question comes at once: a card is graded by the player, a mock test tells at its end."""
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
USUAL_LENGTHS = {ORDERINGS: ORDERINGS_IN_A_ROUND, TODAY: A_DAYS_DOSE, WEAK: A_DAYS_DOSE, CARDS: A_DAYS_DOSE}


@dataclass(frozen=True, slots=True)
class RoundSettings:
    """What to play."""

    topics: tuple[str, ...]
    length: int | None = None
    """The number of questions; None for as many as the mode usually has."""
    seed: str | None = None
    mode: str = PRACTICE
    facts: tuple[str, ...] = ()
    """Ask only these; all of the topics if there are none."""
    kinds: tuple[str, ...] = ()
    """The kinds of question that a round code asks; empty for what the mode asks."""
    left_out: tuple[str, ...] = ()
    """The tags that a round code leaves out."""

    @property
    def questions(self) -> int:
        """The number of questions."""
        return self.length or USUAL_LENGTHS.get(self.mode, DEFAULT_LENGTH)
