"""Sheets and reports in a real browser: on as many pages as promised, nothing cut off, nothing asked of the network."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.banks.files.read import read_library
from quizgame.banks.pack import Pack
from quizgame.game.draw.selection import Selection
from quizgame.game.play.modes import CLASS_HANDS
from quizgame.learning.class_figures import class_figures
from quizgame.paper.page import Size, element, page
from quizgame.paper.report import Report, report_files
from quizgame.paper.sheet import files_of, sheet_of
from quizgame.session.writing import write_all
from tests.game.play.classes import played, settings_by_chance
from tests.game.strategies import MOMENT, bank, fact, pack_of
from tests.paper.browser import listening, measured, needs_browser, printed
from tests.saves.samples import BANKS

pytestmark = [pytest.mark.thorough, needs_browser]

INCHES = {Size.A4: (8.3, 11.7), Size.LETTER: (8.5, 11.0)}
COLUMN = {Size.A4: 703, Size.LETTER: 725}
"""CSS pixels of the paper between its margins of 12 mm."""
LEAST_CONTRAST = 4.5


def shipped() -> Pack:
    return read_library((BANKS,)).packs[0].pack


def report_on(pack: Pack) -> Report:
    rng = random.Random(1)
    settings = replace(settings_by_chance(pack, rng), mode=CLASS_HANDS, warm_up=False)
    selection = replace(settings.selection, topics=pack.topics, length=12, left_out=(), kinds=("choice", "ordering"))
    events = [event for _, event in played(pack, replace(settings, selection=selection), rng)]
    return Report(pack, "5b", MOMENT, "TIGER-42-K7Q-XPM", class_figures(pack, events))


@pytest.mark.parametrize("size", Size)
def test_twelve_questions_of_each_version_their_keys_and_the_cards_are_a_page_each(tmp_path: Path, size: Size) -> None:
    pack = shipped()
    for seed in ("TIGER-42", "OWL-7", "OWL-42"):
        sheet = sheet_of(pack, Selection(seed, pack.topics, 12), both=True)
        work, key, *_ = write_all(tmp_path, files_of(sheet, size=size))
        assert (printed(tmp_path / work, tmp_path / "home").pages, seed) == (3, seed)
        on_paper = printed(tmp_path / key, tmp_path / "home")
        assert (on_paper.pages, on_paper.inches) == (2, frozenset({INCHES[size]})), seed


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", Size)
def test_no_text_is_cut_off_or_broken_or_pale(tmp_path: Path, size: Size, *, large: bool) -> None:
    pack = shipped()
    sheet = sheet_of(pack, Selection("TIGER-42", pack.topics, 12), both=True)
    files = files_of(sheet, size=size, large=large)
    files |= report_files(report_on(pack), size=size) if not large else {}
    for name in write_all(tmp_path, {name: text for name, text in files.items() if name.endswith(".html")}):
        seen = measured(tmp_path / name, tmp_path / "home", width=COLUMN[size])
        assert (seen.outside, seen.over_another, seen.broken) == ([], [], []), name
        assert seen.contrast >= LEAST_CONTRAST, name


def test_long_words_are_broken_before_they_leave_their_column(tmp_path: Path) -> None:
    plain = fact("a")
    asked = plain.questions[0].model_copy(update={"prompt": "W" * 150, "answer": "M" * 60, "explanation": "N" * 150})
    banks = bank("north", [plain.model_copy(update={"questions": (asked,)})])
    sheet = sheet_of(pack_of(banks), Selection("OWL-1", ("north",), 1, ("choice",)))
    for name in write_all(tmp_path, files_of(sheet))[:2]:
        seen = measured(tmp_path / name, tmp_path / "home", width=COLUMN[Size.A4])
        assert (seen.outside, seen.over_another) == ([], []), name


def test_what_measures_pages_finds_what_is_wrong_with_one(tmp_path: Path) -> None:
    words = (element("p", "elsewhere " * 3, name) for name in ("narrow", "pale", "over"))
    style = ".narrow { width: 5mm; overflow-wrap: normal; } .pale { color: #999; } .over { margin-top: -8mm; }"
    broken = element("p", "elsewhere", "cut")
    text = page("", "en", [*words, broken]).replace("</style>", f"{style} .cut {{ width: 6mm; }}</style>")
    write_all(tmp_path, {"bad.html": text})
    seen = measured(tmp_path / "bad.html", tmp_path / "home", width=COLUMN[Size.A4])
    assert seen.outside
    assert seen.over_another
    assert "elsewhere" in seen.broken
    assert seen.contrast < LEAST_CONTRAST


def test_whatever_a_bank_says_nothing_is_asked_of_the_network(tmp_path: Path) -> None:
    with listening() as (address, asked):
        lure = (
            f'<img src="{address}/img"><link rel="stylesheet" href="{address}/css"><script src="{address}/js"></script>'
        )
        plain = fact("a")
        question = plain.questions[0].model_copy(update={"prompt": lure, "answer": lure, "explanation": lure})
        north = bank("north", [plain.model_copy(update={"questions": (question,)})])
        pack = pack_of(north.model_copy(update={"section": lure, "title": lure}))
        sheet = sheet_of(pack, Selection("OWL-1", ("north",), 1, ("choice",)))
        report = replace(report_on(shipped()), name=lure, code=lure)
        files = {**files_of(sheet), **report_files(report)}
        for name in write_all(tmp_path, {name: text for name, text in files.items() if name.endswith(".html")}):
            printed(tmp_path / name, tmp_path / "home")
            assert lure not in (tmp_path / name).read_text(encoding="utf-8")
        assert asked == []
        write_all(tmp_path, {"bare.html": f"<body>{lure}</body>", "ours.html": page("", "en", [lure])})
        printed(tmp_path / "ours.html", tmp_path / "home")
        assert asked == []  # should a text ever stand there unescaped, the page forbids it
        printed(tmp_path / "bare.html", tmp_path / "home")
        assert sorted(asked) == ["/css", "/img", "/js"]
