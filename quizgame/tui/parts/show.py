"""The only way from a text to a widget.

Textual reads markup in every string that it is given: `[/]` in a question would end the program, and a link in a bank
could run an action. So texts become `Content`, which is literal, with control characters stripped; and a filter over
every line that leaves for the terminal strips them again, whatever widget they come from.
"""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.containers import Vertical
from textual.content import Content
from textual.filter import LineFilter
from textual.geometry import Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import Static

from quizgame.banks.clean import clean, clean_lines

MARK_WIDTH = 2

Line = Content
"""A line that was made here."""
Part = str | tuple[str, str]
"""A text, or a text and its style, such as "bold $accent"."""


def content(*parts: Part) -> Content:
    """Texts, shown letter for letter and in their own lines, one after the other."""
    literal: list[Content | tuple[str, str]] = [
        Content(clean_lines(part)) if isinstance(part, str) else (clean_lines(part[0]), part[1]) for part in parts
    ]
    return Content.assemble(*literal)


def followed(found: Content, *parts: Part) -> Content:
    """A text in which the letters that were looked for are marked already, and others after it."""
    return Content.assemble(found, content(*parts))


def lines(rows: Sequence[Sequence[Part]]) -> Content:
    """Rows of texts, one below the other."""
    return Content("\n").join([content(*row) for row in rows])


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text in a column of so many cells; a letter may take two."""
    return [line.plain.rstrip() for line in content(text).wrap(max(2, width))] or [""]


def broken(parts: Sequence[Part], width: int) -> list[Line]:
    """The lines of texts in a column of so many cells."""
    return list(content(*parts).wrap(max(2, width)))


def hung(
    parts: Sequence[Part], width: int, *, indent: int, mark: str = "", mark_style: str = "bold $accent"
) -> list[Line]:
    """The lines of texts that wrap beside a column of `indent` cells, in which a mark stands at the first of them."""
    made = broken(parts, width - indent) or [content("")]
    leads = [mark.ljust(indent)] + [" " * indent] * (len(made) - 1)
    return [Content.assemble((lead, mark_style), line) for lead, line in zip(leads, made, strict=True)]


def padded(text: str, width: int) -> str:
    """The text with spaces after it, so that it takes so many cells; a longer one ends in "…"."""
    text = clean(text)
    if cell_len(text) <= width:
        return text + " " * (width - cell_len(text))
    return set_cell_size(text, max(0, width - 1)) + "…" if width else ""


def never_scrolls() -> Reactive[Size]:
    """The `virtual_size` of a widget that has nothing to scroll: Textual lays the screen out once more, and paints it
    once more, when that of any other widget has changed.
    """
    return Reactive(Size(0, 0), layout=False, repaint=False)


class Stack(Vertical):
    """Widgets below each other, as high as they are: one layout, not two, when what is in them grows."""

    virtual_size = never_scrolls()


class Words(Static):
    """A text on the screen."""

    ALLOW_SELECT = False
    auto_links = Reactive(False)  # there are none to look for
    virtual_size = never_scrolls()

    def __init__(self, *parts: Part, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(content(*parts), id=id, classes=classes, markup=False)
        self._parts: tuple[Part, ...] | None = parts

    def say(self, *parts: Part) -> None:
        """Show another text; to say the same again costs nothing."""
        if parts != self._parts:
            self._parts = parts
            self.update(content(*parts))

    def say_lines(self, rows: Sequence[Sequence[Part]], *, layout: bool = True) -> None:
        """Show rows, one below the other. Without `layout` there must be as many as before."""
        self._parts = None
        self.update(lines(rows), layout=layout)


class Drawn(Widget):
    """Lines of text that depend on the width: one widget in all, as each costs more to mount than to draw, and only
    the lines in view are drawn, so there may be thousands.
    """

    ALLOW_SELECT = False
    auto_links = Reactive(False)
    virtual_size = never_scrolls()

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, classes=classes, markup=False)
        self._drawn: tuple[object, list[Content]] = None, []

    def draw(self, width: int) -> list[Content]:
        """All lines at a width in cells."""
        raise NotImplementedError

    def draw_again(self, *, layout: bool = True) -> None:
        """What is to be seen has changed; without `layout` it takes as many lines as before."""
        self._drawn = None, []
        self.refresh(layout=layout)

    def draw_at_once(self) -> None:
        """The same, for what looks at itself alone: a layout is only asked for if the number of lines changes."""
        self._drawn = None, []
        stays = self.is_attached and self.size and len(self.lines(self.size.width)) == self.size.height
        self.refresh(layout=not stays)

    def lines(self, width: int) -> list[Content]:
        """The lines at a width, drawn once in a window of this size."""
        drawn_for = width, self.screen.size, self.screen.classes
        if self._drawn[0] != drawn_for:
            self._drawn = drawn_for, self.draw(width)
        return self._drawn[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own signature
        """As many as there are lines at this width."""
        return len(self.lines(width))

    def render_line(self, y: int) -> Strip:
        """One of them."""
        lines = self.lines(self.size.width)
        line = lines[y] if y < len(lines) else Content("")
        return Visual.to_strips(self, line, self.size.width, 1, self.visual_style, pad=True)[0]


def filled(block: Sequence[Content], width: int, style: str) -> list[Content]:
    """Lines on a ground of their own, such as "on $surface", that reaches to the end of the column."""
    return [line.pad_right(max(0, width - line.cell_length)).stylize_before(style) for line in block]


def beside(columns: Sequence[Content], gap: int) -> Content:
    """Lines side by side, so many cells apart."""
    return Content(" " * gap).join(columns)


def edged(edge: Part, line: Content) -> Content:
    """A line behind an edge."""
    return content(edge) + line


def announce(app: App[None], text: str) -> None:
    """A short message that goes away by itself; the one before it goes at once, or they would cover the page."""
    app.clear_notifications()
    app.notify(clean(text), markup=False)


class TerminalSafe(LineFilter):
    """Lets nothing through that a terminal could obey, and no links."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - the filter's own signature
        """The segments of a line, cleaned: most need nothing."""
        for text, style, control in segments:
            if not control and ((style is not None and style.link) or not (text.isascii() and text.isprintable())):
                return [segment if segment.control else _safe(segment) for segment in segments]
        return segments


def _safe(segment: Segment) -> Segment:
    text, style, _ = segment
    return Segment(clean(text), style.update_link(None) if style is not None and style.link else style)


def bar(share: float, width: int) -> str:
    """A bar of `width` cells, filled to a share between 0 and 1."""
    filled = round(max(0.0, min(1.0, share)) * width)
    return "█" * filled + "░" * (width - filled)


def progress_signs(known: Sequence[bool], total: int, *, told: bool = True) -> str:
    """A sign for each question of a round: known, not yet, now, to come. What is not `told` is only answered."""
    done = [("✓" if one else "○") if told else "●" for one in known]
    return " ".join([*done, *(["▸"] if len(done) < total else []), *["·"] * (total - len(done) - 1)])
