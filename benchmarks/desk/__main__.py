"""The desk under load.

    python -m benchmarks.desk [--articles 5000] [--users 50] [--seconds 120] [--pause 2] [--draw 0]
                            [--store FILE] [--database URL]

Makes a store (or takes the one of an earlier run with --store; --database fills an empty PostgreSQL database), starts
`provenance serve` on it in a process of its own, and lets so many users read, search and decide. Prints, by kind of
step, how many there were and how long they took as the users saw it, errors, decisions that were lost, and the most
memory that the server and its children held together.
"""

import argparse
import asyncio
import json
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import httpx

from benchmarks.desk.made import NOW, STATE_WIRES, make_store
from benchmarks.desk.users import Known, Tally, use_desk
from provenance.services import renew_findings, weigh_articles
from provenance.settings import Settings
from provenance.storage import open_store

SAMPLE = 2_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--articles", type=int, default=5_000, help="of twenty claims each")
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--pause", type=float, default=2.0, help="mean seconds between two steps of one user")
    parser.add_argument("--draw", type=int, default=0, help="other steps of the users, for a store of an earlier run")
    parser.add_argument("--store", type=Path, help="an SQLite file: made where it is missing, kept afterwards")
    parser.add_argument("--database", help="an empty PostgreSQL database")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = options.database or str(options.store or Path(folder) / "desk.sqlite3")
        if options.database or not Path(database).exists():
            made = time.process_time()
            make_store(database, options.articles)
            sys.stderr.write(f"store made in {time.process_time() - made:.0f} s of CPU\n")
        find_beforehand(database)
        row = measure(database, options)
    sys.stdout.write(json.dumps(row, indent=1) + "\n")


def find_beforehand(database: str) -> None:
    """What the desk's reader finds while nobody asks."""
    settings = Settings(database=database, named=True)
    started = time.process_time()
    renew_findings(settings, NOW)
    weigh_articles(settings, NOW)
    sys.stderr.write(f"what was not kept is found in {time.process_time() - started:.0f} s of CPU\n")


def measure(database: str, options: argparse.Namespace) -> dict[str, object]:
    known = draw_known(database)
    before = count_decisions(database)
    port = free_port()
    command = [sys.executable, "-m", "provenance", "--db", database, "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    held = Held(server.pid)
    try:
        started = time.perf_counter()
        wait_for(port, server)
        first = time.perf_counter() - started
        held.start()
        tally = asyncio.run(
            use_desk(
                f"http://127.0.0.1:{port}",
                known,
                users=options.users,
                seconds=options.seconds,
                pause=options.pause,
                draw=options.draw,
            )
        )
    finally:
        held.stop()
        server.terminate()
        server.wait(20)
    return {
        "articles": len(known.articles),
        "users": options.users,
        "first_answer_seconds": round(first, 1),
        **told(tally),
        "decisions_lost": len(tally.decided) - (count_decisions(database) - before),
        "most_megabytes": round(held.most / 1000, 1),
    }


def told(tally: Tally) -> dict[str, object]:
    pages = [took for kind, all_took in tally.seconds.items() if kind != "decide" for took in all_took]
    return {
        "steps": sum(map(len, tally.seconds.values())),
        "pages": percentiles(pages),
        "by_kind": {kind: percentiles(took) for kind, took in sorted(tally.seconds.items())},
        "decisions": len(tally.decided),
        "refused_as_decided_before": tally.refused,
        "errors": len(tally.errors),
        "first_errors": tally.errors[:5],
    }


def percentiles(seconds: Sequence[float]) -> dict[str, float]:
    """In milliseconds."""
    if len(seconds) < 2:
        return {"count": len(seconds)}
    cuts = statistics.quantiles(seconds, n=100)
    return {
        "count": len(seconds),
        **{f"p{at}": round(1000 * cuts[at - 1], 1) for at in (50, 95, 99)},
        "most": round(1000 * max(seconds), 1),
    }


def draw_known(database: str) -> Known:
    chance = random.Random(1)  # noqa: S311
    with open_store(database, now=NOW, read_only=True) as store:
        articles = store.articles()
        sample = chance.sample(articles, min(SAMPLE // 20, len(articles)))
        claims = [claim for some in store.claims_of_articles(a.id for a in sample).values() for claim in some]
        groups = store.groups()
        claims_of: dict[str, list[str]] = {article.id: [] for article in articles}
        for worded in store.all_wordings():
            claims_of[worded.article_id].append(worded.id)
    words = {word for claim in claims[:400] for word in claim.text.split() if len(word) > 4 and word.isalpha()}
    named = {claim.chain.links[-1].agent.name for claim in claims if len(claim.chain.links) > 1}
    return Known(
        articles=tuple(article.id for article in articles),
        claims_of={article: tuple(ids) for article, ids in claims_of.items()},
        claims=tuple(claim.id for claim in claims),
        groups=tuple(group.id for group in groups),
        outlets=STATE_WIRES,
        speakers=tuple(sorted(named - {"a source"})),
        words=tuple(sorted(words)),
    )


def count_decisions(database: str) -> int:
    with open_store(database, now=NOW, read_only=True) as store:
        return len(store.decisions())


class Held(threading.Thread):
    """Looks every half second at how much memory a process and its children hold, what they share counted once; `most`
    is in kilobytes."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process = process
        self._stopped = threading.Event()
        self.most = 0

    def run(self) -> None:
        while not self._stopped.wait(0.5):
            self.most = max(self.most, sum(map(resident, family(self._process))))

    def stop(self) -> None:
        self._stopped.set()


def family(process: int) -> list[int]:
    """The process and all that it started."""
    found = [process]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            found += [int(child) for child in task.read_text().split()]
    return found


def resident(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        if server.poll() is not None:
            raise SystemExit("the server did not start")
        try:
            httpx.get(f"http://127.0.0.1:{port}/", timeout=60)
        except httpx.ConnectError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not answer")


if __name__ == "__main__":
    main()
