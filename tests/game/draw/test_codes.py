"""Round codes: what they say comes back, and what was typed wrong is noticed, with the part that is wrong."""

import random
import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.pack import Pack
from quizgame.command_line import CODE
from quizgame.game.draw.codes import ALPHABET, CodeError, CodeFault, code_of, pack_for, read_code
from quizgame.game.draw.seeds import new_seed
from quizgame.game.draw.selection import KINDS, TAGS, Selection, draw_selection, tags_of
from quizgame.game.play.modes import MAX_LENGTH
from tests.game.strategies import bank, fact, modest, pack_of

SIGNS = string.ascii_uppercase + string.digits


def pack_with(topics: int, tags: int) -> Pack:
    tagged = fact("a").model_copy(update={"tags": TAGS[:tags]})
    others = [bank(f"t{number}", [fact(f"f{number}")]) for number in range(1, topics)]
    return pack_of(bank("t0", [tagged]), *others)


PACK = pack_with(21, 5)


@st.composite
def selections(draw: st.DrawFn, pack: Pack = PACK) -> Selection:
    def some(there: tuple[str, ...], least: int = 0) -> tuple[str, ...]:
        chosen = draw(st.sets(st.sampled_from(there), min_size=least))
        return tuple(one for one in there if one in chosen)

    seed = new_seed(random.Random(draw(st.integers(0, 10**6))))
    return Selection(seed, some(pack.topics, 1), draw(st.integers(1, MAX_LENGTH)), some(KINDS, 1), some(tags_of(pack)))


def fault(text: str, pack: Pack = PACK) -> CodeFault | None:
    try:
        read_code(pack, text)
    except CodeError as error:
        return error.fault
    return None


@given(selections())
@modest
def test_a_code_says_what_it_was_made_of(selection: Selection) -> None:
    code = code_of(PACK, selection)
    assert read_code(PACK, code) == selection
    assert read_code(PACK, f"  {code.lower().replace('-', ' ')} ") == selection
    assert CODE.fullmatch(code)  # the command line knows it for one
    letters = code.removeprefix(f"{selection.seed}-")
    assert not set(letters) & set("01OI")
    assert all(len(group) == 3 for group in letters.split("-"))


@pytest.mark.parametrize("topics", [1, 2, 9, 40])
@pytest.mark.parametrize("tags", [0, 3])
def test_a_pack_of_any_size_has_codes(topics: int, tags: int) -> None:
    pack = pack_with(topics, tags)
    rng = random.Random(topics)
    for number in range(200):
        names = rng.sample(pack.topics, rng.randint(1, topics))
        chosen = tuple(topic for topic in pack.topics if topic in names)
        selection = Selection(f"OWL-{number}", chosen, rng.randint(1, MAX_LENGTH), ("date",), tags_of(pack)[:1])
        assert read_code(pack, code_of(pack, selection)) == selection


def test_the_usual_round_has_six_letters_and_more_come_by_threes() -> None:
    usual = Selection("TIGER-42", PACK.topics)
    assert len(code_of(PACK, usual)) == len("TIGER-42-K7Q-XPM")
    assert len(code_of(PACK, replace(usual, length=20, kinds=("choice", "ordering", "date")))) == 16
    lengths = [len(code_of(PACK, replace(usual, topics=PACK.topics[:count]))) for count in range(1, 21)]
    assert lengths == sorted(lengths)
    assert set(lengths) <= {16, 20, 24, 28}
    assert lengths[0] == 20


@given(selections(), st.data())
@modest
def test_each_single_sign_that_is_typed_wrong_is_noticed(selection: Selection, data: st.DataObject) -> None:
    code = code_of(PACK, selection)
    for at, sign in enumerate(code):
        for other in SIGNS if data.draw(st.booleans()) else data.draw(st.permutations(SIGNS))[:6]:
            if sign not in (other, "-"):
                assert fault(code[:at] + other + code[at + 1 :]) in (CodeFault.SEED, CodeFault.LETTERS, CodeFault.TYPO)


@given(selections())
@modest
def test_each_two_neighbours_that_are_swapped_are_noticed(selection: Selection) -> None:
    code = code_of(PACK, selection)
    for at in range(len(code) - 1):
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        if swapped != code:
            assert fault(swapped) in (CodeFault.SEED, CodeFault.LETTERS, CodeFault.TYPO)
    bare = code.split("-")
    for one in range(2, len(bare) - 1):  # neighbours on both sides of a hyphen
        left, right = bare[one], bare[one + 1]
        groups = [*bare[:one], left[:2] + right[0], left[2] + right[1:], *bare[one + 2 :]]
        if groups != bare:
            assert fault("-".join(groups)) is CodeFault.TYPO


@given(st.text(alphabet=[*SIGNS, "-", " ", "é", "\x1b"], max_size=30))
@modest
def test_any_text_is_read_or_refused(text: str) -> None:
    assert fault(text) is not None or len(text) >= 16


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", CodeFault.SEED),
        ("TIGER", CodeFault.SEED),
        ("42-TIGER-K7Q-XPM", CodeFault.SEED),
        ("TIGER-42", CodeFault.LETTERS),
        ("TIGER-42-K7Q", CodeFault.LETTERS),
        ("TIGER-42-K7Q-XPO", CodeFault.LETTERS),
        ("TIGER-42-K7QX-PM", CodeFault.LETTERS),
        ("TIGER-42-K7Q-XPM", CodeFault.TYPO),
    ],
)
def test_the_part_that_is_wrong_is_named(text: str, expected: CodeFault) -> None:
    assert fault(text) is expected


def test_a_pack_that_changed_is_told_from_a_typo() -> None:
    selection = Selection("TIGER-42", PACK.topics)
    code = code_of(PACK, selection)
    changed = [Pack(PACK.id, PACK.about, PACK.banks, f"{number:08x}") for number in range(200)]
    faults = [fault(code, pack) for pack in changed]
    assert set(faults) <= {CodeFault.PACK, None}
    assert faults.count(None) <= 2
    assert pack_for([*changed[:1], PACK], code) is PACK
    with pytest.raises(CodeError) as caught:
        pack_for(changed[:1], code)
    assert caught.value.fault is CodeFault.PACK
    with pytest.raises(CodeError) as caught:
        pack_for([PACK], "TIGER-42-K7Q-XPM")
    assert caught.value.fault is CodeFault.TYPO


def test_a_code_that_asks_for_more_topics_than_there_are_says_so() -> None:
    small = pack_with(2, 0)
    wide = Pack(small.id, small.about, PACK.banks, small.revision)
    code = code_of(wide, Selection("TIGER-42", wide.topics[-1:]))
    assert fault(code, small) is CodeFault.SETTINGS


def test_the_same_code_asks_the_same() -> None:
    selection = Selection("TIGER-42", PACK.topics[:7], 6)
    again = read_code(PACK, code_of(PACK, selection))
    assert draw_selection(PACK, again) == draw_selection(PACK, selection)


def test_the_alphabet_has_nothing_that_looks_like_something_else() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set(ALPHABET) & set("01OI")
