"""What one start of the program has read: the banks, the pack that is played, the saves, what the answers came to."""

from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from quizgame.banks.files.problems import Problem
from quizgame.banks.files.read import Library
from quizgame.banks.pack import Pack
from quizgame.game.draw.tables import tables_of
from quizgame.game.events import Answered, Guessed, JournalEvent, TakenBack
from quizgame.game.play.growing import Growing, daily_seed, gone_on_with, random_seed, start_growing
from quizgame.game.play.modes import DAILY, DAILY_AGAIN, RoundSettings
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.learning.exam import Exam
from quizgame.learning.figures import Figures
from quizgame.learning.kept import all_to_keep, changes_to_keep, names_kept
from quizgame.learning.known import Stage
from quizgame.learning.memory import intervals
from quizgame.learning.overview import TopicOverview, forecast, overview
from quizgame.learning.plan import Aim, Outlook, Plan
from quizgame.learning.rounds import next_round
from quizgame.saves import settings as settings_file
from quizgame.saves.derived import Derived
from quizgame.saves.faults import SavesError
from quizgame.saves.keeper import Keeper
from quizgame.saves.library_index import LibraryIndex
from quizgame.saves.settings import ExamSettings, PlayerSettings, Settings
from quizgame.session.choose import choose_round, packs_for
from quizgame.session.clock import CHANCE, new_id, now
from quizgame.session.figures_anew import figures_of, figures_with
from quizgame.session.haste import Haste
from quizgame.session.library import read_banks
from quizgame.session.needs import pack_to_play
from quizgame.session.options import with_own_length
from quizgame.session.players import opened_as_last_time
from quizgame.session.sitting import Sitting
from quizgame.session.wishes import Wishes


