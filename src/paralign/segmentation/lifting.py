"""A text without its notes, so that what they interrupted goes on, and the way back to the text as it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from paralign.segmentation.flow import AROUND, Flow

_SPACE = frozenset(AROUND)
_ENDS_SENTENCE = regex.compile(r"[.!?…:;][)\]»”\"’']*\d{0,2}$")


@dataclass(frozen=True, slots=True)
class Lifted:
    """What is left of a text.

    Attributes:
        text: The text without the passages that were lifted out.
        places: Where in it each of them stood.
        shifts: How much is missing up to each place, it included.
    """

    text: str
    places: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, i: int) -> int:
        """The offset in the whole text of the character i."""
        k = bisect_right(self.places, i)
        return i + (self.shifts[k - 1] if k else 0)

    def put_back(self, flow: Flow) -> Flow:
        """The paragraph with its offsets in the whole text, and the places where something was lifted out."""
        if not self.places:
            return flow
        inside = self._inside(flow.origins[0], flow.origin(len(flow.text) - 1))
        shift = self.origin(flow.origins[0]) - flow.origins[0]
        if not inside:
            return Flow(flow.text, flow.anchors, tuple(origin + shift for origin in flow.origins))
        anchors, origins = _split(flow, inside)
        known = set(inside)
        breaks = tuple(anchor for anchor, origin in zip(anchors, origins, strict=True) if origin in known)
        return Flow(flow.text, anchors, tuple(map(self.origin, origins)), breaks)

    def _inside(self, first: int, last: int) -> tuple[int, ...]:
        return self.places[bisect_right(self.places, first) : bisect_right(self.places, last)]


def lifted(text: str, spans: Sequence[tuple[int, int]]) -> Lifted:
    """The text without these passages, which are in order and apart."""
    parts, places, shifts = [], [], []
    done = length = missing = 0
    for begin, stop in spans:
        start, end = _with_space(text, max(begin, done), max(stop, done))
        start = max(start, done)
        parts.append(text[done:start])
        length, missing, done = length + start - done, missing + end - start, end
        places.append(length)
        shifts.append(missing)
    parts.append(text[done:])
    return Lifted("".join(parts), tuple(places), tuple(shifts))


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    """The passage with the space on one of its sides, so that the other side's is left between what it parted."""
    before, after = start, end
    while before and text[before - 1] in _SPACE:
        before -= 1
    while after < len(text) and text[after] in _SPACE:
        after += 1
    if before == start or after == end:
        return start, end
    left, right = text.count("\n", before, start), text.count("\n", end, after)
    torn = not _ENDS_SENTENCE.search(text, max(0, before - 40), before)
    keeps_left = not right or (bool(left) and (left <= right if torn else left >= right))
    return (start, after) if keeps_left else (before, end)


def _split(flow: Flow, places: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The runs of a paragraph, begun anew at each of these places."""
    runs = list(zip(flow.anchors, flow.origins, strict=True))
    for place in places:
        k = bisect_right(flow.origins, place) - 1
        anchor, origin = flow.anchors[k], flow.origins[k]
        ends = flow.anchors[k + 1] if k + 1 < len(flow.anchors) else len(flow.text)
        runs.append((min(anchor + place - origin, ends), place))
    runs = sorted(set(runs))
    return tuple(anchor for anchor, _ in runs), tuple(origin for _, origin in runs)
