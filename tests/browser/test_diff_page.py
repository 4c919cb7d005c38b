"""The HTML of a difference as a reader meets it: in a browser, narrow and wide, on paper."""

from pathlib import Path

import pytest

from provenance.report import render_diff_html
from tests.browser.conftest import Opener
from tests.browser.test_report_page import SIZES, violations_of
from tests.core.report.diff.sample import a_diff, a_hostile_diff
from tests.core.report.hostile import HOSTILE
from tests.core.report.small import MADE_WITH, templates

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def diff_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("diff") / "diff.html"
    file.write_text(render_diff_html(a_diff(), MADE_WITH, templates()), encoding="utf-8")
    return file


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    open_page: Opener, diff_file: Path, width: int, height: int, scheme: str
) -> None:
    page = open_page(width, height, file=diff_file, color_scheme=scheme)
    assert violations_of(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(("width", "beside"), [(390, False), (1280, True)])
def test_versions_stand_side_by_side_where_there_is_room(
    open_page: Opener, diff_file: Path, width: int, beside: bool
) -> None:
    page = open_page(width, file=diff_file)
    before = page.locator("#sentence-2 .before").bounding_box()
    after = page.locator("#sentence-2 .after").bounding_box()
    assert before is not None
    assert after is not None
    assert (before["y"] == after["y"]) is beside
    assert (before["x"] == after["x"]) is not beside


def test_what_is_gone_and_what_is_new_are_told_apart_without_colour(open_page: Opener, tmp_path: Path) -> None:
    file = tmp_path / "both.html"
    file.write_text(render_diff_html(a_hostile_diff("plain words"), MADE_WITH, templates()), encoding="utf-8")
    page = open_page(file=file)
    line = "one => getComputedStyle(one).textDecorationLine"
    assert page.locator("del").first.evaluate(line) == "line-through"
    assert page.locator("ins").first.evaluate(line) == "underline"


def test_on_paper_every_sentence_is_there_and_paper_is_light(open_page: Opener, diff_file: Path) -> None:
    page = open_page(file=diff_file, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".sentence:visible").count() == 4
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()") == "#fff"
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_do_nothing(open_page: Opener, tmp_path: Path, words: str) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(render_diff_html(a_hostile_diff(words), MADE_WITH, templates()), encoding="utf-8")
    page = open_page(390, file=file)
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    assert page.locator("script, iframe, img, base").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 390
