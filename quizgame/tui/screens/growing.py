"""The growing timeline: one card after the other goes into a line that grows."""

import asyncio
from dataclasses import replace
from time import monotonic

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical

from quizgame.banks.models import Fact
from quizgame.game.play.growing import DAILY, MISSES_ALLOWED
from quizgame.game.play.round import Phase
from quizgame.learning.records import Record, best
from quizgame.session.choose import RoundSettings
from quizgame.session.session import Session, now
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import Words
from quizgame.tui.screens.notes import Notes
from quizgame.tui.widgets.growing_line import GrowingLine
from quizgame.wording.answers import gap_in_words, points_in_words, source_in_words, why_mixed
from quizgame.wording.saving import trouble_in_words


class GrowingScreen(Page):
    """A game. The rules are in `quizgame.game.play.growing`."""

    CSS_PATH = "growing.tcss"
    BINDINGS = [
        Binding("enter,space", "put", "put it here", key_display="Enter"),
        Binding("enter", "go_on", "next", key_display="Enter"),
        Binding("up,k,left", "move(-1)", "move", key_display="↑↓"),
        Binding("down,j,right", "move(1)", "move down", show=False),
        Binding("x", "dont_know", "don't know"),
        Binding("w", "where", "where it says so"),
        Binding("q,escape", "leave", "leave"),
    ]

    def __init__(self, session: Session, settings: RoundSettings) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        self.game = session.new_growing(settings)
        answers = session.keeper.answers
        self._best = best(answers, session.pack.id, settings.mode, self.game.scope)
        self.gap = 0
        self._keeping = False
        self._asked_at = monotonic()

    def compose_head(self) -> ComposeResult:
        """The game, the misses, the cards that are left."""
        with Horizontal(id="head"), Horizontal(id="head-line"):
            yield Words(id="topic")
            yield Words(id="misses")
            yield Words(id="count")

    def compose_page(self) -> ComposeResult:
        """The card, the line, the feedback."""
        yield Words(id="mixed", classes="quiet")
        yield Words(id="prompt")
        yield GrowingLine()
        with Vertical(id="feedback"):
            yield Words(id="verdict")
            yield Words(id="reason")
            yield Words(id="source", classes="quiet")
        yield Words(id="saving")

    def on_mount(self) -> None:
        """The first card."""
        mixed = self.query_one("#mixed", Words)
        note = why_mixed(self._session.pack, self.game.started.topics)
        mixed.say(note or "")
        mixed.display = note is not None
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that fit the phase."""
        phases = {
            "put": Phase.ASKING,
            "move": Phase.ASKING,
            "dont_know": Phase.ASKING,
            "where": Phase.SHOWING,
            "go_on": Phase.SHOWING,
        }
        if action in phases and (self._keeping or self.game.phase is not phases[action]):
            return self.game.phase is Phase.OVER if action == "go_on" else False
        return super().check_action(action, parameters)

    def _show(self) -> None:
        game = self.game
        self.query_one("#topic", Words).say("Today's line" if game.started.mode == DAILY else "Growing timeline")
        hearts = " ".join("○" if at < game.misses else "●" for at in range(MISSES_ALLOWED))
        self.query_one("#misses", Words).say((f"{hearts} misses left: {MISSES_ALLOWED - game.misses}", "$quiet"))
        self.query_one("#count", Words).say(f"{game.right} right · {len(game.deck)} to come")
        self.query_one("#feedback").display = game.phase is not Phase.ASKING
        if game.phase is Phase.ASKING:
            self._show_card()
        elif game.phase is Phase.SHOWING:
            self._show_verdict()
        else:
            self._show_end()
        trouble = self._session.keeper.trouble
        saving = self.query_one("#saving", Words)
        saving.display = trouble is not None
        why = trouble_in_words(trouble) if trouble else ""
        saving.say(f"Not saved at the moment: {why}. Play on; it is tried again with every card.")
        self.refresh_bindings()

    def _show_card(self) -> None:
        self.gap = len(self.game.line) // 2
        self.query_one("#prompt", Words).say("Where does it go? ", (self.game.current.label, "$accent"))
        self._asked_at = monotonic()
        self.settle()
        self._draw()

    def _draw(self) -> None:
        line = self.query_one(GrowingLine)
        line.ask(self.game.line, self.game.current.label, self.gap)
        self._keep_in_view(line.row_in_view)

    def _keep_in_view(self, row: int) -> None:
        page = self.query_one("#page")
        top = row + self.query_one(GrowingLine).virtual_region.y
        if not page.scroll_y + 1 <= top <= page.scroll_y + page.size.height - 3:
            page.scroll_to(y=max(0, top - page.size.height // 2), animate=False)

    def _show_verdict(self) -> None:
        verdict = self.game.given[-1]
        sign, color = ("✓", "$success") if verdict.right else ("↕", "$warning")
        self.query_one(GrowingLine).reveal(self.game.line, verdict.went_to, sign)
        self.query_one("#prompt", Words).say(verdict.event.label)
        points = points_in_words(verdict.credit)
        self.query_one("#verdict", Words).say((f"{sign} {gap_in_words(verdict)}", f"bold {color}"), f"   {points}")
        found = self._session.pack.source_of(verdict.event.fact)[1]
        said = found.text if isinstance(found, Fact) else ""
        self.query_one("#reason", Words).say(f"{verdict.event.date.in_words()}: {said}")
        self.query_one("#source", Words).say(source_in_words(self._session.pack, verdict.event.fact))
        self.settle()
        self._keep_in_view(self.query_one(GrowingLine).row_in_view)
        self.call_after_refresh(self.query_one("#feedback").scroll_visible, animate=False)

    def _show_end(self) -> None:
        game = self.game
        self.query_one(GrowingLine).reveal(game.line, -1, "")
        placed = len(game.given)
        self.query_one("#prompt", Words).say(f"{game.right} of {placed} cards placed right")
        self.query_one("#verdict", Words).say(_compared(self._best, game.right))
        self.query_one("#reason", Words).say("The line above is yours now, each card at its true place.")
        daily = game.started.mode == DAILY
        self.query_one("#source", Words).say("Tomorrow brings another line" if daily else "Enter plays again")
        self.settle()
        self.query_one("#page").scroll_home(animate=False)

    def action_move(self, step: int) -> None:
        """The card to another gap."""
        self.gap = max(0, min(len(self.game.line), self.gap + step))
        self._draw()

    async def on_growing_line_pointed(self, message: GrowingLine.Pointed) -> None:
        """A click moves the card; a click where it is puts it there."""
        if self.game.phase is not Phase.ASKING:
            return
        if message.gap == self.gap:
            await self._place(self.gap)
        else:
            self.gap = message.gap
            self._draw()

    async def action_put(self) -> None:
        """Put the card where it is."""
        if self.is_a_new_press():
            await self._place(self.gap)

    async def action_dont_know(self) -> None:
        """Show where it goes."""
        await self._place(None)

    async def _place(self, gap: int | None) -> None:
        if self._keeping or self.game.phase is not Phase.ASKING:
            return
        self._keeping = True
        grown, event = self.game.place(gap, now(), round(1000 * (monotonic() - self._asked_at)))
        await asyncio.to_thread(self._session.keep, event)
        self.game, self._keeping = grown, False
        self._show()

    def action_go_on(self) -> None:
        """The next card; after the end another game, or back."""
        if not self.is_a_new_press():
            return
        if self.game.phase is Phase.OVER:
            if self.game.started.mode == DAILY or not self.game.given:
                self.app.pop_screen()
            else:
                another = replace(self._settings, seed=None)
                self.app.switch_screen(GrowingScreen(self._session, another))
            return
        self.game = self.game.go_on()
        self._show()

    def action_where(self) -> None:
        """The study notes, at this card's fact."""
        event = self.game.current
        self.app.push_screen(Notes(self._session.pack, event.topic, (event.fact,)))

    def action_leave(self) -> None:
        """Back; nothing is lost."""
        self.app.pop_screen()


def _compared(before: Record | None, right: int) -> str:
    if before is None:
        return "Your first line"
    if right > before.right:
        return f"Your longest line so far; before it was {before.right}"
    return f"Your longest line so far has {before.right}"
