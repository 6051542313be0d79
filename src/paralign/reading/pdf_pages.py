"""From lines to text: page matter and footnotes set apart, columns of two languages told apart, paragraphs found."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from paralign.reading.extracted import Block, Extracted, extracted_of
from paralign.reading.marks import MARKED, PLAIN, cleared
from paralign.reading.pdf_lines import LEFT, RIGHT, Glyph, Line, lines_of
from paralign.reading.pdf_paragraphs import paragraphs_of
from paralign.segmentation import detect_language
from paralign.segmentation.detection import UNKNOWN
from paralign.segmentation.flow import Vocabulary, flow_of
from paralign.segmentation.labels import heading_of
from paralign.segmentation.language import Language, language_of, merged

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:\d{1,4}|[ivxlc]{1,6})[-–—\s]*|(?:page|стр(?:аница|\.)?|с\.)\s*\d{1,4}(?:\s*(?:of|из|/)\s*\d{1,4})?"
    r"|\d{1,4}\s*(?:of|из|/)\s*\d{1,4}",
    re.IGNORECASE,
)
_OPEN_BREAK = re.compile(r"(?<![-\N{HYPHEN}\N{SOFT HYPHEN}])\n")
_DIGITS = re.compile(r"\d+")
_NOTE = re.compile(rf"{PLAIN}|[\[(]?\d{{1,3}}[\])]?[.\s]*\D|[*†‡]")
#: A running head stands among a page's outermost lines and on at least this many pages.
_OUTERMOST, _FEWEST_PAGES = 3, 3
#: Pages this near are asked for it: heads change with the chapter, and left and right pages have their own.
_NEAR = 4
#: A footnote's letters are smaller than those of the text by this much.
_SMALLER = 0.93


def extracted_of_pages(pages: Sequence[Sequence[Glyph]]) -> Extracted:
    """The text of a document whose characters are known page by page."""
    lines = lines_of(pages)
    matter = _page_matter(lines)
    body = [[line for line in page if line not in matter] for page in lines]
    notes = _Notes(_usual_height(body))
    body = [notes.take(page) for page in body]
    known = notes.marks
    last = [Block(cleared(text, ()), note=True) for text in _notes_and_matter(notes, lines, matter)]
    streams = _streams([line for page in body for line in page])
    texts = ["\n\n".join(_mended([cleared(text, known) for text in paragraphs_of(stream)])) for stream in streams]
    extracted = extracted_of([*(Block(text) for text in texts if text), *last])
    return _with_parts(extracted, texts)


def _notes_and_matter(notes: _Notes, lines: list[list[Line]], matter: set[Line]) -> Iterator[str]:
    yield from notes.texts
    for page in lines:
        yield from (line.text for line in page if line in matter)


# page matter


def _page_matter(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """Running heads and page numbers."""
    edges = [edge for page in pages for edge in _edges(page)]
    places = defaultdict(list)
    for edge in edges:
        for row in edge:
            places[_key(row)].append(row[0].page)
    leading = _leading(pages)
    repeated = {line for edge in edges for row in _repeated(edge, places, leading) for line in row}
    repeated |= set(_on_both(pages)) if len(pages) == 2 else set()
    return repeated | {line for page in pages for line in _page_numbers(page, repeated)}


def _edges(page: Sequence[Line]) -> tuple[list[list[Line]], list[list[Line]]]:
    """The outermost rows of a page, from its head inwards and from its foot inwards, and one row more."""
    rows = defaultdict(list)
    for line in page:
        rows[line.y].append(line)
    ordered = [rows[y] for y in sorted(rows, reverse=True)]
    return ordered[: _OUTERMOST + 1], ordered[: -_OUTERMOST - 2 : -1]


def _repeated(edge: Sequence[list[Line]], places: Mapping[str, list[int]], leading: float) -> list[list[Line]]:
    """The rows at a page's edge that nearby pages have, too, and that stand apart from the text or on all of them."""
    near = [0 if row[0].text.startswith(PLAIN) else _times_near(row, places) for row in edge]
    count = next((k for k, times in enumerate(near) if times < _FEWEST_PAGES or k == _OUTERMOST), len(near))
    while count and not (_stands_apart(edge, count, leading) or min(near[:count]) > 2 * _NEAR):
        count -= 1
    return list(edge[:count])


def _times_near(row: Sequence[Line], places: Mapping[str, list[int]]) -> int:
    """On how many of the pages around a row there is one like it, its own page included."""
    pages, here = places[_key(row)], row[0].page
    return len({*pages[bisect_left(pages, here - _NEAR) : bisect_right(pages, here + _NEAR)]})


def _stands_apart(edge: Sequence[list[Line]], count: int, leading: float) -> bool:
    """A gap follows, or a change of size, that lines of one paragraph do not have between them."""
    if count == len(edge):
        return True
    inner, outer = edge[count][0], edge[count - 1][0]
    larger = max(inner.height, outer.height)
    return abs(inner.y - outer.y) > 1.3 * leading * larger or abs(inner.height - outer.height) > 0.05 * larger


