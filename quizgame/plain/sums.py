"""What a round came to, line by line."""

from quizgame.banks.pack import Pack
from quizgame.game.play.growing import Growing
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.learning.records import Record
from quizgame.plain.talk import say
from quizgame.wording import lines
from quizgame.wording.answers import in_short
from quizgame.wording.rounds import compared_with_best, line_result, result_in_words, topic_result_in_words
from quizgame.wording.screens import NO_QUESTIONS_YET


def sum_up_round(pack: Pack, played: Round) -> None:
    """The points, the topics, and what to look at again."""
    result = played.result
    if not played.questions:
        say(NO_QUESTIONS_YET)
    if not result.asked:
        return
    say(lines.round_result(result_in_words(result)))
    for topic in result.topics:
        say(topic_result_in_words(pack.bank(topic.topic).title, topic))
    if result.look_again:
        say(lines.LOOK_AGAIN)
        for question in result.look_again:
            say(f"- {in_short(question)}")


def sum_up_line(game: Growing, best: Record | None) -> None:
    """How many cards went right, beside the own best; nothing of a line that was left before the first one."""
    if not game.given and game.phase is not Phase.OVER:
        return
    say(f"{line_result(game)}." if game.given else line_result(game))
    if said := compared_with_best(game, best):
        say(f"{said}.")
