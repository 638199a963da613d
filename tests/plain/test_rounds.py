"""Hundreds of rounds of somebody who types anything: what was printed is what was saved."""

import io
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from quizgame.banks.files.read import Library, read_library
from quizgame.game.events import Answered
from quizgame.game.play.modes import CARDS, MOCK, PLANNED
from quizgame.saves.journal import FILE_NAME
from quizgame.session import session, sitting
from tests.often import often
from tests.plain.terminal import obeyed_by_a_terminal, plain
from tests.saves.samples import BANKS, MOMENT, answers_in, rows_of

ROUNDS = often(300, 1000)
ROUNDS_A_SAVE = 25
TICK = timedelta(minutes=1)
"""From one look at the clock to the next, so that there are other days too."""
NONSENSE = (
    *("", " ", "0", "7", "-1", "1 1", "1,2", "3 2", "1" * 500, "1e3", "１", "٣", "help", "Ärger", "' OR 1=1 --"),
    *("May", "32 May 1994", "9999", "0000", "99999", "1994-05", "may 1994", "1990s"),
    *("w", "u", "b", "\x1b[A", "\x00", "\u202e1", "\ud800"),
)


class Typist(io.TextIOBase):
    """Somebody who types lines by chance, sometimes an answer, and gets up in the middle now and then."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override] # of a text stream it is a text
        return self.line() + "\n" if self.rng.random() > 0.006 else ""

    def line(self) -> str:
        answers = (self.number(), self.order(), self.year(), "x", "")
        others = (self.rng.choice("uwgy"), self.rng.choice(NONSENSE), self.rng.choice(("q", "Q", " q ")))
        return self.rng.choices((*answers, *others), (400, 200, 100, 70, 60, 120, 100, 8))[0]

    def number(self) -> str:
        return str(self.rng.randint(0, 5))

    def order(self) -> str:
        count = self.rng.randint(3, 6)
        return self.rng.choice((" ", ",", "")).join(map(str, self.rng.sample(range(1, count + 1), count)))

    def year(self) -> str:
        return str(self.rng.randint(1987, 2025))


@dataclass
class Told:
    """What the lines of one round say."""

    out: str
    counts: tuple[int, int, int] | None = None
    """How many were right, were asked, and the points."""
    topics: list[tuple[int, int, int]] = field(default_factory=list)
    earned: dict[int, int] = field(default_factory=dict)
    """The points that were told at once, by the number of the question."""

    def __post_init__(self) -> None:
        number = 0
        for line in self.out.splitlines():
            if asked := re.match(r"Question (\d+) of (\d+)\. Topic: .+\.$", line):
                number = int(asked[1])
                self.earned.pop(number, None)  # asked again: the answer was taken back
            elif earned := re.fullmatch(r".+, \+(\d+) points?\.", line):
                self.earned[number] = int(earned[1])
            elif sums := re.fullmatch(r"Round: (\d+) of (\d+) right, (\d+) points?\.", line):
                self.counts = int(sums[1]), int(sums[2]), int(sums[3])
            elif topic := re.fullmatch(r".+: (\d+) of (\d+) right, (\d+) points?\.", line):
                self.topics.append((int(topic[1]), int(topic[2]), int(topic[3])))
            elif cards := re.fullmatch(r"(?:Round: )?(\d+) of (\d+) cards? (?:placed right|known)\.", line):
                self.counts = int(cards[1]), int(cards[2]), -1

    @property
    def gone_on(self) -> bool:
        return "You go on where you left it." in self.out

    @property
    def daily(self) -> bool:
        return "Today's line. " in self.out

    @property
    def begun(self) -> bool:
        return bool(re.search(r"^(Question 1 of|The line:)", self.out, re.MULTILINE))


@pytest.fixture(autouse=True)
def _read_the_banks_once(monkeypatch: pytest.MonkeyPatch) -> None:
    library = read_library((BANKS,))
    assert not library.problems

    def read(*_: object) -> Library:
        return library

    monkeypatch.setattr(session, "read_banks", read)


def wishes(rng: random.Random) -> Iterator[str]:
    """Options for a round."""
    topics = [path.stem for path in BANKS.glob("*/*.yaml") if path.stem != "pack"]
    if rng.random() < 0.7:
        yield from ("--topics", ",".join(rng.sample(topics, rng.randint(1, len(topics)))))
    mode = rng.choice(("practice", "practice", "orderings", "dates", "growing", "daily", *PLANNED, MOCK))
    if rng.random() < 0.5 and mode not in PLANNED:
        yield from ("--seed", f"TIGER-{rng.randrange(1000)}")
    yield from ("--questions", str(rng.randint(1, 14)))
    yield from ("--mode", mode)


def check(told: Told, answers: list[Answered], mode: str, guesses: set[tuple[str, int, int]]) -> None:
    """That a round was told as it was saved."""
    right, asked, points = told.counts or (0, 0, 0)
    first = {one.question: one for one in reversed(answers)} if mode in PLANNED else dict(enumerate(answers))
    known = sum(
        one.credit == 1 and not one.seen and (one.round, one.place, one.attempt) not in guesses
        for one in first.values()
    )
    assert asked == len(first)
    assert len({(one.round, one.place) for one in answers}) == len(answers)
    assert {one.mode for one in answers} <= {mode}
    assert sorted(one.place for one in answers) == list(range(len(answers)))
    if mode in ("growing", "daily", "daily-again"):
        assert right == sum(one.points == 100 for one in answers)
        return
    if mode == CARDS:
        assert right == known
        return
    assert points == sum(one.points for one in answers)
    if mode != MOCK:  # which tells nothing at once
        assert told.earned == {one.place + 1: one.points for one in answers if one.points}
    assert tuple(map(sum, zip(*told.topics, strict=True))) == ((right, asked, points) if answers else ())
    assert right == known


def one_a_round(rounds: list[Told]) -> list[Told]:
    """What was told of each round that began; of a line of the day that was gone on with, what was told last."""
    begun: list[Told] = []
    for told in rounds:
        if told.gone_on:
            begun[max(at for at, one in enumerate(begun) if one.daily)] = told
        elif told.begun:
            begun.append(told)
    return begun


@pytest.fixture
def _chance_and_clock_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is met, and how often, is the same in every run."""
    looks = count()

    def now() -> datetime:
        return MOMENT + TICK * next(looks)

    monkeypatch.setattr(session, "CHANCE", random.Random(1))
    monkeypatch.setattr(session, "now", now)
    monkeypatch.setattr(sitting, "now", now)


