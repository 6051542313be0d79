"""The same treaty gives the same clauses, whatever format it comes in."""

import difflib
from pathlib import Path

import pytest
from make_files import MAKERS, make_docx, make_gazette, make_pdf, make_two_columns, make_txt, seed_parts, treaty

import paralign
from paralign.document import Document
from paralign.reading import extracted_from


def clauses(document: Document) -> list[tuple[str, str, str]]:
    return [(clause.text, clause.kind, clause.path) for clause in document if clause.kind != "note"]


def notes(document: Document) -> list[str]:
    return [clause.text for clause in document if clause.kind == "note"]


def share_equal(expected: list, found: list) -> float:
    matcher = difflib.SequenceMatcher(None, expected, found, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / max(len(expected), len(found))


SOURCES = {
    "ru": treaty("ru", 6),
    "en": treaty("en", 6),
    "en-seed": seed_parts("russia_kazakhstan_treaty.en.txt"),
    "ru-seed": seed_parts(
        "alma_ata_declaration.ru-en.txt", "Независимые", "Государства - участники Содружества обязуются"
    ),
}


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("suffix", [suffix for suffix in MAKERS if suffix != "txt"])
def test_a_treaty_gives_the_same_clauses_in_each_format(tmp_path: Path, name: str, suffix: str) -> None:
    parts, language = SOURCES[name], name[:2]
    expected = clauses(paralign.read(make_txt(tmp_path / "a.txt", parts, language)))
    document = paralign.read(MAKERS[suffix](tmp_path / f"a.{suffix}", parts, language))
    assert document.language == language
    if suffix == "pdf":
        assert share_equal(expected, clauses(document)) >= 0.98
    else:
        assert clauses(document) == expected


@pytest.mark.parametrize("suffix", ["md", "html", "docx", "pdf"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_footnotes_are_notes_with_their_mark(tmp_path: Path, language: str, suffix: str) -> None:
    parts = treaty(language, 6)
    document = paralign.read(MAKERS[suffix](tmp_path / f"a.{suffix}", parts, language))
    texts = [part.note for part in parts if part.note]
    expected = {f"{number} {text}" for number, text in enumerate(texts, start=1)}
    assert len(expected) == 4
    assert expected <= set(notes(document))
    matter = set(notes(document)) - expected
    assert all(text.startswith(("Treaty Series", "- ")) for text in matter), matter


@pytest.mark.parametrize("suffix", MAKERS)
def test_letters_of_a_clause_are_those_of_its_passage(tmp_path: Path, suffix: str) -> None:
    document = paralign.read(MAKERS[suffix](tmp_path / f"a.{suffix}", treaty("ru", 3), "ru"))
    covered = []
    for clause in document:
        passage = document.text[clause.start : clause.end]
        assert list(filter(str.isalnum, passage)) == list(filter(str.isalnum, clause.text))
        covered += filter(str.isalnum, passage)
    assert covered == list(filter(str.isalnum, document.text))


def test_paragraphs_without_gaps_between_them(tmp_path: Path) -> None:
    for language in ("ru", "en"):
        parts = treaty(language, 6)
        expected = clauses(paralign.read(make_txt(tmp_path / "a.txt", parts, language)))
        found = clauses(paralign.read(make_pdf(tmp_path / "a.pdf", parts, language, gap=0)))
        assert share_equal(expected, found) >= 0.98


def test_two_columns_in_two_languages_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = treaty("ru", 8), treaty("en", 8)
    bitext = paralign.read_bitext(make_two_columns(tmp_path / "a.pdf", left, right))
    assert (bitext.source.language, bitext.target.language) == ("ru", "en")
    assert bitext.source.text == bitext.target.text
    for document, parts in ((bitext.source, left), (bitext.target, right)):
        expected = clauses(paralign.read(make_txt(tmp_path / "a.txt", parts, document.language)))
        assert share_equal(expected, clauses(document)) >= 0.98


@pytest.mark.parametrize("indent", [0, 2])
def test_two_columns_in_one_language(tmp_path: Path, indent: int) -> None:
    """A page of a gazette: paragraphs go on in the next column, set apart by a gap or by the first line's indent."""
    parts = SOURCES["en-seed"]
    expected = clauses(paralign.read(make_txt(tmp_path / "a.txt", parts, "en")))
    found = clauses(paralign.read(make_gazette(tmp_path / "a.pdf", parts, indent)))
    assert share_equal(expected, found) >= 0.98


@pytest.mark.parametrize(("suffix", "wrong"), [("html", "txt"), ("docx", "pdf"), ("pdf", "docx"), ("txt", "docx")])
def test_a_wrong_suffix_does_not_matter(tmp_path: Path, suffix: str, wrong: str) -> None:
    path = MAKERS[suffix](tmp_path / f"a.{suffix}", treaty("en", 2), "en")
    expected = clauses(paralign.read(path))
    assert clauses(paralign.read(path.rename(tmp_path / f"b.{wrong}"))) == expected


def test_two_hundred_pages(tmp_path: Path) -> None:
    import pypdfium2

    path = make_pdf(tmp_path / "a.pdf", seed_parts("russia_kazakhstan_treaty.en.txt") * 70, "en")
    with pypdfium2.PdfDocument(path) as pdf:
        assert len(pdf) > 200
    extracted = extracted_from(path)
    assert extracted.text.count("considering that strengthening of friendship") == 70


def test_a_line_of_ten_megabytes(tmp_path: Path) -> None:
    line = "The Parties shall cooperate in good faith. " * 240_000
    for name, content in (("a.txt", line), ("a.html", f"<html><body><p>{line}</p></body></html>")):
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert extracted_from(tmp_path / name).text.count("Parties") == 240_000


def test_word_and_pdf_files_are_aligned_by_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from paralign.cli import main

    source = make_docx(tmp_path / "ru.docx", treaty("ru", 2), "ru")
    target = make_pdf(tmp_path / "en.pdf", treaty("en", 2), "en")
    assert main(["align", str(source), str(target), "-f", "tsv"]) == 0
    table = capsys.readouterr().out
    assert "согласились о нижеследующем:\tHave agreed as follows:" in table
