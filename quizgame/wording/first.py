"""What stands on the first screen before anything is read. Imports only the language, so it stands at once."""

from quizgame.wording.language import _

GETTING_READY = _("Getting the questions ready …")
PLAY = _("Play")


def window_too_small(width: int, height: int, least_width: int, least_height: int) -> str:
    """What to do about a window that has no room for the game."""
    text = _("This window is {size}. Please make it at least {least}. Nothing is lost.")
    return text.format(size=f"{width}×{height}", least=f"{least_width}×{least_height}")
