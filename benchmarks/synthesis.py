"""Documents with known alignments, made from line-aligned texts by a seeded rule.

Every line of the text undergoes at most one event: it is merged with its neighbours on one side, split at a comma or
semicolon on one side, or left out on one side. Between lines, runs of foreign lines, page furniture, headings and
numbering are put in. What is made is the gold alignment; nothing is guessed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bench_data import Bead, Parallel

#: A place to split a line: after a comma, semicolon, colon or dash with enough text on both sides.
_CUT = re.compile(r"(?<=.{15}[,;:—–])\s+(?=.{15})")
_SENTENCE_END = re.compile(r"(?<=.{15}[.!?»”])\s+(?=.{15})")


@dataclass(frozen=True)
class Rates:
    """How often each event happens, as shares of the lines.

    Attributes:
        merge_two: Two lines become one on one side.
        merge_three: Three do.
        split: A line is cut on the source side; as many again on the target side.
        one_sided: A line is left out on one side.
        run: A run of foreign lines begins after this line, on one side.
        run_length: The longest such run.
        edge_run: Chance that the document begins, and again that it ends, with a run of foreign lines.
        furniture: A line of page furniture stands on one side.
        numbered: Chance that the document has numbered articles or paragraphs on both sides.
        heading: A short line, such as a heading, stands on both sides.
        closing: Chance that the document ends with signatures, place and date, on one side or on both.
        block: Lines become 2-2 or 2-3 beads: two lines whose inner border differs between the sides.
    """

    merge_two: float = 0.12
    merge_three: float = 0.03
    split: float = 0.10
    one_sided: float = 0.06
    run: float = 0.0
    run_length: int = 1
    edge_run: float = 0.0
    furniture: float = 0.0
    numbered: float = 0.0
    heading: float = 0.0
    closing: float = 0.0
    block: float = 0.0


#: The rule of the reporting benchmark, and nothing else.
STANDARD = Rates()


def varied_rates(rng: random.Random) -> Rates:
    """Return rates as different documents have them, from clean treaties to noisy yearbooks."""
    noise = rng.choice([0.0, 0.3, 0.6, 1.0, 1.0, 1.6])
    return Rates(
        merge_two=0.12 * noise * rng.random() * 1.5,
        merge_three=0.04 * noise * rng.random() * 1.5,
        split=0.10 * noise * rng.random() * 1.5,
        one_sided=rng.choice([0.0, 0.01, 0.03, 0.06, 0.10]) * rng.random() * 1.5,
        run=rng.choice([0.0, 0.0, 0.01, 0.03]),
        run_length=rng.choice([3, 8, 20]),
        edge_run=rng.choice([0.0, 0.5]),
        furniture=rng.choice([0.0, 0.0, 0.02, 0.05]),
        numbered=rng.choice([0.0, 0.0, 1.0]),
        heading=rng.choice([0.0, 0.1, 0.25]),
        closing=0.4,
        block=rng.choice([0.0, 0.02, 0.05]) * noise,
    )


@dataclass
class _Draft:
    """A document in the making."""

    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    gold: list[Bead] = field(default_factory=list)

    def add(self, source: Sequence[str], target: Sequence[str]) -> None:
        first = len(self.source), len(self.target)
        self.source += source
        self.target += target
        ours, theirs = range(first[0], len(self.source)), range(first[1], len(self.target))
        if source and target:
            self.gold.append((tuple(ours), tuple(theirs)))
        else:
            self.gold += [((i,), ()) for i in ours] + [((), (j,)) for j in theirs]


Line = tuple[str, str]


def make_document(
    name: str, lines: Sequence[Line], other: tuple[Sequence[Line], Sequence[Line]], rates: Rates, rng: random.Random
) -> Parallel:
    """Return a document made from parallel lines.

    Args:
        name: The document's name.
        lines: Pairs (source, target) in order.
        other: Pairs from elsewhere: those for runs that have no counterpart, and short ones to serve as headings.
        rates: How often what happens.
        rng: All chance comes from here.
    """
    draft = _Draft()
    foreign, short = other
    numbering = _numbering(rng) if rng.random() < rates.numbered else None
    _maybe_run(draft, foreign, rates, rng, rates.edge_run)
    at = 0
    while at < len(lines):
        _maybe_run(draft, foreign, rates, rng, rates.run)
        if rng.random() < rates.furniture:
            _one_side(draft, [_furniture(rng)], rng)
        if short and rng.random() < rates.heading:
            draft.add(*([text] for text in rng.choice(short)))
        if numbering:
            lines = numbering(draft, lines, at)
        at += _event(draft, lines, at, rates, rng)
    if rng.random() < rates.closing:
        _closing(draft, rng)
    _maybe_run(draft, foreign, rates, rng, rates.edge_run)
    return Parallel(name, draft.source, draft.target, draft.gold)


def _event(draft: _Draft, lines: Sequence[Line], at: int, rates: Rates, rng: random.Random) -> int:
    """Add the next line or lines, and return how many were used."""
    chance = rng.random()
    for rate, happens in (
        (rates.merge_two, _merge(2)),
        (rates.merge_three, _merge(3)),
        (2 * rates.split, _split),
        (rates.one_sided, _leave_out),
        (rates.block, _shift_border),
    ):
        if chance < rate:
            used = happens(draft, lines[at : at + 3], rng)
            if used:
                return used
            break
        chance -= rate
    draft.add([lines[at][0]], [lines[at][1]])
    return 1


Event = Callable[[_Draft, Sequence[Line], random.Random], int]


def _merge(count: int) -> Event:
    def merge(draft: _Draft, lines: Sequence[Line], rng: random.Random) -> int:
        if len(lines) < count:
            return 0
        sides = [[line[k] for line in lines[:count]] for k in (0, 1)]
        side = rng.randrange(2)
        sides[side] = [" ".join(sides[side])]
        draft.add(*sides)
        return count

    return merge


def _split(draft: _Draft, lines: Sequence[Line], rng: random.Random) -> int:
    sides = [[lines[0][0]], [lines[0][1]]]
    side = rng.randrange(2)
    cuts = list(_CUT.finditer(sides[side][0]))
    if not cuts:
        return 0
    cut = rng.choice(cuts)
    sides[side] = [sides[side][0][: cut.start()], sides[side][0][cut.end() :]]
    draft.add(*sides)
    return 1


def _leave_out(draft: _Draft, lines: Sequence[Line], rng: random.Random) -> int:
    side = rng.randrange(2)
    draft.add([lines[0][0]] if side == 0 else [], [lines[0][1]] if side else [])
    return 1


def _shift_border(draft: _Draft, lines: Sequence[Line], rng: random.Random) -> int:
    """A 2-2 bead: on one side the border between two lines lies at a comma of the first or second."""
    if len(lines) < 2:
        return 0
    sides = [[line[k] for line in lines[:2]] for k in (0, 1)]
    side = rng.randrange(2)
    joined = " ".join(sides[side])
    cuts = [match for match in _CUT.finditer(joined) if abs(match.start() - len(sides[side][0])) > 10]
    if not cuts:
        return 0
    cut = rng.choice(cuts)
    sides[side] = [joined[: cut.start()], joined[cut.end() :]]
    draft.add(*sides)
    return 2


def _closing(draft: _Draft, rng: random.Random) -> None:
    """Signatures with place and date: on both sides a third of the time, else on one."""
    day, month = rng.randint(1, 28), rng.randrange(len(_MONTHS))
    lines = [
        (f"{a}. {ru}", f"{b}. {en}")
        for ru, en in rng.sample(_SIGNERS, rng.randint(2, 9))
        for a, b in [rng.choice(_INITIALS)]
    ]
    for state in rng.sample(_STATES, rng.randint(0, 3)):
        lines.insert(rng.randrange(len(lines)), state)
    city, year = rng.choice(_CITIES), rng.randint(1945, 2024)
    date = f"{city[0]} {day} {_MONTHS[month][0]} {year} г.", f"{city[1]}, {day} {_MONTHS[month][1]} {year}"
    lines.insert(rng.choice([0, len(lines)]), date)
    both, side = rng.random() < 0.33, rng.randrange(2)
    for ru, en in lines:
        draft.add([ru] if both or side == 0 else [], [en] if both or side == 1 else [])


def _maybe_run(draft: _Draft, foreign: Sequence[Line], rates: Rates, rng: random.Random, chance: float) -> None:
    if not foreign or rng.random() >= chance:
        return
    start, count = rng.randrange(len(foreign)), rng.randint(1, rates.run_length)
    for side in (0, 1) if rng.random() < 0.08 else (rng.randrange(2),):
        texts = [line[side] for line in foreign[start + 50 * side : start + 50 * side + count]]
        if rng.random() < 0.4:
            texts = [part for text in texts for part in _SENTENCE_END.split(text)]
        draft.add(texts if side == 0 else [], texts if side else [])


def _one_side(draft: _Draft, texts: list[str], rng: random.Random) -> None:
    side = rng.randrange(2)
    draft.add(texts if side == 0 else [], texts if side else [])


def _furniture(rng: random.Random) -> str:
    number = rng.randrange(1, 400)
    return rng.choice(
        [
            f"— {number} —",
            f"{number}",
            f"Page {number}",
            f"стр. {number}",
            f"ISBA/{number}/A/{number % 17}",
            f"{number % 90}. " + rng.choice(["Idem.", "Там же.", "See above.", "См. выше."]),
            rng.choice(["А. Иванов", "С. Петров", "J. Smith", "Н. Назаров", "М. Ковальчук", "P. Dupont"]),
            rng.choice(["UNITED NATIONS", "ОРГАНИЗАЦИЯ ОБЪЕДИНЕННЫХ НАЦИЙ", "The Declaration", "Приложение"]),
        ]
    )


_SIGNERS = [
    ("Муталибов", "Mutalibov"), ("Тер-Петросян", "Ter-Petrosyan"), ("Шушкевич", "Shushkevich"),
    ("Назаров", "Nazarov"), ("Ковальчук", "Kovalchuk"), ("Мюллер", "Müller"), ("Дюпон", "Dupont"),
    ("Смит", "Smith"), ("Каримов", "Karimov"), ("Лаврентьев", "Lavrentiev"), ("Оспанов", "Ospanov"),
    ("Гусейнов", "Guseinov"), ("Браун", "Brown"), ("Росси", "Rossi"), ("Сидоренко", "Sydorenko"),
]  # fmt: skip
_INITIALS = [("А", "A"), ("Н", "N"), ("С", "S"), ("Б", "B"), ("И", "I"), ("Л", "L"), ("В", "V")]
_STATES = [
    ("За Правительство Республики Армения", "For the Government of the Republic of Armenia"),
    ("Президент Республики Беларусь", "President of the Republic of Belarus"),
    ("Верховного Совета Республики", "Chairman of the Supreme Council"),
    ("За Российскую Федерацию", "For the Russian Federation"),
    ("Президент", "President"),
]
_CITIES = [("г. Минск,", "Minsk"), ("Алма-Ата", "Alma-Ata"), ("Женева,", "Geneva"), ("Москва,", "Moscow")]
_MONTHS = [("января", "January"), ("мая", "May"), ("июня", "June"), ("октября", "October"), ("декабря", "December")]

Numbering = Callable[[_Draft, Sequence[Line], int], Sequence[Line]]

_ARTICLES = (("Статья {}", "Article {}"), ("Правило {}", "Regulation {}"), ("Глава {}", "Chapter {}"))


def _numbering(rng: random.Random) -> Numbering:
    """Headings every few lines, numbers before lines, or both, on both sides alike; now and then one side lacks it."""
    heading = rng.choice(_ARTICLES)
    every = rng.choice([0, 3, 6])
    counted = rng.random() < 0.6 or not every
    count = {"heading": 0, "line": 0}

    def number(draft: _Draft, lines: Sequence[Line], at: int) -> Sequence[Line]:
        if every and at % every == 0:
            count["heading"] += 1
            count["line"] = 0
            pair = [text.format(count["heading"]) for text in heading]
            if rng.random() < 0.03:
                pair[rng.randrange(2)] = ""
            draft.add([pair[0]] if pair[0] else [], [pair[1]] if pair[1] else [])
        if not counted:
            return lines
        count["line"] += 1
        numbered = list(lines)
        numbered[at] = (f"{count['line']}. {lines[at][0]}", f"{count['line']}. {lines[at][1]}")
        return numbered

    return number


def in_style(lines: Sequence[Line], rng: random.Random) -> list[Line]:
    """Return the lines as a document would have them: a quarter of the time as recitals."""
    if rng.random() >= 0.25:
        return list(lines)
    end = rng.choice([";", ","])
    return [(_as_recital(ru, end), _as_recital(en, end)) for ru, en in lines]


def _as_recital(text: str, end: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".") + end


def with_moves(text: Parallel, rng: random.Random, share: float) -> tuple[Parallel, set[Bead]]:
    """Return the text with a share of its 1-1 beads' target clauses moved 2 to 10 places, and the moved beads."""
    order = list(range(len(text.target)))
    movable = [bead for bead in text.gold if len(bead[0]) == len(bead[1]) == 1]
    chosen = rng.sample(movable, round(share * len(movable)))
    for _, (clause,) in chosen:
        at = order.index(clause)
        order.remove(clause)
        order.insert(max(0, min(len(order), at + rng.choice([-1, 1]) * rng.randint(2, 10))), clause)
    return _reordered(text, order, set(chosen))


