"""Every command explains itself."""

import subprocess
import sys

import pytest

from tests.cli.command_page import PAGE, START, help_of, references
from tests.cli.running import Command, every_command

COMMANDS = [path for path, _ in every_command()]


@pytest.mark.parametrize("path", COMMANDS)
def test_the_help_of_every_command_ends_in_an_example(path: str) -> None:
    last = " ".join(help_of(path).split("\n\n")[-1].split())
    assert last.startswith(f"Example: provenance {path.removesuffix(' list')}".strip()), last


def test_the_page_of_commands_is_what_the_commands_say_of_themselves() -> None:
    _, found, sections = PAGE.read_text(encoding="utf-8").partition(START)
    assert found
    assert sections == f"\n{references()}", "write it anew: python -m tests.cli.command_page"


@pytest.mark.parametrize("words", [["nosuch"], ["report"], ["claims", "--nosuch"], ["groups", "nosuch"]])
def test_wrong_use_exits_with_two_and_says_nothing_on_standard_output(provenance: Command, words: list[str]) -> None:
    ran = provenance(*words)
    assert (ran.status, ran.out) == (2, "")
    assert "Error: " in ran.err


WHO = ["--by", "Desk", "--why", "words"]
WRONG_VALUES = {
    "--mode loud: write one of direct; indirect; mixed; own": ["claims", "--mode", "loud"],
    "--caution x: write one of single-source; ": ["claims", "--caution", "x"],
    "--format xml: write one of table; json; csv": ["articles", "--format", "xml"],
    "--format pdf: write one of text; json; markdown; html": ["report", "-", "--format", "pdf"],
    "--format xls: write one of csv; json; ftm; jsonld": ["outlets", "export", "--format", "xls"],
    "--label x: write one of state-owned; ": ["outlets", "--label", "x"],
    "--state-affiliated maybe: write one of yes; no; disputed; unknown": ["outlets", "--state-affiliated", "maybe"],
    "KIND alike: write one of corroborates; ": ["relate", "c0", "c1", "alike", *WHO],
    "yes|no maybe: write one of yes; no": ["independent", "c0", "c1", "maybe", *WHO],
    "ID first: not a number; `provenance decisions` shows them": ["undo", "first", *WHO],
    "ID first: not a number; `provenance outlets additions` shows them": ["outlets", "retract", "first", *WHO],
    "--batch all: not a number; ": ["outlets", "retract", "--batch", "all", *WHO],
    "--basis rumour: write one of ": ["outlets", "assert", "a", "b", "c", "--basis", "rumour", *WHO],
    "--confidence none: write one of high; ": ["outlets", "assert", "a", "b", "c", "--confidence", "none", *WHO],
}


@pytest.mark.parametrize(("told", "words"), WRONG_VALUES.items())
def test_a_wrong_value_is_told_in_one_line_with_what_to_write(provenance: Command, told: str, words: list[str]) -> None:
    ran = provenance(*words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"provenance: {told}")
    assert ran.err.count("\n") == 1


def test_a_mistyped_subcommand_of_groups_is_called_one(provenance: Command) -> None:
    assert "No such command 'nosuch'" in provenance("groups", "nosuch").err


def test_help_and_outlets_load_neither_the_model_nor_the_database() -> None:
    program = (
        "import sys\n"
        "from provenance.cli import main\n"
        "main(['outlets', 'tass', '--format', 'csv'])\n"
        "print(sorted({'onnxruntime', 'nupunkt', 'sqlalchemy', 'trafilatura', 'rapidfuzz'} & set(sys.modules)))\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
