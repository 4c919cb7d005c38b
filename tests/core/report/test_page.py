"""The report as one HTML page. What a browser makes of it is tested in tests/browser."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model import Span
from provenance.report import render_html, render_markdown, render_text
from provenance.report.plain import for_page
from tests.builders import an_article
from tests.core.report.hostile import HOSTILE
from tests.core.report.sample import sample_report
from tests.core.report.sample_values import TEXT
from tests.core.report.small import a_finding, a_hostile_report, a_small_claim, a_small_report, templates

TEMPLATES = templates()
EMPTY = {"meta", "link", "img", "base", "input", "br", "hr", "rect", "path"}


class Page(HTMLParser):
    """All elements in order, and the text of the one that holds the article."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str | None] = []
        self.article = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if tag not in EMPTY:
            self.open.append(attributes.get("id"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if "words" in self.open:
            self.article += data

    @property
    def kinds(self) -> set[tuple[str, tuple[str, ...]]]:
        """Every kind of element with the names of its attributes."""
        return {(tag, tuple(sorted(attributes))) for tag, attributes in self.elements}


def page_of(words: str) -> Page:
    return Page(render_html(a_hostile_report(words), TEMPLATES))


def source_of(html: str, tag: str) -> str:
    (found,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
    return str(found)


def test_the_marks_taken_away_the_article_is_there_as_it_was() -> None:
    assert Page(render_html(sample_report(), TEMPLATES)).article == TEXT


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[tuple[Span, ...]]]:
    text = draw(st.text(min_size=1, max_size=60))
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(
        lambda place: place[0] < place[1]
    )
    spans = st.lists(places.map(lambda place: Span(*place)), min_size=1, max_size=3, unique=True).map(tuple)
    return text, draw(st.lists(spans, max_size=5, unique=True))


@settings(max_examples=40)
@given(marked=marked_texts())
def test_any_text_with_any_claims_renders_and_comes_back(marked: tuple[str, list[tuple[Span, ...]]]) -> None:
    text, places = marked
    article = an_article(text)
    findings = tuple(a_finding(a_small_claim(article, spans=spans)) for spans in places)
    page = Page(render_html(a_small_report(article=article, findings=findings), TEMPLATES))
    assert page.article == for_page(text)
    links = {attributes.get("id") for tag, attributes in page.elements if tag == "a"}
    assert {f"mark-{number}" for number in range(1, len(places) + 1)} <= links


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_an_article_becomes_an_element_or_an_attribute(words: str) -> None:
    address = words.startswith("https://example.org/")
    innocent = "https://example.org/" if address else "plain\n\nwords" if "\n" in words else "plain words"
    assert page_of(words).kinds == page_of(innocent).kinds


def test_only_addresses_on_the_web_become_links() -> None:
    for words in HOSTILE:
        links = [attributes["href"] or "" for tag, attributes in page_of(words).elements if tag == "a"]
        assert all(link.startswith(("#", "https://example.org/")) for link in links)


def test_the_policy_lets_nothing_run_or_be_drawn_but_the_pages_own_style_and_script() -> None:
    html = render_html(sample_report(), TEMPLATES)
    style, script = (
        base64.b64encode(hashlib.sha256(source_of(html, tag).encode()).digest()).decode() for tag in ("style", "script")
    )
    (policy,) = [
        attributes["content"]
        for tag, attributes in Page(html).elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; img-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_page_names_nothing_to_fetch_and_carries_no_style_or_handler_on_an_element() -> None:
    page = Page(render_html(sample_report(), TEMPLATES))
    names = {(tag, name) for tag, attributes in page.elements for name in attributes}
    assert not {tag for tag, _ in names} & {
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "base",
        "form",
        "video",
        "audio",
    }
    assert not {name for _, name in names if name in ("src", "srcset", "style") or name.startswith("on")}
    assert "url(" not in re.sub(r'fill="url\(#[a-z-]+\)"', "", render_html(sample_report(), TEMPLATES))


def test_every_id_stands_once_and_every_inner_link_leads_somewhere() -> None:
    page = Page(render_html(sample_report(), TEMPLATES))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert sorted(ids) == sorted(set(ids))
    targets = {str(attributes["href"])[1:] for tag, attributes in page.elements if tag == "a"}
    assert {target for target in targets if not target.startswith("ttps://")} <= set(ids)
    named = {
        name
        for _, attributes in page.elements
        for key in ("aria-labelledby", "aria-describedby")
        for name in (attributes.get(key) or "").split()
    }
    assert named <= set(ids)


def test_two_texts_stand_side_by_side_with_the_words_marked_that_differ() -> None:
    html = render_html(a_small_report(), TEMPLATES)
    pair = re.search(r'<div class="pair">(.*?)</div>', html, re.DOTALL)
    assert pair is not None
    assert re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", pair[1]) == [
        "Russia will return <mark>339</mark> children",
        "Russia will return <mark>400</mark> children",
    ]


def test_the_publisher_is_named_with_what_it_is() -> None:
    html = render_html(a_small_report(), TEMPLATES)
    assert "<span><bdi>Example Times</bdi> (private)</span>" in html


def test_a_report_of_a_file_names_the_file_and_not_its_folder() -> None:
    article = an_article(url=None, locator="/home/editor/secret/story.txt")
    report = a_small_report(article=article, findings=(a_finding(a_small_claim(article)),))
    for text in (render_html(report, TEMPLATES), render_markdown(report), render_text(report, 80, colour=False)):
        assert "story.txt" in text
        assert "secret" not in text


def test_every_claim_has_a_mark_in_the_text_and_a_panel() -> None:
    page = Page(render_html(sample_report(), TEMPLATES))
    ids = {attributes.get("id") for _, attributes in page.elements}
    assert {f"{part}-{number}" for part in ("mark", "claim") for number in range(1, 18)} <= ids


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("ru", "ltr"), ("he", "rtl")])
def test_the_article_stands_in_the_direction_of_its_language(language: str, direction: str) -> None:
    page = Page(render_html(a_small_report(article=an_article(language=language)), TEMPLATES))
    (words,) = [attributes for _, attributes in page.elements if attributes.get("id") == "words"]
    assert (words["lang"], words["dir"]) == (language, direction)


@pytest.mark.parametrize("findings", [(), None])
def test_a_report_of_nothing_and_one_without_dates_are_pages_too(findings: tuple[()] | None) -> None:
    article = an_article(title=None, published=None, outlet=None, outlet_name=None, byline=None)
    html = render_html(a_small_report(article=article, findings=findings), TEMPLATES)
    assert ("No claim was found in this article." in html) is (findings == ())
    assert '<h1><bdi lang="en">Untitled article</bdi></h1>' in html


def test_the_same_report_gives_the_same_page() -> None:
    assert render_html(sample_report(), TEMPLATES) == render_html(sample_report(), dict(reversed(TEMPLATES.items())))
