"""Lists inside a paragraph: «… должны: a) …; b) …; c) ….» is a chapeau and three items.

A label counts only as a member of a list: the first of its kind after a colon (or the paragraph's own label),
each next one in sequence and after a stop. So "paragraphs (a) and (b)" and "article 5 (2)" are left alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from paralign.segmentation.labels import Label, Reading, heading_number_end, heading_of, label_at
from paralign.segmentation.language import Language, words

_MARK = regex.compile(r" [(\[]?(?:\p{L}|\d{1,2}|[ivxIVX]{2,5})[)\]] |(?<=[:;.]) \d{1,2}\. ")
_WIDE_MARK = regex.compile(  # Chinese sets no spaces: …而言：（甲）称…；（乙）称…
    r"(?<=[：；。]) ?(?=[（(](?:\p{Han}{1,3}|\d{1,2}|[a-z])[)）]|[一二三四五六七八九十]{1,3}、|[㈠-㈩①-⑳])"
)
_WIDE_STOP = regex.compile(r"[：；。]")
_MAY_LIST = regex.compile(r"[)\]）、]|\d\. |[㈠-㈩①-⑳]")
_BULLET = regex.compile(r"[:;؛] (?=[\-–—•] \p{L})")
_BEFORE = regex.compile(r"(?P<stop>[:;,.…：；。؛،])[»”\"]?\d{0,2}(?: (?P<word>\p{L}+))?(?: |(?<=[：；。]))$")
_SECOND = regex.compile(r"; [(\[]?(?:b|б|2|ii)[)\]] ")
_MAY_SECTION = regex.compile(r"\d\.\d")
_SECTION = regex.compile(r"(?:(?P<stop>[.;:])|[\p{L})»”\"]) (?P<number>\d{1,2}\.\d{1,2})(?= [«“\"]?\p{Lu})")
_CAPITAL = regex.compile(r"(?P<before>\p{L}[\p{L}\-]*)[)»”\"]? (?P<word>\p{Lu}\p{Ll}*)(?= )")
_LONGEST_TITLE = 150
_REACH = 24
_SHORTEST_ITEM = 8


@dataclass(slots=True)
class _Level:
    """A list that is open: its style, and the last label seen in it."""

    style: str
    ordinal: float
    end: int


def list_starts(text: str, language: Language) -> list[int]:
    """Where items of inline lists begin, in order.

    >>> from paralign.segmentation.language import language_of
    >>> text = "Стороны обязуются: а) не нападать; б) не угрожать, как указано в пунктах а) и б)."
    >>> [text[i : i + 5] for i in list_starts(text, language_of("ru"))]
    ['а) не', 'б) не']
    """
    marks = _marks(text) if _MAY_LIST.search(text) else []
    found = _sequence(text, marks, language) if marks else []
    return sorted({*found, *_bullets(text), *_sections(text, language)})


def _sections(text: str, language: Language) -> list[int]:
    """Section 3. Contract term | 3.1 This contract … is signed. | 3.2 The Contractor …."""
    found = list(_SECTION.finditer(text)) if _MAY_SECTION.search(text) else []
    heading = heading_of(text, language) if found else None
    first = f"{heading.number}.1" if heading else ""
    return [mark.start("number") for mark in found if mark["stop"] or mark["number"] == first]


def fused_start(text: str, language: Language) -> list[int]:
    """Where the first sentence begins that a heading's title runs into, as the only item of a list; or none.

    >>> from paralign.segmentation.language import language_of
    >>> text = "Статья 6 Без ущерба Настоящее Соглашение толкуется в контексте Конвенции."
    >>> [text[i:] for i in fused_start(text, language_of("ru"))]
    ['Настоящее Соглашение толкуется в контексте Конвенции.']
    """
    if not text.endswith((".", ";", ":")):
        return []
    number = heading_number_end(text, language)
    if not number or not text[number : number + 1].isupper():
        return []
    # Only a title is without a stop: Статья 5. Толкование. Стороны is for sentences to cut.
    stop = text.find(". ", number, number + _LONGEST_TITLE)
    for word in _CAPITAL.finditer(text, number, stop if stop >= 0 else number + _LONGEST_TITLE):
        dangling = word["before"].casefold() in words(language.dangling)
        lone = word.start() == number and word["before"].casefold() in words(language.lone_titles)
        if (lone or word["word"].casefold() in words(language.starters)) and not dangling:
            return [word.start("word")]
    return []


def _marks(text: str) -> list[int]:
    spaced = [found.start() + 1 for found in _MARK.finditer(text)]
    wide = [found.end() for found in _WIDE_MARK.finditer(text)] if _WIDE_STOP.search(text) else []
    return sorted(spaced + wide)


def _bullets(text: str) -> list[int]:
    found = [mark.end() for mark in _BULLET.finditer(text)]
    return found if len(found) > 1 and text[found[0] - 2] == ":" else []


def _sequence(text: str, marks: list[int], language: Language) -> list[int]:
    own = label_at(text)
    second = label_at(text, own.end) if own else None  # 9. a) указать; b) указать
    levels = [_Level(reading.style, reading.ordinal, own.end) for reading in own.readings] if own else []
    levels += [_Level(reading.style, reading.ordinal, second.end) for reading in second.readings] if second else []
    starts = []
    for mark in marks:
        before = _BEFORE.search(text, max(0, mark - _REACH), mark)
        label = label_at(text, mark)
        if before and label and _conjunction(before["word"], language) and _placed(levels, label, before, mark):
            starts.append(mark)
    return starts


def _conjunction(word: str | None, language: Language) -> bool:
    return word is None or word.casefold() in words(language.conjunctions) | {"либо", "and", "or", "и", "или"}


def _placed(levels: list[_Level], label: Label, before: regex.Match[str], mark: int) -> bool:
    """Whether the label goes on one of the open lists, or opens one; the lists are updated."""
    for depth in range(len(levels) - 1, -1, -1):
        reading = _next_of(levels[depth], label.readings)
        if reading and mark - levels[depth].end >= _SHORTEST_ITEM:
            del levels[depth + 1 :]
            levels[depth] = _Level(reading.style, reading.ordinal, label.end)
            return True
    first = next((reading for reading in label.readings if reading.ordinal == 1), None)
    if first and before["word"] is None and _opens(before, mark):
        levels[:] = [level for level in levels if level.style != first.style]
        levels.append(_Level(first.style, 1, label.end))
        return True
    return False


def _opens(before: regex.Match[str], mark: int) -> bool:
    """A colon opens a list; a comma does where the second item follows: verpflichten sich, a) …; b) …."""
    return before["stop"] in ":：" or (before["stop"] == "," and bool(_SECOND.search(before.string, mark)))


def _next_of(level: _Level, readings: tuple[Reading, ...]) -> Reading | None:
    """The reading that comes next in a list. Letters may be skipped: «ё», «й», a lost item."""
    for reading in readings:
        step = reading.ordinal - level.ordinal
        if reading.style == level.style and 0 < step <= 1 + 2 * ("1" not in reading.style):
            return reading
    return None
