"""What the sheets of quiz programs have in common: questions with their options in columns, and limits of their own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizgame.exchange.neutral import Entry, Imported, LeftOut, Question, Statement, Word, left
from quizgame.exchange.options import mixed
from quizgame.exchange.reasons import Why
from quizgame.exchange.sheets.cells import Row
from quizgame.exchange.sheets.usual import bare

HELD = Iterator[tuple[Question, list[str], int]]


@dataclass(frozen=True)
class Limits:
    """What a program takes; 0 for no limit."""

    options: int
    prompt: int = 0
    option: int = 0
    explanation: bool = False
    """Whether there is a place for one."""

    def refusal(self, question: Question) -> LeftOut | None:
        """Why a question does not go out, or None."""
        options, _ = mixed(question)
        if len(options) > self.options:
            return left(question, Why.MANY_OPTIONS_THERE, str(self.options))
        if self.prompt and len(question.prompt) > self.prompt:
            return left(question, Why.TOO_LONG_THERE, f"{len(question.prompt)}/{self.prompt}")
        if self.option and (longest := max(map(len, options))) > self.option:
            return left(question, Why.TOO_LONG_THERE, f"{longest}/{self.option}")
        return None


def held(pack: Imported, limits: Limits, out: list[LeftOut]) -> HELD:
    """The questions that go out, with their options; what does not is added to `out`."""
    for entry in pack.entries:
        if isinstance(entry, Question):
            if refused := limits.refusal(entry):
                out.append(refused)
            else:
                options, right = mixed(entry)
                yield entry, options, right
        elif refused := not_a_question(entry):
            out.append(refused)


def not_a_question(entry: Entry) -> LeftOut | None:
    """An event or a word that a file of questions can't hold; facts without a date are no loss, for nobody is asked."""
    if isinstance(entry, Word):
        return left(entry, Why.NO_WORDS_THERE)
    if isinstance(entry, Statement) and entry.date and entry.label:
        return left(entry, Why.NO_EVENTS_THERE)
    return None


def padded(cells: Sequence[str], width: int) -> list[str]:
    """The cells, and empty ones up to this width."""
    return [*cells, *[""] * (width - len(cells))]


def has_header(*names: str, first: str = "") -> Callable[[Sequence[Row]], bool]:
    """Tells whether one of the first rows has these headings, and the sheet begins with `first`."""

    def tell(rows: Sequence[Row]) -> bool:
        begins = not first or any(bare(cell).startswith(first) for row in rows[:3] for cell in row.cells[:2])
        return begins and any(set(names) <= {bare(cell) for cell in row.cells} for row in rows[:20])

    return tell
