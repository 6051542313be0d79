"""Where texts are cut and what the clauses are: golden cases in bar notation, golden lists of the seeds."""

from pathlib import Path

import pytest

from paralign.document import KINDS, Document
from paralign.reading import read, read_bitext
from paralign.segmentation import detect_language, document_of, explain, segment

GOLDEN = Path(__file__).parent / "golden"
SEEDS = Path(__file__).parents[1] / "seeds"

#: Cases that we know to be wrong still. A fix must take them off this list.
KNOWN_FAILURES: frozenset[str] = frozenset(
    line for line in (GOLDEN / "segments" / "known_failures.txt").read_text("utf-8").splitlines() if line[:1] not in "#"
)


def golden_segments(language: str) -> list[object]:
    lines = (GOLDEN / "segments" / f"{language}.txt").read_text("utf-8").splitlines()
    return [
        pytest.param(line, language, marks=[pytest.mark.xfail] if line in KNOWN_FAILURES else [], id=line[:60])
        for line in lines
        if line and not line.startswith("#")
    ]


def with_bars(document: Document) -> str:
    """The text with bars where clauses end and begin, as golden cases are written."""
    parts, done = [], 0
    for clause in document:
        parts += [document.text[done : clause.start], document.text[clause.start : clause.end]]
        done = clause.end
    parts.append(document.text[done:])
    return "|".join(parts).removeprefix("|").removesuffix("|").replace("\n", "⏎")


@pytest.mark.parametrize(("line", "language"), golden_segments("ru") + golden_segments("en"))
def test_golden_segments(line: str, language: str) -> None:
    text = line.replace("|", "").replace("⏎", "\n")
    assert with_bars(segment(text, language)) == line


def boundaries(line: str) -> set[int]:
    """Where clauses end in a case, counted in letters and digits."""
    found, letters = set(), 0
    for character in line:
        letters += character.isalnum()
        if character == "|":
            found.add(letters)
    return found


@pytest.mark.parametrize("language", ["ru", "en"])
def test_boundaries_of_all_golden_segments(language: str) -> None:
    lines = (GOLDEN / "segments" / f"{language}.txt").read_text("utf-8").splitlines()
    cases = [line for line in lines if line and not line.startswith("#")]
    assert len(cases) >= 150
    right = asked = said = 0
    for line in cases:
        gold = boundaries(line)
        ours = boundaries(with_bars(segment(line.replace("|", "").replace("⏎", "\n"), language)))
        right, asked, said = right + len(gold & ours), asked + len(gold), said + len(ours)
    assert 2 * right / (asked + said) >= 0.99


def golden_lines(document: Document) -> list[str]:
    return [f"{clause.kind}\t{clause.path}\t{clause.text}" for clause in document]


