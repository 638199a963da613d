"""What a round of a class waits for, and the one table of the steps that lead from there."""

from enum import Enum


class ClassPhase(Enum):
    """What a round of a class is waiting for."""

    SETTING_UP = "the start"
    WARM_UP = "an answer to the warm-up"
    ASKING = "an answer"
    TALKING = "a second vote"
    SHOWING = "the class, which looks at the answer"
    TIE_BREAK = "a date from each team that is level"
    OVER = "nothing"


class ClassStep(Enum):
    """What can be done with a round of a class."""

    START = "the start"
    ANSWER = "an answer"
    SWAP = "another question in this one's place"
    PAUSE = "a pause, or its end"
    MORE_TIME = "more time"
    UNDO = "an answer to be taken back"
    GO_ON = "the next question"


_P, _S = ClassPhase, ClassStep

LEADS_TO: dict[tuple[ClassPhase, ClassStep], tuple[ClassPhase, ...]] = {
    (_P.SETTING_UP, _S.START): (_P.WARM_UP, _P.ASKING),
    (_P.WARM_UP, _S.ANSWER): (_P.SHOWING,),
    (_P.WARM_UP, _S.SWAP): (_P.WARM_UP,),
    (_P.WARM_UP, _S.PAUSE): (_P.WARM_UP,),
    (_P.WARM_UP, _S.MORE_TIME): (_P.WARM_UP,),
    (_P.ASKING, _S.ANSWER): (_P.TALKING, _P.SHOWING),
    (_P.ASKING, _S.SWAP): (_P.ASKING,),
    (_P.ASKING, _S.PAUSE): (_P.ASKING,),
    (_P.ASKING, _S.MORE_TIME): (_P.ASKING,),
    (_P.TALKING, _S.ANSWER): (_P.SHOWING,),
    (_P.TALKING, _S.PAUSE): (_P.TALKING,),
    (_P.TALKING, _S.MORE_TIME): (_P.TALKING,),
    (_P.TALKING, _S.UNDO): (_P.ASKING,),
    (_P.SHOWING, _S.UNDO): (_P.WARM_UP, _P.ASKING, _P.TIE_BREAK),
    (_P.SHOWING, _S.GO_ON): (_P.ASKING, _P.TIE_BREAK, _P.OVER),
    (_P.TIE_BREAK, _S.ANSWER): (_P.TIE_BREAK, _P.SHOWING),
    (_P.TIE_BREAK, _S.UNDO): (_P.TIE_BREAK,),
    (_P.TIE_BREAK, _S.PAUSE): (_P.TIE_BREAK,),
    (_P.TIE_BREAK, _S.MORE_TIME): (_P.TIE_BREAK,),
}
"""Every step that is allowed, and the phases that it may lead to. All others raise ValueError.

An undo in the middle of a tie-break takes back the last date that was typed, and needs one.
"""


def check_class_step(phase: ClassPhase, step: ClassStep) -> None:
    """Raise ValueError unless the step is allowed in this phase."""
    if not leads_on(phase, step):
        raise ValueError(f"the round waits for {phase.value}, not for {step.value}")


def leads_on(phase: ClassPhase, step: ClassStep) -> bool:
    """Whether the step is allowed in this phase."""
    return (phase, step) in LEADS_TO
