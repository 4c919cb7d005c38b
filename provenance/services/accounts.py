"""Accounts: who may sign in, and what they may do."""

from collections.abc import Callable
from datetime import datetime

from provenance.errors import InvalidOption, NotStored
from provenance.model import Account, Actor, AuditKind, DeskRole
from provenance.services.naming import plain_name
from provenance.services.opening import open_to_read
from provenance.services.passwords import check_password, hash_password
from provenance.settings import Settings
from provenance.storage import Store, open_store

TAKEN = ("(key)", "(command line)", "(this machine)", "(nothing)")
"""How those end who act without an account: nobody else shall be called so."""

Change = Callable[[Store], Account]


def add_account(settings: Settings, now: datetime, name: str, role: DeskRole, password: str, *, by: Actor) -> Account:
    """Raises InvalidOption for a name that is taken, in whatever case, and for a password that is too easy."""
    plain = plain_name(name, "NAME")
    if plain.casefold().endswith(TAKEN):
        raise InvalidOption(f"{plain}: an account's name does not end so; take another one")
    hashed = hash_password(check_password(password, plain))
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        if held := store.access.account(plain):
            raise InvalidOption(f"{plain}: there is an account {held.name!r} already")
        account = store.access.save_account(plain, role, hashed)
        store.access.append(AuditKind.ACCOUNT_MADE, f"{plain}, {role}", by)
        store.commit()
    return account


def list_accounts(settings: Settings, now: datetime) -> tuple[Account, ...]:
    """By name, disabled ones too."""
    with open_to_read(settings, now) as store:
        return store.access.accounts()


def has_accounts(settings: Settings, now: datetime) -> bool:
    """Whether anybody can sign in."""
    return any(account.disabled_at is None for account in list_accounts(settings, now))


def change_role(settings: Settings, now: datetime, name: str, role: DeskRole, *, by: Actor) -> Account:
    """Holds from the next request on. Raises NotStored, and InvalidOption where no admin would be left; so does what
    follows."""

    def change(store: Store) -> Account:
        if role is not DeskRole.ADMIN:
            _keep_an_admin(store, name)
        return store.access.change_account(name, role=role)

    return _change(settings, now, (AuditKind.ROLE_CHANGED, f", {role}"), by, change)


def disable_account(settings: Settings, now: datetime, name: str, *, by: Actor) -> Account:
    """It cannot sign in any more, and its sessions end."""

    def change(store: Store) -> Account:
        _keep_an_admin(store, name)
        store.access.end_sessions_of(name)
        return store.access.change_account(name, disabled=True)

    return _change(settings, now, (AuditKind.ACCOUNT_DISABLED, ""), by, change)


def enable_account(settings: Settings, now: datetime, name: str, *, by: Actor) -> Account:
    """It can sign in again, with the password it had."""
    return _change(
        settings,
        now,
        (AuditKind.ACCOUNT_ENABLED, ""),
        by,
        lambda store: store.access.change_account(name, disabled=False),
    )


def set_password(settings: Settings, now: datetime, name: str, password: str, *, by: Actor) -> Account:
    """All sessions of the account end. Raises NotStored, and InvalidOption for a password that is too easy."""
    hashed = hash_password(check_password(password, name))

    def change(store: Store) -> Account:
        store.access.end_sessions_of(name)
        return store.access.change_account(name, password=hashed)

    return _change(settings, now, (AuditKind.PASSWORD_CHANGED, ""), by, change)


def _change(settings: Settings, now: datetime, told: tuple[AuditKind, str], by: Actor, change: Change) -> Account:
    what, more = told
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        account = change(store)
        store.access.append(what, account.name + more, by)
        store.commit()
    return account


def _keep_an_admin(store: Store, name: str) -> None:
    admins = [one for one in store.access.accounts() if one.role is DeskRole.ADMIN and one.disabled_at is None]
    if [one.name.casefold() for one in admins] == [name.casefold()]:
        raise InvalidOption(f"{admins[0].name} is the only admin: make another one first")
    if store.access.account(name) is None:
        raise NotStored(f"no account {name!r}; `provenance users` lists them")
