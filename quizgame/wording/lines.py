"""What is said line by line only: labels before what is said, and what may be typed."""

from quizgame.game.play.modes import CARDS, MOCK, TODAY, WEAK
from quizgame.wording.language import _, counted

GOES_ON = _("You go on where you left it.")
LINE = _("The line:")
LOOK_AGAIN = _("To look at again:")
TAKEN_BACK = _("Taken back. The question again; the answer was shown, so it earns no points now.")
CARD_TAKEN_BACK = _("Taken back. The card again.")
ANSWER_TAKEN_BACK = _("Taken back. The question again.")
A_GUESS = _("A guess, then. It keeps its points, and the question comes again.")
ONCE_MORE = _("Once more, as you missed it a moment ago.")
WEAK_PRACTISES = _("`quizgame weak --plain` practises what was missed.")
AT_THE_END = _("Enter to finish")
LETTERS = {
    "x": _("x I don't know"),
    "q": _("q leave"),
    "u": _("u undo"),
    "w": _("w study note"),
    "g": _("g I guessed"),
    "y": _("y why this one"),
}
"""What may be typed instead of an answer."""
BEGINS = {
    TODAY: _("Today's questions, chosen for you. What you miss comes back once."),
    WEAK: _("What you missed, and your weak topics. What you miss comes back once."),
    CARDS: _("Flashcards. Think of the answer, turn the card, and say how well you knew it."),
    MOCK: _("A mock test. The answers come at the end."),
}
"""What is said of a mode before its first question."""
_HELP_IN = {
    CARDS: _("Enter turns the card; then type how well you knew it. u takes back, y says why it comes, q leaves."),
    MOCK: _("Type your answer and press Enter. x leaves it open, u takes back, q leaves. The answers come at the end."),
}
_HELP = _("Type your answer and press Enter. x shows the answer, w the study note, u takes back, q leaves.")
_HELP_BESIDE = _("After a right answer, g says that you guessed. y says why a question is asked.")


def help_in(mode: str) -> str:
    """What may be typed, in sentences."""
    return _HELP_IN.get(mode) or _("{first} {second}").format(first=_HELP, second=_HELP_BESIDE)


def bank_left_out(name: str) -> str:
    """A bank that can't be played."""
    return _("{name} was left out. `quizgame check` says why.").format(name=name)


def entries_left_out(count: int, name: str) -> str:
    """Parts of a bank that can't be played."""
    text = counted(
        count,
        "{n} entry of {name} was left out. `quizgame check` says why.",
        "{n} entries of {name} were left out. `quizgame check` says why.",
    )
    return text.format(name=name)


def topics_of(titles: list[str]) -> str:
    """What a round asks about."""
    return _("Topics: {titles}.").format(titles=_(", ").join(titles))


def questions_and_seed(count: int, seed: str) -> str:
    """How long a round is, and how to play the same again."""
    return _("Questions: {n}. Seed: {seed}.").format(n=count, seed=seed)


def how_many(count: int, mode: str) -> str:
    """How long a round is that is chosen for one player."""
    return (_("Cards: {n}.") if mode == CARDS else _("Questions: {n}.")).format(n=count)


def line_begins(title: str, name: str, cards: str) -> str:
    """What a line of time is, before its first card."""
    text = _("{title}. {name}. A line of time that grows, {cards} to place. Three misses end it.")
    return text.format(title=title, name=name, cards=cards)


def content_note(note: str) -> str:
    """The note of a pack on a hard subject."""
    return _("Note: {note}").format(note=note)


def card_to_place(label: str) -> str:
    """The card that comes into the line."""
    return _("Card: {label}").format(label=label)


def question_begins(place: int, total: int, topic: str) -> str:
    """Which question of how many; `place` counts from 0."""
    text = _("Question {place} of {total}. Topic: {topic}.")
    return text.format(place=place + 1, total=total, topic=topic)


def card_begins(place: int, total: int, topic: str) -> str:
    """Which card of how many; `place` counts from 0."""
    return _("Card {place} of {total}. Topic: {topic}.").format(place=place + 1, total=total, topic=topic)


def what_may_be_typed(how: str, letters: str) -> str:
    """The answers that are taken, and the letters beside them."""
    return _(", ").join([how, *(LETTERS[letter] for letter in letters)])


def next_card(place: int) -> str:
    """What may be typed while an ordering is put together; `place` counts from 0."""
    return _("The card for place {n}, or b to take one back").format(n=place + 1)


def not_taken(mend: str) -> str:
    """That a line is no answer, and what would be."""
    return _("That does not answer it. {mend}").format(mend=mend)


def tried_again(trouble: str) -> str:
    """A sentence on trouble with saving, and that the game goes on."""
    return _("{trouble} Play on; it will be tried again.").format(trouble=trouble)


def answer(text: str) -> str:
    """The right answer."""
    return _("Answer: {text}").format(text=text)


def your_option(text: str) -> str:
    """Why the option that was chosen is wrong."""
    return _("Your option: {text}").format(text=text)


def reason(text: str) -> str:
    """Why the answer is right."""
    return _("Reason: {text}").format(text=text)


def source(text: str) -> str:
    """Where the article says it."""
    return _("Source: {text}.").format(text=text)


def round_result(result: str) -> str:
    """What a round came to."""
    return _("Round: {result}.").format(result=result)
