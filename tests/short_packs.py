"""A pack in the short form, for the tests of every folder: all that it may have."""

from pathlib import Path

WATER = """\
# notes to myself
title: Water
language: en
source: My own notes

questions:
  - prompt: What makes a puddle dry up?
    answer: Heat
    distractors: [Cold, Shade]
    explanation: Heat turns the water into vapor.

  - { prompt: Is ice lighter than water?, answer: "Yes", distractors: ["No"] }
  - id: six-ways
    prompt: Which of these falls from clouds?
    answer: Hail
    distractors:
      - Dew
      - text: Steam
        why: Steam goes up.
      - Fog
      - Frost
      - Mist
    paragraph: 2
    importance: 3
events:
  - date: 1643   # in Italy
    label: A tube shows the weight of air
  - date: 1802-12
    label: Clouds get their names
terms:
  evaporation: water that turns into vapor
  runoff: water that flows over the ground
facts:
  - text: Most of the water of the Earth is salty.
    questions:
      - prompt: What is most of the water of the Earth like?
        answer: Salty
        distractors: [Fresh, Frozen]
        explanation: It is in the oceans.
"""


def write_short(folder: Path, text: str = WATER, name: str = "water") -> Path:
    """Write a pack in one file into this folder; returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path
