"""Workbooks, Word documents, Parquet and data frames, by the programs that read them."""

import io
import sys
from dataclasses import replace

import docx
import openpyxl
import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest
from test_exporting_laws import hostile_alignment, texts_of, visible

import paralign
from paralign.alignment import Alignment, Bead, Flag
from paralign.document import Clause, Document
from paralign.errors import FormatError, MissingExtraError
from paralign.exporting import WRITERS
from paralign.exporting.markup import xml_text
from paralign.exporting.xlsx import STATUSES, read_decisions


@pytest.fixture(scope="module")
def declaration():
    return paralign.align(paralign.alma_ata())


def flagged():
    clauses = [Clause(t, 0, len(t), i, "article", f"art_{i}") for i, t in enumerate(("Статья 1", "Мир — =1+1"))]
    source = Document("", "ru", tuple(clauses))
    target = Document("", "en", (Clause("Article 2", 0, 9, 0, "article", "art_1"),))
    flag = Flag("numbers", "1 and 2 differ", "high", ((7, 8),), ((8, 9),))
    beads = Bead(source.clauses[:1], target.clauses, 0.5, 0.7, flags=(flag,)), Bead(source.clauses[1:], (), 0.25)
    return Alignment(source, target, beads, "made by hand")


# XLSX


@pytest.fixture
def workbook(tmp_path):
    flagged().save(tmp_path / "review.xlsx")
    return tmp_path / "review.xlsx"


def edit(path, changes):
    book = openpyxl.load_workbook(path)
    for place, value in changes.items():
        book["review"][place] = value
    book.save(path)


def test_the_workbook_is_made_for_review(workbook):
    sheet = openpyxl.load_workbook(workbook)["review"]
    header, first, second = list(sheet.iter_rows(values_only=True))
    assert header == ("id", "kind", "ru", "en", "confidence", "flags", "note", "status")
    assert first == (1, "article", "Статья 1", "Article 2", 0.5, "numbers: 1 and 2 differ", None, None)
    assert second == (2, "article", "Мир — =1+1", None, 0.25, None, None, None)
    assert sheet.freeze_panes == "A2" and sheet.column_dimensions["A"].hidden
    assert sheet["C2"].alignment.wrap_text and sheet.column_dimensions["C"].width == 60
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == f'"{",".join(STATUSES)}"' and str(validation.sqref) == "H2:H3"
    assert "E2:E3" in {str(rules.sqref) for rules in sheet.conditional_formatting}


@pytest.mark.parametrize("languages", [("id", "en"), ("ru", "ru"), ("en", "note")])
def test_languages_never_stand_for_another_column(tmp_path, languages):
    made = flagged()
    source, target = (
        replace(side, language=code) for side, code in zip((made.source, made.target), languages, strict=True)
    )
    replace(made, source=source, target=target).save(tmp_path / "a.xlsx")
    assert [decision[3:] for decision in read_decisions(tmp_path / "a.xlsx")] == texts_of(made)


def test_texts_in_cells_are_never_formulas():
    sheet = openpyxl.load_workbook(io.BytesIO(WRITERS[".xlsx"](hostile_alignment())))["review"]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if isinstance(cell.value, str)]
    assert any(cell.value.startswith("=HYPERLINK") for cell in cells)
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_decisions_come_back_by_id(workbook):
    assert [(d.bead, d.status, d.note) for d in read_decisions(workbook)] == [(1, "", ""), (2, "", "")]
    edit(workbook, {"H2": "Wrong", "G2": " see annex ", "D2": "Article 1", "H3": "no counterpart"})
    assert read_decisions(workbook) == [
        (1, "wrong", "see annex", "Статья 1", "Article 1"),
        (2, "no counterpart", "", "Мир — =1+1", ""),
    ]


def test_rows_may_be_sorted_and_columns_moved(workbook):
    book = openpyxl.load_workbook(workbook)
    header, first, second = list(book["review"].iter_rows(values_only=True))
    sheet = openpyxl.Workbook()
    for row in (header, second, (None,) * 8, first):
        sheet.active.append((row[7], row[2], row[3], row[6], row[0]))
    sheet.save(workbook)
    assert [d[:1] + d[3:] for d in read_decisions(workbook)] == [(1, "Статья 1", "Article 2"), (2, "Мир — =1+1", "")]


