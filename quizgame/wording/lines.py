"""What is said line by line only: labels before what is said, and what may be typed."""

from collections.abc import Sequence

from quizgame.wording.language import _, counted

GOES_ON = _("You go on where you left it.")
LINE = _("The line:")
LOOK_AGAIN = _("To look at again:")
WEAK_PRACTISES = _("`quizgame weak --plain` practises what was missed.")
TAKEN_BACK = _("Taken back. The question again; the answer was shown, so it earns no points now.")
ONCE_MORE = _("Taken back. Once more:")
HELP = _(
    "Type your answer and press Enter. x shows the answer, w the study note, u takes back, g says that it was a guess, "
    "y why this is asked, q leaves."
)
DONT_KNOW, LEAVE, UNDO = _("x I don't know"), _("q leave"), _("u undo")
STUDY_NOTE, GUESSED, WHY = _("w study note"), _("g I guessed"), _("y why this one")
FINISH = _("Enter to finish")
VERDICTS_AT_THE_END = _("A mock test: what was right is told at the end.")


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


def how_many(count: int) -> str:
    """How long a round is that was chosen for this player; more, where what was missed comes back."""
    return _("Questions: {n}.").format(n=count)


def question_begins(place: int, total: int, topic: str) -> str:
    """Which question of how many; `place` counts from 0."""
    text = _("Question {place} of {total}. Topic: {topic}.")
    return text.format(place=place + 1, total=total, topic=topic)


def what_may_be_typed(how: str, letters: Sequence[str]) -> str:
    """The answers that are taken, and the letters beside them."""
    return _(", ").join((how, *letters))


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
