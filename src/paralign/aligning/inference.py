"""From two measured documents to the best alignment and the probability of every bead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from paralign.aligning.lattice import Grid, Lattice, Posterior, Scores, Step, match_shapes
from paralign.aligning.measures import Floats, Pair
from paralign.aligning.pins import NO_PINS, Pins, holds, pinned_links, pinned_scores
from paralign.aligning.priors import with_own_priors
from paralign.aligning.weights import Weights, grid_scores

#: Clauses around the first pass at which the search begins.
RADIUS = 10
#: The corridor is wide enough when no bead that begins at its border has more than this probability.
_AT_BORDER = 1e-2
#: The widest corridor; what it gives is taken as it is.
_WIDEST = 8 * RADIUS


@dataclass(frozen=True)
class Scored:
    """A grid with the scores that the model gives, before anything is pinned.

    Attributes:
        grid: Where the model looked.
        scores: The score of every bead there.
        null_features: The features of both sides' null beads.
        radius: How far around the first pass the grid reaches.
    """

    grid: Grid
    scores: Scores
    null_features: tuple[Floats, Floats]
    radius: int


@dataclass(frozen=True)
class Inference:
    """What the model says of two documents.

    Attributes:
        scored: The grid and its scores.
        posterior: The probability of every bead there.
        steps: The beads of the best alignment, in order.
    """

    scored: Scored
    posterior: Posterior
    steps: list[Step]

    @property
    def grid(self) -> Grid:
        """Where the model looked."""
        return self.scored.grid

    def confidence(self, step: Step) -> float:
        """Return the probability of a bead; of a null bead, that its clause has no counterpart."""
        i, k, j, q = step
        if i == k:
            return float(self.posterior.target_null[j])
        if j == q:
            return float(self.posterior.source_null[i])
        shape = self.grid.shapes.index((k - i, q - j))
        return float(self.posterior.match[shape, int(self.grid.node(np.array([i]), np.array([j]))[0])])


def infer(pair: Pair, weights: Weights, max_merge: int, pins: Pins = NO_PINS, known: Scored | None = None) -> Inference:
    """Return the best alignment and the posterior, in a corridor that is widened until its border does not matter.

    Args:
        pair: The two measured documents.
        weights: The weights to score with.
        max_merge: The most clauses of one side in a bead.
        pins: What the user has decided.
        known: Scores of an earlier inference of the same pair, which save most of the time.
    """
    if known is None or not holds(known.grid, pins):
        known = _scored(pair, weights, max_merge, pins, RADIUS)
    inference = _solved(known, pins, weights)
    while _border_mass(inference) > _AT_BORDER and known.radius < _WIDEST:
        known = _scored(pair, weights, max_merge, pins, 2 * known.radius)
        inference = _solved(known, pins, weights)
    return inference


def _solved(scored: Scored, pins: Pins, weights: Weights) -> Inference:
    scores = pinned_scores(scored.grid, scored.scores, pins)
    first = Lattice(scored.grid, scores).posterior()
    lattice = Lattice(scored.grid, with_own_priors(scored.grid, scores, first, weights))
    inference = Inference(scored, lattice.posterior(), lattice.best_path())
    return replace(inference, steps=list(_without_makeshifts(inference)))


def _without_makeshifts(inference: Inference) -> Iterator[Step]:
    """Yield the best path's beads, but clauses that are more likely alone than together stand alone.

    Over a stretch with no counterpart the best path is one of very many, each improbable, and its pairs are makeshifts.
    """
    null = inference.posterior.source_null, inference.posterior.target_null
    for step in inference.steps:
        i, k, j, q = step
        alone = min([*null[0][i:k], *null[1][j:q]], default=0.0)
        if k > i and q > j and alone > inference.confidence(step):
            yield from ((at, at + 1, j, j) for at in range(i, k))
            yield from ((k, k, at, at + 1) for at in range(j, q))
        else:
            yield step


def _scored(pair: Pair, weights: Weights, max_merge: int, pins: Pins, radius: int) -> Scored:
    """Score a corridor that holds the pins; shapes that only a pin has are for that pin alone."""
    usual = match_shapes(max_merge)
    pinned = {(k - i, q - j) for i, k, j, q in pins.chain} - set(usual)
    grid = pair.grid(radius, (*usual, *sorted(pinned)), pinned_links(pair.links, pins))
    scores, null_features = grid_scores(pair, grid, weights)
    scores.match[len(usual) :] = -np.inf
    return Scored(grid, scores, null_features, radius)


def _border_mass(inference: Inference) -> float:
    """The largest probability of a bead that begins at a node with no neighbour in the corridor."""
    grid, posterior = inference.grid, inference.posterior
    n, m = grid.size
    rows, columns = grid.rows, grid.columns
    at_low = (columns == grid.low[rows]) & (columns > 0) & (rows < n)
    at_high = (columns == grid.high[rows]) & (columns < m) & (rows > 0)
    mass = posterior.match.sum(axis=0) + posterior.at_source_null + posterior.at_target_null
    return float(mass[at_low | at_high].max(initial=0.0))