def test_decisions_hold_every_text_whatever_it_is(tmp_path):
    alignment = hostile_alignment()
    alignment.save(tmp_path / "a.xlsx")
    texts = [(xml_text(s).replace("\r", " "), xml_text(t).replace("\r", " ")) for s, t in texts_of(alignment)]
    assert [d[3:] for d in read_decisions(tmp_path / "a.xlsx")] == texts


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"H3": "okay"}, "row 3: 'okay' is no status. Use one of: accepted, wrong"),
        ({"A2": "one"}, "row 2: the id 'one' is not a bead's number"),
        ({"A1": "№"}, "row 1: there is no column id"),
        ({"H1": None}, "row 1: there is no column status"),
        ({"C1": None}, "row 1: there is no column of a text"),
    ],
)
def test_what_is_wrong_in_a_workbook_is_said_with_its_row(workbook, changes, message):
    edit(workbook, changes)
    with pytest.raises(FormatError, match=message):
        read_decisions(workbook)


# DOCX


def test_word_shows_both_texts_row_by_row(declaration, tmp_path):
    declaration.save(tmp_path / "a.docx")
    word = docx.Document(tmp_path / "a.docx")
    rows = [tuple(cell.text for cell in row.cells) for row in word.tables[0].rows]
    assert rows[0] == ("ru", "en")
    assert rows[1:] == texts_of(declaration)
    assert word.tables[0].rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    # The properties of a row come first in it, those of a cell or a paragraph too.
    for name in ("tr", "tc", "p", "r"):
        for properties in word.tables[0]._tbl.iter(f"{{*}}{name}Pr"):
            assert properties.getparent().index(properties) == 0


def test_word_writes_arabic_from_right_to_left(tmp_path):
    alignment = paralign.align(paralign.segment("المادة الأولى", "ar"), paralign.segment("Article 1", "en"))
    alignment.save(tmp_path / "a.docx")
    table = docx.Document(tmp_path / "a.docx").tables[0]
    assert len(table._tbl.xpath(".//w:bidi")) == len(table._tbl.xpath(".//w:rtl")) == 1
    assert table.cell(1, 0).text == "المادة الأولى"


# Parquet and frames


def test_parquet_has_a_row_a_bead_and_the_signature(declaration, tmp_path):
    declaration.save(tmp_path / "a.parquet")
    table = pyarrow.parquet.read_table(tmp_path / "a.parquet")
    assert list(zip(table["source"].to_pylist(), table["target"].to_pylist(), strict=True)) == texts_of(declaration)
    assert table["confidence"].to_pylist() == [bead.confidence for bead in declaration.beads]
    indices = [[c.index for c in bead.target] for bead in declaration.beads]
    assert table["target_indices"].to_pylist() == indices
    assert table.schema.metadata[b"paralign.signature"].decode() == declaration.signature
    assert table.schema.metadata[b"paralign.source_language"] == b"ru"


def test_frames_agree(declaration):
    frame = declaration.to_pandas()
    assert frame.equals(declaration.to_dataframe())
    same = declaration.to_polars()
    assert same.rows() == [tuple(row) for row in frame.itertuples(index=False)]
    assert list(same.columns) == list(frame.columns)


def test_whatever_reads_arrow_reads_an_alignment(declaration):
    table = pyarrow.table(declaration)
    assert polars.DataFrame(declaration)["confidence"].to_list() == table["confidence"].to_pylist()
    assert table["source_indices"].to_pylist()[-1] == [c.index for c in declaration.beads[-1].source]
    if hasattr(pandas.DataFrame, "from_arrow"):
        assert list(pandas.DataFrame.from_arrow(declaration)["type"]) == [bead.type for bead in declaration.beads]


def test_frames_hold_hostile_texts():
    alignment = hostile_alignment()
    for found in (alignment.to_polars()["source"].to_list(), pyarrow.table(alignment)["source"].to_pylist()):
        assert [visible(text) for text in found] == [visible(bead.source_text) for bead in alignment.beads]


@pytest.mark.parametrize(
    ("package", "call", "extra"),
    [
        ("openpyxl", lambda a, path: a.save(path / "a.xlsx"), "xlsx"),
        ("docx", lambda a, path: a.save(path / "a.docx"), "docx"),
        ("pyarrow", lambda a, path: a.save(path / "a.parquet"), "parquet"),
        ("pyarrow", lambda a, path: a.__arrow_c_stream__(), "parquet"),
        ("polars", lambda a, path: a.to_polars(), "polars"),
        ("pandas", lambda a, path: a.to_pandas(), "pandas"),
    ],
)
def test_a_missing_package_is_named(package, call, extra, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=rf'pip install "paralign\[{extra}\]"'):
        call(flagged(), tmp_path)
    assert not list(tmp_path.iterdir())
