import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import paralign
from paralign.alignment import Alignment, Bead, Flag
from paralign.display import html_table, printable, text_table
from paralign.display.marks import marked
from paralign.display.wrapping import cells, wrapped
from paralign.document import Clause, Document
from paralign.segmentation import segment

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
    assert (
        "0.43" in text and "doubtful" in text and "moved" in text and "numbers: 12" in text and "terms: party" in text
    )
    assert [e.text for e in root.iter("em")] == [
        "(2 pairs, 1 without counterpart, 1 doubtful, 1 to check)",
        "no counterpart",
    ]
    assert [cell.get("lang") for cell in root.iter("td") if cell.get("lang")] == [
        "ru",
        "en",
        "ru",
        "en",
        "ru",
    ]
    assert [m.get("value") for m in root.iter("meter")] == ["0.9990", "0.4300", "0.9800"]
    allowed = {"div", "p", "table", "thead", "tbody", "tr", "th", "td", "meter", "em", "mark", "span"}
    allowed |= {"details", "summary", "strong"}
    assert {element.tag for element in root.iter()} <= allowed


#: What JupyterLab 4 keeps of a notebook that it does not trust, by its sanitizer's lists (apputils 4.7).
KEPT = {"class", "dir", "lang", "style", "title"}
KEPT_OF = {"details": {"open"}, "meter": {"min", "max", "low", "high", "value"}, "td": {"rowspan"}, "th": {"scope"}}
KEPT_STYLES = {"text-align", "vertical-align", "width", "border", "border-radius", "padding"}


def test_html_holds_nothing_that_an_untrusted_notebook_drops(alignment):
    for html in (html_table(alignment), alignment.search("стать*")._repr_html_(), alignment.source._repr_html_()):
        for element in ET.fromstring(html).iter():
            assert set(element.keys()) <= KEPT | KEPT_OF.get(element.tag, set())
            styles = filter(None, element.get("style", "").split(";"))
            assert {style.partition(":")[0] for style in styles} <= KEPT_STYLES


def test_html_marks_only_doubtful_rows(alignment):
    rows = ET.fromstring(html_table(alignment)).findall(".//tbody/tr")
    assert [row.get("class") == "paralign-doubtful" for row in rows] == [False, True, False]
    assert ["doubtful" in "".join(row.itertext()) for row in rows] == [False, True, False]


def test_html_needs_no_network(alignment):
    assert not any(word in html_table(alignment) for word in ("http", "src=", "url(", "@import", "id="))


def test_html_is_capped_and_says_so():
    many = one_to_one(*((f"Статья {n}", f"Article {n}") for n in range(75)))
    html = many._repr_html_()
    assert html.count("<tr") == 61
    assert "… 15 more, 0 of them doubtful" in html
    assert many.to_html().count("<tr") == 76 and "more" not in many.to_html()
    assert "more" not in html_table(many, max_rows=75)


def test_notebook_gets_text_beside_the_html(alignment):
    bundle = alignment._repr_mimebundle_()
    assert bundle["text/html"] == alignment._repr_html_()
    assert "(no counterpart)" in bundle["text/plain"]
    assert set(alignment._repr_mimebundle_(include={"text/plain"})) == {"text/plain"}
    assert set(alignment._repr_mimebundle_(exclude={"text/plain"})) == {"text/html"}


def test_text_and_html_show_the_same_texts(alignment):
    views = (text_table(alignment, width=300), "".join(ET.fromstring(html_table(alignment)).itertext()))
    for clause in (*alignment.source, *alignment.target):
        assert all(clause.text in view for view in views)


def test_an_empty_alignment_can_be_shown():
    empty = Alignment(document("ru"), document("en"), ())
    assert repr(empty) == "<Alignment ru–en: 0 pairs, 0 without counterpart, 0 doubtful>"
    assert ET.fromstring(html_table(empty)).tag == "div"
    assert "ru" in str(empty)


def placed(*paths, confidence=1.0):
    """An alignment of clauses at these places; a path that begins with - has no counterpart."""
    source = Document("", "ru", tuple(Clause(f"пункт {i}", i, i, i, path=p.lstrip("-")) for i, p in enumerate(paths)))
    kept = [i for i, path in enumerate(paths) if not path.startswith("-")]
    target = Document("", "en", tuple(Clause(f"item {j}", j, j, j, path=paths[i]) for j, i in enumerate(kept)))
    beads = [
        Bead((clause,), (target.clauses[kept.index(i)],) if i in kept else (), confidence)
        for i, clause in enumerate(source)
    ]
    return Alignment(source, target, tuple(beads))


def sections(html):
    """Each section's name and whether it is unfolded."""
    found = ET.fromstring(html).iter("details")
    return [(each.find("summary/strong").text, each.get("open") is not None) for each in found]


def test_html_folds_by_article():
    alignment = placed("preamble__rec_1", "art_1__heading", "art_1__para_1", "art_2", "att_1__art_1__p_1")
    assert [name for name, _ in sections(html_table(alignment))] == [
        "Preamble", "Article 1", "Article 2", "Attachment 1, Article 1",
    ]  # fmt: skip


