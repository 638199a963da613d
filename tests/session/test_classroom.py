"""A class in the room: its rounds are kept, come back after a kill, and stay apart from others'."""

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizgame.game.draw.codes import CodeError, code_of
from quizgame.game.draw.selection import Selection, draw_selection
from quizgame.game.events import Answered
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_start import ClassError, ClassFault
from quizgame.game.play.modes import CLASS_HANDS, CLASS_PAPER
from quizgame.game.play.paper_entry import read_paper_line
from quizgame.game.play.paper_round import PaperRound
from quizgame.saves.keeper import Keeper
from quizgame.session import clock
from quizgame.session.class_sitting import ClassSitting
from quizgame.session.classroom import ClassNameError, Classroom, open_classroom, read_class_name
from tests.game.play.classes import EVENTS, response_by_chance
from tests.packs import pack_of_events
from tests.saves.samples import MOMENT, answered, started

OTHER = replace(pack_of_events(12), id="other")


def room(folder: Path, name: str | None = None, keeper: Keeper | None = None) -> Classroom:
    found = open_classroom((OTHER, EVENTS), EVENTS, keeper or Keeper(folder, MOMENT), name)
    found.rng = random.Random(1)
    return found


def played(sitting: ClassSitting, rng: random.Random, steps: int = 10_000) -> ClassSitting:
    """So many steps of the round, or to its end."""
    for _ in range(steps):
        match sitting.play.phase:
            case ClassPhase.SETTING_UP:
                sitting.start()
            case ClassPhase.OVER:
                break
            case ClassPhase.SHOWING:
                sitting.go_on() if rng.random() < 0.9 else sitting.undo()
            case _:
                sitting.answer(response_by_chance(sitting.play, rng))
    return sitting


def test_100_programs_that_are_killed_go_on_at_the_same_question(tmp_path: Path) -> None:
    """As often as a round lasts: nothing that was kept is lost, nobody's turn is skipped."""
    rng = random.Random(1)
    kills, before = 0, None
    classroom = room(tmp_path, "5b")
    settings = replace(classroom.usual, teams=4)
    sitting = classroom.begin(settings)
    while kills < 100:
        played(sitting, rng, rng.randint(1, 3))
        before = sitting.play
        classroom.keeper.close(MOMENT)  # a journal needs no farewell: see tests/saves/test_kills.py
        kills += 1
        classroom = room(tmp_path)
        if before.phase is ClassPhase.OVER:
            assert classroom.unfinished is None
            sitting = classroom.begin(replace(classroom.usual, mode=rng.choice(("class-teams", CLASS_HANDS))))
            continue
        left = classroom.unfinished
        assert left == before
        assert left is not None
        assert (left.current, left.team, left.standings) == (before.current, before.team, before.standings)
        sitting = classroom.resume(left)
    assert len({one.round for one in classroom.rounds}) == len(classroom.rounds) > 3
    classroom.keeper.close(MOMENT)


def test_enter_all_the_way_is_a_round_of_twelve_with_four_teams_and_then_as_last_time(tmp_path: Path) -> None:
    classroom = room(tmp_path)
    usual = classroom.usual
    assert (usual.teams, usual.selection.length, usual.selection.topics) == (4, 12, EVENTS.topics)
    sitting = classroom.begin(usual)
    assert (sitting.play.total, len(sitting.play.teams), sitting.play.with_warm_up) == (12, 4, True)
    taught = replace(usual.selection, topics=EVENTS.topics[:1], left_out=("war",), length=6, seed="OWL-7")
    played(classroom.begin(replace(usual, selection=taught, teams=3)), random.Random(1))
    again = classroom.usual
    assert again.selection.seed != "OWL-7"
    assert replace(again, selection=replace(again.selection, seed="OWL-7")) == replace(usual, selection=taught, teams=3)
    played(classroom.begin(replace(usual, mode=CLASS_HANDS)), random.Random(1))
    assert (classroom.usual.mode, classroom.usual.teams) == (CLASS_HANDS, 4)
    classroom.keeper.close(MOMENT)


