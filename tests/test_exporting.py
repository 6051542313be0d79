import csv
import json
import os
from pathlib import Path

import pytest

from paralign import _files
from paralign.alignment import Alignment, Bead, Flag, Link
from paralign.document import Clause, Document
from paralign.errors import FormatError, InputError, OptionError
from paralign.exporting import WRITERS, load, save
from paralign.exporting.delimited import text_cell

FLAGS = Flag("numbers", "12"), Flag("terms", "party", "low", ((0, 6),))


def document(language, *texts, path=None):
    clauses = tuple(
        Clause(t, 0, len(t), i, "article", f"art_{i + 1}", f"{language} {i + 1}") for i, t in enumerate(texts)
    )
    return Document(" ".join(texts), language, clauses, path)


@pytest.fixture
def alignment():
    source = document("ru", "Статья 1", "=СУММ(A1)\tи\nещё", path=Path("treaty.ru.txt"))
    target = document("en", 'Article "1"', "Signatures")
    beads = (
        Bead(
            source.clauses[:1],
            target.clauses[:1],
            0.1 + 0.2,
            1 / 3,
            flags=(Flag("numbers", "12"), Flag("terms", "party", "low", ((0, 6),))),
        ),
        Bead(source.clauses[1:], (), 0.9),
        Bead((), target.clauses[1:], 0.5, crossing=True),
    )
    links = (Link(0, 0, 0.1, 1.0), Link(0, None, 0.9, 0.0), Link(1, None, 1.0, 0.0), Link(None, 1, 0.0, 1.0))
    return Alignment(source, target, beads, "paralign 0.1.0 | embedded", links)


ROWS = """\
id|type|kind|source_ru|target_en|confidence|similarity|flags|source_path|target_path|label|crossing
1|1-1|article|Статья 1|"Article ""1\"""|0.300000|0.333333|numbers: 12; terms: party|art_1|art_1|ru 1|
2|1-0|article|'=СУММ(A1) и ещё||0.900000|0.000000||art_2||ru 2|
3|0-1|article||Signatures|0.500000|0.000000|||art_2|en 2|yes
"""


def test_tsv(alignment, tmp_path):
    alignment.save(tmp_path / "a.tsv")
    assert (tmp_path / "a.tsv").read_bytes() == b"\xef\xbb\xbf" + ROWS.replace("|", "\t").encode()


def test_csv_holds_the_same_cells(alignment, tmp_path):
    alignment.save(str(tmp_path / "a.CSV"))
    alignment.save(tmp_path / "a.tsv")
    with (tmp_path / "a.CSV").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    with (tmp_path / "a.tsv").open(encoding="utf-8-sig", newline="") as file:
        assert rows == list(csv.reader(file, delimiter="\t"))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "\n@", "\N{FULLWIDTH EQUALS SIGN}"])
def test_formulas_are_neutralised(start):
    assert text_cell(start + "cmd|' /C calc'!A0")[0] == "'"
    assert text_cell(start + "cmd|' /C calc'!A0").endswith("cmd|' /C calc'!A0")


def test_ordinary_cells_are_left_alone():
    assert text_cell("— Стороны = Parties") == "— Стороны = Parties"
    assert text_cell("") == ""


def test_jsonl_round_trip(alignment, tmp_path):
    alignment.save(tmp_path / "a.jsonl")
    assert load(tmp_path / "a.jsonl") == alignment
    assert load(str(tmp_path / "a.jsonl")).source.path == Path("treaty.ru.txt")


def test_jsonl_is_readable_by_anything(alignment, tmp_path):
    alignment.save(tmp_path / "a.jsonl")
    header, *rest = [json.loads(line) for line in (tmp_path / "a.jsonl").read_bytes().splitlines()]
    assert (header["format"], header["version"]) == ("paralign alignment", 1)
    assert rest[0]["bead"] == [[0], [0]]
    assert rest[0]["confidence"] == 0.1 + 0.2
    assert rest[-1]["link"] == [None, 1, 0.0, 1.0]


def damage(alignment, tmp_path, change):
    path = tmp_path / "a.jsonl"
    alignment.save(path)
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: "", "line 1: this is not a saved alignment"),
        (lambda text: "Статья 1\n", "line 1 does not fit"),
        (lambda text: '{"format":"other"}\n', "line 1: this is not a saved alignment"),
        (lambda text: text.replace('"version":1', '"version":99'), "version 99.*Update paralign"),
        (lambda text: text.replace('"bead":[[0],[0]]', '"bead":[[0],[7]]'), "line 2 does not fit"),
        (lambda text: text.replace('"bead":[[0],[0]]', '"bead":[[0],[-2]]'), "line 2 does not fit"),
        (lambda text: text.replace('"bead":[[0],[0]]', '"bead":[[0],[]]'), "clause 0 is in 0 beads"),
        (lambda text: text.replace('"crossing":false', '"crossing":0', 1), "line 2 does not fit"),
        (lambda text: text.replace('"text"', '"txt"', 1), "line 1 does not fit"),
        (lambda text: text[: len(text) // 2], "does not fit|promises"),
        (lambda text: text[: text.rindex('{"link"')], "promises 4 links, the file has 3"),
        (lambda text: "[" * 100_000, "line 1 does not fit"),
    ],
)
def test_broken_jsonl_is_told_with_its_line(alignment, tmp_path, change, message):
    path = damage(alignment, tmp_path, change)
    with pytest.raises(FormatError, match=message) as caught:
        load(path)
    assert str(path) in str(caught.value)


