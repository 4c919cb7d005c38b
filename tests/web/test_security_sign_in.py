"""Signing in and out, and what an account and an admin do."""

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from provenance import services
from provenance.model import AuditKind
from provenance.services import signing_in
from tests.web.conftest import on_both
from tests.web.guarding import PASSWORD, START, Guarded, token_of, words_of

NEW = "quite another set of words"


def test_a_link_to_a_page_leads_there_by_way_of_signing_in(guarded: Guarded) -> None:
    client = guarded.client()
    led = client.get("/claims?caution=hearsay&page=2")
    assert led.status_code == 303
    (wanted,) = parse_qs(urlsplit(led.headers["location"]).query)["next"]
    form = client.get(led.headers["location"])
    assert f'name="next" value="{wanted.replace("&", "&amp;")}"' in form.text
    answer = client.post("/sign-in", data=guarded.form(client, "Anna", next=wanted))
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims?caution=hearsay&page=2")


@pytest.mark.parametrize(
    "place",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "/x\r\nSet-Cookie: planted=1", "javascript:x"],
)
def test_signing_in_leads_nowhere_else(guarded: Guarded, place: str) -> None:
    client = guarded.client()
    assert 'name="next" value="/"' in client.get("/sign-in", params={"next": place}).text
    answer = client.post("/sign-in", data=guarded.form(client, "Anna", next=place))
    assert answer.headers["location"] == "/"
    assert "planted" not in str(answer.headers)


@pytest.mark.parametrize("name", ["Anna", "Nobody", "", "x" * 5000, "<script>alert(1)</script>", "\0"])
def test_a_wrong_name_or_password_is_told_in_the_same_words(guarded: Guarded, name: str) -> None:
    client = guarded.client()
    answer = client.post("/sign-in", data={**guarded.form(client, name), "password": "wrong words here"})
    assert answer.status_code == 403
    assert "The name and the password do not fit, or the account is disabled." in answer.text
    assert "<script>alert" not in answer.text
    assert "desk-session" not in str(answer.headers)


def test_a_session_that_somebody_planted_is_not_taken_over(guarded: Guarded) -> None:
    app = guarded.open()
    client = guarded.client(app)
    client.cookies.set("desk-session", "planted", domain="127.0.0.1", path="/")
    answer = client.post("/sign-in", data=guarded.form(client, "Anna"))
    token = re.search(r"desk-session=([^;]+)", answer.headers["set-cookie"])
    assert token is not None
    assert token.group(1) != "planted"
    attacker = guarded.client(app)
    attacker.cookies.set("desk-session", "planted", domain="127.0.0.1", path="/")
    assert attacker.get("/account").status_code == 303


def test_the_token_of_a_form_changes_when_one_signs_in(guarded: Guarded) -> None:
    client = guarded.client()
    before = token_of(client, "/sign-in")
    client.post("/sign-in", data=guarded.form(client, "Anna"))
    assert token_of(client, "/account") != before
    assert client.post("/keys", data={"token": before, "name": "x", "scope": "read"}).status_code == 403


@on_both
def test_signing_in_again_gives_another_session(guarded: Guarded) -> None:
    client = guarded.signed_in("Anna")
    first = dict(client.cookies)
    client.post("/sign-in", data=guarded.form(client, "Anna"))
    assert dict(client.cookies) != first


@on_both
def test_who_signs_out_is_out_wherever_the_cookie_was_copied_to(guarded: Guarded) -> None:
    app = guarded.open()
    client = guarded.signed_in("Anna", app)
    thief = guarded.client(app)
    thief.cookies.update(dict(client.cookies))
    assert thief.get("/account").status_code == 200
    answer = client.post("/sign-out")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert all("Max-Age=0" in each for each in answer.headers.get_list("set-cookie"))
    assert thief.get("/account").status_code == client.get("/account").status_code == 303


def test_signing_out_is_no_link(guarded: Guarded) -> None:
    assert guarded.signed_in("Anna").get("/sign-out").status_code == 405


@on_both
def test_a_session_ends_overnight(guarded: Guarded) -> None:
    client = guarded.signed_in("Anna")
    guarded.clock.passed = (signing_in.IDLE + timedelta(seconds=1)).total_seconds()
    assert client.get("/account").status_code == 303


@pytest.mark.parametrize(
    ("public", "flags"),
    [
        (None, "desk-session={}; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800"),
        ("https://desk.example", "__Host-desk-session={}; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=604800"),
    ],
)
def test_the_session_is_kept_from_scripts_and_over_https_from_everything_else(
    guarded: Guarded, public: str | None, flags: str
) -> None:
    guarded.public_url = public
    guarded.base = public or guarded.base
    client = guarded.client()
    answer = client.post("/sign-in", data=guarded.form(client, "Anna"))
    cookie = answer.headers.get_list("set-cookie")[0]
    assert re.sub("=[A-Za-z0-9_-]{43};", "={};", cookie, count=1) == flags
    assert client.get("/account").headers.get("strict-transport-security") == ("max-age=31536000" if public else None)


