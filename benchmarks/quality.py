"""Measure the quality of alignment and confidence with python benchmarks/quality.py BENCH [--quick] [--peers].

Prints one row a text and aligner, with 95 % bootstrap intervals, and the reliability of the confidences. The texts are
those of the reporting split (see bench_data.py), which the shipped weights were not trained on; the yearbook, which
they were, is measured in two halves, each with weights that saw only the other one.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from pathlib import Path

import numpy as np
from bench_data import FOLDS, TREATIES, Bead, Parallel, bench_folder, halves, line_documents, treaty, yearbook
from numpy.typing import NDArray
from peers import Peer, available, f1, strict_counts
from synthesis import STANDARD, make_document, with_moves, with_swapped_blocks

import paralign
from paralign.evaluation import Statistics, count, score
from paralign.gold import beads_of
from paralign.reliability import reliability_lines

_CHUNKS = 20
_RESAMPLES = 1000


@dataclass(frozen=True)
class Measured:
    """One text after one aligner: the beads said, and paralign's statistics where it was paralign."""

    text: Parallel
    said: Sequence[Bead]
    statistics: Statistics | None = None


@dataclass(frozen=True)
class Row:
    """What is measured together: a name, its texts, and other weights than the shipped ones."""

    name: str
    texts: list[Parallel]
    weights: Path | None = None


def made_of_news(bench: Path, seeds: range) -> list[Parallel]:
    """Return the n-m documents made from ntrex128, 250 lines each."""
    lines = [line for document in line_documents(bench, "ntrex128") for line in document]
    documents = []
    for seed in seeds:
        rng = random.Random(seed)
        start = rng.randrange(len(lines) - 250)
        documents.append(make_document(f"ntrex128#{seed}", lines[start : start + 250], ([], []), STANDARD, rng))
    return documents


def rows(bench: Path, quick: bool) -> Iterator[Row]:
    """Yield what is measured."""
    for name in TREATIES:
        yield Row(name, [treaty(bench, name)])
    yield Row("treaties together", [treaty(bench, name) for name in TREATIES])
    for half, text in enumerate(halves(yearbook(bench)), 1):
        yield Row(f"yearbook, half {half}", [text], FOLDS / f"without-half-{half}.json")
    yield Row("news, n-m", made_of_news(bench, range(2 if quick else 8)))


def by_paralign(aligner: paralign.Aligner, text: Parallel) -> Measured:
    """Align a text with paralign and count what was right."""
    alignment = aligner.align(text.source, text.target)
    return Measured(text, beads_of(alignment), count(alignment, text.gold))


def by_peer(peer: Peer, text: Parallel) -> Measured:
    """Align a text with another aligner."""
    return Measured(text, peer(text.source, text.target))


