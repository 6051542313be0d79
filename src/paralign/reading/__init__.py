"""Files to documents: a reader turns a file into text, segmentation does the rest.

To add a format:

1. Write a module here with a function ``path -> str`` that raises ``InputError`` for what it cannot use.
2. Import heavy packages inside that function, and raise ``MissingExtraError`` where they are missing.
3. Name its suffixes in ``READERS``.
4. Add a file of that format to the tests, with the clauses it must give.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from paralign.document import Bitext, Document
from paralign.reading.bitext import bitext_of
from paralign.reading.text import read_text
from paralign.segmentation import segment

__all__ = ["READERS", "bitext_of", "read", "read_bitext", "read_text"]

#: Suffix to reader. A suffix that is not here is read as text, which refuses what is none.
READERS: dict[str, Callable[[Path], str]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
}


def read(path: Path | str, language: str | None = None, granularity: str = "clause") -> Document:
    """The document in a file, which is in one language; the language is detected where it is not given.

    Raises:
        InputError: The file is missing, empty, a folder, or not of its format.
    """
    path = Path(path)
    return replace(segment(_text_of(path), language, granularity), path=path)


def read_bitext(path: Path | str, languages: Sequence[str] | None = None, granularity: str = "clause") -> Bitext:
    """The two documents in a file that holds two languages; Russian is the source of Russian and English.

    Raises:
        InputError: The file is missing, empty, a folder, or not of its format.
        LanguageError: It holds one language only, or not those that were asked for.
    """
    path = Path(path)
    return bitext_of(_text_of(path), languages, path, granularity)


def _text_of(path: Path) -> str:
    return READERS.get(path.suffix.lower(), read_text)(path)
