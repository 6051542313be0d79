"""Scores as small tables: what was found, and whether the confidences can be believed."""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan

from paralign.display.html import LEFT, Html, framed, paragraph
from paralign.evaluation import Scores

_RATES = "", "precision", "recall", "F1"
_RELIABILITY = "confidence", "beads", "mean confidence", "share right"


def html_scores(scores: Scores) -> Html:
    """Rates, calibration and the reliability table."""
    groups = ", ".join(f"{name} {_figure(error)}" for name, error in scores.ece_by_type)
    return framed(
        [
            paragraph(f"{scores.beads} beads, documents: {scores.documents}"),
            _table(_RATES, _rate_rows(scores)),
            paragraph(
                f"Calibration error {_figure(scores.ece)} ({groups}), Brier score {_figure(scores.brier)}, "
                f"AUROC {_figure(scores.auroc)}"
            ),
            _table(_RELIABILITY, _reliability_rows(scores)),
        ]
    )


def _rate_rows(scores: Scores) -> Iterable[tuple[str, ...]]:
    for name, rates in (("strict", scores.strict), ("lax", scores.lax), ("null", scores.null)):
        yield name, *map(_figure, (rates.precision, rates.recall, rates.f1))


def _reliability_rows(scores: Scores) -> Iterable[tuple[str, ...]]:
    for row in scores.reliability:
        if row.count:
            interval = f"{row.low:.2f}–{row.high:.2f}"
            yield interval, str(row.count), _figure(row.confidence), _figure(row.right)


def _table(names: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f'<th scope="col" style="{LEFT}">{name}</th>' for name in names)
    body = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f'<table class="paralign-narrow">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>'


def _cell(text: str) -> str:
    return f'<td style="{LEFT}">{text}</td>'


def _figure(value: float) -> str:
    return "undefined" if isnan(value) else f"{value:.3f}"
