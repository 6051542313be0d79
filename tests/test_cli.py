import argparse
import io
import os
import subprocess
import sys
import types
from contextlib import redirect_stdout
from pathlib import Path

import pytest

import paralign
from paralign import cli
from paralign.alignment import Alignment, Bead
from paralign.document import Bitext, Clause, Document
from paralign.errors import InputError
from paralign.exporting import WRITERS, load


def document(language, *texts):
    return Document(" ".join(texts), language, tuple(Clause(t, 0, len(t), i) for i, t in enumerate(texts)))


RU, EN = document("ru", "Статья 1", "Подписи"), document("en", "Article 1")
ALIGNMENT = Alignment(RU, EN, (Bead(RU.clauses[:1], EN.clauses, 0.97), Bead(RU.clauses[1:], (), 0.6)))


@pytest.fixture
def calls(monkeypatch):
    """The library's front door, replaced by a record of what was asked of it."""
    asked = []

    def read(path, language=None, encoding=None, granularity="clause"):
        asked.append(("read", path.name, language))
        if not path.exists():
            raise InputError(path, "there is no such file", "Check the\nname")
        return RU if "ru" in path.name else EN

    def read_bitext(path, languages=None, encoding=None):
        asked.append(("read_bitext", path.name, languages))
        return Bitext(RU, EN)

    def align(source, target=None, *, encoder=None):
        asked.append(("align", source, target, encoder))
        return ALIGNMENT

    def explain(text, language):
        return [f"{language}: SPLIT before «{text[:6]}»"]

    for name, function in (("read", read), ("read_bitext", read_bitext), ("align", align)):
        monkeypatch.setitem(vars(paralign), name, function)
    segmentation = types.ModuleType("paralign.segmentation")
    segmentation.explain = explain
    monkeypatch.setitem(sys.modules, "paralign.segmentation", segmentation)
    return asked


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("page.txt", "a.ru.txt", "b.en.txt"):
        Path(name).write_text("…", encoding="utf-8")
    return tmp_path


def test_one_file_is_a_page_in_two_languages(calls, folder, capfdbinary):
    assert cli.main(["align", "page.txt"]) == 0
    assert calls == [("read_bitext", "page.txt", None), ("align", Bitext(RU, EN), None, None)]
    out, err = capfdbinary.readouterr()
    assert out.decode("utf-8") == f"{ALIGNMENT}{os.linesep}" or out.decode("utf-8") == f"{ALIGNMENT}\n"
    assert err == b""


def test_two_files_are_source_and_target(calls, folder):
    assert cli.main(["align", "a.ru.txt", "b.en.txt", "--languages", "ru, en", "--encoder", "LaBSE"]) == 0
    assert calls == [("read", "a.ru.txt", "ru"), ("read", "b.en.txt", "en"), ("align", RU, EN, "LaBSE")]


def test_output_goes_to_the_file(calls, folder, capsys):
    assert cli.main(["align", "a.ru.txt", "b.en.txt", "-o", "out.jsonl"]) == 0
    assert load("out.jsonl") == ALIGNMENT
    assert capsys.readouterr() == ("", "")


def test_format_prints_without_a_byte_order_mark(calls, folder, capfdbinary):
    assert cli.main(["align", "page.txt", "-f", "tsv"]) == 0
    out = capfdbinary.readouterr().out.decode("utf-8")
    assert out.startswith("id\t") and "Статья 1" in out


def test_formats_are_those_of_exporting():
    assert {f".{name}" for name in cli.FORMATS} == set(WRITERS)


def test_segment_prints_the_outline(calls, folder, capsys):
    assert cli.main(["segment", "a.ru.txt", "--language", "ru"]) == 0
    assert calls == [("read", "a.ru.txt", "ru")]
    lines = capsys.readouterr().out.splitlines()
    assert [(line.split()[0], line.split()[1]) for line in lines] == [("0", "other"), ("1", "other")]


def test_segment_explains(calls, folder, capsys):
    assert cli.main(["segment", "a.ru.txt", "--explain"]) == 0
    assert capsys.readouterr().out == "ru: SPLIT before «Статья»\n"


