"""Pictures of every page of the desk, to be looked at.

    python -m tests.browser.desk_pictures FOLDER [PAGE ...]

Three widths, light and dark, and on paper; the store holds the articles of fixtures/istanbul. Pages are named as in
desk_pages.py; all where none is.
"""

import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

from provenance.services import ReadOptions, ingest_articles
from provenance.settings import Settings
from provenance.web import DeskOptions
from tests.browser.conftest import FLAGS, NAMES
from tests.browser.desk_pages import addresses
from tests.browser.serving import serving

WIDTHS = ((390, 844), (1280, 900), (2560, 1440))
PAPER = 2000
"""Pixels: no paper is wider."""

FIXTURES = Path(__file__).parents[2] / "fixtures"


def main() -> None:
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    path = next(found for name in NAMES if (found := shutil.which(name)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        settings = Settings(database=str(Path(folder) / "store.sqlite3"), named=True)
        places = sorted(str(page) for page in (FIXTURES / "istanbul").glob("*.html"))
        list(ingest_articles(places, ReadOptions(), settings=settings, now=datetime.now(UTC)))
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        with serving(DeskOptions(settings=settings)) as base:
            found = addresses(base)
            for name in sys.argv[2:] or found:
                for width, height in WIDTHS:
                    for scheme in ("light", "dark"):
                        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
                        page.goto(base + found[name])
                        page.screenshot(path=target / f"{name}-{width}-{scheme}.png", full_page=True)
                        if scheme == "light" and width < PAPER:
                            page.emulate_media(media="print")
                            page.screenshot(path=target / f"{name}-{width}-paper.png", full_page=True)
                        page.close()
        browser.close()


if __name__ == "__main__":
    main()
