"""What is said to and of a class: every team has a name, every fault a sentence, and nothing ranks anybody."""

from dataclasses import replace

import pytest

from quizgame.game.draw.codes import CodeError, CodeFault
from quizgame.game.draw.selection import KINDS, TAGS, Selection, draw_selection
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_start import ClassError, ClassFault, ClassSettings
from quizgame.game.play.modes import CLASS_HANDS, CLASS_ORDERINGS
from quizgame.game.play.paper_entry import PaperError, PaperFault
from quizgame.game.play.teams import ANIMALS, CLASS_SEAT, COLOURS, SHAPES, THE_CLASS, Team, teams_for
from quizgame.learning.intervals import Share
from quizgame.learning.telling_apart import TellingApart
from quizgame.wording import class_setup, classes
from quizgame.wording.class_report import share_in_words, telling_lines
from quizgame.wording.class_screens import each_team
from tests.game.play.classes import EVENTS, begun, hands_for
from tests.game.strategies import MOMENT

FOX = Team("foxes", "foxes", "diamond", "blue")


def test_every_team_has_a_name_a_sign_and_a_colour_in_words() -> None:
    assert (set(ANIMALS), set(SHAPES), set(COLOURS)) == (
        set(classes.ANIMALS),
        set(classes.SHAPES),
        set(classes.COLOURS),
    )
    assert len({sign for sign, _ in classes.SHAPES.values()}) == len(SHAPES)
    assert classes.team_name(FOX) == "Foxes ◆"
    assert classes.team_in_words(FOX) == "Foxes ◆, the blue diamond"
    assert classes.team_in_words(THE_CLASS) == "The class"
    names = [classes.seat_name(seat) for seat in ("foxes", CLASS_SEAT, "7")]
    assert names == ["Foxes", "The class", "Seat 7"]


def test_every_kind_and_every_hard_subject_has_words() -> None:
    assert set(class_setup.KINDS) == set(KINDS)
    assert set(class_setup.TAGS) == set(TAGS)


SENTENCES = [
    *(class_setup.class_error_in_words(ClassError(fault, 3, 5)) for fault in ClassFault),
    *(class_setup.code_error_in_words(CodeError(fault, "K7Q\x1b")) for fault in CodeFault),
    *(class_setup.paper_error_in_words(PaperError(fault, 4, "\x1bz", 4)) for fault in PaperFault),
    class_setup.class_name_error("../\x1b"),
]


@pytest.mark.parametrize("said", SENTENCES)
def test_what_is_wrong_is_a_printable_sentence(said: str) -> None:
    assert said.isprintable()
    assert "{" not in said
    assert said[0].isupper()
    assert len(said) < 130


def test_each_fault_is_told_from_the_others() -> None:
    assert len(set(SENTENCES)) == len(SENTENCES)


def test_whose_turn_it_is_and_how_far_the_round_is() -> None:
    round_ = begun(warm_up=True)
    assert classes.whose_turn(round_) == "All together: warm-up, for no points"
    shown = round_.answer(Chose(0), MOMENT, 0)[0].go_on(MOMENT)[0]
    assert classes.whose_turn(shown) == f"{classes.team_name(shown.teams[0])}, your turn: question 1 of 9"
    assert class_setup.left_before(shown) == "A round of 2024-05-17 was left at question 1 of 9."


def test_nothing_is_revealed_while_a_class_talks() -> None:
    round_ = begun(mode=CLASS_HANDS)
    question = round_.current
    assert isinstance(question, ChoiceQuestion)
    talking = round_.answer(hands_for(question, 5, 5), MOMENT, 0)[0]
    assert talking.phase is ClassPhase.TALKING
    said = f"{classes.talk(talking)} {classes.how_class_answers(talking, '')} {classes.not_taken(talking)}"
    assert question.options[question.key].text not in said
    assert "60 seconds" in said
    shown = talking.answer(hands_for(question, 9, 1), MOMENT, 0)[0].shown
    assert classes.gain_in_words(shown) == "Right: 5 of 10, then 9 of 10"
    bars = classes.vote_lines(shown)
    assert [bar.endswith("✓ right") for bar in bars] == [at == question.key for at in range(len(question.options))]
    assert bars[question.key].count("█") == 18


def test_winners_are_named_and_losers_are_not() -> None:
    fox, owl = teams_for("OWL-7", 2)
    assert classes.winners_in_words(()) == ""
    assert classes.winners_in_words((fox,)) == f"{classes.team_name(fox)} win"
    shared = classes.winners_in_words((fox, owl))
    assert shared == f"A shared win: {classes.team_name(fox)} and {classes.team_name(owl)}"


def test_what_enter_plays_is_said() -> None:
    settings = ClassSettings(Selection("OWL-7", EVENTS.topics, 12))
    assert class_setup.plan_of_class(EVENTS, settings) == "12 questions from all topics, 4 teams"
    some = replace(settings, selection=replace(settings.selection, topics=EVENTS.topics[:1], left_out=("war",)))
    said = class_setup.plan_of_class(EVENTS, replace(some, mode=CLASS_HANDS))
    assert said == "12 questions from 1 topic, a show of hands, without war"
    many = replace(settings, selection=replace(settings.selection, length=90))
    there = len(draw_selection(EVENTS, many.selection)) // 4
    assert 3 < there < 90 // 4
    all_there = f"{4 * there} questions from all topics, 4 teams (there are no more)"
    assert class_setup.plan_of_class(EVENTS, many) == all_there
    assert each_team(EVENTS, many) == f"{there} for each team"
    assert class_setup.way_in_words(replace(some, mode=CLASS_ORDERINGS)) == "orderings, all together"


def test_figures_are_said_with_what_they_are_worth() -> None:
    assert share_in_words(Share(8, 20)) == "8 of 20, 40 % (22–61 %)"
    assert share_in_words(Share()) == "nobody"
    told = TellingApart(Share(9, 12), Share(5, 12), None, "a rival")
    assert telling_lines(told)[0] == "Upper half 9/12, lower half 5/12"
    assert "“a rival”" in telling_lines(told)[-1]
    assert telling_lines(replace(told, correlation=0.314, rival=None))[-1].endswith("+0.31")
