"""An article's page: its claims, its report to send on, its revisions, another article beside it."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from provenance.services import Outcome, ReadOptions, ingest_articles
from provenance.services.comparing import save_article
from provenance.services.resources import load_directory
from provenance.settings import Settings
from provenance.storage import open_store
from tests.builders import a_claim, an_article
from tests.core.report.hostile import HOSTILE
from tests.web.conftest import FIXTURES, NOW

REWORDED = FIXTURES / "istanbul" / "04-news-by-reworded.html"
JSON = {"Accept": "application/json"}


@pytest.fixture
def article(desk: TestClient) -> str:
    """The one of the fixture that reads otherwise."""
    (found,) = [each["id"] for each in desk.get("/", headers=JSON).json()["articles"] if is_reworded(each)]
    return str(found)


def is_reworded(article: dict[str, str]) -> bool:
    return article["locator"].endswith(REWORDED.name)


@pytest.fixture
def revised(settings: Settings, tmp_path: Path, article: str) -> str:
    """The same article, read once more with a sentence that was not there."""
    file = tmp_path / REWORDED.name
    page = REWORDED.read_text(encoding="utf-8")
    file.write_text(page.replace("</p>", " The bells of the harbour rang at noon.</p>", 3), encoding="utf-8")
    (done,) = ingest_articles([str(file)], ReadOptions(), settings=settings, now=NOW)
    assert done.outcome is Outcome.REVISED
    return article


def shown(html: str) -> list[str]:
    return re.findall(r'<article class="panel [^"]*" id="claim-(\d+)"[^>]*tabindex="-1">', html)


def test_the_page_shows_the_claims_and_the_same_address_gives_the_report(desk: TestClient, article: str) -> None:
    page = desk.get(f"/articles/{article}")
    report = desk.get(f"/articles/{article}", headers=JSON).json()
    assert page.status_code == 200
    assert report["schema"] == 1
    assert shown(page.text) == [str(number) for number in range(1, len(report["findings"]) + 1)]
    for finding in report["findings"]:
        assert f'id="{finding["claim"]["id"]}"' in page.text


def test_nothing_on_the_page_runs_or_is_styled_where_it_stands(desk: TestClient, article: str) -> None:
    page = desk.get(f"/articles/{article}").text
    assert "<style" not in page
    assert not re.search(r"<script(?! src=\"/static/)", page)
    assert not re.search(r"\s(style|on\w+)=", re.sub(r">[^<]*<", "><", page))


def test_names_lead_to_pages_of_the_desk(desk: TestClient, article: str) -> None:
    page = desk.get(f"/articles/{article}?claims=open").text
    for start in ("/outlets/", "/speakers/", "/groups/g", "/articles/a", f"/compare?left={article}&amp;right=a"):
        assert f'href="{start}' in page, start


def test_a_link_shows_the_claims_of_the_kinds_it_names(desk: TestClient, article: str) -> None:
    findings = desk.get(f"/articles/{article}", headers=JSON).json()["findings"]
    kind = findings[0]["claim"]["source"]
    wanted = [str(number) for number, each in enumerate(findings, start=1) if each["claim"]["source"] == kind]
    page = desk.get(f"/articles/{article}?kind={kind}").text
    assert shown(page) == wanted
    assert f"{len(wanted)} of {len(findings)} claims shown." in page
    (link,) = re.findall(rf'<a class="choice" data-kind="{kind}" href="([^"]+)" aria-current="true">', page)
    assert link == f"/articles/{article}"


@pytest.mark.parametrize(
    ("form", "ending", "start"),
    [("html", "html", "<!DOCTYPE html>"), ("text", "txt", ""), ("markdown", "md", "# "), ("json", "json", "{")],
)
def test_the_report_can_be_sent_on(desk: TestClient, article: str, form: str, ending: str, start: str) -> None:
    answer = desk.get(f"/articles/{article}/report?format={form}")
    name = answer.headers["content-disposition"]
    assert re.fullmatch(rf'attachment; filename="provenance-[a-z0-9-]+-{article}\.{ending}"', name)
    assert answer.text.lstrip().startswith(start)
    assert desk.get(f"/articles/{article}/report?format=exe").status_code == 422


def test_the_report_that_is_sent_on_leads_to_no_page_of_the_desk(desk: TestClient, article: str) -> None:
    links = re.findall(r'href="([^"]*)"', desk.get(f"/articles/{article}/report").text)
    assert all(link.startswith(("#", "http")) for link in links)


def test_an_article_that_is_not_there_is_not_found(desk: TestClient) -> None:
    for path in ("", "/report", "/revisions"):
        assert desk.get(f"/articles/a00000000{path}").status_code == 404


def test_an_article_read_once_says_so_where_its_revisions_would_stand(desk: TestClient, article: str) -> None:
    page = desk.get(f"/articles/{article}/revisions")
    assert "This article was read once." in page.text
    assert desk.get(f"/articles/{article}/revisions", headers=JSON).json()["difference"] is None
    assert desk.get(f"/articles/{article}?revision=2").status_code == 404


def test_what_changed_between_two_revisions_is_shown(desk: TestClient, revised: str) -> None:
    told = desk.get(f"/articles/{revised}/revisions", headers=JSON).json()
    assert [(each["number"], each["current"]) for each in told["revisions"]] == [(1, False), (2, True)]
    assert (told["before"], told["after"]) == (1, 2)
    page = desk.get(f"/articles/{revised}/revisions?before=1&after=2").text
    assert "The bells of the harbour rang at noon." in page
    turned = desk.get(f"/articles/{revised}/revisions?before=2&after=1", headers=JSON).json()
    assert turned["difference"]["totals"]["dropped"] == told["difference"]["totals"]["added"] > 0


def test_an_older_revision_is_shown_with_its_claims_and_marked_as_superseded(desk: TestClient, revised: str) -> None:
    old = desk.get(f"/articles/{revised}?revision=1")
    assert "Superseded." in old.text
    assert "bells of the harbour" not in old.text
    assert len(shown(old.text)) > 0
    assert "Superseded." not in desk.get(f"/articles/{revised}").text
    report = desk.get(f"/articles/{revised}?revision=1", headers=JSON).json()
    assert report["compared_with"] == 0
    assert not any(finding["relations"] for finding in report["findings"])
    name = desk.get(f"/articles/{revised}/report?revision=1").headers["content-disposition"]
    assert name.endswith(f'{revised}-revision-1.html"')


def test_two_articles_stand_side_by_side(desk: TestClient, article: str) -> None:
    findings = desk.get(f"/articles/{article}", headers=JSON).json()["findings"]
    against = [
        (finding["claim"]["id"], relation)
        for finding in findings
        for relation in finding["relations"]
        if relation["kind"] in ("contradicts", "differs") and relation["article"] != article
    ]
    claim, relation = against[0]
    address = f"/compare?left={article}&right={relation['article']}"
    told = desk.get(address, headers=JSON).json()
    assert told["difference"]["kind"] == "diff"
    assert (claim, relation) in [(each["claim"]["id"], one) for each in told["findings"] for one in each["relations"]]
    page = desk.get(address).text
    start = page.index("Where one says otherwise than the other")
    assert relation["text"].split()[0] in page[start : page.index("Where both say the same")]


def test_two_reports_that_were_written_apart_are_told_so_before_anything_else(desk: TestClient) -> None:
    """A wire story, its copy, and another agency's report of the same talks."""
    articles = desk.get("/articles", headers=JSON).json()["articles"]
    other = next(each["id"] for each in articles if "vifreepress.com" in each["url"])
    copy = next(each for each in articles if "news-pravda.com" in each["url"])
    wire = next(each["id"] for each in articles if each["title"] == copy["title"] and each["id"] != copy["id"])
    page = desk.get(f"/compare?left={wire}&right={other}").text
    told = re.search(r"These two share (\d) of (\d+) sentences, counted by the shorter one", page)
    assert told
    assert told.start() < page.index("Where one says otherwise than the other") < page.index("Sentences that both have")
    assert page.count('class="sentence ') == int(told[1])
    assert "Not in the" not in page
    versions = desk.get(f"/compare?left={wire}&right={copy['id']}").text
    assert "they are not versions of one text" not in versions
    assert "Sentence by sentence" in versions


