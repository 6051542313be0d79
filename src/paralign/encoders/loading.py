"""From what a user names to an encoder that is ready."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from paralign.encoders.encoding import Encoder, RunEncoder
from paralign.errors import EncoderError, MissingExtraError

if TYPE_CHECKING:
    from paralign.encoders.embedded import EmbeddedEncoder

#: Names under which the embedded encoder answers.
EMBEDDED_NAMES = ("embedded", "use-multilingual-v3")


def load_encoder(encoder: Encoder | RunEncoder | str | None = None) -> Encoder | RunEncoder:
    """Return an encoder that is ready: the embedded one for None, a ``SentenceTransformer`` for another name.

    Raises:
        EncoderError: The name is not known, or the object has no ``encode`` method.
        MissingExtraError: The name asks for sentence-transformers, which is not installed.
    """
    if encoder is None or (isinstance(encoder, str) and encoder.lower() in EMBEDDED_NAMES):
        embedded = _embedded()
        embedded.warm_up()
        return embedded
    if isinstance(encoder, str):
        return _sentence_transformer(encoder)
    if isinstance(encoder, (Encoder, RunEncoder)):
        return encoder
    raise EncoderError(
        f"{encoder!r} is not an encoder: it has no encode method. Pass a SentenceTransformer, its name, "
        "or any object whose encode(texts) returns an array of shape (texts, dimension)"
    )


def encoder_name(encoder: Encoder | RunEncoder) -> str:
    """Return what identifies an encoder in a signature: its own ``name``, else its model card's, else its class."""
    card = getattr(encoder, "model_card_data", None)
    names = (getattr(encoder, "name", None), getattr(card, "model_name", None), getattr(card, "base_model", None))
    return next((name for name in names if isinstance(name, str) and name), type(encoder).__name__)


@lru_cache(maxsize=1)
def _embedded() -> EmbeddedEncoder:
    from paralign.encoders.embedded import EmbeddedEncoder

    return EmbeddedEncoder()


@lru_cache(maxsize=4)
def _sentence_transformer(name: str) -> Encoder:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise MissingExtraError("sentence-transformers", "sentence-transformers", f"The encoder {name!r}") from error
    try:
        model: Encoder = SentenceTransformer(name)
    except Exception as error:
        raise EncoderError(
            f"The encoder {name!r} could not be loaded ({type(error).__name__}: {_first_line(error)}). "
            "Give the name of a model on the Hugging Face hub, the folder of a downloaded one, or 'embedded'"
        ) from error
    return model


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0]
