"""What `quizgame help TOPIC` says: short texts to read in a terminal, each of about a minute."""

from collections.abc import Sequence

from quizgame.wording.language import _

TOPICS: dict[str, tuple[str, str]] = {
    "playing": (
        _("how a round goes, and what there is to play"),
        _("""\
Enter plays what you need today: what you are about to forget, what you missed, and something new. Press the number of
your answer; Enter goes on. A miss comes back a few questions later. Nothing is ever lost, and you can stop at any time.

  quizgame today      what you need today          quizgame cards      flashcards
  quizgame weak       what you know least          quizgame mock       a test without verdicts until its end
  quizgame --mode orderings, dates, growing or daily plays with dates.

With `--plain` each of them asks line by line."""),
    ),
    "keys": (
        _("the keys of a round"),
        _("""\
  1 2 3 4   answer; in an ordering: put the card in this place; on a flashcard: how well you knew it
  Enter     go on                      w   where does the text say so?
  x         I don't know               g   I guessed: the points stay, and it comes again
  u         undo a slip                y   why am I asked this?
  q         leave                      ?   the keys of this screen
  Space and the arrows take a card and move it. ctrl+p lists everything by name, o at home opens the settings, where
  each key can be another one. The mouse works too."""),
    ),
    "class": (
        _("rounds with a class, codes, paper"),
        _("""\
Press c at home for a round before a projector, or type `quizgame class --plain` for one line by line: 2 to 8 teams that
take turns, or a show of hands. Enter all the way is a sensible round. No names of pupils are asked for.

Each round has a code, such as TIGER-42-24W-6U5. `quizgame TIGER-42-24W-6U5` asks the same questions at home,
`quizgame sheet TIGER-42-24W-6U5` prints them: a worksheet, its key, cards to cut out. What was written on paper is
typed in from the set-up of a class round. docs/teachers.md tells it step by step."""),
    ),
    "packs": (
        _("questions of your own"),
        _("""\
  quizgame new The water cycle              makes a file with examples to write over, and says where it lies
  quizgame check --pack the-water-cycle     says line by line what to mend
  quizgame --pack the-water-cycle           plays it; on screens b lists all texts

A question has a prompt, an answer and one to five wrong options. Events have a date and a label, and can be put in
order; terms are words with their meaning. docs/authors.md tells what makes a question a good one."""),
    ),
    "files": (
        _("questions of other programs, in and out"),
        _("""\
  quizgame import quiz.xlsx deck.apkg       a new pack of files from other programs
  quizgame import quiz.xlsx --into quiz     later again: what is new and what changed
  quizgame export gift                      a file for another program

Excel, CSV, Kahoot, Blooket, Gimkit, Wayground, Moodle, Anki, Quizlet, QTI and more. A file is known by what is in it;
what can't come in or go out is listed with its place and reason."""),
    ),
    "settings": (
        _("what you can choose"),
        _("""\
On screens o at home, elsewhere `quizgame settings`: colors, the length of a round, how much of it is new, motion, a
clock, confetti, a bell, and a voice of this machine that reads aloud. Each player on a machine has settings
of their own.

  quizgame settings length 20        quizgame settings aloud on        quizgame settings dial easy"""),
    ),
    "saves": (
        _("where everything is kept, and what leaves this machine"),
        _("""\
Each answer is kept at once, in the folder that `quizgame where` names; --saves or the variable QUIZGAME_SAVES names
another. Nothing leaves this machine: there is no account, no name and no network.

  quizgame players                   who plays on this machine
  quizgame players export FILE       all of your answers, to take along
  quizgame saves check               whether all that is kept is what was written"""),
    ),
    "trouble": (
        _("if something does not work"),
        _("""\
No screens, or a screen reader: --plain plays everything line by line. A window that is too small: 60 × 20 is enough,
and the round waits meanwhile. Odd signs: a font with box drawings and a UTF-8 locale. Slow over a line:
`quizgame settings motion none`.
A fault: your answers are safe, and `quizgame where` names the file that describes it."""),
    ),
}
"""For each topic what it is about, in a few words, and the text."""
_ONE = _("  quizgame help {topic}   {about}")


def help_on(topic: str | None, commands: Sequence[str]) -> str | None:
    """The text of a topic, or what help can be asked for; None if there is no such topic."""
    if topic is not None:
        return TOPICS[topic][1] if topic in TOPICS else None
    width = max(map(len, TOPICS))
    listed = (_ONE.format(topic=name.ljust(width), about=about) for name, (about, _text) in TOPICS.items())
    text = _("What would you like to know?\n\n{topics}\n\nOr the name of a command: {commands}.")
    return text.format(topics="\n".join(listed), commands=_(", ").join(commands))


def no_such_topic(typed: str) -> str:
    """Nothing is said of that."""
    return _("There is no help on “{typed}”. `quizgame help` lists what there is.").format(typed=typed)
