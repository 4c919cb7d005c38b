"""Who looks: an account, a key, or, on a desk without accounts, whoever sits at this machine."""

from dataclasses import dataclass
from enum import StrEnum

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.types import Scope

from provenance.model import Actor, DeskRole
from provenance.services import SignedIn

VIEWER = "desk.viewer"
SESSION = "desk.session"
ADDRESS = "desk.address"
BY = "desk.by"
"""Where the middlewares leave in a request's scope what they found out: who looks, the session, the client's address,
and the name that a form on a desk without accounts brings."""


class Means(StrEnum):
    """How we know who it is."""

    MACHINE = "this machine"
    ACCOUNT = "account"
    KEY = "key"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """`name` is None where there are no accounts: who decides then gives a name."""

    name: str | None
    role: DeskRole
    means: Means = Means.MACHINE


LOCAL = Viewer(name=None, role=DeskRole.ADMIN)
VISITOR = Viewer(name=None, role=DeskRole.READER, means=Means.NOTHING)


def read_viewer(request: Request) -> Viewer:
    viewer: Viewer = request.scope.get(VIEWER, VISITOR)
    return viewer


def read_session(request: Request) -> SignedIn | None:
    session: SignedIn | None = request.scope.get(SESSION)
    return session


def actor_of(scope: Scope) -> Actor:
    """Who, for the audit log."""
    viewer: Viewer = scope.get(VIEWER, VISITOR)
    address: str | None = scope.get(ADDRESS)
    if viewer.name is not None:
        return Actor(who=viewer.name, address=address)
    by = str(scope.get(BY, "")).strip()
    return Actor(who=f"{by} ({viewer.means})" if by else str(viewer.means), address=address)


def may_act(viewer: Viewer) -> None:
    """Raises HTTPException 403 for a reader and for a visitor."""
    _need(viewer, DeskRole.EDITOR, "Readers look; an editor decides. Ask whoever runs this desk for another role.")


def may_manage(viewer: Viewer) -> None:
    """Raises HTTPException 403 for everybody but an admin."""
    _need(viewer, DeskRole.ADMIN, "Accounts, keys and the audit log are an admin's.")


def _need(viewer: Viewer, role: DeskRole, words: str) -> None:
    if viewer.means is Means.NOTHING or not viewer.role.includes(role):
        raise HTTPException(403, words)
