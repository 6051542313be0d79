import base64
import struct
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

import paralign
from paralign.alignment import Alignment, Bead
from paralign.document import Clause, Document
from paralign.errors import MissingExtraError
from paralign.plotting import similarities

matplotlib = pytest.importorskip("matplotlib")


@pytest.fixture(scope="module")
def declaration():
    return paralign.align(paralign.alma_ata())


def long_alignment(count):
    """Clauses in articles of ten; every tenth has no counterpart, two articles' first clauses changed places."""

    def clauses(number):
        return tuple(Clause(f"{i}", i, i, i, path=f"art_{i // 10 + 1}__p_{i % 10 + 1}") for i in range(number))

    source, target = Document("", "ru", clauses(count)), Document("", "en", clauses(count))
    beads = [Bead((s,), (t,), 0.99) for s, t in zip(source, target, strict=True)]
    beads[10] = replace(beads[10], target=(target.clauses[20],), crossing=True)
    beads[20] = replace(beads[20], target=(target.clauses[10],), confidence=0.4)
    beads[33] = Bead(source.clauses[33:34], (), 0.9)
    beads.insert(34, Bead((), target.clauses[33:34], 0.9))
    return Alignment(source, target, tuple(beads))


def legend(axes):
    return [text.get_text() for text in axes.get_legend().get_texts()]


def test_the_path_lies_on_the_dark_squares(declaration):
    picture = similarities(declaration)
    assert picture.shape == (len(declaration.source), len(declaration.target))
    for pair in declaration.pairs:
        i, j = pair.source[0].index, pair.target[0].index
        assert picture[i, j] == pytest.approx(pair.similarity, abs=1e-5)
    assert np.median([picture[p.source[0].index, p.target[0].index] for p in declaration.pairs]) > 2 * picture.mean()


def test_a_swapped_alignment_has_the_mirrored_picture(declaration):
    assert np.allclose(similarities(declaration.swapped()), similarities(declaration).T, atol=1e-6)


def test_notes_stay_where_they_stand():
    source = ["Статья 1", "Стороны дружат.", "Статья 2", "Стороны торгуют."]
    target = ["Article 1", "The Parties are friends.", "Article 2", "The Parties trade."]
    kinds = "other", "note", "other", "other"
    documents = (
        Document("", language, tuple(Clause(t, 0, 0, i, kind=kinds[i]) for i, t in enumerate(texts)))
        for language, texts in (("ru", source), ("en", target))
    )
    picture = similarities(paralign.align(*documents))
    assert [int(row.argmax()) for row in picture] == [0, 1, 2, 3]


def test_everything_is_named_with_its_count():
    axes = long_alignment(60).plot()
    assert legend(axes) == ["pair (57)", "doubtful pair (1)", "moved (1)", "no counterpart (2)"]
    assert axes.get_xlabel() == "target (en)" and axes.get_ylabel() == "source (ru)"
    assert [tick.get_text() for tick in axes.get_yticklabels()] == [f"Article {n}" for n in range(1, 7)]


def test_two_thousand_clauses_are_drawn_without_crowding():
    axes = long_alignment(2000).plot()
    assert 10 <= len(axes.get_yticklabels()) <= 24 and 10 <= len(axes.get_xticklabels()) <= 24
    assert max(similarities(long_alignment(2000)).shape) <= 800
    axes.figure.canvas.print_figure("/dev/null", format="png")


def test_a_loaded_alignment_is_drawn_over_its_link_probabilities(declaration, tmp_path):
    declaration.save(tmp_path / "declaration.jsonl")
    loaded = paralign.load(tmp_path / "declaration.jsonl")
    picture = similarities(loaded)
    pair = loaded.pairs[3]
    i, j = pair.source[0].index, pair.target[0].index
    assert picture[i, j] == pytest.approx(loaded.link_probability(i, j))
    assert legend(loaded.plot()) == legend(declaration.plot())


def test_it_draws_on_given_axes():
    from matplotlib.figure import Figure

    axes = Figure().add_subplot()
    assert long_alignment(60).plot(ax=axes) is axes


def test_an_empty_alignment_can_be_drawn():
    empty = Alignment(Document("", "ru", ()), Document("", "en", ()), ())
    empty.plot().figure.canvas.draw()


def test_a_notebook_shows_the_picture(declaration):
    data, metadata = declaration.plot()._repr_mimebundle_()
    png = base64.b64decode(data["image/png"])
    assert png[:8] == b"\x89PNG\r\n\x1a\n" and min(struct.unpack(">II", png[16:24])) > 500
    assert metadata["image/png"]["alt"].startswith("ru–en: 15 pairs")


def test_scores_are_drawn_with_their_counts(declaration):
    scores = paralign.evaluate(declaration, paralign.alma_ata_gold())
    axes = scores.plot()
    counts = [row.count for row in scores.reliability if row.count]
    assert [int(text.get_text()) for text in axes.texts] == counts and sum(counts) == scores.beads
    assert f"{scores.beads} beads" in axes.get_title()


def test_no_display_and_no_pyplot_is_needed():
    code = (
        "import sys, paralign; paralign.align(['Статья 1'], ['Article 1']).plot().figure.canvas.draw();"
        "print('matplotlib.pyplot' in sys.modules)"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"


def test_what_is_missing_is_named(declaration, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(MissingExtraError, match=r"paralign\[plot\]"):
        declaration.plot()
