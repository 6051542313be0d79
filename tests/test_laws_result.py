"""Laws of the result: whatever the texts, nothing is lost, nothing is run, nothing is half written."""

import csv
import io
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from paralign.alignment import Alignment, Bead, Flag, Link, reading_order
from paralign.display import html_table, text_table
from paralign.display.wrapping import cells
from paralign.document import KINDS, Clause, Document
from paralign.evaluation import count, evaluate
from paralign.exporting import READERS, WRITERS
from paralign.gold import as_gold, ladder, parse_gold
from paralign.reliability import auroc, reliability

HOSTILE = [
    "<script>alert(1)</script>",
    "]]>",
    "&amp; &",
    "\"quotes\" 'and' «more»",
    "=HYPERLINK(1)",
    "-1",
    "a\u2028b\u2029c",
    "\x00\x0b\x1c\x85\x9f",
    "\t\r\n",
    "\u202eevil\u202c",
    "𐍈🜁",
    "\ufeff\ufffe\uffff",
    '{"bead":[[0],[0]]}',
    "# = | ¦",
    "",
]
texts = st.text(max_size=20) | st.sampled_from(HOSTILE) | st.builds(str.__add__, st.sampled_from(HOSTILE), st.text())
labels = st.sampled_from(["", "art_1__para_2", "«п. 2» <ст. 3>", "=1"])
probabilities = st.floats(0, 1)

# Deadlines measure the machine, not the law.
law = settings(max_examples=60, deadline=None)


@st.composite
def documents(draw, language, texts=texts):
    drawn = draw(st.lists(st.tuples(texts, st.sampled_from(KINDS), labels), max_size=5))
    clauses = tuple(Clause(t, i, i + len(t), i, kind, label, label) for i, (t, kind, label) in enumerate(drawn))
    path = draw(st.sampled_from([None, Path("a.txt"), Path("договор") / "b.txt"]))
    return Document(draw(texts), language, clauses, path)


def runs(draw, clauses):
    """Consecutive runs of one or two clauses."""
    cuts, start = [], 0
    while start < len(clauses):
        end = min(len(clauses), start + draw(st.integers(1, 2)))
        cuts.append(clauses[start:end])
        start = end
    return cuts


def beads_over(draw, source, target, crossing=False):
    """Runs of both sides paired at random: in order, or in any order for crossing beads."""
    left, right = runs(draw, source.clauses), runs(draw, target.clauses)
    if crossing:
        right = draw(st.permutations(right))
    beads = []
    while left or right:
        shape = draw(st.sampled_from(["both", "left", "right"]))
        take_left = bool(left) and (shape != "right" or not right)
        take_right = bool(right) and (shape != "left" or not left)
        beads.append(draw(bead_of(left.pop(0) if take_left else (), right.pop(0) if take_right else ())))
    return reading_order(beads) if crossing else tuple(beads)


@st.composite
def alignments(draw, crossing=False, texts=texts):
    source, target = draw(documents("ru", texts)), draw(documents("en", texts))
    links = tuple(draw(st.lists(links_of(len(source), len(target)), max_size=2)))
    return Alignment(source, target, beads_over(draw, source, target, crossing), draw(texts), links)


@st.composite
def rivals(draw):
    """Two alignments of the same documents."""
    source, target = draw(documents("ru", st.just("а"))), draw(documents("en", st.just("a")))
    return tuple(Alignment(source, target, beads_over(draw, source, target)) for _ in range(2))


plain = alignments(texts=st.just("а"))


def bead_of(source, target):
    flags = st.sampled_from(
        [(), (Flag("numbers", "12 <b>", "high", ((0, 1),)),), (Flag("dates & <b>", "=1"), Flag("terms", "x"))]
    )
    return st.builds(Bead, st.just(source), st.just(target), probabilities, st.floats(-1, 1), st.booleans(), flags)


def links_of(rows, columns):
    ends = (st.none() | st.integers(0, max(0, size - 1)) for size in (rows, columns))
    return st.builds(Link, *ends, probabilities, probabilities)


def letters(text):
    return [c for c in text if unicodedata.category(c)[0] in "LNMPS"]


@law
@given(alignments(crossing=True))
def test_formats_that_promise_it_give_back_an_equal_alignment(alignment):
    for suffix in (".jsonl",):  # the others, as far as they can: test_exporting_laws
        data = WRITERS[suffix](alignment)
        assert READERS[suffix](data, Path("a")) == alignment


