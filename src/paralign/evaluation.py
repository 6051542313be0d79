"""How good an alignment is: what was found, and whether its confidences can be believed.

Counting is separate from scoring: ``count`` makes the sufficient statistics of one document, statistics add
up, and ``score`` turns them into figures. So documents are pooled by summing, never by averaging scores.

Strict and lax precision and recall are those of ``score.py`` in Vecalign (github.com/thompsonb/vecalign),
which follows Bleualign (Sennrich and Volk 2011, aclanthology.org/W11-4624).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from math import isnan, nan
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from paralign.alignment import Alignment, Bead
from paralign.errors import OptionError
from paralign.gold import Gold, GoldBead, as_gold, beads_of
from paralign.reliability import ReliabilityRow, auroc, calibration_error, reliability, reliability_lines

if TYPE_CHECKING:
    from matplotlib.axes import Axes

AnyGold: TypeAlias = Gold | Alignment | Iterable[tuple[Iterable[int], Iterable[int]]]

#: Groups whose calibration is told apart.
GROUPS = ("1-1", "n-m", "null")


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True, repr=False)
class Scores:
    """What ``evaluate`` found.

    Attributes:
        strict: Over beads that are exactly right.
        lax: Over beads that share a clause on both sides with a bead of the other.
        null: Over clauses without a counterpart, both languages together.
        ece: Expected calibration error of the confidences, over all beads.
        ece_by_type: The same for beads of each type (``1-1``, ``n-m``, ``null``); nan where there are none.
        brier: Mean squared distance of the confidence from 1 (right) or 0 (wrong).
        auroc: Probability that a right bead has a higher confidence than a wrong one; nan where all are
            right or all are wrong.
        reliability: The table behind ``ece``.
        beads: Number of beads scored.
        documents: Number of documents.
    """

    strict: Rates
    lax: Rates
    null: Rates
    ece: float
    ece_by_type: tuple[tuple[str, float], ...]
    brier: float
    auroc: float
    reliability: tuple[ReliabilityRow, ...]
    beads: int
    documents: int

    def __repr__(self) -> str:
        return (
            f"<Scores strict F1 {self.strict.f1:.3f}, lax F1 {self.lax.f1:.3f}, null F1 {self.null.f1:.3f}, "
            f"ECE {_figure(self.ece)}, AUROC {_figure(self.auroc)} over {self.beads} beads>"
        )

    def __str__(self) -> str:
        lines = [f"{self.beads} beads, documents: {self.documents}", "", "        precision  recall     F1"]
        for name in ("strict", "lax", "null"):
            rates: Rates = getattr(self, name)
            lines.append(f"{name:<7} {rates.precision:9.3f} {rates.recall:7.3f} {rates.f1:6.3f}")
        groups = ", ".join(f"{name} {_figure(ece)}" for name, ece in self.ece_by_type)
        lines += ["", f"calibration error {_figure(self.ece)} ({groups})"]
        lines += [f"Brier score {_figure(self.brier)}, AUROC {_figure(self.auroc)}", ""]
        return "\n".join(lines + reliability_lines(self.reliability))

    def _repr_html_(self) -> str:
        from paralign.display import html_scores

        return html_scores(self)

    def plot(self, ax: Axes | None = None) -> Axes:
        """The reliability diagram: how many of the beads with a confidence were right; the axes it is drawn on.

        Raises:
            MissingExtraError: Matplotlib is not installed.
        """
        from paralign.plotting import plot_reliability

        return plot_reliability(self, ax)


@dataclass(frozen=True, slots=True, eq=False)
class Statistics:
    """Sufficient statistics of one or more documents; ``+`` pools them.

    Attributes:
        counts: Integers in the order of ``_COUNTS``.
        confidences: Confidence of each bead, float64 (beads,).
        rights: Whether each bead is exactly right, bool (beads,).
        groups: Index in ``GROUPS`` of each bead, int64 (beads,).
        documents: How many documents.
    """

    counts: NDArray[np.int64]
    confidences: NDArray[np.float64]
    rights: NDArray[np.bool_]
    groups: NDArray[np.int64]
    documents: int = 1

    def __add__(self, other: Statistics) -> Statistics:
        return Statistics(
            self.counts + other.counts,
            np.concatenate([self.confidences, other.confidences]),
            np.concatenate([self.rights, other.rights]),
            np.concatenate([self.groups, other.groups]),
            self.documents + other.documents,
        )


def evaluate(alignment: Alignment, gold: AnyGold, bins: int = 10) -> Scores:
    """Strict, lax and null scores and the calibration of one alignment.

    Counted as Vecalign's scorer does. Precision is over all predicted beads, nulls included: strictly right
    is a bead that gold has too, laxly right one that shares a clause on both sides with some bead of gold.
    Recall is the same with the sides exchanged, nulls left out of both. Where Vecalign gives 0 for "none of
    none", this gives 1: nothing was asked and nothing missed.

    Args:
        alignment: What to score.
        gold: What is right: Gold, another Alignment, or pairs of (source indices, target indices).
        bins: Number of equal-width intervals of the calibration error.
    """
    return score(count(alignment, gold), bins)


def pool(documents: Iterable[tuple[Alignment, AnyGold]], bins: int = 10) -> Scores:
    """Scores over many documents: their statistics are summed, so that every bead counts the same."""
    statistics = [count(alignment, gold) for alignment, gold in documents]
    if not statistics:
        raise OptionError("There are no documents to pool. Give at least one (alignment, gold).")
    return score(reduce(Statistics.__add__, statistics), bins)


def count(alignment: Alignment, gold: AnyGold) -> Statistics:
    """The sufficient statistics of one document."""
    right = as_gold(gold)
    right.check_texts(alignment.source, alignment.target)
    said_beads, right_beads = set(beads_of(alignment)), set(right.beads)
    nulls = _null_clauses(right_beads)
    return Statistics(
        counts=np.array([*_bead_counts(said_beads, right_beads), *_null_counts(said_beads, nulls)]),
        confidences=np.array([bead.confidence for bead in alignment.beads], dtype=np.float64),
        rights=np.array([_is_right(bead, right_beads, nulls) for bead in alignment.beads], dtype=np.bool_),
        groups=np.array([_group(bead) for bead in alignment.beads], dtype=np.int64),
    )


def score(statistics: Statistics, bins: int = 10) -> Scores:
    """The figures that follow from statistics."""
    if bins < 1:
        raise OptionError(f"bins is {bins}. It must be at least 1.")
    said, exact, near, asked, found, found_near, nulls_said, nulls_right, nulls = map(int, statistics.counts)
    confidences, rights = statistics.confidences, statistics.rights
    table = reliability(confidences, rights, bins)
    return Scores(
        strict=_rates(exact, said, found, asked),
        lax=_rates(near, said, found_near, asked),
        null=_rates(nulls_right, nulls_said, nulls_right, nulls),
        ece=calibration_error(table),
        ece_by_type=_error_by_type(statistics, bins),
        brier=float(np.mean((confidences - rights) ** 2)) if len(rights) else nan,
        auroc=auroc(confidences, rights),
        reliability=table,
        beads=len(rights),
        documents=statistics.documents,
    )


def _figure(value: float) -> str:
    return "undefined" if isnan(value) else f"{value:.3f}"


def _bead_counts(said: set[GoldBead], right: set[GoldBead]) -> list[int]:
    """Said, exactly right, nearly right; then the same of gold's pairs against the pairs said."""
    said_pairs, right_pairs = _pairs(said), _pairs(right)
    return [
        len(said),
        len(said & right),
        _overlapping(said, right),
        len(right_pairs),
        len(right_pairs & said_pairs),
        _overlapping(right_pairs, said_pairs),
    ]


