"""Word: the numbers that it shows, changes as accepted, notes, tables, what is hidden."""

from pathlib import Path

import pytest
from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from paralign.reading import extracted_from


def paragraphs(folder: Path, *xml: str, numbering: str = "") -> list[str]:
    """The paragraphs of a document whose body and list definitions are these."""
    document = WordDocument()
    root = document.part.numbering_part.element
    for element in list(root):
        root.remove(element)
    for element in parse_xml(f"<w:numbering {nsdecls('w')}>{numbering}</w:numbering>"):
        root.append(element)
    for element in parse_xml(f"<w:body {nsdecls('w')}>{''.join(xml)}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, element)
    document.save(str(folder / "a.docx"))
    return extracted_from(folder / "a.docx").text.split("\n\n")


def p(text: str, level: int | None = None, number: int = 1) -> str:
    listed = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f"<w:p>{listed if level is not None else ''}{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def levels(*definitions: tuple[str, str], extra: str = "") -> str:
    written = "".join(
        f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'
        for k, (style, text) in enumerate(definitions)
    )
    number = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>{number}'


def test_levels_count_and_restart(tmp_path: Path) -> None:
    lists = levels(("upperRoman", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
    found = paragraphs(
        tmp_path, p("a", 0), p("b", 1), p("c", 1), p("d", 2), p("e", 2), p("f", 1), p("g", 2), p("h", 0), p("i", 1),
        numbering=lists,
    )  # fmt: skip
    assert found == ["I. a", "I.1 b", "I.2 c", "(a) d", "(b) e", "I.3 f", "(a) g", "II. h", "II.1 i"]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("decimal", ["1)", "2)"]), ("decimalZero", ["01)", "02)"]), ("lowerRoman", ["i)", "ii)"]),
        ("upperLetter", ["A)", "B)"]), ("russianLower", ["а)", "б)"]), ("russianUpper", ["А)", "Б)"]),
        ("bullet", ["•", "•"]),
    ],
)  # fmt: skip
def test_styles_of_numbers(tmp_path: Path, style: str, expected: list[str]) -> None:
    found = paragraphs(tmp_path, p("x", 0), p("x", 0), numbering=levels((style, "%1)")))
    assert found == [f"{label} x" for label in expected]


def test_a_second_list_may_start_anew_or_go_on(tmp_path: Path) -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    found = paragraphs(
        tmp_path, p("a", 0), p("b", 0), p("c", 0, 2), p("d", 0, 2), p("e", 0, 3), p("f", 0, 0),
        numbering=levels(("decimal", "%1.")) + again,
    )  # fmt: skip
    assert found == ["1. a", "2. b", "5. c", "6. d", "7. e", "f"]


def test_legal_numbers_and_levels_that_do_not_restart(tmp_path: Path) -> None:
    lists = levels(("upperRoman", "%1."), ("decimal", "%1.%2"), extra='<w:lvlRestart w:val="0"/><w:isLgl/>')
    assert paragraphs(tmp_path, p("a", 0), p("b", 1), p("c", 0), p("d", 1), numbering=lists) == [
        "1. a", "1.1 b", "2. c", "2.2 d"
    ]  # fmt: skip


def test_changes_are_read_as_accepted(tmp_path: Path) -> None:
    change = 'w:id="1" w:author="x" w:date="2020-01-01T00:00:00Z"'
    inserted = f"<w:ins {change}>{r('shall ')}</w:ins>"
    deleted = f"<w:del {change}><w:r><w:delText>may </w:delText></w:r></w:del>"
    joined = f"<w:p><w:pPr><w:rPr><w:del {change}/></w:rPr></w:pPr>{r('and ')}</w:p>"
    found = paragraphs(tmp_path, f"<w:p>{r('Parties ')}{inserted}{deleted}{r('agree')}</w:p>", joined, p("trust"))
    assert found == ["Parties shall agree", "and trust"]


def test_breaks_hyphens_fields_and_hidden_text(tmp_path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    signs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
        "<w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>"
    )
    found = paragraphs(
        tmp_path, f"<w:p>{r('Article ')}{field}{r('hidden', '<w:vanish/>')}</w:p>", f"<w:p>{signs}</w:p>"
    )
    assert found == ["Article 5", "a\tb\nc-d\N{SOFT HYPHEN}e"]


def test_tables_stand_where_they_are(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc>{p(text)}</w:tc>" for text in ("Норвегия", "Осло"))
    found = paragraphs(tmp_path, p("Before"), f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", p("After"))
    assert found == ["Before", "Норвегия", "Осло", "After"]
