"""Who published it, where, when, in which language: the page's word against the caller's."""

from datetime import date

import pytest

from provenance.errors import ForbiddenAddress, InvalidOption, UnknownOutlet, UnsupportedLanguage
from provenance.ingest.web_address import normalised_url, site_of
from provenance.model import Article
from tests.edge.ingest.builders import FIXTURES, PROSE, TODAY, a_page, read
from tests.edge.ingest.conftest import Internet, Server

GERMAN = (FIXTURES / "hostile" / "german.txt").read_bytes()


def publisher(html: str, **options: object) -> tuple[str | None, str | None]:
    found = read("-", stdin=html.encode(), **options)
    return found.outlet, found.outlet_name


def canonical(url: str, name: str = "") -> str:
    site = f'<meta property="og:site_name" content="{name}">' if name else ""
    return a_page(head=f'<link rel="canonical" href="{url}">{site}')


def test_options_override_what_the_page_says() -> None:
    found = read(
        "-",
        stdin=canonical("https://tass.com/politics/1", "TASS").encode(),
        outlet="ukrainska-pravda",
        published=date(2025, 6, 2),
        title=" Another\ntitle ",
        url="HTTPS://Pravda.com.ua:443/eng/1#top",
        language="en-GB",
    )

    assert found == Article(
        text=PROSE,
        title="Another title",
        url="https://pravda.com.ua/eng/1",
        outlet="ukrainska-pravda",
        outlet_name="Ukrainska Pravda",
        published=date(2025, 6, 2),
    )


@pytest.mark.parametrize("given", ["tass", "TASS", "tass.com", "www.tass.com", "https://tass.com/politics/1", " tass "])
def test_an_outlet_is_given_by_id_name_or_domain(given: str) -> None:
    assert publisher(PROSE, outlet=given) == ("tass", "TASS")


def test_an_outlet_that_nobody_knows_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownOutlet, match=r"no outlet 'ukrainska-pravada' in the directory; .*ukrainska-pravda"):
        read("-", stdin=PROSE.encode(), outlet="ukrainska-pravada")


@pytest.mark.parametrize("given", ["", "no-such.example", "Some Paper", "://"])
def test_any_other_outlet_is_unknown(given: str) -> None:
    with pytest.raises(UnknownOutlet):
        read("-", stdin=PROSE.encode(), outlet=given)


def test_a_name_of_several_outlets_asks_for_an_id() -> None:
    with pytest.raises(
        InvalidOption, match="--outlet Pravda: several outlets bear this name; give an id: pravda-ru, pravda-sk"
    ):
        read("-", stdin=PROSE.encode(), outlet="Pravda")


@pytest.mark.parametrize("host", ["tass.com", "www.tass.com", "TASS.com", "m.en.tass.com"])
def test_the_host_of_the_page_decides_subdomains_included(host: str) -> None:
    assert publisher(canonical(f"https://{host}/politics/1", "Another Name")) == ("tass", "Another Name")


def test_an_unknown_host_is_an_unknown_outlet_whatever_the_page_calls_itself() -> None:
    assert publisher(canonical("https://tass-news.example.org/1", "TASS")) == (None, "TASS")
    assert publisher(canonical("https://news.nottass.com/1")) == (None, "nottass.com")


def test_without_any_address_an_exact_name_decides() -> None:
    assert publisher(a_page(head='<meta property="og:site_name" content="TASS">')) == ("tass", "TASS")


@pytest.mark.parametrize("given", ["tass", "TASS", "TASS.com"])
def test_front_matter_names_an_outlet_in_any_way(given: str) -> None:
    assert publisher(f"---\noutlet: {given}\n---\n{PROSE}") == ("tass", given)


def test_a_name_of_several_outlets_decides_nothing() -> None:
    assert publisher(a_page(head='<meta property="og:site_name" content="Pravda">')) == (None, "Pravda")


def test_the_publisher_of_linked_data_counts_where_the_page_has_no_address() -> None:
    linked = {"@type": "NewsArticle", "publisher": {"name": "T.A.S.S.", "url": "https://tass.com/"}}

    assert publisher(a_page(linked=linked)) == ("tass", "T.A.S.S.")


def test_nobody_is_known_where_nothing_is_said() -> None:
    assert publisher(PROSE) == (None, None)


def test_a_page_fetched_from_another_site_than_it_claims_is_of_that_site(server: Server, internet: Internet) -> None:
    internet.hosts["cloned.example.org"] = internet.hosts["news.example"]
    server.page("/talks", canonical("https://tass.com/politics/1", "TASS").encode(), Content_Type="text/html")
    url = server.url("/talks", host="cloned.example.org")

    found = read(url)

    assert (found.url, found.outlet, found.outlet_name) == (url, None, "TASS")


