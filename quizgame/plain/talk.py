"""Lines out and lines in."""

import sys

from quizgame.banks.clean import clean, clean_lines


class Left(Exception):  # noqa: N818 - not an error: the player wants to stop
    """The player left, or the input ended."""


def say(text: str = "", *, under: int = 0) -> None:
    """Print a text in its own lines; those after the first stand so many cells to the right."""
    print(clean_lines(text).replace("\n", "\n" + " " * under), flush=True)


def read(how: str) -> str:
    """Ask for a line and read it, in small letters. Raises `Left` for `q` and at the end of the input."""
    return read_as_typed(how).casefold()


def read_as_typed(how: str) -> str:
    """Ask for a line and read it, such as the name of a folder. Raises `Left` as `read` does."""
    print(f"{how}: ", end="", flush=True)
    line = _line()
    if not (sys.stdin and sys.stdin.isatty()):
        say()
    line = clean(line).strip() if line else "q"
    if line.casefold() == "q":
        raise Left
    return line


def _line() -> str:
    """What was typed; nothing at the end of the input, also where it was closed before we came or its terminal went."""
    try:
        return sys.stdin.readline() if sys.stdin else ""
    except OSError:
        return ""
