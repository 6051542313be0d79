"""Web pages: every block, list and table in order, and nothing of the site's furniture.

A list's numbers and letters are written out as a browser shows them. The marks of footnotes are taken out of the
sentences they stand in, and the footnotes become notes. Text that a browser does not show is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from paralign.errors import FormatError
from paralign.reading.extracted import Block, Extracted, Row, extracted_of, is_label, labelled, row_of
from paralign.reading.files import check_has_text, declared_text
from paralign.reading.marks import LINKED, MARKED, PLAIN, cleared, marked
from paralign.reading.numerals import written
from paralign.reading.text import bytes_of, read_decoded
from paralign.reading.xml import html_tree, name_of

_SKIPPED_NAMES = (
    "head script style noscript template nav aside button select option textarea input label svg math iframe object "
    "canvas audio video dialog menu datalist map title"
)
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_BLOCK_NAMES = (
    "html body main article section div p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre table thead tbody tfoot "
    "tr td th caption address figure figcaption center hr fieldset form details summary header footer hgroup"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_FURNITURE_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar"}
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:noprint|mw-editsection|breadcrumbs?|cookies?|sidebar|navbar|navigation|share|social|toc|"
    r"skip-link|visually-hidden|sr-only|advert(?:isement)?|banner)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTE_ROLES = frozenset(("doc-footnote", "doc-endnote", "doc-endnotes"))
_NOTE_NAME = re.compile(
    r"(?:^|[\s_-])(?:footnotes?|endnotes?|references|_?(?:ed)?ft?n-?\d+)(?:$|[\s_-])", re.IGNORECASE
)
_MARK = re.compile(r"[\[(]?(\d{1,3}|[*†‡]{1,4}|[a-z])[\])]?")
_NUMBERED = re.compile(r"[\[(]?(\d{1,3}|[*†‡]{1,4})[\])]?\s")
_BACK = re.compile(r"\s*[↩↑⤴^]\N{VARIATION SELECTOR-15}?\s*")
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_LIST_STYLES = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "lower-cyrillic": "russianLower",
}  # fmt: skip
_SHORTEST_FORM = 400

Piece = Block | Row


def read_html(path: Path, encoding: str | None = None) -> Extracted:
    """The text of a web page, its footnotes last; the encoding that it declares is believed."""
    declared = None if encoding else declared_text(bytes_of(path))
    decoded = declared or read_decoded(path, encoding)
    root = html_tree(MARKED.sub("", decoded.text), path)
    try:
        extracted = extracted_of(_without_marks(_content(root)))
    except RecursionError as error:
        raise FormatError(path, "The page's elements are nested too deep", "Save it as text from a browser") from error
    check_has_text(path, extracted.text)
    return replace(extracted, encoding=decoded.encoding)


def _content(root: etree._Element) -> list[Piece]:
    """The blocks of the page's main element where it has one with most of the text, else those of the page."""
    whole = _blocks(root)
    mains = [element for element in root.iter("main", "article") if element.getparent() is not None]
    best = max((_blocks(main) for main in mains), key=_size, default=[])
    return best if _size(best) > 0.5 * _size(whole) else whole


def _size(blocks: list[Piece]) -> int:
    return sum(len(text) for block in blocks for text in (block.cells if isinstance(block, Row) else (block.text,)))


class _Gathering:
    """Blocks that are done and the text of the one that is open."""

    def __init__(self, note: bool = False, verbatim: bool = False) -> None:
        self.done: list[Piece] = []
        self.note, self.verbatim = note, verbatim
        self._open: list[str] = []

    def write(self, text: str | None) -> None:
        self._open.append((text or "") if self.verbatim else _SPACES.sub(" ", text or ""))

    def line_break(self) -> None:
        self._open.append("\n")

    def end(self) -> None:
        """Close the open block."""
        text = "".join(self._open)
        if not self.verbatim:
            text = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", text)).strip(" ")
        text = text.strip("\n")
        if text.strip():
            self.done.append(Block(text, self.note))
        self._open = []

    def add(self, blocks: list[Piece]) -> None:
        self.end()
        self.done += blocks


def _blocks(element: etree._Element, note: bool = False) -> list[Piece]:
    """The blocks inside an element."""
    gathering = _Gathering(note, verbatim=name_of(element) == "pre")
    _walk(element, gathering)
    gathering.end()
    return gathering.done


def _walk(element: etree._Element, into: _Gathering) -> None:
    into.write(element.text)
    for child in element:
        if not _is_left_out(child):
            _enter(child, into)
        into.write(child.tail)


def _enter(child: etree._Element, into: _Gathering) -> None:
    name = name_of(child)
    handler = _HANDLERS.get(name)
    if _is_note(child) and not into.note:
        into.add(_notes(child))
    elif handler:
        handler(child, into)
    elif name in _BLOCKS:
        into.end()
        _walk(child, into)
        into.end()
    else:
        _walk(child, into)


def _is_left_out(element: etree._Element) -> bool:
    name = name_of(element)
    if name in _SKIPPED or not name:
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return True
    if element.get("role", "").lower() in _FURNITURE_ROLES or _is_furniture(element):
        return name not in ("main", "body")
    if name in ("header", "footer"):
        return not any(name_of(around) in ("article", "main") for around in element.iterancestors())
    return _is_menu(element, name)


def _is_furniture(element: etree._Element) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(_FURNITURE.search(names)) and len(_shown(element)) < 2000


def _is_menu(element: etree._Element, name: str) -> bool:
    """A list of links, or a form to fill in; some sites put the whole page into a form."""
    if name == "form":
        return len(_shown(element)) < _SHORTEST_FORM
    if name not in ("ul", "ol") or _is_note(element):
        return False
    items = [child for child in element if name_of(child) == "li"]
    linked = sum(len(_shown(link)) for link in element.iter("a"))
    length = len(_shown(element))
    return len(items) > 2 and linked > 0.8 * length and length < 60 * len(items)


