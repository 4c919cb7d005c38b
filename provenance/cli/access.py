"""`provenance users`, `keys` and `audit`: who may do what on the desk, and who did what."""

import getpass
import os
import sys
from typing import Annotated

import typer

from provenance import services
from provenance.cli.console import note, piped, write
from provenance.cli.options import (
    COMMAND_SETTINGS,
    LIST,
    FormatOption,
    ListingGroup,
    now_of,
    one_of,
    parse_day,
    settings_of,
    settings_to_read,
)
from provenance.cli.rows import Column, Listing, RowFormat
from provenance.errors import InvalidOption
from provenance.model import Account, Actor, ApiKey, AuditEntry, AuditKind, DeskRole, KeyScope

LONGEST_PASSWORD = 4096
"""Bytes read of a password that is piped in."""

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The account's name, as one signs in with it.")]
RoleOption = Annotated[
    DeskRole,
    typer.Option(
        "--role",
        **one_of(DeskRole, "--role"),
        help="A reader looks, an editor decides and adds too, an admin manages accounts and keys too.",
    ),
]
PasswordOption = Annotated[
    bool,
    typer.Option("--password-stdin", help="Reads the password from standard input, instead of asking for it twice."),
]
KeyArgument = Annotated[str, typer.Argument(metavar="NAME", help="What the key is for, as lists show it.")]

users = typer.Typer(cls=ListingGroup, context_settings=COMMAND_SETTINGS, rich_markup_mode=None)
keys = typer.Typer(cls=ListingGroup, context_settings=COMMAND_SETTINGS, rich_markup_mode=None)


@users.command(LIST, epilog="Example: provenance users")
def list_users(context: typer.Context, *, row_format: FormatOption = RowFormat.TABLE) -> None:
    """Lists the accounts of the desk. The word "list" may be left out. Where the desk is opened for this machine alone
    nobody needs one; on any other address everybody does."""
    ACCOUNTS.show(services.list_accounts(settings_to_read(context), now_of(context)), row_format)


@users.command(epilog="Example: provenance users add 'Anna Arendt' --role editor")
def add(
    context: typer.Context, *, name: NameArgument, role: RoleOption, password_stdin: PasswordOption = False
) -> None:
    """Adds an account, and asks for its password twice."""
    password = read_password(password_stdin)
    account = services.add_account(settings_of(context), now_of(context), name, role, password, by=operator())
    write(f"{account.name} may sign in, as {account.role}.")


@users.command(epilog="Example: provenance users role 'Anna Arendt' --role admin")
def role(context: typer.Context, *, name: NameArgument, role: RoleOption) -> None:
    """Gives an account another role, from its next request on."""
    account = services.change_role(settings_to_read(context), now_of(context), name, role, by=operator())
    write(f"{account.name} is {account.role} now.")


@users.command(epilog="Example: provenance users password 'Anna Arendt'")
def password(context: typer.Context, *, name: NameArgument, password_stdin: PasswordOption = False) -> None:
    """Gives an account another password; wherever it is signed in, that ends."""
    settings = settings_to_read(context)
    account = services.set_password(settings, now_of(context), name, read_password(password_stdin), by=operator())
    write(f"{account.name} has another password; all its sessions have ended.")


@users.command(epilog="Example: provenance users disable 'Anna Arendt'")
def disable(context: typer.Context, *, name: NameArgument) -> None:
    """Lets an account sign in no more; wherever it is signed in, that ends. What it decided stays, under its name."""
    account = services.disable_account(settings_to_read(context), now_of(context), name, by=operator())
    write(f"{account.name} cannot sign in any more; all its sessions have ended.")


@users.command(epilog="Example: provenance users enable 'Anna Arendt'")
def enable(context: typer.Context, *, name: NameArgument) -> None:
    """Lets a disabled account sign in again, with the password it had."""
    account = services.enable_account(settings_to_read(context), now_of(context), name, by=operator())
    write(f"{account.name} may sign in again, as {account.role}.")


@keys.command(LIST, epilog="Example: provenance keys --format csv")
def list_keys(context: typer.Context, *, row_format: FormatOption = RowFormat.TABLE) -> None:
    """Lists the keys of the API that were ever made. The word "list" may be left out. The keys themselves are kept
    nowhere."""
    KEYS.show(services.list_keys(settings_to_read(context), now_of(context)), row_format)


