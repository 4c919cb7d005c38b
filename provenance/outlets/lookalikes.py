"""Hosts that resemble a known one without being it: told with the reason, never taken for the outlet."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from provenance.outlets.directory import Directory
from provenance.outlets.hosts import normalised_host
from provenance.outlets.skeletons import foreign_letters, skeleton
from provenance.outlets.word_lists import WordLists

Split = Callable[[str], tuple[str, str] | None]
"""A host to the name and the public suffix of its site: ("bbc", "co.uk") of "www.bbc.co.uk"; None where it has none."""
_IMITATED = ("primary", "edition", "former")
"""Mirrors and redirects have names of every kind: resembling one says nothing."""
_SHORT, _EDITED = 3, 5
"""Letters: a shorter name says little under another suffix, or with a letter changed."""


class Resemblance(StrEnum):
    """In which way, the plainest deceit first."""

    LETTERS = "letters that look alike"
    SUFFIX = "another suffix"
    SUBDOMAIN = "the whole host stands inside another"
    ADDED = "added words or hyphens"
    EDIT = "one letter away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalike:
    """`host` is the outlet's own that is imitated; `words` say how, for a reader."""

    outlet: str
    host: str
    kind: Resemblance
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSite:
    label: str
    suffix: str
    host: str
    outlet: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KnownSites:
    """The sites that can be imitated, by name: those whose name is no common word. `labels` holds only those whose name
    one outlet alone bears, `borne` all."""

    hosts: Mapping[str, str]
    labels: Mapping[str, KnownSite]
    borne: Mapping[str, KnownSite]
    skeletons: Mapping[str, KnownSite]
    lists: WordLists
    split: Split


def known_sites(directory: Directory, split: Split) -> KnownSites:
    """To be made once for a directory."""
    sites: dict[str, list[tuple[tuple[int, int, str], KnownSite]]] = defaultdict(list)
    for outlet in directory.outlets.values():
        for domain in outlet.domains:
            parts = split(domain.host)
            if parts and domain.kind in _IMITATED and domain.host == ".".join(parts):
                label = _decoded(parts[0])
                rank = (_IMITATED.index(domain.kind), len(domain.host), domain.host)
                site = KnownSite(label=label, suffix=parts[1], host=domain.host, outlet=outlet.id)
                sites[label].append((rank, site))
    borne = {label: min(found)[1] for label, found in sites.items() if label not in directory.lists.common}
    return KnownSites(
        hosts=directory.hosts,
        labels={label: site for label, site in borne.items() if len({one.outlet for _, one in sites[label]}) == 1},
        borne=borne,
        skeletons={skeleton(label): site for label, site in sorted(borne.items(), key=lambda item: item[0])[::-1]},
        lists=directory.lists,
        split=split,
    )


def find_lookalike(host: str, known: KnownSites) -> Lookalike | None:
    """The plainest resemblance; None for a known host and for one that resembles none."""
    name = normalised_host(host)
    parts = known.split(name) if name else None
    if name is None or parts is None or any(parent in known.hosts for parent in _parents(name)):
        return None
    label = _decoded(parts[0])
    found = (rule(name, label, parts[1], known) for rule in _RULES)
    return next(filter(None, found), None)


def _parents(host: str) -> Iterator[str]:
    while host:
        yield host
        host = host.partition(".")[2]


def _decoded(label: str) -> str:
    try:
        return label.encode("ascii").decode("idna") if label.startswith("xn--") else label
    except UnicodeError:
        return label


def _letters(_host: str, label: str, _suffix: str, known: KnownSites) -> Lookalike | None:
    site = known.skeletons.get(skeleton(label))
    if site is None or site.label == label or (label.isascii() and len(label) <= _SHORT):
        return None
    told = foreign_letters(label) or [f"{label} for {site.label}"]
    return _found(site, Resemblance.LETTERS, f"it is written with letters that look alike: {', '.join(told)}")


