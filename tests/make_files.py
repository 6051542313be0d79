"""One treaty in every format: what the tests of reading are measured with.

A treaty is a list of parts; each ``make_…`` writes it as the programs of its format do: a web page with lists that
a browser numbers, a Word document with automatic numbers and footnotes, a PDF with wrapped lines, broken words,
running heads, page numbers and footnotes at the foot.
"""

from __future__ import annotations

import importlib.util
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from docx import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from paralign.reading.numerals import letter, russian_letter

SEEDS = Path(__file__).parents[1] / "seeds"
#: Where in a part's text its footnote's mark stands.
MARK = "^"


@dataclass(frozen=True)
class Part:
    """A block of a treaty: a heading, a paragraph, or a numbered paragraph or lettered item of it."""

    text: str
    style: str = "text"
    number: int = 0
    note: str = ""

    @property
    def plain(self) -> str:
        return self.text.replace(MARK, "")


# treaties


def seed_parts(name: str, first: str = "", last: str = "") -> list[Part]:
    """The paragraphs of a seed whose paragraphs are one line each, from one that begins so to one that does."""
    lines = [line.strip() for line in (SEEDS / name).read_text(encoding="utf-8").split("\n") if line.strip()]
    start = next(k for k, line in enumerate(lines) if line.startswith(first))
    end = next((k for k, line in enumerate(lines) if last and line.startswith(last)), len(lines) - 1)
    return [Part(line) for line in lines[start : end + 1]]


_RUSSIAN = {
    "title": "Договор о дружбе и сотрудничестве",
    "parties": "Высокие Договаривающиеся Стороны,",
    "recitals": (
        "стремясь развивать взаимовыгодное сотрудничество в области науки, техники и культуры,",
        "подтверждая приверженность целям и принципам Устава Организации Объединенных Наций^,",
    ),
    "formula": "согласились о нижеследующем:",
    "article": "Статья {}",
    "sentences": (
        "Стороны строят свои отношения как дружественные государства на основе принципов взаимного уважения "
        "государственного суверенитета и территориальной целостности, мирного урегулирования споров.",
        "Каждая Сторона обеспечивает на своей территории защиту законных прав и интересов граждан другой Стороны, "
        "если национальным законодательством не предусмотрено иное.",
        "Порядок осуществления такого сотрудничества определяется отдельными соглашениями^ государств-участников.",
        "Разногласия относительно толкования настоящего Договора разрешаются путем консультаций и переговоров.",
    ),
    "chapeau": "В целях осуществления пункта 1 настоящей статьи Стороны:",
    "items": (
        "обмениваются информацией о принятых законодательных актах;",
        "проводят консультации не реже одного раза в год; и",
        "содействуют установлению прямых связей между предприятиями.",
    ),
    "note": "См. доклад Подготовительной комиссии, том {}, глава вторая, а также приложения к нему.",
    "done": "Совершено в Москве 25 мая 1992 года в двух экземплярах, каждый на русском и английском языках.",
}
_ENGLISH = {
    "title": "Treaty on friendship and cooperation",
    "parties": "The High Contracting Parties,",
    "recitals": (
        "Desiring to develop mutually beneficial cooperation in science, technology and culture,",
        "Reaffirming their commitment to the purposes and principles of the Charter of the United Nations^,",
    ),
    "formula": "Have agreed as follows:",
    "article": "Article {}",
    "sentences": (
        "The Parties shall build their relations as friendly States on the principles of mutual respect for State "
        "sovereignty and territorial integrity and the peaceful settlement of disputes.",
        "Each Party shall ensure in its territory the protection of the lawful rights and interests of the citizens "
        "of the other Party, unless its national legislation provides otherwise.",
        "The procedure for such cooperation shall be determined by separate agreements^ of the participating States.",
        "Disagreements concerning the interpretation of this Treaty shall be resolved through consultations.",
    ),
    "chapeau": "For the purpose of giving effect to paragraph 1 of this article, the Parties shall:",
    "items": (
        "exchange information on the legislative acts which they have adopted;",
        "hold consultations at least once a year; and",
        "promote the establishment of direct ties between enterprises.",
    ),
    "note": "See the report of the Preparatory Commission, volume {}, chapter two, and the annexes to it.",
    "done": "Done at Moscow on 25 May 1992 in two copies, each in the Russian and English languages.",
}


