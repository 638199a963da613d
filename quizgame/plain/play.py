"""A round, line by line: asks on standard output, reads standard input, one labelled thing a line."""

import random
import re
import sys
import time
import uuid
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from quizgame import __version__
from quizgame.banks.pack import Pack
from quizgame.banks.read import read_library
from quizgame.banks.text import clean
from quizgame.game.grading import OrderingVerdict
from quizgame.game.questions import ChoiceQuestion, Chose, DontKnow, Ordered, OrderingQuestion, Question, Response
from quizgame.game.round import Phase, Round
from quizgame.game.settings import WishError, choose_pack, choose_round
from quizgame.game.wishes import Wishes
from quizgame.game.words import (
    places_off,
    points_in_words,
    result_in_words,
    source_in_words,
    verdict_in_words,
    why_wrong,
)
from quizgame.learning.plan import next_round
from quizgame.saves.journal import SavesError
from quizgame.saves.keeper import Keeper


class Left(Exception):  # noqa: N818 - not an error: the player wants to stop
    """The player left, or the input ended."""


def start(bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes) -> int:
    """Read banks and saves and play what was asked for; returns the exit status."""
    try:
        library = read_library(bank_folders)
        pack = choose_pack(library, wishes.pack)
        settings = choose_round(pack, wishes)
        keeper = Keeper(saves_folder, _now())
    except (WishError, SavesError) as error:
        print(f"quizgame: {error}", file=sys.stderr)
        return 2
    for name in library.files_left_out:
        say(f"{name} was left out. `quizgame check` says why.")
    try:
        return play(pack, keeper, settings.topics, settings.length, settings.seed)
    finally:
        keeper.close(_now())


def play(pack: Pack, keeper: Keeper, topics: Sequence[str], length: int, seed: str | None) -> int:
    """Play one round; returns the exit status. What was answered is saved even if the player leaves."""
    started = next_round(
        pack,
        keeper.answers,
        topics=topics,
        length=length,
        seed=seed,
        round_id=uuid.uuid4().hex,
        moment=_now(),
        rng=random.SystemRandom(),
    )
    _introduce(pack, keeper, started)
    if started.phase is Phase.OVER:
        say("These topics have no questions yet.")
        return 0
    keeper.keep(started.started, _now())
    _Table(pack, keeper, started).play()
    return 0


def say(text: str = "") -> None:
    """Print one line."""
    print(clean(text), flush=True)


def _now() -> datetime:
    return datetime.now().astimezone()


def _introduce(pack: Pack, keeper: Keeper, round_: Round) -> None:
    say(f"quizgame {__version__}. {pack.title}.")
    say(f"Topics: {', '.join(pack.bank(topic).title for topic in round_.started.topics)}.")
    say(f"Questions: {len(round_.questions)}. Seed: {round_.started.seed}.")
    if pack.about.content_note:
        say(f"Note: {pack.about.content_note}")
    if keeper.trouble:
        say(f"Your progress is not being saved: {keeper.trouble}.")
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
            say("You left the round. Everything you answered is kept.")
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
        if isinstance(question, ChoiceQuestion):
            for number, option in enumerate(question.options, 1):
                say(f"{number}: {option.text}")
        else:
            for number, event in enumerate(question.events, 1):
                say(f"{number}: {event.label}")

    def response(self, question: Question, *, can_undo: bool) -> Response | None:
        """Read lines until one answers the question; None if the answer before was taken back."""
        count = len(question.options if isinstance(question, ChoiceQuestion) else question.events)
        if isinstance(question, ChoiceQuestion):
            how = f"Your answer, 1 to {count}"
        else:
            how = f"Type the numbers in order, earliest first, such as {' '.join(map(str, range(count, 0, -1)))}"
        how += ", x I don't know, q leave" + (", u undo, w where it says so" if can_undo else "")
        while True:
            line = self.read(how, last=can_undo)
            if line is None:
                return None
            if line == "x":
                return DontKnow()
            numbers = _numbers(line, count)
            if isinstance(question, ChoiceQuestion) and len(numbers) == 1:
                return Chose(numbers[0] - 1)
            if isinstance(question, OrderingQuestion) and sorted(numbers) == list(range(1, count + 1)):
                return Ordered(tuple(number - 1 for number in numbers))
            say("That does not answer it. " + _please(question, count))

    def read(self, how: str, *, last: bool) -> str | None:
        """A line of the player's. Does what `q`, `w` and `u` ask; None after an undo. Raises `Left` at the end."""
        while True:
            print(f"{how}: ", end="", flush=True)
            line = sys.stdin.readline()
            if not sys.stdin.isatty():
                say()
            if not line:
                raise Left
            line = clean(line).strip().casefold()
            if line == "q":
                raise Left
            if line == "w" and last:
                self.where()
            elif line == "u" and last:
                self.round, event = self.round.take_back(_now())
                self.keeper.keep(event, _now())
                say("Taken back. The question again.")
                return None
            else:
                return line

    def tell(self) -> None:
        question, verdict = self.round.current, self.round.verdict
        earned = points_in_words(verdict.credit)
        say(verdict_in_words(verdict) + (f", {earned}." if earned else "."))
        if isinstance(question, ChoiceQuestion):
            if not verdict.right:
                say(f"Answer: {question.options[question.key].text}")
            if reason := why_wrong(question, verdict):
                say(f"Your option: {reason}")
            say(f"Reason: {question.explanation}")
            say(f"Source: {source_in_words(self.pack, question.fact)}.")
        elif isinstance(verdict, OrderingVerdict):
            for place, (index, note) in enumerate(places_off(verdict), 1):
                event = question.events[index]
                say(f"{place}. {event.date.in_words()}: {event.label}" + (f" ({note})" if note else ""))
        if self.keeper.trouble and not self.warned:
            say(f"Your progress is not being saved: {self.keeper.trouble}. Play on; it will be tried again.")
        self.warned = self.keeper.trouble is not None
        say()

    def where(self) -> None:
        for fact in self.round.current.facts:
            bank, found = self.pack.source_of(fact)
            text = getattr(found, "text", None) or f"{found.term}: {found.definition}"  # type: ignore[union-attr]
            say(f"{bank.section}, paragraph {found.paragraph}: {text}")

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


def _numbers(line: str, count: int) -> list[int]:
    """The numbers of a line, also when they stand without spaces; empty if one is not between 1 and `count`."""
    parts = list(line) if re.fullmatch(r"[1-9]+", line) and count < 10 else re.split(r"[\s,;]+", line)
    found = [int(part) for part in parts if re.fullmatch(r"[0-9]{1,2}", part)]
    return found if len(found) == len(parts) and all(1 <= number <= count for number in found) else []


def _please(question: Question, count: int) -> str:
    if isinstance(question, ChoiceQuestion):
        return f"Please type one number from 1 to {count}, or x."
    return f"Please type each number from 1 to {count} once, or x."
