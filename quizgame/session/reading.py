"""What there is to read of a topic: its facts and terms, how far each has come, a short quiz on the rest."""

from dataclasses import dataclass

from quizgame.banks.models import Bank, Fact, Term
from quizgame.game.play.lengths import A_DAYS_DOSE
from quizgame.game.play.modes import PRACTICE, RoundSettings
from quizgame.learning.exam import facts_of
from quizgame.learning.known import Stage
from quizgame.learning.overview import TopicOverview, can_be_asked
from quizgame.session.session import Session

NOT_KNOWN_YET = (Stage.NEW, Stage.LEARNING)


@dataclass(frozen=True, slots=True)
class Note:
    """A fact or a term."""

    said: Fact | Term
    home: Bank
    """Where it is written, if the topic borrows it."""
    stage: Stage | None
    """How far it has come; None for one that is never asked."""

    @property
    def is_known(self) -> bool:
        """Whether it need not be read: it was learned, or is never asked."""
        return self.stage not in NOT_KNOWN_YET


def notes_of(session: Session, topic: str) -> list[Note]:
    """All that a topic says, in its order."""
    pack = session.pack
    return [
        Note(pack.said(one.id), pack.bank(one.topic), session.stage(one.id) if can_be_asked(pack, one) else None)
        for one in pack.entries(topic)
    ]


def quiz_on_unknown(session: Session, topic: str) -> RoundSettings | None:
    """A short round on just what is not known of a topic; None if nothing of that can be asked."""
    can_be_asked = set(facts_of(session.figures, (topic,)))
    facts = [note.said.id for note in notes_of(session, topic) if not note.is_known and note.said.id in can_be_asked]
    if not facts:
        return None
    return RoundSettings((topic,), min(A_DAYS_DOSE, len(facts)), mode=PRACTICE, facts=tuple(facts[:A_DAYS_DOSE]))


def most(section: TopicOverview) -> Stage:
    """How far the most facts of a topic have come; of two that are as many, the one that is less far."""
    return max((Stage.NEW, Stage.LEARNING, Stage.FADING, Stage.SOLID), key=lambda stage: section.stages[stage])
