"""The numbers of a text, in digits, Roman numerals and words, each as one value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from paralign.checking.lexicon import Lexicon
from paralign.checking.sides import Side, Token

_DIGITS = re.compile(r"(?<![^\W_])\d+(?:[.,’'\u00a0\u202f\u2009 ]\d+)*")
_PART = re.compile(r"\d+")
_SEPARATOR = re.compile(r"\D")
#: II, IV, XIX, XL; a single letter is a variable or a word more often than a number.
_ROMAN = re.compile(r"(?<!\w)(?=[IVXLХІ]{2,})(?:X[LC]|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)")
_SAME_SHAPE = str.maketrans("ХІ", "XI")  # Cyrillic letters typed for Latin ones
_ROMAN_VALUE = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
#: Between two words of one number.
_BETWEEN = re.compile(r"[\s\u00ad-]{1,2}$")
_NEXT_WORD = re.compile(r"[\s-]?([^\W\d_]+)")
_LIST_LABEL = re.compile(r"\s*[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLХІ]{1,6})[.)\]](?=\s|$|[^\W\d_])\s*|\s*\d{1,3}\s*$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    Attributes:
        value: What it counts.
        start: Where it stands.
        end: Where it ends.
        firm: Whether the other language must have it too: not for "one", "both", "thousands", 04:00.
        worded: Whether it is written in words.
    """

    value: float
    start: int
    end: int
    firm: bool = True
    worded: bool = False

    @property
    def name(self) -> str:
        """The value as a message has it."""
        return f"{self.value:.10g}" if self.value < 1e10 else f"{self.value:.0f}"


@lru_cache(maxsize=64)  # several checks ask for the same side, one after another
def numbers_of(side: Side) -> tuple[Number, ...]:
    """Return all numbers of a text in order, except the labels that its clauses begin with."""
    digits = list(_in_digits(side))
    found = [*digits, *_in_roman(side), *_in_words(side, digits)]
    labels = [(start, start + length) for start, length in _labels(side)]
    kept = [n for n in found if not any(start <= n.start < end for start, end in labels)]
    return tuple(sorted(kept, key=lambda number: number.start))


def label_end(text: str) -> int:
    """Where the list label ends that a clause begins with; 0 where there is none.

    >>> label_end("12. Each Party"), label_end("Article 5")
    (4, 0)
    """
    match = _LIST_LABEL.match(text)
    return match.end() if match else 0


def _labels(side: Side) -> Iterator[tuple[int, int]]:
    for start, clause in zip(side.starts, side.clauses, strict=True):
        yield start, label_end(clause.text)


def _in_digits(side: Side) -> Iterator[Number]:
    for match in _DIGITS.finditer(side.text):
        for text, start in _parted(match.group(), side.lexicon.decimal):
            at = match.start() + start
            value = _value(text, side.lexicon.decimal)
            end = at + len(text)
            scale, scaled_end = _scale_after(side, end)
            yield Number(value * scale, at, scaled_end if scale > 1 else end, firm=value != 0)


def _parted(written: str, decimal: str) -> Iterator[tuple[str, int]]:
    """A group of digits as one number where its separators allow it, else its parts.

    >>> list(_parted("10 000", "."))
    [('10 000', 0)]
    >>> list(_parted("1990 1991", "."))
    [('1990', 0), ('1991', 5)]
    """
    parts, separators = _PART.findall(written), _SEPARATOR.findall(written)
    if not separators or _is_one(parts, separators, decimal):
        yield written, 0
        return
    yield from ((match.group(), match.start()) for match in _PART.finditer(written))


def _is_one(parts: Sequence[str], separators: Sequence[str], decimal: str) -> bool:
    if _in_thousands(parts, separators):
        return True
    if len(separators) > 1 and separators[-1] in ".,":
        return separators[-1] not in separators[:-1] and _in_thousands(parts[:-1], separators[:-1])
    return len(separators) == 1 and separators[0] in ".,"


def _in_thousands(parts: Sequence[str], separators: Sequence[str]) -> bool:
    return len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:]) and len(set(separators)) == 1


