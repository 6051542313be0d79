"""The review page: one HTML file that holds the alignment, its style and its script, and asks nobody for anything.

The texts stand in a block of JSON, never in the HTML or the script; the script puts them into the page as text. A
content security policy allows this one script and this one style sheet by their hashes and no network at all, so
that nothing a treaty contains can run, whoever wrote it.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

from paralign.alignment import DOUBTFUL_BELOW, Alignment, Bead, Flag, Span
from paralign.document import Clause, Document
from paralign.reviewing.decisions import FORMAT, VERSION
from paralign.reviewing.identity import identity_of

#: In this order they are one script.
_SCRIPTS = ("beads.js", "list.js", "filters.js", "keeping.js", "page.js")

#: What could end the block of JSON or is not allowed in HTML.
_ESCAPED = re.compile("[<>&\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_PLACE = re.compile(r"\{(\w+)\}")


def write_html(alignment: Alignment) -> bytes:
    """The review page of an alignment."""
    style, script = _read("page.css"), _script()
    parts = {
        "policy": _policy(style, script),
        "title": escape(_title(alignment)).encode("utf-8", "replace").decode(),
        "style": style,
        "script": script,
        "data": _json(_data(alignment)),
    }
    return _PLACE.sub(lambda place: parts[place[1]], _read("page.html")).encode("utf-8")


@cache
def _read(name: str) -> str:
    return files("paralign.reviewing").joinpath(name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    return "\n".join(_read(name) for name in _SCRIPTS)


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; script-src '{_source_hash(script)}'; style-src '{_source_hash(style)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _source_hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode()}"


def _title(alignment: Alignment) -> str:
    return f"Review of {_name(alignment)}"


def _name(alignment: Alignment) -> str:
    path = alignment.source.path
    return path.stem if path else f"{alignment.source.language}-{alignment.target.language}"


def _json(data: Mapping[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _data(alignment: Alignment) -> dict[str, Any]:
    beads = [_bead(bead) for bead in alignment.beads]
    source, target = (_document(document) for document in (alignment.source, alignment.target))
    identity = [source["clauses_sha256"], target["clauses_sha256"], [(b["source"], b["target"]) for b in beads]]
    return {
        "format": FORMAT,
        "version": VERSION,
        "signature": alignment.signature,
        "name": _name(alignment),
        "fingerprint": sha256(json.dumps(identity).encode()).hexdigest(),
        "doubtful_below": DOUBTFUL_BELOW,
        "source": source,
        "target": target,
        "beads": beads,
    }


def _document(document: Document) -> dict[str, Any]:
    clauses = [{"text": clause.text, "kind": clause.kind, "label": clause.label} for clause in document]
    name = document.path.name if document.path else ""
    return {**asdict(identity_of(document)), "name": name, "clauses": clauses}


def _bead(bead: Bead) -> dict[str, Any]:
    return {
        "source": [clause.index for clause in bead.source],
        "target": [clause.index for clause in bead.target],
        "confidence": round(float(bead.confidence), 4),
        "crossing": bool(bead.crossing),
        "flags": [_flag(flag, bead) for flag in bead.flags],
    }


def _flag(flag: Flag, bead: Bead) -> dict[str, Any]:
    return {
        "check": flag.check,
        "message": flag.message,
        "severity": flag.severity,
        "source": [mark for span in flag.source for mark in _marks(span, bead.source)],
        "target": [mark for span in flag.target for mark in _marks(span, bead.target)],
    }


def _marks(span: Span, clauses: tuple[Clause, ...]) -> Iterator[tuple[int, int, int]]:
    """Where a span of the bead's text lies in its clauses: index, start and end in JavaScript's units."""
    offset = 0
    for clause in clauses:
        start, end = (min(max(at - offset, 0), len(clause.text)) for at in span)
        if start < end:
            yield clause.index, _utf16(clause.text[:start]), _utf16(clause.text[:end])
        offset += len(clause.text) + 1


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
