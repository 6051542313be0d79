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
from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path

import regex

from paralign.document import Clause, Document
from paralign.segmentation.address import distinct
from paralign.segmentation.clauses import clause_spans
from paralign.segmentation.detection import detect_language
from paralign.segmentation.flow import Flow, clean
from paralign.segmentation.granularity import GRANULARITIES, Found, Spans, by_paragraph, by_sentence, checked
from paralign.segmentation.language import Language, language_of
from paralign.segmentation.layout import paragraphs
from paralign.segmentation.record import Cut
from paralign.segmentation.structure import Place, places_of

__all__ = [
    "GRANULARITIES",
    "Cut",
    "assemble",
    "detect_language",
    "document_of",
    "document_over",
    "explain",
    "normalised",
    "segment",
]

_HAS_TEXT = regex.compile(r"[\p{L}\p{N}]")


def segment(text: str, language: str | None = None, granularity: str = "clause") -> Document:
    r"""The document that a text is, cut into clauses.

    Args:
        text: The text; line ends may be of any kind.
        language: Its BCP 47 code; found in the text where it is not given.
        granularity: ``clause`` for the finest parts that both versions can share, ``sentence`` for whole sentences,
            lists in them included, ``paragraph`` for whole paragraphs and points.

    >>> for clause in segment("Статья 1\n\nВ ст. 5 сказано иначе. Стороны\nсогласны."):
    ...     print(clause.path, "|", clause.text)
    art_1__heading | Статья 1
    art_1__p_1__s_1 | В ст. 5 сказано иначе.
    art_1__p_1__s_2 | Стороны согласны.
    >>> [clause.text for clause in segment("Each Party shall: (a) consult; and\n(b) cooper-\nate.")]
    ['Each Party shall:', '(a) consult; and', '(b) cooperate.']
    """
    return document_over(normalised(text), language, granularity=granularity)


def document_over(
    text: str,
    language: str | None = None,
    path: Path | None = None,
    notes: Sequence[tuple[int, int]] = (),
    granularity: str = "clause",
) -> Document:
    r"""The document over a text that a reader made, its line ends written ``\n``.

    Args:
        text: The text.
        language: Its BCP 47 code; found in the text where it is not given.
        path: The file it was read from.
        notes: Passages, as (start, end), that the reader knows to be notes. Each is a clause of that kind, and a
            sentence that it interrupts goes on after it.
        granularity: As in ``segment``.

    >>> text = "The Parties shall, in the\nSeries 12\nmeantime, consult."
    >>> [(clause.kind, clause.text) for clause in document_over(text, "en", notes=[(26, 35)])]
    [('other', 'The Parties shall, in the'), ('note', 'Series 12'), ('other', 'meantime, consult.')]
    """
    language = language or detect_language(text)
    return assemble(text, paragraphs(text, language_of(language), notes=notes), language, path, granularity)


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
    paths = distinct(place.path for place in places)
    clauses = (
        Clause(text, start, start + len(text), i, place.kind, path, place.label)
        for i, (text, start, place, path) in enumerate(zip(texts, starts, places, paths, strict=False))
    )
    return Document(joined, language, tuple(clauses))


def assemble(
    text: str, flows: Sequence[Flow], language: str, path: Path | None = None, granularity: str = "clause"
) -> Document:
    """The document over a text whose paragraphs are known: the last two layers."""
    found = _clauses(flows, language_of(language), checked(granularity))
    places = sorted((*found, *_notes(flows)), key=lambda found: found[1])
    if granularity == "sentence":
        places = list(by_sentence(places, text))
    paths = distinct(place.path for *_, place in places)
    clauses = (
        Clause(content, start, end, i, place.kind, path, place.label)
        for i, ((content, start, end, place), path) in enumerate(zip(places, paths, strict=True))
    )
    return Document(text, language, tuple(clauses), path)


def _clauses(flows: Sequence[Flow], words: Language, granularity: str) -> Iterator[Found]:
    flows = [flow for flow in flows if not flow.is_note]
    spans = [_spans_with_text(flow, words) for flow in flows]
    if granularity == "paragraph":
        spans = by_paragraph(spans, _texts(flows, spans), words)
    places = iter(places_of(_texts(flows, spans), words))
    for (flow, a, b), place in zip(_flat(flows, spans), places, strict=True):
        yield from _pieces(flow, a, b, place)


def _pieces(flow: Flow, start: int, end: int, place: Place) -> Iterator[Found]:
    """One clause, or its parts around the notes that interrupt it."""
    breaks = [k for k in flow.breaks if start < k < end]
    if not breaks:
        yield flow.text[start:end], flow.origin(start), flow.origin(end - 1) + 1, place
        return
    parts = (_stripped(flow.text, a, b) for a, b in pairwise((start, *breaks, end)))
    for number, (a, b) in enumerate(filter(None, parts)):
        rest = f"__rest_{number}".removesuffix("_1") if number and place.path else ""
        yield flow.text[a:b], flow.origin(a), flow.origin(b - 1) + 1, replace(place, path=place.path + rest)


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    part = text[start:end]
    if not _HAS_TEXT.search(part):
        return None
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _notes(flows: Sequence[Flow]) -> Iterator[Found]:
    for flow in flows:
        if flow.is_note:
            yield flow.text, flow.origin(0), flow.origin(len(flow.text) - 1) + 1, Place("note")


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


def _texts(flows: Sequence[Flow], spans: Sequence[Spans]) -> list[list[str]]:
    return [[flow.text[a:b] for a, b in found] for flow, found in zip(flows, spans, strict=True)]


def _flat(flows: Sequence[Flow], spans: Sequence[list[tuple[int, int]]]) -> Iterator[tuple[Flow, int, int]]:
    return ((flow, a, b) for flow, found in zip(flows, spans, strict=True) for a, b in found)


def _moved(cut: Cut, position: int) -> Cut:
    return Cut(position, cut.joined, cut.rule, cut.left, cut.right)
