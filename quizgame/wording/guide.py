"""The guide of somebody's first three questions: one line each, while the game goes on."""

from quizgame.wording.language import _

_WHILE_ASKED = (
    _("Press the number of your answer."),
    _("x says that you don't know, and shows the answer."),
    _("A miss comes back a few questions later."),
)
_WHILE_SHOWN = (
    _("Enter goes on."),
    _("w shows where the text says it. Enter goes on."),
    _("Everything is kept already: q leaves, whenever you like."),
)


def guide(answered: int, *, shown: bool) -> str | None:
    """What to say of the question after so many; nothing after three of them."""
    lines = _WHILE_SHOWN if shown else _WHILE_ASKED
    return lines[answered] if 0 <= answered < len(lines) else None
