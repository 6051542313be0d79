"""Learn the weights with python benchmarks/train.py BENCH [--out FILE] [--fold 1|2].

Maximum likelihood with an L2 penalty on documents whose alignment is known: the hand-aligned yearbook, and synthetic
documents made from the training split (see bench_data.py), the latter at half weight. The likelihood is convex and
its gradient is what was observed minus what is expected. The same seed gives the same weights.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from bench_data import CALIBRATION, FOLDS, TRAINING, Bead, Parallel, bench_folder, halves, yearbook
from calibrate import SHIPPED, calibrated, named, write
from examples import MAX_MERGE, SEED, Doubles, pair_of, sides_of, synthetic_texts
from numpy.typing import NDArray
from scipy.optimize import minimize

import paralign
from paralign.aligning.features import RUN_FEATURES
from paralign.aligning.inference import RADIUS
from paralign.aligning.lattice import Grid, Lattice, Posterior, Scores, match_shapes
from paralign.aligning.measures import MatchFeatures, Nearest, Pair, match_features, side_null_features
from paralign.aligning.pins import longest_chain
from paralign.aligning.sides import Side
from paralign.aligning.weights import GROUPS, feature_names, split_vector
from paralign.encoders import encoder_name, load_encoder

PENALTY = 10.0
#: What one document counts for. There is one hand-aligned text and many synthetic ones.
HAND_ALIGNED_WEIGHT = 3.0
SYNTHETIC_WEIGHT = 0.5
SYNTHETIC_DOCUMENTS = 70
#: Score of a null bead that the gold alignment does not have; finite, because null scores are summed along rows.
_NEVER = -1e4


@dataclass(frozen=True)
class Example:
    """One document with its features and what the gold alignment adds up to."""

    name: str
    grid: Grid
    parts: list[MatchFeatures]
    source_null: NDArray[np.float32]
    target_null: NDArray[np.float32]
    observed: Doubles
    weight: float

    def scores(self, vector: Doubles, words: bool) -> Scores:
        """Return the scores of all beads under these weights."""
        weights = split_vector(vector, words)
        match = np.full((len(self.grid.shapes), int(self.grid.offset[-1])), -np.inf)
        for part in self.parts:
            match[part.shape, part.nodes] = weights.match @ part.values
        nulls = weights.null @ self.source_null, weights.null @ self.target_null
        return Scores(match, *nulls, *map(float, weights.run))

    def expected(self, posterior: Posterior) -> Doubles:
        """Return the expected sum of every feature under a posterior."""
        match = sum(part.values @ posterior.match[part.shape, part.nodes] for part in self.parts)
        null = self.source_null @ posterior.source_null + self.target_null @ posterior.target_null
        return np.concatenate([match, null, [posterior.openings, posterior.edges, posterior.both]])


def make_example(text: Parallel, pair: Pair, weight: float) -> Example | None:
    """Return a training example, or None where the corridor misses the gold alignment."""
    grid = pair.grid(RADIUS, match_shapes(MAX_MERGE))
    nearest = Nearest.nothing(*grid.size)
    parts = list(match_features(pair, grid, nearest))
    nulls = side_null_features(pair, nearest)
    gold = gold_posterior(grid, monotone(text))
    if gold is None:
        return None
    example = Example(text.name, grid, parts, *nulls, np.zeros(0), weight)
    return Example(text.name, grid, parts, *nulls, example.expected(gold), weight)


def gold_posterior(grid: Grid, gold: Sequence[Bead]) -> Posterior | None:
    """Return the posterior that is certain of the gold alignment: the lattice with only its beads left."""
    match = np.full((len(grid.shapes), int(grid.offset[-1])), -np.inf)
    n, m = grid.size
    source, target = np.full(n, _NEVER), np.full(m, _NEVER)
    for ours, theirs in gold:
        if not theirs:
            source[list(ours)] = 0
        elif not ours:
            target[list(theirs)] = 0
        elif (shape := (len(ours), len(theirs))) in grid.shapes:
            node = int(grid.node(np.array([ours[0]]), np.array([theirs[0]]))[0])
            if node < grid.offset[-1]:
                match[grid.shapes.index(shape), node] = 0
    with np.errstate(invalid="ignore"):  # no path at all where the corridor misses the alignment
        posterior = Lattice(grid, Scores(match, source, target, 0.0, 0.0)).posterior()
    return posterior if posterior.log_total > _NEVER / 2 else None


def monotone(text: Parallel) -> list[Bead]:
    """Return the gold alignment as a path: without gaps in beads, crossing beads taken apart, every clause covered.

    A bead whose clauses were moved apart is taken apart too. The yearbook has one bead with a gap,
    [250]:[291, 293, 294], three that cross, and two lines in no bead.
    """
    matches = sorted((span(ours), span(theirs)) for ours, theirs in text.gold if ours and theirs)
    times = Counter(i for ours, _ in matches for i in ours), Counter(j for _, theirs in matches for j in theirs)
    whole = [(s, t) for s, t in matches if all(times[0][i] == 1 for i in s) and all(times[1][j] == 1 for j in t)]
    kept = longest_chain(whole)
    used = {i for ours, _ in kept for i in ours}, {j for _, theirs in kept for j in theirs}
    alone: list[Bead] = [((i,), ()) for i in range(len(text.source)) if i not in used[0]]
    return kept + alone + [((), (j,)) for j in range(len(text.target)) if j not in used[1]]


def span(indices: Sequence[int]) -> tuple[int, ...]:
    return tuple(range(min(indices), max(indices) + 1)) if indices else ()


def fit(examples: Sequence[Example], words: bool, penalty: float = PENALTY) -> Doubles:
    """Return the weights with the highest penalised likelihood.

    The penalty acts on weights in standard deviations of each feature, so that no feature is favoured by its unit.
    """
    unit = _units(examples, words)

    def loss(scaled: Doubles) -> tuple[float, Doubles]:
        vector = scaled / unit
        total, gradient = 0.0, np.zeros_like(vector)
        for example in examples:
            posterior = Lattice(example.grid, example.scores(vector, words)).posterior()
            total += example.weight * (posterior.log_total - vector @ example.observed)
            gradient += example.weight * (example.expected(posterior) - example.observed)
        return total + penalty * scaled @ scaled / 2, gradient / unit + penalty * scaled

    result = minimize(loss, np.zeros(len(unit)), jac=True, method="L-BFGS-B", options={"maxiter": 150, "ftol": 1e-7})
    return result.x / unit


def _units(examples: Sequence[Example], words: bool) -> Doubles:
    """Standard deviations of the features over a sample of beads; 1 for those of runs."""
    match = np.concatenate([part.values for e in examples[:40] for part in e.parts[::3]], axis=1)
    null = np.concatenate([x for e in examples[:40] for x in (e.source_null, e.target_null)], axis=1)
    spread = np.concatenate([match.std(axis=1), null.std(axis=1), np.ones(len(RUN_FEATURES))])
    return np.where(spread > 1e-6, spread, 1.0)


def trained(hand_aligned: Sequence[Parallel], bench: Path, sets: dict[str, bool]) -> dict[str, Any]:
    """Return the content of a weights file.

    Args:
        hand_aligned: The texts aligned by hand to learn from; synthetic ones join them.
        bench: The bench folder.
        sets: Name of each set of weights, and whether it has the word features.
    """
    encoder = load_encoder()
    synthetic = synthetic_texts(bench, TRAINING, SYNTHETIC_DOCUMENTS, SEED, moves=True)
    weighted = [(text, HAND_ALIGNED_WEIGHT) for text in hand_aligned] + [(text, SYNTHETIC_WEIGHT) for text in synthetic]
    measured = [(text, sides_of(text, encoder), weight) for text, weight in weighted]
    content: dict[str, Any] = {
        "paralign": paralign.__version__,
        "encoder": encoder_name(encoder),
        "seed": SEED,
        "penalty": PENALTY,
        "hand_aligned": [text.name for text in hand_aligned],
        "synthetic_from": list(TRAINING),
        "calibrated_on": list(CALIBRATION),
    }
    content["shares"] = named(GROUPS, usual_shares(weighted))
    for key, words in sets.items():
        examples = list(_examples(measured, words))
        content[key] = named(feature_names(words), fit(examples, words))
        print(f"{key}: learned from {len(examples)} documents", flush=True)
    return calibrated(content, bench)


def usual_shares(weighted: Sequence[tuple[Parallel, float]]) -> Doubles:
    """Return what shares of the texts' beads are 1-1, n-m and null."""
    counts = np.zeros(len(GROUPS))
    for text, weight in weighted:
        for ours, theirs in text.gold:
            group = "null" if not (ours and theirs) else "1-1" if len(ours) == len(theirs) == 1 else "n-m"
            counts[GROUPS.index(group)] += weight
    return counts / counts.sum()


def _examples(measured: Sequence[tuple[Parallel, tuple[Side, Side], float]], words: bool) -> Iterator[Example]:
    for text, sides, weight in measured:
        pair = pair_of(sides, words)
        example = make_example(text, pair, weight)
        if example is None:
            print(f"{text.name}: left out, the corridor misses its alignment")
        else:
            yield example


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn the weights from the bench folder.")
    parser.add_argument("bench")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where the weights go")
    parser.add_argument(
        "--fold", type=int, choices=[1, 2], help="learn without this half of the yearbook, to measure it"
    )
    options = parser.parse_args()
    bench = bench_folder([options.bench])
    began = time.perf_counter()
    parts = list(halves(yearbook(bench)))
    if options.fold:
        del parts[options.fold - 1]
        write(FOLDS / f"without-half-{options.fold}.json", trained(parts, bench, {"with_words": True}))
    else:
        write(options.out, trained(parts, bench, {"with_words": True, "without_words": False}))
    print(f"done after {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
