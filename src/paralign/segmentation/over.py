"""A document over a text of which some passages are known to be notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from paralign.document import Clause, Document
from paralign.segmentation.flow import clean


def without_notes(text: str, notes: Iterable[tuple[int, int]]) -> str:
    """The text with its notes blanked out, so that all offsets stay."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(notes):
        parts += text[done:start], "\n" * (end - start)
        done = end
    return "".join(parts) + text[done:]


def with_notes(document: Document, text: str, notes: Sequence[tuple[int, int]], path: Path | None) -> Document:
    """The document of a text without its notes, and each note a clause where it stands."""
    clauses = [*document.clauses, *(_note(text, start, end) for start, end in notes)]
    ordered = sorted(clauses, key=lambda clause: clause.start)
    numbered = tuple(replace(clause, index=i) for i, clause in enumerate(ordered))
    return Document(text, document.language, numbered, path)


def _note(text: str, start: int, end: int) -> Clause:
    return Clause(clean(text[start:end]), start, end, 0, "note")
