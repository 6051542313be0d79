"""TMX 1.4, the exchange format of translation memories: a unit a bead, what we know of it as its properties.

Confidence, type, kind, path, flags and the clauses of a run are properties of the unit, which is where OmegaT keeps
them. A null bead is a unit with one variant; most programs discard it, so ``save`` leaves nulls out unless asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from paralign import __version__
from paralign.alignment import Alignment, Bead
from paralign.document import Document
from paralign.exporting.facts import Facts, facts_of, names_of, unit_of
from paralign.exporting.markup import add, serialised
from paralign.exporting.units import Heading, Unit, rebuilt
from paralign.reading.memories import memory_languages, text_within
from paralign.reading.xml import below, language_at, named, short_code, xml_tree

_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
_PREFIX = "x-paralign:"


def write_tmx(alignment: Alignment) -> bytes:
    """A memory with a unit for each bead, nulls included."""
    root = etree.Element("tmx", version="1.4")
    _add_header(root, alignment)
    body = add(root, "body")
    languages = alignment.source.language, alignment.target.language
    for name, bead in zip(names_of(alignment.beads), alignment.beads, strict=True):
        _add_unit(body, name, bead, languages)
    return serialised(root, _DOCTYPE)


def _add_header(root: etree._Element, alignment: Alignment) -> None:
    header = add(
        root,
        "header",
        creationtool="paralign",
        creationtoolversion=__version__,
        segtype="block",
        adminlang="en",
        srclang=alignment.source.language,
        datatype="plaintext",
        **{"o-tmf": "paralign"},
    )
    known = ("signature", alignment.signature), *paths_of(alignment.source, alignment.target)
    _add_properties(header, [*known, ("languages", f"{alignment.source.language} {alignment.target.language}")])


def paths_of(source: Document, target: Document) -> tuple[tuple[str, str], ...]:
    """The names of the files the documents came from, as facts; the folders are nobody else's business."""
    paths = (("source-path", source.path), ("target-path", target.path))
    return tuple((name, path.name) for name, path in paths if path is not None)


def _add_properties(element: etree._Element, facts: Facts) -> None:
    for name, value in facts:
        if value:
            add(element, "prop", value, type=f"{_PREFIX}{name}")


def _add_unit(body: etree._Element, name: str, bead: Bead, languages: tuple[str, str]) -> None:
    unit = add(body, "tu", tuid=name)
    for flag in bead.flags:
        add(unit, "note", str(flag))
    _add_properties(unit, facts_of(bead))
    for clauses, text, language in zip(
        (bead.source, bead.target), (bead.source_text, bead.target_text), languages, strict=True
    ):
        if clauses:
            add(add(unit, "tuv", xml_lang=language), "seg", text)


def read_tmx(data: bytes, path: Path) -> Alignment:
    """The alignment in a memory: ours with all its facts, another program's as its texts."""
    root = xml_tree(data, path, "TMX")
    header = next(below(root, "header"), root)
    facts = dict(_facts(header))
    stated = tuple(facts.get("languages", "").split())
    languages = (stated[0], stated[1]) if len(stated) == 2 else memory_languages(root, path)
    units = [_unit(unit, languages) for unit in below(root, "tu")]
    return rebuilt(units, heading_of(facts, languages))


def heading_of(facts: dict[str, str], languages: tuple[str, str]) -> Heading:
    """What facts say of the whole."""
    paths = (Path(facts[name]) if name in facts else None for name in ("source-path", "target-path"))
    return Heading(languages, facts.get("signature", ""), *paths)


def _facts(element: etree._Element) -> Iterator[tuple[str, str]]:
    for prop in named(element, "prop"):
        kind = prop.get("type", "")
        if kind.startswith(_PREFIX):
            yield kind.removeprefix(_PREFIX), prop.text or ""


def _unit(unit: etree._Element, languages: tuple[str, str]) -> Unit:
    facts = list(_facts(unit))
    return unit_of(facts, *_texts(unit, languages, {name for name, _ in facts}))


def _texts(unit: etree._Element, languages: tuple[str, str], known: set[str]) -> tuple[str, str]:
    variants = [(language_at(v), text_within(s)) for v in named(unit, "tuv") for s in named(v, "seg")]
    if {"source-clause", "target-clause"} & known and len(variants) <= len(languages):
        # Ours: the variants stand in the order of the sides, which tells them apart in one language too.
        if len(variants) == 2:
            return variants[0][1], variants[1][1]
        text = variants[0][1] if variants else ""
        return (text, "") if "source-clause" in known else ("", text)
    of = dict(reversed(variants))
    return of.get(short_code(languages[0]), ""), of.get(short_code(languages[1]), "")
