"""Where a clause stands: the path that both languages share, and the label that is printed for a reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from paralign.segmentation.labels import HAN_NUMBER, Label, Reading, letter_number, letter_ordinal
from paralign.segmentation.language import Language

#: Letters that a Russian list may have left out so far: ё, з, й, о, ч, ъ.
_MOST_SKIPPED = 6

#: Divisions from the outermost to the innermost.
RANKS = ("annex", "app", "part", "title", "chp", "sec", "principle", "rule", "art")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an address.

    Attributes:
        element: art, para, point, …
        number: 3, a, 2bis; empty for an element that is not counted.
        printed: The number as it stands in the text.
    """

    element: str
    number: str = ""
    printed: str = ""

    def __str__(self) -> str:
        return f"{self.element}_{self.number}" if self.number else self.element


def path_of(steps: Iterable[Step]) -> str:
    """The steps as one path.

    >>> path_of([Step("art", "3"), Step("para", "2"), Step("point", "b")])
    'art_3__para_2__point_b'
    """
    return "__".join(map(str, steps))


def distinct(paths: Iterable[str]) -> Iterator[str]:
    """The paths, where one that came before is told apart: a number that the treaty, or its printer, used twice.

    >>> list(distinct(["art_5", "art_6", "art_5", ""]))
    ['art_5', 'art_6', 'art_5__nth_2', '']
    """
    seen: Counter[str] = Counter()
    for path in paths:
        seen[path] += 1
        yield f"{path}__nth_{seen[path]}" if path and seen[path] > 1 else path


def label_of(steps: Iterable[Step], language: Language) -> str:
    """The address as a reader writes it.

    >>> from paralign.segmentation.language import language_of
    >>> steps = [Step("art", "3", "3"), Step("para", "2", "2"), Step("point", "b", "б)")]
    >>> label_of(steps, language_of("en")), label_of(steps, language_of("ru"))
    ('Article 3 (2) (б)', 'ст. 3, п. 2, подп. б)')
    """
    forms = dict(language.printed)
    commas = not forms.get("para", "(").startswith("(")
    printed = []
    for step in steps:
        form = forms.get(step.element)
        if form and step.printed:
            number = step.printed.strip("()[]. ") if form.startswith("(") else step.printed.strip(". ")
            printed.append(form.format(number))
    return (", " if commas else " ").join(printed)


@dataclass(slots=True)
class Lists:
    """The lists that are open under one heading, from the outermost to the innermost."""

    levels: list[tuple[Reading, Step]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.levels)

    @property
    def steps(self) -> list[Step]:
        """The address of the item that was entered last."""
        return [step for _, step in self.levels]

    def enter(self, label: Label) -> Step:
        """Go to the item with this label: on in an open list, or into a new one."""
        depth, reading = self._place(label)
        ordinal, number = reading.ordinal, reading.number
        if depth < len(self.levels) and reading.skips:
            number = self._counted(self.levels[depth], reading)
        if not reading.ordinal:
            ordinal = self.levels[depth][0].ordinal + 1 if depth < len(self.levels) else 1
            number = str(int(ordinal))
        numbered = not depth and reading.style in ("1.", "1)", "(1)", "1.1")
        if not numbered and label.printed.strip("（）()")[:1] in HAN_NUMBER:
            number = letter_number(int(ordinal))  # （一） under 一、 is what others print as (a)
        step = Step("para" if numbered else "point", number, label.printed)
        del self.levels[depth:]
        self.levels.append((Reading(reading.style, ordinal, number), step))
        return step

    def leave_items(self) -> None:
        """Back to the numbered paragraph, or out of all lists where there is none."""
        outer = self.levels[:1]
        self.levels = outer if outer and outer[0][1].element == "para" else []

    def _place(self, label: Label) -> tuple[int, Reading]:
        if label.readings[0].style == "1.1":
            return self._below_its_number(label.readings[0])
        for depth in range(len(self.levels) - 1, -1, -1):
            last = self.levels[depth][0]
            for reading in label.readings:
                step = reading.ordinal - last.ordinal
                if reading.style == last.style and (0 < step <= 1 or not reading.ordinal):
                    return depth, reading
        styles = [reading.style for reading, _ in self.levels]
        first = next((reading for reading in label.readings if reading.ordinal == 1), label.readings[0])
        return (styles.index(first.style), first) if first.style in styles else (len(styles), first)

    def _below_its_number(self, reading: Reading) -> tuple[int, Reading]:
        """2.1 stands below 2, or below nothing: it names its place itself."""
        outer = reading.number.rpartition("-")[0]
        depths = (depth for depth, (last, _) in enumerate(self.levels, 1) if last.number == outer)
        return next(depths, 0), reading

    @staticmethod
    def _counted(level: tuple[Reading, Step], reading: Reading) -> str:
        """Cyrillic letters count by position."""
        last, step = level
        skipped = 0 < reading.ordinal - last.ordinal <= _MOST_SKIPPED and step.number.isalpha()
        return letter_number(letter_ordinal(step.number) + 1) if skipped else reading.number
