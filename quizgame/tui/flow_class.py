"""The arrows between the screens of a class: the setting up, the round before the projector, and home again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from quizgame.tui.flow import is_on_top

if TYPE_CHECKING:
    from quizgame.game.play.class_round import ClassRound
    from quizgame.game.play.class_start import ClassSettings
    from quizgame.session.class_sitting import ClassSitting
    from quizgame.session.classroom import Classroom
    from quizgame.session.session import Session


async def open_class(screen: Screen[Any], session: Session, name: str | None = None, code: str | None = None) -> None:
    """A class sets up a round: the one of this name, else the one that was there last. Raises `ClassNameError`."""
    from quizgame.session.classroom import open_classroom
    from quizgame.tui.screens.class_setup import ClassSetup

    room = await asyncio.to_thread(open_classroom, session.packs, session.pack, session.keeper, name)
    if is_on_top(screen):
        screen.app.push_screen(ClassSetup(session, room, code))
    else:
        room.leave()


async def other_class(screen: Screen[Any], session: Session, classroom: Classroom, name: str) -> None:
    """The set-up of another class in this one's place. Raises `ClassNameError`, and nothing has changed then."""
    from quizgame.session.classroom import open_classroom, read_class_name
    from quizgame.tui.screens.class_setup import ClassSetup

    read_class_name(name)
    room = await asyncio.to_thread(open_classroom, session.packs, classroom.pack, session.keeper, name)
    if is_on_top(screen):
        screen.app.switch_screen(ClassSetup(session, room))


async def leave_class(screen: Screen[Any], classroom: Classroom) -> None:
    """Home, where a player plays alone again."""
    if is_on_top(screen):
        await asyncio.to_thread(classroom.leave)
        screen.app.pop_screen()


async def begin(screen: Screen[Any], session: Session, classroom: Classroom, settings: ClassSettings) -> None:
    """A round, over the set-up. Raises `ClassError`."""
    _play(screen, session, classroom, await asyncio.to_thread(classroom.begin, settings))


async def resume(screen: Screen[Any], session: Session, classroom: Classroom, left: ClassRound) -> None:
    """The round that was left, at the same question."""
    _play(screen, session, classroom, await asyncio.to_thread(classroom.resume, left))


def _play(screen: Screen[Any], session: Session, classroom: Classroom, sitting: ClassSitting) -> None:
    from quizgame.tui.screens.class_playing import ClassPlaying

    if is_on_top(screen):
        screen.app.push_screen(ClassPlaying(session, classroom, sitting))


def leave_round(screen: Screen[Any], session: Session, classroom: Classroom, sitting: ClassSitting) -> None:
    """To the set-up, which offers to go on with what was left."""
    from quizgame.tui.parts.show import announce
    from quizgame.tui.screens.class_setup import ClassSetup
    from quizgame.wording.rounds import left_in_words

    if not is_on_top(screen):
        return
    announce(screen.app, left_in_words(sitting.left))
    screen.app.pop_screen()
    screen.app.switch_screen(ClassSetup(session, classroom))


def class_over(screen: Screen[Any], session: Session, classroom: Classroom, play: ClassRound) -> None:
    """What a round came to."""
    from quizgame.tui.screens.class_setup import ClassSetup

    if is_on_top(screen):
        screen.app.pop_screen()
        screen.app.switch_screen(ClassSetup(session, classroom))


def enter_paper(screen: Screen[Any], classroom: Classroom, settings: ClassSettings) -> None:
    """Answers that were given on paper."""
