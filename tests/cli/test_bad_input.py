"""What cannot be read ends in one line on standard error, exit status 1 or 2, and a store as it was."""

import json
import sqlite3
from pathlib import Path

import pytest

from provenance.cli import main
from tests.cli.running import HOSTILE, ISTANBUL, Command, Ran

UNREADABLE = {
    "utf-8-cut-short.txt": 1,
    "utf-16-cut-short.txt": 1,
    "pdf.txt": 1,
    "binary.txt": 1,
    "empty.txt": 1,
    "only-spaces.txt": 1,
    "page-without-text.html": 1,
    "cookie-wall.html": 1,
    "german.txt": 1,
    "bad-front-matter.txt": 2,
    "unclosed-front-matter.txt": 2,
    "impossible-date.txt": 2,
}
"""By name, the exit status: a mistake in what the file says of itself counts as wrong use."""


def assert_turned_down(ran: Ran, status: int = 1, *, naming: str = "") -> None:
    assert (ran.status, ran.out) == (status, ""), ran
    assert ran.err.startswith("provenance: "), ran.err
    assert ran.err.count("\n") == 1, ran.err
    assert "Traceback" not in ran.err
    assert naming in ran.err, ran.err


def assert_nothing_stored(provenance: Command) -> None:
    assert not provenance.database.exists()


@pytest.mark.parametrize(("name", "status"), UNREADABLE.items())
def test_a_file_that_cannot_be_read_is_named_in_one_line_and_nothing_is_stored(
    provenance: Command, name: str, status: int
) -> None:
    assert_turned_down(provenance("report", HOSTILE / name), status, naming=name)
    assert_nothing_stored(provenance)


@pytest.mark.parametrize(
    ("location", "status"),
    [
        ("missing.txt", 1),
        (".", 1),
        ("http://127.0.0.1:9/", 1),
        ("http://[::1]/", 1),
        ("http://localhost/", 1),
        ("http://169.254.169.254/latest/meta-data/", 1),
        ("ftp://example.org/a.txt", 1),
        ("file:///etc/passwd", 1),
        ("http://", 1),
        ("http://name.invalid/", 1),
        ("a0123456789ab", 1),
        ("", 1),
        ("nul\0byte", 1),
        ("x" * 5000, 1),
    ],
)
def test_a_place_without_an_article_is_told_in_one_line(
    provenance: Command, location: str, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert_turned_down(provenance("report", location), status)
    assert_nothing_stored(provenance)


def test_thirty_megabytes_are_turned_down_without_being_read(provenance: Command, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(30 * 1024 * 1024)
    assert_turned_down(provenance("report", large), naming="large.txt")
    assert_nothing_stored(provenance)


def test_nothing_on_standard_input_is_told_in_one_line(provenance: Command) -> None:
    assert_turned_down(provenance("report", "-", typed=b""), naming="standard input")
    assert_nothing_stored(provenance)


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--published", "2025-02-30"], 2),
        (["--published", "yesterday"], 2),
        (["--published", "2999-01-01"], 2),
        (["--published", "0001-01-01"], 2),
        (["--url", "not an address"], 2),
        (["--url", "javascript:alert(1)"], 2),
        (["--title", "  "], 2),
        (["--outlet", "no-such-outlet"], 1),
        (["--language", "de"], 1),
        (["--language", "klingon"], 2),
    ],
)
def test_an_option_with_an_impossible_value_is_told_in_one_line(
    provenance: Command, options: list[str], status: int
) -> None:
    assert_turned_down(provenance("report", ISTANBUL / "16-india-today.txt", *options), status)
    assert_nothing_stored(provenance)


@pytest.mark.parametrize("words", [["claims", "--since", "2025-13-01"], ["outlets", "explain", "TASS", "--on", "2010"]])
def test_a_filter_with_an_impossible_day_is_wrong_use(provenance: Command, words: list[str]) -> None:
    assert_turned_down(provenance(*words), 2, naming=words[-1])


