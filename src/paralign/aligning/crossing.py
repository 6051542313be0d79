"""Clauses that changed places: what the monotone pass could do without is matched again without order.

Paragraphs that editors moved, and lists sorted by another alphabet, cross. A pair that crosses the best path can only
be right if both its clauses stand alone on that path; how likely that is the monotone pass itself says. The odds that
a pair was moved are then, were every place as likely as any other, those of its score against leaving both alone,
times the probability that both stand alone. A logistic regression learned on documents with moved clauses weighs these
two, how many there were to choose from, and how little a short clause says.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from paralign.aligning.features import Block
from paralign.aligning.inference import Inference
from paralign.aligning.lattice import Doubles, Integers, Scores, Step
from paralign.aligning.measures import Floats, Pair
from paralign.aligning.weights import Weights

#: A clause may be matched anew if it stands alone with at least this probability.
_ALONE = 1e-3
#: A clause is compared in full with this many clauses of the other side, the most similar ones,
_NEAREST = 2
#: if their similarity is at least this, on the document's own scale of 0 (unrelated) to 1 (translation).
_ALIKE = 0.4
#: A heading or a phrase that occurs again and again says nothing about where it came from.
_TIE = 1e-3
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
        features: (5,) float64, in the order of ``CROSSING_FEATURES``: a constant; by how much the match beats
            leaving both alone; the log probability that both stand alone; logarithm of how many clauses are expected
            to stand alone, both sides added; how short the shorter clause is.
    """

    source: int
    target: int
    features: Doubles


def candidates(
    pair: Pair, weights: Weights, inference: Inference, decided: tuple[Collection[int], Collection[int]] = ((), ())
) -> list[Candidate]:
    """Return the pairs of clauses that cross the best path and are each other's best such match.

    Args:
        pair: The two measured documents.
        weights: The weights in use.
        inference: What the monotone pass said.
        decided: Source and target clauses that may not be matched anew, because the user has pinned them.
    """
    alone = inference.posterior.source_null, inference.posterior.target_null
    ours, theirs = (
        np.array([at for at in np.flatnonzero((null >= _ALONE) & (side.lengths > 1)) if at not in kept], np.int64)
        for side, null, kept in zip((pair.source, pair.target), alone, decided, strict=True)
    )
    if not len(ours) or not len(theirs) or max(len(ours), len(theirs)) > _MOST:
        return []
    alike, lead = _alike(pair, ours, theirs)
    gain = _gains(
        pair, weights, inference.scored.scores, (ours, theirs), _near(alike, lead, inference.steps, ours, theirs)
    )
    both = np.log(alone[0][ours])[:, None] + np.log(alone[1][theirs])[None, :]
    odds = gain + both
    choice = np.log1p(alone[0][ours].sum()) + np.log1p(alone[1][theirs].sum())
    short = np.exp(-np.minimum(pair.source.lengths[ours][:, None], pair.target.lengths[theirs][None, :]) / 25)
    best = np.isfinite(odds) & (odds >= odds.max(axis=1, keepdims=True)) & (odds >= odds.max(axis=0, keepdims=True))
    return [
        Candidate(int(ours[a]), int(theirs[b]), np.array([1.0, gain[a, b], both[a, b], choice, short[a, b]]))
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


def _alike(pair: Pair, ours: Integers, theirs: Integers) -> tuple[Floats, Floats]:
    """(ours, theirs): the scaled cosine of each two clauses, and its lead over that of either clause and any other."""
    u, v = pair.source.encoding.runs[0], pair.target.encoding.runs[0]
    alike = pair.scale(u[ours] @ v[theirs].T)
    rivals = [_best_others(pair.scale(u[ours] @ v.T), theirs), _best_others(pair.scale(v[theirs] @ u.T), ours).T]
    return alike, alike - np.maximum(*rivals)


def _best_others(alike: Floats, chosen: Integers) -> Floats:
    """(rows, chosen): the highest of each row without the chosen column's own."""
    if alike.shape[1] < 2:
        return np.zeros((len(alike), len(chosen)), np.float32)
    second, first = np.partition(alike, -2, axis=1)[:, -2:].T
    best = np.argmax(alike, axis=1)
    others: Floats = np.where(best[:, None] == chosen[None, :], second[:, None], first[:, None])
    return others


def _near(alike: Floats, lead: Floats, steps: list[Step], ours: Integers, theirs: Integers) -> np.ndarray:
    """(ours, theirs): which pairs are worth measuring: they cross the path, are alike, and more than others are."""
    alike = np.where(_crossing(steps, ours, theirs), alike, -np.inf)
    near: np.ndarray = (alike >= _ALIKE) & (lead > _TIE) & (_among_best(alike, 1) | _among_best(alike, 0))
    return near


def _gains(
    pair: Pair, weights: Weights, scores: Scores, clauses: tuple[Integers, Integers], near: np.ndarray
) -> Doubles:
    """(ours, theirs): by how much each pair beats leaving both alone; -inf where it is not near."""
    gain = np.full(near.shape, -np.inf)
    for a, b in zip(*np.nonzero(near), strict=True):
        i, j = int(clauses[0][a]), int(clauses[1][b])
        block = Block(pair.source, pair.target, pair.scale, range(i, i + 1), range(j, j + 1))
        score = float(weights.match @ block.match_features((1, 1))[:, 0, 0])
        gain[a, b] = score - scores.source_null[i] - scores.target_null[j]
    return gain


def _among_best(alike: Floats, axis: int) -> np.ndarray:
    """Where an entry is among the highest of its row (axis 1) or column (axis 0)."""
    if alike.shape[axis] <= _NEAREST:
        return np.ones(alike.shape, bool)
    least = np.partition(alike, -_NEAREST, axis=axis).take([-_NEAREST], axis=axis)
    highest: np.ndarray = alike >= least
    return highest


def _crossing(steps: list[Step], ours: Integers, theirs: Integers) -> np.ndarray:
    """(ours, theirs): whether a match goes before one clause and after the other, or one bead holds both crosswise."""
    matches = np.array([step for step in steps if step[0] < step[1] and step[2] < step[3]], np.int64).reshape(-1, 4)
    source, target = _Placed(matches[:, :2], ours), _Placed(matches[:, 2:], theirs)
    crosses = (source.done[:, None] > target.begun) | (target.done > source.begun[:, None])
    together = (
        (source.begun > source.done)[:, None]
        & (source.begun[:, None] == target.begun)
        & (source.done[:, None] == target.done)
    )
    crosswise = (source.last[:, None] & target.first) | (source.first[:, None] & target.last)
    either: np.ndarray = crosses | (together & crosswise)
    return either


class _Placed:
    """Where clauses lie among the runs of one side of the matches.

    Attributes:
        done: (clauses,) how many runs end before each clause.
        begun: (clauses,) how many begin at it or before it.
        first: (clauses,) whether it begins a run of several.
        last: (clauses,) whether it ends one.
    """

    def __init__(self, runs: Integers, clauses: Integers) -> None:
        starts, stops = runs.T
        several = np.flatnonzero(stops - starts > 1)
        self.done = np.searchsorted(stops, clauses, "right")
        self.begun = np.searchsorted(starts, clauses, "right")
        self.first = np.isin(clauses, starts[several])
        self.last = np.isin(clauses, stops[several] - 1)
