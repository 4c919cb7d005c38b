"""The files are read strictly, and every mistake is told with its file and line."""

from collections.abc import Mapping
from datetime import date

import pytest

from provenance.errors import DirectoryError
from provenance.model import (
    Ambiguity,
    Assertion,
    Basis,
    Confidence,
    Day,
    Evidence,
    Interval,
    Outlet,
    OutletDomain,
    OutletName,
    OutletRelation,
)
from provenance.outlets import Directory, Rater, classify, parse_directory
from tests.core.outlets.builders import (
    a_directory,
    a_domain,
    a_name,
    a_relation,
    a_table,
    an_assertion,
    an_outlet,
    files,
)


def messages(given: Mapping[str, str]) -> list[str]:
    with pytest.raises(DirectoryError) as error:
        parse_directory(given)
    return str(error.value).splitlines()


def test_rows_of_all_tables_become_one_outlet() -> None:
    directory = a_directory(
        names=[a_name("The Times of Examples", since="1999", until="2014-09")],
        domains=[a_domain("Example.ORG")],
        assertions=[an_assertion("ownership", "private", since="2001-05", asserted="2023", scope="", note="n")],
        relations=[a_relation("controlled_by", "state:XA")],
    )
    evidence = Evidence(url="https://example.org/who", quote="it is so", seen=date(2026, 11, 23))
    assert directory.outlets == {
        "times": Outlet(
            id="times",
            name="Example Times",
            country="XA",
            names=(
                OutletName(text="Example Times", language="en"),
                OutletName(
                    text="The Times of Examples",
                    language="en",
                    kind="short",
                    valid=Interval(Day("1999"), Day("2014-09")),
                ),
            ),
            domains=(OutletDomain(host="example.org"),),
            assertions=(
                Assertion(
                    outlet="times",
                    dimension="ownership",
                    value="private",
                    rater="watch",
                    basis=Basis.RESEARCH,
                    confidence=Confidence.HIGH,
                    valid=Interval(Day("2001-05")),
                    asserted="2023",
                    evidence=evidence,
                    note="n",
                ),
            ),
            relations=(OutletRelation(kind="controlled_by", other="state:XA", evidence=evidence),),
        )
    }
    assert directory.version == "2026.11"
    assert directory.raters["watch"] == Rater(id="watch", name="Watch")


def test_the_name_of_an_outlet_may_be_marked_ambiguous_in_the_names() -> None:
    directory = a_directory(names=[a_name("Example Times", ambiguity="needs_context")])
    assert directory.outlet("times").names == (
        OutletName(text="Example Times", language="en", kind="short", ambiguity=Ambiguity.NEEDS_CONTEXT),
    )


def test_folders_are_read_as_one_directory() -> None:
    given = files()
    given["b/outlets.csv"] = a_table("outlets", [an_outlet("post", "Example Post")])
    given["b/names.csv"] = a_table("names", [a_name("XTimes", outlet="times")])
    directory = parse_directory(given)
    assert sorted(directory.outlets) == ["post", "times"]
    assert [outlet.id for outlet in directory.by_name("XTimes")] == ["times"]


def test_the_digest_is_of_the_content_not_of_its_order_or_folder() -> None:
    rows = [an_outlet("a", "Alpha"), an_outlet("b", "Beta")]
    one = a_directory(outlets=rows)
    moved = {**files(outlets=rows[:1]), "b/outlets.csv": a_table("outlets", rows[1:])}
    assert parse_directory(moved).digest == one.digest
    assert a_directory(outlets=rows[::-1]).digest == one.digest
    assert a_directory(outlets=[an_outlet("a", "Alpha"), an_outlet("b", "Gamma")]).digest != one.digest


