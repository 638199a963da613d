"""Why something does not come in or go out, as values: the sentences stand in `wording.exchange`."""

from enum import Enum, auto


class Why(Enum):
    """A reason. What the sentence needs besides is the `detail` of whoever gives it."""

    # of a whole file
    NOTHING_IN_IT = auto()
    EMPTY_FILE = auto()
    TOO_LARGE = auto()
    TOO_MANY_ROWS = auto()
    NOT_TEXT = auto()
    NOT_KNOWN = auto()
    BROKEN_ARCHIVE = auto()
    UNPACKS_TOO_LARGE = auto()
    BROKEN_FILE = auto()
    ENTITIES = auto()
    TOO_DEEP = auto()
    NEWER_VERSION = auto()
    MISSES_COLUMNS = auto()
    NEEDS_LIBRARY = auto()
    # of an entry that comes in
    NO_QUESTION = auto()
    NO_ANSWER = auto()
    SEVERAL_ANSWERS = auto()
    ANSWER_NOT_AN_OPTION = auto()
    FEW_WRONG = auto()
    MANY_WRONG = auto()
    OTHER_KIND = auto()
    ORDER_WITHOUT_DATES = auto()
    NOT_A_DATE = auto()
    TWICE = auto()
    UNLIKE_TWIN = auto()
    CLOZE = auto()
    MEDIA = auto()
    NOT_UNDERSTOOD = auto()
    DOES_NOT_FIT = auto()
    NO_FACT = auto()
    EDITED_BOTH = auto()
    DELETED_HERE = auto()
    # of an entry that goes out
    NO_EVENTS_THERE = auto()
    NO_WORDS_THERE = auto()
    TOO_LONG_THERE = auto()
    MANY_OPTIONS_THERE = auto()
    SEVERAL_LINES_THERE = auto()
    FEW_TO_ORDER = auto()
    SIGN_MEANS_SOMETHING = auto()
