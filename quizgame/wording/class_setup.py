"""What is said before a class plays: what there is to choose, and why something can't be."""

from collections.abc import Sequence
from typing import assert_never

from quizgame.banks.clean import clean
from quizgame.banks.pack import Pack
from quizgame.game.draw.codes import CodeError, CodeFault
from quizgame.game.draw.questions import CHOICE, DATE, ORDERING, USUAL_KINDS
from quizgame.game.draw.selection import Selection
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.class_start import ClassError, ClassFault, ClassSettings, questions_there
from quizgame.game.play.modes import CLASS_HANDS, CLASS_ORDERINGS, CLASS_TEAMS, MAX_LENGTH
from quizgame.game.play.paper_entry import PaperError, PaperFault
from quizgame.game.play.teams import FEWEST_TEAMS, MOST_TEAMS
from quizgame.game.play.votes import LETTERS
from quizgame.session.classroom import MOST_LETTERS, Classroom
from quizgame.wording.classes import how_far
from quizgame.wording.language import _, counted

KINDS = {CHOICE: _("questions"), ORDERING: _("orderings"), DATE: _("dates")}
TAGS = {
    "war": _("war"),
    "death": _("death"),
    "displacement": _("people who had to leave their homes"),
    "accusation": _("accusations"),
    "living-person": _("people who are alive"),
}
"""What makes a subject hard, as the content note says it."""


def class_name(classroom: Classroom) -> str:
    """What a class is called: as the teacher typed it, or "Class 2"."""
    return clean(classroom.player.name) or _("Class {n}").format(n=classroom.number)


def way_in_words(settings: ClassSettings) -> str:
    """How a class plays: "4 teams", "a show of hands", "orderings together"."""
    if settings.mode == CLASS_TEAMS:
        return counted(settings.teams, "{n} team", "{n} teams")
    return _("a show of hands") if settings.mode == CLASS_HANDS else _("orderings, all together")


def plan_of_class(pack: Pack, settings: ClassSettings) -> str:
    """What Enter plays: "12 questions from all topics, 4 teams"."""
    chosen = settings.selection
    topics = counted(len(chosen.topics), "{n} topic", "{n} topics")
    if chosen.topics == pack.topics:
        topics = _("all topics")
    there = questions_there(pack, settings)
    text = _("{questions} from {topics}, {way}").format(
        questions=counted(there or chosen.length, "{n} question", "{n} questions"),
        topics=topics,
        way=way_in_words(settings),
    )
    if 0 < there < chosen.length:
        text += _(" (there are no more)")
    if chosen.kinds != USUAL_KINDS and settings.mode != CLASS_ORDERINGS:
        text += _(", only {kinds}").format(kinds=kinds_in_words(chosen))
    return text + (_(", without {tags}").format(tags=tags_in_words(chosen.left_out)) if chosen.left_out else "")


def tags_in_words(tags: Sequence[str]) -> str:
    """Tags in a sentence."""
    return ", ".join(TAGS[tag] for tag in tags)


def kinds_in_words(selection: Selection) -> str:
    """The kinds of question in a sentence."""
    return ", ".join(KINDS[kind] for kind in selection.kinds)


def left_before(play: ClassRound) -> str:
    """That a round can be gone on with: "You left a round of 22 November at question 3 of 12"."""
    day = f"{play.started.moment:%Y-%m-%d}"
    return _("A round of {day} was left at {how_far}.").format(day=day, how_far=how_far(play))


def class_error_in_words(error: ClassError) -> str:
    """Why a round can't begin or go on, and what to do."""
    match error.fault:
        case ClassFault.NO_QUESTIONS:
            return _("These topics have no questions of this kind. Choose more topics, or leave out less.")
        case ClassFault.MORE_TEAMS_THAN_QUESTIONS:
            text = counted(
                error.questions,
                "There is {n} question here, too few for {teams} teams. Choose more topics, or fewer teams.",
                "There are {n} questions here, too few for {teams} teams. Choose more topics, or fewer teams.",
            )
            return text.format(teams=error.teams)
        case ClassFault.NOT_SO_MANY_TEAMS:
            text = _("There can be {fewest} to {most} teams, not {teams}.")
            return text.format(fewest=FEWEST_TEAMS, most=MOST_TEAMS, teams=error.teams)
        case ClassFault.PACK_CHANGED:
            return _("The round can't be gone on with: its questions were changed since. Begin another one.")
    assert_never(error.fault)


