"""A workbook to review an alignment in, and the decisions that come back in it.

A row a bead: the texts side by side, the confidence coloured, flags, and two columns to fill in, ``status`` from a
list and ``note``. The first column is hidden; it holds the bead's number, by which rows find back whatever the order
they are sorted in. A spreadsheet's cell holds 32,767 characters: a longer text goes on in the next row, which has
the same number.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from paralign.alignment import DOUBTFUL_BELOW, Alignment
from paralign.errors import FormatError, MissingExtraError
from paralign.exporting.markup import xml_text
from paralign.records import Record, records

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

#: What a reviewer can say of a pair.
STATUSES = ("accepted", "wrong", "doubtful", "no counterpart")

#: A little less than a spreadsheet's cell holds.
LONGEST_CELL = 32_000

_FIXED = ("id", "kind", "confidence", "flags", "note", "status")
_WIDTHS = {"id": 6, "kind": 13, "source": 60, "target": 60, "confidence": 11, "flags": 26, "note": 30, "status": 16}
_COLOURS = {"accepted": "DDF0DD", "wrong": "F6CFCB", "doubtful": "FCEBC5", "no counterpart": "E0E0E0"}
_AGAIN = 'Save the alignment again with the suffix .xlsx and fill in its columns "status" and "note"'

# What a spreadsheet takes for the code of a character, also where a text happens to look so.
_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class Decision(NamedTuple):
    """What a reviewer left in a row.

    Attributes:
        bead: The bead's number, from 1: ``alignment.beads[bead - 1]``.
        status: One of ``STATUSES``, empty where nothing was decided.
        note: What was noted.
        source: The source text as it now stands.
        target: The target text.
    """

    bead: int
    status: str
    note: str
    source: str
    target: str


def write_xlsx(alignment: Alignment) -> bytes:
    """The workbook; its second sheet says what made the alignment and what the statuses mean."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise MissingExtraError("openpyxl", "xlsx", "Saving as .xlsx") from error
    book = Workbook()
    _fill(book, alignment)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill(book: Workbook, alignment: Alignment) -> None:
    sheet: Worksheet = book.active
    sheet.title = "review"
    rows = [row for record in records(alignment) for row in _rows(record)]
    for number, row in enumerate([_header(alignment), *rows], start=1):
        _put_row(sheet, number, row)
    _lay_out(sheet)
    if rows:
        _add_list(sheet, len(rows) + 1)
        _add_colours(sheet, len(rows) + 1)
    about = book.create_sheet("about")
    for number, row in enumerate(_about(alignment), start=1):
        _put_row(about, number, row)


def _header(alignment: Alignment) -> list[str]:
    codes = alignment.source.language, alignment.target.language
    if codes[0] == codes[1] or set(codes) & set(_FIXED):  # id is Indonesian, too
        codes = f"source_{codes[0]}", f"target_{codes[1]}"
    names = {"source": codes[0], "target": codes[1]}
    return [names.get(name, name) for name in _WIDTHS]


def _rows(record: Record) -> Iterator[list[Any]]:
    """A bead's row, and further rows for what its cells cannot hold."""
    parts = zip_longest(_chunks(record.source), _chunks(record.target), _chunks(record.flags), fillvalue="")
    for k, (source, target, flags) in enumerate(parts):
        yield [record.id, record.kind, source, target, "" if k else record.confidence, flags, "", ""]


def _chunks(text: str) -> list[str]:
    clean = _CODE.sub("_x005F_", xml_text(text).replace("\r", " "))
    return [clean[start : start + LONGEST_CELL] for start in range(0, len(clean), LONGEST_CELL)] or [""]


def _put_row(sheet: Worksheet, number: int, row: Sequence[Any]) -> None:
    from openpyxl.styles import Alignment as Layout

    for column, value in enumerate(row, start=1):
        if value == "":
            continue
        cell = sheet.cell(number, column)
        cell.value = value if isinstance(value, (int, float)) else xml_text(value)
        if isinstance(value, str):
            cell.data_type = "s"  # never a formula, whatever it begins with
            cell.quotePrefix = True  # nor when it is edited
        cell.alignment = Layout(wrap_text=True, vertical="top")


def _lay_out(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment as Layout
    from openpyxl.styles import Font

    for column, width in zip("ABCDEFGH", _WIDTHS.values(), strict=True):
        sheet.column_dimensions[column].width = width
        sheet[f"{column}1"].font = Font(bold=True)
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:H{sheet.max_row}"
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, 5).number_format = "0.00"
        sheet.cell(row, 7).alignment = Layout(wrap_text=True, vertical="top")


