"""How many documents are read right when they come in an old encoding: python benchmarks/encodings.py BENCH."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from paralign.errors import InputError
from paralign.reading.encodings import decode

CYRILLIC = (
    "windows-1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "utf-16", "utf-16-le", "utf-16-be", "utf-32",
    "utf-32-le", "utf-8", "utf-8-sig",
)  # fmt: skip
WESTERN = ("windows-1252", "utf-16", "utf-8")
SHORT = 200
LIKE = str.maketrans({
    "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "―": "-", "‑": "-",
    "−": "-", "…": "...", "№": "N", "ё": "е", "Ё": "Е", "\xad": "", "\ufeff": "",
})  # fmt: skip


def writable(text: str, encoding: str) -> str:
    """The text as someone would have typed it in that encoding: plain quotes where it has no others."""
    return text.translate({ord(character): _typed(character, encoding) for character in set(text)})


def _typed(character: str, encoding: str) -> str:
    for candidate in (character, character.translate(LIKE)):
        try:
            candidate.encode(encoding)
            return candidate
        except UnicodeEncodeError:
            pass
    return "?"


def documents(bench: Path) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    seeds = Path(__file__).parents[1] / "seeds"
    for path in sorted(bench.glob("treaties/*/ru_*.txt")) + sorted(bench.glob("lines/*/ru.txt")):
        yield f"{path.parent.name}/{path.name}", path.read_text("utf-8"), CYRILLIC
    for path in sorted(seeds.glob("*.ru*.txt")):
        yield path.name, path.read_text("utf-8"), CYRILLIC
    for path in sorted(bench.glob("treaties/*/en_*.txt")) + sorted(bench.glob("beads/*/dev.[df][er]")):
        yield f"{path.parent.name}/{path.name}", path.read_text("utf-8"), WESTERN


def is_read_right(text: str, encoding: str) -> bool:
    typed = writable(text, encoding)
    try:
        return decode(typed.encode(encoding)).text == typed
    except InputError:
        return False


def pieces(text: str) -> list[str]:
    """Short texts from all over the document."""
    step = max(SHORT, len(text) // 40)
    cut = (text[i : i + SHORT] for i in range(0, len(text), step))
    return [piece for piece in cut if not piece.isascii()]


def main(bench: Path) -> None:
    whole: dict[str, list[bool]] = {}
    short: dict[str, list[bool]] = {}
    for name, text, encodings in documents(bench):
        for encoding in encodings:
            right = is_read_right(text, encoding)
            if not right:
                print("wrong:", name, encoding)
            whole.setdefault(encoding, []).append(right)
            short.setdefault(encoding, []).extend(is_read_right(piece, encoding) for piece in pieces(text))
    print(f"{'encoding':<14} {'documents':>9} {'right':>6} {'of 200 characters':>18} {'right':>6}")
    for encoding, rights in whole.items():
        few = short[encoding]
        print(f"{encoding:<14} {len(rights):>9} {sum(rights) / len(rights):>6.3f} ", end="")
        print(f"{len(few):>17} {sum(few) / len(few):>6.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
