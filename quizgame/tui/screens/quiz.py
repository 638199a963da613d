"""The question and, in the same place, its feedback. One screen for all questions of a round."""

import asyncio
from time import monotonic

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.events import Resize

from quizgame.banks.models import Fact
from quizgame.game.kinds.grading import ChoiceVerdict, DateVerdict, OrderingVerdict
from quizgame.game.kinds.questions import (
    ChoiceQuestion,
    Chose,
    Dated,
    DateQuestion,
    DontKnow,
    Ordered,
    OrderingQuestion,
    Response,
)
from quizgame.game.play.round import ORDERINGS, Phase
from quizgame.session.choose import RoundSettings
from quizgame.session.session import Session, now
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import Words, announce, progress_dots
from quizgame.tui.screens.notes import Notes
from quizgame.tui.screens.results import Results
from quizgame.tui.widgets.choices import Choices
from quizgame.tui.widgets.date_box import DateBox
from quizgame.tui.widgets.ordering import Ordering, Placed
from quizgame.tui.widgets.ruler import Ruler
from quizgame.wording.answers import (
    free_pairs,
    joined,
    places_off,
    points_in_words,
    source_in_words,
    verdict_in_words,
    why_mixed,
    why_wrong,
)
from quizgame.wording.ruler import letter
from quizgame.wording.saving import trouble_in_words


