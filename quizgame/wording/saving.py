"""What is said about the saves."""

from quizgame.saves.journal import SavesError
from quizgame.wording.language import _


def saves_error_in_words(error: SavesError) -> str:
    """Why the saves can't be used: where, what, and what to do."""
    return str(error)


def not_saved(trouble: str) -> str:
    """That nothing is being saved at the moment, and why."""
    return _("Your progress is not being saved: {trouble}.").format(trouble=trouble)


def not_saved_now(trouble: str) -> str:
    """The same, beside a question."""
    return _("Not saved at the moment: {trouble}. Play on; it is tried again with every answer.").format(
        trouble=trouble
    )


def some_not_saved(trouble: str | None) -> str:
    """That the end came before everything could be saved."""
    if trouble is None:
        return _("Some answers could not be saved.")
    return _("Some answers could not be saved: {trouble}.").format(trouble=trouble)
