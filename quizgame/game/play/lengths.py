"""How many questions a round may have. Small, as it stands before the first picture."""

A_DAYS_DOSE = 12
LENGTHS = (5, 8, 12, 16, 20, 30)
"""Those that are offered."""


def other_length(length: int, step: int) -> int:
    """The next shorter or longer one of those that are offered."""
    nearest = min(range(len(LENGTHS)), key=lambda at: abs(LENGTHS[at] - length))
    return LENGTHS[max(0, min(len(LENGTHS) - 1, nearest + step))]
