"""What a person does with the program, from end to end, on the sixteen articles of the talks."""

import csv
import io
import json
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from tests.cli.command_page import help_of
from tests.cli.running import FIXTURES, ISTANBUL, Command, every_command

SEED = FIXTURES.parent.parent / "shared" / "seed" / "article.txt"
PRAVDA = ISTANBUL / "06-pravda-ru.html"


def rows_of(command: Command, *words: str) -> list[dict[str, Any]]:
    """Any: JSON."""
    ran = command(*words, "--format", "json")
    assert ran.status == 0, ran.err
    rows: list[dict[str, Any]] = json.loads(ran.out)
    return rows


def table_of(command: Command, *words: str) -> list[dict[str, str]]:
    ran = command(*words, "--format", "csv")
    assert ran.status == 0, ran.err
    return list(csv.DictReader(io.StringIO(ran.out)))


def example_of(path: str) -> list[str]:
    return shlex.split(" ".join(help_of(path).split("Example: provenance ")[-1].split()))


ELSEWHERE = {"serve", "users", "keys", "audit"}
"""What serves until it is stopped, and what asks for a password: test_serving.py and test_access.py."""


@pytest.mark.parametrize("path", [path for path, _ in every_command() if path.partition(" ")[0] not in ELSEWHERE])
def test_the_example_in_the_help_of_each_command_works(
    talks: Command, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(FIXTURES.parent)
    ids = ids_of(talks)
    if path == "outlets retract":
        assert talks(*example_of("outlets assert")).status == 0
    if path.startswith("export"):
        assert talks(*(ids.get(word, word) for word in example_of("confirm"))).status == 0
    if path == "undo":
        assert talks(*(ids.get(word, word) for word in example_of("relate"))).status == 0
    ran = talks(*(ids.get(word, word) for word in example_of(path)))
    assert ran.status == 0, ran
    assert ran.out or path in ("ingest", "db upgrade"), ran


def ids_of(command: Command) -> dict[str, str]:
    """The ids of the examples, each with one that is stored: two groups, and a claim of either."""
    one, other, *_ = rows_of(command, "groups")
    claims = [row["findings"][0]["claim"]["id"] for row in (one, other)]
    article = json.loads(command("report", PRAVDA, "--format", "json").out)["article"]
    return {
        "a0123456789ab": article["id"],
        "the bridge will open in May": " ".join(article["text"].split()[:8]),
        "g0123456789abcdef": one["id"],
        "gfedcba9876543210": other["id"],
        "c0123456789abcdef": claims[0],
        "cfedcba9876543210": claims[1],
    }


def test_reading_articles_twice_stores_them_once(talks: Command) -> None:
    before = {listed: talks(listed, "--format", "json").out for listed in ("articles", "claims", "groups")}
    ran = talks("ingest", *sorted(ISTANBUL.iterdir())[:4])
    assert (ran.status, ran.out, ran.err) == (0, "", "0 new, 4 unchanged\n")
    assert {listed: talks(listed, "--format", "json").out for listed in before} == before


def test_the_order_of_reading_does_not_matter(talks: Command, tmp_path: Path) -> None:
    other = Command(talks.capsys, talks.monkeypatch, tmp_path / "backwards.sqlite3")
    for path in sorted(ISTANBUL.iterdir(), reverse=True):
        assert other("ingest", path).status == 0
    for listed in ("articles", "claims", "groups", "single-source", "state-affiliated"):
        assert other(listed, "--format", "json").out == talks(listed, "--format", "json").out


def test_an_article_that_changed_becomes_a_new_revision(provenance: Command, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    head = "---\nurl: https://example.org/talks\npublished: 2025-06-02\n---\n"
    page.write_text(f"{head}The talks will go on for days, the mayor of the city said on Monday in the evening.\n")
    first = provenance("ingest", page)
    page.write_text(f"{head}The talks are over after all, the mayor of the city said on Tuesday in the morning.\n")
    second = provenance("ingest", page)
    assert (first.err, second.err) == ("1 new\n", "0 new, 1 revised\n")
    assert [(row["claims"], row["revisions"]) for row in rows_of(provenance, "articles")] == [(1, 2)]
    assert [row["claim"]["text"] for row in rows_of(provenance, "claims")] == ["The talks are over after all"]
    assert rows_of(provenance, "claims", "--text", "for days") == []


def test_the_report_of_an_article_names_what_stands_beside_it(talks: Command) -> None:
    report = json.loads(talks("report", PRAVDA, "--format", "json").out)
    kinds = {relation["kind"] for finding in report["findings"] for relation in finding["relations"]}
    cautions = {caution["code"] for finding in report["findings"] for caution in finding["cautions"]}
    assert report["schema"] == 1
    assert report["compared_with"] == 15
    assert {"repeats", "differs"} <= kinds
    assert {"single-source", "figures-differ"} <= cautions


def test_a_stored_article_is_reported_by_id_and_by_address_as_it_was_read(talks: Command) -> None:
    read = json.loads(talks("report", PRAVDA, "--format", "json").out)
    by_id = json.loads(talks("report", read["article"]["id"], "--format", "json").out)
    by_address = json.loads(talks("report", read["article"]["url"], "--format", "json").out)
    assert by_id == read
    assert by_address == read


def test_options_cannot_change_what_is_stored(talks: Command) -> None:
    article = rows_of(talks, "articles")[0]["id"]
    ran = talks("report", article, "--title", "Another")
    assert (ran.status, ran.out) == (2, "")
    assert "ingest it again" in ran.err


def test_a_report_that_is_not_stored_says_the_same_and_leaves_the_database_alone(
    talks: Command, tmp_path: Path
) -> None:
    with_all = json.loads(talks("report", PRAVDA, "--format", "json").out)
    fifteen = Command(talks.capsys, talks.monkeypatch, tmp_path / "fifteen.sqlite3")
    folder = tmp_path / "others"
    shutil.copytree(ISTANBUL, folder, ignore=shutil.ignore_patterns(PRAVDA.name))
    assert fifteen("ingest", folder).status == 0
    claims = fifteen("claims", "--format", "json").out
    ran = fifteen("report", PRAVDA, "--no-store", "--format", "json")
    assert json.loads(ran.out) == with_all
    assert fifteen("claims", "--format", "json").out == claims
    assert len(rows_of(fifteen, "articles")) == 15


def test_a_report_without_storing_makes_no_database(provenance: Command) -> None:
    assert provenance("report", PRAVDA, "--no-store").status == 0
    assert not provenance.database.exists()


@pytest.mark.parametrize(
    ("form", "start"),
    [("text", "Second round"), ("markdown", "# Second round"), ("html", "<!DOCTYPE html>"), ("json", "{")],
)
def test_a_report_goes_into_a_file_and_nothing_to_standard_output(
    talks: Command, tmp_path: Path, form: str, start: str
) -> None:
    target = tmp_path / "report"
    ran = talks("report", PRAVDA, "--format", form, "--output", target)
    assert (ran.status, ran.out, ran.err) == (0, "", f"Wrote {target}\n")
    written = target.read_text(encoding="utf-8")
    assert written.startswith(start)
    if form != "text":  # which is as wide as what it is written for
        assert written.strip() == talks("report", PRAVDA, "--format", form).out.strip()


def test_an_article_comes_in_by_standard_input(provenance: Command) -> None:
    text = "Russia will return 339 children next week, a source told TASS on Monday, after the talks in Istanbul.\n"
    ran = provenance(
        "report", "-", "--format", "json", "--outlet", "tass", "--published", "2025-06-02", typed=text.encode()
    )
    report = json.loads(ran.out)
    assert (report["article"]["outlet"]["id"], report["article"]["published"]) == ("tass", "2025-06-02")
    assert [finding["claim"]["text"] for finding in report["findings"]][:1] == [
        "Russia will return 339 children next week"
    ]


def test_single_source_lists_the_attributed_claims_below_two_independent_origins_with_the_reason(
    talks: Command,
) -> None:
    attributed = [row for row in rows_of(talks, "claims") if row["claim"]["mode"] != "own"]
    listed = rows_of(talks, "single-source")
    assert listed == [row for row in attributed if row["independent_origins"] < 2]
    assert listed
    assert all(row["reason"] for row in table_of(talks, "single-source"))


def test_state_affiliated_lists_the_attributions_that_run_through_such_an_outlet(talks: Command) -> None:
    def runs_through(row: dict[str, Any]) -> bool:
        return any(link["state_affiliated"] in ("yes", "disputed") for link in row["chain"])

    def attributed(row: dict[str, Any]) -> bool:
        return row["claim"]["mode"] != "own" or any(link["role"] == "carrier" for link in row["chain"])

    listed = rows_of(talks, "state-affiliated")
    assert listed == [row for row in rows_of(talks, "claims") if runs_through(row) and attributed(row)]
    assert listed
    assert all(row["outlets"] for row in table_of(talks, "state-affiliated"))


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not here")
def test_the_seed_article_runs_through_five_state_affiliated_attributions(provenance: Command) -> None:
    assert provenance("report", SEED, "--outlet", "novaya-gazeta-europe", "--published", "2025-06-02").status == 0
    affiliated = [
        (link["name"], link["state_affiliated"])
        for row in rows_of(provenance, "state-affiliated")
        for link in row["chain"]
        if link["state_affiliated"] in ("yes", "disputed")
    ]
    assert sorted(affiliated) == [
        ("Interfax", "disputed"),
        ("Interfax", "disputed"),
        ("RT", "yes"),
        ("TASS", "yes"),
        ("TASS", "yes"),
    ]


@pytest.mark.parametrize(
    ("options", "holds"),
    [
        (["--speaker", "medinsky"], lambda row: "Medinsky" in str([link["name"] for link in row["chain"]])),
        (["--outlet", "TASS"], lambda row: any(link["outlet"] == "tass" for link in row["chain"])),
        (["--outlet", "tass.com"], lambda row: any(link["outlet"] == "tass" for link in row["chain"])),
        (["--mode", "direct"], lambda row: row["claim"]["mode"] == "direct"),
        (["--text", "CHILDREN"], lambda row: "children" in row["claim"]["text"]),
        (["--caution", "unnamed-only"], lambda row: "unnamed-only" in str(row["cautions"])),
    ],
)
def test_a_filter_leaves_the_claims_that_it_asks_for(talks: Command, options: list[str], holds: Any) -> None:
    """Any: a question to one row of JSON."""
    every = rows_of(talks, "claims")
    assert rows_of(talks, "claims", *options) == [row for row in every if holds(row)]
    assert len(rows_of(talks, "claims", *options)) < len(every)


def test_days_bound_the_claims_and_leave_out_what_has_no_day(talks: Command) -> None:
    days = {row["published"] for row in table_of(talks, "claims", "--since", "2025-06-02", "--until", "2025-06-04")}
    assert days == {"2025-06-02"}
    assert "" in {row["published"] for row in table_of(talks, "claims")}


def test_a_group_is_shown_by_the_first_characters_of_its_id(talks: Command) -> None:
    largest = rows_of(talks, "groups")[0]
    shown = rows_of(talks, "group", largest["id"][:8])
    assert sorted(row["claim"]["id"] for row in shown) == sorted(row["claim"]["id"] for row in largest["findings"])
    assert {row["group"]["id"] for row in shown} == {largest["id"]}


def test_a_group_that_is_not_there_is_told_in_one_line(talks: Command) -> None:
    ran = talks("group", "gffffffffffffffff")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.count("\n") == 1


def test_an_outlet_is_found_by_id_name_and_domain(provenance: Command) -> None:
    found = [
        rows_of(provenance, "outlets", name, "--on", "2025-06-02") for name in ("tass", "TASS", "tass.com", "ТАСС")
    ]
    assert [[row["id"] for row in rows] for rows in found] == [["tass"]] * 4


def test_what_an_outlet_is_depends_on_the_day(provenance: Command) -> None:
    ran = provenance("outlets", "explain", "TASS", "--on", "2010-01-01")
    heading = "TASS (tass): state-owned, state-affiliated on 1 January 2010; control family: the state RU"
    assert " ".join(ran.out.split()).startswith(heading)
    assert "The label rests on\n" in ran.out
    assert "“Wholly owned by federal government (as federal unitary enterprise)”" in ran.out
    assert "--on DATE" not in ran.err
    dated = provenance("outlets", "explain", "TASS", "--date", "2010-01-01")
    assert dated.out == ran.out


def test_who_explains_an_outlet_without_a_day_is_told_that_it_is_of_today(provenance: Command) -> None:
    assert "As of today: --on DATE" in provenance("outlets", "explain", "TASS").err


def test_what_rests_on_state_affiliated_sources_alone_is_listed_of_one_article_by_its_file(talks: Command) -> None:
    reworded = str(ISTANBUL / "04-news-by-reworded.html")
    rows = rows_of(talks, "state-affiliated", "--alone", "--article", reworded)
    report = json.loads(talks("report", rows[0]["claim"]["article"], "--format", "json").out)
    assert report["article"]["title"] == "Istanbul negotiations: the outcome and the comments"
    assert len(rows) == report["totals"]["state_affiliated_only"] > 0
    for row in rows:
        assert row["claim"]["article"] == report["article"]["id"]
        assert "state-affiliated-only" in [caution["code"] for caution in row["cautions"]]
    listed = talks("state-affiliated", "--alone", "--article", reworded)
    assert "`provenance claims --caution state-affiliated-only`" in listed.err
    shown = " ".join(listed.out.split())
    assert shown.count("It rests on") == len(rows)
    assert shown.count("Istanbul") == len(rows)
    single = rows_of(talks, "single-source", "--article", reworded)
    assert len(single) == report["totals"]["single_source"]


def test_two_articles_cannot_share_one_title(provenance: Command) -> None:
    ran = provenance("ingest", ISTANBUL, "--title", "The same")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


def test_a_database_is_made_checked_and_found(provenance: Command) -> None:
    assert "nothing stored yet" in provenance("db", "check").out
    assert not provenance.database.exists()
    assert provenance("db", "upgrade").status == 0
    assert "up to date" in provenance("db", "check").out
    assert provenance("db", "path").out == f"{provenance.database}\n"


def test_a_search_finds_names_in_any_script_and_tells_who_finds_nothing_what_to_try(talks: Command) -> None:
    found = [rows_of(talks, "claims", "--search", name) for name in ("TASS", "ТАСС")]
    assert [row["claim"]["id"] for row in found[0]] == [row["claim"]["id"] for row in found[1]] != []
    ran = talks("claims", "--search", "nobodysaysthis", "--format", "csv")
    assert ran.status == 0
    assert "0 claims" in ran.err
    assert "Try fewer words" in ran.err


def test_groups_and_circles_come_searched_sorted_and_in_parts(talks: Command) -> None:
    every = table_of(talks, "groups")
    found = table_of(talks, "groups", "--search", "children")
    assert 0 < len(found) < len(every)
    assert {row["id"] for row in found} == {row["id"] for row in rows_of(talks, "groups", "--search", "children")}
    marked = [row["id"] for row in every if "figures-differ" in row["marks"]]
    assert [row["id"] for row in table_of(talks, "groups", "--figures-differ")] == marked != []
    assert [row["id"] for row in table_of(talks, "groups", "--sort", "figures-differ")][: len(marked)] == marked
    circles = table_of(talks, "circular")
    parts = [table_of(talks, "circular", "--limit", "2", "--page", page) for page in ("1", "2")]
    assert [row for part in parts for row in part] == circles[:4]


def test_more_articles_open_no_more_connections(talks: Command) -> None:
    opened: list[object] = []

    def note(connection: object, record: object) -> None:
        opened.append(connection)

    counts = []
    for articles in (1, 3):
        opened.clear()
        event.listen(Engine, "connect", note)
        try:
            assert talks("ingest", *sorted(ISTANBUL.glob("0*"))[:articles]).status == 0
        finally:
            event.remove(Engine, "connect", note)
        counts.append(len(opened))
    assert counts[0] == counts[1] > 0
