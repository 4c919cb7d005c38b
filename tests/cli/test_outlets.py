"""The commands about the directory of outlets itself."""

import csv
import io
import json
from pathlib import Path

import pytest

import provenance.outlets
from tests.cli.running import ISTANBUL, Command

DATA = Path(provenance.outlets.__file__).parent


def ids(provenance: Command, *words: str) -> list[str]:
    ran = provenance("outlets", *words, "--format", "csv")
    assert ran.status == 0, ran.err
    return [row["id"] for row in csv.DictReader(io.StringIO(ran.out))]


def test_the_shipped_directory_is_valid_with_all_its_packs(provenance: Command) -> None:
    ran = provenance("outlets", "validate")
    assert (ran.status, ran.err) == (0, "")
    assert "+ asd 2023 + rsp 2026" in ran.out
    assert " outlets, " in ran.out


@pytest.mark.parametrize("folder", [DATA, DATA / "data"])
def test_a_folder_of_the_same_form_is_valid(provenance: Command, folder: Path) -> None:
    assert provenance("outlets", "validate", folder).status == 0


def test_mistakes_are_told_with_file_and_line(provenance: Command, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "outlets.csv").write_text("id,name,country\nA B,Times,Russia\n", encoding="utf-8")
    ran = provenance("outlets", "validate", tmp_path)
    assert (ran.status, ran.err) == (1, "3 mistakes\n")
    assert ran.out.splitlines() == [
        "VERSION:1: the version is missing; write the data's version, such as 2026.11",
        "a/outlets.csv:2: 'A B' is no id; write small letters, digits and single hyphens",
        "a/outlets.csv:2: 'Russia' is no country; write its ISO 3166-1 code, such as UA",
    ]


def test_a_file_that_is_no_text_is_told_with_its_line(provenance: Command, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_bytes(b"outlet\n\xff\n")
    ran = provenance("outlets", "validate", tmp_path)
    assert (ran.status, ran.out) == (1, "names.csv:2: no UTF-8 text; save the file as UTF-8\n")


def test_a_folder_that_is_not_there_is_told_in_one_line(provenance: Command, tmp_path: Path) -> None:
    ran = provenance("outlets", "validate", tmp_path / "nosuch")
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_the_rules_are_shown_in_words_and_whole(provenance: Command) -> None:
    assert "W1" in provenance("outlets", "rules").out
    rows = json.loads(provenance("outlets", "rules", "--format", "json").out)
    assert rows[0]["words"].startswith("A designation, sanction or register entry by any state is shown")
    shown = [row["id"] for row in rows if ":" not in row["id"]]
    assert shown == [*(f"W{n}" for n in range(1, 9)), *(f"A{n}" for n in range(1, 6)), *(f"L{n}" for n in range(1, 17))]
    captured = next(row for row in rows if row["id"] == "L3")
    assert captured["needs"] == [
        ["state_affiliated:yes"],
        ["editorial_control:captured_private", "smm_code:CaPr"],
    ]
    assert captured["lacks"] == ["ownership:state_company"]
    assert {row["answer"] for row in rows if ":" in row["id"]} == {"yes", "no"}


def test_a_host_is_known_a_mirror_former_unknown_or_a_lookalike(provenance: Command) -> None:
    hosts = ["https://www.rt.com/news/", "swentr.site", "russiatoday.ru", "nosuch.example", "bbc.com.co", "a b"]
    rows = json.loads(provenance("outlets", "check", *hosts, "--format", "json").out)
    assert [(row["host"], row["verdict"], row["outlet"], row["own"]) for row in rows] == [
        ("www.rt.com", "known", "rt", "rt.com"),
        ("swentr.site", "mirror", "rt", "swentr.site"),
        ("russiatoday.ru", "former", "rt", "russiatoday.ru"),
        ("nosuch.example", "unknown", None, None),
        ("bbc.com.co", "look-alike", "bbc", "bbc.com"),
        ("a b", "no host", None, None),
    ]


def test_hosts_are_read_from_standard_input(provenance: Command) -> None:
    ran = provenance("outlets", "check", "-", "--format", "csv", typed=b"tass.ru\n\nreuters.co\n")
    assert [row["what"] for row in csv.DictReader(io.StringIO(ran.out))] == ["known", "look-alike"]


def test_outlets_are_found_by_family_rater_and_designation(provenance: Command) -> None:
    assert {"tass", "rt", "granma"} & set(ids(provenance, "--family", "state:RU")) == {"tass", "rt"}
    assert "reuters" not in ids(provenance, "--rater", "asd-gmf")
    assert "granma" in ids(provenance, "--rater", "asd-gmf")
    for what in ("eu_broadcast_ban", "broadcast_ban", "EU"):
        assert "rt" in ids(provenance, "--designation", what, "--on", "2022-03-02")
        assert "rt" not in ids(provenance, "--designation", what, "--on", "2022-02-28")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--country", "Russia"], "write RU"),
        (["--country", "united kingdom"], "write GB"),
        (["--country", "Narnia"], "such as RU"),
        (["--rater", "asd-gm"], "asd-gmf"),
        (["--designation", "sanction"], "broadcast_ban"),
    ],
)
def test_a_filter_that_asks_for_what_cannot_be_gives_a_hint(provenance: Command, words: list[str], hint: str) -> None:
    ran = provenance("outlets", *words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert hint in ran.err


def test_a_country_may_be_written_small_and_may_have_no_outlet(provenance: Command) -> None:
    assert ids(provenance, "--country", "ru") == ids(provenance, "--country", "RU")
    assert ids(provenance, "--country", "AD") == []


def test_a_card_shows_names_hosts_and_the_timeline(provenance: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    ran = provenance("outlets", "TASS", "--on", "2013-06-01")
    assert ran.out.startswith("TASS (tass), RU\non 2013-06-01: state-owned; state-affiliated: yes;")
    assert "1992..2014-09" in ran.out
    assert "ITAR-TASS (former name)" in ran.out
    assert "outlet directory " in ran.err
    card = json.loads(provenance("outlets", "TASS", "--format", "json").out)[0]
    times = [event["at"] for event in card["timeline"]]
    dated = [at for at in times if at]
    assert dated == sorted(dated)
    assert times == [*dated, *([None] * (len(times) - len(dated)))]
    assert card["outlet"] == "tass"


@pytest.mark.parametrize("host", ["tass-agency.ru", "tаss.com", "tass.com.example.org"])
def test_a_report_on_a_page_of_a_lookalike_says_so_and_takes_it_for_no_outlet(provenance: Command, host: str) -> None:
    page = ISTANBUL / "16-india-today.txt"
    ran = provenance("report", page, "--url", f"https://{host}/politics/1", "--format", "json")
    report = json.loads(ran.out)
    assert report["article"]["outlet"]["id"] is None
    for finding in report["findings"]:
        (caution,) = (one["text"] for one in finding["cautions"] if one["code"] == "look-alike")
        assert "resembles tass.com of TASS and is not known to be its own" in caution
