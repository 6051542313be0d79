"""Whether confidences can be believed: numbers in, numbers out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import nan

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class ReliabilityRow:
    """The beads whose confidence lies in one interval.

    Attributes:
        low: Where the interval begins.
        high: Where it ends.
        count: Beads in it.
        confidence: Their mean confidence, nan where there are none.
        right: The share of them that is exactly right.
    """

    low: float
    high: float
    count: int
    confidence: float
    right: float


def reliability(
    confidences: NDArray[np.float64], rights: NDArray[np.bool_], bins: int = 10
) -> tuple[ReliabilityRow, ...]:
    """Beads by equal-width intervals of confidence; 1 belongs to the last.

    >>> reliability(np.array([0.25, 0.75, 1.0]), np.array([False, True, False]), bins=2)[1]
    ReliabilityRow(low=0.5, high=1.0, count=2, confidence=0.875, right=0.5)
    """
    places = np.minimum((confidences * bins).astype(np.int64), bins - 1)
    counts = np.bincount(places, minlength=bins)
    with np.errstate(invalid="ignore"):
        means = np.bincount(places, confidences, bins) / counts
        shares = np.bincount(places, rights, bins) / counts
    return tuple(
        ReliabilityRow(k / bins, (k + 1) / bins, int(counts[k]), float(means[k]), float(shares[k])) for k in range(bins)
    )


def auroc(confidences: NDArray[np.float64], rights: NDArray[np.bool_]) -> float:
    """Area under the ROC curve by the rank formula, ties at their mean rank.

    >>> auroc(np.array([0.9, 0.8, 0.3]), np.array([True, True, False]))
    1.0
    """
    positives = int(rights.sum())
    negatives = len(rights) - positives
    if not positives or not negatives:
        return nan
    _, inverse, counts = np.unique(confidences, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    return float((ranks[rights].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def calibration_error(table: Iterable[ReliabilityRow]) -> float:
    """Mean distance of confidence and share right, every bead counting the same; nan where there is none."""
    rows = [row for row in table if row.count]
    total = sum(row.count for row in rows)
    return sum(row.count * abs(row.confidence - row.right) for row in rows) / total if total else nan


def reliability_lines(table: Iterable[ReliabilityRow]) -> list[str]:
    """The table as text, intervals without beads left out."""
    rows = [row for row in table if row.count]
    lines = [f"{r.low:.2f}–{r.high:.2f}   {r.count:6d} {r.confidence:11.3f} {r.right:6.3f}" for r in rows]
    return ["confidence   beads        mean  right", *lines]
