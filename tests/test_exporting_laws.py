"""Laws of the exports: whatever the texts, each file is well-formed and inert, and holds all of them."""

import csv
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import lxml.html
import openpyxl
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from test_laws_result import alignments, letters

from paralign.alignment import Alignment, Bead, Flag
from paralign.document import Clause, Document
from paralign.exporting import PAIR_WRITERS, READERS, WRITERS
from paralign.exporting.markup import xml_text

XML = "{http://www.w3.org/XML/1998/namespace}"
# Deadlines measure the machine, not the law.
law = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

HOSTILE = {
    "script": "<script>alert(1)</script> & &amp; <!-- ]]> -->",
    "formula": '=HYPERLINK("http://example.org","x") и +1',
    "controls": "Статья\x00\x01\x0b\x1b 1\ufffe",
    "surrogate": "Статья \ud800 2 \udfff",
    "right to left": "\u200fסעיף \u202b1\u202c — المادة",
    "codes": "_x0041_ _x005F_ {{1}} %s",
    "breaks": "a\r\nb\rc\td\u2028e\x85f",
    "long": "Каждая Сторона обязуется " * 4000,
}


def hostile_alignment():
    def side(language, sign):
        texts = [text + sign for text in HOSTILE.values()]
        clauses = tuple(Clause(t, 0, len(t), i, "item", f"art_{i}", t[:20]) for i, t in enumerate(texts))
        return Document("\n".join(texts), language, clauses, Path("<b>.txt"))

    source, target = side("ru", "!"), side("en", "?")
    flag = Flag("numbers", HOSTILE["script"] + HOSTILE["controls"], "high", ((0, 3),))
    beads = [Bead(source.clauses[:2], target.clauses[:1], 0.5, 0.25, flags=(flag,)), Bead((), target.clauses[1:2], 1)]
    beads += [Bead((s,), (t,), 0.75) for s, t in zip(source.clauses[2:], target.clauses[2:], strict=True)]
    return Alignment(source, target, tuple(beads), HOSTILE["script"])


def texts_of(alignment):
    return [(bead.source_text, bead.target_text) for bead in alignment.beads]


def trees(suffix, data):
    if suffix != ".xces.zip":
        return [ET.fromstring(data)]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return [ET.fromstring(archive.read(name)) for name in archive.namelist()]


XMLS = [".tmx", ".xlf", ".tei", ".xces.zip"]


def check_xml(alignment):
    for suffix in XMLS:
        found = trees(suffix, WRITERS[suffix](alignment))
        texts = {element.text or "" for tree in found for element in tree.iter()}
        for document in (alignment.source, alignment.target) if suffix in (".tei", ".xces.zip") else ():
            assert {xml_text(clause.text) for clause in document} <= texts
        for bead in alignment.beads if suffix in (".tmx", ".xlf") else ():
            assert xml_text(bead.source_text) in texts or not bead.source
            assert xml_text(bead.target_text) in texts or not bead.target
        assert not any("script" in element.tag for tree in found for element in tree.iter())


def cells(suffix, data):
    """The texts of a table's rows as another program reads them."""
    if suffix == ".xlsx":
        rows: dict[int, list[str]] = {}
        book = openpyxl.load_workbook(io.BytesIO(data))
        assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
        for row in book["review"].iter_rows(min_row=2, values_only=True):
            old = rows.get(row[0], ["", ""])
            rows[row[0]] = [old[k] + (row[2 + k] or "").replace("_x005F_", "_") for k in (0, 1)]
        return [tuple(rows[number]) for number in sorted(rows)]
    if suffix == ".docx":
        table = docx.Document(io.BytesIO(data)).tables[0]._tbl.tr_lst[1:]
        return [tuple("".join(t.text or "" for t in tc.iter("{*}t")) for tc in tr.tc_lst) for tr in table]
    if suffix == ".parquet":
        table = pyarrow.parquet.read_table(io.BytesIO(data))
        return list(zip(table["source"].to_pylist(), table["target"].to_pylist(), strict=True))
    if suffix == ".txt":
        sides = [side.decode("utf-8").split("\n")[:-1] for side in data]
        return list(zip(*sides, strict=True))
    if suffix == ".static.html":
        page = lxml.html.document_fromstring(data)
        assert not page.xpath("//script | //*[@href or @src or @onclick]")
        rows = [row.findall("td")[:2] for row in page.xpath("//tbody/tr")]
        return [tuple("" if cell.get("class") else cell.text or "" for cell in row) for row in rows]
    rows = data.decode("utf-8").split("\n")[1:-1]
    return [tuple(re.sub(r"^<seg [^>]*>|</seg>$", "", cell) for cell in row.split("\t")) for row in rows]


