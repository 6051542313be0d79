"""The programs of benchmarks/: made documents have exact gold, and a missing folder is said."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

import paralign

FOLDER = Path(__file__).resolve().parents[1] / "benchmarks"
sys.path.insert(0, str(FOLDER))
from bench_data import Parallel  # noqa: E402 - the programs are scripts, not a package
from synthesis import STANDARD, make_document, varied_rates, with_moves, with_swapped_blocks  # noqa: E402


@pytest.fixture(scope="module")
def lines():
    """The declaration's pairs, five times over with a number each, so that no two lines are equal."""
    page = paralign.alma_ata()
    pairs = [(s[0], t[0]) for s, t in paralign.alma_ata_gold().beads if s and t]
    return [
        (f"{k}. {page.source.clauses[i].text}", f"{k}. {page.target.clauses[j].text}")
        for k in range(5)
        for i, j in pairs
    ]


def letters(texts):
    return "".join(filter(str.isalnum, "".join(texts)))


@pytest.mark.parametrize("seed", range(12))
def test_made_documents_are_covered_by_their_gold(lines, seed):
    rng = random.Random(seed)
    rates = STANDARD if seed % 2 else varied_rates(rng)
    text = make_document("made", lines, (lines, [("Раздел", "Part")]), rates, rng)
    assert [i for s, _ in text.gold for i in s] == list(range(len(text.source)))
    assert [j for _, t in text.gold for j in t] == list(range(len(text.target)))


def test_merging_and_splitting_change_no_letter(lines):
    text = make_document("made", lines, ([], []), STANDARD, random.Random(1))
    for side, texts in ((0, text.source), (1, text.target)):
        kept = letters(texts)
        whole = letters(line[side] for line in lines)
        assert len(kept) <= len(whole)
        assert all(letters([part]) in whole for part in texts)


@pytest.mark.parametrize("seed", range(5))
def test_moved_clauses_keep_their_partners(lines, seed):
    made = make_document("made", lines, ([], []), STANDARD, random.Random(seed))
    for changed, moved in (with_moves(made, random.Random(seed), 0.05), with_swapped_blocks(made, random.Random(seed))):
        assert moved <= set(changed.gold)
        for (s, t), (_, u) in zip(made.gold, changed.gold, strict=True):
            assert sorted(made.target[j] for j in t) == sorted(changed.target[j] for j in u)
            assert [changed.source[i] for i in s] == [made.source[i] for i in s]


def test_the_same_seed_makes_the_same_document(lines):
    one, other = (make_document("made", lines, (lines, []), STANDARD, random.Random(7)) for _ in range(2))
    assert isinstance(one, Parallel)
    assert one == other


@pytest.mark.parametrize("program", ["quality.py", "train.py", "calibrate.py"])
def test_a_missing_folder_is_said(program, tmp_path):
    pytest.importorskip("scipy", reason="train.py and calibrate.py need the dev extra")
    done = subprocess.run(
        [sys.executable, FOLDER / program, tmp_path], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 1
    assert "not the bench folder" in done.stderr
