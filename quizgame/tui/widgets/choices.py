"""The options of a multiple-choice question, and after the answer the marks on them."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.events import Click, Leave, MouseMove
from textual.reactive import reactive

from quizgame.game.kinds.choice import Chose
from quizgame.tui.parts.page import page_of
from quizgame.tui.parts.show import Drawn, Line, Part, content, filled, hung
from quizgame.tui.widgets.answering import Answered
from quizgame.wording import keys
from quizgame.wording.screens import THE_ANSWER, YOUR_ANSWER

MOST = 6
KEY_WIDTH = 5
"""A sign, the key, and the air around them."""
WIDEST = 70
ROOM_FOR_CARDS = 40
"""The lines of a window in which each option may have a line of its ground above it and below."""


class Choices(Drawn, can_focus=True):
    """The options, each on a ground of its own; `open` while they wait for an answer."""

    BINDINGS = [
        Binding("1", "choose(0)", keys.ANSWER),
        *(Binding(str(n + 1), f"choose({n})", keys.ANSWER_N[n], show=False) for n in range(1, MOST)),
        Binding("enter", "confirm", keys.TAKE_MARKED, show=False),
        Binding("up,k", "move(-1)", keys.MARK_ABOVE, show=False),
        Binding("down,j", "move(1)", keys.MARK_BELOW, show=False),
    ]

    marked: reactive[int | None] = reactive(None, bindings=True)
    """The option that Enter would take; none at first, so that a held Enter answers nothing."""
    open = False
    """No reactive: to close draws nothing, so that an answer is one picture with its verdict."""

    def __init__(self) -> None:
        super().__init__(id="choices")
        self.texts: tuple[str, ...] = ()
        self.key: int | None = None
        """The right option, once it is told."""
        self.chosen: int | None = None
        self.hovered: int | None = None
        self._rows: list[range] = []
        """The lines of each option."""

    def ask(self, texts: Sequence[str]) -> None:
        """Show the options of a question and wait for an answer."""
        self.texts, self.key, self.chosen, self.hovered = tuple(texts), None, None, None
        self.marked = None
        self.open = True
        self.draw_again()

    def reveal(self, texts: Sequence[str], key: int, chosen: int | None) -> None:
        """Mark the right option and the chosen one; a round that is gone on with may begin here."""
        self.texts, self.key, self.chosen = tuple(texts), key, chosen
        self.open = False
        self.marked = None
        self.draw_again()

    def draw(self, width: int) -> list[Line]:
        """One option below the other."""
        width = min(width, WIDEST)
        air = 0 if self.screen.has_class("-short") else 1
        drawn: list[Line] = []
        self._rows = []
        for place in range(len(self.texts)):
            block = self._option(place, width)
            self._rows.append(range(len(drawn), len(drawn) + len(block)))
            drawn += block + [content("")] * air
        return drawn

    def _option(self, place: int, width: int) -> list[Line]:
        sign, style, note, ground = self._looks(place)
        said: list[Part] = [(self.texts[place], style)]
        if note:
            said.append((f"  {note}", f"italic {style}"))
        mark_style = f"bold {'$accent' if self.key is None else style}"
        lines = hung(said, width, indent=KEY_WIDTH, mark=f"{sign or ' '} {place + 1}", mark_style=mark_style)
        if self.screen.size.height >= ROOM_FOR_CARDS:
            lines = [content(""), *lines, content("")]
        return filled(lines, width, ground)

    def _looks(self, place: int) -> tuple[str, str, str, str]:
        """The sign, the style of the text, the word behind it, and the ground."""
        if self.key is None:
            is_marked = place == self.marked
            lit = is_marked or place == self.hovered
            return "▸" if is_marked else "", "bold" if is_marked else "", "", "on $panel" if lit else "on $surface"
        if place == self.key:
            return "✓", "bold $success", YOUR_ANSWER if place == self.chosen else THE_ANSWER, "on $right"
        if place == self.chosen:
            return "✗", "$warning", YOUR_ANSWER, "on $surface"
        return "", "$quiet", "", "on $background"

    def watch_marked(self) -> None:
        """Show the mark."""
        self.draw_again(layout=False)
        self._bring_into_view()

    def on_resize(self) -> None:
        """Texts wrap anew."""
        self.call_after_refresh(self._bring_into_view)

    def _bring_into_view(self) -> None:
        """The marked option is always seen; at the first one the question is too."""
        if self.marked is None or self.marked >= len(self._rows):
            return
        rows = self._rows[self.marked]
        if page := page_of(self):
            page.show_lines(self, rows.start, len(rows), from_top=self.marked == 0)

    def at(self, x: int, y: int) -> int | None:  # noqa: ARG002 - options may stand side by side
        """The option at a cell."""
        return next((place for place, rows in enumerate(self._rows) if y in rows), None)

    def on_mouse_move(self, event: MouseMove) -> None:
        """The option under the mouse is lit."""
        hovered = self.at(event.x, event.y) if self.open else None
        if hovered != self.hovered:
            self.hovered = hovered
            self.draw_again(layout=False)

    def on_leave(self, _: Leave) -> None:
        """None is, any more."""
        if self.hovered is not None:
            self.hovered = None
            self.draw_again(layout=False)

    def on_click(self, event: Click) -> None:
        """A click answers."""
        event.stop()
        option = self.at(event.x, event.y)
        if self.open and option is not None:
            self.action_choose(option)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an open question can be answered, and only with an option that it has."""
        if action == "choose":
            return self.open and isinstance(parameters[0], int) and parameters[0] < len(self.texts)
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
        count = len(self.texts)
        self.marked = (self.marked + step) % count if self.marked is not None else (0 if step > 0 else count - 1)
