"""Round codes: TIGER-42-K7Q-XPM stands for a seed, for what is asked, and for the pack as it is.

The word and the number are the seed. The letters behind them are, five bits each, from the left: what is asked, as one
number (two letters or more); a check of the pack (two letters); a check of the whole code (two letters).

The check of the whole is a weighted sum modulo a prime, as in an ISBN. One sign that is typed wrong, and two neighbours
that are swapped, change the sum by a product of numbers below the prime that are not 0, so each of them is noticed; of
other mistakes all but one in a thousand are.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from quizgame.banks.pack import Pack
from quizgame.game.draw.seeds import SeedError, read_seed
from quizgame.game.draw.selection import KINDS, Selection, tags_of
from quizgame.game.play.modes import DEFAULT_LENGTH, MAX_LENGTH

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs, without 0 and O, 1 and I."""
_GROUP = 3
_CHECKS = 2
"""Letters of each of the two checks."""
_LEAST_LETTERS = 2 * _GROUP
_PRIME, _WEIGHT = 1021, 10
"""The greatest prime below 32², and a number whose powers are different for 1020 places."""
_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_LETTERS = re.compile(rf"[{ALPHABET}]{{{_GROUP}}}")
_USUAL = (0b11, 0b111, 0b1, 0b10, 0b100, 0b101, 0b110)
"""The sets of `KINDS` as bits; the one that comes most often first, as 0 needs no letters."""


class CodeFault(Enum):
    """Which part of a code is wrong."""

    SEED = auto()
    """It does not begin with a word and a number."""
    LETTERS = auto()
    """What follows is no groups of three letters and digits of the alphabet."""
    TYPO = auto()
    """Each part could be, but not all of them together."""
    PACK = auto()
    """It was made for another pack, or for this one before it was changed."""
    SETTINGS = auto()
    """It asks for something that the pack does not have."""


@dataclass
class CodeError(Exception):
    """A code that can't be used; `wording.classes` says why."""

    fault: CodeFault
    part: str = ""
    """The part that is wrong, as it was typed in capitals."""


def code_of(pack: Pack, selection: Selection) -> str:
    """The code of a selection. Raises ValueError for one that can't be played with this pack."""
    settings = _letters_of(_number_of(pack, selection))
    missing = -(len(settings) + 2 * _CHECKS) % _GROUP
    letters = ALPHABET[0] * missing + settings + _pair(_pack_check(pack))
    letters += _pair(_sum(selection.seed, letters))
    return "-".join([selection.seed, *(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))])


def read_code(pack: Pack, text: str) -> Selection:
    """What a code asks, as a person typed it: in small letters too, with spaces for hyphens. Raises `CodeError`."""
    seed, letters = _parts(text)
    body, check = letters[:-_CHECKS], letters[-_CHECKS:]
    if _value(check) != _sum(seed, body):
        raise CodeError(CodeFault.TYPO, "-".join(text.upper().split())[:40])
    settings, of_pack = body[:-_CHECKS], body[-_CHECKS:]
    if _value(of_pack) != _pack_check(pack):
        raise CodeError(CodeFault.PACK, of_pack)
    return _selection(pack, seed, settings)


def pack_for(packs: Sequence[Pack], text: str) -> Pack:
    """The pack that a code was made for. Raises `CodeError`, also where it is none of these."""
    error: CodeError | None = None
    for pack in packs:
        try:
            read_code(pack, text)
        except CodeError as one:
            error = error or one
            if one.fault not in (CodeFault.PACK, CodeFault.SETTINGS):
                raise
        else:
            return pack
    raise error or CodeError(CodeFault.PACK)


def _parts(text: str) -> tuple[str, str]:
    """The seed, and the letters without hyphens."""
    parts = [part for part in re.split(r"[-\s]+", text.strip().upper()) if part]
    try:
        seed = read_seed("-".join(parts[:2]))
    except SeedError:
        raise CodeError(CodeFault.SEED, "-".join(parts[:2])[:20]) from None
    for group in parts[2:]:
        if not _LETTERS.fullmatch(group):
            raise CodeError(CodeFault.LETTERS, group[:20])
    letters = "".join(parts[2:])
    if len(letters) < _LEAST_LETTERS:
        raise CodeError(CodeFault.LETTERS, letters)
    return seed, letters


def _sum(seed: str, letters: str) -> int:
    """The check of the whole: each sign times a power of the weight, the last one's being the first power."""
    values = [_SIGNS.find(sign) + 1 for sign in seed] + [ALPHABET.index(sign) for sign in letters]
    total = 0
    for value in values:
        total = (total + value) * _WEIGHT % _PRIME
    return total


def _pack_check(pack: Pack) -> int:
    digest = hashlib.blake2b(f"{pack.id}:{pack.revision}".encode(), digest_size=2).digest()
    return int.from_bytes(digest) & 0b11111_11111


def _number_of(pack: Pack, selection: Selection) -> int:
    """What is asked, as one number: the topics count most, the length least; what is usual is 0."""
    topics = _bits(pack.topics, selection.topics)
    tags = _bits(tags_of(pack), tuple(tag for tag in selection.left_out if tag in tags_of(pack)))
    if selection.facts or not 1 <= selection.length <= MAX_LENGTH or not topics:
        raise ValueError(f"{selection} can't be played")
    whole = 0 if topics == (1 << len(pack.topics)) - 1 else topics
    number = whole * (1 << len(tags_of(pack))) + tags
    number = number * len(_USUAL) + _USUAL.index(_bits(KINDS, selection.kinds))
    return number * MAX_LENGTH + (selection.length - DEFAULT_LENGTH) % MAX_LENGTH


def _selection(pack: Pack, seed: str, settings: str) -> Selection:
    number, length = divmod(_value(settings), MAX_LENGTH)
    number, kinds = divmod(number, len(_USUAL))
    topics, tags = divmod(number, (1 << len(tags_of(pack))))
    if topics >= (1 << len(pack.topics)):
        raise CodeError(CodeFault.SETTINGS, settings)
    return Selection(
        seed,
        _chosen(pack.topics, topics) or pack.topics,
        (length + DEFAULT_LENGTH - 1) % MAX_LENGTH + 1,
        _chosen(KINDS, _USUAL[kinds]),
        _chosen(tags_of(pack), tags),
    )


def _bits(there: Sequence[str], chosen: Sequence[str]) -> int:
    return sum(1 << there.index(one) for one in dict.fromkeys(chosen))


def _chosen(there: Sequence[str], bits: int) -> tuple[str, ...]:
    return tuple(one for at, one in enumerate(there) if bits >> at & 1)


def _letters_of(number: int) -> str:
    """A number in the alphabet: two letters or more, the first one counting most."""
    letters = _pair(number % len(ALPHABET) ** _CHECKS)
    number //= len(ALPHABET) ** _CHECKS
    while number:
        number, letter = divmod(number, len(ALPHABET))
        letters = ALPHABET[letter] + letters
    return letters


def _pair(number: int) -> str:
    return ALPHABET[number // len(ALPHABET)] + ALPHABET[number % len(ALPHABET)]


def _value(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * len(ALPHABET) + ALPHABET.index(letter)
    return value
