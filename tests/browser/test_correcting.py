"""Selected words of an article fill the offsets of a form, by mouse and by keyboard."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Browser, Page

from provenance.model import Article
from provenance.services.comparing import save_article
from provenance.services.resources import load_directory
from provenance.settings import Settings
from provenance.storage import open_store
from provenance.web import DeskOptions
from tests.browser.serving import serving
from tests.browser.test_report_page import violations_of
from tests.builders import a_claim

pytestmark = pytest.mark.browser

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
TEXT = "Sunny 🌞 day.\n\nThe dam will close, he told TASS. No ship sailed.\nThe river is quiet."
DAM = "The dam will close"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an article's page on a desk; one claim is read of it."""
    database = str(tmp_path_factory.mktemp("desk") / "store.sqlite3")
    article = Article(text=TEXT, title="The dam", url="https://north.example/dam", published=date(2025, 6, 2))
    claim = a_claim(DAM, article=article, start=TEXT.index(DAM), speaker="Ada Brown")
    with open_store(database, now=NOW) as store:
        save_article(store, article, [claim], directory=load_directory(), now=NOW)
        store.commit()
    with serving(DeskOptions(settings=Settings(database=database), clock=lambda: NOW)) as base:
        yield f"{base}/articles/{article.id}"


@pytest.fixture
def page(browser: Browser, desk: str) -> Iterator[Page]:
    """With claim 1 open and its forms unfolded."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(desk)
    page.locator("#mark-1").click()
    page.locator(".panel.open .decide summary").click()
    yield page
    context.close()


SELECT = """words => {
  const walker = document.createTreeWalker(document.getElementById("words"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
}"""


def place_of(words: str) -> str:
    return f"{TEXT.index(words)}-{TEXT.index(words) + len(words)}"


def test_selected_words_are_the_claim_the_speaker_or_a_new_claim(page: Page) -> None:
    page.evaluate(SELECT, "The dam will close")
    page.get_by_role("button", name="the claim", exact=True).click()
    assert page.locator(".panel.open [data-at=text]").input_value() == place_of("The dam will close")
    page.evaluate(SELECT, "No ship sailed")
    assert "For claim 1 these are" in page.get_by_role("toolbar").inner_text()
    page.get_by_role("button", name="a further piece of it").click()
    assert (
        page.locator(".panel.open [data-at=text]").input_value()
        == f"{place_of('The dam will close')}, {place_of('No ship sailed')}"
    )
    page.evaluate(SELECT, " he ")
    page.get_by_role("button", name="the speaker").click()
    start = TEXT.index("he told")
    assert page.locator(".panel.open [data-at=source]").input_value() == f"{start}-{start + 2}"
    page.evaluate(SELECT, "The river is quiet")
    page.get_by_role("button", name="a new claim").click()
    assert page.locator("#missed-text-at").input_value() == place_of("The river is quiet")
    assert page.evaluate("document.activeElement.id") == "missed-text-at"
    assert page.get_by_role("toolbar").count() == 0


def test_a_button_beside_each_field_takes_the_words_by_keyboard(page: Page) -> None:
    page.evaluate(SELECT, "No ship sailed")
    page.locator("#missed summary").focus()
    page.keyboard.press("Enter")
    page.locator("#missed [data-take=text]").focus()
    page.keyboard.press("Enter")
    assert page.locator("#missed-text-at").input_value() == place_of("No ship sailed")


def test_axe_finds_nothing_in_the_forms(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert violations_of(page) == []
