"""What stands on the first screen before anything is read. Imports only the language, so it stands at once."""

from quizgame.wording.language import _

GETTING_READY = _("Getting the questions ready …")
PLAY = _("Play")
_THEMES = {
    "quiz-dark": _("Dark"),
    "quiz-light": _("Light"),
    "quiz-contrast": _("High contrast"),
    "quiz-blue-orange": _("Right is blue, not yet is orange"),
}


def theme_in_words(name: str) -> str:
    """What a theme is called."""
    return _("Colors: {name}").format(name=_THEMES.get(name, name))


def window_too_small(width: int, height: int, least_width: int, least_height: int) -> str:
    """What to do about a window that has no room for the game."""
    text = _("This window is {size}. Please make it at least {least}. Nothing is lost.")
    return text.format(size=f"{width}×{height}", least=f"{least_width}×{least_height}")
