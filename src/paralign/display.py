"""How an alignment shows itself: one line, a text table, an HTML table for notebooks.

The HTML says everything without its style sheet, because JupyterLab drops style sheets and scripts from
notebooks it does not trust: the number stands beside the meter, doubt and flags are words, not colours.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from importlib.resources import files
from itertools import zip_longest
from statistics import fmean
from textwrap import wrap

from paralign.alignment import DOUBTFUL_BELOW, Alignment, Bead
from paralign.document import Clause

#: A notebook shows this many beads; the rest is a call away.
MAX_ROWS = 60

_NO_COUNTERPART = "no counterpart"
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
    r"""Text that cannot move a terminal's cursor or end a line.

    >>> printable("Статья\n1\x1b[2J")
    'Статья 1�[2J'
    """
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", _LINE_BREAKS.sub(" ", text))


def text_table(alignment: Alignment, width: int | None = None, max_rows: int | None = None) -> str:
    """The beads side by side, wrapped to the terminal's width or the one given.

    ``?`` after a confidence marks a doubtful bead, ``×`` one that jumps over its neighbours.
    """
    width = width or shutil.get_terminal_size((100, 24)).columns
    column = max(_NARROWEST, (width - _MARGIN - len(_GAP)) // 2)
    shown = alignment.beads if max_rows is None else alignment.beads[:max_rows]
    head = _text_row("", alignment.source.language, alignment.target.language, column)
    rule = _text_row("─" * (_MARGIN - 1), "─" * column, "─" * column, column)
    lines = [printable(summary(alignment)), *head, *rule]
    for bead in shown:
        lines += _text_bead(bead, column)
    return "\n".join(lines + _hint(len(alignment.beads) - len(shown)))


def _text_bead(bead: Bead, column: int) -> list[str]:
    marks = ("?" if _is_doubtful(bead) else "") + ("×" if bead.crossing else "")
    source, target = (_text_side(side) for side in (bead.source, bead.target))
    rows = _text_row(f"{bead.confidence:.2f} {marks}", source, target, column)
    if bead.flags:
        rows += [" " * _MARGIN + line for line in wrap(printable(_check_note(bead)), 2 * column)]
    return rows


def _text_side(clauses: tuple[Clause, ...]) -> str:
    return printable(_joined(clauses)) if clauses else f"({_NO_COUNTERPART})"


def _text_row(margin: str, source: str, target: str, column: int) -> list[str]:
    sides = (wrap(text, column, break_on_hyphens=False) for text in (source, target))
    cells = zip_longest([margin], *sides, fillvalue="")
    return [f"{m:<{_MARGIN}}{s:<{column}}{_GAP}{t}".rstrip() for m, s, t in cells]


def html_table(alignment: Alignment, max_rows: int = MAX_ROWS) -> str:
    """The beads as an HTML table: well-formed, all text escaped, no script, nothing from the network."""
    shown = alignment.beads[:max_rows]
    languages = (alignment.source.language, alignment.target.language)
    rows = "\n".join(_html_bead(bead, *languages) for bead in shown)
    hint = "".join(f"<p>{_html(line)}</p>\n" for line in _hint(len(alignment.beads) - len(shown)))
    return (
        f'<div class="paralign">\n<style>{_style_sheet()}</style>\n'
        f"<p>{_html(summary(alignment))}</p>\n<table>\n"
        f"<thead><tr>{_html_heads(('confidence', *languages, 'check'))}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>\n{hint}</div>"
    )


def _html_heads(heads: Iterable[str]) -> str:
    return "".join(f'<th scope="col" {_LEFT}>{_html(head)}</th>' for head in heads)


def _html_bead(bead: Bead, source_language: str, target_language: str) -> str:
    notes = [note(bead) for applies, note in _NOTES if applies(bead)]
    return (
        f"<tr{_row_class(bead)}><td {_LEFT}>{_html_confidence(bead.confidence)}</td>"
        f"{_html_side(bead.source, source_language)}{_html_side(bead.target, target_language)}"
        f"<td {_LEFT}>{'; '.join(notes)}</td></tr>"
    )


def _html_confidence(confidence: float) -> str:
    scale = f'min="0" max="1" low="0.5" high="{DOUBTFUL_BELOW}" optimum="1"'
    return f'<meter {scale} value="{confidence:.4f}"></meter> {confidence:.2f}'


def _html_side(clauses: tuple[Clause, ...], language: str) -> str:
    if not clauses:
        return f"<td {_LEFT}><em>{_NO_COUNTERPART}</em></td>"
    return f'<td lang="{_html(language)}" dir="auto" {_LEFT}>{_html(_joined(clauses))}</td>'


def _row_class(bead: Bead) -> str:
    return ' class="paralign-doubtful"' if _is_doubtful(bead) else ""


def _html(text: str) -> str:
    return escape(printable(text))


def _is_doubtful(bead: Bead) -> bool:
    return bead.confidence < DOUBTFUL_BELOW


def _joined(clauses: tuple[Clause, ...]) -> str:
    return " ".join(clause.text for clause in clauses)


def _check_note(bead: Bead) -> str:
    return f"check: {', '.join(map(str, bead.flags))}"


def _hint(hidden: int) -> list[str]:
    if hidden <= 0:
        return []
    return [f'… {hidden} more: print(alignment) shows all, alignment.save("pairs.tsv") writes all to a file.']


# JupyterLab aligns cells to the right; a style attribute survives where a style sheet does not.
_LEFT = 'style="text-align:left;vertical-align:top"'

_NOTES: tuple[tuple[Callable[[Bead], bool], Callable[[Bead], str]], ...] = (
    (_is_doubtful, lambda bead: f'<mark title="confidence below {DOUBTFUL_BELOW}">doubtful</mark>'),
    (lambda bead: bead.crossing, lambda bead: '<span title="jumps over its neighbours">moved</span>'),
    (lambda bead: bool(bead.flags), lambda bead: _html(_check_note(bead))),
)


@cache
def _style_sheet() -> str:
    return files("paralign").joinpath("display.css").read_text(encoding="utf-8")
