"""How often a test by chance repeats itself: enough to fail while somebody waits, and more often in `make long`."""

from hypothesis import settings


def often(usual: int, long: int) -> int:
    """How many times; `long` in `make long`, which is run before a release and after a change of what it tries."""
    return long if settings.get_current_profile_name() == "long" else usual
