"""The door: reads the command line and starts one front end or one command, each imported only when it is needed."""

import argparse
import sys
from pathlib import Path

from quizgame import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run quizgame; returns the exit status (0 well, 1 problems found, 2 can't be done)."""
    options = _parser().parse_args(arguments)
    if options.command == "check":
        from quizgame.plain.check import check

        return check(options.path or [Path("question_banks")])
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="quizgame", description="A quiz game for learning from a text.")
    parser.add_argument("--version", action="version", version=f"quizgame {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    check = commands.add_parser("check", help="check question banks and print what to mend")
    check.add_argument("path", nargs="*", type=Path, help="a folder of packs, a pack, or one bank")
    return parser


if __name__ == "__main__":
    sys.exit(main())
