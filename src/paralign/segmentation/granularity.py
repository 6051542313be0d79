"""How much one clause holds: the finest part that both versions set apart, a whole sentence, or a whole paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from paralign.errors import OptionError
from paralign.segmentation.language import Language
from paralign.segmentation.structure import Place
from paralign.segmentation.units import units_of

GRANULARITIES = ("clause", "sentence", "paragraph")

#: A clause that has no index yet: its text, start and end, and what structure says of it.
Found = tuple[str, int, int, Place]
Spans = list[tuple[int, int]]

_BODY = ("article", "paragraph", "item", "chapeau", "continuation", "other")
_GOES_ON = regex.compile(r"[;,:](?: \p{L}{1,4})?$")
_ENDS = regex.compile(r"[.!?…]\S{0,4}$")
_HAS_TEXT = regex.compile(r"[\p{L}\p{N}]")


def checked(granularity: str) -> str:
    """The name, if it is one of the three."""
    if granularity not in GRANULARITIES:
        raise OptionError(f"granularity={granularity!r} is none of {', '.join(map(repr, GRANULARITIES))}")
    return granularity


def by_paragraph(spans: Sequence[Spans], texts: Sequence[Sequence[str]], words: Language) -> list[Spans]:
    """The spans of each paragraph, those of one label together."""
    merged: list[Spans] = [[] for _ in spans]
    rest = [iter(found) for found in spans]
    for unit in units_of(texts, words):
        own = [next(rest[unit.paragraph]) for _ in unit.texts]
        merged[unit.paragraph].append((own[0][0], own[-1][1]))
    return merged


def by_sentence(found: Iterable[Found], text: str) -> Iterator[Found]:
    """The clauses with every sentence whole: a chapeau with its items, an item with the text after the list."""
    open_one: Found | None = None
    for clause in found:
        if open_one is None:
            open_one = clause
        elif _goes_on(open_one, clause, text):
            open_one = (f"{open_one[0]} {clause[0]}", open_one[1], clause[2], _whole(open_one[3]))
        else:
            yield open_one
            open_one = clause
    if open_one is not None:
        yield open_one


def _goes_on(one: Found, two: Found, text: str) -> bool:
    """Nothing stands between the two, and the first does not end a sentence."""
    if one[3].kind not in _BODY or two[3].kind not in _BODY or _HAS_TEXT.search(text, one[2], two[1]):
        return False
    unfinished = _GOES_ON.search(one[0][-8:]) or (two[3].kind == "continuation" and not _ENDS.search(one[0][-8:]))
    return bool(unfinished)


def _whole(place: Place) -> Place:
    """The place of the sentence that a chapeau opens."""
    path = place.path.removesuffix("__intro")
    element = path.rpartition("__")[2].partition("_")[0]
    kind = {"para": "paragraph", "point": "item"}.get(element, "article") if place.kind == "chapeau" else place.kind
    return replace(place, kind=kind, path=path)
