"""Numbers that stand on one side only."""

from __future__ import annotations

from collections.abc import Iterable

from paralign.alignment import Flag
from paralign.checking.dates import dates_of
from paralign.checking.sides import Found, Pair, missing, one_sided
from paralign.checking.values import Number, numbers_of


def numbers(pair: Pair) -> Iterable[Flag]:
    """Return a flag where a number stands on one side only, however it is written."""
    if not (pair.source.text and pair.target.text):
        return []
    ours, theirs = _found(pair), _found(pair.swapped())
    return one_sided("numbers", "high", pair, (missing(ours, theirs), missing(theirs, ours)))


def _found(pair: Pair) -> list[Found]:
    """The numbers of the pair's source; those in words are asked for only where the other language's are known."""
    worded = pair.target.lexicon.counts
    dated = [(date.start, date.end) for date in dates_of(pair.source)]
    return [_as_found(number, dated, worded) for number in numbers_of(pair.source)]


def _as_found(number: Number, dated: list[tuple[int, int]], worded: bool) -> Found:
    in_date = any(start <= number.start < end for start, end in dated)
    firm = number.firm and not in_date and (worded or not number.worded)
    return Found(number.name, number.start, number.end, firm)
