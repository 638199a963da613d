"""Cases that are stopped by the restricted YAML: bombs, forbidden syntax, letters that a terminal obeys, encodings."""

from tests.banks.files.hostile import Case, entry, moon, raw, text

MANY = 25_000
TOO_DEEP, NO_ANCHORS, NO_TAGS = "nested deeper than 12 levels", "Anchors and aliases", "Tags (`!`) are not allowed"
NOT_YAML, TOO_MANY = "can't be read as YAML", "The file has more than 1,000 problems"

HEAD = "topic: moon\ntitle: Moon\nsection: The Moon\norder: 1\n"
FACT = "facts:\n  - id: a-fact\n    text: A fact.\n    paragraph: 1\n"
ALIASES = "".join(f"l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]\n" for i in range(1, 10))
MERGES = "".join(f"m{i}: &m{i} {{<<: [{', '.join([f'*m{i - 1}'] * 9)}]}}\n" for i in range(1, 10))

BOMBS = [
    raw("brackets", b"[" * MANY, TOO_DEEP, 1, 13),
    raw("brackets-that-close", b"[" * MANY + b"]" * MANY, TOO_DEEP, 1, 13),
    raw("braces", b"{a: " * MANY, TOO_DEEP, 1, 46),
    raw("dashes", b"- " * MANY, TOO_DEEP, 1, 25),
    raw("steps", b"".join(b" " * i + b"a:\n" for i in range(1900)), TOO_DEEP, 12, 12),
    raw("question-marks", b"? " * MANY, "A key must be a plain word", 1, 3),
    text("brackets-as-facts", HEAD + "facts: " + "[" * 11 + "§" + "[" * MANY, TOO_DEEP),
    text("aliases", f"l0: §&l0 [lol, lol]\n{ALIASES}", NO_ANCHORS),
    text("merge-keys", f"m0: §&m0 {{a: 1, b: 2}}\n{MERGES}", NO_ANCHORS),
    text("alias-of-itself", "§&a [*a]", NO_ANCHORS),
    text("facts-in-facts", f"{HEAD}facts: §&f [*f]\n", NO_ANCHORS),
    raw("three-megabytes", b"# comment\n" * 300_000, "larger than 2,000,000 bytes"),
    raw("four-hundred-thousand-nodes", b"- a\n" * 400_000, "more than 300,000 parts", 300_000, 3),
    raw("empty-facts", (HEAD + "facts: [" + "{}," * 50_000 + "]").encode(), "The file has 50,000 problems"),
    raw("empty-questions", (HEAD + FACT + "    questions: [" + "{}," * 290_000 + "]").encode(), "has 870,000 problems"),
    text("bad-texts", HEAD + "facts: [" + '"\\e",' * 1000 + '§"\\e",' + '"\\e",' * 200_000 + "]", TOO_MANY),
    text("equal-keys", HEAD + "facts: {k: ," + "k: ," * 1000 + "§k: ," + "k: ," * 100_000 + "}", TOO_MANY),
    raw("unknown-keys", (HEAD + "".join(f"k{i}:\n" for i in range(100_000))).encode(), "The file has 100,000 problems"),
    raw("one-endless-word", HEAD.encode() + b"note: " + b"a" * 1_900_000, "is too long: 1900000 letters", 5, 7),
    raw("endless-lines", HEAD.encode() + b"note:\n" + b" a\n" * 600_000, "is too long: 1199999 letters", 6, 2),
    raw("endless-escapes", HEAD.encode() + b'note: "' + b"\\x41" * 450_000 + b'"', "is too long: 450000", 5, 7),
    raw("endless-space", HEAD.encode() + b"note: " + b" " * 1_900_000 + b"@", NOT_YAML, 5, 1_900_007),
]

SYNTAX = [
    text("python-object", moon("What was Eagle?", "§!!python/object/apply:os.system [exit 3]"), NO_TAGS),
    text("python-name", "§!!python/name:os.system\n", NO_TAGS),
    text("binary", moon("What was Eagle?", "§!!binary aGFja2Vk"), NO_TAGS),
    text("set", "topic: §!!set {moon}\n", NO_TAGS),
    text("timestamp", moon("date: 1966-02", "date: §!!timestamp 1966-02-03"), NO_TAGS),
    text("own-tag", moon("What was Eagle?", "§!include /etc/passwd"), NO_TAGS),
    text("undeclared-tag", moon("What was Eagle?", "§!e!tag text"), NOT_YAML),
    text("yaml-directive", "§%YAML 1.1\n---\n" + moon(), "Directives (`%`) are not allowed"),
    text("tag-directive", "§%TAG !e! tag:example.org,2024:\n---\n" + moon(), "Directives (`%`) are not allowed"),
    text("second-document", moon() + "§---\ntopic: sun\n", "a second document"),
    text("text-after-the-end", moon() + "...\n§topic: sun\n", NOT_YAML),
    text("anchor-by-mistake", moon("What was Eagle?", "§&c"), NO_ANCHORS),
    text("entity", moon("What was Eagle?", "&c§. and so on"), NOT_YAML),
    text("alias-by-mistake", moon("What was Eagle?", "§*emphasis"), NO_ANCHORS),
    text("alias-as-key", HEAD + "§*a : b\n", "A key must be a plain word"),
    text("list-as-key", HEAD + "? §[a, b]\n: c\n", "A key must be a plain word"),
    text("tabs", moon("    paragraph: 2\n", "§\tparagraph: 2\n"), "can't be read as YAML"),
    text("colon-in-a-text", moon("What was Eagle?", "Eagle§: what was it?"), NOT_YAML),
    text("at-sign", moon("What was Eagle?", "§@Eagle?"), NOT_YAML),
    text("open-quote", moon("What was Eagle?", '§"What was Eagle?'), "the quote that opens here is not closed"),
    text("open-bracket", HEAD + FACT + "    tags: §[war\n    importance: 2\n", "the `[` that opens here is not closed"),
    text("wrong-indentation", moon("    text: Luna 9", "     text§: Luna 9"), NOT_YAML),
    text(
        "equal-keys-of-a-bank",
        moon("order: 1\n", "order: 1\n§title: Mond\n"),
        "The key 'title' stands here and in line 2",
    ),
    entry(
        "equal-keys-of-a-fact",
        moon("    date: 1966-02\n", "    date: 1966-02\n    §date: 1967\n"),
        "stands here and in line",
    ),
    text("surrogate-escape", moon("What was Eagle?", '"\\u§d800"'), NOT_YAML),
    text("impossible-escape", moon("What was Eagle?", '"\\U§00110000"'), NOT_YAML),
]


