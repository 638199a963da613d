"""Many paragraphs with a mark before some of them, as one widget: a thousand take no longer to lay out than ten."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from quizgame.tui.parts.rows import MARK, MARK_WIDTH
from quizgame.tui.parts.show import Part, Words, content


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text, whether it is marked, and whether a line is left free before it."""

    parts: tuple[Part, ...]
    marked: bool = False
    apart: bool = False
    indented: bool = True
    """Whether it stands beside the column of the marks, as texts do and headings don't."""


class Paragraphs(Words):
    """Wraps each text beside its mark, not under it."""

    def __init__(self, paragraphs: Sequence[Paragraph], id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._paragraphs = tuple(paragraphs)
        self._width = 0
        self.marked_lines: range = range(0)
        """The lines of the first marked text, once it was laid out."""

    def on_resize(self) -> None:
        """Another width, other lines."""
        if self.size.width and self.size.width != self._width:
            self._width = self.size.width
            self._draw()

    def _draw(self) -> None:
        lines: list[Content] = []
        self.marked_lines = range(0)
        for paragraph in self._paragraphs:
            if paragraph.apart and lines:
                lines.append(content(""))
            indent = MARK_WIDTH if paragraph.indented else 0
            wrapped = content(*paragraph.parts).wrap(max(2, self._width - indent)) or [content("")]
            if paragraph.marked and not self.marked_lines:
                self.marked_lines = range(len(lines), len(lines) + len(wrapped))
            for at, line in enumerate(wrapped):
                lead = (MARK if paragraph.marked and at == 0 else "").ljust(indent)
                lines.append(Content.assemble((lead, "bold $accent"), line))
        self.show_content(Content("\n").join(lines))
