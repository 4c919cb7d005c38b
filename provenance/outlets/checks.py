"""What no single row can show: doubles, contradictions, names that two outlets claim, controllers in a circle."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations

from provenance.model import Ambiguity, Assertion, Interval, OutletDomain, OutletName, OutletRelation
from provenance.outlets.control import BACKWARD, UPWARD
from provenance.outlets.dimensions import SINGLE_VALUED
from provenance.outlets.names import name_key
from provenance.outlets.records import Fact
from provenance.outlets.tables import Problems, Row

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")


def check_outlet_rows(rows: Sequence[Row], problems: Problems) -> None:
    first: dict[str, str] = {}
    for row in rows:
        identity = row["id"]
        if not _SLUG.fullmatch(identity):
            problems.add(row.place, f"{identity!r} is no id", "write small letters, digits and single hyphens")
        if not row["name"]:
            problems.add(row.place, f"{identity!r} has no name", "write the name readers know it by")
        if row["country"] and not _COUNTRY.fullmatch(row["country"]):
            problems.add(row.place, f"{row['country']!r} is no country", "write its ISO 3166-1 code, such as UA")
        if identity in first:
            problems.add(row.place, f"{identity!r} stands at {first[identity]} already", "remove one of the two")
        first.setdefault(identity, row.place)


def check_known(rows: Iterable[Row], known: frozenset[str], problems: Problems) -> None:
    for row in rows:
        if row["outlet"] not in known:
            problems.add(row.place, f"unknown outlet {row['outlet']!r}", "add it to outlets.csv or correct the id")


def check_names(names: Sequence[Fact[OutletName]], problems: Problems) -> None:
    """`names` includes the names of outlets.csv."""
    bearers: dict[str, list[Fact[OutletName]]] = defaultdict(list)
    for fact in names:
        bearers[name_key(fact.value.text).casefold()].append(fact)
    for facts in bearers.values():
        others = {fact.outlet for fact in facts}
        for fact in facts:
            if len(others) > 1 and fact.value.ambiguity is Ambiguity.UNIQUE:
                also = ", ".join(sorted(others - {fact.outlet}))
                what = f"{fact.value.text!r} is marked unique but {also} bears it too"
                problems.add(fact.place, what, "mark it needs_context for each of them")


def check_doubles(
    names: Sequence[Fact[OutletName]],
    domains: Sequence[Fact[OutletDomain]],
    assertions: Sequence[Fact[Assertion]],
    relations: Sequence[Fact[OutletRelation]],
    problems: Problems,
) -> None:
    _check_double([(fact.place, (fact.outlet, fact.value.text)) for fact in names], "this name", problems)
    _check_double([(fact.place, fact.value.host) for fact in domains], "this host", problems)
    _check_double([(fact.place, fact.value) for fact in assertions], "this assertion", problems)
    _check_double([(fact.place, (fact.outlet, fact.value)) for fact in relations], "this relation", problems)


def _check_double(keys: Iterable[tuple[str, Hashable]], what: str, problems: Problems) -> None:
    first: dict[Hashable, str] = {}
    for place, key in keys:
        if key in first:
            problems.add(place, f"{what} stands at {first[key]} already", "remove one of the two")
        first.setdefault(key, place)


def check_raters_agree_with_themselves(assertions: Sequence[Fact[Assertion]], problems: Problems) -> None:
    """Of one day a rater says one thing; words of another day replace it."""
    said: dict[Hashable, list[Fact[Assertion]]] = defaultdict(list)
    for fact in assertions:
        one = fact.value
        if one.dimension in SINGLE_VALUED:
            said[fact.outlet, one.dimension, one.rater, one.scope, one.asserted].append(fact)
    for facts in said.values():
        for left, right in combinations(facts, 2):
            if left.value.value != right.value.value and overlap(left.value.valid, right.value.valid):
                what = f"{left.value.rater} says {left.value.value} of the same days at {left.place}"
                problems.add(right.place, what, "end one of the two or write when each was asserted")


def overlap(left: Interval, right: Interval) -> bool:
    return _begins_before_end(left, right) and _begins_before_end(right, left)


def _begins_before_end(left: Interval, right: Interval) -> bool:
    return left.since is None or right.until is None or left.since.first <= right.until.last


def check_circles(relations: Sequence[Fact[OutletRelation]], problems: Problems) -> None:
    for kinds in (UPWARD, BACKWARD):
        edges = [fact for fact in relations if fact.value.kind in kinds]
        above: dict[str, set[str]] = defaultdict(set)
        for fact in edges:
            above[fact.outlet].add(fact.value.other)
        for fact in edges:
            if fact.outlet in _reachable(fact.value.other, above):
                what = f"{fact.outlet!r} comes back to itself through {fact.value.other!r}"
                problems.add(fact.place, what, "remove a relation of the circle")


def _reachable(start: str, above: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(above.get(current, ()))
    return found
