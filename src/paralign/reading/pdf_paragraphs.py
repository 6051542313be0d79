"""From lines to paragraphs: gaps, indents, sizes and short lines say where one ends.

What the page leaves open stays a line break, for segmentation to decide by the words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from paralign.reading.pdf_lines import Line
from paralign.segmentation.labels import heading_of, label_at
from paralign.segmentation.language import merged, words

_HYPHEN = re.compile(r"[^\W\d_][-\N{HYPHEN}\N{SOFT HYPHEN}]$")
_STOP = re.compile(r"[.;:!?…][)\]»”\"'’]*$")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_LAST_PART = re.compile(r"[^\W\d_]+-$")
_CAPITALS = re.compile(r"[^\W\d_]{2}-$(?<![a-zа-яё]-)(?<![a-zа-яё].-)")
_FIRST_PART = re.compile(r"[^\W\d_]+")
#: A gap this much wider than usual parts paragraphs; sizes that differ by this much do, too.
_GAP, _SIZE = 1.22, 0.12
#: An indent, in parts of a line's height.
_INDENT = 0.6
#: So many paragraphs begin alike where a document sets first lines in.
_FEWEST_INDENTS = 3

#: A line is short if this much more than the next word would have fitted, in parts of its height.
_SHORT = 1.5

ONE_WORD, SAME, UNSURE, APART = "", " ", "\n", "\n\n"
#: A word in capitals was broken: the hyphen goes. Words in small letters are left for segmentation, which knows more.
MENDED = "-"


#: Left and right by page and column.
Margins: TypeAlias = dict[tuple[int, int], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Measures:
    """What the lines of a document have in common.

    Attributes:
        leading: The distance of lines within a paragraph, in parts of their height.
        margins: Left and right by page and column.
        compounds: Words that have a hyphen in the middle of a line.
        indents: How far first lines are set in, where the lines after them are not.
        stops_part: Where a full line ends with a stop, a paragraph mostly ends, too.
    """

    leading: float
    margins: Margins
    compounds: frozenset[str]
    indents: frozenset[int] = frozenset()
    stops_part: bool = False


def paragraphs_of(lines: Sequence[Line]) -> list[str]:
    """The paragraphs of lines in reading order. A line break inside one stands where the page does not tell."""
    measures = _measures(lines)
    parts: list[str] = [lines[0].text] if lines else []
    first = lines[0] if lines else None
    for above, below in pairwise(lines):
        joint = _joint(above, below, first is above, measures)
        if joint == APART:
            parts.append(below.text)
        elif joint == MENDED:
            parts[-1] = parts[-1][:-1] + below.text
        else:
            parts[-1] += joint + below.text
        first = first if joint in (ONE_WORD, MENDED, SAME) or _is_hyphenated(above, below) else below
    return parts


def _joint(above: Line, below: Line, opens: bool, measures: Measures) -> str:
    """What stands between two lines.

    Args:
        above: The upper one.
        below: The lower one.
        opens: The upper one is the first of its paragraph.
        measures: Of the document.
    """
    if _is_parted(above, below, measures):
        return APART
    if _is_hyphenated(above, below):
        return _hyphen(above, below, measures)
    if _dangles(above):
        return SAME
    if _is_indented(above, below, opens, measures):
        return APART
    spare = _spare(above, below, measures)
    if spare > _SHORT * above.height and not _is_centred(above, measures):
        return APART
    if spare > 0 and not (above.text[-1].isalpha() and below.text[0].islower()):
        return UNSURE
    return UNSURE if _STOP.search(above.text) and _may_begin(below.text) else SAME


def _is_parted(above: Line, below: Line, measures: Measures) -> bool:
    """Size, gap or the end of a page after a full stop tell without a look at the words."""
    if abs(above.height - below.height) > _SIZE * max(above.height, below.height):
        return True
    if _place(above) != _place(below):
        return measures.stops_part and _is_stopped(above, below)
    return _is_gap(above, below, measures)


def _dangles(line: Line) -> bool:
    """The line ends with a word that no sentence ends with: … shall inform the ⏎ Secretary General."""
    return line.words[-1].text.casefold() in words(merged("ru", "en").dangling)


def _is_hyphenated(above: Line, below: Line) -> bool:
    return bool(_HYPHEN.search(above.text) and below.text[0].isalpha())


def _hyphen(above: Line, below: Line, measures: Measures) -> str:
    if _is_compound(above, below, measures):
        return ONE_WORD
    return MENDED if _CAPITALS.search(above.text) and below.text[:2].isupper() else UNSURE


def _is_compound(above: Line, below: Line, measures: Measures) -> bool:
    """The hyphen belongs to the word: Secretary-General, какой-либо."""
    left, right = _LAST_PART.search(above.text), _FIRST_PART.match(below.text)
    if not left or not right:
        return False
    return right[0][0].isupper() != left[0].isupper() or (left[0] + right[0]).casefold() in measures.compounds


def _may_begin(text: str) -> bool:
    return bool(label_at(text) or heading_of(text, merged("ru", "en")))


def _is_gap(above: Line, below: Line, measures: Measures) -> bool:
    if _place(above) != _place(below):
        return False
    return above.y - below.y > _GAP * measures.leading * max(above.height, below.height)


def _is_stopped(above: Line, below: Line) -> bool:
    """A sentence ends with the line above and another begins below."""
    return bool(_STOP.search(above.text)) and not below.text.lstrip('«“„"(')[:1].islower()


def _stops_part(lines: Sequence[Line], measures: Measures) -> bool:
    """Whether gaps and indents part more of the places within a page where a sentence ends with a full line."""
    votes = [
        _is_gap(above, below, measures) or _is_indented(above, below, False, measures)
        for above, below in pairwise(lines)
        if _place(above) == _place(below) and _is_stopped(above, below) and _spare(above, below, measures) <= 0
    ]
    return 2 * sum(votes) > len(votes)


def _is_indented(above: Line, below: Line, opens: bool, measures: Measures) -> bool:
    """Further in than the line above, or further out than the lines of an item whose label hangs."""
    shift = (below.left - measures.margins[_place(below)][0]) - (above.left - measures.margins[_place(above)][0])
    limit = _INDENT * below.height
    centred = _is_centred(above, measures), _is_centred(below, measures)
    if any(centred) and _spare(above, below, measures) > 0:  # a full line is not centred
        return not all(centred)
    if opens and abs(shift) < limit and _indent(below, measures.margins) in measures.indents:
        return True
    if opens:
        return shift > limit and not label_at(above.text)
    return abs(shift) > limit


def _is_centred(line: Line, measures: Measures) -> bool:
    left, right = measures.margins[_place(line)]
    inner, outer = line.left - left, right - line.right
    return min(inner, outer) > line.height and abs(inner - outer) < line.height


def _spare(above: Line, below: Line, measures: Measures) -> float:
    """The room that the next word would have left, had it been put on the line above."""
    room = measures.margins[_place(above)][1] - above.right
    word = below.words[0]
    gaps = [after.left - before.right for before, after in pairwise(above.words)]
    space = sum(gaps) / len(gaps) if gaps else 0.25 * above.height
    return room - space - (word.right - word.left) - 0.15 * above.height


def _place(line: Line) -> tuple[int, int]:
    return line.page, line.column


def _measures(lines: Sequence[Line]) -> Measures:
    found = (word.casefold() for line in lines for word in _COMPOUND.findall(line.text))
    margins = _margins(lines)
    measures = Measures(_leading(lines), margins, frozenset(found), _first_line_indents(lines, margins))
    return replace(measures, stops_part=_stops_part(lines, measures))


def _first_line_indents(lines: Sequence[Line], margins: Margins) -> frozenset[int]:
    indents = ((_indent(above, margins), _indent(below, margins), above.height) for above, below in pairwise(lines))
    counts = Counter(above for above, below, height in indents if above > _INDENT * height and below == 0)
    return frozenset(indent for indent, count in counts.items() if count >= _FEWEST_INDENTS)


def _indent(line: Line, margins: Margins) -> int:
    return round(line.left - margins[_place(line)][0])


def _leading(lines: Sequence[Line]) -> float:
    """The distance within paragraphs is the smaller one of those that are frequent."""
    close = ((a.y - b.y) / max(a.height, b.height) for a, b in pairwise(lines) if _place(a) == _place(b))
    distances = sorted(distance for distance in close if distance > 0.5)
    return distances[len(distances) // 5] if distances else 1.2


def _margins(lines: Iterable[Line]) -> Margins:
    """Of each page; a page with few lines takes those of its column elsewhere where they are wider."""
    placed = defaultdict(list)
    for line in lines:
        placed[_place(line)].append(line)
    own = {
        place: (min(line.left for line in found), max(line.right for line in found)) for place, found in placed.items()
    }
    long = {place: own[place] for place, found in placed.items() if len(found) >= 8}
    return {place: _widened(own[place], _elsewhere(place, long)) for place in own}


def _elsewhere(place: tuple[int, int], long: Margins) -> Iterator[tuple[float, float]]:
    if place not in long:
        yield from (margin for (_, column), margin in long.items() if column == place[1])


def _widened(own: tuple[float, float], others: Iterable[tuple[float, float]]) -> tuple[float, float]:
    found = sorted(others, key=lambda margin: margin[1])
    usual = found[len(found) // 2] if found else own
    return min(own[0], usual[0]), max(own[1], usual[1])
