"""Reading: the outline of the article as a map, and the study notes of a section, each with how far it has come."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.reactive import reactive

from quizgame.learning.overview import TopicOverview
from quizgame.session.reading import Note, most, notes_of, quiz_on_unknown
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.paragraphs import Paragraph, Paragraphs
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Part, Words, bar, padded
from quizgame.wording import keys, progress
from quizgame.wording import reading as told
from quizgame.wording.figures import percent
from quizgame.wording.screens import notes_heading, source_in_full

TITLE_WIDTH, BAR_WIDTH, WORD_WIDTH = 26, 10, 12


class SectionRow(Row):
    """A section of the article."""

    BINDINGS = [Binding("enter", "choose", keys.READ)]

    def __init__(self, title: str, section: TopicOverview) -> None:
        super().__init__()
        self.section, self._title = section, title

    def parts(self, width: int) -> tuple[Part, ...]:
        """A bar, a figure, a word; where there is room, how many facts have come how far."""
        one = self.section
        word = padded(progress.stage_in_words(most(one)), WORD_WIDTH)
        known = f" {percent(round(100 * one.known_now)):>5}  "
        left = width - 2 - BAR_WIDTH - len(known) - WORD_WIDTH
        name = padded(self._title, max(1, min(TITLE_WIDTH, left)))
        stages = progress.stages_in_words(one.stages)
        more = next((text for text in (stages, told.how_many(one.facts)) if len(text) <= left - TITLE_WIDTH), "")
        return name, "  ", (bar(one.known_now, BAR_WIDTH), "$primary"), known, word, (more, "$quiet")


class Outline(Page):
    """All sections, in their groups."""

    BINDINGS = [Binding("escape,q,r", "back", keys.BACK)]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose_page(self) -> ComposeResult:
        """A line a section."""
        pack, group = self._session.pack, None
        yield Words(told.READ, classes="title")
        with Vertical(classes="ground"):
            for bank, one in zip(pack.banks, self._session.overview(), strict=True):
                if (its := pack.group(bank)) != group:
                    group = its
                    yield Words(its or "", classes="heading" if its else None)
                yield SectionRow(bank.title, one)

    def on_mount(self) -> None:
        """The first section."""
        self.query(SectionRow).focus()  # none, if the page has gone again already

    def on_screen_resume(self) -> None:
        """Back from a quiz: some of it is known now."""
        super().on_screen_resume()
        for row, one in zip(self.query(SectionRow), self._session.overview(), strict=False):
            row.section = one
            row.show()

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """Read it."""
        if isinstance(message.row, SectionRow):
            flow.read(self, self._session, message.row.section.topic)


class Reading(Page):
    """The notes of one section: all of them, or only what is not known yet."""

    only_unknown: reactive[bool] = reactive(False, bindings=True)
    BINDINGS = [
        Binding("enter", "ask", keys.ASK_THESE),
        Binding("o", "only", keys.ONLY_UNKNOWN),
        Binding("left,p", "turn(-1)", keys.OTHER_SECTION, key_display="←→"),
        Binding("right,n", "turn(1)", keys.SECTION_AFTER, show=False),
        Binding("up,k", "scroll(-1)", keys.SCROLL, key_display="↑↓"),
        Binding("down,j", "scroll(1)", keys.SCROLL_DOWN, show=False),
        Binding("pagedown,space", "scroll(10)", keys.PAGE_DOWN, show=False),
        Binding("escape,q,r", "back", keys.BACK),
    ]

    def __init__(self, session: Session, topic: str) -> None:
        super().__init__()
        self._session, self.topic = session, topic
        self._read()
        self._notes = Paragraphs(list(self._paragraphs()), id="notes")

    def _read(self) -> None:
        self._all = notes_of(self._session, self.topic)
        self._quiz = quiz_on_unknown(self._session, self.topic)

    def compose_page(self) -> ComposeResult:
        """The section and its notes."""
        yield self._notes

    @property
    def shown(self) -> list[Note]:
        """The notes that can be read now."""
        return [note for note in self._all if not (self.only_unknown and note.is_known)]

    def _paragraphs(self) -> Iterator[Paragraph]:
        bank = self._session.pack.bank(self.topic)
        only = f"  {told.ONLY_UNKNOWN}" if self.only_unknown else ""
        yield Paragraph(((bank.title, "bold"), (only, "$accent")), indented=False)
        yield Paragraph(((notes_heading(bank.section), "$quiet"),), indented=False)
        if bank.note:
            yield Paragraph(((bank.note, "$quiet"),), indented=False)
        if not self.shown:
            yield Paragraph((told.ALL_KNOWN,), apart=True)
        for note in self.shown:
            first, text, place = told.said_in_parts(note, self.topic)
            sign, stage = told.sign_and_stage(note)
            behind = " · ".join(filter(None, (place, stage)))
            yield Paragraph(((first, "bold"), text, (f"  {behind}", "$quiet")), sign=sign, apart=True)
        if source := source_in_full(self._session.pack.about.source):
            yield Paragraph(((source, "$quiet"),), apart=True, indented=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a quiz as long as something is not known."""
        if action == "ask" and self._quiz is None:
            return False
        return super().check_action(action, parameters)

    def on_screen_resume(self) -> None:
        """Back from the quiz: some of it is known now."""
        super().on_screen_resume()
        self._show_again()

    def _show_again(self) -> None:
        self._read()
        self._notes.tell(list(self._paragraphs()))
        self.refresh_bindings()

    def action_only(self) -> None:
        """Only what is not known yet, or everything again."""
        self.only_unknown = not self.only_unknown
        self._show_again()
        self.page.scroll_home(animate=False)

    def action_turn(self, step: int) -> None:
        """The section before or after this one."""
        topics = self._session.pack.topics
        self.topic = topics[(topics.index(self.topic) + step) % len(topics)]
        self._show_again()
        self.page.scroll_home(animate=False)

    def action_scroll(self, lines: int) -> None:
        """Up or down."""
        self.page.scroll_relative(y=lines, animate=False)

    def action_ask(self) -> None:
        """A short quiz on just what is not known."""
        if self._quiz is not None and self.is_a_new_press():
            flow.play(self, self._session, self._quiz)
