"""Two measured documents kept at hand: everything needed to align them, and to align them again with pins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from paralign.aligning.arrangement import notes_last, order_of
from paralign.aligning.calibration import confidence, group_of
from paralign.aligning.crossing import Candidate, candidates, crossings
from paralign.aligning.evidence import BeadEvidence
from paralign.aligning.inference import Inference, Scored, infer
from paralign.aligning.lattice import Step
from paralign.aligning.links import links_of
from paralign.aligning.measures import Pair
from paralign.aligning.pins import NO_PINS, Pins
from paralign.aligning.weights import Weights
from paralign.alignment import Alignment, Bead, Evidence, reading_order
from paralign.checking import flagged_beads
from paralign.document import Document
from paralign.encoders.threads import one_blas_thread

Floats = NDArray[np.float32]
Documents = tuple[Document, Document]
#: Pairs of clauses that changed places, and how probable that is.
Moved = dict[tuple[int, int], float]

#: How often moved clauses are looked for; those found make the rest surer.
_ROUNDS = 3


@dataclass
class Work:
    """What an alignment was made from.

    Attributes:
        pair: The two measured documents, the smaller first.
        weights: The weights to score with.
        max_merge: The most clauses of one side in a bead.
        signature: What the result is signed with.
        swapped: Whether the user's source is the pair's target.
        checks: Names of the checks that put flags on the beads.
        scored: The scores without pins; pins change few of them, so they need not be computed again.
    """

    pair: Pair
    weights: Weights
    max_merge: int
    signature: str
    swapped: bool
    checks: tuple[str, ...]
    scored: Scored | None = field(default=None, repr=False)

    def mirrored(self) -> Work:
        """Return the work for the same documents in the other order."""
        return replace(self, swapped=not self.swapped)

    def clause_vectors(self, documents: Documents) -> tuple[Floats, Floats]:
        """Return the unit vectors of both documents' clauses, in the user's order, (clauses, dimension) a side."""
        sides = (self.pair.target, self.pair.source) if self.swapped else (self.pair.source, self.pair.target)
        orders = (np.argsort(order_of(notes_last(document))) for document in documents)
        source, target = (side.encoding.runs[0][order] for side, order in zip(sides, orders, strict=True))
        return source, target

    def aligned(self, documents: Documents, pins: Pins) -> Alignment:
        """Return the alignment of the documents, in the user's order, with the pins held."""
        ordered = documents[::-1] if self.swapped else documents
        arranged = notes_last(ordered[0]), notes_last(ordered[1])
        places = order_of(arranged[0]), order_of(arranged[1])
        inside = (pins.swapped() if self.swapped else pins).moved(*places)
        with one_blas_thread():
            inference, moved = self._with_moved(self._inferred(inside), inside)
        beads = _Beads(arranged, self, inference, inside, moved).all()
        together = {(pin[0], pin[1]): 1.0 for pin in inside.apart} | {((i,), (j,)): p for (i, j), p in moved.items()}
        links = links_of(inference, together, *places)
        beads = flagged_beads(beads, (ordered[0].language, ordered[1].language), self.checks)
        alignment = Alignment(*ordered, beads, self.signature, links, self)
        # the mirror is taken as a whole, so that one order gives exactly the other's alignment
        return replace(alignment.swapped(), work=self) if self.swapped else alignment

    def _inferred(self, pins: Pins) -> Inference:
        """Infer without pins first, so that the same pins give the same result however they came in."""
        if self.scored is None:
            free = infer(self.pair, self.weights, self.max_merge)
            self.scored = free.scored
            if pins == NO_PINS:
                return free
        return infer(self.pair, self.weights, self.max_merge, pins, self.scored)

    def _with_moved(self, inference: Inference, pins: Pins) -> tuple[Inference, Moved]:
        """Look for moved clauses, leave those found aside and align the rest again, until no more are found."""
        moved: Moved = {}
        for _ in range(_ROUNDS):
            held = _kept_apart(pins, moved)
            more = crossings(self._candidates(inference, held), self.weights.crossing)
            if not more:
                break
            moved |= more
            inference = self._inferred(_kept_apart(pins, moved))
        return inference, moved

    def _candidates(self, inference: Inference, pins: Pins) -> list[Candidate]:
        taken = {i for s, _ in pins.apart for i in s}, {j for _, t in pins.apart for j in t}
        return candidates(
            self.pair, self.weights, inference, (taken[0] | pins.source_null, taken[1] | pins.target_null)
        )


