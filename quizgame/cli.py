"""The door: reads the command line and starts one front end or one command, each imported only when it is needed."""

import argparse
import io
import os
import sys
from pathlib import Path

from quizgame import __version__
from quizgame.session.wishes import Wishes

CANT_BE_DONE = 2


def main(arguments: list[str] | None = None) -> int:
    """Run quizgame; returns the exit status (0 well, 1 problems found, 2 can't be done, 130 interrupted)."""
    options = _parser().parse_args(arguments)
    commands = {"check": _check, "timeline": _timeline, "where": _where}
    run = commands.get(options.command) or (_plain if options.plain else _tui)
    try:
        return run(options)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except BrokenPipeError:
        # whoever read our output has gone; Python would say so once more when it closes standard output
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quizgame",
        description="A quiz game for learning from a text. Without a command it plays.",
        epilog="Progress is saved after every answer; leaving is always safe.",
    )
    parser.add_argument("--version", action="version", version=f"quizgame {__version__}")
    parser.add_argument("--plain", action="store_true", help="line by line: for screen readers and pipes")
    parser.add_argument("--topics", metavar="A,B", help="play these topics (default: all)")
    parser.add_argument("--questions", metavar="N", help="the length of a round")
    parser.add_argument("--seed", metavar="TIGER-42", help="the same seed asks the same questions")
    parser.add_argument("--mode", metavar="MODE", help="practice, orderings, dates, growing or daily")
    parser.add_argument("--pack", metavar="NAME", help="the pack to play (default: the first one)")
    parser.add_argument("--banks", metavar="DIR", type=Path, action="append", default=[], help="look for packs here")
    parser.add_argument("--saves", metavar="DIR", type=Path, help="keep progress here")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    check = commands.add_parser("check", help="check question banks and print what to mend")
    check.add_argument("path", nargs="*", type=Path, help="a folder of packs, a pack, or one bank")
    check.add_argument("--strict", action="store_true", help="let warnings fail too")
    check.add_argument("--keep-ids", action="store_true", help="add new ids to the list of ids of each pack")
    line = commands.add_parser("timeline", help="print the events of a pack on one line of time")
    for option, name in (("--topics", "A,B"), ("--pack", "NAME")):
        line.add_argument(option, metavar=name, default=argparse.SUPPRESS, help="as without a command")
    commands.add_parser("where", help="print where progress is kept and where banks are looked for")
    return parser


def _check(options: argparse.Namespace) -> int:
    from quizgame.places import bank_folders
    from quizgame.plain.check import check

    _speak_any_language()
    paths = options.path or [folder for folder in bank_folders(options.banks) if folder.is_dir()]
    return check(paths, strict=options.strict, keep_ids=options.keep_ids)


def _where(options: argparse.Namespace) -> int:
    from quizgame.banks.text import clean
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


def _tui(options: argparse.Namespace) -> int:
    if os.environ.get("TERM", "") in ("", "dumb") and os.name != "nt":
        return _refuse("This terminal can't show screens")
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return _refuse("The screens need a terminal")
    if "utf" not in (sys.__stderr__.encoding if sys.__stderr__ else "").casefold():
        return _refuse("The screens need a terminal that speaks UTF-8")
    from quizgame.places import bank_folders, log_file, saves_folder
    from quizgame.tui.run import run

    return run(bank_folders(options.banks), saves_folder(options.saves), _wishes(options), log_file())


def _refuse(why: str) -> int:
    print(f"quizgame: {why}. `quizgame --plain` plays line by line instead.", file=sys.stderr)
    return CANT_BE_DONE


def _wishes(options: argparse.Namespace) -> Wishes:
    return Wishes(options.pack, options.topics, options.questions, options.seed, options.mode)


def _speak_any_language() -> None:
    """Let a stream that can't write or read a letter take a question mark for it and go on."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a stream that was closed before we came is None
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
