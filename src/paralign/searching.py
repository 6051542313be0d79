"""A concordance: where a word or a phrase stands, with what stands for it on the other side; beads by what they are.

A query is turned into one regular expression, so that words and expressions are searched alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import regex

from paralign.alignment import Alignment, Bead, Span
from paralign.display.concordance import html_hits, text_hits
from paralign.display.html import Html, html_beads
from paralign.display.plain import MAX_ROWS, is_doubtful, text_beads
from paralign.document import KINDS
from paralign.errors import OptionError

Side: TypeAlias = Literal["source", "target"]

#: Characters that stand for each other: the letter ё is often printed as е, «Тер‑Петросян» with a non-breaking hyphen.
_ALIKE = "её", "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}", "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"
#: Scripts that put no spaces between words: 主权 is found inside 国家主权.
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
#: An expression that backtracks for longer than this, on one text, is refused.
_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A bead in which something was found.

    Attributes:
        bead: The bead.
        source: Where, in its ``source_text``.
        target: Where, in its ``target_text``.
    """

    bead: Bead
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()

    @property
    def source_text(self) -> str:
        """The source clauses' texts."""
        return self.bead.source_text

    @property
    def target_text(self) -> str:
        """The target clauses' texts."""
        return self.bead.target_text


class Beads(list[Bead]):
    """A list of beads that shows itself as a table.

    Attributes:
        languages: The codes of both sides' languages.
    """

    def __init__(self, beads: Iterable[Bead], languages: tuple[str, str]) -> None:
        super().__init__(beads)
        self.languages = languages

    def __reduce__(self) -> tuple[Any, ...]:
        return Beads, (list(self), self.languages)

    def to_html(self, max_rows: int | None = None) -> Html:
        """The table that a notebook shows, as text; all rows, or the first few."""
        return html_beads(self, self.languages, max_rows)

    def __repr__(self) -> str:
        return f"<{_counted(len(self), 'bead')}, {sum(map(is_doubtful, self))} doubtful>"

    def __str__(self) -> str:
        return text_beads(self, self.languages)

    def _repr_html_(self) -> str:
        return self.to_html(MAX_ROWS)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(text_beads(self, self.languages, max_rows=MAX_ROWS))


class Hits(list[Hit]):
    """What a search found; it shows itself with every place in its context, and the other side.

    Attributes:
        query: What was searched.
        languages: The codes of both sides' languages.
    """

    def __init__(self, hits: Iterable[Hit], query: str, languages: tuple[str, str]) -> None:
        super().__init__(hits)
        self.query, self.languages = query, languages

    def __reduce__(self) -> tuple[Any, ...]:
        return Hits, (list(self), self.query, self.languages)

    @property
    def places(self) -> int:
        """How often it was found, both sides together."""
        return sum(len(hit.source) + len(hit.target) for hit in self)

    def to_html(self, max_rows: int | None = None) -> Html:
        """The table that a notebook shows, as text; all places, or the first few."""
        return html_hits(self, self._summary(), self.languages, max_rows)

    def _summary(self) -> str:
        return f"{self.query}: {_counted(self.places, 'place')} in {_counted(len(self), 'bead')}"

    def __repr__(self) -> str:
        return f"<Hits {self._summary()}>"

    def __str__(self) -> str:
        return text_hits(self, self._summary())

    def _repr_html_(self) -> str:
        return self.to_html(MAX_ROWS)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(text_hits(self, self._summary(), max_rows=MAX_ROWS))


def search(alignment: Alignment, query: str, side: Side | None = None, is_regex: bool = False) -> Hits:
    """The beads, nulls among them, in which the query stands, with the places on the searched side."""
    if side not in (None, "source", "target"):
        raise OptionError(f'side is {side!r}. It can be "source" or "target", or None for both.')
    pattern = compiled(query if is_regex else expression(query))
    hits = (
        Hit(
            bead,
            _places(pattern, bead.source_text if side != "target" else ""),
            _places(pattern, bead.target_text if side != "source" else ""),
        )
        for bead in alignment.beads
    )
    languages = alignment.source.language, alignment.target.language
    return Hits((hit for hit in hits if hit.source or hit.target), query, languages)


def select(
    alignment: Alignment, kind: str | None, path: str | None, flagged: bool | str | None, below: float | None
) -> Beads:
    """The beads that meet all conditions that are not None."""
    if kind is not None and kind not in KINDS:
        raise OptionError(f"There is no kind {kind!r}. The kinds are {', '.join(KINDS)}.")
    chosen = (
        bead
        for bead in alignment.beads
        if (kind is None or any(clause.kind == kind for clause in (*bead.source, *bead.target)))
        and (path is None or any(_is_under(clause.path, path) for clause in (*bead.source, *bead.target)))
        and (flagged is None or _is_flagged(bead, flagged))
        and (below is None or bead.confidence < below)
    )
    return Beads(chosen, (alignment.source.language, alignment.target.language))


def expression(query: str) -> str:
    """The regular expression for whole words.

    >>> bool(compiled(expression("суверен*")).search("Государственный СУВЕРЕНИТЕТ"))
    True
    >>> bool(compiled(expression("суверен")).search("суверенитет"))
    False
    """
    words = query.split()
    if not any(character.isalnum() for character in query):
        raise OptionError(f"There is no word to search in {query!r}. Give one, or an expression with regex=True.")
    return _edge(words[0][0], r"(?<!\w)") + r"\s+".join(map(_word, words)) + _edge(words[-1][-1], r"(?!\w)")


def compiled(pattern: str) -> regex.Pattern[str]:
    """The expression, ready to search; case does not count.

    Raises:
        OptionError: It is empty, or not a regular expression.
    """
    if not pattern:
        raise OptionError("The regular expression is empty. Give one that can be found.")
    try:
        return regex.compile(pattern, regex.IGNORECASE | regex.VERSION0)
    except regex.error as error:
        raise OptionError(
            f"{pattern!r} is not a regular expression: {error}. Mend it, or leave out regex=True."
        ) from error


def _word(word: str) -> str:
    return "".join(map(_character, word))


def _character(character: str) -> str:
    if character == "*":
        return r"\w*"
    alike = next((group for group in _ALIKE if character.lower() in group), None)
    return f"[{regex.escape(alike)}]" if alike else regex.escape(character)


def _edge(character: str, boundary: str) -> str:
    """A word ends where its letters do; signs and scripts without spaces have no such edge."""
    return boundary if character.isalnum() and not _UNSPACED.match(character) else ""


def _places(pattern: regex.Pattern[str], text: str) -> tuple[Span, ...]:
    try:
        return tuple(found.span() for found in pattern.finditer(text, timeout=_SECONDS) if found.end() > found.start())
    except TimeoutError as error:
        raise OptionError(
            f"{pattern.pattern!r} takes too long on {text[:40]!r}. Make it simpler, with fewer nested repetitions."
        ) from error


def _is_under(path: str, place: str) -> bool:
    return path == place or path.startswith(f"{place}__")


def _is_flagged(bead: Bead, flagged: bool | str) -> bool:
    if isinstance(flagged, str):
        return any(flag.check == flagged for flag in bead.flags)
    return bool(bead.flags) is flagged


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
