"""Files to documents: a reader turns a file into text, segmentation does the rest.

To add a format:

1. Write a module here with a function ``path -> Extracted`` that raises ``InputError`` for what it cannot use.
2. Import heavy packages inside that function, and raise ``MissingExtraError`` where they are missing.
3. Add a line to ``formats.FORMATS``: its suffixes, and how its content begins if that tells it apart.
4. Add a file of that format to ``tests/make_files.py``, with the clauses it must give.

A file is read by its content where that tells, whatever its suffix says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from paralign.document import Bitext, Document
from paralign.errors import LanguageError
from paralign.reading.bitext import bitext_of
from paralign.reading.extracted import Extracted
from paralign.reading.formats import FORMATS, Format, extracted_from
from paralign.reading.paired import page_bitext, stated_bitext
from paralign.reading.text import read_text
from paralign.segmentation import document_over

__all__ = ["FORMATS", "Extracted", "Format", "bitext_of", "extracted_from", "read", "read_bitext", "read_text"]


def read(
    path: Path | str, language: str | None = None, *, encoding: str | None = None, granularity: str = "clause"
) -> Document:
    """The document in a file, which is in one language; language and encoding are found where they are not given.

    Of a file that is already aligned, the side in the given language.

    Args:
        path: The file.
        language: Its BCP 47 code.
        encoding: Name of the encoding of a text file, such as ``windows-1251``.
        granularity: How finely it is cut: ``clause``, ``sentence`` or ``paragraph``; see ``segment``.

    Raises:
        InputError: The file is missing, empty, a folder, protected, a scan, or not of its format or encoding.
        LanguageError: The file pairs two languages, and none of them was asked for.
        MissingExtraError: The package that reads its format is not installed.
        OptionError: There is no such granularity.
    """
    path = Path(path)
    extracted = extracted_from(path, encoding)
    if extracted.languages:
        return _side(extracted, extracted.languages, language, path)
    document = document_over(extracted.text, language, path, extracted.notes, granularity)
    return replace(document, encoding=extracted.encoding)


def read_bitext(
    path: Path | str,
    languages: Sequence[str] | None = None,
    *,
    encoding: str | None = None,
    granularity: str = "clause",
) -> Bitext:
    """The two documents in a file that holds two languages; Russian is the source of Russian and English.

    A file that is already aligned (a translation memory, a table with two columns) gives its pairs as ``.beads``;
    the language that it names as its source is the source, and its rows stay as they are.

    Args:
        path: The file.
        languages: The BCP 47 codes of source and target.
        encoding: Name of the encoding of a text file, such as ``windows-1251``.
        granularity: How finely it is cut: ``clause``, ``sentence`` or ``paragraph``; see ``segment``.

    Raises:
        InputError: The file is missing, empty, a folder, protected, a scan, or not of its format or encoding.
        LanguageError: It holds one language only, or not those that were asked for.
        MissingExtraError: The package that reads its format is not installed.
        OptionError: There is no such granularity.
    """
    path = Path(path)
    extracted = extracted_from(path, encoding)
    bitext = stated_bitext(extracted, languages, path) or page_bitext(extracted, languages, path, granularity)
    source, target = (replace(side, encoding=extracted.encoding) for side in (bitext.source, bitext.target))
    return replace(bitext, source=source, target=target)


def _side(extracted: Extracted, languages: tuple[str, str], language: str | None, path: Path) -> Document:
    if language not in languages:
        advice = f"Call read_bitext, or ask for one of them, as in read(path, {languages[0]!r})"
        raise LanguageError(path, f"The file pairs two languages ({', '.join(languages)})", advice)
    bitext = stated_bitext(extracted, languages, path)
    assert bitext is not None  # its languages are stated
    return bitext.source if language == languages[0] else bitext.target
