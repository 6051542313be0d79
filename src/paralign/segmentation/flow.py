"""A paragraph as a reader wants it, each character still knowing where it came from.

Cleaning joins lines, mends words broken at a line's end, turns every kind of space into one and drops soft
hyphens. Letters and digits are never touched, so those of a clean text are those of its passage in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import merge

import regex

from paralign.segmentation.language import Language, words

#: Shown as nothing: they only tell where a line may break.
INVISIBLE = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{WORD JOINER}"
#: What may stand around a line's content.
AROUND = "".join(map(chr, (*range(0x21), *range(0x7F, 0xA1), 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F)))
AROUND += f"\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{IDEOGRAPHIC SPACE}{INVISIBLE}"
_HYPHEN = r"[\-\N{HYPHEN}\N{NOT SIGN}]"
_BLANK = rf"[\s\p{{Cc}}{INVISIBLE}]"
_DIRT = regex.compile(
    rf"(?P<hyphen>(?<=\p{{L}}){_HYPHEN}{_BLANK}+(?=\p{{Ll}}))"
    rf"| *(?:[^\S ]|[\p{{Cc}}{INVISIBLE}]|(?<= ) ){_BLANK}*"
)
_LEFT_PART = regex.compile(r"[\p{L}\p{M}\-]+$")
_RIGHT_PART = regex.compile(r"[\p{L}\p{M}\-]+")
#: ``re`` reads a long text twice as fast as ``regex``.
_WORD = re.compile(r"[\w\u0300-\u036f]+(?:-[\w\u0300-\u036f]+)*")
_CONTROLS = r"\x00-\x1f\x7f-\x9f"
_TORN = re.compile(rf"[^\W\d_]{_HYPHEN}[\s{_CONTROLS}{INVISIBLE}]+(?=[^\W\d_])")
_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_BEFORE = regex.compile(r"\p{L}+$")
#: What a text must have for any of ``_DIRT`` to be in it.
_MAY_BE_DIRTY = re.compile(rf"[^\S ]|  |{_HYPHEN} |[{_CONTROLS}{INVISIBLE}]")
_INNER = regex.compile(r"[\-\N{HYPHEN}](?=\p{Ll}{2})")
#: Four single letters and more, the first a capital: Д О Г О В О Р.
_SPACED = regex.compile(r"(?<![\p{L}\p{N}]|\p{L} )\p{Lu}(?:[ \N{NO-BREAK SPACE}]\p{L}){3,60}+(?![\p{L}\p{N}\p{M}'’.)])")
_LONGEST_PREFIX = 3
_REACH = 60


@dataclass(frozen=True, slots=True)
class Flow:
    """Clean text and the offsets it was carried from.

    Attributes:
        text: The clean text.
        anchors: Where each verbatim run begins in ``text``.
        origins: Where the same run begins in the file.
        breaks: Where in ``text`` something was lifted out: a note, a page number.
        is_note: It is such a thing itself.
    """

    text: str
    anchors: tuple[int, ...]
    origins: tuple[int, ...]
    breaks: tuple[int, ...] = ()
    is_note: bool = False

    def origin(self, i: int) -> int:
        """The offset in the file of the clean character i."""
        k = bisect_right(self.anchors, i) - 1
        return self.origins[k] + i - self.anchors[k]


class Vocabulary:
    """The words of a document, counted when they are first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(_WORD.findall(_without_broken(self._text).casefold()))

    def __getitem__(self, word: str) -> int:
        return self._counts[word.casefold()]


def _without_broken(text: str) -> str:
    r"""The text without words broken over a gap: their parts are no evidence that they are words.

    >>> _without_broken("in friend-\nship with Member- States")
    'in   with Member- States'
    """
    parts: list[str] = []
    done = 0
    for torn in _TORN.finditer(text):
        left = _LETTERS_BEFORE.search(text, max(done, torn.start() - _REACH), torn.start() + 1)
        right = _LETTERS.match(text, torn.end())
        if left and right and right[0][0].islower():
            parts += text[done : left.start()], " "
            done = right.end()
    return "".join(parts) + text[done:]


def flow_of(text: str, start: int, end: int, vocabulary: Vocabulary, language: Language) -> Flow:
    """The clean text of ``text[start:end]``."""
    parts: list[str] = []
    anchors, origins = [0], [start]
    done, length = start, 0
    for first, last, clean in _changes(text, start, end, vocabulary, language):
        verbatim = text[done:first]
        parts += verbatim, clean
        length += len(verbatim)
        anchors += length, length + len(clean)
        origins += first, last
        length, done = length + len(clean), last
    parts.append(text[done:end])
    return Flow("".join(parts), tuple(anchors), tuple(origins))


