"""Lists that others made are merged by host: what is known is left, what contradicts is told, nothing is guessed."""

from collections.abc import Mapping

import pytest

from provenance.errors import DirectoryError
from provenance.model import Ambiguity
from provenance.outlets import (
    MATRIX_COLUMNS,
    Defaults,
    Directory,
    Entry,
    Fate,
    NewRow,
    Planned,
    Row,
    directory_tables,
    host_in,
    make_cells,
    matrix_entries,
    plain_entries,
    plan_entries,
    plan_rows,
    with_rows,
)
from provenance.outlets.list_entries import plain_name
from tests.core.outlets.builders import (
    EVIDENCE,
    a_directory,
    a_domain,
    a_name,
    a_relation,
    an_assertion,
    an_outlet,
)

DEFAULTS = Defaults(
    rater="watch",
    asserted="2024",
    dated=True,
    seen="2026-11-26",
    basis="research",
    confidence="medium",
    evidence_url="https://example.org/list",
)


def base() -> Directory:
    return a_directory(
        outlets=[an_outlet(), an_outlet("courier", "Daily Courier", "XB")],
        names=[a_name("The Times of Examples", ambiguity="needs_context")],
        domains=[a_domain("times.example"), a_domain("courier.example", "courier")],
        assertions=[an_assertion("ownership", "private", asserted="2023")],
        relations=[a_relation("part_of", "courier")],
    )


def an_entry(**cells: str | None) -> Entry:
    said = {"ownership": "private", **cells}
    value = said.pop("ownership")
    assertion = {"dimension": "ownership", "value": value or "", "rater": "watch", "asserted": "2024"}
    assertion |= {"basis": "research", "confidence": "high", **EVIDENCE}
    values = {"host": "times.example", "name": "Example Times", "country": "XA", **said}
    return Entry(place="list.csv:2", assertion=assertion, given=frozenset({"asserted"}), **values)


def planned(*entries: Entry) -> tuple[Planned, ...]:
    directory = base()
    return plan_entries(directory, entries, directory.raters)


def fates(*entries: Entry) -> list[tuple[Fate, str | None]]:
    return [(each.fate, each.outlet) for each in planned(*entries)]


def grown(*entries: Entry) -> Directory:
    return with_rows(base(), [row for each in planned(*entries) for row in each.rows])


@pytest.mark.parametrize("host", ["times.example", "www.times.example", "en.times.example"])
def test_a_host_below_a_known_one_is_its_outlet(host: str) -> None:
    assert fates(an_entry(host=host)) == [(Fate.NEW, "times")]


def test_a_host_that_only_resembles_a_known_one_is_another() -> None:
    assert fates(an_entry(host="thetimes.example", name="Another")) == [(Fate.NEW_OUTLET, "another")]


def test_a_new_outlet_comes_with_its_host_its_name_and_what_is_asserted() -> None:
    after = grown(an_entry(host="gazette.example", name="Village Gazette", country="XC"))
    made = after.outlets["village-gazette"]
    assert (made.name, made.country) == ("Village Gazette", "XC")
    assert [domain.host for domain in made.domains] == ["gazette.example"]
    assert [(name.text, name.ambiguity) for name in made.names] == [("Village Gazette", Ambiguity.NEEDS_CONTEXT)]
    assert [(one.dimension, one.value, one.asserted) for one in made.assertions] == [("ownership", "private", "2024")]


def test_a_new_outlet_of_one_word_is_never_meant_by_the_word_alone() -> None:
    after = grown(an_entry(host="horizons.example", name="Horizons"))
    assert after.mentions("New Horizons opened")[0].ambiguity is Ambiguity.NEVER_ALONE


def test_the_same_words_are_already_there_even_in_the_same_list() -> None:
    fresh = an_entry(host="gazette.example", name="Village Gazette", country="XC")
    assert fates(fresh, fresh) == [(Fate.NEW_OUTLET, "village-gazette"), (Fate.THERE, "village-gazette")]


def test_what_the_list_does_not_date_is_no_difference() -> None:
    entry = an_entry()
    undated = Entry(place="list.csv:2", host=entry.host, name=entry.name, assertion=entry.assertion)
    assert fates(undated) == [(Fate.THERE, "times")]


def test_a_newer_edition_is_new_and_both_stay() -> None:
    after = grown(an_entry(ownership="state"))
    said = [(one.asserted, one.value) for one in after.outlets["times"].assertions]
    assert sorted(said) == [("2023", "private"), ("2024", "state")]


