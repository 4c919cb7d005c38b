"""A real Chromium and the page of the long sample report in it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from provenance.report import render_html
from tests.core.report.sample import sample_report
from tests.core.report.small import templates

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Opener = Callable[..., Page]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One for these tests, closed after them: while it is open, no other test of the process can run an event loop."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None and os.environ.get("PROVENANCE_REQUIRE_BROWSER") == "1":
        pytest.fail("no Chromium found, and PROVENANCE_REQUIRE_BROWSER=1 asks for one")
    if path is None:
        pytest.skip("no Chromium found: install one to test the page in a browser")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def report_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "report.html"
    file.write_text(render_html(sample_report(), templates()), encoding="utf-8")
    return file


@pytest.fixture
def open_page(browser: Browser, report_file: Path) -> Iterator[Opener]:
    """Opens the report, or another file; fails in the end if any page asked for anything or complained."""
    complaints: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        complaints.append(f"console: {message.text}")

    def watch(request: Request) -> None:
        if not request.is_navigation_request() or not request.url.startswith("file:"):
            complaints.append(f"request: {request.url}")

    def opened(
        width: int = 1280, height: int = 900, file: Path = report_file, mark: str = "", **options: object
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        page = context.new_page()
        page.on("console", complain)
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("request", watch)
        page.goto(f"{file.as_uri()}{mark}")
        return page

    yield opened
    for context in browser.contexts:
        context.close()
    assert complaints == []
