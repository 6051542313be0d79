"""XLIFF 2.1, the exchange format of translation tools: a unit a bead.

The confidence is a match's ``matchSuitability`` (from 0 to 100) where the bead has both sides, and a metadatum of the
unit (from 0 to 1) for every bead. A clause without a counterpart is a segment without a target, or with an empty
source.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from paralign import __version__
from paralign.alignment import Alignment, Bead
from paralign.errors import FormatError
from paralign.exporting.facts import Facts, facts_of, names_of, unit_of
from paralign.exporting.markup import add, add_in, digits, mark, serialised
from paralign.exporting.tmx import heading_of, paths_of
from paralign.exporting.units import Unit, rebuilt
from paralign.reading.memories import stated_languages, stated_pairs, text_within
from paralign.reading.xml import below, named, xml_tree

_CORE = "urn:oasis:names:tc:xliff:document:2.0"
_MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
_METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_CATEGORY = "paralign"


def write_xliff(alignment: Alignment) -> bytes:
    """A file with a unit for each bead, nulls included."""
    names = {None: _CORE, "mtc": _MATCHES, "mda": _METADATA}
    root = etree.Element(f"{{{_CORE}}}xliff", nsmap=names, version="2.1")
    mark(root, srcLang=alignment.source.language, trgLang=alignment.target.language)
    file = add(root, "file", id="f1", xml_space="preserve")
    if alignment.source.path is not None:
        mark(file, original=alignment.source.path.name)
    _add_metadata(file, (("signature", alignment.signature), *paths_of(alignment.source, alignment.target)))
    for name, bead in zip(names_of(alignment.beads), alignment.beads, strict=True):
        _add_unit(file, name, bead)
    if not alignment.beads:  # a file needs a unit, and a unit a part
        add(add(add(file, "unit", id="empty"), "ignorable"), "source")
    return serialised(root)


def _add_metadata(parent: etree._Element, facts: Facts) -> None:
    filled = [(name, value) for name, value in facts if value]
    if filled:
        group = add_in(add_in(parent, _METADATA, "metadata"), _METADATA, "metaGroup", category=_CATEGORY)
        for name, value in filled:
            add_in(group, _METADATA, "meta", value, type=name)


def _add_unit(file: etree._Element, name: str, bead: Bead) -> None:
    unit = add(file, "unit", id=name)
    label = next((clause.label for clause in bead.source + bead.target if clause.label), "")
    if label:
        mark(unit, name=label)
    if not bead.is_null:
        _add_match(unit, bead)
    _add_metadata(unit, facts_of(bead))
    if bead.flags:
        notes = add(unit, "notes")
        for flag in bead.flags:
            add(notes, "note", str(flag), category="paralign-flag")
    _add_segment(unit, bead)


def _add_match(unit: etree._Element, bead: Bead) -> None:
    quality = digits(100 * bead.confidence)
    match = add_in(
        add_in(unit, _MATCHES, "matches"),
        _MATCHES,
        "match",
        ref="#s1",
        type="other",
        subType="paralign:alignment",
        origin=f"paralign {__version__}",
        matchQuality=quality,
        matchSuitability=quality,
    )
    add_in(match, _CORE, "source", bead.source_text)
    add_in(match, _CORE, "target", bead.target_text)


def _add_segment(unit: etree._Element, bead: Bead) -> None:
    segment = add(unit, "segment", id="s1")
    if bead.target:
        mark(segment, state="translated", subState="paralign:auto")
    add(segment, "source", bead.source_text)
    if bead.target:
        add(segment, "target", bead.target_text)


def read_xliff(data: bytes, path: Path) -> Alignment:
    """The alignment in a file: ours with all its facts, another program's as its texts; version 1.2 or 2."""
    root = xml_tree(data, path, "XLIFF")
    languages = _languages(root) or stated_languages(root)
    if languages is None:
        advice = "Give one whose files state both (source-language, target-language; srcLang, trgLang)"
        raise FormatError(path, "The file does not state two languages", advice)
    facts = dict(fact for file in below(root, "file") for fact in _facts(file))
    return rebuilt(list(_units(root)), heading_of(facts, languages))


def _languages(root: etree._Element) -> tuple[str, str] | None:
    """Both languages as our own files state them, region and script included."""
    ours = any(group.get("category") == _CATEGORY for group in below(root, "metagroup"))
    source, target = root.get("srcLang"), root.get("trgLang")
    return (source, target) if ours and source and target else None


def _facts(element: etree._Element) -> Iterator[tuple[str, str]]:
    for metadata in named(element, "metadata"):
        for group in named(metadata, "metagroup"):
            if group.get("category") == _CATEGORY:
                yield from ((meta.get("type", ""), meta.text or "") for meta in named(group, "meta"))


def _units(root: etree._Element) -> Iterator[Unit]:
    for element in below(root, "unit", "trans-unit"):
        facts = list(_facts(element))
        segments = list(named(element, "segment"))
        if len(segments) == 1 and any(name.endswith("-clause") for name, _ in facts):
            yield unit_of(facts, *(_text(segments[0], side) for side in ("source", "target")))
        else:
            yield from (unit_of(facts, *pair) for pair in stated_pairs(element))


def _text(segment: etree._Element, side: str) -> str:
    return "".join(text_within(child) for child in named(segment, side))
