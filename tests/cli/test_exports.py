"""The directory goes out in the forms that others read, and comes in again."""

import csv
import io
import json
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from provenance.model import Label
from tests.cli.running import Command
from tests.cli.test_additions import STATE_OWNS_REUTERS
from tests.cli.test_imports import LIST, WHO, fates
from tests.cli.test_stories import rows_of

DAY = ("--on", "2025-06-02")


def exported(command: Command, form: str) -> Any:
    """Any: JSON."""
    ran = command("outlets", "export", "--format", form, *DAY)
    assert (ran.status, ran.err) == (0, "")
    return json.loads(ran.out)


def tables(command: Command, target: Path) -> dict[str, list[dict[str, str]]]:
    ran = command("outlets", "export", "--format", "csv", "--output", target, *DAY)
    assert (ran.status, ran.out, ran.err) == (0, "", f"Wrote {target}\n")
    with zipfile.ZipFile(target) as archive:
        texts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    return {name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text))) for name, text in texts.items()}


def statements(command: Command) -> dict[str, list[dict[str, Any]]]:
    """By entity. Any: JSON."""
    found = defaultdict(list)
    for line in command("outlets", "export", "--format", "ftm", *DAY).out.splitlines():
        statement = json.loads(line)
        found[statement["entity_id"]].append(statement)
    return found


