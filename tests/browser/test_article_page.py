"""An article's page on the desk as a reader meets it: by mouse, by keyboard, without script."""

from collections.abc import Callable, Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page

from provenance.model import RelationAnswer
from provenance.services import Authorship, ClaimFilter, list_claims, relate_claims
from provenance.settings import Settings
from provenance.web import DeskOptions
from tests.browser.serving import serving
from tests.browser.test_report_page import SIZES, focused, open_panels, shown, violations_of
from tests.web.conftest import NOW, engine, filled, settings  # noqa: F401 - fixtures

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]


@pytest.fixture
def base(settings: Settings) -> Iterator[str]:  # noqa: F811
    one, other = [row.finding.claim.id for row in list_claims(settings, NOW, ClaimFilter())][:2]
    relate_claims(settings, NOW, one, other, RelationAnswer.UNRELATED, Authorship(made_by="A desk", why="read again"))
    with serving(DeskOptions(settings=settings, clock=lambda: NOW)) as address:
        yield address


@pytest.fixture
def article(base: str) -> str:
    """The one with most claims, and with claims of several kinds."""
    articles = httpx.get(f"{base}/?format=json", timeout=60).json()["articles"]
    return str(max(articles, key=lambda each: (each["claims"], each["id"]))["id"])


@pytest.fixture
def open_desk(browser: Browser, base: str) -> Iterator[Opener]:
    """Opens a page of the desk; fails in the end if any complained or asked another host for anything."""
    complaints: list[str] = []

    def opened(path: str, width: int = 1280, height: int = 900, **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        page = context.new_page()
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("request", lambda asked: None if asked.url.startswith(base) else complaints.append(asked.url))
        page.goto(f"{base}{path}")
        return page

    yield opened
    for context in browser.contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    open_desk: Opener, article: str, width: int, height: int, scheme: str
) -> None:
    for path in (
        f"/articles/{article}",
        f"/articles/{article}?kind=speaker#claim-3",
        f"/articles/{article}/revisions",
        "/compare",
        "/decisions",
        "/decisions/1",
    ):
        page = open_desk(path, width, height, color_scheme=scheme)
        assert violations_of(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") == width, path


@pytest.mark.parametrize("width", [390, 1000, 1280])
def test_the_figures_fit_beside_the_line_on_the_publishers_own_voice(open_desk: Opener, base: str, width: int) -> None:
    articles = httpx.get(f"{base}/?format=json", timeout=60).json()["articles"]
    told = 0
    for each in articles:
        page = open_desk(f"/articles/{each['id']}", width)
        told += page.locator(".figures .beside").count()
        assert page.evaluate("document.documentElement.scrollWidth") == width, each["title"]
        page.context.close()
    assert told > 0


def test_the_keys_go_from_claim_to_claim_open_and_close(open_desk: Opener, article: str) -> None:
    page = open_desk(f"/articles/{article}")
    walked = []
    for key in ("j", "j", "k", "ArrowDown"):
        page.keyboard.press(key)
        walked.append((focused(page), *open_panels(page)))
    assert walked == [(f"mark-{number}", f"claim-{number}") for number in (1, 2, 1, 2)]
    page.keyboard.press("Enter")
    assert focused(page) == "claim-2"
    page.keyboard.press("Escape")
    assert (focused(page), open_panels(page)) == ("mark-2", [])


def test_the_legend_filters_and_its_address_gives_the_same_view_with_script_and_without(
    open_desk: Opener, article: str
) -> None:
    page = open_desk(f"/articles/{article}")
    everything = shown(page)
    page.locator(".choice[data-kind=speaker]").click()
    some = shown(page)
    assert 0 < len(some) < len(everything)
    assert page.url.endswith("?kind=speaker")
    again = open_desk(page.url.removeprefix(page.url.split("/articles")[0]))
    assert shown(again) == some
    bare = open_desk(f"/articles/{article}", java_script_enabled=False)
    bare.locator(".choice[data-kind=speaker]").click()
    assert bare.url.endswith("?kind=speaker")
    assert bare.locator(".panel:visible").count() == len(some)
    bare.get_by_role("link", name="Show all").click()
    assert bare.locator(".panel:visible").count() == len(everything)


@pytest.mark.parametrize("width", [390, 1280])
def test_an_address_with_a_claims_id_opens_it_with_its_words_in_sight(
    open_desk: Opener, article: str, width: int
) -> None:
    name = open_desk(f"/articles/{article}").locator("#claim-4 .body").get_attribute("id")
    page = open_desk(f"/articles/{article}#{name}", width)
    assert open_panels(page) == ["claim-4"]
    mark = page.locator("#mark-4").bounding_box()
    assert mark is not None
    assert 0 <= mark["y"] < 900


@pytest.mark.parametrize("scripted", [True, False])
def test_on_a_phone_menu_and_legend_take_a_line_each_and_unfold_by_a_button(
    open_desk: Opener, article: str, scripted: bool
) -> None:
    page = open_desk(f"/articles/{article}", 390, 844, java_script_enabled=scripted)
    head, legend = page.locator(".desk-head").bounding_box(), page.locator(".legend").bounding_box()
    assert head is not None
    assert legend is not None
    assert head["height"] < 56
    assert legend["height"] < 56
    assert page.get_by_role("link", name="Speakers", exact=True).count() == 0
    page.get_by_role("button", name="Kinds of source").click()
    page.locator(".choice[data-kind=unnamed]").click()
    assert page.url.endswith("?kind=unnamed")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Menu").click()
    assert not scripted or violations_of(page) == []
    page.get_by_role("link", name="Speakers", exact=True).click()
    assert page.url.endswith("/speakers")


def test_on_a_wide_screen_nothing_is_folded(open_desk: Opener, article: str) -> None:
    page = open_desk(f"/articles/{article}")
    assert page.locator(".menu-button:visible, .kinds-button:visible").count() == 0
    assert page.get_by_role("link", name="Speakers", exact=True).is_visible()
    assert page.get_by_role("searchbox").is_visible()
    assert page.locator(".legend li:visible").count() == 7


def test_on_paper_no_form_and_no_button_is_printed(open_desk: Opener, article: str) -> None:
    page = open_desk(f"/articles/{article}")
    page.emulate_media(media="print")
    assert page.locator("form:visible, button:visible, summary:visible, nav:visible").count() == 0
    assert page.locator(".legend li:visible").count() == 7


def test_what_a_reader_types_into_a_form_is_not_taken_for_a_key(open_desk: Opener, article: str) -> None:
    page = open_desk(f"/articles/{article}")
    page.locator("#find").press_sequentially("jk")
    assert page.locator("#find").input_value() == "jk"
    assert open_panels(page) == []


def test_a_decision_is_taken_back_by_keyboard(open_desk: Opener) -> None:
    page = open_desk("/decisions/1")
    page.get_by_text("Take it back").first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Why").fill("heard again")
    page.get_by_label("Your name").fill("Second desk")
    page.keyboard.press("Enter")
    page.get_by_text("Decision 1 is taken back.").wait_for()
    assert page.get_by_text("undone by decision 2").is_visible()
    assert violations_of(page) == []