def _subdomain(host: str, _label: str, _suffix: str, known: KnownSites) -> Lookalike | None:
    """ "bbc.co.uk.example.com", "www-bbc-co-uk.example.com"."""
    for run in (*_runs(host.split(".")), *(run for part in host.split(".") for run in _runs([*part.split("-"), ""]))):
        if run in known.hosts:
            parts = known.split(run)
            if parts and parts[0] in known.borne:
                site = KnownSite(label=parts[0], suffix=parts[1], host=run, outlet=known.hosts[run])
                return _found(site, Resemblance.SUBDOMAIN, f"{run} stands inside it, but the site is another")
    return None


def _runs(labels: Sequence[str]) -> Iterator[str]:
    """What stands beside one another in it, the longest first, without the end."""
    last = len(labels) - 1
    for length in range(last, 1, -1):
        for start in range(last - length + 1):
            yield ".".join(labels[start : start + length])


def _another_suffix(_host: str, label: str, suffix: str, known: KnownSites) -> Lookalike | None:
    """Of short names only where the suffix imitates their own: "rt.co", "bbc.com.co"."""
    site = known.labels.get(label)
    if site is None or (len(label) <= _SHORT and not _imitates(suffix, site.suffix)):
        return None
    return _found(site, Resemblance.SUFFIX, f"it has the same name under another suffix, .{suffix} for .{site.suffix}")


def _imitates(suffix: str, own: str) -> bool:
    first, known = suffix.partition(".")[0], {own.partition(".")[0], "com"}
    return suffix != "com" and any(name.startswith(first) for name in known)


def _added(_host: str, label: str, _suffix: str, known: KnownSites) -> Lookalike | None:
    for own, rest in _cut(label):
        site = known.borne.get(own) or known.borne.get(own.replace("-", ""))
        if site is not None and _only_added(site, rest, known.lists, hyphened="-" in label):
            what = f"{' and '.join(rest)} added" if rest else "hyphens added"
            return _found(site, Resemblance.ADDED, f"it is the name {site.label} with {what}")
    return None


def _cut(label: str) -> Iterator[tuple[str, list[str]]]:
    """Every part of the label with what stands beside it: whole words between hyphens, then letters alone."""
    words = [word for word in label.split("-") if word]
    if len(words) > 1:
        yield "-".join(words), []
        for length in range(len(words) - 1, 0, -1):
            for start in range(len(words) - length + 1):
                yield "-".join(words[start : start + length]), words[:start] + words[start + length :]
        return
    for length in range(len(label) - 1, _SHORT - 1, -1):
        yield label[:length], [label[length:]]
        yield label[-length:], [label[:-length]]


def _only_added(site: KnownSite, rest: Sequence[str], lists: WordLists, *, hyphened: bool) -> bool:
    """Long names may have any word beside them after a hyphen, others only words that promise news."""
    if hyphened and len(site.label) >= _EDITED:
        return True
    words = "|".join(sorted(word for word in lists.added if hyphened or len(site.label) > _SHORT or len(word) > _SHORT))
    return all(re.fullmatch(rf"(?:{words}|\d+)+" if hyphened else rf"(?:{words})+\d*", word) for word in rest)


def _edited(_host: str, label: str, _suffix: str, known: KnownSites) -> Lookalike | None:
    if len(label) < _EDITED or label in known.lists.common:
        return None
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only a host that nobody knows needs it

    near = (own for own in known.labels if len(own) >= _EDITED and abs(len(own) - len(label)) <= 1)
    found = min((own for own in near if OSA.distance(own, label, score_cutoff=1) == 1), default=None)
    if found is None:
        return None
    return _found(known.labels[found], Resemblance.EDIT, f"it is one letter away from the name {found}")


def _found(site: KnownSite, kind: Resemblance, words: str) -> Lookalike:
    return Lookalike(outlet=site.outlet, host=site.host, kind=kind, words=words)


_RULES = (_letters, _another_suffix, _subdomain, _added, _edited)
