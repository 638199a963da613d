"""Which pack needs to be played most: the one of which most is about to be forgotten.

Each pack has its own figures and its own rounds. Who plays all of them plays the neediest one first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quizgame.banks.pack import Pack
from quizgame.learning.overview import forecast
from quizgame.saves.keeper import Keeper
from quizgame.session.choose import last_played
from quizgame.session.figures_anew import figures_of
from quizgame.session.wishes import ALL, Wishes


@dataclass(frozen=True, slots=True)
class Need:
    """A pack, and how many of its facts are due."""

    pack: Pack
    due: int


def pack_to_play(packs: Sequence[Pack], wishes: Wishes, keeper: Keeper, moment: datetime) -> Pack:
    """Of the packs that fit, the one that was played last; where all are wished for, the neediest one. Raises
    `SavesError`.
    """
    if wishes.pack == ALL:
        return by_need(packs, keeper, moment)[0].pack
    return last_played(packs, keeper.last_pack([pack.id for pack in packs]))


def by_need(packs: Sequence[Pack], keeper: Keeper, moment: datetime) -> list[Need]:
    """The packs, the neediest first; those of the same need as they come. Raises `SavesError`."""
    needs = [Need(pack, forecast(figures_of(keeper, pack), moment, 1)[0]) for pack in packs]
    return sorted(needs, key=lambda need: -need.due)
