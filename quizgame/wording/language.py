"""The interface's language. Every sentence that a player reads goes through one of these two, so that gettext finds
it; there is no catalogue yet.

The pack has a language of its own (`PackFile.language`): its texts, and what is put together from them, stay in that.
"""

from gettext import NullTranslations

_TRANSLATIONS = NullTranslations()


def _(text: str) -> str:
    """The sentence in the interface's language."""
    return _TRANSLATIONS.gettext(text)


def counted(number: int, one: str, many: str) -> str:
    """The form for this number, with the number in place of `{n}`: counted(3, "{n} card", "{n} cards")."""
    return _TRANSLATIONS.ngettext(one, many, number).replace("{n}", f"{number:,}")
