"""Our own sheet is complete: export, edit in a spreadsheet program, import, and exactly the edit has changed."""

import io

import openpyxl
import pytest

from quizgame.banks.dates import parse
from quizgame.exchange.bring import new_pack, updated
from quizgame.exchange.file import File
from quizgame.exchange.neutral import Imported, words_in
from quizgame.exchange.reasons import Why
from quizgame.exchange.sheets import own
from quizgame.exchange.sheets.cells import csv_of, rows_of
from tests.exchange.shipped import entries, shipped

DAY = parse("2026-11-26")


def read(data: bytes) -> Imported:
    return own.read(rows_of(File("pack.csv", data)))


@pytest.mark.parametrize("write", [own.write_csv, own.write_xlsx])
def test_the_shipped_pack_goes_out_and_comes_in_the_same(write: object) -> None:
    data = write(entries()).data  # type: ignore[operator] # one of two
    again = updated(read(data), shipped(), "")
    assert (again.added, again.changed, again.edited_here, again.left_out) == ((), (), (), ())
    assert set(again.files) <= {".imported.json"}
    anew = new_pack(read(data), "copy", "pack.csv", DAY)
    assert anew.left_out == ()
    assert anew.about == shipped().about
    assert anew.banks == shipped().banks


def edited(name: str, column: str, text: str) -> bytes:
    rows = [list(row) for row in own.rows_for(entries())]
    for row in rows:
        if row[own.COLUMNS.index("id")] == name:
            row[own.COLUMNS.index(column)] = text
    return csv_of(rows)


@pytest.mark.parametrize(
    ("name", "column", "text"),
    [
        ("first-war-sides-who", "text", "Who fought whom?"),
        ("first-war-sides-who", "why 2", "=1+1 is no reason."),
        ("first-war-sides", "importance", "2"),
        (next(words_in(entries().entries)).id, "answer", "A pause."),
    ],
)
def test_what_was_edited_in_the_sheet_changes_and_nothing_else(name: str, column: str, text: str) -> None:
    result = updated(read(edited(name, column, text)), shipped(), "")
    assert result.changed == (name,)
    assert (result.added, result.left_out) == ((), ())
    changed = [bank.topic for bank, old in zip(result.banks, shipped().banks, strict=True) if bank != old]
    assert set(result.files) == {f"{topic}.yaml" for topic in changed} | {".imported.json"}
    assert len(changed) == 1


def test_what_was_edited_here_since_the_sheet_went_out_stays() -> None:
    sheet = own.write_csv(entries()).data
    here = updated(read(edited("first-war-sides-who", "text", "Edited here?")), shipped(), "")
    pack = type(shipped())("id", here.about, here.banks, "0")
    again = updated(read(sheet), pack, "")
    assert again.edited_here == ("first-war-sides-who",)
    assert (again.changed, again.left_out) == ((), ())
    both = updated(read(edited("first-war-sides-who", "text", "Edited there?")), pack, "")
    assert [(one.why, one.detail) for one in both.left_out] == [(Why.EDITED_BOTH, "first-war-sides-who")]
    assert both.changed == ()


def test_excel_s_cells_are_texts_and_never_formulas() -> None:
    book = openpyxl.load_workbook(io.BytesIO(own.write_xlsx(entries()).data))
    assert {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None} <= {"s"}
