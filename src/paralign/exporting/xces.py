"""XCES as OPUS keeps it: a file of links, and beside it the two documents whose sentences they name.

All three are members of one zip archive, so that they are written whole or not at all. Unpacked into a folder they
are what OpusTools reads. The links of other programs are read too, OPUS's and InterText's, which differ in the half
of a link that belongs to the first document: the sentences' own ids tell.
"""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from lxml import etree

from paralign.alignment import Alignment, Bead
from paralign.document import Document
from paralign.errors import FormatError, InputError
from paralign.exporting.facts import share
from paralign.exporting.markup import add, digits, name_token, serialised
from paralign.exporting.units import Heading, Piece, Unit, rebuilt
from paralign.reading.archives import LARGEST_MEMBER, open_archive
from paralign.reading.text import bytes_of
from paralign.reading.xml import below, xml_tree
from paralign.segmentation import detect_language

_DOCTYPE = '<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">'
_LINKS = "alignment.xml"
_WHEN = (1980, 1, 1, 0, 0, 0)  # the same alignment gives the same bytes
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*")
_SPACES = re.compile(r"[ \t\r\n]+")

#: The root of the document with this name.
Opened = Callable[[str], etree._Element]


def write_xces(alignment: Alignment) -> bytes:
    """A zip archive with the links and both documents."""
    documents = alignment.source, alignment.target
    names = _document_names(*documents)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _put(archive, _LINKS, serialised(_links(alignment, names), _DOCTYPE))
        for name, document in zip(names, documents, strict=True):
            _put(archive, name, serialised(_text(document)))
    return buffer.getvalue()


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _WHEN), data, zipfile.ZIP_DEFLATED)


def _document_names(source: Document, target: Document) -> tuple[str, str]:
    folders = [name_token(document.language) for document in (source, target)]
    if folders[0] == folders[1]:
        folders = ["source", "target"]
    stem = name_token(source.path.name.split(".")[0]) if source.path else ""
    return f"{folders[0]}/{stem or 'document'}.xml", f"{folders[1]}/{stem or 'document'}.xml"


def _links(alignment: Alignment, names: tuple[str, str]) -> etree._Element:
    root = etree.Element("cesAlign", version="1.0")
    group = add(root, "linkGrp", targType="s", fromDoc=names[0], toDoc=names[1])
    for number, bead in enumerate(alignment.beads, start=1):
        add(group, "link", id=f"SL{number}", xtargets=_ends(bead), certainty=digits(bead.confidence))
    return root


def _ends(bead: Bead) -> str:
    return ";".join(" ".join(str(clause.index + 1) for clause in side) for side in (bead.source, bead.target))


def _text(document: Document) -> etree._Element:
    root = etree.Element("text")
    for clause in document:
        number = str(clause.index + 1)
        add(add(root, "p", id=number), "s", clause.text, id=number)
    return root


# back


def read_xces(data: bytes, path: Path) -> Alignment:
    """The alignment in an archive, or in a file of links whose documents are in its folder."""
    if not data.startswith(b"PK"):
        return _aligned(xml_tree(data, path, "XCES"), lambda name: _beside(path, name), path)
    archive = open_archive(data, path)

    def member(name: str) -> etree._Element:
        root = archive.xml(name)
        if root is None:
            raise FormatError(path, f"There is no {name} in the archive", "Put all three files into it")
        return root

    return _aligned(member(_LINKS), member, path)


def _beside(path: Path, name: str) -> etree._Element:
    plain = PurePosixPath(name)
    if plain.is_absolute() or ".." in plain.parts or "\\" in name or ":" in name:
        raise FormatError(path, f"It names a document outside its folder: {name}", "Put the documents beside it")
    found = path.parent / plain
    if found.suffix == ".gz" and not found.exists():
        found = found.with_suffix("")
    return xml_tree(_unpacked(bytes_of(found), found), found, "XCES")


def _unpacked(data: bytes, path: Path) -> bytes:
    """The document, also where it is compressed, as OPUS keeps them."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            plain = file.read(LARGEST_MEMBER + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise FormatError(path, "The file is damaged or was cut off", "Get the whole file again") from error
    if len(plain) > LARGEST_MEMBER:
        problem = f"It would unpack to more than {LARGEST_MEMBER // 2**20} MB"
        raise InputError(path, problem, "Check where the file comes from; treaties are much smaller")
    return plain


def _aligned(root: etree._Element, opened: Opened, path: Path) -> Alignment:
    groups = list(below(root, "linkgrp"))
    if len(groups) != 1:
        raise FormatError(path, f"It links {len(groups)} pairs of documents, not one", "Give a file with one linkGrp")
    names = groups[0].get("fromDoc", ""), groups[0].get("toDoc", "")
    source, target = (_sentences(opened(name)) for name in names)
    links = [link for link in below(groups[0], "link") if ";" in link.get("xtargets", "")]
    units = _units(links, source, target, path)
    loose = _unlinked(units, source, target)
    languages = _language(names[0], source), _language(names[1], target)
    return rebuilt([*units, *loose], Heading(languages), in_order=not loose)


def _sentences(root: etree._Element) -> dict[str, Piece]:
    sentences = [s for s in below(root, "s") if s.get("id")]
    return {s.get("id"): Piece(_said(s), index) for index, s in enumerate(sentences)}


def _said(sentence: etree._Element) -> str:
    words = ["".join(word.itertext()) for word in below(sentence, "w")]
    return _SPACES.sub(" ", " ".join(words) if words else "".join(sentence.itertext())).strip(" ")


def _units(links: list[etree._Element], source: dict[str, Piece], target: dict[str, Piece], path: Path) -> list[Unit]:
    halves = [tuple(half.split() for half in link.get("xtargets").split(";", 1)) for link in links]
    straight = sum(_known(first, source) + _known(second, target) for first, second in halves)
    crossed = sum(_known(first, target) + _known(second, source) for first, second in halves)
    if crossed > straight:  # InterText: the first half is of toDoc
        halves = [(second, first) for first, second in halves]
    return [
        Unit(_named(first, source, link, path), _named(second, target, link, path), _certainty(link))
        for link, (first, second) in zip(links, halves, strict=True)
    ]


def _known(names: list[str], sentences: dict[str, Piece]) -> int:
    return sum(name in sentences for name in names)


def _named(names: list[str], sentences: dict[str, Piece], link: etree._Element, path: Path) -> tuple[Piece, ...]:
    lost = next((name for name in names if name not in sentences), None)
    if lost is not None:
        problem = f"line {link.sourceline}: its document has no sentence {lost!r}"
        raise FormatError(path, problem, "Put the documents that it was made for beside it")
    return tuple(sentences[name] for name in names)


def _certainty(link: etree._Element) -> float:
    stated = next((link.get(name) for name in ("certainty", "score") if link.get(name)), None)
    return share(stated, 1.0)


def _unlinked(units: list[Unit], source: dict[str, Piece], target: dict[str, Piece]) -> list[Unit]:
    """The sentences that no link names, as clauses without a counterpart."""
    left = {piece.index for unit in units for piece in unit.source}
    right = {piece.index for unit in units for piece in unit.target}
    return [Unit((piece,), ()) for piece in source.values() if piece.index not in left] + [
        Unit((), (piece,)) for piece in target.values() if piece.index not in right
    ]


def _language(name: str, sentences: dict[str, Piece]) -> str:
    """The language that a document's folder names, as in OPUS, or that its text is in."""
    folder = name.split("/")[0] if "/" in name else ""
    return folder if _CODE.fullmatch(folder) else detect_language("\n".join(p.text for p in sentences.values()))
