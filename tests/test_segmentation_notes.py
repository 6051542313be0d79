"""Notes, page numbers and running heads: clauses of their own, also within a sentence."""

import pytest

from paralign.document import Document
from paralign.segmentation import document_over, segment

#: International Seabed Authority, Regulations on polymetallic nodules (ISBA/19/C/17), shortened, as its PDF gives it.
PAGES = """Regulation 4. Consideration of notifications

3. Prospectors act under principle 15 of the Rio Declaration on Environment and Development.1 Prospecting shall not
be undertaken if there is a risk of serious harm to the marine environment. 1 Report of the United Nations Conference
on Environment and Development, Rio de Janeiro, 3-14 June 1992, vol. I, annex I. 4 13-40403

4. In the latter instance, the contractor that originally included that area shall be entitled to apply for a
6 13-40403 plan of work for exploration for that area.

5. The Council shall act on any 8 13-40403 of the recommendations of the Commission."""


def notes(document: Document) -> list[str]:
    return [clause.text for clause in document if clause.kind == "note"]


def rest(document: Document) -> list[tuple[str, str]]:
    return [(clause.path, clause.text) for clause in document if clause.kind != "note"]


def test_notes_inside_lines_are_clauses_of_their_own() -> None:
    document = segment(PAGES)
    assert [note[-8:] for note in notes(document)] == ["annex I.", "13-40403", "13-40403", "13-40403"]
    assert not any("13-40403" in text or "Report of" in text for _, text in rest(document))


def test_a_sentence_goes_on_after_the_note() -> None:
    assert rest(segment(PAGES))[-2:] == [
        ("rule_4__para_5", "5. The Council shall act on any"),
        ("rule_4__para_5__rest", "of the recommendations of the Commission."),
    ]


def test_page_numbers_and_running_heads() -> None:
    page = "Стороны обязуются соблюдать настоящий Договор и все его приложения, а также иные соглашения. " * 6
    lines = [
        f"{page}Каждая из Сторон вправе\n\n{n}\n\nVolume 3007, I-52241\n\nвыйти из него в любое время."
        for n in (5, 6, 7)
    ]
    document = segment("\n\n".join(lines), "ru")
    assert notes(document) == [text for n in (5, 6, 7) for text in (str(n), "Volume 3007, I-52241")]
    assert [text for _, text in rest(document)].count("Каждая из Сторон вправе") == 3


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "Принцип применяется во всех случаях.¹ Стороны его\n\n¹ Доклад Конференции.\n\nсоблюдают.",
            "¹ Доклад Конференции.",
        ),
        (
            "Стороны применяют Конвенцию3 во всех случаях.\n\n3 Доклад Конференции.\n\nИсключений нет.",
            "3 Доклад Конференции.",
        ),
        ("The Parties apply the Convention* in full.\n\n* Adopted in 1982.\n\nNo exceptions.", "* Adopted in 1982."),
    ],
)
def test_footnotes_are_known_by_their_mark(text: str, note: str) -> None:
    assert notes(segment(text)) == [note]


@pytest.mark.parametrize(
    "text",
    [
        "Статья 1\n\n1. Первое.\n\n2. Второе.\n\n3. Третье.",
        "Article 5\n\n1 Each Party shall act.\n\n2 Each Party shall pay.",
        "in accordance with article\n12. Each Party may withdraw.",
        "The Parties met.\n\n1991\n\nThey agreed.",
        "not later than\n\n60 days after such notice.",
        "Everyone\n1\nhas rights\n2\nand duties\n3\nunder law.",
    ],
)
def test_what_is_no_note_stays_text(text: str) -> None:
    document = segment(text)
    assert [clause.text for clause in document if clause.kind == "note" and not clause.text.isdigit()] == []


def test_a_reader_may_say_what_is_a_note() -> None:
    text = "Article 1\n\nThe Parties shall, in the\n\nSeries 12\n\nmeantime, consult."
    start = text.index("Series")
    document = document_over(text, "en", notes=[(start, start + 9)])
    assert [(clause.kind, clause.path, clause.text) for clause in document] == [
        ("heading", "art_1__heading", "Article 1"),
        ("article", "art_1__p_1", "The Parties shall, in the"),
        ("note", "", "Series 12"),
        ("article", "art_1__p_1__rest", "meantime, consult."),
    ]


def test_a_word_may_go_on_after_a_note() -> None:
    text = "Стороны принимают обяза-\n12\nтельство не нападать."
    document = document_over(text, "ru", notes=[(text.index("12"), text.index("12") + 2)])
    assert [clause.text for clause in document] == ["Стороны принимают обяза", "12", "тельство не нападать."]
