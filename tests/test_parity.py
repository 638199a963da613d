"""The same answers through both front ends, and through neither, keep the same journal and come to the same figures."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Literal, assert_never

import pytest

from quizgame.banks.days import year_of
from quizgame.banks.pack import Pack
from quizgame.game.kinds.any import Question, Response
from quizgame.game.kinds.card import CardQuestion, Rated
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.dating import Dated, DateQuestion
from quizgame.game.kinds.gap import GapQuestion, PutInGap, legal_gaps
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.growing import Growing
from quizgame.game.play.modes import DATES, GROWING, LINES, ORDERINGS, PRACTICE
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.learning.days import Day
from quizgame.learning.figures import Figures, Part
from quizgame.learning.known import Known
from quizgame.learning.memory import Memory
from quizgame.learning.records import Games
from quizgame.saves.journal import FILE_NAME
from quizgame.session.session import open_session
from quizgame.session.sitting import Sitting
from quizgame.session.wishes import Wishes
from quizgame.tui.app import QuizApp
from quizgame.tui.parts import held_key
from quizgame.tui.screens.playing import Playing
from quizgame.tui.screens.results import Results
from quizgame.wording.feedback import feedback
from quizgame.wording.rounds import compared_with_best, line_result, right_of
from tests.game.strategies import MOMENT
from tests.plain.terminal import plain
from tests.tui.stage import Stage
from tests.tui.worlds import choices, events, world

SEED = "TIGER-42"
KINDS = {PRACTICE: {"choice", "ordering"}, ORDERINGS: {"ordering"}, DATES: {"date"}, GROWING: {"gap"}}
"""The kinds of question that each mode asks here."""
OWN = {"id", "round", "moment", "created", "milliseconds", "hash"}
"""The columns that differ from player to player: ids, moments, and what follows from them."""

Manner = Literal["right", "wrong", "not known", "a slip", "looked up"]
MANNERS: tuple[Manner, ...] = ("right", "wrong", "a slip", "not known", "looked up")


Parts = dict[str, dict[str, Part]]


@dataclass(frozen=True)
class Act:
    """One thing that a player does, and what is said of it."""

    what: Literal["answer", "undo", "note", "next"]
    after: Round | Growing
    """The round as it stands then; ids, moments and times are those of the player who did it first."""
    question: Question
    response: Response | None = None
    verdict: str = ""

    @property
    def lines(self) -> list[str]:
        """What does it without screens; only after the last question a line of its own says that it was seen."""
        if self.response is not None:
            return [typed(self.response)]
        return {"undo": ["u"], "note": ["w"]}.get(self.what, [""] if self.after.phase is Phase.OVER else [])

    @property
    def keys(self) -> list[str]:
        """What does it on a screen."""
        if self.response is not None:
            return pressed(self.response)
        return {"undo": ["u"], "note": ["w", "escape"]}.get(self.what, ["enter"])

    def is_done(self, game: Stage) -> bool:
        """Whether the screen is where this leads to."""
        if isinstance(self.after, Round) and self.after.phase is Phase.OVER:
            return isinstance(game.screen, Results)
        return isinstance(game.screen, Playing) and where(game.screen.sitting.play) == where(self.after)


def where(play: Round | Growing) -> tuple[Phase, int, int]:
    return play.phase, play.place, play.attempt


def right(question: Question) -> Response:
    """A right answer."""
    match question:
        case ChoiceQuestion():
            return Chose(question.key)
        case OrderingQuestion():
            return Ordered(tuple(sorted(range(len(question.events)), key=lambda at: question.events[at].date.earliest)))
        case DateQuestion():
            return Dated(question.event.date)
        case GapQuestion():
            return PutInGap(legal_gaps([event.date for event in question.line], question.card.date).start)
        case CardQuestion():
            return Rated(3)
    assert_never(question)


def wrong(question: Question) -> Response:
    """A wrong answer, for each kind the right one turned round."""
    match right(question), question:
        case Chose(key), ChoiceQuestion():
            return Chose((key + 1) % len(question.options))
        case Ordered(order), _:
            return Ordered(order[::-1])
        case Dated(date), DateQuestion():
            return question.read(str(year_of(date.earliest) + 3))
        case PutInGap(gap), GapQuestion():
            return PutInGap(0 if gap else len(question.line))
    raise AssertionError(question)


def typed(response: Response) -> str:
    """The line that gives a response."""
    match response:
        case Chose(option):
            return str(option + 1)
        case Ordered(order):
            return " ".join(str(card + 1) for card in order)
        case Dated(date):
            return date.edtf
        case PutInGap(gap):
            return str(gap)
    return "x"


def pressed(response: Response) -> list[str]:
    """The keys that give a response."""
    match response:
        case Chose(option):
            return [str(option + 1)]
        case Ordered(order):
            return [*(str(order.index(card) + 1) for card in range(len(order))), "enter"]
        case Dated(date):
            return [*date.edtf, "enter"]
        case PutInGap(gap):
            return ["home", *["down"] * gap, "enter"]
    return ["x"]


def acts(pack: Pack, sitting: Sitting[Round] | Sitting[Growing]) -> Iterator[Act]:
    """Play it to its end, each question in another manner."""

    def answer(response: Response) -> Act:
        question = sitting.play.current
        sitting.answer(response)
        said = feedback(pack, sitting.play.given[-1])
        return Act("answer", sitting.play, question, response, said.verdict)

    for manner in cycle(MANNERS):
        question = sitting.play.current
        yield answer(
            DontKnow() if manner == "not known" else (wrong if manner in ("wrong", "a slip") else right)(question)
        )
        if manner == "looked up":
            yield Act("note", sitting.play, question)
        if manner == "a slip":
            sitting.undo()
            yield Act("undo", sitting.play, question)
            yield answer(right(question))
        sitting.go_on()
        yield Act("next", sitting.play, question)
        if sitting.play.phase is Phase.OVER:
            return


@dataclass(frozen=True)
class Came:
    """What the same play came to for a player."""

    rows: dict[str, list[dict[str, object]]]
    figures: Parts
    read_again: Parts
    said: str


def rows_in(saves: Path) -> dict[str, list[dict[str, object]]]:
    """Every table of a save, without what is a player's own."""
    with closing(sqlite3.connect(saves / FILE_NAME)) as connection:
        connection.row_factory = sqlite3.Row
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        tables.discard("derived")  # which is compared as the figures that it makes
        return {
            table: [
                {name: row[name] for name in row.keys() if name not in OWN}  # noqa: SIM118 - a row is no mapping
                for row in connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own names
            ]
            for table in sorted(tables)
        }


