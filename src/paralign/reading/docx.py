"""Word documents: paragraphs with the numbers that Word shows, tables, footnotes; tracked changes as accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from paralign.errors import FormatError
from paralign.reading.archives import Archive, open_archive
from paralign.reading.extracted import Block, Extracted, Row, extracted_of, row_of
from paralign.reading.files import check_has_text
from paralign.reading.numbering import Numbering, numbering_of, value
from paralign.reading.numerals import roman
from paralign.reading.text import bytes_of
from paralign.reading.xml import name_of, named

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Text that was deleted or moved away, what only instructs Word, and the copy of a drawing for old programs.
_SKIPPED = {"del", "movefrom", "instrtext", "deltext", "fallback", "ppr", "rpr"}
_SIGNS = {"tab": "\t", "cr": "\n", "nobreakhyphen": "-", "softhyphen": "\N{SOFT HYPHEN}"}

Piece = Block | Row


def read_docx(path: Path) -> Extracted:
    """The text of a Word document, its footnotes and endnotes last."""
    archive = open_archive(bytes_of(path), path)
    document = archive.xml("word/document.xml")
    body = document.find(f"{_W}body") if document is not None else None
    if body is None:
        raise FormatError(path, "The document has no text part", "Open it in a word processor and save it as .docx")
    reading = _Reading(numbering_of(archive.xml("word/numbering.xml"), archive.xml("word/styles.xml")))
    blocks = reading.blocks(body)
    extracted = extracted_of([*blocks, *_notes(archive, reading)])
    check_has_text(path, extracted.text)
    return extracted


@dataclass(slots=True)
class _Reading:
    """One pass over a document.

    Attributes:
        numbering: Its lists.
        notes: The footnotes and endnotes referred to so far, by part and id, with their marks.
    """

    numbering: Numbering
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    _boxes: list[etree._Element] = field(default_factory=list)
    _carried: str = ""

    def blocks(self, holder: etree._Element) -> list[Piece]:
        """The blocks of a body, a cell or a note."""
        return [piece for child in _unwrapped(holder) for piece in self._block(child)]

    def _block(self, child: etree._Element) -> list[Piece]:
        if name_of(child) == "tbl":
            return [piece for row in _rows(child) for piece in row_of([self.blocks(cell) for cell in _cells(row)])]
        return self._paragraph(child)

    def _paragraph(self, paragraph: etree._Element) -> list[Piece]:
        properties = paragraph.find(f"{_W}pPr")
        label = self.numbering.label(properties)
        text = self._carried + "".join(self._texts(paragraph))
        self._carried = ""
        if _ends_in_deletion(properties):
            self._carried = f"{label} {text}".lstrip() if label else text
            return []
        text = text.strip(" \n\t")
        if label and (text or _says_something(label)):
            text = f"{label} {text}".strip()
        return [*([Block(text)] if text else []), *self._in_boxes()]

    def _in_boxes(self) -> list[Piece]:
        boxes, self._boxes = self._boxes, []
        return [piece for box in boxes for piece in self.blocks(box)]

    def _texts(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            name = name_of(child)
            if name == "t":
                yield child.text or ""
            elif name == "br":
                yield "" if child.get(f"{_W}type") in ("page", "column") else "\n"
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "txbxcontent":
                self._boxes.append(child)
            elif name in ("footnotereference", "endnotereference"):
                self._refer(child, name.removesuffix("reference") + "s")
            elif name not in _SKIPPED and not _is_hidden(child, name):
                yield from self._texts(child)

    def _refer(self, reference: etree._Element, part: str) -> None:
        """Count a note. Word numbers footnotes 1, 2, 3 and endnotes i, ii, iii in the order of their marks."""
        key = part, reference.get(f"{_W}id", "")
        count = 1 + sum(other == part and bool(mark) for (other, _), mark in self.notes.items())
        own = reference.get(f"{_W}customMarkFollows") in ("1", "true", "on")
        self.notes.setdefault(key, "" if own else str(count) if part == "footnotes" else roman(count))


def _notes(archive: Archive, reading: _Reading) -> Iterator[Piece]:
    """The notes that the text refers to, each one block with its mark in front."""
    for part in ("footnotes", "endnotes"):
        root = archive.xml(f"word/{part}.xml")
        known = {note.get(f"{_W}id", ""): note for note in root} if root is not None else {}
        for (where, key), mark in list(reading.notes.items()):
            if where == part and key in known:
                blocks = reading.blocks(known[key])
                text = "\n".join(block.text for block in blocks if isinstance(block, Block))
                yield from [Block(f"{mark} {text}".strip(), note=True)] if text else []


def _unwrapped(holder: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, also those inside content controls and tracked insertions."""
    for child in holder:
        name = name_of(child)
        if name in ("p", "tbl"):
            yield child
        elif name in ("sdt", "sdtcontent", "ins", "moveto", "customxml", "smarttag"):
            yield from _unwrapped(child)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """A table's rows without those that were deleted."""
    return (row for row in _inside(table, "tr") if not _has(row.find(f"{_W}trPr"), "del"))


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return _inside(row, "tc")


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in element:
        if name_of(child) == name:
            yield child
        elif name_of(child) in ("sdt", "sdtcontent", "ins", "customxml"):
            yield from _inside(child, name)


def _ends_in_deletion(properties: etree._Element | None) -> bool:
    """The paragraph's end was deleted, so that it goes on with the next one."""
    return properties is not None and _has(properties.find(f"{_W}rPr"), "del")


def _has(element: etree._Element | None, *names: str) -> bool:
    return element is not None and any(True for _ in named(element, *names))


def _is_hidden(run: etree._Element, name: str) -> bool:
    properties = run.find(f"{_W}rPr") if name == "r" else None
    if properties is None or properties.find(f"{_W}vanish") is None:
        return False
    return value(properties, "vanish") not in ("0", "false")


def _says_something(label: str) -> bool:
    """A number alone is an empty paragraph; «Статья 1» is a heading."""
    return sum(map(str.isalpha, label)) > 1
