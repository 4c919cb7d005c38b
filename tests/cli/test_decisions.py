"""A person overrules the machine: groups, relations, independence; every report says so."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from tests.cli.running import ISTANBUL, Command
from tests.cli.test_stories import rows_of, table_of

WHO = ("--by", "Kyiv desk", "--why", "both recordings heard")
ARRIVAL = ISTANBUL / "14-ukrainska-pravda-arrival.html"


def claim_of(command: Command, text: str) -> dict[str, Any]:
    """Any: JSON. The first claim with these words."""
    return rows_of(command, "claims", "--text", text)[0]


def test_a_claim_that_others_only_echo_has_a_single_source(talks: Command) -> None:
    flown = claim_of(talks, "has flown to Istanbul")
    assert [relation["kind"] for relation in flown["relations"]].count("echoes") >= 2
    assert (flown["origins"], flown["independent_origins"]) == (3, 1)
    assert {"single-source", "state-affiliated-only"} <= {caution["code"] for caution in flown["cautions"]}


def test_a_group_is_counted_by_its_best_attested_claim(talks: Command) -> None:
    for group in rows_of(talks, "groups"):
        counts = [finding["independent_origins"] for finding in group["findings"]]
        assert group["independent_origins"] == max(counts)


def test_two_groups_are_merged_and_shown_as_one(talks: Command) -> None:
    one, other = rows_of(talks, "groups")[3], rows_of(talks, "groups")[20]
    ran = talks("groups", "merge", one["id"], other["id"][:10], *WHO)
    assert (ran.status, ran.out.splitlines()[0]) == (0, "Decision 1: merge.")
    merged = min(one["id"], other["id"])
    ids = {finding["claim"]["id"] for group in (one, other) for finding in group["findings"]}
    assert {row["claim"]["id"] for row in rows_of(talks, "group", merged)} == ids
    assert merged in {group["id"] for group in rows_of(talks, "groups")}
    assert max(one["id"], other["id"]) not in {group["id"] for group in rows_of(talks, "groups")}


def test_a_claim_is_split_off_and_the_undoing_brings_it_back(talks: Command) -> None:
    before = rows_of(talks, "groups")
    group, claim = before[0]["id"], before[0]["findings"][-1]["claim"]["id"]
    assert talks("groups", "split", group, claim, *WHO).status == 0
    assert len(rows_of(talks, "group", "g" + claim[1:])) == 1
    assert rows_of(talks, "groups") != before
    assert talks("undo", "1", *WHO).status == 0
    after = rows_of(talks, "groups")
    for finding in (finding for row in (*before, *after) for finding in row["findings"]):
        del finding["seen"]  # which decisions there were
    assert after == before


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_report_shows_a_decision_with_name_day_and_reason(talks: Command, form: str) -> None:
    flown = claim_of(talks, "has flown to Istanbul")
    other = flown["relations"][0]["claim"]
    assert talks("relate", flown["claim"]["id"], other, "contradicts", *WHO).status == 0
    page = " ".join(talks("report", ARRIVAL, "--format", form).out.split())
    for words in ("A person decided: the two contradict each other.", "Kyiv desk, 20", "both recordings heard"):
        assert words in page
    assert "The machine reads: " in page


def test_a_report_that_stores_nothing_knows_the_decisions_too(talks: Command) -> None:
    flown = claim_of(talks, "has flown to Istanbul")
    talks("independent", flown["claim"]["id"], flown["relations"][0]["claim"], "no", *WHO)
    stored, dry = (
        json.loads(talks("report", ARRIVAL, *options, "--format", "json").out) for options in ([], ["--no-store"])
    )
    assert dry["findings"] == stored["findings"]
    assert sum(len(finding["decisions"]) for finding in dry["findings"]) == 1


def test_the_log_says_who_when_why_and_whether_it_holds(talks: Command) -> None:
    one, other = (rows_of(talks, "groups")[place]["findings"][0]["claim"]["id"] for place in (0, 1))
    talks("relate", one, other, "unrelated", "--by", "=Desk", "--why", "so")
    talks("undo", "1", "--by", "Chief", "--why", "not so")
    rows = table_of(talks, "decisions")
    assert [(row["id"], row["what"], row["by"], row["why"], row["in force"]) for row in rows] == [
        ("1", "relate unrelated", "'=Desk", "so", "no, undone by 2"),
        ("2", "undo 1", "Chief", "not so", "yes"),
    ]
    assert rows[0]["ids"] == f"{one}; {other}"
    assert [row["in_force"] for row in rows_of(talks, "decisions")] == [False, True]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("relate", "cffffffffffffffff", "CLAIM", "echoes", *WHO), 1),
        (("relate", "CLAIM", "CLAIM", "echoes", *WHO), 2),
        (("relate", "CLAIM", "OTHER", "praises", *WHO), 2),
        (("relate", "CLAIM", "OTHER", "echoes", "--by", "Desk"), 2),
        (("relate", "CLAIM", "OTHER", "echoes", "--by", " ", "--why", "so"), 2),
        (("independent", "CLAIM", "OTHER", "perhaps", *WHO), 2),
        (("groups", "merge", "g", "gffffffffffffffff", *WHO), 1),
        (("groups", "split", "GROUP", "OTHER", *WHO), 2),
        (("undo", "7", *WHO), 1),
    ],
)
def test_what_cannot_be_decided_is_told_and_stores_nothing(talks: Command, words: Sequence[str], status: int) -> None:
    one, other = rows_of(talks, "groups")[:2]
    ids = {"GROUP": one["id"], "CLAIM": one["findings"][0]["claim"]["id"], "OTHER": other["findings"][0]["claim"]["id"]}
    ran = talks(*(ids.get(word, word) for word in words))
    assert (ran.status, ran.out) == (status, "")
    assert "Traceback" not in ran.err
    assert rows_of(talks, "decisions") == []
