"""An alignment as HTML: well-formed, all text escaped, no script, nothing from the network, no ids that could collide.

Measures that matter are in the markup, not in the style sheet: JupyterLab drops ``<style>`` from notebooks that it does
not trust, keeps ``details``, ``meter`` and ``mark``, and of ``style`` attributes what is plain and literal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby

from paralign.alignment import DOUBTFUL_BELOW, Alignment, Bead, Flag
from paralign.display.marks import Mark, flag_marks, html, marked
from paralign.display.places import divisions, place_name
from paralign.display.plain import MAX_ROWS, NO_COUNTERPART, hint, is_doubtful, languages_of, summary
from paralign.display.wrapping import clipped

#: Longer alignments show only the articles in which something is doubtful unfolded.
_SHORT = 60
_HEADING_WIDTH = 80
_CHIP_WIDTH = 60
# JupyterLab aligns cells to the right; a style attribute survives where a style sheet does not.
LEFT = "text-align:left;vertical-align:top"
_WIDTHS = "8em", "42%", "42%", "16%"
_CHIP_STYLE = "border:1px solid #888888;border-radius:4px;padding:0 4px"


class Html(str):
    """HTML as text that a notebook shows as what it is."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<HTML of {len(self)} characters>"

    def _repr_html_(self) -> str:
        return str(self)


def html_table(alignment: Alignment, max_rows: int | None = MAX_ROWS) -> Html:
    """The beads article by article, both sides next to each other."""
    shown = alignment.beads[:max_rows]
    runs = groupby(zip(divisions(shown), shown, strict=True), key=lambda placed: placed[0])
    short = len(alignment.beads) <= _SHORT
    languages = languages_of(alignment)
    sections = [_section(place, [bead for _, bead in run], languages, short) for place, run in runs]
    return framed([paragraph(summary(alignment)), *sections, *map(paragraph, hint(alignment.beads, max_rows))])


def html_beads(beads: Sequence[Bead], languages: tuple[str, str], max_rows: int | None = MAX_ROWS) -> Html:
    """Some beads, both sides next to each other."""
    return framed([_table(beads[:max_rows], languages), *map(paragraph, hint(beads, max_rows))])


def framed(blocks: Iterable[str]) -> Html:
    """What stands on the page, with the style sheet."""
    return Html(f'<div class="paralign">\n<style>{_style_sheet()}</style>\n' + "\n".join(blocks) + "\n</div>")


def paragraph(text: str) -> str:
    """One paragraph of plain text."""
    return f"<p>{html(text)}</p>"


def heads(names: Iterable[str], widths: Iterable[str] = _WIDTHS) -> str:
    """The head of a table."""
    cells = (f'<th scope="col" style="{LEFT};width:{w}">{html(n)}</th>' for n, w in zip(names, widths, strict=True))
    return f"<thead><tr>{''.join(cells)}</tr></thead>"


def side_cell(text: str | None, language: str, marks: Iterable[Mark] = (), rows: int = 1) -> str:
    """One side of a bead; what is missing is said in words."""
    span = f' rowspan="{rows}"' if rows > 1 else ""
    if text is None:
        return f'<td{span} style="{LEFT}"><em>{NO_COUNTERPART}</em></td>'
    return f'<td{span} lang="{html(language)}" dir="auto" style="{LEFT}">{marked(text, marks)}</td>'


def meter(confidence: float) -> str:
    """The confidence as a meter and a number.

    The boundaries lie below the middle because JupyterLab drops ``optimum``; a meter then takes its middle for the best
    value, and all above ``high`` for good.
    """
    return f'<meter min="0" max="1" low="0.25" high="0.49" value="{confidence:.4f}"></meter> {confidence:.2f}'


def _section(place: str, beads: Sequence[Bead], languages: tuple[str, str], short: bool) -> str:
    """One article, folded unless something in it deserves a look."""
    unfolded = any(map(_deserves_a_look, beads)) or (short and not all(bead.is_null for bead in beads))
    opened = ' open="open"' if unfolded else ""
    name = f"<strong>{html(place_name(place))}</strong>"
    head = f"<summary>{name} · {_heading(beads[0], languages)} <em>({html(_counts(beads))})</em></summary>"
    return f"<details{opened}>{head}\n{_table(beads, languages)}\n</details>"


def _heading(bead: Bead, languages: tuple[str, str]) -> str:
    """How a section begins, in both languages."""
    texts = (bead.source_text, bead.target_text)
    spans = (
        f'<span lang="{html(language)}" dir="auto">{html(clipped(text, _HEADING_WIDTH))}</span>'
        for text, language in zip(texts, languages, strict=True)
        if text
    )
    return " | ".join(spans)


def _counts(beads: Sequence[Bead]) -> str:
    pairs = sum(not bead.is_null for bead in beads)
    counts = {
        "pair" if pairs == 1 else "pairs": pairs,
        "without counterpart": len(beads) - pairs,
        "doubtful": sum(map(is_doubtful, beads)),
        "to check": sum(bool(bead.flags) for bead in beads),
    }
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count)


def _table(beads: Iterable[Bead], languages: tuple[str, str]) -> str:
    rows = "\n".join(_row(bead, languages) for bead in beads)
    return f'<table style="width:100%">{heads(("confidence", *languages, "check"))}\n<tbody>\n{rows}\n</tbody></table>'


def _row(bead: Bead, languages: tuple[str, str]) -> str:
    source = side_cell(bead.source_text if bead.source else None, languages[0], flag_marks(bead, "source"))
    target = side_cell(bead.target_text if bead.target else None, languages[1], flag_marks(bead, "target"))
    notes = [note for applies, note in _NOTES if applies(bead)] + list(map(_chip, bead.flags))
    doubtful = ' class="paralign-doubtful"' if is_doubtful(bead) else ""
    checks = f'<td style="{LEFT}">{" ".join(notes)}</td>'
    return f'<tr{doubtful}><td style="{LEFT}">{meter(bead.confidence)}</td>{source}{target}{checks}</tr>'


def _chip(flag: Flag) -> str:
    title = html(f"check ({flag.severity}): {flag}")
    text = html(clipped(str(flag), _CHIP_WIDTH))
    return f'<span class="paralign-{html(flag.severity)}" style="{_CHIP_STYLE}" title="{title}">{text}</span>'


def _deserves_a_look(bead: Bead) -> bool:
    return is_doubtful(bead) or bool(bead.flags)


_NOTES: tuple[tuple[Callable[[Bead], bool], str], ...] = (
    (is_doubtful, f'<mark title="confidence below {DOUBTFUL_BELOW}">doubtful</mark>'),
    (lambda bead: bead.crossing, '<span title="jumps over its neighbours">moved</span>'),
)


@cache
def _style_sheet() -> str:
    return files("paralign.display").joinpath("display.css").read_text(encoding="utf-8")