@dataclass
class Session:
    """Made once for each start of the program. One thread at a time uses it, not always the same one."""

    library: Library
    pack: Pack
    keeper: Keeper
    settings: RoundSettings
    """What was wished for on the command line."""
    figures: Figures = field(init=False)
    """What the answers to this pack came to so far."""
    paused: Sitting[Round] | None = None
    """A round that was left in the middle."""
    choices: Settings = field(default_factory=Settings)
    """What was chosen and is to be found again."""
    noted: set[str] = field(default_factory=set)
    """The packs whose content note has been read."""
    looked_ahead: dict[object, float] = field(default_factory=dict)
    """What was found out of a test ahead, for `session.exam`: it takes a moment."""
    read_before: LibraryIndex | None = None
    """Where what was read of the packs is found again."""

    def __post_init__(self) -> None:
        self.choices, self.figures = settings_file.read(self.keeper.folder), figures_of(self.keeper, self.pack)

    @property
    def packs(self) -> list[Pack]:
        """Every pack that can be played."""
        return [files.pack for files in self.library.packs]

    @property
    def problems(self) -> list[Problem]:
        """Why banks were left out."""
        return self.library.problems

    @property
    def is_new_here(self) -> bool:
        """Whether nobody has answered anything of this pack yet."""
        return not self.figures.answers

    @property
    def chosen(self) -> PlayerSettings:
        """What the player who plays chose."""
        return self.choices.of(self.keeper.player)

    def choose(self, chosen: PlayerSettings) -> bool:
        """Remember a choice; whether it could be written."""
        return self._choose(self.choices.with_player(self.keeper.player, chosen))

    def choose_theme(self, name: str) -> bool:
        """Remember the colors; whether it could be written."""
        return self._choose(self.choices.model_copy(update={"theme": name}))

    def _choose(self, choices: Settings) -> bool:
        self.choices = choices
        return settings_file.write(self.keeper.folder, choices, now())

    @property
    def exam(self) -> Exam | None:
        """A test of this pack that is today or later."""
        kept = self.chosen.exams.get(self.pack.id)
        if kept is None:
            return None
        exam = Exam(kept.day, tuple(one for one in kept.topics if one in self.pack.topics))
        return exam if exam.topics and exam.is_ahead(now().date()) else None

    def set_exam(self, day: date | None, topics: tuple[str, ...] = ()) -> bool:
        """A test on a day; None for none any more. Whether it could be written."""
        exams = {pack: exam for pack, exam in self.chosen.exams.items() if pack != self.pack.id}
        if day is not None:
            exams[self.pack.id] = ExamSettings(day=day, topics=topics or self.pack.topics)
        return self.choose(self.chosen.model_copy(update={"exams": exams}))

    def intervals(self, fact: str) -> tuple[int, int, int, int]:
        """For each grade of a card, after how many days it would come again."""
        return intervals(self.figures.known(fact).memory, now())

    def outlook(self, topics: tuple[str, ...], length: int) -> Outlook:
        """What today's questions on these topics will be made of."""
        return Plan(self.figures, topics, now(), CHANCE, Aim(self.chosen.dial, self.exam)).outlook(length)

    @property
    def days_away(self) -> int | None:
        """How many days ago this pack was played last; None if it never was."""
        return (now().date() - max(days)).days if (days := self.figures.days) else None

    def overview(self) -> list[TopicOverview]:
        """Every topic, as it is known now."""
        return overview(self.figures, now())

    def forecast(self, days: int) -> list[int]:
        """How many facts are due today, tomorrow, and so on."""
        return forecast(self.figures, now(), days)

    def can_ask(self, facts: Sequence[str]) -> tuple[str, ...]:
        """Those of these facts that have a question of their own."""
        return tuple(fact for fact in dict.fromkeys(facts) if tables_of(self.pack).drawn_by(fact))

    def stage(self, fact: str) -> Stage:
        """How far a fact has come."""
        return self.figures.known(fact).stage(now())

    def others_play(self) -> None:
        """Somebody else plays from now on, or under another name: what is known is theirs."""
        self.choices = settings_file.read(self.keeper.folder)
        self.change_pack(self.pack)

    def pause(self, sitting: Sitting[Round] | Sitting[Growing]) -> None:
        """Leave a round; one of questions that has begun can be gone on with."""
        if isinstance(sitting.play, Round) and sitting.play.given and sitting.play.phase is not Phase.OVER:
            self.paused = Sitting.resumed(sitting.play, self._keep)

    def take_paused(self) -> Sitting[Round] | None:
        """The round that was left, and is so no more."""
        sitting, self.paused = self.paused, None
        return sitting

    def change_pack(self, pack: Pack) -> None:
        """Play another pack from now on."""
        self.pack, self.paused = pack, None
        self.settings = RoundSettings(pack.topics)
        self.figures = figures_of(self.keeper, pack)

    def start_round(self, settings: RoundSettings) -> Sitting[Round]:
        """Draw a round of questions and keep its start."""
        aim, settings = Aim(self.chosen.dial, self.exam), with_own_length(settings, self.chosen)
        drawn = next_round(self.figures, settings, round_id=new_id(), moment=now(), rng=CHANCE, aim=aim)
        return Sitting(drawn, self._keep)

    def start_line(self, settings: RoundSettings) -> Sitting[Growing]:
        """Shuffle the cards of a growing line and keep its start; the line of the day goes on where it was left."""
        if settings.mode == DAILY:
            return self._line_of_the_day()
        seed = settings.seed or random_seed(CHANCE)
        return Sitting(self._line(settings, seed), self._keep)

    def _line_of_the_day(self) -> Sitting[Growing]:
        """The one that counts, or once that is over the same cards again for practice."""
        settings, seed = RoundSettings(self.pack.topics, mode=DAILY), daily_seed(self.pack, now())
        before = self.daily_answers
        if not before:
            return Sitting(self._line(settings, seed), self._keep)
        if before[0].revision == self.pack.revision:
            begun = self._line(settings, seed)
            resumed = gone_on_with(replace(begun, started=replace(begun.started, round=before[0].round)), before)
            resumed = replace(resumed, attempt=self.keeper.attempts(before[0].round, resumed.place))
            if resumed.phase is not Phase.OVER:
                return Sitting(resumed, self._keep)
        return Sitting(self._line(replace(settings, mode=DAILY_AGAIN), seed), self._keep)

    @property
    def daily_answers(self) -> list[Answered]:
        """The answers to today's line of the day so far, in their order."""
        begun = self.figures.daily_lines.get(now().date())
        return self.keeper.answers_of(begun) if begun else []

    def _line(self, settings: RoundSettings, seed: str) -> Growing:
        return start_growing(
            self.pack, topics=settings.topics, seed=seed, round_id=new_id(), moment=now(), mode=settings.mode
        )

    def _keep(self, event: JournalEvent) -> bool:
        """Keep an event with the figures that it changes; whether both are on the disk. If not the keeper says why."""
        self.keeper.keep(event, now(), self._counted(event))
        if isinstance(event, Answered):
            self.keeper.read_behind()
        return not self.keeper.unsaved

    def _counted(self, event: JournalEvent) -> Derived:
        """Count an event that is about to be kept, and tell what is to be kept of that."""
        match event:
            case Answered():
                self.figures.add(event)
            case TakenBack() if not self.figures.take_back(event):
                return self._counted_anew(event)
            case Guessed() if not self.figures.call_a_guess(event):
                return self._counted_anew(event)
        return changes_to_keep(self.figures)

    def _counted_anew(self, mark: TakenBack | Guessed) -> Derived:
        """For a mark that is not about the last answer: what later ones did to a staircase can't be undone in steps."""
        try:
            before, self.figures = names_kept(self.figures), figures_with(self.keeper, self.pack, mark)
        except SavesError:  # the keeper says so, and keeps nothing more
            return {}
        return all_to_keep(self.figures, instead_of=before)

    def close(self) -> int:
        """Write what could not be written before, and let go of the saves. Returns how many events were not kept."""
        if self.read_before is not None:
            self.read_before.close()
        self.keeper.close(now())
        return self.keeper.unsaved


def open_session(bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes) -> Session:
    """Read everything; raises `WishError`, before there is a trace in the saves, or `SavesError`."""
    with Haste(), ExitStack() as left_open:
        before = left_open.enter_context(closing(LibraryIndex(saves_folder)))
        fitting = packs_for(library := read_banks(bank_folders, before), wishes)
        keeper = opened_as_last_time(saves_folder)
        left_open.callback(keeper.close, now())
        before.write()
        pack = pack_to_play(fitting, wishes, keeper, now())
        session = Session(library, pack, keeper, choose_round(pack, wishes), read_before=before)
        left_open.pop_all()
        return session
