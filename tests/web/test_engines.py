"""Every page shows the same of the same store, whichever engine keeps it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from provenance.services import ClaimFilter, list_claims
from provenance.settings import Settings
from provenance.web import DeskOptions, make_desk
from tests.storage.servers import Server
from tests.web.conftest import NOW, TOKEN

JSON = {"Accept": "application/json"}
BY = {"by": "Kyiv desk", "why": "both recordings heard"}

LISTS = (
    "/",
    "/claims",
    "/claims?q=children",
    '/claims?q="exchange of prisoners"',
    "/claims?q=Медин",
    "/claims?outlet=tass&sort=speaker",
    "/claims?since=2025-06-01&until=2025-06-02&page=2",
    "/single-source",
    "/state-affiliated",
    "/circular",
    "/groups",
    "/outlets",
    "/outlets?state_affiliated=yes&q=ria",
    "/outlets/tass?on=2014-03-01",
    "/outlets/tass?part=printed",
    "/speakers",
    "/speakers?q=med",
    "/speakers/vladimir%20medinsky",
    "/articles",
    "/decisions",
    "/add",
    "/jobs",
    "/jobs/1",
    "/api/jobs/1",
    "/api/docs",
    "/accounts",
    "/keys",
    "/audit",
)


@contextmanager
def opened(settings: Settings) -> Iterator[TestClient]:
    options = DeskOptions(settings=settings, clock=lambda: NOW)
    with TestClient(make_desk(options), base_url="http://127.0.0.1:8000", follow_redirects=False) as client:
        client.headers["Accept"] = "text/html"
        client.headers["X-Desk-Token"] = TOKEN.findall(client.get("/").text)[0]
        yield client


def do_everything(desk: TestClient, settings: Settings) -> None:
    """Correct, reject, add, merge, relate, put in: what the pages below then show."""
    one, two, three = [row.finding.claim.id for row in list_claims(settings, NOW, ClaimFilter(limit=3))]
    article = list_claims(settings, NOW, ClaimFilter(limit=1))[0].article.id
    groups = [each["id"] for each in desk.get("/groups", headers=JSON).json()["groups"]]
    for address, form in (
        (f"/groups/{groups[0]}/merge", {"other": groups[1]}),
        (f"/claims/{one}/correct", {"speaker": "Ada Brown", "kind": "person"}),
        (f"/claims/{two}/reject", {}),
        (f"/claims/{three}/confirm", {}),
        (f"/articles/{article}/claims", {"text_at": "0-20"}),
        ("/decisions/1/undo", {}),
        ("/add", {"text": "The mayor said on Monday that the bridge was safe."}),
    ):
        answer = desk.post(address, data={**form, **BY})
        assert answer.status_code == 303, (address, answer.text)


def addresses(desk: TestClient) -> list[str]:
    """With those of what is stored."""
    articles = [each["id"] for each in desk.get("/articles", headers=JSON).json()["articles"][:3]]
    groups = [each["id"] for each in desk.get("/groups", headers=JSON).json()["groups"][:3]]
    return [
        *LISTS,
        *(f"/groups/{group}" for group in groups),
        *(f"/articles/{article}{rest}" for article in articles for rest in ("", "/revisions", "/report?format=text")),
        f"/compare?left={articles[0]}&right={articles[1]}",
        *(f"/decisions/{number}" for number in range(1, 7)),
    ]


def shown(settings: Settings) -> dict[str, str]:
    """What each page is as data, after all that can be decided was; and each is a page, too."""
    with opened(settings) as desk:
        do_everything(desk, settings)
        pages = addresses(desk)
        for page in pages:
            assert desk.get(page).status_code == 200, page
        return {page: desk.get(page, headers=JSON).text for page in pages}


@pytest.mark.postgres
def test_every_page_is_the_same_on_either_engine(
    tmp_path: Path, filled: bytes, server: Server, filled_database: str
) -> None:
    path = tmp_path / "store.sqlite3"
    path.write_bytes(filled)
    with server.copied(filled_database) as url:
        one, other = (shown(Settings(database=database, named=True)) for database in (str(path), url))
    assert one.keys() == other.keys()
    for page, told in one.items():
        assert told == other[page], page
