"""Home: one obvious next thing, and below it the topics with their scores."""

from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widget import Widget

from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Part, Words, bar

if TYPE_CHECKING:
    from quizgame.banks.pack import Pack
    from quizgame.learning.progress import TopicScore
    from quizgame.session.choose import RoundSettings
    from quizgame.session.session import Session

LENGTHS = (5, 10, 15, 20, 30)
SECONDS_A_QUESTION = 25
TITLE_WIDTH = 26
BAR_WIDTH = 10


class TopicRow(Row):
    """A topic: whether it is ticked, and how it went so far."""

    BINDINGS = [
        Binding("enter", "choose", "play", key_display="Enter"),
        Binding("space", "tick", "tick", key_display="Space"),
    ]

    def __init__(self, topic: str, title: str) -> None:
        super().__init__(classes="topic")
        self.topic, self.title = topic, title
        self.ticked = False
        self.score: TopicScore | None = None
        self.facts = 0

    def parts(self, width: int) -> tuple[Part, ...]:
        """A line of columns; the last one only where there is room."""
        tick = "● " if self.ticked else "○ "
        name = set_cell_size(self.title, TITLE_WIDTH) + "  "
        percent = self.score.percent if self.score else None
        if self.score is None or percent is None:
            return (tick, "$accent" if self.ticked else "$quiet"), name, ("not tried yet", "$quiet")
        met = f"   {len(self.score.facts_met)} of {self.facts} facts met" if width >= 60 else ""
        return (
            (tick, "$accent" if self.ticked else "$quiet"),
            name,
            (bar(percent / 100, BAR_WIDTH), "$primary"),
            f" {percent:3} %",
            (met, "$quiet"),
        )

    def clicked(self) -> None:
        """A click ticks; Enter plays."""
        self.action_tick()

    def action_tick(self) -> None:
        """Choose the topic for the next round, or leave it out."""
        self.ticked = not self.ticked
        self.show()
        if isinstance(self.screen, Home):
            self.screen.show_plan()


class PlayRow(Row):
    """The one obvious next thing."""

    BINDINGS = [Binding("enter", "choose", "play", key_display="Enter")]


