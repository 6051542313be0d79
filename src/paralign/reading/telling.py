"""Which of a page's two languages each of its paragraphs is in.

Script tells where the two have different ones. Where they share one, letters that only one of them has tell, then
frequent words, then the words of the page itself; what is too short to tell goes with the paragraph before it. A
third language that takes a good part of the page belongs to neither side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import regex

from paralign.segmentation.detection import UNKNOWN, cyrillic_letters, detect_language, latin_scores, main_script
from paralign.segmentation.labels import heading_of, label_at
from paralign.segmentation.language import language_of

#: A paragraph in neither of the two languages.
OTHER = "other"
#: A second language has at least this share of the page's letters, a third one that stays outside the same.
LEAST_SHARE = 0.05
_SCRIPTS = {"ar": "Arabic", "fa": "Arabic", "zh": "Han", "ja": "Han", "ko": "Hangul", "el": "Greek", "he": "Hebrew",
            "hy": "Armenian", "ka": "Georgian", "hi": "Devanagari", "th": "Thai"}  # fmt: skip
CYRILLIC = ("ru", "uk", "be", "kk", "ky", "tg", "mk", "sr", "bg")
_NAMED = {"russian": "ru", "russe": "ru", "english": "en", "anglais": "en", "french": "fr", "français": "fr",
          "spanish": "es", "espagnol": "es", "german": "de", "allemand": "de", "chinese": "zh", "chinois": "zh",
          "arabic": "ar", "arabe": "ar", "ukrainian": "uk", "ukrainien": "uk", "kazakh": "kk", "polish": "pl",
          "polonais": "pl", "italian": "it", "italien": "it", "portuguese": "pt", "portugais": "pt"}  # fmt: skip
_BANNER = regex.compile(
    r"(?i)[\[(]?\s*(?:(?P<name>\p{L}+) text\s*[-–—]\s*texte \p{L}+|texte (?P<name>\p{L}+)\s*[-–—]\s*\p{L}+ text"
    r"|translation\s*[-–—]\s*traduction)\s*[\])]?\d*"
)
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*")
_SAMPLE = 4000
_FEW_WORDS = 4
#: Characters that a paragraph needs to be told to be in a third language.
_LONG = 40


def is_banner(text: str) -> bool:
    """RUSSIAN TEXT – TEXTE RUSSE; [TRANSLATION – TRADUCTION]."""
    return bool(_BANNER.fullmatch(text.strip()))


def script_of(code: str) -> str:
    """The script that a language is written in.

    >>> script_of("ru"), script_of("fr"), script_of("zh")
    ('Cyrillic', 'Latin', 'Han')
    """
    base = code.split("-")[0]
    return "Cyrillic" if base in CYRILLIC else _SCRIPTS.get(base, "Latin")


def main_languages(texts: Sequence[str]) -> list[str]:
    """The languages with a good part of the letters: one, or two, preferably of two scripts."""
    letters: Counter[str] = Counter()
    for text in texts:
        letters[detect_language(text[:_SAMPLE])] += sum(map(str.isalpha, text))
    letters.pop(UNKNOWN, None)
    least = LEAST_SHARE * sum(sum(map(str.isalpha, text)) for text in texts)
    ranked = [code for code, count in letters.most_common() if count >= least]
    other_script = [code for code in ranked[1:] if script_of(code) != script_of(ranked[0])]
    return [*ranked[:1], *(other_script or ranked[1:])[:1]]


def sides_of(texts: Sequence[str], pair: tuple[str, str]) -> list[str]:
    """The language of each paragraph: one of the pair, or ``OTHER``."""
    told = [_told(text[:_SAMPLE], pair) for text in texts]
    told = _without_strangers(told, texts, pair)
    told = _without_rare_others(told, texts, pair)
    told = _by_page_words(told, texts, pair)
    return _filled(told, texts, pair)


def _told(text: str, pair: tuple[str, str]) -> str:
    banner = _BANNER.fullmatch(text.strip())
    if banner:
        named = _NAMED.get((banner["name"] or "").lower(), "")
        return named if named in pair else ""
    script = main_script(text)
    if not script:
        return ""
    codes = [code for code in pair if script_of(code) == script]
    if not codes:
        return _of_any_script(text, pair)
    if script == "Latin":
        return _latin(text.lower(), codes)
    return _cyrillic(text.lower(), codes) if script == "Cyrillic" else codes[0] if len(codes) == 1 else ""


def _of_any_script(text: str, pair: tuple[str, str]) -> str:
    """Mostly in a third script: outside only where no letter of either language is in it."""
    present = [code for code in pair if regex.search(rf"\p{{Script={script_of(code)}}}", text)]
    return present[0] if present else OTHER


def _latin(text: str, codes: list[str]) -> str:
    scores = latin_scores(text)
    own = max(scores[code] for code in codes)
    third = max((score for code, score in scores.items() if code not in codes), default=0)
    if third > 2 * own + 2 and len(text) >= _LONG:
        return OTHER
    if len(codes) == 1:
        return codes[0]
    first, second = (scores[code] for code in codes)
    if first == second:
        return _by_heading(text, codes)
    return codes[0] if first > second else codes[1]


def _by_heading(text: str, codes: list[str]) -> str:
    """Artikel 1 is German, where Article 1 is English."""
    printed = text.capitalize()
    known = [code for code in codes if heading_of(printed, language_of(code))]
    return known[0] if len(known) == 1 else ""


def _cyrillic(text: str, codes: list[str]) -> str:
    letters = cyrillic_letters(text)
    third = max((count for code, count in letters.items() if code not in (*codes, "ru")), default=0)
    own = max(letters[code] for code in codes)
    if third > 2 * max(own, letters["ru"]) and len(text) >= _LONG:
        return OTHER
    if len(codes) == 1:
        return codes[0]
    first, second = (letters[code] for code in codes)
    if first == second:
        return _by_heading(text, codes)
    return codes[0] if first > second else codes[1]


def _without_strangers(told: list[str], texts: Sequence[str], pair: tuple[str, str]) -> list[str]:
    """A few Latin words alone among paragraphs of another script are a name there, not a second language."""
    if script_of(pair[0]) == script_of(pair[1]):
        return told
    latin = next((code for code in pair if script_of(code) == "Latin"), "")
    return ["" if code == latin and _is_stranger(i, told, texts) else code for i, code in enumerate(told)]


def _is_stranger(i: int, told: list[str], texts: Sequence[str]) -> bool:
    near = [*told[max(0, i - 2) : i], *told[i + 1 : i + 3]]
    if told[i] in near or not near or is_banner(texts[i]):
        return False
    text, language = texts[i], language_of(told[i])
    few = len(_WORD.findall(text[:200])) <= _FEW_WORDS and not latin_scores(text[:200].lower())[told[i]]
    return few and not heading_of(text, language) and not label_at(text)


def _without_rare_others(told: list[str], texts: Sequence[str], pair: tuple[str, str]) -> list[str]:
    """Paragraphs that seem to be in a third language, where too few of them do, stay with their script's side."""
    sizes = [sum(map(str.isalpha, text)) for text in texts]
    others = sum(size for code, size in zip(told, sizes, strict=True) if code == OTHER)
    if others >= LEAST_SHARE * sum(sizes):
        return told
    return [_of_script(text, pair) if code == OTHER else code for code, text in zip(told, texts, strict=True)]


