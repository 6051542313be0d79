"""A page of plain text in two columns, one language in each, put in order: the left column, then the right one.

Columns are told by runs of spaces or a tab in line after line, and only where the two sides are in two languages,
so that a table of figures is left alone. Where each row is whole, as in a table of pairs, the rows stay where they
are and only the gap becomes a line end: every offset into the file stays exact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from paralign.segmentation.detection import UNKNOWN, detect_language

_GAP = regex.compile(r"(?<=\S)(?: *\t[ \t]*| {3,})(?=\S)")
_TORN = regex.compile(r"[\p{L}\-,]$")
_LEAST_ROWS, _LEAST_SHARE = 3, 0.4
_SLACK = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A line as the page has it, and what of it is in which column; neither for a line over the whole width."""

    line: str
    left: str | None = None
    right: str | None = None
    gap: int = 0

    @property
    def is_blank(self) -> bool:
        """Nothing on the line."""
        return not self.line.strip()

    @property
    def is_whole(self) -> bool:
        """Both columns."""
        return bool(self.left and self.right)


def in_order(text: str) -> str:
    r"""The text, its columns one after the other where it has two.

    >>> page = "Каждый человек     Everyone has\nимеет право        the right\nна жизнь.          to life."
    >>> in_order(page)
    'Каждый человек\nимеет право\nна жизнь.\n\nEveryone has\nthe right\nto life.\n'
    """
    if "\t" not in text and "   " not in text:
        return text
    rows = _rows(text.split("\n"))
    if not _are_columns(rows):
        return text
    if not _is_wrapped(rows):
        return "\n".join(_with_gap_as_line_end(row) for row in rows)
    return "\n".join(line for block in _blocks(rows) for line in block.lines())


def _rows(lines: list[str]) -> list[Row]:
    column = _column(lines)
    return [_row(line, column) for line in lines]


def _column(lines: list[str]) -> int:
    """Where the right column begins on most lines; 0 where tabs tell."""
    if sum("\t" in line for line in lines) * 3 > len(lines):
        return 0
    starts = Counter(gap.end() for line in lines for gap in _GAP.finditer(line))
    return starts.most_common(1)[0][0] if starts else 0


def _row(line: str, column: int) -> Row:
    indent = len(line) - len(line.lstrip())
    gaps = [gap for gap in _GAP.finditer(line) if not column or abs(gap.end() - column) <= _SLACK]
    if gaps:
        gap = gaps[0]
        return Row(line, line[: gap.start()].strip(), line[gap.end() :].strip(), gap.start())
    if (column and indent >= column - _SLACK) or (not column and line.startswith("\t")):
        return Row(line, "", line.strip())
    return Row(line, line.strip(), "") if not column or len(line) < column else Row(line)


def _are_columns(rows: list[Row]) -> bool:
    whole = [row for row in rows if row.is_whole]
    filled = sum(not row.is_blank for row in rows)
    if len(whole) < _LEAST_ROWS or len(whole) < _LEAST_SHARE * filled:
        return False
    left, right = (detect_language(" ".join(cells)) for cells in _cells(whole))
    return left != right and UNKNOWN not in (left, right)


def _cells(rows: list[Row]) -> tuple[list[str], list[str]]:
    return [row.left or "" for row in rows], [row.right or "" for row in rows]


def _is_wrapped(rows: list[Row]) -> bool:
    """Cells that go on in the next row, in either column."""
    whole = [row for row in rows if row.is_whole]
    torn = 0
    for above, below in pairwise(whole):
        pairs = ((above.left, below.left), (above.right, below.right))
        torn += any(_TORN.search(a or "") and (b or "")[:1].islower() for a, b in pairs)
    return torn * 4 > len(whole)


def _with_gap_as_line_end(row: Row) -> str:
    return f"{row.line[: row.gap]}\n{row.line[row.gap + 1 :]}" if row.is_whole else row.line


@dataclass(slots=True)
class _Block:
    """Rows in columns, or lines over the whole width."""

    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The left column, the right one, each with an empty line after it."""
        return [*self.wide, *([*self.left, "", *self.right, ""] if self.left or self.right else [])]


def _blocks(rows: list[Row]) -> Iterator[_Block]:
    block = _Block()
    for row in rows:
        wide = row.left is None
        if bool(block.wide) != wide and (block.wide or block.left):
            yield block
            block = _Block()
        if wide:
            block.wide.append(row.line)
        else:
            block.left.append(row.left or "")
            block.right.append(row.right or "")
    yield block
