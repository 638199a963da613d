"""What a text may contain, and the laws of making it safe and tidy."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgame.banks.clean import clean, clean_lines
from quizgame.banks.text import (
    MAX_JOINED,
    MAX_LETTERS,
    MAX_LINES,
    MAX_MARKS_IN_A_ROW,
    MAX_WORD,
    fault_in,
    folded,
    nearly_same,
    one_line,
    same_on_screen,
    tidy,
    words,
)
from tests.often import examples

modest = examples(100)

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
def test_cleaned_lines_are_the_cleaned_text_in_its_lines(text: str) -> None:
    cleaned = clean_lines(text)
    assert "\r" not in cleaned
    assert not any(map(may_not_be_shown, cleaned.replace("\n", "")))
    assert clean(cleaned) == clean(re.sub(r"\r\n?", "\n", text))
    assert clean_lines("a\tb\r\nc\rd\x1b\n") == "a b\nc\nd\n"


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


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Mn", "Me", "Mc")), max_size=MAX_WORD))
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
        ("x/" * 100 + "x" * 201, "has a word of 201 letters, 200 are allowed"),
        ("x " * 2001, "is too long: 4002 letters, 4000 are allowed"),
        ("字" * 4001, "is too long: 4001 letters, 4000 are allowed"),
        ("कि" * 4001, "is too long: 4001 letters, 4000 are allowed"),
        ("x" + "\u200d" * 17, "piles more than 16 marks on one letter"),
        ("x" + "\u0bbe" * 17, "piles more than 16 marks on one letter"),
        ("a\n" * 20 + "a", "has 21 lines, 20 are allowed"),
        ("a\r" * 20 + "a", "has 21 lines, 20 are allowed"),
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
        "کتاب " * 100,
        "ཧ" + "\u0f90" * MAX_JOINED,
        "\n" + "a\n" * MAX_LINES,
        "कि" * 190,
        "/".join(["x" * 150] * 4),
        "-".join(["é" * 150] * 4),
        "ə Ağdam, Xankəndi, Ստեփանակերտ, ქართული",
    ],
)
def test_what_lies_just_inside_the_limits_has_no_fault(text: str) -> None:
    assert fault_in(text) is None


@pytest.mark.parametrize("letter", "字 か カ ｶ 한 ก ກ ក ယ ཀ་ ꦲ ᬅ ꨀ ᨠ ꀀ 𒀀 𓀀 😀".split())
def test_a_script_without_spaces_may_be_written_without_spaces(letter: str) -> None:
    assert fault_in(letter * 600) is None
    assert fault_in(letter * 300 + "x" * 201) == "has a word of 201 letters, 200 are allowed"


@given(texts)
@modest
def test_a_tidy_text_is_composed_and_has_no_space_at_the_ends_of_its_lines(text: str) -> None:
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    assert unicodedata.is_normalized("NFC", tidied)
    assert not re.search(r"[^\S \n]| \n|\n\n\n|^\n|\s$", tidied)
    assert "".join(tidied.split()) == "".join(unicodedata.normalize("NFC", text).split())
    assert one_line(tidied) == one_line(text)
    assert "\n" in tidied or tidied == one_line(text)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Cafe\u0301  in\t Paris\xa0\n", "Café in Paris"),
        ("one \r\ntwo\rthree", "one\ntwo\nthree"),
        ("What?\n\n \n\n    total = 2\n\tprint(total)\n\n", "What?\n\n    total = 2\n    print(total)"),
        ("  if a:\n    b", "if a:\n  b"),
        ("    a\nb", "    a\nb"),
        ("year  boats\n1990     12", "year  boats\n1990     12"),
        ("一\n\u3000二", "一\n  二"),
        ("\n\nalone\n\n", "alone"),
        (" \n ", ""),
    ],
)
def test_tidy_keeps_lines_and_what_stands_below_what(written: str, kept: str) -> None:
    assert tidy(written) == kept


UNSEEN = "\u200b \u00ad \u034f \u2060 \u180e \u115f \u1160 \u3164 \uffa0 \u2800 \ufe0f \u200d \u200c \u200e".split(" ")


@given(st.lists(st.sampled_from(["a", "B", ".", "5", "é", *UNSEEN, " "]), max_size=12).map("".join))
@modest
def test_what_differs_only_by_letters_that_show_nothing_is_the_same(text: str) -> None:
    seen = "".join(letter for letter in text if letter not in UNSEEN)
    assert same_on_screen(text, seen)
    assert same_on_screen(seen, text)
    assert same_on_screen(text, f" {text}\u200b ")
    assert not same_on_screen(text, f"{text}x")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Co", "CO"),
        ("English", "english"),
        ("notes", "notes."),
        (".notes", "notes"),
        (".nan", "NaN"),
        ("Straße", "Strasse"),
        ("Дом", "дом"),
        ("End.", "END"),
    ],
)
def test_what_differs_by_case_or_a_full_stop_can_be_told_apart_and_is_nearly_the_same(one: str, other: str) -> None:
    assert not same_on_screen(one, other)
    assert nearly_same(one, other)
    assert nearly_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (".5", "5"),
        ("Iran", "Iraq"),
        ("In the west", "Inthe west"),
        ("1,5", "15"),
        ("one\ntwo", "one two"),
        ("if a:\n  b", "if a:\n b"),
        ("می\u200cخواهم", "میخواهم"),
        ("क्\u200cष", "क्ष"),
        ("👩\u200d🚀", "👩🚀"),
        ("x²", "x2"),
    ],
)
def test_what_looks_different_is_neither_the_same_nor_nearly(one: str, other: str) -> None:
    assert not same_on_screen(one, other)
    assert not nearly_same(one, other)


@pytest.mark.parametrize(("one", "other"), [("In  the west", " In the\xa0west "), ("Cafe\u0301", "Café"), ("a", "a")])
def test_white_space_and_decomposed_letters_make_no_difference(one: str, other: str) -> None:
    assert same_on_screen(one, other)
    assert not nearly_same(one, other)


@pytest.mark.parametrize(
    ("written", "form"), [(" An  Abbey. ", "an abbey"), (".5", ".5"), (".NaN", ".nan"), ("Straße", "strasse")]
)
def test_words_are_compared_without_case_and_the_last_full_stop(written: str, form: str) -> None:
    assert folded(written) == form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("What was Eagle?", ["What", "was", "Eagle"]),
        ("Nagorno-Karabakh's people don’t", ["Nagorno-Karabakh's", "people", "don’t"]),
        ("2,500 people – 3 of them_all", ["2", "500", "people", "3", "of", "them", "all"]),
        ("Ağdam və Şuşa", ["Ağdam", "və", "Şuşa"]),
        ("-well- 'quoted'", ["well", "quoted"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("Kafe\u0301s", ["Kafe\u0301s"]),
        ("ភាសា\u200bខ្មែរ", ["ភាសា", "ខ្មែរ"]),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, expected: list[str]) -> None:
    assert words(text) == expected
