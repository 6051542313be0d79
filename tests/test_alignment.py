import pickle
import sys

import pytest

from paralign.alignment import Alignment, Bead, CoverError, Evidence, Link, check_cover, reading_order
from paralign.document import Clause, Document
from paralign.errors import MissingExtraError, OptionError, ParalignError


def document(language, *texts):
    return Document(" ".join(texts), language, tuple(Clause(t, 0, len(t), i) for i, t in enumerate(texts)))


RU = document("ru", "Статья 1", "Мир. ", "Дружба.", "Подписи")
EN = document("en", "Article 1", "Peace and friendship.", "The Declaration")


def bead(source, target, confidence=1.0, **more):
    return Bead(tuple(RU.clauses[i] for i in source), tuple(EN.clauses[j] for j in target), confidence, **more)


LINKS = (
    Link(0, 0, 0.75, 1.0),
    Link(0, None, 0.25, 0.0),
    Link(1, 1, 1.0, 0.5),
    Link(2, 1, 1.0, 0.5),
    Link(3, None, 1.0, 0.0),
    Link(None, 2, 0.0, 1.0),
)
BEADS = (bead([0], [0], 0.8), bead([1, 2], [1], 0.95), bead([], [2], 0.4), bead([3], [], 0.97))
ALIGNMENT = Alignment(RU, EN, BEADS, "paralign 0.1.0", LINKS)


def test_bead_says_its_texts_and_type():
    merged = BEADS[1]
    assert (merged.source_text, merged.target_text) == ("Мир.  Дружба.", "Peace and friendship.")
    assert [b.type for b in BEADS] == ["1-1", "2-1", "0-1", "1-0"]
    assert [b.is_null for b in BEADS] == [False, False, True, True]
    assert BEADS[2].source_text == ""


def test_alignment_is_a_sequence_of_its_pairs():
    assert len(ALIGNMENT) == 2
    assert list(ALIGNMENT) == list(ALIGNMENT.pairs) == [BEADS[0], BEADS[1]]
    assert ALIGNMENT[-1] == BEADS[1]
    assert ALIGNMENT[:1] == [BEADS[0]]


def test_clauses_without_counterpart_are_listed():
    assert ALIGNMENT.unaligned_source == (RU.clauses[3],)
    assert ALIGNMENT.unaligned_target == (EN.clauses[2],)


def test_doubtful_beads_come_worst_first():
    assert ALIGNMENT.doubtful() == [BEADS[2], BEADS[0]]
    assert ALIGNMENT.doubtful(below=0.5) == [BEADS[2]]


def test_link_probabilities_of_a_clause_sum_to_one():
    for i in range(len(RU)):
        assert sum(ALIGNMENT.link_probability(i, j) for j in [*range(len(EN)), None]) == 1
    for j in range(len(EN)):
        assert sum(ALIGNMENT.link_probability(i, j, given="target") for i in [*range(len(RU)), None]) == 1


def test_link_probability_of_a_null_is_its_clauses_own():
    assert ALIGNMENT.link_probability(0, None) == ALIGNMENT.link_probability(0, None, given="target") == 0.25
    assert ALIGNMENT.link_probability(None, 2) == 1
    assert ALIGNMENT.link_probability(3, 0) == 0


@pytest.mark.parametrize("question", [(None, None), (4, 0), (-1, 0), (0, 3)])
def test_link_probability_refuses_clauses_that_do_not_exist(question):
    with pytest.raises(OptionError):
        ALIGNMENT.link_probability(*question)


def test_link_probability_is_not_invented_where_there_are_no_links():
    with pytest.raises(OptionError, match="no link probabilities"):
        Alignment(RU, EN, BEADS).link_probability(0, 0)


def test_swapped_mirrors_beads_and_links():
    mirrored = ALIGNMENT.swapped()
    assert (mirrored.source, mirrored.target) == (EN, RU)
    assert mirrored.unaligned_source == ALIGNMENT.unaligned_target
    assert mirrored.link_probability(1, 2) == ALIGNMENT.link_probability(2, 1, given="target")
    assert mirrored.swapped() == ALIGNMENT


def test_swapped_puts_crossing_beads_in_the_new_reading_order():
    crossing = reading_order(
        [bead([0], [1], crossing=True), bead([1], [0]), bead([2], []), bead([3], []), bead([], [2])]
    )
    alignment = Alignment(RU, EN, crossing)
    assert [b.target[0].index if b.target else None for b in crossing] == [1, 2, 0, None, None]
    mirrored = alignment.swapped()
    assert [b.source[0].index for b in mirrored.beads if b.source] == [0, 1, 2]
    assert mirrored.swapped() == alignment


def test_reading_order_starts_with_target_clauses_that_precede_every_pair():
    assert reading_order([bead([0], [1]), bead([], [0])])[0] == bead([], [0])


def test_equality_compares_everything():
    assert Alignment(RU, EN, BEADS, "paralign 0.1.0", LINKS) == ALIGNMENT
    assert Alignment(RU, EN, BEADS, "other", LINKS) != ALIGNMENT
    assert Alignment(RU, EN, BEADS, "paralign 0.1.0") != ALIGNMENT


def test_alignment_survives_pickling():
    ALIGNMENT.pairs  # noqa: B018  (fills a cached property)
    assert pickle.loads(pickle.dumps(ALIGNMENT)) == ALIGNMENT


@pytest.mark.parametrize(
    ("beads", "message"),
    [
        (BEADS[:-1], "Source clause 3 is in 0 beads"),
        ((*BEADS, BEADS[0]), "Source clause 0 is in 2 beads"),
        ((*BEADS[:2], bead([3], [])), "Target clause 2 is in 0 beads"),
        ((*BEADS, Bead((), (), 1.0)), "no clause on either side"),
        ((Bead((Clause("other", 0, 5, 0),), (), 1.0), *BEADS[1:]), "not the document's clause"),
    ],
)
def test_beads_must_cover_both_documents(beads, message):
    with pytest.raises(CoverError, match=message) as caught:
        Alignment(RU, EN, beads)
    assert isinstance(caught.value, ParalignError) and isinstance(caught.value, ValueError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_check_cover_is_silent_about_a_whole_alignment():
    check_cover(ALIGNMENT)
    check_cover(Alignment(document("ru"), document("en"), ()))


def test_explain_names_features_for_and_against():
    evidence = (Evidence("cosine", 0.83, 2.0), Evidence("unheard_of", 3, -0.5), Evidence("size", 0, 1.0))
    assert bead([0], [0], 0.87, evidence=evidence).explain().splitlines() == [
        "1-1 with confidence 0.87.",
        "For it:",
        "  +1.66  closeness in meaning of the two sides (0.83)",
        "Against it:",
        "  -1.50  unheard of (3)",
    ]


def test_explain_says_when_there_is_no_evidence():
    assert "No evidence" in BEADS[0].explain()


def test_dataframe_has_a_row_a_bead():
    frame = ALIGNMENT.to_dataframe()
    assert list(frame["type"]) == ["1-1", "2-1", "0-1", "1-0"]
    assert list(frame["source"])[2] == ""
    assert frame["confidence"].tolist() == [0.8, 0.95, 0.4, 0.97]


def test_dataframe_without_pandas_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"paralign\[pandas\]"):
        ALIGNMENT.to_dataframe()
