"""From paragraphs to clauses: an ordered list of small rules votes on every place where a clause might end.

The places are the stops of a sentence, the labels of an inline list, and the recitals of a preamble that is
one paragraph. The first rule that speaks decides. To change where texts are cut, add a rule and golden cases.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import regex

from paralign.segmentation.inline import fused_start, list_starts
from paralign.segmentation.labels import heading_of, label_at, roman_number
from paralign.segmentation.language import Language, starts_with, words
from paralign.segmentation.record import Cut

_CLOSING = ")]»”’\"'›"
_CLOSERS = rf"[{regex.escape(_CLOSING)}]*"
_DIGITS = "0123456789"
_NOTE_MARK = regex.compile(r"[.!?…]\d{1,2}$")
_STOP = regex.compile(
    rf"[.!?…؟۔।]+(?:(?<=\p{{L}}[.!?…])\d{{1,2}})?{_CLOSERS}(?P<space> )|(?P<wide>[。！？｡]+{_CLOSERS}) ?(?=.)"
)
_OPENERS = "«“„\"'‘([‹–—- "
_ACRONYM = regex.compile(r"(?:\p{Lu}\.)+\p{Lu}")
_INITIAL = regex.compile(r"(?:\p{Lu}\p{Ll}?\.-?)*\p{Lu}")
_LABEL_ALONE = regex.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLХ]{1,7})[)\]]?\.?\)?")
_BRACKET = regex.compile(r"[()]")
_WORD = regex.compile(r"\p{L}\p{M}*\p{L}|[\p{Lo}]|\p{L}$")
_REACH = 60
_LONGEST_BRACKET = 600
_LONGEST_TITLE = 90
_SHORTEST_SENTENCE = 12


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A clean paragraph and what is found in it once for all its places.

    Attributes:
        text: The clean text.
        language: The words that rules ask for.
        items: Where items of inline lists begin.
        recitals: Where run-on recitals and the formula after them begin.
        fused: Where the text begins that a heading's title runs into.
        brackets: Starts and ends of the outermost round brackets, one after the other.
    """

    text: str
    language: Language
    items: frozenset[int]
    recitals: frozenset[int]
    fused: frozenset[int]
    brackets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a clause might end.

    Attributes:
        paragraph: The paragraph it is in.
        start: Where the clause that would end here begins.
        end: Where it would end.
        next: Where the next one would begin.
        before: The word before the last one.
        left: The last word before the place, without opening brackets and quotes.
        token: The same without its stop and what closes after it.
        right: The first word after the place, without opening brackets and quotes.
    """

    paragraph: Paragraph
    start: int
    end: int
    next: int
    before: str
    left: str
    token: str
    right: str


def place_at(paragraph: Paragraph, start: int, end: int, after: int) -> Place:
    """The place with its neighbouring words, cut out once for all rules."""
    text = paragraph.text
    words_left = text[max(start, end - _REACH) : end].rsplit(" ", 2)
    left = words_left[-1].lstrip(_OPENERS)
    token = left.rstrip(_DIGITS) if _NOTE_MARK.search(left) else left
    before = words_left[-2] if len(words_left) > 1 else ""
    right = text[after : after + _REACH].lstrip(_OPENERS).split(" ", 1)[0]
    return Place(paragraph, start, end, after, before, left, token.rstrip(_CLOSING).removesuffix("."), right)


#: True joins, False splits, None leaves it to the next rule.
Vote = bool | None


def list_item(place: Place) -> Vote:
    """Обязуются: | а) не нападать; | б) не угрожать."""
    return False if place.next in place.paragraph.items else None


def run_on_recital(place: Place) -> Vote:
    """Recalling the Charter, | Convinced of it, | Have agreed."""
    return False if place.next in place.paragraph.recitals else None


def inside_brackets(place: Place) -> Vote:
    """Stops within brackets: (см. ст. 5. + Там же)."""
    inside = bisect_right(place.paragraph.brackets, place.end - 1) % 2
    return True if inside else None


def lower_case_follows(place: Place) -> Vote:
    """и т.д. в порядке; "Yahoo!" and others."""
    return True if not place.right or place.right[0].islower() or place.right[0] in ",;:)%&/+=" else None


def label_alone(place: Place) -> Vote:
    """2. + Каждая; IV. + Заключительные положения."""
    text = place.paragraph.text[place.start : min(place.end, place.start + _REACH)]
    if place.end - place.start >= _REACH:
        return None
    return True if _LABEL_ALONE.fullmatch(text) or _is_label(text) else None


def no_words(place: Place) -> Vote:
    """1. + 1. + 1.: a clause has a word."""
    return None if _WORD.search(place.paragraph.text, max(place.start, place.end - _REACH), place.end) else True


def heading_alone(place: Place) -> Vote:
    """Статья 5. + Толкование, but Статья 5. | Стороны обязуются ….

    Only a short title stays with its number.
    """
    if place.end - place.start >= _REACH:
        return None
    text = place.paragraph.text
    heading = heading_of(text[place.start : place.end], place.paragraph.language)
    if not heading or heading.rest:
        return None
    starts = (k for k in (*place.paragraph.items, *place.paragraph.fused) if k > place.next)
    end = min(starts, default=len(text))
    return end < len(text) or not (text.endswith((".", ";", ":")) and end - place.next > _LONGEST_TITLE)


def fused_heading(place: Place) -> Vote:
    """Статья 6 Без ущерба | Настоящее Соглашение …."""
    return False if place.next in place.paragraph.fused else None


def initials(place: Place) -> Vote:
    """Б. + Н. + Ельцин, but Annex A. | The Parties."""
    if not _INITIAL.fullmatch(place.token) or len(place.token) > 6 or "." not in place.left:
        return None
    language = place.paragraph.language
    if roman_number(place.token) and place.before.casefold() in words(language.references):
        return None
    if place.before.casefold() in words(language.references) and _is_starter(place):
        return False
    return None if _ACRONYM.fullmatch(place.token) else True


def abbreviation(place: Place) -> Vote:
    """ст. + 5; Mr. + Yeltsin; т. е. + Стороны."""
    if "." not in place.left:
        return None
    language, two = place.paragraph.language, _two_words(place)
    one = place.token.casefold().replace("’", "'").rpartition("'")[2]  # l'art. + 5; dell'art. + 5
    if two in words(language.abbreviations):
        return True
    if place.before[-1:].isdigit() and one in words(language.closing):
        return None
    return True if one in words(language.abbreviations) and two not in words(language.closing) else None


def before_number(place: Place) -> Vote:
    """Protocol No. + 3; ч. + 1."""
    known = "." in place.left and place.token.casefold() in words(place.paragraph.language.before_number)
    number = place.right[:1].isdigit() or roman_number(place.right.rstrip(".,;:)"))
    return True if known and number and not place.before[-1:].isdigit() else None


def year_or_town(place: Place) -> Vote:
    """8 декабря 1991 г. | Стороны, but в г. + Минске."""
    if place.token.casefold() != "г" or not place.left.endswith("."):
        return None
    if not place.before[-1:].isdigit():
        return True
    return _too_short(place) or place.right[:1] == "№" or None


def acronym(place: Place) -> Vote:
    """U.S. + Government, but in the U.S. | The Parties."""
    return not _is_starter(place) if _ACRONYM.fullmatch(place.token) else None


def closing_abbreviation(place: Place) -> Vote:
    """и т.д. | Стороны; Acme Co. + Ltd."""
    known = words(place.paragraph.language.closing)
    if "." not in place.left or not ({place.token.casefold(), _two_words(place)} & known):
        return None
    return not place.right[:1].isupper() or place.right.casefold().rstrip(".,") in known


def ordinal_number(place: Place) -> Vote:
    """Am 3. + Oktober, in the languages that write so."""
    if not place.paragraph.language.ordinal_stop:
        return None
    return True if place.token.isdigit() and len(place.token) < 3 else None


def day_before_month(place: Place) -> Vote:
    """25. + December."""
    month = place.right.casefold().strip(",.") in words(place.paragraph.language.months)
    return True if month and place.token.isdigit() else None


def sentence_end(place: Place) -> Vote:
    """… прекращает свое существование. | Государства."""
    return False


RULES: tuple[Callable[[Place], Vote], ...] = (
    list_item,
    run_on_recital,
    fused_heading,
    inside_brackets,
    lower_case_follows,
    label_alone,
    no_words,
    heading_alone,
    initials,
    abbreviation,
    before_number,
    year_or_town,
    acronym,
    closing_abbreviation,
    ordinal_number,
    day_before_month,
    sentence_end,
)


def clause_spans(text: str, language: Language, log: list[Cut] | None = None) -> list[tuple[int, int]]:
    """Where the clauses of a clean paragraph begin and end.

    >>> from paralign.segmentation.language import language_of
    >>> text = "В ст. 5 сказано иначе. Стороны согласны."
    >>> [text[start:end] for start, end in clause_spans(text, language_of("ru"))]
    ['В ст. 5 сказано иначе.', 'Стороны согласны.']
    """
    places, items = _places(text), list_starts(text, language)
    recitals, fused = _recital_starts(text, language), fused_start(text, language)
    if not places and not items and not recitals and not fused:
        return [(0, len(text))]
    paragraph = Paragraph(text, language, frozenset(items), frozenset(recitals), frozenset(fused), _brackets(text))
    ends = dict.fromkeys((*items, *recitals, *fused)) | {after: end for end, after in places}
    spans, start = [], 0
    for after in sorted(ends):
        place = place_at(paragraph, start, ends[after] or after - 1, after)
        if _splits(place, log):
            spans.append((start, place.end))
            start = after
    return [*spans, (start, len(text))]


def _splits(place: Place, log: list[Cut] | None) -> bool:
    rule, joined = next((rule, vote) for rule in RULES if (vote := rule(place)) is not None)
    if log is not None:
        text = place.paragraph.text
        left, right = (
            text[max(place.start, place.end - _REACH) : place.end],
            text[place.next : place.next + _REACH],
        )
        log.append(Cut(place.next, joined, rule.__name__, left, right))
    return not joined


def _places(text: str) -> list[tuple[int, int]]:
    found = []
    for stop in _STOP.finditer(text):
        end = stop.start("space") if stop["space"] else stop.end("wide")
        found.append((end, stop.end()))
    return found


def _recital_starts(text: str, language: Language) -> list[int]:
    """Only in a paragraph that is a preamble: one that begins with a recital, or ends with the formula."""
    formula = _formula_tail(language).search(text, max(0, len(text) - 120)) if text.endswith(":") else None
    if not formula and not starts_with(language.openers).match(text):
        return []
    sure = formula is not None or text.endswith((",", ";"))
    found = [mark.start() for mark in _recital_mark(language, sure).finditer(text)]
    return [*found, *([formula.start()] if formula else [])]


@cache
def _recital_mark(language: Language, sure: bool) -> regex.Pattern[str]:
    """After a semicolon, or a comma and a capital; after any comma in what is surely a preamble."""
    openers = "|".join(language.openers) or "(?!)"
    small = "|".join(word for word in language.dangling if len(word) < 4) or "(?!)"  # …, in accordance with …
    comma = rf"(?<=, )(?=\p{{Lu}}|(?!(?:{small})\b)\p{{Ll}})" if sure else r"(?<=, )(?=\p{Lu})"
    return regex.compile(rf"(?:(?<=; )|{comma})(?=(?i:{openers})(?!\p{{L}}))")


@cache
def _formula_tail(language: Language) -> regex.Pattern[str]:
    formulas = "|".join(language.formulas) or "(?!)"
    return regex.compile(rf"(?<=[,;] )(?=(?i:(?:they )?(?:{formulas}))[^,;.]*:$)")


def _brackets(text: str) -> tuple[int, ...]:
    """The outermost pairs. One that never closes, or only far away, is a slip and counts for nothing."""
    spans: list[int] = []
    opened: list[int] = []
    if "(" not in text:
        return ()
    for mark in _BRACKET.finditer(text):
        if mark[0] == "(":
            opened.append(mark.start())
        elif opened:
            begin = opened.pop()
            if mark.start() - begin < _LONGEST_BRACKET:
                while spans and spans[-2] > begin:
                    del spans[-2:]
                spans += begin, mark.start()
    return tuple(spans)


def _is_label(text: str) -> bool:
    label = label_at(text)
    return label is not None and label.end >= len(text)


def _two_words(place: Place) -> str:
    return f"{place.before} {place.token}".casefold().lstrip(_OPENERS)


def _is_starter(place: Place) -> bool:
    word = place.right.rstrip(",.;:")
    return word[:1].isupper() and word.casefold() in words(place.paragraph.language.starters)


def _too_short(place: Place) -> bool:
    """Too little for a sentence: В 1991 г. + Российская Федерация."""
    return place.end - place.start <= _SHORTEST_SENTENCE
