"""A program that is starting, or reads a pack, looks for no garbage."""

import gc
from types import TracebackType
from typing import Self


class Haste:
    """Starting and reading make many objects and no garbage: inside, Python does not look for any. That halves the time
    in which a pack of many questions is read, as it would be walked through again and again while it grows.

    A context manager; what was made until the first one that ends is never looked at again.
    """

    def __enter__(self) -> Self:
        gc.disable()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