def golden_clauses(name: str) -> list[str]:
    lines = (GOLDEN / "clauses" / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_golden_clauses_of_alma_ata() -> None:
    bitext = read_bitext(SEEDS / "alma_ata_declaration.ru-en.txt")
    assert golden_lines(bitext.source) == golden_clauses("alma_ata.ru")
    assert golden_lines(bitext.target) == golden_clauses("alma_ata.en")


@pytest.mark.parametrize(
    ("seed", "name"),
    [("russia_kazakhstan_treaty.en.txt", "russia_kazakhstan.en"), ("astana_declaration.en.txt", "astana.en")],
)
def test_golden_clauses(seed: str, name: str) -> None:
    assert golden_lines(read(SEEDS / seed)) == golden_clauses(name)


def test_alma_ata_has_equal_paths_for_equal_places() -> None:
    bitext = read_bitext(SEEDS / "alma_ata_declaration.ru-en.txt")
    shared = [
        clause.path for clause in bitext.source if clause.kind in ("preamble_head", "recital", "formula", "article")
    ]
    other = [
        clause.path
        for clause in bitext.target
        if clause.kind in ("preamble_head", "recital", "formula", "article") and not clause.path.startswith("att")
    ]
    assert shared == other
    assert len(shared) == 15


def outline(text: str, language: str) -> list[tuple[str, str]]:
    return [(clause.kind, clause.path) for clause in segment(text, language)]


def test_labels_count_by_position_in_every_alphabet() -> None:
    expected = [
        ("heading", "art_1__heading"),
        ("chapeau", "art_1__para_2__intro"),
        *[("item", f"art_1__para_2__point_{letter}") for letter in "abcdefghi"],
    ]
    russian = "Статья 1\n2. Стороны обязуются:\n" + "\n".join(f"{letter}) сделать это;" for letter in "абвгдежик")
    english = "Article 1\n2. The Parties shall:\n" + "\n".join(f"({letter}) do so;" for letter in "abcdefghi")
    assert outline(russian, "ru") == outline(english, "en") == expected


def test_a_latin_letter_may_stand_in_a_russian_list() -> None:
    text = "Статья 1\nСтороны обязуются:\nа) первое;\nb) второе;\nс) третье."
    assert [path for _, path in outline(text, "ru")][2:] == [
        "art_1__point_a",
        "art_1__point_b",
        "art_1__point_c",
    ]


def test_nested_lists_and_flush_text() -> None:
    text = "Article 3\n1. Each Party shall:\n(a) inform:\n(i) the first;\n(ii) the second;\n(b) consult;\n"
    text += "in good faith.\n2. End."
    assert outline(text, "en")[1:] == [
        ("chapeau", "art_3__para_1__intro"),
        ("chapeau", "art_3__para_1__point_a__intro"),
        ("item", "art_3__para_1__point_a__point_i"),
        ("item", "art_3__para_1__point_a__point_ii"),
        ("item", "art_3__para_1__point_b"),
        ("continuation", "art_3__para_1__wrap"),
        ("paragraph", "art_3__para_2"),
    ]


def test_article_numbers_that_begin_again_name_their_chapter() -> None:
    text = "Chapter I\nArticle 1\nOne.\nChapter II\nArticle 1\nTwo."
    assert [path for _, path in outline(text, "en")] == [
        "chp_1__heading",
        "chp_1__art_1__heading",
        "chp_1__art_1__p_1",
        "chp_2__heading",
        "chp_2__art_1__heading",
        "chp_2__art_1__p_1",
    ]


def test_the_end_of_a_treaty() -> None:
    text = (
        "Article 1\n\nThe Parties agree.\n\nIN WITNESS WHEREOF the undersigned have signed.\n\n"
        "DONE at Minsk, on 8 December 1991.\n\nFor the Government of Belarus\nS. Shushkevich\n\n"
        "Annex I\n\nArticle 1\n\nThe list."
    )
    assert outline(text, "en")[2:] == [
        ("testimonium", "conclusions__p_1"),
        ("place_date", "conclusions__date"),
        ("signature", "conclusions__signature_1"),
        ("signature", "conclusions__signature_2"),
        ("annex", "annex_1__heading"),
        ("heading", "annex_1__art_1__heading"),
        ("article", "annex_1__art_1__p_1"),
    ]


def test_labels_are_printed_for_readers() -> None:
    russian = segment("Статья 3\n2. Стороны:\nб) согласны.", "ru")
    english = segment("Article 3\n2. The Parties:\n(b) agree.", "en")
    assert russian.clauses[-1].label == "ст. 3, п. 2, подп. б)"
    assert english.clauses[-1].label == "Article 3 (2) (b)"


def test_document_of_keeps_texts_as_they_are() -> None:
    texts = ["Article 5", "2. Each Party may\nwithdraw ", "", "It shall give notice."]
    document = document_of(texts)
    assert [clause.text for clause in document] == texts
    assert [document.text[clause.start : clause.end] for clause in document] == texts
    assert document.text == "\n".join(texts)
    assert [clause.path for clause in document] == [
        "art_5__heading",
        "art_5__para_2",
        "",
        "art_5__para_2__p_2",
    ]


def test_document_of_nothing() -> None:
    assert len(document_of([])) == 0
    assert document_of([]).language == "und"


def test_plain_text_has_no_structure() -> None:
    assert outline("A man walked in.\n\nWhat did he want?", "en") == [("other", ""), ("other", "")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Независимые Государства", "ru"),
        ("Сторони цього Договору, керуючись її положеннями", "uk"),
        ("Тараптар осы Шартқа сәйкес және өзара", "kk"),
        ("The Parties to this Treaty", "en"),
        ("Die Vertragsparteien dieses Abkommens und der Rat", "de"),
        ("Les Parties au présent Traité et les États", "fr"),
        ("Las Partes en el presente Tratado y los Estados", "es"),
        ("本条约各缔约国", "zh"),
        ("الدول الأطراف في هذه المعاهدة", "ar"),
        ("1991", "und"),
        ("", "und"),
    ],
)
def test_language_is_told_by_script_letters_and_words(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_explain_names_the_rule_for_every_decision() -> None:
    cuts = explain("Статья 1\n\nВ ст. 5 сказано иначе. Стороны\nсогласны.", "ru")
    assert [(cut.rule, cut.joined) for cut in cuts] == [
        ("heading_above", False),
        ("lower_below", True),
        ("abbreviation", True),
        ("sentence_end", False),
    ]
    assert "split  sentence_end" in str(cuts[-1])


def test_kinds_are_those_of_the_vocabulary() -> None:
    for seed in sorted(SEEDS.glob("*.txt")):
        assert {clause.kind for clause in read(seed)} <= set(KINDS)


def test_a_reference_at_a_line_start_is_no_heading() -> None:
    text = "Article 1\n\nThe Parties act in accordance with\n\narticle 19.\n\nArticle 2\n\nThe end."
    assert [clause.text for clause in segment(text, "en")][1] == "The Parties act in accordance with article 19."
