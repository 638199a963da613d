"""What a round came to, line by line."""

from quizgame.game.play.growing import Growing
from quizgame.game.play.modes import CARDS, MOCK
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.learning.overview import next_intervals
from quizgame.learning.records import Record
from quizgame.plain.talk import say
from quizgame.plain.verdicts import tell_again
from quizgame.session.session import Session
from quizgame.wording import lines
from quizgame.wording.answers import in_short
from quizgame.wording.rounds import (
    cards_result,
    compared_with_best,
    line_result,
    next_cards,
    result_in_words,
    topic_result_in_words,
)
from quizgame.wording.screens import NO_QUESTIONS_YET


def sum_up_round(session: Session, played: Round) -> None:
    """What it came to, and what to look at again."""
    result = played.result
    if not played.questions:
        say(NO_QUESTIONS_YET)
    if not result.asked:
        return
    if played.started.mode == CARDS:
        say(f"{cards_result(result.right, result.asked)}.")
        facts = [fact for given in played.given for fact in given.question.facts]
        say(f"{next_cards(next_intervals(session.figures, facts))}.")
    else:
        say(lines.round_result(result_in_words(result)))
        for topic in result.topics:
            say(topic_result_in_words(session.pack.bank(topic.topic).title, topic))
    if played.started.mode == MOCK:
        tell_again(session.pack, played)
    elif result.look_again:
        say(lines.LOOK_AGAIN)
        for question in result.look_again:
            say(f"- {in_short(question)}")
    missed = [fact for question in result.look_again for fact in question.facts]
    if session.can_ask(missed) and played.started.mode != CARDS:
        say(lines.WEAK_PRACTISES)


def sum_up_line(game: Growing, best: Record | None) -> None:
    """How many cards went right, beside the own best; nothing of a line that was left before the first one."""
    if not game.given and game.phase is not Phase.OVER:
        return
    say(f"{line_result(game)}." if game.given else line_result(game))
    if said := compared_with_best(game, best):
        say(f"{said}.")
