"""Translation memories: TMX 1.4 and XLIFF 1.2 and 2.x. A unit is a row; the codes of inline markup are no text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from paralign.errors import FormatError
from paralign.reading.extracted import Extracted, Row, extracted_of
from paralign.reading.text import bytes_of
from paralign.reading.xml import below, language_at, name_of, named, short_code, xml_tree

#: Elements whose content is markup of another format (TMX, XLIFF 1.2 and 2.x).
_CODES = {"bpt", "ept", "it", "ph", "ut", "sc", "ec", "bx", "ex"}


def read_tmx(path: Path) -> Extracted:
    """The translation units of a TMX file in its source language and the language that comes most often beside it."""
    root = xml_tree(bytes_of(path), path, "TMX")
    source, target = memory_languages(root, path)
    units = (_variants(unit) for unit in below(root, "tu"))
    rows = (Row((unit.get(source, ""), unit.get(target, ""))) for unit in units)
    return extracted_of(rows, (source, target), named=source == _source_language(root))


def memory_languages(root: etree._Element, path: Path) -> tuple[str, str]:
    """The language that a memory names as its source, and the one that comes most often beside it.

    Raises:
        FormatError: It has fewer than two languages.
    """
    counts = Counter(code for unit in below(root, "tu") for code in _variants(unit))
    ranked = [code for code, _ in counts.most_common()]
    if len(ranked) < 2:
        raise FormatError(path, "The memory has fewer than two languages", "Give one with two languages")
    stated = _source_language(root)
    source = stated if stated in counts else ranked[0]
    return source, next(code for code in ranked if code != source)


def _source_language(root: etree._Element) -> str:
    return next((short_code(header.get("srclang", "")) for header in below(root, "header")), "")


def _variants(unit: etree._Element) -> dict[str, str]:
    return {language_at(variant): _text(segment) for variant in named(unit, "tuv") for segment in named(variant, "seg")}


def read_xliff(path: Path) -> Extracted:
    """The segments of an XLIFF file, version 1.2 or 2.x."""
    root = xml_tree(bytes_of(path), path, "XLIFF")
    codes = stated_languages(root)
    if codes is None:
        advice = "Give one whose files state both (source-language, target-language; srcLang, trgLang)"
        raise FormatError(path, "The file does not state two languages", advice)
    return extracted_of((Row(pair) for pair in stated_pairs(root)), codes, named=True)


def stated_languages(root: etree._Element) -> tuple[str, str] | None:
    """The languages that an XLIFF file states, source first; None where it does not state both."""
    for element, source, target in (
        (root, "srcLang", "trgLang"),
        (next(below(root, "file"), root), "source-language", "target-language"),
    ):
        if element.get(source) and element.get(target):
            return short_code(element.get(source, "")), short_code(element.get(target, ""))
    return None


def stated_pairs(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The texts of the segments of an XLIFF file, of either version."""
    for unit in below(root, "trans-unit", "segment", "ignorable"):
        source = next(named(unit, "seg-source"), None)
        marked = _marked(source) if source is not None else {}
        if marked:
            target = _marked(next(named(unit, "target"), None))
            yield from ((text, target.get(key, "")) for key, text in marked.items())
        else:
            yield _child_text(unit, "source"), _child_text(unit, "target")


def _marked(element: etree._Element | None) -> dict[str, str]:
    """The segments that marks of type ``seg`` set apart, by their number."""
    if element is None:
        return {}
    return {mark.get("mid", ""): _text(mark) for mark in below(element, "mrk") if mark.get("mtype") == "seg"}


def _child_text(unit: etree._Element, name: str) -> str:
    return next((_text(child) for child in named(unit, name)), "")


def _text(element: etree._Element) -> str:
    text = text_within(element)
    return text.strip() if name_of(element) in ("seg", "source", "target") else text


def text_within(element: etree._Element) -> str:
    """The text of an element without inline codes; only ``sub`` inside a code is text, and not of this segment."""
    parts = [element.text or ""]
    for child in element:
        parts += "" if name_of(child) in _CODES else text_within(child), child.tail or ""
    return "".join(parts)
