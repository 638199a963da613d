"""What is said after an answer."""

from quizgame.banks.models import Term
from quizgame.banks.pack import Pack
from quizgame.game.kinds.grading import DateVerdict, OrderingVerdict, Verdict
from quizgame.game.kinds.questions import ChoiceQuestion, DateQuestion, OrderingQuestion, Question
from quizgame.plain.talk import say
from quizgame.wording.answers import (
    free_pairs,
    places_off,
    points_in_words,
    source_in_words,
    verdict_in_words,
    why_wrong,
)


def tell(pack: Pack, question: Question, verdict: Verdict) -> None:
    """The verdict, its reason, and where the source says so."""
    earned = points_in_words(verdict.credit)
    say(verdict_in_words(verdict) + (f", {earned}." if earned else "."))
    if isinstance(question, ChoiceQuestion):
        if not verdict.right:
            say(f"Answer: {question.options[question.key].text}")
        if reason := why_wrong(question, verdict):
            say(f"Your option: {reason}")
        say(f"Reason: {question.explanation}")
        say(f"Source: {source_in_words(pack, question.fact)}.")
    elif isinstance(question, DateQuestion) and isinstance(verdict, DateVerdict):
        say(f"Date: {verdict.true.in_words()}")
        tell_facts(pack, question.facts)
    elif isinstance(question, OrderingQuestion) and isinstance(verdict, OrderingVerdict):
        for place, (index, note) in enumerate(places_off(question, verdict), 1):
            event = question.events[index]
            say(f"{place}. {event.date.in_words()}: {event.label}" + (f" ({note})" if note else ""))
        for sentence in free_pairs(question, verdict):
            say(sentence)


def tell_facts(pack: Pack, facts: tuple[str, ...]) -> None:
    """What the source says, each with its section and paragraph."""
    for name in facts:
        bank, found = pack.source_of(name)
        text = f"{found.term}: {found.definition}" if isinstance(found, Term) else found.text
        say(f"{bank.section}, paragraph {found.paragraph}: {text}")
