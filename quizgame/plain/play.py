"""A round, line by line: asks on standard output, reads standard input, one labelled thing a line."""

import sys
from pathlib import Path
from typing import Generic

from quizgame import __version__
from quizgame.game.kinds.any import Question, Response
from quizgame.game.kinds.dating import DateQuestion
from quizgame.game.kinds.gap import GapQuestion
from quizgame.game.play.growing import Growing
from quizgame.game.play.modes import LINES, ORDERINGS, RoundSettings
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.plain.answers import Answering
from quizgame.plain.sums import sum_up_line, sum_up_round
from quizgame.plain.talk import Left, read, say
from quizgame.plain.verdicts import tell, tell_facts
from quizgame.saves.faults import SavesError
from quizgame.session.choose import WishError
from quizgame.session.session import Session, open_session
from quizgame.session.sitting import P, Sitting
from quizgame.session.wishes import Wishes
from quizgame.wording.answers import feedback, heading_of, prompt_of
from quizgame.wording.dates import date_in_words
from quizgame.wording.language import _, counted
from quizgame.wording.rounds import cards, left_in_words, line_name, misses_in_words, why_mixed
from quizgame.wording.saving import not_saved, notice_in_words, saves_error_in_words, some_not_saved
from quizgame.wording.wishes import wish_error_in_words


def start(bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes) -> int:
    """Read banks and saves and play what was asked for; returns the exit status."""
    try:
        session = open_session(bank_folders, saves_folder, wishes)
    except (WishError, SavesError) as error:
        said = wish_error_in_words(error) if isinstance(error, WishError) else saves_error_in_words(error)
        print(f"quizgame: {said}", file=sys.stderr)
        return 2
    try:
        for name in session.library.files_left_out:
            say(_("{name} was left out. `quizgame check` says why.").format(name=name))
        for name, count in session.library.entries_left_out.items():
            text = counted(count, "{n} entry of {name} was left out.", "{n} entries of {name} were left out.")
            say(_("{what} `quizgame check` says why.").format(what=text.format(name=name)))
        at_first = session.keeper.notices
        for notice in at_first:
            say(notice_in_words(notice))
        _play(session, session.settings)
    finally:
        unsaved = session.close()
    for notice in session.keeper.notices[len(at_first) :]:
        say(notice_in_words(notice))
    if unsaved:
        say(some_not_saved(session.keeper.trouble))
    return 0


def _play(session: Session, settings: RoundSettings) -> None:
    if settings.mode in LINES:
        line = session.start_line(settings)
        best = session.figures.best(line.play.started.mode, line.play.scope)
        _introduce_line(session, line.play)
        if line.play.phase is not Phase.OVER:
            _Table(session, line).play()
        sum_up_line(line.play, best)
    else:
        round_ = session.start_round(settings)
        _introduce_round(session, round_.play)
        if round_.play.phase is not Phase.OVER:
            _Table(session, round_).play()
        sum_up_round(session.pack, round_.play)


def _introduce_round(session: Session, round_: Round) -> None:
    pack, started = session.pack, round_.started
    say(f"quizgame {__version__}. {pack.title}.")
    say(_("Topics: {titles}.").format(titles=", ".join(pack.bank(topic).title for topic in started.topics)))
    say(_("Questions: {n}. Seed: {seed}.").format(n=len(round_.questions), seed=started.seed))
    if started.mode == ORDERINGS and round_.questions and (note := why_mixed(pack, started.topics)):
        say(note)
    _warn(session)
    say()


def _introduce_line(session: Session, game: Growing) -> None:
    text = _("{title}. {name}. A line of time that grows, {cards} to place. Three misses end it.")
    name = line_name(game.started.mode)
    say(text.format(title=session.pack.title, name=name, cards=cards(len(game.deck))))
    if game.given:
        say(_("You go on where you left it."))
    if note := why_mixed(session.pack, game.started.topics):
        say(note)
    _warn(session)


def _warn(session: Session) -> None:
    """The content note until somebody has answered here, and whether anything stands in the way of saving."""
    if session.is_new_here and (note := session.pack.about.content_note):
        say(_("Note: {note}").format(note=note))
    if session.keeper.trouble:
        say(not_saved(session.keeper.trouble))


class _Table(Generic[P]):
    """A round or a line that is played."""

    def __init__(self, session: Session, sitting: Sitting[P]) -> None:
        self.session = session
        self.sitting: Sitting[P] = sitting
        self.warned = session.keeper.trouble is not None

    def play(self) -> None:
        try:
            while self.sitting.play.phase is not Phase.OVER:
                self.step()
        except Left:
            say()
            if not self.sitting.left.over:
                say(left_in_words(self.sitting.left))

    def step(self) -> None:
        """Ask the next question; the verdict on the one before can still be looked at or taken back."""
        can_undo = self.sitting.play.phase is Phase.SHOWING
        ahead = self.sitting.play.go_on() if can_undo else self.sitting.play
        if ahead.phase is Phase.OVER:
            if self.read(_("Enter to finish, w study note, u undo"), last=True) == "":
                self.sitting.go_on()
            return
        self.ask(ahead.current, ahead)
        self.sitting.is_shown()
        response = self.response(ahead.current, can_undo=can_undo)
        if response is None:
            return
        if can_undo:
            self.sitting.go_on()
        self.sitting.answer(response)
        self.tell()

    def ask(self, question: Question, ahead: Round | Growing) -> None:
        if isinstance(question, GapQuestion) and isinstance(ahead, Growing):
            say(misses_in_words(ahead))
            say(_("The line:"))
            for number, event in enumerate(question.line, 1):
                say(f"{number}. {date_in_words(event.date)}: {event.label}")
            say(_("Card: {label}").format(label=question.card.label))
            return
        if isinstance(ahead, Round):
            text = _("Question {place} of {total}. Topic: {topic}.")
            topic = heading_of(question, self.session.pack)
            say(text.format(place=ahead.place + 1, total=len(ahead.questions), topic=topic))
        say(prompt_of(question))
        if not isinstance(question, DateQuestion):
            for number, shown in enumerate(question.shown, 1):
                say(f"{number}: {shown}", under=len(f"{number}: "))

    def response(self, question: Question, *, can_undo: bool) -> Response | None:
        """Read lines until they answer the question; None if the answer before was taken back."""
        answering = Answering(question)
        while True:
            how = _("{how}, x I don't know, q leave").format(how=answering.how)
            line = self.read(how + (_(", u undo, w study note") if can_undo else ""), last=can_undo)
            if line is None:
                return None
            response = answering.take(line)
            if response is not None:
                return response

    def read(self, how: str, *, last: bool) -> str | None:
        """A line of the player's. Does what `w` and `u` ask; None after an undo. Raises `Left` at the end."""
        while True:
            line = read(how)
            if line == "w" and last:
                tell_facts(self.session.pack, self.sitting.play.current.facts)
            elif line == "u" and last:
                self.sitting.undo()
                say(_("Taken back. The question again; the answer was shown, so it earns no points now."))
                return None
            elif line == "?":
                say(
                    _("Type your answer and press Enter. x shows the answer, w the study note, u takes back, q leaves.")
                )
            else:
                return line

    def tell(self) -> None:
        tell(feedback(self.session.pack, self.sitting.play.given[-1]))
        trouble = self.session.keeper.trouble
        if trouble and not self.warned:
            say(_("{trouble} Play on; it will be tried again.").format(trouble=not_saved(trouble)))
        self.warned = trouble is not None
        say()
