"""Notes stand aside while the treaty is aligned.

Footnotes and page matter lie where a page ended, in the middle of a sentence and at another place in either language.
They are aligned after everything else, as if they stood at the end, so that the two parts of a sentence that a note
tore apart are neighbours.
"""

from __future__ import annotations

from dataclasses import replace

from paralign.document import Document


def notes_last(document: Document) -> Document:
    """Return the document with its notes behind all other clauses; each clause keeps its index.

    >>> from paralign.document import Clause
    >>> clauses = Clause("The", 0, 3, 0), Clause("12", 4, 6, 1, "note"), Clause("Parties", 7, 14, 2)
    >>> [clause.index for clause in notes_last(Document("The 12 Parties", "en", clauses)).clauses]
    [0, 2, 1]
    """
    clauses = document.clauses
    if all(clause.kind != "note" for clause in clauses):
        return document
    return replace(document, clauses=tuple(sorted(clauses, key=lambda clause: clause.kind == "note")))


def order_of(arranged: Document) -> list[int]:
    """Return the index of each clause, in the order of an arranged document."""
    return [clause.index for clause in arranged.clauses]
