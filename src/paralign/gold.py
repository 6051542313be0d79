"""Hand-checked beads: what is right, and the files it is kept in.

The ladder is the format to write by hand and to review: a line a bead, indices from 0, texts for the eye::

    # Declaration, checked clause by clause
    0 = 0 | Статья 1 | Article 1
    1 2 = 1 | Каждая Сторона … ¦ Это право … | Each Party … ; this right …
    3 = | Приложение |

An empty side means no counterpart. ``read_gold`` also reads index pairs separated by a tab (``1,2<TAB>1``),
the lines of Vecalign and its peers (``[1, 2]:[1]``), and an alignment that paralign saved as JSONL.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from paralign._files import read_utf8, write_whole
from paralign.alignment import Alignment
from paralign.document import Clause, Document
from paralign.errors import FormatError, InputError

#: Source indices and target indices, each ascending.
GoldBead: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]

#: Stands between the texts of two clauses on one side of a ladder.
CLAUSE_MARK = " ¦ "


@dataclass(frozen=True, slots=True)
class Gold:
    """Beads known to be right.

    Attributes:
        beads: Pairs of index tuples; an empty tuple means no counterpart.
        texts: What a ladder shows for each bead (``source | target``); empty where it shows none.
        path: The file it was read from, or None.
        lines: The line of each bead in that file.
    """

    beads: tuple[GoldBead, ...]
    texts: tuple[str, ...] = ()
    path: Path | None = field(default=None, compare=False)
    lines: tuple[int, ...] = field(default=(), compare=False, repr=False)

    def check(self, source: Document, target: Document) -> None:
        """Raise FormatError unless the beads cover both documents exactly once and show their texts."""
        self.check_texts(source, target)
        self._check_cover("source", len(source), [i for bead in self.beads for i in bead[0]])
        self._check_cover("target", len(target), [j for bead in self.beads for j in bead[1]])

    def check_texts(self, source: Document, target: Document) -> None:
        """Raise FormatError where an index does not exist or a text shown is not the clauses' text."""
        for number, bead in enumerate(self.beads):
            for side, indices, document in zip(("source", "target"), bead, (source, target), strict=True):
                if indices and max(indices) >= len(document):
                    problem = f"there is no {side} clause {max(indices)}, the last is {len(document) - 1}"
                    raise self._error(number, problem)
            if self.texts and self.texts[number]:
                self._check_text(number, _shown(bead, source, target))

    def _check_text(self, number: int, actual: str) -> None:
        expected = self.texts[number]
        if expected != actual:
            at = _first_difference(expected, actual)
            here, there = (f"{_around(text, at)} ({_code(text, at)})" for text in (expected, actual))
            raise self._error(number, f"the text differs: {here} here, {there} in the clauses")

    def _check_cover(self, side: str, size: int, indices: Sequence[int]) -> None:
        times = Counter(indices)
        for index in range(size):
            if times[index] != 1:
                holding = (n for n, bead in enumerate(self.beads) if index in bead[side == "target"])
                raise self._error(
                    next(holding, None), f"{side} clause {index} is in {times[index]} beads instead of one"
                )

    def _error(self, number: int | None, problem: str) -> FormatError:
        line = f"line {self.lines[number]}: " if self.lines and number is not None else ""
        return FormatError(self.path, line + problem, "The beads must fit the clauses they are compared with")


def as_gold(gold: Gold | Alignment | Iterable[tuple[Iterable[int], Iterable[int]]]) -> Gold:
    """Gold from whatever names beads.

    >>> as_gold([([0], [1, 0]), ([1], [])]).beads
    (((0,), (0, 1)), ((1,), ()))
    """
    if isinstance(gold, Gold):
        return gold
    if isinstance(gold, Alignment):
        beads = beads_of(gold)
        return Gold(beads, tuple(_shown(bead, gold.source, gold.target) for bead in beads))
    return Gold(tuple((tuple(sorted(source)), tuple(sorted(target))) for source, target in gold))


def beads_of(alignment: Alignment) -> tuple[GoldBead, ...]:
    """The alignment's beads as pairs of index tuples."""
    return tuple((_indices(bead.source), _indices(bead.target)) for bead in alignment.beads)


