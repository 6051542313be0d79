"""The texts of the bench folder, read as its README says."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Bead = tuple[tuple[int, ...], tuple[int, ...]]

#: Weights that did not see one half of the yearbook, made by ``train.py --fold``.
FOLDS = Path(__file__).parent / "weights"
#: Which texts serve for what. What is reported is never trained on; the three isa sets share their wording.
TRAINING = ("wmt22_ru-en", "tico19", "debian_web/even", "bible_synodal_ukjv/even")
CALIBRATION = ("wmt23_ru-en", "pud", "debian_web/odd", "bible_synodal_ukjv/odd")
REPORTING = ("ntrex128", "treaties")
TREATIES = (
    "un_charter",
    "udhr",
    "cc_by-nc-sa_4.0",
    "debian_constitution",
    "isa_nodules-2013",
    "isa_crusts-2012",
    "isa_sulphides-2010",
)


@dataclass(frozen=True)
class Parallel:
    """Two texts as clauses, and which of them translate each other."""

    name: str
    source: list[str]
    target: list[str]
    gold: list[Bead]
    languages: tuple[str, str] = ("ru", "en")


def bench_folder(arguments: list[str]) -> Path:
    """Return the bench folder named first on the command line; end the program clearly where it is missing."""
    if not arguments or not (Path(arguments[0]) / "treaties").is_dir():
        named = arguments[0] if arguments else "(none given)"
        sys.exit(f"{named}: not the bench folder. Give the folder that holds treaties/, lines/ and beads/.")
    return Path(arguments[0])


def treaty(bench: Path, name: str) -> Parallel:
    """Return one treaty of the bench, from its units."""
    folder = bench / "treaties" / name
    gold = [
        (_indices(left), _indices(right))
        for left, _, right in (line.partition("\t") for line in _lines(folder / "gold.tsv"))
    ]
    return Parallel(name, _lines(folder / "ru_units.txt"), _lines(folder / "en_units.txt"), gold)


def yearbook(bench: Path) -> Parallel:
    """Return the German-French mountaineering yearbook, aligned by hand."""
    folder = bench / "beads" / "textberg-dev"
    gold = []
    for line in _lines(folder / "dev.defr"):
        left, _, right = line.partition("]:[")
        gold.append((_indices(left.strip("[] ")), _indices(right.strip("[] "))))
    return Parallel("textberg-dev", _lines(folder / "dev.de"), _lines(folder / "dev.fr"), gold, ("de", "fr"))


def halves(text: Parallel) -> tuple[Parallel, Parallel]:
    """Return the two halves of a text, cut between beads."""
    middle = len(text.gold) // 2
    return _part(text, text.gold[:middle], "/1"), _part(text, text.gold[middle:], "/2")


def line_documents(bench: Path, name: str) -> list[list[tuple[str, str]]]:
    """Return the documents of a line-aligned text as lists of (Russian, English); NAME/even or /odd, half of them."""
    base, _, share = name.partition("/")
    documents = list(_web_pages(bench)) if base == "debian_web" else list(_by_id(bench / "lines" / base))
    return documents[{"even": 0, "odd": 1}.get(share, 0) :: 2] if share else documents


def _web_pages(bench: Path) -> Iterator[list[tuple[str, str]]]:
    for page in sorted((bench / "lines" / "debian_web" / "docs").glob("*.tsv")):
        rows = [line.partition("\t") for line in _lines(page)]
        yield [(ru, en) for ru, _, en in rows if ru != en and any("а" <= c <= "я" for c in ru.lower())]


def _by_id(folder: Path) -> Iterator[list[tuple[str, str]]]:
    ids_file = folder / "ids.txt"
    pairs = list(zip(_lines(folder / "ru.txt"), _lines(folder / "en.txt"), strict=True))
    ids = _lines(ids_file) if ids_file.exists() else ["all"] * len(pairs)
    documents: dict[str, list[tuple[str, str]]] = {}
    for key, pair in zip(ids, pairs, strict=True):
        documents.setdefault(_document_key(key), []).append(pair)
    yield from documents.values()


def _document_key(line_id: str) -> str:
    """tico19 counts "CMU_1:1", wmt "name TAB p0 TAB s1", the Bible "book TAB chapter TAB verse", pud "n01001013"."""
    fields = line_id.split("\t")
    if len(fields) == 3:
        return fields[0] if fields[1].startswith("p") else " ".join(fields[:2])
    return line_id.rpartition(":")[0] or line_id[:6]


def _part(text: Parallel, beads: list[Bead], suffix: str) -> Parallel:
    sources, targets = sorted(i for s, _ in beads for i in s), sorted(j for _, t in beads for j in t)
    i0, j0 = sources[0], targets[0]
    gold = [(tuple(i - i0 for i in s), tuple(j - j0 for j in t)) for s, t in beads]
    source, target = text.source[i0 : sources[-1] + 1], text.target[j0 : targets[-1] + 1]
    return Parallel(text.name + suffix, source, target, gold, text.languages)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def _indices(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(",") if part.strip())