def _of_script(text: str, pair: tuple[str, str]) -> str:
    codes = [code for code in pair if script_of(code) == main_script(text[:_SAMPLE])]
    return codes[0] if len(codes) == 1 else ""


def _by_page_words(told: list[str], texts: Sequence[str], pair: tuple[str, str]) -> list[str]:
    """A paragraph that did not tell is in the language whose paragraphs have more of its words."""
    if "" not in told or script_of(pair[0]) != script_of(pair[1]):
        return told
    known = {code: _words(text for text, own in zip(texts, told, strict=True) if own == code) for code in pair}
    return [code or _by_words(text, known) for code, text in zip(told, texts, strict=True)]


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(text.lower())}


def _by_words(text: str, known: dict[str, set[str]]) -> str:
    words = set(_WORD.findall(text.lower()))
    (first, own), (second, other) = known.items()
    mine, theirs = len(words & (own - other)), len(words & (other - own))
    return "" if mine == theirs else first if mine > theirs else second


def _filled(told: list[str], texts: Sequence[str], pair: tuple[str, str]) -> list[str]:
    """What did not tell goes with the paragraph before it; a banner and the first lines with the one after."""
    following = next((code for code in told if code), pair[0])
    found, last = [], following
    for i, code in enumerate(told):
        if not code and is_banner(texts[i]):
            code = next((later for later in told[i:] if later), last)
        last = code or last
        found.append(last)
    return found
