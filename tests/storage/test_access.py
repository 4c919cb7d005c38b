"""Accounts, sessions and keys come back as they were kept, and the database guards the audit log."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from provenance.errors import NotStored, StoreError
from provenance.model import Account, Actor, AuditEntry, AuditKind, DeskRole, KeyScope, Session
from provenance.storage import AuditFilter, Store, open_store
from provenance.storage.address import parse_address
from provenance.storage.connecting import connect
from tests.storage.conftest import NOW

ANNA = Account(name="Anna", role=DeskRole.EDITOR, made_at=NOW)
BY = Actor(who="Boris", address="192.0.2.7")
DIGEST = "a" * 64
SESSION = Session(
    id=DIGEST[:12],
    account="Anna",
    made_at=NOW,
    seen_at=NOW,
    ends_at=NOW + timedelta(days=7),
    address="192.0.2.7",
    browser="Netscape",
)


def with_anna(store: Store) -> Store:
    assert store.access.save_account("Anna", DeskRole.EDITOR, "a hash") == ANNA
    return store


def run(database: str, statement: str) -> None:
    with connect(parse_address(database)) as connection:
        connection.execute(text(statement))
        connection.commit()


def test_an_account_is_found_in_whatever_case_its_name_is_written(store: Store) -> None:
    with_anna(store)
    assert store.access.account("ANNA") == ANNA
    assert store.access.password_of("anna") == "a hash"
    assert store.access.accounts() == (ANNA,)
    assert store.access.account("Anne") is store.access.password_of("Anne") is None


def test_two_accounts_do_not_differ_in_case_alone(store: Store) -> None:
    with_anna(store)
    with pytest.raises(StoreError):
        store.access.save_account("ANNA", DeskRole.READER, "a hash")


def test_what_is_changed_of_an_account_changes_and_the_rest_stays(store: Store) -> None:
    access = with_anna(store).access
    assert access.change_account("anna", role=DeskRole.ADMIN).role is DeskRole.ADMIN
    assert access.change_account("Anna", disabled=True).disabled_at == NOW
    assert access.change_account("Anna", disabled=False, role=DeskRole.EDITOR) == ANNA
    access.change_account("Anna", password="another")  # noqa: S106
    assert access.password_of("Anna") == "another"
    with pytest.raises(NotStored, match="no account 'Anne'"):
        access.change_account("Anne", role=DeskRole.ADMIN)


def test_a_session_is_found_by_its_digest_alone_until_it_ends(store: Store) -> None:
    access = with_anna(store).access
    access.save_session(DIGEST, SESSION)
    assert access.session(DIGEST) == (SESSION, ANNA)
    assert access.session(DIGEST[:12]) is access.session("b" * 64) is None
    access.end_session(DIGEST[:12])
    assert access.sessions_of("anna") == (SESSION,)
    access.end_session(DIGEST)
    assert access.session(DIGEST) is None


def test_sessions_end_by_name_by_account_and_by_age(store: Store) -> None:
    access = with_anna(store).access
    access.save_account("Boris", DeskRole.ADMIN, "a hash")
    for ending in (
        lambda: access.end_session_called("ANNA", SESSION.id),
        lambda: access.end_sessions_of("ANNA"),
        lambda: access.end_old_sessions(seen_before=NOW + timedelta(seconds=1)),
    ):
        access.save_session(DIGEST, SESSION)
        access.end_session_called("Boris", SESSION.id)
        access.end_session_called("Anna", "")
        access.end_sessions_of("Boris")
        access.end_old_sessions(seen_before=NOW)
        assert access.sessions_of("Anna") == (SESSION,)
        ending()
        assert access.sessions_of("Anna") == ()


def test_keys_are_numbered_and_found_by_their_digest(store: Store) -> None:
    first = store.access.save_key(DIGEST, "CMS", KeyScope.WRITE, "Boris", NOW)
    second = store.access.save_key("b" * 64, "Archive", KeyScope.READ, "Boris", None)
    assert store.access.all_keys() == (first, second)
    assert (first.id, second.id) == (1, 2)
    assert store.access.key("b" * 64) == second
    assert store.access.key("c" * 64) is None
    store.access.revoke_key(1)
    held = store.access.key(DIGEST)
    assert held is not None
    assert held.revoked_at == NOW


def test_the_audit_log_comes_back_latest_first_and_filtered(store: Store) -> None:
    made = [
        store.access.append(AuditKind.SIGNED_IN, "Anna", Actor("Anna", "192.0.2.7")),
        store.access.append(AuditKind.KEY_MADE, "50%_CMS", Actor("Boris")),
    ]
    assert made[1] == AuditEntry(id=2, at=NOW, what=AuditKind.KEY_MADE, subject="50%_CMS", actor=Actor("Boris"))
    assert store.access.audit(AuditFilter()) == (made[1], made[0])
    assert store.access.audit(AuditFilter(), limit=1, offset=1) == (made[0],)
    assert store.access.audit(AuditFilter(), offset=1) == (made[0],)
    assert store.access.audit(AuditFilter(who="Anna")) == (made[0],)
    assert store.access.audit(AuditFilter(what=AuditKind.KEY_MADE)) == (made[1],)
    assert store.access.audit(AuditFilter(text="%_")) == (made[1],)
    assert store.access.count_audit(AuditFilter(who="Anna")) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET who = 'nobody'",
        "DELETE FROM audit_entry",
        "DELETE FROM audit_entry WHERE id = 1",
        "INSERT OR REPLACE INTO audit_entry (id, at, what, subject, who) VALUES (1, '2026-01-01', 'x', 'x', 'nobody')",
        "TRUNCATE audit_entry",
    ],
)
def test_the_database_refuses_to_change_the_audit_log(database: str, statement: str) -> None:
    with open_store(database, now=NOW) as store:
        entry = store.access.append(AuditKind.SIGNED_IN, "Anna", BY)
        store.commit()
    with pytest.raises(StoreError):
        run(database, statement)
    with open_store(database, now=NOW, read_only=True) as store:
        assert store.access.audit(AuditFilter()) == (entry,)


def test_a_refusal_of_the_audit_log_says_why(database: str) -> None:
    with open_store(database, now=NOW) as store:
        store.access.append(AuditKind.SIGNED_IN, "Anna", BY)
        store.commit()
    with pytest.raises(StoreError, match="the audit log can only be appended to"):
        run(database, "DELETE FROM audit_entry")
