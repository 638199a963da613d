"""Everything that a topic can ask, with where it stands: its own facts, borrowed ones, and the glossary."""

from dataclasses import dataclass
from typing import NamedTuple

from quizgame.banks.models import Bank
from quizgame.banks.pack import Pack
from quizgame.banks.quality.finding import Steps
from quizgame.banks.quality.leaks import Printed, printed, stems
from quizgame.banks.quality.word_lists import WordLists


@dataclass(frozen=True, slots=True)
class Asked:
    """One wording of a fact, or the question for a term."""

    topic: str
    """The one it is written in."""
    name: str
    prompt_at: Steps
    answer_at: Steps
    prompt: str
    answer: str
    content: frozenset[str]
    """The words of its prompt that say what it is about."""
    said: frozenset[str]
    """These and those of its answer."""
    others: tuple[str, ...]
    """The keys that its distractors would be, as `Printed.key`."""
    printed: Printed

    @property
    def is_term(self) -> bool:
        """Whether it asks for a word of the glossary."""
        return self.answer_at[-1] == "term"


def asked_by_topic(pack: Pack, lists: WordLists | None) -> dict[str, list[Asked]]:
    """By topic, in the order of the files; what is borrowed stands in the lists of all topics that draw it."""
    by_fact = {bank.topic: _by_fact(bank, lists) for bank in pack.banks}
    everything = {name: found for found_in in by_fact.values() for name, found in found_in.items()}
    return {
        bank.topic: [
            *(one for found in by_fact[bank.topic].values() for one in found),
            *(one for name in bank.borrows for one in everything[name]),
        ]
        for bank in pack.banks
    }


def content_words(text: str, lists: WordLists | None) -> frozenset[str]:
    """The words that say what a text is about."""
    found = frozenset(stems(text, lists))
    return found - lists.stop_words - lists.common_words - lists.question_words if lists else found


def _by_fact(bank: Bank, lists: WordLists | None) -> dict[str, list[Asked]]:
    found: dict[str, list[Asked]] = {}
    for f, fact in enumerate(bank.facts):
        found[fact.id] = []
        for q, question in enumerate(fact.questions):
            at = ("facts", f, "questions", q)
            texts = _Texts("prompt", question.prompt, "answer", question.answer)
            others = [distractor.text for distractor in question.distractors]
            found[fact.id].append(
                _asked(bank.topic, question.id or f"{fact.id}-{q + 1}", at=at, texts=texts, others=others, lists=lists)
            )
    for t, term in enumerate(bank.terms):
        texts = _Texts("definition", term.definition, "term", term.term)
        found[term.id] = [_asked(bank.topic, term.id, at=("terms", t), texts=texts, others=[], lists=lists)]
    return found


class _Texts(NamedTuple):
    """What is asked and what is the answer, each after its key in the bank."""

    prompt_key: str
    prompt: str
    answer_key: str
    answer: str


def _asked(topic: str, name: str, *, at: Steps, texts: _Texts, others: list[str], lists: WordLists | None) -> Asked:
    content = content_words(texts.prompt, lists)
    return Asked(
        topic=topic,
        name=name,
        prompt_at=(*at, texts.prompt_key),
        answer_at=(*at, texts.answer_key),
        prompt=texts.prompt,
        answer=texts.answer,
        content=content,
        said=content | content_words(texts.answer, lists),
        others=tuple(key for text in others if (key := printed("", text, lists).key)),
        printed=printed(texts.prompt, texts.answer, lists),
    )
