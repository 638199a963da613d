"""The shipped pack, for trying formats on."""

from functools import cache

from quizgame.banks.files.read import read_library
from quizgame.banks.pack import Pack
from quizgame.exchange.flat import entries_of
from quizgame.exchange.neutral import Imported
from quizgame.places import shipped_packs


@cache
def shipped() -> Pack:
    """The pack that comes with the game."""
    return read_library((shipped_packs()[0],)).packs[0].pack


@cache
def entries() -> Imported:
    """All of it, in the flat form."""
    return entries_of(shipped())
