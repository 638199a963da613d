"""Players that are made to be killed: one process imports everything once and forks a player for each line it reads.

Run as `python -m tests.saves.players`. For a line `SEED FOLDER` it prints `player PID`, then lets the player print an
acknowledgement after each event that was kept, and prints `ended` when the player is no more.
"""

import os
import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

from quizgame.banks.files.read import read_library
from quizgame.banks.pack import Pack
from quizgame.game.events import Answered, JournalEvent, Started
from quizgame.game.kinds.any import Question, Response
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.modes import RoundSettings
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.learning.figures import Figures
from quizgame.learning.rounds import next_round
from quizgame.saves.keeper import Keeper
from quizgame.saves.rows import answered_row
from tests.saves.samples import BANKS, MOMENT


def told(event: JournalEvent) -> str:
    """An event in one line, with everything that must not change."""
    if isinstance(event, Started):
        return repr(("began", event.round, event.seed))
    if isinstance(event, Answered):
        return repr(("answered", *answered_row(event)))
    return repr(("took back", event.round, event.place, event.attempt))


def response_to(question: Question, rng: random.Random) -> Response:
    """Any response that fits."""
    if rng.random() > 0.15:
        if isinstance(question, ChoiceQuestion):
            return Chose(rng.randrange(len(question.options)))
        if isinstance(question, OrderingQuestion):
            return Ordered(tuple(rng.sample(range(len(question.events)), len(question.events))))
    return DontKnow()


def play(pack: Pack, keeper: Keeper, round_: Round, rng: random.Random, moment: datetime) -> None:
    """Play a round and acknowledge each event once the keeper has it."""

    def keep(event: JournalEvent) -> None:
        keeper.keep(event, moment)
        assert keeper.trouble is None, keeper.trouble
        print(told(event), flush=True)

    keep(round_.started)
    while round_.phase is not Phase.OVER:
        moment += timedelta(seconds=1)
        if round_.phase is Phase.ASKING:
            round_, answered = round_.answer(response_to(round_.current, rng), moment, rng.randrange(9000))
            keep(answered)
        elif rng.random() < 0.1:
            round_, slip = round_.take_back(moment)
            keep(slip)
        else:
            round_ = round_.go_on()


def player(pack: Pack, folder: Path, seed: str) -> None:
    """Play one round after the other until somebody ends it."""
    rng = random.Random(seed)
    keeper = Keeper(folder, MOMENT)
    for number in range(100_000):
        round_ = next_round(
            Figures.of(pack, keeper.answers),
            RoundSettings(pack.topics, rng.randint(1, 20)),
            round_id=f"{seed}-{number}",
            moment=MOMENT,
            rng=rng,
        )
        play(pack, keeper, round_, rng, MOMENT)


def main() -> None:
    """Fork a player for each line of the input."""
    pack = read_library((BANKS,)).packs[0].pack
    print("ready", flush=True)
    for line in sys.stdin:
        seed, folder = line.split(maxsplit=1)
        pid = os.fork()
        if pid == 0:
            try:
                player(pack, Path(folder.strip()), seed)
            finally:
                os._exit(1)
        print(f"player {pid}", flush=True)
        os.waitpid(pid, 0)
        print("ended", flush=True)


if __name__ == "__main__":
    main()
