"""Kahoot's sheet: the heading in row 8, columns B to H, the numbers of the right options joined by commas.

After the template that Kahoot gives to teachers. Its limits are Kahoot's: what is longer is refused there.
"""

from collections.abc import Iterator, Sequence

from quizgame.exchange.neutral import Exported, Imported, LeftOut
from quizgame.exchange.sheets import usual
from quizgame.exchange.sheets.cells import Row, excel_of
from quizgame.exchange.sheets.programs import Limits, has_header, held, padded

LIMITS = Limits(options=4, prompt=120, option=75)
SECONDS = 20
HEADER = (
    "",
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_HOW = "Add questions, at least two answer alternatives, time limit and choose correct answers (at least one)."
is_this = has_header("question", "answer1", "answer2", "correctanswers")


def read(rows: Sequence[Row]) -> Imported:
    """Read a sheet that was made from Kahoot's template. Raises `UnreadableError`."""
    return usual.read(rows, "kahoot", by_number=True)


def write(pack: Imported) -> Exported:
    """The questions that fit, as Kahoot's sheet."""
    out: list[LeftOut] = []
    rows = list(_rows(pack, out))
    before: list[list[str]] = [[""], ["", "Quiz template"], ["", _HOW], *[[""]] * 4]
    return Exported(excel_of([*before, HEADER, *rows], widths=(5, 50, 25, 25, 25, 25, 12, 12)), len(rows), tuple(out))


def _rows(pack: Imported, out: list[LeftOut]) -> Iterator[list[str | int]]:
    for number, (question, options, right) in enumerate(held(pack, LIMITS, out), 1):
        yield [str(number), question.prompt, *padded(options, 4), SECONDS, str(right + 1)]
