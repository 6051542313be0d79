"""Why a bead: its features and their weights, measured again when somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import overload

from paralign.aligning.features import Block
from paralign.aligning.inference import Inference
from paralign.aligning.lattice import Step
from paralign.aligning.measures import Floats, Pair
from paralign.aligning.weights import Weights
from paralign.alignment import Evidence


class BeadEvidence(Sequence[Evidence]):
    """The evidence for one bead; it is measured at the first look, since few beads are ever looked at.

    Args:
        pair: The two measured documents.
        weights: The weights in use.
        inference: What the model said.
        step: The bead.
    """

    def __init__(self, pair: Pair, weights: Weights, inference: Inference, step: Step) -> None:
        self._pair, self._weights, self._inference, self._step = pair, weights, inference, step

    @cached_property
    def _items(self) -> tuple[Evidence, ...]:
        i, k, j, q = self._step
        count = len(self._weights.match)
        if i == k or j == q:
            side, clause = (0, i) if j == q else (1, j)
            values: Floats = self._inference.scored.null_features[side][:, clause]
            names, weights = self._weights.names[count : count + len(values)], self._weights.null
        else:
            block = Block(self._pair.source, self._pair.target, self._pair.scale, range(i, i + 1), range(j, j + 1))
            values = block.match_features((k - i, q - j))[:, 0, 0]
            names, weights = self._weights.names[:count], self._weights.match
        return tuple(Evidence(n, float(v), float(w)) for n, v, w in zip(names, values, weights, strict=True))

    @overload
    def __getitem__(self, place: int) -> Evidence: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Evidence]: ...
    def __getitem__(self, place: int | slice) -> Evidence | Sequence[Evidence]:
        return self._items[place]

    def __len__(self) -> int:
        return len(self._items)
