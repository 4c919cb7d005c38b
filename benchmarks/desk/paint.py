"""How soon the desk's pages are seen.

    python -m benchmarks.desk.paint FILE [--pages 12]

Starts `provenance serve` on a store that is there, opens so many pages of each kind in Chromium, one after the other,
and prints by kind, in milliseconds, when something was first painted and when the answer began.
"""

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable

from playwright.sync_api import Page, sync_playwright

from benchmarks.desk.__main__ import draw_known, free_port, wait_for
from benchmarks.desk.users import ADDRESSES, Known

KINDS: dict[str, Callable[[Known, random.Random], str]] = {
    **ADDRESSES,
    "revisions": lambda known, chance: f"/articles/{chance.choice(known.articles)}/revisions",
    "outlets": lambda known, chance: "/outlets",
    "speakers": lambda known, chance: "/speakers",
    "circular": lambda known, chance: "/circular",
    "add": lambda known, chance: "/add",
    "decisions": lambda known, chance: "/decisions",
}

PAINTED = """() => new Promise(tell => {
  const look = () => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    if (!paint) return setTimeout(look, 20);
    tell([paint.startTime, performance.getEntriesByType("navigation")[0].responseStart]);
  };
  look();
})"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk.paint", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("store", metavar="FILE")
    parser.add_argument("--pages", type=int, default=12, help="of each kind")
    options = parser.parse_args()
    port = free_port()
    command = [sys.executable, "-m", "provenance", "--db", options.store, "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, server)
        found = look_at(f"http://127.0.0.1:{port}", draw_known(options.store), options.pages)
    finally:
        server.terminate()
        server.wait(20)
    sys.stdout.write(json.dumps(found, indent=1) + "\n")


def look_at(base: str, known: Known, pages: int) -> dict[str, dict[str, int]]:
    """By kind of page."""
    chance = random.Random(4)  # noqa: S311
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{base}/add")  # script and styles are there from now on
        found = {
            kind: told([_open(page, base + address(known, chance)) for _ in range(pages)])
            for kind, address in KINDS.items()
        }
        browser.close()
    return found


def _open(page: Page, address: str) -> tuple[float, float]:
    page.goto(address)
    painted, began = page.evaluate(PAINTED)
    return painted, began


def told(times: list[tuple[float, float]]) -> dict[str, int]:
    painted = [each for each, _ in times]
    return {
        "pages": len(times),
        "painted_median": round(statistics.median(painted)),
        "painted_most": round(max(painted)),
        "painted_after_300": sum(each > 300 for each in painted),
        "answer_median": round(statistics.median(began for _, began in times)),
    }


if __name__ == "__main__":
    main()
