"""What `quizgame saves` says."""

from quizgame.banks.clean import clean
from quizgame.wording.language import _, counted

FIGURES_AGREE = _("The figures kept beside the answers are what the answers come to.")
FIGURES_DIFFER = _(
    "The figures kept beside the answers are not what the answers come to. `quizgame saves rebuild` makes them again."
)


def none_here(folder: str) -> str:
    """There is nothing to check."""
    return _("There are no saves in {folder} yet.").format(folder=clean(folder))


def all_read(players: int, answers: int) -> str:
    """Everything is what was written."""
    return _("{answers} of {players} read: each is what was written.").format(
        answers=_answers(answers), players=_players(players)
    )


def rebuilt(players: int, answers: int) -> str:
    """The figures are new."""
    return _("The figures of {players} were made again from {answers}.").format(
        answers=_answers(answers), players=_players(players)
    )


def _answers(number: int) -> str:
    return counted(number, "{n} answer", "{n} answers")


def _players(number: int) -> str:
    return counted(number, "{n} player", "{n} players")
