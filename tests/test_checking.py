"""Every check on real clauses: what it must say, and what it must not say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import paralign
from paralign.alignment import Alignment, Bead
from paralign.checking import CHECKS, authentic_texts
from paralign.errors import FormatError, InputError, OptionError
from paralign.exporting import load
from paralign.segmentation import document_of


def aligned(*pairs, languages=("ru", "en")):
    """The pairs of texts as they stand, aligned one to one; an empty text for no counterpart."""
    source, target = (document_of([pair[side] for pair in pairs if pair[side]], languages[side]) for side in (0, 1))
    ours, theirs = iter(source.clauses), iter(target.clauses)
    beads = [Bead((next(ours),) if a else (), (next(theirs),) if b else (), 1.0) for a, b in pairs]
    return Alignment(source, target, tuple(beads))


def flags(source, target, check, languages=("ru", "en")):
    return paralign.check(aligned((source, target), languages=languages), checks=(check,)).beads[0].flags


def messages(*arguments, **options):
    return [flag.message for flag in flags(*arguments, **options)]


SAME_NUMBERS = [
    ("Срок составляет 10 000 долл. США", "The amount is 10,000 US dollars"),
    ("1,5 процента взноса", "1.5 per cent of the contribution"),
    ("в статьях VII и IX", "in Articles 7 and 9"),
    ("двумя третями голосов", "by a two-thirds majority"),
    ("тысяча девятьсот шестьдесят седьмого года", "one thousand nine hundred and sixty-seven"),
    ("в течение шестидесяти дней", "within 60 days"),
    ("5 млн рублей", "five million roubles"),
    ("1,7 миллионами четыре года назад", "1.7 million four years ago"),
    ("шестеро судей", "six judges"),
    ("2,8 млрд фунтов", "£2.8bn"),
    ("пятилетний срок полномочий", "a term of five years"),
    ("обе Стороны", "the two Parties"),
    ("3. Каждая Сторона", "Each Party"),
    ("одна из Сторон", "either Party"),
]


@pytest.mark.parametrize(("source", "target"), SAME_NUMBERS)
def test_the_same_number_in_another_guise_is_no_flag(source, target):
    assert messages(source, target, "numbers") == []


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("в течение 12 месяцев", "within 13 months", "only in the English text: 13; only in the Russian text: 12"),
        ("в течение двадцати одного дня", "within twenty days", "20; only in the Russian text: 21"),
        (
            "не менее 10 000 т",
            "not less than 1,000 t",
            "only in the English text: 1000; only in the Russian text: 10000",
        ),
        ("три экземпляра и два приложения", "three copies", "only in the Russian text: 2"),
    ],
)
def test_another_number_is_a_flag(source, target, message):
    assert message in messages(source, target, "numbers")[0]


def test_a_flag_shows_the_place_on_both_sides():
    source, target = "в течение 12 месяцев", "within 13 months"
    (flag,) = flags(source, target, "numbers")
    assert [source[a:b] for a, b in flag.source] == ["12"]
    assert [target[a:b] for a, b in flag.target] == ["13"]
    assert flag.severity == "high"


def test_spans_of_a_merged_pair_count_in_the_joined_text():
    source, target = document_of(["Статья.", "Срок — 12 лет."], "ru"), document_of(["The term is 13 years."], "en")
    alignment = Alignment(source, target, (Bead(source.clauses, target.clauses, 1.0),))
    bead = paralign.check(alignment, checks=("numbers",)).beads[0]
    assert [bead.source_text[a:b] for a, b in bead.flags[0].source] == ["12"]


SAME_DATES = [
    ("8 декабря 1991 г.", "December 8, 1991"),
    ("от 10 декабря 1982 года", "of 10 December 1982"),
    ("21.12.1991", "21 December 1991"),
    ("1-го января каждого года", "On January 1st of each year"),
    (
        "двадцать седьмого января тысяча девятьсот шестьдесят седьмого года",
        "the twenty-seventh day of January, one thousand nine hundred and sixty-seven",
    ),
]


@pytest.mark.parametrize(("source", "target"), SAME_DATES)
def test_the_same_date_in_another_guise_is_no_flag(source, target):
    assert messages(source, target, "dates") + messages(source, target, "numbers") == []


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        (("ru", "en"), "8 декабря 1991 г.", "8 December 1992"),
        (("de", "fr"), "am 3. Oktober 1990", "le 4 octobre 1990"),
        (("es", "it"), "el 8 de diciembre de 1991", "l'8 novembre 1991"),
        (("pt", "pl"), "a 8 de dezembro de 1991", "dnia 9 grudnia 1991 r."),
        (("uk", "en"), "8 грудня 1991 року", "7 December 1991"),
    ],
)
def test_another_date_is_a_flag(languages, source, target):
    assert len(flags(source, target, "dates", languages=languages)) == 1
    assert flags(source, source, "dates", languages=languages[:1] * 2) == ()


def test_a_date_is_named_in_full():
    (message,) = messages("8 декабря 1991 г.", "8 December 1992", "dates")
    assert message == "only in the English text: 1992-12-08; only in the Russian text: 1991-12-08"


def test_may_is_a_month_only_with_a_capital():
    assert messages("9 членов могут", "The 9 members may 5 times", "dates") == []
    assert len(messages("9 мая 1945 г.", "8 May 1945", "dates")) == 1


def test_references_are_compared_with_their_kind():
    assert messages("согласно статье 5 и приложению III", "under Article 5 and annex III", "references") == []
    assert messages("в статьях 77, 79 и 81", "Articles 77, 79, and 81", "references") == []
    (message,) = messages("в статье 5 и приложении 3", "in article 3 and annex 5", "references")
    assert message.startswith("only in the English text: annex 5, article 3")


def test_printed_numbers_of_a_pair_are_compared():
    same = ("Статья 5", "Article 5"), ("2. Стороны сотрудничают.", "2. The Parties cooperate.")
    other = ("Статья 5", "Article 5"), ("2. Стороны сотрудничают.", "3. The Parties cooperate.")
    assert not any(bead.flags for bead in paralign.check(aligned(*same), checks=("references",)).beads)
    (flag,) = paralign.check(aligned(*other), checks=("references",)).beads[1].flags
    assert flag.message == "printed numbers differ: 3 in the English text, 2 in the Russian text"


OUTER_SPACE = [
    (
        "Исследование и использование космического пространства осуществляются на благо и в интересах всех стран.",
        "The exploration and use of outer space shall be carried out for the benefit and in the interests of all.",
    ),
    (
        "Космическое пространство, включая Луну и другие небесные тела, не подлежит национальному присвоению.",
        "Outer space, including the Moon and other celestial bodies, is not subject to national appropriation.",
    ),
]


def test_a_cut_text_is_shorter_than_usual():
    source, target = OUTER_SPACE[0]
    whole = paralign.check(aligned(*OUTER_SPACE), checks=("omission",))
    cut = paralign.check(aligned((source, target[: len(target) // 3]), OUTER_SPACE[1]), checks=("omission",))
    assert [bead.flags for bead in whole.beads] == [(), ()]
    assert cut.beads[0].flags[0].message.startswith("the English text is shorter than usual here")
    assert cut.beads[1].flags == ()


def test_a_clause_without_counterpart_is_a_flag_and_weighs_most_in_operative_text():
    alignment = aligned(("Статья 1", "Article 1"), ("2. Стороны уважают границы.", ""), ("", "Annex"))
    _, paragraph, heading = paralign.check(alignment, checks=("omission",)).beads
    assert (paragraph.flags[0].severity, heading.flags[0].severity) == ("high", "medium")
    assert paragraph.flags[0].message == "no counterpart in the English text"


MODAL = "Государства осуществляют сотрудничество."


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        (MODAL, "The States shall cooperate.", 0),  # Russian drafting writes the present tense
        (MODAL, "The States may cooperate.", 1),
        ("Государства могут сотрудничать.", "The States may cooperate.", 0),
        ("Стороны вправе сотрудничать.", "The Parties shall cooperate.", 1),
        ("Принято 9 мая 1945 года.", "Adopted on 9 May 1945.", 0),
    ],
)
def test_modality_follows_asymmetric_rules(source, target, count):
    assert len(flags(source, target, "modality")) == count


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        ("Статья не применяется к судам.", "The article applies to vessels.", 1),
        ("Статья не применяется к судам.", "The article does not apply to vessels.", 0),
        ("Государства, не имеющие выхода к морю", "Land-locked States", 0),
        ("не позднее трех месяцев", "within three months", 0),
        ("Если сторона не платит", "If a Party fails to pay", 0),
    ],
)
def test_a_negation_on_one_side_only_is_a_flag(source, target, count):
    assert len(flags(source, target, "negation")) == count


def test_terms_of_a_glossary_must_have_their_counterpart(tmp_path):
    file = tmp_path / "terms.tsv"
    file.write_text("# ru\ten\nгарантии\tassurances\nгарантии\tguarantees\n", encoding="utf-8")
    alignment = aligned(("О гарантиях безопасности", "On security assistance"), ("гарантию", "a guarantee"))
    for glossary in (file, [("гарантии", "assurances"), ("гарантии", "guarantees")]):
        first, second = paralign.check(alignment, checks=("terms",), glossary=glossary).beads
        assert [flag.severity for flag in first.flags] == ["medium"]
        assert "“гарантии” in the Russian text" in first.flags[0].message
        assert second.flags == ()


def test_a_name_that_has_lost_its_usual_counterpart_is_a_flag():
    pair = (
        "Суверенитет Казахстана признан в договоре {}.",
        "The sovereignty of Kazakhstan is recognised in treaty {}.",
    )
    pairs = [tuple(text.format(n) for text in pair) for n in range(10)]
    pairs.append(("Суверенитет Казахстана признан.", "The sovereignty of Kyrgyzstan is recognised."))
    beads = paralign.check(aligned(*pairs), checks=("terms",)).beads
    assert not any(bead.flags for bead in beads[:-1])
    assert "“Kazakhstan” not in the English text" in beads[-1].flags[0].message


def test_the_glossary_says_what_is_wrong_with_it(tmp_path):
    file = tmp_path / "terms.tsv"
    alignment = aligned(("а", "a"))
    with pytest.raises(InputError):
        paralign.check(alignment, glossary=file)
    file.write_text("только одно\n", encoding="utf-8")
    with pytest.raises(FormatError, match="line 1"):
        paralign.check(alignment, glossary=file)


ALL_SORTS = aligned(
    ("Статья 5", "Article 6"),
    ("Срок — 12 месяцев, до 8 декабря 1991 г.", "The term is 13 months, until 9 December 1991"),
    ("Государства не сотрудничают согласно статье 3.", "The States may cooperate under article 2."),
    ("2. Стороны уважают границы.", ""),
    ("", "The end"),
)


def test_the_mirrored_alignment_has_the_mirrored_flags():
    assert paralign.check(ALL_SORTS.swapped()).beads == paralign.check(ALL_SORTS).swapped().beads
    raised = {flag.check for bead in paralign.check(ALL_SORTS).beads for flag in bead.flags}
    assert raised == set(CHECKS) - {"terms"}


#: Pieces that the checks look for, and pieces that no check expects.
PIECES = st.sampled_from(
    ["12", "10 000", "1,5", "VII", "двадцать", "один", "тысяча", "hundred and", "and", "million", "мая", "May", "1991",
     "8", "статье 5", "Article 5,", "(a)", "2.", "не", "not", "may", "может", "shall", "Стороны", "(далее — Стороны)",
     "hereinafter “the Parties”", "İ", "ё", "\u0301", "²", "٣", "<b>", "\x00", "\n", ".", "", "/1/1/1991", "00"]
)  # fmt: skip
ANY_TEXT = st.lists(PIECES | st.text(max_size=5), max_size=12).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT), min_size=1, max_size=8))
def test_any_text_can_be_checked_and_spans_lie_in_it(pairs):
    alignment = aligned(*(pair for pair in pairs if any(pair)))
    checked = paralign.check(alignment, glossary=[("Стороны", "Parties")])
    assert checked.swapped().beads == paralign.check(alignment.swapped(), glossary=[("Parties", "Стороны")]).beads
    for bead in checked.beads:
        for flag in bead.flags:
            for spans, text in ((flag.source, bead.source_text), (flag.target, bead.target_text)):
                assert all(0 <= start < end <= len(text) for start, end in spans)


def test_messages_name_languages_and_never_the_sides():
    said = " ".join(flag.message for bead in paralign.check(ALL_SORTS).beads for flag in bead.flags)
    assert "Russian" in said
    assert "source" not in said
    assert "target" not in said


def test_two_texts_of_one_language_have_no_names():
    assert messages("within 12 months", "within 13 months", "numbers", languages=("en", "en")) == [
        "on one side only: 12, 13"
    ]


def test_a_language_that_is_not_known_raises_no_flags_for_its_words():
    assert messages("三个月内", "within three months", "numbers", languages=("zh", "en")) == []
    assert messages("三个月内", "not within three months", "negation", languages=("zh", "en")) == []


def test_aligning_checks_and_can_be_told_not_to():
    texts = ["Срок составляет 12 месяцев."], ["The term is 13 months."]
    assert [flag.check for flag in paralign.align(*texts).beads[0].flags] == ["numbers"]
    assert paralign.align(*texts, checks=()).beads[0].flags == ()
    assert paralign.Aligner(checks=("dates",)).align(*texts).beads[0].flags == ()


def test_realigning_checks_again():
    alignment = paralign.align(["Срок — 12 месяцев.", "Срок — 13 лет."], ["The term is 12 months.", "It is 13 years."])
    assert not any(bead.flags for bead in alignment.beads)
    moved = alignment.realign([((0,), (1,)), ((1,), (0,))])
    assert [flag.check for flag in moved.beads[0].flags] == ["numbers"]


def test_unknown_checks_are_refused():
    with pytest.raises(OptionError, match="There is no check 'spelling'"):
        paralign.Aligner(checks=("spelling",))
    with pytest.raises(OptionError, match="numbers, dates"):
        paralign.check(ALL_SORTS, checks=("spelling",))


def test_what_was_looked_at_can_be_ignored_by_path_or_number():
    path = ALL_SORTS.beads[3].source[0].path
    by_path = paralign.check(ALL_SORTS, ignore=[("omission", path)])
    by_number = paralign.check(ALL_SORTS, ignore=[("numbers", 2)])
    assert by_path.beads[3].flags == ()
    assert [flag.check for flag in by_number.beads[1].flags] == ["dates"]


def test_flags_survive_saving(tmp_path):
    checked = paralign.check(ALL_SORTS)
    checked.save(tmp_path / "a.jsonl")
    assert load(tmp_path / "a.jsonl").beads == checked.beads
    assert paralign.check(load(tmp_path / "a.jsonl")).beads == checked.beads


CHARTER = (
    "Настоящий Устав, китайский, французский, русский, английский и испанский тексты которого являются равно "
    "аутентичными, будет храниться в архиве.",
    "The present Charter, of which the Chinese, French, Russian, English, and Spanish texts are equally authentic, "
    "shall remain deposited in the archives.",
)


def test_the_clause_that_makes_texts_authentic_is_found():
    found = authentic_texts(aligned(*OUTER_SPACE, CHARTER))
    assert [bead.source[0].index for bead in found.beads] == [2]
    assert found.languages == ("en", "es", "fr", "ru", "zh")
    assert found.equal
    assert found.prevailing == ""
    assert authentic_texts(aligned(*OUTER_SPACE)) is None


def test_the_prevailing_text_is_found():
    found = authentic_texts(
        aligned(
            (
                "Совершено на русском и английском языках. В случае расхождений в толковании преимущественную силу "
                "имеет текст на английском языке.",
                "Done in the Russian and English languages. In case of divergence in interpretation, the English "
                "text shall prevail.",
            )
        )
    )
    assert (found.languages, found.equal, found.prevailing) == (("en", "ru"), False, "en")
