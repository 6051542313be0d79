"""The marks of footnotes inside a text, set aside until it is known which of them have a note."""

from __future__ import annotations

import re
from collections.abc import Collection

# Unicode keeps these free of any character, so that no text has them.
#: Begins a raised sign, and one that links to a note; ends either.
PLAIN, LINKED, _END = "\ufdd0", "\ufdd1", "\ufdd2"
MARKED = re.compile(f"([{PLAIN}{LINKED}])([^{_END}]*){_END}")


def marked(mark: str, how: str = PLAIN) -> str:
    """A mark as it is set aside in a text."""
    return f"{how}{mark}{_END}"


def cleared(text: str, known: Collection[str]) -> str:
    """The text without marks that belong to a note; other raised signs are powers and stay.

    >>> cleared(f"12 km{marked('2')}, as agreed{marked('1')}.", {"1"})
    '12 km2, as agreed.'
    """
    return MARKED.sub(lambda found: "" if found[1] == LINKED or found[2] in known else found[2], text)
