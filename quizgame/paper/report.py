"""The report of a round of a class: what was asked, what came of it, what to teach again. No seat is ranked."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from quizgame.banks.dates import spanning
from quizgame.banks.pack import Pack
from quizgame.game.draw.codes import code_of
from quizgame.game.events import Answered, Started
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.dating import DateQuestion
from quizgame.game.play.class_start import settings_of
from quizgame.game.play.modes import CLASS_TEAMS
from quizgame.game.play.votes import HANDS
from quizgame.learning.class_figures import ClassFigures, Item
from quizgame.learning.intervals import Share
from quizgame.learning.telling_apart import TellingApart, telling_apart
from quizgame.paper.csv_text import csv_text
from quizgame.paper.page import Size, element, escaped, escaped_lines, page
from quizgame.session.classroom import Classroom
from quizgame.wording import paper as words
from quizgame.wording.class_report import (
    gain_line,
    gain_of_round,
    numbered_item,
    share_in_words,
    telling_lines,
    title_of_item,
    to_teach_again_lines,
    unknown_line,
)
from quizgame.wording.class_setup import class_name
from quizgame.wording.classes import seat_name
from quizgame.wording.dates import date_in_words

_Row = tuple[str | int | float, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a report is about."""

    pack: Pack
    name: str
    """What the class is called."""
    moment: datetime
    """When the round began."""
    code: str
    """Its round code; empty for a starter, which has none."""
    figures: ClassFigures
    with_warm_up: bool = False
    """Whether the first question was one."""

    @property
    def day(self) -> str:
        """The day of the round, as ISO 8601 has it."""
        return self.moment.date().isoformat()

    def number(self, answer: Answered | Item) -> int:
        """The number of a question, as on the projector and on paper; 0 for the warm-up."""
        return answer.place + 1 - self.with_warm_up


def report_of(classroom: Classroom, started: Started) -> Report:
    """The report of a round of a class, played or typed in from paper."""
    code = "" if started.facts else code_of(classroom.pack, settings_of(started).selection)
    figures = classroom.figures(started.round)
    return Report(classroom.pack, class_name(classroom), started.moment, code, figures, started.warm_up)


def report_files(report: Report, *, size: Size = Size.A4) -> dict[str, str]:
    """The files of a report by their names: HTML to print, a row an answer, a row a question."""
    name = f"report-{report.moment:%Y-%m-%d-%H%M}"
    return {
        f"{name}.html": report_html(report, size=size),
        f"{name}-answers.csv": csv_text(answer_rows(report)),
        f"{name}-questions.csv": csv_text(item_rows(report)),
    }


def report_html(report: Report, *, size: Size = Size.A4) -> str:
    """The report to print."""
    title = words.report_title(report.name, report.day)
    head = element("header", element("h1", escaped(title)) + element("span", escaped(report.code)))
    told = telling_apart(report.figures.answers)
    items = "".join(
        _item(report.pack, item, told.get(name), report.number(item)) for name, item in report.figures.items.items()
    )
    parts = [
        head,
        element("p", escaped(report.pack.title)),
        _seats(report),
        _to_teach_again(report),
        element("h2", escaped(words.QUESTIONS)) + items,
    ]
    if gain := gain_of_round(report.figures):
        parts.insert(3, element("p", escaped(gain)))
    return page(title, report.pack.about.language, [element("section", "".join(parts))], size=size)


def _seats(report: Report) -> str:
    by_seat: dict[str, list[Answered]] = defaultdict(list)
    for answer in _counting(report):
        by_seat[answer.seat].append(answer)
    heads = (words.PLAYED, words.QUESTIONS, words.SCORE)
    rows = [element("tr", "".join(element("th", escaped(head)) for head in heads))]
    for seat in sorted(by_seat, key=lambda one: (not one.isdecimal(), int(one) if one.isdecimal() else 0)):
        own = by_seat[seat]
        mean = round(100 * sum(one.credit for one in own) / len(own))
        cells = (seat_name(seat), str(len(own)), str(mean))
        rows.append(element("tr", "".join(element("td", escaped(cell)) for cell in cells)))
    return element("table", "".join(rows))


def _counting(report: Report) -> Iterator[Answered]:
    """The answers that make scores: neither a warm-up nor, of teams, a tie-break, which several of them answer."""
    seats: dict[int, set[str]] = defaultdict(set)
    for answer in report.figures.answers:
        seats[answer.place].add(answer.seat)
    for answer in report.figures.answers:
        ties = answer.mode == CLASS_TEAMS and len(seats[answer.place]) > 1
        if not ties and report.number(answer) > 0:
            yield answer


def _to_teach_again(report: Report) -> str:
    facts = [to_teach_again_lines(report.pack, figure) for figure in report.figures.to_teach_again]
    notes = (element("li", "<br>".join(escaped_lines(line) for line in lines)) for lines in facts if lines)
    found = "".join(notes)
    return element("h2", escaped(words.TEACH_AGAIN)) + element("ol", found) if found else ""


def _item(pack: Pack, item: Item, told: TellingApart | None, number: int) -> str:
    share = f"{words.RIGHT}: {share_in_words(item.facility)}"
    lines = [element("p", element("b", escaped(numbered_item(pack, item, number)))), element("p", escaped(share))]
    if item.before.asked:
        lines.append(element("p", escaped(gain_line(item.before, item.after))))
    if item.table:
        cells = (("✓ " if is_key else "") + text for text, _, is_key in item.table)
        counts = (str(count) for _, count, _ in item.table)
        rows = (
            element("tr", element("td", escaped(text)) + element("td", count, "figure"))
            for text, count in zip(cells, counts, strict=True)
        )
        head = element("th", escaped(words.OPTION)) + element("th", escaped(words.CHOSEN), "figure")
        lines.append(element("table", element("tr", head) + "".join(rows)))
    if item.unknown:
        lines.append(element("p", escaped(unknown_line(item))))
    if told is not None:
        lines += [element("p", escaped(line), "small") for line in telling_lines(told)]
    return element("article", "".join(lines))


def answer_rows(report: Report) -> Iterator[_Row]:
    """A heading, then a row for each seat and question."""
    yield words.ROW_HEADINGS
    items = report.figures.items
    for answer in report.figures.answers:
        item = items[answer.question, tuple(sorted(answer.facts))]
        yield (
            answer.moment.date().isoformat(),
            report.code,
            seat_name(answer.seat),
            report.number(answer),
            title_of_item(report.pack, item),
            given_in_words(answer),
            item.key or "",
            round(answer.credit, 3),
            answer.milliseconds,
        )


def item_rows(report: Report) -> Iterator[_Row]:
    """A heading, then a row for each question."""
    yield words.ITEM_HEADINGS
    for item in report.figures.items.values():
        low, high = item.facility.interval
        before: Share = item.before
        yield (
            title_of_item(report.pack, item),
            item.topic,
            item.kind,
            item.facility.right,
            item.facility.asked,
            round(item.facility.value, 3),
            round(low, 3),
            round(high, 3),
            before.right,
            before.asked,
            item.unknown,
        )


def given_in_words(answer: Answered) -> str:
    """What was answered: an option, the counts of a vote, an order, a date; nothing for "I don't know"."""
    given = answer.response
    if given is None:
        return ""
    if answer.kind == HANDS:
        pairs = zip(answer.shown, given, strict=True)
        return "; ".join(f"{text}: {count}" for text, count in pairs)
    if answer.kind == ChoiceQuestion.kind:
        return answer.shown[given[0]]
    if answer.kind == DateQuestion.kind:
        return date_in_words(spanning(given[0], given[1]))
    return " → ".join(answer.shown[at] for at in given)
