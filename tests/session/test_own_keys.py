"""Keys of one's own: nothing is ever out of reach."""

from hypothesis import given
from hypothesis import strategies as st

from quizgame.session.own_keys import ROUND_KEYS, TAKEN, can_be_chosen, meant_by, pressed_for, with_key

CHOICES = st.lists(st.tuples(st.sampled_from(ROUND_KEYS), st.sampled_from((*ROUND_KEYS, *"asdfn"))), max_size=12)


@given(CHOICES)
def test_each_deed_has_a_key_and_each_key_one_deed(choices: list[tuple[str, str]]) -> None:
    chosen: dict[str, str] = {}
    for usual, key in choices:
        chosen = with_key(chosen, usual, key)
        assert pressed_for(chosen, usual) == key
    pressed = [pressed_for(chosen, usual) for usual in ROUND_KEYS]
    assert len(set(pressed)) == len(ROUND_KEYS)
    assert [meant_by(chosen, key) for key in pressed] == list(ROUND_KEYS)


def test_a_usual_key_that_nothing_else_was_given_goes_on_to_work() -> None:
    chosen = with_key({}, "x", "n")
    assert meant_by(chosen, "n") == meant_by(chosen, "x") == "x"


def test_to_choose_the_key_of_something_else_swaps_them() -> None:
    assert with_key({}, "x", "u") == {"x": "u", "u": "x"}
    assert with_key(with_key({}, "x", "u"), "x", "x") == {}


def test_keys_with_a_meaning_everywhere_cant_be_chosen() -> None:
    assert not any(can_be_chosen(key) for key in (*TAKEN, "ctrl+p", "f1", "f12", "shift+tab"))
    assert all(can_be_chosen(key) for key in (*ROUND_KEYS, "f", "a", "comma"))
