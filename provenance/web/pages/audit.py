"""The audit log, for admins."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from starlette.exceptions import HTTPException

from provenance.model import AuditKind
from provenance.services import AuditFilter, Table, audit_entry_to_dict, list_audit
from provenance.web.desk import Managing
from provenance.web.showing import wanted_form

router = APIRouter()

ROWS = 50
LAST = 1_000_000
"""The last page that is looked for."""


@router.get("/audit")
def audit(
    desk: Managing,
    who: str = "",
    what: str = "",
    q: str = "",
    page: Annotated[int, Query(ge=1, le=LAST)] = 1,
) -> Response:
    """`what` is a kind of line, `q` is looked for in what it was done to. CSV holds all lines, a page fifty."""
    if what and what not in list(AuditKind):
        raise HTTPException(422, f"what {what}: it is one of {'; '.join(AuditKind)}")
    wanted = AuditFilter(who=who.strip() or None, what=AuditKind(what) if what else None, text=q.strip() or None)
    whole = wanted_form(desk.request) == "csv"
    found = list_audit(
        desk.settings, desk.now, wanted, limit=None if whole else ROWS, offset=0 if whole else (page - 1) * ROWS
    )
    entries = [audit_entry_to_dict(each) for each in found.entries]
    columns = ("id", "at", "who", "what", "subject", "address")
    rows = tuple(tuple("" if entry[name] is None else str(entry[name]) for name in columns) for entry in entries)
    document = {
        "entries": entries,
        "asked": {"who": who, "what": what, "q": q},
        "kinds": [kind.value for kind in AuditKind],
        "page": {"number": page, "size": ROWS, "total": found.total},
    }
    return desk.show("audit.html", document, rows=Table(name="audit", columns=columns, rows=rows))
