"""Results as plain text: a line of counts, and both sides in two columns."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Container, Mapping, Sequence
from itertools import zip_longest
from statistics import fmean

from paralign.alignment import DOUBTFUL_BELOW, Alignment, Bead
from paralign.display.wrapping import padded, wrapped
from paralign.document import Clause

#: A notebook shows this many beads; the rest is a call away.
MAX_ROWS = 60
NO_COUNTERPART = "no counterpart"

_MARGIN = 8  # "0.97 ?× "
_GAP = "  "
_NARROWEST = 16

# Control characters move a terminal's cursor, bidirectional overrides reorder what follows them.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_LINE_BREAKS = re.compile("[\t\n\u2028\u2029]")


def summary(alignment: Alignment) -> str:
    """Languages and counts on one line.

    >>> from paralign.document import Document
    >>> summary(Alignment(Document("", "ru", ()), Document("", "en", ()), ()))
    'ru–en: 0 pairs, 0 without counterpart, 0 doubtful'
    """
    pairs = alignment.pairs
    mean = f" (mean confidence {fmean(pair.confidence for pair in pairs):.2f})" if pairs else ""
    nulls = len(alignment.unaligned_source) + len(alignment.unaligned_target)
    noun = "pair" if len(pairs) == 1 else "pairs"
    return (
        f"{alignment.source.language}–{alignment.target.language}: {len(pairs)} {noun}{mean}, "
        f"{nulls} without counterpart, {len(alignment.doubtful())} doubtful"
    )


def printable(text: str) -> str:
    r"""Text that cannot move a terminal's cursor or end a line, character for character.

    >>> printable("Статья\n1\x1b[2J")
    'Статья 1�[2J'
    """
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", _LINE_BREAKS.sub(" ", text))


def text_table(alignment: Alignment, width: int | None = None, max_rows: int | None = None) -> str:
    """The beads side by side, wrapped to the terminal's width or the one given.

    ``?`` after a confidence marks a doubtful bead, ``×`` one that jumps over its neighbours.
    """
    table = text_beads(alignment.beads, languages_of(alignment), width, max_rows)
    return f"{printable(summary(alignment))}\n{table}"


def text_beads(
    beads: Sequence[Bead], languages: tuple[str, str], width: int | None = None, max_rows: int | None = None
) -> str:
    """Some beads side by side."""
    column = max(_NARROWEST, (terminal_width(width) - _MARGIN - len(_GAP)) // 2)
    lines = _text_row("", *languages, column) + _text_row("─" * (_MARGIN - 1), "─" * column, "─" * column, column)
    for bead in beads[:max_rows]:
        lines += _text_bead(bead, column)
    return "\n".join(lines + hint(beads, max_rows))


def terminal_width(width: int | None) -> int:
    """The width given, or else the terminal's."""
    return width or shutil.get_terminal_size((100, 24)).columns


def languages_of(alignment: Alignment) -> tuple[str, str]:
    """The codes of both languages."""
    return alignment.source.language, alignment.target.language


def hint(beads: Sequence[Bead], max_rows: int | None) -> list[str]:
    """How to see what is not shown."""
    hidden = beads[max_rows:] if max_rows is not None else ()
    if not hidden:
        return []
    doubtful = sum(map(is_doubtful, hidden))
    return [
        f"… {len(hidden)} more, {doubtful} of them doubtful: .to_html() and print() show all; "
        'of an alignment, .doubtful() shows those to look at and .save("pairs.tsv") writes all to a file.'
    ]


def is_doubtful(bead: Bead) -> bool:
    """Whether a reader should look at it."""
    return bead.confidence < DOUBTFUL_BELOW


def views(
    makers: Mapping[str, Callable[[], str]], include: Container[str] | None, exclude: Container[str] | None
) -> dict[str, str]:
    """What ``_repr_mimebundle_`` returns: the views that a front end asks for."""
    asked = (name for name in makers if (include is None or name in include) and name not in (exclude or ()))
    return {name: makers[name]() for name in asked}


def _text_bead(bead: Bead, column: int) -> list[str]:
    marks = ("?" if is_doubtful(bead) else "") + ("×" if bead.crossing else "")
    source, target = (_text_side(side) for side in (bead.source, bead.target))
    rows = _text_row(f"{bead.confidence:.2f} {marks}", source, target, column)
    if bead.flags:
        note = f"check: {', '.join(map(str, bead.flags))}"
        rows += [" " * _MARGIN + line for line in wrapped(printable(note), 2 * column)]
    return rows


def _text_side(clauses: tuple[Clause, ...]) -> str:
    return printable(" ".join(clause.text for clause in clauses)) if clauses else f"({NO_COUNTERPART})"


def _text_row(margin: str, source: str, target: str, column: int) -> list[str]:
    sides = (wrapped(text, column) for text in (source, target))
    cells = zip_longest([margin], *sides, fillvalue="")
    return [f"{padded(m, _MARGIN)}{padded(s, column)}{_GAP}{t}".rstrip() for m, s, t in cells]
