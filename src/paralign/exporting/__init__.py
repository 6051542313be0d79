"""An alignment as a file, and back.

How to add a format, in four steps:

1. Write a module here with ``write_<format>(alignment) -> bytes``; it makes the whole file and opens none.
2. If the format can hold all that an alignment is, add ``read_<format>(text, path) -> Alignment``; what does
   not fit is a FormatError that says which line and what to do.
3. Enter both under the suffix in ``WRITERS`` and ``READERS``.
4. Add the suffix to the laws in ``tests/test_laws_result.py``: a row a bead, no letter lost, equal when read
   back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from paralign._files import check_writable, read_utf8, write_whole
from paralign.alignment import Alignment
from paralign.errors import FormatError
from paralign.exporting.delimited import write_csv, write_tsv
from paralign.exporting.jsonl import read_jsonl, write_jsonl
from paralign.reviewing.page import write_html

Writer = Callable[[Alignment], bytes]
Reader = Callable[[str, Path], Alignment]

#: Suffix to writer.
WRITERS: Mapping[str, Writer] = {
    ".csv": write_csv,
    ".htm": write_html,
    ".html": write_html,
    ".jsonl": write_jsonl,
    ".tsv": write_tsv,
}

#: Suffix to reader, for the formats that hold everything.
READERS: Mapping[str, Reader] = {".jsonl": read_jsonl}


def save(alignment: Alignment, path: Path | str) -> None:
    """Write the alignment whole or not at all, in the format that the suffix names."""
    writer = writer_for(path)
    check_writable(path)
    write_whole(path, writer(alignment))


def load(path: Path | str) -> Alignment:
    """The alignment that ``save`` wrote, equal to it."""
    suffix = Path(path).suffix.lower()
    if suffix not in READERS:
        raise _unknown_suffix(path, "read back", READERS)
    return READERS[suffix](read_utf8(path), Path(path))


def writer_for(path: Path | str) -> Writer:
    """The writer that the suffix names; FormatError where there is none."""
    suffix = Path(path).suffix.lower()
    if suffix not in WRITERS:
        raise _unknown_suffix(path, "write", WRITERS)
    return WRITERS[suffix]


def _unknown_suffix(path: Path | str, verb: str, known: Mapping[str, object]) -> FormatError:
    suffix = Path(path).suffix
    problem = f"paralign cannot {verb} the format {suffix}" if suffix else "the name has no suffix"
    return FormatError(path, problem, f"Suffixes that work: {', '.join(sorted(known))}")
