"""Hits of a search, each in its context, with the other side of the bead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from paralign.alignment import Bead
from paralign.display.html import LEFT, Html, framed, heads, paragraph, side_cell
from paralign.display.marks import html
from paralign.display.plain import NO_COUNTERPART, printable, terminal_width
from paralign.display.wrapping import cells, clipped, padded, wrapped

if TYPE_CHECKING:
    from paralign.searching import Hit

#: Characters of context on either side of a hit.
_CONTEXT = 120
_WHERE = 20
_WIDTHS = "8em", "24%", "13%", "24%", "30%"


@dataclass(frozen=True, slots=True)
class _Line:
    """One place in its context.

    Attributes:
        where: Where in the treaty.
        left: What stands before it.
        hit: What was found.
        right: What follows.
        other: The bead's other side.
        of_source: Whether it was found in the source.
        number: Which place of this side of the bead it is, from 0.
        count: How many places there are.
    """

    where: str
    left: str
    hit: str
    right: str
    other: str
    of_source: bool
    number: int
    count: int


def text_hits(hits: Sequence[Hit], title: str, width: int | None = None, max_rows: int | None = None) -> str:
    """Each place on a line, the words one below the other, and the other side on the lines below it."""
    lines = list(_lines(hits))
    shown = lines[:max_rows]
    total = terminal_width(width)
    rows = [row for line in shown for row in _text_rows(line, total)]
    return "\n".join([printable(title), *rows, *_more(len(lines) - len(shown))])


def html_hits(hits: Sequence[Hit], title: str, languages: tuple[str, str], max_rows: int | None) -> Html:
    """A table with a row a place."""
    lines = list(_lines(hits))
    shown = lines[:max_rows]
    rows = "\n".join(_html_row(line, languages) for line in shown)
    head = heads(("where", "before", "hit", "after", "other side"), _WIDTHS)
    table = f'<table style="width:100%">{head}\n<tbody>\n{rows}\n</tbody></table>'
    return framed([paragraph(title), table, *map(paragraph, _more(len(lines) - len(shown)))])


def _lines(hits: Iterable[Hit]) -> Iterator[_Line]:
    sides = (((hit, hit.source, True), (hit, hit.target, False)) for hit in hits)
    for hit, spans, of_source in chain.from_iterable(sides):
        text, other = (hit.source_text, hit.target_text)[:: 1 if of_source else -1]
        where = _where(hit.bead)
        for n, (start, end) in enumerate(spans):
            yield _Line(where, text[:start], text[start:end], text[end:], other, of_source, n, len(spans))


def _where(bead: Bead) -> str:
    clauses = (*bead.source, *bead.target)
    return next((clause.label for clause in clauses if clause.label), clauses[0].kind.replace("_", " "))


def _text_rows(line: _Line, width: int) -> Iterator[str]:
    room = max(8, (width - _WHERE) // 2 - 8)
    before = clipped(printable(line.left), room, at_end=False)
    lead = clipped(printable(line.where), _WHERE - 2)
    start = padded(lead, _WHERE) + " " * (room - cells(before)) + f"{before}[{printable(line.hit)}]"
    yield start + clipped(printable(line.right), max(8, width - cells(start)))
    if line.number + 1 < line.count:
        return
    for row in wrapped(printable(line.other) or f"({NO_COUNTERPART})", max(16, width - _WHERE)):
        yield " " * _WHERE + row


def _html_row(line: _Line, languages: tuple[str, str]) -> str:
    own, other = languages if line.of_source else languages[::-1]
    cell = f'<td lang="{html(own)}" dir="auto" style='
    counterpart = "" if line.number else side_cell(line.other or None, other, rows=line.count)
    return (
        f'<tr><td style="{LEFT}">{html(line.where)}</td>'
        f'{cell}"text-align:right;vertical-align:top">{html(clipped(line.left, _CONTEXT, at_end=False))}</td>'
        f'{cell}"{LEFT}"><mark>{html(line.hit)}</mark></td>'
        f'{cell}"{LEFT}">{html(clipped(line.right, _CONTEXT))}</td>{counterpart}</tr>'
    )


def _more(hidden: int) -> list[str]:
    return [f"… {hidden} more: .to_html() and print() show all."] if hidden > 0 else []
