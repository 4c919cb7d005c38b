"""A page of HTML -> what it says of its article."""

import logging
import re
from datetime import date
from typing import Any

import trafilatura
from trafilatura.metadata import extract_metadata

from provenance.errors import EmptyInput
from provenance.ingest.body import clean, extract_body
from provenance.ingest.dates import page_day
from provenance.ingest.draft import Draft
from provenance.ingest.formats import is_html
from provenance.ingest.linked_data import LinkedData, read_linked_data
from provenance.ingest.web_address import normalised_url

LEAST = 40
"""Characters below which what was found is a button or a notice, not an article."""

_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>", re.IGNORECASE)

# They speak of pages that they cannot read on standard error; we say it ourselves, in one line.
for _name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

# An element of lxml, which has no types.
Element = Any


def read_page(text: str, name: str, address: str | None, today: date) -> Draft:
    """`address` is where it was fetched, None where it was not. Raises EmptyInput where the page has no article."""
    page = _parsed(text)
    if page is None:
        raise EmptyInput(_no_text(name))
    scripts = page.xpath('//script[@type="application/ld+json"]')
    linked = read_linked_data(script.text or "" for script in scripts)
    for script in scripts:
        script.drop_tree()  # trafilatura would read them again, broken ones by pattern, half a headline included
    guessed = extract_metadata(page, default_url=address, date_config=_date_search(today), extensive=False)
    clean(page)
    body = extract_body(page)
    if len(body) < LEAST:
        raise EmptyInput(_no_text(name))
    outlet_name = one_line(linked.publisher or _meta(page, "og:site_name"))
    title = _without_site(one_line(linked.headline or _meta(page, "og:title") or guessed.title), outlet_name)
    return Draft(
        text=_without_headline(body, title),
        title=title,
        byline=one_line(linked.byline or _meta(page, "author") or guessed.author),
        url=_own_url(page, linked, address),
        publisher_url=normalised_url(linked.publisher_url or "", address),
        outlet_name=outlet_name,
        published=_published(page, linked, guessed.date, today),
    )


def _parsed(text: str) -> Element | None:
    whole = _XML_DECLARATION.sub("", text, count=1)
    if not is_html(whole):
        whole = f"<html><body>{whole}</body></html>"
    return trafilatura.load_html(whole)


def _date_search(today: date) -> dict[str, Any]:
    """No guesses from the footer, nothing that the clock decides."""
    return {"original_date": True, "extensive_search": False, "max_date": today.isoformat()}


def _published(page: Element, linked: LinkedData, guessed: str | None, today: date) -> date | None:
    said = (linked.published, _meta(page, "article:published_time"), guessed)
    return next((day for text in said if (day := page_day(text, today))), None)


def _own_url(page: Element, linked: LinkedData, address: str | None) -> str | None:
    canonical = next(iter(page.xpath('//link[@rel="canonical"]/@href')), None)
    said = (canonical, _meta(page, "og:url"), linked.url)
    return next((url for text in said if text and (url := normalised_url(text, address))), None)


def _meta(page: Element, key: str) -> str | None:
    """What a <meta> says under a property or a name."""
    found = page.xpath("//meta[@property=$key or @name=$key]/@content", key=key)
    return next((str(content) for content in found if content.strip()), None)


def one_line(text: str | None) -> str | None:
    """Without line breaks, control characters and outer spaces; None where nothing is left."""
    if text is None:
        return None
    printable = "".join(letter for letter in text if letter.isprintable() or letter.isspace())
    return " ".join(printable.split()) or None


def _without_site(title: str | None, outlet_name: str | None) -> str | None:
    """Many pages write "Talks end - TASS" for a title; the outlet's name is no part of the headline."""
    if title is None or outlet_name is None:
        return title
    return re.sub(rf"\s+[-–—|]\s+{re.escape(outlet_name)}$", "", title)


def _without_headline(body: str, title: str | None) -> str:
    """The article's text does not begin with its own title: that is kept beside it."""
    first, _, rest = body.partition("\n\n")
    same = title is not None and rest and one_line(first) == title
    return rest if same else body


def _no_text(name: str) -> str:
    return (
        f"{name}: no article found in this page; if it shows one in a browser, save its text into a file and give that"
    )
