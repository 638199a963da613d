"""How a class sets up a round, line by line: Enter keeps what stands in brackets."""

import re
from dataclasses import replace

from quizgame.game.draw.codes import CodeError
from quizgame.game.draw.selection import KINDS, tags_of
from quizgame.game.play.class_start import ClassError, ClassFault, ClassSettings
from quizgame.game.play.class_wishes import played_as, with_length
from quizgame.game.play.modes import CLASS_HANDS, CLASS_ORDERINGS, CLASS_TEAMS, MAX_LENGTH
from quizgame.game.play.teams import FEWEST_TEAMS, MOST_TEAMS
from quizgame.plain.talk import read, say
from quizgame.session.class_sitting import ClassSitting
from quizgame.session.classroom import Classroom
from quizgame.wording import class_setup as words

_RANGE = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?")


def set_up(classroom: Classroom, code: str | None) -> ClassSitting:
    """Ask for what a round needs, and begin it. Raises `Left`. A code from the command line was read before."""
    settings = classroom.usual
    if code is not None:
        settings = classroom.from_code(code, settings)
    while True:
        say(words.plan_of_class(classroom.pack, settings))
        match read(words.START):
            case "":
                if (sitting := _begun(classroom, settings)) is not None:
                    return sitting
                settings = _changed(classroom, settings)
            case "c":
                settings = _by_code(classroom, settings)
            case "s":
                settings = _changed(classroom, settings)


def _begun(classroom: Classroom, settings: ClassSettings) -> ClassSitting | None:
    """The round; with as many teams as there are questions for where that is the one thing wrong."""
    try:
        return classroom.begin(settings)
    except ClassError as error:
        say(words.class_error_in_words(error))
        if error.fault is ClassFault.MORE_TEAMS_THAN_QUESTIONS:
            few = error.questions
            fewer = replace(settings, teams=few) if few >= FEWEST_TEAMS else replace(settings, mode=CLASS_HANDS)
            say(words.plan_of_class(classroom.pack, fewer))
            return classroom.begin(fewer)
        return None


def _by_code(classroom: Classroom, settings: ClassSettings) -> ClassSettings:
    try:
        return classroom.from_code(read(words.CODE), settings)
    except CodeError as error:
        say(words.code_error_in_words(error))
        return settings


def _changed(classroom: Classroom, settings: ClassSettings) -> ClassSettings:
    """Go through all there is to choose."""
    settings = _way(settings)
    settings = _topics(classroom, settings)
    settings = _left_out(classroom, settings)
    return _kinds(_length(settings))


def _way(settings: ClassSettings) -> ClassSettings:
    while True:
        match read(words.way_prompt(settings)):
            case "":
                return settings
            case "h":
                return played_as(settings, CLASS_HANDS, 1)
            case "o":
                return played_as(settings, CLASS_ORDERINGS, 1)
            case line if line.isdecimal() and len(line) == 1 and FEWEST_TEAMS <= int(line) <= MOST_TEAMS:
                return played_as(settings, CLASS_TEAMS, int(line))
        say(words.NOT_A_WAY)


def _topics(classroom: Classroom, settings: ClassSettings) -> ClassSettings:
    pack = classroom.pack
    for number, topic in enumerate(pack.topics, 1):
        say(f"{number}. {pack.bank(topic).title}")
    while True:
        line = read(words.topics_prompt(pack, settings.selection))
        if not line:
            return settings
        numbers = set(range(1, len(pack.topics) + 1)) if line == "all" else _numbers(line, len(pack.topics))
        if numbers:
            topics = tuple(pack.topics[number - 1] for number in sorted(numbers))
            return replace(settings, selection=replace(settings.selection, topics=topics))
        say(words.NOT_TOPICS)


def _left_out(classroom: Classroom, settings: ClassSettings) -> ClassSettings:
    there = tags_of(classroom.pack)
    while there:
        line = read(words.tags_prompt(there, settings.selection))
        if not line:
            break
        numbers = _numbers(line, len(there))
        if numbers or line == "0":
            left_out = tuple(there[number - 1] for number in sorted(numbers))
            return replace(settings, selection=replace(settings.selection, left_out=left_out))
        say(words.NOT_TAGS)
    return settings


def _length(settings: ClassSettings) -> ClassSettings:
    while True:
        line = read(words.length_prompt(settings.selection))
        typed = line or str(settings.selection.length)
        if typed.isdecimal() and len(typed) <= 3 and 1 <= int(typed) <= MAX_LENGTH:
            return with_length(settings, int(typed))
        say(words.not_a_length())


def _kinds(settings: ClassSettings) -> ClassSettings:
    while settings.mode != CLASS_ORDERINGS:
        line = read(words.kinds_prompt(settings.selection))
        if not line:
            break
        if numbers := _numbers(line, len(KINDS)):
            kinds = tuple(KINDS[number - 1] for number in sorted(numbers))
            return replace(settings, selection=replace(settings.selection, kinds=kinds))
        say(words.NOT_KINDS)
    return settings


def _numbers(line: str, most: int) -> set[int]:
    """The numbers of a line such as "1 2 5-7"; empty if one is not between 1 and the most."""
    found: set[int] = set()
    for part in line.replace(",", " ").split():
        match = _RANGE.fullmatch(part)
        if not match:
            return set()
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= most:
            return set()
        found |= set(range(first, last + 1))
    return found
