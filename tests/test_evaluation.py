from math import isnan
from pathlib import Path

import numpy as np
import pytest

from paralign.alignment import Alignment, Bead
from paralign.document import Clause, Document
from paralign.errors import FormatError, InputError, OptionError
from paralign.evaluation import count, evaluate, pool, score
from paralign.gold import Gold, ladder, parse_gold, read_gold, write_gold
from paralign.reliability import auroc, reliability


def document(language, *texts):
    return Document(" ".join(texts), language, tuple(Clause(t, 0, len(t), i) for i, t in enumerate(texts)))


RU = document("ru", "Статья 1", "Мир.", "Дружба.", "Подписи", "Москва")
EN = document("en", "Article 1", "Peace and friendship.", "The Declaration", "Moscow")
GOLD = [([0], [0]), ([1, 2], [1]), ([3], []), ([], [2]), ([4], [3])]


def aligned(*beads, confidences=()):
    made = (
        Bead(tuple(RU.clauses[i] for i in source), tuple(EN.clauses[j] for j in target), confidence)
        for (source, target), confidence in zip(beads, confidences or [1.0] * len(beads), strict=True)
    )
    return Alignment(RU, EN, tuple(made))


RIGHT = aligned(*GOLD)
# One 2-1 bead cut in two, one null swallowed by its neighbour, one null right.
WRONG = aligned(([0], [0]), ([1], [1]), ([2], []), ([3], []), ([4], [2, 3]), confidences=[1, 0.6, 0.7, 0.8, 0.3])


def reference_precision(gold, said):
    """Vecalign's rule, written as slowly as its description: (strictly right, laxly right, all)."""
    gold = {(tuple(s), tuple(t)) for s, t in gold}
    said = {(tuple(s), tuple(t)) for s, t in said}
    lax = [bead in gold or any(set(bead[0]) & set(g[0]) and set(bead[1]) & set(g[1]) for g in gold) for bead in said]
    return sum(bead in gold for bead in said), sum(lax), len(said)


def test_strict_and_lax_scores_counted_by_hand():
    scores = evaluate(WRONG, GOLD)
    assert (scores.strict.precision, scores.strict.recall) == (2 / 5, 1 / 3)
    assert (scores.lax.precision, scores.lax.recall) == (4 / 5, 3 / 3)
    assert scores.strict.f1 == pytest.approx(2 * (2 / 5) * (1 / 3) / (2 / 5 + 1 / 3))


def test_null_scores_are_over_clauses_of_both_sides():
    scores = evaluate(WRONG, GOLD)  # said: ru 2 and 3; right: ru 3 and en 2
    assert (scores.null.precision, scores.null.recall, scores.null.f1) == (1 / 2, 1 / 2, 1 / 2)


def test_scores_agree_with_the_slow_rule():
    said = [(bead.source, bead.target) for bead in WRONG.beads]
    said = [([c.index for c in s], [c.index for c in t]) for s, t in said]
    exact, near, total = reference_precision(GOLD, said)
    asked = reference_precision([b for b in said if all(b)], [b for b in GOLD if all(b)])
    scores = evaluate(WRONG, GOLD)
    assert (scores.strict.precision, scores.lax.precision) == (exact / total, near / total)
    assert (scores.strict.recall, scores.lax.recall) == (asked[0] / asked[2], asked[1] / asked[2])


def test_what_cannot_be_told_is_said():
    assert "AUROC undefined" in repr(evaluate(RIGHT, GOLD))
    assert "null undefined" in str(evaluate(aligned(([0, 1, 2, 3, 4], [0, 1, 2, 3])), GOLD))


def test_gold_can_be_an_alignment_or_gold_or_pairs():
    assert repr(evaluate(WRONG, RIGHT)) == repr(evaluate(WRONG, Gold(tuple((tuple(s), tuple(t)) for s, t in GOLD))))
    assert evaluate(WRONG, RIGHT).strict == evaluate(WRONG, iter(GOLD)).strict


def test_gold_of_another_document_is_refused():
    with pytest.raises(FormatError, match="no source clause 5, the last is 4"):
        evaluate(WRONG, [([5], [0])])


def test_calibration_counted_by_hand():
    # right: 1.0 (1-1) and 0.8 (null); wrong: 0.6 (1-1), 0.7 (null), 0.3 (n-m)
    scores = evaluate(WRONG, GOLD)
    assert scores.brier == pytest.approx((0 + 0.36 + 0.49 + 0.04 + 0.09) / 5)
    assert scores.ece == pytest.approx((0 + 0.6 + 0.7 + 0.2 + 0.3) / 5)
    assert dict(scores.ece_by_type) == pytest.approx({"1-1": 0.3, "n-m": 0.3, "null": 0.45})
    assert scores.auroc == 1
    assert [row.count for row in scores.reliability] == [0, 0, 0, 1, 0, 0, 1, 1, 1, 1]


def test_a_run_of_nulls_is_right_whatever_beads_gold_writes_it_in():
    run = aligned(([0], [0]), ([1, 2], [1]), ([3], []), ([4], []), ([], [2]), ([], [3]))
    assert count(run, [([0], [0]), ([1, 2], [1]), ([3, 4], []), ([], [2, 3])]).rights.all()


