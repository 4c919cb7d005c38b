"""Packs: a rater's whole list beside the core, merged by host and never over what the core says."""

from collections.abc import Mapping
from datetime import date

import pytest

from provenance.errors import DirectoryError
from provenance.model import Ambiguity, Basis, Evidence, Label, OutletDomain, StateAffiliation
from provenance.outlets import Directory, classify, parse_directory
from tests.core.outlets.builders import a_domain, a_name, an_assertion, an_outlet, files
from tests.core.outlets.packs import LISTS, a_community, a_manifest, a_matrix, a_medium

Cells = Mapping[str, str]


def with_pack(pack: Mapping[str, str], **tables: list[Cells]) -> Directory:
    return parse_directory(files(**tables) | LISTS, pack)


def with_rows(*rows: Cells, **tables: list[Cells]) -> Directory:
    return with_pack(a_matrix(*rows), **tables)


def hosts(directory: Directory, outlet: str) -> list[str]:
    return [domain.host for domain in directory.outlet(outlet).domains]


def test_a_row_whose_host_nobody_has_makes_an_outlet() -> None:
    directory = with_rows(a_medium("Utopia Telegraph", "https://www.telegraph.example/en/"))
    outlet = directory.outlet("utopia-telegraph")
    assert (outlet.name, outlet.country) == ("Utopia Telegraph", "XA")
    assert outlet.domains == (OutletDomain(host="telegraph.example"),)
    (assertion,) = outlet.assertions
    assert (assertion.dimension, assertion.value, assertion.rater) == ("smm_code", "SC", "lister")
    assert (assertion.asserted, assertion.basis) == ("2023", Basis.RESEARCH)
    assert assertion.evidence == Evidence(
        url="https://example.org/list",
        title="list.csv",
        quote="Utopia,Utopia Telegraph,Utopia Telegraph,https://www.telegraph.example/en/,SC",
        seen=date(2026, 11, 23),
    )
    assert classify(directory, "utopia-telegraph", date(2025, 1, 1)).standing.label is Label.STATE_CONTROLLED


def test_a_row_whose_host_the_core_knows_adds_its_assertion_and_nothing_else() -> None:
    core = [a_domain("times.example")]
    directory = with_rows(a_medium("Times of Utopia", "http://news.times.example"), domains=core)
    outlet = directory.outlet("times")
    assert [(one.value, one.rater) for one in outlet.assertions] == [("SC", "lister")]
    assert (outlet.name, outlet.country, [name.text for name in outlet.names]) == (
        "Example Times",
        "XA",
        ["Example Times"],
    )
    assert list(directory.outlets) == ["times"]


def test_what_the_core_has_of_the_same_rater_stands() -> None:
    pack = a_matrix(a_medium("Times", "times.example", "SC")) | {
        "list/pack.toml": a_manifest("state_media_matrix", "list.csv").replace('id = "lister"', 'id = "watch"')
    }
    said = [an_assertion("smm_code", "ISFM", asserted="2023")]
    directory = with_pack(pack, domains=[a_domain("times.example")], assertions=said)
    assert [one.value for one in directory.outlet("times").assertions] == ["ISFM"]


def test_further_hosts_of_a_medium_that_the_core_knows_are_its_hosts() -> None:
    rows = [a_medium("Times", "times.example"), a_medium("Times", "https://timesphoto.example")]
    directory = with_rows(*rows, domains=[a_domain("times.example")])
    assert hosts(directory, "times") == ["times.example", "timesphoto.example"]


def test_rows_of_one_medium_are_one_outlet() -> None:
    rows = [a_medium("Utopia Wire", "wire.example"), a_medium("Utopia Wire", "https://wire.org; http://wire.net/")]
    directory = with_rows(*rows)
    assert hosts(directory, "utopia-wire") == ["wire.example", "wire.net", "wire.org"]
    assert len(directory.outlet("utopia-wire").assertions) == 1


def test_a_host_of_several_media_of_one_company_is_the_companys() -> None:
    company = {"Media company": "Utopia Broadcasting (UB)"}
    directory = with_rows(a_medium("Channel A", "ub.example", **company), a_medium("Radio A", "ub.example", **company))
    outlet = directory.outlet("utopia-broadcasting")
    assert [(name.text, name.ambiguity) for name in outlet.names] == [
        ("UB", Ambiguity.NEEDS_CONTEXT),
        ("Utopia Broadcasting", Ambiguity.UNIQUE),
    ]