def test_an_article_is_not_compared_with_itself(desk: TestClient, article: str) -> None:
    assert desk.get(f"/compare?left={article}&right={article}").status_code == 422


def test_without_two_articles_a_form_asks_for_them(desk: TestClient, article: str) -> None:
    page = desk.get(f"/compare?left={article}")
    assert page.status_code == 200
    assert f'value="{article}"' in page.text


def links(html: str) -> list[str]:
    return re.findall(r'(?:href|action)="([^"]*)"', html)


@pytest.mark.parametrize("words", [words for words in HOSTILE if "\x00" not in words])
def test_hostile_words_of_an_article_stay_words(desk: TestClient, settings: Settings, words: str) -> None:
    story = an_article(f"{words} he said", title=words, byline=words, url=None, locator=words, outlet=None)
    with open_store(settings.database, now=NOW) as store:
        claim = a_claim(words, article=story, start=0, speaker=words, publisher=words, cue=words)
        save_article(store, story, [claim], directory=load_directory(), now=NOW)
        store.commit()
    for path in ("", "?kind=speaker", "?claims=open", f"/claims/{claim.id}", "/revisions"):
        page = desk.get(f"/articles/{story.id}{path}")
        assert page.status_code == 200
        assert len(re.findall(r"<script", page.text)) == len(re.findall(r'<script src="/static/', page.text))
        assert all(link.startswith(("/", "#", "https://example.org/")) for link in links(page.text))
    form = desk.get("/compare", params={"left": words}).text
    assert all(link.startswith(("/", "#")) for link in links(form))
    for report_format in ("html", "text", "markdown", "json"):
        answer = desk.get(f"/articles/{story.id}/report?format={report_format}")
        assert re.fullmatch(r'attachment; filename="[a-z0-9-]+\.[a-z]+"', answer.headers["content-disposition"])
