"""What a bead is beyond its two texts, as named strings for formats that have a place for such.

TMX calls them properties, XLIFF metadata. The clauses of a run are joined by a space, and a fact for each of them
says where it ends and what it is, so that the run can be taken apart again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TypeAlias

from paralign.alignment import Bead, Flag
from paralign.document import Clause
from paralign.exporting.markup import digits, name_token
from paralign.exporting.units import Piece, Unit

#: Name and value, in order; a name may come more than once.
Facts: TypeAlias = Sequence[tuple[str, str]]


def facts_of(bead: Bead) -> list[tuple[str, str]]:
    """All that a reader or a program may want to know of a bead except its texts."""
    first = (bead.source + bead.target)[0]
    known = [
        ("confidence", digits(bead.confidence)),
        ("similarity", digits(bead.similarity)),
        ("bead", bead.type),
        ("kind", first.kind),
        ("path", first.path),
        ("label", first.label),
        ("crossing", "yes" if bead.crossing else ""),
    ]
    known += [("flag", _json(list(asdict(flag).values()))) for flag in bead.flags]
    for side, clauses in (("source-clause", bead.source), ("target-clause", bead.target)):
        known += [(side, _clause_fact(clause)) for clause in clauses]
    return [(name, value) for name, value in known if value]


def unit_of(facts: Facts, source: str, target: str) -> Unit:
    """The unit that facts and texts tell of; where a text was edited elsewhere, its run is one clause."""
    return Unit(
        source=_pieces(source, [value for name, value in facts if name == "source-clause"]),
        target=_pieces(target, [value for name, value in facts if name == "target-clause"]),
        confidence=share(_first(facts, "confidence"), 1.0),
        similarity=number(_first(facts, "similarity"), 0.0),
        crossing=_first(facts, "crossing") == "yes",
        flags=tuple(flag for name, value in facts if name == "flag" for flag in _flags(value)),
    )


def names_of(beads: Iterable[Bead]) -> list[str]:
    """A name for each bead that is an XML NMTOKEN and its own: the path of its first clause where it has one."""
    names: dict[str, None] = {}
    for number_, bead in enumerate(beads, start=1):
        path = next((clause.path for clause in bead.source + bead.target if clause.path), "")
        name = name_token(path) or f"bead_{number_}"
        if name in names:
            name = f"{name}__bead_{number_}"
        while name in names:
            name += "_"
        names[name] = None
    return list(names)


def number(value: str | None, otherwise: float) -> float:
    """The number that a string is, or another where it is none."""
    try:
        found = float(value or "")
    except ValueError:
        return otherwise
    return found if abs(found) <= 1e6 else otherwise  # also not a number


def share(value: str | None, otherwise: float) -> float:
    """The same, brought into [0, 1]: the scores of other programs know other ranges."""
    return min(1.0, max(0.0, number(value, otherwise)))


def _clause_fact(clause: Clause) -> str:
    return _json([clause.index, len(clause.text), clause.kind, clause.path, clause.label])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _first(facts: Facts, name: str) -> str | None:
    return next((value for known, value in facts if known == name), None)


def _pieces(text: str, values: Sequence[str]) -> tuple[Piece, ...]:
    stated = [clause for value in values for clause in _stated(value)]
    if not stated:
        plain = " ".join(text.split())
        return (Piece(plain),) if plain else ()
    if sum(length for _, length in stated) + len(stated) - 1 != len(text):
        return (stated[0][0].saying(text.strip()),)
    pieces, start = [], 0
    for piece, length in stated:
        pieces.append(piece.saying(text[start : start + length]))
        start += length + 1
    return tuple(pieces)


def _stated(value: str) -> list[tuple[Piece, int]]:
    """What a fact says of a clause, and the clause's length; nothing where another program changed it."""
    try:
        index, length, kind, path, label = json.loads(value)
    except (ValueError, TypeError, RecursionError):
        return []
    if not all(type(n) is int and n >= 0 for n in (index, length)):
        return []
    return [(Piece("", index, str(kind), str(path), str(label)), length)]


def _flags(value: str) -> list[Flag]:
    try:
        check, message, severity, source, target = json.loads(value)
        spans = (tuple((int(start), int(stop)) for start, stop in side) for side in (source, target))
        return [Flag(str(check), str(message), severity, *spans)] if severity in ("high", "medium", "low") else []
    except (ValueError, TypeError, RecursionError):
        return []
