"""Every page of the desk in a real browser: nothing is complained of, nothing is asked of another host, axe finds
nothing, nothing is wider than the screen."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser

from tests.browser.desk_pages import Desks, open_desks
from tests.browser.test_report_page import violations_of

pytestmark = pytest.mark.browser

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
PAGES = (
    "home", "articles", "article", "article-open", "claim", "revisions", "compare", "compare-apart", "compare-form",
    "claims", "search", "nothing-found", "single-source", "state-affiliated", "circular", "groups",
    "group", "outlets", "outlet", "outlet-then", "rules", "speakers", "speaker",
    "decisions", "decision", "add", "jobs", "job", "here", "no-accounts",
    "no-keys", "api", "fresh-home", "fresh-articles", "fresh-claims", "fresh-groups", "fresh-outlet",
    "fresh-speakers", "fresh-decisions", "fresh-jobs", "fresh-circular", "no-such-page", "not-understood", "sign-in",
    "account", "accounts", "keys", "audit", "forbidden",
)  # fmt: skip


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    with open_desks(tmp_path_factory.mktemp("desks"), NOW) as opened:
        yield opened


def test_all_kinds_of_pages_are_looked_at(desks: Desks) -> None:
    assert tuple(desks.places) == PAGES


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark"), (2560, "light")])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_sound(browser: Browser, desks: Desks, name: str, width: int, scheme: str) -> None:
    place = desks.places[name]
    context = desks.context(browser, name, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    complaints: list[str] = []
    base = desks.bases[place.desk]
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("console", lambda message: complaints.append(f"console: {message.text}"))
    page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(base) else None)
    answer = page.goto(desks.url(name))
    page.wait_for_load_state("networkidle")
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    found = violations_of(page)
    context.close()
    assert answer
    assert answer.status == place.status
    assert [said for said in complaints if f"status of {place.status} " not in said] == []
    assert found == []
    assert wider <= 0
