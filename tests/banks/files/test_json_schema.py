"""The JSON Schema that lets an editor complete and check a bank while it is typed."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quizgame.banks.files import yaml
from quizgame.banks.files.json_schema import as_file, bank_schema
from quizgame.banks.models import Bank, Distractor, Fact, Question, Term
from quizgame.banks.short_models import ShortEvent, ShortFact, ShortPack, ShortQuestion, ShortTerm

BANKS = Path(__file__).parents[3] / "question_banks"
COMMITTED = BANKS / "bank.schema.json"

SHIPPED = [pytest.param(path, id=path.stem) for path in sorted(BANKS.glob("*/*.yaml")) if path.name != "pack.yaml"]

SHORT = [ShortEvent, ShortFact, ShortPack, ShortQuestion, ShortTerm]
SCHEMA = bank_schema()
SHAPES: dict[str, Any] = SCHEMA["$defs"]


def test_the_committed_schema_is_the_one_of_the_models() -> None:
    command = "python -m quizgame.banks.files.json_schema question_banks/bank.schema.json"
    assert COMMITTED.read_text(encoding="utf-8") == as_file(), f"run `{command}`"


def test_the_module_writes_the_schema_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "bank.schema.json"
    subprocess.run(
        [sys.executable, "-m", "quizgame.banks.files.json_schema", str(target)],
        check=True,
        cwd=BANKS.parent,
        timeout=60,
    )
    assert target.read_text(encoding="utf-8") == as_file()
    assert json.loads(as_file()) == SCHEMA


@pytest.mark.parametrize(
    ("name", "required"),
    [
        ("Bank", {"topic", "title"}),
        ("Fact", {"id"}),
        ("Question", {"prompt", "answer", "distractors"}),
        ("Distractor", {"text"}),
        ("Term", {"id", "term", "definition"}),
        ("ShortPack", set()),
        ("ShortQuestion", {"prompt", "answer", "distractors"}),
        ("ShortEvent", {"date", "label"}),
        ("ShortTerm", {"term", "definition"}),
    ],
)
def test_each_shape_names_the_keys_it_needs_and_allows_no_others(name: str, required: set[str]) -> None:
    assert set(SHAPES[name].get("required", ())) == required
    assert SHAPES[name]["additionalProperties"] is False


@pytest.mark.parametrize("model", [Bank, Fact, Question, Distractor, Term, *SHORT])
def test_each_key_of_a_model_is_known_to_the_schema(model: type[Any]) -> None:
    assert set(SHAPES[model.__name__]["properties"]) == set(model.model_fields)


def test_a_date_may_be_a_number_for_an_editor_reads_a_year_as_one() -> None:
    date, nothing = SHAPES["Fact"]["properties"]["date"]["anyOf"]
    assert set(date["type"]) == {"string", "integer"}
    assert nothing == {"type": "null"}


def test_a_distractor_may_be_written_short_and_there_are_one_to_five() -> None:
    distractors = SHAPES["Question"]["properties"]["distractors"]
    assert (distractors["minItems"], distractors["maxItems"]) == (1, 5)
    short, long = distractors["items"]["anyOf"]
    assert short["type"] == "string"
    assert long == {"$ref": "#/$defs/Distractor"}


def test_limits_and_tags_are_those_of_the_models() -> None:
    fact = SHAPES["Fact"]["properties"]
    assert (fact["importance"]["minimum"], fact["importance"]["maximum"]) == (1, 3)
    assert fact["paragraph"]["anyOf"][0]["minimum"] == 1
    assert set(fact["tags"]["items"]["enum"]) == {"war", "death", "displacement", "accusation", "living-person"}
    assert SHAPES["Term"]["properties"]["definition"]["minLength"] == 1
    assert fact["label"]["anyOf"][0]["description"] == "A text of at most 80 letters."


def test_every_key_is_explained_to_the_author_who_points_at_it() -> None:
    for shape in SHAPES.values():
        for name, field in shape["properties"].items():
            assert len(field.get("description", "")) > 10, name


def test_it_says_which_json_schema_it_is_written_in() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def unknown_or_missing(value: object, shape: dict[str, Any], at: str) -> list[str]:
    """Where a document has keys that its schema doesn't know, or lacks keys that it needs."""
    if "if" in shape:
        is_a_bank = isinstance(value, dict) and set(shape["if"]["required"]) <= value.keys()
        return unknown_or_missing(value, shape["then" if is_a_bank else "else"], at)
    if "anyOf" in shape:
        choices = [unknown_or_missing(value, choice, at) for choice in shape["anyOf"]]
        return min(choices, key=len)
    if "$ref" in shape:
        return unknown_or_missing(value, SHAPES[shape["$ref"].rpartition("/")[2]], at)
    if isinstance(value, dict) and shape.get("type") == "object":
        known = shape.get("properties", {})
        if others := shape.get("additionalProperties"):
            known = {**dict.fromkeys(value, others), **known}
        found = [
            f"{at}/{key}" for key in (value.keys() - known.keys()) | (set(shape.get("required", ())) - value.keys())
        ]
        return found + [
            line for key in value.keys() & known for line in unknown_or_missing(value[key], known[key], f"{at}/{key}")
        ]
    if isinstance(value, list) and shape.get("type") == "array":
        return [line for item in value for line in unknown_or_missing(item, shape["items"], at)]
    return [at] if isinstance(value, dict | list) or shape.get("type") in ("object", "array") else []


@pytest.mark.parametrize("path", SHIPPED)
def test_the_schema_has_a_place_for_everything_in_the_shipped_banks(path: Path) -> None:
    document = yaml.parse(yaml.read_text(path.read_bytes(), str(path)), str(path)).plain()
    assert not unknown_or_missing(document, SCHEMA, path.stem)
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../bank.schema.json"


def test_the_walk_through_the_schema_sees_what_is_wrong() -> None:
    bad = {
        "topic": "a",
        "title": "b",
        "order": "1",
        "facts": [{"txt": "d", "paragraph": "1", "questions": {}}],
    }
    assert sorted(unknown_or_missing(bad, SCHEMA, "")) == ["/facts/id", "/facts/questions", "/facts/txt"]
