"""What can be chosen, in words."""

from collections.abc import Sequence

from quizgame.wording.language import _, counted

SETTINGS = _("Settings")
KEYS_OF_A_ROUND, KEYS_ABOUT = _("Keys of a round"), _("choose a key for each")
USUAL_AGAIN = _("The usual keys again")
CHOOSE_A_KEY = _("Enter on a line, then the key that shall do it. The usual keys go on to work.")
PRESS_A_KEY = _("press the key …")
NOT_KEPT = _("This can't be written now: it holds until you leave.")
CANT_BE_WRITTEN = _("The choice can't be written now, so everything is as before.")
SPOKEN = _("A voice reads from now on; any key stops it.")
NO_VOICE = _("No voice was found on this machine: install espeak-ng or speech-dispatcher, and try again.")

NAMES = {
    "theme": _("Colors"),
    "length": _("Questions a round"),
    "dial": _("Difficulty"),
    "motion": _("Motion"),
    "clock": _("Clock"),
    "confetti": _("Confetti"),
    "bell": _("Bell"),
    "aloud": _("Reading aloud"),
}
_ABOUT = {
    "theme": _("right and wrong are signs and words in all of them"),
    "length": _("for today's questions, flashcards, weak topics, mock tests"),
    "dial": _("how much of a day's questions is new"),
    "motion": _("what moves on screens; nothing does over a slow line unless it is always"),
    "clock": _("how long this round has lasted, beside the count"),
    "confetti": _("after a round in which all was right, but never on a hard subject"),
    "bell": _("a sound of the terminal with each verdict"),
    "aloud": _("questions and verdicts, by the voice of this machine"),
}
_VALUES = {
    "dark": _("dark"),
    "light": _("light"),
    "contrast": _("high contrast"),
    "blue-orange": _("blue and orange"),
    "easy": _("easy"),
    "just right": _("just right"),
    "tough": _("tough"),
    "auto": _("where it is fast"),
    "none": _("none"),
    "always": _("always"),
    "on": _("on"),
    "off": _("off"),
}
_KEYS = {
    "enter": _("go on"),
    "x": _("I don't know"),
    "w": _("study note"),
    "g": _("I guessed"),
    "u": _("undo"),
    "y": _("why this one"),
    "q": _("leave"),
}


def about(name: str) -> str:
    """What a choice is for."""
    return _ABOUT[name]


def value_in_words(value: str) -> str:
    """A value; a number is itself."""
    return _VALUES.get(value, value)


def key_does(usual: str) -> str:
    """What the usual key does in a round."""
    return _KEYS[usual] if usual in _KEYS else counted(int(usual), "answer {n}", "answer {n}")


def key_is_taken(name: str) -> str:
    """A key that can't stand for another one."""
    return _("{key} has its own meaning everywhere; choose another key.").format(key=name)


def keys_chosen(others: int) -> str:
    """How many keys are not the usual ones."""
    return counted(others, "{n} of your own", "{n} of your own") if others else KEYS_ABOUT


def setting_line(name: str, value: str, values: Sequence[str]) -> str:
    """A choice on a line, as it is typed, for the program without screens."""
    text = _("{name} is {value}. {what}, {about}. One of: {values}.")
    return text.format(name=name, value=value, values=_(", ").join(values), what=NAMES[name], about=about(name))


def kept(name: str, value: str) -> str:
    """A choice that was made."""
    return _("{name}: {value}, from now on.").format(name=NAMES[name], value=value_in_words(value))


def no_such_setting(typed: str, there: Sequence[str]) -> str:
    """Nothing of that name can be chosen."""
    return _("There is no setting “{typed}”. There is: {there}.").format(typed=typed, there=_(", ").join(there))


def no_such_value(name: str, typed: str, there: Sequence[str]) -> str:
    """A value that a setting can't have."""
    text = _("“{typed}” is nothing that {name} can be: {there}.")
    return text.format(typed=typed, name=name, there=_(", ").join(there))
