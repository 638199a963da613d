"""What is said after an answer, a labelled line each."""

from collections.abc import Sequence

from quizgame.banks.pack import Pack
from quizgame.game.play.round import Round
from quizgame.plain.talk import say
from quizgame.wording import lines
from quizgame.wording.answers import heading_of, in_short, own_answer, said_of, source_in_words
from quizgame.wording.feedback import Feedback, feedback
from quizgame.wording.screens import REVIEW


def tell(said: Feedback) -> None:
    """The verdict, its reason, and where the source says so."""
    say(said.verdict + (f", {said.points}." if said.points else "."))
    labelled = (
        (lines.answer, said.answer),
        (lines.your_option, said.why),
        (lines.reason, said.reason),
        (lines.source, said.source),
    )
    for place, card in enumerate(said.placed, 1):
        say(f"{place}. {card.date}: {card.label}" + (f" ({card.note})" if card.note else ""))
    for labelled_as, text in labelled:
        if text:
            say(labelled_as(text))


def tell_again(pack: Pack, played: Round) -> None:
    """Every question of a round with its answer, for a test that told nothing on the way."""
    say()
    say(f"{REVIEW}:")
    for place, given in enumerate(played.given):
        say(lines.question_begins(place, len(played.questions), heading_of(given.question, pack)))
        say(in_short(given.question))
        if own := own_answer(given.question, given.response):
            say(f"{own}.")
        tell(feedback(pack, given))
        say()


def tell_facts(pack: Pack, facts: Sequence[str]) -> None:
    """The study notes of these facts, each with its section and paragraph."""
    for fact in facts:
        say(f"{source_in_words(pack, fact)}: {said_of(pack, fact)}")
