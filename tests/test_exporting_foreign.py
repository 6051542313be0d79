"""Files that other programs wrote, or changed after us, loaded as alignments."""

import gzip
import io
import re
import zipfile
from dataclasses import replace

import pytest
from test_exporting import alignment, document  # noqa: F401  alignment is a fixture
from test_exporting_laws import texts_of

import paralign
from paralign.alignment import Alignment, Bead
from paralign.errors import FormatError, InputError
from paralign.exporting import load

# As OmegaT writes it: regions, a header without our properties, no confidence.
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
 creationtoolversion="6.0" segtype="sentence" srclang="RU"/><body>
<tu><tuv xml:lang="RU"><seg>Статья 1</seg></tuv>
<tuv xml:lang="EN-US"><seg>Article <bpt i="1">&lt;b></bpt>1</seg></tuv></tu>
<tu><tuv xml:lang="EN-US"><seg>The Parties shall
 cooperate.</seg></tuv><tuv xml:lang="RU"><seg>Стороны сотрудничают.</seg></tuv></tu>
<tu><tuv xml:lang="RU"><seg>Только по-русски.</seg></tuv></tu>
</body></tmx>"""

XLIFF_12 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="ru-RU" target-language="en-GB" datatype="plaintext" original="x"><body>
<trans-unit id="1"><source>Статья 1</source><target>Article 1</target></trans-unit>
<trans-unit id="2"><source>Мир</source></trans-unit></body></file></xliff>"""

