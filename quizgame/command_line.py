"""What may be typed on the command line: commands, and options, which may stand before a command or behind it."""

import argparse
import re
from types import SimpleNamespace as Options
from typing import Any, NoReturn

from quizgame.banks.clean import clean
from quizgame.ending import CANT_BE_DONE
from quizgame.session.wishes import PLAYS, WISHES
from quizgame.wording import door

USED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(PLAYS, ("topics", "questions", "pack")),
    "mock": ("topics", "questions", "seed", "pack"),
    "timeline": ("topics", "pack"),
    "new": (),
    "check": ("pack",),
    "import": (),
    "export": ("topics", "pack"),
    "exam": ("topics", "pack"),
    "history": ("pack",),
    "progress": ("pack",),
    "read": ("pack",),
    "where": (),
    "saves": (),
    "players": (),
    "settings": (),
    "class": ("pack", "code"),
    "sheet": ("pack",),
    "help": (),
}
"""The commands, and which of the wishes each can use."""
_ABOUT = {
    "topics": ("A,B", door.TOPICS),
    "questions": ("N", door.QUESTIONS),
    "seed": ("TIGER-42", door.SEED),
    "mode": ("MODE", door.MODE),
    "pack": ("NAME", door.PACK),
    "code": ("TIGER-42-K7Q-XPM", door.CODE),
}
_COMMANDS = {
    "today": (door.TODAY, door.TODAY_MORE),
    "weak": (door.WEAK, door.WEAK_MORE),
    "cards": (door.CARDS, door.CARDS_MORE),
    "mock": (door.MOCK, door.MOCK_MORE),
    "timeline": (door.TIMELINE, door.TIMELINE_MORE),
    "read": (door.READ, door.READ_MORE),
    "progress": (door.PROGRESS, door.PROGRESS_MORE),
    "history": (door.HISTORY, door.HISTORY_MORE),
    "exam": (door.EXAM, door.EXAM_MORE),
    "new": (door.NEW, door.NEW_MORE),
    "check": (door.CHECK, door.CHECK_MORE),
    "import": (door.IMPORT, door.IMPORT_MORE),
    "export": (door.EXPORT, door.EXPORT_MORE),
    "where": (door.WHERE, door.WHERE_MORE),
    "saves": (door.SAVED, door.SAVED_MORE),
    "players": (door.PLAYERS, door.PLAYERS_MORE),
    "settings": (door.SETTINGS, door.SETTINGS_MORE),
    "class": (door.CLASS, door.CLASS_MORE),
    "sheet": (door.SHEET, door.SHEET_MORE),
    "help": (door.HELP_ON, door.HELP_ON_MORE),
}
_WORDS = {
    "exam": ("day", "*", "DAY", door.EXAM_DAY),
    "history": ("round", "?", "N", door.HISTORY_ROUND),
    "settings": ("chosen", "*", "NAME", door.SETTINGS_NAME),
    "class": ("name", "?", "NAME", door.CLASS_NAME),
    "help": ("on", "?", "TOPIC", door.HELP_TOPIC),
}
"""What may be typed behind a command that needs no more."""
SAVES_ACTIONS = ("check", "rebuild")
PLAYERS_ACTIONS = ("list", "add", "switch", "rename", "export", "import", "delete")
CODE = re.compile(r"[A-Za-z]{2,12}-[0-9]{1,4}(-[A-Za-z0-9]{3}){2,}")
"""What is meant as a round code; `game.draw.codes` reads it. No folder or name looks like that by chance."""


class _Parser(argparse.ArgumentParser):
    """Refuses with one sentence, in which nothing of what was typed can talk to the terminal."""

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - argparse's signature
        """On standard output; argparse would say nothing if that can't be written."""
        print(self.format_help(), end="")

    def error(self, message: str) -> NoReturn:
        self.exit(CANT_BE_DONE, door.refusal(door.not_understood(clean(message))) + "\n")


