"""How far apart an encoder puts translations and unrelated texts, told by a few phrases that every treaty has.

Cosines mean something else for every encoder, so the aligner learns their scale from the two documents at hand. From
documents that have nothing in common it would learn that the best of noise is a translation. These phrases give the
least that a translation must be worth.
"""

from __future__ import annotations

import numpy as np

from paralign.encoders.encoding import Floats

PHRASES = (
    ("Настоящий Договор вступает в силу со дня его подписания.", "This Treaty shall enter into force upon signature."),
    ("Стороны уважают границы друг друга.", "The Parties respect each other's borders."),
    ("Спор разрешается путем переговоров.", "The dispute shall be settled through negotiations."),
    ("Каждое государство имеет один голос.", "Each State shall have one vote."),
    ("подтверждая приверженность целям Устава,", "reaffirming their commitment to the purposes of the Charter,"),
    ("Депозитарием является Правительство Республики.", "The Government of the Republic shall be the depositary."),
    ("Расходы несет принимающая сторона.", "The costs shall be borne by the host party."),
    ("Никто не должен подвергаться пыткам.", "No one shall be subjected to torture."),
)  # fmt: skip


def probes() -> list[str]:
    """Return the phrases as one list: all in Russian, then all in English."""
    return [ru for ru, _ in PHRASES] + [en for _, en in PHRASES]


def contrast_of(vectors: Floats) -> float:
    """Return by how much the cosine of translations exceeds that of unrelated phrases, at least 0.

    Args:
        vectors: (phrases, dimension) unit vectors of ``probes()``.
    """
    cosines = vectors[: len(PHRASES)] @ vectors[len(PHRASES) :].T
    unrelated = cosines[~np.eye(len(PHRASES), dtype=bool)]
    return max(0.0, float(np.median(np.diag(cosines)) - np.median(unrelated)))
