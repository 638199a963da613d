"""When facts were reviewed last, and when they are due again: by the day, so that nobody goes through all of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from quizgame.learning.known import Known

_A_DAY = timedelta(days=1)


@dataclass(slots=True)
class Reviews:
    """The last review of each fact that has had one."""

    _due: dict[date, set[str]] = field(default_factory=dict)
    _last: dict[date, set[str]] = field(default_factory=dict)
    _latest: dict[date, datetime] = field(default_factory=dict)
    """For each day a moment than which none of the reviews on it was later."""

    def note(self, fact: str, before: object, after: object) -> None:
        """What is known of a fact has changed: a `Known`, or anything else if nothing is."""
        if isinstance(before, Known) and before.memory is not None:
            self._due.get(before.memory.due, set()).discard(fact)
            self._last.get(before.memory.last.date(), set()).discard(fact)
        if isinstance(after, Known) and after.memory is not None:
            last = after.memory.last
            self._due.setdefault(after.memory.due, set()).add(fact)
            self._last.setdefault(last.date(), set()).add(fact)
            self._latest[last.date()] = max(last, self._latest.get(last.date(), last))

    def due_by(self, day: date) -> list[str]:
        """The facts that are due on a day or were before it, those of the earliest day first."""
        return [fact for due in sorted(self._due) if due <= day for fact in sorted(self._due[due])]

    def that_do_not_count(self, moment: datetime) -> Iterable[tuple[set[str], bool]]:
        """The facts for which an answer at this moment may be no review, as `Memory.counts` has it, a day at a time;
        and whether that is so for all of them.
        """
        for day, facts in self._last.items():
            if day >= moment.date():
                yield facts, moment >= self._latest[day] - _A_DAY
