"""What is said about an answer, for every front end: kind, short, and without a cheer."""

from quizgame.banks.pack import Pack
from quizgame.game.grading import ChoiceVerdict, OrderingVerdict, Verdict
from quizgame.game.questions import ChoiceQuestion, Question
from quizgame.game.scoring import RoundResult, points


def verdict_in_words(verdict: Verdict) -> str:
    """The first words of the feedback: "Right", "Not yet", "Move just 1 card"."""
    if isinstance(verdict, ChoiceVerdict):
        if verdict.right:
            return "Right"
        return "Here is the answer" if verdict.chosen is None else "Not yet"
    if verdict.placed is None:
        return "Here is the order"
    if verdict.right:
        return "Right, all in order"
    return f"Move {'just ' if verdict.cards_to_move == 1 else ''}{cards(verdict.cards_to_move)}"


def cards(count: int) -> str:
    """One card, or as many cards as there are."""
    return "1 card" if count == 1 else f"{count} cards"


def points_in_words(credit: float) -> str:
    """The points earned; nothing for none, as a loss is not counted aloud."""
    return f"+{points(credit)} points" if points(credit) else ""


def why_wrong(question: Question, verdict: Verdict) -> str | None:
    """Why the option that was chosen is wrong, if the bank says so."""
    if not isinstance(question, ChoiceQuestion) or not isinstance(verdict, ChoiceVerdict):
        return None
    return None if verdict.right or verdict.chosen is None else question.options[verdict.chosen].why


def places_off(verdict: OrderingVerdict) -> list[tuple[int, str]]:
    """The events earliest first, each with what to say of its place; nothing for those that can stay."""
    told = []
    for place, event in enumerate(verdict.true_order):
        note = ""
        if verdict.placed is not None and event not in verdict.staying:
            note = _off(verdict.placed.index(event) - place)
        told.append((event, note))
    return told


def _off(places: int) -> str:
    if places == 0:
        return "its neighbors move"
    count = "1 place" if abs(places) == 1 else f"{abs(places)} places"
    return f"you had it {count} too {'late' if places > 0 else 'early'}"


def source_in_words(pack: Pack, fact: str) -> str:
    """Where the article says it: the section and the paragraph."""
    bank, found = pack.source_of(fact)
    return f"{bank.section}, paragraph {found.paragraph}"


def result_in_words(result: RoundResult) -> str:
    """What a round came to, as in: 7 of 10 right, 740 points."""
    return f"{result.right} of {result.asked} right, {result.points} points"
