"""A newsroom adds to the directory of its store, and takes back: every command answers from it then."""

import json

import pytest

from tests.cli.running import Command
from tests.cli.test_stories import PRAVDA, rows_of, table_of

WHO = ("--by", "Kyiv desk", "--why", "a reader sent the register")
CITED = ("--evidence", "https://example.org/register", "--quote", "wholly owned by the state")
STATE_OWNS_REUTERS = ("outlets", "assert", "reuters", "ownership", "state", *CITED, *WHO)


def answer(command: Command, name: str = "reuters") -> tuple[str, str]:
    row = rows_of(command, "outlets", name)[0]
    return row["label"], row["state_affiliated"]


def test_an_assertion_changes_what_the_outlet_is_and_says_so(provenance: Command) -> None:
    assert answer(provenance) == ("private", "no")
    ran = provenance(*STATE_OWNS_REUTERS)
    assert (ran.status, ran.err) == (0, "")
    before, after = [line.strip() for line in ran.out.splitlines()[2:]]
    assert before.startswith("private; state-affiliated: no")
    assert after.startswith("-> state-owned; state-affiliated: disputed")
    assert answer(provenance) == ("state-owned", "disputed")


def test_an_assertion_is_attributed_to_the_newsroom_that_made_it(provenance: Command) -> None:
    provenance(*STATE_OWNS_REUTERS)
    explained = json.loads(provenance("outlets", "explain", "reuters", "--format", "json").out)
    weighed = [*explained["assertions"], *explained["dissent"]]
    mine = [one for one in weighed if one["rater"] == "newsroom-kyiv-desk"]
    assert [(one["value"], one["evidence"]["url"]) for one in mine] == [("state", "https://example.org/register")]
    assert "Kyiv desk (ownership state" in provenance("outlets", "explain", "reuters").out


def test_the_rater_is_made_once_and_another_can_be_named(provenance: Command) -> None:
    provenance(*STATE_OWNS_REUTERS)
    provenance("outlets", "assert", "afp", "ownership", "state", *CITED, *WHO)
    provenance("outlets", "assert", "AFP", "funding", "commercial", *CITED, *WHO, "--rater", "State Media Monitor")
    tables = [(row["table"], row["cells"].get("rater")) for row in rows_of(provenance, "outlets", "additions")]
    assert tables == [
        ("raters", None),
        ("assertions", "newsroom-kyiv-desk"),
        ("assertions", "newsroom-kyiv-desk"),
        ("assertions", "state-media-monitor"),
    ]


def test_days_bound_an_assertion(provenance: Command) -> None:
    ran = provenance(*STATE_OWNS_REUTERS, "--since", "2027", "--until", "2028-05", "--on", "2026-01-01")
    assert "(as before)" in ran.out
    rows = [rows_of(provenance, "outlets", "reuters", "--on", day)[0] for day in ("2026-12-31", "2028-05-31")]
    assert [row["state_affiliated"] for row in rows] == ["no", "disputed"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("reuters", "ownership", "mine", *CITED, *WHO), "'mine' is no value of ownership; write one of "),
        (("reuters", "owner", "state", *CITED, *WHO), "unknown dimension 'owner'"),
        (("reuters", "ownership", "state", *WHO), "no evidence for 'reuters': ownership"),
        (("reuters", "ownership", "state", *CITED[:2], *WHO), "the evidence has no quote"),
        (("reuters", "ownership", "state", "--evidence", "page 4", "--quote", "so", *WHO), "'page 4' is no address"),
        (
            ("reutrs", "ownership", "state", *CITED, *WHO),
            "no outlet 'reutrs' in the directory; the nearest are reuters",
        ),
        (("reuters", "ownership", "state", *CITED, *WHO, "--rater", "afpp"), "no rater 'afpp'"),
        (("reuters", "ownership", "state", *CITED, *WHO, "--since", "May"), "since is no date"),
        (("reuters", "ownership", "state", *CITED, "--by", " ", "--why", "so"), "--by: it is empty"),
    ],
)
def test_a_wrong_assertion_is_refused_whole_in_one_line(provenance: Command, words: tuple[str, ...], told: str) -> None:
    ran = provenance("outlets", "assert", *words)
    assert ran.status in (1, 2)
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert told in ran.err
    provenance.database.touch()
    assert rows_of(provenance, "outlets", "additions") == []


