"""Cases of YAML that is no good bank, of banks that don't fit their pack, and of files that are none."""

import os
from collections.abc import Callable
from pathlib import Path

from tests.banks.files.hostile import GOOD, Case, about, entry, moon, raw, text
from tests.banks.files.hostile_yaml import BOMBS, ENCODINGS, LETTERS, SYNTAX
from tests.packs import PACK

QUESTION = "What was Eagle?"
OPTIONS = "[A rocket, A rover]"
MISSING_DATE = "    date: 1966-02\n"


def date(name: str, written: str, says: str) -> Case:
    """A case of one bad date of an event."""
    return entry(f"date-{name}", moon("date: 1966-02", f"date: §{written}"), says)


def options(name: str, written: str, says: str) -> Case:
    """A case of bad distractors; the answer is "A lander"."""
    return entry(f"options-{name}", moon(OPTIONS, written), says)


SHAPES = [
    raw("nothing", b"", "The file is empty", 1, 1),
    raw("only-a-mark", b"\xef\xbb\xbf", "The file is empty", 1, 1),
    raw("only-a-comment", b"# topic: moon\n", "The file is empty", 1, 1),
    raw("only-a-start", b"---\n", "The file must be a mapping", 2, 1),
    text("list-at-the-top", "§- topic: moon\n- title: Moon\n", "The file must be a mapping"),
    text("text-at-the-top", "§moon\n", "The file must be a mapping"),
    text("no-topic", moon("topic: moon\n", "§"), "The key 'topic' is missing"),
    text("no-title", "§" + moon("title: Moon\n", ""), "The key 'title' is missing"),
    text("no-facts", moon()[: moon().index("facts:")] + "facts: §[]\n", "The bank has no facts"),
    text("facts-without-any", moon()[: moon().index("facts:")] + "facts:§\n", "The bank has no facts"),
    text("facts-as-a-mapping", moon()[: moon().index("facts:")] + "facts:\n  §id: a\n", "'facts' must be a list"),
    entry(
        "fact-as-a-text", moon("\n  - id: luna", "\n  - §Luna\n  - id: luna"), "Entry 2 of 'facts' must be a mapping"
    ),
    entry(
        "fact-that-says-nothing",
        moon("  - id: money\n    text: Critics said that the money was needed more on Earth.", "  - §id: money"),
        "The fact says nothing",
    ),
    entry(
        "no-answer",
        moon("- id: eagle-lands-what", "- §id: eagle-lands-what").replace("        answer: A lander\n", ""),
        "The key 'answer' is missing",
    ),
    entry("empty-prompt", moon(QUESTION, '§""'), "'prompt' is empty"),
    entry("prompt-of-spaces", moon(QUESTION, '§" \\t "'), "'prompt' is empty"),
    entry("prompt-of-nothing", moon(QUESTION, '§"\\u200B\\u3164"'), "This text shows nothing"),
    entry("prompt-left-out", moon(f"prompt: {QUESTION}", "prompt:§"), "'prompt' must be a text"),
    entry("prompt-as-a-list", moon(QUESTION, f"§[{QUESTION}]"), "'prompt' must be a text"),
    entry("unknown-key", moon("    date: 1966-02\n", "    §dates: 1966-02\n"), "The key 'dates' is not known here"),
    text("key-one-level-up", moon("terms:\n", "§prompt: What?\nterms:\n"), "The key 'prompt' is not known here"),
    entry("importance-4", moon("importance: 3", "importance: §4"), "'importance' must be at most 3"),
    entry("importance-0", moon("importance: 3", "importance: §0"), "'importance' must be at least 1"),
    entry("importance-in-words", moon("importance: 3", "importance: §high"), "'importance' must be a whole number"),
    entry("paragraph-0", moon("    paragraph: 2", "    paragraph: §0"), "'paragraph' must be at least 1"),
    entry("paragraph-half", moon("    paragraph: 2", "    paragraph: §2.5"), "'paragraph' must be a whole number"),
    entry(
        "paragraph-with-foreign-digits",
        moon("    paragraph: 2", "    paragraph: §٢"),
        "'paragraph' must be a whole number",
    ),
    entry("number-of-5000-digits", moon("    paragraph: 2", "    paragraph: §" + "9" * 5000), "is too large a number"),
    text("order-below-0", moon("order: 1", "order: §-1"), "'order' must be at least 0"),
    entry("bad-id", moon("id: luna-lands\n", "id: §Luna Lands\n"), "'id' is not written as it must be"),
    entry(
        "id-with-a-line-break", moon("id: luna-lands\n", 'id: §"luna-lands\\n"\n'), "'id' is not written as it must be"
    ),
    entry("long-id", moon("id: luna-lands\n", f"id: §{'a' * 65}\n"), "'id' is longer than 64 letters"),
    entry(
        "long-label",
        moon("A probe sends pictures from the ground", "§" + "probe " * 20),
        "'label' is longer than 80 letters",
    ),
    entry(
        "bad-tag",
        moon(MISSING_DATE, f"{MISSING_DATE}    tags: [war, §battle]\n"),
        "Entry 2 of 'tags' must be one of 'war'",
    ),
    entry("tags-as-a-text", moon(MISSING_DATE, f"{MISSING_DATE}    tags: §war\n"), "'tags' must be a list"),
    entry(
        "label-without-date",
        moon(MISSING_DATE, "").replace("label: A probe", "label: §A probe"),
        "A label without a date",
    ),
]

