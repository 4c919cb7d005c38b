"""A page speaks of its fields and pages, never of the command line's."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import provenance
from provenance.settings import Settings
from provenance.web.pointing import FIELDS, PAGES, STARTING, at_desk
from tests.web.test_adding import put, read_all

PACKAGE = Path(provenance.__file__).parent
RUSSIAN = (
    "Глава делегации заявил в понедельник, что стороны договорились об обмене военнопленными и о передаче тел "
    "погибших, а второй раунд переговоров завершился спустя час после начала."
)
NEVER_AT_THE_DESK = {"--skip-conflicts", "--asserted", "outlets export", "db upgrade"}
"""Lists of outlets that others made come in on the command line alone, and the store is upgraded there."""


def named_in_errors() -> set[str]:
    """Options and commands that messages of packages under the desk name."""
    text = "\n".join(
        file.read_text(encoding="utf-8")
        for package in ("services", "ingest", "storage", "outlets", "analysis")
        for file in sorted((PACKAGE / package).glob("*.py"))
    )
    strings = re.sub(r'"""[\s\S]*?"""', "", text)
    commands = set(re.findall("`provenance ([a-z ]*[a-z])", strings))
    return commands | set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", re.sub("`provenance [^`]*`", "", strings)))


def test_a_text_in_another_language_is_told_of_the_form_it_came_by(desk: TestClient, settings: Settings) -> None:
    put(desk, text=RUSSIAN)
    read_all(settings)
    page = desk.get("/jobs/1").text
    assert "the text is in Russian, and only English is read for now" in page
    assert "read it with English as its language" in page
    assert "--language" not in page
    assert "--language" not in desk.get("/jobs/1", headers={"Accept": "application/json"}).text
    assert "--language" not in desk.get("/api/jobs/1").text


def test_the_form_takes_the_language_from_whoever_knows_better(desk: TestClient, settings: Settings) -> None:
    put(desk, text=RUSSIAN, language="en")
    read_all(settings)
    assert "1 article read" in desk.get("/jobs/1").text


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/articles/a0000000000000000", 404, "the page Articles lists them"),
        ("/groups/g0000000000000000", 404, "the page Groups lists them"),
        ("/outlets?country=Ruritania", 422, "Country Ruritania: no code of a country"),
        ("/outlets?rater=nobody", 422, "Rated by nobody: no such rater"),
        ("/claims?since=2025-06-03&until=2025-06-01", 422, "Since must not be after Until"),
    ],
)
def test_an_error_page_names_fields_and_pages(desk: TestClient, address: str, status: int, words: str) -> None:
    for headers in ({}, {"Accept": "application/json"}):
        answer = desk.get(address, headers=headers)
        assert answer.status_code == status
        assert words in answer.text
        assert "`provenance " not in answer.text
        assert not re.search(r"(?<![\w-])--[a-z]", answer.text)


def test_an_option_is_told_apart_from_one_that_only_begins_like_it() -> None:
    assert at_desk("--outlet Pravda: several; see --outlet-list, `provenance usersfile`") == (
        "Outlet Pravda: several; see --outlet-list, `provenance usersfile`"
    )
    assert at_desk("take it back first with `provenance undo 3`") == "take it back first with the form at /decisions/3"


def test_every_option_and_command_that_a_message_names_has_its_place_at_the_desk() -> None:
    """A new message names what is known here, or this table learns it."""
    known = {option for phrase in FIELDS for option in re.findall("--[a-z-]+", phrase)} | set(PAGES)
    assert named_in_errors() - known - STARTING - NEVER_AT_THE_DESK == set()
