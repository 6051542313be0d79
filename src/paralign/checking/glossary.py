"""The user's glossary: pairs of terms, or a file with a pair a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from paralign.errors import FormatError, InputError

#: A TSV file of source term and target term, or such pairs.
Glossary = Path | str | Iterable[tuple[str, str]]


def read_glossary(glossary: Glossary | None) -> list[tuple[str, str]]:
    """Return the pairs of terms; lines that are empty or begin with # say nothing.

    Raises:
        InputError: The file is missing.
        FormatError: A line does not hold two terms.
    """
    if glossary is None:
        return []
    if isinstance(glossary, (str, Path)):
        return list(_read(Path(glossary)))
    return [(ours, theirs) for ours, theirs in glossary]


def _read(path: Path) -> Iterator[tuple[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(path, "the glossary cannot be read", "Give a TSV file or pairs of terms") from error
    except UnicodeDecodeError as error:
        raise FormatError(path, "the glossary is not UTF-8", "Save it as UTF-8") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield _entry(path, number, line)


def _entry(path: Path, number: int, line: str) -> tuple[str, str]:
    ours, _, theirs = (part.strip() for part in line.partition("\t"))
    theirs = theirs.partition("\t")[0].strip()
    if not (any(map(str.isalpha, ours)) and any(map(str.isalpha, theirs))):
        problem = f"line {number} does not hold two terms with a tab between them"
        raise FormatError(path, problem, "Write a source term, a tab and a target term on each line")
    return ours, theirs
