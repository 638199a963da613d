"""Rows of texts, from CSV in all its kinds and from Excel's files, and back into both."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from quizgame.exchange.file import Archive, File
from quizgame.exchange.neutral import UnreadableError
from quizgame.exchange.reasons import Why

MAX_ROWS = 200_000
MAX_COLUMNS = 64
_MAX_CELL = 200_000
_LOOKED_AT = 30
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Row:
    """The cells of a row, each without white space around it; its number counts from 1."""

    number: int
    cells: tuple[str, ...]
    sheet: str = ""

    def cell(self, column: int | None) -> str:
        """The text in a column; empty where there is none."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


def rows_of(file: File) -> list[Row]:
    """The rows that are not empty, of all sheets. Raises `UnreadableError`."""
    rows = _of_excel(file.data) if file.is_archive else _of_csv(file.text())
    return [row for row in rows if any(row.cells)]


def _of_csv(text: str) -> list[Row]:
    delimiter = delimiter_of(text)
    csv.field_size_limit(_MAX_CELL)
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        for cells in reader:
            rows.append(Row(len(rows) + 1, tuple(unguarded(cell.strip()) for cell in cells[:MAX_COLUMNS])))
            if len(rows) > MAX_ROWS:
                raise UnreadableError(Why.TOO_MANY_ROWS, f"{MAX_ROWS:,}")
    except csv.Error:
        raise UnreadableError(Why.BROKEN_FILE, "CSV") from None
    return rows


def delimiter_of(text: str) -> str:
    """What divides the cells: the sign that gives the most rows of the same width, or a comma."""
    lines = text[:50_000].split("\n")[: _LOOKED_AT * 3]
    if len(text) > 50_000:
        lines = lines[:-1]
    best, most = ",", 0.0
    for sign in "\t;,|":
        try:
            widths = [len(cells) for cells in csv.reader(lines, delimiter=sign) if cells][:_LOOKED_AT]
        except csv.Error:
            continue
        width = max(set(widths), key=widths.count, default=1)
        if width < 2:
            continue
        score = widths.count(width) / len(widths) + min(width, 10) / 100
        if score > most:
            best, most = sign, score
    return best


def _of_excel(data: bytes) -> Iterator[Row]:
    try:
        import openpyxl
    except ImportError:
        raise UnreadableError(Why.NEEDS_LIBRARY, "openpyxl") from None
    Archive(data)  # its sizes
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        several = len(sheets) > 1
        for sheet in sheets:
            sheet.reset_dimensions()
            for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                if number > MAX_ROWS:
                    raise UnreadableError(Why.TOO_MANY_ROWS, f"{MAX_ROWS:,}")
                yield Row(number, tuple(map(_text, cells[:MAX_COLUMNS])), sheet.title if several else "")
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, zipfile.BadZipFile, SyntaxError):
        raise UnreadableError(Why.BROKEN_FILE, "Excel") from None  # openpyxl raises what happens to go wrong in it


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value).replace("\r\n", "\n").strip()


def guarded(text: str) -> str:
    """A text of a CSV that no spreadsheet program takes for a formula. A number such as -753 stays a number."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    """The text before it was guarded."""
    return text[1:] if _GUARDED.match(text) else text


def csv_of(rows: Iterable[Sequence[str]], *, quote_all: bool = False) -> bytes:
    """Rows as CSV that spreadsheet programs open: UTF-8 with a mark."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def excel_of(rows: Iterable[Sequence[str | int]], title: str = "Sheet1", widths: Sequence[int] = ()) -> bytes:
    """Rows as a file of Excel in which a text is a text, also one that begins with `=`.

    Raises `UnreadableError` without the library.
    """
    try:
        import openpyxl
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.utils import get_column_letter
    except ImportError:
        raise UnreadableError(Why.NEEDS_LIBRARY, "openpyxl") from None
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row in rows:
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=text or None)
            if text and isinstance(text, str):
                cell.data_type = "s"  # else a text that begins with = becomes a formula
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
