"""Outlets that articles credit by a name which the directory did not know when these were read, and knows now."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from provenance.model import AgentKind, Ambiguity, Outlet, Role
from provenance.outlets import Directory
from provenance.storage import Tally


@lru_cache(maxsize=4)
def names_known(directory: Directory) -> Mapping[str, str]:
    """By name in small letters, the id of the outlet that bears it. That an outlet is meant, the article's credit says;
    names that several bear, and those that mean this outlet only beside other words, are left out."""
    texts = {text for outlet in directory.outlets.values() for text in _texts(outlet)}
    return {text.casefold(): outlet for text in sorted(texts) if (outlet := _meant(text, directory))}


def _texts(outlet: Outlet) -> set[str]:
    return {outlet.name, *(name.text for name in outlet.names)}


def _meant(text: str, directory: Directory) -> str | None:
    mentions = directory.mentions(text)
    if len(mentions) != 1 or len(mentions[0].outlets) != 1 or mentions[0].ambiguity is Ambiguity.NEVER_ALONE:
        return None
    return mentions[0].outlets[0] if mentions[0].span.of(text) == text else None


def names_of(outlet: Outlet, directory: Directory) -> tuple[str, ...]:
    known = names_known(directory)
    return tuple(sorted(text for text in _texts(outlet) if known.get(text.casefold()) == outlet.id))


def known_and_strange(tallies: Iterable[Tally], directory: Directory) -> tuple[dict[str, list[Tally]], list[Tally]]:
    """Those that the directory knows by now, by the outlet's id, and the others in their order."""
    by_name = names_known(directory)
    known: dict[str, list[Tally]] = {}
    strange = []
    for tally in tallies:
        if outlet := by_name.get(tally.name.casefold()):
            known.setdefault(outlet, []).append(tally)
        else:
            strange.append(tally)
    return known, strange


def carried_by(outlet: Outlet, tallies: Iterable[Tally | None]) -> Tally | None:
    """What the outlet is credited with, by its id and by names; None where there is nothing."""
    held = [tally for tally in tallies if tally]
    if not held:
        return None
    return Tally(
        outlet=outlet.id,
        name=outlet.name,
        kind=AgentKind.OUTLET,
        role=Role.CARRIER,
        claims=sum(tally.claims for tally in held),
        articles=sum(tally.articles for tally in held),
    )
