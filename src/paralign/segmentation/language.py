"""What a language has to say about segmentation, as one record of words.

Each language is a file of data next to this one; every entry there carries the example that motivates it. The
rules in ``layout``, ``clauses`` and ``structure`` are the same for all languages and ask the record.

To add a language: copy ``english.py``, replace the words, and name the record in ``_LANGUAGES`` below.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib import import_module
from typing import Any

import regex

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)  # one record a language, so it is its own key in caches
class Language:
    """The words that rules ask for. Patterns are regular expressions, matched without regard to case.

    Attributes:
        code: BCP 47 code.
        abbreviations: Never end a sentence («ст.» 5, "Mr." Smith), written without the last stop.
        before_number: Are abbreviations only before a number ("No. 3", but "The answer is no.").
        closing: May end a sentence when a capital follows («и т.д.», "etc.").
        starters: Words that begin sentences; they end a sentence after "U.S." or an initial.
        divisions: Heading word and the path element it stands for; ``{}`` marks a number that is not after it.
        numerals: Words for numbers in headings ("Article premier"), and their figures.
        titles: Nouns that a treaty's title is made of.
        openers: Patterns of the first words of a recital.
        parties: Patterns of a line that names the parties before the recitals.
        formulas: Patterns of the enacting formula.
        testimonium: Patterns that open the testimonium.
        place_date: Patterns of a line that says where and when it was done.
        signature: Patterns of a signature line without initials.
        editorial: Patterns of what a site or an editor adds.
        months: Month names as they stand in a date.
        dangling: Words that no paragraph ends with.
        references: Words before a number that is a reference, not a label.
        conjunctions: Words after a suspended hyphen ("confidence- and security-building").
        hyphen_left: First parts that keep their hyphen ("co-").
        hyphen_right: Second parts that keep it («-либо»).
        printed: Path element and how an address is printed for a reader, with ``{}`` for the number.
        ordinal_stop: Whether "3." is an ordinal number within a sentence (German "3. Oktober").
        lone_titles: Words that are an article's whole title, so that a capital after them begins its text.
    """

    code: str
    abbreviations: Words = ()
    before_number: Words = ()
    closing: Words = ()
    starters: Words = ()
    divisions: tuple[tuple[str, str], ...] = ()
    numerals: tuple[tuple[str, str], ...] = ()
    titles: Words = ()
    openers: Words = ()
    parties: Words = ()
    formulas: Words = ()
    testimonium: Words = ()
    place_date: Words = ()
    signature: Words = ()
    editorial: Words = ()
    months: Words = ()
    dangling: Words = ()
    references: Words = ()
    conjunctions: Words = ()
    hyphen_left: Words = ()
    hyphen_right: Words = ()
    printed: tuple[tuple[str, str], ...] = ()
    ordinal_stop: bool = False
    lone_titles: Words = ()


_LANGUAGES = {
    "ru": "russian", "en": "english", "fr": "french", "es": "spanish", "ar": "arabic", "zh": "chinese",
    "de": "german", "it": "italian", "pt": "portuguese", "pl": "polish", "uk": "ukrainian", "kk": "kazakh",
}  # fmt: skip


@cache
def language_of(code: str) -> Language:
    """The record of a language; what all languages share where there is no file for it.

    >>> language_of("ru").months[0]
    'января'
    """
    name = _LANGUAGES.get(code.split("-")[0].lower())
    shared: Language = import_module(f"{__package__}.shared").LANGUAGE
    if name is None:
        return shared
    own: Language = import_module(f"{__package__}.{name}").LANGUAGE
    return _with_editorial(own, shared)


def _with_editorial(own: Language, shared: Language) -> Language:
    values = {field.name: getattr(own, field.name) for field in fields(Language)}
    return Language(**{**values, "editorial": own.editorial + shared.editorial})


@cache
def merged(*codes: str) -> Language:
    """One record that knows the words of several languages, for a page that holds them all."""
    records = [language_of(code) for code in codes]
    values: dict[str, Any] = {"code": "mul", "ordinal_stop": False}
    for field in fields(Language):
        if field.name not in values:
            values[field.name] = sum((getattr(record, field.name) for record in records), ())
    return Language(**values)


@cache
def words(entries: Words) -> frozenset[str]:
    """The entries as a set to look lower-case words up in."""
    return frozenset(entry.casefold() for entry in entries)


@cache
def starts_with(patterns: Words) -> regex.Pattern[str]:
    """One pattern for a text that begins with any of these, as whole words.

    >>> bool(starts_with(("признавая",)).match("Признавая важность"))
    True
    """
    if not patterns:
        return regex.compile(r"(?!)")
    ends = r"(?:(?<=\p{Han})|(?![\p{L}\p{N}]))"  # Chinese sets no spaces between words
    return regex.compile(rf"(?i)(?:{'|'.join(patterns)}){ends}")


@cache
def contains(patterns: Words) -> regex.Pattern[str]:
    """One pattern for a text that has any of these somewhere."""
    return regex.compile("(?i)" + ("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)"))