def test_what_was_said_before_is_told() -> None:
    assert planned(an_entry(ownership="state"))[0].what == "ownership state by watch, who said private at another time"


def test_a_rater_that_says_otherwise_of_the_same_days_is_a_conflict() -> None:
    results = planned(an_entry(), an_entry(ownership="state"))
    assert [each.fate for each in results] == [Fate.NEW, Fate.CONFLICT]
    assert results[1].what == "ownership state by watch, who says private of the same days"
    assert results[1].rows == ()


def test_a_host_of_one_outlet_with_the_name_of_another_is_a_conflict() -> None:
    result = planned(an_entry(name="Daily Courier"))[0]
    assert result.fate is Fate.CONFLICT
    assert result.what == "the host times.example is that of times, the name 'Daily Courier' that of courier"


def test_a_known_name_at_an_unknown_host_of_the_same_country_is_a_conflict() -> None:
    result = planned(an_entry(host="courier.test", name="Daily Courier", country="XB"))[0]
    assert result.fate is Fate.CONFLICT
    assert result.what == "courier bears the name 'Daily Courier' and is not known at courier.test"


def test_a_known_name_in_another_country_is_another_outlet_and_says_so() -> None:
    result = planned(an_entry(host="courier.test", name="Daily Courier", country="XC"))[0]
    assert (result.fate, result.outlet) == (Fate.NEW_OUTLET, "daily-courier")
    assert "a name that courier bears too" in result.what
    assert [
        outlet.id
        for outlet in grown(an_entry(host="courier.test", name="Daily Courier", country="XC")).by_name("Daily Courier")
    ] == ["courier", "daily-courier"]


def test_another_name_at_a_known_host_is_not_added() -> None:
    result = planned(an_entry(name="Times on Sunday"))[0]
    assert result.outlet == "times"
    assert "the name 'Times on Sunday' is not added to times" in result.what
    assert [row.table for row in result.rows] == ["assertions"]


@pytest.mark.parametrize(
    ("cells", "outlet"),
    [
        ({"host": None, "name": "Daily Courier", "country": "XB"}, "courier"),
        ({"host": None, "name": "Daily Courier", "country": None}, "courier"),
        ({"host": None, "name": "Daily Courier", "country": "XC"}, None),
        ({"host": None, "name": "Village Gazette"}, None),
        ({"host": "gazette.example", "name": None}, None),
        ({"host": "facebook.com", "name": "Village Gazette"}, None),
    ],
)
def test_without_a_host_a_name_must_be_known_in_the_country(
    cells: Mapping[str, str | None], outlet: str | None
) -> None:
    expected = (Fate.NEW, outlet) if outlet else (Fate.LEFT_OUT, None)
    assert fates(an_entry(**cells)) == [expected]


def test_a_row_that_is_wrong_is_refused_by_the_directory_with_its_line() -> None:
    with pytest.raises(DirectoryError, match=r"^list\.csv:2: 'mine' is no value of ownership"):
        grown(an_entry(ownership="mine"))


def test_the_rows_of_a_directory_are_all_there_and_make_it_again() -> None:
    directory = base()
    rows = [
        NewRow(table=table, cells=make_cells(table, cells), place=table)
        for table, content in directory_tables(directory).items()
        for cells in content
    ]
    assert {each.fate for each in plan_rows(directory, rows)} == {Fate.THERE}
    assert {each.fate for each in plan_rows(a_directory(outlets=[]), rows)} == {Fate.NEW, Fate.NEW_OUTLET, Fate.THERE}
    assert with_rows(a_directory(outlets=[]), rows).outlets == directory.outlets


def a_row(**cells: str) -> Row:
    return Row("list.csv:2", cells)


def test_a_plain_row_is_completed_by_what_holds_for_the_list() -> None:
    row = a_row(
        host="https://www.Times.example/about?x=1",
        name="Example Times",
        country="Ukraine",
        dimension="ownership",
        value="state",
    )
    entry = plain_entries([row], DEFAULTS, {"Ukraine": "UA"}.get)[0]
    assert (entry.host, entry.country, entry.given) == ("times.example", "UA", {"dimension", "value", "asserted"})
    assert entry.assertion == {
        "dimension": "ownership",
        "value": "state",
        "rater": "watch",
        "asserted": "2024",
        "basis": "research",
        "confidence": "medium",
        "evidence_url": "https://example.org/list",
        "evidence_title": "",
        "evidence_quote": "https://www.Times.example/about?x=1,Example Times,Ukraine,ownership,state",
        "seen": "2026-11-26",
    }


