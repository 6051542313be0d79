"""Which passages of a text are no part of what it says: page numbers, running heads, footnotes.

They stand where a page ended, so often within a sentence, even within a line. Each kind is found by what it does:
page numbers go up, running heads come again, a footnote begins with a mark that the text before it bears. Where
nothing but its looks speaks for a note, it stays text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import regex

from paralign.segmentation.flow import AROUND
from paralign.segmentation.labels import heading_of, label_at
from paralign.segmentation.language import Language, words

Span = tuple[int, int]

_PAGE_LINE = regex.compile(
    r"(?P<dash>[-–—]\s*)?(?P<a>\d{1,4})(?:\s*[-–—])?"
    r"|(?P<word>(?i:page|p\.|страница|стр\.?|с\.)\s*)(?P<b>\d{1,4})(?:\s*(?:of|из|/)\s*\d{1,4})?"
)
#: A document's number as it is printed on each page: 12-57345, ISBA/16/A/12/Rev.1.
_SYMBOL = r"\d\d-\d{5}|[A-Z]{1,6}(?:/[A-Z0-9][\w.\-]*){2,6}"
_STAMP = re.compile(rf"(?<![\w/\-])(?:{_SYMBOL})(?![\w/\-])")  # ``re`` reads a long text faster than ``regex``
_NUMBER_BEFORE = regex.compile(r"(?<![\p{L}\p{N}/\-])\d{1,4}(?=[ \t]+$)")
_NUMBER_AFTER = regex.compile(r"[ \t]+(\d{1,4})(?![\p{L}\p{N}/\-])")
_DIGITS = regex.compile(r"\d+")
_ENDS_SENTENCE = regex.compile(r"[.!?…:;][)\]»”\"’']*\d{0,2}$")
_STARTS_LOWER = regex.compile(r"[(\[«“„\"'‘]*\p{Ll}")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
#: A note's mark and its first letter: 3 Report of the United Nations; * Принят.
_NOTE = regex.compile(r"(?P<mark>\d{1,2}(?= )|[⁰¹²³⁴⁵-⁹]{1,2}|\*{1,3}|[†‡])\s*(?=[«“\"]?\p{Lu})")
_INLINE = regex.compile(r"(?<=[\p{L}.;:,!?»”\")] )(?P<mark>\d{1,2}) (?=[«“\"(]?\p{Lu})")
#: A mark in the text: Development.3, Area1, заявителем*.
_MARK = re.compile(r"(?<!\d)(?:\d{1,2}|[⁰¹²³⁴-⁹]{1,2}|\*{1,3}|[†‡])(?![\w/*])")
_MARK_RUN = re.compile(r"[\d⁰¹²³⁴-⁹*†‡]+")
_MARKED_WORD = regex.compile(r"\p{L}{3}[»”\")]*[.,;:]?$")
#: A mark that a page's text layer set apart: развитию 3 Поиск; заявителем 2 ;
_LOOSE_MARK = regex.compile(r"(?P<word>\p{Ll}{3,}) (?P<mark>\d{1,2})(?= [;,.]|\.? \p{Lu})")
_NEW_BLOCK = regex.compile(r"\n\s*(?:\n|\S{1,6}[.)]\s)")
_SENTENCE_END = regex.compile(r"[.!?][)\]»”\"]* (?P<lower>\p{Ll})")
_LAST_WORD = regex.compile(r"(\S+)\s*$")
_NUMBERED = regex.compile(r"(?m)^\s*\d{1,3}\.\s")
#: A page has more text than this; numbered verses have less.
_SHORTEST_PAGE = 400
_LONGEST_HEAD = 100
_LONGEST_PAGE_LINE = 20
_LONGEST_NOTE = 1500
#: A note is not farther from its mark.
_FARTHEST_MARK = 8000
_LEAST_PAGES = 3
#: Lines that a page's end may have one below the other: note, head, number.
_MOST_FURNITURE = 4


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with text: where it is, what is around it."""

    start: int
    end: int
    text: str
    gap: int
    page_break: bool


