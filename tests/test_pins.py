"""Pins: what the user has decided is held, and the rest is aligned around it."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import paralign
from paralign.errors import OptionError


@pytest.fixture(scope="module")
def declaration():
    return paralign.align(paralign.alma_ata())


def as_indices(alignment):
    return [(tuple(c.index for c in b.source), tuple(c.index for c in b.target)) for b in alignment.beads]


def held(pins, beads):
    """A null pin of several clauses is held clause by clause."""
    wanted = [((i,), ()) for s, t in pins if not t for i in s] + [((), (j,)) for s, t in pins if not s for j in t]
    wanted += [(tuple(sorted(s)), tuple(sorted(t))) for s, t in pins if s and t]
    return set(wanted) <= set(beads)


@pytest.mark.parametrize(
    "pins",
    [
        [((8,), (24,))],
        [((7, 8), (22, 23, 24))],
        [((15,), (31,))],
        [((2,), ()), ((), (17,))],
        [((9,), (30,)), ((14,), (25,))],
        [((3, 5), (18,))],
        [((0, 1, 2, 3, 4, 5, 6), (15, 16, 17, 18, 19, 20, 21))],
        [((0,), (32,))],
    ],
)
def test_pins_are_held_and_the_rest_is_a_cover(declaration, pins):
    again = declaration.realign(pins)
    assert held(pins, as_indices(again))
    pinned = {(tuple(s), tuple(t)) for s, t in pins}
    for bead, indices in zip(again.beads, as_indices(again), strict=True):
        if indices in pinned:
            assert bead.confidence == 1
            assert "confidence 1.00" in bead.explain()


def test_links_say_what_pins_say(declaration):
    again = declaration.realign([((9,), (30,)), ((14,), (25,)), ((3, 5), (18,))])
    assert again.link_probability(14, 25) == pytest.approx(1)
    assert again.link_probability(14, None) == pytest.approx(0)
    for i in range(30):
        assert sum(again.link_probability(i, j) for j in [*range(33), None]) == pytest.approx(1)
    for j in range(33):
        assert sum(again.link_probability(i, j, given="target") for i in [*range(30), None]) == pytest.approx(1)


def test_a_bead_of_other_documents_is_refused(declaration):
    other = paralign.align(["Статья 1", "Статья 2"], ["Article 1", "Article 2"])
    with pytest.raises(OptionError, match="not one of these documents"):
        declaration.realign(other.pairs)


indices = st.lists(st.integers(0, 29), max_size=3, unique=True), st.lists(st.integers(0, 32), max_size=3, unique=True)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(*indices).filter(any), max_size=4))
def test_any_pins_that_agree_are_held(declaration, pins):
    for side in (0, 1):
        flat = [i for pin in pins for i in pin[side]]
        if len(flat) != len(set(flat)):
            with pytest.raises(OptionError, match="pins"):
                declaration.realign(pins)
            return
    again = declaration.realign(pins)
    assert held(pins, as_indices(again))
    assert sorted(i for s, _ in as_indices(again) for i in s) == list(range(30))
    assert sorted(j for _, t in as_indices(again) for j in t) == list(range(33))


def test_right_pins_change_nothing_that_was_right(declaration):
    again = declaration.realign(declaration.pairs[2:9])
    assert as_indices(again) == as_indices(declaration)


def test_no_pins_give_the_same_alignment(declaration):
    assert declaration.realign([]) == declaration


def test_align_takes_pins_as_realign_does(declaration):
    pins = [((7, 8), (22, 23, 24))]
    assert paralign.align(paralign.alma_ata(), pins=pins) == declaration.realign(pins)


def test_pins_hold_in_the_mirror(declaration):
    mirrored = declaration.swapped().realign([((22, 23, 24), (7, 8))])
    assert set(as_indices(mirrored.swapped())) == set(as_indices(declaration.realign([((7, 8), (22, 23, 24))])))


@pytest.mark.parametrize(
    ("pins", "says"),
    [
        ([((99,), (0,))], "source clause 99"),
        ([((0,), (-1,))], "target clause -1"),
        ([((), ())], "no clause"),
        ([((0,), (15,)), ((0,), (16,))], "in 2 pins"),
        ([(3, 5)], "not a pin"),
        ([((3,),)], "not a pin"),
        ((((3,), (5,)), 7), "not a pin"),
    ],
)
def test_pins_that_cannot_be_are_said(declaration, pins, says):
    with pytest.raises(OptionError, match=says):
        declaration.realign(pins)


def test_a_loaded_alignment_says_why_it_cannot_realign(declaration, tmp_path):
    declaration.save(tmp_path / "declaration.jsonl")
    with pytest.raises(OptionError, match="embeddings"):
        paralign.load(tmp_path / "declaration.jsonl").realign([])


def test_a_pickled_alignment_leaves_the_embeddings_behind(declaration):
    pickled = pickle.dumps(declaration)
    assert pickle.loads(pickled) == declaration
    assert len(pickled) < 500_000
