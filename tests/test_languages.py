"""Languages beyond Russian and English: where their texts are cut, what their clauses are, how they are told."""

from itertools import accumulate
from pathlib import Path

import pytest

from paralign.segmentation import segment

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
