"""A document as an outline: its divisions nested as in the treaty, each folded, its clauses inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from paralign.display.html import Html, framed, paragraph
from paralign.display.marks import html
from paralign.display.places import step_name
from paralign.display.wrapping import clipped
from paralign.document import Clause, Document

#: A notebook shows this many clauses; the rest is a call away.
MAX_CLAUSES = 300
_HEADING_WIDTH = 100
#: So few clauses need no folding.
_SHORT = 12


def html_outline(document: Document, max_rows: int | None = MAX_CLAUSES) -> Html:
    """The clauses nested by their paths."""
    shown = document.clauses[:max_rows]
    hidden = len(document) - len(shown)
    more = [f"… {hidden} more: .to_html() shows all, print(document) prints them."] if hidden else []
    outline = "\n".join(_branches(shown, 0, len(document) <= _SHORT))
    body = f'<div lang="{html(document.language)}" dir="auto">\n{outline}\n</div>'
    return framed([paragraph(repr(document).strip("<>")), body, *map(paragraph, more)])


def _branches(clauses: Sequence[Clause], depth: int, unfolded: bool) -> Iterator[str]:
    """The divisions and the clauses at one depth, in order."""
    for step, run in groupby(clauses, key=lambda clause: _step(clause, depth)):
        inside = list(run)
        if step:
            yield _division(step, inside, depth, unfolded)
        else:
            yield "<ul>" + "\n".join(map(_leaf, inside)) + "</ul>"


def _division(step: str, clauses: Sequence[Clause], depth: int, unfolded: bool) -> str:
    opened = ' open="open"' if unfolded else ""
    beginning = html(clipped(clauses[0].text, _HEADING_WIDTH))
    noun = "clause" if len(clauses) == 1 else "clauses"
    head = f"<strong>{html(step_name(step))}</strong> · {beginning} <em>({len(clauses)} {noun})</em>"
    inside = "\n".join(_branches(clauses, depth + 1, unfolded))
    return f"<details{opened}><summary>{head}</summary>\n{inside}\n</details>"


def _step(clause: Clause, depth: int) -> str:
    """The division that holds the clause at this depth; empty where the clause itself stands there."""
    steps = clause.path.split("__")
    return steps[depth] if depth < len(steps) - 1 else ""


def _leaf(clause: Clause) -> str:
    title = html(f"{clause.kind}, {clause.path}".rstrip(", "))
    label = f" {html(clause.label)}" if clause.label else ""
    return f'<li title="{title}"><em>{clause.index}{label} ({html(clause.kind)})</em> {html(clause.text)}</li>'
