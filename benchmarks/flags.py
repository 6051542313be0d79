"""Alarms of every check on gold pairs, and planted errors that are caught, with python benchmarks/flags.py BENCH.

All gold pairs translate each other, so that a flag on one is nearly always a false alarm; a null of the gold is left
out of the alarms of ``omission``. Errors are planted one at a time by seeded rules into the English text of a pair; one
is caught if a flag comes that the pair did not have. ``--show CHECK`` prints the pairs that it flags.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench_data import TREATIES, Parallel, bench_folder, line_documents, treaty

import paralign
from paralign.alignment import Alignment, Bead
from paralign.checking import CHECKS, Whole, flagged, pair_flags
from paralign.checking.sides import Side, pair_of
from paralign.checking.terms import Terms
from paralign.segmentation import document_of

#: Texts without page matter inside their clauses.
CLEAN = ("un_charter", "udhr", "cc_by-nc-sa_4.0", "debian_constitution")
#: Errors of each kind that are planted in a treaty, at most.
PLANTS = 120
_WORD_NUMBERS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "fifteen",
    "eighteen",
    "twenty",
    "thirty",
    "sixty",
    "ninety",
]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})(?: (\d{{4}}))?\b")

Plant = Callable[[str, random.Random], str | None]


@dataclass(frozen=True)
class Gold:
    """A treaty with its gold pairs as an alignment that has no doubts."""

    name: str
    alignment: Alignment
    whole: Whole

    @property
    def pairs(self) -> list[int]:
        """Which beads have both sides."""
        return [k for k, bead in enumerate(self.alignment.beads) if not bead.is_null]


def gold_of(text: Parallel) -> Gold:
    source, target = (
        document_of(side, code) for side, code in zip((text.source, text.target), text.languages, strict=True)
    )
    beads = tuple(
        Bead(tuple(source.clauses[i] for i in ours), tuple(target.clauses[j] for j in theirs), 1.0)
        for ours, theirs in text.gold
    )
    whole = Whole([pair_of(bead, text.languages) for bead in beads], Terms())
    return Gold(text.name, flagged(Alignment(source, target, beads)), whole)


def _digits(text: str, rng: random.Random) -> str | None:
    """Another value for one number in digits that is not the clause's label."""
    places = [m for m in re.finditer(r"(?<![\w.])\d+(?!\w|[.)]\s)", text) if m.start() > 4]
    if not places:
        return None
    match = rng.choice(places)
    return text[: match.start()] + str(int(match.group()) + rng.randint(1, 9)) + text[match.end() :]


def _words(text: str, rng: random.Random) -> str | None:
    """Another number word."""
    places = list(re.finditer(rf"\b(?:{'|'.join(_WORD_NUMBERS)})\b", text))
    if not places:
        return None
    match = rng.choice(places)
    other = rng.choice([word for word in _WORD_NUMBERS if word != match.group()])
    return text[: match.start()] + other + text[match.end() :]


def _date(text: str, rng: random.Random) -> str | None:
    """The year one later; without a year, another day."""
    places = list(_DATE.finditer(text))
    if not places:
        return None
    match = rng.choice(places)
    day, month, year = match.groups()
    other = f"{day} {month} {int(year) + 1}" if year else f"{int(day) % 28 + 1} {month}"
    return text[: match.start()] + other + text[match.end() :]


