"""The rounds that were played, and what was asked and answered in one of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quizgame.banks.clean import clean
from quizgame.banks.dates import spanning
from quizgame.banks.models import Fact
from quizgame.banks.pack import Pack
from quizgame.game.draw.cards import cards_of
from quizgame.game.draw.tables import tables_of
from quizgame.game.draw.terms import term_prompt
from quizgame.game.events import Answered
from quizgame.game.kinds.card import CardQuestion
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.dating import DateQuestion
from quizgame.game.kinds.gap import GapQuestion
from quizgame.game.kinds.ordering import OrderingQuestion
from quizgame.game.play import modes
from quizgame.saves.history import RoundPlayed
from quizgame.wording.answers import source_in_words
from quizgame.wording.cards import GRADES, back_of, front_of
from quizgame.wording.dates import SHORT_MONTHS, date_in_words
from quizgame.wording.language import _, counted
from quizgame.wording.rounds import right_of

HISTORY = _("Rounds you played")
NO_ROUNDS_YET = _("The rounds that you play will stand here, each to be looked at question by question.")
NO_LONGER_THERE = _("This question is no longer in the pack.")
NOTHING_TO_SHOW = _("The answers to this round can't be read at the moment.")
_MODES = {
    modes.TODAY: _("Today"),
    modes.WEAK: _("Weak topics"),
    modes.CARDS: _("Flashcards"),
    modes.MOCK: _("Mock test"),
    modes.PRACTICE: _("Practice"),
    modes.ORDERINGS: _("Dates in order"),
    modes.DATES: _("When was it?"),
    modes.GROWING: _("Growing timeline"),
    modes.DAILY: _("Line of the day"),
    modes.DAILY_AGAIN: _("Line of the day, for practice"),
}


def mode_in_words(mode: str) -> str:
    """What a way to play is called; one of a newer version by its own name."""
    return _MODES.get(mode, mode)


def moment_in_words(moment: datetime, today: date) -> str:
    """When a round began: "today 14:05", "26 Nov 14:05", "26 Nov 2025"."""
    clock = f"{moment:%H:%M}"
    if moment.date() == today:
        return _("today {clock}").format(clock=clock)
    day = f"{moment.day} {SHORT_MONTHS[moment.month - 1]}"
    return f"{day} {clock}" if moment.year == today.year else f"{day} {moment.year}"


def topics_in_words(pack: Pack, played: RoundPlayed) -> str:
    """Of which topics a round was: one by its title, several by their number."""
    titles = [pack.bank(topic).title for topic in played.topics if topic in pack.topics]
    if len(titles) == 1:
        return titles[0]
    return _("all topics") if len(titles) == len(pack.topics) else counted(len(titles), "{n} topic", "{n} topics")


def result_of(played: RoundPlayed) -> str:
    """How many answers were right."""
    return right_of(played.right, played.answers)


def no_such_round(number: str, there: int) -> str:
    """A number that no round has."""
    if not there:
        return _("There is no round {number}: none was played yet.").format(number=clean(number)[:20])
    text = counted(
        there, "There is no round {number}, only {n}, which is number 1.", "There is no round {number}, only 1 to {n}."
    )
    return text.format(number=clean(number)[:20])


@dataclass(frozen=True, slots=True)
class Looked:
    """One answer, looked at again; what is empty can't be said any more."""

    sign: str
    asked: str
    given: str
    right: str
    """The right answer, where it was not given."""
    source: str


def looked_at(pack: Pack, answers: Sequence[Answered]) -> list[Looked]:
    """Each answer of a round, in order."""
    return [_looked_at(pack, answer) for answer in answers]


def _looked_at(pack: Pack, answer: Answered) -> Looked:
    right = bool(answer.facts_right) and all(answer.facts_right)
    asked, truth = _asked(pack, answer), _truth(pack, answer)
    sources = [source_in_words(pack, fact) for fact in answer.facts if pack.has(fact)] if len(answer.facts) == 1 else []
    return Looked(
        "✓" if right else "○" if answer.response is None else "✗",
        asked or NO_LONGER_THERE,
        _given(answer),
        _("Answer: {text}").format(text=truth) if truth and not right else "",
        sources[0] if sources else "",
    )


def _asked(pack: Pack, answer: Answered) -> str:
    match answer.kind:
        case ChoiceQuestion.kind:
            return next((prompt for prompt, _right in _questions(pack, answer)), "")
        case CardQuestion.kind:
            return next((front_of(card) for card in _cards(pack, answer)), "")
        case OrderingQuestion.kind:
            return _("In order: {events}").format(events=" · ".join(answer.shown))
        case DateQuestion.kind:
            return _("When was it? {event}").format(event=answer.shown[0])
        case GapQuestion.kind:
            return _("Where does it go? {event}").format(event=answer.shown[0])
    return " · ".join(answer.shown)


def _truth(pack: Pack, answer: Answered) -> str:
    """The right answer, as far as the pack still has it."""
    match answer.kind:
        case ChoiceQuestion.kind:
            return next((right for _prompt, right in _questions(pack, answer)), "")
        case CardQuestion.kind:
            return next((back_of(card) for card in _cards(pack, answer)), "")
    events = [source for fact in answer.facts if pack.has(fact) and isinstance(source := pack.source_of(fact)[1], Fact)]
    dated = [(one.date, one.label or "") for one in events if one.date is not None]
    dated.sort(key=lambda one: (one[0].earliest, one[0].latest))
    if answer.kind == OrderingQuestion.kind:
        return " · ".join(f"{date_in_words(when)}: {label}" for when, label in dated)
    return date_in_words(dated[0][0]) if dated else ""


def _questions(pack: Pack, answer: Answered) -> Iterator[tuple[str, str]]:
    """The wording that was asked, and its answer."""
    fact = answer.facts[0]
    if not pack.has(fact):
        return
    source = pack.source_of(fact)[1]
    if not isinstance(source, Fact):
        yield term_prompt(source), source.term
        return
    for candidate in tables_of(pack).drawn_by(fact).values():
        for wording in tables_of(pack).wordings(candidate):
            if wording.id == answer.question:
                yield from ((one.prompt, one.answer) for one in source.questions if one == wording.asks)


def _cards(pack: Pack, answer: Answered) -> Iterator[CardQuestion]:
    if pack.has(answer.facts[0]):
        cards = cards_of(pack, answer.topic, answer.facts[0])
        yield from (card for card in cards if card.id == answer.question)


def _given(answer: Answered) -> str:
    response = answer.response
    if response is None:
        return _("You did not know")
    match answer.kind:
        case ChoiceQuestion.kind:
            said = answer.shown[response[0]]
        case CardQuestion.kind:
            said = GRADES[response[0] - 1]
        case OrderingQuestion.kind:
            said = " · ".join(answer.shown[card] for card in response)
        case DateQuestion.kind:
            said = date_in_words(spanning(response[0], response[1]))
        case GapQuestion.kind:
            said = _gap_in_words(answer.shown[1:], response[0])
        case _:
            return ""
    return _("Your answer: {answer}").format(answer=said)


def _gap_in_words(line: Sequence[str], gap: int) -> str:
    if gap == 0:
        return _("before all others")
    return _("after “{event}”").format(event=line[gap - 1])
