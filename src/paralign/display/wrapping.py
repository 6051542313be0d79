"""Lines as wide as a terminal shows them: East Asian characters take two cells, combining marks none."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category, east_asian_width


def cells(text: str) -> int:
    """How many cells of a terminal a text takes.

    >>> cells("Art. 1"), cells("第一条"), cells("й")
    (6, 6, 1)
    """
    return len(text) if text.isascii() else sum(map(_cell, text))


def padded(text: str, width: int) -> str:
    """The text, filled up with spaces to this many cells."""
    return text + " " * (width - cells(text))


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most this many cells, broken at spaces, and inside a word only where it is longer than a line.

    >>> wrapped("主权国家 and peace", 8)
    ['主权国家', 'and', 'peace']
    """
    lines = [""]
    for word in filter(None, text.split(" ")):
        free = width - cells(lines[-1])
        gap = " " if lines[-1] else ""
        if cells(word) + len(gap) <= free:
            lines[-1] += gap + word
        elif cells(word) <= width:
            lines.append(word)
        else:
            lines[-1:] = _broken(lines[-1] + gap, word, width)
    return [line.rstrip(" ") for line in lines if line]


def clipped(text: str, width: int, at_end: bool = True) -> str:
    """The text, or as much of its beginning (of its end, unless ``at_end``) as fits, with an ellipsis.

    >>> clipped("государственный суверенитет", 10), clipped("государственный суверенитет", 10, at_end=False)
    ('государст…', '…веренитет')
    """
    if cells(text) <= width:
        return text
    if not at_end:
        return clipped(text[::-1], width)[::-1]
    kept, used = 0, 1
    while used + _cell(text[kept]) <= width:
        used += _cell(text[kept])
        kept += 1
    return text[:kept] + "…"


def _broken(line: str, word: str, width: int) -> list[str]:
    """The line with a word that is longer than any line, cut wherever a line is full."""
    lines, used = [line], cells(line)
    for character in word:
        if used + _cell(character) > width:
            lines.append("")
            used = 0
        lines[-1] += character
        used += _cell(character)
    return lines


@lru_cache(maxsize=4096)
def _cell(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
