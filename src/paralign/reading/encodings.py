"""Bytes to text: which encoding a file is in, told without a declaration.

A byte-order mark decides, then zero bytes (UTF-16 and UTF-32), then strict UTF-8. What is left is an old encoding.
There the pairs of neighbouring bytes of the whole file are counted once, and each encoding is asked how likely they
are as writing: frequent letters, small after capital letters, one script to a word. What no alphabet explains is
tried as Arabic, Chinese, Japanese and Korean, and at last as charset-normalizer proposes.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import regex

from paralign.errors import InputError
from paralign.reading.writing import pair_score

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
#: One byte a letter. Of two that read the file alike, the first is named.
ALPHABETS = (
    "windows-1252",  # German, French, Spanish, English with curly quotes
    "windows-1251",  # Russian on Windows
    "koi8-r",  # Russian on Unix, before 2005
    "cp866",  # Russian on DOS
    "iso8859-5",
    "mac-cyrillic",
    "koi8-u",  # Ukrainian on Unix
    "kz1048",  # Kazakh on Windows
    "windows-1250",  # Polish on Windows
    "iso8859-2",  # Polish on Unix
    "windows-1254",  # Turkish on Windows
)
#: Several bytes a letter, or letters that we have no frequencies for: told by the share of these characters.
_FREQUENT = {
    "windows-1256": ("الويمنتربةدعفكقسهأ", 0.7),  # Arabic
    "big5": ("的一是不在人有我他這國會和為及之各應約條締當事法成員權得任何", 0.1),
    "gb18030": ("的一是不在人有我他这国会和为及之各应约条缔当事法成员权得任何", 0.1),
    "shift_jis": ("のにをはとるたがいてなしれこあり条国約する、。", 0.25),
    "euc-jp": ("のにをはとるたがいてなしれこあり条国約する、。", 0.25),
    "euc-kr": ("의는에이을다및한는로조각국가하여정", 0.2),
}
#: The mean score of a letter: Russian in its own encoding has -3.1, Greek read as Russian -4.1, noise below -6.
_SURE, _LEAST_SCORE = -3.9, -5.5
#: Scores nearer than this are equal, and the first in the list wins: a lone letter decides nothing.
_TIE = 0.02
_SAMPLE = 200_000
_CONTROLS = regex.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNASSIGNED = regex.compile(r"[\p{Cn}\p{Co}]")
_TEXT = regex.compile(r"[\p{L}\p{N}]")
_ADVICE = 'Save it as UTF-8, or name its encoding, such as encoding="windows-1251".'


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding its bytes were in."""

    text: str
    encoding: str


def decode(data: bytes, path: Path | None = None, encoding: str | None = None) -> Decoded:
    """The text that the bytes are, and its encoding; a given encoding is taken at its word.

    >>> decode("Стороны согласны.".encode("koi8-r"))
    Decoded(text='Стороны согласны.', encoding='koi8-r')

    Raises:
        InputError: The bytes are no text, or not in the encoding that was given.
    """
    if encoding is not None:
        return _as_told(data, path, encoding)
    found = _marked(data, path) or _wide(data, path) or _utf8(data, path) or _guessed(data)
    if found is None:
        raise InputError(path, "The encoding of this text cannot be told; it is not UTF-8", _ADVICE)
    return found


def _as_told(data: bytes, path: Path | None, encoding: str) -> Decoded:
    try:
        if not codecs.lookup(encoding)._is_text_encoding:
            raise LookupError(encoding)
        return Decoded(data.decode(encoding).removeprefix("\ufeff"), encoding)
    except LookupError as error:
        raise InputError(path, f"There is no encoding called {encoding!r}", "Name one such as windows-1251.") from error
    except UnicodeError as error:
        raise InputError(path, f"This is not text in {encoding} ({_place(error)})", _ADVICE) from error