def test_files_that_are_no_table_are_left_alone() -> None:
    assert isinstance(parse_directory({**files(), "README.md": "# words"}), Directory)


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        pytest.param(
            {"assertions": [an_assertion("ownership", "private", evidence_url="", evidence_quote="", seen="")]},
            "a/assertions.csv:2: no evidence for 'times': ownership; every assertion needs a citation "
            "(evidence_url, evidence_quote, seen)",
            id="no evidence",
        ),
        pytest.param(
            {"assertions": [an_assertion("ownership", "private", evidence_quote="")]},
            "a/assertions.csv:2: the evidence has no quote; write the words of the page that say so",
            id="no quote",
        ),
        pytest.param(
            {"assertions": [an_assertion("ownership", "private", evidence_url="example.org")]},
            "a/assertions.csv:2: 'example.org' is no address; write one that was seen, beginning with https:// or "
            "http://",
            id="no address",
        ),
        pytest.param(
            {"assertions": [an_assertion("ownership", "private", seen="yesterday")]},
            "a/assertions.csv:2: seen is no day: 'yesterday'; write the day somebody looked, YYYY-MM-DD",
            id="seen",
        ),
        pytest.param(
            {"assertions": [an_assertion("owner", "private")]},
            "a/assertions.csv:2: unknown dimension 'owner'; write one of community_status, editorial_control, funding, "
            "governance, kind, "
            "legal_designation, membership, ownership, smm_code, state_affiliation",
            id="dimension",
        ),
        pytest.param(
            {"assertions": [an_assertion("state_affiliation", "maybe")]},
            "a/assertions.csv:2: 'maybe' is no value of state_affiliation; write one of no, yes",
            id="value",
        ),
        pytest.param(
            {"assertions": [an_assertion("legal_designation", "eu_frown", scope="EU")]},
            "a/assertions.csv:2: 'eu_frown' is no value of legal_designation; write a two-letter jurisdiction, '_' and "
            "one of asset_freeze, blocked, broadcast_ban, extremist_material, extremist_organisation, foreign_agent, "
            "foreign_mission, foreign_principal_register, licence_revocation, sdn, undesirable_organisation",
            id="designation",
        ),
        pytest.param(
            {"assertions": [an_assertion("legal_designation", "eu_broadcast_ban", scope="US")]},
            "a/assertions.csv:2: scope 'US' is not the jurisdiction of eu_broadcast_ban; write it in capitals",
            id="scope",
        ),
        pytest.param(
            {"assertions": [an_assertion("ownership", "private", rater="nobody")]},
            "a/assertions.csv:2: unknown rater 'nobody'; add it to raters.csv or correct the id",
            id="rater",
        ),
        pytest.param(
            {"assertions": [an_assertion("ownership", "private", basis="hunch")]},
            "a/assertions.csv:2: 'hunch' is no basis; write one of article_wording, community_consensus, "
            "curator_judgement, legal_act, platform_label, registry, research, self_declared",
            id="basis",
        ),
        pytest.param(
            {"assertions": [an_assertion("ownership", "private", basis="curator_judgement", confidence="high")]},
            "a/assertions.csv:2: a curator's judgement is never more than a guess; write confidence low",
            id="judgement is a guess",
        ),
        pytest.param(
            {"assertions": [an_assertion("ownership", "private", since="2014-13")]},
            "a/assertions.csv:2: since is no date: '2014-13'; write YYYY, YYYY-MM or YYYY-MM-DD",
            id="date",
        ),
        pytest.param(
            {"assertions": [an_assertion("ownership", "private", since="2014", until="2013-12")]},
            "a/assertions.csv:2: it ends (2013-12) before it begins (2014); swap the two days",
            id="interval",
        ),
        pytest.param(
            {"assertions": [an_assertion("ownership", "private", outlet="post")]},
            "a/assertions.csv:2: unknown outlet 'post'; add it to outlets.csv or correct the id",
            id="outlet",
        ),
        pytest.param(
            {"assertions": [an_assertion("ownership", "private")] * 2},
            "a/assertions.csv:3: this assertion stands at a/assertions.csv:2 already; remove one of the two",
            id="double",
        ),
        pytest.param(
            {"assertions": [an_assertion("ownership", "private"), an_assertion("ownership", "state")]},
            "a/assertions.csv:3: watch says private of the same days at a/assertions.csv:2; end one of the two or "
            "write when each was asserted",
            id="contradiction",
        ),
        pytest.param(
            {"names": [a_name("XT")]},
            "a/names.csv:2: 'XT' is too short to be unique; mark it needs_context or never_alone",
            id="short name",
        ),
        pytest.param(
            {"names": [a_name("Herald", kind="nickname")]},
            "a/names.csv:2: 'nickname' is no kind; write one of abbreviation, former, native, official, short",
            id="kind of name",
        ),
        pytest.param(
            {"names": [a_name("Herald", language="English")]},
            "a/names.csv:2: 'English' is no language; write its ISO 639 code, such as en",
            id="language",
        ),
        pytest.param(
            {"names": [a_name("Herald"), a_name("Herald")]},
            "a/names.csv:3: this name stands at a/names.csv:2 already; remove one of the two",
            id="name twice",
        ),
        pytest.param(
            {"domains": [a_domain("https://example.org/")]},
            "a/domains.csv:2: 'https://example.org/' is no host; write it without scheme and path, such as example.org",
            id="host",
        ),
        pytest.param(
            {"outlets": [an_outlet(), an_outlet()]},
            "a/outlets.csv:3: 'times' stands at a/outlets.csv:2 already; remove one of the two",
            id="outlet twice",
        ),
        pytest.param(
            {"outlets": [an_outlet("Times")]},
            "a/outlets.csv:2: 'Times' is no id; write small letters, digits and single hyphens",
            id="id",
        ),
        pytest.param(
            {"outlets": [an_outlet(country="Russia")]},
            "a/outlets.csv:2: 'Russia' is no country; write its ISO 3166-1 code, such as UA",
            id="country",
        ),
        pytest.param(
            {"relations": [a_relation("controlled_by", "state:XA", share="half")]},
            "a/relations.csv:2: 'half' is no share; write it in per cent, such as 51 or 50.1",
            id="share in words",
        ),
        pytest.param(
            {"relations": [a_relation("controlled_by", "state:XA", share="101")]},
            "a/relations.csv:2: '101' is no share; write it in per cent, such as 51 or 50.1",
            id="more than all",
        ),
        pytest.param(
            {
                "relations": [a_relation("successor_of", "post", share="51")],
                "outlets": [an_outlet(), an_outlet("post", "Post")],
            },
            "a/relations.csv:2: a share of something successor_of; write a share beside controlled_by alone",
            id="share of a predecessor",
        ),
        pytest.param(
            {"relations": [a_relation("part_of", "nobody")]},
            "a/relations.csv:2: unknown outlet 'nobody'; write an outlet's id or, for a controller, state:RU",
            id="other",
        ),
        pytest.param(
            {"relations": [a_relation("successor_of", "state:XA")]},
            "a/relations.csv:2: unknown outlet 'state:XA'; write an outlet's id or, for a controller, state:RU",
            id="a state is no predecessor",
        ),
        pytest.param(
            {"relations": [a_relation("controlled_by", "state:Russia")]},
            "a/relations.csv:2: 'state:Russia' is no state; write state: and the ISO 3166-1 code in capitals",
            id="state",
        ),
        pytest.param(
            {"relations": [a_relation("part_of", "times")]},
            "a/relations.csv:2: 'times' comes back to itself through 'times'; remove a relation of the circle",
            id="itself",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_remedy(tables: dict[str, list[dict[str, str]]], expected: str) -> None:
    assert messages(files(**tables)) == [expected]


def test_a_name_that_two_outlets_call_unique_is_told_for_both() -> None:
    given = files(
        outlets=[an_outlet(), an_outlet("post", "Example Post")],
        names=[a_name("The Herald"), a_name("The herald", outlet="post")],
    )
    assert messages(given) == [
        "a/names.csv:2: 'The Herald' is marked unique but post bears it too; mark it needs_context for each of them",
        "a/names.csv:3: 'The herald' is marked unique but times bears it too; mark it needs_context for each of them",
    ]


def test_a_host_of_two_outlets_is_told() -> None:
    given = files(
        outlets=[an_outlet(), an_outlet("post", "Example Post")],
        domains=[a_domain("example.org"), a_domain("example.org", outlet="post")],
    )
    assert messages(given) == ["a/domains.csv:3: this host stands at a/domains.csv:2 already; remove one of the two"]


def test_a_circle_of_controllers_is_told_for_each_of_its_relations() -> None:
    given = files(
        outlets=[an_outlet(), an_outlet("post", "Example Post")],
        relations=[a_relation("part_of", "post"), a_relation("controlled_by", "times", outlet="post")],
    )
    assert messages(given) == [
        "a/relations.csv:2: 'times' comes back to itself through 'post'; remove a relation of the circle",
        "a/relations.csv:3: 'post' comes back to itself through 'times'; remove a relation of the circle",
    ]


def test_two_assertions_of_one_rater_at_different_days_are_no_contradiction() -> None:
    directory = a_directory(
        assertions=[
            an_assertion("ownership", "private", until="2013"),
            an_assertion("ownership", "state", since="2014"),
            an_assertion("smm_code", "SC", asserted="2025"),
            an_assertion("smm_code", "ISFM", asserted="2023"),
        ]
    )
    assert len(directory.outlet("times").assertions) == 4


def test_a_judgement_with_a_citation_is_told() -> None:
    row = an_assertion("ownership", "private", basis="curator_judgement", evidence_url="https://example.org")
    assert messages(files(assertions=[row])) == [
        "a/assertions.csv:2: the evidence has no quote; write the words of the page that say so",
        "a/assertions.csv:2: seen is no day: ''; write the day somebody looked, YYYY-MM-DD",
        "a/assertions.csv:2: a curator's judgement cites nothing; change the basis or remove the evidence",
    ]


def test_columns_and_cells_are_checked() -> None:
    given = files()
    given["a/outlets.csv"] = "id,title,country\n"
    given["b/outlets.csv"] = "id,name,country\ntimes,Example, Times,XA\n"
    given["c/places.csv"] = ""
    assert messages(given) == [
        "a/outlets.csv:1: unknown column 'title'; the columns are id, name, country",
        "a/outlets.csv:1: column 'name' is missing; the columns are id, name, country",
        "b/outlets.csv:2: 4 cells for 3 columns; quote cells that hold a comma",
        (
            "c/places.csv:1: no such table; "
            "name it one of outlets, names, domains, assertions, relations, raters, contexts"
        ),
    ]


def test_a_cell_over_two_lines_does_not_shift_the_lines_told_afterwards() -> None:
    given = files()
    given["a/names.csv"] = a_table("names", [a_name("The\nHerald"), a_name("XT")])
    assert messages(given) == [
        "a/names.csv:4: 'XT' is too short to be unique; mark it needs_context or never_alone",
    ]


def test_a_broken_quotation_is_told() -> None:
    given = {**files(), "a/outlets.csv": 'id,name,country\n"times" x,Times,XA\n'}
    assert messages(given) == [
        "a/outlets.csv:2: no CSV (',' expected after '\"'); check the quotation marks of this row"
    ]


def test_a_missing_version_is_told() -> None:
    assert messages({**files(), "VERSION": " \n"}) == [
        "VERSION:1: the version is missing; write the data's version, such as 2026.11"
    ]


def test_a_rater_that_stands_twice_is_told() -> None:
    given = {**files(), "b/raters.csv": a_table("raters", [{"id": "watch", "name": "Watch"}])}
    assert messages(given) == ["raters.csv:2: the rater 'watch' stands twice; remove one of the two"]


def test_where_words_come_from_says_nothing_of_control() -> None:
    ties = [a_relation(kind, "post") for kind in ("mirror_of", "licensee_of", "syndicates_from")]
    directory = parse_directory(files(outlets=[an_outlet(), an_outlet("post", "Post")], relations=ties))
    assert {relation.kind for relation in directory.outlets["times"].relations} == {tie["kind"] for tie in ties}
    assert classify(directory, "times", None).standing.control_family == "times"


def test_a_share_is_kept_with_its_controller() -> None:
    directory = parse_directory(files(relations=[a_relation("controlled_by", "state:XA", share="50.1")]))
    assert [relation.share for relation in directory.outlets["times"].relations] == ["50.1"]
