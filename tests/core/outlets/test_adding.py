"""Rows on top of a directory pass through the same checks as its files, and what was taken back is as if never said."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from provenance.errors import DirectoryError
from provenance.model import Ambiguity, Label, StateAffiliation
from provenance.outlets import (
    RETRACTION,
    Addition,
    Directory,
    NewRow,
    classify,
    free_slug,
    in_force,
    make_cells,
    retractions,
    with_rows,
)
from tests.core.outlets.builders import a_directory, a_domain, a_name, a_relation, an_assertion, an_outlet

DAY = date(2025, 6, 2)
NOW = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)


def a_row(table: str, cells: Mapping[str, str], place: str = "addition 1") -> NewRow:
    return NewRow(table=table, cells=make_cells(table, cells), place=place)


def base() -> Directory:
    return a_directory(
        outlets=[an_outlet(), an_outlet("courier", "Daily Courier", "XB")],
        domains=[a_domain("times.example")],
        assertions=[an_assertion("ownership", "private", asserted="2020")],
        relations=[a_relation("part_of", "courier")],
    )


def an_addition(number: int, table: str = "names", **cells: str) -> Addition:
    made = make_cells(table, cells or a_name(f"The Name {number}"))
    return Addition(id=number, batch=number, table=table, cells=made, made_by="desk", why="why", made_at=NOW)


def a_retraction(number: int, of: int) -> Addition:
    return an_addition(number, RETRACTION, addition=str(of))


def test_without_rows_it_is_the_directory_itself() -> None:
    directory = base()
    assert with_rows(directory, []) is directory


def test_an_assertion_on_top_counts_like_one_of_the_files() -> None:
    row = a_row("assertions", an_assertion("ownership", "state", asserted="2025", rater="daily"))
    grown = with_rows(base(), [row])
    alike = a_directory(
        outlets=[an_outlet(), an_outlet("courier", "Daily Courier", "XB")],
        domains=[a_domain("times.example")],
        assertions=[
            an_assertion("ownership", "private", asserted="2020"),
            an_assertion("ownership", "state", asserted="2025", rater="daily"),
        ],
        relations=[a_relation("part_of", "courier")],
    )
    assert grown.outlets == alike.outlets
    assert classify(grown, "times", DAY) == classify(alike, "times", DAY)
    assert classify(grown, "times", DAY).standing.state_affiliated is StateAffiliation.DISPUTED


def test_a_raters_newer_word_replaces_its_older_one_and_both_stay() -> None:
    grown = with_rows(base(), [a_row("assertions", an_assertion("ownership", "state", asserted="2025"))])
    assert classify(grown, "times", DAY).standing.label is Label.STATE_OWNED
    assert [one.value for one in grown.outlets["times"].assertions] == ["private", "state"]


def test_version_and_digest_tell_it_from_what_it_was_made_of() -> None:
    directory = base()
    rows = [a_row("names", a_name("The Example")), a_row("domains", a_domain("example.test"))]
    grown, backwards = with_rows(directory, rows), with_rows(directory, rows[::-1])
    assert (grown.version, directory.version) == ("2026.11+2", "2026.11")
    assert grown.digest == backwards.digest != directory.digest


def test_a_new_outlet_is_found_by_name_and_host() -> None:
    rows = [
        a_row("outlets", an_outlet("gazette", "Village Gazette", "XC")),
        a_row("domains", a_domain("gazette.example", "gazette")),
    ]
    grown = with_rows(base(), rows)
    assert [outlet.id for outlet in grown.by_name("Village Gazette")] == ["gazette"]
    assert grown.by_host("www.gazette.example") == grown.outlets["gazette"]
    assert [mention.outlets for mention in grown.mentions("the Village Gazette wrote")] == [("gazette",)]
    assert list(grown.outlets) == ["courier", "gazette", "times"]


def test_what_is_there_already_changes_nothing() -> None:
    directory = base()
    rows = [
        a_row("outlets", an_outlet()),
        a_row("domains", a_domain("times.example")),
        a_row("assertions", an_assertion("ownership", "private", asserted="2020")),
        a_row("relations", a_relation("part_of", "courier")),
    ]
    assert with_rows(directory, rows).outlets == directory.outlets


@pytest.mark.parametrize(
    ("table", "cells", "words"),
    [
        ("assertions", an_assertion("ownership", "mine"), "'mine' is no value of ownership"),
        ("assertions", an_assertion("owner", "state"), "unknown dimension 'owner'"),
        ("assertions", an_assertion("ownership", "state", rater="nobody"), "unknown rater 'nobody'"),
        ("assertions", an_assertion("ownership", "state", outlet="tims"), "unknown outlet 'tims'"),
        ("assertions", an_assertion("ownership", "state", evidence_url="", evidence_quote="", seen=""), "no evidence"),
        ("assertions", an_assertion("ownership", "state", asserted="2020"), "watch says private of the same days"),
        ("assertions", an_assertion("ownership", "state", since="May"), "since is no date"),
        ("domains", a_domain("times.example", "courier"), "this host stands at the directory already"),
        ("names", a_name("Daily Courier"), "marked unique but courier bears it too"),
        ("outlets", an_outlet("times", "Other Times"), "'times' is Example Times already"),
        ("relations", a_relation("part_of", "times", "courier"), "comes back to itself"),
        ("raters", {"id": "watch", "name": "Another"}, "the rater 'watch' is Watch already"),
    ],
)
def test_a_row_that_is_wrong_is_refused_at_its_place(table: str, cells: Mapping[str, str], words: str) -> None:
    with pytest.raises(DirectoryError) as refused:
        with_rows(base(), [a_row(table, cells, "list.csv:7")])
    assert str(refused.value).startswith("list.csv:7: ")
    assert words in str(refused.value)


def test_a_name_that_another_outlet_bears_may_come_in_where_it_needs_context() -> None:
    grown = with_rows(base(), [a_row("names", a_name("Daily Courier", ambiguity="needs_context"))])
    assert [outlet.id for outlet in grown.by_name("Daily Courier")] == ["courier", "times"]
    assert grown.mentions("said the Daily Courier")[0].ambiguity is Ambiguity.NEEDS_CONTEXT


def test_a_column_that_the_table_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError, match="colour"):
        make_cells("names", {"colour": "red"})


def test_what_was_taken_back_is_out_and_a_retraction_can_be_taken_back() -> None:
    first, second = an_addition(1), an_addition(2)
    back, again = a_retraction(3, 1), a_retraction(4, 3)
    assert in_force([first, second]) == (first, second)
    assert in_force([first, second, back]) == (second,)
    assert in_force([again, back, second, first]) == (first, second)
    assert retractions([first, second, back]) == {1: back}
    assert retractions([first, second, back, again]) == {3: again}


def test_taken_back_twice_and_once_restored_stays_out() -> None:
    rows = [an_addition(1), a_retraction(2, 1), a_retraction(3, 1), a_retraction(4, 3)]
    assert in_force(rows) == ()


@pytest.mark.parametrize(
    ("text", "taken", "made"),
    [
        ("Daily Courier", (), "daily-courier"),
        ("L'Écho (d'Ici)", (), "l-echo-d-ici"),
        ("Daily Courier", ("daily-courier",), "daily-courier-xb"),
        ("Наше слово", (), "x8704bd86"),
    ],
)
def test_an_id_is_made_of_a_name(text: str, taken: tuple[str, ...], made: str) -> None:
    assert free_slug(text, taken, "XB") == made
