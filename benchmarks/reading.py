"""Measure reading with python benchmarks/reading.py BENCH [TREATY …]: whole documents as published, read and aligned.

Each document is read as it is, both sides are aligned, and the pairs are held against the units of the bench, which
are found in the document by their letters and digits.

Span precision
    A pair is right if the gold beads that its source lies in are those that its target lies in. Precision is the
    share of the units' letters in pairs that lie in right ones. A pair without any letter of a unit counts nowhere;
    one with letters of units on one side only is wrong.
Coverage
    The share of the units' letters that lie in a pair, over gold beads with both sides.
Paths
    The share of pairs whose paths are equal up to the number, over those whose first clauses both print one. What
    stands below the number (heading, chapeau, which sentence) may differ, as languages cut sentences differently.
Speed
    Characters in UTF-8 that are segmented a second of process time, the best of five.
Invariants
    Numbers 2 and 3 of the design: letters are kept in order, and each lies in one clause.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench_data import TREATIES, Parallel, bench_folder, treaty

import paralign
from paralign.alignment import Bead
from paralign.document import Clause, Document
from paralign.segmentation import segment
from paralign.segmentation.labels import heading_of, label_at
from paralign.segmentation.language import language_of

_ROUNDS = 5
#: Fewer letters in a row than this are no passage of a unit that was torn.
_SHORTEST_PART = 12
#: A torn unit goes on within so many letters.
_FARTHEST_PART = 3000


@dataclass(frozen=True)
class Side:
    """One document, and the gold bead that each of its characters lies in."""

    document: Document
    beads: dict[int, int]
    linked: int

    def touched(self, clauses: Sequence[Clause]) -> list[int]:
        """Return the gold bead of each letter of the clauses that lies in a unit."""
        places = (k for clause in clauses for k in range(clause.start, clause.end))
        return [self.beads[k] for k in places if k in self.beads]


@dataclass
class Counts:
    """What is counted over the pairs of one treaty."""

    right: int = 0
    paired: int = 0
    linked: int = 0
    covered: int = 0
    equal_paths: int = 0
    numbered: int = 0


def passages(text: str, units: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
    """Yield each unit's number and the offsets of its letters in the text.

    Units that are no one passage of the text are left out: some of the bench join the same number of two annexes.
    """
    offsets = [k for k, character in enumerate(text) if character.isalnum()]
    letters = "".join(text[k] for k in offsets)
    cursor = 0
    for number, unit in enumerate(units):
        wanted = "".join(filter(str.isalnum, unit))
        found = letters.find(wanted, cursor)
        if found >= 0:
            cursor = found + len(wanted)
            yield number, offsets[found:cursor]
            continue
        places = list(_torn(letters, wanted, cursor))
        if len(places) > 0.9 * len(wanted) > 0.5 * (places[-1] - places[0]):
            cursor = places[-1] + 1
            yield number, [offsets[k] for k in places]


def _torn(letters: str, wanted: str, cursor: int) -> Iterator[int]:
    """Yield the places of a unit's letters where notes or pages tear it: its longest known beginnings, in turn."""
    limit = len(letters)
    while len(wanted) >= _SHORTEST_PART:
        length = _longest_beginning(letters, wanted, cursor, limit)
        if length < _SHORTEST_PART:
            wanted = wanted[1:]
            continue
        start = letters.find(wanted[:length], cursor, limit)
        yield from range(start, start + length)
        cursor, wanted, limit = start + length, wanted[length:], start + length + _FARTHEST_PART


def _longest_beginning(letters: str, wanted: str, cursor: int, limit: int) -> int:
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if letters.find(wanted[:middle], cursor, limit) >= 0 else (low, middle - 1)
    return low


def side_of(document: Document, units: Sequence[str], gold: dict[int, int], both: set[int]) -> Side:
    """Return a document with the gold bead of each of its letters."""
    beads = {k: gold[number] for number, found in passages(document.text, units) for k in found if number in gold}
    return Side(document, beads, sum(bead in both for bead in beads.values()))


def measured(text: Parallel, source: Document, target: Document) -> Counts:
    """Return what was right in the alignment of two documents."""
    both = {k for k, (left, right) in enumerate(text.gold) if left and right}
    golds = [{i: k for k, bead in enumerate(text.gold) for i in bead[side]} for side in (0, 1)]
    left = side_of(source, text.source, golds[0], both)
    right = side_of(target, text.target, golds[1], both)
    counts = Counts(linked=left.linked + right.linked)
    for pair in paralign.align(source, target).pairs:
        _count(counts, pair, left.touched(pair.source), right.touched(pair.target), both)
        _count_path(counts, pair)
    return counts