def test_unknown_suffix_lists_the_known(alignment, tmp_path):
    with pytest.raises(FormatError, match=r"\.csv, \.docx, \.htm, \.html, \.jsonl, .*\.tmx"):
        alignment.save(tmp_path / "a.docm")
    with pytest.raises(FormatError, match="no suffix"):
        alignment.save(tmp_path / "a")
    with pytest.raises(FormatError, match=r"Suffixes that work: \.ces, \.jsonl, "):
        load(tmp_path / "a.tsv")
    assert not list(tmp_path.iterdir())


def test_format_overrules_the_suffix(alignment, tmp_path):
    alignment.save(tmp_path / "corpus.tsv", format="sketch")
    assert (tmp_path / "corpus.tsv").read_text(encoding="utf-8").splitlines()[0] == "Russian\tEnglish"
    alignment.save(tmp_path / "memory", format="TMX")
    assert b"<tmx " in (tmp_path / "memory").read_bytes()
    with pytest.raises(OptionError, match=r"It can be one of: csv, docx"):
        alignment.save(tmp_path / "a.tmx", format="mtx")


def test_every_format_but_text_pairs_is_one_file(alignment, tmp_path):
    for suffix in WRITERS:
        alignment.save(tmp_path / f"a{suffix}")
    assert {path.name for path in tmp_path.iterdir()} == {f"a{suffix}" for suffix in WRITERS}


def test_nulls_are_a_choice_where_the_format_leaves_one(alignment, tmp_path):
    def units(nulls):
        alignment.save(tmp_path / "a.tmx", nulls=nulls)
        return [bead.type for bead in load(tmp_path / "a.tmx").beads]

    assert units(None) == units(False) == ["1-1"]
    assert units(True) == ["1-1", "1-0", "0-1"]
    with pytest.raises(OptionError, match=r"\.xlsx always holds all beads"):
        alignment.save(tmp_path / "a.xlsx", nulls=False)


def test_text_is_a_pair_of_files_with_equal_line_counts(alignment, tmp_path):
    alignment.save(tmp_path / "treaty.txt")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["treaty.en.txt", "treaty.ru.txt"]
    assert (tmp_path / "treaty.ru.txt").read_text(encoding="utf-8") == "Статья 1\n=СУММ(A1) и ещё\n\n"
    assert (tmp_path / "treaty.en.txt").read_text(encoding="utf-8") == 'Article "1"\n\nSignatures\n'


@pytest.mark.parametrize("second", [0, 1])
def test_a_pair_of_files_is_written_whole_or_not_at_all(alignment, tmp_path, monkeypatch, second):
    names = ["treaty.en.txt", "treaty.ru.txt"][second:]
    for name in names:
        (tmp_path / name).write_bytes(b"old")
    replace, calls = Path.replace, []

    def fail_at_the_second(self, target):
        calls.append(target)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_at_the_second)
    with pytest.raises(InputError, match="No space left"):
        alignment.save(tmp_path / "treaty.txt")
    assert len(calls) == 2
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == dict.fromkeys(names, b"old")


def test_sketch_engine_gets_one_column_a_language_and_no_mark(alignment, tmp_path):
    alignment.save(tmp_path / "a.sketch.tsv")
    assert (tmp_path / "a.sketch.tsv").read_bytes().decode("utf-8").split("\n") == [
        "Russian\tEnglish",
        '<seg kind="article" confidence="0.3">Статья 1</seg>\t<seg kind="article" confidence="0.3">Article "1"</seg>',
        '<seg kind="article" confidence="0.9">=СУММ(A1) и ещё</seg>\t',
        '\t<seg kind="article" confidence="0.5">Signatures</seg>',
        "",
    ]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "no such file"),
        (Path.mkdir, "is a folder"),
        (lambda path: path.write_bytes(b"\xff\xfe\x00"), "not UTF-8"),
    ],
)
def test_unreadable_files_get_one_sentence(tmp_path, make, message):
    path = tmp_path / "a.jsonl"
    make(path)
    with pytest.raises(InputError, match=message):
        load(path)


def test_a_folder_or_a_missing_folder_cannot_be_written(alignment, tmp_path):
    (tmp_path / "a.tsv").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        alignment.save(tmp_path / "a.tsv")
    with pytest.raises(InputError, match="folder does not exist"):
        alignment.save(tmp_path / "nowhere" / "a.tsv")


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
@pytest.mark.parametrize("old", [None, b"what was there"])
def test_save_is_whole_or_not_at_all(alignment, tmp_path, monkeypatch, step, old):
    path = tmp_path / "a.tsv"
    if old is not None:
        path.write_bytes(old)
    _fail_at(monkeypatch, step)
    with pytest.raises(InputError, match="No space left"):
        save(alignment, path)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == ([] if old is None else [("a.tsv", old)])


def _fail_at(monkeypatch, step):
    def fail(*_):
        raise OSError(28, "No space left on device")

    def write_half(path, data):
        path.write_bytes(data[: len(data) // 2])
        fail()

    if step == "write":
        monkeypatch.setattr(_files, "_write_flushed", write_half)
    elif step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither these permissions nor free symbolic links")
def test_save_keeps_permissions_and_links(alignment, tmp_path):
    real, link = tmp_path / "real.tsv", tmp_path / "link.tsv"
    real.write_bytes(b"")
    real.chmod(0o640)
    link.symlink_to(real)
    alignment.save(link)
    assert link.is_symlink() and real.stat().st_mode & 0o777 == 0o640
    assert real.read_bytes().startswith(b"\xef\xbb\xbfid\t")
