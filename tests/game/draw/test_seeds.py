"""Seeds that people say and type."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.game.draw.seeds import SeedError, generator, new_seed, read_seed
from tests.game.strategies import modest


@pytest.mark.parametrize(
    ("typed", "seed"),
    [
        ("TIGER-42", "TIGER-42"),
        ("tiger-42", "TIGER-42"),
        ("Tiger 42", "TIGER-42"),
        ("  tiger-42\n", "TIGER-42"),
        ("ox-1", "OX-1"),
        ("hippopotamus 9999", "HIPPOPOTAMUS-9999"),
        ("UNICORN-7", "UNICORN-7"),
    ],
)
def test_a_seed_is_read_as_people_type_it(typed: str, seed: str) -> None:
    assert read_seed(typed) == seed


NOT_SEEDS = {
    "nothing": ("", " ", "-"),
    "half of one": ("TIGER", "42", "TIGER-", "-42", "TIGER42"),
    "too long or too short": ("T-42", "HIPPOPOTAMUSES-1", "TIGER-12345"),
    "another number": ("TIGER-4.2", "TIGER--4", "TIGER-42-1"),
    "another mark": ("TIGER_42", "TIGER–42", "TIGER-42\nLION-1", "TIGER-42\x00"),
    "other letters and digits": ("LÖWE-42", "ТIGER-42", "TIGER-٤٢", "TIGER-４２"),
}


@pytest.mark.parametrize("typed", NOT_SEEDS.values(), ids=NOT_SEEDS.keys())
def test_what_is_not_a_seed_is_refused(typed: tuple[str, ...]) -> None:
    for one in typed:
        with pytest.raises(SeedError):
            read_seed(one)


@given(st.from_regex(r"\s?\w{1,13}[- ]\d{1,5}\s?", fullmatch=True))
@modest
def test_whatever_is_typed_is_refused_or_read_in_the_one_form(typed: str) -> None:
    try:
        seed = read_seed(typed)
    except SeedError:
        return
    assert re.fullmatch("[A-Z]{2,12}-[0-9]{1,4}", seed)
    assert read_seed(seed) == seed


def test_a_new_seed_can_always_be_read() -> None:
    seeds = {new_seed(random.Random(number)) for number in range(3000)}
    assert all(read_seed(seed) == seed for seed in seeds)
    assert len({seed.partition("-")[0] for seed in seeds}) >= 40
    assert len(seeds) > 2500


def test_a_seed_gives_the_same_chance_on_every_machine() -> None:
    rng = generator("TIGER-42")
    assert [rng.randrange(1000) for _ in range(5)] == [482, 254, 76, 284, 178]
    assert generator("TIGER-43").random() != generator("TIGER-42").random()
