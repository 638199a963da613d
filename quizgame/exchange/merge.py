"""What came in, put into a pack: new entries, changed ones, and those that were edited here and stay as they are.

Three states of an entry tell who changed it: as it stands here, as it comes, and as it was when it last came or went
(kept as a digest beside the pack, or in the file). What changed on one side only is taken from there; what changed on
both stays as it is here and is named.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from quizgame.banks.text import folded
from quizgame.exchange import ids
from quizgame.exchange.fit import Fitting, completed, refusal_of_topic, tidied
from quizgame.exchange.flat import digest
from quizgame.exchange.neutral import Entry, Imported, LeftOut, Question, Statement, Word, Wrong, said
from quizgame.exchange.reasons import Why
from quizgame.exchange.topics import Topics

_KINDS: Mapping[type, str] = {Question: "question", Word: "word", Statement: "event"}


@dataclass
class Merged:
    """The entries of a pack after an import, and what became of each that came."""

    entries: dict[str, Entry]
    topics: Topics
    fitting: Fitting
    base: dict[str, str]
    """The digest of each entry as it was when it last came in."""
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    edited_here: list[str] = field(default_factory=list)
    """Those that differ from what came because they were edited here, and nowhere else."""
    left_out: list[LeftOut] = field(default_factory=list)


def merged(imported: Imported, here: Imported | None, base: Mapping[str, str], fitting: Fitting) -> Merged:
    """Put what came in into what is here (None for a new pack)."""
    now = {entry.id: entry for entry in here.entries} if here else {}
    topics = Topics(here.topics if here else (), now.values())
    found = Merged(now, topics, fitting, dict(base), left_out=list(imported.left_out))
    for entry in here.entries if here else ():  # the models of what stays
        fitting.refusal(entry)
    if imported.complete:
        for topic in imported.topics:
            if refused := refusal_of_topic(topic):
                found.left_out.append(refused)
            else:
                topics.told(topic)
    claimed = {ids.own(entry.id, _KINDS[type(entry)]) for entry in imported.entries if entry.id}
    known = {_key(entry): entry.id for entry in now.values() if entry.id not in claimed}
    come: dict[str, Entry] = {}
    for entry in sorted(imported.entries, key=_needs_a_fact):
        named = _named(tidied(entry), now, known)
        if earlier := come.get(named.id):
            twin = _same_words(earlier, named)
            found.left_out.append(
                LeftOut(entry.place, Why.TWICE if twin else Why.UNLIKE_TWIN, named.id, said(entry)[:60])
            )
            continue
        come[named.id] = named
        _put(named, found, complete=imported.complete)
    for topic in topics:
        strangers = [name for name in topic.borrows or () if not isinstance(found.entries.get(name), Statement)]
        found.left_out += [LeftOut(topic.place, Why.NO_FACT, name, topic.title) for name in strangers]
        topics.lends_no_more(topic.id, strangers)
    return found


def _needs_a_fact(entry: Entry) -> bool:
    """Whether an entry hangs on another one, which may stand below it in its file and has to come in first."""
    return isinstance(entry, Question) and bool(entry.fact)


def _key(entry: Entry) -> tuple[str, str]:
    kind = type(entry).__name__
    return (kind, folded(said(entry)))


def _named(entry: Entry, now: Mapping[str, Entry], known: Mapping[tuple[str, str], str]) -> Entry:
    """With its id: its own, that of the same words here, or one that is made of its words."""
    kind = _KINDS[type(entry)]
    name = ids.own(entry.id, kind)
    if not name or (name not in now and isinstance(entry, Question)):
        name = known.get(_key(entry), "") or name or ids.made(kind, said(entry))
    if (there := now.get(name)) and type(there) is not type(entry):
        name = f"{name[: ids.LONGEST - 7]}-{ids.mark(kind, name)}"
    return replace(entry, id=name)


def _same_words(one: Entry, other: Entry) -> bool:
    if isinstance(one, Question) and isinstance(other, Question):
        return folded(one.answer) == folded(other.answer)
    if isinstance(one, Word) and isinstance(other, Word):
        return folded(one.definition) == folded(other.definition)
    return isinstance(one, Statement) and isinstance(other, Statement) and one.date == other.date


def _put(entry: Entry, found: Merged, *, complete: bool) -> None:
    here = found.entries.get(entry.id)
    if here is None:
        if entry.id in found.base:
            found.left_out.append(LeftOut(entry.place, Why.DELETED_HERE, entry.id, said(entry)[:60]))
            return
        topic = entry.topic if complete and found.topics.has(entry.topic) else found.topics.room_for(entry)
        _add(replace(entry, topic=topic), found)
        return
    coming = _filled(entry, here, complete=complete)
    if coming == here:
        found.base[entry.id] = digest(here)
        found.same.append(entry.id)
        return
    before = entry.check or found.base.get(entry.id, "")
    if before and before == digest(coming) and coming.topic == here.topic:
        found.edited_here.append(entry.id)
    elif before and before != digest(here):
        found.left_out.append(LeftOut(entry.place, Why.EDITED_BOTH, entry.id, said(entry)[:60]))
    elif refused := _refusal(coming, found):
        found.left_out.append(refused)
    else:
        found.entries[entry.id] = coming
        found.base[entry.id] = digest(coming)
        found.changed.append(entry.id)
        _follow(coming, here, found)


def _add(entry: Entry, found: Merged) -> None:
    """An entry that is new here, with the fact that a question needs."""
    if isinstance(entry, Question) and entry.fact and not isinstance(found.entries.get(entry.fact), Statement):
        found.left_out.append(LeftOut(entry.place, Why.NO_FACT, entry.fact, said(entry)[:60]))
        return
    parts = list(completed(entry))
    for part in reversed(parts):  # what was made says what was wrong with what came, so that is tried on first
        if refused := _refusal(part, found):
            found.left_out.append(replace(refused, said=said(entry)[:60]))
            return
    for part in parts:
        found.entries[part.id] = part
        found.base[part.id] = digest(part)
        found.topics.weigh(part)
    found.added.append(entry.id)


def _refusal(entry: Entry, found: Merged) -> LeftOut | None:
    fact = found.entries.get(entry.fact or "") if isinstance(entry, Question) else None
    speaker = fact.attributed_to if isinstance(fact, Statement) else ""
    before = found.fitting.models.get(entry.id)
    refused = found.fitting.refusal(entry, speaker or "")
    if refused and before is not None:
        found.fitting.models[entry.id] = before
    return refused


def _follow(coming: Entry, here: Entry, found: Merged) -> None:
    """Let a fact that was made for a question, and never edited, change with it."""
    if not isinstance(coming, Question):
        return
    fact = found.entries.get(ids.of_fact(coming.id))
    if fact is None or found.base.get(fact.id) != digest(fact):
        return
    made = next(iter(completed(replace(coming, fact=None))))
    if _refusal(made, found) is None:
        found.entries[fact.id] = replace(made, topic=here.topic)
        found.base[fact.id] = digest(found.entries[fact.id])


def _filled(entry: Entry, here: Entry, *, complete: bool) -> Entry:
    """What comes, with what stands here wherever its format says nothing."""
    topic = entry.topic if complete else here.topic
    if isinstance(entry, Question) and isinstance(here, Question):
        wrong = _filled_wrong(entry, here)
        if not complete and set(wrong or ()) == set(here.wrong or ()):  # formats may mix the options
            wrong = here.wrong
        told = here.explanation if entry.explanation is None else entry.explanation
        if not entry.explanation and here.explanation == here.answer:  # made here, and follows the answer
            told = entry.answer
        return replace(entry, topic=topic, wrong=wrong, explanation=told, fact=entry.fact or here.fact)
    if isinstance(entry, Word) and isinstance(here, Word):
        return replace(entry, topic=topic, paragraph=here.paragraph if entry.paragraph is None else entry.paragraph)
    if isinstance(entry, Statement) and isinstance(here, Statement):
        names = ("text", "date", "label", "paragraph", "importance", "tags", "attributed_to")
        kept = {name: getattr(here, name) for name in names if getattr(entry, name) is None}
        return replace(entry, topic=topic, **kept)
    return entry


def _filled_wrong(entry: Question, here: Question) -> tuple[Wrong, ...] | None:
    if entry.wrong is None:
        return here.wrong
    whys = {one.text: one.why for one in here.wrong or ()}
    return tuple(Wrong(one.text, whys.get(one.text, "") if one.why is None else one.why) for one in entry.wrong)
