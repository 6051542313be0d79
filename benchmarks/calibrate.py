"""Fit what is learned after the weights, with python benchmarks/calibrate.py BENCH [WEIGHTS ...].

Two things depend on the weights: which clauses that stand alone are taken to have changed places, and how posteriors
become confidences. The first is fitted on the training split, the second on a split of its own (see bench_data.py).
``train.py`` does this at its end; alone it renews weights files after a change that leaves the weights as they are.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from bench_data import CALIBRATION, FOLDS, TRAINING, Bead, Parallel, bench_folder
from examples import MAX_MERGE, SEED, Doubles, pair_of, sides_of, synthetic_texts
from scipy.optimize import minimize
from synthesis import with_moves, with_swapped_blocks

from paralign.aligning.calibration import group_of, log_odds
from paralign.aligning.crossing import candidates, crossings
from paralign.aligning.features import CROSSING_FEATURES
from paralign.aligning.inference import infer
from paralign.aligning.sides import Side
from paralign.aligning.weights import GROUPS, Weights, weights_from_json
from paralign.encoders import RunEncoder, load_encoder

SHIPPED = Path(__file__).parents[1] / "src/paralign/aligning/weights-v1.json"
#: Offset and slope that leave a posterior as it is, and how far the fitted ones are followed. Made documents are easier
#: than real ones: what sets their confidences right makes those on the hand-aligned yearbook too sure.
UNCHANGED = np.array([0.0, 1.0])
CORRECTION = 0.5
CALIBRATION_DOCUMENTS = 60
MOVED_DOCUMENTS = 40


#: Sets of weights in a file, and whether they have the word features.
SETS = {"with_words": True, "without_words": False}


def calibrated(content: dict[str, Any], bench: Path) -> dict[str, Any]:
    """Return the content of a weights file with the regression for moved clauses and the calibration fitted anew."""
    encoder = load_encoder()
    moved = measured(moved_texts(bench), encoder)
    unseen = measured(synthetic_texts(bench, CALIBRATION, CALIBRATION_DOCUMENTS, SEED + 1), encoder)
    content = {key: value for key, value in content.items() if key not in ("crossing", "calibration")}
    crossing, calibration = {}, {}
    for key in SETS.keys() & content.keys():
        weights = weights_from_json(content, SETS[key], "the weights")
        crossing[key] = fit_crossing(moved, weights)
        vector = np.array(list(crossing[key].values()))
        calibration[key] = fit_calibration(unseen, replace(weights, crossing=vector))
    return content | {"crossing": crossing, "calibration": calibration}


Measured = list[tuple[Parallel, tuple[Side, Side]]]


def measured(texts: Sequence[Parallel], encoder: RunEncoder) -> Measured:
    return [(text, sides_of(text, encoder)) for text in texts]


def moved_texts(bench: Path) -> list[Parallel]:
    """Return texts of the training split with moved clauses and swapped blocks, among noise and unrelated text."""
    rng = random.Random(SEED + 2)
    texts = synthetic_texts(bench, TRAINING, MOVED_DOCUMENTS, SEED + 2)
    changed = [
        (with_moves(text, rng, rng.choice([0.02, 0.05, 0.1])) if k % 2 else with_swapped_blocks(text, rng))[0]
        for k, text in enumerate(texts)
    ]
    unrelated = [(texts[k - 1].source, texts[k - 2].target) for k in range(len(texts))]
    return [with_unrelated(text, *unrelated[k], rng) if k % 4 > 1 else text for k, text in enumerate(changed)]


def with_unrelated(text: Parallel, source: list[str], target: list[str], rng: random.Random) -> Parallel:
    """Return the text with a stretch from two other texts behind it, where nothing has a counterpart."""
    count = rng.randint(5, 150)
    ours, theirs = (
        range(len(text.source), len(text.source + source[:count])),
        range(len(text.target), len(text.target + target[:count])),
    )
    nulls: list[Bead] = [*(((i,), ()) for i in ours), *(((), (j,)) for j in theirs)]
    return Parallel(text.name + "+", text.source + source[:count], text.target + target[:count], text.gold + nulls)


def fit_crossing(texts: Measured, weights: Weights) -> dict[str, float]:
    """Return the regression that says which clauses left alone belong together, from texts with moved clauses."""
    features, right = [], []
    for text, sides in texts:
        pair = pair_of(sides, weights.words)
        inference = infer(pair, weights, MAX_MERGE)
        gold = set(text.gold)
        for candidate in candidates(pair, weights, inference):
            features.append(candidate.features)
            right.append(((candidate.source,), (candidate.target,)) in gold)
    vector = fit_logistic(np.array(features), np.array(right, float), penalty=1.0)
    print(f"crossing: {sum(right)} of {len(right)} candidates right")
    return named(CROSSING_FEATURES, vector)


def fit_calibration(texts: Measured, weights: Weights) -> dict[str, dict[str, float]]:
    """Return offset and slope of each group of beads, from texts that neither training nor reporting uses."""
    seen: dict[str, list[tuple[float, bool]]] = {group: [] for group in GROUPS}
    for text, sides in texts:
        pair = pair_of(sides, weights.words)
        inference = infer(pair, weights, MAX_MERGE)
        moved = crossings(candidates(pair, weights, inference), weights.crossing)
        elsewhere = [set(side) for side in zip(*moved, strict=True)] or [set(), set()]
        gold = set(text.gold)
        for step in inference.steps:
            bead = tuple(range(*step[:2])), tuple(range(*step[2:]))
            if not all(bead) and (elsewhere[0] & set(bead[0]) or elsewhere[1] & set(bead[1])):
                continue
            seen[group_of(step)].append((log_odds(inference.confidence(step)), bead in gold))
    fitted = {}
    for group, rows in seen.items():
        odds = np.array([row[0] for row in rows])
        vector = fit_logistic(np.stack([np.ones_like(odds), odds], axis=1), np.array([row[1] for row in rows], float))
        fitted[group] = named(("offset", "slope"), UNCHANGED + CORRECTION * (vector - UNCHANGED))
        print(f"calibration of {group}: {len(rows)} beads, {fitted[group]}")
    return fitted


def fit_logistic(features: Doubles, right: Doubles, penalty: float = 0.1) -> Doubles:
    """Return the weights of a logistic regression, (features,), for features (rows, features) and labels (rows,)."""

    def loss(w: Doubles) -> tuple[float, Doubles]:
        odds = features @ w
        chance = 1 / (1 + np.exp(-odds))
        value = np.logaddexp(0, odds).sum() - right @ odds + penalty * w @ w / 2
        return value, features.T @ (chance - right) + penalty * w

    return minimize(loss, np.zeros(features.shape[1]), jac=True, method="L-BFGS-B").x


def named(names: Sequence[str], vector: Doubles) -> dict[str, float]:
    return {name: round(float(value), 5) for name, value in zip(names, vector, strict=True)}


def write(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{path.name} written", flush=True)


def main() -> None:
    bench = bench_folder(sys.argv[1:])
    for path in map(Path, sys.argv[2:] or [SHIPPED, *sorted(FOLDS.glob("*.json"))]):
        print(path.name)
        write(path, calibrated(json.loads(path.read_text(encoding="utf-8")), bench))


if __name__ == "__main__":
    main()
