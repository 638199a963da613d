"""Why files of other programs don't come in or go out, as `wording.exchange` says it."""

from enum import Enum, auto

from quizgame.exchange.neutral import UnreadableError


class Cant(Enum):
    """Why nothing comes in or goes out."""

    UNREADABLE = auto()
    NO_SUCH_FORMAT = auto()
    NO_SUCH_TOPIC = auto()
    NO_SUCH_PACK = auto()
    CANT_BE_READ = auto()
    IS_A_FOLDER = auto()
    IS_NO_FILE = auto()
    CANT_BE_WRITTEN = auto()
    NO_NAME = auto()
    NAME_IS_TAKEN = auto()
    NOT_A_PACK = auto()
    IS_ONE_FILE = auto()
    COMES_WITH_THE_GAME = auto()
    MEND_FIRST = auto()
    FILE_EXISTS = auto()
    HOLDS_NO_MEMORY = auto()


class CantExchangeError(Exception):
    """Nothing was changed: why, the file or name it is about, and what the sentence needs besides."""

    def __init__(self, cant: Cant, name: str, detail: str = "", unreadable: UnreadableError | None = None) -> None:
        super().__init__(f"{cant.name} {name} {detail}")
        self.cant, self.name, self.detail, self.unreadable = cant, name, detail, unreadable
