"""The nouns of reading: what a treaty is made of before anything is aligned.

Clause
    The smallest unit with a legal meaning of its own that both versions set apart: a recital, the enacting
    formula, a heading, a numbered paragraph, a lettered item, a sentence, a signature line.
Document
    One language's text with its clauses in order.
Bitext
    Two documents over the same text: a page that holds both languages.

Offsets are half-open and count characters (code points) of ``Document.text``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paralign.display import Html

#: What a clause can be. ``article`` is an unnumbered sentence of an article's body, ``chapeau`` a text ending
#: in a colon that opens a list, ``continuation`` the flush text after the list, ``note`` a footnote or page
#: matter, ``editorial`` whatever is not the treaty (a banner, an introduction, an advertisement).
KINDS = (
    "title",
    "preamble_head",
    "recital",
    "formula",
    "heading",
    "article",
    "paragraph",
    "item",
    "chapeau",
    "continuation",
    "testimonium",
    "place_date",
    "signature",
    "annex",
    "note",
    "editorial",
    "other",
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause and the place in the file that it came from.

    Attributes:
        text: The clause as a reader wants it: lines joined, broken words mended, single spaces.
        start: Where it begins in ``Document.text``.
        end: Where it ends (exclusive).
        index: Its position among the document's clauses, from 0.
        kind: One of ``KINDS``.
        path: Language-neutral address in Akoma Ntoso style (``art_3__para_2__point_b``), the same in both
            languages for the same place; empty where the structure says nothing.
        label: The address as printed for a reader («Article 3 (2)», «ст. 3, п. 2»); empty where there is none.
    """

    text: str
    start: int
    end: int
    index: int
    kind: str = "other"
    path: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    r"""One language's text and its clauses.

    Attributes:
        text: The decoded file with line ends normalised to ``\n``, otherwise untouched.
        language: BCP 47 code such as ``ru`` or ``en``; ``und`` where it could not be told.
        clauses: In order, not overlapping.
        path: The file it was read from, or None.
        encoding: The encoding that the file's bytes were in, or None for a text that was not read from bytes.
    """

    text: str
    language: str
    clauses: tuple[Clause, ...]
    path: Path | None = None
    encoding: str | None = None

    def __len__(self) -> int:
        return len(self.clauses)

    def __iter__(self) -> Iterator[Clause]:
        return iter(self.clauses)

    def __repr__(self) -> str:
        name = f" {self.path.name!r}" if self.path else ""
        found = "" if self.encoding in (None, "utf-8", "utf-8-sig") else f", {self.encoding}"
        return f"<Document{name} {self.language}: {len(self.clauses)} clauses, {len(self.text)} characters{found}>"

    def __str__(self) -> str:
        return "\n".join(_outline_line(clause) for clause in self.clauses)

    def to_html(self, max_rows: int | None = None) -> Html:
        """The outline that a notebook shows, as text; all clauses, or the first few."""
        from paralign.display import html_outline

        return html_outline(self, max_rows)

    def _repr_html_(self) -> str:
        from paralign.display import html_outline

        return html_outline(self)


@dataclass(frozen=True, slots=True)
class Bitext:
    """A text that holds two languages.

    Attributes:
        source: The document in the first language (Russian, where the two are Russian and English).
        target: The document in the second. Both have the same ``text``.
        beads: The pairs that the file itself states, as (source indices, target indices), where it is one that is
            already aligned: ``align(bitext, pins=bitext.beads)`` holds them. Empty where it states none.
    """

    source: Document
    target: Document
    beads: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] = field(default=(), kw_only=True)

    @property
    def path(self) -> Path | None:
        """The file both documents were read from, or None."""
        return self.source.path

    def __repr__(self) -> str:
        name = f" {self.path.name!r}" if self.path else ""
        sides = ", ".join(f"{d.language}: {len(d)} clauses" for d in (self.source, self.target))
        return f"<Bitext{name} {sides}>"


def _outline_line(clause: Clause) -> str:
    return f"{clause.index:>4}  {clause.kind:<14} {clause.path:<28} {clause.text}"
