"""Lists go in whole or not at all, and what a dry run shows is what a real run does."""

import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.running import FIXTURES, Command
from tests.cli.test_stories import rows_of, table_of

LIST = FIXTURES / "outlets" / "list.csv"
MATRIX = FIXTURES.parent.parent / "shared" / "outlets" / "State_Media_Matrix.csv"
WHO = ("--by", "Kyiv desk", "--why", "our own list")
CITED = "https://example.org/owners,it is so,2026-11-20"
HEADER = "host,name,country,dimension,value,evidence_url,evidence_quote,seen"


def written(tmp_path: Path, *rows: str, header: str = HEADER, name: str = "list.csv") -> str:
    path = tmp_path / name
    path.write_text("\n".join((header, *rows, "")), encoding="utf-8")
    return str(path)


def fates(command: Command, *words: str) -> list[str]:
    return [row["fate"] for row in rows_of(command, "outlets", "import", *words)]


def test_a_dry_run_shows_each_row_and_writes_nothing(provenance: Command) -> None:
    rows = table_of(provenance, "outlets", "import", str(LIST), *WHO, "--dry-run")
    assert [(row["row"], row["fate"], row["outlet"], row["changes"]) for row in rows] == [
        ("list.csv:2", "new", "reuters", ""),
        ("list.csv:3", "new outlet", "village-gazette", "none -> private (no)"),
        ("list.csv:4", "new", "village-gazette", "none -> private (no)"),
    ]
    assert not provenance.database.exists()


def test_a_real_run_does_what_the_dry_run_showed_and_the_second_adds_nothing(provenance: Command) -> None:
    shown = rows_of(provenance, "outlets", "import", str(LIST), *WHO, "--dry-run")
    assert rows_of(provenance, "outlets", "import", str(LIST), *WHO) == shown
    before = rows_of(provenance, "outlets", "additions")
    assert fates(provenance, str(LIST), *WHO) == ["already there"] * 3
    assert rows_of(provenance, "outlets", "additions") == before
    assert {row["batch"] for row in before} == {1}
    assert [row["id"] for row in rows_of(provenance, "outlets", "www.village-gazette.example.org")] == [
        "village-gazette"
    ]


def test_an_imported_outlet_is_read_as_a_source_and_its_publisher_by_host(provenance: Command, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "---\nurl: https://www.village-gazette.example.org/a\npublished: 2025-06-02\nlanguage: en\n---\n"
        "The bridge will open in May, the newspaper Village Gazette reported on Monday, after years of delay.\n"
    )
    assert provenance("outlets", "import", str(LIST), *WHO).status == 0
    report = json.loads(provenance("report", article, "--format", "json").out)
    assert report["article"]["outlet"]["id"] == "village-gazette"
    assert [(outlet["id"], outlet["label"]) for outlet in report["outlets"]] == [("village-gazette", "private")]


def test_a_batch_is_taken_back_whole(provenance: Command) -> None:
    provenance("outlets", "import", str(LIST), *WHO)
    assert provenance("outlets", "retract", "--batch", "1", *WHO).status == 0
    assert provenance("outlets", "village-gazette").status == 1


def test_one_wrong_row_stops_all_and_is_told_by_its_line(provenance: Command, tmp_path: Path) -> None:
    rows = (f"a.example,Alpha News,XA,ownership,private,{CITED}", f"b.example,Beta News,XA,ownership,mine,{CITED}")
    ran = provenance("outlets", "import", written(tmp_path, *rows), *WHO)
    assert (ran.status, ran.out) == (1, "")
    assert "list.csv:3: 'mine' is no value of ownership" in ran.err
    assert rows_of(provenance, "outlets", "additions") == []


def test_each_wrong_row_has_its_line(provenance: Command, tmp_path: Path) -> None:
    rows = [f"{letter}.example,{letter * 3} News,XA,ownership,mine,{CITED}" for letter in "abc"]
    ran = provenance("outlets", "import", written(tmp_path, *rows), *WHO, "--dry-run")
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == ["list.csv:2", "list.csv:3", "list.csv:4"]


