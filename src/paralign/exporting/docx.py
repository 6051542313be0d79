"""A Word document with the texts side by side in a table of two columns, a bead a row.

It is for reading and printing: confidences, flags and paths stay behind. An empty, shaded cell says that there is no
counterpart.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from paralign.alignment import Alignment
from paralign.errors import MissingExtraError
from paralign.exporting.delimited import one_line
from paralign.exporting.markup import xml_text

if TYPE_CHECKING:
    from paralign.document import Document

_RIGHT_TO_LEFT = ("ar", "fa", "he", "ps", "ur", "yi")
_BOLD = ("title", "heading", "preamble_head")
_SHADE = "EEEEEE"


def write_docx(alignment: Alignment) -> bytes:
    """The document, its header row repeated on every page."""
    try:
        from docx import Document as Word
    except ImportError as error:
        raise MissingExtraError("python-docx", "docx", "Saving as .docx") from error
    word = Word()
    word.core_properties.comments = xml_text(alignment.signature)[:255]
    table = word.add_table(rows=1, cols=2, style="Table Grid")
    sides = alignment.source, alignment.target
    for cell, side in zip(table.rows[0].cells, sides, strict=True):
        cell.paragraphs[0].add_run(xml_text(one_line(side.language))).bold = True
    _repeat(table.rows[0]._tr)
    for bead in alignment.beads:
        bold = (bead.source + bead.target)[0].kind in _BOLD
        _add_row(table._tbl, (bead.source_text, bead.target_text), sides, bold)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _repeat(row: Any) -> None:
    _child(_child(row, "w:trPr"), "w:tblHeader")
    row.insert(0, row[-1])


def _add_row(table: Any, texts: tuple[str, str], sides: tuple[Document, Document], bold: bool) -> None:
    # Built as XML: python-docx looks at the whole table for each row that it adds.
    row = _child(table, "w:tr")
    _child(_child(row, "w:trPr"), "w:cantSplit") if max(map(len, texts)) < 1000 else None
    for text, side in zip(texts, sides, strict=True):
        _add_cell(row, text, side.language, bold)


def _add_cell(row: Any, text: str, language: str, bold: bool) -> None:
    cell = _child(row, "w:tc")
    if not text:
        _child(_child(cell, "w:tcPr"), "w:shd", val="clear", color="auto", fill=_SHADE)
    paragraph = _child(cell, "w:p")
    if not text:
        return
    backwards = language.split("-")[0].lower() in _RIGHT_TO_LEFT
    if backwards:
        _child(_child(paragraph, "w:pPr"), "w:bidi")
    run = _child(paragraph, "w:r")
    _add_look(run, language, bold, backwards)
    _child(run, "w:t").text = xml_text(one_line(text))
    run[-1].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _add_look(run: Any, language: str, bold: bool, backwards: bool) -> None:
    look = _child(run, "w:rPr")
    if bold:
        _child(look, "w:b")
    if backwards:
        _child(look, "w:rtl")
    code = xml_text(one_line(language))
    _child(look, "w:lang", **({"bidi": code} if backwards else {"val": code}))


def _child(parent: Any, name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    child = OxmlElement(name)
    for key, value in attributes.items():
        child.set(qn(f"w:{key}"), value)
    parent.append(child)
    return child
