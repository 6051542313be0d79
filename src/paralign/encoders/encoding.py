"""What an encoder promises, and what it gives for one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from paralign.errors import EncoderError

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


@runtime_checkable
class Encoder(Protocol):
    """Anything that turns texts into vectors; every ``SentenceTransformer`` fits."""

    def encode(self, texts: Sequence[str], /) -> Any:
        """Return an array of shape (len(texts), dimension), a row a text."""


@runtime_checkable
class RunEncoder(Protocol):
    """An encoder that gives all runs of neighbouring clauses for the price of the clauses."""

    def encode_runs(self, texts: Sequence[str], longest: int, /) -> Encoding:
        """Return the vectors of all runs of up to ``longest`` neighbouring texts."""


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a document's clauses.

    Attributes:
        bounds: (clauses + 1,) int64; clause i has the tokens ``bounds[i]:bounds[i + 1]``.
        ids: (tokens,) int64; each token's row in ``vectors``.
        vectors: (types, dimension) float32; a unit vector a type of token, comparable across languages.
        rarity: (types,) float32; how much a type says about what a text means, larger for rarer ones.
    """

    bounds: Integers
    ids: Integers
    vectors: Floats
    rarity: Floats


@dataclass(frozen=True, slots=True)
class Encoding:
    """The vectors of one document.

    Attributes:
        runs: (longest, clauses, dimension) float32; ``runs[k, i]`` is the unit vector of the clauses
            ``i .. i + k`` read as one text, zero where the run would pass the end of the document.
        words: The tokens, or None where the encoder has no word vectors.
        contrast: By how much the cosine of translations exceeds that of unrelated texts with this encoder, as a few
            known phrases tell; 0 where they tell nothing.
    """

    runs: Floats
    words: Words | None = None
    contrast: float = 0.0


def checked_vectors(raw: Any, texts: Sequence[str], name: str) -> Floats:
    """Return an encoder's answer as unit vectors, (texts, dimension) float32.

    Raises:
        EncoderError: The answer has the wrong shape, or values that are not finite, or a zero vector.
    """
    try:
        vectors = np.asarray(raw, dtype=np.float32)
    except (TypeError, ValueError) as error:
        raise EncoderError(f"The encoder {name} returned something that is not an array of numbers: {error}") from error
    if vectors.ndim != 2 or len(vectors) != len(texts):
        raise EncoderError(
            f"The encoder {name} returned an array of shape {vectors.shape} for {len(texts)} texts; "
            f"it must return ({len(texts)}, dimension)"
        )
    norms = np.linalg.norm(vectors.astype(np.float64), axis=1)
    _check_norms(norms, texts, name)
    return (vectors / np.where(norms > 0, norms, 1.0)[:, None]).astype(np.float32)


def _check_norms(norms: NDArray[np.float64], texts: Sequence[str], name: str) -> None:
    suspects = np.flatnonzero(~np.isfinite(norms) | (norms == 0)).tolist()
    wrong = [i for i in suspects if texts[i].strip()]
    if not np.isfinite(norms).all() or wrong:
        at = wrong[0] if wrong else suspects[0]
        raise EncoderError(
            f"The encoder {name} returned a zero vector, or numbers that are not finite, "
            f"for the text {texts[at][:80]!r}; use another encoder"
        )
