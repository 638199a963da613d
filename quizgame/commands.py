"""The commands: what each needs, imported only when it is wanted, and one sentence where that can't be had."""

import io
import os
import sys
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace as Options

from quizgame import __version__
from quizgame.banks.clean import clean
from quizgame.ending import CANT_BE_DONE, Ending, say_at_the_end
from quizgame.places import (
    SCHEMA_FILE,
    NoHomeError,
    NoNameError,
    PlaceError,
    bank_folders,
    expanded,
    log_file,
    own_banks,
    saves_folder,
    shipped_banks,
)
from quizgame.session.wishes import PLAYS, WISHES, Wishes
from quizgame.wording import door

NOTHING_TYPED = dict.fromkeys(("command", "saves", *WISHES)) | {"plain": False, "version": False}


def run(words: list[str], ending: Ending) -> int:
    """Do what the command line asks for; returns the exit status."""
    options = Options(**NOTHING_TYPED, banks=[])
    if words:  # else the first picture need not wait for what reads them
        from quizgame.command_line import read, unused

        options = read(words)
        if sentence := unused(options):
            return _refuse(sentence)
    if options.version:
        print(f"quizgame {__version__}")
        return 0
    commands: dict[str, Callable[[Options], int]] = {
        "new": _new,
        "check": _check,
        "import": partial(_import, ending=ending),
        "export": _export,
        "exam": _exam,
        "history": _history,
        "progress": _progress,
        "read": _read,
        "timeline": _timeline,
        "where": _where,
        "saves": _saves,
        "players": partial(_players, ending=ending),
        "settings": _settings,
        "help": _help,
        "class": partial(_class, ending=ending),
        "sheet": _sheet,
    }
    command = commands.get(options.command) or partial(_plain if options.plain else _tui, ending=ending)
    if options.plain or options.command not in (None, *PLAYS, "class"):
        _speak_any_language()
    try:
        return command(options)
    except PlaceError as error:
        return _refuse(_why_not(error))


def _new(options: Options) -> int:
    from quizgame.plain.new import CantMakeError, make

    folder = bank_folders(options.banks)[0] if options.banks else own_banks()
    try:
        path = make(" ".join(options.title), folder, shipped_banks() / SCHEMA_FILE)
    except CantMakeError as error:
        return _refuse(str(error))
    print(door.made(clean(str(path)), clean(path.stem)))
    return 0


def _check(options: Options) -> int:
    from quizgame.plain.check import Writing, check, of_pack
    from quizgame.plain.watch import watch

    paths = [expanded(path, "check") for path in options.path] or list(bank_folders(options.banks))
    if not options.path and not options.banks:
        paths = [path for path in paths if path.exists()]  # nobody needs banks of their own
    if options.pack is not None and not (paths := of_pack(paths, options.pack)):
        return _refuse(door.no_such_pack(clean(options.pack)))
    if not paths:
        return _refuse(door.NOTHING_TO_CHECK)
    writing = Writing(options.keep_ids, options.write_ids)
    act = partial(check, paths, strict=options.strict, writing=writing, brief=options.watch)
    return watch(paths, act) if options.watch else act()


def _import(options: Options, ending: Ending) -> int:
    from quizgame.plain.exchange import bring

    paths = [expanded(path, "import") for path in options.path]
    banks = bank_folders(options.banks)[0] if options.banks else own_banks()
    with ending.raised():  # what is half-written is taken away
        return bring(paths, options.form, options.into, banks)


def _export(options: Options) -> int:
    from quizgame.plain.exchange import send

    out = expanded(options.out, "--out") if options.out is not None else None
    topics = [topic for topic in (options.topics or "").replace(",", " ").split() if topic]
    saves = saves_folder(options.saves) if options.with_memory else None
    return send(bank_folders(options.banks), options.form, saves, pack=options.pack, topics=topics, out=out)


def _where(options: Options) -> int:
    print(door.saves_are_in(clean(str(saves_folder(options.saves)))))
    for folder in bank_folders(options.banks):
        print(door.banks_are_in(clean(str(folder))))
    print(door.crash_log_is(clean(str(log_file()))))
    return 0


