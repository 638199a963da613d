"""A round on paper, as it is typed in: each seat's line becomes answers that are kept at once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from quizgame.banks.pack import Pack
from quizgame.game.draw.selection import Selection
from quizgame.game.events import Answered, ClassEvent, Started, TakenBack
from quizgame.game.kinds.any import Question, grade
from quizgame.game.play.given import Given, answered
from quizgame.game.play.modes import CLASS_PAPER
from quizgame.game.play.paper_entry import PaperLine


def begin_paper_round(pack: Pack, selection: Selection, *, round_id: str, moment: datetime) -> Started:
    """The start of a round on the sheets of a selection."""
    return Started(
        round_id,
        moment,
        CLASS_PAPER,
        pack.id,
        pack.revision,
        selection.seed,
        selection.topics,
        selection.length,
        kinds=selection.kinds,
        left_out=selection.left_out,
    )


@dataclass(frozen=True, slots=True)
class PaperRound:
    """What was typed in so far. A value: a line gives a new one, and the events to keep."""

    started: Started
    questions: tuple[Question, ...]
    """In the order of the selection, as version A prints them."""
    kept: tuple[ClassEvent, ...] = ()
    """The start and all that followed it; nothing before the first line."""

    def is_of_the_same_sheet(self, started: Started) -> bool:
        """Whether another round was on sheets of the same selection, of the same pack as it is now."""
        return replace(started, round=self.started.round, moment=self.started.moment) == self.started

    @property
    def _counting(self) -> list[Answered]:
        slips = {(one.place, one.seat, one.attempt) for one in self.kept if isinstance(one, TakenBack)}
        answers = [one for one in self.kept if isinstance(one, Answered)]
        return [one for one in answers if (one.place, one.seat, one.attempt) not in slips]

    @property
    def seats(self) -> tuple[str, ...]:
        """The seats that were typed in, in their order. One whose line was cut off by a fault is none."""
        counts = Counter(one.seat for one in self._counting)
        return tuple(sorted((seat for seat, count in counts.items() if count == len(self.questions)), key=int))

    def with_line(self, line: PaperLine, moment: datetime) -> "tuple[PaperRound, Sequence[ClassEvent]]":
        """The round with a line, in the place of what was typed of its seat before. The moments of all its events
        differ and tell their order.
        """
        last = max((one.moment for one in self.kept), default=moment)
        at = max(moment, last + timedelta(microseconds=1))
        events: list[ClassEvent] = [] if self.kept else [replace(self.started, moment=at)]
        before = [one for one in self._counting if one.seat == line.seat]
        attempts = Counter(one.place for one in self.kept if isinstance(one, TakenBack) and one.seat == line.seat)
        for answer in before:
            after = at + timedelta(microseconds=len(events))
            events.append(TakenBack(answer.round, answer.place, answer.attempt, after, answer.seat))
            attempts[answer.place] += 1
        places = {_name(question): place for place, question in enumerate(self.questions)}
        for question, response in zip(line.questions, line.responses, strict=True):
            place = places[_name(question)]
            after = at + timedelta(microseconds=len(events))
            given = Given(question, response, grade(question, response))
            answer = answered(self.started, given, place=place, attempt=attempts[place], moment=after, milliseconds=0)
            events.append(replace(answer, seat=line.seat))
        started = next((one for one in events if isinstance(one, Started)), self.started)
        return replace(self, started=started, kept=(*self.kept, *events)), events


def _name(question: Question) -> tuple[str, frozenset[str]]:
    """What a question is known by in every version: orderings of a topic share an id."""
    return question.id, frozenset(question.facts)