def test_a_page_with_a_session_is_kept_nowhere(guarded: Guarded) -> None:
    client = guarded.signed_in("Anna")
    for page in ("/account", "/nowhere", "/audit?format=csv"):
        assert client.get(page).headers["cache-control"] == "no-store"


def test_who_would_sign_in_over_bare_http_is_told_why_that_does_not_work(guarded: Guarded) -> None:
    client = guarded.client(guarded.open(host="192.0.2.7"))
    client.base_url = "http://192.0.2.7:8000"
    assert "did not come over https" in client.get("/sign-in").text


def attempt(guarded: Guarded, client: TestClient, name: str, password: str = "wrong words here") -> int:  # noqa: S107
    return client.post("/sign-in", data={**guarded.form(client, name), "password": password}).status_code


def test_who_guesses_passwords_waits_even_with_the_right_one(guarded: Guarded) -> None:
    app = guarded.open()
    client = guarded.client(app)
    assert [attempt(guarded, client, "Anna") for _ in range(5)] == [403] * 5
    with guarded.stores_nothing():
        answer = client.post("/sign-in", data=guarded.form(client, "ANNA "))
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "60"
    assert "Wait 60 seconds" in answer.text
    assert attempt(guarded, guarded.client(app, address="198.51.100.1"), "Anna", PASSWORD) == 303
    guarded.clock.passed = 60
    assert attempt(guarded, client, "Anna", PASSWORD) == 303


def test_one_address_does_not_try_many_names_nor_many_addresses_one(guarded: Guarded) -> None:
    app = guarded.open()
    client = guarded.client(app)
    limits = guarded.limits
    tried = []
    for number in range(limits.sign_in_by_address.burst + 1):
        guarded.clock.passed += 0.5  # the form itself may be asked for
        tried.append(attempt(guarded, client, f"name {number}"))
    assert tried.count(403) in (limits.sign_in_by_address.burst, limits.sign_in_by_address.burst + 1)
    assert attempt(guarded, client, "yet another") == 429 or tried[-1] == 429
    others = [guarded.client(app, address=f"203.0.113.{number}") for number in range(52)]
    assert [attempt(guarded, other, "Eddie") for other in others].count(429) >= 1


@on_both
def test_one_changes_the_own_password_and_stays_in_this_browser_alone(guarded: Guarded) -> None:
    app = guarded.open()
    client, elsewhere = guarded.signed_in("Rita", app), guarded.signed_in("Rita", app)
    before = dict(client.cookies)
    for form, words in (
        ({"old": "wrong words here", "new": NEW, "again": NEW}, "The old password is another one"),
        ({"old": PASSWORD, "new": NEW, "again": NEW + "!"}, "the two new passwords differ"),
        ({"old": PASSWORD, "new": "short", "again": "short"}, "12 characters or more"),
    ):
        with guarded.stores_nothing():
            answer = client.post("/account/password", data=form)
        assert answer.status_code in (403, 422)
        assert words in answer.text
    answer = client.post("/account/password", data={"old": PASSWORD, "new": NEW, "again": NEW})
    assert (answer.status_code, answer.headers["location"]) == (303, "/account")
    assert dict(client.cookies) != before
    assert client.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303


@on_both
def test_one_sees_where_one_is_signed_in_and_ends_it(guarded: Guarded) -> None:
    app = guarded.open()
    client, elsewhere = guarded.signed_in("Rita", app), guarded.signed_in("Rita", app)
    sessions = client.get("/account?format=json").json()["sessions"]
    assert sorted(each["this"] for each in sessions) == [False, True]
    other = next(each["id"] for each in sessions if not each["this"])
    anna = guarded.signed_in("Anna", app)
    assert anna.post(f"/account/sessions/{other}/end").status_code == 404
    assert client.post(f"/account/sessions/{other}/end").status_code == 303
    assert elsewhere.get("/account").status_code == 303
    assert client.get("/account").status_code == 200


@on_both
def test_an_admin_manages_accounts(guarded: Guarded) -> None:
    app = guarded.open()
    anna = guarded.signed_in("Anna", app)
    made = anna.post("/accounts", data={"name": "Nora", "role": "editor", "password": PASSWORD})
    assert made.status_code == 303
    assert "Nora may sign in, as editor." in anna.get(made.headers["location"]).text
    nora = guarded.signed_in("Nora", app)
    assert anna.post("/accounts/role", data={"name": "Nora", "role": "reader"}).status_code == 303
    assert nora.post("/nothing").status_code == 403
    assert anna.post("/accounts/password", data={"name": "Nora", "password": NEW}).status_code == 303
    assert nora.get("/account").status_code == 303
    assert anna.post("/accounts/disable", data={"name": "Nora"}).status_code == 303
    assert attempt(guarded, guarded.client(app), "Nora", NEW) == 403
    assert anna.post("/accounts/enable", data={"name": "Nora"}).status_code == 303
    assert attempt(guarded, guarded.client(app), "Nora", NEW) == 303
    for name, status in (("Nobody", 404), ("", 422)):
        assert anna.post("/accounts/disable", data={"name": name}).status_code == status
    with guarded.stores_nothing():
        assert anna.post("/accounts/disable", data={"name": "Anna"}).status_code == 422
        assert anna.post("/accounts/role", data={"name": "Anna", "role": "chief"}).status_code == 422
        assert anna.post("/accounts", data={"name": "Nina", "role": "editor", "password": "x"}).status_code == 422


