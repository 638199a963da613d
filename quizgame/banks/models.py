"""The shape of a bank and of a pack, as Pydantic models. Frozen; unknown keys are errors.

The text below a field is its description in the JSON Schema: an editor shows it to whoever writes a bank.
"""

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from quizgame.banks.fields import AtMost, Date, Identifier, Line, Tag, Text, wrong
from quizgame.banks.text import same_on_screen

UNKNOWN_LANGUAGE = "und"
MOST_DISTRACTORS = 5
"""With the answer as many options as there are keys for them."""


class Strict(BaseModel):
    """Frozen; unknown keys are errors, and no message repeats what was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, use_attribute_docstrings=True)


class Distractor(Strict):
    """A wrong option: a text, or a mapping of `text` and `why`."""

    text: Text
    """What the player sees beside the answer."""
    why: Text | None = None
    """Why it tempts and why it is wrong: shown to whoever chose it."""


def _distractor(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Question(Strict):
    """One wording of a multiple-choice question that tests its fact."""

    id: Identifier | None = None
    """A name of its own in the pack, such as `bridge-when`: keeps a player's progress when the wording is edited."""
    prompt: Text
    """The question, clear without anything else. With `|` in place of a text, the lines below keep their breaks."""
    answer: Text
    """The right option, as long and of the same kind as the wrong ones."""
    distractors: Annotated[tuple[Distractor, ...], Field(min_length=1, max_length=MOST_DISTRACTORS)]
    """One to five wrong options; two or three test best."""
    explanation: Text = ""
    """The reason and the context, shown after the answer."""

    @field_validator("distractors", mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return [_distractor(item) for item in value] if isinstance(value, list | tuple) else value

    @field_validator("explanation", mode="before")
    @classmethod
    def _nothing_is_no_text(cls, value: Any) -> Any:
        return "" if value is None else value

    @model_validator(mode="after")
    def _options_differ(self) -> Self:
        seen = [self.answer]
        for index, distractor in enumerate(self.distractors):
            for other in seen:
                if same_on_screen(distractor.text, other):
                    what = "is the answer too" if other is self.answer else "stands twice"
                    message = f"the option {distractor.text[:60]!r} {what}"
                    raise wrong(message, "Write another distractor", ("distractors", index))
            seen.append(distractor.text)
        return self


class Fact(Strict):
    """One statement in the author's own words: what a player remembers or not, and what questions are about."""

    id: Identifier
    """A name of its own in the pack, such as `bridge-built`. Never change it: progress hangs on it."""
    text: Text = ""
    """The statement, as the study notes show it; without it they show what is asked and the answer."""
    paragraph: Annotated[int, Field(ge=1)] | None = None
    """Where it stands: the number of the paragraph in the section of the source."""
    importance: Annotated[int, Field(ge=1, le=3)] = 2
    """3 everyone should know · 2 should know · 1 detail."""
    date: Date | None = None
    """When it happened: 1988 · 1988-02-20 · 1988/1994 · 44 BC · about 1200. With a label it can be put in order."""
    label: Annotated[Line, AtMost(80)] | None = None
    """What a card of an ordering says, at most 80 letters; gives no date away."""
    tags: tuple[Tag, ...] = ()
    """What makes it a hard subject."""
    attributed_to: Line | None = None
    """Who says so, if that is in dispute; then the prompts must name them."""
    questions: tuple[Question, ...] = ()
    """Wordings that ask for it; several for an important fact."""

    @field_validator("tags", "questions", mode="before")
    @classmethod
    def _nothing_is_empty(cls, value: Any) -> Any:
        return () if value is None else value

    @field_validator("text", mode="before")
    @classmethod
    def _nothing_is_no_text(cls, value: Any) -> Any:
        return value if value is not None else ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text and not self.label and not self.questions:
            raise wrong("the fact says nothing", "Add `text`, a question, or a date with a label")
        return self

    @model_validator(mode="after")
    def _label_needs_date(self) -> Self:
        if self.label and self.date is None:
            raise wrong("a label without a date can't be put in order", "Add `date`, or delete `label`", ("label",))
        return self

    @property
    def note(self) -> str:
        """What study notes say: the text, or what it is asked for or called where it has none."""
        if self.text or not self.questions:
            return self.text or self.label or ""
        return f"{self.questions[0].prompt} {self.questions[0].answer}"

    @property
    def is_event(self) -> bool:
        """Whether it can be drawn into a date ordering."""
        return self.date is not None and self.label is not None


class Term(Strict):
    """A word of the glossary; it is asked for too."""

    id: Identifier
    """A name of its own in the pack. Never change it: progress hangs on it."""
    term: Annotated[Line, AtMost(60)]
    """The word, at most 60 letters."""
    definition: Text
    """What it means, without the word itself."""
    paragraph: Annotated[int, Field(ge=1)] | None = None
    """The number of the paragraph in the section of the source."""


class BankHead(Strict):
    """What stands in a bank before its facts."""

    topic: Identifier
    """The name of this file without `.yaml`."""
    title: Annotated[Line, AtMost(40)]
    """Short, for a menu: at most 40 letters."""
    section: Line = ""
    """The heading in the source, as listed in pack.yaml."""
    order: Annotated[int, Field(ge=0)] = 0
    """The place of the topic in menus; the smallest number comes first."""
    note: Text | None = None
    """What a player should know about this topic, such as that its section is very short."""
    borrows: tuple[Identifier, ...] = ()
    """Facts of other topics that the source repeats in this section: they stand once, and both topics draw them."""

    @field_validator("borrows", mode="before")
    @classmethod
    def _borrows_nothing(cls, value: Any) -> Any:
        return () if value is None else value


class Bank(BankHead):
    """One section of the source: one topic that scores are kept for."""

    facts: tuple[Fact, ...] = ()
    """What the section says, one statement each, with the questions about it."""
    terms: tuple[Term, ...] = ()
    """The glossary of the section."""

    @field_validator("facts", "terms", mode="before")
    @classmethod
    def _nothing_is_empty(cls, value: Any) -> Any:
        return () if value is None else value

    @model_validator(mode="after")
    def _has_something(self) -> Self:
        if not self.facts and not self.borrows and not self.terms:
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


class Source(Strict):
    """The text that a pack was made from."""

    title: Line
    """What the text is called."""
    publisher: Line | None = None
    """Who published it."""
    address: Line | None = None
    """Where it can be read."""
    licence: Line | None = None
    """Under which terms it may be used; `Our own words` if nothing was copied."""
    read: Date | None = None
    """The day it was read."""

    @field_validator("read", mode="before")
    @classmethod
    def _must_be_written(cls, value: Any) -> Any:
        if value is None:
            raise wrong("a date must be a text", "Write 1988, 1988-02, 1988-02-20 or 1988/1994")
        return value


class Section(Strict):
    """One heading of the source, for checking where facts say they come from."""

    heading: Line
    """As banks repeat it after `section`."""
    paragraphs: Annotated[int, Field(ge=1)]
    """How many there are below it."""
    group: Line | None = None
    """The heading above it, if it has one; topics of a group are shown together."""


class PackFile(Strict):
    """`pack.yaml`: what stands beside the banks."""

    id: Identifier | None = None
    """A name that stays when the folder gets another one, so that progress does; without it the folder's name."""
    title: Annotated[Line, AtMost(40)]
    """What the pack is called, at most 40 letters."""
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = UNKNOWN_LANGUAGE
    """BCP 47, such as `en` or `pt-BR`: the rules for words are those of this language."""
    source: Source | None = None
    """The text that it was made from."""
    content_note: Text | None = None
    """Shown before a pack on a hard subject is played for the first time."""
    sections: tuple[Section, ...] = ()
    """The headings of the source, in its order."""
    sensitive_words: tuple[Line, ...] = ()
    """A fact with one of these words must carry a tag."""
