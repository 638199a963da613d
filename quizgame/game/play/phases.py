"""What a round waits for, and the one table of the steps that lead from there."""

from enum import Enum


class Phase(Enum):
    """What a round is waiting for."""

    ASKING = "an answer"
    SHOWING = "the player, who looks at the verdict"
    OVER = "nothing"


class Step(Enum):
    """What can be done with a round."""

    ANSWER = "an answer"
    TAKE_BACK = "an answer to be taken back"
    GO_ON = "the next question"
    GUESS = "word that an answer was a guess"


LEADS_TO: dict[tuple[Phase, Step], tuple[Phase, ...]] = {
    (Phase.ASKING, Step.ANSWER): (Phase.SHOWING,),
    (Phase.SHOWING, Step.TAKE_BACK): (Phase.ASKING,),
    (Phase.SHOWING, Step.GUESS): (Phase.SHOWING,),
    (Phase.SHOWING, Step.GO_ON): (Phase.ASKING, Phase.OVER),
}
"""Every step that is allowed, and the phases that it may lead to. All others raise ValueError."""


def check_step(phase: Phase, step: Step) -> None:
    """Raise ValueError unless the step is allowed in this phase."""
    if (phase, step) not in LEADS_TO:
        raise ValueError(f"the round waits for {phase.value}, not for {step.value}")
