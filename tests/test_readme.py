"""Every example of the README and of docs/ is run as a reader would run it, and its shown output compared.

A Python block followed by a text block must print that text; one followed by anything else must print
nothing. All Python blocks of a page share one namespace. Of the shell blocks, the lines that call
``paralign`` are run. Decimal fractions may differ by ``TOLERANCE``, because confidences move a little with
the weights; all else must be equal.

``python tests/test_readme.py`` writes the outputs anew into the pages; look at the changes before you keep
them.
"""

import io
import json
import os
import re
import shlex
import shutil
import tempfile
from contextlib import chdir, redirect_stdout
from dataclasses import asdict
from pathlib import Path
from unittest.mock import patch

import pytest

import paralign
from paralign.cli import main
from paralign.reviewing.identity import identity_of

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TOLERANCE = 0.05

_BLOCK = re.compile(
    r"^```(?P<kind>python|bash)\n(?P<code>.*?)^```\n(?:\n*^```text\n(?P<output>.*?)^```\n)?",
    re.DOTALL | re.MULTILINE,
)
_FRACTION = re.compile(r"\d+\.\d+")
_LINK = re.compile(r"\]\((?!https?://|#)(?P<file>[^)#]+)")


def page_id(path):
    return path.relative_to(ROOT).as_posix()


def blocks(page, kind=None):
    found = _BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [block for block in found if kind in (None, block["kind"])]


def own_files(folder):
    """The files that the examples speak of: the seeds, and a treaty of the reader's own in two files."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    declaration = paralign.alma_ata()
    for document in (declaration.source, declaration.target):
        text = "\n\n".join(clause.text for clause in document if clause.path.startswith(("preamble", "body")))
        (folder / f"treaty.{document.language}.txt").write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "seeds" / "alma_ata_declaration.ru-en.txt", folder / "page.txt")
    treaty = [paralign.read(folder / f"treaty.{code}.txt") for code in ("ru", "en")]
    (folder / "treaty.ru.decisions.json").write_text(decided(*treaty), encoding="utf-8")
    (folder / "review.decisions.json").write_text(decided(declaration.source, declaration.target), encoding="utf-8")


def decided(source, target):
    """What a reader of a review page has downloaded: a merged pair with a note, and an accepted one."""
    source, target = asdict(identity_of(source)), asdict(identity_of(target))
    decisions = [
        {"source": [2, 3], "target": [2, 3], "status": "changed", "note": "one thought in two sentences"},
        {"source": [5], "target": [5], "status": "accepted", "note": ""},
    ]
    head = {"format": "paralign review", "version": 1, "signature": "", "source": source, "target": target}
    return json.dumps(head | {"decisions": decisions})


def outputs(page, folder):
    """What each block of a page prints, by where the block begins."""
    own_files(folder)
    namespace = {"__name__": "example"}
    printed = {}
    with chdir(folder), patch.dict(os.environ, {"COLUMNS": "100"}):
        for block in blocks(page):
            with redirect_stdout(io.StringIO()) as stream:
                run = run_python if block["kind"] == "python" else run_shell
                run(block["code"], namespace, f"{page_id(page)}, {line_of(block)}")
            printed[block.start()] = stream.getvalue()
    return printed


def run_python(code, namespace, where):
    exec(compile(code, where, "exec"), namespace)


def run_shell(code, namespace, where):
    for command in re.split(r"\n|&&", code):
        words = shlex.split(command, comments=True)
        if words[:1] == ["paralign"]:
            assert main(words[1:]) == 0, f"{where}: {command}"


def line_of(block):
    return f"line {block.string.count(chr(10), 0, block.start()) + 1}"


def stripped(text):
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))


def same(shown, printed):
    """Equal but for decimal fractions, which may differ by the tolerance."""
    if _FRACTION.sub("#", shown) != _FRACTION.sub("#", printed):
        return False
    pairs = zip(_FRACTION.findall(shown), _FRACTION.findall(printed), strict=True)
    return all(abs(float(a) - float(b)) <= TOLERANCE for a, b in pairs)


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_examples_print_what_the_page_shows(page, tmp_path):
    printed = outputs(page, tmp_path)
    for block in blocks(page):
        if block["kind"] == "bash" and block["output"] is None:
            continue  # a command may print what the page does not show
        shown, actual = stripped(block["output"] or ""), stripped(printed[block.start()])
        assert same(shown, actual), f"{page_id(page)}, {line_of(block)} prints\n{actual}\nand shows\n{shown}"


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_block_and_every_link_is_one_we_can_check(page):
    text = page.read_text(encoding="utf-8")
    fences = re.findall(r"^```(.*)$", text, re.MULTILINE)
    assert len(fences) % 2 == 0
    assert set(fences[::2]) <= {"python", "bash", "text"} and set(fences[1::2]) <= {""}
    missing = [link["file"] for link in _LINK.finditer(text) if not (page.parent / link["file"]).exists()]
    assert not missing


def test_the_first_command_shows_pairs_and_the_second_runs_the_tests():
    first, second, *_ = (block["code"].strip() for block in blocks(PAGES[0], "bash"))
    assert first == "python -m pip install . && paralign align seeds/alma_ata_declaration.ru-en.txt"
    assert second == 'python -m pip install -e ".[test]" && python -m pytest'


def test_the_readme_aligns_a_treaty_in_six_lines():
    code = blocks(PAGES[0], "python")[0]["code"]
    assert len([line for line in code.splitlines() if line.strip()]) <= 6
    assert "paralign.align(" in code


@pytest.mark.parametrize(
    ("shown", "printed", "equal"),
    [
        ("0.97 a", "0.95 a", True),
        ("0.97 a", "0.91 a", False),
        ("3 of 4", "2 of 4", False),
        ("1.0", "1", False),
    ],
)
def test_only_decimal_fractions_may_differ(shown, printed, equal):
    assert same(shown, printed) is equal


def write_outputs(page):
    """The page with what its blocks print now."""
    with tempfile.TemporaryDirectory() as folder:
        printed = outputs(page, Path(folder))

    def renewed(block):
        if block["output"] is None:
            return block[0]
        start, end = (at - block.start() for at in block.span("output"))
        return block[0][:start] + stripped(printed[block.start()]) + "\n" + block[0][end:]

    page.write_text(_BLOCK.sub(renewed, page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    for each in PAGES:
        write_outputs(each)
