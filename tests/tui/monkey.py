"""A monkey at the keyboard and the mouse: seeded, so that what it did can be done again."""

import random
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from textual import events
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message

Point = tuple[int, int]

SIZES = ((80, 24), (60, 20), (100, 30), (20, 8), (200, 60), (59, 40), (120, 19), (61, 21))
WHEEL = (events.MouseScrollDown, events.MouseScrollUp, events.MouseScrollLeft, events.MouseScrollRight)
TYPED = "0123456789 ./-'\"[]{}\\é1½٣५４ß𝟙ǅЙцукґΩςეճըקםضؤ字🐒"
UNBOUND = (
    *("tab", "shift+tab", "delete", "insert", "ctrl+home", "ctrl+end", "shift+up", "shift+down", "ctrl+a", "ctrl+w"),
    *("ctrl+u", "ctrl+v", "ctrl+x", "alt+x", "alt+1", "ctrl+s", "shift+enter", "ctrl+underscore", "ctrl+@"),
    *(f"f{number}" for number in range(1, 13)),
)
COMMON = ("enter", "enter", "enter", "down", "up", "space", "x", "u", "w", "1", "1", "2", "3", "escape")
WAYS = (
    *(
        ("enter",),
        ("enter", "1", "w"),
        ("t",),
        ("p", "r"),
        ("p", "h", "enter"),
        ("p", "t", "4", "enter"),
        ("r",),
        ("i",),
        ("f1",),
        ("ctrl+p",),
        ("exclamation_mark",),
        ("c", "enter", "enter", "x", "b"),
        ("c", "down", "right", "6", "enter"),
    ),
    *(("t", *["down"] * place, "enter") for place in range(5)),
    ("p", "down", "enter"),
    ("o", "enter"),
    ("o", *["down"] * 8, "enter", "enter"),
)
"""From home into every corner."""
CHARACTERS = {"enter": "\r", "space": " ", "tab": "\t", "escape": "\x1b", "question_mark": "?", "plus": "+"}
CHARACTERS |= {"minus": "-", "equals_sign": "=", "exclamation_mark": "!", "full_stop": "."}


class Action(NamedTuple):
    """One thing that the monkey did: what, and with which key, or where."""

    what: str
    key: str = ""
    places: tuple[Point, ...] = ()
    button: int = 0

    def __repr__(self) -> str:
        told = (self.what, self.key, *self.places, f"button {self.button}" if self.button else "")
        return " ".join(str(part) for part in told if part)


def bound_keys(kind: type[DOMNode] = DOMNode) -> Iterator[str]:
    """Every key that any part of the game or of Textual has a use for, as far as it was imported."""
    for binding in kind.__dict__.get("BINDINGS", ()):
        keys = binding.key if isinstance(binding, Binding) else binding[0]
        yield from (key.strip() for key in keys.split(","))
    for heir in kind.__subclasses__():
        yield from bound_keys(heir)


class Monkey:
    """What it does next follows from the seed alone, not from what is on the screen."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._size = SIZES[0]
        self._ways_left: list[tuple[str, ...]] = []
        self._keys = sorted(set(bound_keys()))
        self.last: deque[Action] = deque(maxlen=60)
        """What it did, the latest last."""
        self.done = 0

    def act(self) -> Action:
        """The next action."""
        chance = self._chance.random()
        action = next(make for share, make in self._ways if chance < share)(self)
        self.last.append(action)
        self.done += 1
        return action

    def way(self) -> list[Action]:
        """To home in a window with room, and from there somewhere else, as somebody goes who waits for what comes."""
        self._ways_left = self._ways_left or self._chance.sample(WAYS, len(WAYS))
        self._size = SIZES[0]
        keys = [*["escape"] * 4, *self._ways_left.pop()]
        actions = [Action("resize", places=(self._size,)), *(Action("key", key) for key in keys)]
        self.last += actions
        self.done += len(actions)
        return actions

    def _common_key(self) -> Action:
        return Action("key", self._chance.choice(COMMON))

    def _bound_key(self) -> Action:
        return Action("key", self._chance.choice(self._keys))

    def _other_key(self) -> Action:
        return Action("key", self._chance.choice((*UNBOUND, *TYPED)))

    def _rest(self) -> Action:
        return Action("rest")

    def _place(self) -> Point:
        return self._chance.randrange(self._size[0]), self._chance.randrange(self._size[1])

    def _click(self) -> Action:
        return Action("click", places=(self._place(),), button=self._chance.choice((1, 1, 1, 2, 3, 4, 9)))

    def _drag(self) -> Action:
        places = tuple(self._place() for _ in range(self._chance.randint(2, 4)))
        return Action("drag", places=places, button=self._chance.choice((1, 1, 2, 3)))

    def _wheel(self) -> Action:
        return Action("wheel", places=(self._place(),), button=self._chance.randrange(len(WHEEL)))

    def _resize(self) -> Action:
        free = self._chance.randint(20, 200), self._chance.randint(8, 60)
        self._size = self._chance.choice((*SIZES, free))
        return Action("resize", places=(self._size,))

    _ways = (
        (0.40, _common_key),
        (0.58, _bound_key),
        (0.65, _other_key),
        (0.80, _rest),
        (0.90, _click),
        (0.94, _drag),
        (0.985, _wheel),
        (1.00, _resize),
    )
    """The share of each way and of those before it."""


def messages(action: Action) -> Iterator[Message]:
    """What a terminal would send."""
    match action:
        case Action("key", key):
            yield events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None))
        case Action("click", _, (place,), button):
            yield mouse(events.MouseDown, place, button)
            yield mouse(events.MouseUp, place, button)
        case Action("drag", _, (start, *way), button):
            yield mouse(events.MouseDown, start, button)
            for place in way:
                yield mouse(events.MouseMove, place, button)
            yield mouse(events.MouseUp, way[-1], button)
        case Action("wheel", _, (place,), which):
            yield mouse(WHEEL[which], place, 0)
        case Action("resize", _, (size,)):
            yield events.Resize(Size(*size), Size(*size))


def mouse(kind: type[events.MouseEvent], place: Point, button: int) -> events.MouseEvent:
    """An event of a mouse as a terminal reports it, to be handed to the app."""
    x, y = place
    return kind(None, x, y, 0, 0, button, False, False, False, x, y)


def hand_over(app: App[None], action: Action) -> None:
    """Put an action into the queue of an app, as its terminal does."""
    if action.what == "resize" and isinstance(app._driver, Driver):
        app._driver._size = Size(*action.places[0])
    for message in messages(action):
        app.post_message(message)
