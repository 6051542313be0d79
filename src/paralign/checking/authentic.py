"""The clause that says which texts of a treaty are authentic, and which one prevails.

A translation reads like an authentic text. Displays show this clause so that nobody takes one for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from paralign.alignment import Alignment, Bead
from paralign.checking.lexicon import lexicon_of


@dataclass(frozen=True, slots=True)
class AuthenticTexts:
    """What a treaty says about its own languages.

    Attributes:
        beads: The beads that say it.
        languages: Codes of the languages that they name, in the order of their codes.
        equal: Whether all texts are said to be authentic alike.
        prevailing: Code of the language whose text prevails where they diverge; empty where none is named.
    """

    beads: tuple[Bead, ...]
    languages: tuple[str, ...]
    equal: bool
    prevailing: str = ""


def authentic_texts(alignment: Alignment) -> AuthenticTexts | None:
    """Return what the treaty says about its authentic languages; None where it says nothing.

    >>> from paralign import align
    >>> found = authentic_texts(align(
    ...     ["Совершено в двух экземплярах на русском и английском языках, причем оба текста имеют одинаковую силу."],
    ...     ["Done in duplicate in the Russian and English languages, both texts being equally authentic."],
    ... ))
    >>> found.languages, found.equal, found.prevailing
    (('en', 'ru'), True, '')
    """
    codes = alignment.source.language, alignment.target.language
    equal = [bead for bead in alignment.beads if _says("equally", bead, codes)]
    prevailing = [bead for bead in alignment.beads if _says("prevailing", bead, codes)]
    beads = tuple(bead for bead in alignment.beads if bead in equal or bead in prevailing)
    if not beads:
        return None
    languages = {code for bead in beads for text, own in _texts(bead, codes) for code in _tongues(text, own)}
    return AuthenticTexts(beads, tuple(sorted(languages)), bool(equal), _prevailing(prevailing, codes))


def _texts(bead: Bead, codes: tuple[str, str]) -> Iterable[tuple[str, str]]:
    return zip((bead.source_text, bead.target_text), codes, strict=True)


def _says(what: str, bead: Bead, codes: tuple[str, str]) -> bool:
    return any(_passages(what, text, code) for text, code in _texts(bead, codes))


def _passages(what: str, text: str, code: str) -> list[str]:
    """The sentences, up to the stop before and after, in which a pattern of the lexicon matches."""
    patterns: tuple[str, ...] = getattr(lexicon_of(code), what)
    found = (re.search(f"(?i)[^.;]*(?:{pattern})[^.;]*", text) for pattern in patterns)
    return [match.group() for match in found if match]


def _tongues(text: str, code: str) -> list[str]:
    return [tongue for pattern, tongue in lexicon_of(code).tongues if re.search(rf"(?i)\b(?:{pattern})\b", text)]


def _prevailing(beads: Iterable[Bead], codes: tuple[str, str]) -> str:
    """The one language that the sentence names; none where it names several, or the two sides differ."""
    named = {
        tuple(_tongues(passage, code))
        for bead in beads
        for text, code in _texts(bead, codes)
        for passage in _passages("prevailing", text, code)[:1]
    }
    only = {tongues[0] for tongues in named if len(tongues) == 1}
    return only.pop() if len(only) == 1 else ""
