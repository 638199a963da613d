"""What can be shown to a friend: how it went, and nothing of what was asked."""

from quizgame.game.play.growing import Growing
from quizgame.game.play.modes import DAILY
from quizgame.wording.language import _
from quizgame.wording.rounds import line_name, line_result
from quizgame.wording.typed_day import day_in_words

SIGNS_A_ROW = 20


def line_to_share(game: Growing) -> str:
    """A line of time in signs, a card each: the line of the day with its day, as it is the same for everybody. Nothing
    where no card was placed.
    """
    if not game.given:
        return ""
    signs = "".join("✓" if one.known else "○" for one in game.given)
    rows = "\n".join(signs[at : at + SIGNS_A_ROW] for at in range(0, len(signs), SIGNS_A_ROW))
    name = line_name(game.started.mode)
    if game.started.mode == DAILY:
        name = _("{name}, {day}").format(name=name, day=day_in_words(game.started.moment.date()))
    return _("quizgame · {name}\n{signs}\n{result}").format(name=name, signs=rows, result=line_result(game))


def to_show(game: Growing) -> str:
    """The same with a word before it."""
    shared = line_to_share(game)
    return _("To show a friend:\n{text}").format(text=shared) if shared else ""
