"""Text for corpus programs: a pair of files line by line, and the table that Sketch Engine takes."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from paralign.alignment import Alignment, Bead
from paralign.document import Clause
from paralign.exporting.delimited import one_line
from paralign.exporting.markup import digits, utf8_text

#: As Sketch Engine names languages in the first row of a table.
_LANGUAGE_NAMES = {
    "ar": "Arabic", "be": "Belarusian", "de": "German", "en": "English", "es": "Spanish", "fr": "French",
    "he": "Hebrew", "hy": "Armenian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh",
    "ko": "Korean", "ky": "Kyrgyz", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "tg": "Tajik", "tr": "Turkish", "uk": "Ukrainian", "uz": "Uzbek", "zh": "Chinese",
}  # fmt: skip


def write_lines(alignment: Alignment) -> tuple[bytes, bytes]:
    """The source and the target, a bead a line in both; an empty line says that there is no counterpart."""
    return (
        _lines(one_line(bead.source_text) for bead in alignment.beads),
        _lines(one_line(bead.target_text) for bead in alignment.beads),
    )


def write_sketch(alignment: Alignment) -> bytes:
    """Tab-separated values: the languages' English names, then a bead a row, its kind and confidence as tags."""
    header = "\t".join(_language_name(document.language) for document in (alignment.source, alignment.target))
    rows = (f"{_cell(bead, bead.source)}\t{_cell(bead, bead.target)}" for bead in alignment.beads)
    # No byte-order mark: it would become part of the first language's name.
    return _lines([header, *rows])


def _lines(lines: Iterable[str]) -> bytes:
    return utf8_text("".join(f"{line}\n" for line in lines)).encode("utf-8")


def _language_name(code: str) -> str:
    return _LANGUAGE_NAMES.get(code.split("-")[0].lower(), one_line(code))


def _cell(bead: Bead, clauses: tuple[Clause, ...]) -> str:
    if not clauses:
        return ""
    text = escape(one_line(" ".join(clause.text for clause in clauses)), quote=False)
    kind = escape(one_line(clauses[0].kind))
    return f'<seg kind="{kind}" confidence="{digits(bead.confidence)}">{text}</seg>'
