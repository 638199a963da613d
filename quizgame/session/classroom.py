"""A class in the room: what it played, what it left, what it plays next."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from quizgame.banks.clean import clean
from quizgame.banks.pack import Pack
from quizgame.game.draw.codes import read_code
from quizgame.game.draw.seeds import generator, new_seed
from quizgame.game.draw.selection import Selection, draw_facts
from quizgame.game.events import ClassEvent, JournalEvent, Started
from quizgame.game.kinds.any import Question
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.class_start import ClassError, ClassSettings, begin_class_round, resumed, settings_of
from quizgame.game.play.modes import CLASS_HANDS, CLASS_MODES, CLASS_PAPER, CLASS_TEAMS, DEFAULT_LENGTH
from quizgame.game.play.paper_entry import PaperLine
from quizgame.game.play.paper_round import PaperRound, begin_paper_round
from quizgame.game.play.teams import whole_cycles
from quizgame.learning.class_figures import ClassFigures, FactFigure, Starter, class_figures
from quizgame.saves.keeper import Keeper
from quizgame.saves.rows import Player
from quizgame.session.class_sitting import ClassSitting
from quizgame.session.clock import CHANCE, new_id, now

MOST_LETTERS = 40
_SAME_SHEETS = timedelta(days=1)


class ClassNameError(Exception):
    """A text that names no class; `wording.classes` says what would. Its argument is what was typed."""


def read_class_name(text: str) -> str:
    """A name as a teacher typed it, such as "5b". Raises `ClassNameError` for a path, for nothing, for a long text."""
    name = " ".join(clean(text).split())
    if not name or len(name) > MOST_LETTERS or set(name) & set("/\\") or not name.strip("."):
        raise ClassNameError(text)
    return name


@dataclass
class Classroom:
    """One class while its rounds are played. Until `leave`, what is kept is kept for it."""

    packs: Sequence[Pack]
    """Every pack that can be played."""
    pack: Pack
    """The one that is played."""
    keeper: Keeper
    player: Player
    """The class; its name is empty if nobody gave it one."""
    rng: random.Random = field(default=CHANCE, repr=False)

    def __post_init__(self) -> None:
        self.keeper.turn_to(self.player, now())
        left = self.unfinished
        if left is not None:
            self.pack = next(pack for pack in self.packs if pack.id == left.started.pack)

    def leave(self) -> None:
        """What is kept from here on is the player's own again."""
        self.keeper.turn_back()

    @property
    def number(self) -> int:
        """The number of the class among all, from 1, for one without a name."""
        return [one.created for one in self.keeper.classes].index(self.player.created) + 1

    @property
    def rounds(self) -> tuple[Started, ...]:
        """The rounds of the class, the first one first; those typed in from paper too."""
        return tuple(_start(events) for events in self.keeper.class_rounds.values())

    @property
    def unfinished(self) -> ClassRound | None:
        """The last round, if it was left in the middle and can be gone on with: offered first."""
        played = [events for events in self.keeper.class_rounds.values() if _start(events).mode in CLASS_MODES]
        if not played:
            return None
        try:
            left = self.round_of(_start(played[-1]).round)
        except ClassError:
            return None
        return None if left.phase in (ClassPhase.OVER, ClassPhase.SETTING_UP) else left

    def round_of(self, round_: str) -> ClassRound:
        """A round of the class as it was after its last step. Raises `ClassError` if its pack changed or is gone."""
        events = self.keeper.class_rounds[round_]
        packs = {pack.id: pack for pack in self.packs}
        return resumed(packs.get(_start(events).pack, self.pack), events)

    def resume(self, left: ClassRound) -> ClassSitting:
        """Go on with a round that was left."""
        return ClassSitting(left, self._keep)

    def begin(self, settings: ClassSettings) -> ClassSitting:
        """Begin a round and keep its start. Raises `ClassError`."""
        return ClassSitting(begin_class_round(self.pack, settings, round_id=new_id(), moment=now()), self._keep)

    @property
    def usual(self) -> ClassSettings:
        """What Enter all the way plays: as the class played this pack last, with a new seed; else four teams."""
        seed = new_seed(self.rng)
        mine = [one for one in self.rounds if one.pack == self.pack.id and not one.facts]
        played = [one for one in mine if one.mode in CLASS_MODES]
        last = settings_of(played[-1]) if played else None
        topics = tuple(topic for topic in self.pack.topics if last and topic in last.selection.topics)
        if last is None or not topics:
            usual = ClassSettings(Selection(seed, self.pack.topics))
            return replace(usual, selection=replace(usual.selection, length=whole_cycles(DEFAULT_LENGTH, usual.teams)))
        settings = replace(last, warm_up=True, selection=replace(last.selection, seed=seed, topics=topics))
        return (
            settings
            if settings.mode == CLASS_TEAMS
            else replace(settings, teams=ClassSettings(settings.selection).teams)
        )

    @property
    def comes_back(self) -> Starter:
        """Monday's three, as of now."""
        return self.figures().starter(now())

    @property
    def starter(self) -> ClassSettings | None:
        """Monday's three as a round of hands; None where nothing is to come back."""
        facts = self.comes_back.facts
        chosen = Selection(new_seed(self.rng), self.pack.topics, max(1, len(facts)), facts=facts)
        return ClassSettings(chosen, CLASS_HANDS, warm_up=False) if facts else None

    def to_teach_again(self, round_: str) -> list[tuple[FactFigure, Question | None]]:
        """The three most missed facts of a round, each with another wording of it to ask the whole class."""
        figures = self.figures(round_)
        asked = {answer.question for answer in figures.answers}
        found = []
        for figure in figures.to_teach_again:
            others = draw_facts(self.pack, (figure.fact,), generator(f"{round_}:again"), asked)
            found.append((figure, others[0] if others else None))
        return found

    def from_code(self, code: str, settings: ClassSettings) -> ClassSettings:
        """The settings with the selection of a round code. Raises `CodeError`."""
        return replace(settings, selection=read_code(self.pack, code))

    def figures(self, round_: str | None = None) -> ClassFigures:
        """The figures of one round, or of all that the class answered of this pack."""
        rounds = self.keeper.class_rounds
        events = rounds.get(round_, ()) if round_ is not None else [one for kept in rounds.values() for one in kept]
        return class_figures(self.pack, events)

    @property
    def last_sheets(self) -> Selection | None:
        """Those that were typed in last, if that was within a day and the pack is the same."""
        now_, same = now(), (CLASS_PAPER, self.pack.id, self.pack.revision)
        late = (one for one in reversed(self.rounds) if (one.mode, one.pack, one.revision) == same)
        return next((settings_of(one).selection for one in late if abs(now_ - one.moment) < _SAME_SHEETS), None)

    def paper_round(self, selection: Selection, questions: Sequence[Question]) -> PaperRound:
        """The round of the sheets of a selection: what was typed in of the same within a day is gone on with."""
        moment = now()
        started = begin_paper_round(self.pack, selection, round_id=new_id(), moment=moment)
        new = PaperRound(started, tuple(questions))
        for events in reversed(list(self.keeper.class_rounds.values())):
            begun = _start(events)
            if abs(moment - begun.moment) < _SAME_SHEETS and new.is_of_the_same_sheet(begun):
                return replace(new, started=begun, kept=tuple(events))
        return new

    def take_paper(self, play: PaperRound, line: PaperLine) -> PaperRound:
        """Keep what one pupil wrote on paper."""
        play, events = play.with_line(line, now())
        for event in events:
            self._keep(event)
        return play

    def _keep(self, event: JournalEvent) -> bool:
        self.keeper.keep(event, now())
        return not self.keeper.unsaved


def _start(events: Sequence[ClassEvent]) -> Started:
    return next(event for event in events if isinstance(event, Started))


def open_classroom(packs: Sequence[Pack], pack: Pack, keeper: Keeper, name: str | None) -> Classroom:
    """The class of this name, or a new one; without a name the one that was there last, or a new one without a name.

    Raises `ClassNameError`.
    """
    named = None if name is None else read_class_name(name)
    classes = keeper.classes
    if named is None:
        found = classes[-1] if classes else None
    else:
        found = next((one for one in classes if one.name.casefold() == named.casefold()), None)
    number = max((one.id for one in classes), default=1) + 1
    return Classroom(packs, pack, keeper, found or Player(number, "class", named or "", "", now().isoformat()))
