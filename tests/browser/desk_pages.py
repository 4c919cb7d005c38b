"""Every kind of page that a desk has: a filled one, a fresh one, and one on which everybody needs an account."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
from playwright.sync_api import Browser, BrowserContext

from provenance.model import Actor, DeskRole, KeyScope, RelationAnswer
from provenance.services import (
    Authorship,
    Brought,
    ClaimFilter,
    ReadOptions,
    Upload,
    Worker,
    add_account,
    ingest_articles,
    list_claims,
    make_key,
    put_in,
    relate_claims,
)
from provenance.settings import Settings
from provenance.web import DeskOptions
from tests.browser.serving import serving

FIXTURES = Path(__file__).parents[2] / "fixtures"
PASSWORD = "four words of mine"  # noqa: S105 - of accounts that live for a test
PEOPLE = {"Anna Arendt": DeskRole.ADMIN, "Rita": DeskRole.READER}
LATER = date(2099, 1, 1)
RUSSIAN = (
    "Глава делегации заявил в понедельник, что стороны договорились об обмене военнопленными и о передаче тел "
    "погибших, а второй раунд переговоров завершился спустя час после начала."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page of one of the desks; `by` is who is signed in there, `status` what is answered."""

    address: str
    desk: str = "filled"
    by: str | None = None
    status: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Desks:
    """Where each of them listens, and the pages by their short names."""

    bases: Mapping[str, str]
    places: Mapping[str, Place]

    def url(self, name: str) -> str:
        place = self.places[name]
        return self.bases[place.desk] + place.address

    def context(self, browser: Browser, name: str, **options: Any) -> BrowserContext:  # Any: what Playwright takes
        """A browser in which whoever the page is for is signed in."""
        place = self.places[name]
        context = browser.new_context(**options)
        if place.by is not None:
            page = context.new_page()
            page.goto(f"{self.bases[place.desk]}/sign-in")
            page.get_by_label("Name").fill(place.by)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in").click()
            page.wait_for_url(f"{self.bases[place.desk]}/**")
            page.close()
        return context


@contextmanager
def open_desks(folder: Path, now: datetime) -> Iterator[Desks]:
    """Three desks, on stores of their own in the folder."""
    stores = {name: _settings(folder, name) for name in ("filled", "fresh", "guarded")}
    fill(stores["filled"], now)
    people(stores["guarded"], now)
    with ExitStack() as opened:
        bases = {
            name: opened.enter_context(
                serving(DeskOptions(settings=settings, clock=lambda: now, accounts=name == "guarded"))
            )
            for name, settings in stores.items()
        }
        yield Desks(bases=bases, places=places(bases["filled"]))


def _settings(folder: Path, name: str) -> Settings:
    return Settings(database=str(folder / f"{name}.sqlite3"))


def fill(settings: Settings, now: datetime) -> None:
    """The articles of fixtures/istanbul, a decision on two claims, and a job of which a part failed."""
    pages = sorted(str(page) for page in (FIXTURES / "istanbul").glob("*.html"))
    assert all(not done.error for done in ingest_articles(pages, ReadOptions(), settings=settings, now=now))
    files = (
        Upload(name="bridge.txt", content=b"The mayor said on Monday that the bridge was safe."),
        Upload(name="talks.txt", content=RUSSIAN.encode()),
    )
    put_in(Brought(files=files), settings=settings, now=now, made_by="Anna Arendt")
    one, other, *_ = list_claims(settings, now, ClaimFilter(), whole=False)
    by = Authorship(made_by="Anna Arendt", why="One of them quotes the minutes of the other.")
    relate_claims(settings, now, one.finding.claim.id, other.finding.claim.id, RelationAnswer.REPEATS, by)
    worker = Worker(name="one", settings=settings, clock=lambda: now)
    while item := worker.take():
        worker.read(item)


def people(settings: Settings, now: datetime) -> None:
    """An admin and a reader, and a key for a program."""
    tests = Actor("tests")
    for name, role in PEOPLE.items():
        add_account(settings, now, name, role, PASSWORD, by=tests)
    make_key(settings, now, "Our CMS", KeyScope.WRITE, last_day=LATER, by=tests)


def places(base: str) -> dict[str, Place]:
    """By a short name. What stands in the addresses is asked of the filled desk itself."""

    def asked(path: str) -> Any:  # Any: JSON
        answer = httpx.get(f"{base}{path}", headers={"Accept": "application/json"}, timeout=60)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[:300])
        return answer.json()

    articles: list[Mapping[str, Any]] = asked("/articles")["articles"]
    by_claims = sorted(articles, key=lambda each: (each["claims"], each["id"]), reverse=True)
    article = by_claims[0]["id"]
    copy = next(each for each in articles if "news-pravda.com" in (each["url"] or ""))
    wire = next(each for each in articles if each["title"] == copy["title"] and each["id"] != copy["id"])
    other = next(each for each in articles if "vifreepress.com" in (each["url"] or ""))
    claim = asked(f"/articles/{article}")["findings"][0]["claim"]["id"]
    group = asked("/groups")["groups"][0]["id"]
    speaker = quote(asked("/speakers")["speakers"][0]["name"], safe="")
    filled = {
        "home": "/",
        "articles": "/articles",
        "article": f"/articles/{article}",
        "article-open": f"/articles/{article}?claims=open",
        "claim": f"/articles/{article}/claims/{claim}",
        "revisions": f"/articles/{article}/revisions",
        "compare": f"/compare?left={wire['id']}&right={copy['id']}",
        "compare-apart": f"/compare?left={wire['id']}&right={other['id']}",
        "compare-form": "/compare",
        "claims": "/claims",
        "search": "/claims?q=bodies",
        "nothing-found": "/claims?q=xyzzy",
        "single-source": "/single-source",
        "state-affiliated": "/state-affiliated",
        "circular": "/circular",
        "groups": "/groups",
        "group": f"/groups/{group}",
        "outlets": "/outlets",
        "outlet": "/outlets/tass",
        "outlet-then": "/outlets/rt?on=2014-03-01",
        "rules": "/outlets/rules",
        "speakers": "/speakers",
        "speaker": f"/speakers/{speaker}",
        "decisions": "/decisions",
        "decision": "/decisions/1",
        "add": "/add",
        "jobs": "/jobs",
        "job": "/jobs/1",
        "here": "/account",
        "no-accounts": "/accounts",
        "no-keys": "/keys",
        "api": "/api/docs",
    }
    fresh = {
        "fresh-home": "/",
        "fresh-articles": "/articles",
        "fresh-claims": "/claims",
        "fresh-groups": "/groups",
        "fresh-outlet": "/outlets/tass",
        "fresh-speakers": "/speakers",
        "fresh-decisions": "/decisions",
        "fresh-jobs": "/jobs",
        "fresh-circular": "/circular",
    }
    return {
        **{name: Place(address=address) for name, address in filled.items()},
        **{name: Place(address=address, desk="fresh") for name, address in fresh.items()},
        "no-such-page": Place(address="/articles/a0000000000000000", status=404),
        "not-understood": Place(address="/claims?since=yesterday", status=422),
        "sign-in": Place(address="/sign-in", desk="guarded"),
        "account": Place(address="/account", desk="guarded", by="Anna Arendt"),
        "accounts": Place(address="/accounts", desk="guarded", by="Anna Arendt"),
        "keys": Place(address="/keys", desk="guarded", by="Anna Arendt"),
        "audit": Place(address="/audit", desk="guarded", by="Anna Arendt"),
        "forbidden": Place(address="/accounts", desk="guarded", by="Rita", status=403),
    }
