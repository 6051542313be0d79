"""Check the invariants on mutated files with python benchmarks/mutate.py BENCH [COUNT].

Each round takes a passage of a bench text and changes it a few times: characters deleted, doubled, swapped, inserted
(controls, other scripts, line ends, note marks, page numbers), lines moved. Prints the seed of every round whose
document breaks invariant 2 or 3, or raises; ends with status 1 if there was any. The seeds count from 0, so that a
round can be run again.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from bench_data import bench_folder
from reading import is_lawful, text_files

from paralign.segmentation import segment

_COUNT = 10_000
_LONGEST = 6000
_INSERTED = (
    "\0", "\x0c", "\x85", "\r", "\r\n", "\n", "\n\n", "\t", "\u2028", "\u00a0", "\u00ad", "\u200b", "\ufeff",
    "\u0301", "\ufb01", "²", "³", "*", "†", "1", " 3 ", "-", "- ", "—", "…", ".", ". ", ";", ":", ", ", "(", ")", "«",
    "»", '"', "“", "\n12\n", "\n- 5 -\n", " 2 12-57345 ", "\n1 Report of the Parties.\n", "条约。", "معاهدة", "Ω",
    "I", "Х", "a) ", "(i) ", "1.1 ", "2. ", "Article 5\n", "Статья 5\n", "Д О Г О В О Р", "½", "٣. ", "ё", "\U0001f600",
)  # fmt: skip


def mutated(text: str, rng: random.Random) -> str:
    """Return a passage of the text, changed in one to twelve places."""
    start = rng.randrange(max(1, len(text) - 200))
    passage = text[start : start + rng.randrange(50, _LONGEST)]
    for _ in range(rng.randint(1, 12)):
        passage = _changed(passage, rng)
    return passage


def _changed(text: str, rng: random.Random) -> str:
    i, size = rng.randrange(len(text) + 1), rng.choice((1, 1, 2, 5, 40))
    before, piece, after = text[:i], text[i : i + size], text[i + size :]
    match rng.randrange(6):
        case 0:
            return before + after
        case 1:
            return before + piece + piece + after
        case 2:
            return after + piece + before
        case 3:
            return before + piece[::-1] + after
        case 4:
            return before + piece.upper() + after
        case _:
            return before + rng.choice(_INSERTED) + piece + after


def fails(text: str) -> str:
    """Return what is wrong with the document of a text, or an empty string."""
    try:
        return "" if is_lawful(segment(text)) else "invariant broken"
    except Exception as error:  # noqa: BLE001 - no text may raise anything
        return repr(error)


def main() -> None:
    bench = bench_folder(sys.argv[1:])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else _COUNT
    texts = [Path(path).read_text("utf-8") for path in text_files(bench)]
    began, failures = time.process_time(), 0
    for seed in range(count):
        rng = random.Random(seed)
        problem = fails(mutated(rng.choice(texts), rng))
        failures += bool(problem)
        if problem:
            print(f"seed {seed}: {problem}", flush=True)
    print(f"{count - failures} of {count} mutated texts obey the invariants ({time.process_time() - began:.0f} s)")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
