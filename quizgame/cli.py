"""The door: reads the command line and starts one front end or one command, each imported only when it is needed."""

import argparse
import errno
import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from quizgame.banks.text import clean
from quizgame.command_line import CANT_BE_DONE, read, unused
from quizgame.ending import HANGUP, SIGNALLED, Ending, fault_of_output, let_go_of_streams
from quizgame.session.wishes import Wishes
from quizgame.wording import door

if TYPE_CHECKING:
    from quizgame.places import PlaceError

INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run quizgame; returns the exit status, which `door.EPILOG` explains."""
    with Ending() as ending:
        try:
            status = _run(arguments, ending)
            if (fault := fault_of_output()) is not None:
                raise fault
        except SystemExit as end:  # argparse's, or a signal
            status = end.code if isinstance(end.code, int) else CANT_BE_DONE
            if status == INTERRUPTED:
                _say("")
        except KeyboardInterrupt:
            _say("")
            status = INTERRUPTED
        except OSError as error:
            status = _output_failed(error)
        let_go_of_streams()
    return status


def _run(arguments: list[str] | None, ending: Ending) -> int:
    options = read(arguments)
    if sentence := unused(options):
        return _refuse(sentence)
    commands: dict[str, Callable[[argparse.Namespace], int]] = {"check": _check, "timeline": _timeline, "where": _where}
    run = commands.get(options.command) or (_plain if options.plain else partial(_tui, ending=ending))
    from quizgame.places import PlaceError

    try:
        return run(options)
    except PlaceError as error:
        return _refuse(_why_not(error))


def _check(options: argparse.Namespace) -> int:
    from quizgame.banks.files.read import shown
    from quizgame.places import bank_folders, expanded
    from quizgame.plain.check import check

    _speak_any_language()
    paths = [expanded(path, "check") for path in options.path] or list(bank_folders(options.banks))
    if not options.path and not options.banks:
        paths = [path for path in paths if path.exists()]  # nobody needs banks of their own
    for path in paths:
        if not path.exists():
            return _refuse(door.no_such_path(shown(path)))
    if options.pack is not None:
        places = [place for path in paths for place in (path, path / options.pack)]
        paths = [place for place in places if place.name == options.pack and place.is_dir()]
        if not paths:
            return _refuse(door.no_such_pack(clean(options.pack)))
    return check(paths) if paths else _refuse(door.NOTHING_TO_CHECK)


def _where(options: argparse.Namespace) -> int:
    from quizgame.places import bank_folders, log_file, saves_folder

    _speak_any_language()
    print(f"saves: {clean(str(saves_folder(options.saves)))}")
    for folder in bank_folders(options.banks):
        print(f"banks: {clean(str(folder))}")
    print(f"crash log: {clean(str(log_file()))}")
    return 0


def _timeline(options: argparse.Namespace) -> int:
    from quizgame.places import bank_folders
    from quizgame.plain.timeline import timeline

    _speak_any_language()
    return timeline(bank_folders(options.banks), _wishes(options))


def _plain(options: argparse.Namespace) -> int:
    from quizgame.places import bank_folders, saves_folder
    from quizgame.plain.play import start

    _speak_any_language()
    return start(bank_folders(options.banks), saves_folder(options.saves), _wishes(options))


def _tui(options: argparse.Namespace, ending: Ending) -> int:
    if os.environ.get("TERM", "") in ("", "dumb") and os.name != "nt":
        return _refuse(door.play_plain(door.NO_SCREENS))
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        return _refuse(door.play_plain(door.NO_TERMINAL))
    if "utf" not in (sys.__stderr__.encoding if sys.__stderr__ else "").casefold():
        return _refuse(door.play_plain(door.NO_UTF8))
    from quizgame.places import bank_folders, log_file, saves_folder
    from quizgame.tui.run import run

    return run(bank_folders(options.banks), saves_folder(options.saves), _wishes(options), log_file(), ending)


def _wishes(options: argparse.Namespace) -> Wishes:
    return Wishes(options.pack, options.topics, options.questions, options.seed, options.mode)


def _refuse(why: str) -> int:
    _say(door.refusal(why))
    return CANT_BE_DONE


def _why_not(error: "PlaceError") -> str:
    from quizgame.places import NoHomeError, NoNameError

    if isinstance(error, NoNameError):
        return door.no_name(error.path)
    return (door.no_home if isinstance(error, NoHomeError) else door.folder_named_tilde)(clean(error.path))


def _output_failed(error: OSError) -> int:
    """What to do about an error that standard output may be the reason of; any other is a fault of ours."""
    fault = fault_of_output()
    if fault is None and not isinstance(error, BrokenPipeError):
        raise error
    match (fault or error).errno:
        case errno.EPIPE:  # whoever read our output has gone, and needs no more of it
            return 0
        case errno.EIO:  # the terminal has gone
            return SIGNALLED + HANGUP
        case _:
            return _refuse(door.cant_write(((fault or error).strerror or "").lower()))


def _say(line: str) -> None:
    with suppress(OSError):
        print(line, file=sys.stderr)


def _speak_any_language() -> None:
    """Let a stream that can't write or read a letter take a question mark for it and go on."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a stream that was closed before we came is None
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
