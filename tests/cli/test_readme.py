"""The README says what the program does today."""

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.readme_sample import README, REPORTED, sample_in, sample_of
from tests.cli.running import Command, every_command

PAGE = README.read_text(encoding="utf-8")


def first_commands() -> list[list[str]]:
    """What the two blocks at the top hold, cut at `&&`."""
    blocks = re.findall(r"^```\n(.+)\n```$", PAGE, re.MULTILINE)
    return [block.split(" && ") for block in blocks[:2]]


def test_the_readme_opens_with_two_commands_of_one_line_each() -> None:
    first, second = first_commands()
    assert PAGE.split("\n```\n")[0] == "# provenance\n"
    assert first[0] == second[0] == "python3 -m venv .venv"
    assert first[1].startswith(".venv/bin/pip install")
    assert second[-1] == ".venv/bin/python -m pytest"


def test_the_first_command_prints_a_report(
    provenance: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All but the installation."""
    monkeypatch.chdir(README.parent)
    database = str(tmp_path / "demo.sqlite3")
    steps = [shlex.split(step) for step in first_commands()[0][2:]]
    assert [step[:3] for step in steps] == [[".venv/bin/provenance", "--db", "demo.sqlite3"]] * 2
    ran = [provenance("--db", database, *step[3:]) for step in steps]
    assert [one.status for one in ran] == [0, 0]
    assert ran[1].out.startswith("Second round in Istanbul ends")


def test_the_sample_in_the_readme_is_what_the_program_prints(talks: Command, tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    assert talks("report", REPORTED, "--output", target).status == 0
    sample = sample_of(target.read_text(encoding="utf-8"))
    assert sample_in(PAGE) == sample, "write it anew: python -m tests.cli.readme_sample"


def test_the_readme_names_every_command() -> None:
    table = PAGE.partition("## Commands")[2]
    names = {path.split()[-1] for path, command in every_command() if path and not hasattr(command, "commands")}
    assert [name for name in sorted(names - {"list"}) if name not in table] == []


def test_every_page_that_the_readme_points_to_is_there() -> None:
    pointed = re.findall(r"\]\(([^)#:]+)\)", PAGE)
    assert pointed
    assert [page for page in pointed if not (README.parent / page).exists()] == []
