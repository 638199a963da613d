"""A round, line by line: asks on standard output, reads standard input, one labelled thing a line."""

import random
import sys
import time
import uuid
from datetime import datetime
from pathlib import Path

from quizgame import __version__
from quizgame.banks.files.read import read_library
from quizgame.banks.pack import Pack
from quizgame.game.kinds.questions import DateQuestion, DontKnow, Question, Response
from quizgame.game.play.growing import DAILY, GROWING
from quizgame.game.play.round import ORDERINGS, Phase, Round, shown
from quizgame.learning.plan import next_round
from quizgame.plain.answers import Answering
from quizgame.plain.growing import play_growing
from quizgame.plain.talk import Left, read, say
from quizgame.plain.verdicts import tell, tell_facts
from quizgame.saves.faults import SavesError
from quizgame.saves.keeper import Keeper
from quizgame.session.choose import RoundSettings, WishError, choose_pack, choose_round
from quizgame.session.wishes import Wishes
from quizgame.wording.answers import result_in_words, why_mixed
from quizgame.wording.saving import notice_in_words, saves_error_in_words, trouble_in_words


def start(bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes) -> int:
    """Read banks and saves and play what was asked for; returns the exit status."""
    try:
        library = read_library(bank_folders)
        pack = choose_pack(library, wishes.pack)
        settings = choose_round(pack, wishes)
        keeper = Keeper(saves_folder, _now())
    except (WishError, SavesError) as error:
        said = saves_error_in_words(error) if isinstance(error, SavesError) else error
        print(f"quizgame: {said}", file=sys.stderr)
        return 2
    try:
        for name in library.files_left_out:
            say(f"{name} was left out. `quizgame check` says why.")
        at_first = keeper.notices
        for notice in at_first:
            say(notice_in_words(notice))
        status = (play_growing if settings.mode in (GROWING, DAILY) else play)(pack, keeper, settings)
    finally:
        keeper.close(_now())
    for notice in keeper.notices[len(at_first) :]:
        say(notice_in_words(notice))
    if keeper.unsaved and keeper.trouble:
        say(f"Your last answers could not be saved: {trouble_in_words(keeper.trouble)}.")
    return status


def play(pack: Pack, keeper: Keeper, settings: RoundSettings) -> int:
    """Play one round; returns the exit status. What was answered is saved even if the player leaves."""
    started = next_round(
        pack,
        keeper.answers,
        topics=settings.topics,
        length=settings.length,
        seed=settings.seed,
        round_id=uuid.uuid4().hex,
        moment=_now(),
        rng=random.SystemRandom(),
        mode=settings.mode,
    )
    _introduce(pack, keeper, started)
    if started.phase is Phase.OVER:
        say("These topics have no questions of this kind yet.")
        return 0
    keeper.keep(started.started, _now())
    _Table(pack, keeper, started).play()
    return 0


def _now() -> datetime:
    return datetime.now().astimezone()


def _introduce(pack: Pack, keeper: Keeper, round_: Round) -> None:
    say(f"quizgame {__version__}. {pack.title}.")
    say(f"Topics: {', '.join(pack.bank(topic).title for topic in round_.started.topics)}.")
    say(f"Questions: {len(round_.questions)}. Seed: {round_.started.seed}.")
    if round_.started.mode == ORDERINGS and round_.questions and (note := why_mixed(pack, round_.started.topics)):
        say(note)
    if pack.about.content_note:
        say(f"Note: {pack.about.content_note}")
    if keeper.trouble:
        say(f"Your progress is not being saved: {trouble_in_words(keeper.trouble)}.")
    say()


class _Table:
    """The round that is played, and the keeper of its answers."""

    def __init__(self, pack: Pack, keeper: Keeper, round_: Round) -> None:
        self.pack, self.keeper, self.round = pack, keeper, round_
        self.warned = keeper.trouble is not None

    def play(self) -> None:
        try:
            while self.round.phase is not Phase.OVER:
                self.step()
        except Left:
            say()
            say("You left the round." + ("" if self.keeper.unsaved else " Everything you answered is kept."))
        self.sum_up()

    def step(self) -> None:
        """Ask the next question; the verdict on the one before can still be looked at or taken back."""
        if self.round.phase is Phase.SHOWING and len(self.round.given) == len(self.round.questions):
            if self.read("Enter to finish, w where it says so, u undo", last=True) == "":
                self.round = self.round.go_on()
            return
        at = len(self.round.given)
        question = self.round.questions[at]
        self.ask(question, at)
        asked = time.monotonic()
        response = self.response(question, can_undo=self.round.phase is Phase.SHOWING)
        if response is None:
            return
        if self.round.phase is Phase.SHOWING:
            self.round = self.round.go_on()
        self.round, event = self.round.answer(response, _now(), round(1000 * (time.monotonic() - asked)))
        self.keeper.keep(event, _now())
        self.tell()

    def ask(self, question: Question, at: int) -> None:
        say(f"Question {at + 1} of {len(self.round.questions)}. Topic: {self.pack.bank(question.topic).title}.")
        say(question.prompt)
        if not isinstance(question, DateQuestion):
            for number, text in enumerate(shown(question), 1):
                say(f"{number}: {text}")

    def response(self, question: Question, *, can_undo: bool) -> Response | None:
        """Read lines until they answer the question; None if the answer before was taken back."""
        answering = Answering(question)
        while True:
            how = answering.how + ", x I don't know, q leave"
            line = self.read(how + (", u undo, w where it says so" if can_undo else ""), last=can_undo)
            if line is None:
                return None
            response = DontKnow() if line == "x" else answering.take(line)
            if response is not None:
                return response

    def read(self, how: str, *, last: bool) -> str | None:
        """A line of the player's. Does what `w` and `u` ask; None after an undo. Raises `Left` at the end."""
        while True:
            line = read(how)
            if line == "w" and last:
                tell_facts(self.pack, self.round.current.facts)
            elif line == "u" and last:
                self.round, event = self.round.take_back(_now())
                self.keeper.keep(event, _now())
                say("Taken back. The question again.")
                return None
            else:
                return line

    def tell(self) -> None:
        tell(self.pack, self.round.current, self.round.verdict)
        if self.keeper.trouble and not self.warned:
            trouble = trouble_in_words(self.keeper.trouble)
            say(f"Your progress is not being saved: {trouble}. Play on; it will be tried again.")
        self.warned = self.keeper.trouble is not None
        say()

    def sum_up(self) -> None:
        result = self.round.result
        if not result.asked:
            return
        say(f"Round: {result_in_words(result)}.")
        for topic in result.topics:
            title = self.pack.bank(topic.topic).title
            say(f"{title}: {topic.right} of {topic.asked} right, {topic.points} points.")
        if result.look_again:
            say("To look at again:")
            for question in result.look_again:
                say(f"- {question.prompt}")
