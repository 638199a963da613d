"""A round of a class: its table, its turns, its votes, its board, and how it comes back after it was killed."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import parse, spanning
from quizgame.banks.files.read import read_library
from quizgame.banks.pack import Pack
from quizgame.banks.quality.leaks import printed
from quizgame.game.draw.selection import Selection, without
from quizgame.game.draw.tables import tables_of
from quizgame.game.events import Answered, ClassEvent, Moved, SwappedOut, TakenBack, Voted
from quizgame.game.kinds.any import Response
from quizgame.game.kinds.card import CardVerdict
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.dating import Dated
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.class_phases import LEADS_TO, ClassPhase, ClassStep
from quizgame.game.play.class_round import ClassRound, NoOtherQuestionError
from quizgame.game.play.class_start import (
    ClassError,
    ClassFault,
    ClassSettings,
    begin_class_round,
    resumed,
    settings_of,
)
from quizgame.game.play.modes import CLASS_HANDS, CLASS_TEAMS
from quizgame.game.play.teams import CLASS_SEAT, THE_CLASS, teams_for, turn_of, whole_cycles
from quizgame.game.play.votes import HANDS, Counted
from tests.game.play.classes import EVENTS, begun, hands_for, played, settings_by_chance
from tests.game.strategies import MOMENT, bank, brief, fact, modest, pack_of, packs
from tests.packs import pack_of_events
from tests.saves.samples import BANKS

SHIPPED = read_library((BANKS,)).packs[0].pack
LATER = MOMENT + timedelta(seconds=9)


def right(round_: ClassRound) -> Response:
    question = round_.current
    assert isinstance(question, ChoiceQuestion)
    return Chose(question.key)


def answered(round_: ClassRound, response: Response | Counted) -> ClassRound:
    return round_.answer(response, LATER, 100)[0]


def gone_on(round_: ClassRound) -> ClassRound:
    return round_.go_on(LATER)[0]


def to_the_end_of_questions(round_: ClassRound, credit: dict[str, int]) -> ClassRound:
    """Each team is right so many times, and wrong after that."""
    left = dict(credit)
    while round_.number < round_.total and round_.phase is not ClassPhase.TIE_BREAK:
        seat = round_.team.seat
        round_ = gone_on(answered(round_, right(round_) if left.get(seat, 0) > 0 else DontKnow()))
        left[seat] = left.get(seat, 0) - 1
    return round_


# Every step by chance


@given(packs(), st.integers(0, 2**32))
@modest
def test_a_round_that_was_killed_after_any_event_comes_back_as_it_was(pack: Pack, seed: int) -> None:
    rng = random.Random(seed)
    check_resumed(pack, settings_by_chance(pack, rng), rng)


@given(st.integers(0, 2**32))
@modest
def test_a_round_with_much_to_draw_comes_back_as_it_was(seed: int) -> None:
    rng = random.Random(seed)
    check_resumed(EVENTS, settings_by_chance(EVENTS, rng), rng)


def check_resumed(pack: Pack, settings: ClassSettings, rng: random.Random) -> None:
    events: list[ClassEvent] = []
    before: ClassRound | None = None
    for round_, event in played(pack, settings, rng):
        events.append(event)
        if before is not None:
            check_step(before, round_, event)
        before = round_
        if rng.random() < 0.3 or round_.phase is ClassPhase.OVER:
            shuffled = rng.sample(events, len(events))
            again = resumed(pack, shuffled)
            assert again == round_
            assert (again.standings, again.winners, again.current) == (round_.standings, round_.winners, round_.current)
    assert [event.moment for event in events] == sorted({event.moment for event in events})


def check_step(before: ClassRound, after: ClassRound, event: ClassEvent) -> None:
    """That the table has the step."""
    made: dict[type, ClassStep] = {
        Answered: ClassStep.ANSWER,
        Voted: ClassStep.ANSWER,
        TakenBack: ClassStep.UNDO,
        SwappedOut: ClassStep.SWAP,
    }
    moves = {"start": ClassStep.START, "go on": ClassStep.GO_ON, "more time": ClassStep.MORE_TIME}
    step = moves.get(event.move, ClassStep.PAUSE) if isinstance(event, Moved) else made[type(event)]
    assert after.phase in LEADS_TO[before.phase, step]


@given(st.integers(0, 2**32))
@modest
def test_each_team_gets_as_many_questions_and_the_board_is_the_mean(seed: int) -> None:
    rng = random.Random(seed)
    settings = replace(settings_by_chance(EVENTS, rng), mode=CLASS_TEAMS)
    rounds = [round_ for round_, _ in played(EVENTS, settings, rng)]
    if not rounds:
        return
    over = rounds[-1]
    counting = [turn for turn in over.turns if not turn.counts_for_nothing]
    assert Counter(turn.team for turn in counting) == {team: over.total // len(over.teams) for team in over.teams}
    for standing in over.standings:
        earned = [turn.credit for turn in counting if turn.team == standing.team]
        assert standing.mean == pytest.approx(sum(earned) / len(earned))
    best = max(standing.mean for standing in over.standings)
    assert {one.mean for one in over.standings if one.team in over.winners} == {best}


@given(st.integers(2, 8), st.integers(1, 6), st.data())
@modest
def test_other_labels_give_other_scores_and_nothing_else(teams: int, cycles: int, data: st.DataObject) -> None:
    """Each team's score comes from its own answers alone: whoever gives them gets the score."""
    round_ = begun(teams=teams, length=teams * cycles)
    script = data.draw(
        st.lists(st.lists(st.booleans(), min_size=cycles, max_size=cycles), min_size=teams, max_size=teams)
    )
    relabelled = data.draw(st.permutations(range(teams)))

    def scores(order: list[int]) -> list[float]:
        play, given_so_far = round_, Counter[str]()
        while play.phase is ClassPhase.ASKING:
            number = play.teams.index(play.team)
            knows = script[order[number]][given_so_far[play.team.seat]]
            given_so_far[play.team.seat] += 1
            play = gone_on(answered(play, right(play) if knows else DontKnow()))
        return [standing.mean for standing in play.standings]

    plain = scores(list(range(teams)))
    assert scores(list(relabelled)) == [plain[number] for number in relabelled]