@dataclass(frozen=True)
class _Beads:
    """Makes the beads of a result from the steps of the best path, the moved clauses and the pins."""

    documents: Documents  # arranged, so that places on the path are places in them
    work: Work
    inference: Inference
    pins: Pins
    moved: Moved

    def all(self) -> tuple[Bead, ...]:
        apart = [self._out_of_order((i,), (j,), probability) for (i, j), probability in self.moved.items()]
        apart += [self._out_of_order(source, target, 1.0) for source, target in self.pins.apart]
        used = (
            {i for i, _ in self.moved} | {i for source, _ in self.pins.apart for i in source},
            {j for _, j in self.moved} | {j for _, target in self.pins.apart for j in target},
        )
        beads = [self._bead(step) for step in self.inference.steps if not _is_used(step, used)]
        return reading_order(beads + apart)

    def _bead(self, step: Step) -> Bead:
        i, k, j, q = step
        source, target = self.documents[0].clauses[i:k], self.documents[1].clauses[j:q]
        return Bead(source, target, self._confidence(step), self._similarity(step), evidence=self._evidence(step))

    def _confidence(self, step: Step) -> float:
        i, k, j, q = step
        null = self.pins.source_null if j == q else self.pins.target_null
        if step in self.pins.chain or (i == k and j in null) or (j == q and i in null):
            return 1.0
        return confidence(self.inference.confidence(step), group_of(step), self.work.weights)

    def _out_of_order(self, source: tuple[int, ...], target: tuple[int, ...], probability: float) -> Bead:
        ours, theirs = (
            tuple(document.clauses[at] for at in indices)
            for document, indices in zip(self.documents, (source, target), strict=True)
        )
        step = source[0], source[-1] + 1, target[0], target[-1] + 1
        if step[1] - step[0] != len(source) or step[3] - step[2] != len(target):
            return Bead(ours, theirs, probability, crossing=self._crosses(step))  # with a gap: nothing was measured
        similarity, evidence = self._similarity(step), self._evidence(step)
        return Bead(ours, theirs, probability, similarity, crossing=self._crosses(step), evidence=evidence)

    def _crosses(self, step: Step) -> bool:
        """Whether another match bead goes before this one on one side and after it on the other."""
        others = [other for other in self.inference.steps if other[0] < other[1] and other[2] < other[3]]
        others += [(s[0], s[-1] + 1, t[0], t[-1] + 1) for s, t in self.pins.apart]
        others += [(i, i + 1, j, j + 1) for i, j in self.moved]
        return any((i < step[0]) != (j < step[2]) for i, _, j, _ in others if (i, j) != (step[0], step[2]))

    def _evidence(self, step: Step) -> Sequence[Evidence]:
        """What speaks for a bead, measured when asked; nothing for runs longer than any that was embedded."""
        i, k, j, q = step
        if max(k - i, q - j) >= len(self.work.pair.source.encoding.runs):
            return ()
        return BeadEvidence(self.work.pair, self.work.weights, self.inference, step)

    def _similarity(self, step: Step) -> float:
        """Cosine of the two runs; 0 for a null, and for runs longer than any that was embedded."""
        i, k, j, q = step
        u, v = self.work.pair.source.encoding.runs, self.work.pair.target.encoding.runs
        if i == k or j == q or k - i > len(u) or q - j > len(v):
            return 0.0
        return float(u[k - i - 1, i] @ v[q - j - 1, j])


def _kept_apart(pins: Pins, moved: Moved) -> Pins:
    """The pins with the moved clauses among those that the lattice leaves alone."""
    return replace(pins, apart=(*pins.apart, *(((i,), (j,)) for i, j in moved)))


def _is_used(step: Step, used: tuple[set[int], set[int]]) -> bool:
    """Whether a bead stands alone on the path because its clause has a place out of order."""
    return not used[0].isdisjoint(range(*step[:2])) or not used[1].isdisjoint(range(*step[2:]))