def treaty(language: str, articles: int) -> list[Part]:
    """A treaty with a preamble, articles with numbered paragraphs and lettered items, and footnotes."""
    words = _RUSSIAN if language == "ru" else _ENGLISH
    return list(_with_notes(_treaty(words, articles), words["note"]))


def _treaty(words: dict, articles: int) -> Iterator[Part]:
    yield Part(words["title"], "title")
    yield Part(words["parties"])
    yield from (Part(recital) for recital in words["recitals"])
    yield Part(words["formula"])
    for article in range(1, articles + 1):
        yield Part(words["article"].format(article), "heading")
        first, second, third, fourth = words["sentences"]
        yield Part(f"{first} {second}", "numbered", 1)
        yield Part(words["chapeau"], "numbered", 2)
        yield from (Part(item, "lettered", k) for k, item in enumerate(words["items"], start=1))
        yield Part(f"{fourth} {third}" if article % 2 else fourth, "numbered", 3)
    yield Part(words["done"])


def _with_notes(parts: Iterator[Part], note: str) -> Iterator[Part]:
    count = 0
    for part in parts:
        count += MARK in part.text
        yield Part(part.text, part.style, part.number, note.format(count)) if MARK in part.text else part


def label(part: Part, language: str) -> str:
    if part.style == "numbered":
        return f"{part.number}. "
    lettered = russian_letter if language == "ru" else letter
    return f"{lettered(part.number)}) " if part.style == "lettered" else ""


# text, Markdown and web pages


def make_txt(path: Path, parts: Sequence[Part], language: str) -> Path:
    path.write_text("\n\n".join(label(part, language) + part.plain for part in parts), encoding="utf-8")
    return path


def make_markdown(path: Path, parts: Sequence[Part], language: str) -> Path:
    lines, notes = ["---", "title: A treaty", "---", ""], []
    for part in parts:
        text = part.text.replace(MARK, f"[^{len(notes) + 1}]")
        notes += [f"[^{len(notes) + 1}]: {part.note}"] if part.note else []
        lines += [
            {"title": "# **{}**", "heading": "## {}"}.get(part.style, label(part, language) + "{}").format(text),
            "",
        ]
    path.write_text("\n".join(lines + notes), encoding="utf-8")
    return path


def make_html(path: Path, parts: Sequence[Part], language: str) -> Path:
    """A page whose numbers and letters are those of its lists, in windows-1251, with a site around it."""
    body, notes = [], []
    for part in parts:
        body.append(_html_part(part, language, notes))
    footnotes = "".join(f'<p class="footnote"><sup>{k}</sup> {escape(n)}</p>' for k, n in enumerate(notes, start=1))
    page = (
        '<!DOCTYPE html><html><head><meta charset="windows-1251"><title>Site</title>'
        '<script>var a = "x";</script></head>'
        '<body><nav><a href="/">Home</a></nav><div class="breadcrumbs">Home / Treaties</div>'
        f"<main>{''.join(body)}{footnotes}</main><footer>Copyright of the site</footer></body></html>"
    )
    path.write_bytes(page.encode("windows-1251", "xmlcharrefreplace"))
    return path


def _html_part(part: Part, language: str, notes: list[str]) -> str:
    text = escape(part.text)
    if part.note:
        notes.append(part.note)
        text = text.replace(MARK, f'<sup><a href="#n{len(notes)}">{len(notes)}</a></sup>')
    if part.style == "numbered":
        return f'<ol start="{part.number}"><li>{text}</li></ol>'
    if part.style == "lettered":
        kind = 'style="list-style-type: lower-cyrillic"' if language == "ru" else 'type="a"'
        return f'<ol {kind} start="{part.number}"><li><p>{text}\n</p></li></ol>'
    return f"<h2>{text}</h2>" if part.style in ("title", "heading") else f"<p>{text}</p>"


# Word