@pytest.mark.parametrize("phase", ClassPhase)
@pytest.mark.parametrize("step", ClassStep)
def test_what_the_table_does_not_have_is_refused(phase: ClassPhase, step: ClassStep) -> None:
    if (phase, step) in LEADS_TO:
        return
    round_ = replace(begun(), phase=phase)
    do: dict[ClassStep, Callable[[], object]] = {
        ClassStep.START: lambda: round_.start(LATER),
        ClassStep.ANSWER: lambda: round_.answer(DontKnow(), LATER, 0),
        ClassStep.SWAP: lambda: round_.swap(LATER),
        ClassStep.PAUSE: lambda: round_.pause(LATER),
        ClassStep.MORE_TIME: lambda: round_.more_time(LATER),
        ClassStep.UNDO: lambda: round_.undo(LATER),
        ClassStep.GO_ON: lambda: round_.go_on(LATER),
    }
    with pytest.raises(ValueError, match="the round waits for"):
        do[step]()


# Teams and turns


@pytest.mark.parametrize("teams", range(2, 9))
def test_the_first_turn_goes_round(teams: int) -> None:
    cycles = [[turn_of(cycle * teams + place, teams) for place in range(teams)] for cycle in range(teams)]
    assert all(sorted(cycle) == list(range(teams)) for cycle in cycles)
    assert [cycle[0] for cycle in cycles] == list(range(teams))
    assert [cycle[-1] for cycle in cycles] == [(number - 1) % teams for number in range(teams)]


@pytest.mark.parametrize(("questions", "teams", "whole"), [(10, 4, 12), (10, 3, 9), (8, 8, 8), (1, 5, 5), (10, 6, 12)])
def test_a_round_is_whole_cycles(questions: int, teams: int, whole: int) -> None:
    assert whole_cycles(questions, teams) == whole


def test_teams_are_told_apart_by_more_than_a_colour_and_stay_when_one_joins() -> None:
    for number in range(100):
        teams = teams_for(f"OWL-{number}", 8)
        for names in zip(*((team.animal, team.shape, team.colour) for team in teams), strict=True):
            assert len(set(names)) == 8
        assert teams_for(f"OWL-{number}", 3) == teams[:3]
    assert len({teams_for(f"OWL-{number}", 2) for number in range(100)}) > 90
    with pytest.raises(ValueError, match="9 teams"):
        teams_for("OWL-1", 9)


def test_a_cycle_that_can_not_be_filled_is_left_out() -> None:
    assert begun(teams=4, length=10).total == 8
    with pytest.raises(ClassError) as caught:
        begun(teams=4, length=3)
    assert (caught.value.fault, caught.value.questions) == (ClassFault.MORE_TEAMS_THAN_QUESTIONS, 3)


