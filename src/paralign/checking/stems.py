"""Words without their endings, so that «Стороны» and «Сторонами» are one."""

from __future__ import annotations

import re
from functools import lru_cache

#: Endings that inflection changes; longer ones first.
_CYRILLIC_ENDING = re.compile(
    r"(?<=\w\w\w)(?:иями|ами|ями|ого|его|ому|ему|ыми|ими|иях|иям|ией|ием|ии|ия|ие|ию|ой|ей|ою|ых|их|ым|им|ом|ем|ам"
    r"|ям|ах|ях|ая|яя|ое|ее|ые|ую|юю|ий|ый|ов|ев|[аеиоуыьэюяйі])(?:ся|сь)?$"
)
_LATIN_ENDING = re.compile(r"(?<=\w\w\w)(?:ies|y|es|s|e)$")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+")


def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a term.

    >>> stems_of("Договаривающиеся Стороны") == stems_of("Договаривающимися Сторонами")
    True
    >>> stems_of("Party") == stems_of("Parties")
    True
    """
    return tuple(stem(word) for word in _WORD.findall(text.lower().replace("ё", "е")))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a word in small letters without its ending."""
    ending = _CYRILLIC_ENDING if _CYRILLIC.search(word) else _LATIN_ENDING
    return ending.sub("", word)
