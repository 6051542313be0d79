"""What the page does to words, headings and preambles, and how much one clause holds."""

import time
from itertools import pairwise
from pathlib import Path

import pytest

from paralign.cli import main
from paralign.errors import OptionError
from paralign.reading import read, read_bitext
from paralign.segmentation import segment

SEEDS = Path(__file__).parents[1] / "seeds"
LIST = "Article 1\n1. Each Party shall: (a) consult; (b) act\nin good faith. It shall pay.\n2. End. More."


def texts(text: str, language: str = "ru", granularity: str = "clause") -> list[str]:
    return [clause.text for clause in segment(text, language, granularity)]


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("Объединенных Наций. Устав Объ-единенных Наций.", "Устав Объединенных Наций."),
        ("Это так. Новое обяза- тельство Сторон.", "Новое обязательство Сторон."),
        ("Это так. Права государств-участников.", "Права государств-участников."),
        ("Это так. Двух- и трехсторонние споры.", "Двух- и трехсторонние споры."),
        ("Это так. Военно-\nстратегические силы.", "Военно-стратегические силы."),
        ("Это так. Обяза\N{SOFT HYPHEN}тельство Сторон.", "Обязательство Сторон."),
    ],
)
def test_broken_words_are_mended_and_real_hyphens_kept(torn: str, whole: str) -> None:
    assert texts(torn)[-1] == whole


def test_headings_set_wide() -> None:
    assert texts("Д О Г О В О Р\n\nо дружбе")[0] == "ДОГОВОР"
    document = segment("A R T I C L E 1\n\nThe Parties agree.\n\nA R T I C L E 2\n\nEnd.", "en")
    assert [clause.path for clause in document] == ["art_1__heading", "art_1__p_1", "art_2__heading", "art_2__p_1"]
    assert texts("The options A B C D are open.", "en") == ["The options A B C D are open."]


def test_latin_letters_in_cyrillic_headings() -> None:
    document = segment("Cтaтья 1\n\nСтороны согласны.", "ru")
    assert (document.clauses[0].path, document.clauses[0].text) == ("art_1__heading", "Cтaтья 1")


def test_ligatures_stay_and_count_as_letters() -> None:
    assert texts("The oﬃce ends. The deﬁnition holds.", "en") == ["The oﬃce ends.", "The deﬁnition holds."]


def test_a_heading_that_runs_into_the_first_sentence() -> None:
    document = segment("Статья 6 Без ущерба Настоящее Соглашение не затрагивает права Сторон. Оно открыто.", "ru")
    assert [(clause.kind, clause.text) for clause in document] == [
        ("heading", "Статья 6 Без ущерба"),
        ("article", "Настоящее Соглашение не затрагивает права Сторон."),
        ("article", "Оно открыто."),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Стороны, ссылаясь на Устав, подтверждая свою верность миру, согласились о нижеследующем:", "ru"),
        ("The Parties, recalling the Charter, reaffirming their faith, have agreed as follows:", "en"),
    ],
)
def test_recitals_parted_by_commas_only(text: str, language: str) -> None:
    kinds = [clause.kind for clause in segment(f"{text}\n\nArticle 1\n\nEnd.\n\nСтатья 1\n\nКонец.", language)]
    assert kinds[:4] == ["preamble_head", "recital", "recital", "formula"]


def test_section_numbers_in_the_line_of_their_heading() -> None:
    document = segment("Section 3. Contract term 3.1 This contract is signed. 3.2 It ends.", "en")
    assert [clause.path for clause in document] == ["sec_3__heading", "sec_3__para_3-1", "sec_3__para_3-2"]


def test_a_number_that_comes_twice_has_two_addresses() -> None:
    paths = [clause.path for clause in segment("Article 1\n\nOne.\n\nArticle 2\n\nTwo.\n\nArticle 2\n\nThree.", "en")]
    assert len(set(paths)) == len(paths)


@pytest.mark.parametrize("seed", sorted(path.name for path in SEEDS.glob("*.en.txt")))
def test_paths_are_unique(seed: str) -> None:
    paths = [clause.path for clause in read(SEEDS / seed) if clause.path]
    assert len(set(paths)) == len(paths)


def test_whole_sentences() -> None:
    assert texts(LIST, "en", "sentence") == [
        "Article 1",
        "1. Each Party shall: (a) consult; (b) act in good faith.",
        "It shall pay.",
        "2. End.",
        "More.",
    ]


def test_whole_paragraphs() -> None:
    found = [(clause.path, clause.text) for clause in segment(LIST, "en", "paragraph")]
    assert found[1] == ("art_1__para_1__intro", "1. Each Party shall:")
    assert found[-1] == ("art_1__para_2", "2. End. More.")


@pytest.mark.parametrize("granularity", ["clause", "sentence", "paragraph"])
def test_a_page_with_two_languages_in_any_granularity(granularity: str) -> None:
    page = SEEDS / "alma_ata_declaration.ru-en.txt"
    bitext = read_bitext(page, granularity=granularity)
    counts = [len(document) for document in (bitext.source, bitext.target)]
    finest = [len(document) for document in (read_bitext(page).source, read_bitext(page).target)]
    assert all(count <= most for count, most in zip(counts, finest, strict=True))
    spans = sorted((clause.start, clause.end) for document in (bitext.source, bitext.target) for clause in document)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_an_unknown_granularity_names_the_three() -> None:
    with pytest.raises(OptionError, match="'clause', 'sentence', 'paragraph'"):
        segment("Text.", granularity="line")


def test_granularity_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "treaty.txt"
    path.write_text(LIST, "utf-8")
    assert main(["segment", str(path), "--granularity", "sentence"]) == 0
    assert "1. Each Party shall: (a) consult; (b) act in good faith." in capsys.readouterr().out


@pytest.mark.parametrize(
    "text",
    [
        "1. " * 33_000,
        "(" * 100_000,
        "a;b;c" * 20_000,
        "a) x; " * 17_000,
        "Стороны согласны, что ст. 5 применяется. " * 2_500,
        "ab c\n" * 20_000,
        "Статья 5\n" * 11_000,
        "слово1 один.\n\n1 Доклад.\n\n" * 4_000,
        "12 12-57345 " * 8_000,
        "А Б В Г " * 12_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_no_hundred_kilobytes_take_long(text: str) -> None:
    began = time.process_time()
    segment(text, "ru")
    assert time.process_time() - began < 5


def test_a_label_that_was_torn_from_its_item_goes_back():
    # ISA Regulations on polymetallic sulphides, regulation 21, as published
    text = (
        "Правило 21. Сбор за заявку\n\n2. Размер ежегодного сбора рассчитывается следующим образом: a)\n\n"
        "5 долл. США, помноженные на коэффициент района; и b)\n\n10 долл. США, помноженные на коэффициент района."
    )
    assert [(clause.path, clause.text[:6]) for clause in segment(text, "ru").clauses[1:]] == [
        ("rule_21__para_2__intro", "2. Раз"),
        ("rule_21__para_2__point_a", "a) 5 д"),
        ("rule_21__para_2__point_b", "b) 10 "),
    ]
