import pickle
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.lib.pretty import pretty

import paralign
from paralign.alignment import Alignment, Bead, Flag
from paralign.document import Clause, Document
from paralign.errors import OptionError
from paralign.searching import compiled, expression


@pytest.fixture(scope="module")
def declaration():
    return paralign.align(paralign.alma_ata())


def one_pair(source, target="", **more):
    documents = [
        Document(text, language, (Clause(text, 0, len(text), 0),) if text else ())
        for text, language in ((source, "ru"), (target, "en"))
    ]
    return Alignment(*documents, (Bead(documents[0].clauses, documents[1].clauses, 0.99, **more),))


def found(text, query, **options):
    """The words found in a text."""
    return [text[start:end] for hit in one_pair(text).search(query, **options) for start, end in hit.source]


def test_a_word_is_found_as_it_stands(declaration):
    (hit,) = declaration.search("суверенитета")
    assert hit.bead.source[0].kind == "recital" and hit.target == ()
    assert [hit.source_text[start:end] for start, end in hit.source] == ["суверенитета"]
    assert "state sovereignty" in hit.target_text


def test_both_sides_are_searched_unless_one_is_named(declaration):
    assert len(declaration.search("sovereignty")) == 1
    assert declaration.search("sovereignty", side="source") == []
    assert [hit.source for hit in declaration.search("sovereignty", side="target")] == [()]


def in_a_notebook(result):
    """What a notebook shows as text."""
    return pretty(result).rstrip("\n")


@pytest.mark.parametrize(
    ("text", "query", "words"),
    [
        ("Суверенное государство и суверенитет", "СУВЕРЕННОЕ", ["Суверенное"]),
        ("Суверенное государство и суверенитет", "суверен", []),
        ("Суверенное государство и суверенитет", "суверен*", ["Суверенное", "суверенитет"]),
        ("безъядерный и ядерный", "*ядерный", ["безъядерный", "ядерный"]),
        ("всё её имущество, все", "все", ["всё", "все"]),
        ("всё её имущество", "ее", ["её"]),
        ("прекращает свое  существование", "свое существование", ["свое  существование"]),
        ("Л. Тер\u2011Петросян", "тер-петросян", ["Тер\u2011Петросян"]),
        ("each other’s borders", "other's", ["other’s"]),
        ("статья 5 (2) и статья 5 (12)", "5 (2)", ["5 (2)"]),
        ("尊重国家主权和领土完整", "主权", ["主权"]),
        ("a.b axb", "a.b", ["a.b"]),
    ],
)
def test_words_are_whole_and_their_letters_alike(text, query, words):
    assert found(text, query) == words


def test_a_regular_expression_says_exactly_what_it_wants():
    assert found("Статья 12, статья 5", r"стать\w \d\d", regex=True) == ["Статья 12"]
    assert found("абв", "x*", regex=True) == []


@pytest.mark.parametrize(("query", "regex"), [("(", True), ("[а-", True), ("", True), ("", False), (" *«", False)])
def test_what_cannot_be_searched_is_said(query, regex):
    with pytest.raises(OptionError, match=r"Give one|Mend it"):
        one_pair("Статья").search(query, regex=regex)


def test_an_expression_that_never_ends_is_refused(monkeypatch):
    monkeypatch.setattr("paralign.searching._SECONDS", 0.2)
    with pytest.raises(OptionError, match="takes too long"):
        one_pair("а" * 60 + "!").search(r"(а|а)*(б|в)\b(?<=г)|(?:(?:а+)+)+$", regex=True)


def test_a_side_that_does_not_exist_is_refused():
    with pytest.raises(OptionError, match='"source" or "target"'):
        one_pair("Статья").search("статья", side="ru")


@given(st.text(), st.text(alphabet="ае ё*б-'’.(", min_size=1))
def test_any_word_can_be_searched_in_any_text(text, query):
    if any(character.isalnum() for character in query):
        for start, end in (match.span() for match in compiled(expression(query)).finditer(text)):
            assert 0 <= start < end <= len(text)


