"""Home: one obvious next thing, and below it the topics with their scores."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widget import Widget

from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Words
from quizgame.tui.screens.topic_list import TITLE_WIDTH, TopicRow
from quizgame.wording import first, keys

if TYPE_CHECKING:
    from quizgame.banks.pack import Pack
    from quizgame.session.session import Session

LENGTHS = (5, 10, 15, 20, 30)


class PlayRow(Row):
    """The one obvious next thing."""

    BINDINGS = [Binding("enter", "choose", keys.PLAY)]


class ResumeRow(PlayRow):
    """Back into a round that was left."""


class Home(Page):
    """The first screen. Keys that come before there is anything to do are done once there is."""

    BINDINGS = [
        Binding("enter", "play", keys.PLAY, show=False),  # before a row has the focus
        Binding("minus", "length(-1)", keys.LENGTH, key_display="- +"),
        Binding("plus,equals_sign", "length(1)", keys.LONGER, show=False),
        Binding("t", "timeline", keys.TIMELINE),
        Binding("r", "read", keys.READ),
        Binding("s", "scores", keys.SCORES),
        Binding("p", "packs", keys.PACKS, show=False),
        Binding("exclamation_mark", "problems", keys.PROBLEMS, show=False),
        Binding("q", "app.quit", keys.QUIT),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._length = 10
        self._steps: list[int] = []
        """How the length was changed before there was one."""
        self._rows: list[TopicRow] = []
        """The topics of the pack that is played; those of another may stand on the screen a moment longer."""
        self._waiting: Callable[[], None] | None = None
        """The last thing that was asked for before there was anything to do it with."""
        self._title, self._plan = Words("quizgame", id="title"), Words(first.GETTING_READY, id="plan")
        self._trouble, self._left_out, self._others = Words(id="trouble"), Words(id="problems"), Words(id="others")
        self._heading, self._topics = Words(classes="heading", id="topics-heading"), Vertical(id="topics")
        self._resume = ResumeRow(id="resume", classes="-main")
        self._play = PlayRow(first.PLAY, id="play", classes="-main")

    def compose_page(self) -> ComposeResult:
        """The title, the way in, the topics."""
        yield self._title
        yield self._resume
        yield self._play
        yield self._plan
        yield from (self._trouble, self._left_out, self._others)
        yield self._heading
        yield self._topics

    def on_mount(self) -> None:
        """Enter plays from the first moment on."""
        self._resume.display = False
        self._play.focus()
        self._heading.display = False

    def settle(self) -> None:
        """Nothing that Enter could take away stands here: it plays from the first moment on."""

    def show_session(self, session: "Session", *, play: bool) -> None:
        """Show what was read; play at once if the command line said what, or do what was asked for already."""
        self._session = session
        self._length = session.settings.questions
        for step in self._steps:
            self._length = self._other_length(step)
        waiting, self._waiting = self._waiting, None
        self._show_pack()
        if play:
            flow.play(self, session, session.settings)
        elif waiting is not None:
            waiting()

    def _show_pack(self) -> None:
        session = self._session
        if session is None:
            return
        self._title.say(session.pack.title)
        self._heading.display = True
        all_topics = session.settings.topics == session.pack.topics
        listed = self._listed(session.pack)
        for row in self._rows:
            row.ticked = not all_topics and row.topic in session.settings.topics
        self._topics.remove_children()
        self._topics.mount_all(listed)
        self._show_scores()
        self._show_plan()

    def _listed(self, pack: "Pack") -> list[Widget]:
        """All that stands in the list of topics: a group of the source has its heading before it."""
        self._rows = []
        listed: list[Widget] = []
        group = None
        for bank in pack.banks:
            if (its := pack.group(bank)) != group:
                group = its
                listed.append(Words(its or "", classes="group"))
            self._rows.append(TopicRow(bank.topic, bank.title))
            listed.append(self._rows[-1])
        return listed

    def on_screen_resume(self) -> None:
        """Back from a round: the scores have moved."""
        if self._session is not None:
            self._show_scores()
            self._show_plan()

    def _show_scores(self) -> None:
        from quizgame.learning.progress import fact_counts

        if self._session is None:
            return
        figures, counts = self._session.figures, fact_counts(self._session.pack)
        for row in self._rows:
            row.score, row.met, row.facts = figures.score(row.topic), len(figures.met(row.topic)), counts[row.topic]
            row.show()

    def on_topic_row_ticked(self) -> None:
        """Another plan."""
        self._show_plan()

    def _ticked(self) -> tuple[str, ...]:
        return tuple(row.topic for row in self._rows if row.ticked)

    def _show_plan(self) -> None:
        """Say what Enter plays, and what stands in the way of saving."""
        from quizgame.wording import figures, rounds, saving, screens

        session = self._session
        if session is None:
            return
        self._plan.say(rounds.plan_in_words(self._length, len(self._ticked())))
        self._heading.say(f"{screens.TOPICS:{TITLE_WIDTH + 6}}{'' if session.is_new_here else figures.RIGHT_SO_FAR}")
        trouble, library = session.keeper.trouble, session.library
        left_out = screens.left_out(len(library.files_left_out), library.entries_left_out.total())
        self._line(self._trouble, saving.state_in_words(trouble, session.keeper.notices) or "")
        self._line(self._left_out, left_out)
        self._line(self._others, screens.other_packs(len(session.packs) - 1) if len(session.packs) > 1 else "")
        if (paused := session.paused) is not None:
            play = paused.play
            self._resume.set_parts(screens.go_on_with_round(len(play.given), len(play.questions)))
        self._show_resume(paused is not None)

    def _show_resume(self, there: bool) -> None:
        if there != self._resume.display:
            self._resume.display = there
            (self._resume if there else self._play).focus()

    @staticmethod
    def _line(line: Words, text: str) -> None:
        line.say(text)
        line.set_class(bool(text), "-there")

    def action_play(self) -> None:
        """Play what the plan says."""
        self._with_session(lambda session: self._start(session, self._ticked() or session.pack.topics))

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """Enter on a topic plays just this one, unless it is one of several that are ticked."""
        row = message.row
        if isinstance(row, TopicRow) and row.topic not in self._ticked():
            self._with_session(lambda session: self._start(session, (row.topic,)))
        elif isinstance(row, ResumeRow):
            self._with_session(lambda session: flow.go_on_with_round(self, session))
        else:
            self.action_play()

    def _with_session(self, act: "Callable[[Session], None]") -> None:
        """Do it now, or as soon as everything is read."""
        if self._session is not None:
            act(self._session)
        else:
            self._waiting = lambda: self._with_session(act)

    def _start(self, session: "Session", topics: tuple[str, ...]) -> None:
        from quizgame.game.play.modes import RoundSettings

        flow.play(self, session, RoundSettings(topics, self._length))

    def action_length(self, step: int) -> None:
        """A shorter or longer round."""
        if self._session is None:
            self._steps.append(step)
        else:
            self._length = self._other_length(step)
            self._show_plan()

    def _other_length(self, step: int) -> int:
        nearest = min(range(len(LENGTHS)), key=lambda at: abs(LENGTHS[at] - self._length))
        return LENGTHS[max(0, min(len(LENGTHS) - 1, nearest + step))]

    def action_timeline(self) -> None:
        """Dates in order: all ways to play with them."""
        self._with_session(lambda session: flow.open_timeline(self, session, self._ticked() or session.pack.topics))

    def action_read(self) -> None:
        """The study notes of the topic that is marked, or of the first one."""

        def read(session: "Session") -> None:
            focused = self.focused
            flow.read_notes(self, session, focused.topic if isinstance(focused, TopicRow) else session.pack.topics[0])

        self._with_session(read)

    def action_scores(self) -> None:
        """The scores per topic over all rounds."""
        self._with_session(lambda session: flow.open_scores(self, session))

    def action_packs(self) -> None:
        """Another pack, where there is one."""

        def choose(session: "Session") -> None:
            if len(session.packs) > 1:
                flow.choose_pack(self, session, self._show_pack)

        self._with_session(choose)

    def action_problems(self) -> None:
        """Why banks were left out."""

        def tell(session: "Session") -> None:
            if session.problems:
                flow.open_problems(self, session.problems)

        self._with_session(tell)
