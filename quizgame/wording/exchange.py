"""What is said of files that come in and go out: what became of them, and why something was left out."""

from collections.abc import Mapping

from quizgame.exchange.neutral import LeftOut, Place, UnreadableError
from quizgame.exchange.reasons import Why
from quizgame.exchange.words import Words
from quizgame.session.cant import Cant, CantExchangeError
from quizgame.wording.language import _, counted

FORMATS: Mapping[str, str] = {
    "own": _("our own columns"),
    "sheet": _("a sheet with named columns"),
    "kahoot": _("Kahoot's sheet"),
    "blooket": _("Blooket's sheet"),
    "gimkit": _("Gimkit's sheet"),
    "wayground": _("Wayground's sheet"),
    "gift": _("Moodle's GIFT"),
    "moodle-xml": _("Moodle XML"),
    "aiken": _("Aiken"),
    "open-trivia": _("Open Trivia"),
    "json": _("our own JSON"),
    "quizlet": _("cards with a tab between their sides"),
    "word-list": _("a list of words or dates"),
    "hascard": _("a deck of hascard"),
    "anki": _("a package of Anki"),
    "anki-text": _("a text of Anki"),
    "qti": _("QTI"),
}
NOTHING_CAME_IN = _("Nothing came in, so nothing was written.")
NOTHING_GOES_OUT = _("Nothing of it fits into this format, so nothing was written.")

_OF_FILES: Mapping[Why, str] = {
    Why.NOTHING_IN_IT: _("there are no questions, events or words in it"),
    Why.EMPTY_FILE: _("the file is empty"),
    Why.TOO_LARGE: _("it is too large: at most {detail} million bytes are read. Split it"),
    Why.TOO_MANY_ROWS: _("it has more than {detail} rows. Split it"),
    Why.NOT_TEXT: _("this is no text, and no file that the game knows"),
    Why.NOT_KNOWN: _(
        "the game does not know this kind of file. Name the format with --as, or save it as a sheet with columns"
        " Question, Answer, Wrong 1, Wrong 2"
    ),
    Why.BROKEN_ARCHIVE: _("the file is broken, or only a part of it is here. Get or save it again"),
    Why.UNPACKS_TOO_LARGE: _("it unpacks to more than {detail} million bytes, and is not read"),
    Why.BROKEN_FILE: _("this can't be read as {detail}. Save it again in the program it came from"),
    Why.ENTITIES: _("it defines entities of XML, which are not read. Save it without them"),
    Why.TOO_DEEP: _("it is nested too deep"),
    Why.NEWER_VERSION: _("a newer version of its program wrote it. Export it for older versions"),
    Why.MISSES_COLUMNS: _("no row names its columns. Write a first row such as Question, Answer, Wrong 1, Wrong 2"),
    Why.NEEDS_LIBRARY: _("this needs the library {detail}. Install it with: pip install 'quizgame[formats]'"),
}
_OF_ENTRIES: Mapping[Why, str] = {
    Why.NO_QUESTION: _("there is no question"),
    Why.NO_ANSWER: _("there is no right answer"),
    Why.SEVERAL_ANSWERS: _("it has several right answers; a question here has one"),
    Why.ANSWER_NOT_AN_OPTION: _("the answer “{detail}” is none of the options"),
    Why.FEW_WRONG: _("it has too few wrong options; it needs at least {detail}"),
    Why.MANY_WRONG: _("it has too many wrong options; at most {detail} are possible"),
    Why.OTHER_KIND: _("this kind is not played here ({detail})"),
    Why.ORDER_WITHOUT_DATES: _("its items have no dates; write the date behind each, such as Rome is founded (1988)"),
    Why.NOT_A_DATE: _("there is no date"),
    Why.TWICE: _("it stands there twice ({detail})"),
    Why.UNLIKE_TWIN: _("it stands there twice, with another answer ({detail})"),
    Why.CLOZE: _("cards with gaps are not played here"),
    Why.MEDIA: _("the picture, sound or video “{detail}” did not come in"),
    Why.NOT_UNDERSTOOD: _("this can't be understood"),
    Why.DOES_NOT_FIT: _("{detail}"),
    Why.NO_FACT: _("there is no fact “{detail}”"),
    Why.EDITED_BOTH: _("“{detail}” was edited here and in the file, and stays as it is here"),
    Why.DELETED_HERE: _("“{detail}” came in before and was deleted here, so it stays out"),
    Why.NO_EVENTS_THERE: _("this format has no events"),
    Why.NO_WORDS_THERE: _("this format has no words"),
    Why.TOO_LONG_THERE: _("it is too long there: {detail} letters"),
    Why.MANY_OPTIONS_THERE: _("at most {detail} options are possible there"),
    Why.SEVERAL_LINES_THERE: _("a text of several lines is not possible there"),
    Why.FEW_TO_ORDER: _("there are too few events with dates apart from its own to be put in order"),
    Why.SIGN_MEANS_SOMETHING: _("“{detail}” would mean something else there"),
}
_REASONS = {**_OF_FILES, **_OF_ENTRIES}
_CANT: Mapping[Cant, str] = {
    Cant.NO_SUCH_FORMAT: _("There is no format “{name}”; there are: {detail}."),
    Cant.NO_SUCH_TOPIC: _("The pack has no topic “{name}”; there are: {detail}."),
    Cant.NO_SUCH_PACK: _("There is no pack “{name}” in the folders of question banks."),
    Cant.CANT_BE_READ: _("{name} can't be read: {detail}."),
    Cant.IS_NO_FILE: _("{name} can't be read: it is no file. Name a file."),
    Cant.IS_A_FOLDER: _("{name} is a folder. Name the files in it."),
    Cant.CANT_BE_WRITTEN: _("{name} can't be written: {detail}. Nothing was changed."),
    Cant.NO_NAME: _("“{name}” can't be the name of a pack. Use small letters, digits and hyphens, such as first-war."),
    Cant.NAME_IS_TAKEN: _(
        "There is a pack “{name}” already. `--into {name}` brings the file into it; `--into` with another name makes"
        " another pack."
    ),
    Cant.NOT_A_PACK: _("{name} is there already and is no pack. Choose another name with --into."),
    Cant.IS_ONE_FILE: _(
        "{name} is a pack in one file, and files can only be brought into a pack in a folder. `--into` with another"
        " name makes a pack beside it."
    ),
    Cant.COMES_WITH_THE_GAME: _(
        "A pack “{name}” comes with the game, and one of your own with its name would be played in its place."
        " `--into {name}` does that; `--into` with another name makes another pack."
    ),
    Cant.MEND_FIRST: _(
        "The pack in {name} has errors, and what can't be read would be lost."
        " `quizgame check {name}` says what to mend."
    ),
    Cant.FILE_EXISTS: _("There is a file {name} already. Name another one with --out."),
    Cant.HOLDS_NO_MEMORY: _(
        "A file for {name} can't hold what you remember; one for anki can. Leave --with-memory out."
    ),
}


