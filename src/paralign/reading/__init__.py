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
from paralign.reading.encodings import Decoded
from paralign.reading.text import read_decoded, read_text
from paralign.segmentation import segment

__all__ = ["READERS", "bitext_of", "read", "read_bitext", "read_text"]

#: Suffix to reader. A suffix that is not here is read as text, which refuses what is none.
READERS: dict[str, Callable[[Path, str | None], Decoded]] = {
    ".txt": read_decoded,
    ".text": read_decoded,
    ".md": read_decoded,
}


def read(path: Path | str, language: str | None = None, encoding: str | None = None) -> Document:
    """The document in a file, which is in one language; language and encoding are found where they are not given.

    Raises:
        InputError: The file is missing, empty, a folder, or not of its format or encoding.
    """
    path = Path(path)
    decoded = _decoded(path, encoding)
    return replace(segment(decoded.text, language), path=path, encoding=decoded.encoding)


def read_bitext(path: Path | str, languages: Sequence[str] | None = None, encoding: str | None = None) -> Bitext:
    """The two documents in a file that holds two languages; Russian is the source of Russian and English.

    Raises:
        InputError: The file is missing, empty, a folder, or not of its format or encoding.
        LanguageError: It holds one language only, or not those that were asked for.
    """
    path = Path(path)
    decoded = _decoded(path, encoding)
    bitext = bitext_of(decoded.text, languages, path)
    source, target = (replace(side, encoding=decoded.encoding) for side in (bitext.source, bitext.target))
    return Bitext(source, target)


def _decoded(path: Path, encoding: str | None) -> Decoded:
    return READERS.get(path.suffix.lower(), read_decoded)(path, encoding)
