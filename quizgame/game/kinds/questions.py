"""Questions as they are asked: the options in their order on the screen, the cards of a tray."""

from dataclasses import dataclass

from quizgame.banks.dates import Interval


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a multiple-choice question."""

    text: str
    why: str | None = None
    """Why it is wrong, for whoever chose it."""


@dataclass(frozen=True, slots=True)
class ChoiceQuestion:
    """A multiple-choice question with its options in the order in which they are shown."""

    topic: str
    fact: str
    """The id of the fact that is tested."""
    id: str
    prompt: str
    options: tuple[Option, ...]
    key: int
    """The index of the right option."""
    explanation: str
    tags: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that an answer says something about."""
        return (self.fact,)


@dataclass(frozen=True, slots=True)
class Event:
    """One card of an ordering."""

    fact: str
    topic: str
    label: str
    date: Interval


@dataclass(frozen=True, slots=True)
class OrderingQuestion:
    """Events to be put in order, in the shuffled order of the tray."""

    topic: str
    """The topic it was drawn for; some events may come from others."""
    id: str
    events: tuple[Event, ...]
    tags: tuple[str, ...] = ()
    prompt: str = "Put these events in order. Earliest first."

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that an answer says something about, in the order of the tray."""
        return tuple(event.fact for event in self.events)


@dataclass(frozen=True, slots=True)
class DateQuestion:
    """When was it? A date is typed."""

    topic: str
    id: str
    event: Event
    tags: tuple[str, ...] = ()

    @property
    def prompt(self) -> str:
        """The question."""
        return f"When was it? {self.event.label}"

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that an answer says something about."""
        return (self.event.fact,)


Question = ChoiceQuestion | OrderingQuestion | DateQuestion


@dataclass(frozen=True, slots=True)
class Chose:
    """The response to a multiple-choice question: the index of an option."""

    option: int


@dataclass(frozen=True, slots=True)
class Ordered:
    """The response to an ordering: indexes of its events, earliest first, each exactly once."""

    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DontKnow:
    """Not known, and said so: worth nothing, and no guess that could teach a wrong option."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The response to a question for a date."""

    date: Interval


Response = Chose | Ordered | Dated | DontKnow
