"""JSON: our own, which carries everything, and that of the Open Trivia Database."""

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from html import unescape
from typing import Any, TypeVar

from quizgame.exchange.flat import digest
from quizgame.exchange.neutral import (
    About,
    Collector,
    Entry,
    Exported,
    Imported,
    Place,
    Question,
    Statement,
    Topic,
    UnreadableError,
    Word,
    Wrong,
)
from quizgame.exchange.reasons import Why

_SIGN, _VERSION = "quizgame", 1
_KINDS: dict[str, type[Entry]] = {"fact": Statement, "question": Question, "word": Word}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_TRIVIA = {
    "title": "Open Trivia Database",
    "address": "https://opentdb.com",
    "licence": "CC BY-SA 4.0",
}
_Value = TypeVar("_Value")


def parsed(text: str) -> Any:
    """A JSON document. Raises `UnreadableError`."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(Why.BROKEN_FILE, "JSON", Place("line", error.lineno)) from None
    except (RecursionError, ValueError):
        raise UnreadableError(Why.TOO_DEEP) from None


def write(pack: Imported) -> Exported:
    """Everything in a pack."""
    entries = [
        {"kind": _NAMES[type(entry)], **_plain(entry, "place"), "check": digest(entry)} for entry in pack.entries
    ]
    topics = [_plain(topic, "place") for topic in pack.topics]
    whole = {"format": _SIGN, "version": _VERSION, "about": pack.about.values, "topics": topics, "entries": entries}
    data = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    return Exported(data.encode("utf-8"), len(entries))


def _plain(value: Any, without: str) -> dict[str, Any]:
    return {name: one for name, one in asdict(value).items() if name != without}


def read(text: str) -> Imported:
    """Read a file of ours or of the Open Trivia Database. Raises `UnreadableError`."""
    value = parsed(text)
    if isinstance(value, dict) and value.get("format") == _SIGN:
        if not isinstance(value.get("version"), int) or value["version"] > _VERSION:
            raise UnreadableError(Why.NEWER_VERSION)
        return _own(value)
    results = value.get("results") if isinstance(value, dict) else value
    if isinstance(results, list) and any(isinstance(one, dict) and "correct_answer" in one for one in results):
        return _trivia(results)
    raise UnreadableError(Why.NOT_KNOWN)


def _own(value: dict[str, Any]) -> Imported:
    found = Collector("json")
    topics = []
    for number, plain in enumerate(_list(value.get("entries")), 1):
        place = Place("entry", number)
        kind = _KINDS.get(str(plain.get("kind"))) if isinstance(plain, dict) else None
        try:
            if kind is None:
                raise TypeError
            found.add(_made(kind, plain))
        except TypeError:
            found.leave_out(place, Why.NOT_UNDERSTOOD)
    for plain in _list(value.get("topics")):
        try:
            topics.append(_made(Topic, plain))
        except TypeError:
            found.leave_out(Place(), Why.NOT_UNDERSTOOD)
    about = value.get("about")
    values = about if isinstance(about, dict) else {}
    done = found.done(str(values.get("title", "")), str(values.get("language", "")), About(values))
    return Imported(
        "json", done.entries, tuple(topics), done.left_out, done.title, done.language, done.about, complete=True
    )


_SHAPES: dict[str, type | tuple[type, ...]] = {"paragraph": int, "importance": int, "order": int}
_LISTS = ("tags", "borrows")


def _made(kind: type[_Value], plain: Any) -> _Value:
    """A value of its plain form. Raises TypeError for what is none."""
    names = {one.name for one in fields(kind) if one.name != "place"}  # type: ignore[arg-type] # all are dataclasses
    told = {name: one for name, one in plain.items() if name in names and one is not None}
    for name, one in told.items():
        if name == "wrong":
            told[name] = tuple(_made(Wrong, option) for option in _list(one))
        elif name in _LISTS:
            told[name] = tuple(str(item) for item in _list(one))
        elif not isinstance(one, _SHAPES.get(name, str)):
            raise TypeError(name)
    return kind(**told)


def _list(value: Any) -> Sequence[Any]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise TypeError("no list")
    return value


def _trivia(results: list[Any]) -> Imported:
    found = Collector("open-trivia")
    for number, one in enumerate(results, 1):
        place = Place("entry", number)
        if not isinstance(one, dict):
            found.leave_out(place, Why.NOT_UNDERSTOOD)
            continue
        prompt, answer, topic = (_told(one.get(name)) for name in ("question", "correct_answer", "category"))
        wrong = one.get("incorrect_answers")
        options = tuple(Wrong(_told(text)) for text in wrong) if isinstance(wrong, list) else ()
        if not prompt or not answer:
            found.leave_out(place, Why.NO_ANSWER if prompt else Why.NO_QUESTION, "", prompt)
        else:
            found.add(Question("", topic, prompt, answer, options, place=place))
    return found.done("Open Trivia", "en", About({"source": dict(_TRIVIA)}))


def _told(value: object) -> str:
    return unescape(value).strip() if isinstance(value, str) else ""
