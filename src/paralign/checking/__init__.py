"""What a reader should check: differences that a translation should not have, each with the place it shows.

A flag is evidence, not a verdict, and apart from the confidence: the confidence says whether two clauses belong
together, a flag says that they do not say the same.

To add a check: write a module with a function that yields flags for a pair, and name it in ``CHECKS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from paralign.alignment import Alignment, Bead, Flag
from paralign.checking.authentic import AuthenticTexts as AuthenticTexts
from paralign.checking.authentic import authentic_texts as authentic_texts
from paralign.checking.dates import dates
from paralign.checking.glossary import Glossary, read_glossary
from paralign.checking.modality import modality, negation
from paralign.checking.numbers import numbers
from paralign.checking.omission import Lengths, lengths_of, omission
from paralign.checking.references import references
from paralign.checking.sides import Pair, pair_of
from paralign.checking.terms import Terms, glossary_terms, mined_terms, terms
from paralign.errors import OptionError

#: A check's name, and the path of a clause or the number of a bead from 1, as the column ``id`` of a table has it.
Ignored = tuple[str, str | int]


@dataclass(frozen=True)
class Whole:
    """All pairs of a document, and what is learned from them when a check asks.

    Attributes:
        pairs: Every bead as the checks read it.
        glossary: The user's terms.
    """

    pairs: Sequence[Pair]
    glossary: Terms

    @cached_property
    def lengths(self) -> Lengths:
        """How the lengths of the two sides relate."""
        return lengths_of(self.pairs)

    @cached_property
    def terms(self) -> Terms:
        """The document's own terms."""
        return mined_terms(self.pairs)


Check = Callable[[Pair, Whole], Iterable[Flag]]


def _terms(pair: Pair, whole: Whole) -> Iterator[Flag]:
    yield from terms(pair, whole.glossary)
    yield from terms(pair, whole.terms)


#: Every check, in the order in which its flags come.
CHECKS: dict[str, Check] = {
    "numbers": lambda pair, _: numbers(pair),
    "dates": lambda pair, _: dates(pair),
    "references": lambda pair, _: references(pair),
    "omission": lambda pair, whole: omission(pair, whole.lengths),
    "modality": lambda pair, _: modality(pair),
    "negation": lambda pair, _: negation(pair),
    "terms": _terms,
}
#: What is checked if nothing else is said.
DEFAULT = tuple(CHECKS)


def flagged(
    alignment: Alignment,
    checks: Iterable[str] = DEFAULT,
    glossary: Glossary | None = None,
    ignore: Iterable[Ignored] = (),
) -> Alignment:
    """Return the alignment with the flags that these checks raise, in place of those it had.

    Args:
        alignment: Any alignment, also one that was loaded from a file.
        checks: Names of checks; ``()`` takes all flags away.
        glossary: A TSV file of source term and target term, or such pairs; the check ``terms`` uses it.
        ignore: What was looked at and found right: pairs of a check's name and a clause's path, or a bead's number.

    Raises:
        OptionError: There is no check of this name.
        InputError: The glossary cannot be read.

    >>> from paralign import align
    >>> alignment = align(["Срок составляет 12 месяцев."], ["The term is 13 months."], checks=())
    >>> print(*flagged(alignment, checks=("numbers",)).beads[0].flags)
    numbers: only in the English text: 13; only in the Russian text: 12
    """
    languages = alignment.source.language, alignment.target.language
    return replace(alignment, beads=flagged_beads(alignment.beads, languages, checks, glossary, ignore))


#: The same by the name that users call it.
check = flagged


def flagged_beads(
    beads: Sequence[Bead],
    languages: tuple[str, str],
    checks: Iterable[str] = DEFAULT,
    glossary: Glossary | None = None,
    ignore: Iterable[Ignored] = (),
) -> tuple[Bead, ...]:
    """Return all beads of an alignment with their flags."""
    chosen = checked_names(checks)
    if not chosen:
        return tuple(replace(bead, flags=()) if bead.flags else bead for bead in beads)
    ignored = frozenset(ignore)
    whole = Whole([pair_of(bead, languages) for bead in beads], glossary_terms(read_glossary(glossary)))
    flags = [pair_flags(pair, whole, chosen) for pair in whole.pairs]
    return tuple(
        replace(bead, flags=tuple(flag for flag in some if not _is_ignored(flag, number, bead, ignored)))
        for number, (bead, some) in enumerate(zip(beads, flags, strict=True), start=1)
    )


def pair_flags(pair: Pair, whole: Whole, checks: Iterable[str] = DEFAULT) -> tuple[Flag, ...]:
    """Return the flags of one pair; each check's in an order that does not depend on which text is the source."""
    return tuple(flag for name in checks for flag in sorted(CHECKS[name](pair, whole), key=lambda flag: flag.message))


def checked_names(checks: Iterable[str]) -> tuple[str, ...]:
    """Return the names of checks; OptionError where one is unknown.

    >>> checked_names(["numbers"])
    ('numbers',)
    """
    names = (checks,) if isinstance(checks, str) else tuple(checks)
    unknown = next((name for name in names if name not in CHECKS), None)
    if unknown is not None:
        raise OptionError(f"There is no check {unknown!r}. Choose from {', '.join(CHECKS)}.")
    return names


def _is_ignored(flag: Flag, number: int, bead: Bead, ignored: frozenset[Ignored]) -> bool:
    places: list[str | int] = [number, *(clause.path for clause in bead.source + bead.target if clause.path)]
    return any((flag.check, place) in ignored for place in places)