def test_conflicts_stop_an_import_unless_they_are_to_be_skipped(provenance: Command, tmp_path: Path) -> None:
    rows = (
        f"a.example,Alpha News,XA,ownership,private,{CITED}",
        f"a.example,Alpha News,XA,ownership,state,{CITED}",
        f"reuters.com,TASS,RU,ownership,state,{CITED}",
    )
    path = written(tmp_path, *rows)
    assert fates(provenance, path, *WHO, "--dry-run") == ["new outlet", "conflict", "conflict"]
    ran = provenance("outlets", "import", path, *WHO)
    assert (ran.status, ran.out) == (1, "")
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == [
        "list.csv:3",
        "list.csv:4",
        "nothing was imported",
    ]
    assert rows_of(provenance, "outlets", "additions") == []
    assert provenance("outlets", "import", path, *WHO, "--skip-conflicts").status == 0
    assert rows_of(provenance, "outlets", "a.example")[0]["label"] == "private"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"host,name\na.example\n", "list:2: 1 cells for 2 columns"),
        (b"host,colour\na.example,red\n", "list:1: unknown column 'colour'"),
        (b"country,value\nXA,red\n", "list:1: no column host, outlet or name"),
        (b"country,value\nXA,red\n", "here it is 'country, value'"),
        (b"Dear editor,\nhere, as you asked, is\nthe list\n", "list:1: unknown column 'Dear editor'"),
        (b"colour\nred,1\nblue,2,3\n", "some of host, outlet, name, country, "),
        (
            b"A sentence that runs on and on and on and on, and on\na,b,c\n",
            "runs on and on and on an..., and on'",
        ),
        (b"", "list:1: no column host, outlet or name"),
        (b'host,name\na.example,"open\n', "no CSV"),
        (b"host,name\na.example,\xff\n", "list:2: not UTF-8"),
        (b"{", "list:1: no JSON"),
        (b'{"a": 1}', "JSON without a list of outlets"),
        (b'[{"host": "a.example", "value": 3}]', "list: [0].value: 3 is no text"),
        (b'[{"host": "a.example", "colour": "red"}]', "list: [0]: unknown key 'colour'"),
        (b'["a.example"]', "list: [0]: no object"),
        (b"[" * 100_000, "list: nested too deeply"),
        (b"PK not really", "a damaged archive"),
        (b'{"outlets": [{"name": "x"}]}', "list: outlets[0]"),
        (b'{"outlets": [7]}', "list: outlets[0]"),
        (b'{"outlets": [{"id": "a-b", "name": "x", "names": 3}]}', "list: outlets[0].names"),
    ],
)
def test_a_file_that_is_no_list_is_told_in_one_line(
    provenance: Command, tmp_path: Path, content: bytes, told: str
) -> None:
    (tmp_path / "list").write_bytes(content)
    ran = provenance("outlets", "import", str(tmp_path / "list"), *WHO, "--dry-run")
    assert (ran.status, ran.out) == (1, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_an_archive_without_tables_of_outlets_is_no_list(provenance: Command, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    ran = provenance("outlets", "import", tmp_path / "list.xlsx", *WHO)
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "list.xlsx: an archive without tables of outlets; give a list as CSV or JSON" in ran.err


def test_a_list_in_json_is_merged_like_one_in_csv(provenance: Command, tmp_path: Path) -> None:
    rows = table_of(provenance, "outlets", "import", str(LIST), *WHO, "--dry-run")
    header, *lines = [line.split(",", 8) for line in LIST.read_text(encoding="utf-8").splitlines()]
    objects = [dict(zip(header, (cell.strip('"') for cell in line), strict=True)) for line in lines]
    path = tmp_path / "list.json"
    path.write_text(json.dumps(objects), encoding="utf-8")
    found = table_of(provenance, "outlets", "import", str(path), *WHO, "--dry-run")
    assert [row["row"] for row in found] == ["list.json: [0]", "list.json: [1]", "list.json: [2]"]
    assert [{**row, "row": ""} for row in found] == [{**row, "row": ""} for row in rows]


def test_a_list_speaks_for_whom_it_or_the_command_names(provenance: Command, tmp_path: Path) -> None:
    header = f"{HEADER},rater"
    rows = (f"a.example,Alpha News,XA,ownership,private,{CITED},bbc", f"a.example,,,funding,commercial,{CITED},")
    path = written(tmp_path, *rows, header=header)
    assert provenance("outlets", "import", path, *WHO, "--rater", "cpj", "--asserted", "2024-05").status == 0
    said = rows_of(provenance, "outlets", "a.example")[0]["assertions"]
    assert [(one["dimension"], one["rater"], one["asserted"]) for one in said] == [
        ("funding", "cpj", "2024-05"),
        ("ownership", "bbc", "2024-05"),
    ]


def test_a_newer_edition_replaces_the_older_for_the_rules_and_both_stay(provenance: Command, tmp_path: Path) -> None:
    for edition, value in (("2023", "private"), ("2025", "state")):
        path = written(tmp_path, f"a.example,Alpha News,XA,ownership,{value},{CITED}")
        assert provenance("outlets", "import", path, *WHO, "--asserted", edition).status == 0
    row = rows_of(provenance, "outlets", "a.example")[0]
    assert row["label"] == "state-owned"
    assert sorted((one["asserted"], one["value"]) for one in row["assertions"]) == [
        ("2023", "private"),
        ("2025", "state"),
    ]


@pytest.mark.skipif(not MATRIX.exists(), reason="the matrix is not here")
def test_a_whole_edition_of_the_matrix_is_imported_and_the_second_time_adds_nothing(provenance: Command) -> None:
    words = (str(MATRIX), *WHO, "--asserted", "2023", "--skip-conflicts")
    first, second = Counter(fates(provenance, *words)), Counter(fates(provenance, *words))
    assert first.total() == second.total() == 1157
    assert first["new outlet"] + first["new"] + first["already there"] > 1000
    assert second["new outlet"] == second["new"] == 0
    assert first["conflict"] == second["conflict"] < 40