def _count(counts: Counts, pair: Bead, left: list[int], right: list[int], both: set[int]) -> None:
    letters = len(left) + len(right)
    counts.paired += letters
    counts.right += letters if set(left) == set(right) else 0
    counts.covered += sum(bead in both for bead in (*left, *right))
    if _SHOW_WRONG and set(left) != set(right):
        print(f"    {sorted(set(left))} {sorted(set(right))}")
        print(f"      {pair.source_text[:150]}\n      {pair.target_text[:150]}")


def _count_path(counts: Counts, pair: Bead) -> None:
    one, two = pair.source[0], pair.target[0]
    if _prints_number(one, "ru") and _prints_number(two, "en"):
        counts.numbered += 1
        left, right = numbered_path(one), numbered_path(two)
        counts.equal_paths += left == right
        if _SHOW_WRONG and left != right:
            print(f"    {left}  {right}\n      {one.text[:90]}\n      {two.text[:90]}")


def numbered_path(clause: Clause) -> str:
    """Return a clause's path up to its last number."""
    steps = clause.path.split("__")
    while steps and steps[-1].partition("_")[0] in ("heading", "subheading", "intro", "s", "rest"):
        steps.pop()
    return "__".join(steps)


def _prints_number(clause: Clause, language: str) -> bool:
    if clause.kind in ("note", "editorial"):
        return False
    label = label_at(clause.text)
    heading = heading_of(clause.text, language_of(language))
    return bool((heading and heading.number) or (label and label.readings[0].ordinal))


def documents(bench: Path, text: Parallel) -> tuple[Document, Document]:
    """Return both sides as published; the units as paragraphs where there is no such file."""
    folder = bench / "treaties" / text.name
    if not (folder / "ru_doc.txt").exists():
        return segment("\n\n".join(text.source), "ru"), segment("\n\n".join(text.target), "en")
    return paralign.read(folder / "ru_doc.txt"), paralign.read(folder / "en_doc.txt")


def text_files(bench: Path) -> list[Path]:
    """Return every text file of the bench with text to read."""
    files = sorted(bench.rglob("*.txt")) + sorted(bench.rglob("dev.??"))
    return [path for path in files if path.name != "ids.txt"]


def is_lawful(document: Document) -> bool:
    """Return whether invariants 2 and 3 hold."""
    text, end, kept = document.text, 0, 0
    for clause in document:
        passage = [character for character in text[clause.start : clause.end] if character.isalnum()]
        if clause.start < end or passage != [character for character in clause.text if character.isalnum()]:
            return False
        end, kept = clause.end, kept + len(passage)
    return kept == sum(map(str.isalnum, text))


def seconds(text: str) -> float:
    """Return the best process time of several rounds."""

    def once() -> float:
        began = time.process_time()
        segment(text)
        return time.process_time() - began

    return min(once() for _ in range(_ROUNDS))


def print_laws_and_speed(bench: Path) -> None:
    """Print how many files obey the invariants, and the speed over the documents."""
    files = text_files(bench)
    unlawful = [path for path in files if not is_lawful(segment(path.read_text("utf-8")))]
    print(f"\ninvariants 2 and 3 hold in {len(files) - len(unlawful)} of {len(files)} files", *unlawful)
    texts = [path.read_text("utf-8") for path in files if path.name.endswith("_doc.txt")]
    size, spent = sum(len(text.encode()) for text in texts), sum(map(seconds, texts))
    print(f"speed: {size / spent / 1e6:.2f} MB a second over {len(texts)} documents of {size / 1e6:.2f} MB")


_SHOW_WRONG = False


def main() -> None:
    global _SHOW_WRONG
    parser = argparse.ArgumentParser(description="Measure reading on the bench folder.")
    parser.add_argument("bench")
    parser.add_argument("treaties", nargs="*", help="only these, without speed and invariants")
    parser.add_argument("--wrong", action="store_true", help="show what is wrong")
    options = parser.parse_args()
    bench, _SHOW_WRONG = bench_folder([options.bench]), options.wrong
    print(f"{'text':<22}{'clauses':>12}{'notes':>10}{'precision':>11}{'coverage':>10}{'paths':>8}  of", flush=True)
    for name in options.treaties or TREATIES:
        text = treaty(bench, name)
        pair = documents(bench, text)
        counts = measured(text, *pair)
        sizes = "/".join(str(len(document)) for document in pair)
        notes = "/".join(str(sum(clause.kind == "note" for clause in document)) for document in pair)
        precision, coverage = counts.right / counts.paired, counts.covered / counts.linked
        paths = counts.equal_paths / max(1, counts.numbered)
        print(f"{name:<22}{sizes:>12}{notes:>10}{precision:>11.4f}{coverage:>10.4f}", end="")
        print(f"{paths:>8.4f}  {counts.numbered}", flush=True)
    if not options.treaties:
        print_laws_and_speed(bench)


if __name__ == "__main__":
    main()
