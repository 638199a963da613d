"""What stands on keys, for every place that names one."""

_NAMES = {
    "backspace": "Backspace",
    "ctrl": "Ctrl",
    "delete": "Del",
    "down": "↓",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "home": "Home",
    "left": "←",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "right": "→",
    "shift": "Shift",
    "space": "Space",
    "tab": "Tab",
    "up": "↑",
    "comma": ",",
    "equals_sign": "=",
    "exclamation_mark": "!",
    "full_stop": ".",
    "minus": "-",
    "plus": "+",
    "question_mark": "?",
    "slash": "/",
}


def name_of(key: str) -> str:
    """The name of a key of Textual's, such as "PgUp" for "pageup" and "Ctrl+P" for "ctrl+p"."""
    *held, last = key.split("+")
    return "+".join([*map(_name, held), last.upper() if held and len(last) == 1 else _name(last)])


def _name(key: str) -> str:
    is_function_key = key[:1] == "f" and key[1:].isdigit()
    return key.upper() if is_function_key else _NAMES.get(key, key)
