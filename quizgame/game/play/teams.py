"""Teams: generated names and signs. A name is an animal, a shape and a colour, so that no team is a colour alone."""

from dataclasses import dataclass

from quizgame.game.draw.seeds import generator

FEWEST_TEAMS, MOST_TEAMS = 2, 8
ANIMALS = tuple(
    "bears cranes dolphins eagles foxes geckos hares herons lions lynxes otters owls pandas ravens seals swans "
    "tigers turtles whales wolves yaks zebras".split()
)
SHAPES = ("circle", "triangle", "square", "diamond", "star", "cross", "heart", "moon")
COLOURS = ("blue", "orange", "green", "purple", "yellow", "red", "teal", "pink")
CLASS_SEAT = "class"
"""The seat of answers that the whole class gave together."""


@dataclass(frozen=True, slots=True)
class Team:
    """Who answers: one of several teams, or the whole class. The words are ids; `wording.classes` says them."""

    seat: str
    """What its answers are kept under: its animal, or `CLASS_SEAT`."""
    animal: str = ""
    shape: str = ""
    colour: str = ""


THE_CLASS = Team(CLASS_SEAT)


def teams_for(seed: str, count: int) -> tuple[Team, ...]:
    """So many teams, 2 to 8, each with an animal, a shape and a colour of its own; the same for the same seed.

    One team more leaves the others as they are. Raises ValueError for another count.
    """
    if not FEWEST_TEAMS <= count <= MOST_TEAMS:
        raise ValueError(f"{count} teams; there can be {FEWEST_TEAMS} to {MOST_TEAMS}")
    rng = generator(f"{seed}:teams")
    drawn = (rng.sample(words, MOST_TEAMS) for words in (ANIMALS, SHAPES, COLOURS))
    return tuple(Team(animal, animal, shape, colour) for animal, shape, colour in zip(*drawn, strict=True))[:count]


def turn_of(question: int, teams: int) -> int:
    """Which team answers a question; both from 0. A cycle is one question for each, and begins one team later each
    time, so that nobody is always the first or always the last.
    """
    cycle, place = divmod(question, teams)
    return (cycle + place) % teams


def whole_cycles(questions: int, teams: int) -> int:
    """The number of questions in whole cycles that is nearest to a wish, at least one cycle; the longer of two."""
    return max(1, (questions + teams // 2) // teams) * teams
