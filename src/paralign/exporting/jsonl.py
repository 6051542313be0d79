"""JSON Lines, lossless: a header with both documents, then a bead a line, then a link a line.

Beads name their clauses by index, so no text is written twice. Numbers are written with all their digits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from paralign._files import utf8
from paralign.alignment import Alignment, Bead, CoverError, Flag, Link
from paralign.document import Clause, Document
from paralign.errors import FormatError

FORMAT = "paralign alignment"
VERSION = 1

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def write_jsonl(alignment: Alignment) -> bytes:
    """All of the alignment except the evidence of its beads."""
    lines = [_header_to_json(alignment)]
    lines += [_bead_to_json(bead) for bead in alignment.beads]
    lines += [_link_to_json(link) for link in alignment.links]
    return "".join(_line(line) for line in lines).encode("utf-8")


def read_jsonl(data: bytes, path: Path) -> Alignment:
    """The alignment that ``write_jsonl`` wrote; FormatError names the line that does not fit."""
    records = _records(utf8(data, path), path)
    header, head = _header(records, path)
    source = _read(path, header, _document_from_json, head, "source")
    target = _read(path, header, _document_from_json, head, "target")
    beads, links = [], []
    for number, record in records:
        if "bead" in record:
            beads.append(_read(path, number, _bead_from_json, record, source, target))
        else:
            links.append(_read(path, number, _link_from_json, record))
    signature = _read(path, header, _typed, head, "signature", str)
    _check_complete(path, head, beads, links)
    try:
        return Alignment(source, target, tuple(beads), signature, tuple(links))
    except CoverError as error:
        raise FormatError(path, str(error).rstrip("."), _AGAIN) from error


_AGAIN = "Save the alignment again with paralign"


def _line(record: dict[str, Any]) -> str:
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", line) + "\n"


def _header_to_json(alignment: Alignment) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "signature": alignment.signature,
        "beads": len(alignment.beads),
        "links": len(alignment.links),
        "source": _document_to_json(alignment.source),
        "target": _document_to_json(alignment.target),
    }


def _document_to_json(document: Document) -> dict[str, Any]:
    return {
        "language": document.language,
        "path": None if document.path is None else str(document.path),
        "encoding": document.encoding,
        "text": document.text,
        "clauses": [_clause_to_json(clause) for clause in document.clauses],
    }


def _clause_to_json(clause: Clause) -> dict[str, Any]:
    names = ("text", "start", "end", "kind", "path", "label")
    return {name: getattr(clause, name) for name in names}


def _bead_to_json(bead: Bead) -> dict[str, Any]:
    return {
        "bead": [[clause.index for clause in side] for side in (bead.source, bead.target)],
        "confidence": float(bead.confidence),
        "similarity": float(bead.similarity),
        "crossing": bool(bead.crossing),
        "flags": [asdict(flag) for flag in bead.flags],
    }


def _link_to_json(link: Link) -> dict[str, Any]:
    return {"link": [link.source, link.target, float(link.given_source), float(link.given_target)]}


def _records(text: str, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    # Only \n ends a line: the texts may hold U+2028 and other separators.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _read(path, number, _object_from_json, line)


def _header(records: Iterator[tuple[int, dict[str, Any]]], path: Path) -> tuple[int, dict[str, Any]]:
    number, head = next(records, (1, {}))
    if head.get("format") != FORMAT:
        advice = "Give a file that alignment.save wrote with the suffix .jsonl"
        raise FormatError(path, f"line {number}: this is not a saved alignment", advice)
    if head.get("version") != VERSION:
        problem = f"line {number}: it has version {head.get('version')!r}, this paralign reads {VERSION}"
        raise FormatError(path, problem, "Update paralign, or save the alignment again with this version")
    return number, head


def _read(path: Path, number: int, parse: Any, *arguments: Any) -> Any:
    """What ``parse`` makes of a line; whatever it stumbles over becomes an error that names the line."""
    try:
        return parse(*arguments)
    except (KeyError, IndexError, TypeError, ValueError, RecursionError) as error:
        detail = f"{type(error).__name__}: {error}"
        raise FormatError(path, f"line {number} does not fit the format ({detail})", _AGAIN) from error


def _object_from_json(line: str) -> dict[str, Any]:
    record = json.loads(line)
    if not isinstance(record, dict):
        raise TypeError("not a JSON object")
    return record


def _typed(record: dict[str, Any], name: str, kind: type) -> Any:
    value = record[name]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise TypeError(f"{name} is not {kind.__name__}")
    return value


def _document_from_json(head: dict[str, Any], side: str) -> Document:
    record = _typed(head, side, dict)
    path = None if record["path"] is None else Path(_typed(record, "path", str))
    clauses = tuple(_clause_from_json(i, clause) for i, clause in enumerate(_typed(record, "clauses", list)))
    encoding = None if record.get("encoding") is None else _typed(record, "encoding", str)
    return Document(_typed(record, "text", str), _typed(record, "language", str), clauses, path, encoding)


def _clause_from_json(index: int, record: dict[str, Any]) -> Clause:
    return Clause(
        text=_typed(record, "text", str),
        start=_typed(record, "start", int),
        end=_typed(record, "end", int),
        index=index,
        kind=_typed(record, "kind", str),
        path=_typed(record, "path", str),
        label=_typed(record, "label", str),
    )


def _bead_from_json(record: dict[str, Any], source: Document, target: Document) -> Bead:
    sides = _typed(record, "bead", list)
    return Bead(
        source=_clauses_at(source, sides[0]),
        target=_clauses_at(target, sides[1]),
        confidence=float(record["confidence"]),
        similarity=float(record["similarity"]),
        crossing=_typed(record, "crossing", bool),
        flags=tuple(_flag_from_json(flag) for flag in _typed(record, "flags", list)),
    )


def _flag_from_json(record: dict[str, Any]) -> Flag:
    severity = record["severity"]
    if severity not in ("high", "medium", "low"):
        raise ValueError(f"the severity {severity!r}")
    spans = (tuple((int(start), int(stop)) for start, stop in record[side]) for side in ("source", "target"))
    return Flag(_typed(record, "check", str), _typed(record, "message", str), severity, *spans)


def _clauses_at(document: Document, indices: Sequence[int]) -> tuple[Clause, ...]:
    if any(index < 0 for index in indices):
        raise IndexError("negative clause index")
    return tuple(document.clauses[index] for index in indices)


def _link_from_json(record: dict[str, Any]) -> Link:
    source, target, given_source, given_target = _typed(record, "link", list)
    if not all(index is None or type(index) is int for index in (source, target)):
        raise TypeError("a link's clauses are numbers or null")
    return Link(source, target, float(given_source), float(given_target))


def _check_complete(path: Path, head: dict[str, Any], beads: Sequence[Bead], links: Sequence[Link]) -> None:
    for name, found in (("beads", beads), ("links", links)):
        if head.get(name) != len(found):
            problem = f"the header promises {head.get(name)} {name}, the file has {len(found)}"
            raise FormatError(path, problem, _AGAIN)
