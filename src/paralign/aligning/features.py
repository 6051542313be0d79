"""What a bead looks like, in numbers.

All features are measured over a *block*: some source clauses against the target clauses near them. Arrays over a
block have the shape (source clauses, target clauses); entry (i, j) belongs to the bead that begins at source clause
i and target clause j. Similarities are put on the document's own scale, on which clauses that have nothing to do
with each other lie around 0 and translations around 1, so that one set of weights serves any encoder.

The features and what they gained in trials are listed in DESIGN.md, section 8; the ideas of comparing a bead with
the beads one clause longer or shorter are from Thompson & Koehn (Vecalign, 2019) and Liu & Zhu (Bertalign, 2022).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paralign.aligning.coverage import Coverage
from paralign.aligning.lattice import Shape
from paralign.aligning.sides import Side

Floats = NDArray[np.float32]
#: A feature's name and its values over a block, or one value for all.
Named = tuple[str, Floats | np.float32]
#: For each clause the set of its numbers, or of its names.
Keys = tuple[frozenset[str], ...]

#: Stands for the cosine of a bead that cannot be; far below any that can.
_NOWHERE = np.float32(-99.0)

#: Feature names in the order of the weights. The first word says what is measured; see ``match_features``.
MATCH_FEATURES = (
    "match",
    "one_to_one",
    "size",
    "unequal",
    "cosine",
    "cosine_sized",
    "extension",
    "extension_sized",
    "reduction",
    "length",
    "length_squared",
    "length_one_to_one",
    "numbers_shared",
    "numbers_alone",
    "names_shared",
    "names_alone",
    "end_same",
    "end_differs",
    "inner_stop",
    "inner_lower",
    "begin_case",
    "place_same",
    "place_differs",
    "path_same",
    "group_differs",
    "group_mixed",
    "weak_member",
    "short",
    "short_cosine",
)
WORD_FEATURES = (
    "coverage_least",
    "coverage_sized",
    "coverage_weakest",
    "outside",
)
NULL_FEATURES = (
    "null",
    "null_cosine",
    "null_length",
    "null_short",
    "null_lower",
    "null_numbers",
    "null_matter",
    "null_closing",
    "null_heading",
    "null_editorial",
)
NULL_WORD_FEATURES = ("null_coverage",)
#: A run of nulls; one at the beginning or end of a side; one on the source that one on the target follows at once.
RUN_FEATURES = ("null_run", "null_run_edge", "null_run_both")
#: Of two clauses that may have changed places; see ``crossing``.
CROSSING_FEATURES = (
    "crossing",
    "crossing_gain",
    "crossing_alone",
    "crossing_choice",
    "crossing_short",
)


@dataclass(frozen=True, slots=True)
class Scale:
    """The document's own scale of cosines, and its ratio of lengths.

    Attributes:
        none: Cosine of clauses that have nothing to do with each other.
        same: Cosine of clauses that translate each other.
        log_ratio: Natural logarithm of source length over target length.
    """

    none: float
    same: float
    log_ratio: float

    def __call__(self, cosine: Floats) -> Floats:
        """Return cosines on the document's scale: around 0 for nothing in common, around 1 for translations."""
        scaled: Floats = (cosine - np.float32(self.none)) / np.float32(self.same - self.none)
        return scaled


