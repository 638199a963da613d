"""Home: one obvious next thing, the ways on from here, and the topics with what is known of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from quizgame.game.play.lengths import A_DAYS_DOSE, other_length
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Words
from quizgame.wording import first, keys

if TYPE_CHECKING:
    from quizgame.session.session import Session
    from quizgame.tui.screens.home_rest import Rest

TITLE_WIDTH = 26


class PlayRow(Row):
    """The one obvious next thing."""

    BINDINGS = [Binding("enter", "choose", keys.PLAY)]


class Home(Page):
    """The first screen. Keys that come before there is anything to do are done once there is."""

    BINDINGS = [
        Binding("enter", "play", keys.PLAY, show=False),  # before a row has the focus
        Binding("minus", "length(-1)", keys.LENGTH, key_display="- +"),
        Binding("plus,equals_sign", "length(1)", keys.LONGER, show=False),
        Binding("f", "start('cards')", keys.CARDS, show=False),
        Binding("a", "start('weak')", keys.WEAK, show=False),
        Binding("d", "start('daily')", keys.DAILY, show=False),
        Binding("t", "timeline", keys.TIMELINE, show=False),
        Binding("r", "read", keys.READ, show=False),
        Binding("p", "progress", keys.PROGRESS, show=False),
        Binding("c", "class_round", keys.CLASS, show=False),
        Binding("b", "packs", keys.PACKS, show=False),
        Binding("i", "bring", keys.BRING, show=False),
        Binding("w", "players", keys.PLAYERS, show=False),
        Binding("o", "settings", keys.SETTINGS, show=False),
        Binding("exclamation_mark", "problems", keys.PROBLEMS, show=False),
        Binding("q", "app.quit", keys.QUIT),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._length = A_DAYS_DOSE
        self._steps: list[int] = []
        """How the length was changed before there was one."""
        self._waiting: Callable[[], None] | None = None
        """The last thing that was asked for before there was anything to do it with."""
        self._title, self._plan = Words("quizgame", id="title"), Words(first.GETTING_READY, id="plan")
        self._play = PlayRow(first.PLAY, id="play", classes="-main")
        self._today = Vertical(self._play, self._plan, id="today", classes="panel")
        self._left = Vertical(self._today, id="left")
        self._rest: Rest | None = None

    def compose_page(self) -> ComposeResult:
        """The title and the way in."""
        yield self._title
        yield self._left

    def on_mount(self) -> None:
        """Enter plays from the first moment on."""
        self._play.focus()

    def settle(self) -> None:
        """Nothing that Enter could take away stands here."""

    def show_session(self, session: "Session", *, play: bool) -> None:
        """Show what was read; play at once if the command line said what, or do what was asked for already."""
        self._session = session
        waiting, self._waiting = self._waiting, None
        self._show_pack()
        for step in self._steps:
            self.action_length(step)
        if play:
            flow.play(self, session, session.settings)
        elif waiting is not None:
            waiting()

    def _show_pack(self) -> None:
        from quizgame.tui.screens.home_rest import Rest

        if (session := self._session) is None:
            return
        self._title.say(session.pack.title)
        self._length = session.settings.length or session.chosen.length or A_DAYS_DOSE
        if self._rest is None:
            self._rest = Rest(self, self._today, self._play, self._left)
        self._rest.show_pack(session)
        self._show_what_is_known()

    def on_screen_resume(self) -> None:
        """Back from a round: the figures have moved."""
        if self._session is not None:
            self._show_what_is_known()

    def _show_what_is_known(self) -> None:
        from quizgame.wording import screens

        session, rest = self._session, self._rest
        if session is None or rest is None:
            return
        rest.show_known(self, session)
        if (paused := session.paused) is not None:
            play = paused.play
            rest.resume.set_parts(screens.go_on_with_round(len(play.given), len(play.questions)))
        self._show_plan()
        if (paused is not None) != rest.resume.display:
            rest.resume.display = paused is not None
            (rest.resume if paused is not None else self._play).focus()

    def on_topic_row_ticked(self) -> None:
        """Another plan."""
        self._show_plan()

    @property
    def _ticked(self) -> tuple[str, ...]:
        return self._rest.topics.ticked if self._rest is not None else ()

    def _show_plan(self) -> None:
        """Say what Enter plays."""
        from quizgame.wording import home, screens

        session, rest = self._session, self._rest
        if session is None or rest is None:
            return
        outlook = session.outlook(self._ticked or session.pack.topics, self._length)
        titles = [session.pack.bank(topic).title for topic in self._ticked]
        where = f" · {home.from_topics(titles)}" if titles else ""
        self._play.set_parts(home.play_today(outlook.questions) if outlook.questions else first.PLAY, (where, "$quiet"))
        self._plan.say(home.outlook_in_words(outlook, session.days_away))
        known = "" if session.is_new_here else home.KNOWN_NOW
        rest.heading.say(f"{screens.TOPICS:{TITLE_WIDTH + 6}}{known}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key for what is not there: problems, other packs."""
        session = self._session
        if session is not None and action in ("problems", "packs"):
            there = session.problems if action == "problems" else session.packs[1:]
            if not there:
                return False
        return super().check_action(action, parameters)

    def action_play(self) -> None:
        """Play what the plan says."""
        self._with_session(lambda session: self._start(session, "today"))

    async def on_row_chosen(self, message: Row.Chosen) -> None:
        """Enter on a topic plays just this one, unless it is one of several that are ticked."""
        from quizgame.tui.screens.home_menu import MenuRow, ResumeRow
        from quizgame.tui.screens.topic_list import TopicRow

        row = message.row
        if isinstance(row, TopicRow) and row.topic not in self._ticked:
            self._with_session(lambda session: self._start(session, "today", (row.topic,)))
        elif isinstance(row, ResumeRow):
            self._with_session(lambda session: flow.go_on_with_round(self, session))
        elif isinstance(row, MenuRow):
            await self.run_action(row.action)
        else:
            self.action_play()

    def _with_session(self, act: "Callable[[Session], None]") -> None:
        """Do it now, or as soon as everything is read."""
        if self._session is not None:
            act(self._session)
        else:
            self._waiting = lambda: self._with_session(act)

    def _start(self, session: "Session", mode: str, topics: tuple[str, ...] = ()) -> None:
        from quizgame.game.play.modes import RoundSettings

        flow.play(self, session, RoundSettings(topics or self._ticked or session.pack.topics, self._length, mode=mode))

    def action_length(self, step: int) -> None:
        """A shorter or longer round; the length is found again."""
        if self._session is None:
            self._steps.append(step)
        else:
            self._length = other_length(self._length, step)
            self._session.choose(self._session.chosen.model_copy(update={"length": self._length}))
            self._show_plan()

    def action_start(self, mode: str) -> None:
        """Flashcards, what is known least, or the line of the day, which is of all topics."""
        self._with_session(lambda session: self._start(session, mode, session.pack.topics if mode == "daily" else ()))

    def action_timeline(self) -> None:
        """Dates in order: all ways to play with them."""
        self._with_session(lambda session: flow.open_timeline(self, session, self._ticked or session.pack.topics))

    def action_read(self) -> None:
        """The study notes of the topic that is marked, or the outline of all."""
        from quizgame.tui.screens.topic_list import TopicRow

        topic = self.focused.topic if isinstance(self.focused, TopicRow) else None
        self._with_session(lambda session: flow.read(self, session, topic))

    def action_progress(self) -> None:
        """What is known, and what was done."""
        self._with_session(lambda session: flow.open_progress(self, session))

    def action_class_round(self) -> None:
        """A class plays, before a projector."""
        from quizgame.tui import flow_class

        self._with_session(lambda session: flow_class.open_class(self, session))

    def action_packs(self) -> None:
        """Another pack, where there is one."""
        from quizgame.tui import flow_choices

        self._with_session(lambda session: flow_choices.choose_pack(self, session, self._show_pack))

    def action_bring(self) -> None:
        """Questions from a file."""
        from quizgame.tui import flow_choices

        self._with_session(lambda session: flow_choices.bring_file(self, session, self._show_pack))

    def action_players(self) -> None:
        """Who plays."""
        from quizgame.tui import flow_choices

        self._with_session(lambda session: flow_choices.choose_player(self, session, self._show_pack))

    def action_settings(self, marked: str = "") -> None:
        """What can be chosen; the choice of this name is marked."""
        from quizgame.tui import flow_choices

        self._with_session(lambda session: flow_choices.open_settings(self, session, self._choices_changed, marked))

    def _choices_changed(self) -> None:
        if self._session is not None:
            self._length = self._session.chosen.length or A_DAYS_DOSE
            self._show_what_is_known()

    def action_problems(self) -> None:
        """Why banks were left out."""
        self._with_session(lambda session: flow.open_problems(self, session.problems))
