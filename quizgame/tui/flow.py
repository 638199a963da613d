"""Which screen follows which: every arrow between two screens stands here.

An arrow starts at the screen on top. Keys and messages that come late, when another one lies there, lead nowhere.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from textual.screen import Screen

from quizgame.tui.parts.show import announce

if TYPE_CHECKING:
    from quizgame.banks.files.problems import Problem
    from quizgame.game.play.growing import Growing
    from quizgame.game.play.modes import RoundSettings
    from quizgame.game.play.round import Round
    from quizgame.saves.history import RoundPlayed
    from quizgame.session.classroom import Classroom
    from quizgame.session.session import Session
    from quizgame.session.sitting import Sitting

T = TypeVar("T")
STARTING = "starting a round"
"""The group of the worker that starts a round: one at a time."""


def play(screen: Screen[Any], session: Session, settings: RoundSettings, *, instead: bool = False) -> None:
    """Start a round and show it: over this screen, or instead of it. Before the first one of a pack on a hard subject
    its note is shown.
    """
    from quizgame.learning.opening import opening_topic
    from quizgame.tui.screens.content_note import READ_FIRST, ContentNote

    pack = session.pack
    if session.is_new_here and pack.about.content_note and pack.id not in session.noted:

        def begin(wanted: object) -> None:
            if wanted:
                session.noted.add(pack.id)
            if wanted == READ_FIRST:
                read(screen, session, opening_topic(pack, pack.topics))
            elif wanted:
                _start(screen, session, settings, instead=instead)

        if is_on_top(screen):
            screen.app.push_screen(ContentNote(session.pack), begin)
    else:
        _start(screen, session, settings, instead=instead)


def _start(screen: Screen[Any], session: Session, settings: RoundSettings, *, instead: bool) -> None:
    """Draw and keep the start in a thread: a slow disk must not hold the keys."""
    app = screen.app
    if any(worker.group == STARTING and not worker.is_finished for worker in app.workers):
        return

    async def start() -> None:
        from quizgame.game.play.modes import LINES
        from quizgame.tui.screens.growing import GrowingScreen
        from quizgame.tui.screens.quiz import Quiz

        if settings.mode in LINES:
            line = await asyncio.to_thread(session.start_line, settings)
            _turn_to(screen, lambda: GrowingScreen(session, line), instead=instead)
        else:
            drawn = await asyncio.to_thread(session.start_round, settings)
            _turn_to(screen, lambda: Quiz(session, drawn), instead=instead)

    app.run_worker(start(), group=STARTING)


def is_on_top(screen: Screen[Any]) -> bool:
    """Whether this is the screen that the player sees and means."""
    return screen.app.screen is screen


def back(screen: Screen[Any]) -> None:
    """To the screen below."""
    if is_on_top(screen):
        screen.app.pop_screen()


def back_with(screen: Screen[T], result: T) -> None:
    """To the screen below, which waits for this."""
    if is_on_top(screen):
        screen.dismiss(result)


def _turn_to(before: Screen[Any], make: Callable[[], Screen[Any]], *, instead: bool = False) -> None:
    if not is_on_top(before):  # the player went elsewhere in the meantime
        return
    if instead:
        before.app.switch_screen(make())
    else:
        before.app.push_screen(make())


def leave(screen: Screen[Any], session: Session, sitting: Sitting[Round] | Sitting[Growing]) -> None:
    """Back to where the round was started from; a round of questions can be gone on with."""
    from quizgame.wording.rounds import left_in_words

    if not is_on_top(screen):
        return
    session.pause(sitting)
    if sitting.left.unfinished:
        announce(screen.app, left_in_words(sitting.left))
    screen.app.pop_screen()


def go_on_with_round(screen: Screen[Any], session: Session) -> None:
    """The round that was left, at the same question."""
    from quizgame.tui.screens.quiz import Quiz

    if is_on_top(screen) and (sitting := session.take_paused()) is not None:
        screen.app.push_screen(Quiz(session, sitting))


def round_over(screen: Screen[Any], session: Session, sitting: Sitting[Round]) -> None:
    """What a round came to."""
    from quizgame.tui.screens.results import Results

    _turn_to(screen, lambda: Results(session, sitting), instead=True)


async def undo_last(screen: Screen[Any], session: Session, sitting: Sitting[Round]) -> None:
    """Back to the last question of a round that is over: its answer was a slip."""
    from quizgame.tui.screens.quiz import Quiz

    await asyncio.to_thread(sitting.undo)
    _turn_to(screen, lambda: Quiz(session, sitting), instead=True)


def review(screen: Screen[Any], session: Session, played: Round) -> None:
    """A round once more, question by question."""
    from quizgame.tui.screens.review import Review

    _turn_to(screen, lambda: Review(session, played))


def round_again(screen: Screen[Any], session: Session, played: Round) -> None:
    """Another round of the same topics; a seed asks the same questions once, then chance has its turn."""
    from quizgame.game.play.modes import RoundSettings

    started = played.started
    if played.questions:
        play(screen, session, RoundSettings(started.topics, started.length, mode=started.mode), instead=True)
    else:
        back(screen)


def after_line(screen: Screen[Any], session: Session, game: Growing) -> None:
    """Another line of the same topics; after the line of the day, or an empty one, back."""
    from quizgame.game.play.growing import has_another
    from quizgame.game.play.modes import GROWING, RoundSettings

    if has_another(game):
        play(screen, session, RoundSettings(game.started.topics, mode=GROWING), instead=True)
    else:
        back(screen)


def read_notes(screen: Screen[Any], who: Session | Classroom, topic: str, marked: Sequence[str] = ()) -> None:
    """Where it says so: the study notes of some facts, in their topic."""
    from quizgame.tui.screens.notes import Notes

    _turn_to(screen, lambda: Notes(who.pack, topic, marked))


def read(screen: Screen[Any], session: Session, topic: str | None = None) -> None:
    """The study notes of a topic, each with how far it has come; without one the outline of all."""
    from quizgame.tui.screens.reading import Outline, Reading

    _turn_to(screen, lambda: Outline(session) if topic is None else Reading(session, topic))


def open_timeline(screen: Screen[Any], session: Session, topics: tuple[str, ...]) -> None:
    """All ways to play with dates."""
    from quizgame.tui.screens.timeline_menu import TimelineMenu

    _turn_to(screen, lambda: TimelineMenu(session, topics))


def look_at_timeline(screen: Screen[Any], session: Session, topics: tuple[str, ...]) -> None:
    """The whole story on one line."""
    from quizgame.tui.screens.timeline_view import TimelineView

    _turn_to(screen, lambda: TimelineView(session, topics))


def open_progress(screen: Screen[Any], session: Session) -> None:
    """What is known, what is ahead, and what was done."""
    from quizgame.tui.screens.progress import Progress

    _turn_to(screen, lambda: Progress(session))


async def open_history(screen: Screen[Any], session: Session) -> None:
    """The rounds that were played last."""
    from quizgame.tui.screens.history import ROUNDS_LISTED, History

    found = await asyncio.to_thread(session.keeper.rounds_played, session.pack.id, ROUNDS_LISTED)
    _turn_to(screen, lambda: History(session, found))


async def look_at_round(screen: Screen[Any], session: Session, played: RoundPlayed) -> None:
    """One of them, question by question."""
    from quizgame.tui.screens.history import PastRound

    found = await asyncio.to_thread(session.keeper.answers_of, played.id)
    _turn_to(screen, lambda: PastRound(session, played, found))


def open_mix_ups(screen: Screen[Any], session: Session) -> None:
    """What was taken for something else."""
    from quizgame.tui.screens.mix_ups import MixUps

    _turn_to(screen, lambda: MixUps(session))


def open_exam(screen: Screen[Any], session: Session) -> None:
    """A test on a date."""
    from quizgame.tui.screens.exam import ExamPage

    _turn_to(screen, lambda: ExamPage(session))


def open_problems(screen: Screen[Any], problems: Sequence[Problem]) -> None:
    """Why banks were left out, if any were."""
    from quizgame.tui.screens.problems import Problems

    if problems:
        _turn_to(screen, lambda: Problems(problems))


def open_help(screen: Screen[Any]) -> None:
    """What the keys do on this screen; help has no help."""
    from quizgame.tui.screens.help import Help

    if not isinstance(screen, Help):
        screen.app.push_screen(Help(screen))
