"""A web page with both texts side by side: to read, print or publish. No script, nothing fetched, nothing to click."""

from __future__ import annotations

from html import escape

from paralign.alignment import DOUBTFUL_BELOW, Alignment, Bead
from paralign.exporting.markup import xml_text

_STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { border-top: 1px solid #8888; overflow-wrap: anywhere; padding: .4rem .8rem; text-align: start;
  vertical-align: top; }
th:last-child, td:last-child { font: .8rem sans-serif; width: 9rem; }
.doubtful td:last-child { font-weight: bold; }
.null { color: #888; font-style: italic; }
p { color: #888; font: .8rem sans-serif; }
"""


def write_page(alignment: Alignment) -> bytes:
    """The page, a row a bead; doubtful confidences are bold and marked with a question mark."""
    codes = [_attribute(document.language) for document in (alignment.source, alignment.target)]
    rows = "\n".join(_row(bead, codes) for bead in alignment.beads)
    title = f"{codes[0]}–{codes[1]}: {len(alignment)} pairs"
    page = f"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title>
<style>
{_STYLE}</style></head>
<body>
<table>
<thead><tr><th scope="col">{codes[0]}</th><th scope="col">{codes[1]}</th><th scope="col">confidence</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
<p>{_content(alignment.signature)}</p>
</body>
</html>
"""
    return page.encode("utf-8")


def _row(bead: Bead, codes: list[str]) -> str:
    cells = "".join(
        f'<td lang="{code}" dir="auto">{_content(text)}</td>' if clauses else '<td class="null">no counterpart</td>'
        for code, clauses, text in zip(
            codes, (bead.source, bead.target), (bead.source_text, bead.target_text), strict=True
        )
    )
    doubtful = bead.confidence < DOUBTFUL_BELOW
    flags = "".join(f"<br>{_content(str(flag))}" for flag in bead.flags)
    said = f"{bead.confidence:.2f}{' ?' if doubtful else ''}{flags}"
    kind = ' class="doubtful"' if doubtful else ""
    return f"<tr{kind}>{cells}<td>{said}</td></tr>"


def _content(text: str) -> str:
    return escape(xml_text(text).replace("\r", " "), quote=False)


def _attribute(text: str) -> str:
    return escape(xml_text(text))
