"""The table of what a pack contains, as `quizgame check` prints it."""

from collections.abc import Sequence

from quizgame.banks.models import Question
from quizgame.banks.pack import Pack
from quizgame.banks.quality.lint import equal_prompts_of, leaks_of
from quizgame.banks.quality.options import answer_is_longest
from quizgame.banks.quality.reading_grade import reading_grade
from quizgame.game.draw.natural_order import natural_order


def table(pack: Pack) -> list[str]:
    """What a pack contains, a line a topic, and what a reader should look at behind the numbers."""
    head = f"{'topic':20} facts quest. events terms  longest  grade  leaks  equal  key in place 1/2/3/4…"
    questions = [question for bank in pack.banks for fact in bank.facts for question in fact.questions]
    silent = [fact.id for bank in pack.banks for fact in bank.facts if fact.text and not fact.questions]
    facts = sum(len(bank.facts) for bank in pack.banks)
    counts = f"topics {len(pack.banks)}, facts {facts}, questions {len(questions)}"
    events = sum(fact.is_event for bank in pack.banks for fact in bank.facts)
    leaks, equal = leaks_of(pack), equal_prompts_of(pack)
    told = f"{sum(leaks.values())}; equal prompts: {sum(equal.values())}"
    return [
        f"{pack.id} (revision {pack.revision})",
        head,
        *(_row(pack, topic, leaks[topic], equal[topic]) for topic in pack.topics),
        f"In all: {counts}, events {events}, terms {len(pack.terms)}; a fact that several topics draw counts once.",
        f"Prompts that give another answer away: {told}; longest answers: {_longest(questions):.0%}.",
        f"Facts without a question: {', '.join(silent) or 'none'}.",
    ]


def _row(pack: Pack, topic: str, leaks: int, equal: int) -> str:
    bank = pack.bank(topic)
    facts = list(pack.facts_of(topic))
    questions = [question for fact in facts for question in fact.questions]
    text = " ".join([fact.text for fact in facts] + [f"{q.prompt} {q.explanation}" for q in questions])
    places = "/".join(f"{share:.0%}" for share in key_places(questions))
    return (
        f"{topic:20} {len(facts):5} {len(questions):6} {len(pack.events_of(topic)):6} {len(bank.terms):5}"
        f"  {_longest(questions):6.0%}  {reading_grade(text):5.1f}  {leaks:5}  {equal:5}  {places}"
    )


def _longest(questions: Sequence[Question]) -> float:
    return sum(map(answer_is_longest, questions)) / max(1, len(questions))


def key_places(questions: Sequence[Question]) -> list[float]:
    """The expected share of questions whose answer is shown in each place: shuffled, or fixed by a natural order."""
    shares = [0.0] * max(4, *(len(question.distractors) + 1 for question in questions), 0)
    for question in questions:
        options = [question.answer, *(distractor.text for distractor in question.distractors)]
        order = natural_order(options)
        for place in range(len(options)):
            if order is None:
                shares[place] += 1 / len(options)
            elif order[place] == 0:
                shares[place] += 1
    return [share / max(1, len(questions)) for share in shares]
