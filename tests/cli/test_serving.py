"""`provenance serve` as a process of its own."""

import signal
import socket
import subprocess
import time
from pathlib import Path

import httpx

from tests.cli.running import Command
from tests.cli.test_processes import PROGRAM

PATIENCE = 60


def test_the_desk_opens_answers_reads_what_is_put_in_and_ends_on_ctrl_c(talks: Command) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [*PROGRAM, "--db", str(talks.database), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    base = f"http://127.0.0.1:{port}"
    try:
        assert answered(base, server).status_code == 200
        said = httpx.post(
            f"{base}/api/articles",
            json={"text": "The mill burnt down, Ada Brown told the Herald on Friday.", "title": "Mill"},
            params={"wait": 30},
            timeout=PATIENCE,
        )
        assert said.status_code == 201, said.text
        assert said.json()["article"]["title"] == "Mill"
    finally:
        server.send_signal(signal.SIGINT)
        told = server.communicate(timeout=PATIENCE)[1]
    assert f"The desk is open at {base}/" in told
    assert server.returncode in (0, 130, -signal.SIGINT)
    assert "Traceback" not in told


def test_a_desk_that_is_told_to_end_leaves_one_file_with_all_in_it(talks: Command) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [*PROGRAM, "--db", str(talks.database), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    base = f"http://127.0.0.1:{port}"
    try:
        assert answered(base, server).status_code == 200
        form = {"text": "The mill burnt down, Ada Brown told the Herald on Friday.", "title": "Mill"}
        assert httpx.post(f"{base}/api/articles", json=form, timeout=PATIENCE).status_code in (201, 202)
    finally:
        server.send_signal(signal.SIGTERM)
        told = server.communicate(timeout=PATIENCE)[1]
    assert "Traceback" not in told
    assert server.returncode == 128 + signal.SIGTERM
    store = Path(talks.database)
    assert sorted(store.parent.glob(f"{store.name}*")) == [store]


def answered(base: str, server: "subprocess.Popen[str]") -> httpx.Response:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert server.poll() is None, "the desk did not start"
        try:
            return httpx.get(f"{base}/", timeout=PATIENCE)
        except httpx.ConnectError:
            time.sleep(0.1)
    raise AssertionError("the desk did not answer")
