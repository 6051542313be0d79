"""Why a bead: its evidence in words and numbers.

A feature that has no phrase here is shown under its own name, so a new one never breaks an explanation.
"""

from __future__ import annotations

from collections.abc import Sequence

from paralign.alignment import Bead, Evidence

#: What each feature measures, as a reader would say it. The sign of the contribution says for or against.
FEATURE_PHRASES: dict[str, str] = {
    "match": "that clauses have a counterpart at all",
    "one_to_one": "one clause against one, the most frequent case",
    "size": "clauses beyond one against one",
    "unequal": "difference in the number of clauses",
    "cosine": "closeness in meaning of the two sides",
    "cosine_sized": "closeness in meaning, times the number of clauses",
    "extension": "what a neighbouring clause would add to the closeness",
    "extension_sized": "what a neighbouring clause would add, times the number of clauses",
    "reduction": "what one clause less would add to the closeness",
    "weak_member": "distance between the closest and the least close clause",
    "length": "difference in length, times the number of clauses",
    "length_squared": "difference in length",
    "length_one_to_one": "difference in length of one clause against one",
    "numbers_shared": "numbers found on both sides",
    "numbers_alone": "numbers found on one side only",
    "names_shared": "names found on both sides",
    "names_alone": "names found on one side only",
    "short": "how short the clauses are",
    "short_cosine": "closeness in meaning of short clauses",
    "end_same": "the same punctuation at the end",
    "end_differs": "a full stop at the end of one side only",
    "inner_stop": "full stops inside the bead",
    "inner_lower": "clauses inside the bead that begin in lower case",
    "begin_case": "lower case at the beginning of one side only",
    "place_same": "the same printed number in both documents",
    "place_differs": "different printed numbers in the two documents",
    "path_same": "the same place in both documents, sentences counted",
    "group_differs": "clauses of different kinds on the two sides",
    "group_mixed": "clauses of different kinds on one side",
    "coverage_least": "share of words with a counterpart, on the side that has fewer",
    "coverage_sized": "share of words with a counterpart, times the number of clauses",
    "coverage_weakest": "share of words with a counterpart, in the clause that has fewest",
    "outside": "words that find a better counterpart just outside the bead",
    "null": "that a clause has no counterpart",
    "null_cosine": "closeness of the best match nearby",
    "null_coverage": "share of words that find a counterpart nearby",
    "null_length": "length of the clause",
    "null_short": "a very short clause",
    "null_lower": "a clause that begins in lower case",
    "null_numbers": "numbers in the clause",
    "null_matter": "no punctuation at the end",
    "null_closing": "a clause of the closing part",
    "null_heading": "a heading",
    "null_editorial": "editorial matter",
    "null_run": "the beginning of a run without counterpart",
    "null_run_edge": "a run without counterpart at the edge of the text",
    "null_run_both": "runs without counterpart on both sides at the same place",
}


def explain(bead: Bead, strongest: int = 5) -> str:
    """The strongest features for and against a bead, at most ``strongest`` of each, a line a feature."""
    head = f"{bead.type} with confidence {bead.confidence:.2f}."
    if not bead.evidence:
        return f"{head} No evidence was kept for this bead, for instance because it was read from a file."
    supporting = sorted((e for e in bead.evidence if e.contribution > 0), key=lambda e: -e.contribution)
    opposing = sorted((e for e in bead.evidence if e.contribution < 0), key=lambda e: e.contribution)
    return "\n".join([head, *_part("For it", supporting[:strongest]), *_part("Against it", opposing[:strongest])])


def _part(title: str, evidence: Sequence[Evidence]) -> list[str]:
    if not evidence:
        return [f"{title}: nothing."]
    return [f"{title}:", *(f"  {e.contribution:+.2f}  {_words(e)}" for e in evidence)]


def _words(evidence: Evidence) -> str:
    phrase = FEATURE_PHRASES.get(evidence.feature, evidence.feature.replace("_", " "))
    return f"{phrase} ({evidence.value:.3g})"
