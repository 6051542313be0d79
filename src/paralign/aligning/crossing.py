"""Clauses that changed places: what the monotone pass left alone on both sides is matched again without order.

Paragraphs that editors moved, and lists sorted by another alphabet, cross. A clause that found no counterpart where it
should be is compared with every clause of the other side that found none either. How probable a match is follows
from what the model thinks of the pair against leaving both alone, and from how many there were to choose from, by a
logistic regression learned on documents with moved clauses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from paralign.aligning.features import Block
from paralign.aligning.inference import Inference
from paralign.aligning.lattice import Doubles
from paralign.aligning.measures import Pair
from paralign.aligning.weights import Weights

#: A clause that stands alone may be matched anew if it does so with at least this probability; so may one at the end of
#: an n-m bead, since a moved clause is easily glued to its new neighbours.
_ALONE = 0.3
_GLUED = 0.1
#: A match is made from this probability on.
_SUPPORTED = 0.7
#: More candidates than this on a side are not compared all with all; editors move a few clauses, not a book.
_MOST = 2000


@dataclass(frozen=True)
class Candidate:
    """A source and a target clause that may belong together.

    Attributes:
        source: Index of the source clause.
        target: Index of the target clause.
        features: (4,) float64, in the order of ``CROSSING_FEATURES``: a constant; by how much the match beats
            leaving both alone; by how much it beats the second best match of either clause; logarithm of the number
            of candidates.
    """

    source: int
    target: int
    features: Doubles


def candidates(
    pair: Pair, weights: Weights, inference: Inference, decided: tuple[Collection[int], Collection[int]] = ((), ())
) -> list[Candidate]:
    """Return the pairs of clauses that the monotone pass left alone and that are each other's best match.

    Args:
        pair: The two measured documents.
        weights: The weights in use.
        inference: What the monotone pass said.
        decided: Source and target clauses that may not be matched anew, because the user has pinned them.
    """
    ours, theirs = (
        sorted(set(clauses) - set(kept)) for clauses, kept in zip(_available(inference), decided, strict=True)
    )
    if not ours or not theirs or max(len(ours), len(theirs)) > _MOST:
        return []
    gain = _gains(pair, weights, ours, theirs)
    scores = inference.scored.scores
    gain -= scores.source_null[ours][:, None] + scores.target_null[theirs][None, :]
    margin = gain - np.maximum(_second_best(gain, 1), _second_best(gain, 0))
    choice = np.log(len(ours) * len(theirs))
    best = (gain >= gain.max(axis=1, keepdims=True)) & (gain >= gain.max(axis=0, keepdims=True))
    return [
        Candidate(ours[a], theirs[b], np.array([1.0, gain[a, b], np.clip(margin[a, b], 0, 20), choice]))
        for a, b in zip(*np.nonzero(best), strict=True)
    ]


def crossings(found: list[Candidate], weights: Doubles) -> dict[tuple[int, int], float]:
    """Return the matches that are supported, each clause once, with their probabilities."""
    probabilities = [(float(1 / (1 + np.exp(-candidate.features @ weights))), candidate) for candidate in found]
    used: tuple[set[int], set[int]] = set(), set()
    kept = {}
    for probability, c in sorted(probabilities, key=lambda item: (-item[0], item[1].source, item[1].target)):
        if probability >= _SUPPORTED and c.source not in used[0] and c.target not in used[1]:
            kept[c.source, c.target] = probability
            used[0].add(c.source)
            used[1].add(c.target)
    return kept


def _available(inference: Inference) -> tuple[list[int], list[int]]:
    """Source and target clauses that may be matched anew; of an n-m bead at most one a side, so that some are left."""
    null = inference.posterior.source_null, inference.posterior.target_null
    available: tuple[list[int], list[int]] = ([], [])
    for i, k, j, q in inference.steps:
        for side, (start, stop) in enumerate(((i, k), (j, q))):
            least = _ALONE if i == k or j == q else _GLUED
            if (stop - start == 1 and least == _GLUED) or start == stop:
                continue
            clause = max((start, stop - 1), key=lambda at: null[side][at])
            if null[side][clause] >= least:
                available[side].append(clause)
    return available


def _gains(pair: Pair, weights: Weights, ours: list[int], theirs: list[int]) -> Doubles:
    """(ours, theirs): the score of each 1-1 bead, measured block by block over the runs that stand alone."""
    gain = np.full((len(ours), len(theirs)), -np.inf)
    for a, rows in _runs(ours):
        for b, columns in _runs(theirs):
            block = Block(pair.source, pair.target, pair.scale, rows, columns)
            scores = np.tensordot(weights.match, block.match_features((1, 1)), 1)
            gain[a : a + len(rows), b : b + len(columns)] = scores
    return gain


def _runs(indices: list[int]) -> Iterator[tuple[int, range]]:
    """The runs of neighbours in a sorted list: where each begins in the list, and its clauses."""
    start = 0
    for at in range(1, len(indices) + 1):
        if at == len(indices) or indices[at] != indices[at - 1] + 1:
            yield start, range(indices[start], indices[at - 1] + 1)
            start = at


def _second_best(gain: Doubles, axis: int) -> Doubles:
    """For each entry the best of its row (axis 1) or column (axis 0) without itself; -20 where it is alone."""
    if gain.shape[axis] < 2:
        return np.full_like(gain, -20.0)
    ordered = np.sort(gain, axis=axis)
    best, second = ordered.take([-1], axis=axis), ordered.take([-2], axis=axis)
    return np.maximum(np.where(gain == best, second, best), -20.0)
