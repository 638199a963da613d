"""What is said of saves: why they can't be used, why nothing is kept at the moment, what was found out about them."""

from typing import assert_never

from quizgame.banks.text import clean
from quizgame.saves.faults import Fault, Finding, Hindrance, Notice, Refusal, SavesError, Trouble
from quizgame.wording.language import _


def saves_error_in_words(error: SavesError) -> str:
    """Where, what, and what to do: one or more sentences, with their full stops."""
    fault = error.fault
    path, detail = clean(str(fault.path)), clean(fault.detail)
    match fault.what:
        case Refusal.NOT_A_FOLDER:
            return f"The saves folder {path} is a file. Choose another with --saves."
        case Refusal.UNREADABLE:
            return f"The saves in {path} can't be read: {detail.lower()}."
        case Refusal.NOT_A_SAVE:
            return f"The file {path} is not a save of quizgame. It was left as it is."
        case Refusal.NEWER:
            return f"The saves in {path} are from a newer quizgame. Update this one; nothing was changed."
        case Refusal.DAMAGED:
            return f"The save file {path} is damaged: {detail}. Move it away to start afresh."
        case Refusal.IN_USE:
            return (
                f"Another quizgame is using the saves in {clean(str(fault.path.parent))}."
                " Close it, or start this one with --saves and another folder."
            )
    assert_never(fault.what)


def trouble_in_words(trouble: Trouble | Fault) -> str:
    """Why nothing is saved at the moment, as the end of a sentence, without its full stop."""
    if isinstance(trouble, Fault):
        return saves_error_in_words(SavesError(trouble)).rstrip(".")
    match trouble.what:
        case Hindrance.DISK_FULL:
            return "the disk is full"
        case Hindrance.READ_ONLY:
            return "the folder can't be written to"
        case Hindrance.GONE:
            reason = f": {clean(trouble.detail).lower()}" if trouble.detail else ""
            return f"the save that was open is no longer in its folder, and can't be written anew{reason}"
        case Hindrance.OTHER:
            return clean(trouble.detail).lower()
    assert_never(trouble.what)


def not_saved(trouble: Trouble | Fault) -> str:
    """That nothing is being saved at the moment, and why."""
    return _("Your progress is not being saved: {trouble}.").format(trouble=trouble_in_words(trouble))


def not_saved_now(trouble: Trouble | Fault) -> str:
    """The same, beside a question."""
    text = _("Not saved at the moment: {trouble}. Play on; it is tried again with every answer.")
    return text.format(trouble=trouble_in_words(trouble))


def some_not_saved(trouble: Trouble | Fault | None) -> str:
    """That the end came before everything could be saved."""
    if trouble is None:
        return _("Some answers could not be saved.")
    return _("Some answers could not be saved: {trouble}.").format(trouble=trouble_in_words(trouble))


def state_in_words(trouble: Trouble | Fault | None, notices: tuple[Notice, ...]) -> str | None:
    """What a player has to know of the saves now, or None if there is nothing."""
    said = [f"Your progress is not being saved: {trouble_in_words(trouble)}. You can play on."] if trouble else []
    return " ".join((*said, *map(notice_in_words, notices))) or None


def notice_in_words(notice: Notice) -> str:
    """What was found out, and what became of it: one or more sentences, with their full stops."""
    folder = clean(str(notice.path.parent))
    if notice.what is Finding.OTHER_SAVES:
        name = clean(notice.path.name)
        names = _listed(notice.names)
        return f"In {folder} is more than one save: {names}. Only {name} is used; the others were left as they are."
    kept = f" What is there was kept in {folder} too, as {_listed(notice.names)}." if notice.names else ""
    return f"{_found(notice)}{kept}"


def _found(notice: Notice) -> str:
    path, one = clean(str(notice.path)), notice.count == 1
    said = {
        Finding.FOREIGN_PART: f"Beside {path} lay a part of another save. It was not taken over.",
        Finding.MISSING: (
            f"In {path} {notice.count} answer{'' if one else 's'} that {'was' if one else 'were'} kept before"
            f" {'is' if one else 'are'} missing."
        ),
        Finding.MENDED: f"The save file {path} was not whole, and was completed from what lay beside it.",
        Finding.TORN_END: f"The end of {path} can't be read; your last answer may be missing.",
        Finding.OTHER_HISTORY: f"{path} holds other answers than the ones last given here.",
        Finding.WRITTEN_ANEW: f"{path} was deleted or replaced while it was open. All answers were written anew.",
        Finding.WRITTEN_INTO: (
            f"Something else wrote into {path} while it was open. It is used as it is now,"
            " and what you answered since the start was added to it."
        ),
    }
    return said[notice.what]


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(clean(name) for name in names)
