"""Many paragraphs with a mark before some of them, as one widget: a thousand take no longer to lay out than ten."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.tui.parts.page import page_of
from quizgame.tui.parts.rows import MARK
from quizgame.tui.parts.show import MARK_WIDTH, Drawn, Line, Part, content, hung


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text, whether it is marked or has a sign, and whether a line is left free before it."""

    parts: tuple[Part, ...]
    marked: bool = False
    sign: str = ""
    """What stands where the mark would, if it is not marked."""
    apart: bool = False
    indented: bool = True
    """Whether it stands beside the column of the marks, as texts do and headings don't."""


class Paragraphs(Drawn):
    """Wraps each text beside its mark, not under it. The first marked one is in view."""

    def __init__(self, paragraphs: Sequence[Paragraph], id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._paragraphs = tuple(paragraphs)
        self._marked = range(0)
        """The lines of the first marked text, once it was laid out."""

    def tell(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show others instead."""
        self._paragraphs = tuple(paragraphs)
        self.draw_again()

    def on_resize(self) -> None:
        """Laid out at a width: bring what is marked into view."""
        page = page_of(self)
        if page and self._marked:
            page.show_lines(self, max(0, self._marked.start - 2), len(self._marked) + 4)

    def draw(self, width: int) -> list[Line]:
        """The lines of all paragraphs."""
        lines: list[Line] = []
        self._marked = range(0)
        for paragraph in self._paragraphs:
            if paragraph.apart and lines:
                lines.append(content(""))
            first = len(lines)
            mark, indent = MARK if paragraph.marked else paragraph.sign, MARK_WIDTH if paragraph.indented else 0
            style = "bold $accent" if paragraph.marked else "$primary"
            lines += hung(paragraph.parts, width, indent=indent, mark=mark, mark_style=style)
            if paragraph.marked and not self._marked:
                self._marked = range(first, len(lines))
        return lines
