"""The public names, what importing costs, and which room may import which."""

import ast
import subprocess
import sys
from pathlib import Path

import paralign

SOURCE = Path(paralign.__file__).parent
PUBLIC = [
    "Aligner", "Alignment", "Bead", "Bitext", "Clause", "Document", "Encoder", "Gold", "ParalignError", "Scores",
    "align", "alma_ata", "alma_ata_gold", "check", "evaluate", "load", "load_review", "read", "read_bitext",
    "read_gold", "segment",
]  # fmt: skip


def test_the_public_names_are_these():
    assert paralign.__all__ == PUBLIC
    assert all(getattr(paralign, name) is not None for name in PUBLIC)


def test_importing_loads_nothing_heavy():
    heavy = ("torch", "pandas", "numba", "numpy", "lxml", "pypdfium2")
    code = f"import sys, paralign; print([m for m in {heavy} if m in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def imported_rooms(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    nodes = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module]
    return {node.module.split(".")[1] for node in nodes if node.module.startswith("paralign.")}


#: A room may import at its top only rooms that stand before it here.
ORDER = [
    "errors", "document", "_files", "cover", "alignment", "explaining", "checking", "segmentation", "reading",
    "encoders", "aligning", "gold", "reliability", "evaluation", "display", "searching", "plotting", "records",
    "reviewing", "exporting", "aligner", "samples", "cli",
]  # fmt: skip


def test_rooms_import_only_rooms_above_them():
    for file in SOURCE.rglob("*.py"):
        room = file.relative_to(SOURCE).parts[0].removesuffix(".py")
        if room in ("__init__", "__main__", "seeds"):
            continue
        later = {other for other in imported_rooms(file) - {room} if ORDER.index(other) > ORDER.index(room)}
        assert not later, f"{file.relative_to(SOURCE)} imports {later}, which stand below it"


def test_the_lattice_knows_no_text():
    tree = ast.parse((SOURCE / "aligning" / "lattice.py").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert names == {"numpy"}
