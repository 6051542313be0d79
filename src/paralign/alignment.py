"""The result: beads over two documents, and what a reader asks of them.

Bead
    A run of source clauses and a run of target clauses that translate each other. One side may be empty: a
    clause without a counterpart, a *null*.
Pair
    A bead with both sides.
Alignment
    Two documents and the beads that cover every clause of both exactly once.

How a result shows itself (``paralign.display``), is written to a file (``paralign.exporting``) or is put into
words (``paralign.explaining``) are functions of the result; the methods here only lead to them.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from paralign.cover import CoverError, check_cover, reading_order, reads_on
from paralign.document import Clause, Document
from paralign.errors import OptionError

if TYPE_CHECKING:
    import pandas
    import polars
    from matplotlib.axes import Axes

    from paralign.aligning.pins import Pin
    from paralign.aligning.work import Work
    from paralign.display import Html
    from paralign.searching import Beads, Hits

#: Below this confidence a reader should look at a bead.
DOUBTFUL_BELOW = 0.9

__all__ = [
    "DOUBTFUL_BELOW",
    "Alignment",
    "Bead",
    "CoverError",
    "Evidence",
    "Flag",
    "Link",
    "check_cover",
    "reading_order",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One feature of a bead and what it added to the bead's score.

    Attributes:
        feature: The feature's name in the weights file.
        value: What was measured, in the feature's own unit.
        weight: The learned weight.
    """

    feature: str
    value: float
    weight: float

    @property
    def contribution(self) -> float:
        """What the feature added to the bead's score."""
        return self.value * self.weight


#: Half-open offsets into one side's text.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that a reader should check; evidence, not a verdict, and apart from the confidence.

    Attributes:
        check: Name of the check that raised it, such as ``numbers``.
        message: What to look at, in a few words.
        severity: ``high``, ``medium`` or ``low``.
        source: Where it shows in the bead's ``source_text``.
        target: Where it shows in its ``target_text``.
    """

    check: str
    message: str
    severity: Literal["high", "medium", "low"] = "medium"
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()

    def swapped(self) -> Flag:
        """The same flag with source and target exchanged."""
        return replace(self, source=self.target, target=self.source)

    def __str__(self) -> str:
        return f"{self.check}: {self.message}"


@dataclass(frozen=True, slots=True)
class Bead:
    """A run of source clauses and a run of target clauses that translate each other.

    Attributes:
        source: The source clauses, in order; empty where the target clause has no counterpart.
        target: The target clauses.
        confidence: Probability in [0, 1] that exactly this bead is right.
        similarity: Cosine of the two sides' embeddings; 0 where one side is empty.
        crossing: Whether it jumps over its neighbours.
        flags: What a reader should check.
        evidence: The features behind the score; not compared, not saved.
    """

    source: tuple[Clause, ...]
    target: tuple[Clause, ...]
    confidence: float
    similarity: float = 0.0
    crossing: bool = False
    flags: tuple[Flag, ...] = ()
    evidence: Sequence[Evidence] = field(default=(), repr=False, compare=False)

    @property
    def source_text(self) -> str:
        """The source clauses' texts, joined by one space."""
        return " ".join(clause.text for clause in self.source)

    @property
    def target_text(self) -> str:
        """The target clauses' texts, joined by one space."""
        return " ".join(clause.text for clause in self.target)

    @property
    def type(self) -> str:
        """How many clauses stand against how many: ``1-1``, ``1-2``, ``0-1``."""
        return f"{len(self.source)}-{len(self.target)}"

    @property
    def is_null(self) -> bool:
        """Whether one side is empty."""
        return not (self.source and self.target)

    def swapped(self) -> Bead:
        """The same bead with source and target exchanged."""
        flags = tuple(flag.swapped() for flag in self.flags)
        return replace(self, source=self.target, target=self.source, flags=flags)

    def __getstate__(self) -> list[object]:
        """Fields for pickling; the evidence would drag all embeddings along and stays behind."""
        return [() if f.name == "evidence" else getattr(self, f.name) for f in fields(self)]

    def explain(self) -> str:
        """The strongest features for and against this bead, in words and numbers.

        >>> clause = Clause("Статья 1", 0, 8, 0)
        >>> bead = Bead((clause,), (), 0.75, evidence=(Evidence("cosine", 0.5, 1.5),))
        >>> print(bead.explain())
        1-0 with confidence 0.75.
        For it:
          +0.75  closeness in meaning of the two sides (0.5)
        Against it: nothing.
        """
        from paralign.explaining import explain

        return explain(self)


