"""Decisions from the review page, read back: what they give, and what is refused. The page: what stands in it."""

import json
import re
from dataclasses import replace

import pytest

import paralign
from paralign import cli
from paralign.alignment import Alignment, Bead, Flag
from paralign.document import Clause, Document
from paralign.errors import FormatError, InputError
from paralign.reviewing.identity import identity_of


@pytest.fixture(scope="module")
def declaration():
    return paralign.align(paralign.alma_ata())


def identity(document):
    names = ("language", "clauses", "text_sha256", "clauses_sha256")
    return {name: getattr(identity_of(document), name) for name in names}


def decision(source, target, status="accepted", note=""):
    return {"source": source, "target": target, "status": status, "note": note}


def review_of(alignment, *decisions):
    return {
        "format": "paralign review",
        "version": 1,
        "signature": alignment.signature,
        "source": identity(alignment.source),
        "target": identity(alignment.target),
        "decisions": list(decisions),
    }


def written(folder, record):
    path = folder / "decisions.json"
    path.write_text(record if isinstance(record, str) else json.dumps(record), encoding="utf-8")
    return path


def beads_of(alignment):
    return {(tuple(c.index for c in b.source), tuple(c.index for c in b.target)) for b in alignment}


def test_decided_beads_are_pins_and_notes_stand_apart(declaration, tmp_path):
    decisions = [
        decision([7, 8], [22, 23, 24], "changed", "прочесть ещё раз"),
        decision([2], [], "no counterpart"),
        decision([9], [25], "undecided", "?"),
    ]
    review = paralign.load_review(written(tmp_path, review_of(declaration, *decisions)))
    review.check(declaration)
    assert review.pins == (((7, 8), (22, 23, 24)), ((2,), ()))
    assert review.notes == {((7, 8), (22, 23, 24)): "прочесть ещё раз", ((9,), (25,)): "?"}
    assert review.signature == declaration.signature
    assert set(review.pins) <= beads_of(declaration.realign(review.pins).beads)


def test_all_decided_is_gold(declaration, tmp_path):
    beads = [[[c.index for c in side] for side in (b.source, b.target)] for b in declaration.beads]
    review = paralign.load_review(written(tmp_path, review_of(declaration, *(decision(*bead) for bead in beads))))
    assert review.is_complete
    review.gold.check(declaration.source, declaration.target)
    assert paralign.evaluate(declaration, review.gold).strict.f1 == 1


def test_some_decided_is_no_gold(declaration, tmp_path):
    review = paralign.load_review(written(tmp_path, review_of(declaration, decision([0], [15]))))
    assert not review.is_complete
    with pytest.raises(FormatError, match="29 source clauses and 32 target clauses are not decided"):
        _ = review.gold


def test_decisions_of_other_texts_and_other_clauses_are_told_apart(declaration, tmp_path):
    review = paralign.load_review(written(tmp_path, review_of(declaration)))
    with pytest.raises(FormatError, match="another source text"):
        review.check(paralign.align(["Статья 1"], ["Article 1"]))
    first, second, *rest = declaration.source.clauses
    joined = replace(first, text=f"{first.text} {second.text}", end=second.end)
    clauses = tuple(replace(clause, index=at) for at, clause in enumerate((joined, *rest)))
    source = replace(declaration.source, clauses=clauses)
    beads = [Bead((clause,), (), 1.0) for clause in source] + [
        Bead((), (clause,), 1.0) for clause in declaration.target
    ]
    with pytest.raises(FormatError, match="cut into 30 clauses, it is now 29"):
        review.check(Alignment(source, declaration.target, tuple(beads)))


