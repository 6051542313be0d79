"""XML as the exports write it: no character that XML forbids, no name that it refuses, no space inside a text."""

from __future__ import annotations

import re

from lxml import etree

#: Stands for a character that XML 1.0 cannot hold: one for one, so that offsets into the text stay.
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def xml_text(text: str) -> str:
    r"""The text with each character that XML forbids replaced visibly; everything else stays.

    >>> xml_text("Статья\x0b 1 ]]> \u200fסעיף")
    'Статья� 1 ]]> \u200fסעיף'
    """
    return _FORBIDDEN.sub(REPLACEMENT, text)


def utf8_text(text: str) -> str:
    """The text with each half of a surrogate pair replaced, which no UTF-8 file can hold."""
    return _LONE_SURROGATE.sub(REPLACEMENT, text)


def name_token(text: str) -> str:
    """The text as an XML NMTOKEN; empty where nothing of it can be kept.

    >>> name_token("art_3/para 2"), name_token("«»")
    ('art_3_para_2', '')
    """
    return _NOT_NAME.sub("_", text).strip("_")


def digits(value: float) -> str:
    """A number with at most six decimals.

    >>> digits(0.9730004), digits(1)
    ('0.973', '1')
    """
    return f"{value:.6f}".rstrip("0").rstrip(".")


def add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    """A new last child in the parent's namespace, its text and attributes such as XML can hold."""
    namespace = etree.QName(parent).namespace
    return add_in(parent, namespace, name, text, **attributes)


def add_in(
    parent: etree._Element, namespace: str | None, name: str, text: str | None = None, **attributes: str
) -> etree._Element:
    """The same in another namespace; ``xml_id``, ``xml_lang`` and ``xml_space`` are the attributes ``xml:…``."""
    child = etree.SubElement(parent, f"{{{namespace}}}{name}" if namespace else name)
    child.text = None if text is None else xml_text(text)
    mark(child, **attributes)
    return child


def mark(element: etree._Element, **attributes: str) -> None:
    """Give an element attributes, such as XML can hold them."""
    for key, value in attributes.items():
        element.set(_attribute(key), xml_text(value))


def _attribute(key: str) -> str:
    return f"{{{XML_NAMESPACE}}}{key[4:]}" if key.startswith("xml_") else key.rstrip("_")


def serialised(root: etree._Element, doctype: str | None = None) -> bytes:
    """The document in UTF-8, an element a line; an element that holds text holds nothing but that text."""
    etree.indent(root, " ")
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, doctype=doctype)
    return written + b"\n"