QUESTIONS = [
    options("six", "§[A rocket, A rover, A ship, A car, A bus, A cart]", "'distractors' has more than 5 entries"),
    options("none", "§[]", "'distractors' has fewer than 1 entries"),
    options("as-a-text", "§A rocket", "'distractors' must be a list"),
    options("answer-again", "[A rocket, §A lander]", "The option 'A lander' is the answer too"),
    options("answer-with-a-space-that-shows-nothing", '[§"A\\u200b lander", A rover]', "is the answer too"),
    options("answer-with-reason", "[A rover, §{text: A lander, why: It is}]", "is the answer too"),
    options("equal", "[A rocket, §A  rocket]", "The option 'A rocket' stands twice"),
    options("equal-when-composed", '[Café, §"Cafe\\u0301"]', "The option 'Café' stands twice"),
    options("nested", "[A rocket, §[A rover]]", "Entry 2 of 'distractors' must be a mapping"),
    options("without-text", "[A rocket, §{why: It is not}]", "The key 'text' is missing"),
    options("unknown-key", "[A rocket, {text: A rover, §wy: No}]", "The key 'wy' is not known here"),
    date("30-february", "2023-02-30", "There is no such date as '2023-02-30'"),
    date("month-13", "1966-13", "There is no such date as '1966-13'"),
    date("open", "1966/..", "open intervals"),
    date("backwards", "1967/1966", "ends before it starts"),
    date("list", "[1966, 1967]", "A date must be a text"),
    date("of-5000-digits", "1" * 5000, "1…' is not a date"),
]

