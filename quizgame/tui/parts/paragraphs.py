"""Many paragraphs with a mark before some of them, as one widget: a thousand take no longer to lay out than ten."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.tui.parts.rows import MARK
from quizgame.tui.parts.show import MARK_WIDTH, Part, Words, hung


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
        blocks = [
            hung(
                paragraph.parts,
                self._width,
                indent=MARK_WIDTH if paragraph.indented else 0,
                mark=MARK if paragraph.marked else "",
                space_above=paragraph.apart and place > 0,
            )
            for place, paragraph in enumerate(self._paragraphs)
        ]
        self.marked_lines = range(0)
        end = 0
        for paragraph, block in zip(self._paragraphs, blocks, strict=True):
            end += len(block)
            if paragraph.marked and not self.marked_lines:
                self.marked_lines = range(end - len(block) + (paragraph.apart and end > len(block)), end)
        self.say_hung(blocks)
