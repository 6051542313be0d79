"""The review of an alignment by a reader: a page that takes decisions, and the decisions read back.

``page`` makes one self-contained HTML page of an alignment; ``decisions`` reads the file that a reader downloads
from it. Between them stands only that file: a page can be reviewed on another machine, by somebody without Python.
"""

from paralign.reviewing.decisions import Decision, Review, load_review
from paralign.reviewing.page import write_html

__all__ = ["Decision", "Review", "load_review", "write_html"]
