"""A round that is played: asks on standard output, reads standard input, one labelled thing a line."""

from typing import Generic

from quizgame.game.kinds.any import Question, Response
from quizgame.game.kinds.card import CardQuestion
from quizgame.game.kinds.ordering import OrderingQuestion
from quizgame.game.play.growing import Growing
from quizgame.game.play.modes import CARDS, PLANNED, WITHOUT_VERDICT
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.plain.answers import Answering
from quizgame.plain.cards import Turning
from quizgame.plain.talk import Left, read, say
from quizgame.plain.verdicts import tell, tell_facts
from quizgame.session.session import Session
from quizgame.session.sitting import P, Sitting
from quizgame.wording import lines
from quizgame.wording.answers import asked_in_lines, heading_of
from quizgame.wording.feedback import feedback
from quizgame.wording.rounds import left_in_words, misses_in_words
from quizgame.wording.saving import not_saved
from quizgame.wording.why import asked_because


class Playing(Generic[P]):
    """A round or a line, from its first question to its last."""

    def __init__(self, session: Session, sitting: Sitting[P]) -> None:
        self.session = session
        self.sitting: Sitting[P] = sitting
        self.mode = sitting.play.started.mode
        self.warned = session.keeper.trouble is not None

    def play(self) -> None:
        """Ask until there is nothing more, or the player leaves."""
        try:
            while self.sitting.play.phase is not Phase.OVER:
                self._step()
        except Left:
            say()
            if not self.sitting.left.over:
                say(left_in_words(self.sitting.left))

    def _step(self) -> None:
        """Ask the next question; the answer to the one before can still be looked at or taken back."""
        can_undo = self.sitting.play.phase is Phase.SHOWING
        ahead = self.sitting.play.go_on() if can_undo else self.sitting.play
        if ahead.phase is Phase.OVER:
            if self._read(lines.AT_THE_END, ahead) == "":
                self.sitting.go_on()
            return
        self._ask(ahead.current, ahead)
        self.sitting.is_shown()
        response = self._response(ahead.current, ahead)
        if response is None:
            return
        if can_undo:
            self.sitting.go_on()
        self.sitting.answer(response)
        self._tell()

    def _ask(self, question: Question, ahead: Round | Growing) -> None:
        if isinstance(ahead, Growing):
            say(misses_in_words(ahead))
        else:
            begins = lines.card_begins if isinstance(question, CardQuestion) else lines.question_begins
            say(begins(ahead.place, len(ahead.questions), heading_of(question, self.session.pack)))
            if ahead.comes_back:
                say(lines.ONCE_MORE)
        for label, text in asked_in_lines(question):
            say(f"{label}{text}", under=len(label))

    def _response(self, question: Question, ahead: Round | Growing) -> Response | None:
        """Read lines until they answer the question; None if the answer before was taken back."""
        answering: Answering | Turning = Answering(question)
        if isinstance(question, CardQuestion):
            again = isinstance(ahead, Round) and ahead.comes_back  # what counts is the first time
            intervals = None if again else self.session.intervals(question.fact)
            answering = Turning(self.session.pack, question, intervals)
        while True:
            line = self._read(answering.how, ahead)
            if line is None:
                return None
            response = answering.take(line)
            if response is not None:
                return response

    def _read(self, how: str, ahead: Round | Growing) -> str | None:
        """A line of the player's. Does what letters ask; None after an undo. Raises `Left` at the end."""
        while True:
            asking = ahead.phase is Phase.ASKING
            letters = self._letters + ("y" if asking and isinstance(ahead, Round) else "")
            told = letters if self.mode in PLANNED else letters.replace("y", "")
            stop = ("q" if self.mode == CARDS else "xq") if asking else ""
            line = read(lines.what_may_be_typed(how, stop + told))
            if line == "?":
                say(lines.help_in(self.mode))
            elif len(line) != 1 or line not in letters:
                return line
            elif line == "u":
                self._undo()
                return None
            else:
                self._do(line, ahead)

    @property
    def _letters(self) -> str:
        """What may be done with the answer before."""
        play = self.sitting.play
        if play.phase is not Phase.SHOWING:
            return ""
        if self.mode in WITHOUT_VERDICT:
            return "u"
        return "uwg" if play.may_be_a_guess else "uw"

    def _do(self, letter: str, ahead: Round | Growing) -> None:
        match letter:
            case "w":
                tell_facts(self.session.pack, self.sitting.play.current.facts)
            case "g":
                self.sitting.call_a_guess()
                say(lines.A_GUESS)
                self._warn()
            case "y" if isinstance(ahead, Round):
                is_ordering = isinstance(ahead.current, OrderingQuestion)
                why = asked_because(ahead.why_now, comes_back=ahead.comes_back, is_ordering=is_ordering)
                say(f"{why}.")

    def _undo(self) -> None:
        self.sitting.undo()
        if self.mode not in WITHOUT_VERDICT:
            say(lines.TAKEN_BACK)
        else:
            say(lines.CARD_TAKEN_BACK if self.mode == CARDS else lines.ANSWER_TAKEN_BACK)

    def _tell(self) -> None:
        if self.mode not in WITHOUT_VERDICT:
            tell(feedback(self.session.pack, self.sitting.play.given[-1]))
        self._warn()
        say()

    def _warn(self) -> None:
        """Once, when something begins to stand in the way of saving."""
        trouble = self.session.keeper.trouble
        if trouble and not self.warned:
            say(lines.tried_again(not_saved(trouble)))
        self.warned = trouble is not None
