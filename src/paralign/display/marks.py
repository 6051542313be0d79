"""Text with marked places, as HTML that holds nothing but the text and the marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

from paralign.alignment import Bead, Flag, Span
from paralign.display.plain import printable

#: Start, end and what to say of the place.
Mark = tuple[int, int, str]


def html(text: str) -> str:
    """The text escaped, for element content and attributes alike."""
    return escape(printable(text))


def marked(text: str, marks: Iterable[Mark]) -> str:
    """The text escaped, with ``<mark>`` around the places; those that overlap share the piece they share.

    >>> marked("5 < 12 days", [(4, 6, "numbers: 12")])
    '5 &lt; <mark title="numbers: 12">12</mark> days'
    """
    inside = [(max(0, start), min(len(text), end), note) for start, end, note in marks]
    inside = [mark for mark in inside if mark[0] < mark[1]]
    cuts = sorted({0, len(text), *(at for mark in inside for at in mark[:2])})
    return "".join(_piece(text[a:b], [note for s, e, note in inside if s <= a and b <= e]) for a, b in pairwise(cuts))


def flag_marks(bead: Bead, side: str) -> list[Mark]:
    """Where the flags of a bead point, on one side."""
    spans = ((flag, _spans(flag, side)) for flag in bead.flags)
    return [(start, end, f"check {flag}") for flag, places in spans for start, end in places]


def _spans(flag: Flag, side: str) -> tuple[Span, ...]:
    return flag.source if side == "source" else flag.target


def _piece(text: str, notes: Sequence[str]) -> str:
    if not notes:
        return html(text)
    said = "; ".join(dict.fromkeys(filter(None, notes)))
    title = f' title="{html(said)}"' if said else ""
    return f"<mark{title}>{html(text)}</mark>"
