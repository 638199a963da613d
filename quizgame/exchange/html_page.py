"""A page for reading and for paper: the notes of each topic, its questions, and the answers at the end."""

from collections.abc import Iterator
from html import escape

from quizgame.banks.dates import parse
from quizgame.banks.told_dates import told
from quizgame.exchange.fit import is_stand_in
from quizgame.exchange.neutral import Exported, Imported, Question, Statement, Word, events_in
from quizgame.exchange.options import mixed
from quizgame.exchange.words import Words

_STYLE = """
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 serif; }
h1, h2, h3 { line-height: 1.2; break-after: avoid; }
ol.questions > li, dt { break-inside: avoid; margin-bottom: .8rem; }
ol.options { list-style: upper-alpha; margin: 0; }
.answers { break-before: page; font-size: .9rem; }
dt { font-weight: bold; margin: 0; } dd { margin: 0 0 .5rem 1.5rem; }
p, li, dd { white-space: pre-line; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } a { color: inherit; } }
"""


def write(pack: Imported, words: Words) -> Exported:
    """Everything that a pack says and asks, as one file without scripts."""
    language = f' lang="{escape(pack.language)}"' if pack.language and pack.language != "und" else ""
    body = "\n".join(_body(pack, words))
    head = f'<meta charset="utf-8">\n<title>{_text(pack.title)}</title>\n<style>{_STYLE}</style>'
    page = f"<!DOCTYPE html>\n<html{language}>\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    return Exported(page.encode("utf-8"), len(pack.entries))


def _body(pack: Imported, words: Words) -> Iterator[str]:
    yield f"<h1>{_text(pack.title)}</h1>"
    number = 1
    answers: list[str] = []
    for topic in pack.topics:
        inside = [entry for entry in pack.entries if entry.topic == topic.id]
        yield f'<section id="{escape(topic.id)}">\n<h2>{_text(topic.title)}</h2>'
        if topic.note:
            yield f"<p><em>{_text(topic.note)}</em></p>"
        facts = [entry for entry in inside if isinstance(entry, Statement)]
        yield from _list("ul", "", (f"<li>{_text(fact.text or '')}</li>" for fact in facts))
        dated = sorted(events_in(inside), key=lambda event: parse(event.date or "").earliest)
        if dated:
            yield f"<h3>{_text(words.events)}</h3>"
            yield from _list("dl", "", (_pair(told(event.date or ""), event.label or "") for event in dated))
        terms = [entry for entry in inside if isinstance(entry, Word)]
        if terms:
            yield f"<h3>{_text(words.words)}</h3>"
            yield from _list("dl", "", (_pair(word.term, word.definition) for word in terms))
        questions = [entry for entry in inside if isinstance(entry, Question)]
        if questions:
            yield f'<h3>{_text(words.questions)}</h3>\n<ol class="questions" start="{number}">'
            for question in questions:
                yield _question(question)
                answers.append(_answer(question, number))
                number += 1
            yield "</ol>"
        yield "</section>"
    if answers:
        yield f'<section class="answers">\n<h2>{_text(words.answers)}</h2>'
        yield from _list("ul", "", answers)
        yield "</section>"


def _list(tag: str, kind: str, items: Iterator[str] | list[str]) -> Iterator[str]:
    inside = "\n".join(items)
    if inside:
        yield f"<{tag}{kind}>\n{inside}\n</{tag}>"


def _pair(term: str, meaning: str) -> str:
    return f"<dt>{_text(term)}</dt><dd>{_text(meaning)}</dd>"


def _question(question: Question) -> str:
    options = "".join(f"<li>{_text(option)}</li>" for option in mixed(question)[0])
    return f'<li>{_text(question.prompt)}<ol class="options">{options}</ol></li>'


def _answer(question: Question, number: int) -> str:
    letter = chr(ord("A") + mixed(question)[1])
    told = "" if is_stand_in(question) else f" {_text(question.explanation or '')}"
    return f"<li>{number}. <strong>{letter}. {_text(question.answer)}</strong>{told}</li>"


def _text(text: str) -> str:
    return escape(text, quote=False)
