"""What the user has decided: beads that every alignment must have.

Pins that follow each other are held by the lattice: every bead that contradicts one is forbidden. Pins that cross
others, or have a gap, cannot stand on a path; their clauses are kept out of all other beads and the pins put in
afterwards.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import index

import numpy as np

from paralign.aligning.lattice import Doubles, Grid, Scores, Step
from paralign.alignment import Bead
from paralign.document import Document
from paralign.errors import OptionError

#: A pin as the user gives it: a bead, or the indices of its source and of its target clauses.
Pin = Bead | tuple[Sequence[int], Sequence[int]]
Indices = tuple[tuple[int, ...], tuple[int, ...]]

#: Score of a null bead that a pin forbids; finite, because null scores are summed along rows.
_NEVER = -1e4


@dataclass(frozen=True)
class Pins:
    """Checked pins.

    Attributes:
        chain: Match beads that follow each other, in order, each a run on both sides.
        apart: Match beads that cross the chain or have gaps.
        source_null: Source clauses that have no counterpart.
        target_null: Target clauses that have no counterpart.
    """

    chain: tuple[Step, ...] = ()
    apart: tuple[Indices, ...] = ()
    source_null: frozenset[int] = frozenset()
    target_null: frozenset[int] = frozenset()

    def swapped(self) -> Pins:
        """The same pins with source and target exchanged."""
        chain = tuple((j, q, i, k) for i, k, j, q in self.chain)
        return Pins(chain, tuple((t, s) for s, t in self.apart), self.target_null, self.source_null)

    def moved(self, source: Sequence[int], target: Sequence[int]) -> Pins:
        """The same pins for documents in another order, given the old index of each clause."""
        if list(source) == sorted(source) and list(target) == sorted(target):
            return self
        beads: list[Indices] = [(tuple(range(i, k)), tuple(range(j, q))) for i, k, j, q in self.chain]
        beads += [*self.apart, *(((i,), ()) for i in self.source_null), *(((), (j,)) for j in self.target_null)]
        places = [{old: new for new, old in enumerate(order)} for order in (source, target)]
        return _arranged([(_moved(s, places[0]), _moved(t, places[1])) for s, t in beads])


NO_PINS = Pins()


def checked_pins(pins: Iterable[Pin], source: Document, target: Document) -> Pins:
    """Return pins in the form the lattice needs.

    Args:
        pins: Beads, or pairs of source and target indices; an empty side means no counterpart.
        source: The source document.
        target: The target document.

    Raises:
        OptionError: A pin is not of this form, is a bead of other documents, is empty, names a clause that does not
            exist, or shares one with another pin.
    """
    pins = list(pins)
    indices = [_indices(pin) for pin in pins]
    for side, document in enumerate((source, target)):
        _check_side(indices, side, len(document))
    for pin in pins:
        if isinstance(pin, Bead) and not _belongs(pin, source, target):
            raise OptionError(f"The bead {pin.type} of {pin.source_text[:40]!r} is not one of these documents")
    return _arranged(indices)


def _arranged(indices: Sequence[Indices]) -> Pins:
    matches = sorted(pin for pin in indices if pin[0] and pin[1])
    chain = longest_chain([pin for pin in matches if _is_run(pin[0]) and _is_run(pin[1])])
    held = set(chain)
    return Pins(
        tuple((s[0], s[-1] + 1, t[0], t[-1] + 1) for s, t in chain),
        tuple(pin for pin in matches if pin not in held),
        frozenset(i for s, t in indices if not t for i in s),
        frozenset(j for s, t in indices if not s for j in t),
    )


def _moved(indices: tuple[int, ...], places: dict[int, int]) -> tuple[int, ...]:
    return tuple(sorted(places[index] for index in indices))


def pinned_links(links: list[tuple[int, int]], pins: Pins) -> list[tuple[int, int]]:
    """Return the chain of the first pass with the pins in it and without what contradicts them."""
    kept = {link for link in links if _agrees(link, pins.chain)}
    firsts = {(i, j) for i, _, j, _ in pins.chain}
    lasts = {(k - 1, q - 1) for i, k, j, q in pins.chain if k - i > 1 and q - j > 1}
    return sorted(kept | firsts | lasts)


def holds(grid: Grid, pins: Pins) -> bool:
    """Return whether a grid has the nodes and shapes of all pins of the chain."""
    if not pins.chain:
        return True
    i, k, j, q = np.array(pins.chain).T
    nodes = np.concatenate([grid.node(i, j), grid.node(k, q)])
    shapes = {(int(a), int(b)) for a, b in zip(k - i, q - j, strict=True)}
    return bool((nodes < grid.offset[-1]).all()) and shapes <= set(grid.shapes)


def pinned_scores(grid: Grid, scores: Scores, pins: Pins) -> Scores:
    """Return the scores with everything forbidden that contradicts the pins."""
    n, m = grid.size
    source = _mask(n, [i for s, k, _, _ in pins.chain for i in range(s, k)])
    target = _mask(m, [j for _, _, s, q in pins.chain for j in range(s, q)])
    taken_source = source | _mask(n, [*pins.source_null, *(i for s, _ in pins.apart for i in s)])
    taken_target = target | _mask(m, [*pins.target_null, *(j for _, t in pins.apart for j in t)])
    match = _without(grid, scores.match, np.cumsum([0, *taken_source]), np.cumsum([0, *taken_target]))
    for i, k, j, q in pins.chain:
        shape, node = grid.shapes.index((k - i, q - j)), int(grid.node(np.array([i]), np.array([j]))[0])
        match[shape, node] = scores.match[shape, node] if np.isfinite(scores.match[shape, node]) else 0.0
    return replace(
        scores,
        match=match,
        source_null=np.where(source, _NEVER, scores.source_null),
        target_null=np.where(target, _NEVER, scores.target_null),
    )


def _without(grid: Grid, match: Doubles, source: np.ndarray, target: np.ndarray) -> Doubles:
    """Forbid the beads that hold a taken clause; ``source[i]`` counts the taken clauses before i."""
    kept = match.copy()
    for shape, (a, b) in enumerate(grid.shapes):
        i, j = grid.rows, grid.columns
        k, q = np.minimum(i + a, len(source) - 1), np.minimum(j + b, len(target) - 1)
        kept[shape, (source[k] > source[i]) | (target[q] > target[j])] = -np.inf
    return kept


def _indices(pin: Pin) -> Indices:
    if isinstance(pin, Bead):
        return tuple(clause.index for clause in pin.source), tuple(clause.index for clause in pin.target)
    try:
        source, target = pin
        return tuple(sorted(map(index, source))), tuple(sorted(map(index, target)))
    except (TypeError, ValueError) as error:
        raise OptionError(
            f"{pin!r} is not a pin. Give a Bead, or source and target indices such as ([3], [5]) or ([7], [])"
        ) from error


def _check_side(pins: list[Indices], side: int, count: int) -> None:
    name = ("source", "target")[side]
    if any(not (pin[0] or pin[1]) for pin in pins):
        raise OptionError("A pin has no clause on either side. Give the indices of at least one")
    times = Counter(clause for pin in pins for clause in pin[side])
    for clause, often in times.items():
        if not 0 <= clause < count:
            raise OptionError(f"A pin names the {name} clause {clause}; there are {count}, counted from 0")
        if often > 1:
            raise OptionError(f"The {name} clause {clause} is in {often} pins. Pin it once")


def _belongs(bead: Bead, source: Document, target: Document) -> bool:
    sides = (bead.source, source), (bead.target, target)
    return all(document.clauses[clause.index] == clause for clauses, document in sides for clause in clauses)


def _is_run(indices: tuple[int, ...]) -> bool:
    return indices[-1] - indices[0] == len(indices) - 1


def longest_chain(pins: list[Indices]) -> list[Indices]:
    """Return the most pins that follow each other on both sides.

    Args:
        pins: Runs of clauses that are disjoint on either side, sorted by their source clauses.
    """
    ends: list[int] = []  # ends[k]: the pin that ends the chain of k + 1 pins with the lowest target
    before: list[int] = []
    for at, (_, target) in enumerate(pins):
        length = bisect_left(ends, target[0], key=lambda k: pins[k][1][0])
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [at]
    at = ends[-1] if ends else -1
    chain: list[Indices] = []
    while at >= 0:
        chain.append(pins[at])
        at = before[at]
    return chain[::-1]


def _agrees(link: tuple[int, int], chain: Sequence[Step]) -> bool:
    """Whether a link lies before or after every pin of a chain, on both sides."""
    x, y = link
    following = bisect_left(chain, x + 1, key=lambda pin: pin[0])
    last, after = chain[following - 1 : following], chain[following : following + 1]
    return all(x >= k and y >= q for _, k, _, q in last) and all(y < j for _, _, j, _ in after)


def _mask(count: int, indices: list[int]) -> np.ndarray:
    mask = np.zeros(count, bool)
    mask[indices] = True
    return mask
