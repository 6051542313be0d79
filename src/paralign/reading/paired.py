"""Files that say what stands beside what: translation memories, tables with two columns, editions in two languages.

A row is a clause on either side, an empty cell says that there is no counterpart. What stands outside the rows is
cut into clauses and belongs to the side whose language it is in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import regex

from paralign.document import Bitext, Clause, Document
from paralign.errors import LanguageError
from paralign.reading.bitext import bitext_of
from paralign.reading.extracted import Extracted, Span
from paralign.reading.telling import CYRILLIC
from paralign.segmentation import detect_language, document_of, segment
from paralign.segmentation.detection import UNKNOWN, cyrillic_and_latin
from paralign.segmentation.flow import clean
from paralign.segmentation.over import with_notes, without_notes

_HAS_TEXT = regex.compile(r"[\p{L}\p{N}]")
_PARAGRAPH = regex.compile(r"\S(?:[^\n]|\n(?!\n))*")
#: A page is a table of two languages if at least this share of its letters stands in the table.
_LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Sides:
    """Two columns of the rows and their languages, the source first."""

    columns: tuple[int, int]
    languages: tuple[str, str]

    def turned(self) -> Sides:
        """The same with source and target exchanged."""
        return Sides(self.columns[::-1], self.languages[::-1])


def stated_bitext(extracted: Extracted, languages: Sequence[str] | None, path: Path) -> Bitext | None:
    """The two documents of a file that states what belongs to which, or None where it does not."""
    if extracted.parts:
        return _bitext_of_parts(extracted, languages, path)
    found = _sides(extracted)
    if found is None or not _is_mostly_rows(extracted):
        return None
    return _bitext_of_rows(extracted, _ordered(found, languages, extracted.named, path), path)


def page_bitext(
    extracted: Extracted, languages: Sequence[str] | None, path: Path, granularity: str = "clause"
) -> Bitext:
    """The two documents of a page that holds both languages, its notes on the side that they are in."""
    text, notes = extracted.text, extracted.notes
    bitext = bitext_of(without_notes(text, notes), languages, path, granularity)
    if not notes:
        return bitext
    if bitext.source.text != without_notes(text, notes):  # columns were put in order, so that places moved
        return bitext_of(text, languages, path, granularity)
    codes = bitext.source.language, bitext.target.language
    return Bitext(*(
        with_notes(document, text, _own_notes(extracted, codes, side), path)
        for side, document in enumerate((bitext.source, bitext.target))
    ))  # fmt: skip


# which columns


def _sides(extracted: Extracted) -> Sides | None:
    if extracted.languages:
        return Sides((0, 1), extracted.languages)
    width = max(map(len, extracted.rows), default=0)
    texts = [_column(extracted, k) for k in range(width)]
    by_length = sorted(combinations(range(width), 2), key=lambda pair: -min(len(texts[k]) for k in pair))
    codes = [detect_language(text) for text in texts]
    for i, j in by_length:
        if codes[i] != codes[j] and UNKNOWN not in (codes[i], codes[j]):
            return Sides((i, j), (codes[i], codes[j]))
    return None


def _column(extracted: Extracted, k: int) -> str:
    return "\n".join(extracted.text[slice(*row[k])] for row in extracted.rows if k < len(row))


def _is_mostly_rows(extracted: Extracted) -> bool:
    inside = sum(end - start for row in extracted.rows for start, end in row)
    return inside >= _LEAST_SHARE * len(extracted.text)


def _ordered(sides: Sides, languages: Sequence[str] | None, named: bool, path: Path) -> Sides:
    if languages is None:
        return sides if named or sides.languages != ("en", "ru") else sides.turned()
    wanted = tuple(code.lower() for code in languages)
    if wanted == sides.languages:
        return sides
    if wanted == sides.languages[::-1]:
        return sides.turned()
    found, asked = (", ".join(codes) for codes in (sides.languages, wanted))
    raise LanguageError(path, f"The file pairs the languages {found}, not {asked}", "Name those two, or none")


# rows to documents


def _bitext_of_rows(extracted: Extracted, sides: Sides, path: Path) -> Bitext:
    rows = [[_cell(extracted, row, k) for k in sides.columns] for row in extracted.rows]
    cells = [[cell for row in rows if (cell := row[side])] for side in (0, 1)]
    for code, own in zip(sides.languages, cells, strict=True):
        if not own:
            raise LanguageError(path, f"No row has a text in the language {code!r}", "Give a file with both")
    documents = [_document(extracted, path, sides, side, cells) for side in (0, 1)]
    numbers = [{clause.start: (clause.index,) for clause in document} for document in documents]
    beads = (tuple(known[cell[0]] if cell else () for cell, known in zip(row, numbers, strict=True)) for row in rows)
    return Bitext(*documents, beads=tuple((source, target) for source, target in beads if source or target))


def _cell(extracted: Extracted, row: Sequence[Span], k: int) -> Span | None:
    if k >= len(row) or not _HAS_TEXT.search(extracted.text, *row[k]):
        return None
    return row[k]


def _document(extracted: Extracted, path: Path, sides: Sides, side: int, cells: list[list[Span]]) -> Document:
    """One side: a clause a cell, the clauses of its paragraphs outside the rows, and its notes."""
    text, code = extracted.text, sides.languages[side]
    outside = _paragraphs(without_notes(text, [*cells[0], *cells[1], *extracted.notes]))
    own = [span for span in outside if _side(text, span, sides.languages) == side]
    loose = segment(_only(text, own), code).clauses if own else ()
    clauses = sorted((*_clauses(text, cells[side]), *loose), key=_start)
    placed = document_of([clause.text for clause in clauses], code)
    whole = (replace(clause, start=old.start, end=old.end) for clause, old in zip(placed, clauses, strict=True))
    return with_notes(Document(text, code, tuple(whole)), text, _own_notes(extracted, sides.languages, side), path)


def _clauses(text: str, cells: Sequence[Span]) -> Iterator[Clause]:
    return (Clause(clean(text[start:end]), start, end, 0) for start, end in cells)


def _own_notes(extracted: Extracted, languages: tuple[str, str], side: int) -> list[Span]:
    return [span for span in extracted.notes if _side(extracted.text, span, languages) == side]


def _only(text: str, kept: Sequence[Span]) -> str:
    """The text with everything else blanked out, so that offsets stay."""
    edges = [0, *(edge for span in sorted(kept) for edge in span), len(text)]
    return without_notes(text, zip(edges[::2], edges[1::2], strict=True))


def _paragraphs(text: str) -> list[Span]:
    return [found.span() for found in _PARAGRAPH.finditer(text) if _HAS_TEXT.search(found[0])]


def _start(clause: Clause) -> int:
    return clause.start


def _side(text: str, span: Span, languages: tuple[str, str]) -> int:
    """Which language a passage is in, the first where nothing tells."""
    code = detect_language(text[slice(*span)])
    if code not in languages:
        cyrillic, latin = cyrillic_and_latin(text[slice(*span)])
        code = next((c for c in languages if (c in CYRILLIC) == (cyrillic > latin)), languages[0])
    return languages.index(code)


# parts to documents


def _bitext_of_parts(extracted: Extracted, languages: Sequence[str] | None, path: Path) -> Bitext:
    codes = list(dict.fromkeys(code for _, code in extracted.parts))
    if len(codes) < 2:
        raise LanguageError(path, f"Only the language {codes[0]!r} is in the file", "Give a file with two languages")
    wanted = tuple(code.lower() for code in languages) if languages else _first_two(codes)
    missing = next((code for code in wanted if code not in codes), None)
    if missing or len(wanted) != 2:
        raise LanguageError(path, f"The file has the languages {', '.join(codes)}", "Name two of them, or none")
    return Bitext(*(_document_of_parts(extracted, wanted, side, path) for side in (0, 1)))


def _first_two(codes: Sequence[str]) -> tuple[str, ...]:
    return ("ru", "en") if {"ru", "en"} <= set(codes) else tuple(codes[:2])


def _document_of_parts(extracted: Extracted, languages: tuple[str, ...], side: int, path: Path) -> Document:
    text = extracted.text
    own = [span for span, code in extracted.parts if code == languages[side]]
    pair = languages[0], languages[1]
    document = segment(_only(text, own), languages[side])
    return with_notes(document, text, _own_notes(extracted, pair, side), path)
