"""An alignment as a file, and back.

How to add a format, in four steps:

1. Write a module here with ``write_<format>(alignment) -> bytes``; it makes the whole file and opens none.
2. If other programs write the format too, or it can hold all that an alignment is, add
   ``read_<format>(data, path) -> Alignment``; what does not fit is a FormatError that says where and what to do.
3. Enter both under the suffix in ``WRITERS`` and ``READERS``, and the suffix in ``cli.FORMATS``.
4. Add the format to the laws in ``tests/test_exporting_laws.py``: a row a bead, no letter lost, well-formed
   whatever the text, and read back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from paralign._files import check_writable, write_all, write_whole
from paralign.alignment import Alignment
from paralign.errors import FormatError, OptionError
from paralign.reading.text import bytes_of

Writer = Callable[[Alignment], bytes]
Reader = Callable[[bytes, Path], Alignment]


def _lazy(place: str) -> Callable[..., Any]:
    """A function of a room, given as ``module.function``; the module is imported when the function is first called."""

    def call(*arguments: Any) -> Any:
        module, _, function = place.rpartition(".")
        return getattr(import_module(f"paralign.{module}"), function)(*arguments)

    return call


#: Suffix to writer.
WRITERS: Mapping[str, Writer] = {
    ".csv": _lazy("exporting.delimited.write_csv"),
    ".docx": _lazy("exporting.docx.write_docx"),
    ".htm": _lazy("reviewing.page.write_html"),
    ".html": _lazy("reviewing.page.write_html"),
    ".jsonl": _lazy("exporting.jsonl.write_jsonl"),
    ".parquet": _lazy("exporting.frames.write_parquet"),
    ".sketch.tsv": _lazy("exporting.plain.write_sketch"),
    ".static.html": _lazy("exporting.page.write_page"),
    ".tei": _lazy("exporting.tei.write_tei"),
    ".tmx": _lazy("exporting.tmx.write_tmx"),
    ".tsv": _lazy("exporting.delimited.write_tsv"),
    ".xces.zip": _lazy("exporting.xces.write_xces"),
    ".xlf": _lazy("exporting.xliff.write_xliff"),
    ".xliff": _lazy("exporting.xliff.write_xliff"),
    ".xlsx": _lazy("exporting.xlsx.write_xlsx"),
    ".xml": _lazy("exporting.tei.write_tei"),
}

#: Suffix to the writer of two files, the source's and the target's.
PAIR_WRITERS: Mapping[str, Callable[[Alignment], tuple[bytes, bytes]]] = {".txt": _lazy("exporting.plain.write_lines")}

#: Whether null beads are written where nobody says. Formats that are not named always hold them.
NULLS: Mapping[str, bool] = {
    ".docx": True,
    ".sketch.tsv": True,
    ".static.html": True,
    ".tei": True,
    ".tmx": False,
    ".txt": True,
    ".xces.zip": True,
    ".xlf": True,
    ".xliff": True,
    ".xml": True,
}


_read_xces, _read_tei = _lazy("exporting.xces.read_xces"), _lazy("exporting.tei.read_tei")
_read_xliff = _lazy("exporting.xliff.read_xliff")


def _read_links_or_tei(data: bytes, path: Path) -> Alignment:
    read: Reader = _read_xces if b"<cesAlign" in data[:4096] else _read_tei
    return read(data, path)


#: Suffix to reader, for the formats that can be read back.
READERS: Mapping[str, Reader] = {
    ".ces": _read_xces,
    ".jsonl": _lazy("exporting.jsonl.read_jsonl"),
    ".tei": _read_tei,
    ".tmx": _lazy("exporting.tmx.read_tmx"),
    ".xces": _read_xces,
    ".xces.zip": _read_xces,
    ".xlf": _read_xliff,
    ".xliff": _read_xliff,
    ".xml": _read_links_or_tei,
}


def save(alignment: Alignment, path: Path | str, format: str | None = None, nulls: bool | None = None) -> None:
    """Write the alignment whole or not at all.

    Args:
        alignment: What to write.
        path: The file. Its suffix names the format; ``.txt`` makes two files with the languages in their names.
        format: The format, as a suffix without its dot, where the suffix of the path does not name it.
        nulls: Whether clauses without a counterpart are written; None leaves it to the format.
    """
    suffix = suffix_of(path, format)
    kept = _with_nulls(alignment, suffix, nulls)
    if suffix in PAIR_WRITERS:
        names = _pair_names(Path(path), alignment)
        write_all(dict(zip(names, PAIR_WRITERS[suffix](kept), strict=True)))
    else:
        check_writable(path)
        write_whole(path, WRITERS[suffix](kept))


def load(path: Path | str) -> Alignment:
    """The alignment that a file holds; equal to the one that ``save`` wrote as far as the format can hold it."""
    suffix = _suffix_in(str(path), READERS)
    if suffix is None:
        raise _unknown_suffix(path, "read back", READERS)
    return READERS[suffix](bytes_of(Path(path)), Path(path))


def rendered(alignment: Alignment, suffix: str) -> bytes:
    """The bytes of the file that ``save`` would write with this suffix."""
    return WRITERS[suffix](_with_nulls(alignment, suffix, None))


def suffix_of(path: Path | str, format: str | None = None) -> str:
    """The suffix that stands for the format in the registries.

    Raises:
        FormatError: The path's suffix names no format.
        OptionError: There is no such format.
    """
    known = {**WRITERS, **PAIR_WRITERS}
    if format is not None:
        return _format_among(known, format)
    suffix = _suffix_in(str(path), known)
    if suffix is None:
        raise _unknown_suffix(path, "write", known)
    return suffix


def _format_among(known: Iterable[str], name: str) -> str:
    """The suffix of a format; ``sketch`` and ``xces`` are enough of a name."""
    wanted = f".{name.lower().lstrip('.')}"
    found = next((suffix for suffix in sorted(known) if suffix == wanted or suffix.startswith(f"{wanted}.")), None)
    if found is None:
        choices = ", ".join(suffix[1:] for suffix in sorted(known))
        raise OptionError(f"format is {name!r}. It can be one of: {choices}.")
    return found


def _suffix_in(path: str, known: Iterable[str]) -> str | None:
    """The longest known suffix that the name ends with."""
    return next((suffix for suffix in sorted(known, key=len, reverse=True) if path.lower().endswith(suffix)), None)


def _with_nulls(alignment: Alignment, suffix: str, nulls: bool | None) -> Alignment:
    if nulls is not None and suffix not in NULLS:
        raise OptionError(f"{suffix} always holds all beads. nulls is for {', '.join(sorted(NULLS))}.")
    wanted = NULLS.get(suffix, True) if nulls is None else nulls
    if wanted:
        return alignment
    from paralign.exporting.units import pairs_only

    return pairs_only(alignment)


def _pair_names(path: Path, alignment: Alignment) -> tuple[Path, Path]:
    codes = alignment.source.language, alignment.target.language
    first, second = codes if codes[0] != codes[1] else ("source", "target")
    return path.with_suffix(f".{first}{path.suffix}"), path.with_suffix(f".{second}{path.suffix}")


def _unknown_suffix(path: Path | str, verb: str, known: Iterable[str]) -> FormatError:
    suffix = Path(path).suffix
    problem = f"paralign cannot {verb} the format {suffix}" if suffix else "the name has no suffix"
    return FormatError(path, problem, f"Suffixes that work: {', '.join(sorted(known))}")