def with_swapped_blocks(text: Parallel, rng: random.Random, length: int = 5) -> tuple[Parallel, set[Bead]]:
    """Return the text with two neighbouring blocks of target clauses exchanged, and the beads of the second block."""
    starts = [
        k
        for k in range(len(text.gold) - 2 * length)
        if all(len(s) == len(t) == 1 for s, t in text.gold[k : k + 2 * length])
    ]
    if not starts:
        return text, set()
    k = rng.choice(starts)
    block = text.gold[k : k + 2 * length]
    first = block[0][1][0]
    order = list(range(len(text.target)))
    order[first : first + 2 * length] = [*order[first + length : first + 2 * length], *order[first : first + length]]
    return _reordered(text, order, set(block[length:]))


def _reordered(text: Parallel, order: list[int], moved: set[Bead]) -> tuple[Parallel, set[Bead]]:
    """Put the target clauses in a new order; a bead whose clauses fell apart is a bead all the same, with a gap."""
    place = {clause: at for at, clause in enumerate(order)}

    def renamed(bead: Bead) -> Bead:
        return bead[0], tuple(sorted(place[j] for j in bead[1]))

    target = [text.target[clause] for clause in order]
    gold = [renamed(bead) for bead in text.gold]
    return Parallel(text.name + "/moved", text.source, target, gold), {renamed(bead) for bead in moved}
