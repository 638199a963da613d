"""The figures are the fold of what counts, however it came to count; what is kept of them comes back to the bit."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import parse
from quizgame.banks.pack import Pack
from quizgame.game.events import Answered, Guessed, TakenBack
from quizgame.learning import kept as kept_module
from quizgame.learning.days import Day
from quizgame.learning.figures import LAST_ANSWERS, Figures, Name, Part
from quizgame.learning.kept import all_to_keep, changes_to_keep, names_kept, prefix_of, restored
from tests.game.strategies import brief
from tests.learning.answers import PACK, START, answered, days_later, histories


def parts(figures: Figures) -> dict[Name, Part]:
    return {(kind, which): part for kind, there in figures.parts.items() for which, part in there.items()}


def to_the_bit(figures: Figures) -> str:
    """All of the figures, with every float as it is, and each moment in its offset."""
    named = sorted(parts(figures).items(), key=lambda named: named[0])
    return json.dumps([(*name, asdict(part)) for name, part in named], default=datetime.isoformat)


class Player:
    """Somebody whose figures are kept up step by step, beside what counts."""

    def __init__(self) -> None:
        self.figures = Figures(PACK)
        self.answers: list[Answered] = []
        self.guesses: list[Answered] = []
        self.kept: dict[str, str] = {}

    def add(self, answer: Answered) -> None:
        self.answers.append(answer)
        self.figures.add(answer)

    def take_back(self, answer: Answered) -> None:
        slip = TakenBack(answer.round, answer.place, answer.attempt, answer.moment)
        self.answers.remove(answer)
        if not self.figures.take_back(slip):
            self.count_anew()

    def call_a_guess(self, answer: Answered) -> None:
        guess = Guessed(answer.round, answer.place, answer.attempt, answer.moment)
        self.guesses.append(answer)
        if not self.figures.call_a_guess(guess):
            self.count_anew()

    def count_anew(self) -> None:
        before = names_kept(self.figures)
        self.figures = Figures.of(PACK, self.answers, self.guesses)
        self.keep(all_to_keep(self.figures, before))

    def keep(self, changes: dict[str, str | None]) -> None:
        both = {**self.kept, **changes}
        self.kept = {name: line for name, line in both.items() if line is not None}


@given(histories(most=12), st.data())
@brief
def test_whatever_was_taken_back_or_guessed_the_figures_are_those_of_what_counts(
    history: list[Answered], data: st.DataObject
) -> None:
    player = Player()
    for answer in history:
        player.add(answer)
        what = data.draw(st.sampled_from(["", "", "slip", "guess", "guess and slip", "an earlier slip", "restart"]))
        other = data.draw(st.sampled_from(player.answers))
        if "guess" in what:
            player.call_a_guess(answer)
        if "slip" in what:
            player.take_back(other if "earlier" in what else answer)
        if what == "slip":
            player.add(replace(answer, attempt=1, seen=True))
        player.keep(changes_to_keep(player.figures))
        if what == "restart":
            player.figures = restored(PACK, player.kept) or Figures.of(PACK, player.answers, player.guesses)
        expected = Figures.of(PACK, player.answers, player.guesses)
        assert to_the_bit(player.figures) == to_the_bit(expected)
        again = restored(PACK, player.kept)
        assert to_the_bit(again or Figures(PACK)) == to_the_bit(expected)
        assert player.figures.due_by(date.max) == expected.due_by(date.max)
        moment = answer.moment.astimezone(timezone(timedelta(hours=data.draw(st.integers(-12, 14)))))
        moment += timedelta(hours=data.draw(st.integers(-40, 40)))
        asked = {fact for fact in player.figures.parts["fact"] if player.figures.known(fact).asked_on(moment)}
        assert player.figures.asked_on(moment) == asked


@given(histories(), st.lists(st.integers(0, 24)))
@brief
def test_what_is_kept_changes_only_where_the_figures_do(history: list[Answered], guesses: list[int]) -> None:
    figures, kept = Figures(PACK), dict[str, str]()
    for place, answer in enumerate(history):
        before = dict(kept)
        figures.add(answer, guessed=place in guesses)
        changes = changes_to_keep(figures)
        kept |= {name: line for name, line in changes.items() if line is not None}
        assert all(name in changes for name in kept if kept[name] != before.get(name))
        assert len(changes) <= 5 + len(answer.facts)
        assert bool(changes) is (answer.pack == PACK.id)
        assert changes_to_keep(figures) == {}
    assert kept == (all_to_keep(figures, ()) if kept else {})


def test_an_answer_to_another_pack_is_passed_over_and_taking_it_back_too() -> None:
    figures = Figures.of(PACK, [answered()])
    before = to_the_bit(figures)
    foreign = answered(pack="another", place=1)
    figures.add(foreign)
    assert to_the_bit(figures) == before
    assert not figures.take_back(TakenBack("r1", 1, 0, START))
    assert figures.take_back(TakenBack("r1", 0, 0, START))
    assert parts(figures) == {}


def test_only_the_last_answer_is_undone_in_one_step() -> None:
    first, second = answered(), answered(place=1)
    figures = Figures.of(PACK, [first, second])
    for mark in (TakenBack, Guessed):
        step = figures.take_back if mark is TakenBack else figures.call_a_guess
        assert not step(mark("r1", 0, 0, START))  # type: ignore[arg-type] # each with its own
    assert to_the_bit(figures) == to_the_bit(Figures.of(PACK, [first, second]))
    assert figures.take_back(TakenBack("r1", 1, 0, START))
    assert not figures.take_back(TakenBack("r1", 0, 0, START))
    assert to_the_bit(figures) == to_the_bit(Figures.of(PACK, [first]))


def test_a_seat_and_an_attempt_tell_answers_apart() -> None:
    figures = Figures.of(PACK, [answered(seat="owls", attempt=1)])
    for round_, attempt, seat in (("r1", 1, ""), ("r1", 0, "owls"), ("r2", 1, "owls")):
        assert not figures.take_back(TakenBack(round_, 0, attempt, START, seat))
    assert figures.take_back(TakenBack("r1", 0, 1, START, "owls"))


def test_a_guess_keeps_its_answer_and_takes_what_it_showed() -> None:
    figures, wrong = Figures.of(PACK, [answered()], [answered()]), Figures.of(PACK, [answered(right=[False])])
    assert figures.score("north") == wrong.score("north")
    assert figures.known("a").memory == wrong.known("a").memory
    assert (figures.answers, figures.day(START.date()).right, figures.totals.last) == (1, 0.0, (False,))


def test_the_last_answers_are_those_to_facts_that_were_asked_for_the_first_time_on_their_day() -> None:
    given = [answered([fact], [right]) for fact, right in (("a", False), ("a", True), ("b", True), ("a", True))]
    assert Figures.of(PACK, given).totals.last == (False, True)
    assert Figures.of(PACK, given).score("north").evidence.answers == 2
    many = [answered(moment=days_later(day), right=[day % 3 == 0]) for day in range(25)]
    assert Figures.of(PACK, many).totals.last == tuple(day % 3 == 0 for day in range(25))[-LAST_ANSWERS:]


def test_a_day_is_that_of_the_player_then() -> None:
    east, west = timezone(timedelta(hours=14)), timezone(timedelta(hours=-11))
    moments = [
        datetime(2026, 5, 5, 0, 10, tzinfo=east),
        datetime(2026, 5, 4, 23, 50, tzinfo=west),
        datetime(2026, 5, 5, 23, 59, tzinfo=west),
        datetime(2026, 5, 6, 0, 0, tzinfo=west),
    ]
    figures = Figures.of(PACK, [answered(moment=moment, right=[number > 0]) for number, moment in enumerate(moments)])
    assert {day.day: (one.answers, one.right, one.milliseconds) for day, one in figures.days.items()} == {
        4: (1, 1.0, 1000),
        5: (2, 1.0, 2000),
        6: (1, 1.0, 1000),
    }
    assert list(figures.days) == sorted(figures.days)
    assert figures.day(date(2026, 5, 7)) == Day()


def test_the_first_line_of_a_day_is_the_one_that_counts() -> None:
    given = [
        answered(mode=mode, round=name, kind="gap", question=f"{mode}-all", moment=days_later(day))
        for mode, name, day in [("daily", "d1", 0), ("daily", "d2", 0), ("practice", "p", 1), ("daily", "d3", 2)]
    ]
    lines = Figures.of(PACK, given).daily_lines
    assert lines == {days_later(0).date(): "d1", days_later(2).date(): "d3"}


def test_what_is_due_comes_by_its_day() -> None:
    given = [answered([fact], moment=days_later(day)) for fact, day in (("b", 0), ("a", 0), ("c", 4), ("d", 30))]
    figures = Figures.of(PACK, given)
    memory = figures.known("a").memory
    assert memory
    wait = memory.interval
    assert figures.due_by(days_later(wait - 1).date()) == []
    assert figures.due_by(days_later(wait).date()) == ["a", "b"]
    assert figures.due_by(days_later(wait + 4).date()) == ["a", "b", "c"]
    figures.add(answered(["a"], moment=days_later(wait), place=9))
    assert figures.due_by(days_later(wait).date()) == ["b"]
    assert figures.take_back(TakenBack("r1", 9, 0, START))
    assert figures.due_by(days_later(wait).date()) == ["a", "b"]


FULL = [
    answered(right=[False]),
    answered(["n0", "e0", "n1"], [True, False, True], kind="ordering", response=(2, 0, 1), place=1),
    answered(["n0"], kind="gap", question="growing-all", mode="growing", place=2, round="g1"),
    answered(["n1"], kind="gap", question="growing-all", mode="growing", place=2, round="g2", milliseconds=3),
    answered(["t1"], kind="card", rating=4, place=3, moment=days_later(1.1)),
]


def kept_of(answers: Sequence[Answered]) -> dict[str, str]:
    return {name: line for name, line in all_to_keep(Figures.of(PACK, answers), ()).items() if line is not None}


def test_everything_comes_back() -> None:
    figures = Figures.of(PACK, FULL)
    again = restored(PACK, kept_of(FULL))
    assert again
    assert to_the_bit(again) == to_the_bit(figures)
    assert {kind for kind, there in again.parts.items() if there} == {"totals", "topic", "fact", "line", "day"}
    assert changes_to_keep(again) == {}


def test_figures_of_nothing_are_kept_too() -> None:
    again = restored(PACK, kept_of([]))
    assert again
    assert parts(again) == {}


def test_names_that_are_there_no_more_are_kept_no_more() -> None:
    figures = Figures.of(PACK, FULL)
    names = names_kept(figures)
    assert {*names, f"{prefix_of(PACK.id)}rules"} == set(kept_of(FULL))
    changes = all_to_keep(Figures.of(PACK, FULL[:1]), names)
    gone = {name for name, line in changes.items() if line is None}
    assert gone == set(kept_of(FULL)) - set(kept_of(FULL[:1]))


@pytest.mark.parametrize("name", sorted(kept_of(FULL)))
def test_a_part_that_is_missing_is_noticed(name: str) -> None:
    kept = kept_of(FULL)
    del kept[name]
    assert restored(PACK, kept) is None


@pytest.mark.parametrize("line", ["", "{", "[]", "null", "[1]", '"text"', "[1,2,3,4,5,6,7,8,9]", "\x00"])
@pytest.mark.parametrize("name", sorted(kept_of(FULL)))
def test_a_part_that_is_damaged_is_noticed(name: str, line: str) -> None:
    assert restored(PACK, {**kept_of(FULL), name: line}) is None


@pytest.mark.parametrize("name", ["another/part", "fact/one-more", "words"])
def test_a_part_too_many_is_noticed(name: str) -> None:
    kept = kept_of(FULL)
    there = kept[f"{prefix_of(PACK.id)}fact/a"]
    assert restored(PACK, {**kept, f"{prefix_of(PACK.id)}{name}": there}) is None or name == "words"


def test_nothing_kept_is_nothing_restored() -> None:
    assert restored(PACK, {}) is None
    assert restored(Pack("another", PACK.about, PACK.banks, PACK.revision), kept_of(FULL)) is None


def test_what_other_rules_made_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = kept_of(FULL)
    rules = json.loads(kept[f"{prefix_of(PACK.id)}rules"])[0]
    monkeypatch.setattr(kept_module, "RULES", rules + 1)
    assert restored(PACK, kept) is None


def changed(change: Callable[[Pack], Pack]) -> Figures | None:
    return restored(change(PACK), kept_of(FULL))


def with_bank(pack: Pack, **update: object) -> Pack:
    return replace(pack, banks=(pack.banks[0].model_copy(update=update), *pack.banks[1:]))


def test_a_pack_in_which_something_moved_is_counted_anew() -> None:
    north = PACK.banks[0]
    later = north.facts[2].model_copy(update={"date": parse("1999-01-01")})
    assert changed(lambda pack: with_bank(pack, facts=north.facts[1:])) is None
    assert changed(lambda pack: with_bank(pack, topic="renamed")) is None
    assert changed(lambda pack: with_bank(pack, terms=north.terms[1:])) is None
    assert changed(lambda pack: with_bank(pack, borrows=("c",))) is None
    assert changed(lambda pack: with_bank(pack, facts=(*north.facts[:2], later, *north.facts[3:]))) is None
    assert changed(lambda pack: replace(pack, banks=pack.banks[:2])) is None


def test_a_pack_in_which_words_were_mended_is_not() -> None:
    mended = PACK.banks[0].facts[0].model_copy(update={"text": "Better words.", "importance": 3})
    again = changed(
        lambda pack: replace(
            with_bank(pack, title="Another title", facts=(mended, *pack.banks[0].facts[1:])), revision="11111111"
        )
    )
    assert again
    assert to_the_bit(again) == to_the_bit(Figures.of(PACK, FULL))
