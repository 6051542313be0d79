"""The whole line: two documents in, their alignment out. The only module that knows all stages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from paralign import __version__
from paralign.aligning.arrangement import notes_last
from paralign.aligning.measures import pair_up
from paralign.aligning.pins import Pin, checked_pins
from paralign.aligning.sides import Side, measure
from paralign.aligning.weights import load_weights, weights_version
from paralign.aligning.work import Work
from paralign.alignment import Alignment
from paralign.checking import DEFAULT, checked_names
from paralign.document import Bitext, Document
from paralign.encoders import Encoder, Encoding, RunEncoder, encoder_name, load_encoder
from paralign.encoders.threads import one_blas_thread
from paralign.encoders.whole_texts import encode_runs_as_texts
from paralign.errors import InputError, LanguageError, OptionError

#: What ``align`` takes for one side.
Text = Document | Path | str | Sequence[str]
#: Five on a side, seven in all, are the most that the hand-aligned text has; more only costs time.
MAX_MERGE = 5


@dataclass(frozen=True)
class Aligner:
    """Aligns many documents with the same settings; the encoder is loaded once.

    Args:
        encoder: The embedded encoder if None; else a ``SentenceTransformer``, its name, or any object whose
            ``encode(texts)`` returns an array of shape (texts, dimension).
        max_merge: The most clauses of one side in a bead, 1 to 8; both sides together have at most two more.
        weights: A weights file made by ``benchmarks/train.py``; the shipped one if None.
        checks: Names of the checks that put flags on the beads; all by default, ``()`` for none.

    Raises:
        OptionError: ``max_merge`` is out of its range, or there is no check of a name.
    """

    encoder: Encoder | RunEncoder | str | None = None
    max_merge: int = MAX_MERGE
    weights: Path | str | None = None
    checks: tuple[str, ...] = DEFAULT

    def __post_init__(self) -> None:
        checked_names(self.checks)
        if not 1 <= self.max_merge <= 8:
            raise OptionError(f"max_merge is {self.max_merge}; it must lie between 1 and 8")

    def align(self, source: Text | Bitext, target: Text | None = None, *, pins: Iterable[Pin] = ()) -> Alignment:
        """Return the alignment of two documents, or of the two languages of one page.

        Args:
            source: A Document, a path or str that names a file, a str with line breaks (taken as text), a list of
                str (taken as clauses, as they are), or a Bitext.
            target: The same for the other language; None where the source holds both.
            pins: Beads that are decided, as Beads or as pairs (source indices, target indices); an empty side means
                no counterpart. They are held exactly, and the rest is aligned around them.

        Raises:
            InputError: A file is missing, empty, or not of its format.
            LanguageError: One page was given, and it does not hold two languages.
            EncoderError: The encoder cannot be loaded, or returned what cannot be used.
            OptionError: Pins contradict each other or name clauses that do not exist.
        """
        encoder = load_encoder(self.encoder)  # loads in the background while the documents are read
        documents = _documents(source, target)
        checked = checked_pins(pins, *documents)
        swapped = _order(documents[0]) > _order(documents[1])
        ordered = documents[::-1] if swapped else documents
        with one_blas_thread():
            pair = pair_up(*(self._measured(document, encoder) for document in ordered))
        weights = load_weights(self._weights_path, pair.has_words)
        work = Work(pair, weights, self.max_merge, self._signature(encoder), swapped, checked_names(self.checks))
        return work.aligned(documents, checked)

    @property
    def _weights_path(self) -> Path | None:
        return Path(self.weights) if self.weights is not None else None

    def _measured(self, document: Document, encoder: Encoder | RunEncoder) -> Side:
        document = notes_last(document)
        texts = [clause.text for clause in document.clauses]
        return measure(document, _encoded(encoder, texts, self.max_merge + 1))

    def _signature(self, encoder: Encoder | RunEncoder) -> str:
        return (
            f"paralign:{__version__}|encoder:{encoder_name(encoder)}"
            f"|weights:{weights_version(self._weights_path)}|max_merge:{self.max_merge}"
        )


def align(  # noqa: PLR0913 - the front door: all but the two texts are choices that most users leave alone
    source: Text | Bitext,
    target: Text | None = None,
    *,
    encoder: Encoder | RunEncoder | str | None = None,
    max_merge: int = MAX_MERGE,
    pins: Iterable[Pin] = (),
    checks: tuple[str, ...] = DEFAULT,
) -> Alignment:
    """Return the alignment of two documents; see ``Aligner`` for the arguments and the errors.

    >>> alignment = align(["Статья 1", "Стороны уважают границы друг друга."],
    ...                   ["Article 1", "The Parties shall respect each other's borders."])
    >>> for pair in alignment.pairs:
    ...     print(pair.type, pair.source_text, "|", pair.target_text)
    1-1 Статья 1 | Article 1
    1-1 Стороны уважают границы друг друга. | The Parties shall respect each other's borders.
    """
    return Aligner(encoder, max_merge, checks=checks).align(source, target, pins=pins)


def _encoded(encoder: Encoder | RunEncoder, texts: list[str], longest: int) -> Encoding:
    if isinstance(encoder, RunEncoder):
        return encoder.encode_runs(texts, longest)
    return encode_runs_as_texts(encoder, encoder_name(encoder), texts, longest)


def _documents(source: Text | Bitext, target: Text | None) -> tuple[Document, Document]:
    if isinstance(source, Bitext):
        if target is not None:
            raise OptionError("A Bitext holds both languages; give it alone, or give two documents")
        return source.source, source.target
    if target is not None:
        documents = _document(source), _document(target)
        if isinstance(source, (Document, Path, str)) and isinstance(target, (Document, Path, str)):
            _check_languages(*documents)
        return documents
    bitext = _bitext(source)
    return bitext.source, bitext.target


def _check_languages(source: Document, target: Document) -> None:
    """Refuse two texts in one language; what is aligned by meaning must be a text and its translation."""
    same = source.text == target.text != ""
    if source.language == target.language and (same or source.language != "und"):
        raise LanguageError(
            target.path,
            "Both texts are the same" if same else f"Both texts are in the same language ({target.language})",
            "Give one file for each language; to align versions of one text, give two lists of clauses",
        )


def _bitext(source: Text) -> Bitext:
    from paralign.reading import bitext_of, read_bitext

    if isinstance(source, (str, Path)):
        return bitext_of(str(source)) if _is_text(source) else read_bitext(source)
    raise OptionError("One document was given; give a second one, or a page that holds both languages")


def _document(text: Text | Bitext) -> Document:
    from paralign.reading import read
    from paralign.segmentation import document_of, segment

    if isinstance(text, Document):
        return text
    if isinstance(text, Bitext):
        raise OptionError("A Bitext holds both languages; give it alone, or give its .source or .target")
    if isinstance(text, (str, Path)):
        return segment(str(text)) if _is_text(text) else read(text)
    return document_of(_checked_clauses(text))


def _is_text(text: Path | str) -> bool:
    """Whether a str is a text and not a file's name; raises InputError where it is neither."""
    if isinstance(text, Path):
        return False
    if "\n" in text:
        return True
    try:
        names_a_file = Path(text).exists()
    except (OSError, ValueError):  # too long for a name, or with characters that no name has
        names_a_file = False
    if not names_a_file:
        advice = "Give a file, a text with line breaks, or a list of clauses"
        raise InputError(text[:80], "there is no such file", advice)
    return False


def _checked_clauses(clauses: Iterable[str]) -> list[str]:
    if not isinstance(clauses, Iterable):
        raise OptionError(
            f"{clauses!r} is not a text. Give a Document, a file, a text with line breaks, or a list of str"
        )
    texts = list(clauses)
    wrong = next((k for k, text in enumerate(texts) if not isinstance(text, str)), None)
    if wrong is not None:
        raise OptionError(f"A list of clauses must hold str; item {wrong} is {type(texts[wrong]).__name__}")
    return texts


def _order(document: Document) -> tuple[int, int, tuple[str, ...]]:
    """The side with fewer clauses comes first inside, so that swapped texts give the mirrored alignment exactly."""
    texts = tuple(clause.text for clause in document.clauses)
    return len(texts), sum(map(len, texts)), texts
