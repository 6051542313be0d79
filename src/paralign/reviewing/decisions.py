"""What a reader decided in the review page, read from the file of decisions.

The file may come from anybody. It is read as data, every entry is checked, and what does not fit is a FormatError
that names the entry.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

from paralign._files import read_utf8
from paralign.alignment import Alignment
from paralign.errors import FormatError
from paralign.gold import Gold, GoldBead
from paralign.reviewing.identity import Identity, identity_of

FORMAT = "paralign review"
VERSION = 1

#: ``undecided`` are only those that have a note.
Status: TypeAlias = Literal["accepted", "changed", "no counterpart", "undecided"]

_DECISION = {"source", "target", "status", "note"}
_AGAIN = "Download the decisions from the review page again"


@dataclass(frozen=True, slots=True)
class Decision:
    """What the reader said of one bead.

    Attributes:
        source: Indices of its source clauses.
        target: Indices of its target clauses.
        status: ``accepted`` as the program made it, ``changed`` by the reader, ``no counterpart``, or ``undecided``.
        note: The reader's note.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    status: Status
    note: str = ""

    @property
    def bead(self) -> GoldBead:
        """Its clauses."""
        return self.source, self.target


@dataclass(frozen=True, slots=True)
class Review:
    """A reader's decisions on one alignment.

    Attributes:
        decisions: In the reading order of the source.
        source: The source document that they belong to.
        target: The target document.
        signature: What made the alignment that was reviewed.
        path: The file they were read from.
    """

    decisions: tuple[Decision, ...]
    source: Identity
    target: Identity
    signature: str = ""
    path: Path | None = field(default=None, compare=False)

    @property
    def pins(self) -> tuple[GoldBead, ...]:
        """The decided beads, for ``align(..., pins=...)`` and ``alignment.realign``."""
        return tuple(decision.bead for decision in self.decisions if decision.status != "undecided")

    @property
    def notes(self) -> dict[GoldBead, str]:
        """The notes, each under the bead that it was written on."""
        return {decision.bead: decision.note for decision in self.decisions if decision.note}

    @property
    def is_complete(self) -> bool:
        """Whether every clause of both documents was decided."""
        return not any(self._undecided())

    @property
    def gold(self) -> Gold:
        """The decided beads as what is right.

        Raises:
            FormatError: Clauses were left undecided.
        """
        source, target = self._undecided()
        if source or target:
            problem = f"{source} source clauses and {target} target clauses are not decided yet"
            raise FormatError(self.path, problem, "Decide them in the review page, or use the pins")
        return Gold(self.pins, path=self.path)

    def check(self, alignment: Alignment) -> None:
        """Raise FormatError unless the decisions belong to the alignment's documents."""
        sides = ("source", self.source, alignment.source), ("target", self.target, alignment.target)
        for side, expected, document in sides:
            _check_identity(side, expected, identity_of(document), self.path)

    def _undecided(self) -> tuple[int, int]:
        source, target = (sum(len(bead[side]) for bead in self.pins) for side in (0, 1))
        return self.source.clauses - source, self.target.clauses - target


def load_review(path: Path | str) -> Review:
    """The decisions in a file that was downloaded from a review page.

    Raises:
        FormatError: The file is something else, or an entry in it does not fit.
    """
    return _Reader(Path(path)).review(read_utf8(path))


@dataclass(frozen=True, slots=True)
class _Reader:
    path: Path

    def review(self, text: str) -> Review:
        record = self._record(text)
        source, target = (self._identity(record, side) for side in ("source", "target"))
        decisions = tuple(self._decisions(record))
        self._check_clauses("source", source, [decision.source for decision in decisions])
        self._check_clauses("target", target, [decision.target for decision in decisions])
        return Review(decisions, source, target, self._string(record, "signature", "the head"), self.path)

    def _record(self, text: str) -> dict[str, Any]:
        try:
            record = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise self._error(f"it is not JSON ({error})") from error
        if not isinstance(record, dict) or record.get("format") != FORMAT:
            raise self._error("this is not a file of decisions", "Give one that was downloaded from a review page")
        if record.get("version") != VERSION:
            problem = f"it has version {record.get('version')!r}, this paralign reads {VERSION}"
            raise self._error(problem, "Update paralign, or make the review page again with this version")
        return record

    def _identity(self, record: dict[str, Any], side: str) -> Identity:
        given = record.get(side)
        if not isinstance(given, dict) or not _is_index(given.get("clauses")):
            raise self._error(f"it does not say which {side} document it belongs to")
        names = [each.name for each in fields(Identity) if each.name != "clauses"]
        strings = {name: self._string(given, name, f"the {side} document") for name in names}
        return Identity(clauses=given["clauses"], **strings)

    def _decisions(self, record: dict[str, Any]) -> Iterator[Decision]:
        decisions = record.get("decisions")
        if not isinstance(decisions, list):
            raise self._error("it has no list of decisions")
        for number, decision in enumerate(decisions, start=1):
            yield self._decision(decision, f"decision {number}")

    def _decision(self, given: Any, name: str) -> Decision:
        if not isinstance(given, dict) or set(given) != _DECISION:
            raise self._error(f"{name} is not an object with {', '.join(sorted(_DECISION))}")
        source, target = (self._indices(given[side], f"{name}: {side}") for side in ("source", "target"))
        if given["status"] not in get_args(Status):
            raise self._error(f"{name} has the status {given['status']!r}")
        if not (source or target) or (source and target and given["status"] == "no counterpart"):
            raise self._error(f"{name} has clauses on {'both sides' if source else 'neither side'}")
        return Decision(source, target, given["status"], self._string(given, "note", name))

    def _indices(self, given: Any, name: str) -> tuple[int, ...]:
        if not isinstance(given, list) or not all(map(_is_index, given)):
            raise self._error(f"{name} is not a list of clause numbers")
        return tuple(sorted(given))

    def _string(self, record: dict[str, Any], key: str, name: str) -> str:
        if not isinstance(record.get(key), str):
            raise self._error(f"{name} has no {key}")
        return str(record[key])

    def _check_clauses(self, side: str, identity: Identity, decided: Sequence[tuple[int, ...]]) -> None:
        holder: dict[int, int] = {}
        for number, indices in enumerate(decided, start=1):
            for index in indices:
                if index >= identity.clauses:
                    problem = f"names the {side} clause {index}; there are {identity.clauses}, counted from 0"
                    raise self._error(f"decision {number} {problem}")
                if index in holder:
                    raise self._error(f"decisions {holder[index]} and {number} both name the {side} clause {index}")
                holder[index] = number

    def _error(self, problem: str, advice: str = _AGAIN) -> FormatError:
        return FormatError(self.path, problem, advice)


def _is_index(value: Any) -> bool:
    return type(value) is int and value >= 0


def _check_identity(side: str, expected: Identity, found: Identity, path: Path | None) -> None:
    if expected.text_sha256 != found.text_sha256:
        raise FormatError(path, f"the decisions belong to another {side} text", "Align the text that was reviewed")
    if expected.clauses_sha256 != found.clauses_sha256:
        problem = f"the {side} text was cut into {expected.clauses} clauses, it is now {found.clauses} or others"
        raise FormatError(path, problem, "Align with the same granularity and version of paralign as for the review")
