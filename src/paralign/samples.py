"""The bundled declaration of Alma-Ata and its hand-checked pairs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from paralign.document import Bitext

if TYPE_CHECKING:
    from paralign.gold import Gold

_PAGE = "alma_ata_declaration.ru-en.txt"
_GOLD = "alma_ata_declaration.gold.txt"


def alma_ata() -> Bitext:
    """Return the Alma-Ata Declaration of 21 December 1991, Russian and English, from the page that holds both.

    >>> alma_ata().source.clauses[0].text
    'Независимые Государства'
    """
    from paralign.reading import read_bitext

    return read_bitext(_seeds() / _PAGE, languages=("ru", "en"))


def alma_ata_gold() -> Gold:
    """Return the declaration's pairs as they were checked by hand, clause by clause."""
    from paralign.gold import read_gold

    return read_gold(_seeds() / _GOLD)


def _seeds() -> Path:
    """The folder of seeds: inside an installed package, else at the top of the source tree."""
    here = Path(__file__).parent
    return next(folder for folder in (here / "seeds", here.parents[1] / "seeds") if folder.is_dir())
