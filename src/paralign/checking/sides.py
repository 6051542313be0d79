"""One side of a bead as the checks read it, and how a difference between two sides becomes a flag."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from paralign.alignment import Bead, Flag, Span
from paralign.checking.lexicon import Lexicon, lexicon_of
from paralign.checking.stems import stem
from paralign.document import Clause

Severity = Literal["high", "medium", "low"]

_OPENS = re.compile(r"(?:^|[.!?:;(«“„\"])\s*$")
_TOKEN = re.compile(r"[^\W\d_]+")
#: What is listed in a message at most.
_SHOWN = 6


class Token(NamedTuple):
    """A word in small letters, «ё» written «е», and where it stands."""

    word: str
    start: int
    end: int


class Found(NamedTuple):
    """Something that a check found in a text.

    Attributes:
        value: What it means, the same in all languages.
        start: Where it stands.
        end: Where it ends.
        firm: Whether the other side must have it too.
    """

    value: str
    start: int
    end: int
    firm: bool = True


@dataclass(frozen=True, eq=False)  # one object a side, so that it is its own key in caches
class Side:
    """One side of a bead.

    Attributes:
        clauses: Its clauses; none for a null.
        language: Its language's code.
    """

    clauses: tuple[Clause, ...]
    language: str

    @cached_property
    def text(self) -> str:
        """The clauses' texts joined by one space, as ``Bead.source_text`` has them."""
        return " ".join(clause.text for clause in self.clauses)

    @cached_property
    def folded(self) -> str:
        """The text in small letters, «ё» written «е», every character in its place."""
        lower = self.text.lower()
        if len(lower) != len(self.text):  # İ becomes two characters
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)
        return lower.replace("ё", "е")

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words."""
        return tuple(Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(self.folded))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The words without their endings."""
        return tuple(stem(token.word) for token in self.tokens)

    @cached_property
    def stem_places(self) -> dict[str, list[int]]:
        """Where among ``stems`` each stem comes."""
        places: dict[str, list[int]] = {}
        for at, found in enumerate(self.stems):
            places.setdefault(found, []).append(at)
        return places

    @property
    def names(self) -> Iterator[str]:
        """The stems of the words that have a capital which is not due to the beginning of a sentence; no «III»."""
        for token, word in zip(self.tokens, self.stems, strict=True):
            if (
                len(word) > 3
                and self.text[token.start].isupper()
                and not _OPENS.search(self.text[max(0, token.start - 3) : token.start])
            ):
                yield word

    @cached_property
    def lexicon(self) -> Lexicon:
        """What is known of its language."""
        return lexicon_of(self.language)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where in the text each clause begins."""
        starts, at = [], 0
        for clause in self.clauses:
            starts.append(at)
            at += len(clause.text) + 1
        return tuple(starts)

    @property
    def whole(self) -> tuple[Span, ...]:
        """The span of all of its text; none for a null."""
        return ((0, len(self.text)),) if self.text else ()

    def found(self, name: str) -> list[Span]:
        """Where a pattern of the lexicon, named by its field, matches."""
        return [match.span() for match in self.lexicon.patterns[name].finditer(self.folded)]


@dataclass(frozen=True)
class Pair:
    """A bead as the checks read it."""

    source: Side
    target: Side

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both sides, the source first."""
        return self.source, self.target

    def swapped(self) -> Pair:
        """The same pair seen from the other side."""
        return Pair(self.target, self.source)


def pair_of(bead: Bead, languages: tuple[str, str]) -> Pair:
    """Return a bead as the checks read it."""
    return Pair(Side(bead.source, languages[0]), Side(bead.target, languages[1]))


def missing(ours: Iterable[Found], theirs: Iterable[Found]) -> list[Found]:
    """Return what one side has firmly and the other not at all."""
    known = {found.value for found in theirs}
    return [found for found in ours if found.firm and found.value not in known]


def one_sided(check: str, severity: Severity, pair: Pair, alone: tuple[Sequence[Found], Sequence[Found]]) -> list[Flag]:
    """Return one flag that lists what stands on one side only; none where there is nothing.

    The message names languages, never source and target, so that it is the same for the mirrored alignment.
    """
    if not any(alone):
        return []
    spans = (tuple(dict.fromkeys((f.start, f.end) for f in found)) for found in alone)
    return [Flag(check, "; ".join(_parts(pair, alone)), severity, *spans)]


def _parts(pair: Pair, alone: tuple[Sequence[Found], Sequence[Found]]) -> list[str]:
    if pair.source.language == pair.target.language:
        return [f"on one side only: {_listed([*alone[0], *alone[1]])}"]
    order = sorted(zip(pair.sides, alone, strict=True), key=lambda side: side[0].language)
    return [f"only in the {named(side)}: {_listed(found)}" for side, found in order if found]


def named(side: Side) -> str:
    """What a message calls a side: "Russian text"."""
    return f"{side.lexicon.name} text"


def _listed(found: Sequence[Found]) -> str:
    values = sorted({f.value for f in found}, key=_in_numbers)
    return ", ".join(values[:_SHOWN]) + (", …" if len(values) > _SHOWN else "")


def _in_numbers(value: str) -> tuple[float, str]:
    try:
        return float(value), value
    except ValueError:
        return float("inf"), value
