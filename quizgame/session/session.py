"""What lies on the table: the pack that is played, everything that was read, and the keeper of the answers."""

import random
import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizgame.banks.files.problems import Problem
from quizgame.banks.files.read import Library, read_library
from quizgame.banks.pack import Pack
from quizgame.game.events import JournalEvent
from quizgame.game.play.growing import DAILY, Growing, daily_seed, random_seed, start_growing
from quizgame.game.play.round import Round
from quizgame.learning.plan import next_round
from quizgame.learning.progress import TopicScore, fact_counts, topic_scores
from quizgame.places import own_banks, shipped_packs
from quizgame.saves.keeper import Keeper
from quizgame.session.choose import RoundSettings, choose_pack, choose_round
from quizgame.session.wishes import Wishes


@dataclass
class Session:
    """Made once the first screen stands."""

    library: Library
    pack: Pack
    keeper: Keeper
    settings: RoundSettings
    """What was wished for on the command line."""

    @property
    def problems(self) -> list[Problem]:
        """Why banks were left out."""
        return self.library.problems

    @property
    def is_new_here(self) -> bool:
        """Whether nobody has answered anything of this pack yet."""
        return not any(answer.pack == self.pack.id for answer in self.keeper.answers)

    def scores(self) -> dict[str, TopicScore]:
        """The score of each topic so far."""
        return topic_scores(self.pack, self.keeper.answers)

    def fact_counts(self) -> dict[str, int]:
        """How many facts each topic has."""
        return dict(fact_counts(self.pack))

    def new_round(self, settings: RoundSettings) -> Round:
        """Draw a round and note its start."""
        drawn = next_round(
            self.pack,
            self.keeper.answers,
            topics=settings.topics,
            length=settings.length,
            seed=settings.seed,
            round_id=uuid.uuid4().hex,
            moment=now(),
            rng=random.SystemRandom(),
            mode=settings.mode,
        )
        self.keep(drawn.started)
        return drawn

    def new_growing(self, settings: RoundSettings) -> Growing:
        """Shuffle the cards of a growing timeline and note its start."""
        daily = settings.mode == DAILY
        seed = daily_seed(self.pack, now()) if daily else settings.seed or random_seed(random.SystemRandom())
        game = start_growing(
            self.pack,
            topics=self.pack.topics if daily else settings.topics,
            seed=seed,
            round_id=uuid.uuid4().hex,
            moment=now(),
            mode=settings.mode,
        )
        self.keep(game.started)
        return game

    def keep(self, event: JournalEvent) -> None:
        """Keep an event; returns when it is on the disk, or when the keeper has said why it is not."""
        self.keeper.keep(event, now())


def now() -> datetime:
    """This moment, with the local offset."""
    return datetime.now().astimezone()


def lay(bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes) -> Session:
    """Read everything; raises `WishError` or `SavesError` with a sentence."""
    expected = [folder for folder in bank_folders if folder != own_banks()]
    library = read_library(bank_folders, shipped=shipped_packs(), expected=expected)
    pack = choose_pack(library, wishes.pack)
    settings = choose_round(pack, wishes)
    return Session(library, pack, Keeper(saves_folder, now()), settings)
