"""The disk: files written whole or not at all, and text files read with kind errors."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from paralign.errors import InputError


def write_whole(path: Path | str, data: bytes) -> None:
    """Put ``data`` in the file, or leave what was there: never a part.

    The data goes to a new file in the same folder, is flushed to the disk and takes the name in one step.
    """
    write_all({path: data})


def write_all(files: Mapping[Path | str, bytes] | Mapping[Path, bytes]) -> None:
    """The same for several files that belong together: all of them, or none."""
    for path in files:
        check_writable(path)
    # A symbolic link stays, the file behind it is replaced.
    drafts = {Path(path).resolve(): _draft_name(Path(path).resolve()) for path in files}
    try:
        for (final, draft), data in zip(drafts.items(), files.values(), strict=True):
            _write_flushed(draft, data)
            if final.exists():
                shutil.copymode(final, draft)
        _take_names(drafts)
    except OSError as error:
        path = next(iter(files))
        raise InputError(path, f"cannot be written ({_reason(error)})", _WRITE_ADVICE) from error
    finally:
        for draft in drafts.values():
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    for folder in {final.parent for final in drafts}:
        _flush_folder(folder)


def check_writable(path: Path | str) -> None:
    """Raise InputError where a file of this name could not be written, before any work is spent on it."""
    final = Path(path)
    if final.is_dir():
        raise InputError(path, "is a folder", "Give the name of a file")
    if final.exists() and not final.is_file():
        raise InputError(path, "is not a regular file", "Give the name of a file")
    if not final.resolve().parent.is_dir():
        raise InputError(path, "cannot be written, its folder does not exist", "Create the folder first")


def read_utf8(path: Path | str) -> str:
    """The text of a UTF-8 file, without its byte-order mark."""
    if Path(path).is_dir():
        raise InputError(path, "is a folder", "Give the name of a file")
    try:
        return utf8(Path(path).read_bytes(), path)
    except FileNotFoundError as error:
        raise InputError(path, "there is no such file", "Check the name") from error
    except OSError as error:
        raise InputError(path, f"cannot be read ({_reason(error)})", "Check its permissions") from error


def utf8(data: bytes, path: Path | str) -> str:
    """The text of a UTF-8 file's bytes, without its byte-order mark."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(path, f"is not UTF-8 at byte {error.start}", "Save it as UTF-8 text") from error


_WRITE_ADVICE = "Check the folder's permissions and the space left on the disk"


def _draft_name(final: Path) -> Path:
    return final.with_name(f".paralign-{secrets.token_hex(8)}.part")


def _take_names(drafts: Mapping[Path, Path]) -> None:
    """Rename each draft; where one cannot be, those before it are what they were."""
    before: dict[Path, bytes | None] = {}
    try:
        for final, draft in drafts.items():
            old = final.read_bytes() if len(drafts) > 1 and final.exists() else None
            draft.replace(final)
            before[final] = old
    except OSError:
        for final, data in before.items():
            final.unlink() if data is None else final.write_bytes(data)
        raise


def _write_flushed(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows cannot open folders; the name is then as safe as the system makes it
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