def test_a_selection_that_asks_nothing_is_refused() -> None:
    with pytest.raises(ClassError) as caught:
        begun(pack_of(bank("north", [fact("a", wordings=0)])), topics=("north",))
    assert caught.value.fault is ClassFault.NO_QUESTIONS
    with pytest.raises(ClassError) as caught:
        begun(teams=9)
    assert caught.value.fault is ClassFault.NOT_SO_MANY_TEAMS


def test_a_round_begins_with_settings_that_can_be_read_from_its_start() -> None:
    rng = random.Random(3)
    for _ in range(50):
        settings = replace(settings_by_chance(EVENTS, rng), warm_up=False)
        try:
            round_ = begin_class_round(EVENTS, settings, round_id="r", moment=MOMENT)
        except ClassError:
            continue
        again = begin_class_round(EVENTS, settings_of(round_.started), round_id="r", moment=MOMENT)
        assert again == round_


def test_a_hard_subject_that_is_left_out_comes_up_nowhere() -> None:
    banks = [
        one.model_copy(
            update={
                "facts": tuple(
                    each.model_copy(update={"tags": ("war",)}) if number % 2 else each
                    for number, each in enumerate(one.facts)
                )
            }
        )
        for one in EVENTS.banks
    ]
    pack = pack_of(*banks)
    tagged = {each.id for one in pack.banks for each in one.facts if each.tags}
    rng = random.Random(5)
    for number in range(30):
        settings = settings_by_chance(pack, rng)
        selection = replace(settings.selection, left_out=("war",), seed=f"OWL-{number}")
        for round_, _ in played(pack, replace(settings, selection=selection), rng):
            asked = {name for question in round_.questions for name in question.facts} | set(round_.current.facts)
            assert not asked & tagged
    assert without(pack, ("death",)) is pack


# Warm-up, tie-break, swap, undo


def test_a_warm_up_is_for_all_is_worth_nothing_and_comes_before_the_first_turn() -> None:
    round_ = begun(warm_up=True)
    assert (round_.phase, round_.team, round_.number, round_.total) == (ClassPhase.WARM_UP, THE_CLASS, -1, 9)
    shown, event = round_.answer(right(round_), LATER, 0)
    assert (event.seat, isinstance(event, Answered) and (event.credit, event.points)) == (CLASS_SEAT, (1.0, 0))
    assert [one.asked for one in shown.standings] == [0, 0, 0]
    assert shown.undo(LATER)[0].phase is ClassPhase.WARM_UP
    asking = gone_on(shown)
    assert (asking.phase, asking.team, asking.number) == (ClassPhase.ASKING, asking.teams[0], 0)
    warm_up, *others = round_.questions
    assert not set(warm_up.facts) & {name for one in others for name in one.facts}


def test_the_nearest_date_breaks_a_tie() -> None:
    start = begun()
    fox, owl, _ = (team.seat for team in start.teams)
    round_ = to_the_end_of_questions(start, {fox: 2, owl: 2})
    assert (round_.phase, [team.seat for team in round_.level]) == (ClassPhase.TIE_BREAK, [fox, owl])
    assert round_.tie_break is not None
    true = round_.tie_break.event.date.earliest
    assert not {round_.tie_break.event.fact} & {name for one in round_.questions for name in one.facts}
    with pytest.raises(ValueError, match="nothing was given"):
        round_.undo(LATER)

    def dated(days: int) -> Dated:
        day = true + days
        return Dated(spanning(day, day))

    assert round_.team.seat == fox
    round_ = answered(round_, dated(40))
    assert (round_.phase, round_.team.seat) == (ClassPhase.TIE_BREAK, owl)
    for days, winners in ((-39, [owl]), (40, [fox, owl]), (-40, [fox, owl]), (41, [fox])):
        over = gone_on(answered(round_, dated(days)))
        assert (over.phase, [team.seat for team in over.winners]) == (ClassPhase.OVER, winners)
        assert [one.asked for one in over.standings] == [3, 3, 3]
    taken = answered(round_, dated(1)).undo(LATER)[0]
    assert (taken.phase, taken.team.seat) == (ClassPhase.TIE_BREAK, owl)
    assert taken.undo(LATER)[0].team.seat == fox
    assert [team.seat for team in gone_on(answered(round_, DontKnow())).winners] == [fox]


