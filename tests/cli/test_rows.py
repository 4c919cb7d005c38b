"""Rows as they leave the program."""

import csv
import io
import json

import pytest

from provenance.cli.rows import Column, Listing, RowFormat

Row = tuple[str, int | None]

LISTING: Listing[Row] = Listing(
    noun="claim",
    columns=(Column("text", lambda row: row[0]), Column("origins", lambda row: row[1]), Column("all", str, wide=True)),
    to_dict=lambda row: {"text": row[0], "origins": row[1]},
)


def test_json_holds_each_row_whole(capsys: pytest.CaptureFixture[str]) -> None:
    LISTING.show([("Київ", 2), ("b", None)], RowFormat.JSON)
    captured = capsys.readouterr()
    assert json.loads(captured.out) == [{"text": "Київ", "origins": 2}, {"text": "b", "origins": None}]
    assert "Київ" in captured.out
    assert captured.err == "2 claims\n"


def test_csv_has_every_column_and_survives_quotes_and_line_breaks(capsys: pytest.CaptureFixture[str]) -> None:
    LISTING.show([('he said "no",\nthen yes', 1)], RowFormat.CSV)
    captured = capsys.readouterr()
    assert list(csv.reader(io.StringIO(captured.out))) == [
        ["text", "origins", "all"],
        ['he said "no",\nthen yes', "1", "('he said \"no\",\\nthen yes', 1)"],
    ]
    assert captured.err == "1 claim\n"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\n=1", " =1+1", "＝1"])
def test_csv_cells_that_a_spreadsheet_would_run_become_text(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    LISTING.show([(text, None)], RowFormat.CSV)
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out, newline="")))
    assert rows[1][:2] == [f"'{text}", ""]


def test_line_breaks_of_every_kind_stay_inside_their_cell(capsys: pytest.CaptureFixture[str]) -> None:
    LISTING.show([("a\rb\r\nc\nd", None)], RowFormat.CSV)
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out, newline="")))
    assert rows[1][:2] == ["a\nb\nc\nd", ""]


def test_a_plain_cell_stays_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    LISTING.show([("a = b - c", 0)], RowFormat.CSV)
    assert capsys.readouterr().out.splitlines()[1].startswith("a = b - c,0,")


def test_a_table_shows_a_dash_for_what_is_not_known_and_leaves_wide_columns_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    LISTING.show([("a", None), ("[bold]b[/bold]", 0)], RowFormat.TABLE)
    assert capsys.readouterr().out == "text            origins\na               -\n[bold]b[/bold]  0\n"


def test_a_long_text_is_folded_and_not_cut(capsys: pytest.CaptureFixture[str]) -> None:
    words = " ".join(f"word{number}" for number in range(60))
    LISTING.show([(words, 1)], RowFormat.TABLE)
    shown = capsys.readouterr().out
    assert all(f"word{number}" in shown for number in range(60))
    assert max(map(len, shown.splitlines())) <= 120


def test_a_table_does_not_pass_on_what_steers_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    LISTING.show([("a\x1b]0;owned\x07\x9b31mb\u202ec", 1)], RowFormat.TABLE)
    shown = capsys.readouterr().out
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)
    assert "owned" in shown
