"""The short form of a pack, as Pydantic models: one file with questions, events and words, and little that must be."""

from typing import Annotated, Any

from pydantic import Field, field_validator

from quizgame.banks.fields import AtMost, Date, Identifier, Line, Tag, Text
from quizgame.banks.models import Fact, PackFile, Question, Source, Strict, Term

_MAY_BE_MADE = "A name of its own; one is made from the wording, and `quizgame check --write-ids` writes it here."


class ShortQuestion(Question):
    """A question that stands alone."""

    id: Annotated[Identifier | None, Field(description=_MAY_BE_MADE)] = None
    text: Text | None = None
    """Its study note; without it the question and its answer."""
    paragraph: Annotated[int, Field(ge=1)] | None = None
    """Where the answer stands: the number of the paragraph in the source."""
    importance: Annotated[int, Field(ge=1, le=3)] = 2
    """3 everyone should know · 2 should know · 1 detail."""
    tags: tuple[Tag, ...] = ()
    """What makes it a hard subject."""
    attributed_to: Line | None = None
    """Who says so, if that is in dispute; then the prompt must name them."""


class ShortFact(Fact):
    """A statement with several questions about it."""

    id: Annotated[Identifier | None, Field(description=_MAY_BE_MADE)] = None  # type: ignore[assignment]


class ShortEvent(ShortFact):
    """Something that has a place on the line of time."""

    date: Date
    """When it happened: 1988 · 1988-02 · 1988-02-20 · 1988/1994 · 44 BC · about 1200."""
    label: Annotated[Line, AtMost(80)]
    """What its card says, at most 80 letters; gives no date away."""


class ShortTerm(Term):
    """A word with its meaning."""

    id: Annotated[Identifier | None, Field(description=_MAY_BE_MADE)] = None  # type: ignore[assignment]


class ShortBank(Strict):
    """What a short pack asks for."""

    note: Text | None = None
    """What a player should know about it."""
    questions: tuple[ShortQuestion, ...] = ()
    """Each with a prompt, an answer and one to five distractors."""
    events: tuple[ShortEvent, ...] = ()
    """Each with a date and a label."""
    terms: tuple[ShortTerm, ...] = ()
    """Words with their meanings: `word: meaning`, a line each."""
    facts: tuple[ShortFact, ...] = ()
    """Statements, as in a bank of a longer pack."""

    @field_validator("questions", "events", "terms", "facts", mode="before")
    @classmethod
    def _nothing_is_empty(cls, value: Any) -> Any:
        return () if value is None else value


class ShortPack(PackFile, ShortBank):
    """A pack in one file. Its name is the name of the file."""

    title: Annotated[Line, AtMost(40)] | None = None  # type: ignore[assignment]
    """What the pack is called, at most 40 letters; without it the name of the file."""
    source: Source | Line | None = None  # type: ignore[assignment]
    """The text that it was made from: its title, or a mapping."""


ABOUT = frozenset(PackFile.model_fields)
"""The keys that stand in the `pack.yaml` of a longer pack."""
OF_A_FACT = frozenset(ShortQuestion.model_fields) - frozenset(Question.model_fields)
"""The keys of a question that belong to the fact it is made into."""
