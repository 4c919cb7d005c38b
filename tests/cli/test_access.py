"""Accounts, keys and the audit log on the command line."""

import pytest

from provenance.services import find_key, passwords
from provenance.settings import Settings
from tests.cli.running import Command
from tests.cli.test_stories import rows_of
from tests.storage.conftest import NOW

WORDS = b"four words of mine\n"


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "COST", passwords.Cost(n=16, r=8, p=1))
    monkeypatch.setenv("LOGNAME", "clara")


@pytest.fixture
def desk(provenance: Command) -> Command:
    """With Anna, an admin."""
    ran = provenance("users", "add", "Anna", "--role", "admin", "--password-stdin", typed=WORDS)
    assert (ran.status, ran.out) == (0, "Anna may sign in, as admin.\n")
    return provenance


def test_accounts_are_added_changed_and_listed(desk: Command) -> None:
    assert desk("users", "add", "Eddie", "--role", "reader", "--password-stdin", typed=WORDS).status == 0
    assert desk("users", "role", "eddie", "--role", "editor").out == "Eddie is editor now.\n"
    assert desk("users", "password", "Eddie", "--password-stdin", typed=b"other words again\r\n").status == 0
    assert desk("users", "disable", "Eddie").status == 0
    listed = rows_of(desk, "users")
    assert [(row["name"], row["role"], row["disabled_at"] is None) for row in listed] == [
        ("Anna", "admin", True),
        ("Eddie", "editor", False),
    ]
    assert desk("users", "enable", "Eddie").out == "Eddie may sign in again, as editor.\n"
    assert "password" not in desk("users", "--format", "json").out


def test_a_password_is_not_asked_for_where_nobody_can_answer(provenance: Command) -> None:
    ran = provenance("users", "add", "Anna", "--role", "admin")
    assert (ran.status, ran.out) == (2, "")
    assert "give --password-stdin and pipe it in" in ran.err
    assert not provenance.database.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["users", "add", "Anna", "--role", "chief", "--password-stdin"], "--role chief: write one of reader; "),
        (["users", "add", "Anna", "--role", "reader", "--password-stdin"], "there is an account 'Anna' already"),
        (["users", "disable", "Anna"], "Anna is the only admin: make another one first"),
        (["keys", "add", "CMS", "--scope", "all"], "--scope all: write one of read; write; admin"),
        (["keys", "add", "CMS", "--scope", "read", "--expires", "soon"], "--expires soon: not a day of the calendar"),
        (["audit", "--what", "all"], "--what all: write one of signed in; "),
    ],
)
def test_wrong_use_is_told_in_one_line(desk: Command, words: list[str], told: str) -> None:
    ran = desk(*words, typed=WORDS)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert told in ran.err


def test_an_account_that_is_not_there_is_told(desk: Command) -> None:
    ran = desk("users", "role", "Nobody", "--role", "reader")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "provenance: no account 'Nobody'; `provenance users` lists them\n"


def test_a_key_is_printed_alone_this_once(desk: Command) -> None:
    ran = desk("keys", "add", "our CMS", "--scope", "write", "--expires", "2099-12-31")
    assert ran.status == 0
    assert "shown once" in ran.err
    token = ran.out.strip()
    settings = Settings(database=str(desk.database))
    assert find_key(settings, NOW, token) is not None
    (row,) = rows_of(desk, "keys")
    assert (row["name"], row["scope"], row["expires_at"]) == ("our CMS", "write", "2100-01-01T00:00:00+00:00")
    assert token not in str(row)
    assert desk("keys", "revoke", "our CMS").out == "our CMS is revoked.\n"
    assert find_key(settings, NOW, token) is None


def test_the_log_names_who_sat_at_the_terminal(desk: Command) -> None:
    desk("keys", "add", "CMS", "--scope", "read")
    rows = rows_of(desk, "audit")
    assert [(row["what"], row["subject"], row["who"], row["address"]) for row in rows] == [
        ("key made", "CMS, read", "clara (command line)", None),
        ("account made", "Anna, admin", "clara (command line)", None),
    ]
    assert [row["subject"] for row in rows_of(desk, "audit", "--what", "account made")] == ["Anna, admin"]
    assert [row["id"] for row in rows_of(desk, "audit", "--limit", "1")] == [2]
    assert rows_of(desk, "audit", "--who", "Anna") == []


def test_a_name_that_a_spreadsheet_or_a_terminal_would_obey_is_inert(desk: Command) -> None:
    assert desk("keys", "add", "=cmd|' /C calc'!A0", "--scope", "read").status == 0
    assert "'=cmd|" in desk("keys", "--format", "csv").out
    assert desk("keys", "add", "\x1b]0;owned\x07", "--scope", "read").status == 2


@pytest.mark.parametrize(
    "words",
    [["--host", "0.0.0.0"], ["--public-url", "https://desk.example"], ["--name", "desk"], ["--accounts"]],  # noqa: S104
)
def test_a_desk_that_others_can_reach_is_not_opened_without_an_account(provenance: Command, words: list[str]) -> None:
    ran = provenance("serve", "--port", "1", *words)
    assert (ran.status, ran.out) == (2, "")
    assert "`provenance users add NAME --role admin`" in ran.err


def test_a_public_address_that_is_none_is_told(desk: Command) -> None:
    ran = desk("serve", "--public-url", "desk.example")
    assert (ran.status, "https://desk.example" in ran.err) == (2, True)
