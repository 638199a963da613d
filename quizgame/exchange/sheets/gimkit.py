"""Gimkit's CSV: the question, the right option, and up to three wrong ones."""

from collections.abc import Sequence

from quizgame.exchange.neutral import Exported, Imported, LeftOut
from quizgame.exchange.sheets import usual
from quizgame.exchange.sheets.cells import Row, csv_of
from quizgame.exchange.sheets.programs import Limits, has_header, held, padded

LIMITS = Limits(options=4)
TITLE = ("Gimkit Spreadsheet Import Template", *[""] * 4)
HEADER = (
    "Question",
    "Correct Answer",
    "Incorrect Answer 1",
    "Incorrect Answer 2 (Optional)",
    "Incorrect Answer 3 (Optional)",
)
is_this = has_header("question", "correctanswer", "incorrectanswer1", first="gimkit")


def read(rows: Sequence[Row]) -> Imported:
    """Read a sheet that was made from Gimkit's template. Raises `UnreadableError`."""
    return usual.read(rows, "gimkit")


def write(pack: Imported) -> Exported:
    """The questions as Gimkit's CSV."""
    out: list[LeftOut] = []
    rows = [
        [question.prompt, question.answer, *padded([one.text for one in question.wrong or ()], 3)]
        for question, _, _ in held(pack, LIMITS, out)
    ]
    return Exported(csv_of([TITLE, HEADER, *rows]), len(rows), tuple(out))
