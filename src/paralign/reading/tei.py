"""TEI editions: divisions, heads, paragraphs, lists and notes of each text, with the language it states."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from paralign.errors import FormatError
from paralign.reading.extracted import Block, Extracted, Row, Span, extracted_of, labelled, row_of
from paralign.reading.files import check_has_text
from paralign.reading.text import bytes_of
from paralign.reading.xml import XML_LANG, below, language_at, name_of, named, short_code, xml_tree

_BLOCK_NAMES = (
    "text body front back group div div1 div2 div3 div4 div5 div6 div7 head p ab l lg item titlepart doctitle docdate "
    "byline opener closer salute signed dateline trailer argument epigraph postscript list quote table"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
#: What an editor put beside the reading that is kept: the corrected, regular, full form is read.
_SKIPPED = {"teiheader", "standoff", "facsimile", "sic", "orig", "abbr", "del", "surplus", "index", "fw", "gap"}
_SPACES = re.compile(r"[ \t\r\n]+")

Piece = Block | Row


def read_tei(path: Path) -> Extracted:
    """The text of a TEI file; where its texts are in two languages, the parts in each."""
    root = xml_tree(bytes_of(path), path, "TEI")
    if not name_of(root).startswith("tei"):
        raise FormatError(path, f"This XML is not TEI, TMX or XLIFF but <{name_of(root)}>", "Save it as TEI or as text")
    found: list[tuple[list[Piece], str]] = []
    for text in _texts(root):
        found.append((_blocks(text), language_at(text)))
    extracted = extracted_of(block for blocks, _ in found for block in blocks)
    check_has_text(path, extracted.text)
    return Extracted(extracted.text, extracted.notes, parts=_parts(found))


def _texts(root: etree._Element) -> list[etree._Element]:
    """The innermost texts, or the divisions of one text that state languages of their own."""
    texts = [text for text in below(root, "text") if not any(other is not text for other in below(text, "text"))]
    if len(texts) > 1:
        return texts
    for text in texts:
        for holder in (text, *below(text, "body")):
            divisions = [child for child in holder if name_of(child)]
            codes = {child.get(XML_LANG) for child in divisions}
            if len(codes) > 1 and None not in codes:
                return divisions
    return texts or [root]


def _parts(found: list[tuple[list[Piece], str]]) -> tuple[tuple[Span, str], ...]:
    """Where the texts in each language stand; none where there is one language or one is not stated."""
    codes = [code for _, code in found]
    if len(set(codes)) < 2 or "" in codes:
        return ()
    parts, length = [], 0
    for blocks, code in found:
        size = len(extracted_of(block for block in blocks if not (isinstance(block, Block) and block.note)).text)
        if size:
            parts.append(((length, length + size), short_code(code)))
            length += size + 2
    return tuple(parts)


def _blocks(element: etree._Element) -> list[Piece]:
    done: list[Piece] = []
    open_: list[str] = []
    _walk(element, done, open_)
    _end(done, open_)
    return done


def _end(done: list[Piece], open_: list[str]) -> None:
    text = _SPACES.sub(" ", "".join(open_)).strip()
    if text:
        done.append(Block(text))
    open_.clear()


def _walk(element: etree._Element, done: list[Piece], open_: list[str]) -> None:
    open_.append(element.text or "")
    notes: list[Piece] = []
    label = ""
    for child in element:
        name = name_of(child)
        if name == "note":
            notes += _note(child)
        elif name in ("lb", "pb", "cb"):
            open_.append("" if child.get("break") == "no" else " ")
        elif name == "label" and name_of(element) == "list":
            label = " ".join(block.text for block in _blocks(child) if isinstance(block, Block))
        elif name in _BLOCKS or name == "row":
            _end(done, open_)
            done += _inner(child, name, label)
            label = ""
        elif name and name not in _SKIPPED:
            _walk(child, done, open_)
        open_.append(child.tail or "")
    done += notes


def _inner(child: etree._Element, name: str, label: str) -> list[Piece]:
    if name == "row":
        return row_of([_blocks(cell) for cell in named(child, "cell")])
    return labelled(label or child.get("n", ""), _blocks(child)) if name == "item" else _blocks(child)


def _note(element: etree._Element) -> list[Piece]:
    """A note as one block, the number that the edition gives it in front."""
    text = "\n".join(block.text for block in _blocks(element) if isinstance(block, Block))
    return [Block(f"{element.get('n', '')} {text}".strip(), note=True)] if text else []
