"""Scores per topic over all rounds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quizgame.banks.pack import Pack
from quizgame.game.draw.terms import asks_terms
from quizgame.game.events import Answered


@dataclass(slots=True)
class TopicScore:
    """What a player did in one topic so far."""

    topic: str
    answers: int = 0
    right: float = 0.0
    """The sum over the answers of the share of their facts that was known, each 0 to 1."""
    last_right: dict[str, bool] = field(default_factory=dict)
    """For each fact that came up, whether it was right the last time."""

    @property
    def percent(self) -> int | None:
        """The mean share of what was known in hundredths, or None before the first answer."""
        return round(100 * self.right / self.answers) if self.answers else None

    @property
    def facts_met(self) -> int:
        """How many facts came up."""
        return len(self.last_right)

    @property
    def look_again(self) -> tuple[str, ...]:
        """The facts that were not right the last time they came up."""
        return tuple(fact for fact, right in self.last_right.items() if not right)


def topic_scores(pack: Pack, answers: Iterable[Answered]) -> dict[str, TopicScore]:
    """The score of each topic of a pack. `answers` come oldest first; answers to other packs are passed over."""
    scores = {topic: TopicScore(topic) for topic in pack.topics}
    for answer in answers:
        if answer.pack == pack.id:
            add_to_scores(scores, pack, answer)
    return scores


def add_to_scores(scores: Mapping[str, TopicScore], pack: Pack, answer: Answered) -> None:
    """Count one answer to this pack. One that was given when the right one had been seen shows nothing.

    It counts for the topic it was asked in, as long as that draws one of its facts; for an ordering, which may borrow
    cards, as long as the topic is there. Otherwise it counts where its facts stand now: topics are renamed, facts move.
    What it says of a fact counts for that fact's own topic.
    """
    if answer.seen:
        return
    topic = _topic_now(pack, answer)
    if topic is not None:
        score = scores[topic]
        score.answers += 1
        score.right += sum(answer.facts_right) / max(1, len(answer.facts_right))
    for fact, right in zip(answer.facts, answer.facts_right, strict=True):
        if pack.has(fact):
            scores[pack.source_of(fact)[0].topic].last_right[fact] = right


def _topic_now(pack: Pack, answer: Answered) -> str | None:
    there = [fact for fact in answer.facts if pack.has(fact)]
    if answer.topic in pack.topics_drawn and (len(answer.facts) > 1 or not there):
        return answer.topic
    if any(fact in pack.topics_drawn.get(answer.topic, ()) for fact in there):
        return answer.topic
    return pack.source_of(there[0])[0].topic if there else None


def most_questions(pack: Pack, topics: Sequence[str]) -> int:
    """The most questions that a round of these topics can have, as each asks for another fact or term."""
    counts = fact_counts(pack)
    return sum(counts[topic] for topic in topics)


def fact_counts(pack: Pack) -> Mapping[str, int]:
    """How many facts and terms each topic has that a round can ask."""
    with_terms = asks_terms(pack)
    return {
        bank.topic: sum(bool(fact.questions) or fact.is_event for fact in bank.facts) + with_terms * len(bank.terms)
        for bank in pack.banks
    }
