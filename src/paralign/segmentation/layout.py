"""From lines to paragraphs: what a page's layout tore apart is joined, what it set apart stays apart.

Every pair of neighbouring lines is a joint. An ordered list of small rules votes on it; the first that speaks
decides, and ``explain`` shows which one it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import regex

from paralign.segmentation.detection import cyrillic_and_latin, sampled
from paralign.segmentation.flow import AROUND, Flow, Vocabulary, flow_of, unspaced
from paralign.segmentation.labels import heading_of, label_at
from paralign.segmentation.language import Language, starts_with, words
from paralign.segmentation.lifting import lifted
from paralign.segmentation.notes import Span, apart, note_spans
from paralign.segmentation.record import Cut

_HAS_TEXT = regex.compile(r"[\p{L}\p{N}]")
_ENDS_WITH_LETTER = regex.compile(r"[\p{L}\p{N}]$")
_ENDS_SENTENCE = regex.compile(r"[.!?…:؟۔。！？：][)\]»”\"’']*\d{0,2}$")
_ENDS_CLAUSE = regex.compile(r"[,;،؛，；][)\]»”\"’']*$")
_ENDS_HYPHEN = regex.compile(r"\p{L}[\-\N{HYPHEN}\N{SOFT HYPHEN}\N{NOT SIGN}]$")
_STARTS_COUNT = regex.compile(r"\d{1,4} \p{Ll}")
_STARTS_LOWER = regex.compile(r"[(\[«“„\"'‘]*\p{Ll}")
_LAST_WORD = regex.compile(r"\S+$")
_NAME = regex.compile(r"(?:\p{Lu}\.\s?){1,3}(?:\p{Lu}\p{Ll}*-?)+")
_WE = regex.compile(r"(?i:мы|ми|біз|we|nous|nosotros|wir|noi|nós|my),? .*\p{L}\p{L}$")
#: …: a) and …; and (b)
_ENDS_LABEL = regex.compile(r"[:;](?: \p{L}{1,4})? \(?(?:\p{L}|[ivx]{1,4}|\d)\)$")
_REACH = 40
_SHORT = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty.

    Attributes:
        start: Where its content begins in the file.
        end: Where it ends.
        text: The content, stripped, with letters that are set wide drawn together.
        gap: Empty lines before it.
        indent: Characters before the content.
    """

    start: int
    end: int
    text: str
    gap: int
    indent: int


@dataclass(frozen=True, slots=True)
class Page:
    """What a whole page tells about each of its lines.

    Attributes:
        width: Length of a wrapped line, 0 where lines are not wrapped.
        double_spaced: Every line is followed by an empty one.
        bilingual: It holds Cyrillic and Latin text.
    """

    width: float
    double_spaced: bool
    bilingual: bool


@dataclass(frozen=True, slots=True)
class Joint:
    """Two neighbouring lines, and the one after them."""

    above: Line
    below: Line
    after: Line | None
    page: Page
    language: Language

    @property
    def gap(self) -> int:
        """Empty lines between, not counting those of a double-spaced page."""
        return max(0, self.below.gap - self.page.double_spaced)

    @property
    def above_ends(self) -> str:
        """The last characters above, enough for any rule about an ending."""
        return self.above.text[-_REACH:]

    @property
    def last_word(self) -> str:
        """The last word above, in lower case."""
        found = _LAST_WORD.search(self.above_ends)
        return found[0].casefold() if found else ""

    @property
    def below_is_lower(self) -> bool:
        """The line below goes on in lower case."""
        return bool(_STARTS_LOWER.match(self.below.text))

    @property
    def above_is_full(self) -> bool:
        """The line above reaches the page's margin, so that it says nothing by ending there."""
        room = len(self.above.text) + len(self.below.text.split(" ", 1)[0]) + 1
        return bool(self.page.width) and room >= 0.85 * self.page.width


#: True joins, False splits, None leaves it to the next rule.
Vote = bool | None


def other_script(joint: Joint) -> Vote:
    """Russian above, English below."""
    if not joint.page.bilingual:
        return None
    above, below = (cyrillic_and_latin(line.text[:400]) for line in (joint.above, joint.below))
    if min(sum(above), sum(below)) < 4:
        return None
    return False if (above[0] > above[1]) != (below[0] > below[1]) else None


def two_empty_lines(joint: Joint) -> Vote:
    """More than one empty line."""
    return False if joint.gap > 1 else None


def reference_cut(joint: Joint) -> Vote:
    """In accordance with article ⏎ 12."""
    if joint.gap or joint.last_word not in words(joint.language.references):
        return None
    if heading_of(joint.above.text, joint.language):  # Première partie ⏎ 1. …
        return None
    return True if label_at(joint.below.text) else None


def torn_label(joint: Joint) -> Vote:
    """… is calculated as follows: a) ⏎ 5 dollars: the label was torn from its item."""
    return True if _ENDS_LABEL.search(joint.above_ends) and not label_at(joint.below.text) else None


