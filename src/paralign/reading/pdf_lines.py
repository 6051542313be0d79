"""From characters to lines: which stand on one line, where words end, and where a page has two columns.

Lengths are in points; ``y`` grows upwards, as in the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from paralign.reading.marks import marked

#: Wider gaps, in parts of a line's height, end a word; still wider ones cannot be a justified line's spaces.
_WORD_GAP, _COLUMN_GAP = 0.17, 0.8
#: Signs whose baselines differ by less, in parts of their height, are on one line: raised ones are.
_SAME_LINE = 0.42
#: A gutter lies in this part of the text's width, is this wide, and hardly any line crosses it.
_GUTTER_FROM, _GUTTER_TO, _GUTTER_WIDTH, _GUTTER_CROSSED = 0.3, 0.7, 5, 0.15
#: The fewest lines that a column has.
_SHORTEST_COLUMN = 4
_NOTE_MARK = re.compile(r"\d{1,3}|[*†‡]{1,4}|[a-z]")

FULL, LEFT, RIGHT = 0, 1, 2


class Glyph(NamedTuple):
    """A character on a page: its sides, its baseline and the height of its font."""

    text: str
    left: float
    right: float
    y: float
    height: float


class Word(NamedTuple):
    """Characters without a gap."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column.

    Attributes:
        page: The page, from 0.
        column: ``FULL`` for a line over the whole width, else ``LEFT`` or ``RIGHT``.
        y: Its baseline.
        height: The height of its font.
        words: Its words from left to right.
    """

    page: int
    column: int
    y: float
    height: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where its last word ends."""
        return self.words[-1].right


def lines_of(pages: Sequence[Sequence[Glyph]]) -> list[list[Line]]:
    """The lines of each page in reading order: what stands above two columns, the left one, the right one."""
    rows = [_rows(page, number) for number, page in enumerate(pages)]
    gutters = [_gutter(page) for page in rows]
    usual = _usual(gutters)
    return [_in_order(page, gutter or usual) for page, gutter in zip(rows, gutters, strict=True)]


def _usual(gutters: Iterable[float]) -> float:
    """The gutter of most pages, for those with too few lines to tell; 0 where most pages have none."""
    known = list(gutters)
    found = sorted(gutter for gutter in known if gutter)
    return found[len(found) // 2] if 2 * len(found) > len(known) else 0.0


# rows


def _rows(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    return [_row(found, page) for found in _grouped(sorted(glyphs, key=_from_above))]


def _from_above(glyph: Glyph) -> float:
    return -glyph.y


def _grouped(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs from above to below, cut where the next one is on another line than the row's largest."""
    row: list[Glyph] = []
    largest = glyphs[0] if glyphs else None
    for glyph in glyphs:
        if largest and largest.y - glyph.y > _SAME_LINE * max(glyph.height, largest.height):
            yield row
            row, largest = [], None
        if largest is None or glyph.height > largest.height:
            largest = glyph
        row.append(glyph)
    if row:
        yield row


def _row(glyphs: list[Glyph], page: int) -> Line:
    height = Counter(round(glyph.height, 1) for glyph in glyphs).most_common(1)[0][0]
    y = next(glyph.y for glyph in glyphs if round(glyph.height, 1) == height)
    signs = sorted(glyphs, key=lambda glyph: glyph.left)
    return Line(page, FULL, y, height, tuple(_words(signs, y, height)))


def _words(signs: Sequence[Glyph], y: float, height: float) -> Iterator[Word]:
    done = 0
    for k in range(1, len(signs) + 1):
        if k == len(signs) or signs[k].left - signs[k - 1].right > _WORD_GAP * height:
            run = signs[done:k]
            yield Word("".join(_written(run, y, height)), run[0].left, max(sign.right for sign in run))
            done = k


def _written(run: Sequence[Glyph], y: float, height: float) -> Iterator[str]:
    """A word's signs, those raised above it set aside as the mark of a footnote."""
    if all(sign.y == y for sign in run):
        yield from (sign.text for sign in run)
        return
    raised = ""
    for sign in run:
        if sign.height < 0.82 * height and sign.y > y + 0.1 * height:
            raised += sign.text
        else:
            yield _mark(raised) + sign.text
            raised = ""
    yield _mark(raised)


def _mark(raised: str) -> str:
    return marked(raised) if _NOTE_MARK.fullmatch(raised) else raised


# columns


def _gutter(rows: Sequence[Line]) -> float:
    """The middle of the empty strip between two columns, 0 where the page has one column."""
    if len(rows) < _SHORTEST_COLUMN:
        return 0.0
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    covered = _covered(rows)
    inside = range(int(left + _GUTTER_FROM * (right - left)), int(left + _GUTTER_TO * (right - left)))
    strips = list(_strips([x for x in inside if covered[x] <= _GUTTER_CROSSED * len(rows)]))
    wide = [strip for strip in strips if len(strip) >= _GUTTER_WIDTH]
    if not wide:
        return 0.0
    best = min(wide, key=lambda strip: (sum(covered[x] for x in strip) / len(strip), -len(strip)))
    clearest = min(covered[x] for x in best)
    bare = [x for x in best if covered[x] == clearest]
    middle = (bare[0] + bare[-1] + 1) / 2
    return middle if _has_two_columns(rows, middle) else 0.0


def _covered(rows: Sequence[Line]) -> Counter[int]:
    """How many rows have ink or a word space at each point of the width."""
    covered: Counter[int] = Counter()
    for row in rows:
        for run in _runs(row):
            covered.update(range(int(run.left), int(run.right) + 1))
    return covered


def _runs(row: Line) -> Iterator[Word]:
    """Stretches without a gap that could be a gutter."""
    left = row.words[0].left
    for word, after in pairwise(row.words):
        if after.left - word.right > _COLUMN_GAP * row.height:
            yield Word("", left, word.right)
            left = after.left
    yield Word("", left, row.right)


def _strips(points: Sequence[int]) -> Iterator[list[int]]:
    strip: list[int] = []
    for x in points:
        if strip and x != strip[-1] + 1:
            yield strip
            strip = []
        strip.append(x)
    if strip:
        yield strip


def _has_two_columns(rows: Sequence[Line], gutter: float) -> bool:
    """Enough lines on either side, beside each other, and long enough to be text."""
    sides = [[part for row in rows for part in _split(row, gutter) if part.column == side] for side in (LEFT, RIGHT)]
    if min(map(len, sides)) < _SHORTEST_COLUMN:
        return False
    letters = [sum(len(line.text) for line in side) for side in sides]
    top, bottom = min(side[0].y for side in sides), max(side[-1].y for side in sides)
    return min(letters) > 0.15 * sum(letters) and top > bottom


def _split(row: Line, gutter: float) -> list[Line]:
    """The row's parts in the two columns, or the row where it runs over the gutter."""
    if any(run.left < gutter < run.right for run in _runs(row)):
        return [row]
    left = tuple(word for word in row.words if word.left < gutter)
    right = row.words[len(left) :]
    parts = (LEFT, left), (RIGHT, right)
    return [Line(row.page, column, row.y, row.height, words) for column, words in parts if words]


def _in_order(rows: Sequence[Line], gutter: float) -> list[Line]:
    if not gutter:
        return list(rows)
    done: list[Line] = []
    columns: dict[int, list[Line]] = {LEFT: [], RIGHT: []}
    for row in rows:
        for part in _split(row, gutter):
            if part.column == FULL:
                done += [*columns[LEFT], *columns[RIGHT], part]
                columns = {LEFT: [], RIGHT: []}
            else:
                columns[part.column].append(part)
    return [*done, *columns[LEFT], *columns[RIGHT]]