@keys.command("add", epilog="Example: provenance keys add 'our CMS' --scope write --expires 2027-06-30")
def add_key(
    context: typer.Context,
    *,
    name: KeyArgument,
    scope: Annotated[
        KeyScope,
        typer.Option(
            "--scope",
            **one_of(KeyScope, "--scope"),
            help="As a reader, an editor or an admin may: read, write too, manage accounts and keys too.",
        ),
    ],
    expires: Annotated[
        str | None,
        typer.Option("--expires", metavar="DATE", help="The last day it holds; until it is revoked where not given."),
    ] = None,
) -> None:
    """Makes a key for a program and prints it, this once: a request brings it as "Authorization: Bearer KEY"."""
    last_day = parse_day(expires, "--expires")
    made = services.make_key(settings_of(context), now_of(context), name, scope, last_day=last_day, by=operator())
    write(made.token)
    note(f"{made.key.name}: this is shown once; keep it where the program finds it and nobody else does")


@keys.command(epilog="Example: provenance keys revoke 'our CMS'")
def revoke(context: typer.Context, *, name: KeyArgument) -> None:
    """Revokes a key: whoever brings it is refused from the next request on."""
    key = services.revoke_key(settings_to_read(context), now_of(context), name, by=operator())
    write(f"{key.name} is revoked.")


def audit(
    context: typer.Context,
    *,
    who: Annotated[
        str | None, typer.Option("--who", metavar="NAME", help="What this account, key or user did.")
    ] = None,
    what: Annotated[
        AuditKind | None,
        typer.Option("--what", **{**one_of(AuditKind, "--what"), "metavar": "KIND"}, help="This alone."),
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="What was done to what holds this.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="The latest so many.")] = 1000,
    row_format: FormatOption = RowFormat.TABLE,
) -> None:
    """Lists who did what through the desk, the latest first: signing in and out, accounts, keys, everything that was
    written. Nothing can change or remove a line: the database refuses."""
    wanted = services.AuditFilter(who=who, what=what, text=text)
    page = services.list_audit(settings_to_read(context), now_of(context), wanted, limit=limit)
    AUDIT.show(page.entries, row_format)


def operator() -> Actor:
    """Whoever sits at the terminal, as the system calls them."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = f"user {os.getuid()}"
    return Actor(who=f"{user} (command line)")


def read_password(from_standard_input: bool) -> str:
    """Raises InvalidOption where there is nobody to ask."""
    if from_standard_input:
        content = piped(LONGEST_PASSWORD) or b""
        return content.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")
    if sys.stdin is None or not sys.stdin.isatty():
        raise InvalidOption("there is no terminal to ask for the password: give --password-stdin and pipe it in")
    answer: str = typer.prompt("Password", hide_input=True, confirmation_prompt="The same again", err=True)
    return answer


# Each document is made by a service that is loaded when first called.
ACCOUNTS: Listing[Account] = Listing(
    noun="account",
    columns=(
        Column("name", lambda one: one.name),
        Column("role", lambda one: one.role),
        Column("made", lambda one: one.made_at.isoformat(timespec="seconds")),
        Column("disabled", lambda one: one.disabled_at and one.disabled_at.isoformat(timespec="seconds")),
    ),
    to_dict=lambda one: services.account_to_dict(one),  # noqa: PLW0108
)
KEYS: Listing[ApiKey] = Listing(
    noun="key",
    columns=(
        Column("id", lambda one: one.id),
        Column("name", lambda one: one.name),
        Column("scope", lambda one: one.scope),
        Column("made", lambda one: one.made_at.isoformat(timespec="seconds")),
        Column("by", lambda one: one.made_by),
        Column("expires", lambda one: one.expires_at and one.expires_at.isoformat(timespec="seconds")),
        Column("revoked", lambda one: one.revoked_at and one.revoked_at.isoformat(timespec="seconds")),
    ),
    to_dict=lambda one: services.key_to_dict(one),  # noqa: PLW0108
)
AUDIT: Listing[AuditEntry] = Listing(
    noun="line",
    columns=(
        Column("id", lambda one: one.id),
        Column("at", lambda one: one.at.isoformat(timespec="seconds")),
        Column("who", lambda one: one.actor.who),
        Column("what", lambda one: one.what),
        Column("subject", lambda one: one.subject),
        Column("from", lambda one: one.actor.address),
    ),
    to_dict=lambda one: services.audit_entry_to_dict(one),  # noqa: PLW0108
)


def add_to(app: typer.Typer) -> None:
    app.add_typer(users, name="users", help="Accounts of the desk: who may sign in, and what they may do.")
    app.add_typer(keys, name="keys", help="Keys of the API, for programs.")
    app.command(epilog="Example: provenance audit --what 'sign-in failed'")(audit)
