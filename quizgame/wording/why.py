"""Why a question is asked, in one line."""

from typing import assert_never

from quizgame.game.play.why import Reason, Why
from quizgame.wording.language import _, counted


def why_in_words(why: Why) -> str:
    """The reason and the figures behind it: "due today · recall about 71 % · 9 days ago"."""
    parts = [_reason(why.reason)]
    if why.days is not None and why.reason is not Reason.ONCE_MORE:
        parts.append(_("recall about {percent} %").format(percent=round(100 * why.recall)))
        parts.append(_("asked today") if why.days == 0 else counted(why.days, "{n} day ago", "{n} days ago"))
    return _(" · ").join(parts)


def _reason(reason: Reason) -> str:
    match reason:
        case Reason.MISSED:
            return _("you knew it once and missed it lately")
        case Reason.DUE:
            return _("due today")
        case Reason.WEAK_TOPIC:
            return _("a topic you know little of yet")
        case Reason.NEW:
            return _("new: it never came up")
        case Reason.ONCE_MORE:
            return _("once more: everything else was asked today")
        case Reason.BEFORE_THE_TEST:
            return _("for your test")
    assert_never(reason)


NO_REASON = _("by chance: this round is the same for everybody, or you chose it")
COMES_BACK = _("once more, as you missed it a moment ago")
ASKED_BECAUSE = _("Asked because: {why}")
ORDERING_BECAUSE = _("dates in order, as close together as you can just tell apart")


def asked_because(why: Why | None, *, comes_back: bool, is_ordering: bool) -> str:
    """The line that `y` shows."""
    if comes_back:
        said = COMES_BACK
    elif why is not None:
        said = why_in_words(why)
    else:
        said = ORDERING_BECAUSE if is_ordering else NO_REASON
    return ASKED_BECAUSE.format(why=said)
