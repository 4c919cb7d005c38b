"""`provenance serve` as a process of its own."""

import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx

from provenance.matching import POLICY
from provenance.storage import open_store
from tests.cli.running import Command
from tests.cli.test_processes import PROGRAM

PATIENCE = 60
NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)

ARTICLE = {"text": "The mill burnt down, Ada Brown told the Herald on Friday.", "title": "Mill"}


@dataclass(slots=True)
class Served:
    """A desk that is open; what it told and how it ended are known afterwards."""

    base: str
    told: str = ""
    ended: int = 0


@contextmanager
def served(database: Path, stopped_by: signal.Signals) -> Iterator[Served]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [*PROGRAM, "--db", str(database), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    desk = Served(f"http://127.0.0.1:{port}")
    try:
        assert answered(desk.base, server).status_code == 200
        yield desk
    finally:
        server.send_signal(stopped_by)
        desk.told, desk.ended = server.communicate(timeout=PATIENCE)[1], server.returncode


def test_the_desk_opens_answers_reads_what_is_put_in_and_ends_on_ctrl_c(talks: Command) -> None:
    with served(talks.database, signal.SIGINT) as desk:
        said = httpx.post(f"{desk.base}/api/articles", json=ARTICLE, params={"wait": 30}, timeout=PATIENCE)
        assert said.status_code == 201, said.text
        assert said.json()["article"]["title"] == "Mill"
    assert f"The desk is open at {desk.base}/" in desk.told
    assert desk.ended in (0, 130, -signal.SIGINT)
    assert "Traceback" not in desk.told


def test_a_desk_that_is_told_to_end_leaves_one_file_with_all_in_it(talks: Command) -> None:
    with served(talks.database, signal.SIGTERM) as desk:
        said = httpx.post(f"{desk.base}/api/articles", json=ARTICLE, params={"wait": 30}, timeout=PATIENCE)
        assert said.status_code == 201, said.text
    assert desk.ended == 128 + signal.SIGTERM
    assert "Traceback" not in desk.told
    store = Path(talks.database)
    assert sorted(store.parent.glob(f"{store.name}*")) == [store]


def test_a_store_of_an_older_version_is_brought_up_to_date_before_the_desk_opens(talks: Command) -> None:
    with open_store(str(talks.database), now=NOW) as store:
        store.compare_anew("matching-0", (), {})
        store.commit()
    with served(talks.database, signal.SIGINT) as desk:
        pass
    older, opened = desk.told.splitlines()[:2]
    assert "made by an older version" in older
    assert opened.startswith("The desk is open at ")
    with open_store(str(talks.database), now=NOW, read_only=True) as store:
        assert store.policy() == POLICY
        assert store.groups()


def answered(base: str, server: "subprocess.Popen[str]") -> httpx.Response:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert server.poll() is None, "the desk did not start"
        try:
            return httpx.get(f"{base}/", timeout=PATIENCE)
        except httpx.ConnectError:
            time.sleep(0.1)
    raise AssertionError("the desk did not answer")
