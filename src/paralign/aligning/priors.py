"""A document's own habits: what share of it is one to one, merged, or left alone.

The weights know the average of the texts they were learned from. A clean treaty is nearly all 1-1; an OCR yearbook is
full of merges. The posteriors of a first pass say how the document at hand differs, and the scores of a second pass are
moved accordingly: by the logarithm of the document's share over the usual share, as when the class priors of a
classifier change (Saerens, Latinne & Decaestecker, Neural Computation 14(1), 2002), drawn towards the usual share for
short documents.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from paralign.aligning.lattice import Doubles, Grid, Posterior, Scores
from paralign.aligning.weights import Weights

#: How many typical beads the usual shares count for.
_USUAL_BEADS = 40.0
#: How much of the difference is believed. All of it lets a first pass confirm its own mistakes: on the hand-aligned
#: yearbook it cost .02 of F1, half of it up to .015, a quarter nothing, and a quarter makes clean treaties surer.
_BELIEF = 0.25


def with_own_priors(grid: Grid, scores: Scores, posterior: Posterior, weights: Weights) -> Scores:
    """Return the scores moved towards the document's own shares of 1-1, n-m and null beads."""
    shift = _shifts(grid, posterior, weights)
    by_shape = np.array([shift[0] if shape == (1, 1) else shift[1] for shape in grid.shapes])
    return replace(
        scores,
        match=scores.match + by_shape[:, None],
        source_null=scores.source_null + shift[2],
        target_null=scores.target_null + shift[2],
    )


def expected_beads(grid: Grid, posterior: Posterior) -> Doubles:
    """Return the expected numbers of 1-1, n-m and null beads, (3,) float64."""
    by_shape = posterior.match.sum(axis=1)
    single = np.array([shape == (1, 1) for shape in grid.shapes], bool)
    null = posterior.source_null.sum() + posterior.target_null.sum()
    return np.array([by_shape[single].sum(), by_shape[~single].sum(), null])


def _shifts(grid: Grid, posterior: Posterior, weights: Weights) -> Doubles:
    usual = np.array(weights.shares)
    counts = expected_beads(grid, posterior)
    own = (counts + _USUAL_BEADS * usual) / (counts.sum() + _USUAL_BEADS)
    shifts: Doubles = _BELIEF * np.log(own / usual)
    return shifts
