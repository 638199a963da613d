"""The JSON Schema of a bank, for editors that complete and check a file while it is typed.

`python -m quizgame.banks.files.json_schema question_banks/bank.schema.json` writes it; a test keeps the committed
one current.
"""

import json
import sys
from pathlib import Path
from typing import Any

from quizgame.banks.models import Bank, Distractor


def bank_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of one bank file, with the short form of a distractor."""
    schema = Bank.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    short: dict[str, Any] = {"type": "string", "description": "Short for a mapping with `text` alone."}
    items = schema["$defs"]["Question"]["properties"]["distractors"]["items"]
    schema["$defs"]["Question"]["properties"]["distractors"]["items"] = {"anyOf": [short, items]}
    schema["$defs"]["Distractor"]["title"] = Distractor.__name__
    return schema


def as_file() -> str:
    """The schema as the text of its file."""
    return json.dumps(bank_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(as_file(), encoding="utf-8")