def test_one_bad_article_does_not_stop_the_others(provenance: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((HOSTILE / "pdf.txt").read_bytes())
    (tmp_path / "b.txt").write_bytes((ISTANBUL / "16-india-today.txt").read_bytes())
    ran = provenance("ingest", tmp_path / "a.txt", tmp_path / "missing.txt", tmp_path / "b.txt")
    assert (ran.status, ran.out) == (1, "")
    lines = ran.err.splitlines()
    assert [line.startswith("provenance: ") for line in lines] == [True, True, False]
    assert ("a.txt" in lines[0], "missing.txt" in lines[1]) == (True, True)
    assert lines[2] == "1 new, 2 failed"
    assert provenance("articles", "--format", "csv").out.count("\n") == 2


def test_of_a_file_with_an_article_a_line_each_line_stands_or_falls_alone(provenance: Command, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    texts = ["The bridge opens in May, the mayor said.", "", "The bridge will stay shut, the mayor said on Friday."]
    lines = [json.dumps({"text": text, "title": "The bridge", "date": "2025-06-02"}) for text in texts]
    path.write_text("\n".join([*lines, "{"]), encoding="utf-8")
    ran = provenance("ingest", path)
    assert (ran.status, ran.out) == (1, "")
    told = ran.err.splitlines()
    assert (f"{path}:2: no text" in told[0], f"{path}:4: no JSON" in told[1]) == (True, True)
    assert told[2:] == ["2 new, 2 failed"]
    assert provenance("ingest", path).err.splitlines()[-1] == "0 new, 2 unchanged, 2 failed"
    assert provenance("articles", "--format", "csv").out.count("The bridge") == 2


@pytest.mark.parametrize("words", [["report"], ["diff", ISTANBUL / "16-india-today.txt"]])
def test_one_article_is_wanted_and_a_file_of_many_given(
    provenance: Command, words: list[str | Path], tmp_path: Path
) -> None:
    (tmp_path / "many.jsonl").write_text('{"text": "The bridge opens in May."}\n', encoding="utf-8")
    assert_turned_down(provenance(*words, tmp_path / "many.jsonl"), naming="`provenance ingest`")
    assert_nothing_stored(provenance)


def test_a_title_belongs_to_one_article_and_not_to_a_file_of_many(provenance: Command, tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text('{"text": "The bridge opens in May."}\n', encoding="utf-8")
    assert_turned_down(provenance("ingest", tmp_path / "many.jsonl", "--title", "Bridge"), 2, naming="--title")


def test_a_file_of_many_that_is_not_there_is_told_in_one_line(provenance: Command, tmp_path: Path) -> None:
    ran = provenance("ingest", tmp_path / "missing.jsonl")
    assert (ran.status, ran.err.splitlines()[-1]) == (1, "0 new, 1 failed")
    assert "missing.jsonl: no such file" in ran.err


def test_a_folder_without_articles_is_told_in_one_line(provenance: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert_turned_down(provenance("ingest", tmp_path / "empty"), naming="empty")


ABOUT_WHAT_IS_STORED = (
    "articles",
    "claims",
    "single-source",
    "state-affiliated",
    "circular",
    "groups",
    "group g0",
    "decisions",
    "outlets additions",
    "groups merge g0 g1 --by Desk --why words",
    "groups split g0 c0 --by Desk --why words",
    "relate c0 c1 echoes --by Desk --why words",
    "independent c0 c1 no --by Desk --why words",
    "undo 1 --by Desk --why words",
    "outlets retract 1 --by Desk --why words",
)


@pytest.mark.parametrize("words", ABOUT_WHAT_IS_STORED)
def test_a_mistyped_database_is_no_empty_store(provenance: Command, words: str) -> None:
    assert_turned_down(provenance(*words.split()), naming=f"{provenance.database}: no store lies there")
    assert not provenance.database.exists()


def test_a_mistyped_database_in_the_environment_is_no_empty_store(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("PROVENANCE_DATABASE_URL", str(tmp_path / "mistyped.sqlite3"))
    assert main(["claims"]) == 1
    assert "mistyped.sqlite3: no store lies there" in capsys.readouterr().err


def test_where_nothing_was_ever_stored_the_list_is_empty_and_a_line_says_how_to_fill_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["claims", "--format", "json"]) == 0
    told = capsys.readouterr()
    assert told.out == "[]\n"
    hint, count = told.err.splitlines()
    assert ("no store lies at" in hint, "provenance ingest" in hint) == (True, True)
    assert count == "0 claims"
    assert not (tmp_path / "data").exists()


def test_an_empty_file_is_a_store_with_nothing_in_it(provenance: Command) -> None:
    provenance.database.touch()
    ran = provenance("articles", "--format", "json")
    assert (ran.status, ran.out) == (0, "[]\n")


def test_a_database_of_another_program_is_left_alone(provenance: Command) -> None:
    with sqlite3.connect(provenance.database) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()
    before = provenance.database.read_bytes()
    assert_turned_down(provenance("report", ISTANBUL / "16-india-today.txt"), naming=provenance.database.name)
    assert_turned_down(provenance("db", "check"))
    assert provenance.database.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(provenance: Command) -> None:
    provenance.database.write_text("Dear diary, " * 100)
    assert_turned_down(provenance("articles"), naming=provenance.database.name)
    assert provenance.database.read_text() == "Dear diary, " * 100


def test_a_database_of_a_newer_version_is_left_alone(provenance: Command) -> None:
    assert provenance("db", "upgrade").status == 0
    with sqlite3.connect(provenance.database) as connection:
        connection.execute("UPDATE provenance_schema SET version_num = 'fffffffffff0'")
    connection.close()
    assert_turned_down(provenance("claims"), naming="newer")
    assert_turned_down(provenance("db", "check"), naming="newer")
    assert provenance("db", "path").out == f"{provenance.database}\n"


@pytest.mark.parametrize("address", ["mysql://host/base", "postgresql://127.0.0.1:9/base", "://"])
def test_a_database_that_cannot_be_had_is_told_in_one_line(provenance: Command, address: str) -> None:
    assert_turned_down(provenance("--db", address, "articles"))


def test_a_password_is_never_shown(provenance: Command) -> None:
    address = "postgresql://reader:s3cret@127.0.0.1:9/base"
    assert provenance("--db", address, "db", "path").out == "postgresql://127.0.0.1:9/base\n"
    for words in (["articles"], ["db", "path"], ["db", "check"]):
        ran = provenance("--db", address, *words)
        assert "s3cret" not in ran.out + ran.err


def test_a_model_that_is_not_there_is_told_in_one_line(provenance: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_MODEL", "no_such_model.onnx")
    assert_turned_down(provenance("report", ISTANBUL / "16-india-today.txt"), naming="no_such_model.onnx")
    assert_turned_down(provenance("ingest", ISTANBUL), naming="no_such_model.onnx")
    assert_nothing_stored(provenance)