def test_a_tie_that_no_event_can_break_is_a_shared_win() -> None:
    pack = pack_of(bank("north", [fact(f"f{number}") for number in range(9)]))
    over = to_the_end_of_questions(begun(pack, topics=("north",)), {})
    assert (over.phase, over.winners) == (ClassPhase.OVER, over.teams)


def test_thirds_that_were_added_up_are_level() -> None:
    round_ = begun(teams=2, length=2)
    first = gone_on(answered(round_, right(round_)))
    [one] = first.turns
    assert not isinstance(one.verdict, CardVerdict)
    others = [
        replace(one, team=round_.teams[at], verdict=replace(one.verdict, credit=credit))
        for at, credit in ((0, 0.1), (0, 0.2), (1, 0.3), (1, 0.0))
    ]
    assert {standing.mean for standing in replace(first, turns=tuple(others)).standings} == {0.15}


def test_a_swap_asks_another_question_of_the_same_topic_until_there_is_none() -> None:
    pack = pack_of_events(6, topics=2)
    round_ = begun(pack, teams=2, length=4)
    first, seen = round_.current, {one.id for one in round_.questions}
    while True:
        try:
            swapped, event = round_.swap(LATER)
        except NoOtherQuestionError:
            break
        assert (event.question, event.by) == (round_.current.id, swapped.current.id)
        assert swapped.current.topic == first.topic
        assert swapped.current.id not in seen
        assert swapped.place == 0
        seen.add(swapped.current.id)
        round_ = swapped
    own = {one.id for one in pack.bank(first.topic).facts}  # there are too few terms to ask one
    assert {name for one in (*round_.swapped, *round_.questions) for name in one.facts} >= own
    shown = answered(round_, right(round_))
    assert [turn.question for turn in shown.turns] == [round_.current]


def test_an_ordering_is_swapped_for_an_ordering_of_other_events() -> None:
    round_ = begun(mode=CLASS_HANDS, kinds=("ordering",), length=3)
    other = round_.swap(LATER)[0].current
    assert isinstance(round_.current, OrderingQuestion)
    assert isinstance(other, OrderingQuestion)
    assert set(other.facts) != set(round_.current.facts)


def test_an_undo_takes_the_answer_back_and_the_next_one_counts_in_full() -> None:
    round_ = begun()
    shown, first = round_.answer(DontKnow(), LATER, 0)
    asked, slip = shown.undo(LATER)
    assert (slip.place, slip.attempt, slip.seat) == (0, 0, first.seat)
    assert (asked.phase, asked.current, asked.turns) == (ClassPhase.ASKING, round_.current, ())
    again, second = asked.answer(right(asked), LATER, 0)
    assert isinstance(second, Answered)
    assert (second.attempt, second.points, second.seen) == (1, 100, False)
    assert again.standings[0].points == 100
    assert gone_on(again).attempt == 0


# Votes


@pytest.mark.parametrize(
    ("hands", "wrong", "talks"), [(3, 7, True), (7, 3, True), (29, 71, False), (71, 29, False), (0, 5, False)]
)
def test_a_class_talks_where_some_know_it_and_some_do_not(hands: int, wrong: int, talks: bool) -> None:
    round_ = begun(mode=CLASS_HANDS)
    assert isinstance(round_.current, ChoiceQuestion)
    voted, event = round_.answer(hands_for(round_.current, hands, wrong), LATER, 0)
    assert (voted.phase is ClassPhase.TALKING, isinstance(event, Voted)) == (talks, talks)


def test_both_votes_are_kept_and_the_gain_is_told() -> None:
    round_ = begun(mode=CLASS_HANDS)
    question = round_.current
    assert isinstance(question, ChoiceQuestion)
    talking, vote = round_.answer(hands_for(question, 12, 8), LATER, 0)
    assert (talking.seconds, talking.hands, talking.turns) == (60, 20, ())
    assert talking.more_time(LATER)[0].seconds == 80
    assert talking.pause(LATER)[0].paused
    shown, event = talking.answer(hands_for(question, 17, 3), LATER, 0)
    assert isinstance(event, Answered)
    assert isinstance(vote, Voted)
    assert (event.kind, event.response, event.credit) == (HANDS, hands_for(question, 17, 3).counts, 0.85)
    assert vote.counts == hands_for(question, 12, 8).counts
    assert shown.shown.gain == (12, 20, 17, 20)
    assert shown.winners == ()
    back = talking.undo(LATER)[0]
    assert (back.phase, back.before, back.attempt) == (ClassPhase.ASKING, None, 1)


