"""Terms that have lost their usual counterpart: defined terms, names, and the user's glossary.

What counts as a term's counterpart is mined from the document itself: terms that one pair defines in both languages
(«далее — Стороны», "hereinafter the Parties"), and capitalised words that keep company with the same capitalised word
nearly always. The user's glossary needs no such proof.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

import regex

from paralign.alignment import Flag, Span
from paralign.checking.lexicon import Lexicon
from paralign.checking.sides import Pair, Severity, Side, named
from paralign.checking.stems import stems_of

#: A mined term needs as many pairs, and as large a share of them with its counterpart.
_LEAST_PAIRS, _LEAST_SHARE = 6, 0.9

Stems = tuple[str, ...]
Partners = Mapping[Stems, frozenset[Stems]]
Places = Mapping[Stems, set[int]]
ByFirst = Mapping[str, list[Stems]]


@dataclass(frozen=True)  # no slots: the cached property needs a __dict__
class Terms:
    """What each term of one side asks for on the other.

    Attributes:
        source: Source terms, and the target terms of which one must be there.
        target: Target terms, and the source terms of which one must be there.
        names: How a term is printed in a message.
        severity: Severity of a flag for a term without its counterpart.
    """

    source: Partners = field(default_factory=dict)
    target: Partners = field(default_factory=dict)
    names: Mapping[Stems, str] = field(default_factory=dict)
    severity: Severity = "low"

    @cached_property
    def source_by_first(self) -> ByFirst:
        """The source terms by their first stem."""
        return _by_first(self.source)

    @cached_property
    def swapped(self) -> Terms:
        """The same with source and target exchanged."""
        return Terms(self.target, self.source, self.names, self.severity)


def terms(pair: Pair, known: Terms) -> Iterator[Flag]:
    """Yield a flag for each term whose counterpart is missing on the other side."""
    if pair.source.clauses and pair.target.clauses:
        yield from _lost(pair, known)
        yield from (flag.swapped() for flag in _lost(pair.swapped(), known.swapped))


def glossary_terms(entries: Iterable[tuple[str, str]]) -> Terms:
    """Return the user's terms; entries that share a term are alternatives."""
    source: defaultdict[Stems, frozenset[Stems]] = defaultdict(frozenset)
    target: defaultdict[Stems, frozenset[Stems]] = defaultdict(frozenset)
    names: dict[Stems, str] = {}
    for ours, theirs in entries:
        a, b = stems_of(ours), stems_of(theirs)
        source[a] |= {b}
        target[b] |= {a}
        names |= {a: ours, b: theirs}
    return Terms(source, target, names, "medium")


def mined_terms(pairs: Sequence[Pair]) -> Terms:
    """Return the terms of a document that have one usual counterpart."""
    both = [pair for pair in pairs if pair.source.clauses and pair.target.clauses]
    sides = [pair.source for pair in both], [pair.target for pair in both]
    couples = set(_defined(both)) | set(_companions(*map(_name_places, sides)))
    places = tuple(_places(side, {couple[k] for couple in couples}) for k, side in enumerate(sides))
    source = _usual(couples, places[0], places[1])
    target = _usual({(b, a) for a, b in couples}, places[1], places[0])
    return Terms(source, target, _printed(pairs, {*source, *target, *_all(source), *_all(target)}))


def _lost(pair: Pair, known: Terms) -> Iterator[Flag]:
    ours, theirs = pair.sides
    for term, spans in _present(ours, known.source_by_first):
        if not any(occurrences(theirs, partner) for partner in known.source[term]):
            yield Flag("terms", _message(pair, known, term), known.severity, tuple(spans))


def _message(pair: Pair, known: Terms, term: Stems) -> str:
    ours, theirs = pair.sides
    usual = " or ".join(sorted(f"“{known.names[partner]}”" for partner in known.source[term]))
    name = known.names[term]
    if ours.language == theirs.language:
        return f"“{name}” on one side, its usual counterpart {usual} not on the other"
    return f"“{name}” in the {named(ours)}, its usual counterpart {usual} not in the {named(theirs)}"


