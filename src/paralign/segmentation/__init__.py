"""Text to clauses, in three layers that each do one thing.

``layout``
    Lines to paragraphs: unwraps, mends what an empty line cut, sets headings and labels apart.
``clauses``
    Paragraphs to clauses: an ordered list of small rules votes on each place where a clause might end.
``structure``
    Clauses to places: kind, path and label.

The rules are the same for all languages; the words they ask for are in one file a language (``russian``,
``english``, and ``shared`` for the rest).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

import regex

from paralign.document import Clause, Document
from paralign.segmentation.clauses import clause_spans
from paralign.segmentation.detection import detect_language
from paralign.segmentation.flow import Flow, clean
from paralign.segmentation.language import Language, language_of
from paralign.segmentation.layout import paragraphs
from paralign.segmentation.over import with_notes, without_notes
from paralign.segmentation.record import Cut
from paralign.segmentation.structure import Place, places_of

__all__ = [
    "Cut", "assemble", "detect_language", "document_of", "document_over", "explain", "normalised", "segment",
]  # fmt: skip

_HAS_TEXT = regex.compile(r"[\p{L}\p{N}]")


def segment(text: str, language: str | None = None) -> Document:
    r"""The document that a text is, cut into clauses.

    >>> for clause in segment("Статья 1\n\nВ ст. 5 сказано иначе. Стороны\nсогласны."):
    ...     print(clause.path, "|", clause.text)
    art_1__heading | Статья 1
    art_1__p_1__s_1 | В ст. 5 сказано иначе.
    art_1__p_1__s_2 | Стороны согласны.
    >>> [clause.text for clause in segment("Each Party shall: (a) consult; and\n(b) cooper-\nate.")]
    ['Each Party shall:', '(a) consult; and', '(b) cooperate.']
    """
    text = normalised(text)
    language = language or detect_language(text)
    words = language_of(language)
    return assemble(text, paragraphs(text, words), language)


def document_over(
    text: str, language: str | None, path: Path | None = None, notes: Sequence[tuple[int, int]] = ()
) -> Document:
    """The document over a text as it is, the passages that are notes being clauses of kind ``note``."""
    return with_notes(segment(without_notes(text, notes), language), text, notes, path)


def explain(text: str, language: str | None = None) -> list[Cut]:
    r"""Which rule cut or joined where: first the layout's joints, then the places within each paragraph.

    >>> print(*explain("В ст. 5 сказано иначе. Стороны согласны."), sep="\n")
          6  join   abbreviation          …В ст. + 5 сказано иначе. Стороны согласны.…
         23  split  sentence_end          …В ст. 5 сказано иначе. | Стороны согласны.…
    """
    text = normalised(text)
    words = language_of(language or detect_language(text))
    log: list[Cut] = []
    for flow in paragraphs(text, words, log):
        found: list[Cut] = []
        clause_spans(flow.text, words, found)
        log += [_moved(cut, flow.origin(cut.position)) for cut in found]
    return log


def document_of(texts: Sequence[str], language: str | None = None) -> Document:
    """The document whose clauses are these texts, exactly as they are.

    >>> document = document_of(["Article 5", "2. Each Party may withdraw.", ""])
    >>> [(clause.kind, clause.path) for clause in document]
    [('heading', 'art_5__heading'), ('paragraph', 'art_5__para_2'), ('other', '')]
    """
    joined = "\n".join(texts)
    language = language or detect_language(joined)
    places = _places_of_given(texts, language_of(language))
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    clauses = (
        Clause(text, start, start + len(text), i, place.kind, place.path, place.label)
        for i, (text, start, place) in enumerate(zip(texts, starts, places, strict=False))
    )
    return Document(joined, language, tuple(clauses))


def assemble(text: str, flows: Sequence[Flow], language: str, path: Path | None = None) -> Document:
    """The document over a text whose paragraphs are known: the last two layers."""
    words = language_of(language)
    spans = [_spans_with_text(flow, words) for flow in flows]
    texts = [[flow.text[a:b] for a, b in found] for flow, found in zip(flows, spans, strict=True)]
    places = iter(places_of(texts, words))
    clauses = (
        Clause(flow.text[a:b], flow.origin(a), flow.origin(b - 1) + 1, i, place.kind, place.path, place.label)
        for i, ((flow, a, b), place) in enumerate(zip(_flat(flows, spans), places, strict=True))
    )
    return Document(text, language, tuple(clauses), path)


def normalised(text: str) -> str:
    r"""The text with every line end written ``\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _places_of_given(texts: Sequence[str], words: Language) -> list[Place]:
    stripped = [clean(text) for text in texts]
    places = iter(places_of([[text] for text in stripped if _HAS_TEXT.search(text)], words))
    return [next(places) if _HAS_TEXT.search(text) else Place() for text in stripped]


def _spans_with_text(flow: Flow, words: Language) -> list[tuple[int, int]]:
    """The paragraph's spans, where one without letters and digits belongs to its neighbour."""
    found: list[tuple[int, int]] = []
    for start, end in clause_spans(flow.text, words):
        bare = not _HAS_TEXT.search(flow.text, start, end)
        if found and (bare or not _HAS_TEXT.search(flow.text, *found[-1])):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _flat(flows: Sequence[Flow], spans: Sequence[list[tuple[int, int]]]) -> Iterator[tuple[Flow, int, int]]:
    return ((flow, a, b) for flow, found in zip(flows, spans, strict=True) for a, b in found)


def _moved(cut: Cut, position: int) -> Cut:
    return Cut(position, cut.joined, cut.rule, cut.left, cut.right)
