"""HTML as the text that a reader would have seen. What it only shows or plays is named and stays out."""

import re
from html.parser import HTMLParser
from typing import Final

_BREAKS: Final = frozenset(
    "br p div li tr h1 h2 h3 h4 h5 h6 ul ol table blockquote pre hr section article dd dt".split()
)
_UNSEEN: Final = frozenset("script style head title template noscript".split())
_MEDIA: Final = frozenset("img audio video source embed object iframe".split())
_ANKI_SOUND = re.compile(r"\[sound:([^\]]{1,200})\]")
_LOOKS_LIKE_HTML = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|span|div|img|sub|sup|a|ul|ol|li|table|font|code|pre)\b[^>]*>", re.IGNORECASE
)


def is_html(text: str) -> bool:
    """Whether a text without a format of its own has tags that are meant as tags."""
    return _LOOKS_LIKE_HTML.search(text) is not None


def text_of(html: str) -> tuple[str, tuple[str, ...]]:
    """The text, and the names of pictures, sounds and videos in it."""
    if "<" not in html and "&" not in html and "[" not in html:
        return _tidied(html), ()
    media = _ANKI_SOUND.findall(html)
    reader = _Reader()
    reader.feed(_ANKI_SOUND.sub(" ", html))
    reader.close()
    return _tidied("".join(reader.parts)), (*media, *reader.media)


def _tidied(text: str) -> str:
    rows = [re.sub(r"[ \t]+", " ", row).strip(" ") for row in text.split("\n")]
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip("\n")
    return joined.replace("\xa0", " ").rstrip()


def kept_spaces(line: str) -> str:
    """A line in which HTML loses no space: those in a row, at the beginning and at the end are hard ones."""
    return _LOST_SPACE.sub("\xa0", line)


_LOST_SPACE = re.compile(r"^ | (?= )| $")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.media: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _MEDIA:
            named = dict(attrs)
            if name := named.get("src") or named.get("data"):
                self.media.append(name[:200])
            if named.get("alt"):
                self.parts.append(f" {named['alt']} ")
        elif tag in _BREAKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BREAKS and tag != "br":
            self._break()
        elif tag in ("td", "th"):
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(re.sub(r"[ \t\n\r\f]+", " ", data))

    def _break(self) -> None:
        self.parts.append("\n")
