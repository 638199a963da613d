"""Classes that play: rounds of any setting, and steps by chance."""

import contextlib
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from quizgame.banks.pack import Pack
from quizgame.game.draw.selection import KINDS, TAGS, Selection
from quizgame.game.events import ClassEvent
from quizgame.game.kinds.any import Response
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_round import ClassRound, NoOtherQuestionError
from quizgame.game.play.class_start import ClassError, ClassSettings, begin_class_round
from quizgame.game.play.modes import CLASS_MODES, CLASS_TEAMS
from quizgame.game.play.votes import Counted
from quizgame.session.class_sitting import ClassSitting
from tests.game.strategies import MOMENT, random_response
from tests.packs import pack_of_events

EVENTS = pack_of_events(60, topics=3)


def settings_by_chance(pack: Pack, rng: random.Random) -> ClassSettings:
    """Any settings."""
    topics = tuple(rng.sample(pack.topics, rng.randint(1, len(pack.topics))))
    kinds = tuple(kind for kind in KINDS if rng.random() < 0.6) or KINDS
    left_out = tuple(tag for tag in TAGS if rng.random() < 0.1)
    selection = Selection(f"TIGER-{rng.randrange(1000)}", topics, rng.randint(1, 14), kinds, left_out)
    mode = rng.choice(CLASS_MODES)
    return ClassSettings(selection, mode, rng.randint(2, 8), rng.random() < 0.5, rng.choice((0, 30)))


def begun(
    pack: Pack = EVENTS, mode: str = CLASS_TEAMS, *, teams: int = 3, warm_up: bool = False, **asked: object
) -> ClassRound:
    """A round that waits for its first answer."""
    base = Selection("TIGER-42", pack.topics, 9, ("choice",))
    settings = ClassSettings(replace(base, **asked), mode, teams, warm_up)  # type: ignore[arg-type] # fields of a selection
    return begin_class_round(pack, settings, round_id="r", moment=MOMENT).start(MOMENT)[0]


def hands_for(question: ChoiceQuestion, right: int, wrong: int) -> Counted:
    """So many hands for the key, and so many for another option."""
    counts = [0] * len(question.options)
    counts[question.key], counts[question.key - 1] = right, wrong
    return Counted(tuple(counts))


def step(round_: ClassRound, rng: random.Random) -> tuple[ClassRound, ClassEvent]:
    """A step that is allowed, most of them towards the end."""
    moment = MOMENT + timedelta(seconds=rng.randint(-5, 5000))  # clocks are set back too
    phase = round_.phase
    if phase is ClassPhase.SETTING_UP:
        return round_.start(moment)
    if phase is ClassPhase.SHOWING:
        return round_.go_on(moment) if rng.random() < 0.8 else round_.undo(moment)
    chance = rng.random()
    if chance < 0.15:
        return round_.pause(moment) if chance < 0.1 else round_.more_time(moment)
    if chance < 0.2 and phase is ClassPhase.TALKING:
        return round_.undo(moment)
    if chance < 0.25 and phase in (ClassPhase.ASKING, ClassPhase.WARM_UP):
        with contextlib.suppress(NoOtherQuestionError):
            return round_.swap(moment)
    return round_.answer(response_by_chance(round_, rng), moment, rng.randrange(9000))


def response_by_chance(round_: ClassRound, rng: random.Random) -> Response | Counted:
    """Hands where the class may vote, else what anybody may say."""
    question = round_.current
    if round_.can_vote and isinstance(question, ChoiceQuestion) and rng.random() < 0.9:
        return hands_for(question, rng.randint(0, 12), rng.randint(0, 12))
    return random_response(question, rng)


def played(pack: Pack, settings: ClassSettings, rng: random.Random) -> Iterator[tuple[ClassRound, ClassEvent]]:
    """Every round that a play comes through, each with the event before it; nothing if it can't begin."""
    try:
        round_ = begin_class_round(pack, settings, round_id=f"r{rng.randrange(10**6)}", moment=MOMENT)
    except ClassError:
        return
    yield round_, round_.started
    while round_.phase is not ClassPhase.OVER:
        round_, event = step(round_, rng)
        yield round_, event


def step_of(sitting: ClassSitting, rng: random.Random) -> None:
    """A step of a sitting that is allowed, most of them towards the end."""
    match sitting.play.phase:
        case ClassPhase.SETTING_UP:
            sitting.start()
        case ClassPhase.SHOWING:
            sitting.undo() if rng.random() < 0.1 else sitting.go_on()
        case ClassPhase.ASKING if rng.random() < 0.2:
            with contextlib.suppress(NoOtherQuestionError):
                sitting.swap()
        case _ if rng.random() < 0.1:
            sitting.pause()
        case _:
            sitting.answer(response_by_chance(sitting.play, rng))
