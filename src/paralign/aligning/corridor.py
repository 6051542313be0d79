"""Where to look: a first pass over single clauses, and the band of the grid around it.

The first pass finds the chain of 1-1 links with the largest summed similarity, skipping freely: a longest common
subsequence with real-valued matches. Long texts are first shrunk by averaging neighbours, as in Thompson & Koehn,
"Vecalign", EMNLP 2019.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from paralign.aligning.lattice import Grid, Integers, Shape

Floats = NDArray[np.float32]

#: Cells of similarities computed at once; above that, the texts are shrunk first.
_CELLS = 4_000_000
#: Columns added on both sides, so that a row of a source gap is not a single column wide.
_MARGIN = 2
#: A gap between two links is searched whole up to this many nodes; of a larger one, a broad diagonal.
_LARGEST_GAP = 1_000_000
_DIAGONAL = 200


def first_pass(source: Floats, target: Floats, worth: float) -> list[tuple[int, int]]:
    """Return the best chain of 1-1 links, in order.

    Args:
        source: (n, d) unit vectors of the source clauses.
        target: (m, d) unit vectors of the target clauses.
        worth: The cosine from which on a link is worth making.
    """
    n, m = len(source), len(target)
    if n * m == 0:
        return []
    low, high = np.zeros(n, np.int64), np.full(n, m, np.int64)
    if n * m > _CELLS:
        low, high = _coarse_bounds(source, target, worth)
    return _best_chain(source, target, low, high, worth)


def corridor(n: int, m: int, links: list[tuple[int, int]], radius: int, shapes: tuple[Shape, ...]) -> Grid:
    """Return the nodes within ``radius`` clauses of a chain of links.

    Args:
        n: Number of source clauses.
        m: Number of target clauses.
        links: The chain, rising on both sides.
        radius: How far from the chain an alignment may stray, in clauses, on either side.
        shapes: The shapes of match beads.
    """
    chain = [(-1, -1), *links, (n, m)]
    low, high = np.full(n + 1, m, np.int64), np.zeros(n + 1, np.int64)
    for (i, j), (k, q) in pairwise(chain):
        _cover_gap(low, high, (max(i, 0), k), (max(j, 0), q))
    low, high = _widened(low, -radius, np.minimum), _widened(high, radius, np.maximum)
    low = np.clip(np.minimum.accumulate((low - _MARGIN)[::-1])[::-1], 0, m)
    high = np.clip(np.maximum.accumulate(high + _MARGIN), 0, m)
    low[0], high[n] = 0, m
    return Grid(low, high, shapes)


def _cover_gap(low: Integers, high: Integers, rows: tuple[int, int], columns: tuple[int, int]) -> None:
    """Let the rows of a gap between two links reach all its columns, or a broad diagonal of a huge gap.

    Where both sides have nothing in common over a stretch, the path runs along two edges of it, by the corner.
    """
    (i, k), (j, q) = rows, columns
    at = np.arange(i, k + 1)
    if (k - i) * (q - j) <= _LARGEST_GAP:
        first, last = np.full(len(at), j), np.full(len(at), q)
    else:
        middle = j + (at - i) * (q - j) // max(k - i, 1)
        reach = _DIAGONAL // 2 + (q - j) // max(k - i, 1)
        first, last = np.maximum(middle - reach, j), np.minimum(middle + reach, q)
    low[at] = np.minimum(low[at], first)
    high[at] = np.maximum(high[at], last)


def _widened(bound: Integers, radius: int, choose: np.ufunc) -> Integers:
    """Each row takes the outermost bound of the rows up to ``radius`` away, so that columns may stray as rows do."""
    reach = abs(radius)
    padded = np.pad(bound, reach, mode="edge")
    views = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)
    widened: Integers = choose.reduce(views, axis=1)
    return widened


def _coarse_bounds(source: Floats, target: Floats, worth: float) -> tuple[Integers, Integers]:
    """For each source clause the target clauses near the chain that the shrunk texts have."""
    n, m = len(source), len(target)
    shrink = int(np.ceil(np.sqrt(n * m / _CELLS))) * 2
    chain = first_pass(_shrunk(source, shrink), _shrunk(target, shrink), worth)
    rows = -(-n // shrink)
    grid = corridor(rows, -(-m // shrink), chain, 3, ())
    block = np.arange(n) // shrink
    return grid.low[block] * shrink, np.minimum(grid.high[block + 1] * shrink, m)


def _shrunk(vectors: Floats, shrink: int) -> Floats:
    starts = np.arange(0, len(vectors), shrink)
    sums = np.add.reduceat(vectors, starts, axis=0)
    unit: Floats = (sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return unit


def _best_chain(source: Floats, target: Floats, low: Integers, high: Integers, worth: float) -> list[tuple[int, int]]:
    """The chain whose links (i, j) have low[i] <= j < high[i], by dynamic programming a row at a time."""
    tables: list[Floats] = []
    before, start = np.zeros(1, np.float32), 0  # best chain into columns start.. of the row above, by columns used
    for i in range(len(source)):
        gains = target[low[i] : high[i]] @ source[i] - np.float32(worth)
        columns = np.clip(np.arange(low[i], high[i] + 1) - start, 0, len(before) - 1)
        skipped = before[columns]
        linked = skipped.copy()
        linked[1:] = np.maximum(skipped[1:], skipped[:-1] + gains)
        before, start = np.maximum.accumulate(linked), int(low[i])
        tables.append(before)
    return _walk_back(tables, source, target, low, worth)


def _walk_back(
    tables: list[Floats], source: Floats, target: Floats, low: Integers, worth: float
) -> list[tuple[int, int]]:
    links: list[tuple[int, int]] = []
    j = int(low[-1]) + len(tables[-1]) - 1
    for i in range(len(tables) - 1, -1, -1):
        row, at = tables[i], min(j - int(low[i]), len(tables[i]) - 1)
        at = int(np.searchsorted(row[: at + 1], row[at]))  # the first column that has this value made it
        above = tables[i - 1] if i else np.zeros(1, np.float32)
        base = int(low[i - 1]) if i else 0
        if row[at] > above[min(max(int(low[i]) + at - base, 0), len(above) - 1)]:
            links.append((i, int(low[i]) + at - 1))
            j = int(low[i]) + at - 1
    return links[::-1]