def test_a_clause_without_counterpart_does_not_tear_its_article_apart():
    inside = placed("art_1__p_1", "-", "art_1__p_2", "-art_9__p_1", "art_2__p_1", "-")
    assert [name for name, _ in sections(html_table(inside))] == [
        "Article 1", "Article 9", "Article 2", "Other matter",
    ]  # fmt: skip


def test_a_footnote_does_not_tear_its_article_apart():
    assert sections(html_table(placed("art_1__p_1", "", "art_1__p_2"))) == [("Article 1", True)]


def test_what_deserves_a_look_is_unfolded_and_the_rest_of_a_long_treaty_is_not():
    alignment = placed(*(f"art_{n}" for n in range(1, 81)))
    doubtful = replace(alignment.beads[6], confidence=0.3)
    flagged = replace(alignment.beads[40], flags=FLAGS)
    beads = (*alignment.beads[:6], doubtful, *alignment.beads[7:40], flagged, *alignment.beads[41:])
    opened = [name for name, is_open in sections(replace(alignment, beads=beads).to_html()) if is_open]
    assert opened == ["Article 7", "Article 41"]


def test_a_short_treaty_is_unfolded_but_for_what_has_no_counterpart():
    assert sections(html_table(placed("art_1", "-", "art_2"))) == [
        ("Article 1", True), ("Other matter", False), ("Article 2", True),
    ]  # fmt: skip


def test_the_places_of_flags_are_marked_and_nothing_is_lost():
    text = "не позднее 12 дней со дня <подписания> 1 мая"
    flags = (
        Flag("numbers", "12 & 13", "high", ((11, 13),), ((0, 2),)),
        Flag("dates", "1 мая", "low", ((38, 43), (11, 18)), ((-5, 900), (7, 3))),
    )
    root = ET.fromstring(html_table(one_to_one((text, "12 days"), flags=flags)))
    source, target = root.findall(".//td[@lang]")
    assert "".join(source.itertext()) == text and "".join(target.itertext()) == "12 days"
    assert [(mark.text, mark.get("title")) for mark in source.iter("mark")] == [
        ("12", "check numbers: 12 & 13; check dates: 1 мая"),
        (" дней", "check dates: 1 мая"),
        (" 1 ма", "check dates: 1 мая"),
    ]
    chips = [chip.get("title") for chip in root.iter("span") if chip.get("title")]
    assert chips == ["check (high): numbers: 12 & 13", "check (low): dates: 1 мая"]


def test_wide_characters_take_two_cells():
    chinese = one_to_one(("国家主权平等的原则" * 5, "The principle of the sovereign equality of states"))
    rows = text_table(chinese, width=60).splitlines()[3:]
    starts = {cells(row[: row.index(word)]) for row, word in zip(rows, ("The", "sovereign"), strict=False)}
    assert starts == {8 + 25 + 2}
    assert "".join(row[8:].split("  ")[0] for row in rows) == "国家主权平等的原则" * 5


@given(st.text(), st.integers(2, 40))
def test_wrapping_fits_and_loses_no_letter(text, width):
    lines = wrapped(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.text(), st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40))))
def test_marking_changes_no_text(text, spans):
    found = ET.fromstring(f"<p>{marked(text, [(a, b, 'x') for a, b in spans])}</p>")
    assert "".join(found.itertext()) == printable(text)
    assert sum(len(mark.text) for mark in found.iter("mark")) == len(
        {at for a, b in spans for at in range(max(a, 0), min(b, len(text)))}
    )


def test_a_document_shows_itself_as_an_outline():
    declaration = paralign.alma_ata().source
    root = ET.fromstring(declaration._repr_html_())
    assert [each.find("summary/strong").text for each in root.iter("details")] == [
        "Preamble", "Body", "Closing and signatures",
    ]  # fmt: skip
    text = "".join(root.itertext())
    assert all(clause.text in text for clause in declaration)
    nested = segment("Статья 1\n\n1. Стороны:\n\na) дружат;\n\nб) торгуют.\n\nСтатья 2\n\nДоговор бессрочен.", "ru")
    assert ET.fromstring(nested._repr_html_()).findall(".//details/details/ul/li")


def test_a_long_outline_is_capped_and_says_so():
    long = document("en", *(f"Clause {n}." for n in range(400)))
    assert long._repr_html_().count("<li") == 300 and "… 100 more" in long._repr_html_()
    assert long.to_html().count("<li") == 400


def test_scores_show_their_reliability():
    alignment = paralign.align(paralign.alma_ata())
    scores = paralign.evaluate(alignment, paralign.alma_ata_gold())
    rows = [[cell.text for cell in row] for row in ET.fromstring(scores._repr_html_()).iter("tr")]
    assert rows[1] == [
        "strict",
        *(f"{v:.3f}" for v in (scores.strict.precision, scores.strict.recall, scores.strict.f1)),
    ]
    assert [int(row[1]) for row in rows[5:]] == [row.count for row in scores.reliability if row.count]


def test_all_html_is_shown_by_a_notebook_as_html():
    page = placed("art_1").to_html()
    assert page._repr_html_() == page and repr(page) == f"<HTML of {len(page)} characters>"