def _add_list(sheet: Worksheet, last: int) -> None:
    """The statuses to choose from."""
    from openpyxl.worksheet.datavalidation import DataValidation

    allowed = DataValidation("list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True, showErrorMessage=True)
    allowed.error = f"One of: {', '.join(STATUSES)}"
    sheet.add_data_validation(allowed)
    allowed.add(f"H2:H{last}")


def _add_colours(sheet: Worksheet, last: int) -> None:
    """Confidences from red to white, statuses in their colours, grey where there is no counterpart."""
    from openpyxl.formatting.rule import CellIsRule, FormulaRule
    from openpyxl.styles import PatternFill

    rules = sheet.conditional_formatting
    rules.add(f"E2:E{last}", _confidence_scale())
    for status, colour in _COLOURS.items():
        fill = PatternFill(bgColor=colour, fill_type="solid")
        rules.add(f"H2:H{last}", CellIsRule("equal", [f'"{status}"'], fill=fill))
    for column in "CD":
        empty = FormulaRule([f'{column}2=""'], fill=PatternFill(bgColor="EEEEEE", fill_type="solid"))
        rules.add(f"{column}2:{column}{last}", empty)


def _confidence_scale() -> Any:
    from openpyxl.formatting.rule import ColorScaleRule

    colours = {"start_color": "F6A9A0", "mid_color": "FCEBC5", "end_color": "FFFFFF"}
    types = {"start_type": "num", "mid_type": "num", "end_type": "num"}
    return ColorScaleRule(**types, **colours, start_value=0, mid_value=DOUBTFUL_BELOW, end_value=1)


def _about(alignment: Alignment) -> list[list[str]]:
    return [
        ["made by", alignment.signature],
        ["accepted", "These two belong together, these and no more."],
        ["wrong", "They do not; write in the note what does."],
        ["doubtful", "Someone else should look."],
        ["no counterpart", "What stands here is not in the other text."],
        ["texts", "May be corrected. Leave the hidden column id as it is."],
    ]


# back


def read_decisions(path: Path | str) -> list[Decision]:
    """What a reviewer left in each row of a workbook that ``save`` wrote, by the beads' numbers.

    Raises:
        FormatError: A column is missing, or a cell holds what it cannot.
    """
    from paralign.reading.tables import sheet_rows

    path = Path(path)
    rows = sheet_rows(path)
    places = _places(rows[0] if rows else [], path)
    found: dict[int, Decision] = {}
    for number, row in enumerate(rows[1:], start=2):
        values = [_at(row, place) for place in places]
        if any(value.strip() for value in values):
            decision = _decision(values, number, path)
            found[decision.bead] = _joined(found.get(decision.bead), decision)
    return [found[bead] for bead in sorted(found)]


def _places(header: Sequence[str], path: Path) -> list[int]:
    """The columns of id, status, note and both texts; the texts are the first two that have other names."""
    names = [cell.strip().casefold() for cell in header]
    texts = [k for k, name in enumerate(names) if name and name not in _FIXED]
    missing = [name for name in ("id", "status", "note") if name not in names]
    if missing or len(texts) < 2:
        lacks = missing[0] if missing else "of a text"
        raise FormatError(path, f"row 1: there is no column {lacks}", _AGAIN)
    return [names.index("id"), names.index("status"), names.index("note"), *texts[:2]]


def _at(row: Sequence[str], place: int) -> str:
    return row[place].replace("_x005F_", "_") if place < len(row) else ""


def _decision(values: Sequence[str], number: int, path: Path) -> Decision:
    bead, status, note, source, target = values
    status = status.strip().casefold()
    if not re.fullmatch(r"\s*[1-9]\d{0,8}(?:\.0*)?\s*", bead):
        raise FormatError(path, f"row {number}: the id {bead!r} is not a bead's number", _AGAIN)
    if status and status not in STATUSES:
        raise FormatError(path, f"row {number}: {status!r} is no status", f"Use one of: {', '.join(STATUSES)}")
    return Decision(int(float(bead)), status, note.strip(), source, target)


def _joined(before: Decision | None, decision: Decision) -> Decision:
    """A bead's rows as one."""
    if before is None:
        return decision
    notes = " ".join(filter(None, (before.note, decision.note)))
    texts = before.source + decision.source, before.target + decision.target
    return Decision(before.bead, before.status or decision.status, notes, *texts)
