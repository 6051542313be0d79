"""Numbers that treaties are told apart by: list labels in every style, headings with their number.

A label is read as a style and an ordinal, so that «а)», "a)" and "(a)" are each the first of their kind.
Letters count by position, not by alphabet: Russian lists skip «ё» and «й», and often more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from paralign.segmentation.language import Language

#: The Russian alphabet, and the letters of it that lists use.
_ALPHABET = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_SHAPE = regex.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})|xl\w*|l[xvi]*")
_SAME_SHAPE = str.maketrans("хісХІС", "xicXIC")  # a Cyrillic letter typed for the Latin one of a Roman number
_SAME_LETTER = str.maketrans("асеорх", "aceopx")  # a Cyrillic letter typed for a Latin one
_CYRILLIC_FOR_LATIN = str.maketrans("ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху")
_MIXED = regex.compile(r"(?=\p{L}{0,20}[A-Za-z])\p{L}{0,20}[а-яёА-ЯЁ]")
_FIRST_WORD = regex.compile(r"\p{L}+")
#: No label is longer.
_LONGEST = 20

_LABEL = regex.compile(
    r"""
    [(\[](?P<inside>\d{1,3}|\p{Lu}|\p{Ll}|[ivxIVXхХ]{1,6}|(?P<twice>\p{Ll})(?P=twice))[)\]]  # (1) (a) (iv)
    | (?P<closed>\d{1,3}|\p{Ll}|[ivxх]{1,6}|\p{Lu}|[IVXХ]{1,6})\)                # 1) a) iv)
    | (?P<multi>\d{1,3}(?:\.\d{1,3})+)\.?(?=\s)                                  # 2.1 or 2.1.
    | (?P<stop>\d{1,3}(?:\s?(?:bis|ter|quater))?)\.(?=\s|\p{Lu}|$)               # 1. or 2 bis.
    | (?P<roman>[IVXLХ]{1,7})\.(?=\s|$)                                          # IV.
    | (?P<letter>[a-z])\.(?=\s\p{Lu}|$)                                          # a.
    | (?P<bullet>[-–—•·▪*])(?=\s)                                                # - or •
    """,
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a label: "(i)" is the first Roman number or the ninth letter.

    Attributes:
        style: Brackets and what counts, the same for all labels of one list.
        ordinal: Position in its list, from 1; 0 for a bullet, which counts nothing.
        number: The address's part for it, such as ``2``, ``a`` or ``2bis``.
        skips: Its alphabet leaves letters out, so that its position in the list says more than its own.
    """

    style: str
    ordinal: int
    number: str
    skips: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a text.

    Attributes:
        printed: As it stands there.
        end: Where the text after it begins.
        readings: All ways to read it, the likelier first.
    """

    printed: str
    end: int
    readings: tuple[Reading, ...]


def label_at(text: str, position: int = 0) -> Label | None:
    """The list label that the text has at a position, or None.

    >>> label_at("б) каждая из Сторон").readings[0]
    Reading(style='x) letter', ordinal=2, number='b', skips=True)
    >>> label_at("(b) each Party").readings[0]
    Reading(style='(x) letter', ordinal=2, number='b', skips=False)
    """
    head = text[position : position + _LONGEST]
    return None if head[:4].isalpha() else _label(head)


@lru_cache(maxsize=1024)
def _label(head: str) -> Label | None:
    found = _LABEL.match(head)
    if not found:
        return None
    readings = tuple(_readings(found))
    end = found.end() + len(head[found.end() :]) - len(head[found.end() :].lstrip())
    return Label(found[0].strip(), end, readings) if readings else None


def _readings(found: regex.Match[str]) -> Iterator[Reading]:
    for group, frame in (("inside", "(x)"), ("closed", "x)"), ("roman", "X."), ("letter", "x.")):
        if found[group]:
            yield from _lettered(found[group], frame, upper_roman=group == "roman")
    if found["multi"]:
        yield Reading("1.1", int(found["multi"].rpartition(".")[2]), found["multi"].replace(".", "-"))
    if found["stop"]:
        digits = "".join(filter(str.isdigit, found["stop"]))
        yield Reading("1.", int(digits), found["stop"].replace(" ", ""))
    if found["bullet"]:
        yield Reading(found["bullet"], 0, "")


def _lettered(mark: str, frame: str, upper_roman: bool) -> Iterator[Reading]:
    if mark.isdigit():
        yield Reading(frame.replace("x", "1"), int(mark), str(int(mark)))
        return
    case = "upper " if mark.isupper() else ""
    roman = roman_number(mark)
    letter = mark[0].lower()
    if len(set(mark)) == 1 and not upper_roman:
        rounds = (len(mark) - 1) * len(_LATIN)
        if letter in _ALPHABET:
            number = letter_number(max(_CYRILLIC.find(letter), 0) + 1)
            yield Reading(f"{frame} {case}letter", _ALPHABET.index(letter) + 1, number, skips=True)
        letter = letter.translate(_SAME_LETTER)
        if letter in _LATIN:
            yield Reading(f"{frame} {case}letter", _LATIN.index(letter) + 1 + rounds, letter * len(mark))
    if roman:
        yield Reading(f"{frame} {case}roman", roman, str(roman) if case else mark.translate(_SAME_SHAPE).lower())


def letter_number(ordinal: int) -> str:
    """The Latin letter at a position of a list, whatever alphabet it was printed in; doubled after z.

    >>> letter_number(3), letter_number(27)
    ('c', 'aa')
    """
    rounds, place = divmod(ordinal - 1, len(_LATIN))
    return _LATIN[place] * (rounds + 1)


def roman_number(text: str) -> int:
    """The value of a Roman number, or 0 where the text is none.

    >>> roman_number("XIV"), roman_number("ХІІ"), roman_number("Mir")
    (14, 12, 0)
    """
    mark = text.translate(_SAME_SHAPE).lower()
    if not mark or not _ROMAN_SHAPE.fullmatch(mark) or set(mark) - set(_ROMAN):
        return 0
    values = [_ROMAN[letter] for letter in mark]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


@dataclass(frozen=True, slots=True)
class Heading:
    """A line such as "Article 5", "Chapter II: Organs" or «Приложение».

    Attributes:
        element: The path element, such as ``art``.
        number: In Arabic digits, or an empty string.
        printed: The number as it stands there.
        rest: What follows the number: a title, or the beginning of the text.
        end: Where the rest begins.
    """

    element: str
    number: str
    printed: str
    rest: str
    end: int


def heading_of(text: str, language: Language) -> Heading | None:
    """The heading that a text begins with, or None.

    >>> from paralign.segmentation.language import language_of
    >>> heading_of("Глава II: Органы", language_of("ru"))
    Heading(element='chp', number='2', printed='II', rest='Органы', end=10)
    >>> heading_of("Article 5 of the Charter applies.", language_of("en")) is None
    True
    """
    initials, pattern = _heading_pattern(language)
    found = pattern.match(text) if text[:1] in initials else None  # not: in accordance with ⏎⏎ regulation 19.
    if not found and text[:1].isupper() and _MIXED.match(text):
        text = one_script(text)
        found = pattern.match(text) if text[:1] in initials else None
    if not found:
        return None
    element = dict(language.divisions)[found["word"].lower()]
    number, rest = arabic(found["number"] or ""), text[found.end() :]
    if not number and (element not in ("annex", "app") or rest):
        return None
    bare = not rest or found["stop"] or text[0] == "§"
    if bare or (rest[0].isupper() and not rest.endswith((".", ";", ":"))):
        return Heading(element, number, found["number"] or "", rest, found.end())
    return None


def one_script(text: str) -> str:
    """The text with the first word in Cyrillic letters throughout, where some of them were typed in Latin ones.

    >>> one_script("Cтaтья 5") == "Статья 5"
    True
    """
    word = _FIRST_WORD.match(text)
    return word[0].translate(_CYRILLIC_FOR_LATIN) + text[word.end() :] if word else text


def heading_number_end(text: str, language: Language) -> int:
    """Where the text goes on after "Article 5" at its start, whatever follows; 0 where it does not begin so."""
    initials, pattern = _heading_pattern(language)
    found = pattern.match(text) if text[:1] in initials else None
    return found.end() if found and found["number"] else 0


def arabic(number: str) -> str:
    """A heading's number in Arabic digits: "XIV" is 14, "5" is 5, "A" stays.

    >>> arabic("XIV"), arabic("2 bis"), arabic("A")
    ('14', '2bis', 'A')
    """
    roman = roman_number(number)
    return str(roman) if roman else "".join(number.split()).replace(".", "-").rstrip("-")


@cache
def _heading_pattern(language: Language) -> tuple[frozenset[str], regex.Pattern[str]]:
    """The letters that headings begin with, and the pattern of a heading."""
    initials = frozenset(word[0].upper() for word, _ in language.divisions)
    listed = "|".join(regex.escape(word) for word, _ in language.divisions) or "(?!)"
    number = r"\d+(?:[.\-]\d+)*(?:\s?(?:bis|ter|quater))?|[IVXLХ]+|[A-ZА-Я]"
    return initials, regex.compile(
        rf"(?P<word>(?i:{listed}))(?:\s*(?:№|No\.)?\s*(?P<number>{number})(?![\p{{L}}\p{{N}}]))?"
        r"(?:\s*(?P<stop>[.:–—\-)](?=\s|\p{Lu}|$)))?\s*"
    )