def _timeline(options: Options) -> int:
    from quizgame.plain.timeline import timeline

    return timeline(bank_folders(options.banks), _wishes(options))


def _players(options: Options, ending: Ending) -> int:
    from quizgame.plain.players import run

    with ending.raised():
        return run(saves_folder(options.saves), options.action, options.path)


def _help(options: Options) -> int:
    from quizgame.command_line import USED, read
    from quizgame.wording.help_topics import TOPICS, help_on, no_such_topic

    if options.on in USED and options.on not in TOPICS:
        read([options.on, "--help"])
    text = help_on(options.on, [name for name in USED if name != "help"])
    if text is None:
        return _refuse(no_such_topic(clean(options.on)))
    print(text)
    return 0


def _settings(options: Options) -> int:
    from quizgame.plain.settings import settings

    return settings(bank_folders(options.banks), saves_folder(options.saves), options.chosen)


def _saves(options: Options) -> int:
    from quizgame.plain.saves import check, rebuild

    act = check if options.action == "check" else rebuild
    return act(saves_folder(options.saves), bank_folders(options.banks))


def _read(options: Options) -> int:
    from quizgame.plain.read import read_notes

    folders, saves = bank_folders(options.banks), saves_folder(options.saves)
    return read_notes(folders, saves, _wishes(options), options.topic, only=options.unknown, ask=options.ask)


def _exam(options: Options) -> int:
    from quizgame.plain.exam import exam

    return exam(bank_folders(options.banks), saves_folder(options.saves), _wishes(options), " ".join(options.day))


def _history(options: Options) -> int:
    from quizgame.plain.history import history

    return history(bank_folders(options.banks), saves_folder(options.saves), _wishes(options), options.round)


def _progress(options: Options) -> int:
    from quizgame.plain.progress import progress

    return progress(bank_folders(options.banks), saves_folder(options.saves), _wishes(options), as_json=options.json)


def _class(options: Options, ending: Ending) -> int:
    if not options.plain:
        return _tui(options, ending)
    from quizgame.plain.class_round import start_class

    places = bank_folders(options.banks), saves_folder(options.saves)
    with ending.raised():
        return start_class(*places, _wishes(options), name=options.name)


def _sheet(options: Options) -> int:
    from quizgame.plain.sheet import print_sheet

    how = {"both": options.both, "letter": options.letter, "large": options.large}
    return print_sheet(
        bank_folders(options.banks), _wishes(options), options.round_code, expanded(options.out, "--out"), **how
    )


def _plain(options: Options, ending: Ending) -> int:
    from quizgame.plain.start import start

    with ending.raised():
        return start(bank_folders(options.banks), saves_folder(options.saves), _wishes(options))


def _tui(options: Options, ending: Ending) -> int:
    if os.environ.get("TERM", "") in ("", "dumb") and os.name != "nt":
        return _refuse(door.play_plain(door.NO_SCREENS))
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        return _refuse(door.play_plain(door.NO_TERMINAL))
    if "utf" not in (sys.__stderr__.encoding if sys.__stderr__ else "").casefold():
        return _refuse(door.play_plain(door.NO_UTF8))
    from quizgame.tui.run import run

    return run(bank_folders(options.banks), saves_folder(options.saves), _wishes(options), log_file(), ending)


def _wishes(options: Options) -> Wishes:
    mode = options.command if options.command in PLAYS else options.mode
    class_name = (options.name or "") if options.command == "class" else None
    return Wishes(options.pack, options.topics, options.questions, options.seed, mode, options.code, class_name)


def _refuse(why: str) -> int:
    say_at_the_end(door.refusal(why))
    return CANT_BE_DONE


def _why_not(error: PlaceError) -> str:
    if isinstance(error, NoNameError):
        return door.no_name(error.path)
    return (door.no_home if isinstance(error, NoHomeError) else door.folder_named_tilde)(clean(error.path))


def _speak_any_language() -> None:
    """Let a stream that can't write or read a letter take a question mark for it and go on."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a stream that was closed before we came is None
            stream.reconfigure(errors="replace")
