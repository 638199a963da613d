"""Where a question is from: the facts of its section in our own words, each with its paragraph."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.banks.models import Bank, Fact, Term
from quizgame.banks.pack import Pack
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.paragraphs import Paragraph, Paragraphs
from quizgame.tui.parts.show import Part
from quizgame.wording import keys
from quizgame.wording.answers import place_in_article
from quizgame.wording.dates import date_in_words
from quizgame.wording.screens import notes_heading, source_in_full


class Notes(Page):
    """One section with some of its facts marked; or, for facts of several sections, just these."""

    BINDINGS = [
        Binding("escape,enter,w,q", "back", keys.BACK),
        Binding("up,k", "scroll(-1)", keys.SCROLL, key_display="↑↓"),
        Binding("down,j", "scroll(1)", keys.SCROLL_DOWN, show=False),
        Binding("pageup", "scroll(-10)", keys.PAGE_UP, show=False),
        Binding("pagedown,space", "scroll(10)", keys.PAGE_DOWN, show=False),
    ]

    def __init__(self, pack: Pack, topic: str, marked: Sequence[str] = ()) -> None:
        super().__init__()
        self._pack, self._topic, self._marked = pack, topic, frozenset(marked)
        self._notes = Paragraphs(list(self._paragraphs()), id="notes")

    def compose_page(self) -> ComposeResult:
        """The sections and their facts."""
        yield self._notes

    def _paragraphs(self) -> Iterator[Paragraph]:
        for bank, entries in self._sections():
            yield Paragraph(((bank.title, "bold"),), apart=True, indented=False)
            yield Paragraph(((notes_heading(bank.section), "$quiet"),), indented=False)
            if bank.note:
                yield Paragraph(((bank.note, "$quiet"),), indented=False)
            for entry in entries:
                yield Paragraph(self._said(entry, bank), marked=entry.id in self._marked, apart=True)
        if source := source_in_full(self._pack.about.source):
            yield Paragraph(((source, "$quiet"),), apart=True, indented=False)

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
        place = place_in_article(entry.paragraph, "" if home is bank else home.title)
        where = f"  {place}" if place else "", "$quiet"
        if isinstance(entry, Term):
            return (entry.term, "bold"), f": {entry.definition}", where
        date = f"{date_in_words(entry.date)}. " if entry.date else ""
        return (date, "bold"), entry.note, where

    def action_scroll(self, lines: int) -> None:
        """Up or down."""
        self.page.scroll_relative(y=lines, animate=False)
