"""The figures as a save keeps them: a name and a line of JSON for each part, the same again to the last bit.

They can be made again from the answers at any time. So what was kept by other rules, for a pack that has changed in
what the figures depend on, or not as it is written here, is not mended: it is thrown away.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from quizgame.banks.pack import Pack
from quizgame.learning.days import Day
from quizgame.learning.evidence import Evidence
from quizgame.learning.figures import Figures, Name, Part, Totals
from quizgame.learning.known import Known
from quizgame.learning.memory import Memory
from quizgame.learning.progress import TopicScore
from quizgame.learning.records import Games, Record
from quizgame.learning.resolution import Resolution

RULES = 1
"""The number of the rules by which answers become figures: one more whenever an answer comes to something else."""

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def prefix_of(pack: str) -> str:
    """What the names of all parts of a pack's figures begin with."""
    return f"figures/{pack}/"


def changes_to_keep(figures: Figures) -> dict[str, str | None]:
    """What changed since this was asked for the last time, to be kept; None for what is to be kept no more."""
    as_many = not figures.count_changed
    changed = figures.take_changes()
    lines = _lines(figures, changed)
    return lines if as_many else {**lines, **_rules(figures)}


def all_to_keep(figures: Figures, instead_of: Iterable[str]) -> dict[str, str | None]:
    """Every part of figures that were made again, and no more of what was kept under names that they don't have."""
    figures.take_changes()
    parts = {(kind, which): part for kind, parts in figures.parts.items() for which, part in parts.items()}
    return {**dict.fromkeys(instead_of), **_lines(figures, parts), **_rules(figures)}


def names_kept(figures: Figures) -> list[str]:
    """The names under which the parts of figures are kept."""
    start = prefix_of(figures.pack.id)
    return [f"{start}{kind}/{which}" for kind, parts in figures.parts.items() for which in parts]


def _lines(figures: Figures, parts: Mapping[Name, Part | None]) -> dict[str, str | None]:
    start = prefix_of(figures.pack.id)
    return {
        f"{start}{kind}/{which}": None if part is None else _json(_written(part))
        for (kind, which), part in parts.items()
    }


def _rules(figures: Figures) -> dict[str, str | None]:
    """By which rules they were made, for which pack, and how many parts there are: what changes with the first answer,
    and with a part that comes or goes.
    """
    return {f"{prefix_of(figures.pack.id)}rules": _json([RULES, figures.pack.layout, _count(figures)])}


def restored(pack: Pack, kept: Mapping[str, str]) -> Figures | None:
    """The figures of which these parts were kept; None if they must be made again."""
    start = prefix_of(pack.id)
    figures = Figures(pack)
    try:
        rules, layout, count = json.loads(kept[f"{start}rules"])
        if (rules, layout) != (RULES, figures.pack.layout):
            return None
        for name, line in kept.items():
            kind, slash, which = name.removeprefix(start).partition("/")
            if slash:
                figures.parts[kind][which] = _READ[kind](which, _list(line))
    except (KeyError, ValueError, TypeError):
        return None
    return figures if _count(figures) == count else None


def _count(figures: Figures) -> int:
    """How many parts there are: one that is missing must not be taken for one that nobody has filled yet."""
    return sum(len(parts) for parts in figures.parts.values())


def _written(part: Part) -> Any:
    match part:
        case Totals(answers, staircase, last):
            return [answers, staircase.days, staircase.trials, last]
        case TopicScore(_, answers, right, evidence):
            return [answers, right, _evidence(evidence)]
        case Known(right, missed, memory, lapses, surprised, taken):
            return [right, missed, _memory(memory), lapses, surprised, taken]
        case Games(round_, last, before):
            return [round_, _record(last), None if before is None else _record(before)]
        case Day(answers, right, milliseconds, line):
            return [answers, right, milliseconds, line]
    raise TypeError(f"{part!r} is no part of the figures")


def _evidence(evidence: Evidence) -> list[float]:
    return [evidence.right, evidence.wrong, evidence.answers]


def _memory(memory: Memory | None) -> list[Any] | None:
    return None if memory is None else [memory.stability, memory.difficulty, memory.last.isoformat(), memory.interval]


def _record(record: Record) -> list[int]:
    return [record.right, record.cards]


def _list(line: str) -> list[Any]:
    found = json.loads(line)
    if not isinstance(found, list):
        raise TypeError(f"{found!r} is no part of the figures")
    return found


def _totals(_: str, line: list[Any]) -> Totals:
    answers, days, trials, last = line
    return Totals(answers, Resolution(days, trials), tuple(last))


def _topic(which: str, line: list[Any]) -> TopicScore:
    answers, right, evidence = line
    return TopicScore(which, answers, right, Evidence(*evidence))


def _known(_: str, line: list[Any]) -> Known:
    right, missed, memory, lapses, surprised, taken = line
    return Known(right, missed, memory and _remembered(*memory), lapses, surprised, tuple(map(tuple, taken)))


def _remembered(stability: float, difficulty: float, last: str, interval: int) -> Memory:
    return Memory(stability, difficulty, datetime.fromisoformat(last), interval)


def _games(_: str, line: list[Any]) -> Games:
    round_, last, before = line
    return Games(round_, Record(*last), before and Record(*before))


def _day(_: str, line: list[Any]) -> Day:
    answers, right, milliseconds, daily_line = line
    return Day(answers, right, milliseconds, daily_line)


_READ: Mapping[str, Callable[[str, list[Any]], Part]] = {
    "totals": _totals,
    "topic": _topic,
    "fact": _known,
    "line": _games,
    "day": _day,
}
