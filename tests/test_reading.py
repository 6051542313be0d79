"""Files to documents, and the kind refusal of what is none."""

from pathlib import Path

import pytest

from paralign.errors import InputError, LanguageError
from paralign.reading import bitext_of, read, read_bitext, read_text

SEEDS = Path(__file__).parents[1] / "seeds"
ALMA_ATA = SEEDS / "alma_ata_declaration.ru-en.txt"


def write(folder: Path, data: bytes, name: str = "treaty.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_reads_with_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    path = write(tmp_path, b"\xef\xbb\xbf" + "Статья 1\r\n\r\nСтороны согласны.\r".encode())
    assert read_text(path) == "Статья 1\n\nСтороны согласны.\n"
    document = read(path)
    assert (document.language, document.path, len(document)) == ("ru", path, 2)


def test_a_given_language_is_kept(tmp_path: Path) -> None:
    assert read(write(tmp_path, b"Article 1"), language="fr").language == "fr"


def test_a_suffix_without_reader_is_read_as_text(tmp_path: Path) -> None:
    assert len(read(write(tmp_path, b"Article 1", "treaty.en"))) == 1


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"MZ\0\0binary", "binary"),
        (b"\xff\xfe\xd1\xf2\xff", "utf-16"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, problem: str) -> None:
    path = write(tmp_path, data)
    with pytest.raises(InputError, match=problem) as caught:
        read(path)
    assert caught.value.path == path
    assert str(caught.value).startswith(str(path))
    assert caught.value.advice in str(caught.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="folder"):
        read_bitext(tmp_path)


def test_alma_ata_is_two_documents_over_one_text() -> None:
    bitext = read_bitext(ALMA_ATA)
    assert (bitext.source.language, bitext.target.language) == ("ru", "en")
    assert bitext.source.text == bitext.target.text == read_text(ALMA_ATA)
    assert bitext.path == ALMA_ATA


def test_the_languages_can_be_named_and_turned() -> None:
    bitext = read_bitext(ALMA_ATA, languages=("en", "ru"))
    assert (bitext.source.language, bitext.target.language) == ("en", "ru")
    assert bitext.target.clauses == read_bitext(ALMA_ATA).source.clauses


@pytest.mark.parametrize("text", ["Стороны согласны.\n\nОни подписали.", "The Parties agree.\n\nThey sign."])
def test_a_page_with_one_language_is_refused(text: str) -> None:
    with pytest.raises(LanguageError, match=r"Only (Russian|English) found"):
        bitext_of(text)
    with pytest.raises(LanguageError, match=r"No (Russian|English) found"):
        bitext_of(text, languages=("ru", "en"))


@pytest.mark.parametrize("languages", [("ru", "ru"), ("ru",), ("ru", "en", "fr")])
def test_two_different_languages_are_needed(languages: tuple[str, ...]) -> None:
    with pytest.raises(LanguageError, match="Two different languages"):
        bitext_of("Стороны. The Parties.", languages=languages)


def test_an_empty_page_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        bitext_of(" \n ")


def test_interleaved_paragraphs_are_told_apart() -> None:
    bitext = bitext_of("Статья 1\nArticle 1\nСтороны согласны.\nThe Parties agree.")
    assert [clause.path for clause in bitext.source] == ["art_1__heading", "art_1__p_1"]
    assert [clause.path for clause in bitext.target] == ["art_1__heading", "art_1__p_1"]


def test_two_languages_in_one_script() -> None:
    bitext = bitext_of(
        "Article 1\n\nThe Parties shall consult with each other in the event of a dispute.\n\n"
        "Artikel 1\n\nDie Parteien werden sich im Falle einer Streitigkeit mit der anderen beraten."
    )
    assert {bitext.source.language, bitext.target.language} == {"en", "de"}
