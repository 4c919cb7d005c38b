"""Every fixture article reads as its page says."""

import re
from datetime import date
from pathlib import Path

import pytest

from provenance.ingest import find_articles
from provenance.model import Article
from tests.edge.ingest.builders import FIXTURES, packaged_directory, read

ISTANBUL = FIXTURES / "istanbul"

DIRECTORY = packaged_directory()
SECOND_OF_JUNE = date(2025, 6, 2)

# file: outlet (None where the directory does not know it), day, address, words the title begins with
EXPECTED: dict[str, tuple[str | None, date | None, str | None, str]] = {
    "01-tass-results.html": ("tass", SECOND_OF_JUNE, "https://tass.com/politics/1967455", "Russia to hand over 6,000"),
    "02-tass-children.html": ("tass", SECOND_OF_JUNE, "https://tass.com/politics/1967327", "Medinsky dismisses list"),
    "03-news-pravda-reprint.html": (
        "pravda-network",
        SECOND_OF_JUNE,
        "https://turkey.news-pravda.com/en/world/2025/06/02/32886.html",
        "Russia to hand over 6,000",
    ),
    "04-news-by-reworded.html": (
        "belteleradio",
        SECOND_OF_JUNE,
        "https://news.by/eng/news/v_mire/results-of-russia-ukraine-negotiations-in-istanbul-side-comments",
        "Istanbul negotiations",
    ),
    "05-asia-plus.html": (
        "asia-plus",
        SECOND_OF_JUNE,
        "https://asiaplustj.info/en/node/349529",
        "Moscow and Kyiv give",
    ),
    "06-pravda-ru.html": (
        "pravda-ru",
        SECOND_OF_JUNE,
        "https://english.pravda.ru/news/world/162654-russia-ukraine-second-round/",
        "Second round in Istanbul",
    ),
    "07-vi-free-press-reuters.html": (
        None,
        SECOND_OF_JUNE,
        "https://vifreepress.com/2025/06/russia-and-ukraine-reach-deal-on-new-pow-swap-and-handover-of-bodies/",
        "Russia and Ukraine agree",
    ),
    "08-rustavi-2-guardian.html": ("rustavi-2", SECOND_OF_JUNE, "https://rustavi2.ge/en/news/315941", "The Guardian: "),
    "09-eu-east.html": (
        None,
        SECOND_OF_JUNE,
        "https://eu-east.com/world-news/russia-ukraine-fail-to-agree-on-ceasefire-during-second-round-of-talks",
        "No ceasefire",
    ),
    "10-ukrainska-pravda-bodies.html": (
        "ukrainska-pravda",
        SECOND_OF_JUNE,
        "https://pravda.com.ua/eng/news/2025/06/2/7515273/",
        "Zelenskyy: only 15%",
    ),
    "11-liga-net.txt": ("liga-net", SECOND_OF_JUNE, None, "Only 15% of the 6,000 bodies"),
    "12-ukrainska-pravda-economist.html": (
        "ukrainska-pravda",
        SECOND_OF_JUNE,
        "https://pravda.com.ua/eng/news/2025/06/2/7515245/",
        "Medinsky spoke of a show",
    ),
    "13-caliber-tass.html": (
        "caliber-az",
        SECOND_OF_JUNE,
        "https://caliber.az/en/post/round-2-russia-ukraine-talks-kick-off-in-istanbul",
        "Round two",
    ),
    "14-ukrainska-pravda-arrival.html": (
        "ukrainska-pravda",
        date(2025, 6, 1),
        "https://pravda.com.ua/eng/news/2025/06/1/7515069/",
        "Russian delegation leaves",
    ),
    "15-caliber-aircraft.html": (
        "caliber-az",
        None,
        "https://caliber.az/en/post/russia-downplays-ukrainian-drone-strike-claims-no-aircraft-destroyed",
        "Russian deputy foreign minister",
    ),
    "16-india-today.txt": ("india-today", date(2025, 6, 5), None, "US officials put"),
}


def article(name: str) -> Article:
    return read(ISTANBUL / name, directory=DIRECTORY)


def test_the_folder_holds_the_articles_that_are_expected() -> None:
    assert [Path(location).name for location in find_articles([str(ISTANBUL)])] == sorted(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_fixture_reads_as_its_page_says(name: str) -> None:
    outlet, published, url, title = EXPECTED[name]
    found = article(name)

    assert (found.outlet, found.published, found.url, found.language) == (outlet, published, url, "en")
    assert found.title is not None
    assert found.title.startswith(title)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_text_is_the_article_alone(name: str) -> None:
    text = article(name).text

    assert 120 <= len(text.split()) <= 260
    assert "Written for the provenance project" not in text
    assert "Photo desk" not in text
    assert len(text.split("\n\n")) >= 3


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_fixture_says_that_it_was_written_for_this_project(name: str) -> None:
    content = (ISTANBUL / name).read_text(encoding="utf-8")
    times = 1 if name.endswith(".txt") else 2

    assert content.count("Written for the provenance project, in its own words") == times
    addresses = set(re.findall(r"https?://[^\s\"'<>]+", content)) - {"https://schema.org"}
    known = EXPECTED[name][2]
    assert addresses == ({known, re.sub(r"(?<=\w/).*", "", known)} if known else set())


def test_the_reprint_has_the_words_of_the_wire_story() -> None:
    assert article("03-news-pravda-reprint.html").text == article("01-tass-results.html").text


def test_the_reworded_story_shares_few_runs_of_words_with_it() -> None:
    def runs(name: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", article(name).text.lower())
        return {tuple(words[start : start + 5]) for start in range(len(words) - 4)}

    wire, reworded = runs("01-tass-results.html"), runs("04-news-by-reworded.html")
    assert len(wire & reworded) / len(reworded) < 0.05


def test_the_packaged_table_of_fixtures_names_every_file() -> None:
    table = (FIXTURES / "README.md").read_text(encoding="utf-8")

    for path in [*ISTANBUL.iterdir(), *(FIXTURES / "hostile").iterdir()]:
        assert path.name in table
