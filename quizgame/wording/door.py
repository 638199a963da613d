"""What is said at the door: the help, and why something can't be done. Imports only the language: it opens fast."""

from quizgame.wording.language import _

DESCRIPTION = _("A quiz game for learning from a text. Without a command it plays.")
EPILOG = _("""\
examples:
  quizgame                                      play on screens
  quizgame today                                what you need today
  quizgame cards --topics first-war             flashcards of one topic
  quizgame --topics first-war --questions 5     five questions from one topic
  quizgame --plain --seed TIGER-42              line by line, and the same questions for everybody
  quizgame new "The water cycle"                a pack of your own, ready to be filled
  quizgame check my-banks                       what is to be mended in the packs of a folder
  quizgame import quiz.xlsx deck.apkg           a pack of files from other programs
  quizgame export xlsx                          the pack as a sheet, to edit and import again
  quizgame settings                             what you can choose, such as a voice that reads
  quizgame help keys                            more to read; `quizgame help` lists it

Progress is saved after every answer; leaving is always safe.
Options may stand before or behind a command. QUIZGAME_SAVES names the folder that --saves does not name.

exit status:
  0  all is well, also if the player left
  1  `check` found errors, nothing came in or went out, or the game itself had a fault
  2  what was asked for can't be done; one sentence on standard error says why
  128 and the number of the signal that ended it: 130 Ctrl+C, 129 a closed window, 143 a plain `kill`
""")
VERSION = _("print the version and leave")
HELP = _("print this and leave")
PLAIN = _("line by line, for screen readers and pipes")
TOPICS = _("only these topics; without it all of them")
QUESTIONS = _("how many questions a round has, 1 to 50; without it as many as you chose in the settings")
SEED = _("a word and a number: the same seed asks the same questions")
MODE = _("what is played: today, weak, cards, practice, mock, orderings, dates, growing or daily; without it practice")
PACK = _("the pack to use, by the name of its folder or file, or all; without it the one played last")
BANKS = _("look for packs here, instead of the usual places; may be given several times")
SAVES = _("keep progress in this folder; it is made if need be")
TODAY, WEAK = _("play what you need today"), _("play what you know least")
TODAY_MORE = _("A day's dose: what is about to be forgotten, and what is new. What you miss comes back.")
WEAK_MORE = _("What you did not know the last time, and topics that you know little of. What you miss comes back.")
CARDS, MOCK = _("flashcards: you say how well you knew each"), _("a mock test: what was right is told at the end")
CARDS_MORE = _("Turn a card, then say how well you knew it; it comes again when you are about to forget it.")
MOCK_MORE = _("Questions without a verdict in between; at the end every one of them once more, with its answer.")
NEW = _("make a pack of your own, with examples to write over")
NEW_MORE = _("""\
Makes a file with a few questions, dates and words to write over, in your own folder of banks or the first one that
--banks names. A file that is there is never touched.
Status: 0 it was made, 2 it can't be done.
""")
NEW_TITLE = _("what the pack is called")
CHECK = _("say what is to be mended in question banks")
CHECK_MORE = _("""\
Reads packs of questions and prints every problem, with file and line and what to do about it, and what each pack
contains. Without a path it reads the folders that the game would read.
Status: 0 no errors, 1 errors, 2 nothing to read.
""")
CHECK_PATH = _("a folder of packs, a pack (a folder or a file), or one bank of a pack")
CHECK_STRICT = _("let warnings fail too")
CHECK_KEEP_IDS = _("add new ids to the list of ids of each pack")
CHECK_WATCH = _("check again whenever a file changes, until Ctrl+C")
CHECK_WRITE_IDS = _("write the ids that were made for entries without one into packs of one file")
IMPORT = _("make a pack of files from other programs")
IMPORT_MORE = _("""\
Reads files of other programs: sheets (Excel, CSV; Kahoot, Blooket, Gimkit, Wayground, or any with a first row such as
Question, Answer, Wrong 1, Wrong 2), Moodle's GIFT and XML, Aiken, Anki, QTI, Open Trivia, hascard, Quizlet, and lists
of `word: meaning` or `date: event`. What can't come in is listed, each with its place and reason.
Status: 0 something came in, 1 nothing did, 2 it can't be done; then nothing was changed.
""")
IMPORT_PATH = _("a file of another program")
IMPORT_AS = _("take the files for this format; without it their content tells")
IMPORT_INTO = _("the name of the pack: a new one, or one that is there and is brought up to date")
EXPORT = _("write a pack as a file for another program")
EXPORT_MORE = _("""\
Writes the questions, events and words of a pack for another program. What the format can't hold is listed, each with
its id and reason. csv and xlsx hold everything: edit them in a spreadsheet program and import them again.
Status: 0 a file was written, 1 nothing fits into the format, 2 it can't be done.
""")
EXPORT_FORMAT = _("""\
gift, moodle-xml, aiken, csv, xlsx, json, anki, anki-text, quizlet, kahoot, blooket, gimkit, wayground, qti, html""")
EXPORT_OUT = _("the file to write; without it one in this folder, named after the pack")
EXPORT_MEMORY = _("anki only: what you remember goes out too, and when each card is due")
NO_FILE = _("import needs the name of a file")
TIMELINE = _("print the events of a pack on one line of time")
TIMELINE_MORE = _("Prints all events of a pack in the order of their dates, for reading aloud or for paper.")
EXAM = _("name the day of a test, and print what a daily dose leads to")
EXAM_MORE = _(
    "Until the day of a test its topics come first. `quizgame exam` says which is set, `exam off` takes it off."
)
EXAM_DAY = _("a day, such as friday, 4 December, 2026-12-04 or in 10 days; off for no test")
READ = _("print the study notes of a topic, or the outline of a pack")
READ_MORE = _("Prints each note with how far you have come with it. Without a topic it prints the sections as a map.")
READ_TOPIC = _("the name of a topic, such as first-war")
READ_UNKNOWN = _("only what you don't know yet")
READ_ASK = _("then ask about what you don't know yet, line by line")
HISTORY = _("print the rounds you played, or one of them question by question")
HISTORY_MORE = _("Prints the last rounds of a pack with a number each; with a number, every answer of that round.")
HISTORY_ROUND = _("the number of a round: 1 is the last one")
PROGRESS = _("print what you know, what is due and what you did")
PROGRESS_MORE = _("Prints the progress in a pack: each topic, the days, what is to refresh, own bests.")
PROGRESS_JSON = _("the same as JSON, for programs; shares are between 0 and 1")
WHERE = _("print where progress is kept and where banks are looked for")
WHERE_MORE = _("Prints the folders that the game uses. Nothing is made or changed.")
SAVED = _("check what is kept, or count it anew")
SAVED_MORE = _("""\
`quizgame saves check` reads every answer that is kept, and says whether it is what was written and whether the figures
beside it are what the answers come to. `quizgame saves rebuild` makes all figures again from the answers.
Status: 0 all is well, 1 something is wrong with what is kept, 2 there is nothing to read.
""")
SAVED_ACTION = _("check or rebuild")
PLAYERS = _("who plays on this machine: add, switch, rename, export, import, delete")
PLAYERS_MORE = _("""\
Several people can play on one machine, each with answers and figures of their own. Names are made up; none is typed.
`quizgame players` lists them. `add` makes a new one, who plays from then on; `switch NAME` lets another one play;
`rename [NAME]` makes up another name; `export FILE` writes all answers of whoever plays into a new file, and
`import FILE` takes them in elsewhere; `delete NAME` deletes all of a player for good, after the name is typed again.
""")
PLAYERS_ACTION = _("list, add, switch, rename, export, import or delete; without it list")
PLAYERS_NAME = _("the name of a player, or of a file")
SETTINGS = _("what you can choose: length, difficulty, a voice that reads, a bell and more")
SETTINGS_MORE = _("""\
Prints what is chosen, a line each. With a name and a value it chooses: `quizgame settings length 20`,
`quizgame settings aloud on`. On screens the same stands behind the key o.
""")
SETTINGS_NAME = _("what is chosen, then its value; without both a list")
CLASS = _("play a round with a class: teams on one keyboard, or a show of hands")
CLASS_MORE = _("""\
Plays with a class, before a projector or with --plain line by line: 2 to 8 teams that take turns, or a show of hands.
Enter all the way is a sensible round. A round that was left is offered first. No names of pupils are asked for.
""")
CLASS_NAME = _("what the class is called, such as 5b; without it the one that was there last")
CODE = _("a round code, such as TIGER-42-K7Q-XPM: the same questions as where it was made")
SHEET = _("print a round on paper: worksheet, key, cards to cut out")
SHEET_MORE = _("""\
Writes the questions of a round code as pages to print from a browser, and as plain text.
""")
OUT = _("the folder to write into; it is made if need be")
BOTH = _("two versions, A and B, with questions and options in another order")
LETTER = _("for US Letter paper instead of A4")
LARGE = _("in large print")
HELP_ON = _("more to read: playing, keys, class, packs, files, settings, saves, trouble")
HELP_ON_MORE = _("Prints a short text, or the help of a command. Without a topic it lists them.")
HELP_TOPIC = _("a topic such as keys, or the name of a command")
COMMANDS = _("commands")

