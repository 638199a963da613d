"""What authors write for a date, and the EDTF that each is told to write."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import MONTHS, DateError, parse
from quizgame.banks.written_dates import is_meant_as_date, only_meaning, read
from tests.often import examples

modest = examples(150)

EDTF = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")


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
    ("written", "mend"),
    [
        ("1914-1918", "Write the interval 1914/1918"),
        ("1914–1918", "Write the interval 1914/1918"),
        ("1914 - 18", "Write the interval 1914/1918"),
        ("1914-18", "Write the interval 1914/1918"),
        ("800-850", "Write the interval 0800/0850"),
        ("1914 to 1918", "Write the interval 1914/1918"),
        ("from 1914 until 1918", "Write the interval 1914/1918"),
        ("between May 1914 and June 1918", "Write the interval 1914-05/1918-06"),
        ("1914 / 1918", "Write the interval 1914/1918"),
        ("1988 or 1989", "Write the interval 1988/1989"),
        ("9–10 November 2020", "Write the interval 2020-11-09/2020-11-10"),
        ("September–November 2020", "Write the interval 2020-09/2020-11"),
        ("December 1993 – 2 Jan 1994", "Write the interval 1993-12/1994-01-02"),
        ("1980s", "Write the interval 1980/1989"),
        ("the 1980's", "Write the interval 1980/1989"),
        ("late 1980s", "Write the interval 1980/1989, or the part of it that is meant"),
        ("1800s", "Write the interval 1800/1809, or 1800/1899 for the whole century"),
        ("12th century", "Write the interval 1101/1200"),
        ("21st Century", "Write the interval 2001/2100"),
        ("1st century AD", "Write 1988, 1988-02, 1988-02-20 or 1988/1994"),
        ("c. 1200", "Write the interval it lies in, such as 1190/1210"),
        ("ca. 1200", "Write the interval it lies in, such as 1190/1210"),
        ("circa 800", "Write the interval it lies in, such as 0790/0810"),
        ("about May 1200", "Write the interval it lies in, such as 1190/1210"),
        ("~1200", "Write the interval it lies in, such as 1190/1210"),
        ("20 Feb 1988", "Write 1988-02-20"),
        ("20. february 1988", "Write 1988-02-20"),
        ("the year 1988", "Write 1988"),
        ("on 20th of February 1988", "Write 1988-02-20"),
        ("February 20, 1988", "Write 1988-02-20"),
        ("Feb 1988", "Write 1988-02"),
        ("Sept. 1988", "Write 1988-09"),
        ("02/1988", "Write 1988-02"),
        ("2.1988", "Write 1988-02"),
        ("1988/02", "Write 1988-02"),
        ("1988-2-3", "Write 1988-02-03"),
        ("19880220", "Write 1988-02-20"),
        ("20.2.1988", "Write 1988-02-20"),
        ("3/4/1988", "Write 1988-04-03 or 1988-03-04"),
        ("3/25/1988", "Write 1988-03-25"),
        ("spring 1993", "Write the months, such as 1993-03/1993-05"),
        ("Winter of 1993", "Write the months, such as 1993-12/1994-02"),
        ("late 1988", "Write the interval it lies in, such as 1988-09/1988-12"),
        ("before 1500", "Write both ends, such as 1988/1994"),
        ("AD 79", "Write 0079"),
        ("800 CE", "Write 0800"),
        ("88", "Write 1988 or 2088, or 0088 for the year 88"),
        ("１９８８", "Write 1988"),
        ("१९८८-०२", "Write 1988-02"),
        ("31 February 1988", "Write 1988, 1988-02, 1988-02-20 or 1988/1994"),
        ("Tuesday", "Write 1988, 1988-02, 1988-02-20 or 1988/1994"),
    ],
)
def test_what_authors_write_is_answered_with_the_date_they_mean(written: str, mend: str) -> None:
    error = refused(written)
    assert error.mend == mend
    assert "is not a date" in error.what


@pytest.mark.parametrize(
    "written", ["44 BC", "44 b.c.", "BCE 44", "44 BCE", "-44", "−44", "5th century BC", "100–44 BC"]
)
def test_years_before_1_are_said_to_come_later(written: str) -> None:
    error = refused(written)
    assert error.what.endswith("years before 1 can't be read yet")
    assert error.mend == "Leave `date` and `label` out for now"


@pytest.mark.parametrize("written", ["1988", "800", "1988-02", "1988-02-20", "1988/1994", " 0800/1066-10-14 "])
def test_edtf_is_read_as_it_is(written: str) -> None:
    assert read(written) == parse(written)


@pytest.mark.parametrize(
    "written", ["1988?", "198X", "2001-21", "2001-02-03T10:00", "1988/..", "1994/1988", "2023-02-30"]
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
        ("the 1990s", "1990/1999"),
        ("18th century", "1701/1800"),
        ("AD 476", "0476"),
        ("3/4/1988", None),
        ("about 1500", None),
        ("44 BC", None),
        ("'88", None),
        ("spring 1988", None),
        ("a word", None),
    ],
)
def test_a_date_is_taken_for_what_it_means_only_if_it_can_mean_nothing_else(written: str, edtf: str | None) -> None:
    found = only_meaning(written)
    assert (found.edtf if found else None) == edtf


@pytest.mark.parametrize("written", ["1988", "44 BC", "about 1500", "18th century", "3/4/1988", "1988-02"])
def test_what_is_meant_as_a_date_is_known_also_where_it_can_not_be_read(written: str) -> None:
    assert is_meant_as_date(written)


@pytest.mark.parametrize("written", ["365", "7", "a word", "World War II", "1988 was a year", ""])
def test_a_number_alone_and_a_sentence_are_no_dates(written: str) -> None:
    assert not is_meant_as_date(written)
