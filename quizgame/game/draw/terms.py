"""Questions for the words of the glossary: which of four words has this meaning?"""

import random
from collections.abc import Sequence

from quizgame.banks.models import Term
from quizgame.banks.pack import Pack
from quizgame.banks.text import folded
from quizgame.game.draw.chance import shuffled
from quizgame.game.kinds.choice import ChoiceQuestion, Option

TERM_OPTIONS = 4
TERM_WEIGHT = 1.0


def asks_terms(pack: Pack) -> bool:
    """Whether the glossary has enough different words for the options of a question."""
    words: set[str] = set()
    for term in pack.terms:
        words.add(folded(term.term))
        if len(words) == TERM_OPTIONS:
            return True
    return False


def term_prompt(term: Term) -> str:
    """What is asked."""
    return f"Which word or phrase means: {term.definition}?"


def ask_term(pack: Pack, topic: str, name: str, term: Term, rng: random.Random) -> ChoiceQuestion:
    """The question for a term, with other words of its topic as wrong options, or of the pack if those are too few."""
    by_word = {folded(term.term): term}
    for pool in (pack.terms_of(topic), pack.terms):  # words of the same section are the closest ones to choose from
        _add_words(by_word, pool, rng)
    chosen = list(shuffled(list(by_word.values()), rng))
    return ChoiceQuestion(
        topic=topic,
        fact=term.id,
        id=name,
        prompt=term_prompt(term),
        options=tuple(Option(one.term, _meaning(one)) for one in chosen),
        key=chosen.index(term),
        explanation=_meaning(term),
    )


def _add_words(by_word: dict[str, Term], pool: Sequence[Term], rng: random.Random) -> None:
    for other in shuffled(pool, rng):
        if len(by_word) == TERM_OPTIONS:
            return
        by_word.setdefault(folded(other.term), other)


def _meaning(term: Term) -> str:
    return f"“{term.term}” means {term.definition}."
