"""The JSON Schema of banks and of packs in one file, for editors that complete and check a file while it is typed.

`python -m quizgame.banks.files.json_schema question_banks/bank.schema.json` writes it; a test keeps the committed
one current.
"""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from quizgame.banks.models import Bank, Distractor
from quizgame.banks.short_models import ShortPack


def bank_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of one file: a bank of a longer pack, which has a topic, or a pack in the short form."""
    schema = TypeAdapter(Bank | ShortPack).json_schema()
    shapes = schema["$defs"]
    for name in ("Question", "ShortQuestion"):
        distractors = shapes[name]["properties"]["distractors"]
        short = {"type": "string", "description": "Short for a mapping with `text` alone."}
        distractors["items"] = {"anyOf": [short, distractors["items"]]}
    shapes["Distractor"]["title"] = Distractor.__name__
    shapes["ShortPack"]["properties"]["terms"] |= _words(shapes["ShortTerm"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of quizgame",
        "$defs": shapes,
        "if": {"required": ["topic"]},
        "then": {"$ref": "#/$defs/Bank"},
        "else": {"$ref": "#/$defs/ShortPack"},
    }


def _words(term: dict[str, Any]) -> dict[str, Any]:
    """`word: meaning`, together or as entries of a list; where a word is the key it need not stand below it again."""
    meaning = {"type": "string", "minLength": 1, "description": "What the word means."}
    below = {**term, "required": [key for key in term["required"] if key != "term"]}
    together = {"type": "object", "additionalProperties": {"anyOf": [meaning, below]}}
    alone = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": meaning}
    entries = {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/ShortTerm"}, alone]}}
    return {"anyOf": [together, entries, {"type": "null"}]}


def as_file() -> str:
    """The schema as the text of its file."""
    return json.dumps(bank_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(as_file(), encoding="utf-8")
