"""No other site sends our forms: refused with 403, in words, and nothing is stored."""

import pytest
from starlette.testclient import TestClient

from provenance.model import KeyScope
from tests.web.guarding import PASSWORD, Guarded, token_of, words_of

KEY = {"name": "planted", "scope": "admin"}


def refused(guarded: Guarded, client: TestClient, **options: object) -> None:
    with guarded.stores_nothing():
        answer = client.post("/keys", **options)  # type: ignore[arg-type]  # what httpx takes
    assert answer.status_code == 403
    assert "out of date or came from another site; nothing was stored" in words_of(answer)


@pytest.fixture(params=[True, False])
def client(request: pytest.FixtureRequest, guarded: Guarded) -> TestClient:
    """An admin's browser: signed in, or on this machine. It sends a token only where a test gives one."""
    guarded.demands = request.param
    if not guarded.demands:
        return guarded.client()
    signed = guarded.signed_in("Anna")
    del signed.headers["X-Desk-Token"]
    return signed


def test_a_form_of_ours_is_taken(guarded: Guarded, client: TestClient) -> None:
    token = token_of(client, "/keys")
    assert client.post("/keys", data={**KEY, "token": token}).status_code == 200
    assert client.post("/keys", data={**KEY, "name": "2"}, headers={"X-Desk-Token": token}).status_code == 200
    own = {"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/keys", data={**KEY, "name": "3", "token": token}, headers=own).status_code == 200
    assert "planted" in guarded.dump()


@pytest.mark.parametrize("token", [None, "", "0" * 64, "\N{SNOWMAN}"])
def test_a_form_without_the_token_is_refused(guarded: Guarded, client: TestClient, token: str | None) -> None:
    refused(guarded, client, data={**KEY, **({} if token is None else {"token": token})})


def test_the_token_of_another_browser_is_refused(guarded: Guarded, client: TestClient) -> None:
    app = client.app
    other = guarded.client(app)  # type: ignore[arg-type]  # the application that it was made with
    refused(guarded, client, data={**KEY, "token": token_of(other, "/sign-in")})


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "nonsense"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1:8000"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8000.evil.example"},
        {"Origin": "http://127.0.0.1:9000"},
        {"Origin": "https://127.0.0.1:8000"},
        {"Origin": ""},
    ],
)
def test_what_another_site_sends_is_refused_even_with_the_token(
    guarded: Guarded, client: TestClient, headers: dict[str, str]
) -> None:
    refused(guarded, client, data={**KEY, "token": token_of(client, "/keys")}, headers=headers)


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data; boundary=x", ""])
def test_a_body_that_is_no_form_brings_no_token(guarded: Guarded, client: TestClient, kind: str) -> None:
    body = f"token={token_of(client, '/keys')}&name=planted&scope=admin"
    headers = {"Content-Type": kind, "Sec-Fetch-Site": "same-origin"}
    refused(guarded, client, content=body, headers=headers)


def test_a_form_with_files_brings_the_token_in_its_first_field(guarded: Guarded, client: TestClient) -> None:
    token = token_of(client, "/keys")
    files = {"token": (None, token), "name": (None, "with a file"), "scope": (None, "read"), "file": b"x" * 100_000}
    assert client.post("/keys", files=files).status_code == 200
    assert "with a file" in guarded.dump()
    late = {"file": b"x" * 100_000, "token": (None, token), "name": (None, "late"), "scope": (None, "read")}
    refused(guarded, client, files=late)
    refused(guarded, client, files={**files, "token": (None, "0" * 64)})


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "PROPFIND"])
def test_no_other_method_slips_by(guarded: Guarded, client: TestClient, method: str) -> None:
    with guarded.stores_nothing():
        assert client.request(method, "/keys").status_code == 403


def test_json_that_no_browser_sends_needs_no_token_on_this_machine(guarded: Guarded) -> None:
    guarded.demands = False
    client = guarded.client()
    assert client.post("/nothing", json={}).status_code == 404
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "none"}):
        assert client.post("/nothing", json={}, headers=headers).status_code == 403
    assert client.post("/nothing", content="{}", headers={"Content-Type": "text/plain"}).status_code == 403


def test_a_signed_in_browser_needs_the_token_for_json_too(guarded: Guarded) -> None:
    client = guarded.signed_in("Anna")
    assert client.post("/nothing", json={}).status_code == 404
    del client.headers["X-Desk-Token"]
    assert client.post("/nothing", json={}).status_code == 403


def test_who_brings_a_key_needs_no_token(guarded: Guarded) -> None:
    client = guarded.bearing(guarded.key(KeyScope.ADMIN))
    made = client.post("/keys", data={"name": "by key", "scope": "read"})
    assert made.status_code == 200
    assert made.json()["made"]["made_by"] == "CMS (key)"


def test_nobody_is_signed_in_by_another_site(guarded: Guarded) -> None:
    client = guarded.client()
    client.get("/sign-in")
    with guarded.stores_nothing():
        answer = client.post("/sign-in", data={"name": "Anna", "password": PASSWORD})
    assert answer.status_code == 403


def test_a_form_begun_before_the_server_was_started_anew_can_still_be_sent(guarded: Guarded) -> None:
    client = guarded.signed_in("Anna")
    token, cookies = client.headers["X-Desk-Token"], dict(client.cookies)
    again = guarded.client(guarded.open())
    again.cookies.update(cookies)
    assert again.post("/keys", data={**KEY, "token": token}).status_code == 200


def test_behind_a_proxy_our_own_address_is_the_public_one(guarded: Guarded) -> None:
    guarded.public_url, guarded.base = "https://desk.example", "https://desk.example"
    client = guarded.signed_in("Anna")
    own = {"Origin": "https://desk.example"}
    assert client.post("/keys", data=KEY, headers=own).status_code == 200
    refused(guarded, client, data=KEY, headers={"Origin": "http://desk.example"})


def test_nothing_tells_another_site_that_it_may_read_us(guarded: Guarded) -> None:
    client = guarded.signed_in("Anna")
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    for answer in (client.options("/keys", headers=asked), client.get("/keys", headers=asked)):
        assert not [name for name in answer.headers if name.startswith("access-control")]
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
