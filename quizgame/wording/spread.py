"""Labels along a line: each as near to its place as it can be, none over another."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], widths: Sequence[int], length: int, gap: int = 1) -> list[int]:
    """The first cells of labels on a line of `length` cells, in the order of their wanted centers.

    `wanted` are the centers in ascending order, `widths` the labels' cells. Neighbors keep `gap` cells between them.
    Where labels would touch, their group moves together to the mean of what its members want: isotonic regression by
    pooling adjacent violators (Ayer et al. 1955), which keeps the sum of squared shifts least.
    Raises ValueError if the labels do not fit at all.
    """
    if not wanted:
        return []
    offsets, total = [], 0
    for width in widths:
        offsets.append(total)
        total += width + gap
    if total - gap > length:
        raise ValueError(f"{len(wanted)} labels of {total - gap} cells do not fit on {length}")
    # with the widths before it taken off, each label only has to stay at or right of the one before it
    targets = [center - width / 2 - offset for center, width, offset in zip(wanted, widths, offsets, strict=True)]
    groups: list[tuple[float, int]] = []
    for target in targets:
        groups.append((target, 1))
        while len(groups) > 1 and groups[-2][0] > groups[-1][0]:
            (right, many), (left, few) = groups.pop(), groups.pop()
            groups.append(((right * many + left * few) / (many + few), many + few))
    room = length - (total - gap)
    starts = [min(max(0, round(mean)), room) for mean, members in groups for _ in range(members)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]
