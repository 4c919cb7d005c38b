"""What a page says of its article in JSON-LD, in the words of schema.org."""

import html
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ARTICLE_TYPES = ("Article", "BlogPosting", "Report")
"""Endings of the types that mean an article: NewsArticle, ReportageNewsArticle, LiveBlogPosting."""

_DEEP = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedData:
    """Each as the page has it, None where it has none."""

    headline: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    publisher_url: str | None = None


def read_linked_data(scripts: Iterable[str]) -> LinkedData:
    """The first article in a page's JSON-LD scripts; an empty value where there is none, or where it is broken."""
    article = next((node for script in scripts for node in _articles(_parsed(script))), {})
    publisher = _first(article.get("publisher"))
    return LinkedData(
        headline=_text(article.get("headline")) or _text(article.get("name")),
        byline=", ".join(_names(article.get("author"))) or None,
        published=_text(article.get("datePublished")),
        url=_text(article.get("url")) or _identifier(article.get("mainEntityOfPage")),
        publisher=_name(publisher),
        publisher_url=_text(publisher.get("url")) if isinstance(publisher, dict) else None,
    )


def _parsed(script: str) -> object:
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(node: object, depth: int = 0) -> Iterator[dict[str, object]]:
    if depth > _DEEP:
        return
    if isinstance(node, list):
        for entry in node:
            yield from _articles(entry, depth + 1)
    if isinstance(node, dict):
        if any(kind.endswith(ARTICLE_TYPES) for kind in _types(node)):
            yield node
        yield from _articles(node.get("@graph"), depth + 1)
        yield from _articles(node.get("mainEntity"), depth + 1)


def _types(node: dict[str, object]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _text(value: object) -> str | None:
    """Headlines are often escaped as if they were HTML."""
    found = _first(value)
    return html.unescape(found).strip() or None if isinstance(found, str) else None


def _name(value: object) -> str | None:
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _names(value: object) -> list[str]:
    return [name for entry in (value if isinstance(value, list) else [value]) if (name := _name(entry))]


def _identifier(value: object) -> str | None:
    found = _first(value)
    return _text(found.get("@id")) if isinstance(found, dict) else _text(found)