def _value(written: str, decimal: str) -> float:
    """The value of one number.

    >>> _value("1,5", ","), _value("1,500", "."), _value("1.500.000", ".")
    (1.5, 1500.0, 1500000.0)
    """
    parts, separators = _PART.findall(written), _SEPARATOR.findall(written)
    if not separators:
        return float(written)
    thousands = _in_thousands(parts, separators) and (len(separators) > 1 or separators[0] != decimal)
    return float("".join(parts)) if thousands else float("".join(parts[:-1]) + "." + parts[-1])


def _scale_after(side: Side, end: int) -> tuple[float, int]:
    """5 million, 5 млн: what the word after a number multiplies it with, and where that word ends."""
    match = _NEXT_WORD.match(side.folded, end)
    scale = side.lexicon.scales.get(match.group(1), 1) if match else 1
    return (scale, match.end()) if match and scale >= 1000 else (1, end)


def _in_roman(side: Side) -> Iterator[Number]:
    for match in _ROMAN.finditer(side.text):
        yield Number(roman_value(match.group()), *match.span())


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral in capitals.

    >>> roman_value("XIV")
    14
    """
    values = [_ROMAN_VALUE[letter] for letter in numeral.translate(_SAME_SHAPE)]
    return sum(-v if any(v < w for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def _in_words(side: Side, digits: Sequence[Number]) -> Iterator[Number]:
    """The numbers in words; "million" after digits belongs to them."""
    taken = {number.end for number in digits}
    reader, words = _Words(side.lexicon), [token for token in side.tokens if token.end not in taken]
    run: list[Token] = []
    for token in words:
        if run and not reader.goes_on(run, token, side.folded[run[-1].end : token.start]):
            yield from reader.number(run)
            run = []
        if run or reader.begins(token.word):
            run.append(token)
        else:
            yield from reader.prefixed(token)
    if run:
        yield from reader.number(run)


@dataclass(frozen=True)
class _Words:
    """Reads the number words of a language."""

    lexicon: Lexicon

    def begins(self, word: str) -> bool:
        return self._value(word) is not None or word in self.lexicon.scales

    def goes_on(self, run: list[Token], token: Token, between: str) -> bool:
        """Whether a word belongs to the number that a run of words has begun: one hundred and | five."""
        last, word = run[-1].word, token.word
        if not _BETWEEN.match(between):
            return False
        if word in self.lexicon.joins:
            return last in self.lexicon.scales
        if last in self.lexicon.joins:
            return self._value(word) is not None
        if word in self.lexicon.scales or last in self.lexicon.scales:
            return self.begins(word)
        before, value = self._value(last), self._value(word)
        return before is not None and value is not None and self._fits(before, value)

    def number(self, run: list[Token]) -> Iterator[Number]:
        while run[-1].word in self.lexicon.joins:
            run = run[:-1]
        value = self._sum([token.word for token in run])
        firm = self.lexicon.counts and any(self._is_firm(token.word) for token in run)
        yield Number(value, run[0].start, run[-1].end, firm, worded=True)

    def prefixed(self, token: Token) -> Iterator[Number]:
        """A number inside a word: «пятилетний». It needs no counterpart."""
        for length in range(min(len(token.word) - 4, 13), 2, -1):
            value = self.lexicon.prefixes.get(token.word[:length])
            if value is not None:
                yield Number(value, token.start, token.end, firm=False, worded=True)
                return

    def _value(self, word: str) -> float | None:
        lexicon = self.lexicon
        for values in (lexicon.cardinals, lexicon.ordinals, lexicon.soft):
            if word in values:
                return values[word]
        return None

    def _is_firm(self, word: str) -> bool:
        return word in self.lexicon.cardinals or word in self.lexicon.ordinals

    @staticmethod
    def _fits(before: float, value: float) -> bool:
        """Twenty one, двести сорок: tens after hundreds, units after tens."""
        return before >= 100 > value >= 1 or (20 <= before < 100 and 1 <= value < 10)

    def _sum(self, words: list[str]) -> float:
        total, current = 0.0, 0.0
        for word in words:
            scale = self.lexicon.scales.get(word)
            if scale is None:
                current += self._value(word) or 0
            elif scale < 1000:
                current = (current or 1) * scale
            else:
                total, current = total + (current or 1) * scale, 0
        return total + current
