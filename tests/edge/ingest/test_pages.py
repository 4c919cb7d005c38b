"""Pages of HTML."""

from datetime import date
from pathlib import Path

import pytest

from provenance.errors import EmptyInput
from provenance.model import Article
from tests.edge.ingest.builders import FIXTURES, PROSE, a_file, a_page, read

HOSTILE = FIXTURES / "hostile"
SECOND = "A second paragraph follows with a statement of the other side, which was published on Tuesday."

NEWS_ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Talks end &amp; nothing more",
    "author": [{"@type": "Person", "name": "A. Reporter"}, {"@type": "Person", "name": "B. Writer"}],
    "datePublished": "2025-06-02T23:30:00+03:00",
    "publisher": {"@type": "NewsMediaOrganization", "name": "TASS", "url": "https://tass.com/"},
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://tass.com/politics/1"},
}


def page(html: str, **options: object) -> Article:
    return read("-", stdin=html.encode(), **options)


def body(html: str) -> str:
    return page(a_page(html)).text


def test_linked_data_say_what_the_page_is(tmp_path: Path) -> None:
    path = a_file(tmp_path, a_page(linked=NEWS_ARTICLE), "page.html")

    assert read(path) == Article(
        text=PROSE,
        title="Talks end & nothing more",
        byline="A. Reporter, B. Writer",
        url="https://tass.com/politics/1",
        locator=str(path),
        outlet="tass",
        outlet_name="TASS",
        published=date(2025, 6, 2),
    )


