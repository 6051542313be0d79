"""Where in the treaty: articles and other parts by the paths of their clauses, with names for a reader."""

from __future__ import annotations

from collections.abc import Sequence

from paralign.alignment import Bead

#: What holds clauses, from the outermost to the innermost, and what a reader calls it.
_NAMES = {
    "preface": "Title",
    "preamble": "Preamble",
    "body": "Body",
    "conclusions": "Closing and signatures",
    "att": "Attachment",
    "annex": "Annex",
    "app": "Appendix",
    "part": "Part",
    "title": "Title",
    "chp": "Chapter",
    "sec": "Section",
    "principle": "Principle",
    "rule": "Rule",
    "art": "Article",
}
#: What these hold has no divisions of its own.
_REGIONS = ("preface", "preamble", "body", "conclusions")
_UNPLACED = "Other matter"


def division(path: str) -> str:
    """The article that a path lies in, or the innermost division around it.

    >>> division("chp_2__art_3__para_2__point_b"), division("preamble__rec_1"), division("heading_1")
    ('chp_2__art_3', 'preamble', '')
    >>> division("att_1__preface__title_2")
    'att_1__preface'
    """
    steps = path.split("__")
    region = next((n for n, step in enumerate(steps) if step in _REGIONS), len(steps) - 1)
    depth = next((n for n, step in enumerate(steps[: region + 1]) if not _is_division(step)), region + 1)
    return "__".join(steps[:depth])


def place_name(path: str) -> str:
    """A division's name.

    >>> place_name("chp_2__art_3"), place_name("preamble")
    ('Chapter 2, Article 3', 'Preamble')
    """
    return ", ".join(map(step_name, path.split("__"))) if path else _UNPLACED


def step_name(step: str) -> str:
    """The name of one step of a path.

    >>> step_name("art_2bis"), step_name("para_2")
    ('Article 2bis', 'para 2')
    """
    element, _, number = step.partition("_")
    return f"{_NAMES.get(element, element)} {number}".rstrip()


def divisions(beads: Sequence[Bead]) -> list[str]:
    """The division of each bead; a footnote or a clause without counterpart does not tear apart what it stands in."""
    own = [division(_path(bead)) for bead in beads]
    pairs = [None if bead.is_null or not place else place for bead, place in zip(beads, own, strict=True)]
    before, after = _latest(pairs), _latest(pairs[::-1])[::-1]
    return [a if a is not None and a == b else place for place, a, b in zip(own, before, after, strict=True)]


def _latest(places: Sequence[str | None]) -> list[str | None]:
    """For each position the last place so far."""
    found: list[str | None] = []
    for place in places:
        found.append(place if place is not None else found[-1] if found else None)
    return found


def _path(bead: Bead) -> str:
    return next((clause.path for clause in (*bead.source, *bead.target) if clause.path), "")


def _is_division(step: str) -> bool:
    """A title with a number is a division of the treaty, one without is its name."""
    return step.partition("_")[0] in _NAMES and step != "title"
