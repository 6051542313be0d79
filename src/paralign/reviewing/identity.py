"""Which documents a review belongs to, as hashes that its page and its file of decisions carry."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from paralign.document import Document


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells a document from others.

    Attributes:
        language: Its language.
        clauses: How many clauses it has.
        text_sha256: Hash of its text.
        clauses_sha256: Hash of where its clauses begin and end and of their texts.
    """

    language: str
    clauses: int
    text_sha256: str
    clauses_sha256: str


def identity_of(document: Document) -> Identity:
    """The identity of a document: the same wherever the same file is cut in the same way.

    >>> from paralign.document import Clause
    >>> identity_of(Document("Мир", "ru", (Clause("Мир", 0, 3, 0),))).text_sha256[:12]
    '6b94b79a43c7'
    """
    clauses = "".join(f"{clause.start} {clause.end} {clause.text}\n" for clause in document.clauses)
    return Identity(document.language, len(document), _hash(document.text), _hash(clauses))


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
