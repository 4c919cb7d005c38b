"""Who may do what: walked over every address that the desk has, so that a new page cannot be forgotten."""

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from provenance import services
from provenance.model import DeskRole, KeyScope
from provenance.web.security.gate import ADMINS, OPEN, OWN, SAFE
from provenance.web.security.limits import is_under
from tests.web.conftest import on_both
from tests.web.guarding import BY, START, Guarded, words_of

ADMIN_PAGES = ("/accounts", "/keys", "/audit")


def every_address(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Method and path, with something in place of what is variable."""
    for route in routes_of(app):
        for method in sorted(route.methods):
            yield method, re.sub(r"{[^}]+}", "1", route.path)


def routes_of(app: FastAPI) -> Iterator[APIRoute]:
    found = [route for route in app.routes if isinstance(route, APIRoute)]
    included = [route for each in app.routes for route in getattr(getattr(each, "original_router", None), "routes", [])]
    yield from found
    yield from (route for route in included if isinstance(route, APIRoute))


def writing(app: FastAPI) -> list[tuple[str, str]]:
    return [each for each in every_address(app) if each[0] not in SAFE]


def test_the_walk_finds_the_pages(guarded: Guarded) -> None:
    found = set(every_address(guarded.open()))
    assert {("GET", "/"), ("GET", "/audit"), ("POST", "/keys"), ("POST", "/sign-out")} <= found


def test_a_visitor_sees_and_sends_nothing_but_the_form_to_sign_in(guarded: Guarded) -> None:
    app = guarded.open()
    client = guarded.client(app, accept="application/json")
    walked = [each for each in every_address(app) if not any(is_under(each[1], start) for start in OPEN)]
    assert len(walked) > 10
    for number, (method, path) in enumerate(walked):
        guarded.clock.passed = number * 60  # so that the visitor does not ask too often
        with guarded.stores_nothing():
            answer = client.request(method, path, data={"name": "x"} if method == "POST" else None)
        assert answer.status_code == 401, (method, path)
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert method == "HEAD" or "sign in" in words_of(answer)


def test_a_reader_sends_nothing_but_what_is_the_readers_own(guarded: Guarded) -> None:
    app = guarded.open()
    client = guarded.signed_in("Rita", app)
    walked = [each for each in writing(app) if not any(is_under(each[1], start) for start in OWN)]
    assert len(walked) >= 7
    for method, path in walked:
        with guarded.stores_nothing():
            answer = client.request(method, path, data={"name": "Rita", "role": "admin", "scope": "admin"})
        assert answer.status_code == 403, (method, path)
        assert "Nothing was stored." in words_of(answer)


@pytest.mark.parametrize("scope", [KeyScope.READ, KeyScope.WRITE])
def test_a_key_may_what_its_scope_says_and_no_more(guarded: Guarded, scope: KeyScope) -> None:
    app = guarded.open()
    client = guarded.bearing(guarded.key(scope), app)
    assert client.get("/").status_code == 200
    for method, path in writing(app):
        if any(is_under(path, start) for start in ADMIN_PAGES if scope is KeyScope.WRITE) or (
            scope is KeyScope.READ and not any(is_under(path, start) for start in OWN)
        ):
            with guarded.stores_nothing():
                assert client.request(method, path, data={"name": "x"}).status_code == 403, (method, path)


@pytest.mark.parametrize("name", ["Eddie", "Rita"])
def test_accounts_keys_and_the_log_are_an_admins(guarded: Guarded, name: str) -> None:
    app = guarded.open()
    client, admin = guarded.signed_in(name, app), guarded.signed_in("Anna", app)
    assert tuple(ADMINS) == ADMIN_PAGES
    for page in ADMIN_PAGES:
        for form in ("text/html", "application/json", "text/csv"):
            assert client.get(page, headers={"Accept": form}).status_code == 403
        for other in (f"{page}/", f"/%{ord(page[1]):x}{page[2:]}"):
            assert client.get(other).status_code in (403, 404)
        assert admin.get(page).status_code == 200


def test_an_admins_routes_ask_for_an_admin_by_themselves_too(guarded: Guarded) -> None:
    """The gate and the page each suffice."""
    for route in routes_of(guarded.open()):
        if any(is_under(route.path, start) for start in ADMIN_PAGES):
            assert "managing_desk_of" in str([each.call for each in route.dependant.dependencies]), route.path


@on_both
def test_a_role_that_was_taken_away_is_gone_at_the_next_request(guarded: Guarded) -> None:
    client = guarded.signed_in("Eddie")
    assert client.post("/nothing").status_code == 404
    services.change_role(guarded.settings, START, "Eddie", DeskRole.READER, by=BY)
    assert client.post("/nothing").status_code == 403


@on_both
def test_a_disabled_account_is_out_at_the_next_request(guarded: Guarded) -> None:
    client = guarded.signed_in("Eddie")
    services.disable_account(guarded.settings, START, "Eddie", by=BY)
    answer = client.get("/account")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=%2Faccount")


@on_both
def test_a_key_that_is_revoked_expired_or_made_up_is_refused(guarded: Guarded) -> None:
    app = guarded.open()
    key = guarded.key(KeyScope.READ)
    client = guarded.bearing(key, app)
    assert client.get("/").status_code == 200
    services.revoke_key(guarded.settings, START, "CMS", by=BY)
    expiring = services.make_key(guarded.settings, START, "Short", KeyScope.READ, last_day=START.date(), by=BY).token
    assert guarded.bearing(expiring, app).get("/").status_code == 200
    guarded.clock.passed = 24 * 3600
    for refused in (key, expiring, "prov_made_up", "", "x" * 10_000):
        answer = guarded.bearing(refused, app).get("/")
        assert answer.status_code == 401
        assert "was revoked, has expired, or was never made" in words_of(answer)


def test_a_wrong_key_is_not_made_good_by_sitting_at_the_machine(guarded: Guarded) -> None:
    guarded.demands = False
    app = guarded.open()
    assert guarded.client(app).get("/").status_code == 200
    assert guarded.bearing("prov_made_up", app).get("/").status_code == 401


def test_on_this_machine_nobody_needs_an_account(guarded: Guarded) -> None:
    guarded.demands = False
    client = guarded.client()
    for page in ("/", "/account", "/accounts", "/keys", "/audit"):
        assert client.get(page).status_code == 200
    assert "This machine" in client.get("/account").text


@pytest.mark.parametrize(
    "changes",
    [
        {"host": "0.0.0.0"},  # noqa: S104
        {"host": "192.0.2.7"},
        {"host": "::"},
        {"public_url": "https://desk.example"},
        {"names": ("desk.example",)},
        {"accounts": True},
    ],
)
def test_wherever_else_everybody_does(guarded: Guarded, changes: dict[str, object]) -> None:
    guarded.demands = False
    client = guarded.client(guarded.open(**changes))
    client.base_url = "http://127.0.0.1:8000"
    answer = client.get("/")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")


def test_a_page_below_static_that_is_none_is_not_open(guarded: Guarded) -> None:
    client = guarded.client()
    assert client.get("/static/desk.css").status_code == 200
    for path in ("/static/../audit", "/static/..%2faudit", "/static/%2e%2e/audit", "/static//audit", "/staticaudit"):
        assert client.get(path).status_code in (303, 404), path


def test_an_asker_who_asks_too_often_waits_and_the_others_do_not(guarded: Guarded) -> None:
    app = guarded.open()
    key = guarded.key(KeyScope.READ)
    client = guarded.bearing(key, app)
    statuses = [client.get("/account").status_code for _ in range(guarded.limits.keys.burst + 1)]
    assert statuses == [200] * guarded.limits.keys.burst + [429]
    refused = client.get("/account")
    assert refused.headers["retry-after"] == "1"
    assert "Wait 1 second, then ask again." in words_of(refused)
    assert guarded.signed_in("Rita", app).get("/account").status_code == 200
    guarded.clock.passed += 1
    assert client.get("/account").status_code == 200


def test_made_up_keys_are_not_looked_up_for_ever(guarded: Guarded) -> None:
    app = guarded.open()
    statuses = [guarded.bearing("prov_x", app).get("/").status_code for _ in range(guarded.limits.failures.burst + 1)]
    assert statuses == [401] * guarded.limits.failures.burst + [429]


def test_a_store_that_cannot_be_reached_lets_nobody_in(guarded: Guarded) -> None:
    client = guarded.signed_in("Anna")
    guarded.path.write_bytes(b"no database " * 100)
    assert client.get("/account").status_code == 503


def is_html(client: TestClient, page: str) -> bool:
    return client.get(page).headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("page", ["/account", "/accounts", "/keys", "/audit", "/sign-in"])
def test_every_page_of_accounts_is_also_data(guarded: Guarded, page: str) -> None:
    client = guarded.signed_in("Anna")
    assert is_html(client, page)
    assert not is_html(client, f"{page}?format=json")
    assert isinstance(client.get(page, headers={"Accept": "application/json"}).json(), dict)
