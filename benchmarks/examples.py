"""Texts to learn from, measured as the aligner measures them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from bench_data import Parallel, line_documents
from numpy.typing import NDArray
from synthesis import in_style, make_document, varied_rates, with_moves, with_swapped_blocks

from paralign.aligning.measures import Pair, pair_up
from paralign.aligning.sides import Side, measure
from paralign.encoders import RunEncoder
from paralign.segmentation import document_of

Doubles = NDArray[np.float64]

#: The longest bead the model is trained for; users may ask for other limits.
MAX_MERGE = 5
LINES = (40, 160)
#: Lines shorter than this on both sides serve as headings.
SHORT = 45
SEED = 20261122


def sides_of(text: Parallel, encoder: RunEncoder) -> tuple[Side, Side]:
    """Return both documents measured, structure and all."""
    documents = [
        document_of(lines, language) for lines, language in zip((text.source, text.target), text.languages, strict=True)
    ]
    source, target = (
        measure(document, encoder.encode_runs([clause.text for clause in document.clauses], MAX_MERGE + 1))
        for document in documents
    )
    return source, target


def without_words(side: Side) -> Side:
    """Return a side as an encoder without word vectors would have it."""
    return replace(side, encoding=replace(side.encoding, words=None))


def pair_of(sides: tuple[Side, Side], words: bool) -> Pair:
    """Return two measured documents as a pair, with or without word vectors."""
    return pair_up(*sides) if words else pair_up(*map(without_words, sides))


def synthetic_texts(bench: Path, sources: Sequence[str], count: int, seed: int, moves: bool = False) -> list[Parallel]:
    """Return documents made from line-aligned texts, each with rates of its own; in some, clauses changed places."""
    rng = random.Random(seed)
    pools = [[line for document in line_documents(bench, name) for line in document] for name in sources]
    short = [line for pool in pools for line in pool if max(map(len, line)) < SHORT]
    texts = []
    for k in range(count):
        lines = pools[k % len(pools)]
        other = rng.choice([lines, *pools]), short
        length = rng.randint(*LINES)
        start = rng.randrange(max(1, len(lines) - length))
        name = f"{sources[k % len(sources)]}#{k}"
        text = make_document(name, in_style(lines[start : start + length], rng), other, varied_rates(rng), rng)
        texts.append(_moved(text, rng) if moves else text)
    return texts


def _moved(text: Parallel, rng: random.Random) -> Parallel:
    chance = rng.random()
    if chance < 0.2:
        return with_moves(text, rng, rng.uniform(0.02, 0.08))[0]
    return with_swapped_blocks(text, rng, rng.randint(2, 8))[0] if chance < 0.35 else text
