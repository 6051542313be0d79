"""Languages beyond Russian and English: where their texts are cut, what their clauses are, how they are told."""

import subprocess
import sys
from itertools import accumulate
from pathlib import Path

import pytest

from paralign.segmentation import detect_language, segment

GOLDEN = Path(__file__).parent / "golden" / "segments"
UN_LANGUAGES = ["fr", "es", "ar", "zh"]
LANGUAGES = [*UN_LANGUAGES, "de", "it", "pt", "pl", "uk", "kk"]


def cases(language: str) -> list[str]:
    lines = (GOLDEN / f"{language}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def text_of(line: str) -> str:
    return line.replace("|", "").replace("⏎", "\n")


def golden_starts(line: str) -> set[int]:
    """Where clauses begin that are not the first: the pieces between bars are by turns a clause and a gap."""
    pieces = line.split("|")
    offsets = list(accumulate(map(len, pieces), initial=0))
    return {offsets[i] for i in range(2, len(pieces), 2)}


def found_starts(line: str, language: str) -> set[int]:
    return {clause.start for clause in segment(text_of(line), language)} - {0}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_cut_where_a_lawyer_would(language: str) -> None:
    both = [(golden_starts(line), found_starts(line, language)) for line in cases(language)]
    right = sum(len(golden & found) for golden, found in both)
    wrong = [line for line, (golden, found) in zip(cases(language), both, strict=True) if golden != found]
    f1 = 2 * right / sum(len(golden) + len(found) for golden, found in both)
    assert f1 >= 0.97, f"{f1:.3f}\n" + "\n".join(wrong)


@pytest.mark.parametrize(("languages", "least"), [(UN_LANGUAGES, 40), (LANGUAGES, 15)])
def test_there_are_enough_cases(languages: list[str], least: int) -> None:
    assert min(len(set(cases(language))) for language in languages) >= least


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden_documents_are_told(language: str) -> None:
    assert detect_language("\n".join(map(text_of, cases(language)))) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Бүткүл жана улуттук мыйзамдарга ылайык өз ара жөнүндө", "ky"),
        ("Усе людзі нараджаюцца свабоднымі і роўнымі ў сваёй годнасці", "be"),
        ("Сва људска бића рађају се слободна и једнака у достојанству", "sr"),
        ("Тъй като съюзът е държава, въпросът за пътя се решава по него", "bg"),
        ("ВСЕОБЩАЯ ДЕКЛАРАЦИЯ ПРАВ ЧЕЛОВЕКА", "ru"),
        ("Устав Объединенных Наций", "ru"),
        ("Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar.", "tr"),
        ("มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกัน", "th"),
        ("すべての人間は、生れながらにして自由であり", "ja"),
        ("모든 인간은 태어날 때부터 자유로우며", "ko"),
        ("Όλοι οι άνθρωποι γεννιούνται ελεύθεροι", "el"),
        ("כל בני האדם נולדו בני חורין", "he"),
        ("ყველა ადამიანი იბადება თავისუფალი", "ka"),
        ("Բոլոր մարդիկ ծնվում են ազատ", "hy"),
        ("सभी मनुष्यों को गौरव और अधिकारों", "hi"),
    ],
)
def test_other_languages_are_told(text: str, language: str) -> None:
    assert detect_language(text) == language


#: The same place in each language: article 3, paragraph 2, items (a) and (b).
SAME_PLACE = {
    "ru": "Статья 3\n2. Стороны обязуются:\nа) первое;\nб) второе.",
    "en": "Article 3\n2. The Parties shall:\n(a) first;\n(b) second.",
    "fr": "Article 3\n2. Les Parties s'engagent à :\na) premièrement ;\nb) deuxièmement.",
    "es": "Artículo 3\n2. Las Partes se comprometen a:\na) primero;\nb) segundo.",
    "ar": "المادة الثالثة\n٢. تتعهد الأطراف بما يلي:\n(أ) أولا؛\n(ب) ثانيا.",
    "zh": "第三条\n二、各缔约方承诺：\n（一）首先采取措施；\n（二）其次采取措施。",
    "de": "Artikel 3\n2. Die Parteien verpflichten sich:\na) erstens;\nb) zweitens.",
    "it": "Articolo 3\n2. Le Parti si impegnano a:\na) prima;\nb) seconda.",
    "pt": "Artigo 3.º\n2. As Partes comprometem-se a:\na) primeiro;\nb) segundo.",
    "pl": "Artykuł 3\n2. Strony zobowiązują się:\na) po pierwsze;\nb) po drugie.",
    "uk": "Стаття 3\n2. Сторони зобов'язуються:\nа) перше;\nб) друге.",
    "kk": "3-бап\n2. Тараптар:\nа) біріншісін;\nә) екіншісін жасайды.",
}


