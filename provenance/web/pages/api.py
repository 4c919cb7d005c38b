"""The API for a newsroom's own system: an article goes in, its report comes out."""

import asyncio
import hashlib
import json
import re
import time
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Header, Path, Query, Request, Response
from fastapi.openapi.utils import get_openapi
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from provenance.report import report_to_dict
from provenance.services import (
    Brought,
    Job,
    JobItem,
    Page,
    RequestAnswer,
    RequestKey,
    Told,
    find_answer,
    keep_answer,
    put_in,
    report_stored,
    show_job,
)
from provenance.web.desk import Acting, Desk, Here
from provenance.web.errors import error_document
from provenance.web.pages.api_documents import ErrorAnswer, JobAnswer, NewArticle, ReportAnswer
from provenance.web.pages.jobs import Number, PageNumber, told_job
from provenance.web.showing import as_json
from provenance.web.working import wake_worker, worker_of

ABOUT = (
    "Which claims an article makes, who says so, through which outlet, and how many independent witnesses there are. "
    "Nothing here says that a claim is true or false. Every page of the desk is also data: ask for its address with "
    "`Accept: application/json`."
)

SHORT = 20_000
"""Characters of a text that is read while the caller waits, a long reportage: some seconds."""

SHORT_WAIT = 10.0
LONGEST_WAIT = 60.0
"""Seconds."""

KEPT_HEADERS = ("content-type", "location", "retry-after")
"""Of an answer that is kept for repetitions; others belong to the moment."""

LOOK = 0.2
"""Seconds between two looks at a job that is waited for."""

_REFERENCE = re.compile(r'"\$ref": "(#[^"]+)"')

ArticleId = Annotated[
    str, Path(min_length=1, max_length=40, description="As in `article.id` of a report.", examples=["a0123456789ab"])
]
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern=r"^[\x20-\x7e]+$",
        description="Makes sure that what is sent twice is put in once (draft-ietf-httpapi-idempotency-key-header): "
        "for a day the same key with the same body gives the first answer again, as it was, also where that was an "
        "error of the article; 409 while the first one is being answered, 422 with another body. How far a job is "
        "since, its address tells.",
        examples=["8e03978e-40d5-43dd-bc93-6894a57f9324"],
    ),
]
Wait = Annotated[
    float | None,
    Query(
        ge=0,
        le=LONGEST_WAIT,
        description=f"Seconds to wait for the report; without it {SHORT_WAIT:.0f} for a text of up to {SHORT} "
        "characters and none for anything else.",
        examples=[5],
    ),
]

_WHAT_CAN_FAIL = {
    400: "The request is broken, or what it brings cannot be read.",
    401: "No key came along, and this desk demands one.",
    403: "The key or the account may not do this.",
    404: "There is nothing of this id.",
    408: "The request came in too slowly.",
    409: "The same request is being answered, or what is stored stands against it.",
    413: "More than is taken at once.",
    415: "The body is not JSON: send `Content-Type: application/json`.",
    421: "The desk is not called that: see --name.",
    422: "The request or the article cannot be understood; the message says what and where.",
    429: "Too many requests, or too much that waits; try again later.",
    503: "The store cannot be reached; try again later.",
}


_OF_THE_GATE = (400, 401, 403, 408, 413, 421, 429, 503)


