"""Files that hold many articles, one a line: JSON Lines, as collections of news are handed on."""

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

from provenance.errors import EmptyInput, InputTooLarge, InvalidOption, UnreadableInput, UnsupportedFormat
from provenance.ingest.dates import parse_day
from provenance.ingest.draft import Draft
from provenance.ingest.files import opened
from provenance.ingest.formats import refuse_binary
from provenance.ingest.material import LIMIT, Material, shown, too_large
from provenance.ingest.page import one_line
from provenance.ingest.plain import checked_url

LINE_SUFFIXES = (".jsonl", ".ndjson")

KEYS = {
    "text": ("text",),
    "title": ("title",),
    "url": ("url",),
    "published": ("published", "date"),
    "outlet": ("outlet", "publisher"),
    "id": ("id",),
}
"""What is read of a line, and the keys that hold it: the first that is there and not empty counts."""

_MARK = b"\xef\xbb\xbf"
_HALF = re.compile("[\ud800-\udfff]")
"""Half of a pair in UTF-16, which JSON can write and which is no character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a file, its end included; `place` is what messages call it, `locator` where it stands if it has no
    id of its own."""

    place: str
    locator: str
    content: bytes


def holds_many(location: str) -> bool:
    """Whether the name is that of a file with an article a line."""
    return location.lower().endswith(LINE_SUFFIXES) and "://" not in location


def refuse_many(location: str) -> None:
    """Raises UnsupportedFormat for a file with an article a line, where one article is wanted."""
    if holds_many(location) and Path(location).is_file():
        raise UnsupportedFormat(
            f"{shown(location)}: holds many articles, one a line; read them with `provenance ingest`, then give the id "
            "of one, which `provenance articles` lists"
        )


def read_lines(location: str) -> Iterator[Line]:
    """The lines that are not empty, one after the other: no more than one is held. Of a line beyond the limit only its
    beginning. Raises UnreadableInput."""
    name = shown(location)
    with opened(location) as path, path.open("rb") as file:
        yield from _lines(file, name, str(path.absolute()))


def lines_of(content: bytes, name: str) -> Iterator[Line]:
    """The same of a file that somebody handed over."""
    yield from _lines(io.BytesIO(content), shown(name), shown(name))


def _lines(file: BinaryIO, name: str, locator: str) -> Iterator[Line]:
    for number in count(1):
        content = file.readline(LIMIT + 1)
        if not content:
            return
        rest = content
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(LIMIT)
        content = content.removeprefix(_MARK) if number == 1 else content
        if content.strip():
            yield Line(place=f"{name}:{number}", locator=f"{locator}:{number}", content=content)


def read_line(line: Line, today: date) -> tuple[Material, Draft]:
    """What the line says of its article. Raises InputError, with the line."""
    if len(line.content) > LIMIT:
        raise InputTooLarge(too_large(line.place, None))
    cells = _cells(line)
    if not cells["text"].strip():
        raise EmptyInput(f'{line.place}: no text; the words of the article stand under "text"')
    text = cells["text"].replace("\r\n", "\n").replace("\r", "\n")
    refuse_binary(text, line.place)
    url, published = cells["url"].strip(), cells["published"].strip()
    draft = Draft(
        text=text,
        title=one_line(cells["title"]),
        url=checked_url(url, f"{line.place}: url") if url else None,
        outlet_name=one_line(cells["outlet"]),
        published=parse_day(published, f"{line.place}: published", today) if published else None,
    )
    locator = one_line(cells["id"]) or line.locator
    return Material(content=line.content, name=line.place, locator=locator), draft


def _cells(line: Line) -> Mapping[str, str]:
    """What KEYS names, empty where the line does not say it."""
    entry = _object(line)
    return {
        meant: next((text for key in keys if (text := _text(entry.get(key), key, line.place)).strip()), "")
        for meant, keys in KEYS.items()
    }


def _object(line: Line) -> Mapping[str, Any]:
    """Any: JSON."""
    try:
        entry = json.loads(line.content.decode("utf-8").strip())
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{line.place}: not UTF-8; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"{line.place}: no JSON ({error.msg}); write an article a line, as one object") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"{line.place}: no JSON that can be read; write an article a line") from error
    if not isinstance(entry, dict):
        raise UnreadableInput(f'{line.place}: no object; write {{"text": "..."}}, with title, url, date, outlet, id')
    return entry


def _text(content: object, key: str, place: str) -> str:
    """A number is a text where it is an id: nothing is counted with it."""
    if content is None:
        return ""
    if key == "id" and isinstance(content, int):
        return str(content)
    if not isinstance(content, str):
        raise InvalidOption(f"{place}: {key} is no text; put it in quotation marks")
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", content)
