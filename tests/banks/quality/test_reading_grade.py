"""How hard a text is to read, in school grades."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.quality.reading_grade import reading_grade
from tests.often import examples

EASY = "The cat sat on the mat. The dog ran to it. Then they had a nap."
HARD = (
    "Notwithstanding considerable international deliberation, representatives unanimously acknowledged that"
    " reconciliation necessitated extraordinarily comprehensive administrative reorganisation."
)


def test_short_words_and_sentences_read_easier_than_long_ones() -> None:
    assert reading_grade(EASY) < 2
    assert reading_grade(HARD) > 15


def test_the_formula_is_that_of_flesch_and_kincaid() -> None:
    assert reading_grade("some people sat on another table") == pytest.approx(0.39 * 6 + 11.8 * 10 / 6 - 15.59)
    assert reading_grade("seven people answer another question") == pytest.approx(0.39 * 5 + 11.8 * 11 / 5 - 15.59)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("cat", 1), ("made", 1), ("moved", 1), ("table", 2), ("wanted", 2), ("houses", 2), ("rhythm", 1), ("people", 2)],
)
def test_syllables_are_counted_by_their_vowels(word: str, syllables: int) -> None:
    text = " ".join(["so", *[word] * 9])
    assert reading_grade(text) == pytest.approx(max(0.0, 0.39 * 10 + 11.8 * (1 + 9 * syllables) / 10 - 15.59))


def test_names_and_numbers_are_no_harder_than_a_word_of_two_syllables() -> None:
    assert reading_grade("They flew to Azerbaijan then") == reading_grade("They flew to market then")
    assert reading_grade("They lost 1,250,000 then") <= reading_grade("They lost market market market then")


@pytest.mark.parametrize("text", ["", " ", "...", "?!", "–"])
def test_a_text_without_words_has_grade_0(text: str) -> None:
    assert reading_grade(text) == 0.0


@given(st.text(max_size=80))
@examples(100)
def test_any_text_has_a_grade_that_is_not_below_0(text: str) -> None:
    assert reading_grade(text) >= 0.0


@given(st.integers(2, 12))
def test_splitting_a_text_into_more_sentences_never_makes_it_harder(length: int) -> None:
    words = ["people", "wanted", "another", "answer"] * length
    whole, split = " ".join(words), ". ".join(" ".join(words[i : i + 4]) for i in range(0, len(words), 4))
    assert reading_grade(split) < reading_grade(whole)
