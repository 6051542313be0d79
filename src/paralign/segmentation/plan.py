"""The regions of a treaty: what comes before it, its preamble, its body, its end, and what a site adds below.

The plan is made once over all units, because no unit tells alone: a line without a number is a title above
the preamble, a party in it, a heading in the body and a signature below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from paralign.segmentation.units import Unit


@dataclass(frozen=True, slots=True)
class Plan:
    """Where each region begins, as positions in the list of units.

    Attributes:
        preamble: The first line of the preamble.
        recitals: The first recital, or the formula where there is none.
        formula: The enacting formula, or None.
        body: The first unit after the preamble.
        articles: The first heading with a number, 0 where there is none.
        footer: The first unit of what a site adds below.
        signatures: Units that are lines of a signature block.
    """

    preamble: int
    recitals: int
    formula: int | None
    body: int
    articles: int
    footer: int
    signatures: frozenset[int]


def plan_of(units: Sequence[Unit]) -> Plan | None:
    """The regions, or None for a text that shows no structure of a treaty."""
    formula = _formula(units)
    marked = next((i for i, unit in enumerate(units) if unit.heading or _first_number(unit)), None)
    body = formula + 1 if formula is not None else marked
    if body is None:
        return None
    recitals = _first_recital(units, body, formula)
    preamble = _preamble_start(units, recitals)
    footer = _footer(units, body)
    articles = next((i for i, unit in enumerate(units) if unit.heading), 0)
    return Plan(preamble, recitals, formula, body, articles, footer, _signatures(units, body, footer))


def _formula(units: Sequence[Unit]) -> int | None:
    """The first formula, if no article comes before it."""
    for i, unit in enumerate(units):
        if unit.heading and unit.heading.element in ("art", "rule"):
            return None
        if unit.is_formula and not unit.is_editorial:
            return i
    return None


def _first_number(unit: Unit) -> bool:
    return unit.is_numbered and unit.label is not None and unit.label.readings[0].ordinal == 1


def _first_recital(units: Sequence[Unit], body: int, formula: int | None) -> int:
    for i in range(body):
        unit = units[i]
        begins_so = unit.opens_recital or (unit.is_lower and (unit.ends_item or formula is not None))
        if begins_so and not unit.is_editorial and not unit.is_place_date:
            return i
    return body if formula is None else formula


def _preamble_start(units: Sequence[Unit], recitals: int) -> int:
    """Back from the first recital over the lines that name the parties."""
    start = recitals
    while start and _names_parties(units[start - 1], next_to_recital=start == recitals):
        start -= 1
    return start


def _names_parties(unit: Unit, next_to_recital: bool) -> bool:
    if unit.heading or unit.is_editorial or unit.ends_sentence or unit.first.startswith("("):
        return False
    if unit.names_parties or unit.ends_item or unit.opens_list:
        return True
    return next_to_recital and not unit.is_titled and not unit.is_place_date


def _footer(units: Sequence[Unit], body: int) -> int:
    """The first editorial unit after everything that only a treaty has."""
    last = max((i for i, unit in enumerate(units) if unit.is_structure or unit.is_formula), default=0)
    below = range(max(last + 1, body), len(units))
    return next((i for i in below if units[i].is_editorial), len(units))


def _signatures(units: Sequence[Unit], body: int, footer: int) -> frozenset[int]:
    """Runs of short lines with at least two names among them."""
    found: set[int] = set()
    i = body
    while i < footer:
        run = _run(units, i, footer)
        named = [k for k in run if units[k].is_signature]
        if len(named) > 1 and 3 * len(named) >= len(run):
            found.update(range(named[0], run.stop))
        i = max(run.stop, i + 1)
    return frozenset(found)


def _run(units: Sequence[Unit], start: int, end: int) -> range:
    stop = start
    while stop < end and _could_be_signed(units[stop]):
        stop += 1
    return range(start, stop)


def _could_be_signed(unit: Unit) -> bool:
    return not unit.heading and (unit.is_bare or unit.is_signature or unit.is_place_date)
