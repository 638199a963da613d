"""Progress: what is known of each topic, the days of play, what is to refresh, own bests, the plan of the week."""

import asyncio

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.events import Resize

from quizgame.game.play.modes import TODAY, RoundSettings
from quizgame.session.progress import progress_of, set_days_a_week
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import Part, Words, announce
from quizgame.tui.widgets.topic_table import TopicTable
from quizgame.wording import keys
from quizgame.wording import progress as told
from quizgame.wording.exam import exam_in_short

WIDE, NORMAL, TALL, HIGHEST = 120, 80, 28, 40
BAR_WIDTH, LONGEST_BAR = 14, 20


class Progress(Page):
    """Enter practises a topic; the other keys lead to what lies behind the figures."""

    CSS_PATH = "progress.tcss"
    BINDINGS = [
        Binding("r", "read", keys.READ),
        Binding("h", "history", keys.HISTORY),
        Binding("m", "mix_ups", keys.MIX_UPS),
        Binding("t", "exam", keys.EXAM),
        Binding("minus", "days(-1)", keys.DAYS_A_WEEK, key_display="- +"),
        Binding("plus,equals_sign", "days(1)", keys.MORE_DAYS, show=False),
        Binding("escape,q,p", "back", keys.BACK),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._now = progress_of(session)
        titles = {bank.topic: bank.title for bank in session.pack.banks}
        self.table = TopicTable(told.in_need(self._now.topics), titles)
        self._head, self._all = Words(id="week"), Words(id="all-topics", classes="quiet")
        self._calendar, self._ahead = Words(id="calendar"), Words(id="ahead")
        self._bests = Words(id="bests", classes="quiet")

    def compose_page(self) -> ComposeResult:
        """The week, the charts, the topics."""
        yield self._head
        yield self._all
        with Vertical(id="parts"):
            with Horizontal(id="charts", classes="ground"):
                with Vertical(id="days"):
                    yield self._calendar
                    yield self._bests
                yield self._ahead
            with Vertical(id="topics-panel", classes="ground"):
                yield Words(told.TOPICS_AND_KNOWN, classes="heading")
                yield self.table

    def on_mount(self) -> None:
        """The topic to begin with."""
        self.table.focus()
        self._tell()

    def on_screen_resume(self) -> None:
        """Back from a round: the figures have moved."""
        super().on_screen_resume()
        self._now = progress_of(self._session)
        self.table.show(told.in_need(self._now.topics))
        self._tell()

    def on_resize(self, event: Resize) -> None:
        """Another size has room for more weeks and longer bars."""
        super().on_resize(event)
        self._tell()

    def _tell(self) -> None:
        now, (width, height) = self._now, self.size
        wide = width >= WIDE
        self._head.say((told.PROGRESS, "bold"), f"   {told.week_in_words(now)}")
        self._all.say(told.FIRST_ROUND_FIRST if self._session.is_new_here else told.all_topics_in_words(now))
        weeks = now.weeks[-(8 if wide and height >= HIGHEST else 5 if height >= TALL else 3) :]
        self._calendar.say_lines(_under(told.DAYS, told.calendar(weeks)))
        due = now.forecast if height >= TALL and wide else now.forecast[:7]
        days = told.forecast(now.today, due, LONGEST_BAR if wide else BAR_WIDTH if width >= NORMAL else 0)
        said = [told.forecast_in_words(due)] if height >= TALL else []
        self._ahead.say_lines(_under(told.AHEAD, [*days, *said]))
        bests = told.bests_in_words(now)
        self._bests.say("\n".join([*bests, exam_in_short(now.exam)] if now.exam else bests))
        self.refresh_bindings()

    def on_listing_chosen(self) -> None:
        """Practise the marked topic."""
        flow.play(self, self._session, RoundSettings((self.table.topic,), mode=TODAY))

    def action_read(self) -> None:
        """The study notes of the marked topic."""
        flow.read(self, self._session, self.table.topic)

    async def action_history(self) -> None:
        """The rounds behind the figures."""
        await flow.open_history(self, self._session)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Mix-ups can be looked at where there are any."""
        if action == "mix_ups" and not self._now.mix_ups:
            return False
        return super().check_action(action, parameters)

    def action_mix_ups(self) -> None:
        """What was taken for something else."""
        flow.open_mix_ups(self, self._session)

    def action_exam(self) -> None:
        """A test on a date."""
        flow.open_exam(self, self._session)

    async def action_days(self, step: int) -> None:
        """On how many days a week the player wants to play."""
        wanted = self._now.days_a_week + step
        if not await asyncio.to_thread(set_days_a_week, self._session, wanted):
            announce(self.app, told.CHOICE_NOT_KEPT)
        self._now = progress_of(self._session)
        self._tell()


def _under(heading: str, lines: list[str]) -> list[tuple[Part, ...]]:
    return [((heading, "$quiet"),), *((line,) for line in lines)]
