"""The lists of packs as their raters publish them: one reader a format, each gives the same entries."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from provenance.outlets.hosts import host_in
from provenance.outlets.pack import Pack
from provenance.outlets.tables import Problems

_KIND_BEFORE = re.compile(
    r"(?:print(?: media)?|news agency|news portals?|television|tv|radio|online): *", re.IGNORECASE
)
_MERGED = "merged from"
_NOT_WORKING = ("currently not functional", "certificate expired")
_STATUSES = {
    "gr": "generally_reliable",
    "nc": "no_consensus",
    "gu": "generally_unreliable",
    "d": "deprecated",
    "m": "mixed",
    "b": "blacklisted",
}
_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]")
_MARKUP = re.compile(r"'{2,}|<[^>]*>|\{\{[^}]*\}\}")
_LONGEST_QUOTE = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a list says of one medium: `company` publishes it, `country` is an ISO code or empty, `hosts` are
    normalised, `scope` limits the words to a topic; `asserted` is a year, month or day."""

    place: str
    company: str
    medium: str
    country: str
    hosts: tuple[str, ...]
    dimension: str
    value: str
    asserted: str
    confidence: str
    basis: str
    quote: str
    scope: str = ""
    note: str = ""


def read_entries(pack: Pack, files: Mapping[str, str], problems: Problems) -> list[Entry]:
    """In the order of the list. `files` are those of the pack's own folder."""
    reader = _READERS.get(pack.format)
    if reader is None or pack.file not in files:
        what = f"no reader for the format {pack.format!r}" if reader is None else f"there is no {pack.file}"
        problems.add(pack.place, what, f"the formats are {', '.join(sorted(_READERS))}; the list lies beside it")
        return []
    return list(reader(pack, files, problems))


def _state_media_matrix(pack: Pack, files: Mapping[str, str], problems: Problems) -> Iterator[Entry]:
    """CSV of the Alliance for Securing Democracy: a row a medium, typology of State Media Monitor, "ISFM?" in doubt."""
    codes = {row["name"]: row["code"] for row in csv.DictReader(files.get("countries.csv", "").splitlines())}
    reader = csv.DictReader(files[pack.file].removeprefix("\ufeff").splitlines())
    for row in reader:
        place = f"packs/{pack.id}/{pack.file}:{reader.line_num}"
        cells = {name: (row[name] or "").strip() for name in _MATRIX}
        if not cells["Typology"]:
            continue
        if cells["Country"] not in codes:
            what = f"the country {cells['Country']!r} has no code"
            problems.add(place, what, f"add it to packs/{pack.id}/countries.csv")
        words = f"{cells['Status']} {cells['Notes']}".strip()
        merged = _MERGED in words.lower()
        doubted = cells["Typology"].endswith("?")
        yield Entry(
            place=place,
            company=_plain(cells["Media company"]),
            medium=_plain(cells["Main assets"]) or _plain(cells["Media company"]),
            country=codes.get(cells["Country"], ""),
            hosts=hosts_in(cells["URL"]),
            dimension="smm_code",
            value=cells["Typology"].rstrip("?"),
            asserted=pack.edition,
            confidence="low" if doubted else "medium" if merged else "high",
            basis="research",
            quote=",".join(cells[name] for name in _MATRIX[:5]),
            note=_matrix_note(words if merged or words.lower() in _NOT_WORKING else "", cells["Typology"]),
        )


_MATRIX = ("Country", "Media company", "Main assets", "URL", "Typology", "Status", "Notes")


def _matrix_note(words: str, typology: str) -> str:
    doubt = f"the list writes {typology}" if typology.endswith("?") else ""
    return "; ".join(part for part in (f"the list notes: {words}" if words else "", doubt) if part)


def _plain(name: str) -> str:
    """Without the kind before it and the list's own marks: "Print: Izvestia", "VGTRK*"."""
    bare = " ".join(_KIND_BEFORE.sub("", name).replace("*", "").split())
    return bare if bare.count("(") == bare.count(")") else re.split(r" *[()]", bare)[0]


def _perennial_sources(pack: Pack, files: Mapping[str, str], problems: Problems) -> Iterator[Entry]:
    """JSON lines of the English Wikipedia's table; an entry for a part of a site or for some topics has a scope."""
    first: dict[tuple[str, ...], str] = {}
    for line, text in enumerate(files[pack.file].splitlines(), start=1):
        place = f"packs/{pack.id}/{pack.file}:{line}"
        try:
            row = json.loads(text)
            name, status = row["name"], _STATUSES[row["status"]]
        except (ValueError, KeyError, TypeError) as error:
            problems.add(place, f"no entry ({error!r})", "write an object with name and a known status")
            continue
        domain = row.get("domain") or ""
        hosts = hosts_in(domain)
        company = first.setdefault(hosts or (name,), name)
        topic = (row.get("content_qualifier") or "").strip("() ")
        part = name if "/" in domain or name != company else ""
        yield Entry(
            place=place,
            company=company,
            medium=company,
            country="",
            hosts=hosts,
            dimension="community_status",
            value=status,
            asserted=row.get("rsp_last") or "",
            confidence="medium",
            basis="community_consensus",
            quote=_first_words(row.get("summary") or "") or f"{name}: {row['status']}",
            scope=topic or part,
        )


def _first_words(text: str) -> str:
    plain = " ".join(_MARKUP.sub("", _LINK.sub(r"\1", text)).split())
    return plain if len(plain) <= _LONGEST_QUOTE else plain[:_LONGEST_QUOTE].rpartition(" ")[0] + " …"


def hosts_in(cell: str) -> tuple[str, ...]:
    """The hosts of the addresses in a cell, without "www.", each once; what is no address is left out."""
    found: list[str] = []
    for word in re.split(r"[\s,;|]+", cell):
        host = (host_in(word) or "").removeprefix("www.")
        if host and host not in found:
            found.append(host)
    return tuple(found)


_READERS: Mapping[str, Callable[[Pack, Mapping[str, str], Problems], Iterator[Entry]]] = {
    "state_media_matrix": _state_media_matrix,
    "perennial_sources": _perennial_sources,
}
