"""The clock and the chance of a sitting: the rules are told both."""

import random
import uuid
from datetime import datetime
from time import monotonic

CHANCE = random.SystemRandom()


def now() -> datetime:
    """This moment, with the local offset."""
    return datetime.now().astimezone()


def new_id() -> str:
    """An id that nobody else has."""
    return uuid.uuid4().hex


class Stopwatch:
    """Runs from when it is made or started again."""

    def __init__(self) -> None:
        self._since = monotonic()

    def start(self) -> None:
        """From now on."""
        self._since = monotonic()

    @property
    def milliseconds(self) -> int:
        """How long it has run."""
        return round(1000 * (monotonic() - self._since))
