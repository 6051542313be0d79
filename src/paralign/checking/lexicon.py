"""What the checks know of a language, as one record of words.

Each language is a file of data in ``languages``; every entry there carries the example that motivates it. A check
that finds no words of a language says nothing about texts in it.

To add a language: copy ``languages/french.py``, replace the words, and name the file in ``_FILES`` below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module

Words = frozenset[str]
Values = Mapping[str, float]


@dataclass(frozen=True, eq=False)  # one record a language
class Lexicon:
    """The words that checks ask for, in small letters, «ё» written «е». Patterns match without regard to case.

    Attributes:
        name: The language's name in English.
        decimal: The sign before decimals.
        counts: Whether ``cardinals`` and ``ordinals`` are complete, so that a missing number word means something.
        cardinals: Number words below a thousand.
        ordinals: The same for ordinal numbers.
        scales: Words that multiply: thousand, million; and those that follow a number, such as "hundred".
        soft: Words that can stand for a number but need no counterpart: "both", "half", «полтора».
        prefixes: Beginnings of words that hold a number: «пятилетний».
        joins: Words inside a number: "one hundred and twenty".
        months: A pattern for each month, from January on.
        date_words: Words between the parts of a date: "of", "day", «г».
        references: Patterns of a word before the number of a provision, and the kind of the provision.
        reference_joins: Words between the numbers after such a word.
        permits: Pattern of what says that something is allowed.
        permits_only: Pattern of those that say nothing but this; where one language writes "may", the other must
            have some word of ``permits``.
        obliges: Pattern of what says that something is a duty.
        negators: Pattern of a negation.
        idioms: Pattern of phrases whose negation counts for nothing: "not only", «не позднее».
        implicit: Pattern of words that can say without a negation what others say with one: "unless", «незаконный».
        definitions: Patterns of a defined term, which is the group ``term``.
        equally: Patterns of the clause that makes several texts authentic.
        prevailing: Patterns of the clause that lets one text prevail.
        tongues: Patterns of languages' names as such a clause has them, and their codes.
    """

    name: str
    decimal: str = "."
    counts: bool = False
    cardinals: Values = field(default_factory=dict)
    ordinals: Values = field(default_factory=dict)
    scales: Values = field(default_factory=dict)
    soft: Values = field(default_factory=dict)
    prefixes: Values = field(default_factory=dict)
    joins: Words = frozenset()
    months: tuple[str, ...] = ()
    date_words: Words = frozenset()
    references: tuple[tuple[str, str], ...] = ()
    reference_joins: tuple[str, ...] = ()
    permits: str = ""
    permits_only: str = ""
    obliges: str = ""
    negators: str = ""
    idioms: str = ""
    implicit: str = ""
    definitions: tuple[str, ...] = ()
    equally: tuple[str, ...] = ()
    prevailing: tuple[str, ...] = ()
    tongues: tuple[tuple[str, str], ...] = ()

    @cached_property
    def month_numbers(self) -> re.Pattern[str]:
        """One pattern for all months; the index of the group that matched is the month."""
        return re.compile("|".join(f"({month})" for month in self.months) or "(?!)")

    @cached_property
    def patterns(self) -> Mapping[str, re.Pattern[str]]:
        """The patterns of single fields, compiled; a field without words matches nowhere."""
        names = ("permits", "permits_only", "obliges", "negators", "idioms", "implicit")
        return {name: _compiled(getattr(self, name)) for name in names}


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)" if pattern else "(?!)")


_FILES = {
    "ru": "russian", "en": "english", "fr": "french", "de": "german", "es": "spanish", "it": "italian",
    "pt": "portuguese", "pl": "polish", "uk": "ukrainian",
}  # fmt: skip


@cache
def lexicon_of(code: str) -> Lexicon:
    """The record of a language; one without words where there is no file for it.

    >>> lexicon_of("ru").name, lexicon_of("en-GB").name, lexicon_of("ja").months
    ('Russian', 'English', ())
    """
    file = _FILES.get(code.split("-")[0].lower())
    if file is None:
        return Lexicon(code)
    lexicon: Lexicon = import_module(f"{__package__}.languages.{file}").LEXICON
    return lexicon
