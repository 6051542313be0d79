"""Pictures: the path of an alignment over the similarities of its clauses, and the reliability diagram.

Figures are made without pyplot, so that nothing stays behind in its state and no display is needed.
"""

from __future__ import annotations

import base64
from collections.abc import Container, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from paralign.alignment import Alignment, Bead
from paralign.display.places import division, place_name
from paralign.display.plain import is_doubtful, languages_of, summary
from paralign.document import Document
from paralign.errors import MissingExtraError
from paralign.evaluation import Scores

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Floats = NDArray[np.float32]

#: More squares than this a side cannot be told apart in a picture; neighbours are drawn as one.
_FINEST = 800
#: As many labels an axis as can be read.
_MOST_LABELS = 24
_INCHES = 7.0
_DPI = 110
#: Colours that readers with any kind of colour vision tell apart (Okabe and Ito), each with a shape of its own.
_PAIR, _DOUBTFUL, _NULL, _MOVED = "#0072B2", "#E69F00", "#D55E00", "#CC79A7"


def plot_alignment(alignment: Alignment, ax: Axes | None = None) -> Axes:
    """The axes with the path over the similarity matrix, or over the link probabilities of a loaded result."""
    axes = ax if ax is not None else _axes("paralign.Alignment.plot", (_INCHES, _INCHES))
    n, m = max(len(alignment.source), 1), max(len(alignment.target), 1)
    axes.imshow(
        similarities(alignment), cmap="Greys", vmin=0, extent=(-0.5, m - 0.5, n - 0.5, -0.5), aspect="auto", alpha=0.6
    )
    _draw_path(axes, alignment.beads)
    for draw in _LAYERS:
        draw(axes, alignment.beads)
    _label(axes, alignment)
    return axes


def plot_reliability(scores: Scores, ax: Axes | None = None) -> Axes:
    """The axes with the share right against the confidence, and how many beads each point stands for."""
    axes = ax if ax is not None else _axes("paralign.Scores.plot", (_INCHES * 0.75, _INCHES * 0.75))
    rows = [row for row in scores.reliability if row.count]
    axes.plot([0, 1], [0, 1], linestyle="--", color="#888888", label="confidence = share right")
    axes.vlines([r.confidence for r in rows], [r.confidence for r in rows], [r.right for r in rows], colors=_DOUBTFUL)
    axes.plot([r.confidence for r in rows], [r.right for r in rows], "o", color=_PAIR, label="beads in the interval")
    for row in rows:
        axes.annotate(f"{row.count}", (row.confidence, row.right), (-6, -4), textcoords="offset points", ha="right")
    axes.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.02), xlabel="mean confidence", ylabel="share exactly right")
    axes.set_title(f"{scores.beads} beads, calibration error {scores.ece:.3f}")
    axes.legend(loc="upper left")
    return axes


def similarities(alignment: Alignment) -> Floats:
    """Source by target clauses: cosines where the embeddings are at hand, else link probabilities.

    Neighbours are one row or column, with the largest value inside, where there are more than a picture shows.
    """
    n, m = len(alignment.source), len(alignment.target)
    if not n or not m:
        return np.zeros((1, 1), np.float32)
    if alignment.work is None:
        return _coarse_links(alignment, _cuts(n), _cuts(m))
    source, target = alignment.work.clause_vectors((alignment.source, alignment.target))
    blocks = (source[a:b] @ target.T for a, b in pairwise([*_cuts(n), n]))
    return np.stack([np.maximum.reduceat(block.max(axis=0), _cuts(m)) for block in blocks])


