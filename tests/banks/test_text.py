"""What a text may contain, and the laws of making it safe and tidy."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizgame.banks.text import MAX_LETTERS, MAX_MARKS_IN_A_ROW, MAX_WORD, clean, fault_in, same_words, tidy, words

modest = settings(deadline=None, max_examples=100)

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def may_not_be_shown(letter: str) -> bool:
    """The rule in Unicode's own terms, as the module writes it in numbers."""
    return (
        unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"}
        or unicodedata.bidirectional(letter) in BIDI
        or letter in ("\u061c", "\ufeff")
        or "\U000e0000" <= letter <= "\U000e007f"
    )


SPACES = str.maketrans("\n\t\r", "   ")
texts = st.text(
    st.characters(exclude_categories=())
    | st.sampled_from("ab .\n\t\r\x1b\x9b\x00\x7f\u202e\u2028\ufeff\u200d\u0301\u20dd\ud800\U000e0041é"),
    max_size=60,
)


def test_clean_takes_away_exactly_what_a_terminal_could_obey() -> None:
    changed = {letter for letter in map(chr, range(0x110000)) if clean(f"a{letter}b") != f"a{letter}b"}
    assert changed == {letter for letter in map(chr, range(0x110000)) if may_not_be_shown(letter)}
    assert {letter for letter in changed if clean(f"a{letter}b") == "a b"} == set("\n\t\r")
    assert all(clean(f"a{letter}b") == "ab" for letter in changed - set("\n\t\r"))


@pytest.mark.parametrize(
    "kept", ["\u200d", "\u200c", "\u200e", "\u200f", "\ufe0f", "\xa0", "ə", "Ղ", "ღ", "👩‍🚀", "نص"]
)
def test_joiners_marks_and_letters_of_all_scripts_are_kept(kept: str) -> None:
    assert clean(f"a{kept}") == f"a{kept}"
    assert fault_in(f"a{kept}") is None


@given(texts)
@modest
def test_clean_never_leaves_a_forbidden_character(text: str) -> None:
    assert not any(map(may_not_be_shown, clean(text)))


@given(texts)
@modest
def test_clean_twice_is_clean_once_and_what_is_left_keeps_its_order(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    left = iter(text.translate(SPACES))
    assert all(letter in left for letter in clean(text))


@given(texts)
@example("fine")
@example("a\u202eb")
@example("e\u0301\u0301\u0301\u0301\u0301")
@modest
def test_a_text_has_a_fault_just_when_clean_would_take_a_letter_away_or_marks_are_piled_up(text: str) -> None:
    fault = fault_in(text)  # these texts are too short for the two other faults
    if clean(text) == text.translate(SPACES):
        assert fault is None or "piles" in fault
    else:
        assert fault is not None
    if fault and "U+" in fault:
        letter = chr(int(fault.rpartition("U+")[2].rstrip(")"), 16))
        assert letter in text
        assert may_not_be_shown(letter)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Mn", "Me")), max_size=MAX_WORD))
@modest
def test_a_short_text_of_visible_letters_has_no_fault(text: str) -> None:
    assert fault_in(text) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("\x1b]52;c;aGk=\x07", "contains a control character (U+001B)"),
        ("a\x9b2J", "contains a control character (U+009B)"),
        ("a\x00", "contains a control character (U+0000)"),
        ("a\x7f", "contains a control character (U+007F)"),
        ("a\x0b", "contains a control character (U+000B)"),
        ("\ud800", "contains half of a surrogate pair (U+D800)"),
        ("a\u2028b", "contains a line or paragraph separator (U+2028)"),
        ("a\u2029b", "contains a line or paragraph separator (U+2029)"),
        ("a\u202eb", "contains a control of the writing direction (U+202E)"),
        ("a\u2066b", "contains a control of the writing direction (U+2066)"),
        ("a\u061cb", "contains a control of the writing direction (U+061C)"),
        ("a\U000e0041", "contains an invisible tag character (U+E0041)"),
        ("a\ufeffb", "contains a byte order mark inside the text (U+FEFF)"),
        ("é" + "\u0301" * 5, "piles more than 4 marks on one letter"),
        ("a" + "\u20dd" * 5, "piles more than 4 marks on one letter"),
        ("a" + "\u0301\u0301\u200d" * 3, "piles more than 4 marks on one letter"),
        ("x" * 201, "has a word of 201 letters, 200 are allowed"),
        ("é" * 201, "has a word of 201 letters, 200 are allowed"),
        ("x " * 2001, "is too long: 4002 letters, 4000 are allowed"),
    ],
)
def test_each_fault_is_named(text: str, fault: str) -> None:
    assert fault_in(text) == fault


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain words",
        "with\na line break,\ta tab\r\nand another",
        "x" * MAX_WORD,
        "é" * MAX_WORD,
        "x " * (MAX_LETTERS // 2),
        "é" + "\u0301" * MAX_MARKS_IN_A_ROW,
        "a\u0301\u0301\u0301\u0301b\u0301\u0301\u0301\u0301",
        "क्षि",
        "ə Ağdam, Xankəndi, Ստեփանակերտ, ქართული",
    ],
)
def test_what_lies_just_inside_the_limits_has_no_fault(text: str) -> None:
    assert fault_in(text) is None


@given(texts)
@modest
def test_a_tidy_text_is_composed_and_has_single_spaces_between_its_words(text: str) -> None:
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    assert unicodedata.is_normalized("NFC", tidied)
    assert not re.search(r"\s\s|^\s|\s$|[^\S ]", tidied)
    assert "".join(tidied.split()) == "".join(unicodedata.normalize("NFC", text).split())


def test_tidy_composes_letters_and_joins_folded_lines() -> None:
    assert tidy("  Cafe\u0301\n  in\t Paris\xa0") == "Café in Paris"


@given(texts, texts)
@modest
def test_same_words_is_alike_both_ways_and_blind_to_spaces_and_full_stops(one: str, other: str) -> None:
    assert same_words(one, one)
    assert same_words(one, f" {tidy(one)} . ")
    assert same_words(one, other) == same_words(other, one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Iran", "iran", True),
        ("Iran", " IRAN. ", True),
        ("In  the\nwest", "in the west", True),
        ("Straße", "STRASSE", True),
        ("Cafe\u0301", "café", True),
        ("Iran", "Iraq", False),
        ("In the west", "Inthe west", False),
        ("1,5", "15", False),
    ],
)
def test_two_options_are_the_same_when_a_reader_would_say_so(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("What was Eagle?", ["What", "was", "Eagle"]),
        ("Nagorno-Karabakh's people don’t", ["Nagorno-Karabakh's", "people", "don’t"]),
        ("2,500 people – 3 of them_all", ["2", "500", "people", "3", "of", "them", "all"]),
        ("Ağdam və Şuşa", ["Ağdam", "və", "Şuşa"]),
        ("-well- 'quoted'", ["well", "quoted"]),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, expected: list[str]) -> None:
    assert words(text) == expected
