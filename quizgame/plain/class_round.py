"""A round of a class, line by line: the teacher reads aloud and types what the class says."""

import sys
from dataclasses import replace
from pathlib import Path

from quizgame.game.draw.codes import code_of
from quizgame.game.kinds.any import Response
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.shared import DontKnow, NotAnAnswer
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_round import MORE_SECONDS, ClassRound, NoOtherQuestionError
from quizgame.game.play.votes import LETTERS, Counted, read_counts, read_letters
from quizgame.plain.answers import Answering
from quizgame.plain.class_over import sum_up
from quizgame.plain.class_setup import set_up
from quizgame.plain.talk import Left, read, say
from quizgame.plain.verdicts import tell, tell_facts
from quizgame.saves.faults import SavesError
from quizgame.session.choose import WishError
from quizgame.session.class_sitting import ClassSitting
from quizgame.session.classroom import ClassNameError, Classroom, open_classroom
from quizgame.session.session import open_session
from quizgame.session.wishes import Wishes
from quizgame.wording import class_setup, classes
from quizgame.wording.answers import prompt_of
from quizgame.wording.class_report import STARTER, starter_lines
from quizgame.wording.door import refusal
from quizgame.wording.rounds import left_in_words
from quizgame.wording.saving import not_saved, notice_in_words, saves_error_in_words, some_not_saved
from quizgame.wording.wishes import wish_error_in_words


def start_class(bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes, *, name: str | None) -> int:
    """Read banks and saves and play rounds with a class; returns the exit status."""
    try:
        session = open_session(bank_folders, saves_folder, wishes)
    except (WishError, SavesError) as error:
        why = wish_error_in_words(error) if isinstance(error, WishError) else saves_error_in_words(error)
        print(refusal(why), file=sys.stderr)
        return 2
    said: str | None = None
    try:
        for notice in session.keeper.notices:
            say(notice_in_words(notice))
        classroom = open_classroom(session.packs, session.pack, session.keeper, name)
        _play(classroom, wishes.code, first=session.is_new_here)
    except ClassNameError as error:
        said = class_setup.class_name_error(str(error))
    except SavesError as error:
        said = saves_error_in_words(error)
    except Left:
        say()
    finally:
        unsaved = session.close()
    if said is not None:
        print(refusal(said), file=sys.stderr)
        return 2
    if unsaved:
        say(some_not_saved(session.keeper.trouble))
    return 0


def _play(classroom: Classroom, code: str | None, *, first: bool) -> None:
    say(f"{classroom.pack.title}. {class_setup.class_name(classroom)}.")
    if first and (note := classroom.pack.about.content_note):
        say(classes.content_note(note))
    if classroom.keeper.trouble:
        say(not_saved(classroom.keeper.trouble))
    if lines := starter_lines(classroom.pack, classroom.comes_back):
        say(STARTER)
        for line in lines:
            say(line)
    sitting = None if code is not None else _left(classroom)
    sitting = sitting or set_up(classroom, code)
    if not sitting.play.selection.facts:
        say(classes.code_line(code_of(classroom.pack, sitting.play.selection)))
    for team in sitting.play.teams:
        say(f"- {classes.team_in_words(team)}")
    say()
    _Class(classroom, sitting).play()


def _left(classroom: Classroom) -> ClassSitting | None:
    """The round that was left, if it is to be gone on with."""
    left = classroom.unfinished
    if left is None:
        return None
    say(class_setup.left_before(left))
    return None if read(class_setup.RESUME) == "n" else classroom.resume(left)


_OTHERS = ("n", "u", "p", "t", "?")
"""What is no answer while a question is asked; b is one, and shows the board only when an answer is shown."""


def _asks_the_same(one: ClassRound, other: ClassRound) -> bool:
    """Whether nothing new is to be read out: the clock alone was changed, or nothing."""
    return replace(one, paused=False, more_times=0, last=None) == replace(other, paused=False, more_times=0, last=None)


