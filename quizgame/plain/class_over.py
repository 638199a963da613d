"""After a round of a class, line by line: the board, what to teach again, the questions, a report, paper."""

from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.paper_entry import PaperError
from quizgame.game.play.votes import LETTERS
from quizgame.learning.telling_apart import telling_apart
from quizgame.paper.desk import PaperDesk, save_report
from quizgame.plain.talk import Left, read, read_as_typed, say
from quizgame.session.classroom import Classroom
from quizgame.wording import class_report as words
from quizgame.wording.answers import prompt_of
from quizgame.wording.class_setup import paper_error_in_words
from quizgame.wording.classes import seat_name, standing_in_words, winners_in_words
from quizgame.wording.paper import key_answer


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
    say(save_report(classroom, play, typed))


def _paper(classroom: Classroom, play: ClassRound) -> None:
    """Type in what pupils wrote on the sheet of this round."""
    desk = PaperDesk(classroom, play.selection)
    while line := read(words.PAPER):
        try:
            entry = desk.read(line)
        except PaperError as error:
            say(paper_error_in_words(error))
            continue
        if not desk.has(entry) or not read(words.replaces(seat_name(entry.seat))):
            desk.take(entry)
    if seats := desk.finish():
        say(words.typed_in(seats))
