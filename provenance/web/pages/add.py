"""Add: a text, an address, files, a folder of files, an archive."""

import asyncio
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException

from provenance.errors import InputError, InputTooLarge
from provenance.services import LARGEST_JOB, LIMIT, MOST_ITEMS, Brought, Job, Told, Upload, job_to_dict, put_in
from provenance.web.desk import Acting, Desk, Here
from provenance.web.pointing import at_desk
from provenance.web.working import wake_worker

router = APIRouter(include_in_schema=False)

WORDS = ("text", "address", "title", "outlet", "published", "url", "language")
FILES = ("files", "folder")

_at_once = asyncio.Semaphore(2)
"""Uploads that are held in memory: each may be as large as a job."""

LIMITS = {"items": MOST_ITEMS, "item": LIMIT, "job": LARGEST_JOB}


@router.get("/add")
def add(desk: Here) -> Response:
    return desk.show("add.html", _document(dict.fromkeys(WORDS, "")))


def _document(words: dict[str, str], wrong: str | None = None) -> dict[str, Any]:
    """Any: JSON."""
    return {"words": words, "wrong": wrong, "limits": LIMITS}


async def read_form(request: Request) -> FormData:
    """Raises HTTPException 413 for more files than are taken."""
    try:
        return await request.form(max_files=MOST_ITEMS, max_fields=50, max_part_size=LIMIT)
    except (MultiPartException, HTTPException) as error:
        said = str(error.detail if isinstance(error, HTTPException) else error.message)
        if "Too many" in said or getattr(error, "status_code", 400) == 413:
            raise HTTPException(413, f"At most {MOST_ITEMS} files can be added at once; add them in parts.") from error
        if "maximum size" in said:
            raise HTTPException(413, f"A text may hold {LIMIT // 2**20} MB; give the article alone.") from error
        raise HTTPException(400, "The form came in broken; send it again.") from error


@router.post("/add")
async def put(desk: Acting, request: Request) -> Response:
    """What is put in becomes a job; a mistake comes back with what was typed."""
    async with _at_once:
        form = await read_form(request)
        words = {name: _word(form, name) for name in WORDS}
        try:
            files, folders = [await _uploads(form, name) for name in FILES]
            job = await run_in_threadpool(_put_in, desk, words, files, folders)
        except InputError as error:
            return _again(desk, words, error)
        finally:
            await form.close()
    wake_worker(request)
    return desk.see(f"/jobs/{job.id}", _added(job), {"job": job_to_dict(job)})


def _put_in(desk: Desk, words: dict[str, str], files: tuple[Upload, ...], folders: tuple[Upload, ...]) -> Job:
    told = Told(**{name: words[name] for name in ("title", "outlet", "published", "url", "language")})
    brought = Brought(text=words["text"], address=words["address"], files=files, folders=folders, told=told)
    return put_in(brought, settings=desk.settings, now=desk.now, made_by=desk.viewer.name)


def _again(desk: Desk, words: dict[str, str], error: InputError) -> Response:
    status = 413 if isinstance(error, InputTooLarge) else 422
    return desk.show("add.html", _document(words, at_desk(str(error))), status=status)


def _added(job: Job) -> str:
    count = job.counts.total
    return "It was added." if count == 1 else f"{count} articles were added."


def _word(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


async def _uploads(form: FormData, name: str) -> tuple[Upload, ...]:
    """A browser sends an empty nameless file where none was chosen."""
    sent = [part for part in form.getlist(name) if isinstance(part, UploadFile) and (part.filename or part.size)]
    return tuple([Upload(name=part.filename or "", content=await part.read()) for part in sent])
