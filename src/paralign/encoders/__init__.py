"""From clauses to vectors: the protocol, the encoder that works at once, and the adapter for any other.

What the aligner needs of a document is an ``Encoding``: the vectors of all runs of neighbouring clauses and, where the
encoder has them, the vectors of the words.
"""

from __future__ import annotations

from paralign.encoders.encoding import Encoder, Encoding, RunEncoder, Words
from paralign.encoders.loading import encoder_name, load_encoder

__all__ = ["Encoder", "Encoding", "RunEncoder", "Words", "encoder_name", "load_encoder"]