def read_gold(path: Path | str) -> Gold:
    """The gold in a file of any format that the module's docstring names; told apart by its first bead."""
    if Path(path).suffix.lower() == ".jsonl":
        from paralign.exporting import load

        return as_gold(load(path))
    return parse_gold(read_utf8(path), Path(path))


def parse_gold(text: str, path: Path | None = None) -> Gold:
    r"""The gold in a text.

    >>> parse_gold("# two clauses against one\n0 1 = 0 | Мир ¦ и дружба | Peace and friendship").beads
    (((0, 1), (0,)),)
    """
    lines = [(n, line.rstrip("\r")) for n, line in enumerate(text.split("\n"), start=1) if _is_bead(line)]
    if not lines:
        raise InputError(path, "no beads in it", "Write one a line: 0 = 0 | Статья 1 | Article 1")
    pattern = next((p for p in _PATTERNS if p.fullmatch(lines[0][1])), _LADDER)
    matches = [_match(pattern, line, number, path) for number, line in lines]
    texts = tuple(_one_line(match.groupdict().get("texts") or "") for match in matches)
    return Gold(
        beads=tuple((_numbers(match["source"]), _numbers(match["target"])) for match in matches),
        texts=texts if any(texts) else (),
        path=path,
        lines=tuple(number for number, _ in lines),
    )


def ladder(gold: Gold | Alignment, source: Document, target: Document, header: str = "") -> str:
    """The beads as a ladder that shows the clauses' texts.

    Args:
        gold: The beads.
        source: Whose texts to show on the left.
        target: Whose texts to show on the right.
        header: What a reviewer should know (source, licence, who checked); each line becomes a comment.
    """
    comments = [f"# {line}".rstrip() + "\n" for line in header.splitlines()]
    return "".join(comments + [_ladder_line(bead, source, target) for bead in as_gold(gold).beads])


def write_gold(path: Path | str, gold: Gold | Alignment, source: Document, target: Document) -> None:
    """Write the ladder that a reviewer reads; the file is replaced whole or not at all."""
    write_whole(path, ladder(gold, source, target).encode("utf-8", "backslashreplace"))


_LADDER = re.compile(r"(?P<source>[\d ]*)=(?P<target>[\d ]*)(?:\|(?P<texts>.*))?", re.DOTALL)
_TABBED = re.compile(r"(?P<source>[\d, ]*)\t(?P<target>[\d, ]*)")
_BRACKETS = re.compile(r"\[(?P<source>[\d, ]*)\]:\[(?P<target>[\d, ]*)\](?::[-+.\deE]+)?\s*")
_PATTERNS = (_LADDER, _TABBED, _BRACKETS)


def _is_bead(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _match(pattern: re.Pattern[str], line: str, number: int, path: Path | None) -> re.Match[str]:
    match = pattern.fullmatch(line)
    if match is None or not (match["source"].strip(", ") or match["target"].strip(", ")):
        shown = _around(line, 0)
        advice = "Write a bead as: 3 4 = 5 | source texts | target texts"
        raise FormatError(path, f"line {number}: {shown} is not a bead like the lines before it", advice)
    return match


def _numbers(digits: str) -> tuple[int, ...]:
    return tuple(sorted(int(number) for number in digits.replace(",", " ").split()))


def _indices(clauses: Sequence[Clause]) -> tuple[int, ...]:
    return tuple(clause.index for clause in clauses)


def _ladder_line(bead: GoldBead, source: Document, target: Document) -> str:
    left, right = (" ".join(map(str, side)) for side in bead)
    return _one_line(f"{left} = {right} | {_shown(bead, source, target)}") + "\n"


def _shown(bead: GoldBead, source: Document, target: Document) -> str:
    sides = (
        CLAUSE_MARK.join(document.clauses[index].text for index in indices)
        for indices, document in zip(bead, (source, target), strict=True)
    )
    return _one_line(" | ".join(sides))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _first_difference(expected: str, actual: str) -> int:
    pairs = enumerate(zip(expected, actual, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(expected), len(actual)))


def _around(text: str, at: int) -> str:
    start = max(0, at - 15)
    return f"«{'…' if start else ''}{text[start : at + 25]}{'…' if at + 25 < len(text) else ''}»"


def _code(text: str, at: int) -> str:
    """The character by number, because «а» and «a» look the same."""
    return f"U+{ord(text[at]):04X}" if at < len(text) else "the end"