@pytest.mark.parametrize(
    "linked",
    [
        [{"@type": "BreadcrumbList"}, NEWS_ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Site"}, NEWS_ARTICLE]},
        {"@type": "WebPage", "mainEntity": NEWS_ARTICLE},
        {**NEWS_ARTICLE, "@type": ["ReportageNewsArticle", "Thing"]},
    ],
)
def test_linked_data_are_found_wherever_they_stand(linked: object) -> None:
    found = page(a_page(linked=linked))

    assert (found.title, found.published) == ("Talks end & nothing more", date(2025, 6, 2))


@pytest.mark.parametrize(
    "linked",
    [None, [], 7, "x", {"@type": "NewsArticle", "headline": 7, "author": 7, "publisher": [], "datePublished": []},
     {"@type": 7}, {"@graph": "x"}],
)  # fmt: skip
def test_strange_linked_data_are_passed_over(linked: object) -> None:
    assert page(a_page(head="<title>Talks</title>", linked=linked)) == Article(text=PROSE, title="Talks")


@pytest.mark.parametrize("script", ['{"@type": "NewsArticle", "headline": "cut', "[" * 100_000, ""])
def test_broken_linked_data_are_passed_over(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script><title>Talks</title>'

    assert page(a_page(head=head)).title == "Talks"


def test_open_graph_and_meta_stand_in_for_linked_data() -> None:
    head = (
        '<title>Talks end - TASS</title><meta property="og:title" content="Talks end | TASS">'
        '<meta property="og:url" content="https://tass.com/politics/1?utm_source=x#top">'
        '<meta property="og:site_name" content="TASS"><meta name="author" content="A. Reporter">'
        '<meta property="article:published_time" content="2025-06-02T10:00:00Z">'
    )

    assert page(a_page(head=head)) == Article(
        text=PROSE,
        title="Talks end",
        byline="A. Reporter",
        url="https://tass.com/politics/1",
        outlet="tass",
        outlet_name="TASS",
        published=date(2025, 6, 2),
    )


@pytest.mark.parametrize("day", ["2025-13-45", "0001-01-01", "2926-06-02", "soon", ""])
def test_an_impossible_day_of_a_page_is_not_known(day: str) -> None:
    assert page(a_page(linked={**NEWS_ARTICLE, "datePublished": day})).published is None


def test_a_year_in_the_footer_is_no_date() -> None:
    assert page(a_page(f"<p>{PROSE}</p>").replace("</body>", "<footer>© 2019 TASS</footer></body>")).published is None


def test_paragraphs_stand_apart_by_an_empty_line() -> None:
    assert body(f"<p>{PROSE}</p>\n<p>{SECOND}</p>") == f"{PROSE}\n\n{SECOND}"


def test_a_line_break_stays_a_line_break() -> None:
    assert body(f"<p>Source: the agency<br>Details: {PROSE}</p>") == f"Source: the agency\nDetails: {PROSE}"


def test_white_space_is_as_a_browser_shows_it() -> None:
    assert body("<p>" + PROSE.replace(" ", "\n    ") + "</p>") == PROSE


def test_captions_navigation_and_scripts_are_no_text() -> None:
    html = (
        f"<p>{PROSE}</p><figure><img src='a.jpg'><figcaption>The palace. Photo: EPA</figcaption></figure>"
        f"<p>{SECOND}</p><script>document.write('x')</script><noscript>Enable it, please.</noscript>"
    )

    assert body(html) == f"{PROSE}\n\n{SECOND}"


def test_the_headline_is_not_repeated_in_the_text() -> None:
    found = page(a_page(f"<h1>Talks end</h1><p>{PROSE}</p>", head="<title>Talks end</title>"))

    assert (found.title, found.text) == ("Talks end", PROSE)


def test_marks_spaces_and_hyphens_survive_where_they_stand() -> None:
    marks = "„Wir“ «мы» “we” ‘one’ cafe\u0301 caf\u00e9"
    words = f"{marks} 6\u00a0000 Mr\u00a0X re\u00adpat\u00adri\u00adation 40\u202f000 a\u2009–\u2009b"

    assert body(f"<p>{PROSE} {words}</p>") == f"{PROSE} {words}"
    assert body(f"<p>{PROSE} Mr&nbsp;X, re&shy;turn</p>") == f"{PROSE} Mr\u00a0X, re\u00adturn"


def test_a_quotation_element_gets_its_marks() -> None:
    assert body(f"<p>{PROSE} <q>We are <b>ready</b></q>, he said.</p>") == f"{PROSE} “We are ready”, he said."


def test_characters_that_no_text_holds_are_dropped() -> None:
    found = body(f"<p>{PROSE} one&#1;two&#27;[31m&#0;three</p>")

    assert found.replace("\ufffd", "") == f"{PROSE} onetwo[31mthree"


def test_a_page_in_a_text_file_is_still_a_page(tmp_path: Path) -> None:
    assert read(a_file(tmp_path, f"<!-- saved -->\n{a_page()}", "page.txt")).text == PROSE


def test_a_fragment_in_a_page_file_is_a_page(tmp_path: Path) -> None:
    assert read(a_file(tmp_path, f"<p>{PROSE}</p>", "page.html")).text == PROSE


def test_an_xml_declaration_does_not_hinder() -> None:
    text = f"{PROSE} Çırağan"

    assert page(f'<?xml version="1.0" encoding="utf-8"?>\n{a_page(f"<p>{text}</p>")}').text == text


@pytest.mark.parametrize(
    "html",
    ["<html></html>", "<html><body><p>Go</p></body></html>", "<!DOCTYPE html><html><title>x</title></html>",
     "<html><frameset><frame src='a'></frameset></html>", "<html><body>" + "<div>" * 20_000 + "</body></html>"],
)  # fmt: skip
def test_a_page_without_an_article_says_what_to_do(html: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(
        EmptyInput, match=r"standard input: no article found in this page; .* save its text into a file"
    ):
        page(html)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", ["cookie-wall.html", "page-without-text.html"])
def test_a_wall_is_no_article(name: str) -> None:
    with pytest.raises(EmptyInput, match=name):
        read(HOSTILE / name)


def test_hostile_markup_is_text_and_nothing_more() -> None:
    found = read(HOSTILE / "script-in-text.html")

    assert found.title == '<script>document.title = \'owned\'</script> <img src=x onerror="alert(1)"> Minister "quits"'
    assert found.outlet_name == "<b onmouseover=alert(3)>The Hostile Example</b>"
    assert found.byline == "<svg onload=alert(4)>"
    assert found.url == "https://hostile.example/news/1?a=%22%3E%3Cscript%3Ealert(2)%3C/script%3E"
    assert found.text.startswith('The minister of <script>alert("text")</script> said on Monday')
    assert "the page's own script ran" not in found.text


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    found = read(HOSTILE / "broken-markup.html")

    assert found.text.startswith("The second round of talks in Istanbul ended on Monday, TASS reported,")
    assert (found.outlet, found.title) == ("tass", "Talks end")
