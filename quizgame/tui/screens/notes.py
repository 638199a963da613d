"""Study notes: the facts of a section, each with its paragraph. Also the answer to "where does it say so?"."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.banks.models import Bank, Fact, Term
from quizgame.banks.pack import Pack
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Item
from quizgame.tui.parts.show import Part, Words


class Notes(Page):
    """One section with some of its facts marked; or, for facts of several sections, just these."""

    CSS_PATH = "notes.tcss"
    BINDINGS = [
        Binding("escape,enter,w,q", "app.pop_screen", "back", key_display="Enter"),
        Binding("up,k", "scroll(-1)", "scroll", key_display="↑↓"),
        Binding("down,j", "scroll(1)", "scroll down", show=False),
        Binding("pageup", "scroll(-10)", "page up", show=False),
        Binding("pagedown,space", "scroll(10)", "page down", show=False),
        Binding("left,p", "turn(-1)", "other section", key_display="←→"),
        Binding("right,n", "turn(1)", "section after this", show=False),
    ]

    def __init__(self, pack: Pack, topic: str, marked: Sequence[str] = ()) -> None:
        super().__init__()
        self._pack, self._topic, self._marked = pack, topic, frozenset(marked)

    def compose_page(self) -> ComposeResult:
        """The sections and their facts."""
        for bank, entries in self._sections():
            yield Words(bank.title, classes="title")
            yield Words(f"In the article: {bank.section}", classes="quiet")
            if bank.note:
                yield Words(bank.note, classes="quiet")
            for entry in entries:
                marked = entry.id in self._marked
                yield Item(*self._said(entry, bank), marked=marked, classes="fact -marked" if marked else "fact")

    def _sections(self) -> Iterator[tuple[Bank, list[Fact | Term]]]:
        homes = {self._pack.source_of(fact)[0].topic for fact in self._marked} or {self._topic}
        for topic in (topic for topic in self._pack.topics if topic in homes):
            bank = self._pack.bank(topic)
            entries: list[Fact | Term] = [*self._pack.facts_of(topic), *bank.terms]
            if len(self._marked) > 1:
                entries = [entry for entry in entries if entry.id in self._marked]
            yield bank, entries

    def _said(self, entry: Fact | Term, bank: Bank) -> tuple[Part, ...]:
        home = self._pack.source_of(entry.id)[0]
        where = (f"  {'' if home is bank else home.title + ' '}¶{entry.paragraph}", "$quiet")
        if isinstance(entry, Term):
            return (entry.term, "bold"), f": {entry.definition}", where
        date = f"{entry.date.in_words()}. " if entry.date else ""
        return (date, "bold"), entry.text, where

    def on_mount(self) -> None:
        """Bring the marked fact into view."""
        marked = self.query(".-marked")
        if marked:
            self.call_after_refresh(
                self.query_one("#page").scroll_to_widget, marked.first(), animate=False, center=True
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Sections are turned only when notes are read, not when a question is looked up."""
        if action == "turn" and self._marked:
            return False
        return super().check_action(action, parameters)

    def action_scroll(self, lines: int) -> None:
        """Up or down."""
        self.query_one("#page").scroll_relative(y=lines, animate=False)

    def action_turn(self, step: int) -> None:
        """The notes of the section before or after this one."""
        topics = self._pack.topics
        other = topics[(topics.index(self._topic) + step) % len(topics)]
        self.app.switch_screen(Notes(self._pack, other))
