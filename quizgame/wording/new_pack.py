"""What stands in a new pack: examples of everything, to be written over."""

from quizgame.wording.language import _

TEMPLATE = _("""\
# yaml-language-server: $schema={schema}
# A pack of your own. Write over the examples, delete what you have no use for, and save.
# A line that begins with # is a note to yourself. A text with a colon or a # in it stands in "double quotes".
title: {title}
language: en
# The book, page or lesson that your facts come from.
source: My own notes

# One to five wrong options; two or three test best. `explanation` is shown after the answer.
questions:
  - prompt: Where do most plants take in water?
    answer: At the roots
    distractors:
      - At the leaves
      - text: At the flowers
        why: Flowers need water, but it comes up to them from below.
    explanation: Fine hairs on the roots draw it out of the ground.
  - prompt: What do bees make out of nectar?
    answer: Honey
    distractors: [Wax, Pollen]
    explanation: They dry the nectar with their wings, and eat the honey in winter.

# Three or more can be put in order. A date is written as you know it: 1969, 1969-07-20, 44 BC, about 1200, 1914/1918.
events:
  - date: 1783-11-21
    label: Two people fly in a balloon
  - date: 1903-12-17
    label: Two brothers fly with an engine
  - date: 1961-04-12
    label: Gagarin flies round the Earth

# A word and what it means. With four words or more they are asked for too.
terms:
  comet: a ball of ice and dust that grows a tail near the Sun
  crater: a round hollow that a fall from space has made
  moon: a body that travels round a planet
  orbit: the path of one body round another
""")