@pytest.mark.parametrize("language", SAME_PLACE)
def test_the_same_place_has_the_same_path(language: str) -> None:
    assert [clause.path for clause in segment(SAME_PLACE[language], language)] == [
        "art_3__heading",
        "art_3__para_2__intro",
        "art_3__para_2__point_a",
        "art_3__para_2__point_b",
    ]


@pytest.mark.parametrize(
    ("language", "letters"), [("uk", "абвгґдеєжзиіїйклм"), ("kk", "аәбвгғдеёжз"), ("ru", "абвгдежзиклмнопрст")]
)
def test_letters_of_each_alphabet_count_by_position(language: str, letters: str) -> None:
    heading = SAME_PLACE[language].split("\n")[0]
    text = f"{heading}\n2. Тараптар:\n" + "\n".join(f"{letter}) осы;" for letter in letters)
    points = [clause.path.rpartition("_")[2] for clause in segment(text, language)][2:]
    assert points == list("abcdefghijklmnopqrstuvwxyz"[: len(letters)])


@pytest.mark.parametrize(
    ("language", "heading", "path"),
    [
        ("fr", "Article premier", "art_1"),
        ("fr", "Première partie", "part_1"),
        ("fr", "Art. 1er", "art_1"),
        ("es", "Artículo 1.º", "art_1"),
        ("es", "SECCIÓN TERCERA", "sec_3"),
        ("pt", "Artigo 9.º", "art_9"),
        ("de", "Erster Teil", "part_1"),
        ("de", "§ 5", "art_5"),
        ("it", "Art. 12", "art_12"),
        ("pl", "Rozdział II", "chp_2"),
        ("ar", "المادة الحادية عشرة", "art_11"),
        ("ar", "المادة ٥١", "art_51"),
        ("zh", "第一百零三条", "art_103"),
        ("zh", "第一章 宗旨及原则", "chp_1"),
        ("zh", "第1条", "art_1"),
        ("kk", "1-тарау. Жалпы ережелер", "chp_1"),
        ("kk", "I бөлім", "part_1"),
        ("nl", "Hoofdstuk II", "chp_2"),
        ("tr", "Madde 5", "art_5"),
        ("ja", "第五条", "art_5"),
        ("lt", "5 straipsnis", "art_5"),
    ],
)
def test_headings(language: str, heading: str, path: str) -> None:
    clause = segment(f"{heading}\n1. Text.", language).clauses[0]
    assert (clause.kind, clause.path) == ("heading", f"{path}__heading")


#: Parties, recital, formula, testimonium, place and date.
FRAMES = {
    "fr": ["Les États parties,", "Rappelant la Charte,", "Sont convenus de ce qui suit :",
           "EN FOI DE QUOI les soussignés ont signé.", "FAIT à Paris, le 12 décembre 2015, en deux exemplaires."],
    "es": ["Los Estados Partes,", "Recordando la Carta,", "Han convenido lo siguiente:",
           "EN FE DE LO CUAL los infrascritos han firmado.", "HECHO en París, el 12 de diciembre de 2015."],
    "ar": ["إن الدول الأطراف،", "إذ تشير إلى الميثاق،", "قد اتفقت على ما يلي:",
           "وإثباتا لذلك، وقع المفوضون هذه الاتفاقية.", "حررت في باريس في اليوم الثاني عشر من شهر كانون الأول."],
    "zh": ["本公约各缔约国，", "回顾联合国宪章，", "兹协议如下：",
           "为此，下列全权代表签字于本公约，以昭信守。", "公历二〇一五年十二月十二日订于巴黎。"],
    "de": ["Die Vertragsstaaten –", "eingedenk der Charta,", "haben folgendes vereinbart:",
           "ZU URKUND DESSEN haben die Unterzeichneten unterschrieben.", "GESCHEHEN zu Paris am 12. Dezember 2015."],
    "uk": ["Держави-учасниці,", "посилаючись на Статут,", "домовилися про таке:",
           "На посвідчення чого нижчепідписані підписали.", "Учинено у Києві 12 грудня 2015 року у двох примірниках."],
}  # fmt: skip


@pytest.mark.parametrize("language", FRAMES)
def test_the_kinds_of_a_treaty(language: str) -> None:
    parties, recital, formula, end, done = FRAMES[language]
    heading = SAME_PLACE[language].split("\n")[0]
    document = segment("\n\n".join([parties, recital, formula, heading, end, done]), language)
    assert [clause.kind for clause in document][:5] == [
        "preamble_head", "recital", "formula", "heading", "testimonium",
    ]  # fmt: skip
    assert document.clauses[-1].kind == "place_date"


def test_only_the_language_that_is_needed_is_imported() -> None:
    code = "import sys, paralign; paralign.segment('Article 1', 'fr'); print([m for m in sys.modules if 'polish' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
