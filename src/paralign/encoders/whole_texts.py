"""Runs from an encoder that knows whole texts only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from paralign.encoders.encoding import Encoder, Encoding, checked_vectors
from paralign.encoders.probes import contrast_of, probes


def encode_runs_as_texts(encoder: Encoder, name: str, texts: Sequence[str], longest: int) -> Encoding:
    """Return the runs of an encoder that knows whole texts only: each run is embedded once, as one text."""
    count = len(texts)
    joined = [" ".join(texts[i : i + size]) for size in range(1, longest + 1) for i in range(count - size + 1)]
    if not joined:
        return Encoding(np.zeros((longest, 0, 1), np.float32))
    asked = probes() + joined  # one call, so that the phrases cost little
    vectors = checked_vectors(encoder.encode(asked), asked, name)
    phrases, vectors = vectors[: len(asked) - len(joined)], vectors[len(asked) - len(joined) :]
    runs = np.zeros((longest, count, vectors.shape[1]), np.float32)
    first = 0
    for size in range(1, min(longest, count) + 1):
        runs[size - 1, : count - size + 1] = vectors[first : first + count - size + 1]
        first += count - size + 1
    return Encoding(runs, contrast=contrast_of(phrases))
