"""What a round came to, line by line."""

from quizgame.banks.pack import Pack
from quizgame.game.play.growing import Growing
from quizgame.game.play.modes import CARDS
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.learning.overview import days_until
from quizgame.learning.records import Record
from quizgame.plain.talk import say
from quizgame.plain.verdicts import tell
from quizgame.session.clock import now
from quizgame.session.session import Session
from quizgame.wording import lines
from quizgame.wording.answers import in_short, own_answer
from quizgame.wording.feedback import feedback
from quizgame.wording.rounds import (
    cards_result,
    compared_with_best,
    line_result,
    next_cards,
    result_in_words,
    topic_result_in_words,
)
from quizgame.wording.screens import NO_QUESTIONS_YET
from quizgame.wording.share import to_show


def review(pack: Pack, played: Round) -> None:
    """Every question once more, with what was answered and what is right."""
    for number, given in enumerate(played.given, 1):
        say(f"{number}. {in_short(given.question)}")
        if said := own_answer(given.question, given.response):
            say(said)
        tell(feedback(pack, given))
        say()


def sum_up_round(session: Session, played: Round) -> None:
    """The points and the topics, or when cards come again; and what to look at again."""
    result = played.result
    if not played.questions:
        say(NO_QUESTIONS_YET)
    if not result.asked:
        return
    if played.started.mode == CARDS:
        answered = [fact for given in played.given for fact in given.question.facts]
        say(lines.round_result(cards_result(result.right, result.asked)))
        say(f"{next_cards(days_until(session.figures, answered, now()))}.")
    else:
        say(lines.round_result(result_in_words(result)))
        for topic in result.topics:
            say(topic_result_in_words(session.pack.bank(topic.topic).title, topic))
    if result.look_again:
        say(lines.LOOK_AGAIN)
        for question in result.look_again:
            say(f"- {in_short(question)}")
    missed = [fact for question in result.look_again for fact in question.facts]
    if session.can_ask(missed) and played.started.mode != CARDS:  # a card comes again by itself
        say(lines.WEAK_PRACTISES)


def sum_up_line(game: Growing, best: Record | None, last: Record | None) -> None:
    """How many cards went right, beside the own best and last time; nothing of a line that was left before the first
    one.
    """
    if not game.given and game.phase is not Phase.OVER:
        return
    say(f"{line_result(game)}." if game.given else line_result(game))
    if said := compared_with_best(game, best, last):
        say(f"{said}.")
    if game.phase is Phase.OVER and (shared := to_show(game)):
        say(shared)
