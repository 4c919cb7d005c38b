"""The program as a process of its own: pipes, terminals, full disks, locks."""

import os
import pty
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.running import ISTANBUL, Command

PROGRAM = [sys.executable, "-m", "provenance"]
INDIA = str(ISTANBUL / "16-india-today.txt")


def run(*words: str, shell: str = "", **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *words], capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]  # what subprocess.run takes


def test_python_runs_the_package_as_the_command_with_its_exit_statuses(tmp_path: Path) -> None:
    told = run("--version")
    assert (told.returncode, told.stdout.split()[0]) == (0, "provenance")
    assert run("report", str(tmp_path / "missing.txt")).returncode == 1
    assert run("report").returncode == 2


def test_a_reader_that_stops_reading_is_no_failure_to_complain_about(talks: Command) -> None:
    writer = subprocess.Popen(
        [*PROGRAM, "--db", str(talks.database), "claims", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout is not None
    writer.stdout.read(10)
    writer.stdout.close()
    assert writer.stderr is not None
    complaints = writer.stderr.read().decode()
    writer.stderr.close()
    writer.wait()
    assert "Traceback" not in complaints
    assert "Exception ignored" not in complaints


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_under_standard_output_is_told_in_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run([*PROGRAM, "outlets"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (1, "provenance: standard output: No space left on device\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_under_the_file_for_the_report_is_told_in_one_line(tmp_path: Path) -> None:
    ran = run("--db", str(tmp_path / "store.sqlite3"), "report", INDIA, "--output", "/dev/full")
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert "No space left on device" in ran.stderr


def test_a_disk_that_fills_up_while_storing_leaves_no_half_of_an_article(talks: Command) -> None:
    """The system refuses files beyond a size, which SQLite meets as a full disk."""
    before = talks("articles", "--format", "json").out

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    seed = "A new bridge will be built next year, the mayor of the city said on Monday. " * 40
    ran = run("--db", str(talks.database), "report", "-", input=seed, preexec_fn=fill)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.count("\n") == 1
    assert "Traceback" not in ran.stderr
    assert talks("articles", "--format", "json").out == before


def test_a_locked_database_is_told_in_one_line(talks: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.storage.connecting.WAIT", 0)
    holder = sqlite3.connect(talks.database, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        ran = talks("ingest", INDIA)
    finally:
        holder.close()
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert "locked" in ran.err


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="no /proc on this system")
def test_a_place_that_takes_no_database_is_told_in_one_line() -> None:
    ran = run("--db", "/proc/provenance/store.sqlite3", "report", INDIA)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.count("\n") == 1
    assert "Traceback" not in ran.stderr


def on_a_terminal(words: list[str], environment: Mapping[str, str]) -> str:
    """What the program shows where all its streams are one terminal."""
    main, side = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, *words], stdin=side, stdout=side, stderr=side, env={**os.environ, "TERM": "xterm", **environment}
    )
    os.close(side)
    shown = b""
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:  # the terminal is gone: the program has ended
            break
        if not part:
            break
        shown += part
    os.close(main)
    assert process.wait() == 0
    return shown.decode()


def test_a_terminal_gets_colour_and_a_progress_bar(tmp_path: Path) -> None:
    database = str(tmp_path / "store.sqlite3")
    shown = on_a_terminal(["--db", database, "ingest", INDIA, str(ISTANBUL / "11-liga-net.txt")], {})
    assert "Reading" in shown
    assert "2 new" in shown
    assert "\x1b[" in on_a_terminal(["--db", database, "articles"], {})


def test_no_color_is_respected(talks: Command) -> None:
    assert "\x1b[" not in on_a_terminal(["--db", str(talks.database), "articles"], {"NO_COLOR": "1"})