def test_counts_that_do_not_fit_are_refused() -> None:
    hands, teams = begun(mode=CLASS_HANDS), begun()
    for counts in ((1, 2), (1, 2, 3, 4), (1, -1, 3), (100, 0, 0)):
        with pytest.raises(ValueError, match="does not answer"):
            answered(hands, Counted(counts))
    with pytest.raises(ValueError, match="only a class votes"):
        answered(teams, Counted((1, 2, 3)))
    with pytest.raises(ValueError, match="only a class votes"):
        answered(begun(mode=CLASS_HANDS, kinds=("ordering",)), Counted((1, 2, 3)))


def test_a_class_may_say_one_thing_or_nothing() -> None:
    round_ = begun(mode=CLASS_HANDS)
    assert answered(round_, right(round_)).standings[0].points == 100
    assert answered(round_, DontKnow()).standings[0].points == 0
    nobody = answered(round_, Counted((0, 0, 0)))
    assert (nobody.phase, nobody.shown.credit) == (ClassPhase.SHOWING, 0.0)


def test_orderings_are_made_by_the_whole_class() -> None:
    round_ = begun(mode=CLASS_HANDS, kinds=("ordering",), length=4)
    assert round_.total == 4
    while round_.phase is not ClassPhase.OVER:
        question = round_.current
        assert isinstance(question, OrderingQuestion)
        order = sorted(range(len(question.events)), key=lambda at: question.events[at].date.earliest)
        round_ = gone_on(answered(round_, Ordered(tuple(order))))
    assert [one.points for one in round_.standings] == [100]


# The clock, and packs that change


def test_a_clock_is_off_unless_it_is_wanted_and_never_runs_on_a_hard_subject() -> None:
    round_ = begun()
    assert round_.seconds is None
    timed = replace(round_, started=replace(round_.started, clock=30))
    assert timed.seconds == 30
    assert timed.more_time(LATER)[0].seconds == 50
    assert gone_on(answered(timed.more_time(LATER)[0], DontKnow())).seconds == 30
    hard = tuple(replace(one, tags=("war",)) for one in timed.questions if isinstance(one, ChoiceQuestion))
    assert replace(timed, questions=hard).seconds is None


def test_a_round_of_a_pack_that_changed_is_not_resumed() -> None:
    round_ = begun()
    shown, event = round_.answer(right(round_), LATER, 0)
    assert isinstance(event, Answered)
    events: list[ClassEvent] = [round_.started, begun_move(round_), event]
    assert resumed(EVENTS, events) == shown
    for changed in (
        [replace(round_.started, revision="other"), *events[1:]],
        [*events[:2], replace(event, question="other")],
        events[1:],
        [*events, event],
    ):
        with pytest.raises(ClassError) as caught:
            resumed(EVENTS, changed)
        assert caught.value.fault is ClassFault.PACK_CHANGED


def begun_move(round_: ClassRound) -> Moved:
    return replace(round_, phase=ClassPhase.SETTING_UP, last=MOMENT).start(MOMENT)[1]


@pytest.mark.parametrize("text", ["1988", "1988-02", "1988-02-20", "0988", "1988-02-20/1990-01-01"])
def test_a_date_is_told_from_its_first_and_last_day(text: str) -> None:
    interval = parse(text)
    assert spanning(interval.earliest, interval.latest) == interval
    assert spanning(date(1988, 1, 1).toordinal(), date(1988, 12, 31).toordinal()).edtf == "1988"


@given(st.integers(0, 2**32))
@brief
def test_a_warm_up_and_a_swap_of_the_shipped_pack_tell_no_answer_of_the_round(seed: int) -> None:
    rng = random.Random(seed)
    selection = Selection(f"OWL-{seed % 1000}", SHIPPED.topics, rng.randint(4, 14), ("choice",))
    round_ = begin_class_round(SHIPPED, ClassSettings(selection, teams=2), round_id="r", moment=MOMENT).start(MOMENT)[0]
    round_ = gone_on(answered(round_, DontKnow()))
    round_ = round_.swap(LATER)[0]
    lists = tables_of(SHIPPED).lists
    choices = [one for one in round_.questions if isinstance(one, ChoiceQuestion)]
    prints = [printed(one.prompt, one.options[one.key].text, lists) for one in choices]
    warm_up, swapped, *others = prints
    assert not any(warm_up.gives_away(one) for one in prints[1:])
    assert sum(swapped.gives_away(one) or one.gives_away(swapped) for one in others) == 0
