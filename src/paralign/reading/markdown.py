"""Markdown: its marks are taken away, its blocks, tables and footnotes kept. Line breaks inside a paragraph stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from paralign.reading.extracted import Block, Extracted, Row, extracted_of, row_of
from paralign.reading.text import read_decoded

_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"\s*(?:```|~~~)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s+(?P<text>.*?))?(?:\s+#+)?\s*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*")
_RULE = re.compile(r" {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
_ITEM = re.compile(r"\s*(?:[-+*]|\d{1,9}[.)])\s+\S")
_BULLET = re.compile(r"\s*[+*]\s+")
_QUOTE = re.compile(r" {0,3}>\s?")
_NOTE = re.compile(r" {0,3}\[\^(?P<mark>[^\]\s]+)\]:\s*(?P<text>.*)")
_RULED = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BAR = re.compile(r"(?<!\\)\|")

#: Marks inside a line and what they stand for, in this order; an escaped mark is set aside first.
_INLINE = (
    (re.compile(r"\[\^[^\]\s]+\]"), ""),  # footnote mark[^1]
    (re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)"), r"\1"),  # [text](address)
    (re.compile(r"!?\[([^\[\]]+)\]\[[^\[\]]*\]"), r"\1"),  # [text][name]
    (re.compile(r"<((?:https?|mailto):[^<>\s]+)>"), r"\1"),  # <https://…>
    (re.compile(r"(`+)(.+?)\1"), r"\2"),  # `code`
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?!\*)", re.DOTALL), r"\2"),  # *Done*
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL), r"\2"),  # _Done_
    (re.compile(r"~~(.+?)~~"), r"\1"),
    (re.compile(r"</?(?:br|p|div|span|sup|sub|b|i|em|strong|u|a|center)(?:\s[^<>]*)?/?>", re.IGNORECASE), ""),
    (re.compile(r"(?: {2,}|\\)$", re.MULTILINE), ""),  # a line break that stays
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SET_ASIDE = 0xF0000
_ASIDE = re.compile("[\U000f0021-\U000f007e]")


def read_markdown(path: Path, encoding: str | None = None) -> Extracted:
    """The text of a Markdown file, its footnotes last."""
    decoded = read_decoded(path, encoding)
    return replace(extracted_of_markdown(decoded.text), encoding=decoded.encoding)


def extracted_of_markdown(text: str) -> Extracted:
    r"""The text without its marks.

    >>> extracted_of_markdown("## Статья 1\n\n**Стороны**[^1] [согласны](x.html).\n\n[^1]: Две.").text
    'Статья 1\n\nСтороны согласны.\n\n1 Две.'
    """
    lines = _COMMENT.sub("", _FRONT_MATTER.sub("", text)).split("\n")
    reading = _Reading()
    for line in lines:
        reading.take(line)
    reading.end()
    return extracted_of(reading.done)


@dataclass(slots=True)
class _Reading:
    """Blocks that are done and the lines of the one that is open."""

    done: list[Block | Row] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    note: bool = False
    code: bool = False

    def take(self, line: str) -> None:
        """Read one line."""
        if _FENCE.match(line):
            self.end()
            self.code = not self.code
        elif self.code:
            self.lines.append(line)
        else:
            self._take_marked(_QUOTE.sub("", line))

    def _take_marked(self, line: str) -> None:
        heading, note = _HEADING.fullmatch(line), _NOTE.fullmatch(line)
        if not line.strip() or (_UNDERLINE.fullmatch(line) and self.lines) or _RULE.fullmatch(line):
            self.end()
        elif heading:
            self.end()
            self.done.append(Block(_plain(heading["text"] or "")))
        elif note:
            self.end()
            self.note = True
            self.lines = [f"{note['mark']} {note['text']}"]
        elif line.lstrip().startswith("|"):
            self._take_row(line)
        else:
            self._take_text(line)

    def _take_row(self, line: str) -> None:
        self.end()
        if not _RULED.fullmatch(line):
            cells = _BAR.split(line.strip().removeprefix("|").removesuffix("|"))
            self.done += row_of([[Block(text)] if (text := _plain(cell)) else [] for cell in cells])

    def _take_text(self, line: str) -> None:
        if _ITEM.match(line):
            self.end()
        self.lines.append(line)

    def end(self) -> None:
        """Close the open block."""
        text = "\n".join(self.lines) if self.code else _plain("\n".join(self.lines))
        self.done += [Block(text, self.note)] if text.strip() else []
        self.lines, self.note = [], False


def _plain(text: str) -> str:
    """Text without emphasis, links and code marks."""
    text = _ESCAPED.sub(lambda found: chr(_SET_ASIDE + ord(found[1])), text)
    text = _BULLET.sub("• ", text, count=1) if _BULLET.match(text) else text
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    text = _ASIDE.sub(lambda found: chr(ord(found[0]) - _SET_ASIDE), text)
    return "\n".join(_stripped(text)).strip()


def _stripped(text: str) -> Iterator[str]:
    return (line.strip(" \t") for line in text.split("\n"))
