"""TSV, CSV and XLSX: a row a pair, as spreadsheets and paralign itself write them.

A header tells the two columns apart by ``source`` and ``target``, by the names of languages or by their codes.
Without one, the two columns with most text in different languages are the pair.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from paralign.errors import FormatError
from paralign.reading.archives import Archive, open_archive
from paralign.reading.extracted import Extracted, Row, extracted_of
from paralign.reading.text import bytes_of, read_decoded
from paralign.reading.xml import below, name_of, short_code

_NAMES = {
    "ru": "russian русский русский_язык", "en": "english английский английский_язык",
    "fr": "french français французский", "es": "spanish español испанский", "zh": "chinese 中文 китайский",
    "ar": "arabic العربية арабский", "de": "german deutsch немецкий", "it": "italian italiano итальянский",
    "pt": "portuguese português португальский", "pl": "polish polski польский",
    "uk": "ukrainian українська украинский", "be": "belarusian беларуская белорусский",
    "kk": "kazakh қазақша казахский",
}  # fmt: skip
_CODES = {name: code for code, names in _NAMES.items() for name in (*names.split(), code)}
_SIDE = re.compile(r"(source|target)(?:[_ ]([a-z]{2,3}))?")
_GUARDED = re.compile(r"'\s*[=+\-@\t＝＋－＠]")
_CELL = re.compile(r"([A-Z]+)")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_tsv(path: Path, encoding: str | None = None) -> Extracted:
    """The rows of tab-separated values."""
    decoded = read_decoded(path, encoding)
    rows = [[_unquoted(cell) for cell in line.split("\t")] for line in decoded.text.split("\n") if line.strip()]
    return replace(extracted_of_table(rows), encoding=decoded.encoding)


def read_csv(path: Path, encoding: str | None = None) -> Extracted:
    """The rows of values separated by commas or semicolons, whichever the first line has more of."""
    decoded = read_decoded(path, encoding)
    text = decoded.text
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise FormatError(path, f"This is not a table ({error})", "Save it again as CSV in UTF-8") from error
    return replace(extracted_of_table(rows), encoding=decoded.encoding)


def read_xlsx(path: Path) -> Extracted:
    """The rows of a workbook's first sheet."""
    return extracted_of_table(sheet_rows(path))


def sheet_rows(path: Path) -> list[list[str]]:
    """The cells of a workbook's first sheet, row by row; formulas are not computed."""
    archive = open_archive(bytes_of(path), path)
    shared = [_text(item) for item in _children(archive.xml("xl/sharedStrings.xml"), "si")]
    sheet = archive.xml(_first_sheet(archive))
    if sheet is None:
        raise FormatError(path, "The workbook has no sheet", "Put the pairs on its first sheet, one a row")
    return [list(_cells(row, shared)) for row in below(sheet, "row")]


def extracted_of_table(rows: Sequence[Sequence[str]]) -> Extracted:
    """The two columns of a table that its header names, or all of its columns."""
    cleaned = [[_unguarded(cell.strip()) for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if not cleaned:
        return Extracted("")
    columns = header_columns(cleaned[0])
    if columns is None:
        return extracted_of(Row(tuple(row)) for row in cleaned)
    (i, j), codes, named = columns
    pairs = [Row((_at(row, i), _at(row, j))) for row in cleaned[1:]]
    known = (codes[0], codes[1]) if all(codes) else None
    return extracted_of(pairs, known, named)


def header_columns(header: Sequence[str]) -> tuple[tuple[int, int], list[str], bool] | None:
    """The two columns that a header names, their languages, and whether it says which is the source.

    >>> header_columns(["id", "source_ru", "target_en", "confidence"])
    ((1, 2), ['ru', 'en'], True)
    >>> header_columns(["№", "Русский", "English"])
    ((1, 2), ['ru', 'en'], False)
    """
    names = [re.sub(r"\s+", "_", cell.strip().casefold()) for cell in header]
    sides = {found[1]: (k, found[2] or "") for k, name in enumerate(names) if (found := _SIDE.fullmatch(name))}
    if len(sides) == 2:
        (i, source), (j, target) = sides["source"], sides["target"]
        return (i, j), [source, target], True
    coded = {_language(name): k for k, name in reversed(list(enumerate(names))) if _language(name)}
    if len(coded) < 2:
        return None
    (first, i), (second, j) = sorted(coded.items(), key=lambda item: item[1])[:2]
    return (i, j), [first, second], False


def _language(name: str) -> str:
    return _CODES.get(name) or _CODES.get(short_code(name) if re.fullmatch(r"[a-z]{2}[-_][a-z]{2}", name) else "", "")


def _at(row: Sequence[str], k: int) -> str:
    return row[k] if k < len(row) else ""


def _unguarded(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from running a text as a formula."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _unquoted(cell: str) -> str:
    """A quoted cell without its quotes; a text that only begins or ends with one stays as it is.

    >>> _unquoted('"the ""Parties"" agree"'), _unquoted('"Parties" means')
    ('the "Parties" agree', '"Parties" means')
    """
    inner = cell.strip()[1:-1]
    quoted = len(cell.strip()) > 1 and cell.strip()[0] == cell.strip()[-1] == '"'
    return inner.replace('""', '"') if quoted and '"' not in inner.replace('""', "") else cell


def _first_sheet(archive: Archive) -> str:
    """The member that holds the first sheet in the order of the workbook's tabs."""
    book, links = archive.xml("xl/workbook.xml"), archive.xml("xl/_rels/workbook.xml.rels")
    first = next(iter(below(book, "sheet")), None) if book is not None else None
    targets = {link.get("Id"): link.get("Target", "") for link in _children(links, "relationship")}
    target = targets.get(first.get(_RELATION), "") if first is not None else ""
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target or 'worksheets/sheet1.xml'}"


def _children(root: etree._Element | None, name: str) -> Iterator[etree._Element]:
    return below(root, name) if root is not None else iter(())


def _cells(row: etree._Element, shared: Sequence[str]) -> Iterator[str]:
    expected = 0
    for cell in below(row, "c"):
        place = _column(cell.get("r", ""), expected)
        yield from [""] * (place - expected)
        yield _value(cell, shared)
        expected = place + 1


def _column(reference: str, expected: int) -> int:
    """The column of a cell such as ``AB12``, from 0."""
    found = _CELL.match(reference)
    number = 0
    for letter in found[1] if found else "":
        number = 26 * number + ord(letter) - 64
    return max(number - 1, expected)


def _value(cell: etree._Element, shared: Sequence[str]) -> str:
    value = "".join(node.text or "" for node in below(cell, "v"))
    if cell.get("t") == "s" and value.isdigit():
        return shared[int(value)] if int(value) < len(shared) else ""
    return _text(cell) if cell.get("t") == "inlineStr" else value


def _text(item: etree._Element) -> str:
    """The text of an item's runs, without the readings that stand above East Asian characters."""
    return "".join(run.text or "" for run in below(item, "t") if not _is_reading(run))


def _is_reading(run: etree._Element) -> bool:
    return any(name_of(around) == "rph" for around in run.iterancestors())
