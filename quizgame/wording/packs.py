"""What is said of packs, where there are several."""

from quizgame.banks.pack import Pack
from quizgame.wording.language import _, counted

PACKS, ALL_PACKS = _("Packs"), _("Today from all of them")
EACH_FOR_ITSELF = _("Each pack has rounds and figures of its own; the one you forget most of comes first.")
PLAYED_NOW = _("played now")


def pack_in_short(pack: Pack) -> str:
    """What a pack holds."""
    return _("{topics}, {questions}").format(
        topics=counted(len(pack.banks), "{n} topic", "{n} topics"),
        questions=counted(pack.questions, "{n} question", "{n} questions"),
    )


def pack_in_need(pack: Pack, due: int, *, plays: bool) -> str:
    """What a pack holds, how much of it is to be refreshed, and whether it is the one that is played."""
    parts = [pack_in_short(pack), *([to_refresh(due)] if due else []), *([PLAYED_NOW] if plays else [])]
    return " · ".join(parts)


def to_refresh(due: int) -> str:
    """How much is about to be forgotten."""
    return counted(due, "{n} to refresh", "{n} to refresh")


def begins_with(pack: Pack, due: int) -> str:
    """The neediest pack."""
    said = _("begins with {title}").format(title=pack.title)
    return f"{said} · {to_refresh(due)}" if due else said


def next_pack(pack: Pack, due: int) -> str:
    """The pack that follows, line by line."""
    text = _("Next: {title}, {due}. Enter plays it, q leaves") if due else _("Next: {title}. Enter plays it, q leaves")
    return text.format(title=pack.title, due=to_refresh(due))
