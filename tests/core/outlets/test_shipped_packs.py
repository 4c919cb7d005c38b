"""The packs that ship: valid beside the core, more outlets, and nothing of the core changed."""

import csv
from dataclasses import replace

import pytest

from provenance.model import Ambiguity
from provenance.outlets import Directory
from provenance.outlets.entries import hosts_in
from tests.core.outlets.shipped import core, texts, with_packs


def test_the_matrix_is_on_by_default_and_the_communitys_list_is_not() -> None:
    assert [pack.id for pack in with_packs().packs] == ["asd"]
    assert with_packs().version.endswith(" + asd 2023")


def test_the_matrix_brings_hundreds_of_outlets_and_almost_all_of_its_hosts() -> None:
    more = with_packs().outlets.keys() - core().outlets.keys()
    known = [host for host in listed_hosts() if with_packs().by_host(host)]
    assert len(more) > 500
    assert len(known) > 950


def listed_hosts() -> set[str]:
    rows = csv.DictReader(texts("packs")["asd/State_Media_Matrix.csv"].splitlines())
    return {host for row in rows for host in hosts_in(row["URL"])}


@pytest.mark.parametrize("chosen", [("asd",), ("rsp",), ("asd", "rsp")])
def test_packs_only_add_to_the_core(chosen: tuple[str, ...]) -> None:
    whole = with_packs(*chosen)
    for identity, outlet in core().outlets.items():
        found = whole.outlet(identity)
        assert set(outlet.assertions) <= set(found.assertions)
        assert set(outlet.domains) <= set(found.domains)
        assert replace(found, assertions=outlet.assertions, domains=outlet.domains) == outlet


@pytest.mark.parametrize("chosen", [("asd",), ("asd", "rsp")])
def test_no_outlet_of_a_pack_bears_a_name_of_the_core(chosen: tuple[str, ...]) -> None:
    whole = with_packs(*chosen)
    borne = {name.text.casefold() for outlet in core().outlets.values() for name in outlet.names}
    for outlet in (one for one in whole.outlets.values() if one.id not in core().outlets):
        assert not borne & {name.text.casefold() for name in outlet.names}, outlet.id


def test_a_single_word_of_a_pack_never_stands_for_its_outlet_without_context() -> None:
    for outlet in (one for one in with_packs().outlets.values() if one.id not in core().outlets):
        for name in outlet.names:
            assert name.ambiguity is not Ambiguity.UNIQUE or not name.text.isalpha(), name.text


@pytest.mark.parametrize(
    ("host", "outlet"),
    [("granma.cu", "granma"), ("www.newvision.co.ug", "new-vision"), ("learningenglish.voanews.com", "voa")],
)
def test_a_host_of_the_matrix_means_its_outlet(host: str, outlet: str) -> None:
    found = with_packs().by_host(host)
    assert found is not None
    assert found.id == outlet


@pytest.mark.parametrize("host", ["moi.gov.mm", "pdvsa.com", "facebook.com", "bna.bh.example"])
def test_a_host_of_no_single_outlet_means_none(host: str) -> None:
    assert with_packs().by_host(host) is None


def test_every_pack_has_its_licence_and_credit() -> None:
    both: Directory = with_packs("asd", "rsp")
    assert all(pack.credit and f"{pack.id}/LICENSE" in texts("packs") for pack in both.packs)
    assert "ShareAlike 4.0" in texts("packs")["rsp/LICENSE"]


def test_the_communitys_word_comes_with_its_pack_alone() -> None:
    said = {
        one.value for one in with_packs("asd", "rsp").outlet("tass").assertions if one.dimension == "community_status"
    }
    assert said == {"generally_unreliable"}
    assert not [one for one in with_packs().outlet("tass").assertions if one.dimension == "community_status"]
