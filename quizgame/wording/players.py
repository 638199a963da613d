"""What is said of the players on this machine, and of files with what one of them answered."""

from collections.abc import Iterable
from typing import assert_never

from quizgame.banks.clean import clean
from quizgame.saves.portable import NotTaken
from quizgame.saves.rows import Player
from quizgame.wording.language import _, counted
from quizgame.wording.names import name_in_words, with_sign

TITLE, PLAYS_NOW, CHANGE = _("Who plays"), _("plays now"), _("Enter plays as the one that is marked")
NOTHING_DELETED = _("Nothing was deleted.")
DELETE_WORD = _("delete")
"""What is typed instead of a name by somebody who has none."""
FOR_GOOD = _("Delete for good")
TYPE_HERE = _("Type here")
IMPORT_BY_COMMAND = _("`quizgame players import FILE` takes in what was exported elsewhere.")
NO_LONGER_HERE = _("That player is not here any more.")


def listed(player: Player, *, plays: bool) -> str:
    """A line of the list."""
    return f"{with_sign(player)} · {PLAYS_NOW}" if plays else with_sign(player)


def plays(player: Player) -> str:
    """Who plays from now on."""
    return _("{name} plays now.").format(name=with_sign(player))


def renamed(before: Player, after: Player) -> str:
    """Another name."""
    if not before.name:
        return _("The new name is {name}.").format(name=with_sign(after))
    return _("{before} is {after} now.").format(before=name_in_words(before), after=with_sign(after))


def exported(player: Player, path: str) -> str:
    """Where a player's answers stand now too."""
    return _("All that {name} answered is in {path} now too.").format(name=_who(player), path=clean(path))


def taken_in(player: Player, answers: int) -> str:
    """How much was new in a file."""
    what = counted(answers, "{n} answer is new", "{n} answers are new") if answers else _("nothing is new")
    return _("Taken in for {name}: {what}.").format(name=_who(player), what=what)


def deleted(player: Player) -> str:
    """That somebody is gone."""
    return _("Everything of {name} is deleted.").format(name=_who(player))


def before_deleting(player: Player, folder: str) -> str:
    """What is about to be deleted."""
    text = _(
        "Everything that {name} answered will be deleted for good: in the save, and in every backup, copy and export in"
        " {folder}. Nobody can bring it back."
    )
    return text.format(name=_who(player), folder=clean(folder))


def type_to_delete(player: Player) -> str:
    """What has to be typed."""
    return _("Type “{word}” to delete it, or anything else to keep it").format(word=word_to_type(player))


def word_to_type(player: Player) -> str:
    """The name, or where there is none a word for it."""
    return name_in_words(player) if player.name else DELETE_WORD


def no_such(typed: str, there: Iterable[Player]) -> str:
    """Nobody has this name."""
    names = _(", ").join(name_in_words(player) for player in there)
    return _("There is no player “{typed}”. There is: {names}.").format(typed=clean(typed)[:40], names=names)


def needs_a_player(action: str) -> str:
    """A name is missing on the command line."""
    return _("`quizgame players {action}` needs the name of a player.").format(action=action)


def needs_a_file(action: str) -> str:
    """A file is missing on the command line."""
    return _("`quizgame players {action}` needs the name of a file.").format(action=action)


def too_much(action: str) -> str:
    """More words on the command line than there is a use for."""
    return _("`quizgame players {action}` has no use for what stands behind it.").format(action=action)


def is_there(path: str) -> str:
    """A file that would be overwritten."""
    return _("The file {path} is there already. It was left as it is; name another one.").format(path=clean(path))


def cant_be_read(path: str, reason: str) -> str:
    """A file that the system does not give."""
    return _("The file {path} can't be read: {reason}.").format(path=clean(path), reason=clean(reason).lower())


def cant_be_written(path: str, reason: str) -> str:
    """A file that the system does not take."""
    return _("The file {path} can't be written: {reason}.").format(path=clean(path), reason=clean(reason).lower())


def not_taken(why: NotTaken, path: str) -> str:
    """Why a file is not taken in."""
    match why:
        case NotTaken.NOT_OURS:
            text = _("The file {path} is no player exported from quizgame. Nothing was changed.")
        case NotTaken.NEWER:
            text = _("The file {path} is from a newer quizgame. Update this one; nothing was changed.")
        case NotTaken.BROKEN:
            text = _("The file {path} is not as it was exported. Nothing was changed; export it again.")
        case NotTaken.OF_ANOTHER:
            text = _("The file {path} holds rounds of several players who are here. Nothing was changed.")
        case _:
            assert_never(why)
    return text.format(path=clean(path))


def _who(player: Player) -> str:
    return name_in_words(player) if player.name else _("the player without a name")
