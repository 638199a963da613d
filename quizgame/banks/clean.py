"""Text from outside, stripped of what a terminal could obey. Small, as it stands before the first picture."""

FORBIDDEN = dict.fromkeys(range(55296, 57344), "half of a surrogate pair")
FORBIDDEN |= {
    **dict.fromkeys([*range(32), *range(127, 160)], "a control character"),
    **dict.fromkeys((8232, 8233), "a line or paragraph separator"),
    **dict.fromkeys([1564, *range(8234, 8239), *range(8294, 8298)], "a control of the writing direction"),
    **dict.fromkeys(range(917504, 917632), "an invisible tag character"),
    0xFEFF: "a byte order mark inside the text",
}
"""Letters that a terminal obeys, or that make a line say something else than it contains, and what each is."""
ALLOWED_SPACES = "\n\t\r"
_STRIP: dict[int, str | None] = dict.fromkeys(FORBIDDEN)
_STRIP.update(dict.fromkeys(map(ord, ALLOWED_SPACES), " "))


def clean(text: str) -> str:
    """The text in one line, without anything that a terminal could obey; line breaks and tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_STRIP)


def clean_lines(text: str) -> str:
    """The text without anything that a terminal could obey, in its own lines; tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join([line.translate(_STRIP) for line in lines])