OPUS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">
<cesAlign version="1.0"><linkGrp targType="s" fromDoc="ru/d.xml.gz" toDoc="en/d.xml.gz">
<link id="SL1" xtargets="1;1" certainty="0.98"/>
<link id="SL2" xtargets="2;2 3" certainty="2.6" />
<link id="SL3" xtargets="3;" certainty="-0.3"/></linkGrp></cesAlign>"""
# The first half belongs to toDoc.
INTERTEXT = """<cesAlign><linkGrp toDoc="t.ru.xml" fromDoc="t.en.xml">
<link type='2-1' xtargets='6:1 6:2;5:1' status='man'/><link type='1-1' xtargets='6:3;5:2' status='auto'/>
</linkGrp></cesAlign>"""
UN = """<cesAlign><linkGrp fromDoc="ru/d.xml" toDoc="en/d.xml" score="0.5">
<link type="1-1" xtargets="1;1" score="0.75"/><link type="0-1" xtargets=";3"/></linkGrp></cesAlign>"""
RU = """<text><p id="1"><s id="1">Статья 1</s><s id="2"><w id="2.1">Стороны</w><w id="2.2">согласны</w></s>
<s id="3">Мир
</s></p></text>"""
EN = '<text><s id="1">Article 1</s><s id="2">The Parties</s><s id="3">agree.</s></text>'


def put(tmp_path, name, text):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


def test_a_memory_of_another_program(tmp_path):
    found = load(put(tmp_path, "a.tmx", TMX))
    assert (found.source.language, found.target.language) == ("ru", "en")
    assert texts_of(found) == [
        ("Статья 1", "Article 1"),
        ("Стороны сотрудничают.", "The Parties shall cooperate."),
        ("Только по-русски.", ""),
    ]
    assert {bead.confidence for bead in found.beads} == {1.0}
    assert found.source.clauses[0].path == "art_1__heading"


def test_a_memory_that_another_program_changed(alignment, tmp_path):  # noqa: F811
    path = tmp_path / "a.tmx"
    alignment.save(path)
    path.write_text(path.read_text(encoding="utf-8").replace("<seg>Статья 1<", "<seg>Статья  I <"), encoding="utf-8")
    bead = load(path).beads[0]
    assert (bead.source_text, bead.confidence, bead.source[0].path) == ("Статья  I", 0.3, "art_1")


def test_an_edited_run_is_one_clause(tmp_path):
    source, target = document("ru", "Стороны", "согласны."), document("en", "The Parties agree.")
    one = Alignment(source, target, (Bead(source.clauses, target.clauses, 0.5),))
    one.save(tmp_path / "a.xlf")
    assert load(tmp_path / "a.xlf").beads[0].type == "2-1"
    text = (tmp_path / "a.xlf").read_text(encoding="utf-8").replace("Стороны согласны.", "Стороны договорились.")
    again = load(put(tmp_path, "b.xlf", text))
    assert [(bead.type, bead.source_text) for bead in again.beads] == [("1-1", "Стороны договорились.")]


def test_facts_that_another_program_damaged_do_no_harm(alignment, tmp_path):  # noqa: F811
    path = tmp_path / "a.tmx"
    alignment.save(path, nulls=True)
    text = re.sub(r'clause">\[\d+, \d+', 'clause">[-1, "x"', path.read_text(encoding="utf-8"))
    text = re.sub(r'flag">\[', 'flag">[[', text).replace('confidence">0.3<', 'confidence">nan<')
    again = load(put(tmp_path, "b.tmx", text))
    assert texts_of(again) == [("Статья 1", 'Article "1"'), ("=СУММ(A1) и ещё", ""), ("", "Signatures")]
    assert again.beads[0].confidence == 1.0 and again.beads[0].flags == ()


def test_one_language_on_both_sides_keeps_its_sides(tmp_path):
    source, target = document("ru", "Мир", "Старое"), document("ru", "Мир!", "Новое")
    beads = (
        Bead(source.clauses[:1], target.clauses[:1], 0.5),
        Bead(source.clauses[1:], (), 0.5),
        Bead((), target.clauses[1:], 0.5),
    )
    made = Alignment(source, target, beads)
    for name in ("a.tmx", "a.xlf", "a.tei", "a.xces.zip"):
        made.save(tmp_path / name, nulls=True)
        assert texts_of(load(tmp_path / name)) == texts_of(made)
    made.save(tmp_path / "a.txt")
    assert (tmp_path / "a.source.txt").exists() and (tmp_path / "a.target.txt").exists()


def test_languages_keep_region_and_script(alignment, tmp_path):  # noqa: F811
    made = replace(alignment, target=replace(alignment.target, language="pt-BR"))
    for name in ("a.tmx", "a.xlf", "a.tei", "a.xces.zip"):
        made.save(tmp_path / name)
        assert load(tmp_path / name).target.language == "pt-BR"


def test_xliff_1_2(tmp_path):
    found = load(put(tmp_path, "a.xliff", XLIFF_12))
    assert texts_of(found) == [("Статья 1", "Article 1"), ("Мир", "")]
    assert (found.source.language, found.target.language) == ("ru", "en")


def test_opus_links_beside_compressed_documents(tmp_path):
    for name, text in (("ru/d.xml.gz", RU), ("en/d.xml", EN)):
        put(tmp_path, name, text)
    found = load(put(tmp_path, "links.xml", OPUS))
    assert texts_of(found) == [
        ("Статья 1", "Article 1"),
        ("Стороны согласны", "The Parties agree."),
        ("Мир", ""),
    ]
    assert [bead.confidence for bead in found.beads] == [0.98, 1.0, 0.0]
    assert (found.source.language, found.target.language) == ("ru", "en")


def test_intertext_links_begin_with_the_other_document(tmp_path):
    put(tmp_path, "t.en.xml", '<text><s id="5:1">The Parties shall agree.</s><s id="5:2">Article 2</s></text>')
    put(tmp_path, "t.ru.xml", '<text><s id="6:1">Стороны</s><s id="6:2">согласны.</s><s id="6:3">Статья 2</s></text>')
    found = load(put(tmp_path, "t.xces", INTERTEXT))
    assert texts_of(found) == [("The Parties shall agree.", "Стороны согласны."), ("Article 2", "Статья 2")]
    assert (found.source.language, found.target.language) == ("en", "ru")


def test_sentences_that_no_link_names_are_nulls_in_their_place(tmp_path):
    for name, text in (("ru/d.xml", RU), ("en/d.xml", EN)):
        put(tmp_path, name, text)
    found = load(put(tmp_path, "un.ces", UN))
    assert texts_of(found) == [
        ("Статья 1", "Article 1"),
        ("", "The Parties"),
        ("", "agree."),
        ("Стороны согласны", ""),
        ("Мир", ""),
    ]
    assert found.beads[0].confidence == 0.75


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        (("2;2 3", "2;2 9"), FormatError, "has no sentence '9'"),
        (("ru/d.xml.gz", "../d.xml"), FormatError, "outside its folder: ../d.xml"),
        (("ru/d.xml.gz", "/etc/d.xml"), FormatError, "outside its folder"),
        (("ru/d.xml.gz", "http://example.org/d.xml"), FormatError, "outside its folder"),
        (("ru/d.xml.gz", "ru/other.xml"), InputError, "There is no such file"),
        (("</linkGrp>", "</linkGrp><linkGrp/>"), FormatError, "links 2 pairs of documents, not one"),
        (("</cesAlign>", ""), FormatError, "not well-formed XCES"),
    ],
)
def test_links_that_do_not_fit_say_why(tmp_path, change, error, message):
    for name, text in (("ru/d.xml.gz", RU), ("en/d.xml.gz", EN)):
        put(tmp_path, name, text)
    with pytest.raises(error, match=message):
        load(put(tmp_path, "a.xces", OPUS.replace(*change)))


def test_an_archive_without_its_documents_says_so(alignment, tmp_path):  # noqa: F811
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("alignment.xml", OPUS)
    (tmp_path / "a.xces.zip").write_bytes(buffer.getvalue())
    with pytest.raises(FormatError, match=r"There is no ru/d\.xml\.gz in the archive"):
        load(tmp_path / "a.xces.zip")


def test_a_tei_edition_without_links_says_what_to_do(tmp_path):
    text = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text xml:lang="ru"><body><p>Мир</p></body></text></TEI>'
    with pytest.raises(FormatError, match=r"has 1 texts that state a language.*Read its texts with paralign\.read"):
        load(put(tmp_path, "a.xml", text))


def test_a_tei_link_to_nowhere_is_told_with_its_line(alignment, tmp_path):  # noqa: F811
    alignment.save(tmp_path / "a.tei")
    text = (tmp_path / "a.tei").read_text(encoding="utf-8").replace('target="#ru.1 #en.1"', 'target="#ru.1 #en.7"')
    with pytest.raises(FormatError, match=r"line \d+: there is no segment 'en\.7'"):
        load(put(tmp_path, "b.tei", text))


def test_tei_certainty_in_words(alignment, tmp_path):  # noqa: F811
    alignment.save(tmp_path / "a.tei")
    text = (tmp_path / "a.tei").read_text(encoding="utf-8").replace('cert="0.3"', 'cert="high"')
    assert load(put(tmp_path, "b.tei", text)).beads[0].confidence == 1.0


def test_entities_are_not_expanded(tmp_path):
    bomb = '<!DOCTYPE tmx [<!ENTITY a SYSTEM "secret.txt">]>' + TMX.split("?>")[1].replace(
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">', ""
    ).replace("Только", "&a;Только")
    put(tmp_path, "secret.txt", "secret")
    assert "secret" not in str(texts_of(load(put(tmp_path, "a.tmx", bomb))))


def test_what_was_loaded_can_be_evaluated_and_saved_again(tmp_path):
    made = paralign.align(["Статья 1", "Стороны уважают границы."], ["Article 1", "The Parties respect the borders."])
    for name in ("a.tmx", "a.xlf", "a.tei", "a.xces.zip"):
        made.save(tmp_path / name)
        again = load(tmp_path / name)
        assert paralign.evaluate(again, made).strict.f1 == 1.0
        again.save(tmp_path / "b.jsonl")
        assert load(tmp_path / "b.jsonl") == again