def make_docx(path: Path, parts: Sequence[Part], language: str) -> Path:
    """A document whose articles are numbered by their style and whose points are numbered by a list."""
    document = WordDocument()
    _define_lists(
        document, "russianLower" if language == "ru" else "lowerLetter", "Статья" if language == "ru" else "Article"
    )
    notes: list[str] = []
    for part in parts:
        _add_paragraph(document, part, notes)
    document.sections[0].header.paragraphs[0].text = "A running head"
    data = io.BytesIO()
    document.save(data)
    _write_with_footnotes(path, data.getvalue(), notes)
    return path


_LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/>{3}<w:lvlText w:val="{2}"/></w:lvl>'


def _define_lists(document, letters: str, article: str) -> None:
    levels = (
        _LEVEL.format(0, "decimal", f"{article} %1", '<w:pStyle w:val="Heading2"/>')
        + _LEVEL.format(1, "decimal", "%2.", "")
        + _LEVEL.format(2, letters, "%3)", "")
    )
    root = document.part.numbering_part.element
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    root.insert(0, definition)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    style = document.styles["Heading 2"].element.get_or_add_pPr()
    style.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="90"/></w:numPr>'))


def _add_paragraph(document, part: Part, notes: list[str]) -> None:
    styles = {"title": "Title", "heading": "Heading 2"}
    paragraph = document.add_paragraph(style=styles.get(part.style))
    before, _, after = part.text.partition(MARK)
    if part.style == "heading":
        return  # its number is all it says
    if part.style in ("numbered", "lettered"):
        depth = 1 if part.style == "numbered" else 2
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>')
        )
    paragraph.add_run(before)
    if part.note:
        notes.append(part.note)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(notes)))
        paragraph.add_run()._r.append(reference)
    paragraph.add_run(after)


