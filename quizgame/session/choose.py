"""What to play, chosen from what there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.banks.files.problems import shown
from quizgame.banks.files.read import Library
from quizgame.banks.pack import Pack
from quizgame.banks.text import clean
from quizgame.game.draw.questions import DEFAULT_LENGTH, MAX_LENGTH
from quizgame.game.draw.seeds import SeedError, read_seed
from quizgame.game.play.growing import DAILY, GROWING
from quizgame.game.play.round import DATES, ORDERINGS, PRACTICE
from quizgame.session.wishes import Wishes

MODES = (PRACTICE, ORDERINGS, DATES, GROWING, DAILY)


class WishError(Exception):
    """Something that can't be had, said in a sentence."""


@dataclass(frozen=True, slots=True)
class RoundSettings:
    """What to play."""

    topics: tuple[str, ...]
    length: int = DEFAULT_LENGTH
    seed: str | None = None
    mode: str = PRACTICE


def choose_pack(library: Library, name: str | None) -> Pack:
    """The pack with this id, or the first one. Raises `WishError`."""
    packs = {files.pack.id: files.pack for files in library.packs}
    if not packs:
        places = " or ".join(shown(folder) for folder in library.folders)
        reason = "; every pack there has problems, `quizgame check` lists them" if library.problems else ""
        raise WishError(f"There is no question bank to play in {places}{reason}. Name a folder with --banks.")
    if name is None:
        return next(iter(packs.values()))
    if name not in packs:
        raise WishError(f"There is no pack {clean(name)!r}. There is: {', '.join(packs)}.")
    return packs[name]


def choose_round(pack: Pack, wishes: Wishes) -> RoundSettings:
    """The topics (all by default), the number of questions and the seed. Raises `WishError`."""
    topics = _topics(pack, wishes.topics.split(",")) if wishes.topics else pack.topics
    length = DEFAULT_LENGTH if wishes.questions is None else _length(wishes.questions)
    mode = wishes.mode or PRACTICE
    if mode not in MODES:
        raise WishError(f"There is no mode {clean(mode)!r}. There is: {', '.join(MODES)}.")
    try:
        return RoundSettings(topics, length, None if wishes.seed is None else read_seed(wishes.seed), mode)
    except SeedError as error:
        raise WishError(str(error)) from None


def _topics(pack: Pack, names: Sequence[str]) -> tuple[str, ...]:
    wanted = [name.strip().casefold() for name in names if name.strip()]
    for name in wanted:
        if name not in pack.topics:
            raise WishError(f"There is no topic {clean(name)!r}. There is: {', '.join(pack.topics)}.")
    return tuple(topic for topic in pack.topics if topic in wanted) or pack.topics


def _length(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 4 or not 1 <= int(text) <= MAX_LENGTH:
        raise WishError(f"A round has 1 to {MAX_LENGTH} questions, not {clean(text)[:20]!r}.")
    return int(text)
