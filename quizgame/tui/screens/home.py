"""Home: one obvious next thing, the ways on from here, and the topics with what is known of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Words
from quizgame.tui.screens.home_menu import Menu, MenuRow, PlayRow, ResumeRow
from quizgame.tui.screens.topic_list import TITLE_WIDTH, TopicList, TopicRow
from quizgame.wording import first, keys

if TYPE_CHECKING:
    from quizgame.session.session import Session

LENGTHS = (5, 8, 12, 16, 20, 30)


class Home(Page):
    """The first screen. Keys that come before there is anything to do are done once there is."""

    BINDINGS = [
        Binding("enter", "play", keys.PLAY, show=False),  # before a row has the focus
        Binding("minus", "length(-1)", keys.LENGTH, key_display="- +"),
        Binding("plus,equals_sign", "length(1)", keys.LONGER, show=False),
        Binding("f", "cards", keys.CARDS, show=False),
        Binding("a", "weak", keys.WEAK, show=False),
        Binding("d", "daily", keys.DAILY, show=False),
        Binding("t", "timeline", keys.TIMELINE, show=False),
        Binding("r", "read", keys.READ, show=False),
        Binding("p", "progress", keys.PROGRESS, show=False),
        Binding("b", "packs", keys.PACKS, show=False),
        Binding("w", "players", keys.PLAYERS, show=False),
        Binding("exclamation_mark", "problems", keys.PROBLEMS, show=False),
        Binding("q", "app.quit", keys.QUIT),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._length = 12
        self._steps: list[int] = []
        """How the length was changed before there was one."""
        self._waiting: Callable[[], None] | None = None
        """The last thing that was asked for before there was anything to do it with."""
        self._title, self._plan = Words("quizgame", id="title"), Words(first.GETTING_READY, id="plan")
        self._trouble, self._left_out = Words(id="trouble"), Words(id="problems")
        self._menu, self._you = Menu(), Words(id="you")
        self._heading, self._topics = Words(classes="heading", id="topics-heading"), TopicList()
        self._resume = ResumeRow(id="resume", classes="-main")
        self._play = PlayRow(first.PLAY, id="play", classes="-main")

    def compose_page(self) -> ComposeResult:
        """The title, the way in, the other ways, the topics; beside them, where there is room, the player."""
        yield self._title
        with Vertical(id="panels"):
            with Vertical(id="left"):
                with Vertical(id="today", classes="panel"):
                    yield from (self._resume, self._play, self._plan, self._trouble, self._left_out, self._menu)
                yield self._you
            with Vertical(id="right", classes="panel"):
                yield from (self._heading, self._topics)

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
        self._length = session.settings.length or self._length
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
        topics = session.settings.topics
        self._topics.show_pack(session.pack, () if topics == session.pack.topics else topics)
        self._menu.offer(packs=len(session.packs) > 1, players=len(session.keeper.players) > 1)
        self._show_what_is_known()

    def on_screen_resume(self) -> None:
        """Back from a round: the figures have moved."""
        if self._session is not None:
            self._show_what_is_known()

    def _show_what_is_known(self) -> None:
        from quizgame.tui.screens.home_figures import about_player, abouts

        session = self._session
        if session is None:
            return
        overview = {one.topic: one for one in session.overview()}
        self._topics.show_known(overview)
        self._menu.say(abouts(session, list(overview.values())))
        you = about_player(session)
        self._you.display = bool(you)
        self._you.say_lines([[line] for line in you])
        self._show_plan()

    def on_topic_row_ticked(self) -> None:
        """Another plan."""
        self._show_plan()

    def _show_plan(self) -> None:
        """Say what Enter plays, and what stands in the way of saving."""
        from quizgame.wording import home, saving, screens

        session = self._session
        if session is None:
            return
        ticked = self._topics.ticked
        outlook = session.outlook(ticked or session.pack.topics, self._length)
        titles = [session.pack.bank(topic).title for topic in ticked]
        where = f" · {home.from_topics(titles)}" if titles else ""
        self._play.set_parts(home.play_today(outlook.questions) if outlook.questions else first.PLAY, (where, "$quiet"))
        self._plan.say(home.outlook_in_words(outlook, session.days_away))
        known = "" if session.is_new_here else home.KNOWN_NOW
        self._heading.say(f"{screens.TOPICS:{TITLE_WIDTH + 6}}{known}")
        trouble, library = session.keeper.trouble, session.library
        self._line(self._trouble, saving.state_in_words(trouble, session.keeper.notices) or "")
        left_out = screens.left_out(len(library.files_left_out), library.entries_left_out.total())
        self._line(self._left_out, left_out)
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
        row = message.row
        if isinstance(row, TopicRow) and row.topic not in self._topics.ticked:
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

        flow.play(
            self, session, RoundSettings(topics or self._topics.ticked or session.pack.topics, self._length, mode=mode)
        )

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

    def action_cards(self) -> None:
        """Flashcards."""
        self._with_session(lambda session: self._start(session, "cards"))

    def action_weak(self) -> None:
        """What is known least."""
        self._with_session(lambda session: self._start(session, "weak"))

    def action_daily(self) -> None:
        """The line of the day."""
        self._with_session(lambda session: self._start(session, "daily", session.pack.topics))

    def action_timeline(self) -> None:
        """Dates in order: all ways to play with them."""
        self._with_session(
            lambda session: flow.open_timeline(self, session, self._topics.ticked or session.pack.topics)
        )

    def action_read(self) -> None:
        """The study notes of the topic that is marked, or of the first one."""

        def read(session: "Session") -> None:
            focused = self.focused
            flow.read_notes(self, session, focused.topic if isinstance(focused, TopicRow) else session.pack.topics[0])

        self._with_session(read)

    def action_progress(self) -> None:
        """What is known, and what was done."""
        self._with_session(lambda session: flow.open_scores(self, session))

    def action_packs(self) -> None:
        """Another pack, where there is one."""

        def choose(session: "Session") -> None:
            if len(session.packs) > 1:
                flow.choose_pack(self, session, self._show_pack)

        self._with_session(choose)

    def action_players(self) -> None:
        """Who plays."""
        self._with_session(lambda session: flow.choose_player(self, session, self._show_pack))

    def action_problems(self) -> None:
        """Why banks were left out."""

        def tell(session: "Session") -> None:
            if session.problems:
                flow.open_problems(self, session.problems)

        self._with_session(tell)