def test_a_plain_row_that_cites_its_own_page_keeps_it() -> None:
    row = a_row(
        host="times.example",
        dimension="ownership",
        value="state",
        evidence_url="https://example.org/a",
        evidence_quote="so",
    )
    entry = plain_entries([row], DEFAULTS, lambda _: None)[0]
    assert entry.assertion is not None
    assert (entry.assertion["evidence_url"], entry.assertion["evidence_quote"]) == ("https://example.org/a", "so")
    assert entry.assertion["seen"] == "2026-11-26"


def test_a_plain_row_can_name_an_outlet_and_assert_nothing() -> None:
    entry = plain_entries([a_row(outlet="times", dimension="", value="")], DEFAULTS, lambda _: None)[0]
    assert (entry.outlet, entry.assertion) == ("times", None)


def a_matrix_row(**cells: str) -> Row:
    made = {
        "Country": "Xanadu",
        "Media company": "Xanadu Press Company*",
        "Main assets": "News agency: Xanadu News",
        "URL": "http://www.xanadu.example/en/",
        "Typology": "SC",
        "Status": "",
        "Notes": "",
    }
    return Row("matrix.csv:3", {**made, **{key.replace("_", " "): value for key, value in cells.items()}})


def of_matrix(**cells: str) -> Entry:
    return matrix_entries([a_matrix_row(**cells)], DEFAULTS, {"Xanadu": "XA"}.get)[0]


def test_a_row_of_the_matrix_asserts_its_code_for_the_edition() -> None:
    entry = of_matrix()
    assert set(MATRIX_COLUMNS) <= set(a_matrix_row().cells)
    assert (entry.name, entry.host, entry.country) == ("Xanadu News", "xanadu.example", "XA")
    assert entry.assertion is not None
    assert {key: entry.assertion[key] for key in ("dimension", "value", "since", "asserted", "confidence")} == {
        "dimension": "smm_code",
        "value": "SC",
        "since": "2024",
        "asserted": "2024",
        "confidence": "high",
    }
    quote = "Xanadu Press Company*,News agency: Xanadu News,http://www.xanadu.example/en/,SC"
    assert entry.assertion["evidence_quote"] == quote


@pytest.mark.parametrize(
    ("cells", "value", "confidence", "note"),
    [
        ({"Typology": "ISFM?"}, "ISFM", "medium", "the edition doubts the code"),
        ({"Notes": "Merged from Hamilton"}, "SC", "medium", "Merged from Hamilton"),
        ({"Status": "Currently Not Functional"}, "SC", "high", "Currently Not Functional"),
    ],
)
def test_what_the_matrix_doubts_or_took_over_is_less_sure(
    cells: Mapping[str, str], value: str, confidence: str, note: str
) -> None:
    assertion = of_matrix(**cells).assertion
    assert assertion is not None
    assert (assertion["value"], assertion["confidence"], assertion["note"]) == (value, confidence, note)


def test_a_row_of_the_matrix_without_a_code_asserts_nothing() -> None:
    assert of_matrix(Typology="").assertion is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Print: Iran", "Iran"),
        ("News agency: Xinhua", "Xinhua"),
        ("Al Ahram Publishing House (Al Ahram", "Al Ahram Publishing House"),
        ("CBN Weekly)", "CBN Weekly"),
        ("Xanadu Press Company*", "Xanadu Press Company"),
        ("(only an aside)", "(only an aside)"),
        ("", ""),
    ],
)
def test_a_name_stands_without_its_medium_and_asides(written: str, name: str) -> None:
    assert plain_name(written) == name


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("https://www.example.org/a/b?c#d", "example.org"),
        ("http://user:secret@Example.ORG:8080/", "example.org"),
        ("www.example.org", "example.org"),
        ("//example.org/x", "example.org"),
        ("example.org/news", "example.org"),
        ("приклад.укр", "xn--80aikifvh.xn--j1amh"),
        ("no host", None),
        ("", None),
        ("localhost", None),
    ],
)
def test_a_host_is_found_in_what_people_write(written: str, host: str | None) -> None:
    assert host_in(written) == host
