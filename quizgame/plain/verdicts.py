"""What is said after an answer, a labelled line each."""

from collections.abc import Sequence

from quizgame.banks.pack import Pack
from quizgame.plain.talk import say
from quizgame.wording import lines
from quizgame.wording.answers import said_of, source_in_words
from quizgame.wording.feedback import Feedback


def tell(feedback: Feedback) -> None:
    """The verdict, its reason, and where the source says so."""
    say(feedback.verdict + (f", {feedback.points}." if feedback.points else "."))
    labelled = (
        (lines.answer, feedback.answer),
        (lines.your_option, feedback.why),
        (lines.reason, feedback.reason),
        (lines.source, feedback.source),
    )
    for place, card in enumerate(feedback.placed, 1):
        say(f"{place}. {card.date}: {card.label}" + (f" ({card.note})" if card.note else ""))
    for labelled_as, text in labelled:
        if text:
            say(labelled_as(text))


def tell_facts(pack: Pack, facts: Sequence[str]) -> None:
    """The study notes of these facts, each with its section and paragraph as far as they are known."""
    for fact in facts:
        source = source_in_words(pack, fact)
        say(f"{source}: {said_of(pack, fact)}" if source else said_of(pack, fact))
