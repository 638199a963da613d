"""Ids for what comes from elsewhere: the ones it has there, or made of its words, and the same at every import."""

import hashlib
import re
import unicodedata

from quizgame.banks.text import folded

LONGEST = 64
_MOST_WORDS, _LONGEST_WORDS = 5, 40
_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_POSITION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/\d+")
TAKEN = frozenset(["pack", "con", "nul", "aux", "prn"])
"""What no file of a topic may be called: the file of the pack, and names that Windows keeps to itself."""


def slug(text: str) -> str:
    """The words of a text in small Latin letters, digits and hyphens; empty if there are none in it."""
    latin = unicodedata.normalize("NFKD", text[:400]).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", latin.replace("'", ""))
    found = ""
    for word in words[:_MOST_WORDS]:
        if len(found) + len(word) + 1 > _LONGEST_WORDS:
            break
        found = f"{found}-{word}" if found else word
    return found or (words[0][:_LONGEST_WORDS] if words else "")


def mark(*texts: str) -> str:
    """Six hexadecimal digits that tell texts apart."""
    return hashlib.blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()


def made(kind: str, text: str) -> str:
    """An id of the words of a text, and of all of it: case and white space aside, the same text has the same id."""
    words = slug(text)
    return f"{words}-{mark(kind, folded(text))}" if words else f"{kind}-{mark(kind, folded(text))}"


def own(written: str, kind: str) -> str:
    """The id that an entry has in its file, as far as ours may look like that. Empty stays empty."""
    name = written.strip()
    if not name:
        return ""
    if len(name) <= LONGEST and (_IDENTIFIER.fullmatch(name) or _POSITION.fullmatch(name)):
        return name
    return f"{slug(name) or kind}-{mark(name)}"


def of_fact(question: str) -> str:
    """The id of the fact that is made for a question."""
    name = question.replace("/", "-")
    return f"{name if len(name) <= LONGEST - 5 else f'{name[: LONGEST - 12]}-{mark(name)}'}-fact".replace("--", "-")


def is_identifier(name: str) -> bool:
    """Whether this may be an id or the name of a pack: small letters, digits and single hyphens."""
    return len(name) <= LONGEST and _IDENTIFIER.fullmatch(name) is not None


def is_position(name: str) -> bool:
    """Whether this names a question without an id by its place in its fact, such as `bridge-built/2`."""
    return _POSITION.fullmatch(name) is not None


def topic_id(title: str) -> str:
    """The name of the file of a topic."""
    name = slug(title) or f"topic-{mark(title)}"
    return f"{name}-topic" if name in TAKEN else name
