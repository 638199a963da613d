"""Events as questions that ask for their order, for programs that have such questions; and such questions as events.

Our banks hold the events and draw orderings anew each time; another program holds a fixed question. So each event goes
out in one question of three to six whose dates decide, with those of its topic, or with what other topics have left.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizgame.banks.dates import Interval, parse
from quizgame.exchange.fit import edtf
from quizgame.exchange.ids import mark
from quizgame.exchange.neutral import Collector, Imported, LeftOut, Place, Statement, events_in, left
from quizgame.exchange.reasons import Why

FEWEST, MOST = 3, 6
_DATED = re.compile(r"(?P<label>.+?)\s*[(\[](?P<date>[^()\[\]]{3,40})[)\]]\s*\.?", re.DOTALL)
_DATE_FIRST = re.compile(r"(?P<date>[^:–]{3,40}?)\s*(?::|\s–)\s+(?P<label>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ordering:
    """Events in the order of their dates."""

    id: str
    topic: str
    events: tuple[Statement, ...]


def orderings_of(pack: Imported, out: list[LeftOut]) -> Iterator[Ordering]:
    """Questions for all events of a pack; those that fit into none are added to `out`."""
    rest: list[Statement] = []
    titles = {topic.id: topic.title for topic in pack.topics}
    for topic, title in titles.items():
        for group in _groups([event for event in events_in(pack.entries) if event.topic == topic]):
            if len(group) < FEWEST:
                rest += group
            else:
                yield _ordering(title, group)
    for group in _groups(rest):
        if len(group) < FEWEST:
            out += [left(event, Why.FEW_TO_ORDER) for event in group]
        else:
            yield _ordering(pack.title, group)


def _ordering(topic: str, events: Sequence[Statement]) -> Ordering:
    in_order = tuple(sorted(events, key=lambda event: _date(event).earliest))
    return Ordering(f"order-{mark(*(event.id for event in in_order))}", topic, in_order)


def _groups(events: Iterable[Statement]) -> list[list[Statement]]:
    """As few groups as can be, alike in size, in each of which the dates decide the order."""
    found = sorted(events, key=lambda event: (_date(event).earliest, event.id))
    groups: list[list[Statement]] = [[] for _ in range(-(-len(found) // MOST))]
    for event in found:
        fits = [group for group in groups if len(group) < MOST and _comparable(event, group)]
        if fits:
            min(fits, key=len).append(event)
        else:
            groups.append([event])
    return groups


def _comparable(event: Statement, group: Iterable[Statement]) -> bool:
    return all(_date(event).comparable(_date(other)) for other in group)


def _date(event: Statement) -> Interval:
    return parse(event.date or "")


def add_events(
    found: Collector, place: Place, topic: str, items: Sequence[str], known: Sequence[tuple[str, str]]
) -> None:
    """Add the items of a question of another program as events.

    `known`: an id and a date for each item, where a file of ours has them; else each item must tell its own date.
    """
    if len(known) == len(items):
        for item, (name, date) in zip(items, known, strict=True):
            found.add(Statement(name, topic, None, date, item, place=place))
        return
    told = [dated(item) for item in items]
    if not items or None in told:
        found.leave_out(place, Why.ORDER_WITHOUT_DATES, "", items[0] if items else "")
        return
    for pair in told:
        if pair:
            found.add(Statement("", topic, None, pair[0], pair[1], place=place))


def dated(text: str) -> tuple[str, str] | None:
    """The date and the event in `Rome is founded (1988)` or `1988: Rome is founded`; None if there is no date."""
    for form in (_DATED, _DATE_FIRST):
        if (match := form.fullmatch(text.strip())) and (date := edtf(match["date"])):
            return date, match["label"].strip()
    return None
