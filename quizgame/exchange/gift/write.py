"""Questions and orderings as GIFT for Moodle.

The ids travel in comments, as Moodle's own exporter writes them. An ordering is Moodle's own dialect, and must name
how many items it has: without the number Moodle makes a question of another kind of it. Its dates travel in comments.
"""

from collections.abc import Iterator

from quizgame.exchange.fit import is_stand_in
from quizgame.exchange.gift.signs import escaped
from quizgame.exchange.neutral import Exported, Imported, Question, Word, left
from quizgame.exchange.options import mixed
from quizgame.exchange.orderings import Ordering, orderings_of
from quizgame.exchange.reasons import Why
from quizgame.exchange.words import Words


def write(pack: Imported, words: Words) -> Exported:
    """The questions and events of a pack."""
    out = [left(entry, Why.NO_WORDS_THERE) for entry in pack.entries if isinstance(entry, Word)]
    orderings = list(orderings_of(pack, out))
    titles = {topic.id: topic.title for topic in pack.topics}
    parts = list(_parts(pack, titles, orderings, words))
    count = sum(isinstance(entry, Question) for entry in pack.entries) + sum(len(one.events) for one in orderings)
    return Exported(("\n\n".join(parts) + "\n").encode("utf-8"), count, tuple(out))


def _parts(pack: Imported, titles: dict[str, str], orderings: list[Ordering], words: Words) -> Iterator[str]:
    category = None
    for entry in pack.entries:
        if isinstance(entry, Question):
            if category != entry.topic:
                category = entry.topic
                yield _category(titles.get(category, category))
            yield _question(entry)
    category = None
    for ordering in orderings:
        if category != ordering.topic:
            category = ordering.topic
            yield _category(category)
        yield _ordering(ordering, words)


def _category(title: str) -> str:
    return f"$CATEGORY: $course$/top/{' '.join(title.split()).replace('/', '//')}"


def _question(question: Question) -> str:
    whys = {one.text: one.why for one in question.wrong or ()}
    options, right = mixed(question)
    lines = []
    for at, option in enumerate(options):
        why = "" if at == right else whys[option]
        lines.append(f"\t{'=' if at == right else '~'}{escaped(option)}" + (f"#{escaped(why)}" if why else ""))
    told = [] if is_stand_in(question) else [f"\t####{escaped(question.explanation or '')}"]
    head = f"// [id:{question.id}]\n::{question.id}::{escaped(question.prompt)}{{"
    return "\n".join([head, *lines, *told, "}"])


def _ordering(ordering: Ordering, words: Words) -> str:
    dates = [f"// [event:{event.id} {event.date}]" for event in ordering.events]
    how = f">{len(ordering.events)} ALL VERTICAL ABSOLUTE_POSITION SHOW none"
    head = f"::{ordering.id}::{escaped(words.put_in_order)}{{{how}"
    return "\n".join([*dates, head, *(escaped(event.label or "") for event in ordering.events), "}"])
