"""Permission, duty and negation, by asymmetric rules.

Russian drafting rules ask for the present tense where English has "shall": of pairs with one "shall", nine in ten have
no Russian word for a duty. So none is expected. But what "may" be done has a word in Russian, and what «может» be
done is no duty in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paralign.alignment import Flag, Span
from paralign.checking.sides import Pair, Severity, Side, named


def modality(pair: Pair) -> Iterable[Flag]:
    """Return a flag where one side permits what the other does not, or makes a duty of what the other permits."""
    if not all(side.text and side.lexicon.permits for side in pair.sides):
        return []
    mirrored = (flag.swapped() for flag in _permitted_here(pair.swapped()))
    return [*_permitted_here(pair), *mirrored]


def _permitted_here(pair: Pair) -> Iterator[Flag]:
    """The source permits and says no duty; the target permits nothing, or has a duty where it does."""
    ours, theirs = pair.sides
    here = ours.found("permits_only")
    if not here or theirs.found("permits"):
        return
    duties = theirs.found("obliges")
    if ours.found("obliges") or len(duties) > len(here) or (duties and _has_negation(pair)):
        return  # "no one may" is «никто не должен», too
    severity: Severity = "low" if duties else "medium"
    other = f"a duty in the {named(theirs)}" if duties else f"nothing of the kind in the {named(theirs)}"
    message = f"permission in the {named(ours)}, {other}"
    yield _flag("modality", message, severity, (here, duties))


def negation(pair: Pair) -> Iterator[Flag]:
    """Yield a flag where one side has a negation and the other none, nor a word that can stand for one."""
    if not all(side.text and side.lexicon.negators for side in pair.sides):
        return
    found = [_negations(side) for side in pair.sides]
    if bool(found[0]) == bool(found[1]):
        return
    bare = pair.sides[0 if not found[0] else 1]
    full = pair.sides[1 if not found[0] else 0]
    if bare.found("implicit") or bare.found("idioms"):
        return
    where = f"only in the {named(full)}" if full.language != bare.language else "on one side only"
    yield _flag("negation", f"negation {where}", "medium", (found[0], found[1]))


def _has_negation(pair: Pair) -> bool:
    return any(side.found("negators") for side in pair.sides)


def _negations(side: Side) -> list[Span]:
    quiet = side.found("idioms")
    return [(start, end) for start, end in side.found("negators") if not any(a <= start < b for a, b in quiet)]


def _flag(check: str, message: str, severity: Severity, spans: tuple[list[Span], list[Span]]) -> Flag:
    return Flag(check, message, severity, tuple(spans[0]), tuple(spans[1]))
