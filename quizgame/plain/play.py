"""A round, line by line: asks on standard output, reads standard input, one labelled thing a line."""

from typing import Generic

from quizgame import __version__
from quizgame.game.kinds.any import Question, Response
from quizgame.game.kinds.card import CardQuestion, Rated
from quizgame.game.kinds.ordering import OrderingQuestion
from quizgame.game.play.growing import Growing
from quizgame.game.play.modes import LINES, MOCK, ORDERINGS, PLANNED, WITHOUT_VERDICT, RoundSettings
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.plain.answers import Answering, Grading
from quizgame.plain.beside import Beside
from quizgame.plain.sums import review, sum_up_line, sum_up_round
from quizgame.plain.talk import Left, read, say
from quizgame.plain.verdicts import tell, tell_facts
from quizgame.session.last_time import last_line
from quizgame.session.session import Session
from quizgame.session.sitting import P, Sitting
from quizgame.wording import lines
from quizgame.wording.aloud import question_aloud, verdict_aloud
from quizgame.wording.answers import asked_in_lines, heading_of
from quizgame.wording.cards import graded
from quizgame.wording.feedback import feedback, points_in_words
from quizgame.wording.rounds import cards, left_in_words, line_name, misses_in_words, why_mixed
from quizgame.wording.saving import not_saved
from quizgame.wording.why import COMES_BACK, asked_because


def play(session: Session, settings: RoundSettings) -> bool:
    """A round or a line, to its end or until the player leaves; whether it was played to its end."""
    if settings.mode in LINES:
        line = session.start_line(settings)
        best = session.figures.best(line.play.started.mode, line.play.scope)
        before = last_line(session.figures, session.keeper, line.play)
        _introduce_line(session, line.play)
        if line.play.phase is not Phase.OVER:
            _Table(session, line).play()
        sum_up_line(line.play, best, before.record if before else None)
        return line.left.over
    round_ = session.start_round(settings)
    _introduce_round(session, round_.play)
    if round_.play.phase is not Phase.OVER:
        _Table(session, round_).play()
    if round_.play.started.mode == MOCK:
        review(session.pack, round_.play)
    sum_up_round(session, round_.play)
    return round_.left.over


def _introduce_round(session: Session, round_: Round) -> None:
    pack, started = session.pack, round_.started
    say(f"quizgame {__version__}. {pack.title}.")
    say(lines.topics_of([pack.bank(topic).title for topic in started.topics]))
    planned = started.mode in PLANNED
    questions = len(round_.questions)
    say(lines.how_many(questions) if planned else lines.questions_and_seed(questions, started.seed))
    if started.mode == MOCK:
        say(lines.VERDICTS_AT_THE_END)
    if started.mode == ORDERINGS and round_.questions and (note := why_mixed(pack, started.topics)):
        say(note)
    _warn(session)
    say()


def _introduce_line(session: Session, game: Growing) -> None:
    say(lines.line_begins(session.pack.title, line_name(game.started.mode), cards(len(game.deck))))
    if game.given:
        say(lines.GOES_ON)
    if note := why_mixed(session.pack, game.started.topics):
        say(note)
    _warn(session)


def _warn(session: Session) -> None:
    """The content note until somebody has answered here, and whether anything stands in the way of saving."""
    if session.is_new_here and (note := session.pack.about.content_note):
        say(lines.content_note(note))
    if session.keeper.trouble:
        say(not_saved(session.keeper.trouble))


