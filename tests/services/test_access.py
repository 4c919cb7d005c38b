"""Who may sign in, for how long, and what is written down about it: on each engine."""

import hashlib
import sqlite3
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

import pytest

from provenance import services
from provenance.errors import InvalidOption, NotStored, SignInRefused, StoreUnavailable, TooBusy
from provenance.model import Actor, AuditKind, DeskRole, KeyScope
from provenance.services import SignedIn, passwords, signing_in
from provenance.settings import Settings
from provenance.storage import open_store
from tests.storage.conftest import NOW, database, migrated, server

__all__ = ["database", "migrated", "server"]

BY = Actor("tests")
WORDS = "four words of mine"
OTHER = "five other words of mine"


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "COST", passwords.Cost(n=16, r=8, p=1))


@pytest.fixture
def settings(database: str) -> Settings:
    """A store with Anna, an admin, and Eddie, an editor."""
    made = Settings(database=database, named=True)
    services.add_account(made, NOW, "Anna", DeskRole.ADMIN, WORDS, by=BY)
    services.add_account(made, NOW, "Eddie", DeskRole.EDITOR, WORDS, by=BY)
    return made


def sign_in(settings: Settings, name: str = "Anna", password: str = WORDS, *, now: datetime = NOW) -> SignedIn:
    return services.sign_in(settings, now, name, password, address="192.0.2.7", browser="Net\nscape" * 100)


def audit(settings: Settings) -> list[tuple[AuditKind, str, str]]:
    """The latest first."""
    page = services.list_audit(settings, NOW, services.AuditFilter())
    return [(entry.what, entry.subject, entry.actor.who) for entry in page.entries]


def test_who_signs_in_is_known_by_the_token_that_only_the_browser_keeps(settings: Settings) -> None:
    signed = sign_in(settings, "ANNA")
    assert signed.account.name == "Anna"
    assert signed.session.browser == ("Netscape" * 100)[:200]
    found = services.find_session(settings, NOW, signed.token)
    assert found == signed
    assert services.find_session(settings, NOW, signed.token[:-1]) is None
    assert services.find_session(settings, NOW, "") is None
    assert signed.token not in repr(signed)


def test_every_sign_in_has_a_token_of_its_own(settings: Settings) -> None:
    assert sign_in(settings).token != sign_in(settings).token
    assert len(services.list_sessions(settings, NOW, "Anna")) == 2


