"""A paragraph as a reader wants it, each character still knowing where it came from.

Cleaning joins lines, mends words broken at a line's end, turns every kind of space into one and drops soft
hyphens. Letters and digits are never touched, so those of a clean text are those of its passage in the file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

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
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*")
_BROKEN = regex.compile(rf"(?<!\p{{L}})\p{{L}}++{_HYPHEN}{_BLANK}++\p{{Ll}}\p{{L}}*")
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
        whole = _BROKEN.sub(" ", self._text)  # the parts of a broken word are no evidence that they are words
        return Counter(word.casefold() for word in _WORD.findall(whole))

    def __getitem__(self, word: str) -> int:
        return self._counts[word.casefold()]


def flow_of(text: str, start: int, end: int, vocabulary: Vocabulary, language: Language) -> Flow:
    """The clean text of ``text[start:end]``."""
    parts: list[str] = []
    anchors, origins = [0], [start]
    done, length = start, 0
    for dirt in _DIRT.finditer(text, start, end):
        verbatim = text[done : dirt.start()]
        clean = _replacement(dirt, text, vocabulary, language)
        parts += verbatim, clean
        length += len(verbatim)
        anchors += length, length + len(clean)
        origins += dirt.start(), dirt.end()
        length, done = length + len(clean), dirt.end()
    parts.append(text[done:end])
    return Flow("".join(parts), tuple(anchors), tuple(origins))


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
        yield "- " if not self.over_lines else None
        yield "-" if self._compound_parts(language) else None  # co- operation
        yield "-" if self._both_words(vocabulary) else None  # military- strategic
        yield ""  # friend- ship

    def _compound_parts(self, language: Language) -> bool:
        first, last = self.left.casefold().rpartition("-")[2], self.right.casefold()
        return first in words(language.hyphen_left) or last in words(language.hyphen_right)

    def _both_words(self, vocabulary: Vocabulary) -> bool:
        return min(len(self.left), len(self.right)) > 2 and vocabulary[self.left] > 0 < vocabulary[self.right]
