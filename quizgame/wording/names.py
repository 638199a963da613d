"""The names of players, put together from words."""

from quizgame.banks.text import clean
from quizgame.saves.rows import Player
from quizgame.wording.language import _

_WORDS = {
    "able": _("able"), "bold": _("bold"), "brave": _("brave"), "bright": _("bright"), "calm": _("calm"),
    "clever": _("clever"), "cosy": _("cosy"), "curious": _("curious"), "eager": _("eager"), "fair": _("fair"),
    "gentle": _("gentle"), "glad": _("glad"), "happy": _("happy"), "honest": _("honest"), "jolly": _("jolly"),
    "keen": _("keen"), "kind": _("kind"), "lively": _("lively"), "lucky": _("lucky"), "merry": _("merry"),
    "neat": _("neat"), "patient": _("patient"), "proud": _("proud"), "quick": _("quick"), "quiet": _("quiet"),
    "ready": _("ready"), "shiny": _("shiny"), "steady": _("steady"), "sunny": _("sunny"), "swift": _("swift"),
    "warm": _("warm"), "wise": _("wise"), "badger": _("badger"), "bear": _("bear"), "beaver": _("beaver"),
    "bison": _("bison"), "camel": _("camel"), "crane": _("crane"), "deer": _("deer"), "dolphin": _("dolphin"),
    "eagle": _("eagle"), "falcon": _("falcon"), "finch": _("finch"), "fox": _("fox"), "gecko": _("gecko"),
    "hare": _("hare"), "heron": _("heron"), "horse": _("horse"), "ibex": _("ibex"), "jay": _("jay"),
    "kiwi": _("kiwi"), "koala": _("koala"), "lion": _("lion"), "lynx": _("lynx"), "mole": _("mole"),
    "moose": _("moose"), "otter": _("otter"), "owl": _("owl"), "panda": _("panda"), "pony": _("pony"),
    "puffin": _("puffin"), "raven": _("raven"), "robin": _("robin"), "seal": _("seal"), "stork": _("stork"),
    "swan": _("swan"), "tiger": _("tiger"), "turtle": _("turtle"), "whale": _("whale"), "wolf": _("wolf"),
    "wren": _("wren"), "yak": _("yak"), "zebra": _("zebra"),
}  # fmt: skip
NO_NAME = _("no name yet")


def name_in_words(player: Player) -> str:
    """In the interface's language, as "kind tiger"; a name of other words stays as it is."""
    if not player.name:
        return NO_NAME
    words = player.name.split("-")
    known = len(words) > 1 and all(word in _WORDS or word.isdecimal() for word in words)
    return " ".join(_WORDS.get(word, word) for word in words) if known else clean(player.name)


def with_sign(player: Player) -> str:
    """The name with its sign before it."""
    return f"{clean(player.sign)} {name_in_words(player)}" if player.sign else name_in_words(player)


def is_named(player: Player, typed: str) -> bool:
    """Whether somebody who typed this means this player: small letters, and spaces for what stands between words."""
    return bool(player.name) and _plain(typed) in (_plain(player.name), _plain(name_in_words(player)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())
