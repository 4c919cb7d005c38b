"""What a person does with two versions of a story, and with a store in which one agency is many outlets."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import HOSTILE, ISTANBUL, Command

WIRE, REPRINT, REWORDED = (
    ISTANBUL / name for name in ("01-tass-results.html", "03-news-pravda-reprint.html", "04-news-by-reworded.html")
)
STORY = """KYIV, March 3 (Reuters) - Russian forces allegedly struck a market in the border town of Sumy on Monday, \
killing at least 40 people, the regional governor Oleh Hryhorov said.

A source in the security service told Reuters that the drone had been launched from Kursk.

Hryhorov said the army did not fire on civilians.

The Russian defence ministry denied that its forces had hit the market.

The town was shelled twice last year.
"""
RETOLD = """Russian forces struck a market in the border town of Sumy on Monday, killing 45 people, the regional \
governor Oleh Hryhorov said.

The town was shelled twice last year.

Sources in the security service said that the drone had been launched from Kursk.

Hryhorov said the army did fire on civilians.

The attack is the worst since the beginning of the war.
"""


def document_of(command: Command, *words: str | Path) -> dict[str, Any]:
    """Any: JSON."""
    ran = command("diff", *words, "--format", "json")
    assert ran.status == 0, ran.err
    document: dict[str, Any] = json.loads(ran.out)
    return document


def write(path: Path, text: str, outlet: str, day: str, url: str = "") -> Path:
    address = f"url: {url}\n" if url else ""
    path.write_text(f"---\noutlet: {outlet}\npublished: {day}\n{address}---\n{text}", encoding="utf-8")
    return path


def test_a_reprint_word_for_word_is_identical(provenance: Command) -> None:
    document = document_of(provenance, WIRE, REPRINT)
    assert (document["identical"], document["edits"]) == (True, [])
    assert [version["outlet"]["id"] for version in (document["before"], document["after"])] == [
        "tass",
        "pravda-network",
    ]


def test_a_reworded_reprint_has_counterparts_and_has_lost_its_agency(provenance: Command) -> None:
    document = document_of(provenance, WIRE, REWORDED)
    assert document["totals"]["reworded"] >= 6
    assert document["totals"]["kept"] == document["totals"]["changed"] == 0
    assert "credit-lost" in [edit["code"] for edit in document["edits"]]


def test_what_a_retelling_changed_is_found_in_each_sentence(provenance: Command, tmp_path: Path) -> None:
    wire = write(tmp_path / "wire.txt", STORY, "Reuters", "2025-03-03")
    retold = write(tmp_path / "retold.txt", RETOLD, "Daily Mail", "2025-03-04")
    document = document_of(provenance, wire, retold)
    found = {edit["code"] for sentence in document["sentences"] for edit in sentence["edits"]}
    assert {"hedge-lost", "number-changed", "sources-multiplied", "negation-lost"} <= found
    assert {"credit-lost", "voice-dropped"} == {edit["code"] for edit in document["edits"]}
    assert document["totals"] | {"edits": {}} == {
        "kept": 1,
        "changed": 3,
        "reworded": 0,
        "dropped": 2,
        "added": 1,
        "moved": 1,
        "edits": {},
    }


def test_stored_articles_are_held_against_each_other_by_id_and_address_as_they_were_read(
    talks: Command, tmp_path: Path
) -> None:
    rows = json.loads(talks("articles", "--format", "json").out)
    ids = {row["url"]: row["id"] for row in rows if row["url"]}
    wire, reprint = "https://tass.com/politics/1967455", "https://turkey.news-pravda.com/en/world/2025/06/02/32886.html"
    by_files = document_of(talks, WIRE, REPRINT)
    assert document_of(talks, ids[wire], ids[reprint]) == by_files
    assert document_of(talks, wire, reprint) == by_files


def test_a_difference_stores_nothing(provenance: Command) -> None:
    assert provenance("diff", WIRE, REPRINT).status == 0
    assert not provenance.database.exists()


def test_two_unrelated_articles_have_nothing_in_common(provenance: Command, tmp_path: Path) -> None:
    grain = "Wheat traders in Chicago expect a harvest of record size, a survey of farmers showed.\n"
    ran = provenance("diff", WIRE, write(tmp_path / "grain.txt", grain, "Reuters", "2025-06-02"))
    assert ran.status == 0
    assert "Nothing in common was found" in ran.out


@pytest.mark.parametrize(
    ("form", "start"), [("text", "First"), ("markdown", "# What"), ("html", "<!DOCTYPE html>"), ("json", "{")]
)
def test_a_difference_goes_into_a_file_in_every_form(
    provenance: Command, tmp_path: Path, form: str, start: str
) -> None:
    target = tmp_path / "difference"
    ran = provenance("diff", WIRE, REWORDED, "--format", form, "--output", target)
    assert (ran.status, ran.out, ran.err) == (0, "", f"Wrote {target}\n")
    assert target.read_text(encoding="utf-8").startswith(start)


def test_one_article_comes_by_standard_input_and_not_both(provenance: Command) -> None:
    assert "Nothing in common" in provenance("diff", WIRE, "-", typed=STORY.encode()).out
    ran = provenance("diff", "-", "-", typed=STORY.encode())
    assert (ran.status, ran.out) == (2, "")
    assert "one article comes from standard input" in ran.err


@pytest.mark.parametrize(
    ("first", "status"), [("nosuch.txt", 1), (HOSTILE / "empty.txt", 1), ("a0123456789ab", 1), (HOSTILE / "pdf.txt", 1)]
)
def test_what_cannot_be_read_is_said_without_a_traceback(provenance: Command, first: str | Path, status: int) -> None:
    ran = provenance("diff", first, WIRE)
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.startswith("provenance: ")


def test_circular_lists_the_outlets_that_lead_back_to_one_agency(talks: Command) -> None:
    rows = json.loads(talks("circular", "--format", "json").out)
    (longest, *_) = rows
    assert longest["kind"] == "one-root"
    assert longest["outlets"][-1] == "TASS"
    assert {claim["chain"][-1]["name"] for claim in longest["claims"]} == {"TASS"}
    assert "Caliber.Az and News-Pravda network print it" in talks("circular", "--format", "csv").out


def test_circular_lists_rings_and_certainty_gained_with_both_wordings(provenance: Command, tmp_path: Path) -> None:
    said = "The drone that struck the market in Sumy had been launched from Kursk"
    for address, outlet, text in (
        ("www.reuters.com/1", "Reuters", f"{said}, a source in the security service said on Monday.\n"),
        ("caliber.az/en/1", "Caliber.Az", f"{said}, Reuters reported on Monday.\n"),
        ("asiaplustj.info/en/1", "Asia-Plus", f"{said}, Caliber.Az reported on Monday.\n"),
        ("caliber.az/en/2", "Caliber.Az", f"{said}, Asia-Plus reported on Monday.\n"),
    ):
        path = write(tmp_path / "article.txt", text, outlet, "2025-03-03", f"https://{address}")
        assert provenance("ingest", path).status == 0
    rows = json.loads(provenance("circular", "--format", "json").out)
    kinds = {row["kind"]: row for row in rows}
    assert "rest on each other" in kinds["ring"]["text"]
    gained = kinds["gains-certainty"]
    assert gained["text"].startswith("Reuters has it from “a source in the security service”; Caliber.Az")
    assert [claim["text"] for claim in gained["claims"]] == [said, said]
    wordings = f"Reuters > a source in the security service: “{said}”\nCaliber.Az > Reuters: “{said}”"
    assert wordings in provenance("circular", "--format", "csv").out


def test_an_empty_store_has_no_circles(provenance: Command) -> None:
    assert provenance("db", "upgrade").status == 0
    ran = provenance("circular", "--format", "json")
    assert (ran.status, json.loads(ran.out)) == (0, [])
