"""Starts the app and says goodbye."""

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.banks.clean import clean
from quizgame.ending import SIGNALLED, Ending, say_at_the_end
from quizgame.session.haste import Haste
from quizgame.session.wishes import Wishes

if TYPE_CHECKING:
    from quizgame.tui.app import QuizApp


def run(bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes, crash_log: Path, ending: Ending) -> int:
    """Play until the player leaves or something ends it from outside; returns the exit status."""
    if sys.__stdin__ is not None:
        ending.watch_terminal(sys.__stdin__.fileno())  # from now on: what is loaded next takes a while
    with Haste():
        from quizgame.tui.app import QuizApp

        app = QuizApp(bank_folders, saves_folder, wishes, crash_log)
        try:
            asyncio.run(_play(app, ending))
        finally:
            app.keep_all()
    if app.farewell:
        say_at_the_end(clean(app.farewell))
    return app.return_code or 0 if ending.number is None else SIGNALLED + ending.number


async def _play(app: "QuizApp", ending: Ending) -> None:
    loop = asyncio.get_running_loop()
    with ending.told_to(
        lambda number: loop.call_soon_threadsafe(app.end, number), (app.give_terminal_back, app.keep_all)
    ):
        await app.run_async()
