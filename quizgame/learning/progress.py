"""Scores per topic over all rounds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizgame.banks.entries import TERM
from quizgame.banks.pack import Pack
from quizgame.game.draw.terms import asks_terms
from quizgame.game.events import Answered
from quizgame.learning.evidence import Evidence


@dataclass(frozen=True, slots=True)
class TopicScore:
    """What a player did in one topic so far."""

    topic: str
    answers: int = 0
    right: float = 0.0
    """The sum over the answers of the share of their facts that was known, each 0 to 1."""
    evidence: Evidence = Evidence()  # noqa: RUF009 - frozen
    """Of the answers that were the first ones to their facts on their day."""

    @property
    def percent(self) -> int | None:
        """The mean share of what was known in hundredths, or None before the first answer."""
        return round(100 * self.right / self.answers) if self.answers else None

    def after(self, share: float, fresh: float | None) -> "TopicScore":
        """One answer later, of which a share was known; `fresh` is the share of what was asked for the first time on
        its day, guesses not counted, None if nothing was.
        """
        evidence = self.evidence if fresh is None else self.evidence.after(fresh)
        return TopicScore(self.topic, self.answers + 1, self.right + share, evidence)


def topic_now(pack: Pack, answer: Answered) -> str | None:
    """The topic that an answer to this pack counts for; None if there is none any more.

    It counts for the topic it was asked in, as long as that draws one of its facts; for an ordering, which may borrow
    cards, as long as the topic is there. Otherwise it counts where its facts stand now: topics are renamed, facts move.
    """
    there = [fact for fact in answer.facts if pack.has(fact)]
    if answer.topic in pack.topics and (len(answer.facts) > 1 or not there):
        return answer.topic
    if any(answer.topic in pack.drawn_by(fact) for fact in there):
        return answer.topic
    return pack.source_of(there[0])[0].topic if there else None


def most_questions(pack: Pack, topics: Sequence[str]) -> int:
    """The most questions that a round of these topics can have, as each asks for another fact or term."""
    counts = fact_counts(pack)
    return sum(counts[topic] for topic in topics)


def fact_counts(pack: Pack) -> Mapping[str, int]:
    """How many facts and terms each topic has that a round can ask."""
    with_terms = asks_terms(pack)
    kinds = {topic: [kind for kind in pack.alike(topic) if kind.is_own] for topic in pack.topics}
    return {
        topic: sum(kind.entries * with_terms if kind.importance == TERM else kind.asked for kind in own)
        for topic, own in kinds.items()
    }
