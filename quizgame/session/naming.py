"""Names that nobody has to type: a kind word and an animal, by their ids; `wording.names` says them."""

import random
from collections.abc import Iterable

KINDS = (
    *("able", "bold", "brave", "bright", "calm", "clever", "cosy", "curious", "eager", "fair", "gentle", "glad"),
    *("happy", "honest", "jolly", "keen", "kind", "lively", "lucky", "merry", "neat", "patient", "proud", "quick"),
    *("quiet", "ready", "shiny", "steady", "sunny", "swift", "warm", "wise"),
)
ANIMALS = (
    *("badger", "bear", "beaver", "bison", "camel", "crane", "deer", "dolphin", "eagle", "falcon", "finch", "fox"),
    *("gecko", "hare", "heron", "horse", "ibex", "jay", "kiwi", "koala", "lion", "lynx", "mole", "moose"),
    *("otter", "owl", "panda", "pony", "puffin", "raven", "robin", "seal", "stork", "swan", "tiger", "turtle"),
    *("whale", "wolf", "wren", "yak", "zebra"),
)
SIGNS = "●▲■◆★○△□◇☆"
"""To tell players apart at a glance; a cell wide each."""


def new_name(taken: Iterable[str], rng: random.Random) -> str:
    """A name that nobody has: the ids of a kind word and an animal, and a number if most names are taken."""
    has = set(taken)
    for tries in range(1000):
        name = f"{rng.choice(KINDS)}-{rng.choice(ANIMALS)}"
        if tries > 100:
            name += f"-{rng.randrange(2, 1000)}"
        if name not in has:
            break
    return name


def new_sign(taken: Iterable[str], rng: random.Random) -> str:
    """A sign that as few as possible have."""
    has = list(taken)
    fewest = min(has.count(sign) for sign in SIGNS)
    return rng.choice([sign for sign in SIGNS if has.count(sign) == fewest])
