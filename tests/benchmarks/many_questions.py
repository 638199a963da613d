"""Packs of any number of questions, written as text: to make 100,000 of them takes seconds."""

from pathlib import Path

IN_A_BANK = 1_000
_EVENT_EVERY, _TERMS = 8, 4
_PLACES = "harbor mill bridge tower market garden station castle".split()
_THINGS = "flood storm harvest fire fair strike census concert".split()


def question(topic: str, number: int) -> str:
    """A fact with one question, of about 850 letters as those that ship; some are events."""
    place, thing = _PLACES[number % 8], _THINGS[number // 8 % 8]
    event = (
        f"    date: {1200 + number % 800}-{1 + number % 12:02}-{1 + number % 28:02}\n"
        f"    label: The {thing} at the {place}, number {number}\n"
        if number % _EVENT_EVERY == 0
        else ""
    )
    return (
        f"  - id: {topic}-{number}\n"
        f"    text: At the {place} of {topic} the {thing} that is counted as number {number} came late in the year, and"
        " those who lived beside it spoke of it for as long as they lived.\n"
        f"    paragraph: {1 + number % 40}\n"
        f"    importance: {1 + number % 3}\n"
        f"{event}"
        "    questions:\n"
        f"      - id: {topic}-{number}-what\n"
        f"        prompt: What came late in the year to the {place} of {topic}, and is counted as number {number}?\n"
        f"        answer: The {thing} of {number}\n"
        "        distractors:\n"
        f"          - {{ text: The thaw of {number}, why: The ice of that year went early and nobody saw it go. }}\n"
        f"          - {{ text: The visit of {number}, why: Nobody came to the {place} before the roads were made. }}\n"
        f"          - {{ text: The eclipse of {number}, why: It was seen from other towns and not from this one. }}\n"
        f"        explanation: They spoke of it for long, as the {place} had never seen the like of it before.\n"
    )


def bank(topic: str, count: int, order: int) -> str:
    """A bank with so many questions and some words."""
    terms = "".join(
        f"  - {{ id: {topic}-word-{number}, term: {topic} word {number}, definition: What it means there. }}\n"
        for number in range(_TERMS)
    )
    facts = "".join(question(topic, number) for number in range(count))
    return f"topic: {topic}\ntitle: {topic.capitalize()}\norder: {order}\nfacts:\n{facts}terms:\n{terms}"


def letters(number: int) -> str:
    """A number as a word of three letters, so that names in questions end in no figure."""
    return "".join(chr(97 + number // 26**place % 26) for place in (2, 1, 0))


def write_packs(folder: Path, packs: int, questions: int) -> Path:
    """So many packs with so many questions in all, in banks of at most 1,000. Returns the folder."""
    for place in range(packs):
        pack = folder / f"pack-{letters(place)}"
        pack.mkdir(parents=True)
        (pack / "pack.yaml").write_text(f"title: Pack {letters(place)}\nlanguage: en\n", "utf-8")
        left, order = questions // packs, 0
        while left > 0:
            topic = f"topic{letters(order)}"
            (pack / f"{topic}.yaml").write_text(bank(topic, min(left, IN_A_BANK), order), "utf-8")
            left, order = left - IN_A_BANK, order + 1
    return folder