def read(words: list[str]) -> Options:
    """Read the command line; `command` is None for playing. Exits with a sentence if it can't be read."""
    parser = _Parser(
        prog="quizgame",
        description=door.DESCRIPTION,
        epilog=door.EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    parser.add_argument("--help", "-h", action="help", help=door.HELP)
    parser.add_argument("--version", action="store_true", help=door.VERSION)
    _add_options(parser, WISHES, None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=door.COMMANDS)
    for name, (short, long) in _COMMANDS.items():
        command = commands.add_parser(name, help=short, description=long, add_help=False)
        if name not in words:  # only named in the help
            continue
        command.add_argument("--help", "-h", action="help", help=door.HELP)
        _add_own(command, name)
        _add_options(command, USED[name], argparse.SUPPRESS, plays=name in PLAYS)
    options, rest = parser.parse_known_args(_with_code(words), Options())
    if options.command in ("check", "import", "players"):  # argparse takes no path behind an option
        options.path += [word for word in rest if not word.startswith("-")]
        rest = [word for word in rest if word.startswith("-")]
    if options.command == "import" and not options.path:
        parser.error(door.NO_FILE)
    if rest:
        parser.error(door.not_known(rest))
    options.banks += getattr(options, "more_banks", [])
    return options


def _with_code(arguments: list[str]) -> list[str]:
    """A round code in the place of a command is played: as if `--code` stood before it."""
    for at, word in enumerate(arguments):
        if word in _COMMANDS or word == "--code":
            break
        if CODE.fullmatch(word):
            return [*arguments[:at], "--code", *arguments[at:]]
    return arguments


def _add_own(command: argparse.ArgumentParser, name: str) -> None:
    """The arguments that only this command has."""
    if name in _WORDS:
        word, many, sign, about = _WORDS[name]
        command.add_argument(word, nargs=many, metavar=sign, help=about)
    match name:
        case "check":
            command.add_argument("path", nargs="*", help=door.CHECK_PATH)
            command.add_argument("--strict", action="store_true", help=door.CHECK_STRICT)
            command.add_argument("--keep-ids", action="store_true", help=door.CHECK_KEEP_IDS)
            command.add_argument("--write-ids", action="store_true", help=door.CHECK_WRITE_IDS)
            command.add_argument("--watch", action="store_true", help=door.CHECK_WATCH)
        case "new":
            command.add_argument("title", nargs="+", metavar="TITLE", help=door.NEW_TITLE)
        case "import":
            command.add_argument("path", nargs="*", metavar="FILE", help=door.IMPORT_PATH)
            command.add_argument("--as", dest="form", metavar="FORMAT", help=door.IMPORT_AS)
            command.add_argument("--into", metavar="NAME", help=door.IMPORT_INTO)
        case "export":
            command.add_argument("form", metavar="FORMAT", help=door.EXPORT_FORMAT)
            command.add_argument("--out", metavar="FILE", help=door.EXPORT_OUT)
            command.add_argument("--with-memory", action="store_true", help=door.EXPORT_MEMORY)
        case "sheet":
            _add_those_of_a_sheet(command)
        case "saves":
            command.add_argument("action", choices=SAVES_ACTIONS, help=door.SAVED_ACTION)
        case "players":
            command.add_argument("action", nargs="?", choices=PLAYERS_ACTIONS, default="list", help=door.PLAYERS_ACTION)
            command.add_argument("path", nargs="*", metavar="NAME", help=door.PLAYERS_NAME)
        case "read":
            command.add_argument("topic", nargs="?", metavar="TOPIC", help=door.READ_TOPIC)
            command.add_argument("--unknown", action="store_true", help=door.READ_UNKNOWN)
            command.add_argument("--ask", action="store_true", help=door.READ_ASK)
        case "progress":
            command.add_argument("--json", action="store_true", help=door.PROGRESS_JSON)


def _add_those_of_a_sheet(command: argparse.ArgumentParser) -> None:
    command.add_argument("round_code", metavar="CODE", help=door.CODE)
    command.add_argument("--out", metavar="DIR", default=".", help=door.OUT)
    command.add_argument("--both", action="store_true", help=door.BOTH)
    command.add_argument("--letter", action="store_true", help=door.LETTER)
    command.add_argument("--large", action="store_true", help=door.LARGE)


def _add_options(
    parser: argparse.ArgumentParser, used: tuple[str, ...], unset: str | None, *, plays: bool = True
) -> None:
    """All options, before a command or behind it; those without use are understood, but not shown."""
    for option in WISHES:
        sign, about = _ABOUT[option]
        shown = about if option in used else argparse.SUPPRESS
        parser.add_argument(f"--{option}", metavar=sign, default=unset, help=shown)
    parser.add_argument("--saves", metavar="DIR", default=unset, help=door.SAVES)
    banks: dict[str, Any] = {"metavar": "DIR", "action": "append", "help": door.BANKS}
    if unset is None:
        parser.add_argument("--banks", default=[], **banks)
        parser.add_argument("--plain", action="store_true", help=door.PLAIN)
    else:  # what stands behind a command is added to what stands before it
        parser.add_argument("--banks", dest="more_banks", default=unset, **banks)
        about = door.PLAIN if plays else argparse.SUPPRESS
        parser.add_argument("--plain", action="store_true", default=unset, help=about)


def unused(options: Options) -> str | None:
    """A sentence about an option that says what to play, given to a command that can't use it."""
    for option in WISHES if options.command else ():
        if getattr(options, option) is not None and option not in USED[options.command]:
            return door.no_use(options.command, f"--{option}")
    return None
