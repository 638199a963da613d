"""After a round of a class, line by line: the board, what to teach again, the questions, a report, paper."""

from pathlib import Path

from quizgame.banks.files.problems import shown
from quizgame.game.draw.selection import draw_selection
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.paper_entry import PaperError, PaperResults, read_paper_line
from quizgame.game.play.votes import LETTERS
from quizgame.learning.telling_apart import telling_apart
from quizgame.paper.report import report_files, report_of
from quizgame.paper.versions import versions_of
from quizgame.places import PlaceError, expanded
from quizgame.plain.talk import Left, read, read_as_typed, say
from quizgame.session.classroom import Classroom
from quizgame.session.writing import CantWriteError, write_all
from quizgame.wording import class_report as words
from quizgame.wording.answers import prompt_of
from quizgame.wording.class_setup import paper_error_in_words
from quizgame.wording.classes import seat_name, standing_in_words, winners_in_words
from quizgame.wording.paper import NO_SUCH_FOLDER, key_answer, not_written, written


def sum_up(classroom: Classroom, play: ClassRound) -> None:
    """The board and the winners, then whatever the teacher asks for."""
    for standing in play.standings:
        say(f"- {standing_in_words(standing)}")
    if won := winners_in_words(play.winners):
        say(f"{won}.")
    figures = classroom.figures(play.started.round)
    if gain := words.gain_of_round(figures):
        say(f"{gain}.")
    try:
        while line := read(words.AFTERWARDS):
            match line:
                case "r":
                    _teach_again(classroom, play)
                case "i":
                    _items(classroom, play)
                case "s":
                    _save(classroom, play)
                case "p":
                    _paper(classroom, play)
    except Left:
        say()


def _teach_again(classroom: Classroom, play: ClassRound) -> None:
    found = classroom.to_teach_again(play.started.round)
    if not found:
        say(words.NOTHING_MISSED)
    for figure, question in found:
        say(words.TEACH_AGAIN)
        for line in words.to_teach_again_lines(classroom.pack, figure):
            say(line)
        if question is not None:
            say(words.once_more(prompt_of(question)))
            for at, text in enumerate(question.shown if len(question.shown) > 1 else ()):
                say(f"{LETTERS[at]}: {text}", under=3)
            say(words.answer_is(key_answer(question)))


def _items(classroom: Classroom, play: ClassRound) -> None:
    figures = classroom.figures(play.started.round)
    told = telling_apart(figures.answers)
    for name, item in figures.items.items():
        for line in words.item_lines(classroom.pack, item, told.get(name)):
            say(line)
        say()


def _save(classroom: Classroom, play: ClassRound) -> None:
    typed = read_as_typed(words.FOLDER)
    if not typed:
        return
    try:
        folder = expanded(typed, typed)
        names = write_all(folder, report_files(report_of(classroom, play)))
    except PlaceError:
        say(NO_SUCH_FOLDER)
    except CantWriteError as error:
        say(not_written(shown(Path(typed)), str(error)))
    else:
        say(written(names, shown(folder)))


def _paper(classroom: Classroom, play: ClassRound) -> None:
    """Type in what pupils wrote on the sheet of this round."""
    version_a, version_b = versions_of(draw_selection(play.source, play.selection), play.selection.seed, both=True)
    results = PaperResults(classroom.pack, play.selection, version_a.questions)
    while line := read(words.PAPER):
        try:
            entry = read_paper_line(version_a.questions, line, version_b.questions)
        except PaperError as error:
            say(paper_error_in_words(error))
            continue
        if entry.seat not in results.lines or not read(words.replaces(seat_name(entry.seat))):
            results = results.with_line(entry)
    if results.lines:
        classroom.take_paper(results)
        say(words.typed_in(len(results.lines)))