def _shown(element: etree._Element) -> str:
    return _SPACES.sub(" ", "".join(element.itertext())).strip()


# elements that are more than a block


def _break(element: etree._Element, into: _Gathering) -> None:
    into.line_break()


def _rule(element: etree._Element, into: _Gathering) -> None:
    into.end()


def _preformatted(element: etree._Element, into: _Gathering) -> None:
    into.add(_blocks(element, into.note))


def _list(element: etree._Element, into: _Gathering) -> None:
    into.end()
    number = _number(element.get("start"), 1)
    for child in element:
        if name_of(child) != "li":
            into.add(_blocks(child, into.note) if name_of(child) and not _is_left_out(child) else [])
            continue
        number = _number(child.get("value"), number)
        into.add(labelled(_label(element, child, number), _blocks(child, into.note)))
        number += 1


def _number(written_as: str | None, default: int) -> int:
    return int(written_as) if written_as and re.fullmatch(r"-?\d{1,6}", written_as.strip()) else default


def _label(around: etree._Element, item: etree._Element, number: int) -> str:
    own = next((style for element in (item, around) if (style := _list_style(element))), "")
    if own == "none":
        return ""
    if name_of(around) != "ol":
        return "•"
    style = _LIST_STYLES.get(own, "decimal")
    return written(number, style) + ("." if style == "decimal" else ")")


def _list_style(element: etree._Element) -> str:
    found = _STYLE.search(element.get("style", ""))
    return found[1].lower() if found else element.get("type", "")


def _definitions(element: etree._Element, into: _Gathering) -> None:
    """A term that is only a label belongs to what it labels."""
    into.end()
    label = ""
    for child in element:
        blocks = _blocks(child, into.note) if name_of(child) else []
        texts = [block.text for block in blocks if isinstance(block, Block)]
        if name_of(child) == "dt" and texts and is_label(texts):
            label = texts[0]
        else:
            into.add(labelled(label, blocks))
            label = ""


def _table_row(element: etree._Element, into: _Gathering) -> None:
    cells = [_blocks(cell, into.note) for cell in element if name_of(cell) in ("td", "th") and not _is_left_out(cell)]
    into.add(row_of(cells))


def _raised(element: etree._Element, into: _Gathering) -> None:
    """A footnote's mark, or a power."""
    found = _MARK.fullmatch(_shown(element))
    if not found:
        _walk(element, into)
        return
    links = [*element.iter("a"), *element.iterancestors("a")]
    linked = any("#" in link.get("href", "") for link in links) or _NOTE_NAME.search(element.get("class", ""))
    into.write(marked(found[1], LINKED if linked else PLAIN))


_HANDLERS: dict[str, Callable[[etree._Element, _Gathering], None]] = {
    "br": _break,
    "hr": _rule,
    "pre": _preformatted,
    "ol": _list,
    "ul": _list,
    "dl": _definitions,
    "tr": _table_row,
    "sup": _raised,
}


# notes


def _is_note(element: etree._Element) -> bool:
    if element.get("role", "") in _NOTE_ROLES:
        return True
    names = (element.get("class", ""), element.get("id", ""))
    return name_of(element) in _BLOCKS and any(_NOTE_NAME.search(name) for name in names)


def _notes(element: etree._Element) -> list[Piece]:
    """The footnotes in an element that holds one or all of them, each one block."""
    items = list(element.iter("li"))
    if not items:
        return _joined([block for block in _blocks(element, note=True) if isinstance(block, Block)])
    start = _number(items[0].getparent().get("start"), 1)
    return [note for k, item in enumerate(items) for note in _numbered(start + k, _blocks(item, note=True))]


def _numbered(number: int, blocks: list[Piece]) -> list[Piece]:
    text = "\n".join(block.text for block in blocks if isinstance(block, Block))
    label = "" if text.startswith((PLAIN, LINKED)) else f"{number} "
    return [Block(f"{label}{text}", note=True)] if text else []


def _joined(blocks: list[Block]) -> list[Piece]:
    """Paragraphs of notes, those without a mark belonging to the one above."""
    notes: list[Piece] = []
    for block in blocks:
        begins = re.match(rf"[{PLAIN}{LINKED}]|[\[(]?\d|[*†‡]", block.text)
        if notes and not begins:
            notes[-1] = Block(f"{_text(notes[-1])}\n{block.text}", note=True)
        else:
            notes.append(block)
    return notes


def _text(piece: Piece) -> str:
    return piece.text if isinstance(piece, Block) else ""


def _without_marks(blocks: list[Piece]) -> Iterator[Piece]:
    """The blocks with the marks of footnotes taken out; a paragraph that begins with a plain mark is a footnote."""
    noted = [block if isinstance(block, Row) else _as_note(block) for block in blocks]
    marks = {mark for block in noted if isinstance(block, Block) and block.note for mark in _marks(block.text)}
    for block in noted:
        if isinstance(block, Row):
            yield Row(tuple(cleared(cell, marks) for cell in block.cells))
        elif block.note:
            yield Block(_BACK.sub(" ", MARKED.sub(r"\2 ", block.text)).replace("  ", " ").strip(), note=True)
        else:
            yield Block(cleared(block.text, marks))


def _marks(note: str) -> list[str]:
    """The sign that a note begins with."""
    raised, plain = MARKED.match(note), _NUMBERED.match(note)
    return [raised[2]] if raised else [plain[1]] if plain else []


def _as_note(block: Block) -> Block:
    found = MARKED.match(block.text)
    return Block(block.text, note=True) if found and len(block.text) > found.end() else block