def _changes(
    text: str, start: int, end: int, vocabulary: Vocabulary, language: Language
) -> Iterable[tuple[int, int, str]]:
    """What does not stay as it is, in order: where it begins, where it ends, what is shown for it."""
    found = _DIRT.finditer(text, start, end) if _MAY_BE_DIRTY.search(text, start, end) else ()
    dirt = ((d.start(), d.end(), _replacement(d, text, vocabulary, language)) for d in found)
    inner = _inner_hyphens(text, start, end, vocabulary, language)
    spaced = _spaced_gaps(text, start, end)
    return merge(dirt, inner, spaced) if inner or spaced else dirt


def _inner_hyphens(
    text: str, start: int, end: int, vocabulary: Vocabulary, language: Language
) -> list[tuple[int, int, str]]:
    """Объ-единенных: a break at a line's end that the file no longer has."""
    found = []
    for hyphen in _INNER.finditer(text, start, end):
        left = _LEFT_PART.search(text, max(start, hyphen.start() - _REACH), hyphen.start())
        right = _RIGHT_PART.match(text, hyphen.end(), end)
        whole = left and right and "-" not in left[0] + right[0]
        if whole and Broken(left[0], right[0], False).is_torn(vocabulary, language):
            found.append((hyphen.start(), hyphen.end(), ""))
    return found


def _spaced_gaps(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """The gaps between the letters of a heading set wide: Д О Г О В О Р."""
    runs = _SPACED.finditer(text, start, end)
    return [(k, k + 1, "") for run in runs for k in range(run.start() + 1, run.end(), 2)]


def unspaced(text: str) -> str:
    """The text with headings that are set wide drawn together.

    >>> unspaced("A R T I C L E 1")
    'ARTICLE 1'
    """
    drawn: str = _SPACED.sub(lambda run: run[0][::2], text)
    return drawn


def clean(text: str) -> str:
    r"""A text without line breaks, doubled spaces or soft hyphens at its ends and inside.

    >>> clean("  the peoples of\nfriend\N{SOFT HYPHEN}ly\N{NO-BREAK SPACE}States ")
    'the peoples of friendly States'
    """
    cleaned: str = _DIRT.sub(lambda dirt: "- " if dirt["hyphen"] else _space(dirt[0]), text)
    return cleaned.strip()


def _space(dirt: str) -> str:
    return " " if any(character not in INVISIBLE for character in dirt) else ""


def _replacement(dirt: regex.Match[str], text: str, vocabulary: Vocabulary, language: Language) -> str:
    if not dirt["hyphen"]:
        return _space(dirt[0])
    left = _LEFT_PART.search(text, max(0, dirt.start() - _REACH), dirt.start())
    right = _RIGHT_PART.match(text, dirt.end(), dirt.end() + _REACH)
    pair = Broken(left[0] if left else "", right[0] if right else "", "\n" in dirt[0])
    return next(vote for vote in pair.votes(vocabulary, language) if vote is not None)


@dataclass(frozen=True, slots=True)
class Broken:
    """Two parts of what may be one word, with a hyphen and a gap between them."""

    left: str
    right: str
    over_lines: bool

    def votes(self, vocabulary: Vocabulary, language: Language) -> Iterator[str | None]:
        """What stands between the two parts, rule by rule: nothing, a hyphen, or a hyphen and a space."""
        joined, compound = vocabulary[self.left + self.right], vocabulary[f"{self.left}-{self.right}"]
        yield "- " if self.right.casefold() in words(language.conjunctions) else None  # confidence- and …
        yield "" if joined > compound else None  # Common- wealth
        yield "-" if compound else None  # Member- states
        yield "-" if "-" in self.right else None  # Chairmanships- in-Office
        yield "" if not self.over_lines and self._is_torn_line(vocabulary) else None  # обяза- тельство
        yield "- " if not self.over_lines else None
        yield "-" if self._compound_parts(language) else None  # co- operation
        yield "-" if self._both_words(vocabulary) else None  # military- strategic
        yield ""  # friend- ship

    def is_torn(self, vocabulary: Vocabulary, language: Language) -> bool:
        """The document has the word without the hyphen, and the hyphen is none that words are written with."""
        if self._compound_parts(language) or (vocabulary[self.left] and vocabulary[self.right]):
            return False
        joined = vocabulary[self.left + self.right]
        return bool(joined) and joined >= vocabulary[f"{self.left}-{self.right}"]

    def _is_torn_line(self, vocabulary: Vocabulary) -> bool:
        short = len(self.left.rpartition("-")[2]) <= _LONGEST_PREFIX
        return len(self.right) > 2 and not vocabulary[self.right] and (short or not vocabulary[self.left])

    def _compound_parts(self, language: Language) -> bool:
        first, last = self.left.casefold().rpartition("-")[2], self.right.casefold()
        return first in words(language.hyphen_left) or last in words(language.hyphen_right)

    def _both_words(self, vocabulary: Vocabulary) -> bool:
        return min(len(self.left), len(self.right)) > 2 and vocabulary[self.left] > 0 < vocabulary[self.right]