def test_evaluate_prints_scores(calls, folder, capsys):
    ALIGNMENT.save("out.jsonl")
    Path("gold.txt").write_text("0 = 0 | Статья 1 | Article 1\n1 = | Подписи |\n", encoding="utf-8")
    assert cli.main(["evaluate", "out.jsonl", "gold.txt"]) == 0
    assert "strict      1.000   1.000  1.000" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["align", "missing.ru.txt", "b.en.txt", "-o", "out.tsv"], "missing.ru.txt: there is no such file"),
        (["align", "a.ru.txt", "b.en.txt", "page.txt", "-o", "out.tsv"], "one page or two files"),
        (["align", "page.txt", "-o", "out.xyz"], "Suffixes that work"),
        (["align", "page.txt", "-o", "nowhere/out.tsv"], "folder does not exist"),
        (["align", "page.txt", "-o", "out.tsv", "--languages", "ru"], "ru,en"),
        (["align", "page.txt", "-o", "out.tsv", "-f", "csv"], "not allowed"),
        (["align", "page.txt", "-f", "docm"], "invalid choice"),
        (["align"], "required"),
        ([], "required"),
        (["evaluate", "missing.jsonl", "gold.txt"], "no such file"),
        (["evaluate", "page.txt", "gold.txt"], ".jsonl"),
        (["evaluate", "broken.jsonl", "gold.txt"], "line 1"),
        (["evaluate", "out.jsonl", "gold.txt"], "source clause 1 is in 0 beads"),
    ],
)
def test_bad_input_is_one_sentence_and_code_two(calls, folder, capsys, argv, words):
    ALIGNMENT.save("out.jsonl")
    Path("broken.jsonl").write_text("{", encoding="utf-8")
    Path("gold.txt").write_text("0 = 0\n", encoding="utf-8")
    before = sorted(folder.iterdir())
    assert cli.main(argv) == 2
    out, err = capsys.readouterr()
    assert words in err and err.startswith("paralign") and err.count("\n") == 1
    assert "Traceback" not in err and out == ""
    assert sorted(folder.iterdir()) == before


def test_bad_output_is_noticed_before_the_work(calls, folder, capsys):
    assert cli.main(["align", "page.txt", "-o", "out.xyz"]) == 2
    assert calls == []


def test_help_is_no_error(capsys):
    assert cli.main(["--help"]) == 0
    assert cli.main(["align", "--help"]) == 0
    assert cli.main(["--version"]) == 0
    assert "bilingual page" in capsys.readouterr().out


@pytest.mark.parametrize(("error", "code"), [(BrokenPipeError, 0), (KeyboardInterrupt, 130)])
def test_a_closed_pipe_and_an_interruption_are_quiet(monkeypatch, capsys, error, code):
    def stop(_):
        raise error

    parser = argparse.ArgumentParser()
    parser.set_defaults(command=stop)
    monkeypatch.setattr(cli, "_parser", lambda: parser)
    assert cli.main([]) == code
    assert capsys.readouterr().err == ""


def test_output_can_go_to_a_stream_of_text_only(calls, folder):
    stream = io.StringIO()
    with redirect_stdout(stream):
        assert cli.main(["align", "page.txt"]) == 0
    assert "Статья 1" in stream.getvalue()


PIPED = r"""
import paralign, sys
from paralign import cli
from paralign.alignment import Alignment
from paralign.document import Clause, Document
def make(language, text):
    return Document("", language, tuple(Clause(text, 0, 0, i) for i in range(20000)))
ru, en = make("ru", "\u0421\u0442\u0430\u0442\u044c\u044f"), make("en", "Article")
from paralign.alignment import Bead
paralign.read_bitext = lambda path, languages, encoding: None
beads = tuple(Bead((s,), (t,), 1.0) for s, t in zip(ru, en))
paralign.align = lambda bitext, encoder: Alignment(ru, en, beads)
sys.argv = ["paralign", "align", "page.txt"]
cli.run()
"""


def python(*arguments, **more):
    path = str(Path(paralign.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": path, "LC_ALL": "C", "PYTHONUTF8": "0", "COLUMNS": "80"}
    return subprocess.Popen([sys.executable, *arguments], stdout=-1, stderr=-1, env=environment, **more)


def test_output_is_utf8_in_any_locale_and_a_closed_pipe_is_quiet():
    with python("-c", PIPED) as process:
        process.stdout.readline(), process.stdout.readline(), process.stdout.readline()
        assert "Статья" in process.stdout.readline().decode("utf-8")
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_the_module_runs_and_help_loads_nothing_heavy():
    code = "import sys, paralign.cli as c; c.main(['--help']); print('numpy' in sys.modules)"
    with python("-c", code) as process:
        assert process.stdout.read().endswith(b"False" + os.linesep.encode())
        process.stderr.read()
    with python("-m", "paralign", "align") as process:
        assert process.stderr.read().startswith(b"paralign align: the following arguments are required")
        process.stdout.read()
    assert process.returncode == 2
