"""A file of another program comes in while the game runs: named as terminals name files, looked at, kept, played."""

import os
import shlex
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import unquote, urlsplit

from quizgame.banks.dates import Interval
from quizgame.banks.pack import Pack
from quizgame.places import PlaceError, expanded
from quizgame.session.cant import Cant, CantExchangeError
from quizgame.session.clock import now
from quizgame.session.exchanging import CameIn, keep, look
from quizgame.session.library import read_banks
from quizgame.session.session import Session

First = tuple[str, str | Interval]
"""A question and its answer, an event and its date, a word and its meaning."""
_MOST_NAMES = 100


def paths_in(typed: str) -> list[Path]:
    """The files that a line names: as it stands, or quoted, escaped or as an address, as terminals paste what is
    dropped into them; several of them with spaces between. Raises `PlaceError`.
    """
    text = typed.strip()
    plain = expanded(text, "import")
    if "://" not in text and (_is_there(plain) or not set(text) & set("\"'\\")):
        return [plain]
    try:
        parts = shlex.split(text, posix=os.name != "nt")
    except ValueError:  # a quote that is not closed
        return [plain]
    return [expanded(_without_address(part), "import") for part in parts]


def _without_address(part: str) -> str:
    if not part.startswith("file://"):
        return part.strip("\"'")
    path = unquote(urlsplit(part).path)
    return path.lstrip("/") if os.name == "nt" else path


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


_ANOTHER_NAME_HELPS = (Cant.NAME_IS_TAKEN, Cant.NOT_A_PACK, Cant.IS_ONE_FILE, Cant.COMES_WITH_THE_GAME)


def look_at(typed: str, session: Session) -> CameIn:
    """What the files would make of a pack among one's own; nothing is written. Raises `CantExchangeError`.

    A pack that was made of such files before is brought up to date; where another one has the name, the new one gets
    a number.
    """
    try:
        paths = paths_in(typed)
    except PlaceError:
        raise CantExchangeError(Cant.IS_NO_FILE, typed.strip()) from None
    banks, into = session.library.folders[0], None
    for number in range(2, _MOST_NAMES):
        try:
            return look(paths, form=None, into=into, banks=banks, day=now().date(), tell=lambda *_: None)
        except CantExchangeError as error:
            name = error.name
            if error.cant not in _ANOTHER_NAME_HELPS:
                raise
            is_ours = error.cant is Cant.NAME_IS_TAKEN and into is None and (banks / name).is_dir()
            stem = name if into is None else into.removesuffix(f"-{number - 1}")
            into = name if is_ours else f"{stem}-{number}"
    raise CantExchangeError(Cant.NAME_IS_TAKEN, name)


def firsts(seen: CameIn, count: int) -> list[First]:
    """The first questions, events and words of what came in."""
    return list(islice(_all(seen), count))


def _all(seen: CameIn) -> Iterator[First]:
    for bank in seen.brought.banks:
        for fact in bank.facts:
            yield from ((question.prompt, question.answer) for question in fact.questions)
            if fact.is_event and fact.date is not None:
                yield fact.label or "", fact.date
        yield from ((term.term, term.definition) for term in bank.terms)


def keep_and_play(session: Session, seen: CameIn) -> Pack | None:
    """Write the pack and read all packs again; the one to be played from now on. Raises `CantExchangeError`.

    None where it can't be read: then its problems are among those of the session.
    """
    keep(seen)
    session.library = read_banks(session.library.folders, session.read_before)
    if session.read_before is not None:
        session.read_before.write()
    if seen.folder is None:
        return None
    folder = seen.folder.resolve()
    found = [files.pack for files in session.library.packs if files.folder.resolve() == folder]
    for pack in found:
        session.change_pack(pack)
    return found[0] if found else None
