"""The errors of the models as sentences, at the lines they are about."""

from itertools import islice
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from quizgame.banks.clean import clean
from quizgame.banks.files import yaml
from quizgame.banks.files.problems import MAX_PROBLEMS, Problem

_FIRST = 20
"""As many are listed of a file with far too many, and as many entries of a list or a mapping are then looked at."""


def problems_of(error: ValidationError, document: yaml.Document, model: type[BaseModel]) -> list[Problem]:
    """Pydantic's errors as sentences at their lines; never its own words, which repeat the input."""
    if error.error_count() > MAX_PROBLEMS:
        return _first_of_many(error, document, model)
    errors = error.errors(include_url=False, include_input=False)
    with_bad_entries = {one["loc"][:length] for one in errors for length in range(len(one["loc"]))}
    counted = [one for one in errors if one["type"] != "too_short" or one["loc"] not in with_bad_entries]
    return sorted({_problem(one, document) for one in counted}, key=lambda problem: problem.order)


def first_sentence(error: ValidationError) -> str:
    """What is wrong with a model that stands in no file of ours, without a place."""
    one = error.errors(include_url=False, include_input=False)[0]
    context = one.get("ctx", {})
    return _sentence(one["type"], _named((*one["loc"], *context.get("at", ()))), context)[0]


def _problem(one: ErrorDetails, document: yaml.Document) -> Problem:
    context = one.get("ctx", {})
    steps = (*one["loc"], *context.get("at", ()))
    node = document.node_at(steps)
    at_key = one["type"] == "extra_forbidden"
    line, column = (node.key_line, node.key_column) if at_key and node.key_line else (node.line, node.column)
    what, mend = _sentence(one["type"], _named(steps), context)
    if one["type"] in ("string_type", "model_type", "model_attributes_type"):
        what, mend = _not_a_text(node, what, mend)
    elif at_key and len(steps) > 2 and steps[-3] == "distractors":
        mend = f"{mend}; if it belongs to a text, put the text in quotes"
    return Problem(document.path, line, column, what, mend, steps=steps)


def _not_a_text(node: yaml.Node, what: str, mend: str) -> tuple[str, str]:
    """What to do where YAML made something else of the words that stand there."""
    if node.value is None and node.bare:
        return what.replace(
            "a mapping (`key: value` lines)", "a text"
        ), f"If the word is meant, put {node.bare} in quotes"
    if isinstance(node.value, list | dict) and "a text" in what:
        return what, "Write a text; if it starts with a bracket, put it in quotes"
    return what, mend


def _first_of_many(error: ValidationError, document: yaml.Document, model: type[BaseModel]) -> list[Problem]:
    """The first problems of a file that has thousands, and how many there are; all of them could take a gigabyte."""
    count = Problem(
        document.path, 0, 0, f"The file has {error.error_count():,} problems", "Compare it with the other banks"
    )
    cut = _beginning_of(document.plain())
    try:
        model.model_validate(cut)
    except ValidationError as beginning:
        errors = beginning.errors(include_url=False, include_input=False)
        found = {_problem(one, document) for one in errors if not _was_cut(one, document)}
        return [count, *sorted(found, key=lambda problem: problem.order)[:_FIRST]]
    return [count]


def _beginning_of(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _beginning_of(inner) for key, inner in islice(value.items(), _FIRST)}
    if isinstance(value, list):
        return [_beginning_of(inner) for inner in value[:_FIRST]]
    return value


def _was_cut(one: ErrorDetails, document: yaml.Document) -> bool:
    """Whether a key is missing only because no more keys were looked at."""
    above = document.node_at(one["loc"][:-1]).value
    return one["type"] == "missing" and isinstance(above, dict) and len(above) > _FIRST


def _named(steps: tuple[str | int, ...]) -> str:
    """What a message calls a place: by its key, or by its number in a list."""
    keys = [repr(clean(step)[:40]) for step in steps if isinstance(step, str)]
    if steps and isinstance(steps[-1], int):
        return f"Entry {steps[-1] + 1} of {keys[-1] if keys else 'the file'}"
    return keys[-1] if keys else "The file"


def _sentence(kind: str, key: str, context: dict[str, object]) -> tuple[str, str]:
    if "what" in context:
        what = clean(str(context["what"]))
        return what[:1].upper() + what[1:], str(context.get("mend", ""))
    if kind in ("too_short", "too_long") and context.get("field_type") == "Value":  # of a text that was tidied first
        kind = f"string_{kind}"
    simple = {
        "missing": (f"The key {key} is missing", "Add it"),
        "extra_forbidden": (f"The key {key} is not known here", "Check its spelling and its indentation"),
        "string_type": (f"{key} must be a text", "Write a text, or delete the key"),
        "string_too_short": (f"{key} is empty", "Write a text, or delete the key"),
        "string_too_long": (f"{key} is longer than {context.get('max_length')} letters", "Shorten it"),
        "int_parsing": (f"{key} must be a whole number", "Write a number such as 3"),
        "int_type": (f"{key} must be a whole number", "Write a number such as 3"),
        "int_parsing_size": (f"{key} is too large a number", "Write a smaller number"),
        "greater_than_equal": (f"{key} must be at least {context.get('ge')}", "Write a larger number"),
        "less_than_equal": (f"{key} must be at most {context.get('le')}", "Write a smaller number"),
        "too_short": (f"{key} has fewer than {context.get('min_length')} entries", "Add one"),
        "too_long": (f"{key} has more than {context.get('max_length')} entries", "Take one away"),
        "literal_error": (f"{key} must be one of {context.get('expected')}", "Write one of them"),
        "string_pattern_mismatch": (
            f"{key} is not written as it must be",
            "Write a language tag, such as en or pt-BR" if key == "'language'"
            else "Use small letters, digits and single hyphens, such as first-war",
        ),
    }  # fmt: skip
    if kind in simple:
        return simple[kind]
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return f"{key} must be a mapping (`key: value` lines)", "Check the indentation"
    if kind in ("tuple_type", "list_type"):
        return f"{key} must be a list", "Start each entry with `- `"
    return f"{key} is not valid ({kind.replace('_', ' ')})", "Compare it with the other banks"