def _half(text: str, rng: random.Random) -> str | None:
    """The first half of the words of a text of ten words or more."""
    words = text.split(" ")
    return " ".join(words[: len(words) // 2]) if len(words) >= 10 else None


def _may(text: str, rng: random.Random) -> str | None:
    """The text where "may" stands for the only word "shall"."""
    once = len(re.findall(r"\bshall\b", text)) == 1 and not re.search(r"\bmay\b", text)
    return re.sub(r"\bshall\b", "may", text) if once else None


def _must(text: str, rng: random.Random) -> str | None:
    """The text where "shall" stands for the only word "may"."""
    once = len(re.findall(r"\bmay\b(?! be (?:necessary|required|appropriate))", text)) == 1
    return re.sub(r"\bmay\b", "shall", text) if once and "shall" not in text else None


def _not(text: str, rng: random.Random) -> str | None:
    """The text without one "not"."""
    places = list(re.finditer(r"\bnot (?!only|later|less|more|necessarily)", text))
    if not places:
        return None
    match = rng.choice(places)
    return text[: match.start()] + text[match.end() :]


#: What is planted.
KINDS: dict[str, Plant] = {
    "changed number, in digits": _digits,
    "changed number, in words": _words,
    "changed date": _date,
    "second half cut off": _half,
    "shall becomes may": _may,
    "may becomes shall": _must,
    "not left out": _not,
}


def catches(gold: Gold, kind: str) -> tuple[int, int]:
    """How many planted errors raise a flag that was not there, and how many were planted."""
    rng = random.Random(f"{gold.name} {kind}")
    texts = {k: KINDS[kind](gold.alignment.beads[k].target_text, rng) for k in gold.pairs}
    places = [k for k, text in texts.items() if text is not None]
    chosen = sorted(rng.sample(places, min(PLANTS, len(places))))
    return sum(_is_caught(gold, k, str(texts[k])) for k in chosen), len(chosen)


def _is_caught(gold: Gold, at: int, text: str) -> bool:
    """Whether the pair, with this English text, gets a flag that it did not have."""
    first, *more = gold.whole.pairs[at].target.clauses
    clauses = (replace(first, text=text), *(replace(clause, text="") for clause in more))
    pair = replace(gold.whole.pairs[at], target=Side(clauses, "en"))
    return bool(set(pair_flags(pair, gold.whole)) - set(gold.alignment.beads[at].flags))


def alarms(gold: Gold, check: str) -> int:
    """How many gold pairs a check flags."""
    return sum(any(flag.check == check for flag in gold.alignment.beads[k].flags) for k in gold.pairs)


def any_alarm(gold: Gold) -> int:
    """How many gold pairs have any flag."""
    return sum(bool(gold.alignment.beads[k].flags) for k in gold.pairs)


def show(golds: Sequence[Gold], check: str) -> None:
    for gold in golds:
        for k in gold.pairs:
            bead = gold.alignment.beads[k]
            for flag in bead.flags:
                if flag.check == check:
                    print(f"{gold.name} {k} {flag.severity} {flag}\n   {bead.source_text}\n   {bead.target_text}")


def _print_alarms(golds: Sequence[Gold]) -> None:
    print("| check | " + " | ".join(gold.name for gold in golds) + " | clean | all |")
    print("|---|" + "---|" * (len(golds) + 2))
    counts = {check: [alarms(gold, check) for gold in golds] for check in CHECKS}
    counts["any check"] = [any_alarm(gold) for gold in golds]
    sizes = [len(gold.pairs) for gold in golds]
    clean = [gold.name in CLEAN for gold in golds]
    for check, flags in counts.items():
        shares = [f"{100 * n / size:.1f}" for n, size in zip(flags, sizes, strict=True)]
        of_clean = (
            100
            * sum(n for n, c in zip(flags, clean, strict=True) if c)
            / sum(n for n, c in zip(sizes, clean, strict=True) if c)
        )
        print(f"| {check} | {' | '.join(shares)} | {of_clean:.1f} | {100 * sum(flags) / sum(sizes):.1f} |")


def _print_elsewhere(bench: Path, name: str) -> None:
    """Alarms on texts that no word list was tuned on; they are not treaties."""
    pairs = [pair for document in line_documents(bench, name) for pair in document]
    source, target = ([pair[side] for pair in pairs] for side in (0, 1))
    gold = gold_of(Parallel(name, source, target, [((k,), (k,)) for k in range(len(pairs))]))
    shares = (f"{check} {100 * alarms(gold, check) / len(pairs):.1f}" for check in CHECKS)
    print(f"\n{name}, {len(pairs)} pairs: {', '.join(shares)}")


def _print_catches(golds: Sequence[Gold]) -> None:
    print("\n| planted | caught | of |\n|---|---|---|")
    for kind in KINDS:
        caught, count = map(sum, zip(*(catches(gold, kind) for gold in golds), strict=True))
        print(f"| {kind} | {caught / max(count, 1):.3f} | {count} |")


def _print_time(text: Parallel) -> None:
    paralign.align(text.source[:5], text.target[:5])
    began = time.process_time()
    alignment = paralign.align(text.source, text.target, checks=())
    aligned = time.process_time()
    flagged(alignment)
    spent = aligned - began, time.process_time() - aligned
    print(
        f"\n{text.name}: {spent[0]:.2f} s to align, {spent[1]:.2f} s for all checks, {100 * spent[1] / spent[0]:.0f} %"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Alarm rates of the checks, and planted errors caught.")
    parser.add_argument("bench")
    parser.add_argument("--show", metavar="CHECK", choices=CHECKS, help="print what a check flags")
    options = parser.parse_args()
    texts = [treaty(bench_folder([options.bench]), name) for name in TREATIES]
    golds = [gold_of(text) for text in texts]
    if options.show:
        show(golds, options.show)
        return
    _print_alarms(golds)
    for name in ("ntrex128", "pud"):
        _print_elsewhere(bench_folder([options.bench]), name)
    _print_catches(golds)
    _print_time(texts[0])


if __name__ == "__main__":
    main()