def interval(measured: Sequence[Measured]) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of strict F1, resampling stretches of text."""
    chunks = np.array([counts for m in measured for counts in _chunk_counts(m)])
    rng = np.random.default_rng(0)
    draws = rng.integers(0, len(chunks), (_RESAMPLES, len(chunks)))
    scores = sorted(f1(chunks[draw].sum(axis=0)) for draw in draws)
    return scores[_RESAMPLES // 40], scores[-_RESAMPLES // 40]


def _chunk_counts(measured: Measured) -> NDArray[np.float64]:
    """(stretches, 4): said right, said, found and asked in each stretch of the source; see ``strict_counts``."""
    said, gold = set(measured.said), set(measured.text.gold)
    counts = np.zeros((_CHUNKS, 4))
    for bead, chunk in _placed(measured.said, len(measured.text.source)):
        counts[chunk, :2] += bead in gold, 1
    for bead, chunk in _placed(measured.text.gold, len(measured.text.source)):
        if bead[0] and bead[1]:
            counts[chunk, 2:] += bead in said, 1
    return counts


def _placed(beads: Sequence[Bead], clauses: int) -> Iterator[tuple[Bead, int]]:
    """Yield each bead with its stretch; one without source clauses stands with the source clause before it."""
    last = 0
    for bead in beads:
        last = bead[0][0] if bead[0] else last
        yield bead, last * _CHUNKS // max(clauses, 1)


def print_row(name: str, who: str, measured: Sequence[Measured], seconds: float) -> None:
    """Print one row: what any aligner can be measured by, then what only confidences can."""
    total = f1(sum(strict_counts(m.said, m.text.gold) for m in measured))
    low, high = interval(measured)
    line = f"{name:<22} {who:<11}{total:>8.4f}  [{low:.3f} {high:.3f}]"
    if all(m.statistics for m in measured):
        scores = score(pooled(measured))
        by_type = " ".join(f"{error:.3f}" for _, error in scores.ece_by_type)
        line += f"{scores.lax.f1:>8.4f}{scores.null.precision:>7.3f}{scores.null.recall:>6.3f}"
        line += f"{scores.ece:>7.3f}  {by_type}{scores.auroc:>7.3f}"
    print(f"{line}  {seconds:6.1f} s", flush=True)


def pooled(measured: Sequence[Measured]) -> Statistics:
    """Return the statistics of several texts together."""
    return reduce(Statistics.__add__, (m.statistics for m in measured if m.statistics))


def timed(align: Callable[[Parallel], Measured], texts: Sequence[Parallel]) -> tuple[list[Measured], float]:
    """Align texts one after the other; return the results and the seconds."""
    began = time.perf_counter()
    return [align(text) for text in texts], time.perf_counter() - began


def measure_moves(texts: Sequence[Parallel]) -> None:
    """Print how many moved clauses are found, and how many beads said to cross are right."""
    ways = {
        "5 % of clauses moved": lambda text, rng: with_moves(text, rng, 0.05),
        "two blocks swapped": with_swapped_blocks,
        "nothing moved": lambda text, rng: (text, set()),
    }
    for name, move in ways.items():
        found = asked = right = said = beads = 0
        for seed, text in enumerate(texts):
            changed, moved = move(text, random.Random(seed))
            alignment = paralign.Aligner().align(changed.source, changed.target)
            everything = beads_of(alignment)
            crossing = {bead for bead, b in zip(everything, alignment.beads, strict=True) if b.crossing}
            found, asked = found + len(set(everything) & moved), asked + len(moved)
            right, said = right + len(crossing & set(changed.gold)), said + len(crossing)
            beads += len(everything)
        print(
            f"{name:<22} moved found {found} of {asked}; said to cross {said} of {beads} beads, {right} of them right"
        )


def measure_pins(row: Row, draws: int = 5, count: int = 10) -> None:
    """Print strict F1 of a row's texts without pins, and with some right beads pinned, and the slowest realignment."""
    aligner, slowest = paralign.Aligner(weights=row.weights), 0.0
    free, pinned, worse = np.zeros(4), np.zeros(4), 0
    for seed, text in enumerate(row.texts):
        alignment = aligner.align(text.source, text.target)
        before = np.array(strict_counts(beads_of(alignment), text.gold))
        for draw in range(draws):
            pins = random.Random(100 * seed + draw).sample(text.gold, min(count, len(text.gold)))
            began = time.perf_counter()
            again = alignment.realign(pins)
            slowest = max(slowest, time.perf_counter() - began)
            after = np.array(strict_counts(beads_of(again), text.gold))
            free, pinned, worse = free + before, pinned + after, worse + (f1(after) < f1(before) - 1e-9)
    print(
        f"{row.name:<22} {count} right pins: strict F1 {f1(free):.4f} -> {f1(pinned):.4f}, lower in {worse} of "
        f"{draws * len(row.texts)} draws; slowest realign {1000 * slowest:.0f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure quality on the bench folder.")
    parser.add_argument("bench")
    parser.add_argument("--quick", action="store_true", help="two made documents instead of eight")
    parser.add_argument("--peers", action="store_true", help="measure sentweave and galechurch side by side")
    options = parser.parse_args()
    bench = bench_folder([options.bench])
    peers = available() if options.peers else {}
    print(f"{'text':<22} {'aligner':<11}{'strict':>8}  {'95 %':<13}{'lax':>8}{'null P':>7}{'R':>6}{'ECE':>7}", end="")
    print(f"  {'1-1   n-m   null':<17}{'AUROC':>7}")
    halves_measured: list[Measured] = []
    news: list[Measured] = []
    for row in rows(bench, options.quick):
        aligner = paralign.Aligner(weights=row.weights)
        measured, seconds = timed(partial(by_paralign, aligner), row.texts)
        print_row(row.name, "paralign", measured, seconds)
        for who, peer in peers.items():
            print_row(row.name, who, *timed(partial(by_peer, peer), row.texts))
        halves_measured += measured if row.weights else []
        news += measured if row.name.startswith("news") else []
    print_row("yearbook, both halves", "paralign", halves_measured, 0.0)
    print_row("yearbook and news", "paralign", halves_measured + news, 0.0)
    measure_moves([m.text for m in news])
    measure_moves([treaty(bench, name) for name in TREATIES])
    for row in rows(bench, options.quick):
        measure_pins(row)
    for name, texts in (("news", news), ("yearbook", halves_measured)):
        print(f"\nReliability of the confidences: {name}")
        print("\n".join(reliability_lines(score(pooled(texts)).reliability)))


if __name__ == "__main__":
    main()