def test_media_that_a_list_rates_apart_on_one_host_are_scopes() -> None:
    company = {"Media company": "Utopia Broadcasting"}
    rows = [
        a_medium("Channel A", "ub.example", "CaPr", **company),
        a_medium("Radio A", "ub.example", "ISFM", **company),
    ]
    outlet = with_rows(*rows).outlet("utopia-broadcasting")
    assert [(one.scope, one.value) for one in outlet.assertions] == [("Channel A", "CaPr"), ("Radio A", "ISFM")]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([a_medium("Anis", "")], id="no host"),
        pytest.param([a_medium("Anis", "Facebook page")], id="no address"),
        pytest.param([a_medium("Anis", "https://www.facebook.com/anis")], id="a social network"),
        pytest.param([a_medium("Anis", "https://anis.blogspot.com")], id="below a platform"),
        pytest.param([a_medium("Anis", "https://parliament.example/tv")], id="a body that is no outlet"),
        pytest.param([a_medium("Anis", "gov.example"), a_medium("Hewad", "gov.example")], id="of two companies"),
        pytest.param([a_medium("Anis", "anis.example", "")], id="not rated"),
    ],
)
def test_a_row_without_a_host_of_its_own_makes_no_outlet(rows: list[Cells]) -> None:
    assert list(with_rows(*rows).outlets) == ["times"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"Typology": "ISFM?"}, ("ISFM", "low", "the list writes ISFM?")),
        ({"Notes": "Merged from Hamilton"}, ("SC", "medium", "the list notes: Merged from Hamilton")),
        ({"Status": "Currently Not Functional"}, ("SC", "high", "the list notes: Currently Not Functional")),
        ({"Status": "x"}, ("SC", "high", None)),
    ],
)
def test_what_a_list_doubts_is_told(cells: Cells, expected: tuple[str, str, str | None]) -> None:
    (assertion,) = with_rows({**a_medium("Utopia Wire", "wire.example"), **cells}).outlet("utopia-wire").assertions
    assert (assertion.value, assertion.confidence, assertion.note) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Utopia Telegraph", {"Utopia Telegraph": Ambiguity.UNIQUE}),
        ("Print: Utopia Telegraph*", {"Utopia Telegraph": Ambiguity.UNIQUE}),
        ("Telegraphos", {"Telegraphos": Ambiguity.NEEDS_CONTEXT}),
        ("Trend", {"Trend": Ambiguity.NEVER_ALONE}),
        ("Daily News", {"Daily News": Ambiguity.NEEDS_CONTEXT}),
        ("Radio 1", {"Radio 1": Ambiguity.NEEDS_CONTEXT}),
        ("A B", {"A B": Ambiguity.NEEDS_CONTEXT}),
        ("Utopia Wire (UW)", {"Utopia Wire": Ambiguity.UNIQUE, "UW": Ambiguity.NEEDS_CONTEXT}),
        ("Utopia Wire (Утопия)", {"Utopia Wire": Ambiguity.UNIQUE, "Утопия": Ambiguity.NEEDS_CONTEXT}),
        ("Utopia Wire (English)", {"Utopia Wire": Ambiguity.UNIQUE}),
    ],
)
def test_a_name_of_a_pack_is_trusted_only_as_far_as_it_tells(name: str, expected: dict[str, Ambiguity]) -> None:
    (outlet,) = (one for one in with_rows(a_medium(name, "host.example")).outlets.values() if one.id != "times")
    assert {one.text: one.ambiguity for one in outlet.names} == expected


def test_a_name_that_the_core_bears_is_left_out_and_keeps_its_matches() -> None:
    directory = with_rows(a_medium("Example Times", "other.example"))
    assert [one.outlets for one in directory.mentions("Example Times wrote")] == [("times",)]
    assert directory.outlet("example-times-other-example").name == "Example Times (other.example)"


def test_an_id_that_is_taken_or_wanted_twice_gets_the_packs_id_and_a_host() -> None:
    rows = [a_medium("Ü", "one.example"), a_medium("U!", "two.example"), a_medium("Times", "three.example")]
    assert sorted(with_rows(*rows).outlets) == ["list-one-example", "list-three-example", "list-two-example", "times"]


def test_two_media_of_one_name_both_need_context() -> None:
    rows = [a_medium("Utopia Wire", "one.example"), a_medium("utopia wire", "two.example")]
    directory = with_rows(*rows)
    names = [(name.text, name.ambiguity) for outlet in directory.outlets.values() for name in outlet.names]
    assert ("Utopia Wire", Ambiguity.NEEDS_CONTEXT) in names
    assert directory.outlet("utopia-wire-one-example").name == "Utopia Wire (one.example)"


