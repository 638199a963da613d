"""The options of a multiple-choice question, and after the answer the marks on them."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from quizgame.game.kinds.choice import Chose
from quizgame.tui.parts.page import page_of
from quizgame.tui.parts.show import Words
from quizgame.tui.widgets.answering import Answered
from quizgame.wording import keys
from quizgame.wording.screens import THE_ANSWER, YOUR_ANSWER

MOST = 4


class Choice(Horizontal):
    """One option: a sign, its key, its text. The text wraps beside the key, not under it."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place

    def compose(self) -> ComposeResult:
        """Three columns."""
        yield Words(classes="sign")
        yield Words(str(self.place + 1), classes="key")
        yield Words(classes="text")

    def ask(self, text: str) -> None:
        """Show an option without any mark."""
        self.set_classes("")
        self.query_one(".sign", Words).say("")
        self.query_one(".text", Words).say(text)

    def mark(self, text: str, *, right: bool, chosen: bool) -> None:
        """Show what became of it: a sign and a word, and a color only on top of them."""
        self.set_class(right, "-right")
        self.set_class(chosen and not right, "-missed")
        self.set_class(not right and not chosen, "-other")
        self.query_one(".sign", Words).say("✓" if right else "✗" if chosen else "")
        note = YOUR_ANSWER if chosen else THE_ANSWER if right else ""
        self.query_one(".text", Words).say(text, ("  " + note if note else "", "italic"))

    def on_click(self, event: Click) -> None:
        """A click answers."""
        event.stop()
        self.post_message(Choices.Clicked(self.place))


class Choices(Vertical, can_focus=True):
    """The options; `open` while they wait for an answer."""

    BINDINGS = [
        Binding("1", "choose(0)", keys.ANSWER),
        *(Binding(str(n + 1), f"choose({n})", keys.ANSWER_N[n], show=False) for n in range(1, MOST)),
        Binding("enter", "confirm", keys.TAKE_MARKED, show=False),
        Binding("up,k", "move(-1)", keys.MARK_ABOVE, show=False),
        Binding("down,j", "move(1)", keys.MARK_BELOW, show=False),
    ]
    ALLOW_SELECT = False

    marked: reactive[int | None] = reactive(None, bindings=True)
    """The option that Enter would take; none at first, so that a held Enter answers nothing."""
    open: reactive[bool] = reactive(False, bindings=True)

    @dataclass
    class Clicked(Message):
        """An option was clicked."""

        option: int

    def __init__(self) -> None:
        super().__init__(id="choices")
        self._texts: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """As many options as any question has."""
        for place in range(MOST):
            yield Choice(place)

    def ask(self, texts: Sequence[str]) -> None:
        """Show the options of a question and wait for an answer."""
        self._show(texts)
        for choice in self.query(Choice):
            if choice.display:
                choice.ask(texts[choice.place])
        self.marked = None
        self.open = True

    def _show(self, texts: Sequence[str]) -> None:
        self._texts = tuple(texts)
        for choice in self.query(Choice):
            choice.display = choice.place < len(texts)

    def reveal(self, texts: Sequence[str], key: int, chosen: int | None) -> None:
        """Mark the right option and the chosen one; a round that is gone on with may begin here."""
        self._show(texts)
        self.open = False
        self.marked = None
        for choice in self.query(Choice):
            if choice.display:
                choice.mark(self._texts[choice.place], right=choice.place == key, chosen=choice.place == chosen)

    def watch_marked(self, marked: int | None) -> None:
        """Show the mark."""
        for choice in self.query(Choice):
            choice.set_class(choice.place == marked, "-marked")
            if self.open:
                choice.query_one(".sign", Words).say("▸" if choice.place == marked else "")
        self._bring_into_view()

    def on_resize(self) -> None:
        """Texts wrap anew."""
        self.call_after_refresh(self._bring_into_view)

    def _bring_into_view(self) -> None:
        """The marked option is always seen; at the first one the question is too."""
        page = page_of(self)
        for choice in self.query(Choice):
            if choice.place == self.marked and page:
                page.show_lines(choice, 0, choice.size.height, from_top=choice.place == 0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an open question can be answered, and only with an option that it has."""
        if action == "choose":
            return self.open and isinstance(parameters[0], int) and parameters[0] < len(self._texts)
        if action == "confirm":
            return self.open and self.marked is not None
        return self.open if action == "move" else True

    def action_choose(self, option: int) -> None:
        """Answer; the next key finds the question closed."""
        self.open = False
        self.post_message(Answered(Chose(option)))

    def action_confirm(self) -> None:
        """Answer with the marked option."""
        if self.marked is not None:
            self.action_choose(self.marked)

    def action_move(self, step: int) -> None:
        """Mark another option; from none to the first or the last."""
        count = len(self._texts)
        self.marked = (self.marked + step) % count if self.marked is not None else (0 if step > 0 else count - 1)

    def on_choices_clicked(self, message: Clicked) -> None:
        """A click on an option of an open question."""
        message.stop()
        if self.open:
            self.action_choose(message.option)
