"""What a file begins with, and what no reader can use: refused with what to do instead."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from paralign.errors import InputError
from paralign.reading.encodings import Decoded
from paralign.segmentation import normalised

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_DOCX = "Open it in the program that made it and save it as .docx"
_OCR = "Run OCR first, then give the text or a PDF with a text layer"

#: What a file begins with, what it then is, and what to do.
_REFUSED = (
    (b"{\\rtf", "This is an RTF file", _AS_DOCX),
    (b"\x89PNG", "This is an image", _OCR),
    (b"\xff\xd8\xff", "This is an image", _OCR),
    (b"II*\0", "This is an image", _OCR),
    (b"MM\0*", "This is an image", _OCR),
    (b"AT&TFORM", "This is a DjVu file", "Convert it to a PDF with a text layer, or to text"),
    (b"\x1f\x8b", "This is a compressed file (gzip)", "Unpack it first"),
    (b"7z\xbc\xaf", "This is an archive (7z)", "Unpack it first"),
    (b"Rar!", "This is an archive (RAR)", "Unpack it first"),
)
_ENCODING = re.compile(
    rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_HEAD = 4096


def refuse(path: Path, data: bytes) -> None:
    """Raise InputError for a file that is of a known format that paralign does not read."""
    if data.startswith(_OLE):
        raise InputError(path, *_ole_problem(data))
    for start, problem, advice in _REFUSED:
        if data.startswith(start):
            raise InputError(path, problem, advice)


def _ole_problem(data: bytes) -> tuple[str, str]:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "The file is protected by a password", "Open it with the password and save it without one"
    if "Workbook".encode("utf-16-le") in data:
        return "This is a workbook of Excel 97-2003 (.xls)", "Open it in a spreadsheet program and save it as .xlsx"
    return "This is a document of Word 97-2003 (.doc)", "Open it in a word processor and save it as .docx"


def head_of(data: bytes) -> str:
    """The beginning of a file in lower case, as far as it is text, to tell formats apart."""
    head = data[:_HEAD]
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "replace").lower()
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1").lower()


def declared_text(data: bytes) -> Decoded | None:
    """The text of bytes that are UTF-8 or say what they are; None where neither helps."""
    for encoding in _candidates(data):
        try:
            return Decoded(normalised(data.decode(encoding)), encoding.removesuffix("-sig"))
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _candidates(data: bytes) -> list[str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    found = _ENCODING.search(data[:_HEAD])
    named = (found[1] or found[2]).decode("ascii") if found else ""
    # Text that is valid UTF-8 is hardly ever anything else, whatever an old template says.
    return ["utf-8-sig", named] if named and named.lower() not in ("utf-8", "utf8") else ["utf-8-sig"]


def check_has_text(path: Path, text: str) -> None:
    """Raise InputError for a text without a letter or a digit."""
    if not any(character.isalnum() for character in text):
        raise InputError(path, "The file is empty: it has no letter and no digit", "Give a file with text in it.")
