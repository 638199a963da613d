"""A pack with what came in: the files to write, and what became of every entry."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pydantic import ValidationError

from quizgame.banks.clean import clean
from quizgame.banks.dates import Interval
from quizgame.banks.files.model_errors import first_sentence
from quizgame.banks.files.write import bank_text, pack_text
from quizgame.banks.letters import shows_nothing
from quizgame.banks.models import Bank, PackFile, Section, Source
from quizgame.banks.pack import Pack
from quizgame.banks.text import fault_in, one_line
from quizgame.exchange import flat
from quizgame.exchange.fit import Fitting
from quizgame.exchange.merge import Merged, merged
from quizgame.exchange.neutral import Imported, LeftOut, Place, Question, Statement, Word
from quizgame.exchange.reasons import Why

RECORD = ".imported.json"
"""Beside the banks: the digest of each entry as it last came in, to know later what was edited here."""
_LICENCE = "Not stated"
_UNKNOWN_LANGUAGE = "und"
_LONGEST_TITLE, _LONGEST_SOURCE = 40, 600


@dataclass(frozen=True)
class Brought:
    """What an import makes of a pack."""

    files: dict[str, str]
    """The files to write, by name: of a new pack all, of one that exists those that change."""
    about: PackFile
    banks: tuple[Bank, ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    edited_here: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    counts: tuple[int, int, int]
    """Of what was added: questions, events and other facts, words."""


def new_pack(imported: Imported, name: str, file: str, read: Interval) -> Brought:
    """A pack of its own. `name`: of its folder; `file`: what was read, on the day `read`."""
    values = imported.about.values
    language = imported.language or _UNKNOWN_LANGUAGE
    fitting = Fitting(language, tuple(_texts(values.get("sensitive_words"))))
    found = merged(imported, None, {}, fitting)
    banks = flat.banks_of(found.topics, found.entries.values(), fitting.models, fitting.facts)
    title = _line(imported.title) or name
    short = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
    given = values.get("source")
    source = {
        "title": _line(file) or name,
        "licence": _LICENCE,
        "read": read,
        **(given if isinstance(given, dict) else {}),
    }
    plain = {"title": short, "language": language, **values, "source": source}
    bare = PackFile(
        title=name[:_LONGEST_TITLE],
        language=_UNKNOWN_LANGUAGE,
        source=Source(title="-", licence=_LICENCE, read=read),
        sections=(Section(heading="-", paragraphs=1),),
    ).model_copy(update={"sections": ()})
    about = _about(plain, banks, found, bare)
    files = {"pack.yaml": pack_text(about), **{f"{bank.topic}.yaml": bank_text(bank) for bank in banks}}
    files[RECORD] = _record(found.base)
    return _brought(files, about, banks, found)


def updated(imported: Imported, pack: Pack, record: str) -> Brought:
    """A pack that exists, with what came in; `record` is its file of digests, empty if it has none."""
    about = pack.about
    fitting = Fitting(about.language, about.sensitive_words)
    here = flat.entries_of(pack)
    found = merged(imported, here, _read(record), fitting)
    banks = flat.banks_of(found.topics, found.entries.values(), fitting.models, fitting.facts)
    given = imported.about.values if imported.complete else {}
    told = _about({**about.model_dump(exclude_defaults=True), **given}, banks, found, about)
    if told.model_copy(update={"sections": ()}) != about.model_copy(update={"sections": ()}):
        found.changed.append("pack.yaml")
    found.changed += found.topics.changed
    before = {bank.topic: bank for bank in pack.banks}
    files = {f"{bank.topic}.yaml": bank_text(bank) for bank in banks if before.get(bank.topic) != bank}
    if told != about:
        files["pack.yaml"] = pack_text(told)
    if (told_record := _record(found.base)) != record and (files or record or found.base):
        files[RECORD] = told_record
    return _brought(files, told, banks, found)


def _about(plain: dict[str, object], banks: tuple[Bank, ...], found: Merged, instead: PackFile) -> PackFile:
    """The file of the pack; `instead` where what a foreign one says of itself can't be read."""
    try:
        given = PackFile.model_validate({**plain, "sections": plain.get("sections") or [_ANY_SECTION]})
    except ValidationError as error:
        found.left_out.append(LeftOut(Place(), Why.DOES_NOT_FIT, first_sentence(error), "pack.yaml"))
        given, plain = instead, instead.model_dump(exclude_defaults=True)
    sections = flat.sections_for(given if plain.get("sections") else None, banks) or [_ANY_SECTION]
    return PackFile.model_validate({**given.model_dump(exclude_defaults=True), "sections": sections})


_ANY_SECTION: dict[str, object] = {"heading": "-", "paragraphs": 1}


def _brought(files: dict[str, str], about: PackFile, banks: tuple[Bank, ...], found: Merged) -> Brought:
    entries = [found.entries[name] for name in found.added]
    kinds = (Question, Statement, Word)
    counts = tuple(sum(isinstance(entry, kind) for entry in entries) for kind in kinds)
    told = (tuple(names) for names in (found.added, found.changed, found.same, found.edited_here))
    added, changed, same, edited_here = told
    count = (counts[0], counts[1], counts[2])
    return Brought(files, about, banks, added, changed, same, edited_here, tuple(found.left_out), count)


def _line(text: str) -> str:
    """A text for a title, or nothing if it can't be one."""
    line = one_line(clean(text))
    return "" if fault_in(line) or shows_nothing(line) or len(line) > _LONGEST_SOURCE else line


def _texts(value: object) -> Iterable[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else ()


def _record(base: dict[str, str]) -> str:
    return json.dumps(base, indent=0, sort_keys=True) + "\n"


def _read(record: str) -> dict[str, str]:
    """The digests by id; a record that somebody spoilt is none."""
    try:
        value = json.loads(record) if record else {}
    except (ValueError, RecursionError):
        return {}
    return {str(name): str(one) for name, one in value.items()} if isinstance(value, dict) else {}


def together(parts: Iterable[Imported]) -> Imported:
    """What several files say, as one."""
    found = list(parts)
    first = found[0]
    return replace(
        first,
        complete=all(part.complete for part in found),
        entries=tuple(entry for part in found for entry in part.entries),
        topics=tuple(topic for part in found for topic in part.topics),
        left_out=tuple(one for part in found for one in part.left_out),
    )
