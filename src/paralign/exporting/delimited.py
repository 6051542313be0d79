"""TSV and CSV: a row a bead, made to open in a spreadsheet.

UTF-8 with a byte-order mark, so that Excel shows Cyrillic; no line break or tab inside a cell, so that a row
is a line; and no cell that a spreadsheet would run as a formula.
"""

from __future__ import annotations

import csv
import io
import re

from paralign.alignment import Alignment
from paralign.records import Record, records

#: Put before a cell that a spreadsheet might run; the text follows unchanged.
GUARD = "'"

# The full-width forms start a formula in East Asian versions of Excel.
_FORMULA_STARTS = frozenset("=+-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
                            "\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip

# Control characters (tab and line feed among them) and the two separators of Unicode.
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def write_tsv(alignment: Alignment) -> bytes:
    """Tab-separated values with a header."""
    return _write(alignment, "\t", "\n")


def write_csv(alignment: Alignment) -> bytes:
    """Comma-separated values with a header (RFC 4180)."""
    return _write(alignment, ",", "\r\n")


def text_cell(text: str) -> str:
    r"""Text on one line that no spreadsheet takes for a formula.

    >>> text_cell("Статья 1.\tОбщие положения")
    'Статья 1. Общие положения'
    >>> text_cell('=HYPERLINK("http://example.org")')
    '\'=HYPERLINK("http://example.org")'
    """
    line = one_line(text)
    guarded = text[:1] in _FORMULA_STARTS or line.lstrip()[:1] in _FORMULA_STARTS
    return GUARD + line if text and guarded else line


def one_line(text: str) -> str:
    """Text without line breaks, tabs and other control characters: a space for each."""
    return _BREAKS.sub(" ", text)


def _write(alignment: Alignment, delimiter: str, line_end: str) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=line_end)
    writer.writerow(_header(alignment))
    writer.writerows([_cell(value) for value in record] for record in records(alignment))
    return buffer.getvalue().encode("utf-8-sig", "backslashreplace")


def _header(alignment: Alignment) -> list[str]:
    languages = {"source": alignment.source.language, "target": alignment.target.language}
    return [f"{name}_{languages[name]}" if name in languages else name for name in Record._fields]


def _cell(value: str | int | float | bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:.6f}"
    return text_cell(value) if isinstance(value, str) else str(value)