def _coarse_links(alignment: Alignment, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Floats:
    picture = np.zeros((len(rows), len(columns)), np.float32)
    for link in alignment.links:
        if link.source is not None and link.target is not None:
            at = np.searchsorted(rows, link.source, "right") - 1, np.searchsorted(columns, link.target, "right") - 1
            picture[at] = max(picture[at], link.given_source)
    return picture


def _cuts(count: int) -> NDArray[np.int64]:
    """Where the pieces of neighbours begin."""
    return np.unique(np.linspace(0, count, min(count, _FINEST), endpoint=False).astype(np.int64))


def _draw_path(axes: Axes, beads: Sequence[Bead]) -> None:
    """A thin line through the pairs that follow each other."""
    steady = [_centre(bead) for bead in beads if not bead.is_null and not bead.crossing]
    axes.plot([x for x, _ in steady], [y for _, y in steady], color=_PAIR, linewidth=0.8, alpha=0.6)


def _draw_pairs(axes: Axes, beads: Sequence[Bead]) -> None:
    sure = [bead for bead in beads if not (bead.is_null or bead.crossing or is_doubtful(bead))]
    _points(axes, sure, ("s", _PAIR), "pair", _size(len(beads)))


def _draw_merged(axes: Axes, beads: Sequence[Bead]) -> None:
    """A box around the clauses of pairs with more than two."""
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Rectangle

    merged = [bead for bead in beads if not bead.is_null and bead.type != "1-1"]
    boxes = [Rectangle(*_box(bead)) for bead in merged]
    if boxes:
        axes.add_collection(PatchCollection(boxes, facecolor="none", edgecolor=_PAIR, linewidth=1.2))


def _draw_doubtful(axes: Axes, beads: Sequence[Bead]) -> None:
    doubtful = [bead for bead in beads if not (bead.is_null or bead.crossing) and is_doubtful(bead)]
    _points(axes, doubtful, ("o", _DOUBTFUL), "doubtful pair", _size(len(beads), 16))


def _draw_moved(axes: Axes, beads: Sequence[Bead]) -> None:
    moved = [bead for bead in beads if bead.crossing]
    _points(axes, moved, ("D", _MOVED), "moved", _size(len(beads), 20))


def _draw_nulls(axes: Axes, beads: Sequence[Bead]) -> None:
    """Marks at the edge of the clauses that have no counterpart: source ones at the left, target ones at the top."""
    source = [clause.index for bead in beads if not bead.target for clause in bead.source]
    target = [clause.index for bead in beads if not bead.source for clause in bead.target]
    size = _size(len(beads), 30)
    left, top = axes.get_yaxis_transform(), axes.get_xaxis_transform()
    axes.scatter([0] * len(source), source, s=size, marker="_", color=_NULL, transform=left, clip_on=False)
    axes.scatter(target, [1] * len(target), s=size, marker="|", color=_NULL, transform=top, clip_on=False)
    if source or target:
        axes.scatter([], [], marker="|", color=_NULL, label=f"no counterpart ({len(source) + len(target)})")


#: What is drawn, from the bottom to the top.
_LAYERS = (_draw_merged, _draw_pairs, _draw_doubtful, _draw_moved, _draw_nulls)


def _points(axes: Axes, beads: Sequence[Bead], style: tuple[str, str], name: str, size: float) -> None:
    if beads:
        xs, ys = zip(*map(_centre, beads), strict=True)
        axes.scatter(xs, ys, s=size, marker=style[0], color=style[1], zorder=3, label=f"{name} ({len(beads)})")


def _size(beads: int, least: float = 2) -> float:
    """Points squared: the more beads, the smaller; what a reader looks for stays visible."""
    return max(least, min(40, 2400 / max(beads, 1)))


def _centre(bead: Bead) -> tuple[float, float]:
    ys, xs = ([clause.index for clause in side] for side in (bead.source, bead.target))
    return (xs[0] + xs[-1]) / 2, (ys[0] + ys[-1]) / 2


def _box(bead: Bead) -> tuple[tuple[float, float], float, float]:
    """Corner, width and height around the clauses."""
    i, k = bead.source[0].index, bead.source[-1].index
    j, q = bead.target[0].index, bead.target[-1].index
    return (j - 0.5, i - 0.5), q - j + 1, k - i + 1


def _label(axes: Axes, alignment: Alignment) -> None:
    source, target = languages_of(alignment)
    axes.set(xlabel=f"target ({target})", ylabel=f"source ({source})")
    axes.set_title(summary(alignment), fontsize="medium", pad=12)
    places, names = _ticks(alignment.target)
    axes.set_xticks(places, names, rotation=90, fontsize="small")
    places, names = _ticks(alignment.source)
    axes.set_yticks(places, names, fontsize="small")
    if axes.get_legend_handles_labels()[0]:
        axes.legend(loc="upper right", fontsize="small", framealpha=0.9)


def _ticks(document: Document) -> tuple[list[int], list[str]]:
    """Where articles begin, and their names: all, or evenly chosen ones that do not run into each other."""
    names = [division(clause.path) for clause in document]
    starts = [i for i, name in enumerate(names) if name and (i == 0 or names[i - 1] != name)]
    apart = len(document) / _MOST_LABELS
    chosen: list[int] = []
    for start in starts:
        if not chosen or start - chosen[-1] >= apart:
            chosen.append(start)
    return chosen, [place_name(names[i].rpartition("__")[2]) for i in chosen]


def _axes(purpose: str, inches: tuple[float, float]) -> Axes:
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError("matplotlib", "plot", purpose) from error
    figure = Figure(figsize=inches, dpi=_DPI, layout="constrained")
    axes: Axes = figure.add_subplot(axes_class=_picture())
    return axes


@cache
def _picture() -> type[Axes]:
    """Axes that a notebook shows as a picture, though pyplot knows nothing of them."""
    from matplotlib.axes import Axes

    class Picture(Axes):
        """Axes that show themselves."""

        def _repr_mimebundle_(
            self, include: Container[str] | None = None, exclude: Container[str] | None = None
        ) -> tuple[dict[str, str], dict[str, Any]]:
            data = BytesIO()
            self.figure.canvas.print_figure(data, format="png")
            picture = base64.b64encode(data.getvalue()).decode("ascii")
            alt = self.get_title().replace("\n", " ")
            return {"image/png": picture, "text/plain": f"<{alt}>"}, {"image/png": {"alt": alt}}

    return Picture
