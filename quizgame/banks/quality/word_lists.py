"""What the rules must know of a language. A pack in a language without lists is spared the rules that need words."""

from collections.abc import Callable
from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True, slots=True)
class WordLists:
    """The words of one language, each in small letters and in the form that `stem` gives it."""

    stem: Callable[[str], str]
    """One form for a word in small letters and for its plural and its possessive."""
    edge_words: frozenset[str]
    """Articles, prepositions and hedges: around an answer they are no part of what a prompt could give away."""
    stop_words: frozenset[str]
    """Words that say nothing of what a text is about."""
    common_words: frozenset[str]
    """Nouns and verbs that prompts about different things share: country, side, year."""
    question_words: frozenset[str]
    """Those among them that make another question of a prompt: when, why, not."""
    gives_date_away: Pattern[str]
    """In a label: a month with a day or a year, a century, a decade. Bare years are found by their digits."""
    hints_at_date: Pattern[str]
    """In a label: an ordinal, a month, "last", "after"."""
    starts: frozenset[str]
    ends: frozenset[str]
    """What labels say of the two ends of one thing: the first four letters."""
    points_at_options: Pattern[str]
    """An option that only points at the others, such as "All of the above"."""
    both: frozenset[str]
    """First words of an option that joins two others or leaves both out."""
    relative: Pattern[str]
    """In a prompt: words that point at something said before."""
    like_events: frozenset[str]
    """Nouns for events of which a history often has several: war, vote, ceasefire."""
    undated: Callable[[str], Pattern[str]]
    """For such a noun: how a prompt names it without saying which one it was."""
