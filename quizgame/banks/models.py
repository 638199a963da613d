"""The shape of a bank and of a pack, as Pydantic models. Frozen; unknown keys are errors."""

from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from quizgame.banks.dates import DateError, Interval, parse
from quizgame.banks.text import fault_in, same_words, tidy

MAX_TEXT = 600


def _text(value: str) -> str:
    fault = fault_in(value)
    if fault:
        raise PydanticCustomError("text", "{what}", {"what": f"this text {fault}", "mend": "Mend the text"})
    return tidy(value)


def _interval(value: Any) -> Interval:
    if isinstance(value, Interval):
        return value
    if value is None or isinstance(value, list | dict):
        raise wrong("a date must be a text", "Write 1988, 1988-02, 1988-02-20 or 1988/1994")
    try:
        return parse(str(value))
    except DateError as error:
        raise PydanticCustomError("date", "{what}", {"what": error.what, "mend": error.mend}) from None


def wrong(what: str, mend: str, at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """An error of a model that says what is wrong, how to mend it, and where below the model it is."""
    return PydanticCustomError("bank", "{what}", {"what": what, "mend": mend, "at": at})


Text = Annotated[str, AfterValidator(_text), Field(min_length=1, max_length=MAX_TEXT)]
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Date = Annotated[
    Interval,
    PlainValidator(_interval),
    # an editor reads 1988 as a number, so the schema must allow one
    WithJsonSchema({"type": ["string", "integer"], "description": "EDTF: 1988 · 1988-02 · 1988-02-20 · 1988/1994"}),
]
Tag = Literal["war", "death", "displacement", "accusation", "living-person"]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Distractor(_Strict):
    """A wrong option; in a bank, a text or a mapping of `text` and `why`."""

    text: Text
    why: Text | None = None
    """Why it tempts and why it is wrong: shown to whoever chose it."""


def _distractor(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Question(_Strict):
    """One wording of a multiple-choice question that tests its fact."""

    id: Identifier | None = None
    """Keeps a player's progress when the wording is edited."""
    prompt: Text
    answer: Text
    distractors: Annotated[tuple[Distractor, ...], Field(min_length=2, max_length=3)]
    explanation: Text
    """The reason and the context, shown after the answer."""

    @field_validator("distractors", mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return [_distractor(item) for item in value] if isinstance(value, list | tuple) else value

    @model_validator(mode="after")
    def _options_differ(self) -> Self:
        seen = [self.answer]
        for index, distractor in enumerate(self.distractors):
            for other in seen:
                if same_words(distractor.text, other):
                    what = "is the answer too" if other is self.answer else "stands twice"
                    message = f"the option {distractor.text[:60]!r} {what}"
                    raise wrong(message, "Write another distractor", ("distractors", index))
            seen.append(distractor.text)
        return self


class Fact(_Strict):
    """One atomic statement in our own words: the unit of memory and of mastery."""

    id: Identifier
    text: Text
    paragraph: Annotated[int, Field(ge=1)]
    """Counted within the section of the source."""
    importance: Annotated[int, Field(ge=1, le=3)] = 2
    """3 everyone should know · 2 should know · 1 detail."""
    date: Date | None = None
    label: Annotated[Text, Field(max_length=80)] | None = None
    """What an ordering card says; gives no date away."""
    tags: tuple[Tag, ...] = ()
    attributed_to: Text | None = None
    questions: tuple[Question, ...] = ()

    @field_validator("tags", "questions", mode="before")
    @classmethod
    def _nothing_is_empty(cls, value: Any) -> Any:
        return () if value is None else value

    @model_validator(mode="after")
    def _label_needs_date(self) -> Self:
        if self.label and self.date is None:
            raise wrong("a label without a date can't be put in order", "Add `date`, or delete `label`", ("label",))
        return self

    @property
    def is_event(self) -> bool:
        """Whether it can be drawn into a date ordering."""
        return self.date is not None and self.label is not None


class Term(_Strict):
    """A word of the glossary."""

    id: Identifier
    term: Annotated[Text, Field(max_length=60)]
    definition: Text
    paragraph: Annotated[int, Field(ge=1)]


class Bank(_Strict):
    """One section of the source: one topic that scores are kept for."""

    topic: Identifier
    title: Annotated[Text, Field(max_length=40)]
    """Short, for a menu."""
    section: Text
    """The heading in the source, as listed in pack.yaml."""
    order: Annotated[int, Field(ge=0)]
    note: Text | None = None
    """What a player should know about this topic, such as that its section is very short."""
    borrows: tuple[Identifier, ...] = ()
    """Facts of other topics that the source repeats in this section: they stand once, and both topics draw them."""
    facts: tuple[Fact, ...] = ()
    terms: tuple[Term, ...] = ()

    @field_validator("borrows", "facts", "terms", mode="before")
    @classmethod
    def _nothing_is_empty(cls, value: Any) -> Any:
        return () if value is None else value

    @model_validator(mode="after")
    def _has_something(self) -> Self:
        if not self.facts and not self.borrows:
            raise wrong("the bank has no facts", "Add facts, or borrow some", ("facts",))
        return self

    @model_validator(mode="after")
    def _borrows_from_others(self) -> Self:
        drawn = {fact.id for fact in self.facts}
        for index, name in enumerate(self.borrows):
            if name in drawn:
                raise wrong(f"the topic has the fact {name!r} already", "Don't borrow it", ("borrows", index))
            drawn.add(name)
        return self


class Source(_Strict):
    """The text that a pack was made from."""

    title: Text
    publisher: Text | None = None
    address: Text | None = None
    licence: Text
    read: Date
    """The day it was read."""


class Section(_Strict):
    """One heading of the source, for checking where facts say they come from."""

    heading: Text
    paragraphs: Annotated[int, Field(ge=1)]
    group: Text | None = None
    """The heading above it, if it has one; topics of a group are shown together."""


class PackFile(_Strict):
    """`pack.yaml`: what stands beside the banks."""

    title: Annotated[Text, Field(max_length=40)]
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    """BCP 47."""
    source: Source
    content_note: Text | None = None
    """Shown before a pack on a hard subject is played for the first time."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    sensitive_words: tuple[Text, ...] = ()
    """A fact with one of these words must carry a tag."""
