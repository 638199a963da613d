"""What Quizlet takes and gives as text: a card a line, a tab between its sides."""

from quizgame.exchange.cards import Card, add_card, card_of
from quizgame.exchange.neutral import Collector, Exported, Imported, LeftOut, Place, Question, left
from quizgame.exchange.reasons import Why


def is_this(text: str) -> bool:
    """Whether nearly every line has one tab."""
    lines = [line for line in text[:50_000].split("\n") if line.strip()]
    return bool(lines) and sum(line.count("\t") == 1 for line in lines) > 0.8 * len(lines)


def read(text: str) -> Imported:
    """Read cards, a line each. Raises `UnreadableError`."""
    found = Collector("quizlet")
    for number, line in enumerate(text.split("\n"), 1):
        front, _, back = line.partition("\t")
        if line.strip():
            add_card(found, Card("", "", front, back), Place("line", number))
    return found.done()


def write(pack: Imported) -> Exported:
    """Questions without their options, events and words; a card can't have several lines."""
    out: list[LeftOut] = []
    lines = []
    for entry in pack.entries:
        card = card_of(entry)
        if isinstance(entry, Question):
            card = Card("", "", entry.prompt, entry.answer)
        if isinstance(card, LeftOut):
            out.append(card)
        elif card and ("\n" in card.front + card.back or "\t" in card.front + card.back):
            out.append(left(entry, Why.SEVERAL_LINES_THERE))
        elif card:
            lines.append(f"{card.front}\t{card.back}\n")
    return Exported("".join(lines).encode("utf-8"), len(lines), tuple(out))
