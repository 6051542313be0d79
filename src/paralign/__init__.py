"""paralign aligns the clauses of a treaty in two languages, with a confidence that means what it says.

    import paralign

    alignment = paralign.align(paralign.alma_ata())
    for pair in alignment.pairs:
        print(pair.confidence, pair.source_text, "|", pair.target_text)

Names are loaded when they are first used, so that ``import paralign`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paralign.aligner import Aligner as Aligner
    from paralign.aligner import align as align
    from paralign.alignment import Alignment as Alignment
    from paralign.alignment import Bead as Bead
    from paralign.checking import check as check
    from paralign.document import Bitext as Bitext
    from paralign.document import Clause as Clause
    from paralign.document import Document as Document
    from paralign.encoders import Encoder as Encoder
    from paralign.errors import ParalignError as ParalignError
    from paralign.evaluation import Scores as Scores
    from paralign.evaluation import evaluate as evaluate
    from paralign.exporting import load as load
    from paralign.gold import Gold as Gold
    from paralign.gold import read_gold as read_gold
    from paralign.reading import read as read
    from paralign.reading import read_bitext as read_bitext
    from paralign.reviewing import load_review as load_review
    from paralign.samples import alma_ata as alma_ata
    from paralign.samples import alma_ata_gold as alma_ata_gold
    from paralign.segmentation import segment as segment

__version__ = "0.1.0"

#: Every public name and the module that holds it.
_HOMES = {
    "Aligner": "aligner",
    "Alignment": "alignment",
    "Bead": "alignment",
    "Bitext": "document",
    "Clause": "document",
    "Document": "document",
    "Encoder": "encoders",
    "Gold": "gold",
    "ParalignError": "errors",
    "Scores": "evaluation",
    "align": "aligner",
    "alma_ata": "samples",
    "alma_ata_gold": "samples",
    "check": "checking",
    "evaluate": "evaluation",
    "load": "exporting",
    "load_review": "reviewing",
    "read": "reading",
    "read_bitext": "reading",
    "read_gold": "gold",
    "segment": "segmentation",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
