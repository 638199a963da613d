"""What is said at the door: the help, and why something can't be done. Imports nothing, so that the door opens fast."""

DESCRIPTION = "A quiz game for learning from a text. Without a command it plays."
EPILOG = """\
examples:
  quizgame                                      play on screens
  quizgame --topics first-war --questions 5     five questions from one topic
  quizgame --plain --seed TIGER-42              line by line, and the same questions for everybody
  quizgame check my-banks                       what is to be mended in the packs of a folder

Progress is saved after every answer; leaving is always safe.
Options may stand before or behind a command. QUIZGAME_SAVES names the folder that --saves does not name.

exit status:
  0  all is well, also if the player left
  1  `check` found errors, or the game itself had a fault
  2  what was asked for can't be done; one sentence on standard error says why
  128 and the number of the signal that ended it: 130 Ctrl+C, 129 a closed window, 143 a plain `kill`
"""
VERSION = "print the version and leave"
HELP = "print this and leave"
PLAIN = "line by line, for screen readers and pipes"
TOPICS = "only these topics; without it all of them"
QUESTIONS = "how many questions a round has, 1 to 50; without it 10"
SEED = "a word and a number: the same seed asks the same questions"
MODE = "what is played: practice, orderings, dates, growing or daily; without it practice"
PACK = "the pack to use, by the name of its folder; without it the first one"
BANKS = "look for packs here, instead of the usual places; may be given several times"
SAVES = "keep progress in this folder; it is made if need be"
CHECK = "say what is to be mended in question banks"
CHECK_MORE = """\
Reads packs of questions and prints every problem, with file and line and what to do about it, and what each pack
contains. Without a path it reads the folders that the game would read.
Status: 0 no errors, 1 errors, 2 nothing to read.
"""
CHECK_PATH = "a folder of packs, a pack, or one bank of a pack"
CHECK_STRICT = "let warnings fail too"
CHECK_KEEP_IDS = "add new ids to the list of ids of each pack"
TIMELINE = "print the events of a pack on one line of time"
TIMELINE_MORE = "Prints all events of a pack in the order of their dates, for reading aloud or for paper."
WHERE = "print where progress is kept and where banks are looked for"
WHERE_MORE = "Prints the folders that the game uses. Nothing is made or changed."
CLASS = "play a round with a class: teams on one keyboard, or a show of hands"
CLASS_MORE = """\
Plays with a class, for now with --plain only: 2 to 8 teams that take turns, or a show of hands. Enter all the way is a
sensible round. A round that was left is offered first. No names of pupils are asked for.
"""
CLASS_NAME = "what the class is called, such as 5b; without it the one that was there last"
CODE = "a round code, such as TIGER-42-K7Q-XPM: the same questions as where it was made"
SHEET = "print a round on paper: worksheet, key, cards to cut out"
SHEET_MORE = """\
Writes the questions of a round code as pages to print from a browser, and as plain text.
"""
OUT = "the folder to write into; it is made if need be"
BOTH = "two versions, A and B, with questions and options in another order"
LETTER = "for US Letter paper instead of A4"
LARGE = "in large print"
COMMANDS = "commands"

NO_SCREENS = "This terminal can't show screens"
CLASS_NEEDS_PLAIN = "A class plays line by line for now: `quizgame class --plain`."
NO_TERMINAL = "The screens need a terminal"
NO_UTF8 = "The screens need a terminal that speaks UTF-8"
NOTHING_TO_CHECK = "There is no folder of question banks here to check; name one."
SOMETHING_WRONG = "quizgame: something went wrong, and the game had to stop. Your answers are safe."


def refusal(sentence: str) -> str:
    """A sentence on standard error."""
    return f"quizgame: {sentence}"


def play_plain(why: str) -> str:
    """Screens can't be had."""
    return f"{why}. `quizgame --plain` plays line by line instead."


def not_understood(message: str) -> str:
    """A command line that can't be read."""
    return f"{message}. `quizgame --help` shows what there is."


def no_use(command: str, option: str) -> str:
    """An option that says what to play, with a command that does not play that."""
    return f"`quizgame {command}` has no use for {option}."


def no_such_pack(pack: str) -> str:
    """A pack that is in none of the folders."""
    return f"There is no pack {pack!r} in the folders of question banks."


def no_name(what: str) -> str:
    """An empty path."""
    return f"{what} needs the name of a folder."


def no_home(path: str) -> str:
    """A `~` that nobody can say the meaning of."""
    return f"Nobody knows whose home '{path}' begins with. Write the path without ~."


def folder_named_tilde(path: str) -> str:
    """A `~` that would become the name of a folder."""
    return f"'{path}' would make a folder named ~. Write the whole path instead."


def cant_write(reason: str) -> str:
    """Standard output takes no more."""
    return f"What the game says can't be written: {reason}. Everything you answered is kept."


def described_in(log: str) -> str:
    """Where a fault is described."""
    return f"What happened is described in {log}."
