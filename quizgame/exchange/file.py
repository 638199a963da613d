"""A file from outside: its bytes, the text in it, and what an archive holds. Nothing of it is trusted."""

import io
import zipfile
import zlib
from dataclasses import dataclass

from quizgame.exchange.neutral import UnreadableError
from quizgame.exchange.reasons import Why

MAX_BYTES = 100_000_000
"""Of a file; a deck with pictures and sounds may be as large."""
MAX_TEXT = 30_000_000
MAX_PART = 200_000_000
"""Of one file in an archive, unpacked."""
MAX_UNPACKED = 300_000_000
MAX_PARTS = 50_000
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"


@dataclass(frozen=True, slots=True)
class File:
    """What a file is called and what is in it."""

    name: str
    data: bytes

    @property
    def is_archive(self) -> bool:
        """Whether it begins as a zip file does."""
        return self.data[:4] in (_ZIP, _EMPTY_ZIP)

    @property
    def stem(self) -> str:
        """Its name without its ending."""
        return self.name.rsplit(".", 1)[0] or self.name

    def text(self) -> str:
        """Its text, with `\\n` at the ends of lines. Raises `UnreadableError`."""
        return decoded(self.data)


def decoded(data: bytes) -> str:
    """UTF-8, UTF-16 or UTF-32 with a mark, UTF-8 without, UTF-16 by its zeros, else what Windows wrote in the West."""
    if len(data) > MAX_TEXT:
        raise UnreadableError(Why.TOO_LARGE, str(MAX_TEXT // 1_000_000))
    if not data.strip():
        raise UnreadableError(Why.EMPTY_FILE)
    text = _decoded(data)
    if "\0" in text or sum(text[:4_000].count(chr(code)) for code in range(1, 9)) > 3:
        raise UnreadableError(Why.NOT_TEXT)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for sign, encoding in _MARKS:
        if data.startswith(sign):
            return data[len(sign) :].decode(encoding, "replace")
    try:
        text = data.decode("utf-8")
        if "\0" not in text:
            return text
    except UnicodeDecodeError:
        pass
    head = data[:2_000]
    if len(data) % 2 == 0 and head.count(b"\0") > len(head) // 4:
        return data.decode("utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be", "replace")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


class Archive:
    """A zip file, read part by part and never onto the disk."""

    def __init__(self, data: bytes) -> None:
        """Raises `UnreadableError` for what is none, or would unpack to more than anybody's deck."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
            raise UnreadableError(Why.BROKEN_ARCHIVE) from None
        self._parts = {info.filename: info for info in self._zip.infolist() if not info.is_dir()}
        total = sum(info.file_size for info in self._parts.values())
        if len(self._parts) > MAX_PARTS or total > MAX_UNPACKED:
            raise UnreadableError(Why.UNPACKS_TOO_LARGE, str(MAX_UNPACKED // 1_000_000))

    @property
    def names(self) -> tuple[str, ...]:
        """What the parts are called."""
        return tuple(self._parts)

    def read(self, name: str, most: int = MAX_PART) -> bytes:
        """One part, which no more than its stated size is read of. Raises `UnreadableError`; KeyError."""
        info = self._parts[name]
        if info.file_size > most:
            raise UnreadableError(Why.UNPACKS_TOO_LARGE, str(most // 1_000_000))
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
            raise UnreadableError(Why.BROKEN_ARCHIVE) from None