def test_neither_token_nor_key_nor_password_stands_in_the_store(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    settings = Settings(database=str(path), named=True)
    services.add_account(settings, NOW, "Anna", DeskRole.ADMIN, WORDS, by=BY)
    secrets = [sign_in(settings).token, services.make_key(settings, NOW, "CMS", KeyScope.READ, by=BY).token, WORDS]
    with sqlite3.connect(path) as connection:
        dump = "\n".join(connection.iterdump())
    connection.close()
    assert "Anna" in dump
    assert not [secret for secret in secrets if secret in dump]


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The parameters of every scrypt that was worked through. Any: its arguments."""
    real: Callable[..., bytes] = hashlib.scrypt
    calls: list[dict[str, Any]] = []

    def counted(content: bytes, **given: Any) -> bytes:
        calls.append({name: given[name] for name in ("n", "r", "p", "dklen")})
        return real(content, **given)

    monkeypatch.setattr(hashlib, "scrypt", counted)
    return calls


def test_an_unknown_name_a_wrong_password_and_a_disabled_account_cost_the_same_and_are_told_the_same(
    settings: Settings, worked: list[dict[str, Any]]
) -> None:
    services.disable_account(settings, NOW, "Eddie", by=BY)
    told = set()
    for name, password in (("Nobody", WORDS), ("Anna", OTHER), ("Eddie", WORDS)):
        worked.clear()
        with pytest.raises(SignInRefused) as refused:
            sign_in(settings, name, password)
        told.add(str(refused.value))
        assert worked == [{"n": 16, "r": 8, "p": 1, "dklen": 32}], name
    assert len(told) == 1
    assert services.list_sessions(settings, NOW, "Eddie") == ()


def test_who_comes_when_too_many_sign_in_at_once_is_told_and_the_next_is_let_in(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = BoundedSemaphore(1)
    full.acquire()
    monkeypatch.setattr(passwords, "WAITING", full)
    with pytest.raises(TooBusy, match="try again in a few seconds"):
        sign_in(settings)
    full.release()
    assert sign_in(settings)
    assert sign_in(settings)


def test_a_session_ends_when_it_was_not_used_and_after_a_week_whatever_happens(settings: Settings) -> None:
    token = sign_in(settings).token
    idle, longest = signing_in.IDLE, signing_in.LONGEST
    assert services.find_session(settings, NOW + idle, token)
    now = NOW + idle
    assert services.find_session(settings, now + idle + timedelta(seconds=1), token) is None
    while now < NOW + longest:
        assert services.find_session(settings, now, token)
        now += idle
    assert services.find_session(settings, NOW + longest, token) is None
    assert services.list_sessions(settings, NOW + longest, "Anna") == ()


def test_that_a_session_is_used_is_written_down_every_few_minutes_alone(settings: Settings) -> None:
    token = sign_in(settings).token
    soon, later = NOW + timedelta(minutes=4), NOW + timedelta(minutes=6)
    for now, seen in ((soon, NOW), (later, later)):
        services.find_session(settings, now, token)
        assert services.list_sessions(settings, now, "Anna")[0].seen_at == seen


def test_a_session_whose_use_cannot_be_written_down_holds_all_the_same(settings: Settings) -> None:
    token = sign_in(settings).token
    later = NOW + timedelta(minutes=6)
    with open_store(settings.database, now=later) as store:
        store.begin_writing()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("provenance.storage.connecting.WAIT", 0.1)
            found = services.find_session(settings, later, token)
    assert found is not None
    assert found.session.seen_at == NOW


def test_old_sessions_are_swept_out_at_the_next_sign_in(settings: Settings) -> None:
    sign_in(settings)
    sign_in(settings, now=NOW + timedelta(days=1))
    with open_store(settings.database, now=NOW, read_only=True) as store:
        assert len(store.access.sessions_of("Anna")) == 1


ENDINGS: dict[str, Callable[[Settings, SignedIn], object]] = {
    "signing out": lambda settings, signed: services.sign_out(settings, NOW, signed.token, by=BY),
    "a password change": lambda settings, _: services.set_password(settings, NOW, "anna", OTHER, by=BY),
    "one's own password change": lambda settings, _: services.change_own_password(
        settings, NOW, "Anna", WORDS, OTHER, by=BY
    ),
    "disabling": lambda settings, _: services.disable_account(settings, NOW, "ANNA", by=BY),
    "ending it": lambda settings, signed: services.end_session(settings, NOW, "Anna", signed.session.id, by=BY),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_session_ends_with(settings: Settings, ending: str) -> None:
    services.change_role(settings, NOW, "Eddie", DeskRole.ADMIN, by=BY)
    anna, eddie = sign_in(settings), sign_in(settings, "Eddie")
    ENDINGS[ending](settings, anna)
    assert services.find_session(settings, NOW, anna.token) is None
    assert services.find_session(settings, NOW, eddie.token) is not None


def test_nobody_ends_the_session_of_somebody_else(settings: Settings) -> None:
    anna = sign_in(settings)
    for session_id in (anna.session.id, "", "%"):
        with pytest.raises(NotStored):
            services.end_session(settings, NOW, "Eddie", session_id, by=BY)
    assert services.find_session(settings, NOW, anna.token) is not None


def test_one_changes_the_own_password_with_the_old_one_alone(settings: Settings) -> None:
    with pytest.raises(SignInRefused, match="nothing was changed"):
        services.change_own_password(settings, NOW, "Anna", OTHER, OTHER, by=BY)
    assert sign_in(settings)


def test_a_role_holds_from_the_next_request_on(settings: Settings) -> None:
    token = sign_in(settings, "Eddie").token
    services.change_role(settings, NOW, "Eddie", DeskRole.READER, by=BY)
    found = services.find_session(settings, NOW, token)
    assert found is not None
    assert found.account.role is DeskRole.READER


def test_a_hash_of_another_cost_still_holds_and_is_made_anew_at_the_next_sign_in(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "COST", passwords.Cost(n=32, r=8, p=1))
    sign_in(settings)
    with open_store(settings.database, now=NOW, read_only=True) as store:
        held = store.access.password_of("Anna")
    assert held is not None
    assert held.startswith("scrypt$32$8$1$")
    assert sign_in(settings)


def test_an_admin_is_left_whatever_is_done(settings: Settings) -> None:
    for change in (
        lambda: services.disable_account(settings, NOW, "anna", by=BY),
        lambda: services.change_role(settings, NOW, "ANNA", DeskRole.EDITOR, by=BY),
    ):
        with pytest.raises(InvalidOption, match="Anna is the only admin"):
            change()
    assert services.change_role(settings, NOW, "Anna", DeskRole.ADMIN, by=BY).role is DeskRole.ADMIN


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (" ", "a name is wanted"),
        ("x" * 101, "100 characters at most"),
        ("An\nna", "cannot be seen"),
        ("An\u202ena", "cannot be seen"),
        ("An\u200bna", "cannot be seen"),
        ("\ud83d", "cannot be seen"),
        ("ＡＮＮＡ", "there is an account 'Anna' already"),
        ("CMS (key)", "does not end so"),
        ("root (Command Line)", "does not end so"),
    ],
)
def test_a_name_that_could_be_taken_for_another_is_refused(settings: Settings, name: str, told: str) -> None:
    with pytest.raises(InvalidOption, match=told):
        services.add_account(settings, NOW, name, DeskRole.READER, OTHER, by=BY)
    assert len(services.list_accounts(settings, NOW)) == 2


@pytest.mark.parametrize("password", ["", "short words", "x" * 257, "aaaaaaaaaaaaaaaa", "Magdalena Brandt"])
def test_a_password_that_is_easy_to_guess_is_refused_and_not_repeated(settings: Settings, password: str) -> None:
    with pytest.raises(InvalidOption, match="the password: it ") as refused:
        services.add_account(settings, NOW, "Magdalena Brandt", DeskRole.READER, password, by=BY)
    assert not password or password not in str(refused.value)


def test_a_password_is_the_same_however_the_keyboard_composes_it(settings: Settings) -> None:
    services.set_password(settings, NOW, "Anna", "vier W\u00f6rter von mir", by=BY)
    assert sign_in(settings, password="vier Wo\u0308rter von mir")  # noqa: S106


def test_a_key_is_shown_once_and_holds_until_it_is_revoked(settings: Settings) -> None:
    made = services.make_key(settings, NOW, " CMS ", KeyScope.WRITE, by=BY)
    assert made.token.startswith("prov_")
    assert made.token not in repr(made)
    assert services.find_key(settings, NOW, made.token) == made.key == services.list_keys(settings, NOW)[0]
    assert services.find_key(settings, NOW, made.token + "x") is None
    assert services.revoke_key(settings, NOW, "CMS", by=BY).revoked_at == NOW
    assert services.find_key(settings, NOW, made.token) is None
    with pytest.raises(NotStored):
        services.revoke_key(settings, NOW, "CMS", by=BY)


def test_a_key_holds_to_the_end_of_its_last_day(settings: Settings) -> None:
    day = date(2026, 3, 5)
    token = services.make_key(settings, NOW, "CMS", KeyScope.READ, last_day=day, by=BY).token
    last = datetime.combine(day, datetime.max.time(), NOW.tzinfo)
    assert services.find_key(settings, last, token)
    assert services.find_key(settings, last + timedelta(seconds=1), token) is None
    with pytest.raises(InvalidOption, match="that day is over"):
        services.make_key(settings, NOW, "Old", KeyScope.READ, last_day=date(2026, 3, 3), by=BY)


def test_two_keys_in_force_have_two_names(settings: Settings) -> None:
    services.make_key(settings, NOW, "CMS", KeyScope.READ, by=BY)
    with pytest.raises(InvalidOption, match="a key of that name is in force"):
        services.make_key(settings, NOW, "CMS", KeyScope.READ, by=BY)
    services.revoke_key(settings, NOW, "CMS", by=BY)
    assert services.make_key(settings, NOW, "CMS", KeyScope.READ, by=BY).key.id == 2


def test_the_log_tells_who_did_what_and_never_what_was_typed(settings: Settings) -> None:
    token = sign_in(settings).token
    with pytest.raises(SignInRefused):
        sign_in(settings, "my secret password", "Anna")
    with pytest.raises(SignInRefused):
        sign_in(settings, "anna", OTHER)
    services.sign_out(settings, NOW, token, by=Actor("Anna", "192.0.2.7"))
    services.change_role(settings, NOW, "Eddie", DeskRole.READER, by=Actor("Anna"))
    services.set_password(settings, NOW, "Eddie", OTHER, by=Actor("Anna"))
    services.disable_account(settings, NOW, "Eddie", by=Actor("Anna"))
    services.enable_account(settings, NOW, "Eddie", by=Actor("Anna"))
    services.make_key(settings, NOW, "CMS", KeyScope.READ, by=Actor("Anna"))
    services.revoke_key(settings, NOW, "CMS", by=Actor("Anna"))
    with services.recording("POST /x", lambda: Actor("Eddie")) as line:
        services.record_write(settings, NOW, line)
    assert audit(settings)[::-1] == [
        (AuditKind.ACCOUNT_MADE, "Anna, admin", "tests"),
        (AuditKind.ACCOUNT_MADE, "Eddie, editor", "tests"),
        (AuditKind.SIGNED_IN, "Anna", "Anna"),
        (AuditKind.SIGN_IN_FAILED, "a name without an account", "nobody"),
        (AuditKind.SIGN_IN_FAILED, "Anna", "nobody"),
        (AuditKind.SIGNED_OUT, "Anna", "Anna"),
        (AuditKind.ROLE_CHANGED, "Eddie, reader", "Anna"),
        (AuditKind.PASSWORD_CHANGED, "Eddie", "Anna"),
        (AuditKind.ACCOUNT_DISABLED, "Eddie", "Anna"),
        (AuditKind.ACCOUNT_ENABLED, "Eddie", "Anna"),
        (AuditKind.KEY_MADE, "CMS, read", "Anna"),
        (AuditKind.KEY_REVOKED, "CMS", "Anna"),
        (AuditKind.WROTE, "POST /x", "Eddie"),
    ]


def test_what_is_refused_leaves_no_line(settings: Settings) -> None:
    before = audit(settings)
    for refused in (
        lambda: services.change_role(settings, NOW, "Nobody", DeskRole.READER, by=BY),
        lambda: services.set_password(settings, NOW, "Nobody", OTHER, by=BY),
        lambda: services.enable_account(settings, NOW, "Nobody", by=BY),
        lambda: services.revoke_key(settings, NOW, "Nothing", by=BY),
    ):
        with pytest.raises(NotStored):
            refused()
    assert audit(settings) == before


def test_what_is_stored_is_stored_with_its_line_of_the_audit_log(settings: Settings) -> None:
    with services.recording("POST /keys", lambda: Actor("Anna")) as line:
        services.make_key(settings, NOW, "CMS", KeyScope.READ, by=Actor("Anna"))
        services.make_key(settings, NOW, "Archive", KeyScope.READ, by=Actor("Anna"))
        services.record_write(settings, NOW, line)
    assert line.written
    wrote = services.list_audit(settings, NOW, services.AuditFilter(what=AuditKind.WROTE)).entries
    assert [(each.subject, each.actor.who) for each in wrote] == [("POST /keys", "Anna")]


def test_what_cannot_be_told_in_the_audit_log_is_not_stored(settings: Settings) -> None:
    def nobody() -> Actor:
        raise StoreUnavailable("nobody is known")

    with services.recording("POST /keys", nobody) as line, pytest.raises(StoreUnavailable, match="nobody is known"):
        services.make_key(settings, NOW, "CMS", KeyScope.READ, by=Actor("Anna"))
    assert not line.written
    assert services.list_keys(settings, NOW) == ()


def test_who_only_reads_leaves_no_line(settings: Settings) -> None:
    with services.recording("POST /keys", lambda: Actor("Anna")) as line:
        services.list_keys(settings, NOW)
    assert not line.written
