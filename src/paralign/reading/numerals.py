"""How list numbers are written: digits, letters, Roman numbers."""

from __future__ import annotations

from collections.abc import Callable

_LATIN = "abcdefghijklmnopqrstuvwxyz"
#: Word and the drafters of treaties leave out ё, й, ъ, ы and ь.
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
#: Numbers beyond are written in digits in every style.
_LAST = 780


def roman(number: int) -> str:
    """A Roman number in small letters.

    >>> roman(4), roman(29)
    ('iv', 'xxix')
    """
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


def letter(number: int, alphabet: str = _LATIN) -> str:
    """The letter at a place of the alphabet, doubled after its end.

    >>> letter(3), letter(28), russian_letter(11)
    ('c', 'bb', 'л')
    """
    round_, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (round_ + 1)


def russian_letter(number: int) -> str:
    """The Russian letter at a place of the alphabet that lists use."""
    return letter(number, _RUSSIAN)


#: Names as Word writes them.
STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "russianLower": russian_letter,
    "russianUpper": lambda number: russian_letter(number).upper(),
}


def written(number: int, style: str) -> str:
    """A number in a style; in digits where the style is not known or has no sign for it."""
    return STYLES.get(style, str)(number) if 0 < number <= _LAST else str(number)
