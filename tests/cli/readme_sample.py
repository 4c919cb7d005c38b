"""Writes the sample in README.md from the report that its first command prints: python -m tests.cli.readme_sample"""

import contextlib
import io
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from provenance.cli import main
from tests.cli.running import ISTANBUL

README = Path(__file__).parents[2] / "README.md"
REPORTED = ISTANBUL / "06-pravda-ru.html"
SHOWN = "339 children"
"""The finding that is shown speaks of these."""

_BLOCK = re.compile(r"(?<=<!-- sample -->\n```text\n).*?(?=```\n)", re.DOTALL)
_RELATION = re.compile(r" {4}([A-Z][a-z]+) +\S.*“")


def sample_in(page: str) -> str:
    found = _BLOCK.search(page)
    return found.group() if found else ""


def sample_of(report: str) -> str:
    """The head of the report, and of one finding the first relation of each kind."""
    head, *findings = re.split(r"\n\n(?= +\d+ “)", report)
    shown = next(finding for finding in findings if SHOWN in finding.splitlines()[0])
    return "\n".join([*head.splitlines()[:-1], "[...]", "", *_shortened(shown.splitlines())]) + "\n"


def _shortened(lines: Sequence[str]) -> Iterator[str]:
    kinds: list[str] = []
    left_out = False
    for line in lines:
        relation = _RELATION.match(line)
        if relation:
            if not left_out and relation.group(1) in kinds:
                yield "    [...]"
            left_out = relation.group(1) in kinds
            kinds.append(relation.group(1))
        if not left_out:
            yield line


def write_sample() -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        database = f"{folder}/sample.sqlite3"
        main(["--db", database, "ingest", str(ISTANBUL)])
        target = Path(folder, "report.txt")
        main(["--db", database, "report", str(REPORTED), "--output", str(target)])
        sample = sample_of(target.read_text(encoding="utf-8"))
    page = README.read_text(encoding="utf-8")
    README.write_text(_BLOCK.sub(lambda _: sample, page), encoding="utf-8")


if __name__ == "__main__":
    write_sample()
