"""A location and options -> an Article."""

import re
from dataclasses import dataclass
from datetime import date

from provenance.errors import EmptyInput, ForbiddenAddress, InputTooLarge, InvalidOption, UnreadableInput
from provenance.ingest.calling import first_words
from provenance.ingest.dates import check_day, today_here
from provenance.ingest.draft import Draft
from provenance.ingest.encoding import decode
from provenance.ingest.fetching import fetch
from provenance.ingest.files import read_file
from provenance.ingest.formats import is_html, refuse_binary, refuse_feeds, refuse_formats
from provenance.ingest.language import check_language
from provenance.ingest.lines import Line, read_line, refuse_many
from provenance.ingest.material import LIMIT, Material, shown, too_large
from provenance.ingest.options import ReadOptions
from provenance.ingest.page import one_line, read_page
from provenance.ingest.plain import checked_url, read_plain
from provenance.ingest.publisher import Publisher, chosen_outlet, find_publisher
from provenance.ingest.web_address import host_of, site_of
from provenance.model import Article
from provenance.outlets import Directory

PAGES = (".html", ".htm", ".xhtml")
PAGE_TYPES = ("text/html", "application/xhtml+xml")

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The options, each checked."""

    publisher: Publisher | None
    outlet_name: str | None
    published: date | None
    title: str | None
    title_from_text: bool
    url: str | None
    language: str | None


def read_article(
    location: str, options: ReadOptions, directory: Directory, stdin: bytes | None = None, *, today: date | None = None
) -> Article:
    """The article at a path, an http(s) address, or '-' (then `stdin` holds what was piped in).

    Its text has line ends as "\\n" and no byte order mark; nothing else is normalised, so offsets count in the
    characters that the author wrote (of a page: what `body` says). `today` is the day by the clock unless given; an
    article of a later day is refused. Raises InputError, UnknownOutlet.
    """
    day = today or today_here()
    given = _given(options, directory, day)
    refuse_many(location)
    material = _material(location, options.allow_private_network, stdin)
    return _article(material, _draft(material, day), given, directory)


def read_given(material: Material, options: ReadOptions, directory: Directory, *, today: date) -> Article:
    """The same of what somebody handed over: no file is opened and nothing is fetched."""
    given = _given(options, directory, today)
    return _article(material, _draft(material, today), given, directory)


def read_fetched(address: str, options: ReadOptions, directory: Directory, *, today: date) -> Article:
    """The same of a page on the web: what is no http or https address is refused, and so is a path."""
    given = _given(options, directory, today)
    material = fetch(address, allow_private_network=options.allow_private_network)
    return _article(material, _draft(material, today), given, directory)


def read_article_of(line: Line, options: ReadOptions, directory: Directory, *, today: date | None = None) -> Article:
    """The same of one line of a file that holds an article a line; its id is the locator where it has one."""
    day = today or today_here()
    given = _given(options, directory, day)
    material, draft = read_line(line, day)
    return _article(material, draft, given, directory)


def _article(material: Material, draft: Draft, given: Given, directory: Directory) -> Article:
    language = check_language(draft.text, draft.language if given.language is None else given.language, material.name)
    url = given.url or _address(material.url, draft.url)
    publisher = given.publisher or find_publisher(
        (given.url, material.url, draft.url, draft.publisher_url), given.outlet_name or draft.outlet_name, directory
    )
    return Article(
        text=draft.text,
        title=given.title or draft.title or (first_words(draft.text) if given.title_from_text else None),
        byline=draft.byline,
        url=url,
        locator=material.locator,
        outlet=publisher.outlet,
        outlet_name=publisher.name,
        published=given.published or draft.published,
        language=language,
    )


def _given(options: ReadOptions, directory: Directory, today: date) -> Given:
    outlet = chosen_outlet(options.outlet, directory) if options.outlet is not None else None
    title = one_line(options.title)
    if options.title is not None and title is None:
        raise InvalidOption("--title: empty; give a title or leave the option out")
    return Given(
        publisher=Publisher(outlet.id, outlet.name) if outlet else None,
        outlet_name=one_line(options.outlet_name),
        published=check_day(options.published, "--published", today) if options.published else None,
        title=title,
        title_from_text=options.title_from_text,
        url=checked_url(options.url, "--url") if options.url is not None else None,
        language=options.language,
    )


def _material(location: str, allow_private_network: bool, stdin: bytes | None) -> Material:
    if location == "-":
        return _piped(stdin)
    scheme = _SCHEME.match(location)
    if scheme is None:
        return read_file(location)
    if scheme.group(1).lower() in ("http", "https"):
        return fetch(location, allow_private_network=allow_private_network)
    raise ForbiddenAddress(
        f"{shown(location)}: only http and https addresses are fetched; save the article and give the file"
    )


def _piped(stdin: bytes | None) -> Material:
    name = "standard input"
    if stdin is None:
        raise UnreadableInput(f"{name}: nothing was piped in; write: provenance report - < article.txt")
    if len(stdin) > LIMIT:
        raise InputTooLarge(too_large(name, None))
    return Material(content=stdin, name=name)


def _draft(material: Material, today: date) -> Draft:
    name = material.name
    refuse_formats(material.content, name)
    text = decode(material.content, name, material.charset)
    refuse_binary(text, name)
    refuse_feeds(text, name)
    if not text.strip():
        raise EmptyInput(f"{name}: empty, there is no text in it")
    if _is_page(material, text):
        return read_page(text, name, material.url, today)
    draft = read_plain(text.replace("\r\n", "\n").replace("\r", "\n"), name, today)
    if not draft.text.strip():
        raise EmptyInput(f"{name}: no text after the front matter")
    return draft


def _is_page(material: Material, text: str) -> bool:
    named = material.url is None and (material.locator or material.name).lower().endswith(PAGES)
    return named or material.media_type in PAGE_TYPES or is_html(text)


def _address(fetched: str | None, said: str | None) -> str | None:
    """A page fetched from one site is not at home on another, whatever it says; a copy fetched from a bare number or
    a name of the local network may say where it came from."""
    if fetched is None or said is None:
        return fetched or said
    home = site_of(host_of(fetched))
    return said if home is None or home == site_of(host_of(said)) else fetched
