"""TEI P5 with stand-off links: both texts clause by clause, and a group of links between their segments.

A link is a pair, a pointer in the same group a clause without a counterpart (a TEI link needs two ends).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, cast

from lxml import etree

from paralign import __version__
from paralign.alignment import Alignment, Flag
from paralign.document import Document
from paralign.errors import FormatError
from paralign.exporting.facts import share
from paralign.exporting.markup import add, digits, mark, name_token, serialised
from paralign.exporting.units import Heading, Piece, Unit, rebuilt
from paralign.reading.memories import text_within
from paralign.reading.xml import XML_LANG, below, named, xml_tree

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_CERTAINTIES = {"high": 1.0, "medium": 0.5, "low": 0.0}


def write_tei(alignment: Alignment) -> bytes:
    """A TEI document that holds both texts and the links between them."""
    root = etree.Element(f"{{{_NAMESPACE}}}TEI", nsmap={None: _NAMESPACE})
    sides = _side_names(alignment)
    _add_header(root, alignment)
    if alignment.beads:
        _add_links(add(root, "standOff"), alignment, sides)
    group = add(add(root, "text"), "group")
    for document, side in zip((alignment.source, alignment.target), sides, strict=True):
        _add_text(group, document, side)
    return serialised(root)


def _side_names(alignment: Alignment) -> tuple[str, str]:
    """The languages as identifiers of the two texts, where they are two."""
    first, second = (name_token(document.language) for document in (alignment.source, alignment.target))
    named_apart = first != second and all(re.match("[A-Za-z]", name) for name in (first, second))
    return (first, second) if named_apart else ("source", "target")


def _add_header(root: etree._Element, alignment: Alignment) -> None:
    header = add(root, "teiHeader")
    description = add(header, "fileDesc")
    names = [document.path.name for document in (alignment.source, alignment.target) if document.path is not None]
    title = add(description, "titleStmt")
    add(title, "title", f"Clauses aligned: {', '.join(dict.fromkeys(names)) or 'two texts'}")
    statement = add(title, "respStmt", xml_id="paralign")
    add(statement, "resp", "automatic clause alignment")
    add(statement, "name", f"paralign {__version__}")
    add(add(description, "publicationStmt"), "p", "Not published.")
    add(add(description, "sourceDesc"), "p", "; ".join(dict.fromkeys(names)) or "Texts that were not read from files.")
    application = add(add(add(header, "encodingDesc"), "appInfo"), "application", ident="paralign", version=__version__)
    add(application, "label", "paralign")
    add(application, "p", alignment.signature)


def _add_links(stand_off: etree._Element, alignment: Alignment, sides: tuple[str, str]) -> None:
    group = add(
        stand_off,
        "linkGrp",
        type="alignment",
        domains=" ".join(f"#{side}" for side in sides),
        targFunc="source target",
        resp="#paralign",
    )
    for number, bead in enumerate(alignment.beads, start=1):
        ends = [(sides[0], clause) for clause in bead.source] + [(sides[1], clause) for clause in bead.target]
        target = " ".join(f"#{side}.{clause.index + 1}" for side, clause in ends)
        link = add(group, "link" if len(ends) > 1 else "ptr", xml_id=f"b{number}", type=bead.type, target=target)
        mark(link, cert=digits(bead.confidence))
        if bead.crossing:
            mark(link, subtype="crossing")
    _add_flags(stand_off, alignment)


def _add_flags(stand_off: etree._Element, alignment: Alignment) -> None:
    flagged = [(number, flag) for number, bead in enumerate(alignment.beads, start=1) for flag in bead.flags]
    if flagged:
        group = add(stand_off, "spanGrp", type="flags", resp="#paralign")
        for number, flag in flagged:
            check = name_token(flag.check) or "check"
            add(group, "span", flag.message, target=f"#b{number}", type=check, subtype=flag.severity)


def _add_text(group: etree._Element, document: Document, side: str) -> None:
    body = add(add(group, "text", xml_lang=document.language, xml_id=side), "body")
    if not document.clauses:
        add(body, "ab")
    for clause in document:
        segment = add(add(body, "ab"), "seg", clause.text, xml_id=f"{side}.{clause.index + 1}", type="clause")
        known = {"subtype": clause.kind, "n": clause.path}
        mark(segment, **{name: value for name, value in known.items() if value})


# back


def read_tei(data: bytes, path: Path) -> Alignment:
    """The alignment in a TEI document whose links name the segments of two texts."""
    root = xml_tree(data, path, "TEI")
    texts = [text for text in below(root, "text") if text.get(XML_LANG)]
    if len(texts) != 2:
        problem = f"It has {len(texts)} texts that state a language (xml:lang), not two"
        raise FormatError(path, problem, "Read its texts with paralign.read and align them")
    homes = [_pieces(text) for text in texts]
    flags = _flags(root)
    units = [_unit(link, homes, flags, path) for link in _links(root)]
    loose = list(_unlinked(homes, root))
    signature = next(
        (text_within(p) for application in below(root, "application") for p in named(application, "p")), ""
    )
    heading = Heading((texts[0].get(XML_LANG), texts[1].get(XML_LANG)), signature)
    return rebuilt([*units, *loose], heading, in_order=not loose)


def _links(root: etree._Element) -> Iterator[etree._Element]:
    for group in below(root, "linkgrp"):
        if group.get("type", "alignment") == "alignment":
            yield from named(group, "link", "ptr")


def _flags(root: etree._Element) -> dict[str, list[Flag]]:
    found: dict[str, list[Flag]] = {}
    for group in below(root, "spangrp"):
        if group.get("type") == "flags":
            for span in named(group, "span"):
                found.setdefault(span.get("target", "").lstrip("#"), []).append(_flag(span))
    return found


def _flag(span: etree._Element) -> Flag:
    severity = span.get("subtype")
    known = severity if severity in ("high", "medium", "low") else "medium"
    return Flag(span.get("type", "check"), text_within(span), cast('Literal["high", "medium", "low"]', known))


def _unit(link: etree._Element, homes: list[dict[str, Piece]], flags: dict[str, list[Flag]], path: Path) -> Unit:
    ids = _ids(link)
    lost = next((name for name in ids if not any(name in home for home in homes)), None)
    if lost is not None:
        problem = f"line {link.sourceline}: there is no segment {lost!r} in the two texts"
        raise FormatError(path, problem, "Get the whole file again")
    source, target = (tuple(home[name] for name in ids if name in home) for home in homes)
    certainty = link.get("cert")
    return Unit(
        source,
        target,
        _CERTAINTIES.get(certainty, share(certainty, 1.0)),
        crossing=link.get("subtype") == "crossing",
        flags=tuple(flags.get(link.get(_XML_ID), ())),
    )


def _ids(link: etree._Element) -> list[str]:
    return [name.lstrip("#") for name in link.get("target", "").split()]


def _pieces(text: etree._Element) -> dict[str, Piece]:
    """What a link can name in a text."""
    elements = [element for element in text.iter() if element.get(_XML_ID) and element is not text]
    return {element.get(_XML_ID): _piece(element, index) for index, element in enumerate(elements)}


def _piece(element: etree._Element, index: int) -> Piece:
    kind, path = element.get("subtype", ""), element.get("n", "")
    return Piece(_text(element), index, kind if element.get("type") == "clause" else "", path)


def _text(element: etree._Element) -> str:
    text = text_within(element)
    return text if element.get("type") == "clause" else " ".join(text.split())


def _unlinked(homes: list[dict[str, Piece]], root: etree._Element) -> Iterator[Unit]:
    """The segments that no link names, as clauses without a counterpart."""
    linked = {name for link in _links(root) for name in _ids(link)}
    segments = {element.get(_XML_ID) for element in below(root, "seg")}
    for side, home in enumerate(homes):
        for name, piece in home.items():
            if name not in linked and name in segments:
                yield Unit((piece,), ()) if side == 0 else Unit((), (piece,))
