"""What may be left out or added: clauses without a counterpart, and pairs whose lengths do not fit the document's."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from paralign.alignment import Flag
from paralign.checking.sides import Pair, Severity, Side, named

#: Parts of the treaty that bind: one without counterpart weighs most.
_OPERATIVE = frozenset({"recital", "formula", "article", "paragraph", "item", "chapeau", "continuation"})
#: Signature blocks are lists of each side's own, and are not translated line by line.
_SIGNED = frozenset({"signature", "place_date"})
#: What no reader would look for on the other side.
_ASIDE = frozenset({"note", "editorial"})
#: Letters added to both lengths, so that one word more in a heading is not twice the length.
_FLOOR = 12
#: Shorter pairs say too little about their lengths.
_SHORTEST = 45
#: Spread of the log ratio, and how many pairs it counts for, so that a few pairs do not make their own.
_USUAL_SPREAD, _USUAL_COUNT = 0.16, 15
#: Extra spread of short texts, in squared log ratio times letters.
_SHORT_SPREAD = 1.6
#: Standard deviations for a flag: by length alone, and together with a stop on one side only.
_FAR, _FAR_WITH_STOP = 3.8, 2.0
_ENDS = ((".", "!", "?", "。"), (";",), (":",), (",",))
_CLOSERS = " \u00a0\"'»”’)]1234567890*"


@dataclass(frozen=True, slots=True)
class Lengths:
    """How the lengths of a document's two sides relate.

    Attributes:
        ratio: Median of log(source length) - log(target length).
        spread: Robust standard deviation of it.
    """

    ratio: float = 0.0
    spread: float = _USUAL_SPREAD

    def residual(self, pair: Pair) -> float:
        """How many standard deviations the source is longer than usual."""
        shorter = min(_length(side) for side in pair.sides)
        return (_log_ratio(pair) - self.ratio) / math.sqrt(self.spread**2 + _SHORT_SPREAD / (shorter + _FLOOR) / 4)


def lengths_of(pairs: Iterable[Pair]) -> Lengths:
    """Return how the lengths of a document's two sides relate, learned from its pairs."""
    ratios = [_log_ratio(pair) for pair in pairs if min(map(_length, pair.sides)) >= _SHORTEST]
    if not ratios:
        return Lengths()
    middle = _median(ratios)
    spread = 1.4826 * _median([abs(ratio - middle) for ratio in ratios])
    count = len(ratios)
    drawn = math.sqrt((spread**2 * count + _USUAL_SPREAD**2 * _USUAL_COUNT) / (count + _USUAL_COUNT))
    return Lengths(middle * count / (count + _USUAL_COUNT), max(drawn, 0.6 * _USUAL_SPREAD))


def omission(pair: Pair, lengths: Lengths) -> Iterator[Flag]:
    """Yield a flag for a clause without counterpart, or for one side much shorter than the document's usual."""
    if not (pair.source.clauses and pair.target.clauses):
        yield from _null(pair)
    elif max(map(_length, pair.sides)) >= _SHORTEST:
        yield from _short(pair, lengths)


def _null(pair: Pair) -> Iterator[Flag]:
    side = next(side for side in pair.sides if side.clauses)
    other = next(side for side in pair.sides if not side.clauses)
    kinds = {clause.kind for clause in side.clauses}
    if kinds <= _ASIDE or not any(map(str.isalnum, side.text)):
        return
    severity: Severity = "high" if kinds & _OPERATIVE else "low" if kinds <= _SIGNED else "medium"
    where = "on the other side" if side.language == other.language else f"in the {named(other)}"
    yield Flag("omission", f"no counterpart {where}", severity, pair.source.whole, pair.target.whole)


def _short(pair: Pair, lengths: Lengths) -> Iterator[Flag]:
    residual = lengths.residual(pair)
    stops = _stop_on_one_side(pair)
    if abs(residual) <= (_FAR_WITH_STOP if stops else _FAR):
        return
    short = pair.target if residual > 0 else pair.source
    sure = pair.source.language != pair.target.language
    which = f"the {named(short)}" if sure else "one side"
    ends = ", and ends differently" if stops else ""
    yield Flag("omission", f"{which} is shorter than usual here{ends}", "medium", pair.source.whole, pair.target.whole)


def _stop_on_one_side(pair: Pair) -> bool:
    ours, theirs = (_end(side) for side in pair.sides)
    return ours != theirs


def _end(side: Side) -> int:
    """The class of the sign that a text ends with; 0 where it is none of those that end a clause."""
    last = side.text.rstrip(_CLOSERS)[-1:]
    return next((k for k, signs in enumerate(_ENDS, 1) if last in signs), 0)


def _length(side: Side) -> int:
    return len(side.text)


def _log_ratio(pair: Pair) -> float:
    return math.log(_length(pair.source) + _FLOOR) - math.log(_length(pair.target) + _FLOOR)


def _median(values: Sequence[float]) -> float:
    ordered, middle = sorted(values), len(values) // 2
    return ordered[middle] if len(values) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
