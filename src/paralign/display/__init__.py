"""How results show themselves: one line, a text table, HTML for notebooks.

The HTML says everything without its style sheet, because JupyterLab drops style sheets and scripts from
notebooks that it does not trust: the number stands beside the meter, doubt and flags are words, not colours,
and what folds is plain ``<details>``.
"""

from __future__ import annotations

from paralign.display.html import Html, html_beads, html_table
from paralign.display.outline import html_outline
from paralign.display.plain import MAX_ROWS, printable, summary, text_beads, text_table, views
from paralign.display.scores import html_scores

__all__ = [
    "MAX_ROWS",
    "Html",
    "html_beads",
    "html_outline",
    "html_scores",
    "html_table",
    "printable",
    "summary",
    "text_beads",
    "text_table",
    "views",
]