def test_a_code_asks_the_same_in_every_way_to_play(tmp_path: Path) -> None:
    classroom = room(tmp_path)
    chosen = replace(classroom.usual.selection, length=8)
    settings = classroom.from_code(code_of(EVENTS, chosen), classroom.usual)
    assert settings.selection == chosen
    for mode in ("class-teams", CLASS_HANDS):
        play = classroom.begin(replace(settings, mode=mode)).play
        assert play.questions[1:] == draw_selection(EVENTS, chosen)
    with pytest.raises(CodeError):
        classroom.from_code("OWL-7-AAA-AAA", settings)
    classroom.keeper.close(MOMENT)


def test_classes_are_apart_from_each_other_and_from_the_player(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, MOMENT)
    keeper.keep(started("mine"), MOMENT)
    keeper.keep(answered(0, round_="mine"), MOMENT)
    for name in ("5b", "5c", "5B"):
        classroom = room(tmp_path, name, keeper)
        played(classroom.begin(classroom.usual), random.Random(1))
        classroom.leave()
        assert {one.round for one in keeper.answers} == {"mine"}
        keeper.keep(answered(len(keeper.answers), round_="mine"), MOMENT)
    keeper.close(MOMENT)
    again = Keeper(tmp_path, MOMENT)
    assert [(one.round, one.place) for one in again.answers] == [("mine", place) for place in range(4)]
    assert [one.name for one in again.classes] == ["5b", "5c"]
    assert len(room(tmp_path, "5b", again).rounds) == 2
    again.close(MOMENT)


def test_a_class_that_played_nothing_leaves_no_trace(tmp_path: Path) -> None:
    classroom = room(tmp_path, "5b")
    classroom.leave()
    classroom.keeper.close(MOMENT)
    again = Keeper(tmp_path, MOMENT)
    assert again.classes == ()
    again.close(MOMENT)


def test_a_class_without_a_name_has_a_number(tmp_path: Path) -> None:
    for name, number in ((None, 1), ("5b", 2), (None, 2)):
        classroom = room(tmp_path, name)
        classroom.begin(classroom.usual)
        assert (classroom.number, classroom.player.name) == (number, "" if number == 1 else "5b")
        classroom.keeper.close(MOMENT)


@pytest.mark.parametrize("typed", ["", "  ", "../5b", "C:\\5b", ".", "..", "5" * 41, "\x1b"])
def test_what_names_no_class_is_refused(typed: str) -> None:
    with pytest.raises(ClassNameError):
        read_class_name(typed)


def test_a_name_is_one_clean_line() -> None:
    assert read_class_name("  5b \x1b[2J\n Ms  Անի ") == "5b [2J Ms Անի"


def test_a_round_is_gone_on_with_in_its_own_pack_if_that_is_the_same(tmp_path: Path) -> None:
    classroom = room(tmp_path)
    classroom.pack = OTHER
    played(classroom.begin(replace(classroom.usual, teams=2)), random.Random(1), 4)
    classroom.keeper.close(MOMENT)
    again = room(tmp_path)
    assert (again.pack.id, again.unfinished is None) == ("other", False)
    again.keeper.close(MOMENT)
    changed = open_classroom((replace(OTHER, revision="new"), EVENTS), EVENTS, Keeper(tmp_path, MOMENT), None)
    assert changed.unfinished is None
    with pytest.raises(ClassError) as caught:
        changed.round_of(changed.rounds[-1].round)
    assert caught.value.fault is ClassFault.PACK_CHANGED
    changed.keeper.close(MOMENT)


def test_paper_is_kept_beside_rounds_and_offers_nothing_to_go_on_with(tmp_path: Path) -> None:
    classroom = room(tmp_path)
    left = played(classroom.begin(classroom.usual), random.Random(1), 5).play
    selection = replace(classroom.usual.selection, kinds=("choice",), length=3)
    questions = draw_selection(EVENTS, selection)
    classroom.take_paper(classroom.paper_round(selection, questions), read_paper_line(questions, "7 abc"))
    classroom.keeper.close(MOMENT)
    again = room(tmp_path)
    assert [one.mode for one in again.rounds] == ["class-teams", CLASS_PAPER]
    assert again.unfinished == left
    assert [one.seat for one in again.figures(again.rounds[-1].round).answers] == ["7"] * 3
    assert len(again.figures().answers) == 3 + len(left.turns)
    again.keeper.close(MOMENT)


