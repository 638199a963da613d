"""Sheets in a real browser, where there is one: printed on as many pages as promised."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from quizgame.banks.files.read import read_library
from quizgame.game.draw.selection import Selection
from quizgame.paper.page import Size
from quizgame.paper.sheet import files_of, sheet_of
from quizgame.session.writing import write_all
from tests.saves.samples import BANKS

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FONT = Path("/usr/share/fonts/truetype/liberation")


def pages_of(path: Path, home: Path) -> int:
    """The pages that a browser prints a file on."""
    printed = path.with_suffix(".pdf")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home}", "--no-pdf-header-footer"]
    command = [str(CHROMIUM), *flags, f"--print-to-pdf={printed}", path.as_uri()]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    return len(re.findall(rb"/Type /Page\b", printed.read_bytes()))


@pytest.mark.thorough
@pytest.mark.skipif(CHROMIUM is None or not FONT.is_dir(), reason="there is no Chromium here, or not its fonts")
@pytest.mark.parametrize("size", Size)
def test_twelve_questions_of_each_version_and_the_cards_are_a_page_each(tmp_path: Path, size: Size) -> None:
    pack = read_library((BANKS,)).packs[0].pack
    for seed in ("TIGER-42", "OWL-7", "FOX-123"):
        sheet = sheet_of(pack, Selection(seed, pack.topics, 12), both=True)
        name, *_ = write_all(tmp_path, files_of(sheet, size=size))
        assert pages_of(tmp_path / name, tmp_path / "home") == 3, seed
