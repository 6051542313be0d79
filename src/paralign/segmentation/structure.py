"""From clauses to their places: kind, path and label of each, read off the structure of the treaty.

The plan says which region a unit is in; within the body one walk keeps the headings and lists that are open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from paralign.segmentation.address import RANKS, Lists, Step, label_of, path_of
from paralign.segmentation.language import Language
from paralign.segmentation.plan import Plan, plan_of
from paralign.segmentation.units import Unit, units_of

#: "Done at …" as a sentence ends a treaty; a bare date may stand anywhere.
_SHORTEST_DONE_AT = 40


@dataclass(frozen=True, slots=True)
class Place:
    """What a clause is and where it stands; the fields are those of ``Clause``."""

    kind: str = "other"
    path: str = ""
    label: str = ""


def places_of(paragraphs: Iterable[Sequence[str]], language: Language) -> list[Place]:
    """The place of each clause, in order.

    >>> from paralign.segmentation.language import language_of
    >>> for place in places_of([["Статья 5"], ["2. Каждая Сторона вправе выйти."]], language_of("ru")):
    ...     print(place.kind, place.path, place.label)
    heading art_5__heading ст. 5
    paragraph art_5__para_2 ст. 5, п. 2
    """
    units = units_of(paragraphs, language)
    plan = plan_of(units)
    if plan is None:
        return [Place("note" if unit.is_note else "other") for unit in units for _ in unit.texts]
    walk = Walk(units, plan, language)
    return [place for i in range(len(units)) for place in walk.places(i)]


@dataclass(slots=True)
class Walk:
    """The state of one pass over the units.

    Attributes:
        units: All of them.
        plan: Their regions.
        language: For the labels.
        open: The headings that are open, by element.
        lists: The lists that are open under them.
        counts: How many of each there were so far under the open heading, by element.
        ended: The testimonium or the signatures have come.
        titleless: The last unit was a heading that may be followed by its title.
    """

    units: Sequence[Unit]
    plan: Plan
    language: Language
    open: dict[str, Step] = field(default_factory=dict)
    lists: Lists = field(default_factory=Lists)
    counts: Counter[str] = field(default_factory=Counter)
    ended: bool = False
    titleless: bool = False
    _again: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._again = _restarting(self.units)

    def places(self, i: int) -> list[Place]:
        """The places of a unit's clauses. To be called for each unit in turn."""
        unit, plan = self.units[i], self.plan
        if unit.is_note and not unit.label:
            return [Place("note") for _ in unit.texts]
        if i >= plan.footer or (i < plan.preamble and self._is_editorial_front(unit)):
            return [Place("editorial") for _ in unit.texts]
        if i < plan.preamble and not unit.heading:
            return self._front(unit)
        if i < plan.body and not unit.heading:
            return self._preamble(i)
        return self._end(i) if self._has_ended(i) else self._body(i)

    # the front

    def _is_editorial_front(self, unit: Unit) -> bool:
        above = self.units[: self.plan.preamble]
        noted = any(other.is_editorial for other in above)
        return unit.is_editorial or (noted and unit.ends_sentence and not unit.is_place_date)

    def _front(self, unit: Unit) -> list[Place]:
        if unit.is_place_date:
            return self._spread(unit, "place_date", [Step("preface"), Step("date")])
        if unit.ends_sentence:
            return [Place() for _ in unit.texts]
        return self._spread(unit, "title", [Step("preface"), self._nth("title", first="")])

    def _preamble(self, i: int) -> list[Place]:
        unit, top = self.units[i], Step("preamble")
        if i == self.plan.formula:
            return self._spread(unit, "formula", [top, Step("formula")])
        if i < self.plan.recitals:
            return self._spread(unit, "preamble_head", [top, self._nth("head", shown="p")])
        return self._spread(unit, "recital", [top, self._nth("rec")])

    # the end

    def _has_ended(self, i: int) -> bool:
        unit = self.units[i]
        done_at = unit.is_place_date and len(unit.first) > _SHORTEST_DONE_AT and not unit.label
        if i in self.plan.signatures or unit.is_testimonium or done_at:
            self.ended = True
        elif unit.heading or self._opens_attachment(unit):
            self.ended = False
        return self.ended

    def _end(self, i: int) -> list[Place]:
        unit, top = self.units[i], Step("conclusions")
        if unit.is_testimonium:
            return self._spread(unit, "testimonium", [top, self._nth("end", shown="p")])
        if unit.is_place_date:
            return self._spread(unit, "place_date", [top, self._nth("date", first="")])
        if unit.is_bare or unit.is_signature or i in self.plan.signatures:
            return self._spread(unit, "signature", [top, self._nth("signature")])
        return self._spread(unit, "other", [top, self._nth("end", shown="p")])

    # the body

    def _body(self, i: int) -> list[Place]:
        unit, titleless = self.units[i], self.titleless
        self.titleless = False
        if unit.heading:
            return self._heading(unit)
        if self._is_numbered_heading(i):
            return self._numbered_heading(unit)
        if unit.label:
            step = self.lists.enter(unit.label)
            return self._listed(i, "paragraph" if step.element == "para" else "item")
        if unit.is_heading_line and not self._goes_on(i):
            return self._bare_heading(unit, titleless)
        if self.lists:
            return self._below_list(i)
        return self._unnumbered(i)

    def _heading(self, unit: Unit) -> list[Place]:
        heading = unit.heading
        assert heading is not None
        element = heading.element
        if element == "app" and "annex" not in self.open:
            element = "annex"  # an appendix to the treaty itself
        if not heading.number:
            self.counts[element] += 1
        number = heading.number or str(self.counts[element])
        self._open(Step(element, number, heading.printed))
        self.titleless = not heading.rest
        kind = "annex" if element in ("annex", "app") else "heading"
        return self._spread(unit, kind, [*self._container(), Step("heading")])

    def _open(self, step: Step) -> None:
        rank = RANKS.index(step.element) if step.element in RANKS else 0
        self.open = {name: other for name, other in self.open.items() if name in RANKS[:rank]}
        self.open[step.element] = step
        self.lists, self.counts["p"] = Lists(), 0
        self.ended = False

    def _container(self) -> list[Step]:
        """The steps of the open headings: the innermost, and those above it that its number needs."""
        if not self.open:
            return []
        *outer, inner = self.open.values()
        needed = inner.element in self._again
        return [*(step for step in outer if needed or step.element in ("annex", "app", "att")), inner]

    def _is_numbered_heading(self, i: int) -> bool:
        """1. Introduction – where the treaty has no articles, and the list does not simply go on."""
        unit = self.units[i]
        in_article = "art" in self.open or "rule" in self.open
        if not unit.is_numbered or not unit.is_bare or in_article or i + 1 == len(self.units):
            return False
        assert unit.label is not None
        after = self.units[i + 1]
        goes_on = after.is_numbered and not after.first[: len(unit.label.printed)].startswith(unit.label.printed[:1])
        return unit.first[unit.label.end : unit.label.end + 1].isupper() and not goes_on and not after.is_lower

    def _numbered_heading(self, unit: Unit) -> list[Place]:
        assert unit.label is not None
        number = unit.label.readings[0].number
        self._open(Step("sec", number, number.replace("-", ".")))
        return self._spread(unit, "heading", [*self._container(), Step("heading")])

    def _goes_on(self, i: int) -> bool:
        """The next unit goes on in lower case, so this one was no heading."""
        return i + 1 < len(self.units) and self.units[i + 1].is_lower and not self.units[i + 1].label

    def _opens_attachment(self, unit: Unit) -> bool:
        """Agreement on …: the title of another text after this one."""
        begun = self.counts["p"] > 0 or self.ended
        return unit.is_heading_line and unit.is_titled and unit.word_count > 3 and begun and "art" not in self.open

    def _bare_heading(self, unit: Unit, titleless: bool) -> list[Place]:
        if titleless:
            return self._spread(unit, "heading", [*self._container(), Step("subheading")])
        if self._opens_attachment(unit):
            self.counts["att"] += 1
            number = str(self.counts["att"])
            self.open = {}
            self._open(Step("att", number))
            return self._spread(unit, "heading", [*self._container(), Step("heading")])
        return self._spread(unit, "heading", [self._nth("heading")])

    def _listed(self, i: int, kind: str) -> list[Place]:
        return self._spread_body(i, kind, [*self._container(), *self.lists.steps])

    def _below_list(self, i: int) -> list[Place]:
        """Flush text after a list, or another paragraph under the same number."""
        numbered, in_items = self.lists.steps[0].element == "para", len(self.lists.steps) > 1
        if not numbered and not self.units[i].is_lower:
            self.lists = Lists()
            return self._unnumbered(i)
        was_item = in_items or not numbered
        self.lists.leave_items()
        top = [*self._container(), *self.lists.steps]
        if was_item:
            return self._spread(self.units[i], "continuation", [*top, Step("wrap")])
        key = path_of(top)
        self.counts[key] += 1
        return self._spread_body(i, "paragraph", [*top, Step("p", str(self.counts[key] + 1))])

    def _unnumbered(self, i: int) -> list[Place]:
        unit, container = self.units[i], self._container()
        if not container or container[-1].element == "att":
            if i < self.plan.articles:
                return self._spread(unit, "other", [Step("preamble"), self._nth("head", shown="p")])
            return [place for text in unit.texts for place in self._passage(unit, text, container)]
        kind = "item" if unit.ends_item and self._under_chapeau(i) else "article"
        return self._spread_body(i, kind, [*container, self._nth("p")])

    def _passage(self, unit: Unit, text: str, container: list[Step]) -> list[Place]:
        """Without numbers only the order of sentences is left: paragraphs differ between versions."""
        one = Unit((text,), unit.paragraph, unit.language)
        return self._spread(one, "article", [*(container or [Step("body")]), self._nth("p")])

    def _under_chapeau(self, i: int) -> bool:
        for unit in reversed(self.units[max(0, i - 30) : i]):
            if unit.opens_list:
                return True
            if not unit.ends_item:
                return False
        return False

    # addresses

    def _nth(self, counted: str, first: str | None = None, shown: str = "") -> Step:
        """The next step of an element that is counted; the first one may go without its number."""
        self.counts[counted] += 1
        number = str(self.counts[counted])
        if first is not None and number == "1":
            number = first
        return Step(shown or counted, number, number if counted == "rec" else "")

    def _spread_body(self, i: int, kind: str, steps: list[Step]) -> list[Place]:
        unit = self.units[i]
        places = self._spread(unit, kind, steps)
        if unit.opens_list and self._list_follows(i):
            places[-1] = Place("chapeau", path_of([*steps, Step("intro")]), places[-1].label)
        return places

    def _list_follows(self, i: int) -> bool:
        after = self.units[i + 1] if i + 1 < len(self.units) else None
        if after is None or after.heading:
            return False
        return bool(after.label) or after.ends_item or after.is_lower

    def _spread(self, unit: Unit, kind: str, steps: list[Step]) -> list[Place]:
        """One place a clause: the unit's own, or its sentences where there are several."""
        label = label_of(steps, self.language)
        if len(unit.texts) == 1:
            return [Place(kind, path_of(steps), label)]
        return list(_sentences(kind, steps, label, len(unit.texts)))


def _sentences(kind: str, steps: list[Step], label: str, count: int) -> Iterator[Place]:
    for number in range(1, count + 1):
        yield Place(kind, path_of([*steps, Step("s", str(number))]), label)


def _restarting(units: Sequence[Unit]) -> frozenset[str]:
    """Elements whose numbers begin again somewhere, so that a number alone is no address."""
    seen: dict[str, list[str]] = {}
    for unit in units:
        if unit.heading and unit.heading.element in ("annex", "app"):
            seen = {element: numbers for element, numbers in seen.items() if len(set(numbers)) < len(numbers)}
        elif unit.heading:
            seen.setdefault(unit.heading.element, []).append(unit.heading.number)
    return frozenset(element for element, numbers in seen.items() if len(set(numbers)) < len(numbers))
