"""Files that are already aligned: their rows become clauses, and their pairs are the bitext's beads."""

from pathlib import Path

import openpyxl
import pytest
from docx import Document as WordDocument

import paralign
from paralign.document import Bitext, Document
from paralign.errors import LanguageError

PAIRS = [
    ("Статья 1", "Article 1"),
    ("Стороны уважают границы друг друга.", "The Parties shall respect each other's borders."),
    ("", "The borders are inviolable."),
    ("«Договор» означает настоящий документ;", '"Treaty" means this document;'),
]
BEADS = (((0,), (0,)), ((1,), (1,)), ((), (2,)), ((2,), (3,)))


def write_tsv(path: Path) -> None:
    path.write_text("\n".join(f"{a}\t{b}" for a, b in PAIRS), encoding="utf-8")


def write_csv(path: Path) -> None:
    rows = ["id;Russian;English", *(f'{k};"{a}";"{b.replace(chr(34), chr(34) * 2)}"' for k, (a, b) in enumerate(PAIRS))]
    path.write_text("\n".join(rows), encoding="utf-8-sig")


def write_xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [("№", "Русский", "English"), *((k, a or None, b) for k, (a, b) in enumerate(PAIRS))]:
        book.active.append(row)
    book.save(path)


def write_docx(path: Path) -> None:
    document = WordDocument()
    table = document.add_table(rows=0, cols=2)
    for pair in PAIRS:
        for cell, text in zip(table.add_row().cells, pair, strict=True):
            cell.text = text
    document.save(str(path))


def write_html(path: Path) -> None:
    rows = "".join(f"<tr><td>{a}</td><td><p>{b}</p></td></tr>" for a, b in PAIRS)
    path.write_text(f"<html><body><table>{rows}</table></body></html>", encoding="utf-8")


def write_tmx(path: Path) -> None:
    units = "".join(f"<tu>{_tuv('ru-RU', a)}{_tuv('en-US', b)}</tu>" for a, b in PAIRS)
    header = '<header srclang="ru-RU" segtype="block" adminlang="en" datatype="plaintext"/>'
    path.write_text(f'<?xml version="1.0"?><tmx version="1.4">{header}<body>{units}</body></tmx>', encoding="utf-8")


def _tuv(code: str, text: str) -> str:
    return (
        f'<tuv xml:lang="{code}"><seg><bpt i="1">&lt;b></bpt>{text}<ept i="1">&lt;/b></ept></seg></tuv>' if text else ""
    )


def write_xliff_1(path: Path) -> None:
    units = "".join(
        f'<trans-unit id="{k}"><source>{a}</source><target><g id="1">{b}</g></target></trans-unit>'
        for k, (a, b) in enumerate(PAIRS)
    )
    path.write_text(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        f'<file source-language="ru" target-language="en"><body>{units}</body></file></xliff>',
        encoding="utf-8",
    )


def write_xliff_2(path: Path) -> None:
    units = "".join(
        f'<unit id="u{k}"><notes><note>check</note></notes>'
        f"<segment><source>{a}</source><target>{b}</target></segment></unit>"
        for k, (a, b) in enumerate(PAIRS)
    )
    path.write_text(
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="ru" trgLang="en">'
        f'<file id="f">{units}</file></xliff>',
        encoding="utf-8",
    )


WRITERS = {
    "a.tsv": write_tsv, "a.csv": write_csv, "a.xlsx": write_xlsx, "a.docx": write_docx, "a.html": write_html,
    "a.tmx": write_tmx, "a.xlf": write_xliff_1, "b.xlf": write_xliff_2,
}  # fmt: skip


@pytest.fixture(params=WRITERS)
def bitext(request: pytest.FixtureRequest, tmp_path: Path) -> Bitext:
    path = tmp_path / request.param
    WRITERS[request.param](path)
    return paralign.read_bitext(path)


