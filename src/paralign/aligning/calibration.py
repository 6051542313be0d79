"""From posterior to confidence: a monotone map for each group of beads.

The model's posteriors are nearly calibrated, but beads of one group are a little surer than they should be and those
of another a little less. The correction is Platt's (1999), on the posterior's log odds, fitted on documents that
neither training nor reporting uses: ``logit(confidence) = offset + slope * logit(posterior)``.
"""

from __future__ import annotations

import numpy as np

from paralign.aligning.lattice import Step
from paralign.aligning.weights import GROUPS, Weights

#: Posteriors are kept this far from 0 and 1, where log odds are infinite.
_EDGE = 1e-6


#: Nearer to 0 or 1 than this nothing else was possible, as for a clause whose other side is empty.
_CERTAIN = 1e-9


def group_of(step: Step) -> str:
    """Return the group of a bead: ``1-1``, ``n-m`` or ``null``."""
    i, k, j, q = step
    if i == k or j == q:
        return "null"
    return "1-1" if (k - i, q - j) == (1, 1) else "n-m"


def confidence(posterior: float, group: str, weights: Weights) -> float:
    """Return the corrected probability, in [0, 1].

    >>> from paralign.aligning.weights import load_weights
    >>> weights = load_weights(None, words=True)
    >>> 0 < confidence(0.5, "1-1", weights) < confidence(0.9, "1-1", weights) < 1
    True
    """
    if posterior <= _CERTAIN or posterior >= 1 - _CERTAIN:
        return float(round(posterior))
    offset, slope = weights.calibration[GROUPS.index(group)]
    odds = log_odds(posterior)
    return float(1 / (1 + np.exp(-(offset + slope * odds))))


def log_odds(probability: float) -> float:
    """Return the logarithm of p / (1 - p), finite also for 0 and 1."""
    p = min(max(probability, _EDGE), 1 - _EDGE)
    return float(np.log(p / (1 - p)))
