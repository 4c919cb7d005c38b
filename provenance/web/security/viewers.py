"""Who looks: on a desk without accounts whoever sits at this machine."""

from dataclasses import dataclass
from enum import StrEnum

from fastapi import Request
from starlette.exceptions import HTTPException


class Role(StrEnum):
    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """`name` is None where there are no accounts: who decides then gives a name."""

    name: str | None
    role: Role


LOCAL = Viewer(name=None, role=Role.ADMIN)


def read_viewer(_: Request) -> Viewer:
    return LOCAL


def may_act(viewer: Viewer) -> None:
    """Raises HTTPException 403 for a reader."""
    if viewer.role is Role.READER:
        raise HTTPException(403, "Readers look; an editor decides. Ask whoever runs this desk for another role.")
