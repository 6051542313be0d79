"""Office files are zip archives: their members are read in memory and never written to a disk."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from lxml import etree

from paralign.errors import FormatError, InputError
from paralign.reading.xml import xml_tree

#: The most that one member may unpack to. The text of the longest treaties takes a twentieth of it.
LARGEST_MEMBER = 200 * 2**20


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip archive in memory.

    Attributes:
        path: The file, for messages.
        archive: Its directory.
    """

    path: Path
    archive: zipfile.ZipFile

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML member, or None where there is no such member."""
        if name not in self.archive.namelist():
            return None
        return xml_tree(self._bytes(name), self.path)

    def _bytes(self, name: str) -> bytes:
        size = self.archive.getinfo(name).file_size  # zipfile reads no more than this
        if size > LARGEST_MEMBER:
            problem = f"Its part {name} would unpack to {size // 2**20} MB"
            raise InputError(self.path, problem, "Check where the file comes from; treaties are much smaller")
        try:
            return self.archive.read(name)
        except RuntimeError as error:  # zipfile's word for an encrypted member
            advice = "Open it with the password and save it without one"
            raise InputError(self.path, "The file is protected by a password", advice) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise _damaged(self.path) from error


def open_archive(data: bytes, path: Path) -> Archive:
    """The archive in a file's bytes; FormatError where it is damaged or cut off."""
    try:
        return Archive(path, zipfile.ZipFile(BytesIO(data)))
    except zipfile.BadZipFile as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> FormatError:
    return FormatError(path, "The file is damaged or was cut off", "Get the whole file again")