def _null_counts(said: set[GoldBead], nulls: set[tuple[int, int]]) -> list[int]:
    """Clauses said to have no counterpart, those of them that have none, those that have none at all."""
    said_nulls = _null_clauses(said)
    return [len(said_nulls), len(said_nulls & nulls), len(nulls)]


def _overlapping(beads: set[GoldBead], others: set[GoldBead]) -> int:
    links = {(i, j) for source, target in others for i in source for j in target}
    return sum(bead in others or any((i, j) in links for i in bead[0] for j in bead[1]) for bead in beads)


def _pairs(beads: set[GoldBead]) -> set[GoldBead]:
    return {bead for bead in beads if bead[0] and bead[1]}


def _null_clauses(beads: set[GoldBead]) -> set[tuple[int, int]]:
    """Clauses of one-sided beads as (side, index)."""
    lonely = [bead for bead in beads if not (bead[0] and bead[1])]
    return {(side, index) for bead in lonely for side in (0, 1) for index in bead[side]}


def _is_right(bead: Bead, right: set[GoldBead], nulls: set[tuple[int, int]]) -> bool:
    """A null is right if its clauses have no counterpart, whatever run gold writes them in."""
    sides = tuple(tuple(clause.index for clause in side) for side in (bead.source, bead.target))
    if bead.is_null:
        return all((side, index) in nulls for side in (0, 1) for index in sides[side])
    return sides in right


def _group(bead: Bead) -> int:
    if bead.is_null:
        return GROUPS.index("null")
    return GROUPS.index("1-1" if bead.type == "1-1" else "n-m")


def _rates(right: int, said: int, found: int, asked: int) -> Rates:
    precision = right / said if said else 1.0
    recall = found / asked if asked else 1.0
    return Rates(precision, recall, 2 * precision * recall / ((precision + recall) or 1.0))


def _error_by_type(statistics: Statistics, bins: int) -> tuple[tuple[str, float], ...]:
    errors = []
    for number, name in enumerate(GROUPS):
        chosen = statistics.groups == number
        table = reliability(statistics.confidences[chosen], statistics.rights[chosen], bins)
        errors.append((name, calibration_error(table)))
    return tuple(errors)
