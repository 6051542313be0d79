"""The recursions against the slow obvious version: every alignment, one by one."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paralign.aligning.lattice import Grid, Lattice, Scores, match_shapes

MAX_MERGE = 3
SHAPES = match_shapes(MAX_MERGE)


@dataclass(frozen=True)
class Case:
    n: int
    m: int
    scores: Scores

    @property
    def grid(self):
        return Grid(np.zeros(self.n + 1, np.int64), np.full(self.n + 1, self.m), SHAPES)


def random_case(n, m, seed):
    rng = np.random.default_rng(seed)
    match = rng.normal(size=(len(SHAPES), (n + 1) * (m + 1)))
    return Case(n, m, Scores(match, rng.normal(size=n), rng.normal(size=m), *rng.normal(size=3)))


def all_alignments(case):
    """Every alignment with its score: beads one after the other, source nulls of a run before target nulls."""
    found = []
    scores = case.scores
    match = scores.match.reshape(len(SHAPES), case.n + 1, case.m + 1)

    def go_on(i, j, last, score, beads):
        if (i, j) == (case.n, case.m):
            found.append((score + (scores.edge if last != "match" else 0), tuple(beads)))
            return
        for shape, (a, b) in enumerate(SHAPES):
            if i + a <= case.n and j + b <= case.m:
                go_on(i + a, j + b, "match", score + match[shape, i, j], [*beads, (i, i + a, j, j + b)])
        if i < case.n and last != "target":
            cost = 0 if last == "source" else scores.opening + (scores.edge if i == 0 else 0)
            go_on(i + 1, j, "source", score + scores.source_null[i] + cost, [*beads, (i, i + 1, j, j)])
        if j < case.m:
            cost = 0 if last == "target" else scores.opening + (scores.edge if j == 0 else 0)
            if last == "source":
                cost += scores.both + (scores.edge if i == case.n else 0)
            go_on(i, j + 1, "target", score + scores.target_null[j] + cost, [*beads, (i, i, j, j + 1)])

    go_on(0, 0, "match", 0.0, [])
    return found


def probability_of(beads, posterior, grid):
    i, k, j, q = beads
    if i == k:
        return posterior.target_null[j]
    if j == q:
        return posterior.source_null[i]
    return posterior.match[SHAPES.index((k - i, q - j)), grid.offset[i] + j]


sizes = st.integers(0, 4)


@settings(max_examples=60, deadline=None)
@given(sizes, sizes, st.integers(0, 10_000))
def test_the_best_path_is_the_best_of_all_alignments(n, m, seed):
    case = random_case(n, m, seed)
    best = max(all_alignments(case))
    assert tuple(Lattice(case.grid, case.scores).best_path()) == best[1]


@settings(max_examples=60, deadline=None)
@given(sizes, sizes, st.integers(0, 10_000))
def test_posteriors_are_shares_of_all_alignments(n, m, seed):
    case = random_case(n, m, seed)
    everything = all_alignments(case)
    total = np.logaddexp.reduce([score for score, _ in everything])
    posterior = Lattice(case.grid, case.scores).posterior()
    assert posterior.log_total == pytest.approx(total)
    for bead in {bead for _, beads in everything for bead in beads}:
        share = sum(np.exp(score - total) for score, beads in everything if bead in beads)
        assert probability_of(bead, posterior, case.grid) == pytest.approx(share) or _is_null(bead)
    for i in range(n):
        alone = sum(
            np.exp(s - total) for s, beads in everything if any(b[:2] == (i, i + 1) and b[2] == b[3] for b in beads)
        )
        assert posterior.source_null[i] == pytest.approx(alone)


def _is_null(bead):
    """A null's place between target clauses is not told apart: it is the clause's probability that counts."""
    return bead[0] == bead[1] or bead[2] == bead[3]


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 10_000))
def test_every_clause_has_probability_one(n, m, seed):
    case = random_case(n, m, seed)
    posterior = Lattice(case.grid, case.scores).posterior()
    source, target = posterior.source_null.copy(), posterior.target_null.copy()
    for shape, (a, b) in enumerate(SHAPES):
        for node, share in enumerate(posterior.match[shape]):
            i, j = case.grid.rows[node], case.grid.columns[node]
            source[i : i + a] += share
            target[j : j + b] += share
    assert source == pytest.approx(np.ones(n))
    assert target == pytest.approx(np.ones(m))


def test_expected_runs_are_the_slope_of_the_total():
    case = random_case(4, 3, 7)
    posterior = Lattice(case.grid, case.scores).posterior()

    def total(**changes):
        return Lattice(case.grid, replace(case.scores, **changes)).posterior().log_total

    for name, expected in (("opening", posterior.openings), ("edge", posterior.edges), ("both", posterior.both)):
        at, h = getattr(case.scores, name), 1e-5
        slope = (total(**{name: at + h}) - total(**{name: at - h})) / (2 * h)
        assert expected == pytest.approx(slope, abs=1e-6)


def test_a_band_that_holds_everything_probable_changes_nothing():
    n = 12
    full = random_case(n, n, 3)
    grid = full.grid
    diagonal = np.abs(grid.rows - grid.columns) <= 2
    match = np.where(diagonal, full.scores.match + 12, -50.0)
    wide = Lattice(grid, Scores(match, full.scores.source_null - 20, full.scores.target_null - 20, -1, 0))
    low, high = np.clip(np.arange(n + 1) - 5, 0, n), np.clip(np.arange(n + 1) + 5, 0, n)
    band = Grid(low, high, SHAPES)
    inside = grid.node(band.rows, band.columns)
    narrow = Lattice(band, Scores(match[:, inside], full.scores.source_null - 20, full.scores.target_null - 20, -1, 0))
    assert narrow.best_path() == wide.best_path()
    assert narrow.posterior().match == pytest.approx(wide.posterior().match[:, inside], abs=1e-6)


def test_shapes_are_symmetric_and_bounded():
    assert match_shapes(1) == ((1, 1),)
    assert set(match_shapes(5)) == {(b, a) for a, b in match_shapes(5)}
    assert max(a + b for a, b in match_shapes(5)) == 7
