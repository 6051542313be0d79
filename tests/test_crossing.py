"""Clauses that changed places are found again; clauses in order stay in order."""

import pytest

import paralign
from paralign.explaining import FEATURE_PHRASES


@pytest.fixture(scope="module")
def texts():
    """The declaration's fifteen pairs, as two lists in the same order."""
    page = paralign.alma_ata()
    pairs = [(s, t) for s, t in paralign.alma_ata_gold().beads if s and t]
    return [page.source.clauses[s[0]].text for s, _ in pairs], [page.target.clauses[t[0]].text for _, t in pairs]


def order_of(alignment):
    return {tuple(c.index for c in pair.source): tuple(c.index for c in pair.target) for pair in alignment.pairs}


def test_texts_in_order_have_no_crossing(texts):
    alignment = paralign.align(*texts)
    assert not any(bead.crossing for bead in alignment.beads)


def test_a_moved_clause_is_found(texts):
    source, target = texts
    moved = [*target[:3], *target[4:12], target[3], *target[12:]]
    alignment = paralign.align(source, moved)
    assert order_of(alignment)[(3,)] == (11,)
    assert [bead.source[0].index for bead in alignment.beads if bead.crossing] == [3]


def test_two_blocks_that_changed_places_are_found(texts):
    source, target = texts
    swapped = [*target[:3], *target[7:11], *target[3:7], *target[11:]]
    alignment = paralign.align(source, swapped)
    right = {(k,): (swapped.index(text),) for k, text in enumerate(target)}
    assert order_of(alignment) == right
    assert sum(bead.crossing for bead in alignment.beads) == 4


def test_a_moved_clause_is_not_left_glued_to_its_new_neighbour(texts):
    source, target = texts
    for moved in range(2, len(target) - 6):
        rest = [*target[:moved], *target[moved + 1 :]]
        changed = [*rest[: moved + 5], target[moved], *rest[moved + 5 :]]
        order = order_of(paralign.align(source, changed))
        assert order[(moved,)] == (moved + 5,)


@pytest.mark.parametrize("first", [2, 4, 6, 9])
def test_two_neighbours_that_changed_places_are_two_pairs(texts, first):
    source, target = texts
    swapped = [*target[:first], target[first + 1], target[first], *target[first + 2 :]]
    order = order_of(paralign.align(source, swapped))
    assert order[(first,)] == (first + 1,)
    assert order[(first + 1,)] == (first,)


def test_what_occurs_twice_is_not_said_to_have_moved(texts):
    source, target = texts
    alignment = paralign.align([*source, "Приложение"], ["Annex", *target[:8], "Annex", *target[8:]])
    assert not any(bead.crossing for bead in alignment.beads)


def test_a_crossing_bead_stands_where_its_source_is(texts):
    source, target = texts
    alignment = paralign.align(source, [target[-1], *target[:-1]])
    assert [bead.source[0].index for bead in alignment.beads] == list(range(len(source)))


def test_beads_explain_themselves(texts):
    alignment = paralign.align(texts[0], texts[1][:-1])
    pair, null = alignment.pairs[0], next(bead for bead in alignment.beads if bead.is_null)
    assert "closeness in meaning" in pair.explain()
    assert "no counterpart" in null.explain()
    assert {evidence.feature for evidence in (*pair.evidence, *null.evidence)} <= set(FEATURE_PHRASES)
