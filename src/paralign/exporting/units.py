"""From units in a file to an alignment: what every reader of an exchange format ends with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from paralign.alignment import Alignment, Bead, Flag, reading_order
from paralign.document import Clause, Document
from paralign.segmentation import document_of


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause as a file holds it.

    Attributes:
        text: What it says.
        index: Its position in its document, None where the file does not say.
        kind: Empty where the file does not say; it is then found, and the path and label with it.
        path: Its address.
        label: The address as printed.
    """

    text: str
    index: int | None = None
    kind: str = ""
    path: str = ""
    label: str = ""

    def saying(self, text: str) -> Piece:
        """The same clause with another text."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class Unit:
    """A bead as a file holds it; without a stated confidence it counts as certain."""

    source: tuple[Piece, ...]
    target: tuple[Piece, ...]
    confidence: float = 1.0
    similarity: float = 0.0
    crossing: bool = False
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """What a file says of the alignment as a whole."""

    languages: tuple[str, str]
    signature: str = ""
    source_path: Path | None = None
    target_path: Path | None = None


def rebuilt(units: Sequence[Unit], heading: Heading, in_order: bool = True) -> Alignment:
    """The alignment of units, over documents whose text is their clauses, one a line.

    Its beads stand in the order of the units, or in reading order where that is none.
    """
    filled = [unit for unit in units if unit.source or unit.target]
    source, source_runs = _document([unit.source for unit in filled], heading.languages[0], heading.source_path)
    target, target_runs = _document([unit.target for unit in filled], heading.languages[1], heading.target_path)
    beads = tuple(
        Bead(left, right, unit.confidence, unit.similarity, unit.crossing, unit.flags)
        for unit, left, right in zip(filled, source_runs, target_runs, strict=True)
    )
    return Alignment(source, target, beads if in_order else reading_order(beads), heading.signature)


def pairs_only(alignment: Alignment) -> Alignment:
    """The alignment without its null beads and their clauses, for formats that have no place for them."""
    source = _only([clause for bead in alignment.pairs for clause in bead.source])
    target = _only([clause for bead in alignment.pairs for clause in bead.target])
    beads = tuple(
        replace(bead, source=_picked(source, bead.source), target=_picked(target, bead.target))
        for bead in alignment.pairs
    )
    kept_source = replace(alignment.source, clauses=tuple(source.values()))
    kept_target = replace(alignment.target, clauses=tuple(target.values()))
    return Alignment(kept_source, kept_target, beads, alignment.signature)


def _only(clauses: Sequence[Clause]) -> dict[int, Clause]:
    """Clauses numbered anew, by their old numbers."""
    ordered = sorted(clauses, key=lambda clause: clause.index)
    return {clause.index: replace(clause, index=i) for i, clause in enumerate(ordered)}


def _picked(kept: dict[int, Clause], clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    return tuple(kept[clause.index] for clause in clauses)


def _document(
    runs: Sequence[Sequence[Piece]], language: str, path: Path | None
) -> tuple[Document, list[tuple[Clause, ...]]]:
    """A document of all pieces in their order, and each run as its clauses."""
    pieces = [piece for run in runs for piece in run]
    order = _order(pieces)
    placed = document_of([pieces[k].text for k in order], language)
    clauses = tuple(_clause(pieces[k], clause) for k, clause in zip(order, placed, strict=True))
    position = {k: i for i, k in enumerate(order)}
    document = Document(placed.text, language, clauses, path)
    ends, out = 0, []
    for run in runs:
        out.append(tuple(clauses[position[k]] for k in range(ends, ends + len(run))))
        ends += len(run)
    return document, out


def _order(pieces: Sequence[Piece]) -> list[int]:
    """Pieces by the positions they state; one that states none follows the piece before it."""
    keys, last = [], -1
    for piece in pieces:
        last = last if piece.index is None else piece.index
        keys.append(last)
    return sorted(range(len(pieces)), key=keys.__getitem__)


def _clause(piece: Piece, placed: Clause) -> Clause:
    if not piece.kind:
        return placed
    return replace(placed, kind=piece.kind, path=piece.path, label=piece.label)
