"""Selected words of an article fill the offsets of a form, by mouse and by keyboard."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

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
    """With claim 1 open and its correction unfolded."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(desk)
    page.locator("#mark-1").click()
    page.locator(".panel.open .choices summary").filter(has_text="Correct").click()
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
    assert page.evaluate("document.activeElement.dataset.quoted") == "text"
    assert page.locator("#missed [data-quoted=text]").inner_text().strip() == "The river is quiet"
    assert page.get_by_role("toolbar").count() == 0


def test_a_button_beside_each_field_takes_the_words_by_keyboard(page: Page) -> None:
    page.evaluate(SELECT, "No ship sailed")
    page.locator("#missed > summary").focus()
    page.keyboard.press("Enter")
    page.locator("#missed [data-take=text]").focus()
    page.keyboard.press("Enter")
    assert page.locator("#missed-text-at").input_value() == place_of("No ship sailed")


def test_axe_finds_nothing_in_the_forms(page: Page) -> None:
    page.locator(".panel.open form[data-marks=claim] details").evaluate_all(
        "all => all.forEach(one => { one.open = true; })"
    )
    page.locator("#missed").evaluate("one => { one.open = true; }")
    assert violations_of(page) == []


@pytest.mark.parametrize("size", [(390, 844), (1280, 900)])
def test_a_form_opens_in_sight_of_its_claim_with_the_words_quoted_and_one_at_a_time(
    page: Page, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    assert page.evaluate("document.activeElement.name") == "speaker"
    choices = page.locator(".panel.open .choices")
    for verb in ("Confirm", "Reject", "Correct"):
        choices.locator("summary").filter(has_text=verb).first.click()
        expect(choices.locator("form:visible")).to_have_count(1)
        form = choices.locator("form:visible")
        expect(form.get_by_role("button", name=verb, exact=True)).to_be_in_viewport()
        expect(form.locator(":focus")).to_have_count(1)
    assert choices.locator("[data-quoted=text]").text_content() == f"{DAM} "
    expect(choices.get_by_text("4-22")).to_have_count(0)
    expect(choices.locator("[data-at=text]")).to_be_hidden()


def test_escape_closes_the_form_and_leads_back_and_the_claim_stays_open(page: Page) -> None:
    page.keyboard.type("Eva")
    page.keyboard.press("Escape")
    expect(page.locator(".panel.open .choices form:visible")).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent").startswith("Correct")
    assert page.locator(".panel.open").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".panel.open").count() == 0


def test_a_speaker_whom_nobody_knows_is_said_to_be_new_before_it_is_saved(page: Page) -> None:
    field = page.locator(".panel.open").get_by_label("Who says it", exact=True)
    said = page.locator(f"#{field.get_attribute('id')}-known")
    field.fill("Ada Brwon")
    expect(said).to_have_text("No claim has this speaker yet: a new one.")
    field.fill("ada brown")
    expect(said).to_have_text("Known here: person, 1 claim.")
    assert page.locator("#known-speakers option").evaluate_all("all => all.map(one => one.value)") == ["Ada Brown"]


def test_an_outlet_is_looked_up_in_the_directory(page: Page) -> None:
    field = page.locator(".panel.open").get_by_label("Outlet that the article credits").first
    said = page.locator(f"#{field.get_attribute('id')}-known")
    field.fill("tass")
    expect(said).to_have_text("In the directory: TASS.")
    field.fill("Dale Gazette")
    expect(said).to_contain_text("The directory has no such outlet")


def test_words_chosen_for_a_claim_that_is_not_open_open_it(page: Page) -> None:
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.evaluate(SELECT, DAM)
    page.get_by_role("button", name="the claim", exact=True).click()
    expect(page.locator(".panel.open [data-quoted=text]")).to_be_in_viewport()


def test_words_selected_on_a_claims_own_page_are_those_of_the_article(page: Page, desk: str) -> None:
    page.goto(f"{desk}/claims/{page.locator('.panel.open .body').get_attribute('id')}")
    page.evaluate(SELECT, "No ship sailed")
    page.get_by_role("button", name="the claim", exact=True).click()
    assert page.locator("[data-at=text]").input_value() == place_of("No ship sailed")
    expect(page.locator("[data-quoted=text]")).to_be_in_viewport()


def test_without_script_a_claim_is_corrected_by_its_form(browser: Browser, desk: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(desk)
        page.get_by_role("link", name="All of this claim").first.click()
        page.locator(".choices summary").filter(has_text="Correct").first.click()
        form = page.locator("form[data-marks=claim]").first
        form.get_by_label("Who says it", exact=True).fill("Eva Stone")
        form.get_by_label("What the speaker is").select_option("person")
        form.get_by_label("Why").fill("heard again")
        form.get_by_label("Your name").fill("Kyiv desk")
        form.get_by_role("button", name="Correct", exact=True).click()
        expect(page.locator(".panel .notice")).to_contain_text("The claim is corrected.")
        expect(page.locator(".panel .notice")).to_be_in_viewport()
        page.get_by_text("Take back").first.click()
        undoing = page.locator(".decide.undo form").first
        undoing.get_by_label("Why").fill("it was she after all")
        undoing.get_by_role("button").click()
        expect(page.locator(".panel .notice")).to_have_text("Decision 1 is taken back.")


def test_a_claim_is_confirmed_by_the_form_that_was_fetched_and_rejected(page: Page) -> None:
    for verb, told in (("Confirm", "The claim is confirmed."), ("Reject", "It is no claim any more.")):
        page.locator(".panel.open .choices summary").filter(has_text=verb).click()
        form = page.locator(".panel.open .choices form:visible")
        form.get_by_label("Why").fill("heard the recording")
        form.get_by_label("Your name").fill("Kyiv desk")
        form.get_by_role("button", name=verb, exact=True).click()
        expect(page.locator(".notice")).to_contain_text(told)
