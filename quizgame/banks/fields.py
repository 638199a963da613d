"""The kinds of fields that banks have: texts, ids, dates. What is wrong with one is a sentence with its mend."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from quizgame.banks.dates import DateError, Interval
from quizgame.banks.letters import letter_count, shows_nothing
from quizgame.banks.text import fault_in, one_line, tidy
from quizgame.banks.written_dates import read as read_date

MAX_TEXT = 600


def _lines(value: str) -> str:
    return _sound(value, tidy(value))


def _line(value: str) -> str:
    return _sound(value, one_line(value))


def _sound(written: str, tidied: str) -> str:
    if fault := fault_in(written):
        raise PydanticCustomError("text", "{what}", {"what": f"this text {fault}", "mend": "Mend the text"})
    if tidied and shows_nothing(tidied):
        raise PydanticCustomError("text", "{what}", {"what": "this text shows nothing", "mend": "Write a text"})
    return tidied


@dataclass(frozen=True, slots=True)
class AtMost:
    """A limit in letters as a reader counts them. JSON Schema can only count code points, so it stands in words."""

    letters: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """The check, after all others of the text."""
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> Any:
        """The limit in words, unless the field has words of its own."""
        return {**handler(schema), "description": f"A text of at most {self.letters} letters."}

    def _checked(self, value: str) -> str:
        if letter_count(value) > self.letters:
            raise PydanticCustomError("string_too_long", "too long", {"max_length": self.letters})
        return value


def _interval(value: Any) -> Interval:
    if isinstance(value, Interval):
        return value
    if value is None or isinstance(value, list | dict):
        raise wrong("a date must be a text", "Write 1988, 1988-02, 1988-02-20 or 1988/1994")
    try:
        return read_date(str(value))
    except DateError as error:
        raise PydanticCustomError("date", "{what}", {"what": error.what, "mend": error.mend}) from None


def wrong(what: str, mend: str, at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """An error of a model that says what is wrong, how to mend it, and where below the model it is."""
    return PydanticCustomError("bank", "{what}", {"what": what, "mend": mend, "at": at})


_DATES_READ = "EDTF: 1988 · 1988-02 · 1988-02-20 · 1988/1994 · -0043; or in words: 44 BC · about 1200 · spring 1990"
Text = Annotated[str, AfterValidator(_lines), Field(min_length=1), AtMost(MAX_TEXT)]
"""Of one or several lines, as the author broke them."""
Line = Annotated[str, AfterValidator(_line), Field(min_length=1), AtMost(MAX_TEXT)]
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Date = Annotated[
    Interval,
    PlainValidator(_interval),
    PlainSerializer(lambda interval: interval.edtf, return_type=str),
    # an editor reads 1988 as a number, so the schema must allow one
    WithJsonSchema({"type": ["string", "integer"], "description": _DATES_READ}),
]
Tag = Literal["war", "death", "displacement", "accusation", "living-person"]
