"""What can go wrong, said once for the user.

Every error says what was wrong, where, and what to do, and keeps the facts as attributes::

    ParalignError
    ├── InputError          a file or a text that cannot be used
    ├── LanguageError       the languages are not what the call needs
    ├── FormatError         a file's content does not fit its format (also on loading a saved alignment)
    ├── EncoderError        an encoder that cannot be found, loaded or trusted
    ├── OptionError         an argument out of its range
    ├── CoverError          beads that do not cover every clause once (paralign.cover)
    └── MissingExtraError   an optional package that is not installed
"""

from __future__ import annotations

from pathlib import Path


class ParalignError(Exception):
    """Base of all errors that paralign raises on purpose."""


class InputError(ParalignError):
    """A file or a text that cannot be used as it is.

    Attributes:
        path: The file, or None where the text did not come from one.
        problem: What is wrong with it.
        advice: What to do.
    """

    def __init__(self, path: Path | str | None, problem: str, advice: str) -> None:
        self.path, self.problem, self.advice = path, problem, advice
        where = f"{path}: " if path is not None else ""
        super().__init__(f"{where}{problem.rstrip('.')}. {advice.rstrip('.')}.")

    def __reduce__(self) -> tuple[type, tuple[Path | str | None, str, str]]:
        return type(self), (self.path, self.problem, self.advice)


class LanguageError(InputError):
    """The languages found are not the ones that the call needs."""


class FormatError(InputError):
    """A file whose content does not fit its format."""


class EncoderError(ParalignError):
    """An encoder that cannot be found, loaded or trusted."""


class OptionError(ParalignError):
    """An argument outside the values it can take."""


class MissingExtraError(ParalignError):
    """An optional package that is needed here and is not installed.

    Attributes:
        package: The package to import.
        extra: The extra of paralign that brings it.
        purpose: What it is needed for.
    """

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        self.package, self.extra, self.purpose = package, extra, purpose
        super().__init__(f'{purpose} needs the package {package}. Install it: pip install "paralign[{extra}]"')

    def __reduce__(self) -> tuple[type, tuple[str, str, str]]:
        return type(self), (self.package, self.extra, self.purpose)
