"""Numbers that treaties are told apart by: list labels in every style, headings with their number.

A label is read as a style and an ordinal, so that «а)», "a)" and "(a)" are each the first of their kind.
Letters count by position, not by alphabet: Russian lists skip «ё» and «й», and often more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import normalize

import regex

from paralign.segmentation.language import Language

#: The Russian alphabet, and the letters of it that lists use.
_ALPHABET = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
#: Letters of other Cyrillic alphabets: the Russian letter before them, and how far after it they come.
_BETWEEN = {
    "ә": ("а", 0.5), "ғ": ("г", 0.5), "ґ": ("г", 0.5), "є": ("е", 0.5), "і": ("и", 0.5), "ї": ("и", 0.75),
    "қ": ("к", 0.5), "ң": ("н", 0.5), "ө": ("о", 0.5), "ұ": ("у", 0.5), "ү": ("у", 0.75), "ў": ("у", 0.5),
    "һ": ("х", 0.5),
}  # fmt: skip
#: Arabic lists count in the old order of letters; the last is written alone or with a stroke: هـ.
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشت"
#: Chinese lists count with the heavenly stems where others have letters, and the earthly branches under them.
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_HAN_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
HAN_NUMBER = "〇○零一二三四五六七八九十百"
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
#: Nor is a title in Chinese, which has no capitals to tell it by.
_LONGEST_TITLE = 25

_LABEL = regex.compile(
    r"""
    [(\[（](?P<inside>\d{1,3}|\p{Lu}|\p{Ll}|[ivxIVXхХ]{1,6}|(?P<twice>\p{Ll})(?P=twice)|\p{Arabic}ـ?|\p{Han}{1,3})[)\]）]
    | (?P<closed>\d{1,3}|\p{Ll}|[ivxх]{1,6}|\p{Lu}|[IVXХ]{1,6}|\p{Arabic}ـ?)[)）]  # 1) a) iv)
    | (?P<multi>\d{1,3}(?:\.\d{1,3})+)\.?(?=\s)                                  # 2.1 or 2.1.
    | (?P<stop>\d{1,3}(?:\s?(?:bis|ter|quater))?)[.．、](?=\s|\p{Lu}|\p{Lo}|$)    # 1. or 2 bis. or 1．
    | (?P<han>[〇一二三四五六七八九十百]{1,4})[、．]                                # 一、
    | (?P<circled>[㈠-㈩①-⑳])                                                    # ㈠
    | (?P<dash>[\d]{1,3}|\p{Arabic})\s?[-–—](?=\s\p{Arabic})                     # 1 - in Arabic
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
    ordinal: float
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
    if found["han"] or found["circled"]:
        style, mark = ("1.", found["han"]) if found["han"] else ("(1)", normalize("NFKC", found["circled"]).strip("()"))
        value = int(mark) if mark.isdecimal() else han_number(mark)
        yield Reading(style, value, str(value))
    if found["dash"]:
        yield from _lettered(found["dash"], "x.", upper_roman=False)
    if found["multi"]:
        yield Reading("1.1", int(found["multi"].rpartition(".")[2]), found["multi"].replace(".", "-"))
    if found["stop"]:
        digits = "".join(filter(str.isdigit, found["stop"]))
        yield Reading("1.", int(digits), found["stop"].replace(" ", "").replace(digits, str(int(digits))))
    if found["bullet"]:
        yield Reading(found["bullet"], 0, "")


def _lettered(mark: str, frame: str, upper_roman: bool) -> Iterator[Reading]:
    if mark.isdigit():
        yield Reading(frame.replace("x", "1"), int(mark), str(int(mark)))
        return
    if not mark[0].isupper() and not mark[0].islower():
        yield from _without_case(mark.rstrip("ـ"), frame)
        return
    case = "upper " if mark.isupper() else ""
    roman = roman_number(mark)
    letter = mark[0].lower()
    if len(set(mark)) == 1 and not upper_roman:
        rounds = (len(mark) - 1) * len(_LATIN)
        if letter in _ALPHABET or letter in _BETWEEN:
            yield _cyrillic(letter, f"{frame} {case}letter")
        letter = letter.translate(_SAME_LETTER)
        if letter in _LATIN:
            yield Reading(f"{frame} {case}letter", _LATIN.index(letter) + 1 + rounds, letter * len(mark))
    if roman:
        yield Reading(f"{frame} {case}roman", roman, str(roman) if case else mark.translate(_SAME_SHAPE).lower())


