import xml.etree.ElementTree as ET

import pytest

from paralign.alignment import Alignment, Bead, Flag
from paralign.display import html_table, text_table
from paralign.document import Clause, Document

FLAGS = Flag("numbers", "12"), Flag("terms", "party", "low", ((0, 6),))


def document(language, *texts):
    return Document(" ".join(texts), language, tuple(Clause(t, 0, len(t), i) for i, t in enumerate(texts)))


def one_to_one(*pairs, confidence=1.0, **more):
    source, target = (document(code, *side) for code, side in zip(("ru", "en"), zip(*pairs, strict=True), strict=True))
    beads = (Bead((s,), (t,), confidence, **more) for s, t in zip(source, target, strict=True))
    return Alignment(source, target, tuple(beads))


@pytest.fixture
def alignment():
    source = document("ru", "Статья 1", "Стороны уважают независимость друг друга.", "Подписи")
    target = document("en", "Article 1", "The Parties respect each other's independence.")
    return Alignment(
        source,
        target,
        (
            Bead(source.clauses[:1], target.clauses[:1], 0.999),
            Bead(
                source.clauses[1:2],
                target.clauses[1:],
                0.43,
                crossing=True,
                flags=(Flag("numbers", "12"), Flag("terms", "party", "low", ((0, 6),))),
            ),
            Bead(source.clauses[2:], (), 0.98),
        ),
    )


def test_repr_is_one_line_with_counts(alignment):
    expected = "<Alignment ru–en: 2 pairs (mean confidence 0.71), 1 without counterpart, 1 doubtful>"
    assert repr(alignment) == expected


def test_text_table_stands_side_by_side(alignment):
    assert text_table(alignment, width=64).splitlines() == [
        "ru–en: 2 pairs (mean confidence 0.71), 1 without counterpart, 1 doubtful",
        "        ru                           en",
        "─────── ───────────────────────────  ───────────────────────────",
        "1.00    Статья 1                     Article 1",
        "0.43 ?× Стороны уважают              The Parties respect each",
        "        независимость друг друга.    other's independence.",
        "        check: numbers: 12, terms: party",
        "0.98    Подписи                      (no counterpart)",
    ]


@pytest.mark.parametrize("width", [50, 80, 200])
def test_text_table_fits_the_width(width):
    long = one_to_one(("слово " * 60, "word " * 90), ("безпробела" * 30, "nospace" * 50))
    assert all(len(line) <= width for line in text_table(long, width=width).splitlines()[1:])


def test_print_uses_the_terminals_width(alignment, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    assert str(alignment) == text_table(alignment, width=60)


def test_text_table_cannot_move_the_cursor():
    hostile = one_to_one(("\x1b[2JСтатья\u202e", "Article\r\n1\x00"))
    assert not set(text_table(hostile)) & set("\x1b\x00\r\u202e")


def test_html_is_well_formed_and_inert(alignment):
    hostile = "<script>alert(1)</script> ]]> & \" ' </td> \x00\x1b <!-- {{x}}"
    table = ET.fromstring(html_table(one_to_one((hostile, hostile), confidence=0.2, flags=(Flag(hostile, hostile),))))
    assert not list(table.iter("script"))
    assert "<script>alert(1)</script> ]]> & \" '" in "".join(table.find(".//td[@lang='en']").itertext())


def test_html_says_everything_without_its_style_sheet(alignment):
    root = ET.fromstring(html_table(alignment))
    root.remove(root.find("style"))
    text = " ".join(root.itertext())
    assert "0.43" in text and "doubtful" in text and "moved" in text and "check: numbers: 12, terms: party" in text
    assert [e.text for e in root.iter("em")] == ["no counterpart"]
    assert [cell.get("lang") for cell in root.iter("td") if cell.get("lang")] == [
        "ru",
        "en",
        "ru",
        "en",
        "ru",
    ]
    assert [m.get("value") for m in root.iter("meter")] == ["0.9990", "0.4300", "0.9800"]
    allowed = {"div", "p", "table", "thead", "tbody", "tr", "th", "td", "meter", "em", "mark", "span"}
    assert {element.tag for element in root.iter()} <= allowed


def test_html_marks_only_doubtful_rows(alignment):
    rows = ET.fromstring(html_table(alignment)).findall(".//tbody/tr")
    assert [row.find(".//mark") is not None for row in rows] == [False, True, False]


def test_html_needs_no_network(alignment):
    assert not any(word in html_table(alignment) for word in ("http", "src=", "url(", "@import", "id="))


def test_html_is_capped_and_says_so():
    many = one_to_one(*((f"Статья {n}", f"Article {n}") for n in range(75)))
    html = many._repr_html_()
    assert html.count("<tr") == 61
    assert "… 15 more" in html
    assert "more" not in html_table(many, max_rows=75)


def test_notebook_gets_text_beside_the_html(alignment):
    bundle = alignment._repr_mimebundle_()
    assert bundle["text/html"] == alignment._repr_html_()
    assert "(no counterpart)" in bundle["text/plain"]
    assert set(alignment._repr_mimebundle_(include={"text/plain"})) == {"text/plain"}
    assert set(alignment._repr_mimebundle_(exclude={"text/plain"})) == {"text/html"}


def test_text_and_html_show_the_same_texts(alignment):
    views = (text_table(alignment, width=300), html_table(alignment).replace("&#x27;", "'"))
    for clause in (*alignment.source, *alignment.target):
        assert all(clause.text in view for view in views)


def test_an_empty_alignment_can_be_shown():
    empty = Alignment(document("ru"), document("en"), ())
    assert repr(empty) == "<Alignment ru–en: 0 pairs, 0 without counterpart, 0 doubtful>"
    assert ET.fromstring(html_table(empty)).tag == "div"
    assert "ru" in str(empty)