def _place(error: UnicodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"the byte at offset {error.start} does not fit"
    return str(error)


def _marked(data: bytes, path: Path | None) -> Decoded | None:
    """By the byte-order mark; a UTF-16 mark before bytes that are none is chance."""
    name = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if name is None:
        return None
    found = _as_told(data, path, name)
    if _is_damaged(found.text):
        raise InputError(path, f"This is a binary file, not text, although it begins as {name} does", _ADVICE)
    return found


def _wide(data: bytes, path: Path | None) -> Decoded | None:
    """UTF-16 and UTF-32 without a mark: every space and line end has a zero byte there."""
    if b"\0" not in data:
        return None
    for name in _WIDE:
        text = _strict(data, name)
        if text is not None and not _is_damaged(text) and _is_one_script(text):
            return Decoded(text, name)
    raise InputError(path, "This is a binary file, not text", "Give a text file.")


def _is_damaged(text: str) -> bool:
    return len(_CONTROLS.findall(text[:_SAMPLE])) * 200 > min(len(text), _SAMPLE)


def _is_one_script(text: str) -> bool:
    """Most characters are of few blocks, and all are assigned: bytes read in the wrong order scatter over all."""
    sample = text[:_SAMPLE]
    blocks = Counter(0x4E if "\u4e00" <= character < "\ua000" else ord(character) >> 8 for character in sample)
    few = sum(count for _, count in blocks.most_common(4)) > 0.95 * len(sample)
    return few and blocks[0] > 0 and not _UNASSIGNED.search(sample)


def _utf8(data: bytes, path: Path | None) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_nearly_utf8(data):
            problem = f"This is UTF-8 with damaged bytes (the byte at offset {error.start} does not fit)"
            raise InputError(path, problem, "Save it again from its source, or mend it there.") from error
        return None
    if _is_damaged(text):
        raise InputError(path, "This is a binary file, not text", "Give a text file.")
    return Decoded(text, "utf-8")


def _is_nearly_utf8(data: bytes) -> bool:
    """Nearly all that is not ASCII are whole letters in UTF-8, and there are some."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) - bad > 20 * bad


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes) -> Decoded | None:
    return _by_letters(data, _SURE) or _by_characters(data) or _proposed(data) or _by_letters(data, _LEAST_SCORE)


def _by_letters(data: bytes, least: float) -> Decoded | None:
    """The alphabet in which the file's pairs of bytes are likeliest as writing."""
    pairs = _pairs(data)
    letters = sum(count for (_, after), count in pairs.items() if after > 127)
    scores = {name: _score(pairs, name) / letters for name in ALPHABETS}
    best = max(scores.values())
    for name in sorted(ALPHABETS, key=lambda name: min(best - _TIE, scores[name]), reverse=True):
        text = _strict(data, name) if scores[name] > least else None
        if text is not None and not _is_damaged(text):
            return Decoded(text, name)
    return None


def _pairs(data: bytes) -> dict[tuple[int, int], int]:
    """How often each byte follows each other, where one of them is not ASCII."""
    codes = np.frombuffer(b"\n" + data + b"\n", dtype=np.uint8)
    counts = np.bincount(codes[:-1] * np.uint16(256) + codes[1:], minlength=65536)
    found = ((divmod(int(pair), 256), int(counts[pair])) for pair in np.flatnonzero(counts))
    return {pair: count for pair, count in found if max(pair) > 127}


def _score(pairs: dict[tuple[int, int], int], name: str) -> float:
    """How likely the pairs are in an encoding, as a sum of logarithms."""
    letters = bytes(range(256)).decode(name, "replace")
    return sum(count * pair_score(letters[before], letters[after]) for (before, after), count in pairs.items())


def _by_characters(data: bytes) -> Decoded | None:
    for name, (frequent, least) in _FREQUENT.items():
        text = _strict(data, name)
        if text is not None and _share(text, frequent) >= least and not _is_damaged(text):
            return Decoded(text, name)
    return None


def _share(text: str, frequent: str) -> float:
    """Of the characters that are not ASCII, the share that are among the most frequent of their language."""
    others = list(_others(text[:_SAMPLE]))
    return sum(character in frequent for character in others) / max(1, len(others))


def _proposed(data: bytes) -> Decoded | None:
    """What charset-normalizer says, where it is an encoding of Greek, Hebrew, Thai and the like."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.percent_chaos > 5 or best.percent_coherence < 20:
        return None
    text = _strict(data, best.encoding)
    return Decoded(text, best.encoding) if text is not None and _plausible(text) else None


def _plausible(text: str) -> bool:
    others = list(_others(text[:_SAMPLE]))
    return not _is_damaged(text) and sum(map(str.isalpha, others)) > 0.8 * len(others) > 0


def _others(text: str) -> Iterator[str]:
    return (character for character in text if character > "\x7f")


def has_text(text: str) -> bool:
    """Whether there is a letter or a digit."""
    return bool(_TEXT.search(text))
