"""The text of an article from the tree that trafilatura finds in a page.

One paragraph, heading, list entry or table row a paragraph, an empty line between two of them; a line break stays one.
Runs of white space become one space, as a browser shows them. Everything else stays as it is in the page: quotation
marks of any shape, no-break spaces, soft hyphens, accents composed or not.
"""

import re
from collections.abc import Iterator
from typing import Any

import trafilatura

# trafilatura counts these as white space and makes them plain spaces, so they pass through it in disguise: characters
# of the last private plane, which no font and no page assigns.
DISGUISES = {"\u00a0": "\U0010fa00", "\u202f": "\U0010fa01", "\u2007": "\U0010fa02", "\u2009": "\U0010fa03"}
_DISGUISE = str.maketrans(DISGUISES)
_REVEAL = str.maketrans({disguise: letter for letter, disguise in DISGUISES.items()})

# They end the parse of a page in lxml, and mean nothing in a text.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

BLOCKS = frozenset(("p", "head", "item", "row", "quote", "list", "table", "code", "body", "div"))

# trafilatura knows most of them, but not where it falls back on taking all the text there is.
NO_TEXT = "//noscript | //template | //script | //style | //nav | //figcaption"

# An element of lxml, which has no types.
Element = Any


def clean(page: Element) -> None:
    """Makes the tree fit for extraction: what is no part of an article goes, <q> gets its marks."""
    for element in page.xpath(NO_TEXT):
        element.drop_tree()
    for element in page.xpath("//q"):
        element.text = f"“{element.text or ''}"
        _append(element, "”")
        element.drop_tag()
    for element in page.iter():
        element.text = _disguised(element.text)
        element.tail = _disguised(element.tail)


def _append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _disguised(text: str | None) -> str | None:
    if not text:
        return text
    return _CONTROLS.sub("", text).translate(_DISGUISE)


def extract_body(page: Element) -> str:
    """The article's text, empty where there is none. The page has been through `clean`."""
    # Typed as a dictionary, too, which it is only where one asks for it.
    document: Any = trafilatura.bare_extraction(page, include_comments=False, include_formatting=False)
    if document is None or document.body is None:
        return ""
    paragraphs = (_paragraph(text) for text in "".join(_pieces(document.body)).split("\0"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _pieces(element: Element) -> Iterator[str]:
    """The text in order; a NUL, which no text holds, parts the blocks."""
    block = element.tag in BLOCKS
    yield "\0" if block else ""
    yield "\n" if element.tag == "lb" else ""
    yield _flowing(element.text)
    for child in element:
        yield from _pieces(child)
        yield _flowing(child.tail)
    yield "\0" if block else ""
    yield " | " if element.tag == "cell" and element.getnext() is not None else ""


def _flowing(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _paragraph(text: str) -> str:
    lines = (re.sub(" +", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line.translate(_REVEAL) for line in lines if line).strip()
