"""A day at the desk, by mouse and by keyboard: sign in, add three articles, read, find a contradiction, correct a
speaker, merge two groups, take it back, export, sign out."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from provenance.model import Actor, DeskRole
from provenance.services import add_account
from provenance.settings import Settings
from provenance.web import DeskOptions
from provenance.web.options import read_clock
from tests.browser.serving import serving

pytestmark = pytest.mark.browser

FIXTURES = Path(__file__).parents[2] / "fixtures" / "istanbul"
ARTICLES = ("01-tass-results.html", "05-asia-plus.html", "08-rustavi-2-guardian.html")
PASSWORD = "a long enough password"  # noqa: S105
expect.set_options(timeout=60_000)

SLOW = 120_000
"""Milliseconds that reading three articles may take on a busy machine."""


@pytest.fixture
def base(tmp_path: Path) -> Iterator[str]:
    settings = Settings(database=str(tmp_path / "store.sqlite3"), named=True)
    add_account(settings, read_clock(), "Anna", DeskRole.EDITOR, PASSWORD, by=Actor(who="tests"))
    with serving(DeskOptions(settings=settings, accounts=True, reading=True)) as address:
        yield address


@pytest.fixture
def page(browser: Browser, base: str) -> Iterator[Page]:
    """Of a browser in which nothing is complained of and nothing is asked of another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("console", lambda message: complaints.append(f"console: {message.text}"))
    page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(base) else None)
    yield page
    context.close()
    assert complaints == []


def test_a_day_at_the_desk(page: Page, base: str) -> None:
    sign_in(page, base)
    add_articles(page)
    read_by_keyboard(page)
    find_a_contradiction(page, base)
    speaker = correct_a_speaker(page)
    take_it_back(page, base, speaker)
    merge_two_groups_and_take_it_back(page, base)
    export(page, base)
    sign_out(page, base)


def sign_in(page: Page, base: str) -> None:
    page.goto(f"{base}/claims")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_label("Name").fill("Anna")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Claims")


def add_articles(page: Page) -> None:
    page.get_by_role("link", name="Add", exact=True).click()
    page.get_by_label("Files, or an archive (ZIP)").set_input_files([FIXTURES / name for name in ARTICLES])
    page.get_by_role("button", name="Add and read").click()
    expect(page.locator("#job-told")).to_contain_text("3 articles read", timeout=SLOW)
    assert page.get_by_role("link", name="A new article").count() == 3


def read_by_keyboard(page: Page) -> None:
    page.get_by_role("link", name="A new article").first.click()
    page.wait_for_load_state()  # the letters do something from then on
    expect(page.locator(".keys")).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator(".panel.open h3")).to_contain_text("Claim 1")
    page.keyboard.press("j")
    expect(page.locator(".panel.open h3")).to_contain_text("Claim 2")
    page.keyboard.press("Escape")
    expect(page.locator(".panel.open")).to_have_count(0)


def find_a_contradiction(page: Page, base: str) -> None:
    page.goto(base)
    page.locator("a[href='/claims?caution=contradicted']").click()
    page.locator(".rows .said a").first.click()
    expect(page.locator(".panel.open .relation-contradicts").first).to_be_visible()


def correct_a_speaker(page: Page) -> str:
    """Gives the speaker's name before."""
    page.locator(".panel.open .choices summary").filter(has_text="Correct").click()
    correcting = page.locator(".panel.open form[action$='/correct']")
    field = correcting.get_by_label("Who says it", exact=True)
    before = field.input_value().strip()
    field.fill("Ada Brown")
    correcting.get_by_label("Why").fill("heard again")
    correcting.get_by_role("button", name="Correct").click()
    expect(page.locator(".panel.open .notice")).to_be_in_viewport()
    expect(page.locator("#claims")).to_contain_text("Ada Brown")
    return before


def take_it_back(page: Page, base: str, before: str) -> None:
    page.goto(f"{base}/decisions")
    expect(page.locator("main")).to_contain_text("heard again")
    page.locator("details.undo summary").first.click()
    page.locator("details.undo").first.get_by_label("Why").fill("it was he after all")
    page.locator("details.undo").first.get_by_role("button").click()
    page.goto(f"{base}/claims?speaker=Ada+Brown")
    expect(page.locator("main")).to_contain_text("No claim fits")
    page.goto(f"{base}/speakers")
    expect(page.locator("main")).to_contain_text(before.splitlines()[0])


def merge_two_groups_and_take_it_back(page: Page, base: str) -> None:
    first, second = groups(page, base)[:2]
    page.goto(f"{base}/groups/{first['id']}")
    page.get_by_text("Merge with another group").click()
    merging = page.locator("form[action$='/merge']")
    merging.get_by_label("The other group's id").fill(second["id"])
    merging.get_by_label("Why").fill("one statement")
    merging.get_by_role("button", name="Merge").click()
    expect(page.locator("main")).to_contain_text("one statement")
    assert max(each["size"] for each in groups(page, base)) == first["size"] + second["size"]
    page.goto(f"{base}/decisions?kind=merge")
    page.locator("details.undo summary").first.click()
    page.locator("details.undo").first.get_by_label("Why").fill("two statements")
    page.locator("details.undo").first.get_by_role("button").click()
    assert {each["id"]: each["size"] for each in groups(page, base)}[first["id"]] == first["size"]


def groups(page: Page, base: str) -> list[dict[str, int | str]]:
    answer = page.request.get(f"{base}/groups", headers={"Accept": "application/json"})
    found: list[dict[str, int | str]] = answer.json()["groups"]
    return found


def export(page: Page, base: str) -> None:
    page.goto(f"{base}/single-source")
    with page.expect_download() as table:
        page.get_by_role("link", name="CSV").click()
    assert len(table.value.path().read_text(encoding="utf-8").splitlines()) > 3
    page.goto(f"{base}/articles")
    page.locator(".rows a").first.click()
    with page.expect_download() as report:
        page.get_by_role("link", name="JSON", exact=True).click()
    assert json.loads(report.value.path().read_text(encoding="utf-8"))["schema"] == 1


def sign_out(page: Page, base: str) -> None:
    page.get_by_role("link", name="Anna").click()
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{base}/claims")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