class _Table(Generic[P]):
    """A round or a line that is played."""

    def __init__(self, session: Session, sitting: Sitting[P]) -> None:
        self.session = session
        self.sitting: Sitting[P] = sitting
        self.warned = session.keeper.trouble is not None
        self.beside = Beside(session)

    def play(self) -> None:
        try:
            while self.sitting.play.phase is not Phase.OVER:
                self.step()
        except Left:
            say()
            if not self.sitting.left.over:
                say(left_in_words(self.sitting.left))
        finally:
            self.beside.hush()

    @property
    def _tells(self) -> bool:
        """Whether a verdict follows each answer."""
        return self.sitting.play.started.mode not in WITHOUT_VERDICT

    def step(self) -> None:
        """Ask the next question; the verdict on the one before can still be looked at or taken back."""
        can_undo = self.sitting.play.phase is Phase.SHOWING
        ahead = self.sitting.play.go_on() if can_undo else self.sitting.play
        if ahead.phase is Phase.OVER:
            self.beside.read("")
            if self.read(lines.FINISH, None) == "":
                self.sitting.go_on()
            return
        self.ask(ahead.current, ahead)
        self.sitting.is_shown()
        response = self.response(ahead)
        if response is None:
            return
        if can_undo:
            self.sitting.go_on()
        self.answer(ahead.current, response)

    def ask(self, question: Question, ahead: Round | Growing) -> None:
        if isinstance(ahead, Growing):
            say(misses_in_words(ahead))
        if isinstance(ahead, Round):
            say(lines.question_begins(ahead.place, len(ahead.questions), heading_of(question, self.session.pack)))
            if ahead.comes_back:
                say(COMES_BACK)
        for label, text in asked_in_lines(question):
            say(f"{label}{text}", under=len(label))
        self.beside.read(question_aloud(question))

    def response(self, ahead: Round | Growing) -> Response | None:
        """Read lines until they answer the question; None if the answer before was taken back."""
        question = ahead.current
        answering: Answering | Grading = Answering(question)
        if isinstance(question, CardQuestion):
            answering = Grading(question, self.session.intervals)
        while True:
            line = self.read(answering.how, ahead)
            if line is None:
                return None
            response = answering.take(line)
            if response is not None:
                return response

    def read(self, how: str, ahead: Round | Growing | None) -> str | None:
        """A line of the player's. Does what the letters ask, whether of the answer before or of the question ahead;
        None after an undo. Raises `Left` at the end.
        """
        while True:
            line = read(lines.what_may_be_typed(how, self.letters(ahead)))
            self.beside.hush()
            play = self.sitting.play
            shown = play.phase is Phase.SHOWING
            if line == "u" and shown:
                self.sitting.undo()
                say(lines.TAKEN_BACK if self._tells else lines.ONCE_MORE)
                return None
            if line == "w" and shown and self._tells:
                tell_facts(self.session.pack, play.current.facts)
            elif line == "g" and play.may_be_a_guess and self._tells:
                self.sitting.call_a_guess()
                say(f"{points_in_words(self.sitting.play.given[-1])}.")
            elif line == "y" and isinstance(ahead, Round):
                say(f"{why(ahead)}.")
            elif line == "?":
                say(lines.HELP)
            else:
                return line

    def letters(self, ahead: Round | Growing | None) -> list[str]:
        """What may be typed beside an answer."""
        play = self.sitting.play
        shown = play.phase is Phase.SHOWING
        offered = (
            (lines.DONT_KNOW, ahead is not None and not isinstance(ahead.current, CardQuestion)),
            (lines.LEAVE, ahead is not None),
            (lines.UNDO, shown),
            (lines.STUDY_NOTE, shown and self._tells),
            (lines.GUESSED, play.may_be_a_guess and self._tells),
            (lines.WHY, isinstance(ahead, Round)),
        )
        return [letter for letter, is_offered in offered if is_offered]

    def answer(self, question: Question, response: Response) -> None:
        """Keep an answer, and say what it was worth, where that is said at once."""
        said = None
        if isinstance(question, CardQuestion) and isinstance(response, Rated):
            said = graded(response.rating, self.session.intervals(question.fact)[response.rating - 1])
        self.sitting.answer(response)
        if said is not None:
            say(said)
        elif self._tells:
            told = feedback(self.session.pack, self.sitting.play.given[-1])
            tell(told)
            self.beside.verdict(verdict_aloud(told))
        trouble = self.session.keeper.trouble
        if trouble and not self.warned:
            say(lines.tried_again(not_saved(trouble)))
        self.warned = trouble is not None
        say()


def why(play: Round) -> str:
    """Why the current question is asked."""
    is_ordering = isinstance(play.current, OrderingQuestion)
    return asked_because(play.why_now, comes_back=play.comes_back, is_ordering=is_ordering)
