"""Notes stand aside: a footnote or a page number in the middle of a sentence does not tear its pair apart."""

from dataclasses import replace

import pytest

import paralign
from paralign.segmentation import document_of

SOURCE = [
    "Статья 5",
    "Стороны признают и уважают территориальную целостность друг друга",
    "17",
    "и нерушимость существующих границ.",
    "Стороны гарантируют открытость границ и свободу передвижения граждан.",
]
TARGET = [
    "Article 5",
    "The Parties acknowledge and respect each other's territorial integrity and the inviolability of existing borders.",
    "The Parties guarantee open borders and freedom of",
    "1 See the Final Act of the Conference.",
    "movement of citizens.",
]


def with_note(texts, index):
    document = document_of(texts)
    clauses = [replace(c, kind="note") if c.index == index else c for c in document.clauses]
    return replace(document, clauses=tuple(clauses))


@pytest.fixture(scope="module")
def documents():
    return with_note(SOURCE, 2), with_note(TARGET, 3)


def indices(alignment):
    return [(tuple(c.index for c in b.source), tuple(c.index for c in b.target)) for b in alignment.beads]


RIGHT = [((0,), (0,)), ((1, 3), (1,)), ((4,), (2, 4))]


def test_a_sentence_is_whole_across_a_note(documents):
    alignment = paralign.align(*documents)
    assert set(RIGHT) <= set(indices(alignment))
    assert not any(bead.crossing for bead in alignment.beads)


def test_the_mirror_is_the_same(documents):
    mirrored = paralign.align(*documents[::-1])
    assert set(RIGHT) <= {(t, s) for s, t in indices(mirrored)}


def test_links_of_notes_sum_to_one(documents):
    alignment = paralign.align(*documents)
    for i in range(5):
        assert sum(alignment.link_probability(i, j) for j in [*range(5), None]) == pytest.approx(1)
        assert sum(alignment.link_probability(j, i, "target") for j in [*range(5), None]) == pytest.approx(1)
    assert alignment.link_probability(3, 1) > 0.4


def test_pins_hold_around_notes(documents):
    alignment = paralign.align(*documents)
    pins = [((2,), ()), ((1,), ()), ((3,), (1,))]
    assert set(pins) <= set(indices(alignment.realign(pins)))
    assert indices(alignment.realign(alignment.pairs)) == indices(alignment)
