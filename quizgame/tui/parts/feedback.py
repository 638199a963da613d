"""What is said of an answer, under it: the verdict, why the chosen option is wrong, the reason, and the source."""

from textual.app import ComposeResult
from textual.containers import Vertical

from quizgame.tui.parts.page import page_of
from quizgame.tui.parts.show import Words
from quizgame.wording.feedback import Feedback
from quizgame.wording.screens import W_SHOWS_EACH


class FeedbackBox(Vertical):
    """Hidden while a question waits for its answer."""

    def __init__(self) -> None:
        super().__init__(id="feedback")
        self._verdict = Words(id="verdict")
        self._why, self._reason = Words(id="why"), Words(id="reason")
        self._source = Words(id="source", classes="quiet")
        self._is_news = False

    def compose(self) -> ComposeResult:
        """A paragraph each."""
        yield self._verdict
        yield self._why
        yield self._reason
        yield self._source

    def tell(self, said: Feedback, *, answer: str = "") -> None:
        """Show what is said, and bring it into view; `answer` stands before the reason where the question itself does not show it."""
        color = "$success" if said.right else "$warning"
        points = f"   {said.points}" if said.points else ""
        self._verdict.say((f"{said.sign} {said.verdict}", f"bold {color}"), points)
        self._line(self._why, said.why)
        self._line(self._reason, ": ".join(part for part in (answer, said.reason) if part))
        self._line(self._source, said.source or W_SHOWS_EACH)  # only cards to be ordered have no one source
        self._is_news = self.display = True

    def on_show(self) -> None:
        """Laid out: its place is known now."""
        self._bring_into_view()

    def on_resize(self) -> None:
        """The same, as its texts wrap anew."""
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """All of it, or its beginning."""
        if self._is_news and (page := page_of(self)):
            page.show_lines(self, 0, min(self.outer_size.height, page.page.size.height))

    def sum_up(self, verdict: str, reason: str, source: str) -> None:
        """Show what a game came to, in the same place, wherever the page is."""
        self._is_news = False
        self._verdict.say(verdict)
        self._line(self._why, "")
        self._line(self._reason, reason)
        self._line(self._source, source)
        self.display = True

    @staticmethod
    def _line(line: Words, text: str) -> None:
        line.display = bool(text)
        line.say(text)
