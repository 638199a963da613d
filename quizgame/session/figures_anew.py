"""The figures as they were kept beside the answers, or made again from the answers alone: of one pack that is played,
or of all packs and all players, as `quizgame saves rebuild` does.
"""

from collections.abc import Mapping, Sequence

from quizgame.banks.pack import Pack
from quizgame.game.events import Guessed, TakenBack
from quizgame.learning.figures import Figures
from quizgame.learning.kept import all_to_keep, prefix_of, restored
from quizgame.saves import rows
from quizgame.saves.contents import Contents
from quizgame.saves.keeper import Keeper

AllDerived = Mapping[int, Mapping[str, str]]
"""By player: names, and what is kept under them."""


def figures_anew(packs: Sequence[Pack], contents: Contents, kept: AllDerived) -> dict[int, dict[str, str]]:
    """What is to be kept beside the answers, of these packs.

    `kept` is what stands there now: figures of a pack without answers are made again only where they were kept.
    """
    guesses = contents.guesses()
    made: dict[int, dict[str, str]] = {}
    for player in (one.id for one in contents.players.values() if one.kind == "player"):
        answers = contents.counting(player)
        guessed = [answer for answer in answers if rows.place_of(answer) in guesses]
        played = {answer.pack for answer in answers}
        made[player] = {}
        for pack in packs:
            if pack.id in played or any(name.startswith(prefix_of(pack.id)) for name in kept.get(player, ())):
                changes = all_to_keep(Figures.of(pack, answers, guessed), ())
                made[player] |= {name: value for name, value in changes.items() if value is not None}
    return made


def are_right(packs: Sequence[Pack], contents: Contents, kept: AllDerived) -> bool:
    """Whether the figures that are kept, and would be used, are what the answers come to."""
    anew = figures_anew(packs, contents, kept)
    return all(
        restored(pack, its) is None or its == _of(pack, anew[player])
        for pack in packs
        for player, derived in kept.items()
        if (its := _of(pack, derived))
    )


def _of(pack: Pack, derived: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in derived.items() if name.startswith(prefix_of(pack.id))}


def figures_of(keeper: Keeper, pack: Pack) -> Figures:
    """The figures of who plays, as they were kept; or else made again from all answers, and kept. Raises `SavesError`
    if those can't be read.
    """
    kept = keeper.derived(prefix_of(pack.id))
    figures = restored(pack, kept)
    if figures is None:
        played = keeper.last_pack([pack.id]) is not None
        figures = Figures.of(pack, keeper.answers, keeper.guesses) if played else Figures.of(pack, [])
        keeper.put_derived(all_to_keep(figures, instead_of=kept))
    return figures


def figures_with(keeper: Keeper, pack: Pack, mark: TakenBack | Guessed) -> Figures:
    """The figures made again from all answers and a mark that is about to be kept. Raises `SavesError`."""
    answers, guesses = keeper.answers, keeper.guesses
    marked = [one for one in answers if rows.place_of(one) == rows.place_of(mark)]
    if isinstance(mark, TakenBack):
        return Figures.of(pack, [one for one in answers if one not in marked], guesses)
    return Figures.of(pack, answers, [*guesses, *marked])
