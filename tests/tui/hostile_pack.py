"""A pack in which every text tries to be something else than a text."""

import json
from pathlib import Path

from tests.packs import write_pack

PAYLOADS = (
    "[/]",
    "[/red]",
    "[@click=app.quit]x[/]",
    "list[int]",
    "[b]",
    "C:\\[x]",
    "[link=https://x]y",
    ":smile:",
    "[$primary]z",
    "\\[",
    "]]>",
    "{0}",
    "%s",
    "[[",
)
ALL = " ".join(PAYLOADS)
SHORT = "[/][b] list[int]"
"""For titles, which have to fit into columns."""
LONG = "W" * 150
"""A word that no column has room for."""


def text(name: str) -> str:
    """A text that can be told from the others."""
    return f"{name} {ALL}"


def fact(number: int) -> dict[str, object]:
    """A fact with a question."""
    question = {
        "id": f"q-{number}",
        "prompt": f"{text('prompt')} {number} {LONG}?",
        "answer": text("answer"),
        "distractors": [{"text": text("one"), "why": text("why one")}, {"text": f"two {LONG}", "why": text("why two")}],
        "explanation": text("explained"),
    }
    return {"id": f"f-{number}", "text": text(f"fact {number}"), "paragraph": number, "questions": [question]}


def event(number: int) -> dict[str, object]:
    """A fact with a card."""
    label = f"{SHORT} card{chr(97 + number)} C:\\[x] :smile: [@click=app.quit]x[/]"
    return {"id": f"e-{number}", "text": text("event"), "paragraph": number, "date": f"19{number:02}", "label": label}


def hostile_pack(folder: Path) -> Path:
    """Write it, together with a bank that can't be read."""
    about = {
        "title": SHORT,
        "language": "en",
        "source": {"title": text("source"), "publisher": text("publisher"), "licence": text("licence"), "read": "2024"},
        "content_note": text("note"),
        "sections": [{"heading": text("section"), "paragraphs": 40}],
    }
    words = {"id": "t-1", "term": "[b]term[/]", "definition": text("definition"), "paragraph": 1}
    common = {"section": text("section"), "note": text("remark")}
    facts = {"topic": "facts", "title": SHORT, "order": 1, "facts": [fact(1), fact(2)], "terms": [words], **common}
    cards = {"topic": "cards", "title": SHORT, "order": 2, "facts": [event(n) for n in range(1, 7)], **common}
    broken = {"topic": "broken", "title": SHORT, "order": 3, "facts": [], "[/] [b]": text("unknown"), **common}
    banks = {"facts": facts, "cards": cards, "broken": broken, "[b] [@click=app.quit]": broken}
    texts = {name: json.dumps(bank, ensure_ascii=False) for name, bank in banks.items()}
    return write_pack(folder, name="hostile", banks=texts, about=json.dumps(about, ensure_ascii=False))
