"""Seeds that can be said aloud: an animal and a number, such as TIGER-42."""

import random
import re

_ANIMALS = (
    "BADGER BEAR BEAVER BISON CAMEL CRANE DEER DOLPHIN EAGLE FALCON FINCH FOX GECKO GOAT GOOSE HARE HERON HORSE IBEX "
    "JAY KIWI KOALA LEMUR LION LLAMA LYNX MOLE MOOSE NEWT OTTER OWL PANDA PONY PUFFIN RAVEN ROBIN SEAL STORK SWAN "
    "TAPIR TIGER TOAD TROUT TURTLE WHALE WOLF WREN YAK ZEBRA"
).split()
_FORM = re.compile(r"[A-Z]{2,12}-[0-9]{1,4}")


class SeedError(ValueError):
    """A seed that can't be read."""


def new_seed(rng: random.Random) -> str:
    """A seed by chance."""
    return f"{rng.choice(_ANIMALS)}-{rng.randrange(1, 1000)}"


def read_seed(text: str) -> str:
    """A seed as a person typed it, in its one form; raises `SeedError`."""
    seed = text.strip().upper().replace(" ", "-")
    if not _FORM.fullmatch(seed):
        raise SeedError(text)
    return seed


def generator(seed: str) -> random.Random:
    """The generator of a round: the same seed gives the same round on every machine."""
    return random.Random(f"quizgame:{seed}")
