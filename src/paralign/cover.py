"""Beads as a cover of two documents: complete, and in an order to read.

The checks know only beads and documents, so that ``paralign.alignment`` can use them while it is built.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from paralign.document import Clause, Document
from paralign.errors import ParalignError

if TYPE_CHECKING:
    from paralign.alignment import Alignment, Bead


class CoverError(ParalignError, ValueError):
    """Beads that do not cover every clause of both documents exactly once.

    Attributes:
        side: ``source`` or ``target``.
        index: The clause that is covered wrongly, None where a bead is empty.
        problem: What is wrong with it.
    """

    def __init__(self, side: str, index: int | None, problem: str) -> None:
        self.side, self.index, self.problem = side, index, problem
        where = "A bead" if index is None else f"{side.capitalize()} clause {index}"
        super().__init__(f"{where} {problem}. Every clause must be in exactly one bead.")

    def __reduce__(self) -> tuple[type, tuple[str, int | None, str]]:
        return type(self), (self.side, self.index, self.problem)


def reading_order(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """Beads as a reader of the source meets them.

    A target-only bead follows the bead that holds the target clause before it.
    """
    beads = tuple(beads)
    anchored = sorted((bead for bead in beads if bead.source), key=lambda bead: bead.source[0].index)
    place_of = {clause.index: place for place, bead in enumerate(anchored) for clause in bead.target}
    covered = sorted(place_of)
    followers: dict[int, list[Bead]] = defaultdict(list)
    for bead in sorted((bead for bead in beads if not bead.source), key=lambda bead: bead.target[0].index):
        before = bisect(covered, bead.target[0].index)
        followers[place_of[covered[before - 1]] if before else -1].append(bead)
    ordered = list(followers[-1])
    for place, bead in enumerate(anchored):
        ordered += [bead, *followers[place]]
    return tuple(ordered)


def reads_on(beads: tuple[Bead, ...]) -> bool:
    """Whether the source runs through the beads from its beginning to its end."""
    starts = [bead.source[0].index for bead in beads if bead.source]
    return all(before < after for before, after in pairwise(starts))


def check_cover(alignment: Alignment) -> None:
    """Raise CoverError unless the beads hold every clause of both documents exactly once."""
    if any(not (bead.source or bead.target) for bead in alignment.beads):
        raise CoverError("source", None, "has no clause on either side")
    _check_side("source", alignment.source, (clause for bead in alignment.beads for clause in bead.source))
    _check_side("target", alignment.target, (clause for bead in alignment.beads for clause in bead.target))


def _check_side(side: str, document: Document, covered: Iterable[Clause]) -> None:
    times: Counter[int] = Counter()
    for clause in covered:
        own = document.clauses[clause.index] if 0 <= clause.index < len(document) else None
        if clause is not own and clause != own:
            raise CoverError(side, clause.index, "of a bead is not the document's clause")
        times[clause.index] += 1
    for index in range(len(document)):
        if times[index] != 1:
            raise CoverError(side, index, f"is in {times[index]} beads")
