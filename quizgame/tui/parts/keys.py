"""What stands on keys, for every place that names one."""

from quizgame.wording import key_names

_NAMES = {
    "backspace": key_names.BACKSPACE,
    "ctrl": key_names.CTRL,
    "delete": key_names.DEL,
    "down": "↓",
    "end": key_names.END,
    "enter": key_names.ENTER,
    "escape": key_names.ESC,
    "home": key_names.HOME,
    "left": "←",
    "pagedown": key_names.PAGE_DOWN,
    "pageup": key_names.PAGE_UP,
    "right": "→",
    "shift": key_names.SHIFT,
    "space": key_names.SPACE,
    "tab": key_names.TAB,
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
