"""A person corrects what the machine read of an article: from the command line, into every report, out as gold."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import ISTANBUL, Command
from tests.cli.test_stories import rows_of, table_of

WHO = ("--by", "Kyiv desk", "--why", "heard the recording")
ARRIVAL = ISTANBUL / "14-ukrainska-pravda-arrival.html"
ROOT = Path(__file__).parents[2]


def claim_of(command: Command, text: str) -> dict[str, Any]:
    """Any: JSON. The first claim with these words."""
    return rows_of(command, "claims", "--text", text)[0]


def claims_of(command: Command, article: str) -> list[dict[str, Any]]:
    return rows_of(command, "claims", "--article", article)


def test_a_speaker_and_a_carrier_are_corrected_and_undone(talks: Command) -> None:
    before = claim_of(talks, "has flown to Istanbul")
    claim, article = before["claim"]["id"], before["claim"]["article"]
    ran = talks("correct", claim[:10], "--speaker", "Rustem Umerov", "--kind", "person", "--carrier", "tass:told", *WHO)
    assert ran.status == 0, ran.err
    assert ran.out.startswith("Decision 1: correct. Claim c")
    (after,) = [row for row in claims_of(talks, article) if row["claim"]["decided"] == 1]
    assert [(link["name"], link["via"]) for link in after["chain"][1:]] == [("TASS", "told"), ("Rustem Umerov", None)]
    assert after["decisions"][0]["read"]["claim"] == claim
    assert claim not in {row["claim"]["id"] for row in claims_of(talks, article)}
    assert talks("undo", "1", *WHO).status == 0
    assert claim_of(talks, "has flown to Istanbul")["chain"] == before["chain"]


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_report_shows_who_corrected_and_what_the_machine_had_read(talks: Command, form: str) -> None:
    flown = claim_of(talks, "has flown to Istanbul")
    talks("correct", flown["claim"]["id"], "--text", "flown to Istanbul", *WHO)
    others = [row for row in claims_of(talks, flown["claim"]["article"]) if not row["claim"]["decided"]]
    talks("reject", others[0]["claim"]["id"], *WHO)
    page = " ".join(talks("report", ARRIVAL, "--format", form).out.split())
    for words in (
        "A person decided: the machine misread which words it is. Kyiv desk, 20",
        "heard the recording",
        "The machine reads: “",
        "Read as claims, and none by a person",
        "A person decided: this is no claim.",
    ):
        assert words in page


def test_a_claim_is_confirmed_and_one_is_added(talks: Command) -> None:
    flown = claim_of(talks, "has flown to Istanbul")
    claim, article = flown["claim"]["id"], flown["claim"]["article"]
    assert talks("confirm", claim, *WHO).out.startswith(f"Decision 1: confirm. Claim {claim}.")
    text = json.loads(talks("report", article, "--format", "json").out)["article"]["text"]
    words = " ".join(text.split()[:6])
    ran = talks("add", article, "--text", words, "--speaker", "Ada Brown", "--kind", "person", *WHO)
    assert ran.status == 0, ran.err
    (added,) = [row for row in claims_of(talks, article) if row["claim"]["decided"] == 2]
    assert " ".join(added["claim"]["text"].split()) == words
    assert [row["in force"] for row in table_of(talks, "decisions")] == ["yes", "yes"]


def test_corrections_go_out_as_gold_that_the_benchmark_reads(talks: Command, tmp_path: Path) -> None:
    assert talks("export", "corrections").out == ""
    rows = [row for row in rows_of(talks, "claims") if row["claim"]["mode"] != "own" and row["claim"]["cue_spans"]]
    article = rows[0]["claim"]["article"]
    mine = [row["claim"] for row in rows if row["claim"]["article"] == article][:3]
    talks("confirm", mine[0]["id"], *WHO)
    talks("correct", mine[1]["id"], "--speaker", "Ada Brown", "--kind", "person", *WHO)
    talks("reject", mine[2]["id"], *WHO)
    gold = tmp_path / "gold.jsonl"
    assert talks("export", "corrections", "--output", gold).status == 0
    (line,) = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    assert line["id"] == article
    done = {each["decided"]: each for each in line["attributions"] if each["decided"]}
    assert done.keys() == {"confirmed", "corrected"}
    assert done["confirmed"]["content"] == mine[0]["spans"]
    assert (done["corrected"]["speaker"], done["corrected"]["decisions"][0]["by"]) == ("Ada Brown", "Kyiv desk")
    assert [(each["decided"], each["content"]) for each in line["rejected"]] == [("rejected", mine[2]["spans"])]
    assert mine[2]["spans"] not in [each["content"] for each in line["attributions"]]
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.attribution", str(gold), "--predictions", str(tmp_path / "out.jsonl")],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    assert "1 texts" in ran.stdout
    assert "content+source, reported speech" in ran.stdout


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("correct", "cffffffffffffffff", "--mode", "own", *WHO), 1, "no claim"),
        (("correct", "CLAIM", *WHO), 2, "it is read so already"),
        (("correct", "CLAIM", "--text", "the tower fell", *WHO), 2, "does not stand in the article"),
        (("correct", "CLAIM", "--at", "4", *WHO), 2, "it says where the words of --text start"),
        (("correct", "CLAIM", "--speaker", "Ann", "--kind", "ghost", *WHO), 2, "write one of person"),
        (("correct", "CLAIM", "--carrier", "tass", *WHO), 2, "write OUTLET:VIA"),
        (("correct", "CLAIM", "--carrier", "tas:told", *WHO), 1, "the nearest are"),
        (("correct", "CLAIM", "--no-speaker", "--speaker", "Ann", *WHO), 2, "--no-speaker"),
        (("add", "a0000", "--text", "x", *WHO), 1, "no article"),
        (("add", "ARTICLE", *WHO), 2, "a claim has words"),
        (("reject", "CLAIM", "--by", "Desk", "--why", " "), 2, "--why: it is empty"),
    ],
)
def test_what_cannot_be_corrected_is_told_and_stores_nothing(
    talks: Command, words: Sequence[str], status: int, told: str
) -> None:
    flown = claim_of(talks, "has flown to Istanbul")["claim"]
    ids = {"CLAIM": flown["id"], "ARTICLE": flown["article"]}
    ran = talks(*(ids.get(word, word) for word in words))
    assert (ran.status, ran.out) == (status, "")
    assert told in ran.err
    assert "Traceback" not in ran.err
    assert rows_of(talks, "decisions") == []


def test_who_comes_too_late_is_told_who_decided(talks: Command) -> None:
    claim = claim_of(talks, "has flown to Istanbul")["claim"]["id"]
    talks("reject", claim, *WHO)
    ran = talks("confirm", claim, "--by", "Lviv desk", "--why", "so")
    assert (ran.status, ran.out) == (2, "")
    assert "decision 1 by Kyiv desk of 20" in ran.err
