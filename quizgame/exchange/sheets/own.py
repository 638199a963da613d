"""Our own columns: everything that a pack holds, a row for each fact, question and word, to be edited and read again.

The last column is a digest of the row as it was written: with it an import knows which rows were edited in the sheet,
and which in the pack since then. Whoever adds a row leaves it empty, and the id too if they like.
"""

from collections.abc import Iterator, Sequence

from quizgame.banks.fields import Tag
from quizgame.banks.told_dates import told
from quizgame.exchange import ids
from quizgame.exchange.flat import digest
from quizgame.exchange.neutral import (
    About,
    Collector,
    Entry,
    Exported,
    Imported,
    Place,
    Question,
    Statement,
    Topic,
    UnreadableError,
    Word,
    Wrong,
)
from quizgame.exchange.reasons import Why
from quizgame.exchange.sheets.cells import Row, csv_of, excel_of

NAME = "own"
_MOST_WRONG = 5
_OPTIONS = tuple(f"{name} {number}" for number in range(1, _MOST_WRONG + 1) for name in ("wrong", "why"))
_HEAD = ("kind", "id", "topic", "fact", "text", "answer", *_OPTIONS, "explanation", "date", "label", "paragraph")
COLUMNS = (*_HEAD, "importance", "tags", "attributed to", "title", "section", "order", "borrows", "check")
_WIDTHS = (9, 24, 14, 20, 60, 30, *([24, 24] * _MOST_WRONG), 40, 12, 30)
_LISTS = ("sensitive_words",)
_SOURCE = ("title", "publisher", "address", "licence", "read")
_TEXTS = ("id", "title", "language", "content_note")
_TAGS: tuple[str, ...] = Tag.__args__  # type: ignore[attr-defined] # a Literal has them


def is_own(cells: Sequence[str]) -> bool:
    """Whether these are our headings; columns may have been moved, and some may have gone."""
    names = {cell.strip().casefold() for cell in cells}
    return {"kind", "id", "text"} <= names and bool(names & {"topic", "answer", "paragraph"})


def rows_for(pack: Imported) -> Iterator[tuple[str, ...]]:
    """The header and all rows of a pack."""
    yield COLUMNS
    for cells in _about_rows(pack.about.values):
        yield _row(cells)
    for topic in pack.topics:
        yield _row(
            {
                "kind": "topic",
                "id": topic.id,
                "text": topic.note or "",
                "title": topic.title,
                "section": topic.section or "",
                "order": str(topic.order or 0),
                "borrows": " ".join(topic.borrows or ()),
            }
        )
    for entry in pack.entries:
        yield _row({**_cells(entry), "id": entry.id, "topic": entry.topic, "check": digest(entry)})


def _row(cells: dict[str, str]) -> tuple[str, ...]:
    return tuple(cells.get(column, "") for column in COLUMNS)


def _about_rows(values: dict[str, object]) -> Iterator[dict[str, str]]:
    for name in _TEXTS:
        if value := values.get(name):
            yield {"kind": "pack", "id": name, "text": str(value)}
    for name in _LISTS:
        if isinstance(value := values.get(name), list | tuple) and value:
            yield {"kind": "pack", "id": name, "text": "\n".join(map(str, value))}
    source = values.get("source")
    for name in _SOURCE:
        if isinstance(source, dict) and (value := source.get(name)):
            yield {"kind": "source", "id": name, "text": str(value)}
    sections = values.get("sections")
    for section in sections if isinstance(sections, list | tuple) else ():
        yield {
            "kind": "section",
            "text": section["heading"],
            "paragraph": str(section["paragraphs"]),
            "title": section.get("group") or "",
        }


def _cells(entry: Entry) -> dict[str, str]:
    if isinstance(entry, Question):
        options = {f"wrong {at}": one.text for at, one in enumerate(entry.wrong or (), 1)}
        whys = {f"why {at}": one.why or "" for at, one in enumerate(entry.wrong or (), 1)}
        texts = {"text": entry.prompt, "answer": entry.answer, "explanation": entry.explanation or ""}
        return {"kind": "question", "fact": entry.fact or "", **texts, **options, **whys}
    if isinstance(entry, Word):
        texts = {"text": entry.term, "answer": entry.definition, "paragraph": str(entry.paragraph or "")}
        return {"kind": "word", **texts}
    return {
        "kind": "fact",
        "text": entry.text or "",
        "date": told(entry.date or ""),
        "label": entry.label or "",
        "paragraph": str(entry.paragraph or ""),
        "importance": str(entry.importance or 2),
        "tags": " ".join(entry.tags or ()),
        "attributed to": entry.attributed_to or "",
    }


def write_csv(pack: Imported) -> Exported:
    """The whole pack as CSV."""
    return Exported(csv_of(rows_for(pack)), len(pack.entries))


def write_xlsx(pack: Imported) -> Exported:
    """The whole pack as a file of Excel."""
    return Exported(excel_of(rows_for(pack), "Pack", _WIDTHS), len(pack.entries))