class Home(Page):
    """The first screen."""

    BINDINGS = [
        Binding("enter", "play", "play", show=False),  # before a row has the focus
        Binding("minus", "length(-1)", "length", key_display="- +"),
        Binding("plus,equals_sign", "length(1)", "a longer round", show=False),
        Binding("t", "timeline", "timeline"),
        Binding("r", "read", "read"),
        Binding("s", "scores", "scores"),
        Binding("exclamation_mark", "problems", "problems", key_display="!", show=False),
        Binding("q", "app.quit", "quit"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._length = 10
        self._play_when_ready = False

    def compose_page(self) -> ComposeResult:
        """The title, the way in, the topics."""
        yield Words("quizgame", id="title")
        yield PlayRow("Play", id="play", classes="-main")
        yield Words("Getting the questions ready …", id="plan")
        yield Words(id="trouble")
        yield Words(id="problems")
        yield Words("Topics", classes="heading", id="topics-heading")
        yield Vertical(id="topics")

    def on_mount(self) -> None:
        """Enter plays from the first moment on."""
        self.query_one("#play").focus()
        self.query_one("#topics-heading").display = False

    def settle(self) -> None:
        """Nothing that Enter could take away stands here: it plays from the first moment on."""

    def show_session(self, session: "Session", *, play: bool) -> None:
        """Show what was read; play at once if the command line said what, or Enter was pressed already."""
        self._session = session
        self._length = session.settings.length
        self.query_one("#title", Words).say(session.pack.title)
        self.query_one("#topics-heading").display = True
        all_topics = session.settings.topics == session.pack.topics
        rows, listed = self._listed(session.pack)
        for row in rows:
            row.ticked = not all_topics and row.topic in session.settings.topics
        self.query_one("#topics").mount_all(listed)
        self._show_scores(rows)
        self.show_plan()
        if play or self._play_when_ready:
            self._start(session.settings)

    def _listed(self, pack: "Pack") -> tuple[list[TopicRow], list[Widget]]:
        """The topics, and all that stands in their list: a group of the source has its heading before it."""
        rows: list[TopicRow] = []
        listed: list[Widget] = []
        group = None
        for bank in pack.banks:
            if (its := pack.group(bank)) != group:
                group = its
                listed.append(Words(its or "", classes="group"))
            rows.append(TopicRow(bank.topic, bank.title))
            listed.append(rows[-1])
        return rows, listed

    def on_screen_resume(self) -> None:
        """Back from a round: the scores have moved."""
        if self._session is not None:
            self._show_scores(list(self.query(TopicRow)))
            self.show_plan()

    def _show_scores(self, rows: list[TopicRow]) -> None:
        if self._session is None:
            return
        scores, counts = self._session.scores(), self._session.fact_counts()
        for row in rows:
            row.score, row.facts = scores[row.topic], counts[row.topic]
            row.show()

    @property
    def _ticked(self) -> tuple[str, ...]:
        return tuple(row.topic for row in self.query(TopicRow) if row.ticked)

    def show_plan(self) -> None:
        """Say what Enter plays, and what stands in the way of saving."""
        if self._session is None:
            return
        ticked = len(self._ticked)
        topics = "all topics" if not ticked else "1 topic" if ticked == 1 else f"{ticked} topics"
        minutes = max(1, round(self._length * SECONDS_A_QUESTION / 60))
        about = f"about {minutes} minute{'s' if minutes > 1 else ''}"
        self.query_one("#plan", Words).say(f"{self._length} questions from {topics} · {about}")
        heading = self.query_one("#topics-heading", Words)
        heading.say(f"{'Topics':{TITLE_WIDTH + 6}}{'' if self._session.is_new_here else 'right so far'}")
        from quizgame.wording.saving import state_in_words

        self._line("#trouble", state_in_words(self._session.keeper.trouble, self._session.keeper.notices))
        left_out = len(self._session.library.files_left_out)
        banks = "1 bank was left out" if left_out == 1 else f"{left_out} banks were left out"
        self._line("#problems", f"{banks} · press ! to see why" if left_out else None)

    def _line(self, selector: str, text: str | None) -> None:
        line = self.query_one(selector, Words)
        line.say(text or "")
        line.set_class(text is not None, "-there")

    def action_play(self) -> None:
        """Play what the plan says, as soon as there is something to play."""
        if self._session is None:
            self._play_when_ready = True
            return
        from quizgame.session.choose import RoundSettings

        self._start(RoundSettings(self._ticked or self._session.pack.topics, self._length))

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """Play what the plan says; Enter on a topic with nothing ticked plays just this one."""
        if isinstance(message.row, TopicRow) and not self._ticked:
            from quizgame.session.choose import RoundSettings

            self._start(RoundSettings((message.row.topic,), self._length))
        else:
            self.action_play()

    def _start(self, settings: "RoundSettings") -> None:
        from quizgame.game.play.growing import DAILY, GROWING
        from quizgame.tui.screens.content_note import ContentNote
        from quizgame.tui.screens.growing import GrowingScreen
        from quizgame.tui.screens.quiz import Quiz

        session = self._session
        if session is None or self.app.screen is not self:
            return

        def begin(_: object = None) -> None:
            growing = settings.mode in (GROWING, DAILY)
            self.app.push_screen(GrowingScreen(session, settings) if growing else Quiz(session, settings))

        if session.is_new_here and session.pack.about.content_note:
            self.app.push_screen(ContentNote(session.pack), begin)
        else:
            begin()

    def action_length(self, step: int) -> None:
        """A shorter or longer round."""
        nearest = min(range(len(LENGTHS)), key=lambda at: abs(LENGTHS[at] - self._length))
        self._length = LENGTHS[max(0, min(len(LENGTHS) - 1, nearest + step))]
        self.show_plan()

    def action_timeline(self) -> None:
        """Dates in order: all ways to play with them."""
        if self._session is not None:
            from quizgame.session.choose import RoundSettings
            from quizgame.tui.screens.timeline import TimelineMenu

            topics = self._ticked or self._session.pack.topics
            self.app.push_screen(TimelineMenu(self._session, RoundSettings(topics, self._length)))

    def action_read(self) -> None:
        """The study notes of the topic that is marked, or of the first one."""
        if self._session is not None:
            from quizgame.tui.screens.notes import Notes

            focused = self.focused
            topic = focused.topic if isinstance(focused, TopicRow) else self._session.pack.topics[0]
            self.app.push_screen(Notes(self._session.pack, topic))

    def action_scores(self) -> None:
        """The scores per topic over all rounds."""
        if self._session is not None:
            from quizgame.tui.screens.scores import Scores

            self.app.push_screen(Scores(self._session))

    def action_problems(self) -> None:
        """Why banks were left out."""
        if self._session is not None and self._session.problems:
            from quizgame.tui.screens.problems import Problems

            self.app.push_screen(Problems(self._session.problems))