@pytest.mark.thorough
@pytest.mark.usefixtures("_chance_and_clock_of_ours")
def test_hundreds_of_rounds_are_saved_as_they_were_told(tmp_path: Path) -> None:
    kinds = dict.fromkeys(
        (
            "right",
            "wrong",
            "unknown",
            "many cards",
            "left",
            "taken back",
            "to the end",
            "a guess",
            "once more",
            "a card",
            "told at the end",
        ),
        0,
    )
    for batch in range(ROUNDS // ROUNDS_A_SAVE):
        rng = random.Random(batch)
        saves = tmp_path / str(batch)
        rounds: list[Told] = []
        for _ in range(ROUNDS_A_SAVE):
            played = plain(saves, *wishes(rng), lines=Typist(rng))
            assert (played.status, played.err) == (0, "")
            assert not obeyed_by_a_terminal(played.out)
            rounds.append(Told(played.out))
            kinds["left"] += "You left the" in played.out
            kinds["taken back"] += "Taken back." in played.out
            kinds["to the end"] += "Enter to finish" in played.out
            kinds["a guess"] += " · a guess, so it comes again." in played.out
            kinds["once more"] += "once more, as" in played.out
            kinds["told at the end"] += "A mock test: " in played.out and "Round: " in played.out
        answers = answers_in(saves)
        kept = rows_of(saves / FILE_NAME, "SELECT id, mode FROM rounds ORDER BY rowid")
        guesses = set(rows_of(saves / FILE_NAME, "SELECT round, place, attempt FROM marks WHERE what = 'guessed'"))
        for told, (name, mode) in zip(one_a_round(rounds), kept, strict=True):
            check(told, [one for one in answers if one.round == name], mode, guesses)
        for one in answers:
            kinds["unknown" if one.response is None else "right" if one.credit == 1 else "wrong"] += 1
            kinds["a card"] += one.rating is not None
            kinds["many cards"] += one.response is not None and len(one.response) > 2
    assert min(kinds.values()) > 5, kinds  # the typist met everything that there is