@pytest.mark.parametrize(
    ("decisions", "says"),
    [
        ([decision([0], [15]), decision([30], [16])], "decision 2 names the source clause 30; there are 30"),
        ([decision([0], [15]), decision([0], [16])], "decisions 1 and 2 both name the source clause 0"),
        ([decision([3, 3], [15])], "decisions 1 and 1 both name the source clause 3"),
        ([decision([0], [-1])], "decision 1: target is not a list of clause numbers"),
        ([decision([True], [1])], "decision 1: source is not a list"),
        ([decision([0.0], [1])], "decision 1: source is not a list"),
        ([decision("01", [1])], "decision 1: source is not a list"),
        ([decision([], [])], "decision 1 has clauses on neither side"),
        ([decision([0], [15], "no counterpart")], "decision 1 has clauses on both sides"),
        ([decision([0], [15], "perhaps")], "decision 1 has the status 'perhaps'"),
        ([decision([0], [15], ["accepted"])], "decision 1 has the status"),
        ([decision([0], [15], note=7)], "decision 1 has no note"),
        ([{"source": [0]}], "decision 1 is not an object with note, source, status, target"),
        (["__import__('os')"], "decision 1 is not an object"),
    ],
)
def test_an_entry_that_does_not_fit_is_named(declaration, tmp_path, decisions, says):
    with pytest.raises(FormatError, match=re.escape(says)):
        paralign.load_review(written(tmp_path, review_of(declaration, *decisions)))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"format": "paralign alignment"}, "not a file of decisions"),
        ({"version": 2}, "it has version 2, this paralign reads 1"),
        ({"source": None}, "which source document"),
        ({"target": {"clauses": "9"}}, "which target document"),
        ({"target": {"clauses": 9, "language": "en"}}, "the target document has no text_sha256"),
        ({"decisions": {}}, "no list of decisions"),
        ({"signature": None}, "the head has no signature"),
    ],
)
def test_a_head_that_does_not_fit_is_said(declaration, tmp_path, change, says):
    with pytest.raises(FormatError, match=re.escape(says)):
        paralign.load_review(written(tmp_path, review_of(declaration) | change))


@pytest.mark.parametrize("text", ["", "no", "[1]", "7", "[" * 100_000, '{"format": "paralign review"}'])
def test_what_is_no_review_is_refused(tmp_path, text):
    with pytest.raises(FormatError):
        paralign.load_review(written(tmp_path, text))


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        paralign.load_review(tmp_path / "decisions.json")


def page_data(path):
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', path.read_text("utf-8"), re.DOTALL)
    return json.loads(found[1])


def test_the_page_holds_every_clause_and_bead(declaration, tmp_path):
    declaration.save(tmp_path / "review.html")
    data = page_data(tmp_path / "review.html")
    for side in ("source", "target"):
        document = getattr(declaration, side)
        assert [clause["text"] for clause in data[side]["clauses"]] == [clause.text for clause in document]
        hashes = {name: value for name, value in identity(document).items() if name.endswith("sha256")}
        assert hashes.items() <= data[side].items()
    assert {(tuple(b["source"]), tuple(b["target"])) for b in data["beads"]} == beads_of(declaration.beads)


def test_the_page_is_the_same_every_time(declaration, tmp_path):
    for name in ("one.html", "two.htm"):
        declaration.save(tmp_path / name)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.htm").read_bytes()


def test_a_span_over_two_clauses_is_marked_in_both_in_units_of_javascript(tmp_path):
    source = Document("𝔸 1991. В 1992", "ru", (Clause("𝔸 1991.", 0, 7, 0), Clause("В 1992", 8, 14, 1)))
    target = Document("1991", "en", (Clause("1991", 0, 4, 0),))
    flag = Flag("numbers", "1992", "high", ((2, 14),), ((0, 4),))
    Alignment(source, target, (Bead(source.clauses, target.clauses, 0.5, flags=(flag,)),)).save(tmp_path / "r.html")
    (shown,) = page_data(tmp_path / "r.html")["beads"][0]["flags"]
    assert shown["source"] == [[0, 3, 8], [1, 0, 6]]
    assert shown["target"] == [[0, 0, 4]]


def test_the_command_makes_the_page(tmp_path, monkeypatch, capsys):
    page = paralign.alma_ata().path
    monkeypatch.chdir(tmp_path)
    assert cli.main(["review", str(page)]) == 0
    assert capsys.readouterr().out.startswith("review.html: ")
    assert page_data(tmp_path / "review.html")["name"] == page.stem
    assert cli.main(["review", str(page), "-o", "pairs.tsv"]) == 2
    assert "ends in .html" in capsys.readouterr().err
