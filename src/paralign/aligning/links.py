"""Posterior link probabilities of single clauses, from the posteriors of beads."""

from __future__ import annotations

import numpy as np

from paralign.aligning.inference import Inference
from paralign.aligning.lattice import Doubles, Integers
from paralign.alignment import Link

#: Links less probable than this are left out, and the rest scaled to sum to 1.
_FAINT = 1e-4


def links_of(inference: Inference) -> tuple[Link, ...]:
    """Return the links of every clause, its null among them.

    A clause in a bead with several clauses on the other side shares the bead's probability among them, so that the
    links of one clause sum to 1, seen from the source (``given_source``) and from the target (``given_target``).
    """
    n, m = inference.grid.size
    i, j, given_source, given_target = _pairs(inference)
    posterior = inference.posterior
    source_sum = np.bincount(i, given_source, n) + posterior.source_null
    target_sum = np.bincount(j, given_target, m) + posterior.target_null
    links = [
        Link(int(a), int(b), float(p), float(q))
        for a, b, p, q in zip(i, j, given_source / source_sum[i], given_target / target_sum[j], strict=True)
    ]
    links += [Link(a, None, float(p), 0.0) for a, p in enumerate(posterior.source_null / source_sum)]
    links += [Link(None, b, 0.0, float(p)) for b, p in enumerate(posterior.target_null / target_sum)]
    return tuple(links)


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
