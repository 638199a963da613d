"""What a teacher may change of how a class plays, one step at a time; each gives settings that fit together."""

from dataclasses import replace

from quizgame.game.draw.questions import CHOICE, DATE, ORDERING, USUAL_KINDS
from quizgame.game.play.class_start import ClassSettings
from quizgame.game.play.modes import CLASS_HANDS, CLASS_ORDERINGS, CLASS_TEAMS, MAX_LENGTH
from quizgame.game.play.teams import FEWEST_TEAMS, MOST_TEAMS, whole_cycles

CLOCKS = (0, 30, 45, 60, 90, 120)
"""The seconds that a question may have; 0 is without a clock."""
KINDS = ((CHOICE, ORDERING), (CHOICE,), (ORDERING,), (CHOICE, ORDERING, DATE), (DATE,))
"""What may be asked; the first is what is usual."""
WAYS: tuple[tuple[str, int], ...] = (
    *((CLASS_TEAMS, teams) for teams in range(FEWEST_TEAMS, MOST_TEAMS + 1)),
    (CLASS_HANDS, 1),
    (CLASS_ORDERINGS, 1),
)
"""The modes, and how many teams: so many teams, a show of hands, orderings all together."""


def played_as(settings: ClassSettings, mode: str, teams: int) -> ClassSettings:
    """Another way to play; orderings together ask orderings alone, and what comes after them the usual kinds again."""
    chosen = settings.selection
    if mode == CLASS_ORDERINGS:
        chosen = replace(chosen, kinds=(ORDERING,))
    elif settings.mode == CLASS_ORDERINGS:
        chosen = replace(chosen, kinds=USUAL_KINDS)
    changed = replace(settings, mode=mode, selection=chosen)
    return with_length(replace(changed, teams=teams) if mode == CLASS_TEAMS else changed, chosen.length)


def with_length(settings: ClassSettings, questions: int) -> ClassSettings:
    """So many questions, or with teams the nearest number of whole cycles; as many as a round may have at the most."""
    teams = settings.teams if settings.mode == CLASS_TEAMS else 1
    length = whole_cycles(max(1, min(MAX_LENGTH, questions)), teams)
    length = length if length <= MAX_LENGTH else length - teams
    return replace(settings, selection=replace(settings.selection, length=length))


def longer(settings: ClassSettings, step: int) -> ClassSettings:
    """One cycle of questions more, or fewer; one question where the class plays together."""
    teams = settings.teams if settings.mode == CLASS_TEAMS else 1
    return with_length(settings, settings.selection.length + step * teams)


def other_way(settings: ClassSettings, step: int) -> ClassSettings:
    """The next way to play, or the one before."""
    now = (settings.mode, settings.teams if settings.mode == CLASS_TEAMS else 1)
    return played_as(settings, *WAYS[(WAYS.index(now) + step) % len(WAYS)])


def other_clock(settings: ClassSettings, step: int) -> ClassSettings:
    """More seconds for a question, or fewer, or none."""
    at = CLOCKS.index(settings.clock) if settings.clock in CLOCKS else 0
    return replace(settings, clock=CLOCKS[(at + step) % len(CLOCKS)])


def other_kinds(settings: ClassSettings, step: int) -> ClassSettings:
    """Other kinds of question."""
    now = settings.selection.kinds
    at = KINDS.index(now) if now in KINDS else 0
    return replace(settings, selection=replace(settings.selection, kinds=KINDS[(at + step) % len(KINDS)]))


def other_warm_up(settings: ClassSettings, _step: int) -> ClassSettings:
    """With a warm-up, or without one."""
    return replace(settings, warm_up=not settings.warm_up)
