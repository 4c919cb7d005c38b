"""A list that is still being made: the page says how far it is, and becomes the list by itself."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect

from provenance.services import renew_findings
from provenance.settings import Settings
from provenance.storage import open_store
from provenance.web import DeskOptions
from tests.browser.serving import serving
from tests.browser.test_report_page import violations_of
from tests.web.conftest import NOW, engine, filled, settings  # noqa: F401 - fixtures

pytestmark = pytest.mark.browser

SOON = 15_000
"""Milliseconds: several times what the page waits before it asks again."""


@pytest.mark.parametrize("scripted", [True, False])
def test_the_page_becomes_the_list_when_the_list_is_made(
    browser: Browser,
    settings: Settings,  # noqa: F811
    scripted: bool,
) -> None:
    with open_store(settings.database, now=NOW) as store:
        store.begin_findings("an older edition")
        store.commit()
        left = store.count_due()
    options = DeskOptions(settings=replace(settings, patience=0), clock=lambda: NOW)
    with serving(options) as address:
        page = browser.new_context(java_script_enabled=scripted).new_page()
        page.goto(f"{address}/single-source")
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text("Claims are being looked at again")
        expect(page.get_by_role("status")).to_have_text(re.compile(f"^{left} claims are still to be looked at again"))
        if scripted:
            assert violations_of(page) == []
        link = page.get_by_role("link", name="See whether they are there now")
        expect(link).to_be_visible(visible=not scripted)
        renew_findings(settings, NOW)
        if not scripted:
            link.click()
        expect(heading).to_have_text("Single source", timeout=SOON)
        page.context.close()


def test_the_page_tells_how_many_are_left_as_they_become_fewer(
    browser: Browser,
    settings: Settings,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("provenance.services.renewing.AT_ONCE", 1)
    with open_store(settings.database, now=NOW) as store:
        store.begin_findings("an older edition")
        store.commit()
    with serving(DeskOptions(settings=replace(settings, patience=0), clock=lambda: NOW)) as address:
        page = browser.new_page()
        page.goto(f"{address}/")
        status = page.get_by_role("status")
        first = status.inner_text()
        left = renew_findings(settings, NOW, limit=1)
        expect(status).not_to_have_text(first, timeout=SOON)
        expect(status).to_have_text(re.compile(f"^{left} claims"))
        page.close()
