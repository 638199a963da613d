"""The commands: what each needs, imported only when it is wanted, and one sentence where that can't be had."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from functools import partial

from quizgame import __version__
from quizgame.banks.text import clean
from quizgame.command_line import CANT_BE_DONE, read, unused
from quizgame.ending import Ending, say_at_the_end
from quizgame.places import NoHomeError, NoNameError, PlaceError, bank_folders, expanded, log_file, saves_folder
from quizgame.session.wishes import Wishes
from quizgame.wording import door


def run(arguments: list[str] | None, ending: Ending) -> int:
    """Do what the command line asks for; returns the exit status."""
    options = read(arguments)
    if options.version:
        print(f"quizgame {__version__}")
        return 0
    if sentence := unused(options):
        return _refuse(sentence)
    commands: dict[str, Callable[[Namespace], int]] = {
        "check": _check,
        "timeline": _timeline,
        "where": _where,
        "class": partial(_class, ending=ending),
        "sheet": _sheet,
    }
    command = commands.get(options.command) or partial(_plain if options.plain else _tui, ending=ending)
    try:
        return command(options)
    except PlaceError as error:
        return _refuse(_why_not(error))


def _check(options: Namespace) -> int:
    from quizgame.plain.check import check

    _speak_any_language()
    paths = [expanded(path, "check") for path in options.path] or list(bank_folders(options.banks))
    if not options.path and not options.banks:
        paths = [path for path in paths if path.exists()]  # nobody needs banks of their own
    if options.pack is not None:
        places = [place for path in paths for place in (path, path / options.pack)]
        paths = [place for place in places if place.name == options.pack and place.is_dir()]
        if not paths:
            return _refuse(door.no_such_pack(clean(options.pack)))
    return check(paths, strict=options.strict, keep_ids=options.keep_ids) if paths else _refuse(door.NOTHING_TO_CHECK)


def _where(options: Namespace) -> int:
    _speak_any_language()
    print(f"saves: {clean(str(saves_folder(options.saves)))}")
    for folder in bank_folders(options.banks):
        print(f"banks: {clean(str(folder))}")
    print(f"crash log: {clean(str(log_file()))}")
    return 0


def _timeline(options: Namespace) -> int:
    from quizgame.plain.timeline import timeline

    _speak_any_language()
    return timeline(bank_folders(options.banks), _wishes(options))


def _class(options: Namespace, ending: Ending) -> int:
    if not options.plain:
        return _refuse(door.CLASS_NEEDS_PLAIN)
    from quizgame.plain.class_round import start_class

    _speak_any_language()
    places = bank_folders(options.banks), saves_folder(options.saves)
    with ending.raised():
        return start_class(*places, _wishes(options), name=options.name)


def _sheet(options: Namespace) -> int:
    from quizgame.plain.sheet import print_sheet

    _speak_any_language()
    how = {"both": options.both, "letter": options.letter, "large": options.large}
    return print_sheet(
        bank_folders(options.banks), _wishes(options), options.round_code, expanded(options.out, "--out"), **how
    )


def _plain(options: Namespace, ending: Ending) -> int:
    from quizgame.plain.play import start

    _speak_any_language()
    with ending.raised():
        return start(bank_folders(options.banks), saves_folder(options.saves), _wishes(options))


def _tui(options: Namespace, ending: Ending) -> int:
    if os.environ.get("TERM", "") in ("", "dumb") and os.name != "nt":
        return _refuse(door.play_plain(door.NO_SCREENS))
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        return _refuse(door.play_plain(door.NO_TERMINAL))
    if "utf" not in (sys.__stderr__.encoding if sys.__stderr__ else "").casefold():
        return _refuse(door.play_plain(door.NO_UTF8))
    from quizgame.tui.run import run

    return run(bank_folders(options.banks), saves_folder(options.saves), _wishes(options), log_file(), ending)


def _wishes(options: Namespace) -> Wishes:
    return Wishes(options.pack, options.topics, options.questions, options.seed, options.mode, options.code)


def _refuse(why: str) -> int:
    say_at_the_end(door.refusal(why))
    return CANT_BE_DONE


def _why_not(error: PlaceError) -> str:
    if isinstance(error, NoNameError):
        return door.no_name(error.path)
    return (door.no_home if isinstance(error, NoHomeError) else door.folder_named_tilde)(clean(error.path))


def _speak_any_language() -> None:
    """Let a stream that can't write or read a letter take a question mark for it and go on."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a stream that was closed before we came is None
            stream.reconfigure(errors="replace")
