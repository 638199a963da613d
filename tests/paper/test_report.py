"""Reports: figures that add up, cells that no spreadsheet runs, and no ranking of seats."""

import csv
import io
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.game.events import ClassEvent
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_start import begin_class_round
from quizgame.game.play.modes import CLASS_HANDS, CLASS_TEAMS
from quizgame.learning.class_figures import class_figures
from quizgame.paper.csv_text import BOM, csv_text, guarded
from quizgame.paper.report import Report, answer_rows, item_rows, report_files, report_html
from tests.game.play.classes import EVENTS, begun, played, settings_by_chance
from tests.game.strategies import MOMENT, modest
from tests.paper.test_sheet import NASTY, Seen, hostile


def report_of(seed: int, mode: str) -> Report:
    rng = random.Random(seed)
    settings = replace(settings_by_chance(EVENTS, rng), mode=mode, teams=3)
    settings = replace(settings, selection=replace(settings.selection, length=9, left_out=()))
    events = [event for _, event in played(EVENTS, settings, rng)]
    return Report(EVENTS, "5b", MOMENT, "TIGER-42-K7Q-XPM", class_figures(EVENTS, events))


def read(text: str) -> list[list[str]]:
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))


@pytest.mark.parametrize("mode", [CLASS_TEAMS, CLASS_HANDS])
def test_a_report_has_a_row_for_each_answer_and_one_for_each_question(mode: str) -> None:
    report = report_of(1, mode)
    files = report_files(report)
    assert [name.rpartition("-")[2] for name in files] == ["1230.html", "answers.csv", "questions.csv"]
    page, answers, items = files.values()
    assert len(read(answers)) == len(report.figures.answers) + 1
    assert len(read(items)) == len(report.figures.items) + 1
    assert {len(row) for row in read(answers)} == {9}
    assert read(answers)[1:] == [[str(cell) for cell in row] for row in answer_rows(report)][1:]
    assert sum(int(row[4]) for row in read(items)[1:]) == sum(
        item.facility.asked for item in report.figures.items.values()
    )
    seen = Seen(page)
    assert "5b, 2024-05-17" in seen.text
    assert not seen.tags & {"script", "img", "link", "a"}


@pytest.mark.parametrize(
    ("cell", "guard"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "+1"),
        ("-753", "-753"),
        ("-7.5", "-7.5"),
        ("-753 BC", "'-753 BC"),
        ("@x", "'@x"),
        ("  =1", "'  =1"),
        ("\t=1", "' =1"),
        ("＝1", "'＝1"),
        ("Right 1 = 1", "Right 1 = 1"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run_is_made_text_and_a_year_stays_a_number(cell: str, guard: str) -> None:
    assert guarded(cell) == guard


@given(st.lists(st.lists(st.text(max_size=20), min_size=1, max_size=5), max_size=5))
@modest
def test_any_text_is_one_cell_that_begins_no_formula(rows: list[list[str]]) -> None:
    found = read(csv_text(rows))
    assert [len(row) for row in found] == [len(row) for row in rows]
    for row in found:
        for cell in row:
            assert (
                not cell.lstrip().startswith(("=", "+", "-", "@"))
                or cell.lstrip("+-").replace(".", "").replace(",", "").isdecimal()
            )


def test_what_a_bank_says_is_data_in_a_report_too() -> None:
    pack = hostile()
    round_ = begun(pack, CLASS_HANDS, topics=("north",), length=3)
    events: list[ClassEvent] = [round_.started]
    while round_.phase is not ClassPhase.OVER:
        round_, event = round_.answer(DontKnow(), MOMENT, 0)
        events.append(event)
        round_, _ = round_.go_on(MOMENT)
    report = Report(pack, NASTY, MOMENT, "", class_figures(pack, events))
    page = report_html(report)
    assert not Seen(page).tags & {"script", "img"}
    assert "\x1b" not in page
    assert all(
        str(cell) == str(cell).replace("\x1b", "") for row in read(csv_text(answer_rows(report))) for cell in row
    )


def test_seats_stand_in_their_order_and_warm_ups_and_tie_breaks_make_no_scores() -> None:
    round_ = begun(teams=2, length=4, warm_up=True)
    events: list[ClassEvent] = [round_.started]
    while round_.phase is not ClassPhase.OVER:
        if round_.phase is ClassPhase.SHOWING:
            round_, _ = round_.go_on(MOMENT)
        else:
            round_, event = round_.answer(DontKnow(), MOMENT, 0)
            events.append(event)
    assert round_.tie_break is not None
    report = Report(EVENTS, "5b", MOMENT, "", class_figures(EVENTS, events), with_warm_up=True)
    page = report_html(report)
    assert page.count("<td>2</td><td>0</td>") == 2
    assert "The class" not in page
    assert [row[3] for row in answer_rows(report)][1:] == [0, 1, 2, 3, 4, 5, 5]
    assert page.count("know: 1</p>") == 5
    assert len(list(item_rows(report))) == 1 + 1 + 4 + 1


def test_a_round_that_has_just_begun_has_a_report() -> None:
    settings = settings_by_chance(EVENTS, random.Random(1))
    started = begin_class_round(EVENTS, settings, round_id="r", moment=MOMENT).started
    report = Report(EVENTS, "5b", MOMENT, "", class_figures(EVENTS, [started]))
    assert all(report_files(report).values())
