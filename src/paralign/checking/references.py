"""Provisions that are cited on one side only, and clauses whose own printed numbers differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from paralign.alignment import Flag, Span
from paralign.checking.lexicon import Lexicon
from paralign.checking.sides import Found, Pair, Side, missing, named, one_sided
from paralign.checking.values import label_end, roman_value
from paralign.document import Clause

_ITEM = r"(?:\d+(?:\.\d+)*|(?-i:[IVXLХІ]+)(?!\w))(?: ?\(\w{1,4}\))*"
_PART = re.compile(r"(?P<digits>\d+)(?:\.\d+)*(?: ?\(\w{1,4}\))*|(?P<roman>[IVXLХІ]+)(?!\w)")
#: Kinds that the other language must cite by the same name; a paragraph here is a section or a point there.
_STRICT = ("article", "annex")
#: The printed numbers of an address; its other steps count sentences and unnumbered paragraphs.
_PRINTED = re.compile(r"(?:^|__)(?!(?:p|s|nth|rec)_)[a-z]+_(?P<number>[a-z0-9-]+)")


def references(pair: Pair) -> Iterable[Flag]:
    """Return flags for cited articles and annexes that differ, and for clauses whose own numbers differ."""
    if not (pair.source.text and pair.target.text):
        return
    yield from one_sided("references", "medium", pair, _differing(pair))
    yield from _labels(pair)


def cited(side: Side) -> Iterator[Found]:
    """Yield the provisions that a text cites, each as "article 5"; kinds that languages name freely are not firm."""
    for pattern, kind in _patterns(side.lexicon):
        for match in pattern.finditer(side.text):
            for part in _PART.finditer(match["numbers"]):
                value = part["digits"] or str(roman_value(part["roman"]))
                at = match.start("numbers")
                yield Found(f"{kind} {value}", at + part.start(), at + part.end(), kind in _STRICT)


@cache
def _patterns(lexicon: Lexicon) -> list[tuple[re.Pattern[str], str]]:
    words = "|".join(lexicon.reference_joins)
    numbers = rf"(?P<numbers>{_ITEM}(?:(?:\s?[,–-]\s?|,?\s(?:{words})\s){_ITEM})*)"
    return [(re.compile(rf"(?i)(?<!\w)(?:{word})\s(?:№ ?)?{numbers}"), kind) for word, kind in lexicon.references]


def _differing(pair: Pair) -> tuple[list[Found], list[Found]]:
    """What each side cites alone; nothing where one of them cites nothing: "hereof", «настоящего Договора»."""
    ours, theirs = list(cited(pair.source)), list(cited(pair.target))
    if not (ours and theirs):
        return [], []
    return missing(ours, theirs), missing(theirs, ours)


def _labels(pair: Pair) -> Iterator[Flag]:
    numbers = [_own_number(side.clauses[0]) for side in pair.sides]
    if all(numbers) and numbers[0] != numbers[1]:
        order = sorted(zip(numbers, pair.sides, strict=True), key=lambda one: (one[1].language, one[0]))
        said = ", ".join(f"{number} in the {named(side)}" for number, side in order)
        yield Flag("references", f"printed numbers differ: {said}", "medium", *map(_label_span, pair.sides))


def _own_number(clause: Clause) -> str:
    """The number that is printed before a clause, the same in all alphabets; empty where there is none."""
    numbers = _PRINTED.findall(clause.path)
    return numbers[-1] if clause.label and numbers and _begins_numbered(clause) else ""


def _begins_numbered(clause: Clause) -> bool:
    """Whether the clause is the one that its number stands before, not a later sentence below it."""
    return clause.kind == "heading" or label_end(clause.text) > 0 or "__" not in clause.path


def _label_span(side: Side) -> tuple[Span, ...]:
    end = label_end(side.text) or len(side.text)
    return ((0, end),)
