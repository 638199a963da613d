"""Why a wish of the command line can't be had."""

from typing import assert_never

from quizgame.banks.clean import clean
from quizgame.game.play.modes import MAX_LENGTH
from quizgame.session.choose import WishError, WishFault
from quizgame.wording.class_setup import code_error_in_words
from quizgame.wording.language import _


def wish_error_in_words(error: WishError) -> str:
    """A sentence: what can't be had, and what there is."""
    typed, there = clean(error.typed)[:40], ", ".join(error.there)
    match error.fault:
        case WishFault.NO_BANKS:
            places = clean(_(" or ").join(error.there))
            if error.with_problems:
                text = _(
                    "There is no question bank to play in {places}; every pack there has problems, `quizgame check` "
                    "lists them. Name a folder with --banks."
                )
            else:
                text = _("There is no question bank to play in {places}. Name a folder with --banks.")
            return text.format(places=places)
        case WishFault.NO_SUCH_PACK:
            text = _("There is no pack “{typed}”. There is: {there}.")
        case WishFault.NO_SUCH_TOPIC:
            text = _("There is no topic “{typed}”. There is: {there}.")
        case WishFault.NO_SUCH_MODE:
            text = _("There is no mode “{typed}”. There is: {there}.")
        case WishFault.NOT_A_LENGTH:
            return _("A round has 1 to {most} questions, not “{typed}”.").format(most=MAX_LENGTH, typed=typed[:20])
        case WishFault.NOT_A_SEED:
            return _("A seed is a word and a number, such as TIGER-42.")
        case WishFault.NO_SEED_HERE:
            text = _("A seed asks everybody the same, and {typed} is chosen for you: leave one of them out.")
            return text.format(typed=typed)
        case WishFault.NOT_A_CODE:
            return code_error_in_words(error.code) if error.code is not None else typed
        case _:
            assert_never(error.fault)
    return text.format(typed=typed, there=there)
