"""The HTML report as a reader meets it: in a browser, by mouse, by keyboard, on paper, without script."""

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from provenance.report import render_html
from tests.browser.conftest import Opener
from tests.core.report.hostile import HOSTILE
from tests.core.report.sample_values import TEXT
from tests.core.report.small import a_hostile_report, templates

pytestmark = pytest.mark.browser

CLAIMS = 17
SIZES = [(390, 844), (1280, 900), (2560, 1440)]
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "preload": False}


def violations_of(page: Page) -> list[str]:
    page.evaluate(AXE)
    result = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [
        f"{violation['id']}: {node['html'][:120]} {node.get('failureSummary', '')}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def open_panels(page: Page) -> list[str]:
    return page.locator(".panel:visible").evaluate_all("panels => panels.map(panel => panel.id)")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_axe_finds_nothing_with_a_panel_closed_and_open(
    open_page: Opener, width: int, height: int, scheme: str
) -> None:
    page = open_page(width, height, color_scheme=scheme)
    assert violations_of(page) == []
    page.locator("#mark-3").focus()
    page.keyboard.press("Enter")
    page.locator("#claim-3 details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert violations_of(page) == []


def test_axe_finds_nothing_without_script_on_a_page_that_shows_all(open_page: Opener) -> None:
    page = open_page()
    page.evaluate("document.documentElement.classList.remove('scripted')")
    assert violations_of(page) == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_wider_than_the_window(open_page: Opener, width: int, height: int) -> None:
    page = open_page(width, height)
    page.locator("#mark-3").click()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(
        "document.querySelector('.panel.open').scrollWidth <= document.querySelector('.panel.open').clientWidth"
    )


def test_the_text_in_the_page_is_the_articles_text(open_page: Opener) -> None:
    assert open_page().evaluate("document.getElementById('words').textContent") == TEXT


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_every_claim_is_reached_by_tab_and_opens_by_key(open_page: Opener, key: str) -> None:
    page = open_page()
    page.locator("#keys").focus()
    for number in range(1, CLAIMS + 1):
        page.keyboard.press("Tab")
        reached = focused(page)
        page.keyboard.press(key)
        assert open_panels(page) == [f"claim-{reached.removeprefix('mark-')}"]
        assert focused(page) == open_panels(page)[0]
        page.keyboard.press("Escape")
        assert (open_panels(page), focused(page)) == ([], reached)
        assert reached.startswith("mark-"), number


def test_j_and_k_and_the_arrows_go_from_claim_to_claim(open_page: Opener) -> None:
    page = open_page()
    walked = []
    for key in ("j", "j", "ArrowDown", "k", "ArrowUp", "k"):
        page.keyboard.press(key)
        walked.append((focused(page), *open_panels(page)))
    assert walked == [(f"mark-{number}", f"claim-{number}") for number in (1, 2, 3, 2, 1, 1)]


def test_the_letters_can_be_turned_off(open_page: Opener) -> None:
    page = open_page()
    page.locator("#keys").uncheck()
    page.keyboard.press("j")
    assert open_panels(page) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_a_click_on_any_words_of_a_claim_opens_it(open_page: Opener, width: int) -> None:
    page = open_page(width)
    page.get_by_text("The rest is for the engineers.", exact=True).first.click()
    assert open_panels(page) == ["claim-4"]
    page.get_by_role("button", name="Next claim").click()
    assert open_panels(page) == ["claim-5"]
    page.get_by_role("button", name="Close").click()
    assert (open_panels(page), focused(page)) == ([], "mark-5")


def test_the_inner_of_two_claims_opens_by_its_words_and_the_outer_by_its_own(open_page: Opener) -> None:
    page = open_page()
    page.get_by_text("its own gauges had been wrong for three weeks", exact=True).first.click()
    inner = open_panels(page)
    page.get_by_text("the Sundal ministry had admitted that ", exact=True).first.click()
    assert (inner, open_panels(page)) == (["claim-16"], ["claim-15"])


def test_opening_is_said_aloud(open_page: Opener) -> None:
    page = open_page()
    page.locator("#mark-2").click()
    assert page.locator("#status").text_content() == f"Claim 2 of {CLAIMS} is open."


def test_on_a_phone_the_claim_stays_in_sight_above_its_panel(open_page: Opener) -> None:
    page = open_page(390, 844)
    page.locator("#mark-11").click()
    mark, panel = page.locator("#mark-11").bounding_box(), page.locator("#claim-11").bounding_box()
    assert mark is not None
    assert panel is not None
    assert 0 <= mark["y"] < mark["y"] + mark["height"] <= panel["y"]


def test_an_address_with_a_claim_opens_it(open_page: Opener) -> None:
    assert open_panels(open_page(mark="#claim-7")) == ["claim-7"]


def test_without_script_every_panel_stands_in_order_and_marks_lead_there(open_page: Opener) -> None:
    page = open_page(java_script_enabled=False)
    panels = page.locator(".panel:visible")
    assert panels.count() == CLAIMS
    assert page.locator(".tools:visible, .keys:visible").count() == 0
    page.locator("#mark-9").click()
    assert page.url.endswith("#claim-9")


@pytest.mark.parametrize("scripted", [True, False])
def test_on_paper_everything_is_there(open_page: Opener, scripted: bool) -> None:
    page = open_page(java_script_enabled=scripted)
    if scripted:
        page.locator("#mark-3").click()
    page.emulate_media(media="print")
    assert page.locator(".panel:visible").count() == CLAIMS
    assert page.locator(".tools:visible, .index:visible, .keys:visible").count() == 0
    assert page.locator(".outlets .assertions:visible").count() > 0
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") > 3


def test_paper_is_light_whatever_the_screen_is(open_page: Opener) -> None:
    page = open_page(color_scheme="dark")
    ink = "() => getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"
    on_screen = page.evaluate(ink)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(ink) != on_screen


def test_kinds_of_source_are_told_apart_without_colour(open_page: Opener) -> None:
    page = open_page()
    looks = page.locator(".legend .swatch").evaluate_all(
        "all => all.map(one => { const style = getComputedStyle(one);"
        " return [style.textDecorationStyle, style.textDecorationThickness, style.backgroundImage].join(' '); })"
    )
    assert len(looks) == len(set(looks)) == 7


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_do_nothing(open_page: Opener, tmp_path: Path, words: str) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(render_html(a_hostile_report(words), templates()), encoding="utf-8")
    page = open_page(file=file)
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    page.locator("#mark-1").click()
    assert page.locator("script, iframe, img, base").count() == 1
    assert open_panels(page) == ["claim-1"]


def test_the_policy_stops_what_somebody_writes_into_the_page_afterwards(
    browser: Browser, report_file: Path, tmp_path: Path
) -> None:
    file = tmp_path / "tampered.html"
    html = report_file.read_text(encoding="utf-8")
    file.write_text(html.replace("</main>", "<script>document.title = 'run'</script></main>"), encoding="utf-8")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(file.as_uri())
        assert page.title().endswith("where its claims come from")


def shown(page: Page) -> list[str]:
    return page.locator(".index li:visible a").evaluate_all("all => all.map(one => one.dataset.claim)")


def test_the_legend_filters_marks_and_claims_and_gives_them_back(open_page: Opener) -> None:
    page = open_page()
    everything = shown(page)
    marked = page.locator(".words .mark:not(.off)").count()
    page.get_by_role("button", name="Unnamed source").click()
    unnamed = shown(page)
    assert 0 < len(unnamed) < len(everything)
    looks = page.locator(".words .mark:not(.off)").evaluate_all("all => all.map(one => one.classList[1])")
    assert set(looks) == {"kind-unnamed"}
    page.get_by_role("button", name="Document").click()
    assert set(shown(page)) > set(unnamed)
    assert violations_of(page) == []
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == everything
    assert page.locator(".words .mark:not(.off)").count() == marked


def test_the_keys_pass_over_what_the_legend_hides(open_page: Opener) -> None:
    page = open_page()
    page.get_by_role("button", name="Unnamed source").click()
    wanted = shown(page)
    walked = []
    for _ in wanted:
        page.keyboard.press("j")
        walked += [panel.removeprefix("claim-") for panel in open_panels(page)]
    assert walked == wanted


def test_of_two_claims_that_overlap_the_one_that_is_shown_is_marked_and_opens(open_page: Opener) -> None:
    page = open_page()
    inner = page.locator("#mark-13")
    assert "kind-unnamed" in str(inner.get_attribute("class"))
    page.get_by_role("button", name="Document").click()
    assert "kind-document" in str(inner.get_attribute("class"))
    assert inner.get_attribute("href") is None
    inner.click()
    assert open_panels(page) == ["claim-14"]
    page.get_by_role("button", name="Show all").click()
    inner.click()
    assert open_panels(page) == ["claim-13"]


def test_an_address_with_a_claims_id_opens_it(open_page: Opener) -> None:
    name = open_page().locator("#claim-7 .body").get_attribute("id")
    assert open_panels(open_page(mark=f"#{name}")) == ["claim-7"]