class Block:
    """The measures over source clauses ``rows`` and target clauses ``columns``.

    Args:
        source: The source document's arrays.
        target: The target document's arrays.
        scale: The document pair's scale.
        rows: The source clauses at which beads begin.
        columns: The target clauses at which beads begin.
    """

    def __init__(self, source: Side, target: Side, scale: Scale, rows: range, columns: range) -> None:
        self.source, self.target, self.scale = source, target, scale
        self.rows, self.columns = rows, columns
        self.longest = len(source.encoding.runs) - 1
        self._cosine = self._all_cosines()
        self.coverage = Coverage(source, target, rows, columns, self.longest) if source.encoding.words else None

    def _all_cosines(self) -> NDArray[np.float32]:
        """Return the scaled cosines of all runs, with a margin; four axes: size and place on either side.

        Entry [a - 1, i + 1, b - 1, j + 1] is of the run of a source clauses from row i and b target clauses from
        column j; far below zero where a run would leave its document.
        """
        u, u_inside = _window(self.source.encoding.runs, self.rows)
        v, v_inside = _window(self.target.encoding.runs, self.columns)
        width = u.shape[-1]
        cosines = (u.reshape(-1, width) @ v.reshape(-1, width).T).reshape(*u.shape[:2], *v.shape[:2])
        inside = u_inside[:, :, None, None] & v_inside[None, None]
        return np.where(inside, self.scale(cosines), _NOWHERE).astype(np.float32)

    def cosine(self, shape: Shape, move: tuple[int, int] = (0, 0)) -> Floats:
        """Return the scaled cosines of beads of a shape whose begin is moved by (rows, columns)."""
        (a, b), (di, dj) = shape, move
        rows, columns = len(self.rows), len(self.columns)
        return self._cosine[a - 1, 1 + di : 1 + di + rows, b - 1, 1 + dj : 1 + dj + columns]

    def match_features(self, shape: Shape) -> Floats:
        """Return (features, rows, columns): the features of all beads of one shape; any value where there is none."""
        named = dict(self._similarity(shape)) | dict(self._lengths(shape)) | dict(self._surface(shape))
        names: tuple[str, ...] = MATCH_FEATURES
        if self.coverage is not None:
            named |= dict(self._words(shape))
            names = MATCH_FEATURES + WORD_FEATURES
        full = (len(self.rows), len(self.columns))
        return np.stack([np.broadcast_to(np.asarray(named[name], np.float32), full) for name in names])

    def _similarity(self, shape: Shape) -> Iterator[Named]:
        a, b = shape
        size = a + b
        cosine = self.cosine(shape)
        yield "match", np.float32(1.0)
        yield "one_to_one", np.float32(size == 2)
        yield "size", np.float32(size - 2)
        yield "unequal", np.float32(abs(a - b))
        yield "cosine", cosine
        yield "cosine_sized", cosine * size
        longer = np.maximum.reduce([self.cosine(*bead) for bead in _longer(shape, self.longest)])
        longer = np.where(longer > _NOWHERE, longer - cosine, 0)
        yield "extension", longer
        yield "extension_sized", np.maximum(longer, 0) * size
        shorter = [self.cosine(*bead) for bead in _shorter(shape)]
        yield "reduction", np.minimum(0, cosine - np.maximum.reduce(shorter)) if shorter else np.float32(0)
        yield "weak_member", self._weak_member(shape) if shorter else np.float32(0)

    def _weak_member(self, shape: Shape) -> Floats:
        """How much less like the other side the least like clause is than the most like one."""
        a, b = shape
        members = [self.cosine((1, b), (k, 0)) for k in range(a)] if a > 1 else []
        members += [self.cosine((a, 1), (0, k)) for k in range(b)] if b > 1 else []
        spread: Floats = np.maximum.reduce(members) - np.minimum.reduce(members)
        return spread

    def _lengths(self, shape: Shape) -> Iterator[Named]:
        a, b = shape
        source = _run_sums(self.source.lengths, self.rows, a)[:, None]
        target = _run_sums(self.target.lengths, self.columns, b)[None, :]
        off = np.log((source + 5) / (target + 5)) - np.float32(self.scale.log_ratio)
        short = np.exp(-np.minimum(source, target) / 25)
        yield "short", short
        yield "short_cosine", short * self.cosine(shape)
        certain = np.sqrt(np.minimum(source, target) / (np.minimum(source, target) + 40))
        off = np.clip(off * certain, -3, 3)
        yield "length", np.minimum(np.abs(off), 2) * (a + b)
        yield "length_squared", off**2
        yield "length_one_to_one", off**2 if a == b == 1 else np.float32(0)

    def _surface(self, shape: Shape) -> Iterator[Named]:
        a, b = shape
        s, t = self.source, self.target
        for what, ours, theirs in (("numbers", s.numbers, t.numbers), ("names", s.names, t.names)):
            shared, alone = self._shared(shape, ours, theirs)
            yield f"{what}_shared", shared
            yield f"{what}_alone", alone
        same = _at(s.ends, self.rows, a - 1)[:, None] == _at(t.ends, self.columns, b - 1)[None, :]
        stops = (_is_stop(_at(s.ends, self.rows, a - 1))[:, None], _is_stop(_at(t.ends, self.columns, b - 1))[None, :])
        yield "end_same", same.astype(np.float32)
        yield "end_differs", (stops[0] != stops[1]).astype(np.float32)
        yield (
            "inner_stop",
            _inner(_is_stop(s.ends), self.rows, a, 0)[:, None] + _inner(_is_stop(t.ends), self.columns, b, 0),
        )
        yield "inner_lower", _inner(s.lower, self.rows, a, 1)[:, None] + _inner(t.lower, self.columns, b, 1)
        yield "begin_case", (_at(s.lower, self.rows, 0)[:, None] != _at(t.lower, self.columns, 0)).astype(np.float32)
        yield from self._structure(shape)

    def _structure(self, shape: Shape) -> Iterator[Named]:
        a, b = shape
        s, t = self.source, self.target
        equal, known = _equal(s.places, self.rows, t.places, self.columns)
        yield "place_same", equal.astype(np.float32)
        yield "place_differs", (known & ~equal).astype(np.float32)
        yield "path_same", _equal(s.paths, self.rows, t.paths, self.columns)[0].astype(np.float32)
        group_s, group_t = _at(s.group, self.rows, 0)[:, None], _at(t.group, self.columns, 0)[None, :]
        yield "group_differs", (group_s != group_t).astype(np.float32)
        change_s, change_t = np.diff(s.group, prepend=0) != 0, np.diff(t.group, prepend=0) != 0
        yield "group_mixed", _inner(change_s, self.rows, a, 1)[:, None] + _inner(change_t, self.columns, b, 1)

    def _shared(self, shape: Shape, source: Keys, target: Keys) -> tuple[Floats, Floats]:
        """How many numbers (or names) are on both sides of a bead, and how many on one side only, each at most 4."""
        a, b = shape
        ours, theirs = _unions(source, self.rows, a), _unions(target, self.columns, b)
        known = {key: k for k, key in enumerate(sorted(set().union(*ours) & set().union(*theirs)))}
        shared = _indicators(ours, known) @ _indicators(theirs, known).T
        count = np.array([len(x) for x in ours], np.float32)[:, None] + np.array([len(x) for x in theirs], np.float32)
        return np.minimum(shared, 4), np.minimum(count - 2 * shared, 4)

    def _words(self, shape: Shape) -> Iterator[Named]:
        assert self.coverage is not None
        size = shape[0] + shape[1]
        source, target = self.coverage.source(shape), self.coverage.target(shape)
        yield "coverage_least", np.minimum(source, target)
        yield "coverage_sized", (source + target) * size
        yield "coverage_weakest", self.coverage.weakest(shape) if size > 2 else np.float32(0)
        yield "outside", self.coverage.outside(shape)


