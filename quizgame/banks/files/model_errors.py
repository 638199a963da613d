"""The errors of the models as sentences, at the lines they are about."""

from pydantic import ValidationError

from quizgame.banks.files import yaml
from quizgame.banks.files.problems import MAX_PROBLEMS, Problem
from quizgame.banks.text import clean


def problems_of(error: ValidationError, document: yaml.Document) -> list[Problem]:
    """Pydantic's errors as sentences at their lines; never its own words, which repeat the input."""
    if error.error_count() > MAX_PROBLEMS:
        what = f"The file has {error.error_count():,} problems"
        return [Problem(document.path, 0, 0, what, "Compare it with the other banks")]
    errors = error.errors(include_url=False, include_input=False)
    with_bad_entries = {one["loc"][:length] for one in errors for length in range(len(one["loc"]))}
    found = []
    for one in errors:
        if one["type"] == "too_short" and one["loc"] in with_bad_entries:
            continue  # only the good entries were counted
        context = one.get("ctx", {})
        steps = (*one["loc"], *context.get("at", ()))
        node = document.node_at(steps)
        at_key = one["type"] == "extra_forbidden"
        line, column = (node.key_line, node.key_column) if at_key and node.key_line else (node.line, node.column)
        what, mend = _sentence(one["type"], _named(steps), context)
        found.append(Problem(document.path, line, column, what, mend))
    return sorted(set(found), key=lambda problem: problem.order)


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