@given(st.lists(st.text(alphabet="абвгдеёжз", min_size=1, max_size=4), min_size=1))
def test_every_word_of_a_text_is_found_where_it_stands(words):
    text = " ".join(words)
    hits = one_pair(text).search(words[0])
    folded = [word.replace("ё", "е") for word in words]
    assert len(hits[0].source) == folded.count(folded[0])


def test_a_clause_without_counterpart_is_found_too(declaration):
    (hit,) = declaration.search("Belovezh Accords", side="target")[:1]
    assert hit.bead.is_null
    assert "(no counterpart)" in str(declaration.search("Belovezh Accords"))


def test_hits_show_the_word_in_its_context(declaration, monkeypatch):
    monkeypatch.setenv("COLUMNS", "90")
    lines = str(declaration.search("суверен*")).splitlines()
    assert lines[0] == "суверен*: 2 places in 1 bead"
    assert lines[1].startswith("абз. 1 преамбулы") and "[суверенитета] и суверенного" in lines[1]
    assert lines[1].index("[") == lines[2].index("[")
    assert all(len(line) <= 90 for line in lines)
    assert sum("seeking to build" in line for line in lines) == 1


def test_hits_show_themselves_as_html(declaration):
    hits = declaration.search("государств*")
    root = ET.fromstring(hits._repr_html_())
    assert [mark.text.lower()[:9] for mark in root.iter("mark")] == ["государст"] * hits.places
    assert not list(root.iter("script"))
    assert in_a_notebook(hits) == str(hits)
    assert hits.to_html(max_rows=2).count("<mark>") == 2 and "… 10 more" in hits.to_html(max_rows=2)


def test_hits_in_hostile_texts_are_inert():
    text = "</td><script>alert(1)</script> Статья \x1b[2J\u202e & <b>"
    root = ET.fromstring(one_pair(text, text).search("статья")._repr_html_())
    assert not [each for each in root.iter() if each.tag in ("script", "b")]
    assert not set(str(one_pair(text, text).search("статья"))) & set("\x1b\u202e")


def test_beads_are_selected_by_kind_and_place(declaration):
    recitals = declaration.select(kind="recital")
    assert len(recitals) == 5 and all(bead.source[0].kind == "recital" for bead in recitals)
    assert declaration.select(path="preamble__rec_2") == [recitals[1]]
    assert len(declaration.select(path="preamble")) == 8
    assert declaration.select(path="preamble__rec") == []
    assert declaration.select(kind="recital", path="body") == []
    assert declaration.select() == list(declaration.beads)


def test_beads_are_selected_by_doubt_and_flags(declaration):
    assert declaration.select(below=0.9) == sorted(declaration.doubtful(), key=declaration.beads.index)
    flagged = one_pair("12", "13", flags=(Flag("numbers", "12"),))
    assert len(flagged.select(flagged=True)) == len(flagged.select(flagged="numbers")) == 1
    assert flagged.select(flagged=False) == flagged.select(flagged="dates") == []


def test_a_kind_that_does_not_exist_is_refused(declaration):
    with pytest.raises(OptionError, match="The kinds are title"):
        declaration.select(kind="recitals")


def test_selected_and_doubtful_beads_show_themselves(declaration):
    beads = declaration.doubtful(below=0.95)
    assert repr(beads).startswith(f"<{len(beads)} beads, ")
    root = ET.fromstring(beads._repr_html_())
    assert len(root.findall(".//tbody/tr")) == len(beads)
    assert "no counterpart" in str(beads) and in_a_notebook(beads) == str(beads)


def test_what_was_found_can_be_pickled(declaration):
    for each in (declaration.search("суверен*"), declaration.doubtful()):
        again = pickle.loads(pickle.dumps(each))
        assert again == each and str(again) == str(each)
