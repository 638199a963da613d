"""What a player's answers to one pack came to: every figure that a screen shows, kept up answer by answer."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from quizgame.banks.pack import Pack
from quizgame.game.events import Answered
from quizgame.game.kinds.gap import GapQuestion
from quizgame.game.play.modes import DAILY
from quizgame.learning.progress import TopicScore, add_to_scores
from quizgame.learning.records import Record, best_of
from quizgame.learning.resolution import Resolution


@dataclass
class Figures:
    """The state of a fold over the answers, oldest first; answers to other packs are passed over."""

    pack: Pack
    answers: int = 0
    """All to this pack, in every mode."""
    scores: dict[str, TopicScore] = field(default_factory=dict)
    """For each topic."""
    resolution: Resolution = field(default_factory=Resolution)
    times_right: Counter[str] = field(default_factory=Counter)
    """For each fact, how often it was known."""
    games: dict[str, dict[str, Record]] = field(default_factory=dict)
    """The lines of time: for each mode with its scope, such as "growing-all", the games by their round."""
    daily_lines: dict[date, str] = field(default_factory=dict)
    """For each day on which the line of the day was begun, the round that counts."""

    @classmethod
    def of(cls, pack: Pack, answers: Iterable[Answered]) -> Self:
        """The figures after all these answers."""
        figures = cls(pack, scores={topic: TopicScore(topic) for topic in pack.topics})
        for answer in answers:
            figures.add(answer)
        return figures

    def add(self, answer: Answered) -> None:
        """One answer more."""
        if answer.pack != self.pack.id:
            return
        self.answers += 1
        add_to_scores(self.scores, self.pack, answer)
        self.resolution = self.resolution.after_answer(self.pack, answer)
        if not answer.seen:
            self.times_right.update(fact for fact, right in zip(answer.facts, answer.facts_right, strict=True) if right)
        if answer.kind == GapQuestion.kind:
            games = self.games.setdefault(answer.question, {})
            games[answer.round] = games.get(answer.round, Record(0, 0)).after(answer)
            if answer.mode == DAILY:
                self.daily_lines.setdefault(answer.moment.date(), answer.round)

    def best(self, mode: str, scope: str) -> Record | None:
        """The best line of a mode on these topics, or None before the first one."""
        return best_of(self.games.get(f"{mode}-{scope}", {}).values())