def _leading(pages: Sequence[Sequence[Line]]) -> float:
    """The usual distance of lines, in parts of their height."""
    pairs = (pair for page in pages for pair in pairwise(page) if pair[0].column == pair[1].column)
    distances = sorted((a.y - b.y) / max(a.height, b.height) for a, b in pairs if a.y > b.y)
    return distances[len(distances) // 5] if distances else 1.2


def _on_both(pages: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """Of two pages, the lines at their very edges that are alike and at the same height."""
    for edge in (min, max):
        ends = [line for page in pages for line in page if line.y == edge(other.y for other in page)]
        if len(ends) == 2 and _key(ends[:1]) == _key(ends[1:]) and abs(ends[0].y - ends[1].y) < 1:
            yield from ends


def _key(row: Sequence[Line]) -> str:
    """A row with its digits alike; those of a heading count, because articles follow one another."""
    text = " ".join(line.text for line in row)
    return text if heading_of(text, merged("ru", "en")) else _DIGITS.sub("#", text)


def _page_numbers(page: Sequence[Line], repeated: set[Line]) -> list[Line]:
    """The first or last line that is left, where it is nothing but a number."""
    left = [line for line in page if line not in repeated]
    if len(left) < 2:
        return []
    edge = {max(line.y for line in left), min(line.y for line in left)}
    alone = Counter(line.y for line in left)
    return [line for line in left if line.y in edge and alone[line.y] == 1 and _PAGE_NUMBER.fullmatch(line.text)]


# footnotes


def _usual_height(pages: Sequence[Sequence[Line]]) -> float:
    counts: Counter[float] = Counter()
    for page in pages:
        for line in page:
            counts[line.height] += len(line.text)
    return counts.most_common(1)[0][0] if counts else 0.0


@dataclass(slots=True)
class _Notes:
    """The footnotes found so far.

    Attributes:
        height: That of the text.
        texts: Their texts, as set aside.
    """

    height: float
    texts: list[str]

    def __init__(self, height: float) -> None:
        self.height, self.texts = height, []

    @property
    def marks(self) -> set[str]:
        """The signs that notes begin with."""
        found = (MARKED.match(text) for text in self.texts)
        plain = (re.match(r"[\[(]?(\d{1,3}|[*†‡]+)", text) for text in self.texts)
        return {match[2] for match in found if match} | {match[1] for match in plain if match}

    def take(self, page: Sequence[Line]) -> list[Line]:
        """The lines of a page without its footnotes, which are kept."""
        taken: list[Line] = []
        for column in {line.column for line in page}:
            own = sorted((line for line in page if line.column == column), key=lambda line: -line.y)
            foot = _foot(own, page, self.height)
            if any(_NOTE.match(line.text) for line in foot):
                self._add(foot)
                taken += foot
        return [line for line in page if line not in taken]

    def _add(self, foot: Sequence[Line]) -> None:
        runs: list[list[Line]] = []
        for line in foot:
            if not runs or _NOTE.match(line.text):
                runs.append([])
            runs[-1].append(line)
        if self.texts and not _NOTE.match(foot[0].text):  # the rest of a note on the page before
            self.texts[-1] += "\n" + _joined(runs.pop(0))
        self.texts += map(_joined, runs)


def _foot(column: Sequence[Line], page: Sequence[Line], height: float) -> list[Line]:
    """The smaller lines at the foot of a column, if nothing in the text's size is below them."""
    foot: list[Line] = []
    for line in reversed(column):
        if line.height >= _SMALLER * height:
            break
        foot.insert(0, line)
    below = max((line.y for line in foot), default=0.0)
    return [] if any(line.y < below and line.height >= _SMALLER * height and line.column == column[0].column
                     for line in page) else foot  # fmt: skip


def _joined(lines: Sequence[Line]) -> str:
    """A note's lines; its mark stands apart from its text."""
    text = ""
    for line in lines:
        text += ("\n" if text.endswith("-") else " " if text else "") + line.text
    return MARKED.sub(lambda found: f"{found[0]} " if found.start() == 0 else found[0], text).replace("  ", " ")


# broken words


def _mended(paragraphs: Sequence[str]) -> list[str]:
    """Paragraphs whose words are whole, by the rules of segmentation: those of this document tell most."""
    whole = "\n".join(paragraphs)
    words, language = Vocabulary(whole), language_of(detect_language(whole))
    return ["\n".join(_flowing(text, words, language) for text in _OPEN_BREAK.split(part)) for part in paragraphs]


def _flowing(text: str, words: Vocabulary, language: Language) -> str:
    return flow_of(text, 0, len(text), words, language).text if "\n" in text else text


# streams


def _streams(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in reading order; where the columns are in two languages, one stream for each."""
    sides = defaultdict(list)
    for line in lines:
        sides[line.column].append(line)
    codes = [detect_language("\n".join(line.text for line in sides[side])) for side in (LEFT, RIGHT)]
    if codes[0] == codes[1] or UNKNOWN in codes:
        return [list(lines)]
    return [[line for line in lines if line.column != RIGHT], sides[RIGHT]]


def _with_parts(extracted: Extracted, texts: Sequence[str]) -> Extracted:
    """The same with the language of each stream named, where there are two."""
    if len(texts) != 2:
        return extracted
    first, second = texts
    spans = ((0, len(first)), (len(first) + 2, len(first) + 2 + len(second)))
    parts = tuple((span, detect_language(text)) for span, text in zip(spans, texts, strict=True))
    return Extracted(extracted.text, extracted.notes, parts=parts)
