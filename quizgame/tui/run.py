"""Starts the app and says goodbye."""

import gc
import sys
from pathlib import Path

from quizgame.banks.text import clean
from quizgame.session.wishes import Wishes


def run(bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes, crash_log: Path) -> int:
    """Play until the player leaves; returns the exit status."""
    gc.disable()  # starting makes many objects and no garbage; the app looks for it once its first screen stands
    from quizgame.tui.app import QuizApp

    app = QuizApp(bank_folders, saves_folder, wishes, crash_log)
    app.run()
    if app.farewell:
        print(clean(app.farewell), file=sys.stderr)
    return app.return_code or 0
