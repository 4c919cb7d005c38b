"""Rows of lists in two forms, a plain one and State Media Monitor's, as entries that can be merged."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from provenance.outlets.hosts import normalised_host
from provenance.outlets.lists import Entry
from provenance.outlets.tables import COLUMNS, Row

CodeOf = Callable[[str], str | None]
"""From the name of a country, or its ISO code, to the code."""

PLAIN_COLUMNS = ("host", "outlet", "name", "country", *COLUMNS["assertions"][1:])
MATRIX_COLUMNS = ("Country", "Media company", "Main assets", "URL", "Typology")

_ASSERTED = COLUMNS["assertions"][1:]
_MEDIUM = re.compile(r"^(?:print(?: media)?|news agency|online|radio|television|tv)\s*:\s*", re.IGNORECASE)
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?|[/?#].*$", re.IGNORECASE | re.DOTALL)
"""What stands before and behind a host in an address."""
_ASIDE = re.compile(r"\s*(?:\([^()]*\)?|\))\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What holds where a list does not say it: whose word it is, when it was said and seen, where it stands. With
    `dated` whoever imports the list knows when it was made."""

    rater: str
    asserted: str
    dated: bool
    seen: str
    basis: str
    confidence: str
    evidence_url: str | None = None
    evidence_title: str | None = None


def host_in(text: str) -> str | None:
    """Of an address or a host as people write it, without "www."; None where there is none."""
    host = normalised_host(_HOST.sub("", text.strip()).partition(":")[0])
    return host.removeprefix("www.") if host else None


def plain_entries(rows: Sequence[Row], defaults: Defaults, code_of: CodeOf) -> tuple[Entry, ...]:
    """Of a list with some of PLAIN_COLUMNS. With a page for the whole list the row itself is the quote."""
    return tuple(_plain(row, defaults, code_of) for row in rows)


def _plain(row: Row, defaults: Defaults, code_of: CodeOf) -> Entry:
    cells = {column: content for column, content in row.cells.items() if content}
    said = {column: cells[column] for column in _ASSERTED if column in cells}
    country = cells.get("country")
    return Entry(
        place=row.place,
        host=host_in(cells.get("host", "")),
        outlet=cells.get("outlet"),
        name=cells.get("name"),
        country=(code_of(country) or country) if country else None,
        assertion=_completed(said, row, defaults) if "dimension" in said or "value" in said else None,
        given=frozenset(said) | _dating(defaults),
    )


def _completed(said: Mapping[str, str], row: Row, defaults: Defaults) -> dict[str, str]:
    held = {"rater": defaults.rater, "asserted": defaults.asserted, "basis": defaults.basis}
    held["confidence"] = defaults.confidence
    cited = "evidence_url" in said
    if cited:
        held["seen"] = defaults.seen
    elif defaults.evidence_url and said.get("basis") != "curator_judgement":
        held |= _evidence(defaults, ",".join(filter(None, row.cells.values())))
    return {**held, **said}


def _evidence(defaults: Defaults, quote: str) -> dict[str, str]:
    return {
        "evidence_url": defaults.evidence_url or "",
        "evidence_title": defaults.evidence_title or "",
        "evidence_quote": quote,
        "seen": defaults.seen,
    }


def matrix_entries(rows: Sequence[Row], defaults: Defaults, code_of: CodeOf) -> tuple[Entry, ...]:
    """Of a yearly edition of State Media Monitor's matrix. What an edition merged from elsewhere or marks as doubtful
    is asserted with medium confidence; a row without code asserts nothing."""
    return tuple(_of_matrix(row, defaults, code_of) for row in rows)


def _of_matrix(row: Row, defaults: Defaults, code_of: CodeOf) -> Entry:
    code = row["Typology"].rstrip("?")
    remarks = [row.cells.get(column, "") for column in ("Status", "Notes")]
    doubted = code != row["Typology"]
    second_hand = doubted or any("merged from" in remark.casefold() for remark in remarks)
    quote = ",".join(row[column] for column in ("Media company", "Main assets", "URL", "Typology"))
    notes = [remark for remark in remarks if remark] + (["the edition doubts the code"] if doubted else [])
    assertion = {
        "dimension": "smm_code",
        "value": code,
        "since": defaults.asserted[:4],
        "rater": defaults.rater,
        "asserted": defaults.asserted,
        "basis": "research",
        "confidence": "medium" if second_hand else "high",
        **_evidence(defaults, quote),
        "note": "; ".join(dict.fromkeys(notes)),
    }
    return Entry(
        place=row.place,
        host=host_in(row["URL"]),
        name=plain_name(row["Main assets"]) or plain_name(row["Media company"]) or None,
        country=code_of(row["Country"]),
        assertion=assertion if code else None,
        given=_dating(defaults),
    )


def _dating(defaults: Defaults) -> frozenset[str]:
    return frozenset({"asserted"} if defaults.dated else ())


def plain_name(text: str) -> str:
    """Without the medium before it and the aside behind it: "Print: Iran (daily)" is Iran."""
    name = _MEDIUM.sub("", text.strip())
    while _ASIDE.search(name) and _ASIDE.sub("", name):
        name = _ASIDE.sub("", name)
    return name.strip(" *")
