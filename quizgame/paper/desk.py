"""What both front ends do after a round of a class: typing in what was written on paper, and saving a report."""

from pathlib import Path
from typing import NamedTuple

from quizgame.banks.files.problems import shown
from quizgame.game.draw.codes import code_of
from quizgame.game.draw.selection import Selection, draw_selection
from quizgame.game.events import Started
from quizgame.game.play.paper_entry import PaperLine, read_paper_line
from quizgame.paper.report import report_files, report_of
from quizgame.paper.versions import versions_of
from quizgame.places import PlaceError, expanded
from quizgame.session.classroom import Classroom
from quizgame.session.writing import CantWriteError, write_all
from quizgame.wording.answers import in_short
from quizgame.wording.paper import NO_SUCH_FOLDER, not_written, written


class PaperDesk:
    """The sheets of one selection, typed in seat by seat, and kept so as a round of the class."""

    def __init__(self, classroom: Classroom, selection: Selection) -> None:
        self._classroom, self._selection = classroom, selection
        questions = draw_selection(classroom.pack, selection)
        version_a, version_b = versions_of(questions, selection.seed, both=True)
        self._questions_b = version_b.questions
        self._round = classroom.paper_round(selection, version_a.questions)

    @property
    def code(self) -> str:
        """That of the sheets; empty for a round that no code stands for."""
        return code_of(self._classroom.pack, self._selection) if not self._selection.facts else ""

    @property
    def first(self) -> str:
        """What the first question of version A asks, to know the sheets by."""
        return in_short(self._round.questions[0]) if self._round.questions else ""

    @property
    def questions(self) -> int:
        """How many answers a line has."""
        return len(self._round.questions)

    @property
    def seats(self) -> tuple[str, ...]:
        """The seats that were typed in, in their order; those of a while ago too, if this is gone on with."""
        return self._round.seats

    def read(self, line: str) -> PaperLine:
        """What a line says. Raises `PaperError`."""
        return read_paper_line(self._round.questions, line, self._questions_b)

    def has(self, entry: PaperLine) -> bool:
        """Whether its seat was typed in before: ask before it is replaced."""
        return entry.seat in self.seats

    def take(self, entry: PaperLine) -> None:
        """Keep a line, in the place of one of the same seat. It waits for the disk."""
        self._round = self._classroom.take_paper(self._round, entry)

    @property
    def started(self) -> Started | None:
        """The start of the round that is kept; None if nothing was typed in."""
        return self._round.started if self.seats else None


class Saved(NamedTuple):
    """What became of a report."""

    said: str
    """Where it is, or why it is not there."""
    is_written: bool = False


def save_report(classroom: Classroom, started: Started, typed: str) -> Saved:
    """Write the report of a round into the folder that was typed."""
    try:
        folder = expanded(typed, typed)
        names = write_all(folder, report_files(report_of(classroom, started)))
    except PlaceError:
        return Saved(NO_SUCH_FOLDER)
    except CantWriteError as error:
        return Saved(not_written(shown(Path(typed)), str(error)))
    return Saved(written(names, shown(folder.absolute())), is_written=True)
