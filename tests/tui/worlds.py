"""Packs for the screens: files with so many questions and so many events."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from string import ascii_lowercase

from tests.packs import write_pack

Node = Mapping[str, object]

NOTE = "This pack speaks of a storm."
LANDS = ("North", "South", "East", "West")


def about(*sections: str, title: str = "Weather", note: str | None = None) -> str:
    """The file beside the banks."""
    source = {
        "title": "A text about weather",
        "publisher": "Nobody",
        "address": "https://example.org/weather",
        "licence": "Our own words",
        "read": "2024-05-17",
    }
    listed = [{"heading": section, "paragraphs": 40} for section in sections]
    pack: dict[str, object] = {"title": title, "language": "en", "source": source, "sections": listed}
    return json.dumps(pack if note is None else pack | {"content_note": note}, ensure_ascii=False)


def bank(topic: str, facts: Iterable[Node], *, order: int = 1, **more: object) -> str:
    """A bank; its section is its topic in capitals."""
    shape = {"topic": topic, "title": topic.capitalize(), "section": topic.upper(), "order": order}
    return json.dumps(shape | {"facts": list(facts)} | more, ensure_ascii=False)


def asked(topic: str, number: int, *, options: int = 4) -> Node:
    """A fact with one question."""
    wrong = [{"text": f"{LANDS[n]} of {number}", "why": f"{LANDS[n]} has no rain."} for n in range(1, options)]
    question = {
        "id": f"{topic}-{number}-q",
        "prompt": f"Where does rain {number} of {topic} fall?",
        "answer": f"{LANDS[0]} of {number}",
        "distractors": wrong,
        "explanation": f"Rain {number} comes from the sea.",
    }
    text = f"Rain {number} of {topic} falls in the north."
    return {"id": f"{topic}-{number}", "text": text, "paragraph": number, "questions": [question]}


def dated(topic: str, number: int, *, label: str | None = None) -> Node:
    """A fact with a date and a card; the years go with the numbers."""
    name = label or f"Storm {ascii_lowercase[number % 26]} of {topic}"
    text = f"A storm came to {topic}."
    return {"id": f"{topic}-e{number}", "text": text, "paragraph": number, "date": f"19{number:02}", "label": name}


def choices(topic: str, count: int, *, options: int = 4) -> list[Node]:
    """So many facts with a question."""
    return [asked(topic, number, options=options) for number in range(1, count + 1)]


def events(topic: str, count: int) -> list[Node]:
    """So many facts with a card."""
    return [dated(topic, number) for number in range(1, count + 1)]


def world(folder: Path, banks: Mapping[str, Sequence[Node]] | None = None, *, note: str | None = None) -> Path:
    """Write a pack; by default one topic, rain, with eight questions and no cards."""
    facts = banks if banks is not None else {"rain": choices("rain", 8)}
    texts = {topic: bank(topic, facts[topic], order=order) for order, topic in enumerate(facts)}
    return write_pack(folder, name="weather", banks=texts, about=about(*(topic.upper() for topic in facts), note=note))
