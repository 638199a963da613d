"""What stands on the screens of a class: the setting up, and a round before a projector."""

from quizgame.banks.pack import Pack
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.class_start import ClassSettings, questions_there
from quizgame.game.play.class_turns import Standing
from quizgame.game.play.teams import THE_CLASS, Team
from quizgame.game.play.votes import LETTERS
from quizgame.wording.class_setup import TAGS, kinds_in_words, way_in_words
from quizgame.wording.classes import (
    COLOURS,
    SHAPES,
    hands_in_words,
    seconds_in_words,
    team_name,
    team_sign,
)
from quizgame.wording.language import _, counted

A_CLASS_PLAYS = _("Class round")
START, GO_ON, STARTER, CODE, PAPER = (
    _("Start"),
    _("Go on with the round you left"),
    _("Start with what did not stick"),
    _("A round code"),
    _("Type in answers from paper"),
)
CLASS, PLAYED_BY, QUESTIONS, ASKED, WARM_UP, CLOCK = (
    _("Class"),
    _("Who plays"),
    _("Questions"),
    _("What is asked"),
    _("Warm-up"),
    _("Clock"),
)
NO, NO_CLOCK = _("no"), _("none")
TAUGHT, LEFT_OUT = _("Taught so far"), _("Leave out")
RIGHT, CHOSEN = _("right answer"), _("your answer")
TYPE_A_CLASS = _("A name for the class, such as 5b; no pupil's name is needed")
TYPE_A_CODE = _("The code, such as TIGER-42-K7Q-XPM")
HANDS_HERE = _("Hands")
NO_TOPIC = _("Tick at least one topic.")
COLLECT = _("What did the class say? Type it for all.")


def option_sign(place: int) -> str:
    """The shape of an option, beside its letter."""
    return [*SHAPES.values()][place % len(SHAPES)][0]


def votes_in_words(count: int) -> str:
    """How many hands an option had."""
    return hands_in_words(count)


def clock_in_words(seconds: int) -> str:
    """The clock of a question."""
    return seconds_in_words(seconds) if seconds else NO_CLOCK


def warm_up_in_words(*, warm_up: bool) -> str:
    """Whether there is a warm-up."""
    return _("yes, for no points") if warm_up else NO


def kinds_asked(settings: ClassSettings) -> str:
    """The kinds of question."""
    return kinds_in_words(settings.selection)


def way(settings: ClassSettings) -> str:
    """Who plays."""
    return way_in_words(settings)


def left_out_name(tag: str) -> str:
    """A hard subject that can be left out."""
    return TAGS.get(tag, tag)


def each_team(pack: Pack, settings: ClassSettings) -> str:
    """What a number of questions is for each team, of those that there are."""
    each = questions_there(pack, settings) // settings.teams
    return counted(each, "{n} for each team", "{n} for each team")


def about_pack(pack: Pack) -> str:
    """What is played, for the top line."""
    return pack.title


def team_line(team: Team) -> str:
    """Whose turn it is, to be read from afar: "◆  F O X E S   your turn"."""
    if team == THE_CLASS:
        return _("All together")
    name = " ".join(team_name(team).rpartition(" ")[0].upper())
    return _("{sign}  {name}   your turn").format(sign=team_sign(team), name=name)


def team_look(team: Team) -> str:
    """How to tell it: "blue diamond"."""
    text = _("{colour} {shape}")
    return text.format(colour=COLOURS[team.colour], shape=SHAPES[team.shape][1]) if team != THE_CLASS else ""


def welcome(play: ClassRound) -> str:
    """What a round begins with."""
    if play.teams == (THE_CLASS,):
        return _("All together")
    return counted(len(play.teams), "{n} team", "{n} teams")


def how_it_goes(play: ClassRound) -> str:
    """How the round is played, in two sentences."""
    if play.teams == (THE_CLASS,):
        return _("Think first, then show your hands. The class wins what it knows.")
    return _("Each team answers in turn, as often as all others. Take your time: only what you know counts.")


def prompt_now(play: ClassRound, prompt: str) -> str:
    """What stands large on the screen."""
    return _("Talk to your neighbour: why is your answer right?") if play.phase is ClassPhase.TALKING else prompt


def what_to_do(play: ClassRound) -> str:
    """What is awaited from the keyboard, in one line."""
    if play.phase is ClassPhase.TALKING:
        return _("Then vote again.")
    if play.can_vote:
        letters = " ".join(LETTERS[: len(play.current.shown)])
        example = " ".join(str(number) for number in (12, 5, 3, 1, 2, 4)[: len(play.current.shown)])
        return _("Count the hands for {letters}: type {example}. Or one letter for all.").format(
            letters=letters, example=example
        )
    if isinstance(play.current, ChoiceQuestion):
        return _("Say your letter.")
    return COLLECT if play.team == THE_CLASS else ""


def too_small_for_a_projector(width: int, height: int) -> str:
    """That the letters can't be large here, and what helps."""
    text = _("{width} × {height} is small for a projector. F11 fills the screen; Ctrl and - makes room for 100 × 30.")
    return text.format(width=width, height=height)


def score(standing: Standing) -> str:
    """A team's figure on the board."""
    return _("{points} of 100").format(points=standing.points) if standing.asked else _("not asked yet")


EASY_COUNT = _("Please type a count for each option, such as 12 5 3, or one letter.")
