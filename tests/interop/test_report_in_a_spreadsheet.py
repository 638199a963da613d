"""A report's table, opened by a spreadsheet program: each cell is what was written, and none is a formula."""

import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from quizgame.paper.csv_text import csv_text

pytestmark = pytest.mark.interop


def test_a_spreadsheet_program_reads_texts_numbers_and_no_formulas(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: no spreadsheet program has read a report")
    rows: list[list[str | int]] = [
        ["seat", "answer", "points"],
        ["7", "Ünï “quoted”, with a comma", 100],
        ["Foxes", "=1+1", 0],
        ["x", "-753", 5],
    ]
    (tmp_path / "report.csv").write_text(csv_text(rows), encoding="utf-8", newline="")
    subprocess.run(
        # without a window it does not ask how the text is written; with one it sees that by the first three bytes
        [
            office,
            "--headless",
            "--infilter=CSV:44,34,76",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "report.csv"),
        ],
        check=True,
        capture_output=True,
        timeout=180,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    sheet = openpyxl.load_workbook(tmp_path / "report.xlsx").active
    assert sheet is not None
    read = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert read[0] == rows[0]
    assert read[1] == [7, "Ünï “quoted”, with a comma", 100]
    assert read[2] == ["Foxes", "'=1+1", 0]
    assert read[3] == ["x", -753, 5]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