def code_error_in_words(error: CodeError) -> str:
    """Which part of a round code is wrong."""
    part = clean(error.part)[:40]
    match error.fault:
        case CodeFault.SEED:
            text = _("A code begins with a word and a number, such as TIGER-42, not with “{part}”.")
        case CodeFault.LETTERS:
            text = _("Behind the number a code has groups of three, without 0, O, 1 and I; “{part}” is none.")
        case CodeFault.TYPO:
            text = _("There is a typing mistake in “{part}”: check each letter.")
        case CodeFault.PACK:
            text = _("The code is for questions that are not here, or were changed since. Make a new one.")
        case CodeFault.SETTINGS:
            text = _("The code is for topics that are not here. Make a new one.")
        case _:
            assert_never(error.fault)
    return text.format(part=part)


def class_name_error(typed: str) -> str:
    """What names a class."""
    text = _("A class is named by up to {most} letters, such as 5b, not “{typed}”.")
    return text.format(most=MOST_LETTERS, typed=clean(typed)[:MOST_LETTERS])


def paper_error_in_words(error: PaperError) -> str:
    """Why a line from paper is not taken, and what to type."""
    typed = clean(error.typed)[:20]
    match error.fault:
        case PaperFault.NO_SEAT:
            return _("Begin with the number of the seat, 1 to 99, then the answers, such as: 7 abcaxb")
        case PaperFault.TOO_FEW:
            text = _("There are answers up to question {before} only; {most} are needed, x for an empty one.")
            return text.format(before=error.question - 1, most=error.most)
        case PaperFault.TOO_MANY:
            text = _("After question {question} there is “{typed}” too much; look for a letter that stands twice.")
        case PaperFault.NOT_AN_OPTION:
            last = LETTERS.casefold()[max(0, error.most - 1)]
            text = _("Question {question} has the letters a to {last}, not “{typed}”.")
            return text.format(question=error.question, last=last, typed=typed)
        case PaperFault.NOT_AN_ORDER:
            text = _("Question {question} is an ordering: type each of its letters, a to {last}, once, not “{typed}”.")
            return text.format(question=error.question, last=LETTERS[error.most - 1].casefold(), typed=typed)
        case PaperFault.NOT_A_DATE:
            text = _("Question {question} needs a year of four digits, not “{typed}”.")
        case _:
            assert_never(error.fault)
    return text.format(question=error.question, typed=typed)


def way_prompt(settings: ClassSettings) -> str:
    """Asks how the class plays."""
    text = _("How do you play? 2 to 8 for so many teams, h for a show of hands, o for orderings together [{now}]")
    return text.format(now=way_in_words(settings))


def topics_prompt(pack: Pack, selection: Selection) -> str:
    """Asks for the topics."""
    now = _("all") if selection.topics == pack.topics else " ".join(
        str(pack.topics.index(topic) + 1) for topic in selection.topics
    )  # fmt: skip
    return _("Topics taught so far, by their numbers, such as 1 2 5-7, or all [{now}]").format(now=now)


def tags_prompt(there: Sequence[str], selection: Selection) -> str:
    """Asks for what is left out."""
    listed = "; ".join(f"{number} {TAGS[tag]}" for number, tag in enumerate(there, 1))
    now = " ".join(str(there.index(tag) + 1) for tag in selection.left_out if tag in there) or _("nothing")
    return _("Leave out hard subjects by their numbers, or 0 for nothing: {listed} [{now}]").format(
        listed=listed, now=now
    )


def kinds_prompt(selection: Selection) -> str:
    """Asks for the kinds of question."""
    listed = "; ".join(f"{number} {name}" for number, name in enumerate(KINDS.values(), 1))
    now = " ".join(str(number) for number, kind in enumerate(KINDS, 1) if kind in selection.kinds)
    return _("What is asked? {listed} [{now}]").format(listed=listed, now=now)


def length_prompt(selection: Selection) -> str:
    """Asks how many questions."""
    return _("How many questions? [{now}]").format(now=selection.length)


NOT_A_WAY = _("Please type a number from 2 to 8, h or o.")
NOT_TOPICS = _("Please type numbers of topics, such as 1 2 5-7, or all.")
NOT_KINDS = _("Please type numbers from the list, such as 1 2.")
NOT_TAGS = _("Please type numbers from the list, or 0.")
RESUME = _("Enter goes on with it, n begins another")
START = _("Enter starts, c takes a round code, s changes something")
CODE = _("The code")


def not_a_length() -> str:
    """Why a number of questions is not taken."""
    return _("Please type a number from 1 to {most}.").format(most=MAX_LENGTH)
