"""What the features need of one document, as arrays: measured once, before any bead is looked at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import regex
from numpy.typing import NDArray

from paralign.aligning.names import names_in
from paralign.document import Clause, Document
from paralign.encoders import Encoding

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: How a clause can end; clauses of one class end alike in any language.
_END_CLASSES = (".。．।", "?？؟!！", ";；؛", ":：", ",،、，")
#: What is counted rather than printed at the end of a path.
_ORDINALS = regex.compile(r"(?:__[ps]_\d+)+$")
_CLOSERS = "\"'»”“’)]}〉》」』"
_NUMBER = regex.compile(r"\d+(?:[.,\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE} ]\d{3}(?!\d))*")
_ROMAN = regex.compile(r"\b(?:[VX]|(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})(?<=\w))\b")
_ROMAN_VALUE = {"I": 1, "V": 5, "X": 10}
#: Kinds that belong together; a bead seldom mixes groups.
_GROUPS = (
    ("title", "heading", "preamble_head", "annex"),
    ("note", "editorial"),
    ("signature", "place_date"),
)


@dataclass(frozen=True)
class Side:
    """One document as arrays; n clauses.

    Attributes:
        encoding: Vectors of clauses, runs and words.
        lengths: (n,) float32, letters and digits of each clause, at least 1.
        numbers: For each clause the numbers in it, normalised to plain digits.
        names: For each clause the keys of its names; see ``names``.
        ends: (n,) int8, class of the last character: 0 none, then as in ``_END_CLASSES``.
        lower: (n,) bool, the clause begins with a lower-case letter.
        group: (n,) int8, group of its kind; 0 for the treaty's body and for what is not known.
        places: For each clause the part of its path that a printed number made, "" where there is none.
        paths: For each clause its path, ordinals of sentences and all; "" where there is none.
    """

    encoding: Encoding
    lengths: Floats
    numbers: tuple[frozenset[str], ...]
    names: tuple[frozenset[str], ...]
    ends: NDArray[np.int8]
    lower: NDArray[np.bool_]
    group: NDArray[np.int8]
    places: tuple[str, ...]
    paths: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.lengths)


def measure(document: Document, encoding: Encoding) -> Side:
    """Return a document's arrays."""
    clauses = document.clauses
    texts = [clause.text for clause in clauses]
    return Side(
        encoding,
        np.array([max(1, sum(map(str.isalnum, text))) for text in texts], np.float32),
        tuple(numbers_in(text) for text in texts),
        tuple(names_in(text) for text in texts),
        np.array([_end_class(text) for text in texts], np.int8),
        np.array([_begins_lower(text) for text in texts], bool),
        np.array([_group(clause) for clause in clauses], np.int8),
        tuple(printed_place(clause) for clause in clauses),
        tuple(clause.path for clause in clauses),
    )


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers of a text as plain digits, Roman ones (but a lone I) in Arabic digits.

    >>> sorted(numbers_in("Статья 5, глава IV: 1 000 000 руб."))
    ['1000000', '4', '5']
    """
    found = {"".join(filter(str.isdecimal, match.group())) for match in _NUMBER.finditer(text)}
    return frozenset(found | {str(_roman(match.group())) for match in _ROMAN.finditer(text)})


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUE[letter] for letter in numeral]
    return sum(-v if any(v < w for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def _end_class(text: str) -> int:
    last = text.rstrip().rstrip(_CLOSERS).rstrip()[-1:]
    return next((k for k, ends in enumerate(_END_CLASSES, 1) if last and last in ends), 0)


def _begins_lower(text: str) -> bool:
    first = next((c for c in text if c.isalpha()), "")
    return first.islower()


def _group(clause: Clause) -> int:
    return next((k for k, kinds in enumerate(_GROUPS, 1) if clause.kind in kinds), 0)


def printed_place(clause: Clause) -> str:
    """The part of a clause's path that a printed number made, without ordinals of paragraphs and sentences.

    >>> printed_place(Clause("", 0, 0, 0, path="art_2__p_1__s_2", label="Article 2"))
    'art_2'
    """
    if not clause.label or clause.path.startswith("preamble"):
        return ""
    return str(_ORDINALS.sub("", clause.path))
