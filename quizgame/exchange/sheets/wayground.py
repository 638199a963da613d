"""Wayground's sheet (Quizizz until 2025): up to five options, the number of the right one, and an explanation."""

from collections.abc import Sequence

from quizgame.exchange.fit import is_stand_in
from quizgame.exchange.neutral import Exported, Imported, LeftOut
from quizgame.exchange.sheets import usual
from quizgame.exchange.sheets.cells import Row, excel_of
from quizgame.exchange.sheets.programs import Limits, has_header, held, padded

LIMITS = Limits(options=5)
SECONDS = 30
KIND = "Multiple Choice"
HEADER = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in range(1, 6)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)
is_this = has_header("questiontext", "questiontype", "option1", "correctanswer")


def read(rows: Sequence[Row]) -> Imported:
    """Read a sheet that was made from Wayground's template. Raises `UnreadableError`."""
    return usual.read(rows, "wayground", by_number=True)


def write(pack: Imported) -> Exported:
    """The questions as Wayground's sheet."""
    out: list[LeftOut] = []
    rows: list[list[str | int]] = []
    for question, options, right in held(pack, LIMITS, out):
        told = "" if is_stand_in(question) else question.explanation or ""
        rows.append([question.prompt, KIND, *padded(options, 5), str(right + 1), SECONDS, "", told])
    return Exported(excel_of([HEADER, *rows]), len(rows), tuple(out))