def null_features(side: Side, best_cosine: Floats, best_coverage: Floats | None) -> Floats:
    """Return (features, n): the features of a clause standing alone.

    Args:
        side: The clause's document.
        best_cosine: (n,) the clause's best scaled cosine to a clause nearby on the other side.
        best_coverage: (n,) the share of its words found in one clause nearby, None without word vectors.
    """
    size = np.log(side.lengths / 50)
    named = [
        np.ones(len(side)),
        best_cosine,
        size,
        side.lengths < 12,
        side.lower,
        np.array([len(numbers) > 0 for numbers in side.numbers], bool),
        (side.group > 0) & (side.ends == 0),
        side.group == 3,
        side.group == 1,
        side.group == 2,
    ]
    if best_coverage is not None:
        named.append(best_coverage)
    return np.array(named, np.float32)


def _longer(shape: Shape, longest: int) -> Iterator[tuple[Shape, tuple[int, int]]]:
    """The beads one clause longer at any end: shape, and where they begin."""
    a, b = shape
    if a <= longest:
        yield from (((a + 1, b), (0, 0)), ((a + 1, b), (-1, 0)))
    if b <= longest:
        yield from (((a, b + 1), (0, 0)), ((a, b + 1), (0, -1)))


def _shorter(shape: Shape) -> Iterator[tuple[Shape, tuple[int, int]]]:
    a, b = shape
    if a > 1:
        yield from (((a - 1, b), (0, 0)), ((a - 1, b), (1, 0)))
    if b > 1:
        yield from (((a, b - 1), (0, 0)), ((a, b - 1), (0, 1)))


