"""Where the search looks: connected whatever the links, and wide enough."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paralign.aligning import corridor as corridors
from paralign.aligning.corridor import corridor, first_pass
from paralign.aligning.lattice import match_shapes

chains = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=12)


def rising(links, n, m):
    """A chain out of any links: each after the last on both sides, inside the texts."""
    chain = []
    for i, j in sorted(links):
        if i < n and j < m and (not chain or (i > chain[-1][0] and j > chain[-1][1])):
            chain.append((i, j))
    return chain


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 300), st.integers(0, 300), chains, st.integers(0, 20))
def test_a_corridor_is_connected_and_holds_its_chain(n, m, links, radius):
    chain = rising(links, n, m)
    grid = corridor(n, m, chain, radius, match_shapes(2))
    assert (grid.low[0], grid.high[n]) == (0, m)
    assert (np.diff(grid.low) >= 0).all()
    assert (np.diff(grid.high) >= 0).all()
    assert (grid.low <= grid.high).all()
    assert (grid.low[1:] <= grid.high[:-1]).all()
    nodes = [grid.node(np.array([i + d]), np.array([j + d]))[0] for i, j in chain for d in (0, 1)]
    assert all(node < grid.offset[-1] for node in nodes)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 10_000), st.sampled_from([10, 60, 4_000_000]))
def test_the_first_pass_gives_a_rising_chain(n, m, seed, cells):
    rng = np.random.default_rng(seed)
    source, target = rng.normal(size=(n, 8)).astype(np.float32), rng.normal(size=(m, 8)).astype(np.float32)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corridors, "_CELLS", cells)
        chain = first_pass(source, target, 0.4)
    assert chain == rising(chain, n, m)


def test_the_first_pass_finds_the_best_chain():
    rng = np.random.default_rng(5)
    gains = rng.normal(size=(9, 7))
    best = np.zeros((10, 8))
    for i in range(9):
        for j in range(7):
            best[i + 1, j + 1] = max(best[i, j + 1], best[i + 1, j], best[i, j] + gains[i, j])
    source, target = gains.astype(np.float32), np.eye(7, dtype=np.float32)
    chain = first_pass(source, target, 0.0)
    assert sum(gains[i, j] for i, j in chain) == pytest.approx(best[9, 7], rel=1e-5)


def test_a_gap_is_open_to_its_corners():
    grid = corridor(100, 300, [], 10, match_shapes(2))
    assert (grid.low[100], grid.high[0]) == (0, 300)


def test_a_huge_gap_is_a_band():
    grid = corridor(5000, 5000, [], 10, match_shapes(2))
    assert (grid.high - grid.low).max() < 600