def test_the_order_of_the_rows_of_a_list_decides_no_id() -> None:
    rows = [a_medium("One Wire", "one.example"), a_medium("Two Wire", "two.example"), a_medium("One Wire", "a.example")]
    assert set(with_rows(*rows).outlets) == set(with_rows(*rows[::-1]).outlets)


def test_a_directory_states_the_editions_of_its_packs_and_a_digest_over_all() -> None:
    pack = a_matrix(a_medium("Utopia Wire", "wire.example"))
    alone, both = parse_directory(files(), pack, []), parse_directory(files(), pack)
    assert (alone.version, both.version) == ("2026.11", "2026.11 + list 2023")
    assert alone.digest == parse_directory(files()).digest != both.digest
    assert [pack.credit for pack in both.packs] == ["Listers"]


@pytest.mark.parametrize(
    ("files_of_pack", "chosen", "expected"),
    [
        (
            a_matrix(a_medium("Wire", "wire.example", "XX")),
            None,
            "packs/list/list.csv:2: 'XX' is no value of smm_code; write one of CaPr, CaPu, IP, ISF, ISFM, ISM, SC",
        ),
        (
            a_matrix(a_medium("Wire", "wire.example", Country="Nowhere")),
            None,
            "packs/list/list.csv:2: the country 'Nowhere' has no code; add it to packs/list/countries.csv",
        ),
        (a_matrix(), ["other"], "packs: no pack 'other'; PROVENANCE_PACKS takes list"),
        (
            a_matrix(format="unheard"),
            None,
            (
                "packs/list/pack.toml: no reader for the format 'unheard'; the formats are perennial_sources, "
                "state_media_matrix; the list lies beside it"
            ),
        ),
        (
            {"list/pack.toml": "id = 7"},
            None,
            (
                "packs/list/pack.toml: missing or of the wrong kind: id, name, edition, format, file, source, licence, "
                "credit, rater.id, rater.name, rater.url, seen, default; write them as in the other packs"
            ),
        ),
        (
            a_community({"name": "Wire", "status": "zz"}),
            None,
            "packs/list/list.jsonl:1: no entry (KeyError('zz')); write an object with name and a known status",
        ),
    ],
)
def test_a_mistake_in_a_pack_is_told_with_its_place(
    files_of_pack: dict[str, str], chosen: list[str] | None, expected: str
) -> None:
    with pytest.raises(DirectoryError) as error:
        parse_directory(files(), files_of_pack, chosen)
    assert str(error.value).splitlines() == [expected]


def test_a_communitys_word_is_shown_by_topic_and_never_counts() -> None:
    rows = [
        {"name": "Times", "status": "nc", "domain": "times.example/en", "content_qualifier": "(general topics)"},
        {"name": "Times", "status": "gu", "domain": "times.example", "content_qualifier": "(politics)"},
    ]
    owned = [an_assertion("ownership", "private")]
    directory = with_pack(a_community(*rows), domains=[a_domain("times.example")], assertions=owned)
    said = [(one.scope, one.value) for one in directory.outlet("times").assertions if one.rater == "lister"]
    assert said == [("politics", "generally_unreliable"), ("general topics", "no_consensus")]
    standing = classify(directory, "times", date(2025, 1, 1))
    assert standing.standing.state_affiliated is StateAffiliation.NO
    assert [one.dimension for one in standing.assertions] == ["ownership"]


def test_a_quote_of_a_wiki_has_no_markup_and_an_end() -> None:
    summary = "''Wire'' is [[Reliability|reliable]] as " + "said " * 80
    row = {"name": "Utopia Wire", "status": "gr", "domain": "wire.example", "summary": summary}
    (assertion,) = with_pack(a_community(row)).outlet("utopia-wire").assertions
    assert assertion.evidence is not None
    assert assertion.evidence.quote is not None
    assert assertion.evidence.quote.startswith("Wire is reliable as said")
    assert len(assertion.evidence.quote) < 245


def test_names_of_the_core_that_differ_in_case_alone_are_left_out() -> None:
    core = [a_name("Utopia Wire")]
    directory = with_rows(a_medium("UTOPIA WIRE", "wire.example"), outlets=[an_outlet()], names=core)
    assert [one.outlets for one in directory.mentions("UTOPIA WIRE")] == [("times",)]