def errors(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """For the description of an operation, which says what each error means; those that the gate before the desk gives
    are among them everywhere. Any: JSON."""
    every = sorted({*statuses, *_OF_THE_GATE})
    return {status: {"model": ErrorAnswer, "description": _WHAT_CAN_FAIL[status]} for status in every}


def json_alone(request: Request) -> None:
    """Raises HTTPException 415: a page of another site can send a form or plain text without asking, and JSON not."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise HTTPException(415, _WHAT_CAN_FAIL[415].replace("`", ""))


router = APIRouter(prefix="/api", default_response_class=Response)


@router.post(
    "/articles",
    status_code=201,
    tags=["Articles"],
    summary="Put an article in",
    dependencies=[Depends(json_alone)],
    response_class=Response,
    responses={
        201: {
            "model": ReportAnswer,
            "description": "It was read while the caller waited: its report, schema 1.",
            "headers": {"Location": {"description": "The report's address.", "schema": {"type": "string"}}},
        },
        202: {
            "model": JobAnswer,
            "description": "It will be read: the job to ask after.",
            "headers": {
                "Location": {"description": "The job's address.", "schema": {"type": "string"}},
                "Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}},
            },
        },
        **errors(400, 404, 409, 413, 415, 422),
    },
)
async def post_article(
    article: NewArticle, desk: Acting, wait: Wait = None, idempotency_key: IdempotencyKey = None
) -> Response:
    """Text, a page as HTML, or an address to be fetched: one of them. What is said beside it (title, outlet, day) goes
    before what the article says of itself.

    A short text is read at once and answered with its report; for anything else the answer is a job to ask after,
    unless `wait` gives it the time.
    """
    request = request_key(article, desk.viewer.name, idempotency_key)
    if request and (first := await run_in_threadpool(find_answer, desk.settings, desk.now, request)):
        return _given(first)
    brought = _brought(article)
    made_by = desk.viewer.name
    job = await run_in_threadpool(
        lambda: put_in(brought, settings=desk.settings, now=desk.now, made_by=made_by, request=request)
    )
    wake_worker(desk.request)
    seconds = _seconds(article, wait) if worker_of(desk.request) else 0
    found, items = await _awaited(desk, job, seconds)
    return await run_in_threadpool(_answer_once, desk, request, found, items)


def request_key(article: NewArticle, caller: str | None, key: str | None) -> RequestKey | None:
    if key is None:
        return None
    digest = hashlib.sha256(article.model_dump_json().encode("utf-8", "replace")).hexdigest()
    return RequestKey(caller=caller or "", key=key, digest=digest)


def _brought(article: NewArticle) -> Brought:
    """Of an address that is to be fetched nothing says where it was published but itself."""
    fetched = not article.text and not article.html
    told = Told(
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        url=None if fetched else article.url,
        language=article.language,
    )
    address = article.url or "" if fetched else ""
    return Brought(text=article.text or "", page=article.html or "", address=address, told=told)


def _seconds(article: NewArticle, wait: float | None) -> float:
    if wait is not None:
        return wait
    return SHORT_WAIT if 0 < len(article.text or article.html or "") <= SHORT else 0


async def _awaited(desk: Desk, job: Job, seconds: float) -> tuple[Job, Page[JobItem]]:
    """The job when it is over, or as it stands when the time is."""
    until = time.monotonic() + seconds
    while True:
        found, items = await run_in_threadpool(show_job, desk.settings, desk.now, job.id)
        if found.counts.over or time.monotonic() >= until:
            return found, items
        await asyncio.sleep(LOOK)


def _answer_once(desk: Desk, request: RequestKey | None, job: Job, items: Page[JobItem]) -> Response:
    """The answer, which is that of all requests with the key from now on."""
    answer = _answer(desk, job, items)
    if request is None:
        return answer
    headers = {name: answer.headers[name] for name in KEPT_HEADERS if name in answer.headers}
    made = RequestAnswer(status=answer.status_code, headers=headers, body=bytes(answer.body))
    return _given(keep_answer(desk.settings, desk.now, request, made))


def _given(answer: RequestAnswer) -> Response:
    return Response(answer.body, answer.status, dict(answer.headers))


def _answer(desk: Desk, job: Job, items: Page[JobItem]) -> Response:
    item = items.rows[0]
    if item.reason:
        answer = as_json(error_document(422, item.reason), 422)
        answer.headers["Location"] = f"/api/jobs/{job.id}"
        return answer
    if item.article:
        answer = as_json(report_to_dict(report_stored(desk.settings, desk.now, item.article)), 201)
        answer.headers["Location"] = f"/api/articles/{item.article}/report"
        return answer
    answer = as_json(told_job(job, items), 202)
    answer.headers.update({"Location": f"/api/jobs/{job.id}", "Retry-After": "2"})
    return answer


@router.get(
    "/jobs/{number}",
    tags=["Jobs"],
    summary="Ask after a job",
    response_class=Response,
    responses={200: {"model": JobAnswer, "description": "How far it is."}, **errors(404, 422)},
)
def get_job(number: Number, desk: Here, page: PageNumber = 1) -> Response:
    """How far it is, and what became of each article in it. An item that is done names its article; one that failed
    says why. When `job.over` is true nothing more happens by itself."""
    return as_json(told_job(*show_job(desk.settings, desk.now, number, page)), 200)


@router.get(
    "/articles/{article}/report",
    tags=["Articles"],
    summary="The report of an article",
    response_class=Response,
    responses={
        200: {"model": ReportAnswer, "description": "Schema 1: docs/report.schema.json describes it in full."},
        **errors(404, 422),
    },
)
def get_report(article: ArticleId, desk: Here) -> Response:
    """Each claim with its chain from the page to the origin, what stands beside it, and what to weigh; made anew each
    time, for other articles may have come in."""
    return as_json(report_to_dict(report_stored(desk.settings, desk.now, article)), 200)


@router.get("/openapi.json", include_in_schema=False)
def get_description(request: Request) -> Response:
    return as_json(describe(request.app), 200)


@router.get("/docs", include_in_schema=False)
def show_description(desk: Here) -> Response:
    return desk.show("api.html", describe(desk.request.app))


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document of what stands under /api; made once. Any: JSON."""
    made: dict[str, Any] | None = getattr(app.state, "description", None)
    if made is None:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        made["paths"] = {path: told for path, told in made["paths"].items() if path.startswith("/api/")}
        schemas = made["components"]["schemas"]
        made["components"]["schemas"] = {name: schemas[name] for name in sorted(_named_in(made["paths"], schemas))}
        app.state.description = made
    return made


def _named_in(part: object, schemas: Mapping[str, object]) -> set[str]:
    """The schemas that a part of the description refers to, and those that they refer to."""
    found = {name.rpartition("/")[2] for name in _REFERENCE.findall(json.dumps(part))}
    inner = (_named_in(schemas[name], {other: schemas[other] for other in schemas if other != name}) for name in found)
    return found.union(*inner)