def _window(runs: Floats, clauses: range) -> tuple[Floats, NDArray[np.bool_]]:
    """Runs of every size from one clause before ``clauses`` on, and which of them are inside the text.

    There is a clause more before, since beads may begin one place earlier, and as many behind as a bead has members.
    """
    at = np.arange(clauses.start - 1, clauses.stop + len(runs))
    count = runs.shape[1]
    inside = np.stack([(at >= 0) & (at + size <= count) for size in range(1, len(runs) + 1)])
    return runs[:, np.clip(at, 0, max(count - 1, 0))], inside


def _at(values: NDArray[np.generic], clauses: range, ahead: int) -> NDArray[np.generic]:
    """The values ``ahead`` places after each clause; the last one's where that would pass the end."""
    return values[np.minimum(np.arange(clauses.start, clauses.stop) + ahead, len(values) - 1)]


def _run_sums(values: Floats, clauses: range, size: int) -> Floats:
    sums = np.concatenate([[0], np.cumsum(values, dtype=np.float64)])
    at = np.arange(clauses.start, clauses.stop)
    return np.asarray(sums[np.minimum(at + size, len(values))] - sums[at], np.float32)


def _inner(marks: NDArray[np.bool_], clauses: range, size: int, first: int) -> Floats:
    """How many of a run's clauses are marked, leaving out its last (first = 0) or its first (first = 1)."""
    if size == 1:
        return np.zeros(len(clauses), np.float32)
    shifted = marks.astype(np.float32)[first:]
    padded = np.concatenate([shifted, np.zeros(first + size, np.float32)])
    return _run_sums(padded, clauses, size - 1)


def _is_stop(ends: NDArray[np.generic]) -> NDArray[np.bool_]:
    return (ends == 1) | (ends == 2)  # type: ignore[no-any-return]


def _equal(
    source: tuple[str, ...], rows: range, target: tuple[str, ...], columns: range
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """(rows, columns): where two texts are known and equal, and where both are known."""
    ours, theirs = np.array(source[rows.start : rows.stop]), np.array(target[columns.start : columns.stop])
    known = (ours != "")[:, None] & (theirs != "")[None, :]
    return known & (ours[:, None] == theirs[None, :]), known


def _unions(keys: Keys, clauses: range, size: int) -> list[frozenset[str]]:
    return [frozenset().union(*keys[i : i + size]) for i in clauses]


def _indicators(sets: list[frozenset[str]], known: dict[str, int]) -> Floats:
    table = np.zeros((len(sets), max(len(known), 1)), np.float32)
    for i, keys in enumerate(sets):
        table[i, [known[key] for key in keys if key in known]] = 1
    return table
