"""Charts of text: bars and blocks of one cell each. They say nothing that a number beside them does not say."""

from collections.abc import Collection, Sequence

from quizgame.wording.cells import cells

BLOCKS = "▁▂▃▄▅▆▇█"
NOTHING = "·"


def bar(share: float, width: int) -> str:
    """A bar of so many cells, filled to a share between 0 and 1."""
    filled = round(max(0.0, min(1.0, share)) * width)
    return "█" * filled + "░" * (width - filled)


def count_bar(count: int, most: int, width: int) -> str:
    """A bar as long as a count is beside the largest one; whatever is not 0 has one cell at least."""
    return "█" * max(1, round(width * count / most)) if count else ""


def block(count: int, most: int) -> str:
    """One cell, as full as a count is beside the largest one."""
    return BLOCKS[min(len(BLOCKS) - 1, (count * len(BLOCKS) - 1) // most)] if count > 0 else NOTHING


def in_columns(rows: Sequence[Sequence[str]], right: Collection[int] = (), gap: int = 2) -> list[str]:
    """Rows as lines whose columns stand under each other; those at the places `right` end together."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        rooms = [" " * (width - cells(text)) for text, width in zip(row, widths, strict=True)]
        told = [
            room + text if at in right else text + room for at, (text, room) in enumerate(zip(row, rooms, strict=True))
        ]
        lines.append((" " * gap).join(told).rstrip())
    return lines


def calendar(heads: Sequence[str], weeks: Sequence[tuple[str, Sequence[int | None], str]]) -> list[str]:
    """A line a week: its name, a block and a number for each day, what is said of it. Above them what the days are
    called. None stands for a day that is still to come.
    """
    most = max((count for _, days, _ in weeks for count in days if count), default=1)
    width = 2 + max(2, len(str(most)))
    rows = [("", *(head.rjust(width) for head in heads), "")]
    rows += [(name, *(_day(count, most) for count in days), said) for name, days, said in weeks]
    return in_columns(rows, range(1, len(heads) + 1), gap=1)


def _day(count: int | None, most: int) -> str:
    if count is None:
        return ""
    return f"{block(count, most)} {count:>2}" if count else NOTHING