def letters(name: str, content: str, says: str) -> Case:
    """A case of one bad text as the prompt of a question; raw control characters stop the reading."""
    return (text if says.startswith(RAW) else entry)(name, moon("What was Eagle?", content), says)


RAW = ("control character", "line or paragraph separator (U+2028)")
CONTROL, DIRECTION = "contains a control character", "contains a control of the writing direction"

LETTERS = [
    letters("raw-escape", "Eagle §\x1b[2J?", "control character (U+001B)"),
    letters("raw-nul", "Eagle§\0?", "control character (U+0000)"),
    letters("raw-c1", "Eägle§\x9b2J?", "control character (U+009B)"),
    letters("raw-next-line", "Eägle§\x85what?", "control character (U+0085)"),
    letters("raw-delete", "Eagle§\x7f?", "control character (U+007F)"),
    letters("raw-bell-in-a-comment", "Eagle? # §\x07", "control character (U+0007)"),
    letters("written-escape", '§"\\e]52;c;aGFja2Vk\\a"', f"{CONTROL} (U+001B)"),
    letters("written-c1", '§"\\x9b2J"', f"{CONTROL} (U+009B)"),
    letters("written-nul", '§"Eagle\\0"', f"{CONTROL} (U+0000)"),
    letters("written-backspace", '§"Eagle\\b\\b\\b"', f"{CONTROL} (U+0008)"),
    letters("written-separator", '§"Eagle\\L"', "contains a line or paragraph separator (U+2028)"),
    letters("written-direction", '§"\\u202Eelgae"', f"{DIRECTION} (U+202E)"),
    letters("separator", "Eagle§\u2028what?", "line or paragraph separator (U+2028)"),
    letters("override", "§Eagle \u202egnikcah", f"{DIRECTION} (U+202E)"),
    letters("isolate", "§Eagle \u2067gnikcah\u2069", f"{DIRECTION} (U+2067)"),
    letters("tag-letters", "§Eagle" + "".join(chr(0xE0000 + ord(letter)) for letter in "quit"), "invisible tag"),
    letters("mark-inside", "§Eagle\ufeff?", "a byte order mark inside the text"),
    letters("zalgo", "§E" + "\u0301" * 300 + "agle", "piles more than 4 marks"),
    letters("zalgo-with-joiners", "§E" + "\u0301\u0336\u200d" * 40, "piles more than 4 marks"),
    letters("five-thousand-letters", "§" + "what " * 1000, "is too long: 4999 letters"),
    letters("seven-hundred-letters", "§" + "what " * 140, "'prompt' is longer than 600 letters"),
    letters("three-hundred-letter-word", "§" + "w" * 300, "has a word of 300 letters"),
    text("escape-in-a-key", moon("order: 1\n", 'order: 1\n§"\\e[2J": x\n'), f"{CONTROL} (U+001B)"),
    text("escape-in-an-unknown-key", moon("order: 1\n", 'order: 1\n§"\\e[2Jx": x\n'), "The key '[2Jx' is not known"),
    text("escape-in-a-topic", moon("topic: moon", 'topic: §"mo\\eon"'), f"{CONTROL} (U+001B)"),
    entry("escape-in-a-date", moon("date: 1966-02", 'date: §"1966\\e"'), f"{CONTROL} (U+001B)"),
    text("escape-in-an-equal-key", HEAD + '"\\e": a\n§"\\e": b\n', "stands here and in line 5"),
]

ENCODINGS = [
    raw(
        "latin-1", moon("What was Eagle?", "Où était l'Eagle ?").encode("latin-1"), "not UTF-8 text (byte 0xf9)", 21, 18
    ),
    raw("cp1251", moon("What was Eagle?", "Что такое?").encode("cp1251"), "not UTF-8 text (byte 0xd7)", 21, 17),
    raw("mark-and-latin-1", b"\xef\xbb\xbftopic: \xe9t\xe9", "not UTF-8 text (byte 0xe9)", 1, 8),
    raw("utf-32", moon().encode("utf-32"), "control character (U+0000)", 1, 1),
    raw("utf-16-without-a-mark", moon().encode("utf-16-le"), "control character (U+0000)", 1, 2),
    raw(
        "half-a-letter-of-utf-16",
        b"\xff\xfe" + moon().encode("utf-16-le") + b"t",
        "not UTF-16 text",
        moon().count("\n") + 1,
        1,
    ),
    raw("gzip", b"\x1f\x8b\x08\x00\x00\x00\x00\x00", "not UTF-8 text (byte 0x8b)", 1, 2),
    raw("picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not UTF-8 text (byte 0x89)", 1, 1),
    raw("overlong-letters", b"topic: \xc0\xae", "not UTF-8 text (byte 0xc0)", 1, 8),
    raw("surrogates-in-utf-8", b"topic: \xed\xa0\x80", "not UTF-8 text (byte 0xed)", 1, 8),
]
