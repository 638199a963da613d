"""Blooket's CSV: two rows of headings, up to four options, the number of the right one in the last column."""

from collections.abc import Sequence

from quizgame.exchange.neutral import Exported, Imported, LeftOut
from quizgame.exchange.sheets import usual
from quizgame.exchange.sheets.cells import Row, csv_of
from quizgame.exchange.sheets.programs import Limits, has_header, held, padded

LIMITS = Limits(options=4)
SECONDS = "20"
TITLE = ("Blooket\nImport Template", *[""] * 7)
HEADER = (
    "Question #",
    "Question Text",
    "Answer 1",
    "Answer 2",
    "Answer 3\n(Optional)",
    "Answer 4\n(Optional)",
    "Time Limit (sec)\n(Max: 300 seconds)",
    "Correct Answer(s)\n(Only include Answer #)",
)
is_this = has_header("questiontext", "answer1", "answer2", "correctanswers")


def read(rows: Sequence[Row]) -> Imported:
    """Read a sheet that was made from Blooket's template. Raises `UnreadableError`."""
    return usual.read(rows, "blooket", by_number=True)


def write(pack: Imported) -> Exported:
    """The questions as Blooket's CSV."""
    out: list[LeftOut] = []
    rows = [
        [str(number), question.prompt, *padded(options, 4), SECONDS, str(right + 1)]
        for number, (question, options, right) in enumerate(held(pack, LIMITS, out), 1)
    ]
    return Exported(csv_of([TITLE, HEADER, *rows]), len(rows), tuple(out))
