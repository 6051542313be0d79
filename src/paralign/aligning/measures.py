"""All features of all beads on a grid, block by block, so that memory does not grow with the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from paralign.aligning.corridor import corridor, first_pass
from paralign.aligning.features import Block, Scale, null_features
from paralign.aligning.lattice import Grid, Integers, Shape
from paralign.aligning.sides import Side

Floats = NDArray[np.float32]

#: Source clauses a block: enough for the matrix products to pay, few enough to stay in the cache.
_ROWS = 32
#: Clauses a side that are compared to learn the document's scale.
_SAMPLE = 400
#: How many typical clauses the usual scale counts for, so that a text of three clauses does not make its own.
_USUAL_COUNT = 4
_USUAL_NONE, _USUAL_SAME = 0.12, 0.72
#: Translations are worth at least this share of what they are in known phrases: texts that have nothing in common
#: would take the best of noise for a translation. On real texts it was .87 to 1.2.
_LEAST_CONTRAST = 0.75
#: Links of the first pass with less than this on the document's scale do not guide the search: where the texts have
#: nothing in common, the best chain there is leads astray.
_SURE = 0.55
#: Target clauses a block.
_COLUMNS = 256


@dataclass(frozen=True)
class MatchFeatures:
    """Features of the beads of one shape in one block.

    Attributes:
        shape: Index of the shape in the grid.
        nodes: (beads,) the nodes at which they begin.
        values: (features, beads) float32.
    """

    shape: int
    nodes: Integers
    values: Floats


@dataclass
class Nearest:
    """For each clause the best cosine to a single clause nearby, and the best coverage by one.

    Attributes:
        cosine: For source and target, (clauses,) float32 on the document's scale; -1 where nothing is near.
        coverage: The same, shares of words in [0, 1].
    """

    cosine: tuple[Floats, Floats]
    coverage: tuple[Floats, Floats]

    @classmethod
    def nothing(cls, n: int, m: int) -> Nearest:
        """Return the measure before anything was looked at."""
        return cls(
            (np.full(n, -1, np.float32), np.full(m, -1, np.float32)),
            (np.zeros(n, np.float32), np.zeros(m, np.float32)),
        )


@dataclass(frozen=True)
class Pair:
    """Two measured documents, the scale between them and the sure links of the first pass."""

    source: Side
    target: Side
    scale: Scale
    links: list[tuple[int, int]]

    @property
    def has_words(self) -> bool:
        """Whether both sides have word vectors."""
        return self.source.encoding.words is not None and self.target.encoding.words is not None

    def grid(self, radius: int, shapes: tuple[Shape, ...], links: list[tuple[int, int]] | None = None) -> Grid:
        """Return the corridor of a radius around the chain, or around another one."""
        links = self.links if links is None else links
        return corridor(len(self.source), len(self.target), links, radius, shapes)


def pair_up(source: Side, target: Side) -> Pair:
    """Return two documents with their common scale and the sure links of the first pass."""
    source, target = _with_common_names(source, target)
    u, v = source.encoding.runs[0], target.encoding.runs[0]
    none, worth = _levels(u, v)
    links = first_pass(u, v, worth)
    cosines = np.array([float(u[i] @ v[j]) for i, j in links])
    least = none + max(_LEAST_CONTRAST * max(source.encoding.contrast, target.encoding.contrast), 0.05)
    same = max(_median(cosines, max(_USUAL_SAME, none + 0.6 * (1 - none))), least)
    scale = Scale(none, same, _log_ratio(source, target, links))
    sure = [link for link, cosine in zip(links, cosines, strict=True) if scale(cosine) >= _SURE]
    return Pair(source, target, scale, sure)


def match_features(pair: Pair, grid: Grid, nearest: Nearest) -> Iterator[MatchFeatures]:
    """Yield the features of all match beads on a grid, and fill in ``nearest`` on the way."""
    n, m = grid.size
    for start in range(0, n if m else 0, _ROWS):
        rows = range(start, min(start + _ROWS, n))
        reach = range(int(grid.low[rows.start]), min(int(grid.high[rows.stop - 1]) + 1, m))
        for first in reach[::_COLUMNS]:
            columns = range(first, min(first + _COLUMNS, reach.stop))
            yield from _block_features(pair, grid, nearest, (rows, columns))


def _block_features(pair: Pair, grid: Grid, nearest: Nearest, place: tuple[range, range]) -> Iterator[MatchFeatures]:
    """Yield the features of the beads that begin in one block, and raise ``nearest`` to what is seen there."""
    rows, columns = place
    block = Block(pair.source, pair.target, pair.scale, rows, columns)
    nodes = grid.node(*np.meshgrid(np.asarray(rows), np.asarray(columns), indexing="ij"))
    inside = nodes < grid.offset[-1]
    _look_around(block, inside, nearest)
    for k, shape in enumerate(grid.shapes):
        if max(shape) > block.longest:
            continue  # pinned by the user, and longer than any run that was embedded
        ends = grid.node(*np.meshgrid(np.asarray(rows) + shape[0], np.asarray(columns) + shape[1], indexing="ij"))
        there = inside & (ends < grid.offset[-1])
        if there.any():
            yield MatchFeatures(k, nodes[there], block.match_features(shape)[:, there])


def side_null_features(pair: Pair, nearest: Nearest) -> tuple[Floats, Floats]:
    """Return the features of null beads for both sides, (features, n) and (features, m)."""
    coverage = nearest.coverage if pair.has_words else (None, None)
    return (
        null_features(pair.source, nearest.cosine[0], coverage[0]),
        null_features(pair.target, nearest.cosine[1], coverage[1]),
    )


def _with_common_names(source: Side, target: Side) -> tuple[Side, Side]:
    """Keep the names that both documents have: only of those it says something that one side lacks them."""
    common = frozenset().union(*source.names) & frozenset().union(*target.names)
    ours, theirs = (tuple(names & common for names in side.names) for side in (source, target))
    return replace(source, names=ours), replace(target, names=theirs)


def _look_around(block: Block, inside: NDArray[np.bool_], nearest: Nearest) -> None:
    rows, columns = slice(block.rows.start, block.rows.stop), slice(block.columns.start, block.columns.stop)
    cosine = np.where(inside, block.cosine((1, 1)), np.float32(-1))
    _raise_to(nearest.cosine, rows, columns, (cosine, cosine))
    if block.coverage is not None:
        ours = np.where(inside, block.coverage.source((1, 1)), np.float32(0))
        theirs = np.where(inside, block.coverage.target((1, 1)), np.float32(0))
        _raise_to(nearest.coverage, rows, columns, (ours, theirs))


def _raise_to(best: tuple[Floats, Floats], rows: slice, columns: slice, seen: tuple[Floats, Floats]) -> None:
    np.maximum(best[0][rows], seen[0].max(axis=1), out=best[0][rows])
    np.maximum(best[1][columns], seen[1].max(axis=0), out=best[1][columns])


def _levels(u: Floats, v: Floats) -> tuple[float, float]:
    """The cosine of clauses with nothing in common, and the one from which on a link is worth making."""
    if not len(u) or not len(v):
        return _USUAL_NONE, _USUAL_NONE
    a, b = u[:: -(-len(u) // _SAMPLE)], v[:: -(-len(v) // _SAMPLE)]
    sample = a @ b.T
    none = _drawn(float(np.median(sample)), min(sample.shape), _USUAL_NONE)
    best = float(np.median(np.concatenate([sample.max(axis=0), sample.max(axis=1)])))
    return none, none + 0.4 * max(best - none, 0.1)


def _median(values: NDArray[np.float64], usual: float) -> float:
    """The median of a few values, drawn towards the usual one."""
    return _drawn(float(np.median(values)), len(values), usual) if len(values) else usual


def _drawn(value: float, count: int, usual: float) -> float:
    """A value that ``count`` clauses gave, drawn towards the usual one."""
    return (value * count + usual * _USUAL_COUNT) / (count + _USUAL_COUNT)


def _log_ratio(source: Side, target: Side, links: list[tuple[int, int]]) -> float:
    ratios = [
        float(np.log((source.lengths[i] + 5) / (target.lengths[j] + 5)))
        for i, j in links
        if min(source.lengths[i], target.lengths[j]) > 15
    ]
    return _median(np.array(ratios), 0.0)