class _Class:
    """A round that is played."""

    def __init__(self, classroom: Classroom, sitting: ClassSitting) -> None:
        self.classroom = classroom
        self.sitting = sitting
        self.asked: ClassRound | None = None
        """The round as it was when its question was read out."""
        self.answering = Answering(sitting.play.current)
        self.warned = classroom.keeper.trouble is not None

    @property
    def round(self) -> ClassRound:
        return self.sitting.play

    def play(self) -> None:
        try:
            while self.round.phase is not ClassPhase.OVER:
                self.step()
        except Left:
            say()
            say(left_in_words(self.sitting.left))
            return
        sum_up(self.classroom, self.round)

    def step(self) -> None:
        match self.round.phase:
            case ClassPhase.SETTING_UP:
                self.sitting.start()
            case ClassPhase.SHOWING:
                self.after(read(classes.AFTER_AN_ANSWER))
            case _:
                self.ask()
                self.take(read(classes.how_class_answers(self.round, self.answering.how)))

    def ask(self) -> None:
        """Read the question out, unless that was done."""
        play, before = self.round, self.asked
        self.asked = play
        if before is not None and _asks_the_same(before, play):
            return
        self.answering = Answering(play.current)
        if play.phase is ClassPhase.TALKING:
            say(classes.talk(play))
            return
        if play.tie_break is not None and play.team == play.level[0]:
            say(classes.level_in_words(play))
        say(f"{classes.whose_turn(play)}.")
        say(prompt_of(play.current))
        choice = isinstance(play.current, ChoiceQuestion)
        for at, text in enumerate(play.current.shown if len(play.current.shown) > 1 else ()):
            say(f"{LETTERS[at] if choice else at + 1}: {text}", under=3)
        self.sitting.is_shown()

    def take(self, line: str) -> None:
        """Do what a line asks for, or take the answer that it is."""
        if line in _OTHERS:
            self.do(line)
            return
        response = self.given(line)
        if response is not None:
            self.sitting.answer(response)
            if self.round.phase is ClassPhase.SHOWING:
                self.tell()

    def given(self, line: str) -> Response | Counted | None:
        """What a line answers; says why it does not."""
        play = self.round
        if not isinstance(play.current, ChoiceQuestion):
            return self.answering.take(line)
        if line == "x":
            return DontKnow()
        try:
            if play.can_vote and len(line.replace(",", " ").split()) > 1:
                return self.confirmed(read_counts(line, len(play.current.options)))
            if play.phase is ClassPhase.TALKING:
                raise NotAnAnswer(line)
            return Chose(read_letters(line, len(play.current.options)))
        except NotAnAnswer:
            say(classes.not_taken(play))
            return None

    def confirmed(self, counts: Counted) -> Counted:
        """The counts; asked for once where they are of more or fewer hands than before. Raises `NotAnAnswer`."""
        before = self.round.hands
        if before is None or before == counts.hands:
            return counts
        line = read(classes.odd_count(counts, before))
        return read_counts(line, len(counts.counts)) if line else counts

    def do(self, line: str) -> None:
        """Something else than an answer."""
        try:
            match line:
                case "n":
                    self.sitting.swap()
                    say(classes.SWAPPED)
                case "u":
                    self.sitting.undo()
                    say(classes.TAKEN_BACK)
                case "b":
                    self.board()
                case "p" if self.round.seconds is not None:
                    self.sitting.pause()
                    say(classes.PAUSED if self.round.paused else classes.GOES_ON)
                case "t" if self.round.seconds is not None:
                    self.sitting.more_time()
                    say(classes.more_time_in_words(MORE_SECONDS))
                case "p" | "t":
                    say(classes.NO_CLOCK)
                case "?":
                    say(classes.HELP)
        except NoOtherQuestionError:
            say(classes.NO_OTHER)
        except ValueError:
            say(classes.NOT_NOW)

    def board(self) -> None:
        for standing in self.round.standings:
            say(f"- {classes.standing_in_words(standing)}")

    def after(self, line: str) -> None:
        """What a class may do while the answer is shown."""
        match line:
            case "":
                self.sitting.go_on()
                say()
            case "w":
                tell_facts(self.classroom.pack, self.round.current.facts)
            case "u" | "b":
                self.do(line)
            case _:
                say(classes.HELP)

    def tell(self) -> None:
        """The answer: the votes, then the verdict and its reason."""
        turn, pack = self.round.shown, self.classroom.pack
        for bar in classes.vote_lines(turn):
            say(bar)
        if gain := classes.gain_in_words(turn):
            say(f"{gain}.")
        tell(classes.class_feedback(pack, turn))
        trouble = self.classroom.keeper.trouble
        if trouble and not self.warned:
            say(classes.play_on(not_saved(trouble)))
        self.warned = trouble is not None
