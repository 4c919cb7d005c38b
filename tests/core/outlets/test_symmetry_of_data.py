"""Like outlets of opposed states in the data that ship: where the assertions are alike, so is the outcome."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from provenance.model import Assertion, Classification, Outlet, OutletRelation
from provenance.outlets import Directory, classify
from tests.core.outlets.shipped import core, with_packs

DAYS = [date(2013, 6, 2), date(2021, 6, 2), date(2025, 6, 2)]
ALIKE = {
    "news agencies of states": ("tass", "ukrinform", "xinhua", "anadolu", "irna", "belta", "azertac"),
    "channels for foreigners": ("rt", "cgtn", "france24", "dw", "voa", "al-jazeera", "press-tv"),
    "broadcasters by charter": ("bbc", "nhk", "ard", "suspilne"),
    "agencies and their namesakes": ("interfax", "interfax-ukraine", "turan"),
    "papers of a ruling party or a government": ("peoples-daily", "granma", "rossiyskaya-gazeta", "belarus-segodnya"),
    "radios into other states": ("sputnik", "rferl", "rfa", "rfi"),
    "national channels": ("channel-one-ru", "trt", "cctv", "mti", "pap"),
    "private and close to power": ("lenta", "hurriyet", "ani", "tanjug", "apa-az"),
    "newsrooms in exile": ("meduza", "tv-rain", "iran-international", "belsat", "nasha-niva"),
    "wires": ("reuters", "ap", "afp", "dpa", "kyodo", "pti", "yonhap"),
    "tabloids": ("komsomolskaya-pravda", "bild", "daily-mail"),
    "business papers": ("kommersant", "vedomosti", "ft", "wsj", "scmp"),
    "critical papers at home": ("novaya-gazeta", "cumhuriyet", "dawn", "haaretz"),
    "agencies of the Gulf and the Levant": ("spa", "qna", "wam", "sana", "mena"),
}


def outcome(found: Classification) -> tuple[str, str, str]:
    return found.standing.label, found.standing.state_affiliated, found.rule


def in_anothers_place(directory: Directory, one: str, other: str) -> Directory:
    """`other` with its own country and all that is said of `one`, but not a tie to itself."""
    left, right = directory.outlet(one), directory.outlet(other)
    moved = replace(
        right,
        assertions=tuple(replace(assertion, outlet=other) for assertion in left.assertions),
        relations=tuple(_moved(relation, left, right) for relation in left.relations if relation.other != other),
    )
    return replace(directory, outlets={**directory.outlets, other: moved})


def _moved(relation: OutletRelation, left: Outlet, right: Outlet) -> OutletRelation:
    return replace(relation, other=relation.other.replace(f"state:{left.country}", f"state:{right.country}"))


@pytest.mark.parametrize("alike", ALIKE.values(), ids=ALIKE.keys())
@pytest.mark.parametrize("day", DAYS)
def test_what_is_said_of_one_would_give_the_other_the_same_label(alike: tuple[str, ...], day: date) -> None:
    for one, other in permutations(alike, 2):
        moved = in_anothers_place(with_packs(), one, other)
        got, wanted = (outcome(classify(*of, day)) for of in ((moved, other), (with_packs(), one)))
        assert got == wanted, (one, other)


def said(found: Classification) -> frozenset[tuple[str, str, int, str]]:
    """What counted, with raters and evidence left aside but for who is whom."""
    raters: dict[str, int] = {}
    held = sorted((*found.assertions, *found.dissent), key=lambda one: (one.dimension, one.value, one.rater))
    return frozenset(_said(held, raters))


def _said(held: Iterable[Assertion], raters: dict[str, int]) -> Iterable[tuple[str, str, int, str]]:
    for one in held:
        yield one.dimension, one.value, raters.setdefault(one.rater, len(raters)), one.basis


@pytest.mark.parametrize("day", DAYS)
def test_all_of_whom_the_same_is_said_have_one_outcome(day: date) -> None:
    outcomes: dict[frozenset[tuple[str, str, int, str]], dict[tuple[str, str, str], list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for outlet in with_packs().outlets:
        found = classify(with_packs(), outlet, day)
        outcomes[said(found)][outcome(found)].append(outlet)
    unlike = [dict(found) for found in outcomes.values() if len(found) > 1]
    assert not unlike, unlike
    several_states = [
        outlets
        for found in outcomes.values()
        for outlets in found.values()
        if len({with_packs().outlet(outlet).country for outlet in outlets}) > 1
    ]
    assert len(several_states) >= 12


@pytest.mark.parametrize("outlet", sorted(core().outlets))
def test_no_outlet_owes_its_label_to_what_a_state_did_to_it(outlet: str) -> None:
    known = core().outlet(outlet)
    without = replace(known, assertions=tuple(one for one in known.assertions if one.dimension != "legal_designation"))
    spared = replace(core(), outlets={**core().outlets, outlet: without})
    got, wanted = (classify(of, outlet, DAYS[-1]).standing for of in (spared, core()))
    assert got == wanted
