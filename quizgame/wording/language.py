"""The interface's language. Every sentence that a player reads goes through one of these two, so that gettext finds
it; there is no catalogue yet.

The pack has a language of its own (`PackFile.language`): its texts, and what is put together from them, stay in that.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations  # the first picture need not wait for it


class _AsWritten:
    """The sentences as they stand in the code: what `NullTranslations` does."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1 if n == 1 else msgid2


_TRANSLATIONS: "NullTranslations | _AsWritten" = _AsWritten()


def _(text: str) -> str:
    """The sentence in the interface's language."""
    return _TRANSLATIONS.gettext(text)


def counted(number: int, one: str, many: str) -> str:
    """The form for this number, with the number in place of `{n}`: counted(3, "{n} card", "{n} cards")."""
    return _TRANSLATIONS.ngettext(one, many, number).replace("{n}", f"{number:,}")
