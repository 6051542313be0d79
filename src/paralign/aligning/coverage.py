"""How much of each side's words is found on the other side.

For each token the best cosine to any token of the other side; summed over a clause, weighted by rarity. What cosines
of whole clauses blur, a name or a verb that nothing answers to, shows here. The measure is the one of BERTScore
(Zhang et al., ICLR 2020), on the encoder's input vectors.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paralign.aligning.lattice import Shape
from paralign.aligning.sides import Side
from paralign.encoders import Words

Floats = NDArray[np.float32]


class Coverage:
    """Coverage over a block of source and target clauses.

    Args:
        source: The source document's arrays; both sides have words.
        target: The target document's arrays.
        rows: The source clauses at which beads begin.
        columns: The target clauses at which beads begin.
        longest: The most clauses a bead has on a side.
    """

    def __init__(self, source: Side, target: Side, rows: range, columns: range, longest: int) -> None:
        assert source.encoding.words is not None and target.encoding.words is not None
        ours = _Tokens(source.encoding.words, rows, longest)
        theirs = _Tokens(target.encoding.words, columns, longest)
        cosines = ours.vectors @ theirs.vectors.T
        self._mass = (ours.mass, theirs.mass)
        self._found = _Found(ours, theirs, cosines, longest), _Found(theirs, ours, cosines.T, longest)
        self._count = len(rows), len(columns)

    def source(self, shape: Shape) -> Floats:
        """Return (rows, columns): the share of each bead's source words that its target side has."""
        return self._share(0, shape)

    def target(self, shape: Shape) -> Floats:
        """Return (rows, columns): the share of each bead's target words that its source side has."""
        return self._share(1, shape[::-1]).T

    def weakest(self, shape: Shape) -> Floats:
        """Return (rows, columns): the least share that any one clause of a bead has on the other side."""
        ours = self._members(0, shape) if shape[0] > 1 else []
        theirs = [x.T for x in self._members(1, shape[::-1])] if shape[1] > 1 else []
        least: Floats = np.minimum.reduce(ours + theirs)
        return least

    def outside(self, shape: Shape) -> Floats:
        """Return (rows, columns): the share of words that find something better just outside the bead, both ways."""
        source = self._sums(0, shape, self._found[0].better_outside[shape[1] - 1])
        target = self._sums(1, shape[::-1], self._found[1].better_outside[shape[0] - 1])
        return source + target.T

    def _share(self, side: int, shape: Shape) -> Floats:
        return self._sums(side, shape, self._found[side].mass[shape[1] - 1])

    def _sums(self, side: int, shape: Shape, found: Floats) -> Floats:
        """Sum a measure over the clauses of each run and divide by the run's mass."""
        rows, columns = self._count[side], self._count[1 - side]
        own = sum(self._mass[side][k : k + rows] for k in range(shape[0]))
        summed = sum(found[k : k + rows, 1 : 1 + columns] for k in range(shape[0]))
        return np.asarray(summed / np.maximum(own, 1e-6)[:, None], np.float32)

    def _members(self, side: int, shape: Shape) -> list[Floats]:
        rows, columns = self._count[side], self._count[1 - side]
        share = self._found[side].mass[shape[1] - 1] / self._mass[side][:, None]
        return [share[k : k + rows, 1 : 1 + columns] for k in range(shape[0])]


class _Tokens:
    """The tokens of some clauses and of those a bead can reach: one before, ``longest`` behind.

    Attributes:
        vectors: (types, d), one row a type of token that occurs.
        ids: (tokens,) the type of each token.
        starts: First token of each clause; clauses outside the text have a single token of a zero vector.
        weights: (clauses, types) summed rarity.
        mass: (clauses,) the same, summed over types, from the first asked-for clause on.
    """

    def __init__(self, words: Words, clauses: range, longest: int) -> None:
        count = len(words.bounds) - 1
        places = range(clauses.start - 1, clauses.stop + longest)
        pieces = [words.ids[words.bounds[i] : words.bounds[i + 1]] if 0 <= i < count else words.ids[:0] for i in places]
        used = np.unique(np.concatenate(pieces)) if pieces else np.zeros(0, np.int64)
        nothing = len(used)
        local = [np.searchsorted(used, ids) if len(ids) else np.array([nothing]) for ids in pieces]
        self.vectors = np.concatenate([words.vectors[used], np.zeros((1, words.vectors.shape[1]), np.float32)])
        self.ids = np.concatenate(local)
        self.starts = np.concatenate([[0], np.cumsum([len(ids) for ids in local])[:-1]])
        rarity = np.append(words.rarity[used], np.float32(0))
        self.weights = np.zeros((len(local) - 1, nothing + 1), np.float32)
        for i, ids in enumerate(local[1:]):
            np.add.at(self.weights[i], ids, rarity[ids])
        self.mass = np.maximum(self.weights.sum(axis=1), 1e-6)


class _Found:
    """For every clause of one side and run of the other: how much of the clause's mass is found in the run.

    Attributes:
        mass: For each size of run, (clauses, places): place p is the run that begins one clause before the block + p.
        better_outside: The same for what a clause just outside the run would add.
    """

    def __init__(self, own: _Tokens, other: _Tokens, cosines: Floats, longest: int) -> None:
        single = np.maximum.reduceat(cosines[:, other.ids], other.starts, axis=1)
        single = np.maximum(single, 0)
        places = single.shape[1]
        self.mass: list[Floats] = []
        self.better_outside: list[Floats] = []
        run = single
        for size in range(1, longest + 1):
            if size > 1:
                run = run.copy()
                run[:, : places - size + 1] = np.maximum(run[:, : places - size + 1], single[:, size - 1 :])
            self.mass.append(own.weights @ run)
            outside = np.zeros_like(single)
            outside[:, 1:] = single[:, :-1]
            outside[:, : places - size] = np.maximum(outside[:, : places - size], single[:, size:])
            self.better_outside.append(own.weights @ np.maximum(outside - run, 0))
