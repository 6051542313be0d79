"""Bytes to text. UTF-8 for now; what is not text is refused with a reason."""

from __future__ import annotations

from pathlib import Path

from paralign.errors import InputError
from paralign.segmentation import normalised


def read_text(path: Path | str) -> str:
    r"""The text of a file, its line ends written ``\n``.

    Raises:
        InputError: There is no such file, or it is not a text in UTF-8, or there is nothing in it.
    """
    path = Path(path)
    data = _bytes(path)
    if b"\0" in data:
        raise InputError(path, "This is a binary file, not text", "Give a text file in UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            path,
            f"This is not text in UTF-8 (the byte at offset {error.start} does not fit)",
            "Save it as UTF-8 text and try again.",
        ) from error
    if not any(character.isalnum() for character in text):
        raise InputError(path, "The file is empty: it has no letter and no digit", "Give a file with text in it.")
    return normalised(text)


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError(path, "This is a folder, not a file", "Name one file in it.")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(path, "There is no such file", "Check the name and the folder.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(path, f"The file cannot be read ({reason})", "Check its name and permissions.") from error
