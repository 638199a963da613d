"""Small valid packs for the tests of every folder: as files (`write_pack`) and in memory (`pack_of_events`).

The two banks have neither errors nor warnings, so that a test changes one thing and sees one thing.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from string import ascii_lowercase

from quizgame.banks.dates import parse
from quizgame.banks.models import Bank, Distractor, Fact, PackFile, Question, Section, Source, Term
from quizgame.banks.pack import Pack

PACK = """\
title: Space
language: en
source:
  title: A text about space
  licence: Our own words
  read: 2024-05-17
content_note: This pack speaks of a crew that was lost.
sections:
  - { heading: The Moon, paragraphs: 4 }
  - { heading: The Sun, paragraphs: 2, group: Stars }
sensitive_words: [lost, died]
"""

MOON = """\
topic: moon
title: Moon
section: The Moon
order: 1
facts:
  - id: eagle-lands
    text: The lander Eagle set two people down on the Moon. A third one stayed in orbit.
    paragraph: 1
    importance: 3
    date: 1969-07-20
    label: Eagle sets down on the Moon
    questions:
      - id: eagle-lands-third
        prompt: Where was the third member of the crew at that time?
        answer: In orbit
        distractors:
          - { text: On Earth, why: All three of them had left the Earth. }
          - At sea
        explanation: He waited there to bring the other two home.
      - id: eagle-lands-what
        prompt: What was Eagle?
        answer: A lander
        distractors: [A rocket, A rover]
        explanation: It took the crew down and up again.
  - id: luna-lands
    text: Luna 9 sent the first pictures from the ground of the Moon.
    paragraph: 2
    date: 1966-02
    label: A probe sends pictures from the ground
    questions:
      - id: luna-lands-sent
        prompt: What did Luna 9 send?
        answer: Pictures
        distractors: [Stones, Sounds]
        explanation: It could not fly home, so it had to send them by radio.
  - id: money
    text: Critics said that the money was needed more on Earth.
    paragraph: 4
    importance: 1
    attributed_to: critics
terms:
  - { id: orbit, term: orbit, definition: The way of one body round another., paragraph: 1 }
"""

SUN = """\
topic: sun
title: Sun
section: The Sun
order: 2
borrows: [eagle-lands]
facts:
  - id: sun-light
    text: The light of the Sun needs eight minutes to reach us.
    paragraph: 1
    questions:
      - id: sun-light-time
        prompt: How long does the light of the Sun need to reach us?
        answer: 8 minutes
        distractors: [8 seconds, 8 hours]
        explanation: It is fast, but the way is long.
"""


def write_pack(parent: Path, *, name: str = "space", banks: Mapping[str, str] | None = None, about: str = PACK) -> Path:
    """Write a pack into the folder `parent` and return the pack's own folder; `banks` are texts by topic."""
    folder = parent / name
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(about, encoding="utf-8")
    for topic, text in ({"moon": MOON, "sun": SUN} if banks is None else banks).items():
        (folder / f"{topic}.yaml").write_text(text, encoding="utf-8")
    return folder


def pack_of_events(count: int, *, topics: int = 1, days_apart: int = 30) -> Pack:
    """A pack with so many events, dealt to so many topics; each event has a day of its own and one question.

    Topics are called topic-1, topic-2 …; events event-1, event-2 … in the order of their days; each topic has a term.
    """
    events = [_event(number, date(1961, 4, 12) + timedelta(days=days_apart * (number - 1))) for number in _up_to(count)]
    banks = tuple(
        Bank(
            topic=f"topic-{number}",
            title=f"Topic {number}",
            section=f"Section {number}",
            order=number,
            facts=tuple(events[number - 1 :: topics]),
            terms=(Term(id=f"term-{number}", term=f"word {number}", definition="What it means.", paragraph=1),),
        )
        for number in _up_to(topics)
    )
    about = PackFile(
        title="Events",
        language="en",
        source=Source(title="A text", licence="Our own words", read=parse("2024-05-17")),
        sections=tuple(Section(heading=bank.section, paragraphs=max(1, len(bank.facts))) for bank in banks),
    )
    return Pack("events", about, banks, "0123abcd")


def _up_to(count: int) -> range:
    return range(1, count + 1)


def _event(number: int, day: date) -> Fact:
    question = Question(
        id=f"event-{number}-what",
        prompt=f"What is number {number}?",
        answer=f"Right {number}",
        distractors=(Distractor(text=f"Wrong {number}", why="It is not."), Distractor(text=f"False {number}")),
        explanation="Because it is so.",
    )
    return Fact(
        id=f"event-{number}",
        text=f"This is event number {number}.",
        paragraph=1,
        date=parse(day.isoformat()),
        label=f"Event {ascii_lowercase[number // 26 % 26]}{ascii_lowercase[number % 26]}",
        questions=(question,),
    )