class Quiz(Page):
    """A round that is played. The rules are in `quizgame.game.play.round`; this shows them and passes answers on."""

    CSS_PATH = "quiz.tcss"
    BINDINGS = [
        Binding("enter", "go_on", "next", key_display="Enter"),
        Binding("x", "dont_know", "don't know"),
        Binding("w", "where", "where it says so"),
        Binding("u", "undo", "undo"),
        Binding("q,escape", "leave", "leave"),
    ]

    def __init__(self, session: Session, settings: RoundSettings) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self.round = session.new_round(settings)
        self._keeping = False
        self._asked_at = monotonic()

    def compose_head(self) -> ComposeResult:
        """The topic, how far it is, the number of the question."""
        with Horizontal(id="head"), Horizontal(id="head-line"):
            yield Words(id="topic")
            yield Words(id="dots")
            yield Words(id="count")

    def compose_page(self) -> ComposeResult:
        """The prompt, the ways to answer, the feedback."""
        yield Words(id="mixed", classes="quiet")
        yield Words(id="prompt")
        yield Choices()
        yield Ordering()
        yield DateBox()
        with Vertical(id="feedback"):
            yield Words(id="verdict")
            yield Ruler()
            yield Words(id="why")
            yield Words(id="reason")
            yield Words(id="source", classes="quiet")
        yield Words(id="saving")

    def on_mount(self) -> None:
        """Ask the first question."""
        note = why_mixed(self._session.pack, self._settings.topics) if self._settings.mode == ORDERINGS else None
        self._line("#mixed", note)
        self._show()

    def on_resize(self, event: Resize) -> None:
        """A low window has no room for air between the cards."""
        super().on_resize(event)
        self.call_after_refresh(self.query_one(Ordering).draw)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that fit the phase: answers while asking, the rest while the verdict is shown."""
        phases = {
            "dont_know": Phase.ASKING,
            "go_on": Phase.SHOWING,
            "where": Phase.SHOWING,
            "undo": Phase.SHOWING,
        }
        if action in phases and (self._keeping or self.round.phase is not phases[action]):
            return False
        return super().check_action(action, parameters)

    def _show(self) -> None:
        """Show the state of the round."""
        if self.round.phase is Phase.OVER:
            self.app.switch_screen(Results(self._session, self._settings, self.round))
            return
        bank = self._session.pack.bank(self.round.current.topic)
        total = len(self.round.questions)
        self.query_one("#topic", Words).say(bank.title)
        self.query_one("#dots", Words).say((progress_dots([True] * len(self.round.given), total), "$accent"))
        self.query_one("#count", Words).say(f"{self.round.place + 1} of {total}")
        asking = self.round.phase is Phase.ASKING
        self.query_one("#feedback").display = not asking
        if asking:
            self._show_question()
        else:
            self._show_verdict()
        trouble = self._session.keeper.trouble
        saving = self.query_one("#saving", Words)
        saving.display = trouble is not None
        why = trouble_in_words(trouble) if trouble else ""
        saving.say(f"Not saved at the moment: {why}. Play on; it is tried again with every answer.")
        self.refresh_bindings()

    def _show_question(self) -> None:
        question = self.round.current
        choices, ordering, date_box = self.query_one(Choices), self.query_one(Ordering), self.query_one(DateBox)
        choices.display = isinstance(question, ChoiceQuestion)
        ordering.display = isinstance(question, OrderingQuestion)
        date_box.display = isinstance(question, DateQuestion)
        self.query_one("#prompt", Words).say(question.prompt)
        if isinstance(question, ChoiceQuestion):
            choices.ask([option.text for option in question.options])
            choices.focus()
        elif isinstance(question, OrderingQuestion):
            ordering.ask([event.label for event in question.events])
            ordering.focus()
        else:
            date_box.ask()
        self.query_one("#page").scroll_home(animate=False)
        self._asked_at = monotonic()

    def _show_verdict(self) -> None:
        question, verdict = self.round.current, self.round.verdict
        sign, color = ("✓", "$success") if verdict.right else ("○", "$warning")
        if isinstance(verdict, ChoiceVerdict) and isinstance(question, ChoiceQuestion):
            self.query_one(Choices).reveal(verdict.key, verdict.chosen)
            sign = sign if verdict.right or verdict.chosen is None else "✗"
            reason, source = question.explanation, source_in_words(self._session.pack, question.fact)
        elif isinstance(verdict, OrderingVerdict) and isinstance(question, OrderingQuestion):
            self.query_one(Ordering).reveal(_placed(question, verdict))
            self._measure(question, verdict)
            reason, source = " ".join(free_pairs(question, verdict)), "w shows what the article says of each"
        elif isinstance(verdict, DateVerdict) and isinstance(question, DateQuestion):
            self.query_one(DateBox).reveal()
            self.set_focus(None)
            reason = f"{verdict.true.in_words()}: {self._said(question.event.fact)}"
            source = source_in_words(self._session.pack, question.event.fact)
        self.query_one(Ruler).display = isinstance(verdict, OrderingVerdict)
        why = why_wrong(question, verdict)
        self.query_one("#verdict", Words).say(
            (f"{sign} {verdict_in_words(verdict)}", f"bold {color}"), f"   {points_in_words(verdict.credit)}"
        )
        self._line("#why", why)
        self._line("#reason", reason)
        self._line("#source", source)
        self.settle()
        self.query_one("#page").scroll_end(animate=False)

    def _measure(self, question: OrderingQuestion, verdict: OrderingVerdict) -> None:
        number = {event: place for place, event in enumerate(verdict.true_order)}
        dates = [question.events[event].date for event in verdict.true_order]
        placed = None if verdict.placed is None else [number[event] for event in verdict.placed]
        self.query_one(Ruler).measure(dates, placed)

    def _said(self, fact: str) -> str:
        found = self._session.pack.source_of(fact)[1]
        return found.text if isinstance(found, Fact) else found.definition

    def _line(self, selector: str, text: str | None) -> None:
        line = self.query_one(selector, Words)
        line.display = bool(text)
        line.say(text or "")

    async def on_choices_chosen(self, message: Choices.Chosen) -> None:
        """An option was chosen."""
        await self._answer(Chose(message.option))

    async def on_ordering_done(self, message: Ordering.Done) -> None:
        """The cards were put in order."""
        await self._answer(Ordered(message.order))

    async def on_date_box_dated(self, message: DateBox.Dated) -> None:
        """A date was typed."""
        await self._answer(Dated(message.date))

    async def action_dont_know(self) -> None:
        """Say so: it costs nothing and teaches no wrong option."""
        await self._answer(DontKnow())

    async def _answer(self, response: Response) -> None:
        """Grade an answer, keep it, and only then show what it was worth."""
        if self._keeping or self.round.phase is not Phase.ASKING:
            return
        self._keeping = True
        milliseconds = round(1000 * (monotonic() - self._asked_at))
        graded, event = self.round.answer(response, now(), milliseconds)
        await asyncio.to_thread(self._session.keep, event)
        self.round, self._keeping = graded, False
        self._show()

    def action_go_on(self) -> None:
        """The next question, unless Enter has been down since before the feedback came."""
        if self.is_a_new_press():
            self.round = self.round.go_on()
            self._show()

    async def action_undo(self) -> None:
        """It was a slip: ask again."""
        if self._keeping:
            return
        self._keeping = True
        asked_again, event = self.round.take_back(now())
        await asyncio.to_thread(self._session.keep, event)
        self.round, self._keeping = asked_again, False
        self._show()

    def action_where(self) -> None:
        """The study notes, at the facts of this question."""
        self.app.push_screen(Notes(self._session.pack, self.round.current.topic, self.round.current.facts))

    def action_leave(self) -> None:
        """Back home; nothing is lost."""
        if self.round.given:
            announce(self.app, "You left the round. Everything you answered is kept.")
        self.app.pop_screen()


def _placed(question: OrderingQuestion, verdict: OrderingVerdict) -> list[Placed]:
    rows = []
    for place, ((index, note), together) in enumerate(zip(places_off(question, verdict), joined(verdict), strict=True)):
        event = question.events[index]
        sign = "✓" if verdict.placed is not None and not note else "↕" if note else "·"
        date = f"{letter(place)}  {event.date.in_words()}"
        rows.append(Placed(sign, date, event.label, note, joined=together))
    return rows
