"""Invariants of DESIGN.md that must hold whatever the clauses: a cover, probabilities, the mirror."""

from hypothesis import given, settings
from hypothesis import strategies as st

import paralign

FRAGMENTS = [
    "Статья 1",
    "Article 1",
    "1. Стороны уважают границы друг друга.",
    "1. The Parties shall respect each other's borders.",
    "стремясь построить демократические правовые государства,",
    "seeking to build democratic law-governed states,",
    "а) консультации; и",
    "(a) consultations; and",
    "С. Шушкевич",
    "Page 12",
    "",
    " ",
    "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}",
    "СОВЕРШЕНО в городе Алма-Ате 21 декабря 1991 года.",
    "Done at Alma-Ata on 21 December 1991.",
]
clauses = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=40)), max_size=9)


@settings(max_examples=60, deadline=None)
@given(clauses, clauses)
def test_an_alignment_is_a_cover_with_probabilities(source, target):
    alignment = paralign.align(source, target)
    assert sorted(c.index for b in alignment.beads for c in b.source) == list(range(len(source)))
    assert sorted(c.index for b in alignment.beads for c in b.target) == list(range(len(target)))
    assert all(0 <= bead.confidence <= 1 for bead in alignment.beads)
    assert all(-1.001 <= bead.similarity <= 1.001 for bead in alignment.beads)
    for i in range(len(source)):
        assert abs(sum(alignment.link_probability(i, j) for j in [*range(len(target)), None]) - 1) < 1e-6


@settings(max_examples=40, deadline=None)
@given(clauses, clauses)
def test_swapping_the_sides_mirrors_the_alignment(source, target):
    one, other = paralign.align(source, target), paralign.align(target, source).swapped()
    assert sorted(b.confidence for b in one.beads) == sorted(b.confidence for b in other.beads)
    beads = [
        {(tuple(c.index for c in b.source), tuple(c.index for c in b.target)) for b in a.beads} for a in (one, other)
    ]
    assert beads[0] == beads[1] or source == target
