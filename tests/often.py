"""How often a test by chance repeats itself: enough to fail while somebody waits, and more often in `make long`."""

from typing import Any

from hypothesis import settings

USUAL = 100
"""The examples of the usual profile, that the numbers of the tests are written for."""


def often(usual: int, long: int) -> int:
    """How many times; `long` in `make long`, which is run before a release and after a change of what it tries."""
    return long if settings.get_current_profile_name() == "long" else usual


def examples(count: int, **more: Any) -> settings:
    """So many examples of a property in a usual run, and in the others as many more or fewer as their profile has."""
    return settings(deadline=None, max_examples=max(5, count * settings().max_examples // USUAL), **more)
