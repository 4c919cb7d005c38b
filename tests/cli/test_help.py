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


@pytest.mark.parametrize(
    "words", [["nosuch"], ["report"], ["claims", "--mode", "loud"], ["articles", "--format", "xml"]]
)
def test_wrong_use_exits_with_two_and_says_nothing_on_standard_output(provenance: Command, words: list[str]) -> None:
    ran = provenance(*words)
    assert (ran.status, ran.out) == (2, "")
    assert "Error: " in ran.err


def test_help_and_outlets_load_neither_the_model_nor_the_database() -> None:
    program = (
        "import sys\n"
        "from provenance.cli import main\n"
        "main(['outlets', 'tass', '--format', 'csv'])\n"
        "print(sorted({'onnxruntime', 'nupunkt', 'sqlalchemy', 'trafilatura', 'rapidfuzz'} & set(sys.modules)))\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
