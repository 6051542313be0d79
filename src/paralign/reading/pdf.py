"""PDF with a text layer: the characters of each page and where they stand; ``pdf_pages`` makes text of them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from paralign.errors import FormatError, InputError, MissingExtraError
from paralign.reading.extracted import Extracted
from paralign.reading.pdf_lines import Glyph
from paralign.reading.pdf_pages import extracted_of_pages
from paralign.reading.text import bytes_of

_SCAN = "Run OCR first (for example with ocrmypdf), then give the result"
_AGAIN = "Get the whole file again"
#: What pdfium writes for a hyphen at a line's end.
_HYPHENS = {0x02: "-", 0xFFFE: "-"}


def read_pdf(path: Path) -> Extracted:
    """The text of a PDF: columns one after the other, running heads, page numbers and footnotes last as notes."""
    pages = _pages(bytes_of(path), path)
    if not any(glyph.text.isalnum() for page in pages for glyph in page):
        raise InputError(path, "The PDF has no text layer (it is a scan)", _SCAN)
    return extracted_of_pages(pages)


def _pages(data: bytes, path: Path) -> list[list[Glyph]]:
    """The characters of each page."""
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtraError("pypdfium2", "pdf", "Reading a PDF") from error
    if b"%%EOF" not in data:
        raise FormatError(path, "The PDF was cut off: its end is missing", _AGAIN)
    try:
        with pypdfium2.PdfDocument(data) as document:
            return [list(_glyphs(page)) for page in document]
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            advice = "Open it with the password and print it to a new PDF without one"
            raise InputError(path, "The PDF is protected by a password", advice) from error
        raise FormatError(path, f"The PDF is damaged ({error})", _AGAIN) from error


def _glyphs(page: Any) -> Iterator[Glyph]:
    """Every character of a page that leaves ink, with its box, its baseline and its height."""
    from pypdfium2 import raw

    text = page.get_textpage()
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for i in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, i)
        sign = _HYPHENS.get(code) or chr(code)
        if sign.isspace() or (not sign.isprintable() and code != 0xAD):
            continue
        raw.FPDFText_GetLooseCharBox(text, i, box)
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        if box.right > box.left and box.top > box.bottom:
            yield Glyph(sign, box.left, box.right, y.value, box.top - box.bottom)
    text.close()
    page.close()