def test_the_newer_word_of_a_rater_counts_and_both_stay(provenance: Command) -> None:
    for value, day in (("private", "2024"), ("state", "2025-03")):
        words = ("outlets", "assert", "reuters", "ownership", value, *CITED, *WHO, "--asserted", day)
        assert provenance(*words).status == 0
    assert answer(provenance) == ("state-owned", "disputed")
    said = [one for one in rows_of(provenance, "outlets", "reuters")[0]["assertions"] if "newsroom" in one["rater"]]
    assert sorted((one["asserted"], one["value"]) for one in said) == [("2024", "private"), ("2025-03", "state")]


def test_the_same_words_twice_are_refused_the_second_time(provenance: Command) -> None:
    provenance(*STATE_OWNS_REUTERS)
    ran = provenance(*STATE_OWNS_REUTERS)
    assert (ran.status, ran.out) == (1, "")
    assert "says so already" in ran.err
    assert len(rows_of(provenance, "outlets", "additions")) == 2


def test_an_addition_is_taken_back_and_a_retraction_too(provenance: Command) -> None:
    provenance(*STATE_OWNS_REUTERS)
    why = ("--by", "Chief", "--why", "the page was a forgery")
    assert provenance("outlets", "retract", "2", *why).status == 0
    assert answer(provenance) == ("private", "no")
    again = provenance("outlets", "retract", "2", *why)
    assert (again.status, "retract 3 to have it again" in again.err) == (2, True)
    assert provenance("outlets", "retract", "3", *why).status == 0
    assert answer(provenance) == ("state-owned", "disputed")
    assert [row["in_force"] for row in rows_of(provenance, "outlets", "additions")] == [True, True, False, True]


def test_what_others_rest_on_goes_with_them_or_not_at_all(provenance: Command) -> None:
    provenance(*STATE_OWNS_REUTERS)
    ran = provenance("outlets", "retract", "1", *WHO)
    assert (ran.status, ran.out) == (1, "")
    assert "others rest on it" in ran.err
    assert provenance("outlets", "retract", "--batch", "1", *WHO).status == 0
    assert answer(provenance) == ("private", "no")


def test_retracting_wants_one_thing(provenance: Command) -> None:
    assert provenance("outlets", "retract", *WHO).status == 2
    assert provenance("outlets", "retract", "1", "--batch", "1", *WHO).status == 2
    provenance(*STATE_OWNS_REUTERS)
    assert "no addition 9 in the store" in provenance("outlets", "retract", "9", *WHO).err


def test_the_log_says_who_when_why_and_whether_it_holds(provenance: Command) -> None:
    provenance("outlets", "assert", "reuters", "ownership", "state", *CITED, "--by", "=Desk", "--why", "so")
    provenance("outlets", "retract", "2", "--by", "Chief", "--why", "a forgery")
    rows = table_of(provenance, "outlets", "additions")
    assert [(row["id"], row["batch"], row["table"], row["by"], row["why"]) for row in rows] == [
        ("1", "1", "raters", "'=Desk", "so"),
        ("2", "1", "assertions", "'=Desk", "so"),
        ("3", "2", "retraction", "Chief", "a forgery"),
    ]
    assert [row["in force"] for row in rows] == ["yes", "no, retracted by 3", "yes"]
    assert all(row["when"].endswith("+00:00") for row in rows)


def test_reports_and_lists_answer_from_the_directory_of_the_store(talks: Command) -> None:
    before = json.loads(talks("report", PRAVDA, "--format", "json").out)
    affiliated = len(rows_of(talks, "state-affiliated"))
    words = ("outlets", "assert", "reuters", "state_affiliation", "yes", *CITED, *WHO)
    assert talks(*words).status == 0
    after = json.loads(talks("report", PRAVDA, "--format", "json").out)
    assert before["made_with"]["directory"] != after["made_with"]["directory"]
    assert " + 2 added (" in after["made_with"]["directory"]
    assert len(rows_of(talks, "state-affiliated")) > affiliated


def test_a_store_that_adds_nothing_has_the_shipped_directory(talks: Command) -> None:
    shipped = json.loads(talks("report", PRAVDA, "--format", "json").out)["made_with"]["directory"]
    talks(*STATE_OWNS_REUTERS)
    talks("outlets", "retract", "--batch", "1", *WHO)
    assert json.loads(talks("report", PRAVDA, "--format", "json").out)["made_with"]["directory"] == shipped
