"""Tables as CSV that a spreadsheet opens and does not run.

A cell that begins with =, +, -, @, a tab or a carriage return is a formula to a spreadsheet; an apostrophe before it
makes it text (OWASP: CSV injection). A number stays a number: -753 is a year.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from quizgame.banks.clean import clean

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
BOM = "\ufeff"
"""By which spreadsheets know UTF-8."""


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula, in one line."""
    line = clean(text)
    return f"'{line}" if line.lstrip().startswith(_FORMULA) and not _NUMBER.fullmatch(line) else line


def csv_text(rows: Iterable[Sequence[str | int | float]]) -> str:
    """Rows as a CSV file: UTF-8 with its mark, commas, the ends of lines that RFC 4180 asks for."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
    for row in rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return BOM + out.getvalue()
