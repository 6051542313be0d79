"""Which language a text is in: by script, then by letters that only one language has, then by frequent words.

Statistics on letter sequences fail on headings; counting scripts does not. Frequent function words are asked
only where several languages share a script.
"""

from __future__ import annotations

import re
from collections import Counter

import regex

UNKNOWN = "und"

#: Characters that are looked at. A longer text is sampled evenly.
_SAMPLE = 24_000

_SCRIPTS = {
    "Latin": UNKNOWN,
    "Cyrillic": "ru",
    "Arabic": "ar",
    "Hangul": "ko",
    "Hiragana": "ja",
    "Katakana": "ja",
    "Han": "zh",
    "Greek": "el",
    "Hebrew": "he",
    "Armenian": "hy",
    "Georgian": "ka",
    "Devanagari": "hi",
    "Thai": "th",
}
_SCRIPT_RUNS = {script: regex.compile(rf"\p{{Script={script}}}+") for script in _SCRIPTS}

#: The two scripts that are asked for most, as ranges: ``re`` reads a long text twice as fast as ``regex``.
_CYRILLIC_RUNS = re.compile("[\u0400-\u0484\u0487-\u052f\u1c80-\u1c8a\u2de0-\u2dff\ua640-\ua69f]+")
_LATIN_RUNS = re.compile(
    "[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u1e00-\u1eff\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a]+"
)

#: Letters that Russian does not have, so that a text with enough of them is in another Cyrillic language.
_CYRILLIC = {
    "uk": "іїєґ",  # її, є
    "be": "ўі",  # ўсе
    "ky": "ңөү",  # жөнүндө: before Kazakh, which has more letters than these
    "kk": "әғқңөұүһі",  # және, Қазақстан
    "bg": "ъ",  # държава, съюз: only where it is frequent and Russian's own letters are missing
    "mk": "ѓќѕ",  # ќе
    "sr": "ђћџљњј",  # који
    "tg": "ӣқғӯҳҷ",  # Тоҷикистон
}
_RUSSIAN_ONLY = "ыэё"
#: Fewer «ъ» may be Russian: объединенных.
_BULGARIAN = 3

#: Letters that tell a Latin language more surely than a word does, and how many words each is worth.
_LATIN = {
    "de": ("ßäö", 1),  # gemäß
    "es": ("ñ¿¡", 3),  # ¿año?
    "pl": ("łąęśżźć", 3),  # Państwa są
    "pt": ("ãõ", 3),  # nações
    "tr": ("ğış", 3),  # değişiklik
    "fr": ("êèùœ", 1),  # êtres
    "it": ("ìò", 2),  # così
    "ro": ("șțăşţ", 2),  # și
    "cs": ("řěů", 3),  # právům
}

#: The most frequent words of legal prose in each language.
_WORDS = {
    "en": "the of and to in shall be for or by with is that this article any which have not are on as from",
    "de": "der die das und des in den von zu im für mit dem auf ist eine nicht artikel oder werden sich nach",
    "fr": "le la les des et du en un une dans au par pour que est aux sur ou ne article présent présente",
    "es": "el la los de las y en del que por se para con una al o artículo su presente será",
    "it": "il di e della dei in la che del le per dell gli con una è articolo al nella presente sono",
    "pt": "o a os de do da e em dos das que no na para por com ao artigo uma não presente",
    "pl": "w i z na do się o oraz nie przez od artykuł lub jest dla niniejszej że umawiające",
    "nl": "de het van en een in op te voor met dat is zijn artikel of aan bij door niet deze",
    "ro": "şi și de la în a al cu pentru din articolul prezentul care sau pe se este",
    "tr": "ve bir bu için ile olarak olan madde taraf göre da de veya her antlaşma anlaşma",
    "cs": "a v na se z o je že do podle článek nebo pro s k této smlouvy",
}
_LANGUAGES_OF_WORD: dict[str, list[str]] = {}
for _code, _text in _WORDS.items():
    for _word in set(_text.split()):
        _LANGUAGES_OF_WORD.setdefault(_word, []).append(_code)
_LANGUAGES_OF_LETTER: dict[str, list[tuple[str, int]]] = {}
for _code, (_letters, _worth) in _LATIN.items():
    for _letter in _letters:
        _LANGUAGES_OF_LETTER.setdefault(_letter, []).append((_code, _worth))
_NOT_ASCII = regex.compile(r"[^\x00-\x7f]")
_WORD = regex.compile(r"\p{L}+")


def detect_language(text: str) -> str:
    """The BCP 47 code of the language, or ``und`` where it cannot be told.

    >>> detect_language("заявляют о нижеследующем:"), detect_language("are making the following statement:")
    ('ru', 'en')
    """
    sample = sampled(text)
    script = main_script(sample)
    if script == "Cyrillic":
        return _cyrillic_language(sample.lower())
    if script == "Latin":
        return _latin_language(sample.lower())
    if script == "Han" and _SCRIPT_RUNS["Hiragana"].search(sample):
        return "ja"
    return _SCRIPTS.get(script, UNKNOWN)


def main_script(text: str) -> str:
    """The script that most letters are in; an empty string where there are none."""
    cyrillic, latin = cyrillic_and_latin(text)
    if 3 * max(cyrillic, latin) > len(text):
        return "Cyrillic" if cyrillic > latin else "Latin"
    counts = {script: sum(map(len, runs.findall(text))) for script, runs in _SCRIPT_RUNS.items()}
    best = max(counts, key=lambda script: counts[script])
    return best if counts[best] else ""


def cyrillic_and_latin(text: str) -> tuple[int, int]:
    """How many Cyrillic and how many Latin letters there are."""
    return sum(map(len, _CYRILLIC_RUNS.findall(text))), sum(map(len, _LATIN_RUNS.findall(text)))


def sampled(text: str) -> str:
    """The text, or six passages spread evenly over a long one."""
    if len(text) <= _SAMPLE:
        return text
    step, size = len(text) // 6, _SAMPLE // 6
    return " ".join(text[i * step : i * step + size] for i in range(6))


def _cyrillic_language(text: str) -> str:
    own = cyrillic_letters(text)
    best = max(own, key=lambda code: own[code])
    return best if own[best] > own["ru"] and own[best] * 200 > sum(own.values()) else "ru"


def cyrillic_letters(text: str) -> Counter[str]:
    """How many letters a lower-case text has that tell each Cyrillic language from Russian, or Russian from them."""
    counts = Counter(text)
    own = Counter({code: sum(counts[letter] for letter in letters) for code, letters in _CYRILLIC.items()})
    own["ru"] = sum(counts[letter] for letter in _RUSSIAN_ONLY)
    often = own["bg"] >= _BULGARIAN and own["bg"] * 100 > sum(map(str.isalpha, text))
    own["bg"] *= often and not own["ru"]
    if own["kk"] > own["uk"]:  # Kazakh has ы and э as well
        own["ru"] = 0
    return own


def _latin_language(text: str) -> str:
    ranked = latin_scores(text).most_common(2)
    (first, most), (_, second) = ranked
    return first if most > second else UNKNOWN


def latin_scores(text: str) -> Counter[str]:
    """How many frequent words of each language a lower-case text has, and letters that only it has."""
    scores = Counter(dict.fromkeys(_WORDS, 0))
    for word, count in Counter(_WORD.findall(text)).items():
        for code in _LANGUAGES_OF_WORD.get(word, ()):
            scores[code] += count
    for letter, count in Counter(_NOT_ASCII.findall(text)).items():
        for code, worth in _LANGUAGES_OF_LETTER.get(letter, ()):
            scores[code] += worth * count
    return scores
