"""One flat row a bead: what tables, spreadsheets and data frames show."""

from __future__ import annotations

from typing import NamedTuple

from paralign.alignment import Alignment, Bead
from paralign.document import Clause


class Record(NamedTuple):
    """A bead as a row of a table.

    Attributes:
        id: Position among the beads, from 1.
        type: ``1-1``, ``1-2``, ``1-0``.
        kind: Kind of its first clause, of the source where there is one.
        source: Source text, empty where the target has no counterpart.
        target: Target text.
        confidence: Probability that exactly this bead is right.
        similarity: Cosine of the two sides.
        flags: What to check, joined by ``"; "``.
        source_path: Paths of the source clauses, joined by spaces.
        target_path: Paths of the target clauses.
        label: Address as printed, of the source where there is one.
        crossing: Whether it jumps over its neighbours.
    """

    id: int
    type: str
    kind: str
    source: str
    target: str
    confidence: float
    similarity: float
    flags: str
    source_path: str
    target_path: str
    label: str
    crossing: bool


def records(alignment: Alignment) -> list[Record]:
    """A record for every bead, nulls included, in order."""
    return [_record(number, bead) for number, bead in enumerate(alignment.beads, start=1)]


def _record(number: int, bead: Bead) -> Record:
    clauses = bead.source + bead.target
    return Record(
        id=number,
        type=bead.type,
        kind=clauses[0].kind,
        source=bead.source_text,
        target=bead.target_text,
        confidence=float(bead.confidence),
        similarity=float(bead.similarity),
        flags="; ".join(map(str, bead.flags)),
        source_path=_paths(bead.source),
        target_path=_paths(bead.target),
        label=next((clause.label for clause in clauses if clause.label), ""),
        crossing=bool(bead.crossing),
    )


def _paths(clauses: tuple[Clause, ...]) -> str:
    return " ".join(clause.path for clause in clauses if clause.path)
