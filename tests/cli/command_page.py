"""Writes docs/commands.md from the commands' own help: python -m tests.cli.command_page"""

import contextlib
import io
import os
from pathlib import Path

from provenance.cli import main
from tests.cli.running import every_command

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
START = "<!-- From here on: python -m tests.cli.command_page -->\n"


def help_of(path: str) -> str:
    with io.TextIOWrapper(io.BytesIO(), encoding="utf-8") as target:
        with contextlib.redirect_stdout(target):
            main([*path.split(), "--help"])
        target.seek(0)
        return target.read()


def references() -> str:
    """One section a command, its help as it is printed on a terminal of eighty columns."""
    return "\n".join(f"## provenance {path}\n\n```text\n{help_of(path)}```\n" for path, _ in every_command() if path)


if __name__ == "__main__":
    os.environ["COLUMNS"] = "80"
    head, _, _ = PAGE.read_text(encoding="utf-8").partition(START)
    PAGE.write_text(f"{head}{START}\n{references()}", encoding="utf-8")