def unescaped(suffix, text):
    if suffix != ".sketch.tsv":
        return text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def visible(text):
    """The letters and signs of a text that can stand in a file; others have a replacement or a space."""
    return [c for c in letters(text) if c != "\N{REPLACEMENT CHARACTER}"]


TABLES = {
    ".xlsx": WRITERS,
    ".docx": WRITERS,
    ".parquet": WRITERS,
    ".sketch.tsv": WRITERS,
    ".static.html": WRITERS,
    ".txt": PAIR_WRITERS,
}


def check_tables(alignment):
    for suffix, writers in TABLES.items():
        found = cells(suffix, writers[suffix](alignment))
        assert len(found) == len(alignment.beads)
        for row, texts in zip(found, texts_of(alignment), strict=True):
            for cell, text in zip(row, texts, strict=True):
                assert visible(unescaped(suffix, cell)) == visible(text)


def check_back(alignment):
    """The formats that hold everything but the documents' own layout give back equal beads."""
    for suffix in (".tmx", ".xlf", ".tei"):
        again = READERS[suffix](WRITERS[suffix](alignment), Path("a"))
        assert texts_of(again) == [(xml_text(s), xml_text(t)) for s, t in texts_of(alignment)]
        assert [bead.type for bead in again.beads] == [bead.type for bead in alignment.beads]
        assert [c.text for c in again.source] == [xml_text(c.text) for c in alignment.source]
        assert [c.kind for c in again.target] == [c.kind for c in alignment.target]
        assert [c.path for c in again.target] == [xml_text(c.path) for c in alignment.target]
        for new, old in zip(again.beads, alignment.beads, strict=True):
            assert abs(new.confidence - old.confidence) <= 5.1e-7 and new.crossing == old.crossing
            assert len(new.flags) == len(old.flags)
            assert [c.index for c in new.source + new.target] == [c.index for c in old.source + old.target]
        assert all(c.text == again.source.text[c.start : c.end] for c in again.source)
    for suffix in (".tmx", ".xlf"):
        again = READERS[suffix](WRITERS[suffix](alignment), Path("a"))
        flags = [[replace(f, message=xml_text(f.message)) for f in bead.flags] for bead in alignment.beads]
        read = [[replace(f, message=xml_text(f.message)) for f in bead.flags] for bead in again.beads]
        assert read == flags
        assert [xml_text(c.label) for c in again.source] == [xml_text(c.label) for c in alignment.source]


def check_xces_back(alignment):
    again = READERS[".xces.zip"](WRITERS[".xces.zip"](alignment), Path("a.xces.zip"))
    for new, old in zip(again.beads, alignment.beads, strict=True):
        assert new.type == old.type and abs(new.confidence - old.confidence) <= 5.1e-7
        assert visible(new.source_text) == visible(old.source_text)


CHECKS = [check_xml, check_tables, check_back, check_xces_back]


@pytest.mark.parametrize("check", CHECKS)
def test_hostile_texts_stay_texts(check):
    check(hostile_alignment())


@pytest.mark.parametrize("check", CHECKS)
@law
@given(alignments(crossing=True))
def test_any_text_survives(check, alignment):
    check(alignment)


@law
@given(alignments())
def test_line_pairs_are_tables_for_any_csv_reader(alignment):
    rows = list(csv.reader(io.StringIO(WRITERS[".sketch.tsv"](alignment).decode(), newline=""), delimiter="\t"))
    assert len(rows) == len(alignment.beads) + 1
    assert all(len(row) == 2 for row in rows)
