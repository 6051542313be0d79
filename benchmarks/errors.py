"""Sort the errors on the hand-aligned yearbook by kind, with python benchmarks/errors.py BENCH [--show].

A region is a smallest stretch whose borders both alignments share. Each wrong region is of one kind; ``--show`` prints
its text.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench_data import FOLDS, Bead, Parallel, bench_folder, halves, yearbook

import paralign
from paralign.gold import beads_of


def regions(said: Sequence[Bead], gold: Sequence[Bead]) -> Iterator[tuple[list[Bead], list[Bead]]]:
    """Yield the wrong regions: beads that were said, and the gold beads that share a clause with them."""
    wrong = [bead for bead in said if bead not in set(gold)]
    missed = [bead for bead in gold if bead not in set(said)]
    while wrong:
        ours, theirs = [wrong.pop(0)], []
        grown = True
        while grown:
            grown = bool(_move_touching(missed, theirs, ours)) | bool(_move_touching(wrong, ours, theirs))
        yield ours, theirs


def _move_touching(waiting: list[Bead], taken: list[Bead], others: list[Bead]) -> list[Bead]:
    used = {i for s, _ in others for i in s}, {j for _, t in others for j in t}
    touching = [bead for bead in waiting if used[0] & set(bead[0]) or used[1] & set(bead[1])]
    for bead in touching:
        waiting.remove(bead)
        taken.append(bead)
    return touching


def kind(said: list[Bead], gold: list[Bead]) -> str:
    """Return what went wrong in a region."""
    nulls = [sum(not (s and t) for s, t in beads) for beads in (said, gold)]
    pairs = [sum(bool(s and t) for s, t in beads) for beads in (said, gold)]
    if nulls[1] > nulls[0]:
        return "a clause without counterpart was glued to a neighbour"
    if nulls[0] > nulls[1]:
        return "part of a bead was said to have no counterpart"
    if pairs[0] > pairs[1]:
        return "one bead was cut into several"
    if pairs[0] < pairs[1]:
        return "several beads became one"
    return "the border between beads lies elsewhere"


def main() -> None:
    parser = argparse.ArgumentParser(description="Sort the errors on the yearbook by kind.")
    parser.add_argument("bench")
    parser.add_argument("--show", action="store_true", help="print the text of each wrong region")
    options = parser.parse_args()
    kinds: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    for half, text in enumerate(halves(yearbook(bench_folder([options.bench]))), 1):
        weights: Path = FOLDS / f"without-half-{half}.json"
        alignment = paralign.Aligner(weights=weights).align(text.source, text.target)
        said = beads_of(alignment)
        confidence = dict(zip(said, (bead.confidence for bead in alignment.beads), strict=True))
        for ours, theirs in regions(said, text.gold):
            kinds[kind(ours, theirs)] += 1
            sure[kind(ours, theirs)] += min(confidence[bead] for bead in ours) >= 0.9
            if options.show:
                _show(text, ours, theirs, confidence)
    for name, count in kinds.most_common():
        print(f"{count:>3}  {name} ({sure[name]} with confidence of .9 or more throughout)")


def _show(text: Parallel, said: list[Bead], gold: list[Bead], confidence: dict[Bead, float]) -> None:
    print(f"\n{kind(said, gold)}: said {said}, gold {gold}")
    for bead in said:
        print(f"  {confidence[bead]:.2f}  {' ¦ '.join(text.source[i] for i in bead[0])}")
        print(f"        {' ¦ '.join(text.target[j] for j in bead[1])}")


if __name__ == "__main__":
    main()
