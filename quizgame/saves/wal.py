"""The `-wal` beside a save, looked at without SQLite: whether its end is damaged.

SQLite reads a `-wal` up to the first frame whose checksum is wrong, and passes over the rest without a word. The layout
is described in section 4 of https://www.sqlite.org/fileformat2.html.
"""

import struct

_HEADER, _FRAME = 32, 24
_MAGIC = 0x377F0682
"""And one more if the words of the checksums are big-endian."""


def has_a_torn_end(wal: bytes) -> bool:
    """Whether frames follow that belong to what comes before and can't be read.

    A program that was killed leaves no such frame, only a power cut or damage does.
    """
    if len(wal) < _HEADER:
        return bool(wal)
    magic, _, page, _, salt_1, salt_2, sum_1, sum_2 = struct.unpack(">8I", wal[:_HEADER])
    if magic & ~1 != _MAGIC or _checksum(wal[:24], magic, (0, 0)) != (sum_1, sum_2):
        return True
    state, at = (sum_1, sum_2), _HEADER
    while at < len(wal):
        frame = wal[at : at + _FRAME + page]
        if len(frame) < _FRAME:
            return True
        if struct.unpack(">2I", frame[8:16]) != (salt_1, salt_2):
            # what was written in an earlier turn of the same file, unless others follow that belong here
            return _goes_on(wal[at + _FRAME + page :], page, (salt_1, salt_2))
        state = _checksum(frame[:8] + frame[_FRAME:], magic, state)
        if len(frame) < _FRAME + page or state != struct.unpack(">2I", frame[16:24]):
            return True
        at += _FRAME + page
    return False


def _goes_on(rest: bytes, page: int, salts: tuple[int, int]) -> bool:
    starts = range(0, len(rest) - _FRAME + 1, _FRAME + page)
    return any(struct.unpack(">2I", rest[at + 8 : at + 16]) == salts for at in starts)


def _checksum(data: bytes, magic: int, state: tuple[int, int]) -> tuple[int, int]:
    one, two = state
    data = data[: len(data) // 8 * 8]
    words = struct.unpack(f"{'>' if magic & 1 else '<'}{len(data) // 4}I", data)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
