"""One page, two languages: each paragraph goes to the side whose language it is in.

Columns are put in order first; then ``telling`` says which language a paragraph is in. Every letter of the page that
belongs to one of the two languages is on one of the sides; a third language is on neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import regex

from paralign.document import Bitext, Document
from paralign.errors import InputError, LanguageError
from paralign.reading.columns import in_order
from paralign.reading.telling import is_banner, main_languages, sides_of
from paralign.segmentation import assemble, normalised
from paralign.segmentation.detection import UNKNOWN
from paralign.segmentation.flow import Flow
from paralign.segmentation.language import merged
from paralign.segmentation.layout import paragraphs

_NAMES = {
    "ru": "Russian", "en": "English", "uk": "Ukrainian", "be": "Belarusian", "kk": "Kazakh", "de": "German",
    "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "pl": "Polish", "zh": "Chinese",
    "ar": "Arabic",
}  # fmt: skip
_ADVICE = "Give a page with both, or one file for each language."
_PIECE = regex.compile(r"[^\n]+")


def bitext_of(
    text: str, languages: Sequence[str] | None = None, path: Path | None = None, granularity: str = "clause"
) -> Bitext:
    r"""The two documents over a text that holds two languages. Russian is the source of Russian and English.

    >>> bitext = bitext_of("The independent states:\n\nНезависимые Государства\n\nseeking to build peace;")
    >>> [clause.text for clause in bitext.source], [clause.text for clause in bitext.target]
    (['Независимые Государства'], ['The independent states:', 'seeking to build peace;'])

    Raises:
        LanguageError: The text has one language only, or not those that were asked for.
    """
    text = in_order(normalised(text))
    if not any(map(str.isalnum, text)):
        raise InputError(path, "The text is empty: it has no letter and no digit", "Give a text with two languages.")
    pair = _checked(languages, path) or _two_languages(text, path)
    flows = paragraphs(text, merged(*pair))
    found = sides_of([flow.text for flow in flows], pair)
    sides = {code: [flow for flow, own in zip(flows, found, strict=True) if own == code] for code in pair}
    for code, own in sides.items():
        if not own:
            raise LanguageError(path, f"No {_name(code)} found on the page", _ADVICE)
    return Bitext(*(_side(text, own, code, (path, granularity)) for code, own in sides.items()))


def _side(text: str, flows: Sequence[Flow], code: str, more: tuple[Path | None, str]) -> Document:
    document = assemble(text, flows, code, *more)
    clauses = (replace(clause, kind="editorial", path="", label="") if is_banner(clause.text) else clause
               for clause in document)  # fmt: skip
    return replace(document, clauses=tuple(clauses))


def _checked(languages: Sequence[str] | None, path: Path | None) -> tuple[str, str] | None:
    if languages is None:
        return None
    codes = tuple(code.lower() for code in languages)
    if len(codes) != 2 or codes[0] == codes[1]:
        given = ", ".join(codes) or "none"
        raise LanguageError(
            path, f"Two different languages are needed, given: {given}", 'Name two, such as ("ru", "en").'
        )
    return codes[0], codes[1]


def _two_languages(text: str, path: Path | None) -> tuple[str, str]:
    pieces = [piece for piece in _PIECE.findall(text) if any(map(str.isalpha, piece))]
    codes = main_languages(pieces)
    if len(codes) < 2:
        found = _name(codes[0] if codes else UNKNOWN)
        raise LanguageError(path, f"Only {found} found on the page; two languages are needed", _ADVICE)
    if set(codes) == {"ru", "en"}:
        return "ru", "en"
    first, second = codes
    told = sides_of(pieces, (first, second))
    return (first, second) if told.index(first) < told.index(second) else (second, first)


def _name(code: str) -> str:
    if code == UNKNOWN:
        return "one language"
    return _NAMES.get(code, f"the language {code!r}")