def test_auroc_counts_ties_half():
    rights = np.array([True, False, True, False])
    assert auroc(np.array([0.5, 0.5, 0.5, 0.5]), rights) == 0.5
    assert auroc(np.array([0.9, 0.5, 0.5, 0.1]), rights) == (1 + 1 + 0.5 + 1) / 4
    assert isnan(auroc(np.array([0.5]), np.array([True])))


def test_confidence_one_belongs_to_the_last_bin():
    table = reliability(np.array([0.0, 1.0]), np.array([False, True]), bins=4)
    assert [row.count for row in table] == [1, 0, 0, 1]


def test_pool_sums_counts_and_does_not_average_scores():
    pooled = pool([(RIGHT, GOLD), (WRONG, GOLD)])
    assert pooled.strict.precision == (5 + 2) / 10
    assert pooled.strict.recall == (3 + 1) / 6
    assert (pooled.beads, pooled.documents) == (10, 2)
    assert repr(pool([(WRONG, GOLD)])) == repr(evaluate(WRONG, GOLD))
    assert repr(score(count(RIGHT, GOLD) + count(WRONG, GOLD))) == repr(pooled)


def test_pool_and_bins_refuse_nothing_to_do():
    with pytest.raises(OptionError):
        pool([])
    with pytest.raises(OptionError):
        evaluate(RIGHT, GOLD, bins=0)


def test_scores_show_themselves():
    scores = evaluate(WRONG, GOLD)
    assert repr(scores) == (
        "<Scores strict F1 0.364, lax F1 0.889, null F1 0.500, ECE 0.360, AUROC 1.000 over 5 beads>"
    )
    assert "strict      0.400   0.333  0.364" in str(scores)
    assert "0.60–0.70        1       0.600  0.000" in str(scores)


LADDER = """\
# Checked clause by clause
# by hand
0 = 0 | Статья 1 | Article 1
1 2 = 1 | Мир. ¦ Дружба. | Peace and friendship.
3 = | Подписи |
= 2 | | The Declaration
4 = 3 | Москва | Moscow
"""
BEADS = tuple((tuple(s), tuple(t)) for s, t in GOLD)


def test_ladder_is_written_and_read(tmp_path):
    assert ladder(RIGHT, RU, EN, header="Checked clause by clause\nby hand") == LADDER
    write_gold(tmp_path / "gold.txt", RIGHT, RU, EN)
    assert (tmp_path / "gold.txt").read_text(encoding="utf-8") == LADDER[LADDER.index("0 =") :]
    gold = read_gold(tmp_path / "gold.txt")
    assert gold.beads == BEADS
    gold.check(RU, EN)


@pytest.mark.parametrize(
    "text",
    [
        "0\t0\n1,2\t1\n3\t\n\t2\n4\t3\n",
        "[0]:[0]\n[1, 2]:[1]\n[3]:[]\n[]:[2]\n[4]:[3]\n",
        "[0]:[0]:0.1\n[1, 2]:[1]:0.25\n[3]:[]:1e-3\n[]:[2]:0.0\n[4]:[3]:0.5\n",
        "\ufeff# no texts\r\n\r\n0 = 0\r\n2 1 = 1\r\n3 =\r\n= 2\r\n4=3\r\n",
    ],
)
def test_other_gold_formats(tmp_path, text):
    (tmp_path / "gold.any").write_bytes(text.encode())
    gold = read_gold(tmp_path / "gold.any")
    assert gold.beads == BEADS
    gold.check(RU, EN)


def test_a_saved_alignment_is_gold_too(tmp_path):
    RIGHT.save(tmp_path / "gold.jsonl")
    assert read_gold(tmp_path / "gold.jsonl") == parse_gold(LADDER)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0 = 0\nзабыл\n", r"line 2: «забыл» is not a bead"),
        ("0\t0\n1 = 1\n", "line 2"),
        ("0 = 0\n = | |\n", "line 2"),
        ("Статья 1 | Article 1", "line 1"),
    ],
)
def test_broken_gold_is_told_with_its_line(text, message):
    with pytest.raises(FormatError, match=message):
        parse_gold(text, Path("gold.txt"))


def test_gold_without_beads_is_refused():
    with pytest.raises(InputError, match=r"gold.txt: no beads"):
        parse_gold("# nothing yet\n", Path("gold.txt"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Дружба.", "Дружбa.", r"line 4: .*«Мир. ¦ Дружбa\..*\(U\+0061\).*\(U\+0430\)"),
        ("4 = 3 | Москва | Moscow\n", "", "source clause 4 is in 0 beads"),
        ("3 = | Подписи |", "2 3 = | Дружба. ¦ Подписи |", "line 4: source clause 2 is in 2 beads"),
        ("4 = 3", "4 = 9", "line 7: there is no target clause 9"),
    ],
)
def test_check_says_where_gold_and_clauses_differ(old, new, message):
    with pytest.raises(FormatError, match=message):
        parse_gold(LADDER.replace(old, new)).check(RU, EN)


def test_evaluate_refuses_gold_that_shows_other_texts():
    with pytest.raises(FormatError, match="text differs"):
        evaluate(RIGHT, parse_gold(LADDER.replace("Москва", "Минск")))


def test_check_does_not_mind_bars_in_the_texts(tmp_path):
    source, target = document("ru", "а | б ¦ в", "г"), document("en", "a | b", "= 3 | c")
    write_gold(tmp_path / "g", Gold((((0,), (0,)), ((1,), (1,)))), source, target)
    read_gold(tmp_path / "g").check(source, target)