def _cyrillic(letter: str, style: str) -> Reading:
    """The reading of a letter; one that Russian does not have counts a part of a step after its neighbour."""
    neighbour, after = _BETWEEN.get(letter, (letter, 0))
    number = letter_number(max(_CYRILLIC.find(neighbour), 0) + 1)
    return Reading(style, _ALPHABET.index(neighbour) + 1 + after, number, skips=True)


def _without_case(mark: str, frame: str) -> Iterator[Reading]:
    """Arabic letters, Chinese numbers and cyclic signs."""
    if len(mark) == 1 and mark in _ABJAD:
        place = _ABJAD.index(mark) + 1
        yield Reading(f"{frame} letter", place, letter_number(place))
    elif len(mark) == 1 and mark in _STEMS:
        yield Reading(f"{frame} letter", _STEMS.index(mark) + 1, letter_number(_STEMS.index(mark) + 1))
    elif len(mark) == 1 and mark in _BRANCHES:
        yield Reading(f"{frame} roman", _BRANCHES.index(mark) + 1, _small_roman(_BRANCHES.index(mark) + 1))
    elif value := han_number(mark):
        yield Reading(frame.replace("x", "1"), value, str(value))


def _small_roman(value: int) -> str:
    tens, ones = divmod(value, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


def han_number(text: str) -> int:
    """The value of a Chinese number, or 0 where the text is none.

    >>> han_number("五十一"), han_number("一百零三"), han_number("一二"), han_number("条")
    (51, 103, 12, 0)
    """
    if not text or set(text) - set(HAN_NUMBER) - set(_HAN_DIGITS):
        return 0
    if not {"十", "百"} & set(text):
        return int("".join(str(_HAN_DIGITS[digit]) for digit in text))
    hundreds, _, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    digits = [_HAN_DIGITS.get(part.strip("零〇○") or "零", 0) for part in (hundreds, tens, ones)]
    return 100 * digits[0] + 10 * (digits[1] or bool(ten)) + digits[2]


def letter_number(ordinal: int) -> str:
    """The Latin letter at a position of a list, whatever alphabet it was printed in; doubled after z.

    >>> letter_number(3), letter_number(27)
    ('c', 'aa')
    """
    rounds, place = divmod(ordinal - 1, len(_LATIN))
    return _LATIN[place] * (rounds + 1)


def letter_ordinal(number: str) -> int:
    """The position that ``letter_number`` made a number of: "aa" is 27."""
    return (len(number) - 1) * len(_LATIN) + _LATIN.index(number[0]) + 1


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
    element, found = _heading_match(text, language) or ("", None)
    if not found and text[:1].isupper() and _MIXED.match(text):
        text = one_script(text)
        element, found = _heading_match(text, language) or ("", None)
    if not found:
        return None
    number, rest = arabic(_figures(found["number"] or "", language)), text[found.end() :]
    if not number and (element not in ("annex", "app") or rest):
        return None
    if not rest or found["stop"] or text[0] == "§" or _is_title(rest):
        return Heading(element, number, found["number"] or "", rest, found.end())
    return None


def _is_title(rest: str) -> bool:
    """What stands after the number is a title, not the rest of a sentence."""
    short = rest[0].isupper() or (regex.match(r"\p{Han}", rest) and len(rest) <= _LONGEST_TITLE)
    return bool(short) and not rest.endswith((".", ";", ":", "。", "；", "："))


def one_script(text: str) -> str:
    """The text with the first word in Cyrillic letters throughout, where some of them were typed in Latin ones.

    >>> one_script("Cтaтья 5") == "Статья 5"
    True
    """
    word = _FIRST_WORD.match(text)
    return word[0].translate(_CYRILLIC_FOR_LATIN) + text[word.end() :] if word else text


def heading_number_end(text: str, language: Language) -> int:
    """Where the text goes on after "Article 5" at its start, whatever follows; 0 where it does not begin so."""
    _, found = _heading_match(text, language) or ("", None)
    return found.end() if found and found["number"] else 0


def arabic(number: str) -> str:
    """A heading's number in Arabic digits: "XIV" is 14, "5" is 5, "A" stays.

    >>> arabic("XIV"), arabic("2 bis"), arabic("A")
    ('14', '2bis', 'A')
    """
    roman = roman_number(number)
    return str(roman) if roman else "".join(number.split()).replace(".", "-").rstrip("-")


def _figures(number: str, language: Language) -> str:
    """A number in words or signs as one in figures: premier, 五十一, 1.º."""
    known = dict(language.numerals).get(" ".join(number.lower().split()))
    value = han_number(number)
    bare = number.rstrip("º°ª").rstrip(".") if number[:1].isdigit() else number
    return known or (str(value) if value else str(int(bare)) if bare.isdecimal() else bare)


def _heading_match(text: str, language: Language) -> tuple[str, regex.Match[str]] | None:
    """The element and the match of the first pattern that fits."""
    initials, patterns = _heading_patterns(language)
    if text[:1] not in initials:  # not: in accordance with ⏎⏎ regulation 19.
        return None
    matches = ((element, pattern.match(text)) for element, pattern in patterns)
    element, found = next(((element, found) for element, found in matches if found), ("", None))
    return (element or dict(language.divisions)[found["word"].lower()], found) if found else None


@cache
def _heading_patterns(language: Language) -> tuple[frozenset[str], tuple[tuple[str, regex.Pattern[str]], ...]]:
    """The characters that headings begin with, and the patterns of headings, with their element where it is one."""
    before = [word for word, _ in language.divisions if "{}" not in word]
    around = [(word, element) for word, element in language.divisions if "{}" in word]
    number = _number_pattern(language)
    patterns = [(element, _around_number(word, number)) for word, element in around]
    initials = {word[0].upper() for word in before} | {word[0].upper() for word, _ in around if word[0] != "{"}
    if any(word.startswith("{}") for word, _ in around):
        initials |= set("0123456789IVXLХ") | {word[0].upper() for word, _ in language.numerals}
    return frozenset(initials), (*patterns, ("", _before_number(before, number)))


def _number_pattern(language: Language) -> str:
    words = "|".join(regex.escape(word) for word, _ in sorted(language.numerals, key=lambda entry: -len(entry[0])))
    figures = r"\d+(?:[.\-]\d+)*(?:\.?[º°ª])?(?:\s?(?:bis|ter|quater))?|[IVXLХ]+|[A-ZА-Я]"
    return rf"(?i:{words or '(?!)'})|{figures}|[{HAN_NUMBER}]+"


def _before_number(listed: list[str], number: str) -> regex.Pattern[str]:
    """Article 5."""
    words = "|".join(map(regex.escape, listed)) or "(?!)"
    return regex.compile(
        rf"(?P<word>(?i:{words}))(?:\s*(?:№|No\.)?\s*(?P<number>{number})(?![\p{{L}}\p{{N}}]))?{_AFTER_NUMBER}"
    )


def _around_number(word: str, number: str) -> regex.Pattern[str]:
    """第五条, 3-бап, Première partie."""
    left, right = map(regex.escape, word.split("{}"))
    return regex.compile(rf"(?i:{left})\s?(?P<number>{number})\s?(?i:{right})(?![\p{{L}}\p{{N}}]){_AFTER_NUMBER}")


_AFTER_NUMBER = r"(?:\s*(?P<stop>[.:：–—\-](?=\s|\p{Lu}|\p{Lo}|$)))?\s*"
