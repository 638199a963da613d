"""What is said around the questions of a round: how far it is, what it came to, what is left behind."""

from collections.abc import Sequence

from quizgame.banks.pack import Pack
from quizgame.game.play.growing import LEAST_EVENTS, MISSES_ALLOWED, Growing, events_for_line, has_another
from quizgame.game.play.modes import DAILY, DAILY_AGAIN
from quizgame.game.play.scoring import RoundResult, TopicResult
from quizgame.learning.records import Record
from quizgame.saves.history import RoundPlayed
from quizgame.session.sitting import Left
from quizgame.wording.language import _, counted

SECONDS_A_QUESTION = 25


def cards(count: int) -> str:
    """One card, or as many cards as there are."""
    return counted(count, "{n} card", "{n} cards")


def question_of(place: int, total: int) -> str:
    """How far a round is: "3 of 10"."""
    return _("{place} of {total}").format(place=place + 1, total=total)


def plan_in_words(questions: int, ticked: int) -> str:
    """What Enter plays: "10 questions from all topics · about 4 minutes"."""
    minutes = max(1, round(questions * SECONDS_A_QUESTION / 60))
    return _("{questions} from {topics} · about {minutes}").format(
        questions=counted(questions, "{n} question", "{n} questions"),
        topics=counted(ticked, "{n} topic", "{n} topics") if ticked else _("all topics"),
        minutes=counted(minutes, "{n} minute", "{n} minutes"),
    )


def result_in_words(result: RoundResult) -> str:
    """What a round came to: "7 of 10 right, 740 points"."""
    return _("{right}, {points}").format(
        right=right_of(result.right, result.asked), points=counted(result.points, "{n} point", "{n} points")
    )


def topic_result_in_words(title: str, result: TopicResult) -> str:
    """What a round came to in a topic, for a line of its own."""
    return _("{title}: {right}, {points}.").format(
        title=title,
        right=right_of(result.right, result.asked),
        points=counted(result.points, "{n} point", "{n} points"),
    )


def right_of(right: int, asked: int) -> str:
    """How many were right: "7 of 10 right"."""
    return _("{right} of {asked} right").format(right=right, asked=asked)


def last_time(before: RoundPlayed | None) -> str:
    """The round before beside this one: "last time 7 of 10"; nothing for the first one."""
    if before is None:
        return ""
    return _("last time {right} of {asked}").format(right=before.right, asked=before.answers)


def points_of(result: RoundResult, seed: str | None) -> str:
    """The points, the most there were, and how to play the same again, where that can be."""
    if seed is None:
        text = counted(result.best_points, "{points} of {n} point", "{points} of {n} points")
        return text.format(points=f"{result.points:,}")
    text = counted(result.best_points, "{points} of {n} point · seed {seed}", "{points} of {n} points · seed {seed}")
    return text.format(points=f"{result.points:,}", seed=seed)


def practise_missed(missed: int) -> str:
    """The way on after a round in which something was missed."""
    return counted(missed, "Practise the one you missed", "Practise the {n} you missed")


def read_missed(missed: int) -> str:
    """The other way on."""
    return counted(missed, "Read its study note", "Read their study notes")


def cards_result(known: int, cards_seen: int) -> str:
    """What a round of flashcards came to."""
    return _("{known} of {cards} known").format(known=known, cards=cards(cards_seen))


def next_cards(intervals: Sequence[int]) -> str:
    """When the cards of a round come again, told by the first of them."""
    soon = sum(days <= 1 for days in intervals)
    if soon:
        return counted(soon, "{n} comes again tomorrow", "{n} come again tomorrow")
    return counted(min(intervals, default=1), "The first comes again in {n} day", "The first comes again in {n} days")


def left_in_words(left: Left) -> str:
    """What is said to a player who leaves in the middle; nothing is promised that is not so."""
    if not left.answers:
        return _("You left the round.")
    if left.all_kept:
        return _("You left the round. Everything you answered is kept.")
    return _("You left the round. Some of your answers are not saved yet.")


def why_mixed(pack: Pack, topics: Sequence[str]) -> str | None:
    """Why the events of other sections come in: these topics have fewer than 3 of their own."""
    if not events_for_line(pack, topics)[1]:
        return None
    titles = _(" and ").join(pack.bank(topic).title for topic in topics)
    text = _("{titles}: the article gives fewer than {n} dates here, so events of other sections are mixed in.")
    return text.format(titles=titles, n=LEAST_EVENTS)


def line_name(mode: str) -> str:
    """What a line of time is called while it grows."""
    if mode == DAILY:
        return _("Today's line")
    return _("Today's line, for practice") if mode == DAILY_AGAIN else _("Growing timeline")


def misses_left(game: Growing) -> str:
    """How many misses a game still allows, in signs and in words."""
    signs = " ".join("○" if at < game.misses else "●" for at in range(MISSES_ALLOWED))
    return _("{signs} misses left: {n}").format(signs=signs, n=max(0, MISSES_ALLOWED - game.misses))


def misses_in_words(game: Growing) -> str:
    """The same as a sentence, to be read aloud."""
    return counted(max(0, MISSES_ALLOWED - game.misses), "{n} miss left.", "{n} misses left.")


def line_so_far(game: Growing) -> str:
    """How far a game is: "3 right · 5 to come"."""
    return _("{right} right · {coming} to come").format(right=game.right, coming=len(game.deck))


def line_result(game: Growing) -> str:
    """What a game came to."""
    if not game.given:
        return _("There are too few events with dates here.")
    text = counted(len(game.given), "{right} of {n} card placed right", "{right} of {n} cards placed right")
    return text.format(right=game.right)


def compared_with_best(game: Growing, before: Record | None, last: Record | None = None) -> str:
    """The game beside the own best, and beside the one before; nothing for one that sets none."""
    if not game.given or game.started.mode == DAILY_AGAIN:
        return ""
    if before is None:
        return _("Your first line")
    if game.right > before.right:
        said = _("Your longest line so far; before it was {n}").format(n=before.right)
    else:
        said = _("Your longest line so far has {n}").format(n=before.right)
    return (
        said
        if last is None or last.right == before.right
        else _("{said}, last time it was {n}").format(said=said, n=last.right)
    )


def after_line(game: Growing) -> str:
    """What comes after a game."""
    if game.started.mode in (DAILY, DAILY_AGAIN):
        return _("Tomorrow brings another line")
    return _("Enter plays again") if has_another(game) else _("Enter goes back")


def lasted(seconds: int) -> str:
    """How long a round has lasted: "2:05"."""
    return f"{seconds // 60}:{seconds % 60:02}"