NO_SCREENS = _("This terminal can't show screens")
NO_TERMINAL = _("The screens need a terminal")
NO_UTF8 = _("The screens need a terminal that speaks UTF-8")
NOTHING_TO_CHECK = _("There is no folder of question banks here to check; name one.")
SOMETHING_WRONG = _("quizgame: something went wrong, and the game had to stop. Your answers are safe.")


def refusal(sentence: str) -> str:
    """A sentence on standard error."""
    return f"quizgame: {sentence}"


def play_plain(why: str) -> str:
    """Screens can't be had."""
    return _("{why}. `quizgame --plain` plays line by line instead.").format(why=why)


def not_understood(message: str) -> str:
    """A command line that can't be read."""
    return _("{message}. `quizgame --help` shows what there is.").format(message=message)


def no_use(command: str, option: str) -> str:
    """An option that says what to play, with a command that does not play that."""
    return _("`quizgame {command}` has no use for {option}.").format(command=command, option=option)


def no_such_pack(pack: str) -> str:
    """A pack that is in none of the folders."""
    return _("There is no pack {pack!r} in the folders of question banks.").format(pack=pack)


def no_name(what: str) -> str:
    """An empty path."""
    return _("{what} needs the name of a folder.").format(what=what)


def no_home(path: str) -> str:
    """A `~` that nobody can say the meaning of."""
    return _("Nobody knows whose home '{path}' begins with. Write the path without ~.").format(path=path)