@dataclass(frozen=True, slots=True)
class Link:
    """Posterior probability that two clauses share a bead.

    Attributes:
        source: Index of the source clause, None for the target clause's null.
        target: Index of the target clause, None for the source clause's null.
        given_source: The source clause's share: over all links of one source clause these sum to 1.
        given_target: The target clause's share: over all links of one target clause these sum to 1.
    """

    source: int | None
    target: int | None
    given_source: float
    given_target: float

    def swapped(self) -> Link:
        """The same link with source and target exchanged."""
        return Link(self.target, self.source, self.given_target, self.given_source)


@dataclass(frozen=True)  # no slots: the cached properties need a __dict__
class Alignment:
    """Two documents and the beads that cover every clause of both exactly once.

    ``len()``, iteration and ``alignment[i]`` are over the pairs; a slice is a list of pairs.

    Attributes:
        source: The source document.
        target: The target document.
        beads: All beads in the reading order of the source, target-only ones where they belong.
        signature: What made this result: version, encoder, weights, options.
        links: Posterior link probabilities.
        work: What it was made from, kept for ``realign``; not compared, not saved.
    """

    source: Document
    target: Document
    beads: tuple[Bead, ...]
    signature: str = ""
    links: tuple[Link, ...] = field(default=(), repr=False)
    work: Work | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        check_cover(self)

    def __getstate__(self) -> dict[str, object]:
        """Fields for pickling; what the alignment was made from stays behind."""
        return {f.name: None if f.name == "work" else getattr(self, f.name) for f in fields(self)}

    @cached_property
    def pairs(self) -> tuple[Bead, ...]:
        """The beads with both sides."""
        return tuple(bead for bead in self.beads if not bead.is_null)

    @cached_property
    def unaligned_source(self) -> tuple[Clause, ...]:
        """The source clauses without a counterpart."""
        return tuple(clause for bead in self.beads if bead.is_null for clause in bead.source)

    @cached_property
    def unaligned_target(self) -> tuple[Clause, ...]:
        """The target clauses without a counterpart."""
        return tuple(clause for bead in self.beads if bead.is_null for clause in bead.target)

    def __len__(self) -> int:
        return len(self.pairs)

    def __iter__(self) -> Iterator[Bead]:
        return iter(self.pairs)

    @overload
    def __getitem__(self, place: int) -> Bead: ...
    @overload
    def __getitem__(self, place: slice) -> list[Bead]: ...
    def __getitem__(self, place: int | slice) -> Bead | list[Bead]:
        return list(self.pairs[place]) if isinstance(place, slice) else self.pairs[place]

    def doubtful(self, below: float = DOUBTFUL_BELOW) -> Beads:
        """The beads that a reader should look at, nulls among them, worst first."""
        doubtful = (bead for bead in self.beads if bead.confidence < below)
        return self._shown(sorted(doubtful, key=lambda bead: bead.confidence))

    def link_probability(
        self, source: int | None, target: int | None, given: Literal["source", "target"] = "source"
    ) -> float:
        """The probability that two clauses share a bead; 0 for clauses far from each other.

        Args:
            source: Index of the source clause; None asks whether the target clause has no counterpart.
            target: Index of the target clause; None asks whether the source clause has no counterpart.
            given: Whose share: ``source`` values of one source clause sum to 1 over all targets and None,
                ``target`` values of one target clause over all sources and None. A null is always the share
                of the clause that has it.
        """
        _check_link_question(self, source, target, given)
        link = self._links_by_clauses.get((source, target))
        if link is None:
            return 0.0
        of_source = source is not None and (target is None or given == "source")
        return link.given_source if of_source else link.given_target

    @cached_property
    def _links_by_clauses(self) -> Mapping[tuple[int | None, int | None], Link]:
        return {(link.source, link.target): link for link in self.links}

    def search(self, query: str, side: Literal["source", "target"] | None = None, regex: bool = False) -> Hits:
        """The beads in which a word or a phrase stands, with the places where it stands; a concordance when shown.

        Case does not count, nor do ё and е. ``*`` stands for the rest of a word: ``"суверен*"``.

        Args:
            query: Whole words, or a regular expression.
            side: ``source`` or ``target`` to search one side only.
            regex: Whether the query is a regular expression.

        Raises:
            OptionError: The query is empty, or not a regular expression, or there is no such side.
        """
        from paralign.searching import search

        return search(self, query, side, regex)

    def select(
        self,
        kind: str | None = None,
        path: str | None = None,
        flagged: bool | str | None = None,
        below: float | None = None,
    ) -> Beads:
        """The beads that meet all conditions given.

        Args:
            kind: A kind of clause that is in the bead.
            path: A place in the treaty, and everything under it: ``art_5``.
            flagged: Whether there is something to check, or the name of the check.
            below: Only beads with a confidence below this.

        Raises:
            OptionError: There is no such kind.
        """
        from paralign.searching import select

        return select(self, kind, path, flagged, below)

    def _shown(self, beads: Iterable[Bead]) -> Beads:
        from paralign.searching import Beads

        return Beads(beads, (self.source.language, self.target.language))

    def plot(self, ax: Axes | None = None) -> Axes:
        """A picture of the path over the similarities of the clauses; the axes that it is drawn on.

        Args:
            ax: Matplotlib axes to draw on; a figure of its own if None.

        Raises:
            MissingExtraError: Matplotlib is not installed.
        """
        from paralign.plotting import plot_alignment

        return plot_alignment(self, ax)

    def swapped(self) -> Alignment:
        """The mirrored alignment: what was the target is the source."""
        beads = tuple(bead.swapped() for bead in self.beads)
        return replace(
            self,
            source=self.target,
            target=self.source,
            beads=beads if reads_on(beads) else reading_order(beads),
            links=tuple(link.swapped() for link in self.links),
            work=self.work and self.work.mirrored(),
        )

    def realign(self, pins: Iterable[Pin]) -> Alignment:
        """The alignment of the same documents with the beads that the user has decided held exactly.

        Nothing is embedded again. A result that was loaded from a file kept no embeddings; align its documents
        with ``paralign.align(..., pins=...)``.

        Args:
            pins: Beads, or pairs (source indices, target indices); an empty side means no counterpart.

        Raises:
            OptionError: Pins contradict each other or name clauses that do not exist, or the result was loaded.
        """
        from paralign.aligning.pins import checked_pins

        if self.work is None:
            raise OptionError("This alignment kept no embeddings. Use paralign.align(source, target, pins=...) instead")
        checked = checked_pins(pins, self.source, self.target)
        return self.work.aligned((self.source, self.target), checked)

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas frame with a row a bead and the columns of ``paralign.records.Record``."""
        from paralign.exporting.frames import to_pandas

        return to_pandas(self)

    def to_dataframe(self) -> pandas.DataFrame:
        """The same as ``to_pandas``."""
        from paralign.exporting.frames import to_pandas

        return to_pandas(self, "Alignment.to_dataframe")

    def to_polars(self) -> polars.DataFrame:
        """The same as a polars frame."""
        from paralign.exporting.frames import to_polars

        return to_polars(self)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows for whatever reads Arrow (duckdb, polars, pandas), with the clauses' indices; needs pyarrow."""
        from paralign.exporting.frames import to_arrow

        return to_arrow(self).__arrow_c_stream__(requested_schema)

    def save(self, path: Path | str, format: str | None = None, nulls: bool | None = None) -> None:
        """Write the file whole or not at all, in the format that its suffix names.

        Args:
            path: The file. ``.html .tsv .csv .xlsx .docx .tmx .xlf .tei .xces.zip .parquet .jsonl`` and more, each
                described on the page Exporting; ``.txt`` makes two files with the languages in their names.
            format: The format, as a suffix without its dot, where the path's suffix does not name it.
            nulls: Whether clauses without a counterpart are written, in formats where that is a choice.
        """
        from paralign.exporting import save

        save(self, path, format, nulls)

    def __repr__(self) -> str:
        from paralign.display import summary

        return f"<Alignment {summary(self)}>"

    def __str__(self) -> str:
        from paralign.display import text_table

        return text_table(self)

    def to_html(self, max_rows: int | None = None) -> Html:
        """The table that a notebook shows, as text; all rows, or the first few."""
        from paralign.display import html_table

        return html_table(self, max_rows)

    def _repr_html_(self) -> str:
        from paralign.display import html_table

        return html_table(self)

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        from paralign.display import MAX_ROWS, text_table, views

        makers = {"text/plain": lambda: text_table(self, max_rows=MAX_ROWS), "text/html": self._repr_html_}
        return views(makers, include, exclude)


def _check_link_question(alignment: Alignment, source: int | None, target: int | None, given: str) -> None:
    if given not in {"source", "target"}:
        raise OptionError(f'given is {given!r}. It can be "source" or "target".')
    if source is None and target is None:
        raise OptionError("link_probability needs a source clause or a target clause. Only one may be None.")
    asked = (("source", source, alignment.source), ("target", target, alignment.target))
    for side, index, document in asked:
        if index is not None and not 0 <= index < len(document):
            last = len(document) - 1
            raise OptionError(f"There is no {side} clause {index}. Indices run from 0 to {last}.")
    if not alignment.links:
        raise OptionError("This alignment holds no link probabilities. paralign.align gives one that does.")
