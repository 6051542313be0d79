"""Which reader reads a file: by its content where that tells, else by its suffix."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from paralign.errors import FormatError
from paralign.reading.extracted import Extracted
from paralign.reading.files import head_of, refuse
from paralign.reading.text import bytes_of, read_decoded


@dataclass(frozen=True, slots=True)
class Format:
    """A format that paralign reads.

    Attributes:
        suffixes: Names of its files end so. Only asked where no format knows the content.
        reader: The module here and the function in it, loaded when it is first needed.
        content: What its files begin with, in lower case, as a regular expression; None where they may begin anyhow.
        member: What a zip archive of this format holds.
        has_encoding: Its files are text, in an encoding that can be overruled.
    """

    suffixes: tuple[str, ...]
    reader: str
    content: str | None = None
    member: bytes | None = None
    has_encoding: bool = False

    def knows(self, head: str, data: bytes) -> bool:
        """Whether the content is of this format."""
        if self.member is not None:
            return data.startswith(_ZIP) and self.member in data
        return self.content is not None and bool(re.search(self.content, head))

    def read(self, path: Path, encoding: str | None) -> Extracted:
        """The text of a file of this format."""
        module, _, function = self.reader.partition(".")
        reader: Callable[..., Extracted] = getattr(import_module(f"paralign.reading.{module}"), function)
        return reader(path, encoding) if self.has_encoding else reader(path)


_ZIP = b"PK\x03\x04"
#: What may stand before an XML document's root element.
_XML = r"\A(?s:\s|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>)*<(?:\w+:)?"

#: Content is asked in this order. A text file that no line knows is read as plain text.
FORMATS = (
    Format((), "pdf.read_pdf", content=r"%pdf-\d"),
    Format((), "docx.read_docx", member=b"word/"),
    Format((), "tables.read_xlsx", member=b"xl/"),
    Format((".tmx",), "memories.read_tmx", content=_XML + r"tmx\b"),
    Format((".xlf", ".xliff"), "memories.read_xliff", content=_XML + r"xliff\b"),
    Format((".xml", ".tei"), "tei.read_tei", content=_XML + r"tei(?:corpus)?(?:\.2)?\b"),
    Format(
        (".html", ".htm", ".xhtml"),
        "html.read_html",
        content=r"\A\s*<!doctype html|" + _XML + r"html\b",
        has_encoding=True,
    ),
    Format((".md", ".markdown"), "markdown.read_markdown", has_encoding=True),
    Format((".tsv", ".tab"), "tables.read_tsv", has_encoding=True),
    Format((".csv",), "tables.read_csv", has_encoding=True),
)


def extracted_from(path: Path, encoding: str | None = None) -> Extracted:
    """What the file's reader makes of it; the encoding of a text file is found where it is not given.

    Raises:
        InputError: The file cannot be read, or is of a format that no reader knows.
    """
    data = bytes_of(path)
    found = _by_content(data) or _by_suffix(path)
    if found:
        return found.read(path, encoding)
    refuse(path, data)
    if data.startswith(_ZIP):
        raise FormatError(path, "This is an archive without a Word document or a workbook", "Unpack it first")
    decoded = read_decoded(path, encoding)
    return Extracted(decoded.text, encoding=decoded.encoding)


def _by_content(data: bytes) -> Format | None:
    head = head_of(data)
    return next((known for known in FORMATS if known.knows(head, data)), None)


def _by_suffix(path: Path) -> Format | None:
    return next((known for known in FORMATS if path.suffix.lower() in known.suffixes), None)
