"""Pictures of every page of the desk, to be looked at.

    python -m tests.browser.desk_pictures FOLDER [NAME ...]

Three widths, light and dark, and paper; the store holds the articles of fixtures/istanbul. With names only these pages.
"""

import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS, NAMES
from tests.browser.desk_pages import Desks, open_desks

WIDTHS = ((390, 844), (1280, 900), (2560, 1440))
PAPER = (794, 1123)
"""A4 in pixels of CSS."""


def main() -> None:
    target, wanted = Path(sys.argv[1]), sys.argv[2:]
    target.mkdir(parents=True, exist_ok=True)
    path = next(found for name in NAMES if (found := shutil.which(name)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        with open_desks(Path(folder), datetime.now(UTC)) as desks:
            for name in wanted or desks.places:
                take(browser, desks, name, target)
        browser.close()


def take(browser: Browser, desks: Desks, name: str, target: Path) -> None:
    context = desks.context(browser, name)
    page = context.new_page()
    page.goto(desks.url(name))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for width, height in WIDTHS:
            page.set_viewport_size({"width": width, "height": height})
            page.screenshot(path=target / f"{name}-{width}-{scheme}.png", full_page=True)
    page.set_viewport_size({"width": PAPER[0], "height": PAPER[1]})
    page.emulate_media(media="print", color_scheme="light")
    page.screenshot(path=target / f"{name}-paper.png", full_page=True)
    context.close()


if __name__ == "__main__":
    main()