def occurrences(side: Side, term: Stems) -> list[Span]:
    """Return where a term stands, whatever its endings."""
    places = side.stem_places.get(term[0], ()) if term else ()
    tokens, length = side.tokens, len(term)
    return [
        (tokens[at].start, tokens[at + length - 1].end)
        for at in places
        if length == 1 or side.stems[at : at + length] == term
    ]


def _present(side: Side, wanted: ByFirst) -> Iterator[tuple[Stems, list[Span]]]:
    """The terms that stand in a text, and where."""
    for first in wanted.keys() & side.stem_places.keys():
        for term in wanted[first]:
            spans = occurrences(side, term)
            if spans:
                yield term, spans


def _by_first(wanted: Iterable[Stems]) -> ByFirst:
    """Terms by their first stem, so that most of them need not be looked for."""
    found: defaultdict[str, list[Stems]] = defaultdict(list)
    for term in wanted:
        found[term[0]].append(term)
    return found


def _places(sides: Sequence[Side], wanted: set[Stems]) -> Places:
    """In which pairs each term stands."""
    by_first = _by_first(wanted)
    found: dict[Stems, set[int]] = {term: set() for term in wanted}
    for k, side in enumerate(sides):
        for term, _ in _present(side, by_first):
            found[term].add(k)
    return found


def _name_places(sides: Sequence[Side]) -> Places:
    """In which pairs each capitalised word stands."""
    found: defaultdict[Stems, set[int]] = defaultdict(set)
    for k, side in enumerate(sides):
        for word in side.names:
            found[word,].add(k)
    return {term: places for term, places in found.items() if len(places) >= _LEAST_PAIRS}


def _companions(ours: Places, theirs: Places) -> Iterator[tuple[Stems, Stems]]:
    """The capitalised words that keep each other company in most of their pairs, each with its closest."""
    at: defaultdict[int, list[Stems]] = defaultdict(list)
    for term, places in theirs.items():
        for k in places:
            at[k].append(term)
    for term, places in ours.items():
        together = Counter(other for k in places for other in at[k])
        if together:
            dice = {other: 2 * n / (len(places) + len(theirs[other])) for other, n in together.items()}
            best = max(dice, key=lambda other: (dice[other], other))
            if dice[best] >= _LEAST_SHARE:
                yield term, best


def _defined(pairs: Sequence[Pair]) -> Iterator[tuple[Stems, Stems]]:
    """The terms that one pair defines in both languages, in the order of their definitions."""
    for pair in pairs:
        ours, theirs = _definitions(pair.source), _definitions(pair.target)
        if ours and len(ours) == len(theirs):
            yield from zip(ours, theirs, strict=True)


def _definitions(side: Side) -> list[Stems]:
    found = {
        match.start("term"): stems_of(match["term"])
        for pattern in _definition_patterns(side.lexicon)
        for match in pattern.finditer(side.text)
    }
    return [found[start] for start in sorted(found) if found[start]]


@cache
def _definition_patterns(lexicon: Lexicon) -> list[regex.Pattern[str]]:
    return [regex.compile(pattern) for pattern in lexicon.definitions]


def _usual(couples: Iterable[tuple[Stems, Stems]], ours: Places, theirs: Places) -> Partners:
    """The terms whose partner is nearly always there."""
    kept: defaultdict[Stems, frozenset[Stems]] = defaultdict(frozenset)
    for term, partner in couples:
        share = len(ours[term] & theirs[partner]) / max(len(ours[term]), 1)
        if len(ours[term]) >= _LEAST_PAIRS and share >= _LEAST_SHARE:
            kept[term] |= {partner}
    return dict(sorted(kept.items()))


def _all(partners: Partners) -> set[Stems]:
    return {partner for some in partners.values() for partner in some}


def _printed(pairs: Sequence[Pair], wanted: set[Stems]) -> dict[Stems, str]:
    """How each term is printed most often."""
    by_first = _by_first(wanted)
    seen: defaultdict[Stems, Counter[str]] = defaultdict(Counter)
    for side in (side for pair in pairs for side in pair.sides):
        for term, spans in _present(side, by_first):
            seen[term].update(side.text[start:end] for start, end in spans)
    return {term: max(forms, key=lambda form: (forms[form], form)) for term, forms in seen.items()}