def test_a_row_is_a_clause_and_an_empty_cell_a_null(bitext: Bitext) -> None:
    assert (bitext.source.language, bitext.target.language) == ("ru", "en")
    assert [clause.text for clause in bitext.source] == [source for source, _ in PAIRS if source]
    assert [clause.text for clause in bitext.target] == [target for _, target in PAIRS]
    assert bitext.beads == BEADS


def test_clauses_know_their_place_and_their_passage(bitext: Bitext) -> None:
    assert bitext.source.text == bitext.target.text
    assert bitext.source.clauses[0].path == bitext.target.clauses[0].path == "art_1__heading"
    for document in (bitext.source, bitext.target):
        assert [document.text[clause.start : clause.end] for clause in document] == [clause.text for clause in document]


def test_the_pairs_can_be_held_as_pins(tmp_path: Path) -> None:
    write_tmx(tmp_path / "a.tmx")
    bitext = paralign.read_bitext(tmp_path / "a.tmx")
    alignment = paralign.align(bitext, pins=bitext.beads)
    assert paralign.evaluate(alignment, bitext.beads).strict.f1 == 1


def test_one_side_of_a_memory_is_a_document(tmp_path: Path) -> None:
    write_tmx(tmp_path / "a.tmx")
    assert [clause.text for clause in paralign.read(tmp_path / "a.tmx", "ru")] == [a for a, _ in PAIRS if a]
    with pytest.raises(LanguageError, match=r"pairs two languages \(ru, en\)"):
        paralign.read(tmp_path / "a.tmx")
    with pytest.raises(LanguageError, match="pairs the languages ru, en, not ru, fr"):
        paralign.read_bitext(tmp_path / "a.tmx", ("ru", "fr"))
    assert paralign.read_bitext(tmp_path / "a.tmx", ("en", "ru")).source.language == "en"


def _sides(bitext: Bitext) -> tuple[Document, Document]:
    return bitext.source, bitext.target


@pytest.mark.parametrize("suffix", ["tsv", "csv"])
def test_what_paralign_saved_is_read_back(tmp_path: Path, suffix: str) -> None:
    alignment = paralign.align(["Статья 1", "- Мир «вечен».", "Дополнение."], ["Article 1", '- "Peace" is eternal.'])
    alignment.save(tmp_path / f"a.{suffix}")
    bitext = paralign.read_bitext(tmp_path / f"a.{suffix}")
    texts = [
        [" ".join(document.clauses[i].text for i in side) for side, document in zip(bead, _sides(bitext), strict=True)]
        for bead in bitext.beads
    ]
    assert texts == [[bead.source_text, bead.target_text] for bead in alignment.beads]


def test_text_around_a_table_belongs_to_its_language(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in PAIRS)
    page = f"<html><body><h1>Договор</h1><h1>Treaty</h1><table>{rows}</table><p>Совершено в Москве.</p></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    bitext = paralign.read_bitext(tmp_path / "a.html")
    assert [clause.text for clause in bitext.source][::4] == ["Договор", "Совершено в Москве."]
    assert bitext.target.clauses[0].text == "Treaty"
    assert bitext.beads[0] == ((1,), (1,))


def test_an_edition_with_a_text_for_each_language(tmp_path: Path) -> None:
    texts = {
        "en": '<head>Article 1</head><p>The Parties<note n="1">Two.</note> agree.</p>'
        '<list><item n="(a)">peace;</item></list>',
        "de": "<head>Artikel 1</head><p>Einverstanden.</p><list><item n='a)'>Frieden;</item></list>",
    }
    group = "".join(f'<text xml:lang="{code}"><body><div>{text}</div></body></text>' for code, text in texts.items())
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>x</title></teiHeader><text><group>{group}</group></text></TEI>'
    (tmp_path / "a.xml").write_text(tei, encoding="utf-8")
    bitext = paralign.read_bitext(tmp_path / "a.xml")
    assert (bitext.source.language, bitext.target.language) == ("en", "de")
    assert [clause.text for clause in bitext.source] == ["Article 1", "The Parties agree.", "(a) peace;", "1 Two."]
    assert [clause.text for clause in bitext.target] == ["Artikel 1", "Einverstanden.", "a) Frieden;"]
