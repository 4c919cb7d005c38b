"""The desk put together: its pages, what stands before them, and where errors end."""

import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from provenance import __version__
from provenance.errors import (
    DecidedOtherwise,
    InputError,
    InputTooLarge,
    NotAnsweredYet,
    NotLookedAtYet,
    NotStored,
    ProvenanceError,
    SignInRefused,
    StoreUnavailable,
    TooBusy,
    UnknownOutlet,
)
from provenance.web import statics
from provenance.web.desk import desk_of
from provenance.web.errors import AGAIN, WAITING, error_document
from provenance.web.options import DeskOptions
from provenance.web.pages import (
    access,
    account,
    add,
    api,
    article,
    audit,
    corrections,
    decisions,
    groups,
    jobs,
    lists,
    outlets,
    sign_in,
    speakers,
)
from provenance.web.security.auditing import Audit
from provenance.web.security.bodies import BodyGuard
from provenance.web.security.buckets import Buckets
from provenance.web.security.cookies import Cookies
from provenance.web.security.gate import Gate
from provenance.web.security.headers import SafeHeaders
from provenance.web.security.hosts import HostCheck
from provenance.web.security.tokens import FormTokens
from provenance.web.showing import Showing
from provenance.web.statics import Statics
from provenance.web.worker import WorkerProcess

ROUTERS = (
    statics.router,
    add.router,
    jobs.router,
    api.router,
    corrections.router,
    sign_in.router,
    account.router,
    access.router,
    audit.router,
    lists.router,
    article.router,
    decisions.router,
    groups.router,
    outlets.router,
    speakers.router,
)

AT_ONCE = 6
"""Requests that are answered at the same time; others wait in line. Each holds a connection to the store, and more of
them take memory and one another's time. Some may be waiting for whoever writes."""

PATIENCE = 900
"""Claims that a page looks at again before it is shown, about three seconds; what takes longer is left to the process
that reads, and the page says so."""

STATUSES: tuple[tuple[type[ProvenanceError], int], ...] = (
    (SignInRefused, 403),
    (NotStored, 404),
    (DecidedOtherwise, 409),
    (NotAnsweredYet, 409),
    (UnknownOutlet, 404),
    (InputTooLarge, 413),
    (InputError, 422),
    (StoreUnavailable, 503),
    (TooBusy, 503),
    (NotLookedAtYet, 503),
    (ProvenanceError, 400),
)
"""The first that fits; others are mistakes of ours."""


def make_desk(options: DeskOptions) -> FastAPI:
    """The application, ready to be served."""
    if options.reading:
        options = replace(options, settings=replace(options.settings, patience=PATIENCE))
    app = FastAPI(
        title="provenance",
        version=__version__,
        description=api.ABOUT,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=_living,
    )
    app.state.options = options
    app.state.worker = WorkerProcess(options.settings) if options.reading else None
    app.state.secret = secrets.token_bytes(32)
    app.state.statics = Statics.read()
    app.state.showing = Showing()
    for router in ROUTERS:
        app.include_router(router)
    stand_guard(app, options)
    app.add_exception_handler(ProvenanceError, _told)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misunderstood)
    app.add_exception_handler(Exception, _failed)
    return app


@asynccontextmanager
async def _living(app: FastAPI) -> AsyncIterator[None]:
    """The worker lives as long as the server does."""
    current_default_thread_limiter().total_tokens = AT_ONCE
    worker: WorkerProcess | None = app.state.worker
    if worker is None:
        yield
        return
    worker.start()
    try:
        yield
    finally:
        await run_in_threadpool(worker.stop)


def stand_guard(app: FastAPI, options: DeskOptions) -> None:
    """What every request passes: added from the inside to the outside."""
    app.state.sign_ins = Buckets(options.ticks)
    origins = [origin for origin in (options.public_origin,) if origin]
    names = [name for name in (*options.names, options.public_host) if name]
    app.add_middleware(Audit, options=options)
    app.add_middleware(
        FormTokens,
        secret=app.state.secret,
        cookies=Cookies(options.has_safe_cookies),
        origins=origins,
        scheme="https" if options.is_https else "http",
    )
    app.add_middleware(Gate, options=options)
    app.add_middleware(BodyGuard, limits=options.limits, ticks=options.ticks)
    app.add_middleware(HostCheck, names=names, bound=options.host)
    app.add_middleware(SafeHeaders, is_https=options.is_https)


def _told(request: Request, error: Exception) -> Response:
    status = next((status for kind, status in STATUSES if isinstance(error, kind)), 500)
    if not isinstance(error, NotLookedAtYet):
        return show_error(request, status, str(error))
    document = error_document(status, str(error), WAITING)
    answer = desk_of(request).show("waiting.html", document, status=status, more={"again": AGAIN})
    answer.headers["Retry-After"] = str(AGAIN)
    return answer


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it alone
    answer = show_error(request, error.status_code, str(error.detail))
    answer.headers.update(error.headers or {})
    return answer


def _misunderstood(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    return show_error(request, 422, "; ".join(map(_in_words, error.errors())))


def _in_words(wrong: Mapping[str, Any]) -> str:
    """One mistake, and where it is; Any: as pydantic tells it."""
    place = ".".join(str(part) for part in wrong["loc"][1:])
    said = str(wrong["msg"]).removeprefix("Value error, ")
    return f"{place}: {said}" if place else said


def _failed(request: Request, _: Exception) -> Response:
    return show_error(request, 500, "The desk made a mistake. It is in the server's log; nothing was stored.")


def show_error(request: Request, status: int, message: str) -> Response:
    """As a page, or as JSON where that is asked for."""
    return desk_of(request).show("error.html", error_document(status, message), status=status)