def test_each_line_from_paper_is_kept_at_once_and_the_sheets_are_gone_on_with_the_same_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    selection = Selection("TIGER-42", EVENTS.topics, length=3, kinds=("choice",))
    questions = draw_selection(EVENTS, selection)

    def desk() -> tuple[Classroom, PaperRound]:
        classroom = room(tmp_path)
        return classroom, classroom.paper_round(selection, questions)

    for seats, line in (((), "7 abc"), (("7",), "11 xxx"), (("7", "11"), "7 bbb")):
        classroom, play = desk()
        assert play.seats == seats
        play = classroom.take_paper(play, read_paper_line(questions, line))
        kept = classroom.keeper.class_rounds[play.started.round]
        assert kept == list(play.kept)
        classroom.keeper.close(MOMENT)
    classroom, play = desk()
    figures = classroom.figures(play.started.round)
    assert [(one.seat, one.attempt) for one in figures.answers] == [("11", 0)] * 3 + [("7", 1)] * 3
    assert {one.response for one in figures.answers if one.seat == "7"} == {(1,)}
    _, cut_off = play.with_line(read_paper_line(questions, "20 abc"), MOMENT)
    for event in cut_off[:2]:  # and then the power went
        classroom.keeper.keep(event, MOMENT)
    classroom.keeper.close(MOMENT)
    classroom, play = desk()
    assert play.seats == ("7", "11")
    play = classroom.take_paper(play, read_paper_line(questions, "20 aaa"))
    assert [one.response for one in classroom.figures().answers if one.seat == "20"] == [(0,)] * 3
    assert play.seats == ("7", "11", "20")
    assert [one.mode for one in classroom.rounds] == [CLASS_PAPER]
    monkeypatch.setattr("quizgame.session.classroom.now", lambda: clock.now() + timedelta(days=1))
    assert classroom.paper_round(selection, questions).seats == ()
    classroom.keeper.close(MOMENT)


def test_what_was_missed_is_taught_again_in_other_words_and_comes_back_on_monday(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    classroom = room(tmp_path)
    sitting = classroom.begin(replace(classroom.usual, mode=CLASS_HANDS))
    missed: list[str] = []
    sitting.start()
    while sitting.play.phase is not ClassPhase.OVER:
        missed += sitting.play.current.facts
        sitting.answer(DontKnow())
        sitting.go_on()
    again = classroom.to_teach_again(sitting.play.started.round)
    assert len(again) == 3
    for figure, question in again:
        assert figure.fact in missed
        assert question is None or figure.fact in question.facts
    assert [classroom.starter] == [None]  # it was today
    monkeypatch.setattr("quizgame.session.classroom.now", lambda: clock.now() + timedelta(days=7))
    starter = classroom.starter
    assert starter is not None
    assert (len(starter.selection.facts), starter.mode) == (2, CLASS_HANDS)  # from last time, and from last week
    asked = classroom.begin(starter)
    assert [one.facts[0] for one in asked.play.questions] == list(starter.selection.facts)
    asked.start()
    asked.answer(DontKnow())
    assert classroom.unfinished == asked.play
    classroom.keeper.close(MOMENT)
    reopened = room(tmp_path)
    assert reopened.unfinished == asked.play
    assert reopened.usual.selection.facts == ()
    reopened.keeper.close(MOMENT)


def test_the_clock_stands_while_a_class_pauses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = 0.0
    monkeypatch.setattr("quizgame.session.clock.monotonic", lambda: seconds)
    classroom = room(tmp_path)
    sitting = classroom.begin(replace(classroom.usual, clock=30, warm_up=False))
    assert [sitting.seconds_left] == [None]
    sitting.start()
    seconds = 10
    assert sitting.seconds_left == 20
    sitting.pause()
    seconds = 100
    assert (sitting.seconds_left, sitting.milliseconds) == (20, 10_000)
    sitting.more_time()
    sitting.pause()
    seconds = 105
    assert (sitting.seconds_left, sitting.milliseconds) == (35, 15_000)
    event = sitting.answer(response_by_chance(sitting.play, random.Random(1)))
    assert isinstance(event, Answered)
    assert event.milliseconds == 15_000
    sitting.go_on()
    assert isinstance(sitting.play.current, ChoiceQuestion)
    assert sitting.seconds_left == 30
    seconds = 1000
    assert sitting.seconds_left == 0
    assert sitting.left.unfinished
    classroom.keeper.close(MOMENT)
