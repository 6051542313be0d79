"""What cannot be read is refused with a sentence that says what to do."""

import sys
import zipfile
from pathlib import Path

import pytest
from make_files import make_docx, make_pdf, treaty
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from paralign.errors import FormatError, InputError, MissingExtraError
from paralign.reading import archives, read

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def refused(path: Path, problem: str, advice: str) -> None:
    with pytest.raises(InputError, match=problem) as caught:
        read(path)
    assert caught.value.path == path
    assert advice in caught.value.advice


@pytest.mark.parametrize(
    ("data", "problem", "advice"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), r"\.doc\b", "save it as .docx"),
        (OLE + "Workbook".encode("utf-16-le"), r"\.xls\b", "save it as .xlsx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password", "save it without one"),
        (b"{\\rtf1 Treaty}", "RTF", "save it as .docx"),
        (b"\x89PNG\r\n\x1a\n", "image", "OCR"),
        (b"\x1f\x8b\x08abc", "gzip", "Unpack"),
        (b"%PDF-1.7\nsomething", "cut off", "whole file"),
        (b"%PDF-1.7\nnothing\n%%EOF", "damaged", "whole file"),
        (b"<TEI><text><p>Treaty", "well-formed TEI", "whole file"),
        (b"<tmx><body><tu>", "well-formed TMX", "whole file"),
        (b"<html><body><script>Treaty</script></body></html>", "empty", "text in it"),
    ],
)
def test_other_formats_and_damaged_files(tmp_path: Path, data: bytes, problem: str, advice: str) -> None:
    path = tmp_path / "treaty.docx"
    path.write_bytes(data)
    refused(path, problem, advice)


def test_a_truncated_word_file(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.docx", treaty("en", 1), "en")
    path.write_bytes(path.read_bytes()[:-400])
    refused(path, "damaged or was cut off", "whole file")


def test_a_truncated_pdf(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", treaty("en", 1), "en")
    path.write_bytes(path.read_bytes()[:-400])
    refused(path, "cut off", "whole file")


def test_a_pdf_behind_a_password(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", strength=128))
    canvas.drawString(100, 700, "Article 1")
    canvas.save()
    refused(path, "protected by a password", "without one")


def test_a_scan(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    canvas.rect(100, 100, 300, 500, fill=1)
    canvas.save()
    refused(path, r"no text layer \(it is a scan\)", "Run OCR first")


def test_an_archive_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", "<office/>")
    refused(path, "archive without a Word document", "Unpack")


def test_an_archive_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_MEMBER", 1000)
    path = make_docx(tmp_path / "a.docx", treaty("en", 30), "en")
    refused(path, "would unpack to", "much smaller")


def test_entities_are_not_expanded_and_nothing_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", encoding="utf-8")
    path = tmp_path / "a.xml"
    path.write_text(
        f'<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY f SYSTEM "{secret.as_uri()}">]>'
        "<TEI><text><body><p>Article 1 &f; agreed</p></body></text></TEI>",
        encoding="utf-8",
    )
    assert read(path).text == "Article 1 agreed"


def test_xml_of_another_kind_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<rss><item>News</item></rss>", encoding="utf-8")
    with pytest.raises(FormatError, match="<rss>"):
        read(path)


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_pdf(tmp_path / "a.pdf", treaty("en", 1), "en")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r'pip install "paralign\[pdf\]"'):
        read(path)
