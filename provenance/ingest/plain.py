"""Plain text, with front matter or without -> what it says of its article.

    ---
    title: Talks end
    outlet: TASS
    published: 2025-06-02
    ---

    ISTANBUL, June 2. /TASS/. The second round ...

Without front matter the whole file is the article's text and nothing is guessed from it, no title either: the first
line may be a headline, a dateline or a photo's caption, and an offset must count from the file's first character.
"""

import difflib
import re
from datetime import date

from provenance.errors import InvalidOption
from provenance.ingest.dates import parse_day
from provenance.ingest.draft import Draft
from provenance.ingest.web_address import normalised_url

KEYS = ("byline", "language", "outlet", "published", "title", "url")

_FENCE = "---"
_LONGEST = 50  # lines
_PAIR = re.compile(r"([A-Za-z_-]+)\s*:\s*(.*)")


def read_plain(text: str, name: str, today: date) -> Draft:
    """Raises InvalidOption, with the line, where front matter does not end or has an unknown key or value."""
    lines = text.split("\n")
    if not _has_front_matter(lines):
        return Draft(text=text)
    end = _closing(lines, name)
    given = _pairs(lines[:end], name)
    values = {key: value for key, (value, _) in given.items()}
    url, published = given.get("url"), given.get("published")
    return Draft(
        text="\n".join(lines[end + 1 :]).lstrip("\n"),
        title=values.get("title"),
        byline=values.get("byline"),
        url=checked_url(url[0], f"{name}:{url[1]}: url") if url else None,
        outlet_name=values.get("outlet"),
        published=parse_day(published[0], f"{name}:{published[1]}: published", today) if published else None,
        language=values.get("language"),
    )


def _has_front_matter(lines: list[str]) -> bool:
    """A line of hyphens alone may be a rule above the text."""
    return len(lines) > 1 and lines[0].rstrip() == _FENCE and (lines[1].startswith("#") or bool(_PAIR.match(lines[1])))


def _closing(lines: list[str], name: str) -> int:
    for number in range(1, min(len(lines), _LONGEST)):
        if lines[number].rstrip() == _FENCE:
            return number
    raise InvalidOption(f"{name}:1: the front matter that begins here does not end; close it with a line '---'")


def _pairs(lines: list[str], name: str) -> dict[str, tuple[str, int]]:
    """Key -> value and the number of its line."""
    found: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip() or line.startswith("#"):
            continue
        key, value = _pair(line, f"{name}:{number}")
        if key in found:
            raise InvalidOption(f"{name}:{number}: {key} stands in the front matter twice; keep one")
        found[key] = (value, number)
    return found


def _pair(line: str, where: str) -> tuple[str, str]:
    match = _PAIR.fullmatch(line.strip())
    if match is None:
        raise InvalidOption(f"{where}: not a line of front matter: {line.strip()!r}; write 'key: value'")
    key, value = match.group(1).lower(), _unquoted(match.group(2).strip())
    if key not in KEYS:
        near = difflib.get_close_matches(key, KEYS, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(KEYS)}"
        raise InvalidOption(f"{where}: unknown key {key!r} in the front matter; {hint}")
    if not value:
        raise InvalidOption(f"{where}: {key} has no value; write one or leave the line out")
    return key, value


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1].strip() if quoted else value


def checked_url(text: str, where: str) -> str:
    """In its normal form. Raises InvalidOption for anything but a full http or https address."""
    url = normalised_url(text)
    if url is None:
        raise InvalidOption(
            f"{where}: {text!r} is no address of a page; write it in full, as in https://example.org/news"
        )
    return url
