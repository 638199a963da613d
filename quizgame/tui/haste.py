"""A program that is just starting looks for no garbage."""

import gc
from types import TracebackType
from typing import Self


class Haste:
    """Starting makes many objects and no garbage: inside, Python does not look for any.

    A context manager; what was made until it is over is never looked at again.
    """

    def __enter__(self) -> Self:
        gc.disable()
        return self

    def over(self) -> None:
        """Look for garbage from now on. May be called again, and in any thread."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.over()
