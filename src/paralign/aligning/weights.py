"""What was learned: a small readable file, and how a grid is scored with it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paralign.aligning.features import (
    CROSSING_FEATURES,
    MATCH_FEATURES,
    NULL_FEATURES,
    NULL_WORD_FEATURES,
    RUN_FEATURES,
    WORD_FEATURES,
)
from paralign.aligning.lattice import Doubles, Grid, Scores
from paralign.aligning.measures import Floats, Nearest, Pair, match_features, side_null_features
from paralign.errors import FormatError, InputError

#: The file that ships with the package.
SHIPPED = "weights-v1.json"


#: Groups of beads whose confidence is corrected apart.
GROUPS = ("1-1", "n-m", "null")


@dataclass(frozen=True)
class Weights:
    """Weights of a model, by feature name.

    Attributes:
        match: (match features,) float64.
        null: (null features,) float64.
        run: (run features,) float64.
        crossing: (crossing features,) float64, of the regression that matches moved clauses.
        shares: How many of the training documents' beads are 1-1, n-m and null; they sum to 1.
        calibration: For each group of beads (1-1, n-m, null) the offset and slope that correct the log odds of its
            posteriors.
        words: Whether the word features are among them.
    """

    match: Doubles
    null: Doubles
    run: Doubles
    words: bool
    crossing: Doubles = field(default_factory=lambda: np.array([-0.2, 1.5, 0.8, -0.6, -1.0]))
    shares: tuple[float, ...] = (0.8, 0.12, 0.08)
    calibration: tuple[tuple[float, float], ...] = ((0.0, 1.0), (0.0, 1.0), (0.0, 1.0))

    @property
    def names(self) -> tuple[str, ...]:
        """The features' names, in the order of match, null and run weights."""
        return feature_names(self.words)

    @property
    def vector(self) -> Doubles:
        """All weights in one array, in the order of ``names``."""
        return np.concatenate([self.match, self.null, self.run])


def feature_names(words: bool) -> tuple[str, ...]:
    """Return the names of all features, with or without those that need word vectors."""
    match = MATCH_FEATURES + (WORD_FEATURES if words else ())
    null = NULL_FEATURES + (NULL_WORD_FEATURES if words else ())
    return match + null + RUN_FEATURES


def split_vector(vector: Doubles, words: bool) -> Weights:
    """Return the weights that an array in the order of ``feature_names`` holds."""
    first = len(MATCH_FEATURES) + (len(WORD_FEATURES) if words else 0)
    return Weights(vector[:first], vector[first : -len(RUN_FEATURES)], vector[-len(RUN_FEATURES) :], words)


def grid_scores(pair: Pair, grid: Grid, weights: Weights) -> tuple[Scores, tuple[Floats, Floats]]:
    """Return the score of every bead on a grid, and the features of both sides' null beads."""
    n, m = grid.size
    nearest = Nearest.nothing(n, m)
    match = np.full((len(grid.shapes), int(grid.offset[-1])), -np.inf)
    for part in match_features(pair, grid, nearest):
        match[part.shape, part.nodes] = weights.match @ part.values
    source, target = side_null_features(pair, nearest)
    scores = Scores(match, weights.null @ source, weights.null @ target, *map(float, weights.run))
    return scores, (source, target)


@lru_cache(maxsize=4)
def load_weights(path: Path | None, words: bool) -> Weights:
    """Return the weights in a file, the shipped one if None, for encoders with or without word vectors.

    Raises:
        InputError: The file cannot be read.
        FormatError: It does not hold the weights of this version.
    """
    try:
        content = json.loads(_text(path))
    except json.JSONDecodeError as error:
        raise FormatError(path, f"line {error.lineno} is not JSON ({error.msg})", _ADVICE) from error
    return weights_from_json(content, words, path or SHIPPED)


def weights_version(path: Path | None) -> str:
    """Return what names the weights in a signature: the file's name and the beginning of its digest."""
    name = path.stem if path else SHIPPED.removesuffix(".json")
    return f"{name}-{hashlib.sha256(_text(path).encode()).hexdigest()[:8]}"


@lru_cache(maxsize=4)
def _text(path: Path | None) -> str:
    if path is None:
        return files("paralign.aligning").joinpath(SHIPPED).read_text(encoding="utf-8")
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, f"the weights cannot be read ({error})", _ADVICE) from error


def _array(stored: Any, names: tuple[str, ...], name: Path | str) -> Doubles:
    """The numbers that a JSON object holds under these names and no others."""
    if not isinstance(stored, dict) or set(stored) != set(names):
        wrong = sorted(set(stored if isinstance(stored, dict) else ()) ^ set(names))
        raise FormatError(name, f"it does not hold the features of this version ({', '.join(wrong)})", _ADVICE)
    try:
        array: NDArray[np.float64] = np.array([stored[feature] for feature in names], np.float64)
    except (TypeError, ValueError):
        array = np.full(len(names), np.nan)
    if not np.isfinite(array).all():
        raise FormatError(name, "a weight is not a finite number", _ADVICE)
    return array


def weights_from_json(content: dict[str, Any], words: bool, name: Path | str) -> Weights:
    """Return one set of weights of a weights file.

    Raises:
        FormatError: A feature is missing, unknown, or its weight is not a finite number.
    """
    key = "with_words" if words else "without_words"
    vector = _array(content.get(key), feature_names(words), name)
    weights = split_vector(vector, words)
    if "shares" in content:
        weights = replace(weights, shares=tuple(_array(content["shares"], GROUPS, name).tolist()))
    if "crossing" in content:
        weights = replace(weights, crossing=_array(content["crossing"].get(key), CROSSING_FEATURES, name))
    if "calibration" in content:
        groups = content["calibration"].get(key, {})
        offsets_and_slopes = (_array(groups.get(group), ("offset", "slope"), name) for group in GROUPS)
        weights = replace(weights, calibration=tuple((float(a), float(b)) for a, b in offsets_and_slopes))
    return weights


_ADVICE = "Train it again with benchmarks/train.py, or use the weights of this version"
