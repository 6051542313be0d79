"""XML and HTML trees. The only module that parses markup: no entity is expanded, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from paralign.errors import FormatError

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def xml_tree(data: bytes, path: Path, what: str = "XML") -> etree._Element:
    """The root of a well-formed document; FormatError says in which line it is not."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = str(error).split(" (<string>")[0]
        raise FormatError(path, f"This is not well-formed {what} ({reason})", "Get the whole file again") from error


def html_tree(text: str, path: Path) -> etree._Element:
    """The root of a web page, mended where its tags are not balanced."""
    # Without huge_tree, what comes after ten megabytes is dropped without a word. HTML has no entities to expand.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise FormatError(path, "This page has no content", "Give a page with text in it") from error


def name_of(element: etree._Element) -> str:
    """An element's name without its namespace, in lower case; empty for an entity that was not resolved."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def named(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Children with one of these names."""
    return (child for child in element if name_of(child) in names)


def below(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Descendants with one of these names, in order."""
    return (child for child in element.iter() if name_of(child) in names)


def language_at(element: etree._Element) -> str:
    """The language that an element or the nearest one around it states, without its region."""
    for around in (element, *element.iterancestors()):
        stated = around.get(XML_LANG) or around.get("lang")
        if stated:
            return short_code(stated)
    return ""


def short_code(code: str) -> str:
    """A language code without region and script.

    >>> short_code("RU-ru"), short_code("en_US")
    ('ru', 'en')
    """
    return code.replace("_", "-").split("-")[0].strip().lower()
