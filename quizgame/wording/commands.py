"""What the list of commands offers beside the keys, as a player would say it."""

from quizgame.game.play.modes import DATES, GROWING, MOCK, ORDERINGS, PRACTICE
from quizgame.wording import screens
from quizgame.wording.language import _

_MODES = {
    PRACTICE: _("Questions by chance"),
    MOCK: _("Mock test: what was right is told at the end"),
    ORDERINGS: screens.ORDERINGS,
    GROWING: screens.GROWING,
    DATES: screens.DATES,
}


def play_mode(mode: str) -> str:
    """A way to play."""
    return _("Play: {mode}").format(mode=_MODES[mode])


def play_topic(title: str) -> str:
    """A round of one topic."""
    return _("Topic: {title}").format(title=title)


def read_topic(title: str) -> str:
    """The study notes of one topic."""
    return _("Read: {title}").format(title=title)


def other_pack(title: str) -> str:
    """Another text."""
    return _("Text: {title}").format(title=title)


def setting(name: str) -> str:
    """Something that can be chosen."""
    return _("Setting: {name}").format(name=name)
