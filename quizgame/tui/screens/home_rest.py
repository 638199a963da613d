"""What stands on the first screen once everything is read: made only then, as each widget delays the first picture."""

import asyncio
from pathlib import Path
from typing import Any

from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget

from quizgame.session.exam import exam_outlook
from quizgame.session.session import Session
from quizgame.tui.parts.page import OF_PAGES
from quizgame.tui.parts.show import Words
from quizgame.tui.screens.home_figures import about_player, abouts
from quizgame.tui.screens.home_menu import Menu, ResumeRow
from quizgame.tui.screens.topic_list import TopicList
from quizgame.wording import saving, screens
from quizgame.wording.exam import exam_in_short, exam_line

STYLES = Path(__file__).with_name("home_rest.tcss")


class Rest:
    """The parts, and where they are put."""

    def __init__(self, screen: Screen[Any], today: Widget, play: Widget, left: Widget) -> None:
        """Put them below and beside what stands there already, with the styles that were not needed for it."""
        styles = screen.app.stylesheet
        styles.read_all([path for path in (OF_PAGES, STYLES) if not styles.has_source(str(path))])
        styles.update(screen)
        self.resume = ResumeRow(id="resume", classes="-main")
        self.resume.display = False
        self.trouble, self.left_out = Words(id="trouble"), Words(id="problems")
        self.exam = Words(id="exam")
        self.exam.display = False
        self.menu, self.you = Menu(), Words(id="you")
        self.heading, self.topics = Words(classes="heading", id="topics-heading"), TopicList()
        today.mount(self.resume, before=play)
        today.mount(self.exam, self.trouble, self.left_out, self.menu)
        left.mount(self.you)
        right = Vertical(id="right", classes="panel")
        screen.query_one("#column").mount(right)  # first: what lies in it can be filled only if it is there itself
        right.mount(self.heading, self.topics)

    def show_pack(self, session: Session) -> None:
        """List the topics of the pack that is played, with those ticked that were wished for, and the ways on."""
        pack, topics = session.pack, session.settings.topics
        self.topics.show_pack(pack, () if topics == pack.topics else topics)
        self.menu.offer(packs=len(session.packs) > 1, players=len(session.keeper.players) > 1)

    def show_known(self, screen: Screen[Any], session: Session) -> None:
        """What is known of each topic, how it stands on each way on, and what there is to be told."""
        overview = {one.topic: one for one in session.overview()}
        self.topics.show_known(overview)
        self.menu.say(abouts(session, list(overview.values())))
        library = session.library
        left_out = screens.left_out(len(library.files_left_out), library.entries_left_out.total())
        trouble = saving.state_in_words(session.keeper.trouble, session.keeper.notices) or ""
        self._show_lines(trouble, left_out, about_player(session))
        self._show_exam(screen, session)

    def _show_exam(self, screen: Screen[Any], session: Session) -> None:
        """The test that is ahead, and once that is known what a day's dose leads to."""
        exam = session.exam
        self.exam.display = exam is not None
        if exam is not None:
            self.exam.say(exam_in_short(exam))
            screen.run_worker(self._look_ahead(session), group="exam", exclusive=True)

    async def _look_ahead(self, session: Session) -> None:
        outlook = await asyncio.to_thread(exam_outlook, session)
        if outlook is not None and self.exam.is_attached:
            self.exam.say(exam_line(outlook))

    def _show_lines(self, trouble: str, left_out: str, you: list[str]) -> None:
        """What stands in the way of saving, what was left out, and the player's own figures."""
        for line, text in ((self.trouble, trouble), (self.left_out, left_out)):
            line.say(text)
            line.set_class(bool(text), "-there")
        self.you.set_class(bool(you), "-known")
        self.you.say_lines([[line] for line in you])
