"""Every page of the desk in a real browser: nothing is complained of, nothing is asked of another host, axe finds
nothing, nothing is wider than the screen."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from provenance.services import ReadOptions, ingest_articles
from provenance.settings import Settings
from provenance.web import DeskOptions
from tests.browser.desk_pages import addresses
from tests.browser.serving import serving
from tests.browser.test_report_page import violations_of

pytestmark = pytest.mark.browser

FIXTURES = Path(__file__).parents[2] / "fixtures"
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
PAGES = (
    "home", "articles", "article", "revisions", "compare", "claims", "search", "nothing-found", "single-source",
    "state-affiliated", "circular", "groups", "group", "outlets", "outlet", "speakers", "speaker", "decisions", "add",
    "jobs", "api", "no-such-page",
)  # fmt: skip


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = Settings(database=str(tmp_path_factory.mktemp("desk") / "store.sqlite3"), named=True)
    places = sorted(str(page) for page in (FIXTURES / "istanbul").glob("*.html"))
    assert all(not done.error for done in ingest_articles(places, ReadOptions(), settings=settings, now=NOW))
    with serving(DeskOptions(settings=settings, clock=lambda: NOW)) as address:
        yield address


@pytest.fixture(scope="module")
def pages(base: str) -> dict[str, str]:
    return addresses(base)


def test_all_kinds_of_pages_are_looked_at(pages: dict[str, str]) -> None:
    assert tuple(pages) == PAGES


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark"), (2560, "light")])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_sound(
    browser: Browser, base: str, pages: dict[str, str], name: str, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("console", lambda message: complaints.append(f"console: {message.text}"))
    page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(base) else None)
    page.goto(base + pages[name])
    page.wait_for_load_state("networkidle")
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    found = violations_of(page)
    context.close()
    expected = ["console: Failed to load resource: the server responded with a status of 404 (Not Found)"]
    assert complaints == (expected if name == "no-such-page" else [])
    assert found == []
    assert wider <= 0
