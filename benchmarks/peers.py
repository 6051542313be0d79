"""The other aligners that install from the package index, on the same clauses and with the same encoder.

sentweave is Vecalign's dynamic programming in memory; galechurch is Gale and Church's, by length alone. Both give beads
without a probability, so only their F1 can be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from bench_data import Bead

from paralign.encoders import load_encoder

Aligned = list[Bead]
Peer = Callable[[Sequence[str], Sequence[str]], Aligned]


def available() -> dict[str, Peer]:
    """Return the peers that are installed, by name."""
    peers: dict[str, Peer] = {}
    for name, peer, package in (("sentweave", sentweave, "sentweave"), ("galechurch", galechurch, "galechurch")):
        try:
            __import__(package)
        except ImportError:
            print(f"{name} is not installed and left out: pip install {package}")
        else:
            peers[name] = peer
    return peers


def sentweave(source: Sequence[str], target: Sequence[str]) -> Aligned:
    """Align with sentweave and the embedded encoder."""
    from sentweave import align

    result = align(list(source), list(target), encoder=load_encoder())
    return [(tuple(a.src_indices), tuple(a.tgt_indices)) for a in result.alignments]


def galechurch(source: Sequence[str], target: Sequence[str]) -> Aligned:
    """Align with galechurch, its defaults."""
    from galechurch import align

    beads = align(list(source), list(target)).beads
    return [(tuple(range(b.source_start, b.source_end)), tuple(range(b.target_start, b.target_end))) for b in beads]


def f1(counts: np.ndarray) -> float:
    """Return strict F1 from Vecalign's four counts: said right, said, found, asked."""
    precision, recall = counts[0] / max(counts[1], 1), counts[2] / max(counts[3], 1)
    return float(2 * precision * recall / max(precision + recall, 1e-9))


def strict_counts(said: Sequence[Bead], gold: Sequence[Bead]) -> np.ndarray:
    """Return right, said, found and asked, as Vecalign's scorer counts them: nulls count for precision only."""
    said_beads, gold_beads = set(said), set(gold)
    pairs, gold_pairs = ({b for b in beads if b[0] and b[1]} for beads in (said_beads, gold_beads))
    return np.array([len(said_beads & gold_beads), len(said_beads), len(gold_pairs & pairs), len(gold_pairs)])