def words() -> Words:
    """The sentences of ours in files that go out."""
    return Words(
        _("Put these events in order, the earliest first."),
        _("When?"),
        _("Questions"),
        _("Events"),
        _("Words"),
        _("Answers"),
    )


def unreadable(name: str, error: UnreadableError) -> str:
    """Why a file can't be read."""
    where = place(error.place)
    said = _REASONS[error.why].format(detail=error.detail)
    return f"{name}{', ' if where else ''}{where}: {said}."


def place(where: Place) -> str:
    """Where in a file something stands; empty for the file as a whole."""
    names = {
        "line": _("line {number}"),
        "row": _("row {number}"),
        "note": _("note {number}"),
        "question": _("question {number}"),
        "entry": _("entry {number}"),
    }
    told = names[where.kind].format(number=where.number) if where.kind and where.number else ""
    return ", ".join(filter(None, [where.within, told]))


def left_out(one: LeftOut) -> str:
    """What was left out, and why: the beginning of its text is enough to know it by."""
    where = one.place if isinstance(one.place, str) else place(one.place)
    detail = one.detail if one.why is not Why.DOES_NOT_FIT else one.detail[:1].lower() + one.detail[1:]
    why = _REASONS[one.why].format(detail=detail)
    begin = " ".join(one.said.split())
    quoted = f"“{begin[:47]}…”" if len(begin) > 48 else f"“{begin}”" if begin else ""
    return ": ".join(filter(None, [", ".join(filter(None, [where, quoted])), why]))


def left_out_count(count: int) -> str:
    """The line above the list."""
    return counted(count, "{n} thing was left out:", "{n} things were left out:")


def read_as(name: str, form: str) -> str:
    """What a file was taken for."""
    return _("{name}: read as {form}.").format(name=name, form=FORMATS.get(form, form))


def reading(name: str, million_bytes: int) -> str:
    """A large file takes a while."""
    return _("Reading {name}, {count} million bytes …").format(name=name, count=million_bytes)


def came_in(counts: tuple[int, int, int]) -> str:
    """How much of each kind is new."""
    questions, facts, terms = counts
    parts = [
        counted(questions, "{n} question", "{n} questions"),
        counted(facts, "{n} event or fact", "{n} events and facts"),
        counted(terms, "{n} word", "{n} words"),
    ]
    told = [part for part, count in zip(parts, counts, strict=True) if count]
    return _("New: {things}.").format(things=", ".join(told) or _("nothing"))


def new_pack(folder: str) -> str:
    """A pack was made."""
    return _("A new pack is in {folder}.").format(folder=folder)


def what_now(name: str) -> str:
    """What can be done with a pack that was made."""
    text = _("`quizgame --pack {name}` plays it, `quizgame class --plain --pack {name}` plays it with a class.")
    return text.format(name=name)


def updated_pack(folder: str) -> str:
    """A pack was changed."""
    return _("The pack in {folder} is up to date.").format(folder=folder)


def changed(names: tuple[str, ...]) -> str:
    """What was changed, by its ids."""
    return _("Changed: {names}.").format(names=", ".join(names))


def as_before(count: int) -> str:
    """How much was here already."""
    return counted(count, "{n} was here already.", "{n} were here already.")


def edited_here(names: tuple[str, ...]) -> str:
    """What differs from the file because it was edited here."""
    return _("Edited here and left as they are: {names}.").format(names=", ".join(names))


def cant(error: CantExchangeError) -> str:
    """Why a file can't come in or go out."""
    if error.unreadable is not None:
        return unreadable(error.name, error.unreadable)
    return _CANT[error.cant].format(name=error.name, detail=error.detail)


def with_memory(count: int) -> str:
    """What a player reads whose memory goes out."""
    text = counted(count, "What you remember of {n} fact is in it.", "What you remember of {n} facts is in it.")
    return f"{text} {_('In Anki, choose “Import any learning progress”, and turn on FSRS in the deck options.')}"


def went_out(name: str, count: int) -> str:
    """What was written."""
    text = counted(count, "{n} entry is in {name}.", "{n} entries are in {name}.")
    return text.format(name=name)
