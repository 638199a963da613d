"""What is said of an answer: the verdict, the fact, why the chosen option is wrong, the reason, and the source."""

from collections.abc import Callable, Sequence

from quizgame.tui.parts.big import spaced
from quizgame.tui.parts.page import page_of
from quizgame.tui.parts.show import Drawn, Line, Part, broken, content
from quizgame.wording.feedback import Feedback
from quizgame.wording.screens import W_SHOWS_EACH

WIDEST, FROM_AFAR = 66, 100
"""Cells of a line, for one reader and for a class."""
ROOM_FOR_THE_FACT = 28
"""The lines of a window in which the fact is told too, beside the reason."""


class FeedbackBox(Drawn):
    """Hidden while a question waits for its answer; one widget, so that an answer costs one layout."""

    def __init__(self, room: Callable[[], int] | None = None) -> None:
        """`room` says how many rows there are for letters that can be read from afar; None for a reader near by."""
        super().__init__(id="feedback")
        self._room = room
        self._verdict: tuple[Part, ...] = ()
        self._paragraphs: tuple[tuple[Part, ...], ...] = ()
        self._fact = ""
        self._is_news = False

    def tell(self, said: Feedback, *, answer: str = "") -> None:
        """Show what is said, and bring it into view; `answer` stands before the reason where no question shows it."""
        color = "$success" if said.right else "$warning"
        points = f"   {said.points}" if said.points else ""
        reason = ": ".join(part for part in (answer, said.reason) if part)
        source = W_SHOWS_EACH if said.placed else said.source  # cards to be ordered have no one source
        self._say(((f"{said.sign} {said.verdict}", f"bold {color}"), points), said.fact, (said.why, reason), source)
        self._is_news = True

    def sum_up(self, verdict: str, reason: str, source: str) -> None:
        """Show what a game came to, in the same place, wherever the page is."""
        self._is_news = False
        self._say((verdict,), "", (reason,), source)

    def _say(self, verdict: tuple[Part, ...], fact: str, texts: Sequence[str], source: str) -> None:
        self._verdict, self._fact = verdict, fact
        said: list[tuple[Part, ...]] = [(text,) for text in texts if text]
        self._paragraphs = (*said, ((source, "$quiet"),)) if source else tuple(said)
        self.display = True
        self.draw_again()

    def draw(self, width: int) -> list[Line]:
        """The verdict, then a paragraph each, with air between them where there is room."""
        if self._room is not None and (large := self._large(width)) and len(large) <= self._room():
            return large
        width = min(width, WIDEST if self._room is None else FROM_AFAR)
        paragraphs = list(self._paragraphs)
        if self._fact and self.screen.size.height >= ROOM_FOR_THE_FACT:
            paragraphs.insert(0, ((self._fact, "bold"),))
        air = [] if self.screen.has_class("-short") else [content("")]
        drawn = broken(self._verdict, width)
        for parts in paragraphs:
            drawn += [*air, *broken(parts, width)]
        return drawn

    def _large(self, width: int) -> list[Line]:
        """With air between letters and lines; nothing for a script that has none."""
        drawn: list[Line] = []
        for parts in (self._verdict, (self._fact,), *self._paragraphs):
            for part in parts:
                text, style = (part, "") if isinstance(part, str) else part
                made = spaced(text, width) if text else []
                if made is None:
                    return []
                drawn += [*([content("")] if drawn and made else []), *[content((line, style)) for line in made]]
        return drawn

    def on_show(self) -> None:
        """Laid out: its place is known now."""
        self._bring_into_view()

    def on_resize(self) -> None:
        """The same, as its texts wrap anew; the room for large letters depends on what stands above them."""
        if self._room is not None:
            self.draw_again(layout=False)
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """All of it, or its beginning."""
        if self._is_news and (page := page_of(self)):
            page.show_lines(self, 0, min(self.outer_size.height, page.page.size.height))