def test_a_page_fetched_from_its_own_site_may_say_where_it_lives(server: Server, internet: Internet) -> None:
    internet.hosts["amp.tass.com"] = internet.hosts["news.example"]
    server.page("/talks", canonical("https://tass.com/politics/1").encode(), Content_Type="text/html")

    found = read(server.url("/talks", host="amp.tass.com"))

    assert (found.url, found.outlet) == ("https://tass.com/politics/1", "tass")


def test_a_copy_on_a_bare_number_may_say_where_it_came_from(server: Server) -> None:
    url = server.page("/talks", canonical("https://tass.com/politics/1").encode(), Content_Type="text/html")

    found = read(url, allow_private_network=True)

    assert (found.url, found.locator, found.outlet) == ("https://tass.com/politics/1", url, "tass")


@pytest.mark.parametrize("day", [date(1399, 12, 31), date(2026, 1, 4), date(9999, 12, 31)])
def test_an_impossible_day_is_refused(day: date) -> None:
    with pytest.raises(InvalidOption, match=f"^--published: {day.isoformat()} is "):
        read("-", stdin=PROSE.encode(), published=day)


@pytest.mark.parametrize("day", [date(1400, 1, 1), TODAY, date(2026, 1, 3)])
def test_a_possible_day_is_taken(day: date) -> None:
    assert read("-", stdin=PROSE.encode(), published=day).published == day


@pytest.mark.parametrize(
    "url", ["tass.com", "ftp://tass.com/", "https://", "https://user:pw@tass.com/", "javascript:alert(1)", "/x", ""]
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(InvalidOption, match=r"^--url: .* is no address of a page; write it in full"):
        read("-", stdin=PROSE.encode(), url=url)


def test_an_empty_title_is_refused() -> None:
    with pytest.raises(InvalidOption, match="--title: empty"):
        read("-", stdin=PROSE.encode(), title=" \n")


def test_only_web_addresses_are_fetched() -> None:
    with pytest.raises(ForbiddenAddress, match="file:///etc/passwd: only http and https addresses are fetched"):
        read("file:///etc/passwd")


def test_a_language_that_is_not_read_is_named_and_can_be_overruled() -> None:
    with pytest.raises(
        UnsupportedLanguage, match=r"the text is in German, and only English is read for now; .* --language en"
    ):
        read("-", stdin=GERMAN)
    assert read("-", stdin=GERMAN, language="en").language == "en"


def test_a_language_that_is_given_and_not_read_is_refused() -> None:
    with pytest.raises(UnsupportedLanguage, match=r"the text is in Russian, and only English is read for now$"):
        read("-", stdin=PROSE.encode(), language="ru")


@pytest.mark.parametrize("given", ["english", "e", "12", ""])
def test_a_language_is_two_letters(given: str) -> None:
    with pytest.raises(InvalidOption, match="is no language code; write two letters, as in 'en'"):
        read("-", stdin=PROSE.encode(), language=given)


@pytest.mark.parametrize(
    "text", ["Die zweite Runde der Gespräche, so der Minister", "Медведев, Путин, Песков.", "6 000 – 12 000"]
)
def test_a_short_text_is_not_judged(text: str) -> None:
    assert read("-", stdin=text.encode()).language == "en"


def test_a_list_of_names_is_in_no_language() -> None:
    names = "Vladimir Medinsky, Rustem Umerov, Volodymyr Zelenskyy, Hakan Fidan, Çırağan Palace"

    assert read("-", stdin=names.encode()).language == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre a déclaré lundi que les négociations étaient terminées, selon une source proche.", "French"),
        ("Переговори завершилися в понеділок у Стамбулі, повідомили агентству джерела.", "Ukrainian"),
        ("De minister zei maandag dat de gesprekken waren afgelopen, meldt het persbureau.", "Dutch"),
    ],
)
def test_other_languages_are_told_apart(text: str, language: str) -> None:
    with pytest.raises(UnsupportedLanguage, match=f"the text is in {language}"):
        read("-", stdin=text.encode())


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("https://TASS.com", "https://tass.com/"),
        ("http://tass.com:80/a?b=1&utm_source=x&fbclid=y#z", "http://tass.com/a?b=1"),
        ("https://tass.com:8443/a b/<x>", "https://tass.com:8443/a%20b/%3Cx%3E"),
        ("https://[2606:4700::1]/x", "https://[2606:4700::1]/x"),
        (" https://правда.рф/новости ", "https://правда.рф/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"),
    ],
)
def test_one_page_has_one_address(text: str, normal: str) -> None:
    assert normalised_url(text) == normal
    assert normalised_url(normal) == normal


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("www.bbc.co.uk", "bbc.co.uk"),
        ("english.pravda.ru", "pravda.ru"),
        ("a.blogspot.com", "a.blogspot.com"),
        ("127.0.0.1", None),
        ("intranet", None),
    ],
)
def test_a_site_is_what_was_registered(host: str, site: str | None) -> None:
    assert site_of(host) == site
