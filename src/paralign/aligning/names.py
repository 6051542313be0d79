"""Names that read alike in two scripts: «Шушкевич» and "Shushkevich", «Казахстан» and "Kazakhstan".

A capitalised word becomes its consonants in plain Latin letters. Vowels, doubled letters and endings differ between
transliterations and inflected forms; consonants mostly do not.
"""

from __future__ import annotations

import unicodedata

import regex

_CAPITALISED = regex.compile(r"\p{Lu}[\p{L}\p{M}'’-]{2,}")
_CYRILLIC = dict(
    zip(
        "бвгґджзклмнпрстфхцчшщіїєѓќљњџў",
        [
            "b",
            "v",
            "g",
            "g",
            "d",
            "zh",
            "z",
            "k",
            "l",
            "m",
            "n",
            "p",
            "r",
            "s",
            "t",
            "f",
            "h",
            "ts",
            "ch",
            "sh",
            "shch",
            "i",
            "i",
            "e",
            "g",
            "k",
            "l",
            "n",
            "dzh",
            "u",
        ],
        strict=True,
    )
)
#: What one language spells with several letters and another with one; longer ones first.
_SPELLINGS = (("sch", "sh"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("w", "v"), ("j", "dzh"))
_HARD_C = regex.compile(r"c(?!h)")
_NOT_CONSONANT = regex.compile(r"[^b-df-hj-np-tv-xz]")
_DOUBLED = regex.compile(r"(.)\1+")
#: Fewer consonants than this say too little; more than this, endings come in.
_SHORTEST, _LONGEST = 3, 6


def names_in(text: str) -> frozenset[str]:
    """Return the consonant keys of the capitalised words of a text.

    >>> names_in("С. Шушкевич") == names_in("S. Shushkevich")
    True
    >>> sorted(names_in("Республика Казахстан и Азербайджан") & names_in("Kazakhstan and Azerbaijan"))
    ['kzhstn', 'zrbdzh']
    """
    keys = (_key(match.group()) for match in _CAPITALISED.finditer(text))
    return frozenset(key for key in keys if len(key) >= _SHORTEST)


def _key(word: str) -> str:
    plain = "".join(_CYRILLIC.get(letter, letter) for letter in word.lower())
    plain = unicodedata.normalize("NFKD", plain)
    for spelling, common in _SPELLINGS:
        plain = plain.replace(spelling, common)
    consonants = _NOT_CONSONANT.sub("", _HARD_C.sub("k", plain))
    return str(_DOUBLED.sub(r"\1", consonants))[:_LONGEST]
