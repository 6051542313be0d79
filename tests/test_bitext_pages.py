"""Pages with two languages: columns, banners, many changes, one script, a third language, strangers."""

from pathlib import Path

import pytest

from paralign.document import Bitext
from paralign.errors import LanguageError
from paralign.reading import bitext_of

SEEDS = Path(__file__).parents[1] / "seeds"
#: UDHR, articles 3 to 5.
RU = ["Каждый человек имеет право на жизнь, на свободу и на личную неприкосновенность.",
      "Никто не должен содержаться в рабстве или в подневольном состоянии.",
      "Никто не должен подвергаться пыткам или жестоким наказаниям."]  # fmt: skip
EN = ["Everyone has the right to life, liberty and security of person.",
      "No one shall be held in slavery or servitude.",
      "No one shall be subjected to torture or to cruel punishment."]  # fmt: skip
FR = ["Tout individu a droit à la vie, à la liberté et à la sûreté de sa personne.",
      "Nul ne sera tenu en esclavage ni en servitude.",
      "Nul ne sera soumis à la torture, ni à des peines cruelles."]  # fmt: skip
DE = ["Jeder hat das Recht auf Leben, Freiheit und Sicherheit der Person.",
      "Niemand darf in Sklaverei oder Leibeigenschaft gehalten werden.",
      "Niemand darf der Folter oder grausamer Behandlung unterworfen werden."]  # fmt: skip
UK = ["Кожна людина має право на життя, на свободу і на особисту недоторканність.",
      "Ніхто не повинен бути в рабстві або у підневільному стані.",
      "Ніхто не повинен зазнавати тортур або жорстокого покарання."]  # fmt: skip
KK = ["Әр адам өмір сүруге, бостандықта болуға құқылы.",
      "Ешкімді құлдықта немесе кіріптарлықта ұстауға болмайды.",
      "Ешкімге азап беруге немесе қатал жазалауға болмайды."]  # fmt: skip
AR = ["لكل فرد الحق في الحياة والحرية وسلامة شخصه.", "لا يجوز استرقاق أو استعباد أي شخص.",
      "لا يعرض أي إنسان للتعذيب ولا للعقوبات القاسية."]  # fmt: skip
ZH = ["人人有权享有生命、自由和人身安全。", "任何人不得使为奴隶或奴役。", "任何人不得加以酷刑，或施以残忍的刑罚。"]


def texts(bitext: Bitext) -> tuple[list[str], list[str]]:
    for side in (bitext.source, bitext.target):
        for clause in side:
            passage = side.text[clause.start : clause.end]
            assert [c for c in passage if c.isalnum()] == [c for c in clause.text if c.isalnum()]
    return [clause.text for clause in bitext.source], [clause.text for clause in bitext.target]


PAIRS = {"ru": RU, "en": EN, "fr": FR, "de": DE, "uk": UK, "kk": KK, "ar": AR, "zh": ZH}
COUPLES = [("ru", "en"), ("fr", "en"), ("de", "fr"), ("ru", "uk"), ("ru", "kk"), ("ar", "en"), ("zh", "ru"),
           ("zh", "ar")]  # fmt: skip


@pytest.mark.parametrize(("source", "target"), COUPLES)
def test_one_after_the_other(source: str, target: str) -> None:
    bitext = bitext_of("\n\n".join([*PAIRS[source], *PAIRS[target]]))
    assert (bitext.source.language, bitext.target.language) == (source, target)
    assert texts(bitext) == (PAIRS[source], PAIRS[target])


@pytest.mark.parametrize(("source", "target"), COUPLES)
def test_paragraph_by_paragraph(source: str, target: str) -> None:
    page = "\n\n".join(f"{a}\n\n{b}" for a, b in zip(PAIRS[source], PAIRS[target], strict=True))
    assert texts(bitext_of(page)) == (PAIRS[source], PAIRS[target])
    assert texts(bitext_of(page, (target, source))) == (PAIRS[target], PAIRS[source])


def test_more_than_one_change() -> None:
    page = "\n\n".join([RU[0], EN[0], EN[1], RU[1], RU[2], EN[2]])
    assert texts(bitext_of(page)) == (RU, EN)


def test_rows_of_a_table_keep_their_offsets() -> None:
    page = "\n".join(f"{a}\t{b}" for a, b in zip(RU, EN, strict=True))
    bitext = bitext_of(page)
    assert texts(bitext) == (RU, EN)
    for clause in (*bitext.source, *bitext.target):
        assert page[clause.start : clause.end] == clause.text


