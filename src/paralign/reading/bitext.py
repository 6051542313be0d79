"""One page, two languages: each paragraph goes to the side whose language it is in.

Script decides where the two languages have different ones. Where they share one, frequent words decide, and a
paragraph too short to tell stays with the one before it. So every letter of the page is on one of the sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from paralign.document import Bitext
from paralign.errors import InputError, LanguageError
from paralign.segmentation import assemble, detect_language, normalised
from paralign.segmentation.detection import UNKNOWN, cyrillic_and_latin
from paralign.segmentation.flow import Flow
from paralign.segmentation.language import merged
from paralign.segmentation.layout import paragraphs

_NAMES = {
    "ru": "Russian", "en": "English", "uk": "Ukrainian", "be": "Belarusian", "kk": "Kazakh", "de": "German",
    "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "pl": "Polish", "zh": "Chinese",
    "ar": "Arabic",
}  # fmt: skip
_CYRILLIC = ("ru", "uk", "be", "kk", "ky", "tg", "mk", "sr", "bg")
_ADVICE = "Give a page with both, or one file for each language."
#: A second language is one with at least this share of the page's letters.
_LEAST_SHARE = 0.02


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
    text = normalised(text)
    wanted = _checked(languages, path)
    flows = paragraphs(text, merged("ru", "en"))
    if not flows:
        raise InputError(path, "The text is empty: it has no letter and no digit", "Give a text with two languages.")
    found = _languages_of(flows, wanted)
    source, target = wanted or _two_languages(flows, found, path)
    sides = {
        code: [flow for flow, other in zip(flows, found, strict=True) if other == code] for code in (source, target)
    }
    for code, own in sides.items():
        if not own:
            raise LanguageError(path, f"No {_name(code)} found on the page", _ADVICE)
    return Bitext(*(assemble(text, own, code, path, granularity) for code, own in sides.items()))


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


def _languages_of(flows: Sequence[Flow], wanted: tuple[str, str] | None) -> list[str]:
    """The language of each paragraph; one that does not tell takes that of the one before it."""
    told = [_language_of(flow.text[:4000], wanted) for flow in flows]
    told = _cleared(told, flows, wanted)
    first = next((code for code in told if code), UNKNOWN)
    found, last = [], first
    for code in told:
        last = code or last
        found.append(last)
    return found


def _language_of(text: str, wanted: tuple[str, str] | None) -> str:
    """By script, then by words; an empty string where neither tells."""
    cyrillic, latin = cyrillic_and_latin(text)
    if wanted and (wanted[0] in _CYRILLIC) != (wanted[1] in _CYRILLIC):
        slavic, other = wanted if wanted[0] in _CYRILLIC else wanted[::-1]
        return "" if cyrillic == latin else slavic if cyrillic > latin else other
    code = detect_language(text)
    return "" if code == UNKNOWN else code


def _cleared(told: list[str], flows: Sequence[Flow], wanted: tuple[str, str] | None) -> list[str]:
    """Without languages that are not the page's two: a short paragraph in Latin script was guessed wrong."""
    letters: Counter[str] = Counter()
    for code, flow in zip(told, flows, strict=True):
        letters[code] += len(flow.text)
    letters.pop("", None)
    kept = set(wanted or _main_two(letters))
    return [code if code in kept else _by_script(flow.text, kept) for code, flow in zip(told, flows, strict=True)]


def _main_two(letters: Counter[str]) -> tuple[str, ...]:
    """The two languages with most text, one a script where the page has two scripts."""
    ranked = [code for code, _ in letters.most_common()]
    other_script = [code for code in ranked if (code in _CYRILLIC) != (ranked[0] in _CYRILLIC)]
    if other_script and letters[other_script[0]] >= _LEAST_SHARE * letters.total():
        return ranked[0], other_script[0]
    return tuple(ranked[:2])


def _by_script(text: str, kept: set[str]) -> str:
    cyrillic, latin = cyrillic_and_latin(text[:4000])
    slavic = [code for code in kept if code in _CYRILLIC]
    other = [code for code in kept if code not in _CYRILLIC]
    if cyrillic == latin or len(slavic) != 1 or len(other) != 1:
        return ""
    return slavic[0] if cyrillic > latin else other[0]


def _two_languages(flows: Sequence[Flow], found: Sequence[str], path: Path | None) -> tuple[str, str]:
    letters: Counter[str] = Counter()
    for code, flow in zip(found, flows, strict=True):
        letters[code] += len(flow.text)
    codes = [code for code, _ in letters.most_common(2) if letters[code] >= _LEAST_SHARE * letters.total()]
    if len(codes) < 2:
        raise LanguageError(path, f"Only {_name(codes[0])} found on the page; two languages are needed", _ADVICE)
    if set(codes) == {"ru", "en"}:
        return "ru", "en"
    first, second = sorted(codes, key=found.index)
    return first, second


def _name(code: str) -> str:
    if code == UNKNOWN:
        return "one language"
    return _NAMES.get(code, f"the language {code!r}")