class Page:
    """A whole text as its notes are looked for: its lines, and the marks of notes in it."""

    def __init__(self, text: str, language: Language) -> None:
        self.text, self.language = text, language
        self.lines = list(_lines(text))

    @cached_property
    def groups(self) -> list[list[int]]:
        """Lines that come again, digits aside, on as many pages as a running head."""
        groups: dict[str, list[int]] = defaultdict(list)
        for i, line in enumerate(self.lines):
            if len(line.text) <= _LONGEST_HEAD:
                groups[_DIGITS.sub("#", line.text).casefold()].append(i)
        return [same for same in groups.values() if len(same) >= _LEAST_PAGES and self._may_be_head(same[0])]

    @cached_property
    def numbered(self) -> list[tuple[int, int, bool]]:
        """Lines that are only a number: which, the number, and whether they say that it is a page's."""
        return [
            (i, int(found["a"] or found["b"]), bool(found["dash"] or found["word"]))
            for i, line in enumerate(self.lines)
            if len(line.text) < _LONGEST_PAGE_LINE and (found := _PAGE_LINE.fullmatch(line.text))
        ]

    @cached_property
    def doubtful(self) -> set[int]:
        """Lines that may be no text: numbers, and what comes again and is no small letter's line."""
        again = (i for same in self.groups for i in same if not _STARTS_LOWER.match(self.lines[i].text))
        return {*(i for i, _, _ in self.numbered), *again}

    def _may_be_head(self, i: int) -> bool:
        text = self.lines[i].text
        if _NOTE.match(text) or _PAGE_LINE.fullmatch(text) or _ENDS_SENTENCE.search(text):
            return False
        return not heading_of(text, self.language) and not label_at(text)

    @cached_property
    def marks(self) -> dict[str, list[int]]:
        """Where each note mark stands in the text."""
        found: dict[str, list[int]] = defaultdict(list)
        for run in _MARK_RUN.finditer(self.text):
            mark = _MARK.match(self.text, run.start())
            if mark and _MARKED_WORD.search(self.text, max(0, mark.start() - 6), mark.start()):
                found[mark[0].translate(_SUPERSCRIPTS)].append(mark.start())
        return found

    @cached_property
    def loose_marks(self) -> dict[str, list[int]]:
        """Where a number stands that may be a note mark, because no word before it asks for one."""
        found: dict[str, list[int]] = defaultdict(list)
        for mark in _LOOSE_MARK.finditer(self.text):
            if mark["word"] not in words(self.language.references):
                found[mark["mark"]].append(mark.start())
        return found

    @cached_property
    def is_numbered(self) -> bool:
        """Its own paragraphs are numbered with a stop, so that a number without one is something else."""
        return len(_NUMBERED.findall(self.text)) >= _LEAST_PAGES

    def marked_before(self, mark: str, position: int, loosely: bool = False) -> bool:
        """The text bears this mark not far before."""
        places = (self.loose_marks if loosely else self.marks).get(mark, ())
        k = bisect_left(places, position)
        return k > 0 and position - places[k - 1] < _FARTHEST_MARK

    def interrupts(self, first: int, last: int) -> bool:
        """The lines from first to last stand within a sentence, with others that may be no text either."""
        first = next((i for i in range(first, first - _MOST_FURNITURE, -1) if i - 1 not in self.doubtful), first)
        last = next((i for i in range(last, last + _MOST_FURNITURE) if i + 1 not in self.doubtful), last)
        if not first or last + 1 >= len(self.lines):
            return False
        above, below = self.lines[first - 1].text, self.lines[last + 1].text
        torn = not _ENDS_SENTENCE.search(above[-40:]) and not _refers(above, self.language)
        return torn and bool(_STARTS_LOWER.match(below)) and not heading_of(above, self.language)


def note_spans(text: str, language: Language) -> list[Span]:
    r"""The passages that are notes, in order, none touching another's letters.

    >>> from paralign.segmentation.language import language_of
    >>> text = "The Parties⁵ shall, in the\n\n⁵ Report of the Parties.\n\nmeantime, consult."
    >>> [text[start:end] for start, end in note_spans(text, language_of("en"))]
    ['⁵ Report of the Parties.']
    """
    page = Page(text, language)
    numbers = _page_numbers(page)
    heads = _running_heads(page, numbers)
    lines = {*numbers, *heads}
    found = [(page.lines[i].start, page.lines[i].end) for i in sorted(lines)]
    found = apart([*found, *_stamps(text)])
    return apart([*found, *_footnote_lines(page, lines), *_inline_footnotes(page, found)])


def apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _lines(text: str) -> Iterator[_Line]:
    offset, gap, broken = 0, 0, False
    for raw in text.splitlines(keepends=True):
        content = raw.strip(AROUND)
        broken = broken or raw.startswith("\f")
        if any(map(str.isalnum, content)):
            start = offset + raw.index(content)
            yield _Line(start, start + len(content), content, gap, broken)
            gap, broken = 0, False
        else:
            gap += 1
        broken = broken or raw.endswith("\f")
        offset += len(raw)


# page numbers


def _page_numbers(page: Page) -> list[int]:
    """Lines that are only a number, where the numbers go up page by page."""
    chain = _rising(page.numbered, page)
    if len(chain) >= _LEAST_PAGES and any(sure or _at_page_end(page, i) for i, _, sure in chain):
        return [i for i, _, _ in chain]
    return [i for i, _, _ in page.numbered if page.interrupts(i, i) and _set_apart(page, i)]


def _rising(numbered: Sequence[tuple[int, int, bool]], page: Page) -> list[tuple[int, int, bool]]:
    """The longest of the runs that begin somewhere and go up by one or two, a page apart."""
    best: list[tuple[int, int, bool]] = []
    for begin in range(min(len(numbered), 4)):
        chain = [numbered[begin]]
        for entry in numbered[begin + 1 :]:
            far = page.lines[entry[0]].start - page.lines[chain[-1][0]].start
            if 1 <= entry[1] - chain[-1][1] <= 1 + far // (2 * _SHORTEST_PAGE) and far >= _SHORTEST_PAGE:
                chain.append(entry)
        best = max(best, chain, key=len)
    return best


def _at_page_end(page: Page, i: int) -> bool:
    after = page.lines[i + 1] if i + 1 < len(page.lines) else None
    return page.interrupts(i, i) or page.lines[i].page_break or (after is not None and after.page_break)


def _set_apart(page: Page, i: int) -> bool:
    after = page.lines[i + 1]
    return bool(page.lines[i].gap or after.gap or page.lines[i].page_break or after.page_break)


# running heads


def _running_heads(page: Page, numbers: Sequence[int]) -> list[int]:
    """Lines that come again on three pages or more, digits aside."""
    near = {j for i in numbers for j in (i - 2, i - 1, i + 1, i + 2)}
    return [i for same in page.groups for i in _heads_of(page, same, near)]


def _heads_of(page: Page, same: Sequence[int], near: set[int]) -> Sequence[int]:
    text = page.lines[same[0]].text
    framed = [i for i in same if i in near or _beside_break(page, i)]
    if len(framed) >= _LEAST_PAGES:
        return framed
    telling = _STAMP.search(text) or (_DIGITS.search(text) and text.upper() == text)
    torn = sum(page.interrupts(i, i) for i in same)
    return same if telling and (torn or _STAMP.fullmatch(text)) and _a_page_apart(page, same) else ()


def _beside_break(page: Page, i: int) -> bool:
    after = page.lines[i + 1] if i + 1 < len(page.lines) else None
    return page.lines[i].page_break or (after is not None and after.page_break)


def _a_page_apart(page: Page, same: Sequence[int]) -> bool:
    return all(page.lines[b].start - page.lines[a].start >= _SHORTEST_PAGE for a, b in pairwise(same))


# a page's number and its document's, wherever they stand


def _stamps(text: str) -> list[Span]:
    """12 12-57345, where the same comes again with a higher number."""
    groups: dict[tuple[str, str], list[tuple[int, Span]]] = defaultdict(list)
    for found in _STAMP.finditer(text):
        before = _NUMBER_BEFORE.search(text, max(0, found.start() - 8), found.start())
        after = _NUMBER_AFTER.match(text, found.end())
        if before:
            groups[found[0], "before"].append((int(before[0]), (before.start(), found.end())))
        if after:
            groups[found[0], "after"].append((int(after[1]), (found.start(), after.end())))
    return [span for same in groups.values() for span in _if_rising(same)]


def _if_rising(same: Sequence[tuple[int, Span]]) -> Iterator[Span]:
    if len(same) >= _LEAST_PAGES and all(a < b for (a, _), (b, _) in pairwise(same)):
        yield from (span for _, span in same)


# footnotes


