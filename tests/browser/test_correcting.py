"""Selected words of an article fill the offsets of a form, by mouse and by keyboard."""

from pathlib import Path

import pytest
from markupsafe import Markup
from playwright.sync_api import Page

from provenance.report import make_environment
from provenance.report.segments import cut_paragraphs
from provenance.services import packaged_texts
from tests.browser.conftest import Opener
from tests.browser.test_report_page import violations_of

pytestmark = pytest.mark.browser

TEXT = "Sunny 🌞 day.\n\nThe dam will close, he told TASS. No ship sailed.\nThe river is quiet."
DAM = [TEXT.index("The dam"), TEXT.index(", he")]
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Page</title>
<style>{{ style }}</style></head><body class="desk"><main><h1>Page</h1>
{{ text_part.article_text(article, paragraphs, {1: "speaker"}, []) }}
<section aria-label="Claim 1"><h2>Claim 1</h2><h3>Decide</h3>{{ actions_part.actions(view, desk) }}</section>
<section aria-label="Missed">{{ actions_part.missed(article, desk) }}</section>
</main><script>{{ script }}</script></body></html>"""


@pytest.fixture
def page(open_page: Opener, tmp_path: Path) -> Page:
    """The article's text as the report marks it, with the forms of one claim and that of a missed one."""
    own = packaged_texts("provenance.web", "templates")
    templates = packaged_texts("provenance.report", "templates")
    environment = make_environment(templates | {f"desk/{name}": text for name, text in own.items()})
    imports = "{% import 'text.html' as text_part %}{% import 'desk/actions.html' as actions_part %}"
    static = packaged_texts("provenance.web", "static")
    claim = {"id": "c1", "spans": [DAM], "cue_spans": []}
    link = {"role": "speaker", "step": 1, "name": "Ada Brown", "outlet": None, "via": None, "kind": "person"}
    shown = environment.from_string(imports + PAGE).render(
        article={"id": "a1", "language": "en"},
        paragraphs=cut_paragraphs(TEXT, {1: [DAM]}),
        view={"number": 1, "finding": {"claim": claim, "seen": 0, "chain": [link]}},
        desk={"viewer": {"name": None, "role": "editor"}, "token": "t", "remembered_name": ""},
        style=Markup(templates["report.css"] + static["desk.css"]),  # noqa: S704 - ours
        script=Markup(static["correcting.js"]),  # noqa: S704
    )
    file = tmp_path / "page.html"
    file.write_text(shown, encoding="utf-8")
    return open_page(file=file)


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
    assert page.locator("#c1-text-at").input_value() == place_of("The dam will close")
    page.evaluate(SELECT, "No ship sailed")
    assert "For claim 1 these are" in page.get_by_role("toolbar").inner_text()
    page.get_by_role("button", name="a further piece of it").click()
    assert (
        page.locator("#c1-text-at").input_value() == f"{place_of('The dam will close')}, {place_of('No ship sailed')}"
    )
    page.evaluate(SELECT, " he ")
    page.get_by_role("button", name="the speaker").click()
    start = TEXT.index("he told")
    assert page.locator("#c1-source-at").input_value() == f"{start}-{start + 2}"
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