def read(rows: Sequence[Row]) -> Imported:
    """Read a sheet with our columns. Raises `UnreadableError`."""
    head = next((at for at, row in enumerate(rows[:20]) if is_own(row.cells)), None)
    if head is None:
        raise UnreadableError(Why.MISSES_COLUMNS)
    columns = {cell.strip().casefold(): at for at, cell in reversed(list(enumerate(rows[head].cells)))}
    reader = _Reader(columns)
    for row in rows[head + 1 :]:
        reader.row(row)
    if not reader.found.entries and not reader.found.left and not reader.topics:
        raise UnreadableError(Why.NOTHING_IN_IT)
    about = About(reader.about())
    language = str(reader.values.get("language", ""))
    title = str(reader.values.get("title", ""))
    entries, out = tuple(reader.found.entries), tuple(reader.found.left)
    return Imported(NAME, entries, tuple(reader.topics), out, title, language, about=about, complete=True)


class _Reader:
    def __init__(self, columns: dict[str, int]) -> None:
        self.columns = columns
        self.found = Collector(NAME)
        self.topics: list[Topic] = []
        self.values: dict[str, object] = {}
        self.source: dict[str, object] = {}
        self.sections: list[dict[str, object]] = []
        self.fact = ""

    def about(self) -> dict[str, object]:
        values = dict(self.values)
        if {"title", "licence", "read"} <= self.source.keys():
            values["source"] = self.source
        return {**values, "sections": self.sections} if self.sections else values

    def row(self, row: Row) -> None:
        """One row, whatever it is about."""
        place = Place("row", row.number, row.sheet)
        kind = self.of(row, "kind").casefold()
        text, name = self.of(row, "text"), self.of(row, "id")
        match kind:
            case "pack" if name in _TEXTS:
                self.values[name] = text
            case "pack" if name in _LISTS:
                self.values[name] = [word for word in text.split("\n") if word]
            case "source" if name in _SOURCE:
                self.source[name] = text
            case "section":
                section = {"heading": text, "paragraphs": self.number(row, "paragraph") or 1}
                self.sections.append({**section, **({"group": group} if (group := self.of(row, "title")) else {})})
            case "topic" if name:
                self._topic(row, name, place)
            case "fact" | "question" | "word":
                self._entry(row, kind, place)
            case _:
                self.found.leave_out(place, Why.OTHER_KIND, kind[:60], text)

    def _topic(self, row: Row, name: str, place: Place) -> None:
        note = self.of(row, "text") if "text" in self.columns else None
        section = self.of(row, "section") or None
        order, title = self.number(row, "order"), self.of(row, "title") or name
        borrows = tuple(self.of(row, "borrows").split()) if "borrows" in self.columns else None
        self.topics.append(Topic(name, title, section, order, note, borrows, place))

    def _entry(self, row: Row, kind: str, place: Place) -> None:
        name, topic, text = self.of(row, "id"), self.of(row, "topic"), self.of(row, "text")
        answer, check = self.of(row, "answer"), self.of(row, "check")
        if not text or (kind != "fact" and not answer):
            self.found.leave_out(place, Why.NO_ANSWER if text else Why.NO_QUESTION, "", text or name)
        elif kind == "word":
            paragraph = self.number(row, "paragraph")
            self.found.add(Word(name, topic, text, answer, paragraph, place=place, check=check))
        elif kind == "question":
            wrong = self._wrong(row)
            reason, fact = self.said(row, "explanation"), self.of(row, "fact") or None
            self.found.add(Question(name, topic, text, answer, wrong, reason, fact, place=place, check=check))
        else:
            self._fact(row, place)

    def _wrong(self, row: Row) -> tuple[Wrong, ...]:
        pairs = [(self.of(row, f"wrong {at}"), self.said(row, f"why {at}")) for at in range(1, 10)]
        return tuple(Wrong(text, why) for text, why in pairs if text)

    def _fact(self, row: Row, place: Place) -> None:
        tags = self.said(row, "tags")
        named = None if tags is None else tuple(tags.replace(",", " ").split())
        if unknown := next((tag for tag in named or () if tag not in _TAGS), None):
            self.found.leave_out(place, Why.DOES_NOT_FIT, f"{unknown!r} is no tag", self.of(row, "text"))
            return
        self.found.add(
            Statement(
                self.of(row, "id") or ids.made("fact", self.of(row, "text")),
                self.of(row, "topic"),
                self.of(row, "text"),
                self.said(row, "date"),
                self.said(row, "label"),
                self.number(row, "paragraph"),
                self.number(row, "importance"),
                named,
                self.said(row, "attributed to"),
                place=place,
                check=self.of(row, "check"),
            )
        )

    def of(self, row: Row, column: str) -> str:
        """The text in a column, empty if there is no such column."""
        return row.cell(self.columns.get(column))

    def said(self, row: Row, column: str) -> str | None:
        """The text in a column, None if there is no such column."""
        return self.of(row, column) if column in self.columns else None

    def number(self, row: Row, column: str) -> int | None:
        """The whole number in a column; None if there is none."""
        text = self.of(row, column)
        return int(text) if text.isdecimal() and len(text) < 6 else None
