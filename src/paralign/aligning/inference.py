"""From two measured documents to the best alignment and the probability of every bead."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from paralign.aligning.lattice import Doubles, Grid, Lattice, Posterior, Scores, Shape, Step, match_shapes
from paralign.aligning.measures import Floats, Pair
from paralign.aligning.pins import NO_PINS, Pins, holds, pinned_links, pinned_scores
from paralign.aligning.priors import with_own_priors
from paralign.aligning.weights import Weights, grid_scores

#: Clauses around the first pass at which the search begins.
RADIUS = 10
#: The corridor is wide enough when no alignment that uses its border has more than this probability.
_AT_BORDER = 1e-3
#: How often the document's own shares of bead types are estimated anew.
_ROUNDS = 2
#: The widest corridor; what it gives is taken as it is.
_WIDEST = 8 * RADIUS


@dataclass(frozen=True)
class Scored:
    """A grid with the scores that the model gives, before anything is pinned.

    Attributes:
        grid: Where the model looked.
        scores: The score of every bead there.
        null_features: The features of both sides' null beads.
    """

    grid: Grid
    scores: Scores
    null_features: tuple[Floats, Floats]


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
    radius = RADIUS
    if known is None or not holds(known.grid, pins):
        known = _scored(pair, weights, _grid(pair, max_merge, pins, radius))
    inference = _solved(known, pins, weights)
    while _border_mass(inference) > _AT_BORDER and radius < _WIDEST:
        radius *= 2
        inference = _solved(_scored(pair, weights, _grid(pair, max_merge, pins, radius)), pins, weights)
    return inference


def _solved(scored: Scored, pins: Pins, weights: Weights) -> Inference:
    scores = pinned_scores(scored.grid, scored.scores, pins)
    lattice = Lattice(scored.grid, scores)
    posterior = lattice.posterior()
    for _ in range(_ROUNDS):
        lattice = Lattice(scored.grid, with_own_priors(scored.grid, scores, posterior, weights))
        posterior = lattice.posterior()
    return Inference(scored, posterior, lattice.best_path())


def _grid(pair: Pair, max_merge: int, pins: Pins, radius: int) -> Grid:
    pinned = {(k - i, q - j) for i, k, j, q in pins.chain}
    usual = match_shapes(max_merge)
    shapes: tuple[Shape, ...] = (*usual, *sorted(pinned - set(usual)))
    return pair.grid(radius, shapes, pinned_links(pair.links, pins))


def _scored(pair: Pair, weights: Weights, grid: Grid) -> Scored:
    scores, null_features = grid_scores(pair, grid, weights)
    return Scored(grid, scores, null_features)


def _border_mass(inference: Inference) -> float:
    """The largest probability of a match bead that begins at a node with no neighbour in the corridor."""
    grid = inference.grid
    n, m = grid.size
    rows, columns = grid.rows, grid.columns
    at_low = (columns == grid.low[rows]) & (columns > 0) & (rows < n)
    at_high = (columns == grid.high[rows]) & (columns < m) & (rows > 0)
    mass: Doubles = inference.posterior.match[:, at_low | at_high].sum(axis=0)
    return float(mass.max(initial=0.0))
