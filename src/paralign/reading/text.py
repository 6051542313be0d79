"""A file's bytes, and the text they are; what is not text is refused with a reason."""

from __future__ import annotations

from pathlib import Path

from paralign.errors import InputError
from paralign.reading.encodings import Decoded, decode, has_text
from paralign.segmentation import normalised


def read_text(path: Path | str, encoding: str | None = None) -> str:
    r"""The text of a file, its line ends written ``\n``; the encoding is found where it is not given.

    Raises:
        InputError: There is no such file, or it is not text, or there is nothing in it.
    """
    return read_decoded(Path(path), encoding).text


def read_decoded(path: Path, encoding: str | None = None) -> Decoded:
    """The same with the encoding that the file is in."""
    decoded = decode(bytes_of(path), path, encoding)
    if not has_text(decoded.text):
        raise InputError(path, "The file is empty: it has no letter and no digit", "Give a file with text in it.")
    return Decoded(normalised(decoded.text), decoded.encoding)


def bytes_of(path: Path) -> bytes:
    """What the file holds.

    Raises:
        InputError: It is missing, a folder, or cannot be read.
    """
    if path.is_dir():
        raise InputError(path, "This is a folder, not a file", "Name one file in it.")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(path, "There is no such file", "Check the name and the folder.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(path, f"The file cannot be read ({reason})", "Check its name and permissions.") from error
