"""A game in a window of its own: keys and clicks go in, text and state come out."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from quizgame.game.events import Answered
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.ordering import OrderingQuestion
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.saves.journal import Journal
from quizgame.saves.rows import place_of
from quizgame.session.session import Session
from quizgame.session.wishes import Wishes
from quizgame.tui.app import QuizApp
from quizgame.tui.parts import held_key
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Item, Row
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.quiz import Quiz

PATIENCE = 40.0
"""Seconds after which a condition will not come true any more, on a machine with a lot else to do."""
STEP = 0.01

S = TypeVar("S", bound=Screen[Any])
W = TypeVar("W", bound=Widget)


@dataclass
class Stage:
    """A running game."""

    app: QuizApp
    pilot: Pilot[None]

    @property
    def screen(self) -> Screen[Any]:
        """The screen on top."""
        return self.app.screen

    @property
    def session(self) -> Session:
        """What was read."""
        assert self.app.session is not None
        return self.app.session

    @property
    def quiz(self) -> Quiz:
        """The screen of questions, which may lie below the notes."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, Quiz))

    @property
    def round(self) -> Round:
        """The round that is played."""
        return self.quiz.sitting.play

    @property
    def choice(self) -> ChoiceQuestion:
        """The question on the screen, of the first kind."""
        question = self.round.current
        assert isinstance(question, ChoiceQuestion)
        return question

    @property
    def ordering(self) -> OrderingQuestion:
        """The question on the screen, of the second kind."""
        question = self.round.current
        assert isinstance(question, OrderingQuestion)
        return question

    @property
    def open_rooms(self) -> list[type[Screen[Any]]]:
        """The kinds of the screens that lie on each other, the lowest first."""
        return [type(screen) for screen in self.app.screen_stack if isinstance(screen, Page)]

    def segments(self) -> list[list[Segment]]:
        """What stands on the screen, row by row."""
        return [list(strip) for strip in self.screen._compositor.render_strips()]

    def rows(self) -> list[str]:
        """The text of each row."""
        return ["".join(segment.text for segment in row).rstrip() for row in self.segments()]

    @property
    def text(self) -> str:
        """The text of the whole screen."""
        return "\n".join(self.rows())

    @property
    def prose(self) -> str:
        """The text of the screen as it would be read aloud, without its line breaks, spaces and the edges of panels."""
        return " ".join(self.text.replace("▌", " ").split())

    def says(self, *parts: str) -> bool:
        """Whether all these texts stand on the screen."""
        return all(part in self.prose for part in parts)

    async def until(self, condition: Callable[[], object], *, seconds: float = PATIENCE) -> None:
        """Wait for a condition; fail with what is on the screen."""
        end = monotonic() + seconds
        while not condition():
            self.goes_on()
            assert monotonic() < end, f"did not come true in time; on the screen is\n{self.text}"
            await asyncio.sleep(STEP)

    def goes_on(self) -> None:
        """Raise what ended the game, if anything did: nothing more will come then."""
        if self.app._exception is not None:
            raise self.app._exception

    async def reads(self, *parts: str) -> None:
        """Wait until all these texts stand on the screen."""
        await self.until(lambda: self.says(*parts))

    async def announces(self, text: str) -> None:
        """Wait until a short message says so; its lines may have other text beside them."""
        await self.until(lambda: any(text == notification.message for notification in self.app._notifications))
        await self.reads(text.split(maxsplit=1)[0])

    async def comes(self, kind: type[S]) -> S:
        """Wait for a screen."""
        await self.until(lambda: isinstance(self.screen, kind) and self.screen.is_current and self.text.strip())
        screen = self.screen
        assert isinstance(screen, kind)
        return screen

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and let each do its work."""
        for key in keys:
            self.hold(key, 1)
            await self.calm()

    async def calm(self) -> None:
        """Wait until no part of the screen has anything left to do; `settled` is slower, and sure."""
        quiet, end = 0, monotonic() + PATIENCE
        while quiet < 3:
            self.goes_on()
            assert monotonic() < end, "the screen never comes to rest"
            await asyncio.sleep(0.002)
            pumps: list[MessagePump] = [self.app, *self.screen.walk_children(with_self=True)]
            waiting = [pump for pump in pumps if pump.message_queue_size + len(pump._next_callbacks)]
            quiet = 0 if any((waiting, self.screen._layout_required, self.screen._dirty_widgets)) else quiet + 1

    async def phase(self, phase: Phase) -> None:
        """Wait until the round is in a phase and the screen shows it."""
        await self.until(lambda: isinstance(self.screen, Quiz) and self.round.phase is phase)
        await self.calm()

    def spot(self, text: str) -> tuple[int, int]:
        """The column and the row where a text begins; the first row that has it."""
        for y, row in enumerate(self.rows()):
            if text in row:
                return cell_len(row[: row.index(text)]), y
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")

    async def click(self, text: str) -> None:
        """Click where a text stands."""
        await self.pilot.click(offset=self.spot(text))
        await self.calm()

    async def walk(self, text: str) -> None:
        """Go down, row by row, to the first one that says so."""
        row = None
        while not (isinstance(self.screen.focused, Row) and text in said_by(self.screen.focused)):
            assert self.screen.focused is not row, f"no row says {text!r}:\n{self.text}"
            row = self.screen.focused
            await self.press("down")

    async def drag(self, text: str, onto: tuple[int, int]) -> None:
        """Press the mouse on a text, and let it go elsewhere."""
        await self.pilot.mouse_down(offset=self.spot(text))
        await self.pilot.hover(offset=onto)
        await self.pilot.mouse_up(offset=onto)
        await self.calm()

    async def answer(self, *, right: bool = True) -> None:
        """Answer the question on the screen by a digit."""
        key = self.choice.key
        await self.press(str(1 + (key if right else (key + 1) % len(self.choice.options))))
        await self.phase(Phase.SHOWING)

    async def go_on(self) -> None:
        """Press Enter as often as a person would until the feedback has gone."""
        played, place, end = self.round, self.round.place, monotonic() + PATIENCE
        while isinstance(self.screen, Quiz) and played.phase is Phase.SHOWING and played.place == place:
            assert monotonic() < end, "Enter does not go on"
            await self.press("enter")
            await asyncio.sleep(held_key.REPEAT_SECONDS * 1.2)
            played = self.screen.sitting.play if isinstance(self.screen, Quiz) else played

    def hold(self, key: str, times: int) -> None:
        """As many presses at once as a key makes that is held down while the program is busy."""
        character = {"enter": "\r", "space": " "}.get(key, key if len(key) == 1 else None)
        for _ in range(times):
            self.app.post_message(events.Key(key, character))

    async def settled(self) -> None:
        """Wait until everything that was posted has been handled."""
        await self.pilot.pause()
        await self.calm()


def said_by(item: Item) -> str:
    """What an item says in a wide window, on the screen or not."""
    return "".join(part if isinstance(part, str) else part[0] for part in item.look(200)[1])


@asynccontextmanager
async def playing(banks: Path, saves: Path, *, size: tuple[int, int] = (80, 30), **wishes: str) -> AsyncIterator[Stage]:
    """A game with these banks and saves; `wishes` are those of the command line."""
    app = QuizApp((banks,), saves, Wishes(**wishes), saves / "crash.log")
    async with app.run_test(size=size, notifications=True) as pilot:
        stage = Stage(app, pilot)
        await stage.until(lambda: app.session is not None)
        await stage.until(lambda: isinstance(stage.screen, Home) is not app._wishes.describe_a_round)
        await stage.settled()
        yield stage


def answers_and_guesses_in(saves: Path, player: int) -> tuple[list[Answered], list[Answered]]:
    """A player's answers that count in a save that nobody has open, and those of them that were guesses."""
    journal = Journal.open(saves, datetime.now(UTC), player)
    try:
        answers, guesses = journal.answers(), journal.contents().guesses()
    finally:
        journal.close()
    return answers, [answer for answer in answers if place_of(answer) in guesses]


def answers_in(saves: Path) -> list[Answered]:
    """The answers that count in a save that nobody has open."""
    journal = Journal.open(saves, datetime.now(UTC))
    try:
        return journal.answers()
    finally:
        journal.close()
