"""Old encodings are recognised, and what cannot be decoded is refused with advice."""

from pathlib import Path

import pytest

from paralign import cli
from paralign.errors import InputError
from paralign.reading import read, read_bitext
from paralign.reading.encodings import decode

SEEDS = Path(__file__).parents[1] / "seeds"
#: Official texts: UN Charter, Preamble and Article 2 in Russian; the UDHR, article 1 (German, French, Spanish, Polish,
#: Turkish, Arabic, Chinese, Japanese, Greek); the Constitutions of Ukraine and of Kazakhstan, article 1.
RUSSIAN = (
    "Мы, народы Объединенных Наций, преисполненные решимости избавить грядущие поколения от бедствий войны, дважды в "
    "нашей жизни принесшей человечеству невыразимое горе.\nСтатья 2\nВсе Члены Организации Объединенных Наций "
    "разрешают свои международные споры мирными средствами."
)
GERMAN = "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt."
FRENCH = "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison."
SPANISH = "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón."
POLISH = "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem."
TURKISH = "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler."
UKRAINIAN = "Україна є суверенна і незалежна, демократична, соціальна, правова держава."
KAZAKH = "Қазақстан Республикасы өзін демократиялық, зайырлы, құқықтық және әлеуметтік мемлекет ретінде орнықтырады."
ARABIC = "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق. وقد وهبوا عقلا وضميرا."
CHINESE = "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。"
JAPANESE = "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。"
GREEK = "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα."


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
def test_russian_in_old_encodings(encoding: str) -> None:
    decoded = decode(RUSSIAN.encode(encoding))
    assert (decoded.text, decoded.encoding) == (RUSSIAN, encoding)
    assert decode(RUSSIAN.upper().encode(encoding)).text == RUSSIAN.upper()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize("text", [RUSSIAN, GERMAN, CHINESE + "\n" + CHINESE, ARABIC])
def test_unicode_with_and_without_a_mark(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "windows-1252"),
        (FRENCH, "windows-1252"),
        (SPANISH, "windows-1252"),
        ("The “High Contracting Parties” — the Parties’ agreement.", "windows-1252"),
        ("See § 5 of the Statute.", "windows-1252"),
        (POLISH, "windows-1250"),
        (POLISH, "iso8859-2"),
        (TURKISH, "windows-1254"),
        (UKRAINIAN, "windows-1251"),
        (UKRAINIAN, "koi8-u"),
        (KAZAKH, "kz1048"),
        (ARABIC, "windows-1256"),
        (CHINESE, "gb18030"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_other_languages_in_their_encodings(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_what_we_have_no_letters_for_is_proposed_by_charset_normalizer() -> None:
    assert decode((GREEK * 5).encode("windows-1253")).text == GREEK * 5


def test_the_document_says_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "treaty.txt"
    path.write_bytes(RUSSIAN.replace("\n", "\r\n").encode("koi8-r"))
    document = read(path)
    assert (document.text, document.language, document.encoding) == (RUSSIAN, "ru", "koi8-r")
    assert "koi8-r" in repr(document)


def test_a_bilingual_page_in_an_old_encoding(tmp_path: Path) -> None:
    text = (SEEDS / "alma_ata_declaration.ru-en.txt").read_text("utf-8")
    path = tmp_path / "page.txt"
    path.write_bytes(text.encode("windows-1251"))
    bitext = read_bitext(path)
    assert (bitext.source.text, bitext.target.encoding) == (text, "windows-1251")


def test_an_encoding_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_bytes("Мир".encode("cp866"))
    assert read(path, encoding="cp866").text == "Мир"


def test_a_wrong_encoding_names_the_place(tmp_path: Path) -> None:
    path = tmp_path / "treaty.txt"
    path.write_bytes("Art. 5 – Мир".encode("windows-1251"))
    with pytest.raises(InputError, match="offset 7 does not fit") as caught:
        read(path, encoding="utf-8")
    assert "encoding=" in caught.value.advice
    with pytest.raises(InputError, match="no encoding called 'windows-9999'"):
        read(path, encoding="windows-9999")
    with pytest.raises(InputError, match="no encoding called 'rot13'"):
        read(path, encoding="rot13")


def test_damaged_utf8_is_not_taken_for_an_old_encoding() -> None:
    data = (RUSSIAN * 3).encode()
    with pytest.raises(InputError, match=f"UTF-8 with damaged bytes .* offset {len(data) - 3} "):
        decode(data[:-2])


@pytest.mark.parametrize(
    "data",
    [
        b"MZ\0\0\x01\x02binary",
        b"%PDF-1.4\n\x01\x02\x03\x04\x05\x06" * 20,
        b"\xff\xfe\x00\xd8\x00\xd8",
        bytes(range(256)) * 8,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(255, 0, -1)) * 3,
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode(data)
    assert caught.value.advice


def test_the_command_says_and_takes_an_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "treaty.txt"
    path.write_bytes(RUSSIAN.encode("cp866"))
    assert cli.main(["segment", str(path)]) == 0
    shown = capsys.readouterr()
    assert "Статья 2" in shown.out
    assert "read as cp866" in shown.err
    assert cli.main(["segment", str(path), "--encoding", "utf-8"]) == 2
    assert "offset 0 does not fit" in capsys.readouterr().err
