"""Every notebook runs from a clean state, and shows what it prints today.

``python tests/test_notebooks.py [NOTEBOOK…]`` runs them and writes their outputs anew.

A cell that needs a package which the tests do not install (PyTorch is too large) has the package's name as a tag: it
must run without the package as well, but its output is compared, and written, only where the package is installed.
"""

import os
import re
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from unittest.mock import patch

import nbformat
import pytest
from ipykernel.kernelspec import write_kernel_spec
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).resolve().parents[1] / "notebooks").glob("*.ipynb"))
SECONDS = 300

#: Decimal fractions and versions.
_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_MACHINE_PATH = re.compile(r"/(?:home|root|tmp|Users|usr|opt|var|private)/|[A-Z]:\\\\")


def stored(path):
    return nbformat.read(path, as_version=4)


def executed(path, folder):
    """The notebook run by a new kernel of this environment, in an empty folder."""
    notebook = stored(path)
    for cell in code_cells(notebook):
        cell.outputs, cell.execution_count = [], None
    write_kernel_spec(str(folder / "jupyter" / "kernels" / "python3"))
    (folder / "run").mkdir()
    homes = {"JUPYTER_PATH": "jupyter", "JUPYTER_RUNTIME_DIR": "runtime", "IPYTHONDIR": "ipython"}
    settings = {name: str(folder / home) for name, home in homes.items()}
    settings |= {"COLUMNS": "100", "PYTHONWARNINGS": "ignore:IProgress not found"}  # tqdm asks for ipywidgets
    with patch.dict(os.environ, settings):
        resources = {"metadata": {"path": str(folder / "run")}}
        client = NotebookClient(
            notebook,
            timeout=SECONDS,
            kernel_name="python3",
            resources=resources,
            record_timing=False,
            allow_errors=True,
        )
        client.execute()
    return notebook


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def has_its_package(cell):
    """Whether the packages are installed that the cell is tagged with."""
    return all(find_spec(tag.replace("-", "_")) for tag in cell.metadata.get("tags", ()))


def errors(notebook):
    return [
        f"{output.ename}: {output.evalue}, in the cell\n{cell.source}"
        for cell in code_cells(notebook)
        for output in cell.outputs
        if output.output_type == "error"
    ]


def shown(notebook):
    """What each cell shows as text, without decimal fractions and versions."""
    texts = []
    for cell in filter(has_its_package, code_cells(notebook)):
        parts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
        texts.append(_DOTTED.sub("#", "".join(parts)))
    return texts


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs_and_shows_what_it_prints(path, tmp_path):
    notebook = executed(path, tmp_path)
    assert not errors(notebook), "\n\n".join(errors(notebook))
    assert shown(notebook) == shown(stored(path)), "run python tests/test_notebooks.py to renew the outputs"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_is_stored_with_outputs_and_without_traces_of_a_machine(path):
    notebook = stored(path)
    nbformat.validate(notebook)
    cells = code_cells(notebook)
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert any(cell.outputs for cell in cells) and not errors(notebook)
    text = path.read_text(encoding="utf-8")
    assert not _MACHINE_PATH.search(text) and str(path.parents[1]) not in text


def test_there_is_a_notebook_for_each_job():
    assert [path.stem for path in NOTEBOOKS] == ["alma_ata", "evaluating", "other_encoders", "your_treaty"]


def write_outputs(path):
    with tempfile.TemporaryDirectory() as folder:
        notebook = executed(path, Path(folder))
    assert not errors(notebook), "\n\n".join(errors(notebook))
    for cell, before in zip(code_cells(notebook), code_cells(stored(path)), strict=True):
        if not has_its_package(cell):
            cell.outputs = before.outputs
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    nbformat.write(notebook, path)


if __name__ == "__main__":
    for each in [Path(name) for name in sys.argv[1:]] or NOTEBOOKS:
        write_outputs(each)