@on_both
def test_a_key_is_shown_once_and_revoked(guarded: Guarded) -> None:
    app = guarded.open()
    anna = guarded.signed_in("Anna", app)
    page = anna.post("/keys", data={"name": "our CMS", "scope": "write", "expires": "2027-01-31"})
    (key,) = re.findall(r"<code>(prov_[^<]+)</code>", page.text)
    assert guarded.bearing(key, app).get("/account?format=json").json()["name"] == "our CMS (key)"
    assert key not in anna.get("/keys").text
    assert anna.post("/keys/revoke", data={"name": "our CMS"}).status_code == 303
    assert guarded.bearing(key, app).get("/").status_code == 401
    with guarded.stores_nothing():
        assert anna.post("/keys", data={"name": "x", "scope": "write", "expires": "soon"}).status_code == 422


@on_both
def test_the_log_shows_an_admin_who_did_what_from_where(guarded: Guarded) -> None:
    anna = guarded.signed_in("Anna")
    anna.post("/keys", data={"name": "our CMS", "scope": "write"})
    entries = anna.get("/audit?format=json").json()["entries"]
    assert [(each["what"], each["subject"], each["who"], each["address"]) for each in entries[:2]] == [
        ("key made", "our CMS, write", "Anna", "192.0.2.7"),
        ("signed in", "Anna", "Anna", "192.0.2.7"),
    ]
    assert anna.get("/audit?format=json&who=tests&what=account+made&q=Rita").json()["page"]["total"] == 1
    assert "Rita, reader" in anna.get("/audit?format=csv").text
    assert anna.get("/audit?what=all").status_code == anna.get("/audit?page=0").status_code == 422
    assert anna.get("/audit?page=999").status_code == 200


@on_both
def test_whatever_is_written_through_the_web_has_a_line(guarded: Guarded) -> None:
    app = guarded.open()

    @app.post("/things/{name}/done")
    def merge(name: str) -> dict[str, str]:
        return {"merged": name}

    eddie = guarded.signed_in("Eddie", app)
    assert eddie.post("/things/g1/done").status_code == 200
    with guarded.stores_nothing():
        assert eddie.post("/nothing").status_code == 404
    page = services.list_audit(guarded.settings, START, services.AuditFilter(what=AuditKind.WROTE))
    assert [(each.subject, each.actor.who, each.actor.address) for each in page.entries] == [
        ("POST /things/g1/done", "Eddie", "192.0.2.7")
    ]


def test_on_this_machine_the_line_bears_the_name_that_was_given(guarded: Guarded) -> None:
    guarded.demands = False
    app = guarded.open()

    @app.post("/things/{name}/done")
    def merge(name: str) -> dict[str, str]:
        return {"merged": name}

    client = guarded.client(app)
    for form in ({"by": "Kyiv desk"}, {}):
        client.post("/things/g1/done", data={"token": token_of(client, "/keys"), **form})
    page = services.list_audit(guarded.settings, START, services.AuditFilter(what=AuditKind.WROTE))
    assert [each.actor.who for each in page.entries] == ["this machine", "Kyiv desk (this machine)"]


def test_a_write_that_cannot_be_logged_is_not_told_as_done(guarded: Guarded) -> None:
    app = guarded.open()

    @app.post("/things/{name}/done")
    def merge(name: str) -> dict[str, str]:
        guarded.path.write_bytes(b"no database " * 100)
        return {"merged": name}

    answer = guarded.signed_in("Eddie", app).post("/things/g1/done")
    assert answer.status_code == 503
    assert "could not be written into the audit log" in words_of(answer)


PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)",
    "{{ 7 * 191 }}{% raw %}",
    "</title><svg/onload=alert(1)>",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_name_of_an_account_or_key_is_inert_on_every_page(guarded: Guarded, payload: str) -> None:
    app = guarded.open()
    anna = guarded.signed_in("Anna", app)
    for page, form in (
        ("/accounts", {"name": payload, "role": "admin", "password": PASSWORD}),
        ("/keys", {"name": payload, "scope": "read"}),
    ):
        anna.post(page, data=form)
    hostile = guarded.signed_in(payload, app)
    for page in ("/", "/account", "/accounts", "/keys", "/audit", "/nowhere", f"/audit?who={payload}&q={payload}"):
        text = hostile.get(page).text
        assert not re.search(r"<script>|<img|<svg/|onfocus='|1337", text), page
    assert hostile.get("/accounts?format=json").json()["accounts"]
    assert [line for line in anna.get("/audit?format=csv").text.splitlines() if line.startswith("=")] == []


def test_a_notice_that_a_link_made_up_is_not_shown(guarded: Guarded) -> None:
    client = guarded.signed_in("Anna")
    for notice in ("Call+555-1234+to+unlock", "0123456789abcdef.Call+555-1234", ".Call+555-1234"):
        assert "555-1234" not in client.get(f"/account?notice={notice}").text
