"""The names of players, put together from words."""

from quizgame.banks.clean import clean
from quizgame.saves.rows import Player
from quizgame.session.naming import ANIMALS, KINDS
from quizgame.wording.language import _

_KINDS = (
    _("able"), _("bold"), _("brave"), _("bright"), _("calm"), _("clever"), _("cosy"), _("curious"), _("eager"),
    _("fair"), _("gentle"), _("glad"), _("happy"), _("honest"), _("jolly"), _("keen"), _("kind"), _("lively"),
    _("lucky"), _("merry"), _("neat"), _("patient"), _("proud"), _("quick"), _("quiet"), _("ready"),
    _("shiny"), _("steady"), _("sunny"), _("swift"), _("warm"), _("wise"),
)  # fmt: skip
_ANIMALS = (
    _("badger"), _("bear"), _("beaver"), _("bison"), _("camel"), _("crane"), _("deer"), _("dolphin"),
    _("eagle"), _("falcon"), _("finch"), _("fox"), _("gecko"), _("hare"), _("heron"), _("horse"), _("ibex"),
    _("jay"), _("kiwi"), _("koala"), _("lion"), _("lynx"), _("mole"), _("moose"), _("otter"), _("owl"),
    _("panda"), _("pony"), _("puffin"), _("raven"), _("robin"), _("seal"), _("stork"), _("swan"), _("tiger"),
    _("turtle"), _("whale"), _("wolf"), _("wren"), _("yak"), _("zebra"),
)  # fmt: skip
_WORDS = dict(zip((*KINDS, *ANIMALS), (*_KINDS, *_ANIMALS), strict=True))
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
