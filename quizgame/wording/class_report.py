"""What is said after a round of a class: items, what to teach again, Monday's three."""

from quizgame.banks.models import Fact
from quizgame.banks.pack import Pack
from quizgame.learning.class_figures import ClassFigures, FactFigure, Item, Starter
from quizgame.learning.intervals import Share
from quizgame.learning.telling_apart import TellingApart
from quizgame.wording.answers import said_of, source_in_words
from quizgame.wording.language import _, counted


def share_in_words(share: Share) -> str:
    """A share with its interval: "8 of 20, 40 % (22–61 %)"."""
    if not share.asked:
        return _("nobody")
    low, high = share.interval
    text = _("{right} of {asked}, {percent} % ({low}–{high} %)")
    return text.format(
        right=share.right,
        asked=share.asked,
        percent=round(100 * share.value),
        low=round(100 * low),
        high=round(100 * high),
    )


def title_of_item(pack: Pack, item: Item) -> str:
    """What an item asked: its prompt, or what it was about."""
    prompts = {
        question.id or f"{fact.id}-{number}": question.prompt
        for bank in pack.banks
        for fact in bank.facts
        for number, question in enumerate(fact.questions, 1)
    }
    known = [fact for fact in item.facts if pack.has(fact)]
    return prompts.get(item.question) or " · ".join(short(pack, fact) for fact in known) or item.question


def numbered_item(pack: Pack, item: Item, number: int) -> str:
    """The same with its number in the round; 0 is the warm-up."""
    title = title_of_item(pack, item)
    return f"{number}. {title}" if number else _("Warm-up: {asked}").format(asked=title)


def short(pack: Pack, fact: str) -> str:
    """A fact in a few words: its label, or what it says."""
    found = pack.source_of(fact)[1]
    return (found.label if isinstance(found, Fact) else None) or said_of(pack, fact)


def item_lines(pack: Pack, item: Item, told: TellingApart | None, number: int) -> list[str]:
    """An item, line by line: what it asked, its facility, its options, what the halves did."""
    table = [f"{'✓' if is_key else '·'} {count:3}  {text}" for text, count, is_key in item.table]
    return [numbered_item(pack, item, number), right_line(item.facility), *table, *more_of_item(item, told)]


def right_line(share: Share) -> str:
    """How many were right, and how sure that is."""
    return _("Right: {share}").format(share=share_in_words(share))


def more_of_item(item: Item, told: TellingApart | None) -> list[str]:
    """What else is known of a question: who did not know, what talking changed, what the halves did."""
    lines = [unknown_line(item)] if item.unknown else []
    if item.before.asked:
        lines.append(gain_line(item.before, item.after))
    return lines + (telling_lines(told) if told is not None else [])


def unknown_line(item: Item) -> str:
    """How often somebody said that they don't know."""
    return _("I don't know: {n}").format(n=item.unknown)


def telling_lines(told: TellingApart) -> list[str]:
    """What the halves did, the correlation where it is honest, and whether the key may be wrong."""
    text = _("Upper half {upper}, lower half {lower}")
    halves = (f"{share.right}/{share.asked}" for share in (told.upper, told.lower))
    lines = [text.format(upper=next(halves), lower=next(halves))]
    if told.correlation is not None:
        lines.append(_("Goes with the rest of the round: {r:+.2f}").format(r=told.correlation))
    if told.rival is not None:
        text = _("Look at the key: more of the upper half chose “{rival}” than the right answer.")
        lines.append(text.format(rival=told.rival))
    return lines


def gain_line(before: Share, after: Share) -> str:
    """What talking changed."""
    text = _("Before talking {before}, after it {after}")
    return text.format(before=_of(before), after=_of(after))


def _of(share: Share) -> str:
    return _("{right} of {asked}").format(right=share.right, asked=share.asked)


def gain_of_round(figures: ClassFigures) -> str:
    """What talking changed in a whole round; nothing if nobody talked."""
    before, after = figures.gain
    return gain_line(before, after) if before.asked else ""


def to_teach_again_lines(pack: Pack, figure: FactFigure) -> list[str]:
    """A fact that was missed: its study note to read aloud, where it stands, how many knew it."""
    if not pack.has(figure.fact):
        return []
    return [
        said_of(pack, figure.fact),
        f"{source_in_words(pack, figure.fact)}. {right_line(figure.share)}",
    ]


def starter_lines(pack: Pack, starter: Starter) -> list[str]:
    """Monday's three, a line each."""
    named = (
        (_("From last time"), starter.last_time),
        (_("From last week"), starter.last_week),
        (_("From last month"), starter.last_month),
    )
    return [f"{label}: {short(pack, fact)}" for label, fact in named if fact is not None and pack.has(fact)]


def once_more(prompt: str) -> str:
    """That a fact is asked again in other words."""
    return _("Once more, in other words: {prompt}").format(prompt=prompt)


def answer_is(answer: str) -> str:
    """The right answer, to be said after the class has answered aloud."""
    return _("Answer: {answer}").format(answer=answer)


def replaces(seat: str) -> str:
    """Asked where a seat was typed in before."""
    return _("{seat} was typed in before. Enter takes the new line, n keeps the old one").format(seat=seat)


def typed_in(seats: int) -> str:
    """How many seats were typed in."""
    kept = counted(seats, "{n} seat is kept.", "{n} seats are kept.")
    return _("{kept} What follows is about them.").format(kept=kept)


NOTHING_MISSED = _("Nothing was missed: there is nothing to teach again.")
AFTERWARDS = _("Enter to finish, r teach again, i questions, s save a report, p type in paper")
FOLDER = _("The folder for the report")
PAPER = _("A seat and its answers, such as 7 abcaxb, or b7 abcaxb for version B; Enter when all are typed in")
STARTER = _("To begin with: one fact each from last time, last week and last month.")
TEACH_AGAIN = _("Read aloud:")
