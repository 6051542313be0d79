"""What a reader gives: one text, and what the file itself says about passages of it.

A reader lists blocks in reading order and ``extracted_of`` makes the text of them. Paragraphs are separated by an
empty line; a line break inside a block stays where the layout of lines matters. Notes go to the end of the text,
so that a sentence that runs over a page or around a note stays whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from paralign.segmentation.labels import label_at

#: A cell with more paragraphs is a column of a page, not a passage beside its counterpart.
LONGEST_CELL = 6

#: Half-open, in characters of the text; an empty span is an empty cell.
Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file and what its format says about it.

    Attributes:
        text: Paragraphs separated by an empty line.
        notes: Footnotes, running heads and page numbers: they become clauses of kind ``note``.
        rows: The cells of each row that stands side by side in the file, such as the rows of a table.
        languages: The languages of a row's two cells where the file names them.
        named: The file says which side is the source: it is the first cell of each row.
        parts: Passages whose language the file names, such as the texts of an edition in two languages.
        encoding: The encoding of a text file, None for other files.
    """

    text: str
    notes: tuple[Span, ...] = ()
    rows: tuple[tuple[Span, ...], ...] = ()
    languages: tuple[str, str] | None = None
    named: bool = False
    parts: tuple[tuple[Span, str], ...] = ()
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or note.

    Attributes:
        text: What it says, its label in front.
        note: It is a footnote or page matter.
    """

    text: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Passages that stand side by side."""

    cells: tuple[str, ...]


def extracted_of(
    blocks: Iterable[Block | Row], languages: tuple[str, str] | None = None, named: bool = False
) -> Extracted:
    r"""The text of blocks, its notes last.

    >>> found = extracted_of([Block("1 See annex.", note=True), Block("Статья 1"), Row(("Мир", "Peace"))])
    >>> found.text, found.notes, found.rows
    ('Статья 1\n\nМир\n\nPeace\n\n1 See annex.', ((22, 34),), (((10, 13), (15, 20)),))
    """
    given = list(blocks)
    parts: list[str] = []
    notes: list[Span] = []
    rows: list[tuple[Span, ...]] = []
    length = 0
    for block in sorted(given, key=_is_note):
        spans = []
        for text in block.cells if isinstance(block, Row) else (block.text,):
            spans.append((length, length + len(text)))
            parts += (text, "\n\n") if text else ()
            length += len(text) + 2 * bool(text)
        if isinstance(block, Row):
            rows.append(tuple(spans))
        elif block.note:
            notes += spans
    return Extracted("".join(parts[:-1]), tuple(notes), tuple(rows), languages, named)


def row_of(cells: Sequence[Sequence[Block | Row]]) -> list[Block | Row]:
    """A table's row: a row of passages, or its blocks one after the other where it is no more than layout.

    >>> row_of([[Block("(a)")], [Block("consult;")]])
    [Block(text='(a) consult;', note=False)]
    """
    texts = [[block.text for block in cell if isinstance(block, Block) and not block.note] for cell in cells]
    nested = any(isinstance(block, Row) for cell in cells for block in cell)
    filled = [text for text in texts if text]
    if nested or not filled or len(texts) < 2 or max(map(len, filled)) > LONGEST_CELL:
        return [block for cell in cells for block in cell]
    notes = [block for cell in cells for block in cell if _is_note(block)]
    if is_label(filled[0]) and len(filled) > 1:
        return [*labelled(filled[0][0], [Block(text) for texts in filled[1:] for text in texts]), *notes]
    return [Row(tuple("\n\n".join(text) for text in texts)), *notes]


def labelled(label: str, blocks: Sequence[Block | Row]) -> list[Block | Row]:
    """The blocks of a list's item, its label before the first unless that has one of its own.

    >>> labelled("1.", [Block("(a) consult;")]), labelled("1.", [Block("Each Party")])
    ([Block(text='(a) consult;', note=False)], [Block(text='1. Each Party', note=False)])
    """
    first = blocks[0] if blocks else Block("")
    if not label or not isinstance(first, Block) or first.note or label_at(first.text):
        return list(blocks)
    return [Block(f"{label} {first.text}".strip()), *blocks[1:]]


def is_label(texts: Sequence[str]) -> bool:
    """Whether a cell holds nothing but the label of what stands beside it."""
    label = label_at(texts[0]) if len(texts) == 1 else None
    return label is not None and label.end >= len(texts[0])


def _is_note(block: Block | Row) -> bool:
    return isinstance(block, Block) and block.note
