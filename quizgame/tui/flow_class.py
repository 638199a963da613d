"""The arrows between the screens of a class: the setting up, the round before the projector, and home again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from quizgame.tui.flow import is_on_top

if TYPE_CHECKING:
    from textual.worker import Worker

    from quizgame.game.draw.selection import Selection
    from quizgame.game.events import Started
    from quizgame.game.kinds.any import Question
    from quizgame.game.play.class_round import ClassRound
    from quizgame.game.play.class_start import ClassSettings
    from quizgame.learning.class_figures import FactFigure
    from quizgame.session.class_sitting import ClassSitting
    from quizgame.session.classroom import Classroom
    from quizgame.session.session import Session


def open_class(
    screen: Screen[Any],
    session: Session,
    name: str | None = None,
    code: str | None = None,
    refuse: Callable[[str], None] = lambda _: None,
) -> None:
    """A class sets up a round: the one of this name, else the one there was last; `refuse` says what is no name."""

    async def open_it() -> None:
        from quizgame.session.classroom import ClassNameError, open_classroom
        from quizgame.tui.screens.class_setup import ClassSetup
        from quizgame.wording.class_setup import class_name_error

        try:
            room = await asyncio.to_thread(open_classroom, session.packs, session.pack, session.keeper, name)
        except ClassNameError as error:
            refuse(class_name_error(str(error)))
            return
        if is_on_top(screen):
            screen.app.push_screen(ClassSetup(session, room, code))
        else:
            room.leave()

    _: Worker[None] = screen.run_worker(open_it, exclusive=True, group="class")


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
    from quizgame.wording.rounds import left_in_words

    if is_on_top(screen):
        announce(screen.app, left_in_words(sitting.left))
        to_setup(screen, session, classroom)


def to_setup(screen: Screen[Any], session: Session, classroom: Classroom) -> None:
    """From a round to a set-up that knows of it."""
    from quizgame.tui.screens.class_setup import ClassSetup

    if is_on_top(screen):
        screen.app.pop_screen()
        screen.app.switch_screen(ClassSetup(session, classroom))


def class_over(screen: Screen[Any], session: Session, classroom: Classroom, play: ClassRound) -> None:
    """What a round came to."""
    from quizgame.tui.screens.class_over import ClassOver

    if is_on_top(screen):
        screen.app.switch_screen(ClassOver(session, classroom, play))


def teach_again(screen: Screen[Any], classroom: Classroom, found: Sequence[tuple[FactFigure, Question | None]]) -> None:
    """What did not land, once more."""
    from quizgame.tui.screens.class_teach import TeachAgain

    if is_on_top(screen):
        screen.app.push_screen(TeachAgain(classroom, found))


def open_items(screen: Screen[Any], classroom: Classroom, started: Started) -> None:
    """Each question, and what was said to it."""
    from quizgame.tui.screens.class_items import Items

    if is_on_top(screen):
        screen.app.push_screen(Items(classroom, started))


def enter_paper(screen: Screen[Any], classroom: Classroom, selection: Selection | None) -> None:
    """Answers that were given on paper; without a selection their code is asked for."""
    from quizgame.tui.screens.class_paper import PaperPage

    if is_on_top(screen):
        screen.app.push_screen(PaperPage(classroom, selection))


def paper_over(screen: Screen[Any], classroom: Classroom, started: Started | None) -> None:
    """What the answers on paper came to; back if none were typed in."""
    from quizgame.tui.screens.class_items import Items

    if not is_on_top(screen):
        return
    if started is None:
        screen.app.pop_screen()
    else:
        screen.app.switch_screen(Items(classroom, started))
