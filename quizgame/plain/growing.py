"""The growing timeline, line by line."""

import random
import time
import uuid
from datetime import datetime

from quizgame.banks.pack import Pack
from quizgame.game.play.growing import DAILY, Growing, daily_seed, random_seed, start_growing
from quizgame.game.play.round import Phase
from quizgame.learning.records import best
from quizgame.plain.answers import numbers_in
from quizgame.plain.talk import Left, read, say
from quizgame.plain.verdicts import tell_facts
from quizgame.saves.keeper import Keeper
from quizgame.session.choose import RoundSettings
from quizgame.wording.answers import gap_in_words, points_in_words, why_mixed


def play_growing(pack: Pack, keeper: Keeper, settings: RoundSettings) -> int:
    """Play one game; returns the exit status."""
    topics = pack.topics if settings.mode == DAILY else settings.topics
    seed = daily_seed(pack, _now()) if settings.mode == DAILY else settings.seed or random_seed(random.SystemRandom())
    game = start_growing(pack, topics=topics, seed=seed, round_id=uuid.uuid4().hex, moment=_now(), mode=settings.mode)
    before = best(keeper.answers, pack.id, settings.mode, game.scope)
    say(f"{pack.title}. A line of time that grows, {len(game.deck)} cards to place. Three misses end it.")
    if note := why_mixed(pack, topics):
        say(note)
    if not game.deck:
        say("There are too few events with dates here.")
        return 0
    keeper.keep(game.started, _now())
    try:
        while game.phase is not Phase.OVER:
            game = _card(pack, keeper, game)
    except Left:
        say("You left the game." + ("" if keeper.unsaved else " Everything you answered is kept."))
    say(f"{game.right} of {len(game.given)} cards placed right.")
    if before is not None:
        say(f"Your best so far: {max(before.right, game.right)}.")
    return 0


def _card(pack: Pack, keeper: Keeper, game: Growing) -> Growing:
    say("The line:")
    for number, event in enumerate(game.line, 1):
        say(f"{number}. {event.date.in_words()}: {event.label}")
    say(f"Card: {game.current.label}")
    asked, count = time.monotonic(), len(game.line)
    while True:
        line = read(f"After which number, 0 for before all, to {count}, x I don't know, q leave")
        numbers = [0] if line == "0" else numbers_in(line, count)
        if line == "x" or len(numbers) == 1:
            break
        say(f"That does not answer it. Please type one number from 0 to {count}, or x.")
    gap = None if line == "x" else numbers[0]
    game, answered = game.place(gap, _now(), round(1000 * (time.monotonic() - asked)))
    keeper.keep(answered, _now())
    verdict = game.given[-1]
    earned = points_in_words(verdict.credit)
    say(gap_in_words(verdict) + (f", {earned}." if earned else "."))
    say(f"Date: {verdict.event.date.in_words()}")
    tell_facts(pack, (verdict.event.fact,))
    say()
    return game.go_on()


def _now() -> datetime:
    return datetime.now().astimezone()