IN_THE_PACK = [
    text("topic-of-another-file", moon("topic: moon", "topic: §mars"), "The topic 'mars' is not the name of the file"),
    text("topic-in-capitals", moon("topic: moon", "topic: §Moon"), "'topic' is not written as it must be"),
    text("section-not-listed", moon("section: The Moon", "section: §Mars"), "This section is not listed in pack.yaml"),
    entry("id-twice-in-a-bank", moon("id: luna-lands-sent", "id: §luna-lands"), "The id 'luna-lands' is used already"),
    entry("id-of-a-term", moon("{ id: orbit", "{ id: §money"), "The id 'money' is used already"),
    entry("id-of-another-bank", moon("id: luna-lands-sent", "id: §sun-light"), "is used already, in"),
    entry(
        "nobody-has-it",
        moon("order: 1\n", "order: 1\nborrows: [sun-light, §mars-light]\n"),
        "has the fact 'mars-light'",
    ),
    entry(
        "borrows-its-own", moon("order: 1\n", "order: 1\nborrows: [§money]\n"), "The topic has the fact 'money' already"
    ),
    entry("borrows-twice", moon("order: 1\n", "order: 1\nborrows: [sun-light, §sun-light]\n"), "'sun-light' already"),
    entry(
        "borrows-a-term",
        moon("order: 1\n", "order: 1\nborrows: [§orbit]\n"),
        "No bank of the pack has the fact 'orbit'",
    ),
    about("pack-without-title", "title: Space\nlanguage: en\n", "§language: en\n", "The key 'title' is missing"),
    about("pack-in-no-language", "language: en", "language: §English (UK)", "must be. Write a language tag"),
    about("pack-without-a-day", "read: 2024-05-17", "read:§", "A date must be a text"),
    about("pack-with-escape", "title: Space", 'title: §"Space\\e[2J"', "contains a control character (U+001B)"),
    about("pack-with-a-bad-licence", "licence: Our own words", "licence: §[]", "'licence' must be a text"),
    about("pack-with-a-bad-section", "paragraphs: 4", "paragraphs: §many", "'paragraphs' must be a whole number"),
    about("pack-without-sections", PACK[PACK.index("sections:") :], "sections: §none\n", "'sections' must be a list"),
    about("pack-with-a-bad-word", "[lost, died]", "[lost, §[died]]", "Entry 2 of 'sensitive_words' must be a text"),
    about("pack-with-unknown-keys", "language: en", "language: en\n§lang: en", "The key 'lang' is not known here"),
    about("pack-with-aliases", "[lost, died]", "§*lost", "Anchors and aliases", plays=()),
    about("pack-with-a-bad-note", "This pack speaks", '§"\\e This pack speaks"', "control character", plays=()),
    about("pack-as-a-list", PACK, "§- Space\n", "The file must be a mapping", plays=()),
]


def made(name: str, write: Callable[[Path], object], says: str, file: str = "moon.yaml") -> Case:
    """A case of something that is not a file with a text in it, or that has a bad name."""
    return Case(name, says, 0, 0, write, file)


def named(case: str, name: str | bytes, shown: str) -> Case:
    """A case of a good bank in a file with a bad name."""
    path = os.fsdecode(name)
    says = "is not the name of the file"
    return Case(case, says, 1, 8, lambda folder: bank_at(folder / path), shown)


def bank_at(path: Path) -> None:
    """Write the good bank `moon` there."""
    path.write_text(moon(), encoding="utf-8")


def linked_folder(folder: Path) -> None:
    """A folder of the pack that leads to itself."""
    (folder / "moon.yaml").symlink_to(folder / "moon.yaml")


def escaping_folder(folder: Path) -> None:
    """A second pack, whose folder has an escape sequence for a name."""
    bad = folder.parent / "sp\x1b[2Jace"
    bad.mkdir()
    (bad / "pack.yaml").write_bytes((folder / "pack.yaml").read_bytes())
    (bad / "sun.yaml").write_text(GOOD, encoding="utf-8")


NO_FILE, NOT_FOUND, CIRCLE = (
    "This is not a regular file",
    "No such file or directory",
    "Too many levels of symbolic links",
)

FILES = [
    made("pipe", lambda folder: os.mkfifo(folder / "moon.yaml"), NO_FILE),
    made("folder", lambda folder: (folder / "moon.yaml").mkdir(), NO_FILE),
    made("device", lambda folder: (folder / "moon.yaml").symlink_to("/dev/zero"), NO_FILE),
    made("link-to-itself", linked_folder, CIRCLE),
    made("link-to-nothing", lambda folder: (folder / "moon.yaml").symlink_to(folder / "mars.yaml"), NOT_FOUND),
    named("name-with-escape", "moon\x1b[2J.yaml", "moon[2J.yaml"),
    named("name-with-line-break", "moon\n.yaml", "moon .yaml"),
    named("name-in-latin-1", b"l\xfcna.yaml", "lna.yaml"),
    named("name-with-override", "moon\u202e.yaml", "moon.yaml"),
    made(
        "folder-with-escape",
        escaping_folder,
        "The name of the folder contains a control character (U+001B)",
        "sp[2Jace",
    ),
]

FAMILIES = {
    "bombs": BOMBS,
    "syntax": SYNTAX,
    "letters": LETTERS,
    "encodings": ENCODINGS,
    "shapes": SHAPES,
    "questions": QUESTIONS,
    "in-the-pack": IN_THE_PACK,
    "files": FILES,
}
"""All cases; each family is run in a process of its own."""