def _write_with_footnotes(path: Path, data: bytes, notes: Sequence[str]) -> None:
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    texts = "".join(
        f'<w:footnote w:id="{k}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p>'
        "</w:footnote>"
        for k, note in enumerate(notes, start=1)
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(item, old.read(item))
        new.writestr("word/footnotes.xml", f"<w:footnotes {namespace}>{separator}{texts}</w:footnotes>")


# PDF


def font_file() -> Path:
    """A font with Cyrillic letters: matplotlib brings one, most Linux systems have one."""
    found = importlib.util.find_spec("matplotlib")
    places = [Path(found.origin).parent / "mpl-data/fonts/ttf"] if found and found.origin else []
    places += [Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/dejavu"), Path("/usr/share/fonts/TTF")]
    return next(place / "DejaVuSans.ttf" for place in places if (place / "DejaVuSans.ttf").exists())


WIDTH, HEIGHT, EDGE, SIZE, LEADING = 595, 842, 70, 11, 14
SMALL = 8


class Pages:
    """A PDF that is filled line by line, with its running heads, page numbers and footnotes."""

    def __init__(self, path: Path, head: str = "", gap: float = 6) -> None:
        pdfmetrics.registerFont(TTFont("Text", str(font_file())))
        self.canvas, self.head, self.gap = Canvas(str(path), pagesize=(WIDTH, HEIGHT)), head, gap
        self.page, self.notes, self.count = 1, [], 0
        self.y = HEIGHT - EDGE

    def add(self, part: Part, language: str, left: float = EDGE, right: float = WIDTH - EDGE) -> None:
        """Set one part in lines, on a new page where the foot is reached."""
        self.y -= self.gap
        lines = list(wrapped(label(part, language) + part.text, right - left))
        for line in lines:
            note = MARK in line
            if self.y < EDGE + 24 + (len(self.notes) + note) * 30:
                self.end_page()
            self._draw(line, left + (right - left - width(line)) / 2 if part.style in ("title", "heading") else left)
            if note:
                self.notes.append((self.count, part.note))
            self.y -= LEADING

    def _draw(self, line: str, x: float) -> None:
        before, mark, after = line.partition(MARK)
        self._text(before, x, self.y)
        if mark:
            self.count += 1
            x += width(before)
            self._text(str(self.count), x, self.y + 4, 6)
            x += pdfmetrics.stringWidth(str(self.count), "Text", 6)
            self._text(after, x, self.y)

    def _text(self, text: str, x: float, y: float, size: float = SIZE) -> None:
        self.canvas.setFont("Text", size)
        self.canvas.drawString(x, y, text)

    def end_page(self) -> None:
        y = EDGE + 10 + 10 * sum(len(list(wrapped(note, WIDTH - 2 * EDGE, SMALL))) for _, note in self.notes)
        for number, note in self.notes:
            self._text(str(number), EDGE, y + 3, 5)
            for line in wrapped(note, WIDTH - 2 * EDGE - 8, SMALL):
                self._text(line, EDGE + 5, y, SMALL)
                y -= 10
        if self.head:
            self._text(f"{self.head}, page {self.page}", EDGE, HEIGHT - 40)
        self._text(f"- {self.page} -", WIDTH / 2 - 10, 40)
        self.canvas.showPage()
        self.page, self.notes, self.y = self.page + 1, [], HEIGHT - EDGE

    def save(self, **options) -> None:
        self.end_page()
        self.canvas.save()


def width(text: str, size: float = SIZE) -> float:
    return pdfmetrics.stringWidth(text.replace(MARK, ""), "Text", size)


def wrapped(text: str, room: float, size: float = SIZE) -> Iterator[str]:
    """The lines of a text; a long word that does not fit is broken with a hyphen."""
    line = ""
    for word in text.split(" "):
        whole = f"{line} {word}".strip()
        if width(whole, size) <= room:
            line = whole
            continue
        head, tail = _broken(line, word, room, size)
        yield f"{line} {head}".strip()
        line = tail
    yield line


def _broken(line: str, word: str, room: float, size: float) -> tuple[str, str]:
    at = re.match(r"[^\W\d_]+-", word)
    if at and width(f"{line} {at[0]}", size) <= room:  # at the hyphen that the word has
        return at[0], word[at.end() :]
    for k in range(len(word) - 4, 3, -1):
        if re.fullmatch(r"[^\W\d_]{9,}[,.;]?", word) and width(f"{line} {word[:k]}-", size) <= room:
            return f"{word[:k]}-", word[k:]
    return "", word


def make_pdf(path: Path, parts: Sequence[Part], language: str, gap: float = 6) -> Path:
    pages = Pages(path, "Treaty Series 1992", gap)
    for part in parts:
        pages.add(part, language)
    pages.save()
    return path


def make_two_columns(path: Path, left: Sequence[Part], right: Sequence[Part]) -> Path:
    """Russian on the left and English on the right; the pages' rows are drawn across both columns."""
    middle = WIDTH / 2
    columns = [
        [line for part in parts for line in _column(part, language, middle - 12 - EDGE / 2)]
        for parts, language in ((left, "ru"), (right, "en"))
    ]
    pages = Pages(path)
    rows = max(map(len, columns))
    for k in range(rows):
        for column, x in zip(columns, (EDGE / 2, middle + 12), strict=True):
            if k < len(column) and column[k]:
                pages._text(column[k], x, pages.y)
        pages.y -= LEADING
        if pages.y < EDGE:
            pages.end_page()
    pages.save()
    return path


_PAD = "¤"


def make_gazette(path: Path, parts: Sequence[Part], indent: int) -> Path:
    """One language in two columns; first lines are set in by some letters' width, or paragraphs have a gap."""
    pages, room, column = Pages(path, "Gazette"), WIDTH / 2 - EDGE / 2 - 10, 0
    for part in parts:
        pages.y -= 0 if indent else 6
        for line in wrapped(_PAD * indent + part.text, room):
            if pages.y < EDGE:
                column, pages.y = column + 1, HEIGHT - EDGE
            if column == 2:
                column = 0
                pages.end_page()
            shift = width(_PAD) * line.count(_PAD)
            pages._text(line.lstrip(_PAD), (EDGE / 2, WIDTH / 2 + 10)[column] + shift, pages.y)
            pages.y -= LEADING
    pages.save()
    return path


def _column(part: Part, language: str, room: float) -> list[str]:
    return [*wrapped(label(part, language) + part.plain, room), ""]


MAKERS: dict[str, Callable[[Path, Sequence[Part], str], Path]] = {
    "txt": make_txt,
    "md": make_markdown,
    "html": make_html,
    "docx": make_docx,
    "pdf": make_pdf,
}
