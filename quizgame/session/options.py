"""What can be chosen and is found again: one table for all front ends."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from quizgame.game.play.lengths import LENGTHS
from quizgame.game.play.modes import CARDS, MOCK, PRACTICE, TODAY, WEAK, RoundSettings
from quizgame.learning.plan import EASY, JUST_RIGHT, TOUGH
from quizgame.saves.settings import PlayerSettings

if TYPE_CHECKING:
    from quizgame.session.session import Session

THEMES = ("quiz-dark", "quiz-light", "quiz-contrast", "quiz-blue-orange")
"""The names of the colors that the screens have."""
OFF, ON = "off", "on"
TAKES_OWN_LENGTH = (TODAY, WEAK, CARDS, PRACTICE, MOCK)
"""The modes that a length of one's own is for; orderings, dates and lines take their time as they are."""
SLOW_LINES = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
"""Variables that are set where the terminal is far away."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to be chosen; each value is written as a player types it."""

    name: str
    values: tuple[str, ...]
    chosen: Callable[[Session], str]
    choose: Callable[[Session, str], bool]
    """Returns whether it could be written."""

    def after(self, session: Session, step: int) -> str:
        """The value so many steps on; after the last one the first."""
        values, now = self.values, self.chosen(session)
        at = values.index(now) if now in values else -1
        return values[(at + step) % len(values)]


def _set(session: Session, **changed: Any) -> bool:
    return session.choose(session.chosen.model_copy(update=changed))


def _switch(name: str) -> Option:
    """Something that is on or off."""
    return Option(
        name,
        (ON, OFF),
        lambda session: ON if getattr(session.chosen, name) else OFF,
        lambda session, value: _set(session, **{name: value == ON}),
    )


def _one_of(name: str, values: tuple[str, ...]) -> Option:
    return Option(
        name,
        values,
        lambda session: str(getattr(session.chosen, name)),
        lambda session, value: _set(session, **{name: value}),
    )


def _theme_of(session: Session) -> str:
    return (session.choices.theme or THEMES[0]).removeprefix("quiz-")


OPTIONS: tuple[Option, ...] = (
    Option(
        "theme",
        tuple(name.removeprefix("quiz-") for name in THEMES),
        _theme_of,
        lambda session, value: session.choose_theme(f"quiz-{value}"),
    ),
    Option(
        "length",
        tuple(str(length) for length in LENGTHS),
        lambda session: str(length_of(session.chosen)),
        lambda session, value: _set(session, length=int(value)),
    ),
    _one_of("dial", (EASY, JUST_RIGHT, TOUGH)),
    _one_of("motion", ("auto", "none", "always")),
    _switch("clock"),
    _switch("confetti"),
    _switch("bell"),
    _switch("aloud"),
)
"""In the order in which they are listed."""


def length_of(chosen: PlayerSettings) -> int:
    """How many questions a day's dose has."""
    return chosen.length or RoundSettings((), mode=TODAY).questions


def with_own_length(settings: RoundSettings, chosen: PlayerSettings) -> RoundSettings:
    """The round as it is wished for, as long as the player likes rounds to be; with a seed all have the same length."""
    if settings.length is not None or settings.seed or settings.facts or settings.mode not in TAKES_OWN_LENGTH:
        return settings
    return replace(settings, length=chosen.length)


def may_move(chosen: PlayerSettings | None, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether anything on the screen may move; before it is known what was chosen, only over a fast line."""
    motion = chosen.motion if chosen is not None else "auto"
    if motion == "auto":
        return not any(environment.get(name) for name in SLOW_LINES)
    return motion == "always"