LEFT = ["Каждый человек имеет право", "на жизнь, на свободу и на", "личную неприкосновен-", "ность.", "",
        "Никто не должен содержаться", "в рабстве или в подневольном", "состоянии."]  # fmt: skip
RIGHT = ["Everyone has the right to", "life, liberty and security", "of person.", "", "",
         "No one shall be held in", "slavery or servitude.", ""]  # fmt: skip


@pytest.mark.parametrize("tabs", [False, True])
def test_two_columns_are_read_one_after_the_other(tabs: bool) -> None:
    rows = [f"{a}\t{b}" if tabs else f"{a:<34}{b}" for a, b in zip(LEFT, RIGHT, strict=True)]
    page = "\n".join(row.rstrip() for row in rows)
    assert texts(bitext_of(page)) == (RU[:2], EN[:2])


def test_a_title_over_both_columns() -> None:
    rows = [f"{a:<34}{b}".rstrip() for a, b in zip(LEFT, RIGHT, strict=True)]
    page = "\n".join(["ВСЕОБЩАЯ ДЕКЛАРАЦИЯ ПРАВ ЧЕЛОВЕКА ОТ 10 ДЕКАБРЯ 1948 ГОДА", "", *rows])
    source, target = texts(bitext_of(page))
    assert source == ["ВСЕОБЩАЯ ДЕКЛАРАЦИЯ ПРАВ ЧЕЛОВЕКА ОТ 10 ДЕКАБРЯ 1948 ГОДА", *RU[:2]]
    assert target == EN[:2]


def test_banners_of_the_treaty_series_are_editorial() -> None:
    page = "\n\n".join(
        ["[RUSSIAN TEXT — TEXTE RUSSE]", "Статья 3", RU[0], "[ENGLISH TEXT — TEXTE ANGLAIS]", "Article 3", EN[0],
         "RUSSIAN TEXT – TEXTE RUSSE", "Статья 4", RU[1], "[TRANSLATION – TRADUCTION]", "Article 4", EN[1]]
    )  # fmt: skip
    bitext = bitext_of(page)
    editorial = [
        [clause.text for clause in side if clause.kind == "editorial"] for side in (bitext.source, bitext.target)
    ]
    assert editorial == [
        ["[RUSSIAN TEXT — TEXTE RUSSE]", "RUSSIAN TEXT – TEXTE RUSSE"],
        ["[ENGLISH TEXT — TEXTE ANGLAIS]", "[TRANSLATION – TRADUCTION]"],
    ]
    paths = [[clause.path for clause in side if clause.path] for side in (bitext.source, bitext.target)]
    assert paths[0] == paths[1] == ["art_3__heading", "art_3__p_1", "art_4__heading", "art_4__p_1"]


def test_a_third_language_is_on_neither_side() -> None:
    page = "\n\n".join(text for three in zip(RU, FR, EN, strict=True) for text in three)
    assert texts(bitext_of(page, ("ru", "en"))) == (RU, EN)
    assert texts(bitext_of(page, ("ru", "fr"))) == (RU, FR)
    page = "\n\n".join(text for three in zip(RU, UK, EN, ZH, strict=True) for text in three)
    assert texts(bitext_of(page, ("ru", "en"))) == (RU, EN)
    assert texts(bitext_of(page, ("ru", "uk"))) == (RU, UK)


def test_foreign_words_stay_with_their_paragraph() -> None:
    russian = "Принцип pacta sunt servanda закреплен в документе www.un.org/charter (United Nations Treaty Series)."
    source, target = texts(bitext_of("\n\n".join([russian, EN[0]])))
    assert (source, target) == ([russian], [EN[0]])


def test_a_latin_line_is_no_second_language() -> None:
    with pytest.raises(LanguageError, match="Only Russian found"):
        bitext_of("\n\n".join([*RU * 4, "Creative Commons", *RU * 4]))
    source, target = texts(bitext_of("\n\n".join([*RU, "Creative Commons", *RU, *EN])))
    assert source == [*RU, "Creative Commons", *RU]
    assert target == EN


def test_a_footer_in_english_is_no_second_language() -> None:
    footer = "Contact Privacy Policies Terms We'd love to hear from you! Creative Commons info@example.org"
    with pytest.raises(LanguageError, match="Only Russian found"):
        bitext_of("\n\n".join([*RU * 10, footer]))
