"""A PostgreSQL of our own, started for the tests and thrown away."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest

REQUIRED = "PROVENANCE_REQUIRE_POSTGRES"
GUARDED = "guarded"
PASSWORD = "s%cret@word"  # noqa: S105  (of a server that lives for one test run)


@dataclass(frozen=True)
class Server:
    """`guarded` may only come in with PASSWORD, `postgres` without any."""

    port: int
    _numbers: Iterator[int]

    def url(self, database: str, user: str = "postgres", password: str | None = None) -> str:
        secret = "" if password is None else ":" + password.replace("%", "%25").replace("@", "%40")
        return f"postgresql://{user}{secret}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """Its name."""
        name = f"store{next(self._numbers)}"
        self.run("postgres", f"CREATE DATABASE {name}")
        return name

    @contextmanager
    def copied(self, database: str) -> Iterator[str]:
        """The URL of a new one with all that is in this one, which nobody may be connected to; gone afterwards."""
        name = f"store{next(self._numbers)}"
        self.run("postgres", f"CREATE DATABASE {name} TEMPLATE {database}")
        yield self.url(name)
        self.run("postgres", f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, database: str, *statements: str) -> None:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())


@contextmanager
def a_server() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="provenance-postgres-"))
    try:
        yield from _served(_binaries(), folder)
    finally:
        shutil.rmtree(folder)


def _served(binaries: Path, folder: Path) -> Iterator[Server]:
    as_owner: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root.
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
        as_owner = ["runuser", "-u", "postgres", "--"]

    def control(*arguments: str) -> None:
        subprocess.run([*as_owner, *arguments], check=True, stdout=subprocess.DEVNULL, cwd=folder)

    data, port = folder / "data", _free_port()
    control(
        f"{binaries}/initdb",
        "-D",
        f"{data}",
        *["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
    )
    rules = data / "pg_hba.conf"
    rules.write_text(f"host all {GUARDED} 127.0.0.1/32 scram-sha-256\n{rules.read_text()}")
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    control(f"{binaries}/pg_ctl", "-D", f"{data}", "-w", "-l", f"{folder}/log", "-o", settings, "start")
    try:
        server = Server(port, count())
        server.run("postgres", f"CREATE ROLE {GUARDED} LOGIN SUPERUSER PASSWORD '{PASSWORD}'")
        yield server
    finally:
        control(f"{binaries}/pg_ctl", "-D", f"{data}", "-m", "immediate", "stop")


def _binaries() -> Path:
    """Skips the test where there are none, unless they are required."""
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    on_path = shutil.which("initdb")
    if packaged:
        return packaged[-1]
    if on_path:
        return Path(on_path).parent
    message = "PostgreSQL's server programs (initdb, pg_ctl) are not installed"
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(message)
    pytest.skip(f"{message}; {REQUIRED}=1 makes this a failure")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
