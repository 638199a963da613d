"""The games with dates, line by line, from the command line to the saves."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizgame.banks.days import year_of
from quizgame.banks.files.read import read_library
from quizgame.banks.pack import Pack
from quizgame.game.kinds.dating import DateQuestion
from quizgame.game.kinds.gap import PutInGap, legal_gaps
from quizgame.game.kinds.ordering import OrderingQuestion
from quizgame.game.play.growing import Growing, start_growing
from quizgame.game.play.modes import MODES
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round, start_round
from quizgame.learning.figures import Figures
from quizgame.session import session, sitting
from quizgame.wording.answers import prompt_of
from quizgame.wording.dates import date_in_words
from tests.packs import write_pack
from tests.plain.terminal import Played, everything_in, obeyed_by_a_terminal, plain, play_apart, play_here
from tests.saves.samples import BANKS, MOMENT, answers_in

EVENTS = {
    "moon": [
        ("1961-04-12", "The first man in space"),
        ("1965", "The first walk in space"),
        ("1969-07-20", "Two people on the Moon"),
        ("1971-04", "The first station"),
        ("1986-01", "A shuttle is lost"),
        ("1998/2000", "Many countries build a station"),
    ],
    "sun": [("2018-08-12", "A probe sets out for the Sun")],
    "stars": [],
}
ABOUT = """\
title: Space
language: en
source: { title: A text about space, licence: Our own words, read: 2024-05-17 }
sections: [{ heading: moon, paragraphs: 9 }, { heading: sun, paragraphs: 9 }, { heading: stars, paragraphs: 9 }]
"""


def bank_file(topic: str, order: int) -> str:
    rows = [f"topic: {topic}\ntitle: {topic.title()}\nsection: {topic}\norder: {order}\nfacts:"]
    rows.append(f"  - {{ id: {topic}-plain, text: It is far away., paragraph: 1 }}")
    for number, (date, label) in enumerate(EVENTS[topic], 2):
        rows.append(
            f"  - {{ id: {topic}-{number}, text: {label}., paragraph: {number}, date: {date}, label: {label} }}"
        )
    return "\n".join(rows) + "\n"


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    write_pack(
        tmp_path / "banks", banks={topic: bank_file(topic, order) for order, topic in enumerate(EVENTS)}, about=ABOUT
    )
    return tmp_path / "banks"


@pytest.fixture
def pack(banks: Path) -> Pack:
    library = read_library((banks,))
    assert not library.files_left_out
    return library.packs[0].pack


def play(saves: Path, banks: Path, mode: str, *lines: str, topics: str = "moon", questions: int = 3) -> Played:
    played = plain(
        saves,
        *("--banks", banks, "--mode", mode, "--topics", topics, "--seed", "fox-3", "--questions", str(questions)),
        lines=lines,
    )
    assert (played.status, played.err) == (0, "")
    assert not obeyed_by_a_terminal(played.out)
    return played


def begun(pack: Pack, topics: tuple[str, ...] = ("moon",)) -> Growing:
    return start_growing(pack, topics=topics, seed="FOX-3", round_id="r", moment=MOMENT)


def right_lines(game: Growing) -> list[str]:
    """What somebody types who knows every date."""
    lines = []
    while game.phase is not Phase.OVER:
        gap = legal_gaps([event.date for event in game.line], game.current.card.date).start
        lines.append(str(gap))
        game = game.answer(PutInGap(gap), MOMENT, 5)[0].go_on()
    return lines


def test_growing_without_a_miss(saves: Path, banks: Path, pack: Pack) -> None:
    lines = play(saves, banks, "growing", *right_lines(begun(pack))).lines
    assert lines[0] == "Space. Growing timeline. A line of time that grows, 5 cards to place. Three misses end it."
    assert lines[-2:] == ["5 of 5 cards placed right.", "Your first line."]
    assert lines.count("Right, +100 points.") == lines.count("The line:") == 5
    cards = [f"Card: {event.label}" for event in begun(pack).deck]
    assert [line for line in lines if line.startswith("Card: ")] == cards
    last_line = lines[len(lines) - lines[::-1].index("The line:") :][:5]
    assert [line.split(". ")[0] for line in last_line] == list("12345")
    answers = answers_in(saves)
    assert {(one.mode, one.question, one.credit) for one in answers} == {("growing", "growing-moon", 1.0)}
    assert len(answers) == 5


def test_growing_with_misses_nonsense_and_a_better_game_after_it(saves: Path, banks: Path, pack: Pack) -> None:
    game = begun(pack)
    wrong = "1" if right_lines(game)[0] == "0" else "0"
    first = play(saves, banks, "growing", "", "2", "-1", "one", wrong, "x", "x")
    assert first.lines.count("That does not answer it. Please type one number from 0 to 1, or x.") == 4
    assert "1 place off." in first.lines
    assert first.lines.count("Here is its place.") == 2
    assert first.lines[-2:] == ["0 of 3 cards placed right.", "Your first line."]
    assert f"Answer: {date_in_words(game.current.card.date)}" in first.lines
    second = play(saves, banks, "growing", *right_lines(game)[:2], "q")
    assert second.lines[-3:] == [
        "You left the round. Everything you answered is kept.",
        "2 of 2 cards placed right.",
        "Your longest line so far; before it was 0.",
    ]
    third = play(saves, banks, "growing", "x", "x", "x")
    counted = [line for line in third.lines if line.endswith(" left.")]
    assert counted == ["3 misses left.", "2 misses left.", "1 miss left."]
    assert third.lines[-1] == "Your longest line so far has 2."
    assert [one.response for one in answers_in(saves)][:3] == [(int(wrong),), None, None]


def test_growing_in_a_process_of_its_own(tmp_path: Path, banks: Path, pack: Pack) -> None:
    options = ("--plain", "--banks", banks, "--saves", tmp_path / "own", "--mode", "growing", "--topics", "moon")
    played = play_apart(tmp_path, *options, "--seed", "FOX-3", lines=right_lines(begun(pack)))
    assert (played.status, played.err, played.lines[-1]) == (0, "", "Your first line.")
    assert everything_in(tmp_path / "own") == ["library.sqlite", "progress.sqlite", "progress.witness"]
    assert len(answers_in(tmp_path / "own")) == 5


def test_growing_with_one_event_takes_those_of_the_whole_pack_and_says_so(saves: Path, banks: Path) -> None:
    played = play(saves, banks, "growing", "x", "x", "x", topics="sun")
    assert "6 cards to place" in played.lines[0]
    assert played.lines[1].startswith("Sun: the article gives fewer than 3 dates here")
    assert {one.question for one in answers_in(saves)} == {"growing-all"}


def test_a_line_that_is_left_before_its_first_card_comes_to_nothing(saves: Path, banks: Path) -> None:
    played = plain(saves, "--banks", banks, "--mode", "growing", lines=["q"])
    assert played.status == 0
    assert played.lines[-1] == "You left the round."


def test_a_pack_without_events_has_no_line(saves: Path, tmp_path: Path) -> None:
    write_pack(tmp_path / "bare", banks={"stars": bank_file("stars", 1)}, about=ABOUT)
    played = play(saves, tmp_path / "bare", "growing", topics="stars")
    assert played.lines[1:] == ["There are too few events with dates here."]
    assert answers_in(saves) == []


def on_day(monkeypatch: pytest.MonkeyPatch, day: int) -> None:
    for room in (session, sitting):
        monkeypatch.setattr(room, "now", lambda: datetime(2024, 5, day, 12, tzinfo=UTC))


def test_the_daily_line_is_the_same_for_all_today_and_not_tomorrow(
    tmp_path: Path, banks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def daily(player: str, topics: str) -> list[str]:
        lines = play(tmp_path / player, banks, "daily", "x", "x", "x", topics=topics).lines
        answers = answers_in(tmp_path / player)
        assert {(one.mode, one.question) for one in answers} == {("daily", "daily-all")}
        return lines

    on_day(monkeypatch, 17)
    one = daily("one", "moon")
    assert daily("other", "sun") == one
    assert "6 cards to place" in one[0]
    assert one[-2:] == ["0 of 3 cards placed right.", "Your first line."]
    for day in (18, 19, 20):
        on_day(monkeypatch, day)
        assert daily(f"day-{day}", "moon") != one


def test_the_daily_line_counts_once_a_day_and_goes_on_where_it_was_left(
    saves: Path, banks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_day(monkeypatch, 17)
    left = play(saves, banks, "daily", "x", "x", "q").lines
    assert left[-2] == "0 of 2 cards placed right."
    asked = [line for line in left if line.startswith("Card: ")]
    gone_on = play(saves, banks, "daily", "x").lines
    assert "You go on where you left it." in gone_on
    assert [line for line in gone_on if line.startswith("Card: ")] == asked[2:3]
    assert gone_on[-2] == "0 of 3 cards placed right."
    again = play(saves, banks, "daily", "x", "x", "x").lines
    assert [line for line in again if line.startswith("Card: ")] == asked
    assert again[-1] == "0 of 3 cards placed right."  # beside no best: it is practice
    answers = answers_in(saves)
    assert [one.mode for one in answers] == ["daily"] * 3 + ["daily-again"] * 3
    assert len({one.round for one in answers}) == 2
    assert len(Figures.of(read_library((banks,)).packs[0].pack, answers).daily_lines) == 1


def round_of(pack: Pack, mode: str, length: int, *topics: str) -> Round:
    return start_round(pack, round_id="r", moment=MOMENT, seed="FOX-3", topics=topics, length=length, mode=mode)


def test_dates_are_typed_and_told_how_far_off_they_are(saves: Path, banks: Path, pack: Pack) -> None:
    questions = round_of(pack, "dates", 4, "moon").questions
    first, second, third, _ = (question.event.date for question in questions if isinstance(question, DateQuestion))
    early, late = str(year_of(second.earliest) - 2), str(year_of(third.latest) + 9)
    typed = ("soon", "13/1969", "30 Feb 1969", first.edtf.split("/")[0], early, late, "x", "")
    lines = play(saves, banks, "dates", *typed, questions=4).lines
    assert [line for line in lines if line.startswith("When was it?")] == [
        prompt_of(question) for question in questions
    ]
    assert not [line for line in lines if re.match(r"\d: ", line)]  # the answer is not on the screen
    assert [line for line in lines if line.startswith("That does not answer it. ")] == [
        "That does not answer it. “soon” is not a date. Type a year, or a month and a year, such as May 1994.",
        "That does not answer it. There is no such date as “13/1969”. Check the month and the day.",
        "That does not answer it. There is no such date as “30 feb 1969”. Check the month and the day.",
    ]
    assert "Right, +100 points." in lines
    assert any(re.fullmatch(r"(At least about|About) .+ too early, \+\d\d points\.", line) for line in lines)
    assert any(re.fullmatch(r"(At least about|About) \d+ years too late\.", line) for line in lines)
    assert "Here is the date." in lines
    assert [line for line in lines if line.startswith("Answer: ")] == [
        f"Answer: {date_in_words(question.event.date)}" for question in questions if isinstance(question, DateQuestion)
    ]
    assert any(line.startswith("Round: 1 of 4 right, ") for line in lines)
    answers = answers_in(saves)
    assert [one.facts for one in answers] == [question.facts for question in questions]
    assert {one.mode for one in answers} == {"dates"}
    assert answers[3].response is None


def test_dates_of_a_topic_are_its_own_and_nothing_else_is_said(saves: Path, banks: Path) -> None:
    lines = play(saves, banks, "dates", "2018", "", topics="sun").lines
    assert "Questions: 1. Seed: FOX-3." in lines
    assert not [line for line in lines if "mixed in" in line]
    assert "Round: 1 of 1 right, 100 points." in lines


def the_ordering(pack: Pack) -> tuple[OrderingQuestion, list[str]]:
    """The only question, and the numbers of its cards, earliest first."""
    [question] = round_of(pack, "orderings", 1, "moon").questions
    assert isinstance(question, OrderingQuestion)
    order = sorted(range(len(question.events)), key=lambda card: question.events[card].date.earliest)
    return question, [str(card + 1) for card in order]


def test_an_ordering_is_typed_at_once(saves: Path, banks: Path, pack: Pack) -> None:
    question, right = the_ordering(pack)
    assert len(right) == 4
    for typed in (" ".join(right), "".join(right), ", ".join(right)):
        lines = play(saves, banks, "orderings", typed, "", questions=1).lines
        assert "Right, all in order, +100 points." in lines
        dates = [question.events[int(card) - 1] for card in right]
        listed = [f"{place}. {date_in_words(event.date)}: {event.label}" for place, event in enumerate(dates, 1)]
        at = lines.index("Right, all in order, +100 points.")
        assert lines[at + 1 : at + 5] == listed
    moved = [*right[1:], right[0]]
    lines = play(saves, banks, "orderings", " ".join(moved), "", questions=1).lines
    assert "Move just 1 card" in "".join(lines)
    assert any(
        re.search(r" \(you had it 3 places too late, (at least )?about \d+ years off\)$", line) for line in lines
    )
    answers = answers_in(saves)
    assert [one.response for one in answers[:3]] == [tuple(int(card) - 1 for card in right)] * 3
    assert {one.mode for one in answers} == {"orderings"}


def test_an_ordering_is_typed_card_by_card_and_cards_are_taken_back(saves: Path, banks: Path, pack: Pack) -> None:
    question, (one, two, three, four) = the_ordering(pack)

    def says(card: str, place: int | None) -> str:
        label = question.events[int(card) - 1].label
        return f"{card}. {label}: " + ("back to the others." if place is None else f"moved to place {place}.")

    all_at_once = f"{one} {two} {three} {four}"
    typed = ("b", two, two, "b", one, "9", all_at_once, four, "b", two, three, four, "")
    lines = play(saves, banks, "orderings", *typed, questions=1).lines
    moves = (two, 1), (two, None), (one, 1), (four, 2), (four, None), (two, 2), (three, 3), (four, 4)
    assert [line for line in lines if re.search(r": (moved to place|back to)", line)] == [says(*each) for each in moves]
    assert lines.count("That does not answer it. Please type each number from 1 to 4 once, or x.") == 4
    assert sum(line.startswith("The card for place 2, or b to take one back") for line in lines) == 6
    assert "Right, all in order, +100 points." in lines
    [answer] = answers_in(saves)
    assert answer.response == tuple(int(card) - 1 for card in (one, two, three, four))


def test_orderings_say_when_other_sections_are_mixed_in_and_when_there_are_none(saves: Path, banks: Path) -> None:
    mixed = play(saves, banks, "orderings", "x", topics="sun", questions=1).lines
    assert any("events of other sections are mixed in" in line for line in mixed)
    alone = play(saves, banks, "orderings", "x", topics="moon", questions=1).lines
    none = play(saves, banks, "orderings", topics="stars", questions=1).lines
    assert none[-1] == "These topics have no questions of this kind yet."
    assert not [line for line in (*alone, *none) if "mixed in" in line]


@pytest.mark.parametrize("mode", ["duel", "Growing"])
def test_an_unknown_mode_is_one_sentence(tmp_path: Path, banks: Path, mode: str) -> None:
    played = play_apart(tmp_path, "--plain", "--banks", banks, "--saves", tmp_path / "own", "--mode", mode)
    assert (played.status, played.out) == (2, "")
    there_are = ", ".join(MODES)
    assert played.err.strip() == f"quizgame: There is no mode “{mode}”. There is: {there_are}."
    assert not (tmp_path / "own").exists()


def test_the_timeline_of_the_first_war(tmp_path: Path) -> None:
    played = play_apart(tmp_path, "--saves", tmp_path / "own", "--banks", BANKS, "timeline", "--topics", "first-war")
    assert (played.status, played.err) == (0, "")
    pack = next(files.pack for files in read_library((BANKS,)).packs if files.pack.id == "nagorno-karabakh")
    found = {fact.label: fact.date for fact in pack.events_of("first-war") if fact.label and fact.date}
    listed = [line.split() for line in played.lines[4:] if line.startswith("  ")]
    assert sorted(listed) == sorted([*date_in_words(date).split(), *label.split()] for label, date in found.items())
    assert played.lines[0] == pack.title
    assert played.lines[1].count("●") == len(found) >= 3
    assert "mixed in" not in played.out
    assert not (tmp_path / "own").exists()


def test_the_timeline_of_a_short_topic_says_that_it_is_mixed(saves: Path, banks: Path) -> None:
    whole, short = (
        play_here("--saves", saves, "--banks", banks, "timeline", *more) for more in ((), ("--topics", "sun"))
    )
    assert short.lines[1].startswith("Sun: the article gives fewer than 3 dates here")
    assert [short.lines[0], *short.lines[2:]] == whole.lines
    for _, label in (*EVENTS["moon"], *EVENTS["sun"]):
        assert whole.out.count(label) == 1
    missing = play_here("--saves", saves, "--banks", banks, "timeline", "--topics", "venus")
    assert (missing.status, missing.out) == (2, "")
    assert missing.err.strip() == "quizgame: There is no topic “venus”. There is: moon, sun, stars."


def test_what_has_no_question_of_its_own_is_not_said_to_be_practised(saves: Path, banks: Path) -> None:
    played = play(saves, banks, "orderings", "x", "", questions=1)
    assert played.lines[-2] == "To look at again:"
    assert "quizgame weak" not in played.out
