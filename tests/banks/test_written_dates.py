"""What authors write for a date, and the EDTF that each is told to write."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import MONTHS, DateError, parse
from quizgame.banks.told_dates import told
from quizgame.banks.written_dates import is_meant_as_date, only_meaning, read
from quizgame.exchange.fit import edtf
from tests.banks.date_strategies import dates_of_all_history
from tests.often import examples

modest = examples(150)

EDTF = re.compile(r"(?<![\w-])-?\d[\dX]{3}(?:-\d\d(?:-\d\d)?)?~?(?:/-?\d{4}(?:-\d\d(?:-\d\d)?)?)?")


def refused(written: str) -> DateError:
    with pytest.raises(DateError) as caught:
        read(written)
    return caught.value


def said_of(written: str) -> str:
    """The mend for a date, or the date itself if it can be read."""
    try:
        return read(written).edtf
    except DateError as error:
        return error.mend


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("1914-1918", "1914/1918"),
        ("1914–1918", "1914/1918"),
        ("1914 - 18", "1914/1918"),
        ("1914-18", "1914/1918"),
        ("800-850", "0800/0850"),
        ("1914 to 1918", "1914/1918"),
        ("from 1914 until 1918", "1914/1918"),
        ("between May 1914 and June 1918", "1914-05/1918-06"),
        ("1914 / 1918", "1914/1918"),
        ("1988 or 1989", "1988/1989"),
        ("9–10 November 2020", "2020-11-09/2020-11-10"),
        ("September–November 2020", "2020-09/2020-11"),
        ("December 1993 – 2 Jan 1994", "1993-12/1994-01-02"),
        ("1980s", "198X"),
        ("the 1980's", "198X"),
        ("40s BC", "-0048/-0039"),
        ("12th century", "1101/1200"),
        ("21st Century", "2001/2100"),
        ("1st century AD", "0001/0100"),
        ("1st century BC", "-00XX"),
        ("5th century BC", "-04XX"),
        ("the 5th century BCE", "-04XX"),
        ("2nd millennium BC", "-1999/-1000"),
        ("c. 1200", "1200~"),
        ("ca. 1200", "1200~"),
        ("circa 800", "0800~"),
        ("about May 1200", "1200-05~"),
        ("~1200", "1200~"),
        ("c. 44 BC", "-0043~"),
        ("around 10,000 BC", "-9999~"),
        ("20 Feb 1988", "1988-02-20"),
        ("20. february 1988", "1988-02-20"),
        ("the year 1988", "1988"),
        ("on 20th of February 1988", "1988-02-20"),
        ("February 20, 1988", "1988-02-20"),
        ("Feb 1988", "1988-02"),
        ("Sept. 1988", "1988-09"),
        ("02/1988", "1988-02"),
        ("2.1988", "1988-02"),
        ("1988/02", "1988-02"),
        ("1988-2-3", "1988-02-03"),
        ("19880220", "1988-02-20"),
        ("20.2.1988", "1988-02-20"),
        ("3/25/1988", "1988-03-25"),
        ("spring 1993", "1993-21"),
        ("Summer of 44 BC", "-0043-22"),
        ("1990, autumn", "1990-23"),
        ("Winter 1993–94", "1993-24"),
        ("winter 1999/2000", "1999-24"),
        ("AD 79", "0079"),
        ("79 AD", "0079"),
        ("800 CE", "0800"),
        ("AD 70–79", "0070/0079"),
        ("44 BC", "-0043"),
        ("44 b.c.", "-0043"),
        ("BCE 44", "-0043"),
        ("44 BCE", "-0043"),
        ("753 v. Chr.", "-0752"),
        ("52 av. J.-C.", "-0051"),
        ("1 BC", "0000"),
        ("10001 BC", "Y-10000"),
        ("66,000,000 BC", "Y-65999999"),
        ("15 March 44 BC", "-0043-03-15"),
        ("March 15, 44 BC", "-0043-03-15"),
        ("9–10 March 44 BC", "-0043-03-09/-0043-03-10"),
        ("March–May 44 BC", "-0043-03/-0043-05"),
        ("58–50 BC", "-0057/-0049"),
        ("500 BC to 300 BC", "-0499/-0299"),
        ("27 BC – AD 14", "-0026/0014"),
        ("１９８８", "1988"),
        ("१९८८-०२", "1988-02"),
    ],
)
def test_what_can_mean_one_date_only_is_read_as_that(written: str, edtf: str) -> None:
    assert read(written) == parse(edtf)
    assert read(written).edtf == edtf


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("late 1980s", "Write 198X, or the part of it that is meant"),
        ("early 5th century BC", "Write -04XX, or the part of it that is meant"),
        ("1800s", "Write 180X, or 18XX for the whole century"),
        ("500s BC", "Write -0508/-0499, or -0598/-0499 for the whole century"),
        ("3/4/1988", "Write 1988-04-03 or 1988-03-04"),
        ("c. 3/4/1988", "Write 1988-04-03~ or 1988-03-04~"),
        ("Winter of 1993", "Write 1993-24 for the winter that begins in that year, or 1992-24"),
        ("spring 1993-95", "Write 1988, 1988-02, 1988-02-20 or 1988/1994"),
        ("late 1988", "Write the interval it lies in, such as 1988-09/1988-12"),
        ("before 1500", "Write both ends, such as 1988/1994"),
        ("before 44 BC", "Write both ends, such as 1988/1994"),
        ("88", "Write 1988 or 2088, or 0088 for the year 88"),
        ("-44", "Write 44 BC, or -0044 if EDTF is meant, where that is 45 BC"),
        ("−753", "Write 753 BC, or -0753 if EDTF is meant, where that is 754 BC"),
        ("0 BC", "Write 1 BC or AD 1"),
        ("-0", "Write 1 BC or AD 1"),
        ("300 to 500 BC", "Write 1988, 1988-02, 1988-02-20 or 1988/1994"),
        ("44 BC AD", "Write 1988, 1988-02, 1988-02-20 or 1988/1994"),
        ("31 February 1988", "Write 1988, 1988-02, 1988-02-20 or 1988/1994"),
        ("30 February 44 BC", "Write 1988, 1988-02, 1988-02-20 or 1988/1994"),
        ("Tuesday", "Write 1988, 1988-02, 1988-02-20 or 1988/1994"),
    ],
)
def test_what_authors_write_is_answered_with_the_date_they_mean(written: str, mend: str) -> None:
    error = refused(written)
    assert error.mend == mend
    assert "is not a date" in error.what


@pytest.mark.parametrize("written", ["1988", "800", "1988-02", "1988-02-20", "1988/1994", " 0800/1066-10-14 "])
def test_edtf_is_read_as_it_is(written: str) -> None:
    assert read(written) == parse(written)


@pytest.mark.parametrize(
    "written", ["1988?", "2001-25", "2001-02-03T10:00", "1988/..", "1994/1988", "2023-02-30", "-0043/-0057"]
)
def test_what_edtf_can_say_keeps_its_own_sentence(written: str) -> None:
    with pytest.raises(DateError) as strict:
        parse(written)
    assert refused(written).what == strict.value.what


pieces = st.sampled_from(
    ("c. about from to and - – / BC AD 1988 800 44 3 12th century 1980s early spring winter . , ' ~ ٣".split())
    + list(MONTHS[:3])
)


@given(st.lists(pieces, max_size=6).flatmap(lambda parts: st.sampled_from([" ", ""]).map(lambda gap: gap.join(parts))))
@modest
def test_whatever_is_written_is_a_date_or_gets_a_date_that_can_be_read(written: str) -> None:
    said = said_of(written)
    for offered in EDTF.findall(said):
        assert parse(offered).earliest <= parse(offered).latest


@given(st.text(max_size=40))
@modest
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    assert len(said_of(text)) < 300


def test_the_months_are_english_and_in_order() -> None:
    assert (MONTHS[0], MONTHS[11], len(MONTHS)) == ("January", "December", 12)


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("20 February 1988", "1988-02-20"),
        ("February 20, 1988", "1988-02-20"),
        ("20.2.1988", "1988-02-20"),
        ("1914–18", "1914/1918"),
        ("the 1990s", "199X"),
        ("18th century", "1701/1800"),
        ("AD 476", "0476"),
        ("3/4/1988", None),
        ("about 1500", "1500~"),
        ("44 BC", "-0043"),
        ("winter 1988", None),
        ("'88", None),
        ("spring 1988", "1988-21"),
        ("a word", None),
    ],
)
def test_a_date_is_taken_for_what_it_means_only_if_it_can_mean_nothing_else(written: str, edtf: str | None) -> None:
    found = only_meaning(written)
    assert (found.edtf if found else None) == edtf


@pytest.mark.parametrize("written", ["1988", "44 BC", "c. 44 BC", "-490", "about 1500", "18th century", "3/4/1988"])
def test_what_is_meant_as_a_date_is_known_also_where_it_can_not_be_read(written: str) -> None:
    assert is_meant_as_date(written)


@pytest.mark.parametrize("written", ["365", "7", "-5", "a word", "World War II", "1988 was a year", ""])
def test_a_number_alone_and_a_sentence_are_no_dates(written: str) -> None:
    assert not is_meant_as_date(written)


@given(dates_of_all_history())
@modest
def test_what_other_programs_are_told_is_read_as_the_date_it_was(written: str) -> None:
    said = told(written)
    assert edtf(said) == parse(written).edtf
    assert "BC" in said or not said.startswith("-") or said == written


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1988-02", "1988-02"),
        ("0070", "0070"),
        ("1101/1200", "1101/1200"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
        ("-0043-03-15", "15 March 44 BC"),
        ("-0057/-0049", "58 BC to 50 BC"),
        ("-0026/0014", "27 BC to 14 AD"),
        ("-04XX", "5th century BC"),
        ("1200~", "about 1200"),
        ("-2499~", "about 2500 BC"),
        ("1990-21", "spring 1990"),
        ("1990-24", "winter 1990–1991"),
        ("198X", "1980s"),
        ("not a date", "not a date"),
    ],
)
def test_other_programs_are_told_plain_dates_as_they_are_and_all_others_in_words(written: str, said: str) -> None:
    assert told(written) == said
