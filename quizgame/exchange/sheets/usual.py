"""Sheets whose header row names question, answer and wrong options, or a word and its meaning, or a date and an event.

Each program has columns of its own, and what a row of them means is nearly the same: which is why Kahoot's, Blooket's,
Gimkit's and Wayground's are read here too, each with its `Columns`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from quizgame.exchange.fit import with_era
from quizgame.exchange.neutral import Collector, Imported, Place, Question, Statement, UnreadableError, Word, Wrong
from quizgame.exchange.reasons import Why
from quizgame.exchange.sheets.cells import Row

_ROLES = {
    "prompt": "question|questions|questiontext|questiontitle|prompt|stem|frage|pregunta|domanda|pergunta|вопрос|հարց",
    "answer": "answer|correctanswers?|correct|correctoption|rightanswer|right|solution|key|answerkey|antwort"
    "|richtigeantwort|respuesta|respuestacorrecta|réponse|bonneréponse|risposta|ответ|պատասխան",
    "explanation": "explanation|answerexplanation|feedback|generalfeedback|reason|rationale|erklärung|explicación"
    "|explication",
    "topic": "topic|category|section|chapter|unit|deck|subject|thema|kategorie|tema",
    "term": "term|word|front|vocabulary|begriff|wort|palabra|mot",
    "meaning": "definition|meaning|back|translation|bedeutung|significado",
    "date": "date|year|when|datum|jahr|fecha|año",
    "event": "event|label|what|whathappened|title|ereignis|evento|événement",
    "id": "id|questionid|identifier",
    "kind": "questiontype|type",
    "media": "imagelink|image|picture|video",
}
_WRONG = re.compile(
    r"(?:wrong|incorrect|false)(?:answer|option|choice)?s?\d*|distractors?\d*|falsch(?:eantwort(?:en)?)?\d*"
    r"|(?:respuestas?)?incorrectas?\d*|(?:mauvaises?|fausses?)réponses?\d*|rispost[ae](?:errat|sbagliat)[ae]\d*"
    r"|(?:неправильный|неверный)ответ\d*|սխալպատասխան\d*"
)
_OPTION = re.compile(r"(?:option|choice|answer|answeroption|possibleanswer|antwort|opción)(?:[1-9]|[a-h])")
_SPLIT = re.compile(r"\s*[|;\n]\s*")
_CHOICE = re.compile(r"multiplechoice|mcq?|mcsa|choice|singlechoice|quiz|question|auswahl")
_LETTERS = "abcdefgh"


@dataclass(frozen=True)
class Columns:
    """Which columns hold what."""

    prompt: int | None = None
    answer: int | None = None
    """The right option: as a text, or by its number or letter among the options."""
    wrong: tuple[int, ...] = ()
    options: tuple[int, ...] = ()
    explanation: int | None = None
    topic: int | None = None
    term: int | None = None
    meaning: int | None = None
    date: int | None = None
    event: int | None = None
    id: int | None = None
    kind: int | None = None
    media: int | None = None
    by_number: bool = False
    """Whether the right option is always given by its number, so that an option "2" is not meant by 2."""

    @property
    def has_questions(self) -> bool:
        """Whether a row can be a question."""
        return self.prompt is not None and self.answer is not None

    @property
    def means_something(self) -> bool:
        """Whether a row can be anything."""
        has_words, has_events = None not in (self.term, self.meaning), None not in (self.date, self.event)
        return self.has_questions or has_words or has_events


def bare(cell: str) -> str:
    """A heading without what is written in different ways: `Correct Answer(s)\\n(Only …)` is correctanswers."""
    return re.sub(r"[^\w#]+|_", "", re.split(r"\s-\s|\n|\((?!s\))", cell.strip(" *:"))[0].casefold())


def columns_of(cells: Sequence[str]) -> Columns:
    """What the headings of a sheet say; nothing where they are no headings."""
    found: dict[str, int] = {}
    wrong, options = [], []
    for at, cell in enumerate(cells):
        name = bare(cell)
        if not name or len(cell) > 100:
            continue
        if _WRONG.fullmatch(name):
            wrong.append(at)
        elif _OPTION.fullmatch(name):
            options.append(at)
        else:
            for role, words in _ROLES.items():
                if role not in found and re.fullmatch(words, name):
                    found[role] = at
                    break
    return Columns(**found, wrong=tuple(wrong), options=tuple(options))  # type: ignore[arg-type] # each by its name


def header_in(rows: Sequence[Row]) -> tuple[int, Columns] | None:
    """The place of the first row among the first twenty that names columns which mean something."""
    for at, row in enumerate(rows[:20]):
        if (columns := columns_of(row.cells)).means_something:
            return at, columns
    return None


def read(rows: Sequence[Row], name: str = "sheet", *, by_number: bool = False) -> Imported:
    """Read a sheet by its header row. Raises `UnreadableError`."""
    found = Collector(name)
    headed = False
    for _, group in groupby(rows, key=lambda row: row.sheet):
        of_sheet = list(group)
        if header := header_in(of_sheet):
            headed = True
            read_into(found, of_sheet[header[0] + 1 :], replace(header[1], by_number=by_number))
    if not headed:
        raise UnreadableError(Why.MISSES_COLUMNS)
    return found.done()


def read_into(found: Collector, rows: Sequence[Row], columns: Columns) -> None:
    """Read the rows below a header."""
    for row in rows:
        place = Place("row", row.number, row.sheet)
        topic = row.cell(columns.topic)
        if columns.media is not None and (media := row.cell(columns.media)):
            found.leave_out(place, Why.MEDIA, media[:100], row.cell(columns.prompt))
        if columns.has_questions and (row.cell(columns.prompt) or columns.term is None):
            _question(row, columns, place, found)
        elif columns.term is not None and columns.meaning is not None:
            _word(row, columns, place, found)
        else:
            date, event = row.cell(columns.date), row.cell(columns.event)
            if date and event:
                found.add(Statement(row.cell(columns.id), topic, None, with_era(date), event, place=place))
            else:
                found.leave_out(place, Why.NO_QUESTION if date else Why.NOT_A_DATE, "", event or date)


def _word(row: Row, columns: Columns, place: Place, found: Collector) -> None:
    term, meaning = row.cell(columns.term), row.cell(columns.meaning)
    if term and meaning:
        found.add(Word(row.cell(columns.id), row.cell(columns.topic), term, meaning, place=place))
    else:
        found.leave_out(place, Why.NO_ANSWER if term else Why.NO_QUESTION, "", term or meaning)


def _question(row: Row, columns: Columns, place: Place, found: Collector) -> None:
    prompt, answer = row.cell(columns.prompt), row.cell(columns.answer)
    kind = row.cell(columns.kind)
    if kind and not _CHOICE.fullmatch(bare(kind)):
        found.leave_out(place, Why.OTHER_KIND, kind[:60], prompt)
        return
    options = [row.cell(at) for at in columns.options]
    wrong = [row.cell(at) for at in columns.wrong if row.cell(at)]
    if len(columns.wrong) == 1 and len(wrong) == 1:
        wrong = [part for part in _SPLIT.split(wrong[0]) if part]
    if not prompt or not answer:
        found.leave_out(place, Why.NO_ANSWER if prompt else Why.NO_QUESTION, "", prompt or answer)
        return
    if options:
        right = _meant(answer, options, by_number=columns.by_number)
        if isinstance(right, Why):
            found.leave_out(place, right, answer[:60], prompt)
            return
        wrong += [option for at, option in enumerate(options) if at != right and option]
        answer = options[right]
    told = None if columns.explanation is None else row.cell(columns.explanation)
    name, topic = row.cell(columns.id), row.cell(columns.topic)
    options_there = tuple(Wrong(text) for text in wrong)
    found.add(Question(name, topic, prompt, answer, options_there, told or None, place=place))


def _meant(answer: str, options: Sequence[str], *, by_number: bool) -> int | Why:
    """The place of the right option, or why it can't be told."""
    if not by_number and answer in options:
        return options.index(answer)
    if re.fullmatch(r"\s*\w\s*(?:[,;&+/ ]\s*\w\s*)+", answer):
        return Why.SEVERAL_ANSWERS
    low = answer.strip(" .()").casefold()
    at = int(low) - 1 if low.isdecimal() and low.isascii() and len(low) < 3 else -1
    if len(low) == 1 and low in _LETTERS and not by_number:
        at = _LETTERS.index(low)
    folded = [option.casefold() for option in options]
    if at < 0 and low in folded:
        at = folded.index(low)
    return at if 0 <= at < len(options) and options[at] else Why.ANSWER_NOT_AN_OPTION
