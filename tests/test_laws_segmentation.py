"""Laws that hold for every input: letters are kept, in order, in one clause each."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from paralign.document import Document
from paralign.errors import InputError
from paralign.reading import bitext_of
from paralign.reading.telling import script_of
from paralign.segmentation import document_of, document_over, explain, normalised, segment

FRAGMENTS = (
    "Статья 5", "Article 5", "Chapter IV: The General Assembly", "Приложение", "ANNEX I", "1.",
    "2. Каждая из Сторон", "(a)", "а)", "b) ", "(i) ", "IV. ", "- ", "Стороны обязуются:",
    "Each Party shall:", "ст. 5", "п. 2", "8 декабря 1991 г.", "г. Минск", "и т.д.", "No. 3",
    "e.g. ", "U.S. ", "Б. Н. Ельцин", "3.5 %", "friend-\nship", "co-\noperation", "обяза- тельство",
    "confidence- and security-building", "согласились о нижеследующем:", "Have agreed as follows:",
    "ссылаясь на Устав,", "Recalling the Charter,", "IN WITNESS WHEREOF", "Совершено в Минске",
    "© 2003", "Tags: declaration", "(см. ст. 5. Там же)", "«Договор.»", "\n", "\n\n", "\n\n\n",
    "\r\n", "\t", "\f", "\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}",
    "\N{LINE SEPARATOR}", ". ", "; ", ": ", "…", "。", "条约。第二", "٣. ", "e\N{COMBINING ACUTE ACCENT}",
    "½", "(", ")", "»", " ", "  ", "the Parties ", "стороны ", "and ",
    "المادة 5", "(أ) يقصد", "الأطراف؛ ", "هـ) ", "؟ ", "第五条 ", "一、", "（一）各国；", "㈡ ", "（甲）", "1．",
    "3-бап", "ґ) мир; ", "ә) ", "Article premier", "Artículo 1.º", "Am 3. Oktober ",
    "Art. 5 ust. 2", "¿Qué? ", "   ", "ß",
    "RUSSIAN TEXT – TEXTE RUSSE\n", "[TRANSLATION – TRADUCTION]", "①", "１",
)  # fmt: skip

LANGUAGES = ("fr", "es", "ar", "zh", "de", "it", "pt", "pl", "uk", "kk")

texts = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=40).map("".join)


def letters(text: str) -> list[str]:
    return [character for character in text if character.isalnum()]


def assert_lawful(documents: Iterable[Document], text: str, belongs: Callable[[str], bool] = str.isalnum) -> None:
    covered = [0] * len(text)
    for document in documents:
        assert document.text == text
        end = 0
        for i, clause in enumerate(document):
            assert clause.index == i
            assert end <= clause.start < clause.end <= len(text)
            assert letters(text[clause.start : clause.end]) == letters(clause.text)
            assert len(clause.text.splitlines()) == 1
            assert clause.text == " ".join(clause.text.split())
            assert "\N{SOFT HYPHEN}" not in clause.text
            covered[clause.start : clause.end] = [n + 1 for n in covered[clause.start : clause.end]]
            end = clause.end
    assert all(count <= 1 for count, character in zip(covered, text, strict=True) if character.isalnum())
    assert all(count == 1 for count, character in zip(covered, text, strict=True) if belongs(character))


@given(texts)
@settings(max_examples=300, deadline=None)
def test_every_letter_is_in_one_clause(text: str) -> None:
    document = segment(text)
    assert_lawful([document], document.text)


@given(texts, st.sampled_from(["ru", "en", *LANGUAGES, "und"]))
@settings(max_examples=300, deadline=None)
def test_the_same_in_any_language(text: str, language: str) -> None:
    document = segment(text, language)
    assert_lawful([document], document.text)
    assert all(str(cut) for cut in explain(text, language))


@given(texts)
@settings(max_examples=200, deadline=None)
def test_every_letter_of_a_page_is_on_one_side(text: str) -> None:
    try:
        bitext = bitext_of(text)
    except InputError:
        return
    scripts = {script_of(side.language) for side in (bitext.source, bitext.target)}
    pattern = regex.compile("|".join(rf"\p{{Script={script}}}" for script in sorted(scripts)))
    assert_lawful(
        [bitext.source, bitext.target],
        bitext.source.text,
        lambda character: character.isalnum() and bool(pattern.match(character)),
    )


#: Real text, in pieces that a change may fall on.
PASSAGES = [
    text[start : start + 700]
    for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
    for text in [path.read_text("utf-8")]
    for start in range(0, len(text), 700)
]
INSERTED = (
    *FRAGMENTS, "\0", "\x85", "\N{ZERO WIDTH NO-BREAK SPACE}", "ﬁ", "²", "*", "1", " 3 ", "\n12\n", "\n- 5 -\n",
    " 2 12-57345 ", " 4 12-57345 ", " 6 12-57345 ", "\n1 Report of the Parties.\n", "Convention1 ", "Cтатья 5\n",
    "Д О Г О В О Р", "Объ-единенных", "\n\n3 Доклад Конференции.\n\n",
)  # fmt: skip
changes = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from((0, 0, 1, 2, 9)), st.sampled_from(INSERTED)), min_size=1, max_size=9
)


def changed(text: str, places: list[tuple[float, int, str]]) -> str:
    for place, deleted, inserted in places:
        i = int(place * len(text))
        text = text[:i] + inserted + text[i + deleted :]
    return text


@given(st.sampled_from(PASSAGES), changes, st.sampled_from(["clause", "sentence", "paragraph"]))
@settings(max_examples=300, deadline=None)
def test_changed_treaties_keep_their_letters(text: str, places: list[tuple[float, int, str]], granularity: str) -> None:
    document = segment(changed(text, places), granularity=granularity)
    assert_lawful([document], document.text)
    paths = [clause.path for clause in document if clause.path]
    assert len(set(paths)) == len(paths)


@given(st.sampled_from(PASSAGES), changes, st.lists(st.tuples(st.integers(0, 900), st.integers(0, 80)), max_size=4))
@settings(max_examples=200, deadline=None)
def test_notes_that_a_reader_names_keep_their_letters(
    text: str, places: list[tuple[float, int, str]], notes: list[tuple[int, int]]
) -> None:
    text = normalised(changed(text, places))
    spans = [(min(start, len(text)), min(start + size, len(text))) for start, size in notes]
    document = document_over(text, "en", notes=spans)
    assert_lawful([document], text)


@given(st.lists(texts, max_size=12))
@settings(max_examples=100, deadline=None)
def test_given_clauses_are_kept(given_texts: list[str]) -> None:
    document = document_of(given_texts)
    assert [clause.text for clause in document] == given_texts
    assert [document.text[clause.start : clause.end] for clause in document] == given_texts


def test_one_long_line_does_not_hang() -> None:
    """Time grows with the length, not with its square."""
    for piece in ("слово ", "1. ", "a) ", "A. ", "word: (a) xx; ", "x-\nx", "Article 1\n"):
        short, long = (seconds(piece * (n // len(piece))) for n in (12_000, 48_000))
        assert long < 10 * short + 0.5


def seconds(text: str) -> float:
    """The better of two runs, so that a busy machine does not fail the test."""

    def once() -> float:
        started = time.process_time()
        segment(text, "ru")
        return time.process_time() - started

    return min(once(), once())


def test_characters_without_letters_cost_nothing() -> None:
    for piece in (" ", "(", "\N{SOFT HYPHEN}", "-\n", "…"):
        assert len(segment(piece * 1_000_000, "ru")) == 0
