"""What to play, chosen from what there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from quizgame.banks.files.problems import shown
from quizgame.banks.files.read import Library
from quizgame.banks.pack import Pack
from quizgame.game.draw.codes import CodeError, read_code
from quizgame.game.draw.seeds import SeedError, read_seed
from quizgame.game.play.modes import MAX_LENGTH, MODES, PLANNED, PRACTICE, RoundSettings
from quizgame.session.wishes import ALL, Wishes


class WishFault(Enum):
    """Why something can't be had."""

    NO_BANKS = auto()
    NO_SUCH_PACK = auto()
    NO_SUCH_TOPIC = auto()
    NO_SUCH_MODE = auto()
    NOT_A_LENGTH = auto()
    NOT_A_SEED = auto()
    NO_SEED_HERE = auto()
    NOT_A_CODE = auto()


@dataclass
class WishError(Exception):
    """Something that can't be had; `wording.wishes` says it in a sentence."""

    fault: WishFault
    typed: str = ""
    """What was asked for, as it was typed."""
    there: tuple[str, ...] = ()
    """What there is instead, or the folders that were looked in."""
    with_problems: bool = False
    """Whether there are packs, but none that can be read."""
    code: CodeError | None = None
    """Which part of a round code is wrong."""


def packs_for(library: Library, wishes: Wishes) -> list[Pack]:
    """The packs that can be played as wished, in the order of the library; at least one. Raises `WishError`."""
    packs = {files.pack.id: files.pack for files in library.packs}
    if not packs:
        folders = tuple(shown(folder) for folder in library.folders)
        raise WishError(WishFault.NO_BANKS, there=folders, with_problems=bool(library.problems))
    if wishes.pack == ALL and ALL not in packs:
        wishes = wishes._replace(pack=None)
    if wishes.pack is not None and wishes.pack not in packs:
        raise WishError(WishFault.NO_SUCH_PACK, wishes.pack, tuple(packs))
    named = [packs[wishes.pack]] if wishes.pack is not None else list(packs.values())
    fitting, refused = [], None
    for pack in named:
        try:
            choose_round(pack, wishes)
        except WishError as error:
            refused = refused or error
        else:
            fitting.append(pack)
    if refused is not None and not fitting:
        raise refused
    return fitting


def last_played(packs: Sequence[Pack], last: str | None) -> Pack:
    """The pack of these that was played last, by its id, else the first one."""
    return next((pack for pack in packs if pack.id == last), packs[0])


def choose_round(pack: Pack, wishes: Wishes) -> RoundSettings:
    """The topics (all by default), the number of questions, the mode and the seed. Raises `WishError`."""
    if wishes.code is not None:
        return _by_code(pack, wishes.code)
    topics = _topics(pack, wishes.topics.split(",")) if wishes.topics else pack.topics
    mode = wishes.mode or PRACTICE
    if mode not in MODES:
        raise WishError(WishFault.NO_SUCH_MODE, mode, MODES)
    length = None if wishes.questions is None else _length(wishes.questions)
    try:
        seed = None if wishes.seed is None else read_seed(wishes.seed)
    except SeedError:
        raise WishError(WishFault.NOT_A_SEED, wishes.seed or "") from None
    if seed is not None and mode in PLANNED:
        raise WishError(WishFault.NO_SEED_HERE, mode)
    return RoundSettings(topics, length, seed, mode)


def _by_code(pack: Pack, code: str) -> RoundSettings:
    try:
        chosen = read_code(pack, code)
    except CodeError as error:
        raise WishError(WishFault.NOT_A_CODE, code, code=error) from None
    return RoundSettings(
        chosen.topics, chosen.length, chosen.seed, PRACTICE, kinds=chosen.kinds, left_out=chosen.left_out
    )


def _topics(pack: Pack, names: Sequence[str]) -> tuple[str, ...]:
    wanted = [name.strip().casefold() for name in names if name.strip()]
    for name in wanted:
        if name not in pack.topics:
            raise WishError(WishFault.NO_SUCH_TOPIC, name, pack.topics)
    return tuple(topic for topic in pack.topics if topic in wanted) or pack.topics


def _length(text: str) -> int:
    try:
        length = int(text) if len(text) <= 4 else 0
    except ValueError:
        length = 0
    if not 1 <= length <= MAX_LENGTH:
        raise WishError(WishFault.NOT_A_LENGTH, text)
    return length
