"""The numbers that Word shows but does not write: resolved from a document's numbering and styles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from paralign.reading.numerals import written
from paralign.reading.xml import below, named

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
#: Styles that are based on each other in a circle are not followed further.
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Attributes:
        style: How its number is written, in Word's words (``lowerLetter``).
        text: What is printed, such as ``%1.%2``.
        start: Its first number.
        restart: The level (from 1) whose numbers start it anew; 0 for never; None for every level above.
        legal: All its numbers are shown in digits.
    """

    style: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted.

    Attributes:
        levels: By list (``w:num``) and level.
        abstract: The definition behind each list; lists with one definition count together.
        starts: Where a list starts a level anew, by list and level.
        styles: List and level by paragraph style.
    """

    levels: dict[tuple[str, int], Level]
    abstract: dict[str, str]
    starts: dict[tuple[str, int], int]
    styles: dict[str, tuple[str, int]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, properties: etree._Element | None) -> str:
        """What Word prints before the paragraph with these properties. To be asked for each paragraph in turn."""
        number, level = self._list_of(properties)
        own = self.levels.get((number, level))
        if own is None:
            return ""
        counts = self._counts.setdefault(self.abstract[number], {})
        self._count(number, level, own, counts)
        if own.style == "bullet":
            return "•"
        if own.style == "none" and not _PLACE.search(own.text):
            return own.text.strip()
        return _PLACE.sub(lambda place: self._written(number, int(place[1]) - 1, own, counts), own.text).strip()

    def _list_of(self, properties: etree._Element | None) -> tuple[str, int]:
        if properties is None:
            return "", 0
        number, level = self.styles.get(value(properties, "pStyle"), ("", 0))
        for own in named(properties, "numpr"):
            number = value(own, "numId") or number
            level = _integer(value(own, "ilvl"), level)
        return number, level

    def _count(self, number: str, level: int, own: Level, counts: dict[int, int]) -> None:
        anew = self.starts.get((number, level))
        if anew is not None and (number, level) not in self._started:
            counts[level] = anew
        else:
            counts[level] = counts[level] + 1 if level in counts else own.start
        self._started.add((number, level))
        for deeper in [other for other in counts if other > level]:
            restart = self.levels.get((number, deeper), Level()).restart
            if restart is None or restart > level:
                del counts[deeper]

    def _written(self, number: str, level: int, shown_in: Level, counts: dict[int, int]) -> str:
        own = self.levels.get((number, level), Level())
        count = counts.setdefault(level, own.start)
        return written(count, "decimal" if shown_in.legal else own.style)


def numbering_of(numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """The lists that a document's ``numbering.xml`` and ``styles.xml`` define."""
    by_style = _style_lists(styles)
    result = Numbering({}, {}, {}, {})
    if numbering is None:
        return result
    abstracts = {item.get(f"{_W}abstractNumId", ""): item for item in named(numbering, "abstractnum")}
    numbers = {item.get(f"{_W}numId", ""): item for item in named(numbering, "num")}
    for key, item in numbers.items():
        _add_list(result, key, item, _definition(item, abstracts, numbers, by_style))
    for style, (key, level) in by_style.items():
        result.styles[style] = key, _level_of_style(abstracts.get(result.abstract.get(key, "")), style, level)
    return result


def value(element: etree._Element | None, name: str) -> str:
    """The value of a child such as ``<w:pStyle w:val="…"/>``; empty where there is none."""
    if element is None:
        return ""
    child = element.find(f"{_W}{name}")
    return child.get(f"{_W}val", "") if child is not None else ""


def _add_list(result: Numbering, key: str, item: etree._Element, definition: etree._Element | None) -> None:
    if definition is None:
        return
    result.abstract[key] = definition.get(f"{_W}abstractNumId", "")
    for level in named(definition, "lvl"):
        result.levels[key, _at(level)] = _level(level)
    for override in named(item, "lvloverride"):
        for level in named(override, "lvl"):
            result.levels[key, _at(level)] = _level(level)
        if value(override, "startOverride"):
            result.starts[key, _at(override)] = _integer(value(override, "startOverride"), 1)


def _definition(
    item: etree._Element,
    abstracts: Mapping[str, etree._Element],
    numbers: Mapping[str, etree._Element],
    by_style: Mapping[str, tuple[str, int]],
) -> etree._Element | None:
    """The definition behind a list, found through a list style where it only names one."""
    definition = abstracts.get(value(item, "abstractNumId"))
    style = value(definition, "numStyleLink")
    if not style:
        return definition
    linked = numbers.get(by_style.get(style, ("", 0))[0])
    return abstracts.get(value(linked, "abstractNumId"), definition)


def _level(element: etree._Element) -> Level:
    restart = value(element, "lvlRestart")
    legal = element.find(f"{_W}isLgl")
    return Level(
        style=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText"),
        start=_integer(value(element, "start"), 1),
        restart=_integer(restart, 0) if restart else None,
        legal=legal is not None and legal.get(f"{_W}val", "true") not in ("0", "false"),
    )


def _style_lists(styles: etree._Element | None) -> dict[str, tuple[str, int]]:
    """List and level by style, inherited from the styles it is based on."""
    if styles is None:
        return {}
    known = {style.get(f"{_W}styleId", ""): style for style in below(styles, "style")}
    found = {}
    for name in known:
        number, level = _inherited(name, known)
        if number:
            found[name] = number, level
    return found


def _inherited(name: str, known: Mapping[str, etree._Element]) -> tuple[str, int]:
    number, level = "", None
    for _ in range(_DEEPEST):
        style = known.get(name)
        if style is None:
            break
        for own in below(style, "numpr"):
            number = number or value(own, "numId")
            level = _integer(value(own, "ilvl"), 0) if level is None and value(own, "ilvl") else level
        name = value(style, "basedOn")
    return number, level or 0


def _level_of_style(definition: etree._Element | None, style: str, level: int) -> int:
    """A level may name the style that it belongs to; that is more than what the style says of itself."""
    levels = named(definition, "lvl") if definition is not None else ()
    return next((_at(item) for item in levels if value(item, "pStyle") == style), level)


def _at(element: etree._Element) -> int:
    return _integer(element.get(f"{_W}ilvl", ""), 0)


def _integer(digits: str, default: int) -> int:
    return int(digits) if re.fullmatch(r"\d{1,9}", digits) else default
