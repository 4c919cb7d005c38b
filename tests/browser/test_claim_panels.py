"""Claims of an article that are fetched when they are opened: by mouse, by key, by address, and what when they fail."""

import re

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from provenance.model import Actor, DeskRole
from provenance.services import Authorship, add_account, reject_claim
from provenance.settings import Settings
from provenance.web import DeskOptions
from tests.browser.serving import serving
from tests.browser.test_article_page import Opener, article, base, open_desk  # noqa: F401 - fixtures
from tests.browser.test_report_page import focused, open_panels, violations_of
from tests.web.conftest import NOW, engine, filled, settings  # noqa: F401 - fixtures

pytestmark = pytest.mark.browser

CLAIM = re.compile(r"/articles/[^/]+/claims/")
PASSWORD = "a long enough password"  # noqa: S105


def whole(page: Page, number: int) -> None:
    """Waits until all of this claim is there."""
    expect(page.locator(f"#claim-{number} .choices")).to_be_visible()


def test_a_claim_is_fetched_once_however_often_it_is_opened(open_desk: Opener, article: str) -> None:  # noqa: F811
    page = open_desk(f"/articles/{article}")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if CLAIM.search(request.url) else None)
    for _ in range(2):
        page.locator("#mark-4").click()
        whole(page, 4)
        assert focused(page) == "claim-4"
        expect(page.locator("#status")).to_have_text(re.compile("claim 4|Claim 4"))
        page.keyboard.press("Escape")
        assert focused(page) == "mark-4"
    assert len(asked) == 1
    assert page.locator(".panel .relation, .panel form").count() > 0
    assert page.locator("#claim-3 .choices").count() == 0


def test_keys_and_an_address_fetch_what_they_open(open_desk: Opener, article: str) -> None:  # noqa: F811
    page = open_desk(f"/articles/{article}#claim-3")
    whole(page, 3)
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    whole(page, 4)
    assert (focused(page), open_panels(page)) == ("mark-4", ["claim-4"])
    assert violations_of(page) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_what_a_reader_reads_stays_where_it_is_when_the_rest_comes(
    open_desk: Opener,  # noqa: F811
    article: str,  # noqa: F811
    width: int,
) -> None:
    page = open_desk(f"/articles/{article}", width)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(CLAIM, hold)
    page.locator("#mark-4").click()
    expect(page.locator("#claim-4 .waiting")).to_be_visible()
    words = page.locator("#claim-4 blockquote").first.bounding_box()
    (route,) = held
    route.continue_()
    whole(page, 4)
    assert page.locator("#claim-4 blockquote").first.bounding_box() == words
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_what_does_not_come_is_told_with_a_way_to_it_and_asked_for_again(
    browser: Browser,
    base: str,  # noqa: F811
    article: str,  # noqa: F811
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{base}/articles/{article}")
        page.route(CLAIM, lambda route: route.abort())
        page.locator("#mark-2").click()
        told = page.locator("#claim-2 .failed:visible")
        expect(told).to_be_visible()
        expect(page.locator("#status")).to_contain_text("could not be fetched")
        assert CLAIM.search(str(told.get_by_role("link").get_attribute("href")))
        page.unroute(CLAIM)
        page.keyboard.press("Escape")
        page.locator("#mark-2").click()
        whole(page, 2)


def test_a_claim_that_was_rejected_meanwhile_is_told_to_be_gone_with_a_way_to_what_is_now(
    browser: Browser,
    base: str,  # noqa: F811
    article: str,  # noqa: F811
    settings: Settings,  # noqa: F811
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{base}/articles/{article}")
        claims = page.locator(".panel").count()
        rejected = str(page.locator("#claim-2 .body").get_attribute("id"))
        reject_claim(settings, NOW, rejected, Authorship(made_by="Another desk", why="it is a caption"))
        page.locator("#mark-2").click()
        told = page.locator("#claim-2 .failed:visible")
        expect(told).to_have_count(1)
        expect(told).to_contain_text("somebody decided otherwise meanwhile")
        expect(page.locator("#status")).to_contain_text("somebody decided otherwise meanwhile")
        told.get_by_role("link").click()
        expect(page.locator(".panel")).to_have_count(claims - 1)


def test_whoever_was_signed_out_meanwhile_is_told_so_and_gets_no_other_page_into_the_panel(
    browser: Browser,
    settings: Settings,  # noqa: F811
) -> None:
    add_account(settings, NOW, "Anna", DeskRole.EDITOR, PASSWORD, by=Actor(who="tests"))
    with (
        serving(DeskOptions(settings=settings, clock=lambda: NOW, accounts=True)) as address,
        browser.new_context() as context,
    ):
        page = context.new_page()
        page.goto(f"{address}/articles")
        page.get_by_label("Name").fill("Anna")
        page.get_by_label("Password").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.locator(".rows a[href^='/articles/']").first.click()
        context.clear_cookies()
        page.locator("#mark-1").click()
        expect(page.locator("#claim-1 .failed:visible")).to_be_visible()
        expect(page.get_by_label("Password")).to_have_count(0)


def test_without_script_each_claim_leads_to_its_own_page(open_desk: Opener, article: str) -> None:  # noqa: F811
    page = open_desk(f"/articles/{article}", java_script_enabled=False)
    page.locator("#claim-2").get_by_role("link", name="All of this claim").click()
    expect(page.get_by_role("heading", name="Claim 2 of")).to_be_visible()
    assert page.locator(".choices:visible").count() == 1
    page.get_by_role("link", name="Claim 3").click()
    expect(page.get_by_role("heading", name="Claim 3 of")).to_be_visible()


def test_all_claims_stand_open_where_that_is_asked_for_and_nothing_is_fetched(
    open_desk: Opener,  # noqa: F811
    article: str,  # noqa: F811
) -> None:
    page = open_desk(f"/articles/{article}")
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request) if CLAIM.search(request.url) else None)
    page.get_by_role("link", name="All claims, open").click()
    page.wait_for_url(re.compile("claims=open"))
    panels = page.locator(".panel:visible")
    assert panels.count() == page.locator(".panel").count() > 1
    assert page.locator(".panel .choices:visible").count() == panels.count()
    assert asked == []
    page.emulate_media(media="print")
    assert page.locator(".panel .chain:visible").count() == panels.count()
