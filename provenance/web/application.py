"""The desk put together: its pages, what stands before them, and where errors end."""

import secrets

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from provenance import __version__
from provenance.errors import (
    InputTooLarge,
    InvalidOption,
    NotStored,
    ProvenanceError,
    StoreUnavailable,
    UnknownOutlet,
)
from provenance.web import statics
from provenance.web.desk import desk_of
from provenance.web.options import DeskOptions
from provenance.web.pages import groups, home, outlets, speakers
from provenance.web.security.headers import SafeHeaders
from provenance.web.security.tokens import FormTokens
from provenance.web.showing import Showing
from provenance.web.statics import Statics

ROUTERS = (
    statics.router,
    home.router,
    groups.router,
    outlets.router,
    speakers.router,
)

STATUSES: tuple[tuple[type[ProvenanceError], int], ...] = (
    (NotStored, 404),
    (UnknownOutlet, 404),
    (InvalidOption, 422),
    (InputTooLarge, 413),
    (StoreUnavailable, 503),
    (ProvenanceError, 400),
)
"""The first that fits; others are mistakes of ours."""

TITLES = {
    400: "This cannot be done",
    403: "This is not yours to do",
    404: "There is no such page",
    405: "This is not how this page is asked",
    413: "This is too large",
    422: "This cannot be understood",
    503: "The store cannot be reached",
}


def make_desk(options: DeskOptions) -> FastAPI:
    """The application, ready to be served."""
    app = FastAPI(title="provenance", version=__version__, openapi_url=None, docs_url=None, redoc_url=None)
    app.state.options = options
    app.state.secret = secrets.token_bytes(32)
    app.state.statics = Statics.read()
    app.state.showing = Showing()
    for router in ROUTERS:
        app.include_router(router)
    app.add_middleware(FormTokens, secret=app.state.secret)
    app.add_middleware(SafeHeaders)
    app.add_exception_handler(ProvenanceError, _told)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misunderstood)
    app.add_exception_handler(Exception, _failed)
    return app


def _told(request: Request, error: Exception) -> Response:
    status = next((status for kind, status in STATUSES if isinstance(error, kind)), 500)
    return show_error(request, status, str(error))


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it alone
    answer = show_error(request, error.status_code, str(error.detail))
    answer.headers.update(error.headers or {})
    return answer


def _misunderstood(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    wrong = ("{}: {}".format(".".join(str(part) for part in each["loc"][1:]), each["msg"]) for each in error.errors())
    return show_error(request, 422, "; ".join(wrong))


def _failed(request: Request, _: Exception) -> Response:
    return show_error(request, 500, "The desk made a mistake. It is in the server's log; nothing was stored.")


def show_error(request: Request, status: int, message: str) -> Response:
    """As a page, or as JSON where that is asked for."""
    title = TITLES.get(status, "Something went wrong")
    document = {"error": {"status": status, "title": title, "message": message}}
    return desk_of(request).show("error.html", document, status=status)
