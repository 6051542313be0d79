"""From lines to text: page matter and footnotes set apart, columns of two languages told apart, paragraphs found."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paralign.reading.extracted import Block, Extracted, extracted_of
from paralign.reading.marks import MARKED, PLAIN, cleared
from paralign.reading.pdf_lines import LEFT, RIGHT, Glyph, Line, lines_of
from paralign.reading.pdf_paragraphs import paragraphs_of
from paralign.segmentation import detect_language
from paralign.segmentation.detection import UNKNOWN
from paralign.segmentation.labels import heading_of
from paralign.segmentation.language import merged

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:\d{1,4}|[ivxlc]{1,6})[-–—\s]*|(?:page|стр(?:аница|\.)?|с\.)\s*\d{1,4}(?:\s*(?:of|из|/)\s*\d{1,4})?"
    r"|\d{1,4}\s*(?:of|из|/)\s*\d{1,4}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_NOTE = re.compile(rf"{PLAIN}|[\[(]?\d{{1,3}}[\])]?[.\s]*\D|[*†‡]")
#: A running head stands among a page's outermost lines and on at least this many pages.
_OUTERMOST, _FEWEST_PAGES = 3, 3
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
    texts = ["\n\n".join(cleared(text, known) for text in paragraphs_of(stream)) for stream in streams]
    extracted = extracted_of([*(Block(text) for text in texts if text), *last])
    return _with_parts(extracted, texts)


def _notes_and_matter(notes: _Notes, lines: list[list[Line]], matter: set[Line]) -> Iterator[str]:
    yield from notes.texts
    for page in lines:
        yield from (line.text for line in page if line in matter)


# page matter


def _page_matter(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """Running heads and page numbers."""
    outer = [_outermost(page) for page in pages]
    counts = Counter(key for lines in outer for key in {_key(line) for line in lines})
    repeated = {line for lines in outer for line in lines if counts[_key(line)] >= _FEWEST_PAGES}
    return repeated | {line for page in pages for line in _page_numbers(page, repeated)}


def _outermost(page: Sequence[Line]) -> list[Line]:
    rows = sorted({line.y for line in page})
    edge = {*rows[:_OUTERMOST], *rows[-_OUTERMOST:]}
    return [line for line in page if line.y in edge]


def _key(line: Line) -> str:
    """A line with its digits alike; those of a heading count, because articles follow one another."""
    text = line.text.casefold()
    return text if heading_of(line.text, merged("ru", "en")) else _DIGITS.sub("#", text)


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