def values(entity: list[dict[str, Any]]) -> dict[str, list[str]]:
    found = defaultdict(list)
    for statement in entity:
        found[statement["prop"]].append(statement["value"])
    return found


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_was_exported_adds_nothing_to_an_empty_store(provenance: Command, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"directory.{form}"
    assert provenance("outlets", "export", "--format", form, "--output", target).status == 0
    assert set(fates(provenance, str(target), *WHO)) == {"already there"}
    assert rows_of(provenance, "outlets", "additions") == []


@pytest.mark.parametrize("form", ["json", "csv"])
def test_additions_go_from_one_newsroom_to_another(provenance: Command, tmp_path: Path, form: str) -> None:
    afp = ("outlets", "assert", "afp", *STATE_OWNS_REUTERS[3:])
    for words in (("outlets", "import", str(LIST), *WHO), afp):
        assert provenance(*words).status == 0
    target = tmp_path / f"directory.{form}"
    assert provenance("outlets", "export", "--format", form, "--output", target).status == 0
    other = Command(provenance.capsys, provenance.monkeypatch, tmp_path / "other.sqlite3")
    assert other("outlets", "import", target, *WHO).status == 0
    assert rows_of(other, "outlets") == rows_of(provenance, "outlets")
    assert set(fates(other, str(target), *WHO)) == {"already there"}


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_note_of_a_relation_goes_along(provenance: Command, tmp_path: Path, form: str) -> None:
    relations = tmp_path / "relations.csv"
    relations.write_text(
        "outlet,kind,other,share,since,until,evidence_url,evidence_title,evidence_quote,seen,note\n"
        "afp,syndicates_from,reuters,,2025,,https://example.org/a,,it prints both,2026-11-20,for sport alone\n",
        encoding="utf-8",
    )
    assert provenance("outlets", "import", relations, *WHO).status == 0
    target = tmp_path / f"directory.{form}"
    assert provenance("outlets", "export", "--format", form, "--output", target).status == 0
    other = Command(provenance.capsys, provenance.monkeypatch, tmp_path / "other.sqlite3")
    assert other("outlets", "import", target, *WHO).status == 0
    (outlet,) = rows_of(other, "outlets", "afp")
    assert "for sport alone" in [relation["note"] for relation in outlet["relations"]]
    assert rows_of(other, "outlets") == rows_of(provenance, "outlets")


def test_json_holds_everything_and_what_each_outlet_is_at_the_day(provenance: Command) -> None:
    document = exported(provenance, "json")
    listed = rows_of(provenance, "outlets", *DAY)
    assert [outlet["id"] for outlet in document["outlets"]] == [outlet["id"] for outlet in listed]
    assert [outlet["label"] for outlet in document["outlets"]] == [outlet["label"] for outlet in listed]
    assert set(document) == {"directory", "on", "outlets", "raters", "contexts"}
    assert document["on"] == "2025-06-02"
    assert len(document["directory"]["digest"]) == 64


def test_csv_is_an_archive_of_the_tables_with_what_follows_from_them(provenance: Command, tmp_path: Path) -> None:
    found = tables(provenance, tmp_path / "directory.zip")
    assert set(found) == {
        *("outlets", "names", "domains", "contexts", "assertions", "relations", "raters"),
        *("classifications", "directory"),
    }
    tass = [row for row in found["classifications"] if row["outlet"] == "tass"]
    assert [(row["on"], row["label"], row["state_affiliated"]) for row in tass] == [
        ("2025-06-02", "state-owned", "yes")
    ]
    assert len(found["outlets"]) == len(found["classifications"]) == len(rows_of(provenance, "outlets"))


def test_the_same_directory_gives_the_same_archive(provenance: Command, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        tables(provenance, tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_csv_wants_a_file(provenance: Command) -> None:
    ran = provenance("outlets", "export", "--format", "csv")
    assert (ran.status, ran.out) == (2, "")
    assert "name its file with --output" in ran.err


def test_no_cell_of_the_archive_runs_in_a_spreadsheet_and_it_comes_in_as_it_was(
    provenance: Command, tmp_path: Path
) -> None:
    quote = "=HYPERLINK(1)"
    words = ("outlets", "assert", "reuters", "ownership", "state", "--evidence", "https://example.org/a")
    assert provenance(*words, "--quote", quote, *WHO).status == 0
    target = tmp_path / "directory.zip"
    found = tables(provenance, target)
    cells = [row["evidence_quote"] for row in found["assertions"] if row["outlet"] == "reuters"]
    assert f"'{quote}" in cells
    assert quote not in cells
    other = Command(provenance.capsys, provenance.monkeypatch, tmp_path / "other.sqlite3")
    assert other("outlets", "import", target, *WHO).status == 0
    said = rows_of(other, "outlets", "reuters")[0]["assertions"]
    assert quote in [one["evidence"]["quote"] for one in said if one["evidence"]]


def test_an_outlet_is_an_organisation_of_followthemoney_with_who_says_what(provenance: Command) -> None:
    entity = statements(provenance)["tass"]
    assert {statement["schema"] for statement in entity} == {"Company"}
    held = values(entity)
    assert held["name"] == ["TASS"]
    assert held["country"] == ["ru"]
    assert "https://tass.com/" in held["website"]
    assert held["classification"] == ["state-owned"]
    origins = {statement["origin"] for statement in entity if statement["prop"] == "notes"}
    assert "asd-gmf" in origins
    assert len({statement["id"] for statement in entity}) == len(entity)


def test_control_is_an_ownership_and_its_ends_are_entities(provenance: Command) -> None:
    entities = statements(provenance)
    owned = {
        (values(entity)["owner"][0], values(entity)["asset"][0])
        for entity in entities.values()
        if entity[0]["schema"] == "Ownership"
    }
    assert ("state-ru", "tass") in owned
    assert {end for pair in owned for end in pair} <= set(entities)
    assert values(entities["state-ru"])["name"] == ["State RU"]
    assert entities["state-ru"][0]["schema"] == "PublicBody"


def test_a_sanction_is_one_and_repression_is_none(provenance: Command) -> None:
    entities = statements(provenance)
    sanctioned = [values(entity) for entity in entities.values() if entity[0]["schema"] == "Sanction"]
    programs = {held["program"][0] for held in sanctioned}
    assert "eu broadcast ban" in programs
    assert not any("foreign agent" in program or "undesirable" in program for program in programs)
    assert any("undesirable" in note for note in values(entities["meduza"])["notes"])


def test_json_ld_speaks_of_news_media_organizations_at_the_day(provenance: Command) -> None:
    document = exported(provenance, "jsonld")
    assert document["@context"] == "https://schema.org"
    nodes = {node["@id"]: node for node in document["@graph"]}
    tass = nodes["urn:provenance:outlet:tass"]
    assert tass["@type"] == "NewsMediaOrganization"
    assert "ТАСС" in tass["alternateName"]
    assert tass["parentOrganization"] == {"@type": "GovernmentOrganization", "name": "State RU"}
    start = f"On 2025-06-02: {Label.STATE_OWNED}; state-affiliated: yes. "
    assert tass["ownershipFundingInfo"].startswith(start)
    assert {node["@id"] for node in nodes.values()} >= {
        node["parentOrganization"]["@id"] for node in nodes.values() if "@id" in node.get("parentOrganization", {})
    }


def test_an_explanation_in_json_is_one_outlet_with_what_led_there(provenance: Command) -> None:
    found = json.loads(provenance("outlets", "explain", "TASS", "--format", "json", *DAY).out)
    keys = ("outlet", "on", "label", "state_affiliated", "control_family", "rule", "assertions", "dissent")
    assert set(keys) <= set(found)
    assert [found[key] for key in keys[:5]] == ["tass", "2025-06-02", "state-owned", "yes", "state:RU"]
    assert found["assertions"]
    assert all(one not in found["others"] for one in found["assertions"])


def test_a_name_of_several_outlets_is_not_explained_as_one(provenance: Command) -> None:
    ran = provenance("outlets", "explain", "NTV", "--format", "json")
    assert (ran.status, ran.out) == (2, "")
    assert "several outlets bear that name: " in ran.err
