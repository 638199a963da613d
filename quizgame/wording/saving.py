"""What is said of saves: why they can't be used, why nothing is kept at the moment, what was found out about them."""

from typing import assert_never

from quizgame.banks.clean import clean
from quizgame.saves.faults import Damage, Fault, Finding, Hindrance, Notice, Refusal, SavesError, Trouble
from quizgame.wording.language import _, counted

_DAMAGES = {
    Damage.TABLES: _("its tables can't be read"),
    Damage.HALF_CHANGED: _("it is half changed to another version"),
    Damage.STRAY_ANSWER: _("an answer belongs to no round"),
    Damage.ANSWER: _("answer {n} is not what was written"),
    Damage.PLAYER: _("a player is not what was written"),
    Damage.ROUND: _("a round is not what was written"),
    Damage.MARK: _("a slip or a guess is not what was written"),
    Damage.LOST: _("answers that were kept are not there any more"),
    Damage.COPY: _("the copy is not the same"),
    Damage.NOT_CHANGED: _("it can't be changed to the newer version"),
}


def saves_error_in_words(error: SavesError) -> str:
    """Where, what, and what to do: one or more sentences, with their full stops."""
    fault = error.fault
    match fault.what:
        case Refusal.NOT_A_FOLDER:
            text = _("The saves folder {path} is a file. Choose another with --saves.")
        case Refusal.UNREADABLE:
            text = _("The saves in {path} can't be read: {reason}.")
        case Refusal.NOT_A_SAVE:
            text = _("The file {path} is not a save of quizgame. It was left as it is.")
        case Refusal.NEWER:
            text = _("The saves in {path} are from a newer quizgame. Update this one; nothing was changed.")
        case Refusal.DAMAGED:
            text = _("The save file {path} is damaged: {detail}. Move it away to start afresh.")
        case Refusal.IN_USE:
            text = _(
                "Another quizgame is using the saves in {folder}."
                " Close it, or start this one with --saves and another folder."
            )
        case _:
            assert_never(fault.what)
    path, folder, detail = clean(str(fault.path)), clean(str(fault.path.parent)), _detail(fault)
    return text.format(path=path, folder=folder, detail=detail, reason=detail.lower())


def _detail(fault: Fault) -> str:
    """How a save is damaged, or what the system said; as the end of a sentence."""
    if isinstance(fault.detail, str):
        return clean(fault.detail)
    return _DAMAGES[fault.detail].format(n=fault.answer)


def trouble_in_words(trouble: Trouble | Fault) -> str:
    """Why nothing is saved at the moment, as the end of a sentence, without its full stop."""
    if isinstance(trouble, Fault):
        return saves_error_in_words(SavesError(trouble)).rstrip(".")
    match trouble.what:
        case Hindrance.DISK_FULL:
            return _("the disk is full")
        case Hindrance.READ_ONLY:
            return _("the folder can't be written to")
        case Hindrance.GONE:
            text = _("the save that was open is no longer in its folder, and can't be written anew")
            return f"{text}: {clean(trouble.detail).lower()}" if trouble.detail else text
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
    said = []
    if trouble:
        text = _("Your progress is not being saved: {trouble}. You can play on.")
        said.append(text.format(trouble=trouble_in_words(trouble)))
    return " ".join((*said, *map(notice_in_words, notices))) or None


def notice_in_words(notice: Notice) -> str:
    """What was found out, and what became of it: one or more sentences, with their full stops."""
    folder, names = clean(str(notice.path.parent)), _listed(notice.names)
    path, name = clean(str(notice.path)), clean(notice.path.name)
    said = _found(notice).format(path=path, name=name, folder=folder, names=names)
    if not notice.names or notice.what is Finding.OTHER_SAVES:
        return said
    kept = _("What is there was kept in {folder} too, as {names}.")
    return f"{said} {kept.format(folder=folder, names=names)}"


def _found(notice: Notice) -> str:
    match notice.what:
        case Finding.FOREIGN_PART:
            text = _("Beside {path} lay a part of another save. It was not taken over.")
        case Finding.MISSING:
            text = counted(
                notice.count,
                "In {path} {n} answer that was kept before is missing.",
                "In {path} {n} answers that were kept before are missing.",
            )
        case Finding.MENDED:
            text = _("The save file {path} was not whole, and was completed from what lay beside it.")
        case Finding.TORN_END:
            text = _("The end of {path} can't be read; your last answer may be missing.")
        case Finding.OTHER_HISTORY:
            text = _("{path} holds other answers than the ones last given here.")
        case Finding.WRITTEN_ANEW:
            text = _("{path} was deleted or replaced while it was open. All answers were written anew.")
        case Finding.WRITTEN_INTO:
            text = _(
                "Something else wrote into {path} while it was open. It is used as it is now, and what you answered"
                " since the start was added to it."
            )
        case Finding.OTHER_SAVES:
            text = _(
                "In {folder} is more than one save: {names}. Only {name} is used; the others were left as they are."
            )
        case _:
            assert_never(notice.what)
    return text


def _listed(names: tuple[str, ...]) -> str:
    return _(", ").join(clean(name) for name in names)
