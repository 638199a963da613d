"""Choices, printed or changed: the same that the screens have."""

from collections.abc import Sequence
from pathlib import Path

from quizgame.banks.clean import clean
from quizgame.plain.opened import refuse, with_session
from quizgame.plain.talk import say
from quizgame.session.options import OPTIONS, Option
from quizgame.session.session import Session
from quizgame.session.wishes import Wishes
from quizgame.wording import settings as told


def settings(bank_folders: tuple[Path, ...], saves_folder: Path, typed: Sequence[str]) -> int:
    """Print what holds, or choose something: its name, then its value; returns the exit status."""
    return with_session(bank_folders, saves_folder, Wishes(), lambda session: _settings(session, typed))


def _settings(session: Session, typed: Sequence[str]) -> int:
    if not typed:
        for option in OPTIONS:
            _print(session, option)
        return 0
    name, value = clean(typed[0]).casefold(), clean(" ".join(typed[1:])).casefold()
    named = {option.name: option for option in OPTIONS}
    if name not in named:
        return refuse(told.no_such_setting(name, list(named)))
    option = named[name]
    if value and value not in option.values:
        return refuse(told.no_such_value(name, value, option.values))
    if not value:
        _print(session, option)
        return 0
    if not option.choose(session, value):
        return refuse(told.CANT_BE_WRITTEN)
    say(told.kept(name, value))
    return 0


def _print(session: Session, option: Option) -> None:
    say(told.setting_line(option.name, option.chosen(session), option.values))
