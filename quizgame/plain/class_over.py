"""After a round of a class, line by line: the board, what to teach again, the questions, a report, paper."""

from quizgame.game.draw.selection import Selection
from quizgame.game.events import Started
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.paper_entry import PaperError
from quizgame.game.play.votes import LETTERS
from quizgame.learning.telling_apart import telling_apart
from quizgame.paper.desk import PaperDesk, save_report
from quizgame.paper.report import report_of
from quizgame.plain.talk import Left, read, read_as_typed, say
from quizgame.session.classroom import Classroom
from quizgame.wording import class_report as words
from quizgame.wording.answers import prompt_of
from quizgame.wording.class_over import seats_there
from quizgame.wording.class_setup import paper_error_in_words
from quizgame.wording.classes import seat_name, standing_in_words, winners_in_words
from quizgame.wording.paper import key_answer


def sum_up(classroom: Classroom, play: ClassRound) -> None:
    """The board and the winners, then whatever the teacher asks for: of what was typed in, once something was."""
    started = play.started
    for standing in play.standings:
        say(f"- {standing_in_words(standing)}")
    if won := winners_in_words(play.winners):
        say(f"{won}.")
    figures = classroom.figures(started.round)
    if gain := words.gain_of_round(figures):
        say(f"{gain}.")
    try:
        while line := read(words.AFTERWARDS):
            match line:
                case "r":
                    _teach_again(classroom, started)
                case "i":
                    _items(classroom, started)
                case "s":
                    _save(classroom, started)
                case "p":
                    started = _paper(classroom, play.selection) or started
    except Left:
        say()


def _teach_again(classroom: Classroom, started: Started) -> None:
    found = classroom.to_teach_again(started.round)
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


def _items(classroom: Classroom, started: Started) -> None:
    report = report_of(classroom, started)
    told = telling_apart(report.figures.answers)
    for name, item in report.figures.items.items():
        for line in words.item_lines(classroom.pack, item, told.get(name), report.number(item)):
            say(line)
        say()


def _save(classroom: Classroom, started: Started) -> None:
    if typed := read_as_typed(words.FOLDER):
        say(save_report(classroom, started, typed).said)


def _paper(classroom: Classroom, selection: Selection) -> Started | None:
    """Type in what pupils wrote on the sheet of a round; returns what is kept of it."""
    desk = PaperDesk(classroom, selection)
    if desk.seats:
        say(seats_there(desk.seats))
    while line := read(words.PAPER):
        try:
            entry = desk.read(line)
        except PaperError as error:
            say(paper_error_in_words(error))
            continue
        if not desk.has(entry) or not read(words.replaces(seat_name(entry.seat))):
            desk.take(entry)
    if desk.seats:
        say(words.typed_in(len(desk.seats)))
    return desk.started