def folder_named_tilde(path: str) -> str:
    """A `~` that would become the name of a folder."""
    return _("'{path}' would make a folder named ~. Write the whole path instead.").format(path=path)


def cant_write(reason: str) -> str:
    """Standard output takes no more."""
    return _("What the game says can't be written: {reason}. Everything you answered is kept.").format(reason=reason)


def described_in(log: str) -> str:
    """Where a fault is described."""
    return _("What happened is described in {log}.").format(log=log)


def not_known(arguments: list[str]) -> str:
    """What is neither a command nor an option of it."""
    return _("unrecognized arguments: {arguments}").format(arguments=" ".join(arguments))


def made(path: str, name: str) -> str:
    """Where a new pack lies, and what to do next: two lines."""
    where = _("Your pack is {path}: open it in an editor and write over the examples.").format(path=path)
    after = _("Then `quizgame check --watch --pack {name}` says what to mend, and `quizgame --pack {name}` plays it.")
    return f"{where}\n{after.format(name=name)}"


def is_there_already(path: str) -> str:
    """A file that is not written over."""
    return _("There is {path} already, and it was left as it is. Choose another title.").format(path=path)


def comes_with_the_game(name: str) -> str:
    """A name that would hide a pack."""
    return _(
        "A pack “{name}” comes with the game, and yours would be played in its place. Choose another title."
    ).format(name=name)


def no_title(title: str) -> str:
    """A title of which no pack can be made."""
    return _("{title!r} can't be the title of a pack: it must have a letter, and at most 40.").format(title=title)


def cant_make(path: str, reason: str) -> str:
    """A folder that can't be written to."""
    return _("{path} can't be made: {reason}.").format(path=path, reason=reason)


def saves_are_in(folder: str) -> str:
    """Where progress is kept."""
    return _("saves: {folder}").format(folder=folder)


def banks_are_in(folder: str) -> str:
    """Where banks are looked for."""
    return _("banks: {folder}").format(folder=folder)


def crash_log_is(path: str) -> str:
    """Where a fault would be described."""
    return _("crash log: {path}").format(path=path)