@law
@given(alignments(crossing=True))
def test_the_review_page_holds_every_text_as_data(alignment):
    page = WRITERS[".html"](alignment).decode("utf-8")
    block = page.split('id="data">', 1)[1].split("</script>", 1)[0]
    assert not set("<>&\u2028\u2029") & set(block)
    data = json.loads(block)
    for side in ("source", "target"):
        assert [clause["text"] for clause in data[side]["clauses"]] == [c.text for c in getattr(alignment, side)]
    assert len(data["beads"]) == len(alignment.beads)


@law
@given(alignments())
def test_tables_lose_no_letter_and_have_a_line_a_bead(alignment):
    for suffix, delimiter in ((".tsv", "\t"), (".csv", ",")):
        text = WRITERS[suffix](alignment).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))[1:]
        assert len(rows) == len(text.splitlines()) - 1 == len(alignment.beads)
        for row, bead in zip(rows, alignment.beads, strict=True):
            for cell, side in ((row[3], bead.source_text), (row[4], bead.target_text)):
                assert letters(cell.removeprefix("'") if cell[:1] != side[:1] else cell) == letters(side)
                assert cell.lstrip()[:1] not in set("=+-@")
                assert not re.search(r"[\t\r\n]", cell)


@law
@given(plain)
def test_scores_of_an_alignment_against_itself_are_one(alignment):
    scores = evaluate(alignment, alignment)
    assert {(r.precision, r.recall, r.f1) for r in (scores.strict, scores.lax, scores.null)} == {(1, 1, 1)}
    assert count(alignment, as_gold(alignment)).rights.all()


@law
@given(rivals())
def test_scores_are_shares_and_lax_forgives(pair):
    scores = evaluate(*pair)
    for rates in (scores.strict, scores.lax, scores.null):
        assert all(0 <= rate <= 1 for rate in (rates.precision, rates.recall, rates.f1))
    assert scores.lax.precision >= scores.strict.precision
    assert scores.lax.recall >= scores.strict.recall


@law
@given(plain)
def test_swapped_twice_is_the_same(alignment):
    assert alignment.swapped().swapped() == alignment


@law
@given(alignments(crossing=True, texts=st.just("а")))
def test_swapped_twice_is_the_same_for_crossing_beads(alignment):
    mirrored = alignment.swapped()
    assert sorted(mirrored.pairs, key=lambda b: b.source[0].index) == list(mirrored.pairs)
    assert mirrored.swapped() == alignment


@law
@given(alignments())
def test_html_is_well_formed_and_holds_no_foreign_element(alignment):
    html = html_table(alignment)
    root = ET.fromstring(html)
    known = {"div", "style", "p", "table", "thead", "tbody", "tr", "th", "td", "meter", "em", "mark", "span"}
    known |= {"details", "summary", "strong"}
    assert {element.tag for element in root.iter()} <= known
    assert len(root.findall(".//tbody/tr")) == len(alignment.beads)


@law
@given(alignments(), st.integers(42, 200))
def test_text_table_keeps_its_width_and_every_visible_letter(alignment, width):
    lines = text_table(alignment, width=width).split("\n")[1:]
    assert all(cells(line) <= width for line in lines)
    visible = "".join(lines)
    for bead in alignment.beads:
        assert set(letters(bead.source_text)) <= set(visible) | set("\ufffe\uffff")


@law
@given(alignments())
def test_views_of_any_alignment_are_one_line_or_whole(alignment):
    assert len(repr(alignment).splitlines()) == 1
    assert all(bead.explain() for bead in alignment.beads)


@law
@given(alignments())
def test_ladder_round_trip(alignment):
    assume(alignment.beads)
    gold = parse_gold(ladder(alignment, alignment.source, alignment.target))
    assert gold.beads == as_gold(alignment).beads
    gold.check(alignment.source, alignment.target)


@law
@given(st.lists(st.tuples(st.sampled_from([0.0, 0.25, 0.5, 1.0]), st.booleans()), min_size=1))
def test_auroc_is_the_share_of_pairs_in_the_right_order(observed):
    right = [c for c, r in observed if r]
    wrong = [c for c, r in observed if not r]
    assume(right and wrong)
    slow = sum((a > b) + 0.5 * (a == b) for a in right for b in wrong) / (len(right) * len(wrong))
    confidences, rights = (np.array(column) for column in zip(*observed, strict=True))
    assert abs(auroc(confidences, rights) - slow) < 1e-12


@law
@given(st.lists(st.tuples(probabilities, st.booleans())), st.integers(1, 20))
def test_reliability_counts_every_bead_once(observed, bins):
    confidences = np.array([c for c, _ in observed], dtype=float)
    table = reliability(confidences, np.array([r for _, r in observed], dtype=bool), bins)
    assert sum(row.count for row in table) == len(observed)
    assert all(row.low - 1e-9 <= row.confidence <= row.high + 1e-9 for row in table if row.count)