def label_below(joint: Joint) -> Vote:
    """… ⏎ 2. Each Party."""
    return False if label_at(joint.below.text) else None


def label_above(joint: Joint) -> Vote:
    """1. ⏎⏎ Стандартные условия …: a label that lost its line."""
    label = label_at(joint.above.text) if len(joint.above.text) < _SHORT else None
    if joint.gap > 1 or not label or label.end < len(joint.above.text) or not label.readings[0].ordinal:
        return None
    return None if heading_of(joint.below.text, joint.language) else True


def heading_below(joint: Joint) -> Vote:
    """… ⏎ Article 5."""
    return False if heading_of(joint.below.text, joint.language) else None


def heading_above(joint: Joint) -> Vote:
    """Article 5 ⏎ …, or a heading whose title goes on in lower case."""
    heading = heading_of(joint.above.text, joint.language)
    if not heading:
        return None
    return bool(heading.rest) and joint.below_is_lower and not joint.gap


def capitals_above(joint: Joint) -> Vote:
    """FUNCTIONS AND POWERS ⏎ The General Assembly."""
    if not _in_capitals(joint.above.text):
        return None
    return not joint.gap and _in_capitals(joint.below.text) and not _ENDS_SENTENCE.search(joint.above_ends)


def hyphen_above(joint: Joint) -> Vote:
    """friend- ⏎ ship."""
    torn = _ENDS_HYPHEN.search(joint.above_ends) and _STARTS_LOWER.match(joint.below.text)
    return True if torn and joint.gap <= 1 else None


def name_line(joint: Joint) -> Vote:
    """Б. Ельцин ⏎ Л. Кравчук."""
    is_name = _NAME.match(joint.below.text) and len(joint.below.text) < _REACH
    return False if is_name and not _ENDS_CLAUSE.search(joint.above_ends) and not joint.above_is_full else None


def cut_sentence(joint: Joint) -> Vote:
    """… formed on a parity basis and ⏎⏎ operating in the way."""
    if not joint.gap:
        return None
    if joint.gap == 1 and _refers_on(joint):
        return True
    counts = joint.gap == 1 and _STARTS_COUNT.match(joint.below.text)  # не позднее чем через ⏎⏎ 60 дней
    if not (joint.below_is_lower or counts) or not _ENDS_WITH_LETTER.search(joint.above_ends):
        return False
    if starts_with(joint.language.openers).match(joint.below.text):
        return False
    return not _opens_list(joint)


def indented_below(joint: Joint) -> Vote:
    """A first line that is set in."""
    deeper = joint.below.indent - joint.above.indent >= 2
    return False if deeper and not joint.below_is_lower and joint.page.width else None


def recital_below(joint: Joint) -> Vote:
    """Die Vertragsstaaten dieses Übereinkommens – ⏎ in Anbetracht …."""
    if joint.page.width or not joint.above_ends.endswith((" –", " —", " -")):
        return None
    return False if starts_with(joint.language.openers).match(joint.below.text) else None


def parties_above(joint: Joint) -> Vote:
    """Ми, народи Об'єднаних Націй, сповнені рішучості ⏎ позбавити …, where lines are not wrapped."""
    loose = not joint.page.width and not joint.gap and _WE.match(joint.above.text)
    return False if loose and joint.below_is_lower else None


def item_end(joint: Joint) -> Vote:
    """… of international law; ⏎ recognizing …, where lines are not wrapped."""
    loose = not joint.page.width or not joint.above_is_full
    return False if loose and _ENDS_CLAUSE.search(joint.above_ends) else None


def lower_below(joint: Joint) -> Vote:
    """… of the rejection of ⏎ the use of force."""
    return True if joint.below_is_lower and not _ENDS_SENTENCE.search(joint.above_ends) else None


def dangling_word(joint: Joint) -> Vote:
    """… and all-European and ⏎ Eurasian markets."""
    return True if joint.last_word in words(joint.language.dangling) else None


def full_line(joint: Joint) -> Vote:
    """A line that reaches the margin goes on below, even where a sentence ends there."""
    if not joint.above_is_full:
        return None
    if _ENDS_SENTENCE.search(joint.above_ends):
        return True if _at_margin(joint) else None
    return True


def next_paragraph(joint: Joint) -> Vote:
    """Nothing speaks for one paragraph."""
    return False


RULES: tuple[Callable[[Joint], Vote], ...] = (
    other_script,
    two_empty_lines,
    reference_cut,
    torn_label,
    label_below,
    label_above,
    heading_below,
    heading_above,
    capitals_above,
    hyphen_above,
    cut_sentence,
    name_line,
    indented_below,
    recital_below,
    parties_above,
    item_end,
    lower_below,
    dangling_word,
    full_line,
    next_paragraph,
)