def _footnote_lines(page: Page, furniture: set[int]) -> Iterator[Span]:
    """Lines that begin with a mark, and those that go on with them."""
    last_number, last_end = 0, 0
    paragraph = 0
    for i, line in enumerate(page.lines):
        if i in furniture or line.start < last_end:
            continue
        found = _NOTE.match(line.text) if not line.text[0].isalpha() else None
        if found and (end := _end_of_note(page, i, furniture)):
            mark = found["mark"].translate(_SUPERSCRIPTS)
            next_paragraph = mark.isdigit() and int(mark) == paragraph + 1
            plain = mark.isdigit() and page.is_numbered and line.gap and not next_paragraph
            loosely = plain and (int(mark) == last_number + 1 or page.marked_before(mark, line.start, loosely=True))
            if loosely or page.marked_before(mark, line.start):
                last_number, last_end = int(mark) if mark.isdigit() else last_number, end
                yield line.start, end
                continue
        label = label_at(line.text)
        if label and label.readings[0].style == "1.":
            paragraph = int(label.readings[0].ordinal)


def _end_of_note(page: Page, i: int, furniture: set[int]) -> int:
    """Where the note that begins with a line ends: at an empty line, a page's end, another note; 0 if it is none."""
    last, end = i, page.lines[i].end
    for k in range(i + 1, len(page.lines)):
        line = page.lines[k]
        if k in furniture or line.gap or line.page_break or _NOTE.match(line.text):
            break
        goes_on = _STARTS_LOWER.match(line.text) and _ENDS_SENTENCE.search(page.lines[k - 1].text[-40:])
        if goes_on or label_at(line.text) or heading_of(line.text, page.language):
            break
        last, end = k, line.end
    if i and not _ENDS_SENTENCE.search(page.lines[i - 1].text[-40:]):  # … sea ⏎ 1 Report …, annex I. bed or subsoil
        end = _rest_of_sentence(page.text, page.lines[i].start, end, page.language) or end
    sentence = _ENDS_SENTENCE.search(page.text, max(0, end - 40), end)
    if not sentence or end - page.lines[i].start >= _LONGEST_NOTE:
        return 0
    return end if end < page.lines[last].end or _may_begin(page, i, last) else 0


def _may_begin(page: Page, i: int, last: int) -> bool:
    """After the end of a sentence, or within one that goes on after the note."""
    return not i or bool(_ENDS_SENTENCE.search(page.lines[i - 1].text[-40:])) or page.interrupts(i, last)


def _inline_footnotes(page: Page, furniture: Sequence[Span]) -> Iterator[Span]:
    """Notes that run into the text: … use. 3 Report of the Conference, annex I. 4 12-57345."""
    if not page.marks:
        return
    starts = [start for start, _ in furniture]
    for found in _INLINE.finditer(page.text):
        start = found.start("mark")
        before = page.text[max(0, start - 60) : start]
        is_date = page.text[found.end() : found.end() + 12].split(" ")[0].casefold() in words(page.language.months)
        if page.marked_before(found["mark"], start) and not is_date and not _refers(before, page.language):
            end = _inline_end(page.text, start, starts, page.language)
            if end:
                yield start, end


def _inline_end(text: str, start: int, furniture: Sequence[int], language: Language) -> int:
    """At the page's end, or where the interrupted sentence goes on in lower case; 0 where neither is near."""
    block = _NEW_BLOCK.search(text, start, start + _LONGEST_NOTE)
    limit = block.start() if block else min(len(text), start + _LONGEST_NOTE)
    page_end = next((k for k in furniture if start < k <= limit), None)
    if page_end is not None:
        return start + len(text[start:page_end].rstrip())
    if _ENDS_SENTENCE.search(text, max(0, start - 40), start - 1):
        return 0
    return _rest_of_sentence(text, start, limit, language)


def _rest_of_sentence(text: str, start: int, limit: int, language: Language) -> int:
    """Where a note ends that the interrupted sentence goes on after, in lower case; 0 where it does not."""
    for stop in _SENTENCE_END.finditer(text, start + 3, limit):
        word = text[max(start, stop.start() - 30) : stop.start()].rsplit(" ", 1)[-1]
        if word.casefold() not in words(language.abbreviations) and word.casefold() not in words(language.closing):
            return int(stop.start("lower")) - 1
    return 0


def _refers(text: str, language: Language) -> bool:
    """Ends with a word that a number belongs to: under regulation 6."""
    found = _LAST_WORD.search(text[-60:])
    return found is not None and found[1].casefold() in words(language.references)
