"""The grid of clause boundaries, and the recursions over it. Arrays only, no text.

A node (i, j) stands before source clause i and target clause j; an alignment is a path from (0, 0) to (n, m).
A match bead of shape (a, b) leads from (i, j) to (i + a, j + b). A null bead leads to (i + 1, j) or (i, j + 1).
Runs of nulls have a cost of opening, so a node has three states, by the bead that reached it:

    M  a match, or the start of the text
    S  a source clause without counterpart
    T  a target clause without counterpart

Within a run, source nulls stand before target nulls (T is never followed by S): every set of beads is one path.

The same recursion gives the best path with (max, +) and the sums over all paths with (logaddexp, +); see
Goodman, "Semiring Parsing", Computational Linguistics 25(4), 1999.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]
Integers = NDArray[np.int64]
#: A shape is how many source and how many target clauses a match bead has.
Shape = tuple[int, int]
#: A bead on a path: source start and stop, target start and stop.
Step = tuple[int, int, int, int]

_NEVER = -np.inf


def match_shapes(max_merge: int) -> tuple[Shape, ...]:
    """Return the shapes of match beads: up to ``max_merge`` clauses a side, ``max_merge + 2`` together."""
    sizes = range(1, max_merge + 1)
    return tuple((a, b) for a in sizes for b in sizes if a + b <= max_merge + 2)


@dataclass(frozen=True)
class Grid:
    """The nodes that may be visited: in row i the columns ``low[i] .. high[i]``, both included.

    Attributes:
        low: (n + 1,) int64, never falling, ``low[0] == 0``.
        high: (n + 1,) int64, never falling, ``high[n]`` is the number of target clauses.
        shapes: The shapes of match beads.
    """

    low: Integers
    high: Integers
    shapes: tuple[Shape, ...]

    @property
    def size(self) -> tuple[int, int]:
        """Numbers of source and of target clauses."""
        return len(self.low) - 1, int(self.high[-1])

    @cached_property
    def offset(self) -> Integers:
        """(n + 2,) the first node of each row in the flat order, and the number of nodes."""
        return np.concatenate([[0], np.cumsum(self.high - self.low + 1)])

    @cached_property
    def rows(self) -> Integers:
        """(nodes,) the row i of each node."""
        return np.repeat(np.arange(len(self.low)), self.high - self.low + 1)

    @cached_property
    def columns(self) -> Integers:
        """(nodes,) the column j of each node."""
        return np.arange(self.offset[-1]) - np.repeat(self.offset[:-1] - self.low, self.high - self.low + 1)

    def node(self, i: Integers, j: Integers) -> Integers:
        """Return the flat index of nodes (i, j); the number of nodes where there is none."""
        nowhere = self.offset[-1]
        row = np.clip(i, 0, len(self.low) - 1)
        inside = (i == row) & (j >= self.low[row]) & (j <= self.high[row])
        return np.where(inside, self.offset[row] + j - self.low[row], nowhere)

    @cached_property
    def starts(self) -> Integers:
        """(shapes, nodes) where a bead of each shape that ends at each node begins."""
        return self._moved(-1)

    @cached_property
    def ends(self) -> Integers:
        """(shapes, nodes) where a bead of each shape that begins at each node ends."""
        return self._moved(1)

    def _moved(self, direction: int) -> Integers:
        moved = [self.node(self.rows + direction * a, self.columns + direction * b) for a, b in self.shapes]
        return np.stack(moved) if moved else np.zeros((0, len(self.rows)), np.int64)


@dataclass(frozen=True)
class Scores:
    """The score of every bead on a grid.

    Attributes:
        match: (shapes, nodes) float64, by the node where the bead begins; -inf where it cannot be.
        source_null: (n,) float64.
        target_null: (m,) float64.
        opening: Score of opening a run of nulls.
        edge: Added for a run of nulls at the beginning of its side, and again for one at the end.
        both: Added where a run of target nulls follows a run of source nulls at once.
    """

    match: Doubles
    source_null: Doubles
    target_null: Doubles
    opening: float
    edge: float
    both: float = 0.0


@dataclass(frozen=True)
class Posterior:
    """Probabilities of everything on a grid.

    Attributes:
        match: (shapes, nodes) float64, by the node where the bead begins.
        source_null: (n,) float64: the clause has no counterpart.
        target_null: (m,) float64.
        at_source_null: (nodes,) float64, of the null bead of clause i standing at column j.
        at_target_null: (nodes,) float64, of the null bead of clause j standing at row i.
        openings: Expected number of runs of nulls.
        edges: Expected number of them at the beginning or end of a side.
        both: Expected number of runs of source nulls that a run of target nulls follows at once.
        log_total: Logarithm of the sum over all alignments.
    """

    match: Doubles
    source_null: Doubles
    target_null: Doubles
    at_source_null: Doubles
    at_target_null: Doubles
    openings: float
    edges: float
    both: float
    log_total: float


@dataclass(frozen=True)
class _Semiring:
    """How to combine alternatives: two arrays, along the first axis, and running along a row."""

    plus: Callable[[Any, Any], Any]
    reduce: Callable[[Doubles], Doubles]
    accumulate: Callable[[Doubles], Doubles]


_BEST = _Semiring(np.maximum, lambda x: x.max(axis=0), np.maximum.accumulate)
_SUM = _Semiring(np.logaddexp, lambda x: _log_sum(x), np.logaddexp.accumulate)


def _log_sum(x: Doubles) -> Doubles:
    top = x.max(axis=0)
    safe = np.where(np.isfinite(top), top, 0.0)
    with np.errstate(divide="ignore"):
        summed: Doubles = np.log(np.exp(x - safe).sum(axis=0)) + safe
    return summed


def _sums(places: Integers, values: Doubles, count: int) -> Doubles:
    """Sum the values of each place, from 0 up to ``count``."""
    return np.bincount(places, values, count + 1)[:count].astype(np.float64)


class Lattice:
    """A grid with the scores of its beads.

    Args:
        grid: The nodes.
        scores: The beads' scores.
    """

    def __init__(self, grid: Grid, scores: Scores) -> None:
        self.grid, self.scores = grid, scores
        self._starts, self._ends = grid.starts, grid.ends
        padded = np.concatenate([scores.match, np.full((len(grid.shapes), 1), _NEVER)], axis=1)
        self._by_start = np.where(self._ends < grid.offset[-1], scores.match, _NEVER)
        self._by_end = np.take_along_axis(padded, self._starts, axis=1)
        target = np.concatenate([[0.0], np.cumsum(scores.target_null)])
        self._target_sum = target  # [j]: score of the nulls of all target clauses before j

    def best_path(self) -> list[Step]:
        """Return the beads of the alignment with the highest score, in order."""
        return self._trace(self._forward(_BEST))

    def posterior(self) -> Posterior:
        """Return the probability of every bead, by the forward-backward recursion."""
        forward = self._forward(_SUM)
        backward = self._backward()
        return self._combine(forward, backward)

    def _open_source(self, i: int) -> float:
        return self.scores.opening + (self.scores.edge if i == 0 else 0.0)

    def _open_target(self, j: Integers) -> Doubles:
        return np.where(j == 0, self.scores.opening + self.scores.edge, self.scores.opening)

    def _leave_source(self, i: int) -> float:
        """What a target null right after a source null adds; the run of source nulls ends the source where i is n."""
        return self.scores.both + (self.scores.edge if i == self.grid.size[0] else 0.0)

    def _row(self, i: int) -> slice:
        return slice(int(self.grid.offset[i]), int(self.grid.offset[i + 1]))

    def _above(self, i: int) -> Integers:
        """Flat indices of the nodes (i - 1, j) for the columns j of row i."""
        columns = np.arange(self.grid.low[i], self.grid.high[i] + 1)
        return self.grid.node(np.full_like(columns, i - 1), columns)

    def _below(self, i: int) -> Integers:
        columns = np.arange(self.grid.low[i], self.grid.high[i] + 1)
        return self.grid.node(np.full_like(columns, i + 1), columns)

    def _forward(self, ring: _Semiring) -> Doubles:
        """(3, nodes + 1) for the states M, S, T: all paths from the start to here."""
        states = np.full((3, self.grid.offset[-1] + 1), _NEVER)
        either = np.full(self.grid.offset[-1] + 1, _NEVER)
        for i in range(len(self.grid.low)):
            row, above = self._row(i), self._above(i)
            match = ring.reduce(either[self._starts[:, row]] + self._by_end[:, row])
            if i == 0:
                match[0] = 0.0
                source = np.full(len(match), _NEVER)
            else:
                source = ring.plus(states[0, above] + self._open_source(i - 1), states[1, above])
                source = source + self.scores.source_null[i - 1]
            target = self._along(ring, i, match, source)
            states[:, row] = match, source, target
            either[row] = ring.plus(ring.plus(match, source), target)
        return states

    def _along(self, ring: _Semiring, i: int, match: Doubles, source: Doubles) -> Doubles:
        """State T along row i: open after M or S, or go on; sums of null scores make it a running total."""
        columns = np.arange(self.grid.low[i], self.grid.high[i] + 1)
        sums = self._target_sum[columns]
        before = ring.plus(match, source + self._leave_source(i)) + self._open_target(columns) - sums
        target = np.full(len(columns), _NEVER)
        target[1:] = ring.accumulate(before[:-1]) + sums[1:]
        return target

    def _backward(self) -> Doubles:
        """(3, nodes + 1): log sum over all paths from here, by state, to the end."""
        states = np.full((3, self.grid.offset[-1] + 1), _NEVER)
        last = len(self.grid.low) - 1
        for i in range(last, -1, -1):
            row, below = self._row(i), self._below(i)
            match = _log_sum(self._by_start[:, row] + states[0][self._ends[:, row]])
            if i == last:
                match[-1] = 0.0
            source = states[1, below] + self.scores.source_null[i] if i < last else np.full(len(match), _NEVER)
            states[:, row] = self._back_along(i, match, source)
        return states

    def _back_along(self, i: int, match: Doubles, source: Doubles) -> tuple[Doubles, Doubles, Doubles]:
        """The states of row i from the end to the beginning; ``match`` ends in 0 at the end of both texts."""
        at_end = i == self.grid.size[0]
        columns = np.arange(self.grid.low[i], self.grid.high[i] + 1)
        sums = self._target_sum[columns]
        done = match.copy()
        if at_end:
            done[-1] += self.scores.edge
        target = np.logaddexp.accumulate((done + sums)[::-1])[::-1] - sums
        onward = np.full(len(columns), _NEVER)
        onward[:-1] = target[1:] + self.scores.target_null[columns[:-1]] + self._open_target(columns[:-1])
        in_source = match.copy()
        if at_end:
            in_source[-1] += self.scores.edge
        in_source = np.logaddexp(np.logaddexp(in_source, source), onward + self._leave_source(i))
        in_match = np.logaddexp(np.logaddexp(match, source + self._open_source(i)), onward)
        return in_match, in_source, target

    def _combine(self, forward: Doubles, backward: Doubles) -> Posterior:
        total = backward[0, 0]
        inside = forward[:, :-1]
        either = np.logaddexp(np.logaddexp(inside[0], inside[1]), inside[2])
        match = np.exp(either + self._by_start + backward[0][self._ends] - total)
        source, opened, edged = self._source_nulls(forward, backward, total)
        target, opened_target, edged_target, both = self._target_nulls(forward, backward, total)
        n, m = self.grid.size
        return Posterior(
            match,
            _sums(self.grid.rows, source, n),
            _sums(self.grid.columns, target, m),
            source,
            target,
            opened + opened_target,
            edged + edged_target,
            both,
            float(total),
        )

    def _source_nulls(self, forward: Doubles, backward: Doubles, total: float) -> tuple[Doubles, float, float]:
        """Probability of a source null at each node, expected number of runs, and of runs at an edge."""
        rows, columns = self.grid.rows, self.grid.columns
        below = self.grid.node(rows + 1, columns)
        scores = np.append(self.scores.source_null, _NEVER)[rows]
        onward = scores + backward[1][below] - total
        at_start = rows == 0
        opening = np.exp(forward[0, :-1] + self.scores.opening + self.scores.edge * at_start + onward)
        going_on = np.exp(forward[1, :-1] + onward)
        ends = float(np.exp(forward[1, -2] + self.scores.edge - total))
        return opening + going_on, float(opening.sum()), float(opening[at_start].sum()) + ends

    def _target_nulls(self, forward: Doubles, backward: Doubles, total: float) -> tuple[Doubles, float, float, float]:
        """Probability of a target null at each node, expected runs, those at an edge, those after source nulls."""
        rows, columns = self.grid.rows, self.grid.columns
        right = self.grid.node(rows, columns + 1)
        scores = np.append(self.scores.target_null, _NEVER)[columns]
        onward = scores + backward[2][right] - total
        at_start, at_end = columns == 0, rows == self.grid.size[0]
        opened = self._open_target(columns) + onward
        from_match = np.exp(forward[0, :-1] + opened)
        from_source = np.exp(forward[1, :-1] + opened + self.scores.both + self.scores.edge * at_end)
        going_on = np.exp(forward[2, :-1] + onward)
        opening = from_match + from_source
        ends = float(np.exp(forward[2, -2] + self.scores.edge - total))
        edges = float(opening[at_start].sum() + from_source[at_end].sum()) + ends
        return opening + going_on, float(opening.sum()), edges, float(from_source.sum())

    def _trace(self, states: Doubles) -> list[Step]:
        """Walk back from the end along the alternatives that made the best score."""
        i, j = self.grid.size
        final = states[:, -2] + np.array([0.0, self.scores.edge, self.scores.edge])
        state = int(final.argmax())
        steps: list[Step] = []
        while (i, j) != (0, 0):
            i, j, state, step = self._step_back(states, i, j, state)
            steps.append(step)
        return steps[::-1]

    def _step_back(self, states: Doubles, i: int, j: int, state: int) -> tuple[int, int, int, Step]:
        node = int(self.grid.offset[i] + j - self.grid.low[i])
        if state == 0:
            origins = states[:, self._starts[:, node]] + self._by_end[:, node]
            before, shape = divmod(int(origins.argmax()), origins.shape[1])
            a, b = self.grid.shapes[shape]
            return i - a, j - b, before, (i - a, i, j - b, j)
        if state == 1:
            above = int(self.grid.offset[i - 1] + j - self.grid.low[i - 1])
            before = int(states[0, above] + self._open_source(i - 1) < states[1, above])
            return i - 1, j, before, (i - 1, i, j, j)
        opened = float(self._open_target(np.array([j - 1]))[0])
        left = states[:, node - 1] + np.array([opened, opened + self._leave_source(i), 0.0])
        return i, j - 1, int(left.argmax()), (i, i, j - 1, j)
