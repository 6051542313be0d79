"""Posterior link probabilities of single clauses, from the posteriors of beads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from paralign.aligning.inference import Inference
from paralign.aligning.lattice import Doubles, Integers
from paralign.aligning.pins import Indices
from paralign.alignment import Link

#: Links less probable than this are left out, and the rest scaled to sum to 1.
_FAINT = 1e-4


#: Beads that the lattice could not hold, with their probabilities: moved clauses and pins out of order.
Together = Mapping[Indices, float]


def links_of(
    inference: Inference, together: Together, source: Sequence[int], target: Sequence[int]
) -> tuple[Link, ...]:
    """Return the links of every clause, its null among them.

    A clause in a bead with several clauses on the other side shares the bead's probability among them, so that the
    links of one clause sum to 1, seen from the source (``given_source``) and from the target (``given_target``).

    Args:
        inference: What the model says.
        together: Beads that the lattice could not hold.
        source: The index of each source clause, in the order of the inference.
        target: The index of each target clause.
    """
    n, m = inference.grid.size
    i, j, given_source, given_target = _pairs(inference)
    source_null, target_null = inference.posterior.source_null.copy(), inference.posterior.target_null.copy()
    source_sum = np.bincount(i, given_source, n) + source_null
    target_sum = np.bincount(j, given_target, m) + target_null
    shares = {
        (int(a), int(b)): (float(p), float(q))
        for a, b, p, q in zip(i, j, given_source / source_sum[i], given_target / target_sum[j], strict=True)
    }
    source_null /= source_sum
    target_null /= target_sum
    for bead, probability in together.items():
        _share_out(bead, probability, shares, (source_null, target_null))
    links = sorted((source[a], target[b], p, q) for (a, b), (p, q) in shares.items())
    nulls = [Link(a, None, float(p), 0.0) for a, p in sorted(zip(source, source_null, strict=True))]
    nulls += [Link(None, b, 0.0, float(p)) for b, p in sorted(zip(target, target_null, strict=True))]
    return (*(Link(*link) for link in links), *nulls)


def _share_out(
    bead: Indices, probability: float, shares: dict[tuple[int, int], tuple[float, float]], null: tuple[Doubles, Doubles]
) -> None:
    """Take a bead's probability from its clauses' nulls and give it to its links."""
    ours, theirs = bead
    for a in ours:
        for b in theirs:
            p, q = shares.get((a, b), (0.0, 0.0))
            shares[a, b] = (
                p + float(null[0][a]) * probability / len(theirs),
                q + float(null[1][b]) * probability / len(ours),
            )
    null[0][list(ours)] *= 1 - probability
    null[1][list(theirs)] *= 1 - probability


def _pairs(inference: Inference) -> tuple[Integers, Integers, Doubles, Doubles]:
    """Source clause, target clause, and the two shares, of every pair of clauses that may share a bead."""
    grid = inference.grid
    m = max(grid.size[1], 1)
    keys, ours, theirs = [], [], []
    for shape, probability in zip(grid.shapes, inference.posterior.match, strict=True):
        nodes = np.flatnonzero(probability > _FAINT)
        for k in range(shape[0]):
            for q in range(shape[1]):
                keys.append((grid.rows[nodes] + k) * m + grid.columns[nodes] + q)
                ours.append(probability[nodes] / shape[1])
                theirs.append(probability[nodes] / shape[0])
    key, at = np.unique(np.concatenate(keys), return_inverse=True)
    source = np.bincount(at, np.concatenate(ours), len(key)).astype(np.float64)
    target = np.bincount(at, np.concatenate(theirs), len(key)).astype(np.float64)
    return key // m, key % m, source, target
