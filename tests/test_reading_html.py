"""Web pages and Markdown: what a browser shows of the treaty, and nothing of the site."""

from pathlib import Path

import pytest

from paralign.reading import extracted_from, read
from paralign.reading.markdown import extracted_of_markdown


def text_of(folder: Path, body: str, head: str = "", encoding: str = "utf-8") -> str:
    path = folder / "a.html"
    path.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return extracted_from(path).text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol type=i start=3><li>peace;<li value=7>trust.</ol>", "iii) peace;\n\nvii) trust."),
        ("<ol type=A><li>peace<ol><li>trust</ol></ol>", "A) peace\n\n1. trust"),
        ('<ol style="list-style: none"><li>(a) peace;</li></ol>', "(a) peace;"),
        ("<ol><li>(a) peace;</li></ol>", "(a) peace;"),
        ("<ul><li>peace;</li></ul>", "• peace;"),
        ("<dl><dt>(a)</dt><dd>peace;</dd></dl>", "(a) peace;"),
        ("<table><tr><td>1.</td><td>Each Party</td></tr></table>", "1. Each Party"),
        (
            "<table><tr><td>Norway</td><td>Oslo</td></tr><tr><td colspan=2>End</td></tr></table>",
            "Norway\n\nOslo\n\nEnd",
        ),
        ("For the Government<br>of Norway", "For the Government\nof Norway"),
        ("<p>Caf&eacute;&nbsp;&laquo;x&raquo;</p>", "Café\xa0«x»"),
        ("<div>One <b>bold</b>\n  word<p>Two</p>three</div>", "One bold word\n\nTwo\n\nthree"),
        ("<pre>Article 1\n  Peace</pre>", "Article 1\n  Peace"),
        ("12 km<sup>2</sup>", "12 km2"),
    ],
)
def test_blocks(tmp_path: Path, body: str, expected: str) -> None:
    assert text_of(tmp_path, body) == expected


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav>Home</nav>", "<header>Ministry</header>", "<footer>Imprint</footer>", "<aside>News</aside>",
        "<script>var x</script>", "<style>p {}</style>", '<p hidden>Draft</p>', '<p style="display: none">Draft</p>',
        "<form><input value=x><button>Search</button></form>", '<div role="navigation">Menu</div>',
        '<div class="cookie-banner">We use cookies</div>', '<span class="mw-editsection">[edit]</span>',
        "<ul><li><a href=/a>Home</a><li><a href=/b>Treaties</a><li><a href=/c>News</a></ul>",
        "<!-- a comment -->", "<noscript>Enable scripts</noscript>",
    ],
)  # fmt: skip
def test_furniture_is_left_out(tmp_path: Path, furniture: str) -> None:
    assert text_of(tmp_path, f"{furniture}<p>Article 1</p>{furniture}") == "Article 1"


def test_a_page_inside_a_form_is_read(tmp_path: Path) -> None:
    text = "The Parties shall cooperate in good faith. " * 20
    assert text_of(tmp_path, f"<form><p>{text}</p></form>") == text.strip()


def test_the_main_element_is_the_page(tmp_path: Path) -> None:
    treaty = "<p>The Parties shall cooperate in good faith.</p>" * 5
    assert "Other" not in text_of(tmp_path, f"<div>Other treaties</div><main><header>Treaty</header>{treaty}</main>")


@pytest.mark.parametrize(
    "note",
    [
        "<p><sup>1</sup> See annex.</p>",
        '<div class="footnotes"><ol><li id="fn1">See annex. <a href="#r">↩</a></li></ol></div>',
        '<aside></aside><div role="doc-footnote"><sup>1</sup> See annex.</div>',
        '<p id="_ftn1"><a href="#_ftnref1"><sup>[1]</sup></a> See annex.</p>',
    ],
)
def test_footnotes_and_their_marks(tmp_path: Path, note: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><body><p>Peace<sup>1</sup> and trust.</p>{note}<p>Done.</p></body></html>", encoding="utf-8"
    )
    document = read(path, "en")
    assert [(clause.text, clause.kind == "note") for clause in document] == [
        ("Peace and trust.", False), ("Done.", False), ("1 See annex.", True)
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-8", "utf-16", "iso-8859-5"])
def test_the_declared_charset(tmp_path: Path, encoding: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">'
    assert text_of(tmp_path, "<p>Статья 1</p>", head, encoding) == "Статья 1"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Article 1 #\nPeace", "Article 1\n\nPeace"),
        ("Article 1\n=========\nPeace", "Article 1\n\nPeace"),
        ("*Done* at **Oslo**, _in_ ~~two~~ `copies`", "Done at Oslo, in two copies"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("[Article 5](x.html \"y\") ![seal](s.png)", "Article 5 seal"),
        ("1. One\n2. Two\n   goes on\n- three", "1. One\n\n2. Two\ngoes on\n\n- three"),
        ("| ru | en |\n|---|:--:|\n| Мир | Peace |", "ru\n\nen\n\nМир\n\nPeace"),
        ("> quoted\n\n<!-- hidden -->\n\n***\n\n\\*kept\\*", "quoted\n\n*kept*"),
        ("```\n*a*\n```", "*a*"),
    ],
)  # fmt: skip
def test_markdown(markdown: str, expected: str) -> None:
    assert extracted_of_markdown(markdown).text == expected