def without_ids(figures: Figures) -> Parts:
    """The figures without what differs between two players who do the same: rounds, moments, how long it took."""

    def alike(part: Part) -> Part:
        match part:
            case Games():
                return replace(part, round="")
            case Day():
                return replace(part, milliseconds=0, daily_line=part.daily_line and "")
            case Known(memory=Memory() as memory):
                return replace(part, memory=replace(memory, last=MOMENT))
        return part

    return {kind: {name: alike(part) for name, part in parts.items()} for kind, parts in figures.parts.items()}


def figures_in(banks: Path, saves: Path, wishes: Wishes) -> Parts:
    session = open_session((banks,), saves, wishes)
    session.close()
    return without_ids(session.figures)


def by_nobody(banks: Path, saves: Path, wishes: Wishes) -> tuple[Came, list[Act], Round | Growing]:
    """Without a front end."""
    session = open_session((banks,), saves, wishes)
    start = session.start_line if session.settings.mode in LINES else session.start_round
    sitting = start(session.settings)
    done = list(acts(session.pack, sitting))
    session.close()
    came = Came(rows_in(saves), without_ids(session.figures), figures_in(banks, saves, wishes), "")
    return came, done, sitting.play


def by_lines(banks: Path, saves: Path, wishes: Wishes, done: list[Act]) -> Came:
    """Line by line."""
    options = [part for name, value in wishes._asdict().items() if value for part in (f"--{name}", value)]
    run = plain(saves, "--banks", banks, *options, lines=[line for act in done for line in act.lines])
    assert (run.status, run.err) == (0, "")
    at = 0
    for act in done:
        at = run.out.index(act.verdict, at)
    figures = figures_in(banks, saves, wishes)
    return Came(rows_in(saves), figures, figures, run.out)


async def on_screens(banks: Path, saves: Path, wishes: Wishes, done: list[Act]) -> Came:
    """On screens, each act once the one before it is seen."""
    app = QuizApp((banks,), saves, wishes, saves / "crash.log")
    async with app.run_test(size=(80, 30)) as pilot:
        game = Stage(app, pilot)
        await game.until(lambda: isinstance(game.screen, Playing) and game.screen.is_current)
        for act in done:
            await game.calm()
            await game.press(*act.keys)
            await game.until(partial(act.is_done, game))
            await game.reads(act.verdict)
        await game.calm()
        said, figures = game.prose, without_ids(game.session.figures)
    return Came(rows_in(saves), figures, figures_in(banks, saves, wishes), said)


def figures_said(play: Round | Growing) -> list[str]:
    """What every front end tells at the end."""
    if isinstance(play, Growing):
        return [line_result(play), compared_with_best(play, None)]
    return [right_of(play.result.right, play.result.asked), f"{play.result.points:,}"]


@pytest.mark.parametrize("mode", KINDS)
async def test_the_same_answers_come_to_the_same_everywhere(
    mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_key, "SETTLE_SECONDS", 0.0)
    monkeypatch.setattr(held_key, "REPEAT_SECONDS", 0.0)
    banks = world(tmp_path / "banks", {"rain": choices("rain", 6), "snow": events("snow", 7)})
    wishes = Wishes(topics="rain,snow", questions="6", seed=SEED, mode=mode)
    none, done, play = by_nobody(banks, tmp_path / "none", wishes)
    assert {act.question.kind for act in done} == KINDS[mode]
    lines = by_lines(banks, tmp_path / "lines", wishes, done)
    screens = await on_screens(banks, tmp_path / "screens", wishes, done)
    assert len(none.rows["answers"]) > len([act for act in done if act.what == "next"])
    assert len(none.rows["marks"]) == len([act for act in done if act.what == "undo"]) > 0
    for came in (lines, screens):
        assert came.rows == none.rows
        assert came.figures == came.read_again == none.figures == none.read_again
        for words in figures_said(play):
            assert words in came.said