def paragraphs(text: str, language: Language, log: list[Cut] | None = None, notes: Sequence[Span] = ()) -> list[Flow]:
    """The paragraphs of a text, clean, in order, each with its offsets; the notes in it are paragraphs of their own.

    Passages in ``notes`` are known to be such; others are found.
    """
    spans = apart([*notes, *note_spans(text, language)])
    rest = lifted(text, spans)
    vocabulary = Vocabulary(rest.text)
    flows = [rest.put_back(flow) for flow in _flows(rest.text, language, vocabulary, log)]
    apart_flows = (_note(text, span, vocabulary, language) for span in spans)
    return sorted((*flows, *filter(None, apart_flows)), key=lambda flow: flow.origins[0])


def _flows(text: str, language: Language, vocabulary: Vocabulary, log: list[Cut] | None) -> Iterator[Flow]:
    lines = _lines(text)
    for block in _blocks(lines, _page(lines, text), language, log):
        yield flow_of(text, block[0].start, block[-1].end, vocabulary, language)


def _note(text: str, span: Span, vocabulary: Vocabulary, language: Language) -> Flow | None:
    inside = text[slice(*span)]
    content = inside.strip(AROUND)
    if not _HAS_TEXT.search(content):
        return None
    start = span[0] + inside.index(content)
    return replace(flow_of(text, start, start + len(content), vocabulary, language), is_note=True)


def _blocks(lines: list[Line], page: Page, language: Language, log: list[Cut] | None) -> Iterator[list[Line]]:
    block = lines[:1]
    for i in range(1, len(lines)):
        after = lines[i + 1] if i + 1 < len(lines) else None
        joint = Joint(lines[i - 1], lines[i], after, page, language)
        rule, joined = next((rule, vote) for rule in RULES if (vote := rule(joint)) is not None)
        if log is not None:
            log.append(Cut(lines[i].start, joined, rule.__name__, lines[i - 1].text[-_REACH:], lines[i].text[:_REACH]))
        if not joined:
            yield block
            block = []
        block.append(lines[i])
    if block:
        yield block


def _lines(text: str) -> list[Line]:
    """Lines with text; one without letters and digits is as good as empty."""
    found, offset, gap = [], 0, 0
    for raw in text.splitlines(keepends=True):
        content = raw.strip(AROUND)
        if _HAS_TEXT.search(content):
            indent = raw.index(content)
            start = offset + indent
            found.append(Line(start, start + len(content), unspaced(content), gap, indent))
            gap = 0
        else:
            gap += 1
        offset += len(raw)
    return found


def _page(lines: list[Line], text: str) -> Page:
    pairs = list(pairwise(lines))
    single = [(a, b) for a, b in pairs if b.gap == 1]
    double = len(single) >= 8 and len(single) > 0.9 * len(pairs) and _torn(single) > 0.3 * len(single)
    close = [(a, b) for a, b in pairs if b.gap <= int(double)]
    torn = [len(a.text) for a, b in close if _is_torn(a, b)]
    wrapped = len(torn) >= 3 and len(torn) > 0.15 * len(close)
    cyrillic, latin = cyrillic_and_latin(sampled(text))
    bilingual = min(cyrillic, latin) > 0.1 * (cyrillic + latin)
    return Page(median(torn) if wrapped else 0.0, double, bilingual)


def _torn(pairs: list[tuple[Line, Line]]) -> int:
    return sum(_is_torn(above, below) for above, below in pairs)


def _is_torn(above: Line, below: Line) -> bool:
    """A line break within a sentence."""
    return bool(_ENDS_WITH_LETTER.search(above.text[-3:]) and _STARTS_LOWER.match(below.text))


def _in_capitals(text: str) -> bool:
    return text[:200].isupper() and sum(map(str.isalpha, text[:20])) > 3


def _at_margin(joint: Joint) -> bool:
    """The line above is as long as a wrapped line, neither shorter nor much longer."""
    length, first = len(joint.above.text), joint.below.text.split(" ", 1)[0]
    return length + len(first) + 1 >= joint.page.width and length <= 1.2 * joint.page.width


def _refers_on(joint: Joint) -> bool:
    """… in accordance with Part XI, ⏎⏎ section 5, of the Convention."""
    first = joint.below.text.split(" ", 1)[0]
    refers = first.islower() and first in words(joint.language.references) - words(joint.language.conjunctions)
    return refers and joint.above_ends[-1:] not in ".;:!?…"


def _opens_list(joint: Joint) -> bool:
    """The lower-case line is one of several: a list, not the rest of a sentence."""
    item_above = not joint.page.width and joint.above.gap and _STARTS_LOWER.match(joint.above.text)
    if item_above or joint.after is None or not joint.after.gap:
        return bool(item_above)
    ends_item = not joint.page.width or _ENDS_CLAUSE.search(joint.below.text[-_REACH:])
    return bool(ends_item and _STARTS_LOWER.match(joint.after.text))
