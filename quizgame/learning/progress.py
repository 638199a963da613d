"""Scores per topic over all rounds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quizgame.banks.pack import Pack
from quizgame.game.draw.terms import asks_terms
from quizgame.game.events import Answered


@dataclass(slots=True)
class TopicScore:
    """What a player did in one topic so far."""

    topic: str
    answers: int = 0
    credit: float = 0.0
    """The sum over the answers, each 0 to 1."""
    facts_met: set[str] = field(default_factory=set)
    last_right: dict[str, bool] = field(default_factory=dict)
    """For each fact that came up, whether it was right the last time."""

    @property
    def percent(self) -> int | None:
        """The mean credit in hundredths, or None before the first answer."""
        return round(100 * self.credit / self.answers) if self.answers else None

    @property
    def look_again(self) -> tuple[str, ...]:
        """The facts that were not right the last time they came up."""
        return tuple(fact for fact, right in self.last_right.items() if not right)


def topic_scores(pack: Pack, answers: Iterable[Answered]) -> dict[str, TopicScore]:
    """The score of each topic of a pack. `answers` come oldest first; answers to other packs are passed over.

    An ordering counts for the topic it was drawn for; what it says of a fact counts for that fact's own topic.
    """
    scores = {topic: TopicScore(topic) for topic in pack.topics}
    for answer in answers:
        if answer.pack != pack.id or answer.topic not in scores:
            continue
        score = scores[answer.topic]
        score.answers += 1
        score.credit += answer.credit
        for fact, right in zip(answer.facts, answer.facts_right, strict=True):
            if pack.has(fact):
                home = scores[pack.source_of(fact)[0].topic]
                home.facts_met.add(fact)
                home.last_right[fact] = right
    return scores


def fact_counts(pack: Pack) -> Mapping[str, int]:
    """How many facts and terms each topic has that a round can ask."""
    with_terms = asks_terms(pack)
    return {
        bank.topic: sum(bool(fact.questions) or fact.is_event for fact in bank.facts) + with_terms * len(bank.terms)
        for bank in pack.banks
    }
