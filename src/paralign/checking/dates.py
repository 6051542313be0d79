"""Dates that stand on one side only, whether in digits, with the month's name or spelled out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from paralign.alignment import Flag
from paralign.checking.sides import Found, Pair, Side, one_sided
from paralign.checking.values import Number, numbers_of

_NUMERIC = re.compile(r"(?<!\d)(?<!\d\.)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
#: What may stand between the parts of a date, besides words such as "of".
_WORD = re.compile(r"[^\W\d_]+")
_QUIET = re.compile(r"[\s,.\-«»\"“”„\u00a0º°]*$")


class Date(NamedTuple):
    """A date; what is not said is 0.

    Attributes:
        year: 1991.
        month: From 1.
        day: From 1.
        start: Where it stands.
        end: Where it ends.
    """

    year: int
    month: int
    day: int
    start: int
    end: int

    def agrees(self, other: Date) -> bool:
        """Whether both can be the same day: what one does not say is not compared."""
        said = zip(self[:3], other[:3], strict=True)
        return all(ours == theirs or not ours or not theirs for ours, theirs in said)

    @property
    def name(self) -> str:
        """The date as a message has it: 1991-12-08, or 12-08 without a year."""
        parts = (f"{self.year:04d}" if self.year else "", f"{self.month:02d}", f"{self.day:02d}" if self.day else "")
        return "-".join(part for part in parts if part)


def dates(pair: Pair) -> Iterable[Flag]:
    """Return a flag where a date stands on one side only."""
    if not all(side.text and side.lexicon.months for side in pair.sides):
        return []
    ours, theirs = dates_of(pair.source), dates_of(pair.target)
    return one_sided("dates", "high", pair, (_alone(ours, theirs), _alone(theirs, ours)))


@lru_cache(maxsize=64)
def dates_of(side: Side) -> tuple[Date, ...]:
    """Return the dates of a text in order."""
    return tuple(sorted({*_numeric(side), *_with_month(side)}, key=lambda date: date.start))


def _alone(ours: Sequence[Date], theirs: Sequence[Date]) -> list[Found]:
    return [Found(d.name, d.start, d.end) for d in ours if not any(d.agrees(other) for other in theirs)]


def _numeric(side: Side) -> Iterator[Date]:
    for match in _NUMERIC.finditer(side.text):
        day, month, year = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
            yield Date(int(year), int(month), int(day), *match.span())


def _with_month(side: Side) -> Iterator[Date]:
    months = _months(side)
    numbers = numbers_of(side) if months else ()
    for month, start, end in months:
        before = next((n for n in reversed(numbers) if n.end <= start), None)
        after = next((n for n in numbers if n.start >= end), None)
        date = _joined(side, (month, start, end), before, after)
        if date.day or date.year:
            yield date


def _months(side: Side) -> list[tuple[int, int, int]]:
    found = []
    for token in side.tokens:
        match = side.lexicon.month_numbers.fullmatch(token.word)
        if match and match.lastindex and (token.word != "may" or side.text[token.start] == "M"):
            found.append((match.lastindex, token.start, token.end))
    return found


def _joined(side: Side, month: tuple[int, int, int], before: Number | None, after: Number | None) -> Date:
    """The date around a month: 8 December 1991; December 8, 1991."""
    number, start, end = month
    day = year = 0
    if before and _is_day(before) and _quiet(side, before.end, start):
        day, start = int(before.value), before.start
    if after and _is_day(after) and not day and _quiet(side, end, after.start):
        day, end = int(after.value), after.end
        after = next((n for n in numbers_of(side) if n.start >= end), None)
    if after and _is_year(after) and _quiet(side, end, after.start):
        year, end = int(after.value), after.end
    return Date(year, number, day, start, end)


def _is_day(number: Number) -> bool:
    return 1 <= number.value <= 31 and number.value == int(number.value)


def _is_year(number: Number) -> bool:
    return 1000 <= number.value <= 2999 and number.value == int(number.value)


def _quiet(side: Side, start: int, end: int) -> bool:
    """Whether nothing stands there but what may stand inside a date: "of", "day of", a comma."""
    between = side.folded[start:end]
    words = _WORD.findall(between)
    return bool(_QUIET.match(_WORD.sub("", between))) and all(word in side.lexicon.date_words for word in words)
